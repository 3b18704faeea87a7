//go:build !oracle

package sqldb

import "context"

func connectOracle(context.Context, *target) (session, error) {
	return nil, fileError("this migrate is built without Oracle, whose driver is as large as half of the rest; build it with: go build -tags oracle ./cmd/migrate")
}
