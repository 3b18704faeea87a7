//go:build oracle

package sqldb

import (
	"context"

	goora "github.com/sijms/go-ora/v2"
)

func connectOracle(ctx context.Context, t *target) (session, error) {
	return openOracle(ctx, goora.NewConnector(t.url.String()))
}
