package cli

import (
	"path/filepath"
	"strings"
	"testing"
)

// Every mapping that is shipped passes the tests that stand in it.
func TestShippedMappingsPassTheirTests(t *testing.T) {
	w := newWorld(t)
	t.Chdir(filepath.Join("..", ".."))
	got := w.migrate("mapping", "test")
	if got.code != ExitOK || strings.Count(got.out, "ok    mappings/") < 3 {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}
