//go:build !race

package idnumber

import "testing"

// TestNothingIsAllocated: a number is read without garbage. The race detector
// allocates for itself, so it cannot watch.
func TestNothingIsAllocated(t *testing.T) {
	list := samples(t)
	if n := testing.AllocsPerRun(100, func() {
		for i := range list {
			Read(list[i].country, list[i].number, OfCardOwner)
		}
		ReadZone(specimen1)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
