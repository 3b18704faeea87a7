package cli

import (
	"errors"
	"slices"
	"testing"

	"kycmigrate/internal/kyc"
)

// oneByOne takes outcomes one by one, atOnce in batches; both fail where told to.
type oneByOne struct {
	seqs []int64
	fail int64
}

func (s *oneByOne) Add(o *kyc.Outcome) error {
	s.seqs = append(s.seqs, o.Record.Row.Seq)
	if s.fail > 0 && o.Record.Row.Seq == s.fail {
		return errors.New("one by one")
	}
	return nil
}

type atOnce struct {
	oneByOne
	batches int
}

func (s *atOnce) AddAll(outs []kyc.Outcome) (err error) {
	s.batches++
	for i := range outs {
		err = errors.Join(err, s.Add(&outs[i]))
	}
	return err
}

// Every sink sees every outcome in read order, whatever the others do, and the first error
// is told.
func TestSinksSeeAll(t *testing.T) {
	outs := make([]kyc.Outcome, 5)
	var want []int64
	for i := range outs {
		outs[i].Record = &kyc.Record{Row: &kyc.Row{Seq: int64(i)}}
		want = append(want, int64(i))
	}
	first, second, third := &oneByOne{fail: 2}, &atOnce{}, &atOnce{oneByOne: oneByOne{fail: 4}}
	err := sinks{first, second, third}.AddAll(outs)
	if err == nil || err.Error() != "one by one" {
		t.Errorf("the error is %v", err)
	}
	for i, got := range [][]int64{first.seqs, second.seqs, third.seqs} {
		if !slices.Equal(got, want) {
			t.Errorf("sink %d saw %v", i, got)
		}
	}
	if second.batches != 1 {
		t.Errorf("%d batches", second.batches)
	}
}
