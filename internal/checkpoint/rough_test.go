package checkpoint

import (
	"math/rand/v2"
	"testing"
)

// TestRough adds fingerprints over several layers: each is known, and few others are.
func TestRough(t *testing.T) {
	const n = 7 * (roughFirst / roughBits) // three layers, full
	random := rand.New(rand.NewPCG(1, 2))
	fresh := func() (m MAC) {
		for i := range m {
			m[i] = byte(random.Uint32())
		}
		return m
	}
	var r rough
	var added []MAC
	for range n {
		m := fresh()
		r.add(m)
		added = append(added, m)
	}
	for i, m := range added {
		if !r.may(m) {
			t.Fatalf("number %d is not known", i)
		}
	}
	wrong := 0
	for range n {
		if r.may(fresh()) {
			wrong++
		}
	}
	if wrong > n/4 || wrong == 0 {
		t.Errorf("%d of %d that were never added are taken for known", wrong, n)
	}
	if len(r.layers) != 3 {
		t.Errorf("%d layers", len(r.layers))
	}
}
