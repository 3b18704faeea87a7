//go:build !linux

package validate

import "testing"

// asNobody skips: only Linux lets a single thread be another user for files.
func asNobody(t *testing.T, _ func()) {
	t.Helper()
	t.Skip("permissions do not bind root")
}
