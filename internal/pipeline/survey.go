package pipeline

import (
	"context"
	"fmt"
	"sync"

	"kycmigrate/internal/kyc"
)

// surveyRows is the size of a dry run's batches: big enough that handing them
// over costs nothing beside mapping them.
const surveyRows = 256

// Survey is the dry run: every row is read, mapped, checked and judged, and
// the outcomes reach the sink in read order. It returns how many rows were
// read, and the first error of reader, judge or sink: reading stops there, and
// what was read before is still judged, unless it is the judge that failed.
// When ctx is done it returns its error as soon as it can.
func Survey(ctx context.Context, f Front, j Judge, sink Sink) (read int64, err error) {
	h := newHalt(ctx, ctx)
	defer h.release()
	fr := newFront(f, h, surveyRows, true)
	out := make(chan *batch, cap(fr.free))
	s := survey{front: fr, judge: j, out: out}
	var wg sync.WaitGroup
	fr.start(&wg)
	wg.Go(s.judgeAll)

	c := collector{sink: sink, halt: h}
	for b := range out {
		for i := range b.recs {
			c.add(&b.outs[i])
		}
		fr.recycle(b)
	}
	wg.Wait()
	if err := h.result(); err != nil {
		return fr.read, err
	}
	return fr.read, h.audit(fr.read, c.added)
}

type survey struct {
	front *front
	judge Judge
	out   chan<- *batch // judged
}

// judgeAll is the orderer's goroutine. A judge that failed is not asked again.
func (s *survey) judgeAll() {
	defer close(s.out)
	failed := false
	s.front.each(func(b *batch) {
		if failed {
			return
		}
		outs := b.outs[:len(b.recs)]
		clear(outs)
		err := s.judge.Judge(s.front.halt.now, b.recs, outs)
		if err == nil {
			err = matches(b.recs, outs)
		}
		if err != nil {
			failed = true
			s.front.halt.fail(err)
			return
		}
		s.out <- b
	})
}

// matches checks that each record has its own outcome.
func matches(recs []*kyc.Record, outs []kyc.Outcome) error {
	for i := range outs {
		if outs[i].Record != recs[i] {
			return fmt.Errorf("%w: the record at %s has another record's outcome", ErrInternal, recs[i].Row.Origin)
		}
	}
	return nil
}
