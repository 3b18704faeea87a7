package validate

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

// Where rows stand is told of those that were noted, once all are.
func TestOrigins(t *testing.T) {
	x := newTestIdentity(t, nil)
	for _, seq := range []int{0, 1, 4, 5} {
		rec := person(seq, nil)
		if seq > 1 {
			rec.Row.Origin = kyc.Origin{File: "more.csv", Line: int64(seq), Row: int64(seq) - 3}
		}
		note1(t, x, rec)
	}
	rows := []int64{2, 3, 5, 9}
	if early, err := x.Origins(rows); err != nil || len(early) > 0 {
		t.Errorf("before all are noted: %v, %v", early, err)
	}
	told(t, x)
	want := map[int64]kyc.Origin{2: person(1, nil).Row.Origin, 5: {File: "more.csv", Line: 4, Row: 1}}
	for range 2 {
		got, err := x.Origins(rows)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("(-want +got):\n%s%v", diff, err)
		}
	}
}
