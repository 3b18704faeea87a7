//go:build !race

package checkpoint

import "testing"

// TestPrintAllocs makes fingerprints without garbage. The race detector
// empties pools at random, so it cannot watch.
func TestPrintAllocs(t *testing.T) {
	p := newPrinter([]byte("secret"))
	parts := []string{"jane", "doe"}
	if n := testing.AllocsPerRun(1000, func() { p.print("key", parts) }); n > 0 {
		t.Errorf("a fingerprint costs %v allocations", n)
	}
}
