//go:build !race

package idnumber

import (
	"strings"
	"testing"
)

// TestNothingIsAllocated: a number is read without garbage. The race detector
// allocates for itself, so it cannot watch.
func TestNothingIsAllocated(t *testing.T) {
	list := samples(t)
	if n := testing.AllocsPerRun(100, func() {
		for i := range list {
			Read(list[i].country, list[i].number, OfCardOwner)
			Restore(list[i].country, strings.TrimLeft(list[i].number, "0"), OfCardOwner)
		}
		ReadZone(specimen1)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
