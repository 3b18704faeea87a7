package inspect

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// A set of hashes is a set, whatever comes in, and gives back what it took.
func TestHashSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		slots := &budget{left: 1 << 12}
		set, truth := hashSet{budget: slots}, map[uint64]bool{}
		for _, h := range rapid.SliceOf(rapid.Uint64Range(0, 300)).Draw(t, "hashes") {
			fresh, full := set.add(h)
			if full || fresh == truth[h] {
				t.Fatalf("%d: fresh %v, full %v", h, fresh, full)
			}
			truth[h] = true
		}
		if set.len() != int64(len(truth)) {
			t.Fatalf("%d of %d", set.len(), len(truth))
		}
		if set.release(); slots.left != 1<<12 {
			t.Fatalf("%d slots are left", slots.left)
		}
	})
}

func TestEstimateIsNear(t *testing.T) {
	for _, n := range []int{100, 5_000, 40_000, 1_000_000} {
		var e estimate
		for i := range n {
			e.add(mix(uint64(i) + 1))
		}
		if off := math.Abs(float64(e.count())-float64(n)) / float64(n); off > 0.05 {
			t.Errorf("%d counted as %d", n, e.count())
		}
	}
}

// Where memory runs out, the answer says so.
func TestLimitsAreTold(t *testing.T) {
	p, err := New([]string{"id", "email"}, Options{Key: []string{"id"}})
	if err != nil {
		t.Fatal(err)
	}
	p.slots.left, p.key.slots.left = 300, 300
	for i := range 1000 {
		p.Add(&kyc.Row{Cells: []string{fmt.Sprint(i), fmt.Sprintf("p%d@bank.example", i)}})
	}
	r := p.Result()
	if notes := strings.Join(r.Notes, "\n"); !strings.Contains(notes, "the keys of the first 192 rows") || !strings.Contains(notes, `the values of "email"`) {
		t.Errorf("notes: %q", r.Notes)
	}
	if c := r.Columns[1]; c.DistinctExact || c.Distinct < 950 || c.Distinct > 1000 {
		t.Errorf("email: %d distinct, exact %v", c.Distinct, c.DistinctExact)
	}
	if len(r.Traps) > 0 {
		t.Errorf("traps: %+v", r.Traps)
	}
}
