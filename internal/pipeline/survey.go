package pipeline

import (
	"context"
	"fmt"
	"sync"

	"kycmigrate/internal/kyc"
)

// surveyRows is the size of a dry run's batches: big enough that handing the turn
// on costs nothing beside mapping them.
const surveyRows = 1024

// Survey is the dry run: every row is read, mapped, checked and judged, and
// the outcomes reach the sink in read order. It returns how many rows were
// read, and the first error of reader, judge or sink: reading stops there, and
// what was read before is still judged, unless it is the judge that failed.
// When ctx is done it returns its error as soon as it can.
func Survey(ctx context.Context, f Front, j Judge, sink Sink) (read int64, err error) {
	h := newHalt(ctx, ctx)
	defer h.release()
	s := &survey{
		front: &front{Front: f, halt: h}, judge: j, sink: collector{sink: sink, halt: h},
		turn: make(chan struct{}, 1), through: make(chan struct{}),
	}
	close(s.through)
	s.turn <- struct{}{}
	var wg sync.WaitGroup
	for range max(1, f.Workers) {
		m := f.mapper()
		wg.Go(func() { s.work(m) })
	}
	wg.Wait()
	if err := h.result(); err != nil {
		return s.front.read, err
	}
	return s.front.read, h.audit(s.front.read, s.sink.added)
}

// survey is one dry run. Each worker takes a batch the whole way, from its
// reading to the sink, so that what it touches stays in the cache of one core.
// Two things are done by one worker at a time: reading, and, in read order, what
// comes after the mapping.
type survey struct {
	front   *front // reads and maps; its channels are not used
	judge   Judge
	sink    collector
	turn    chan struct{} // holds a value while nobody reads; closed after the end
	through chan struct{} // closed when the batch read last is through; of whoever has the turn
	failed  bool          // the judge did; of whoever is next in order
}

// work is one worker.
func (s *survey) work(m Mapper) {
	b := newBatch(surveyRows)
	b.store, b.outs = make([]kyc.Record, surveyRows), make([]kyc.Outcome, surveyRows)
	if f := s.front; f.Lend > 0 {
		b.texts = make([]byte, f.Lend)
	}
	for range s.turn {
		more := !s.front.halt.stopping() && s.front.readBatch(b)
		before, through := s.through, make(chan struct{})
		s.through = through
		if more {
			s.turn <- struct{}{}
		} else {
			close(s.turn)
		}
		s.front.mapBatch(m, b)
		<-before
		s.finish(b)
		close(through)
		b.empty()
	}
}

// finish takes a mapped batch to the sink. After a judge has failed no more is
// judged, and when the run is to end at once nobody looks at anything.
func (s *survey) finish(b *batch) {
	if s.failed || s.front.halt.leaving() || len(b.recs) == 0 {
		return
	}
	if s.front.Unique != nil {
		s.front.Unique.Check(b.recs)
	}
	outs := b.outs[:len(b.recs)]
	clear(outs)
	err := s.judge.Judge(s.front.halt.now, b.recs, outs)
	if err == nil {
		err = matches(b.recs, outs)
	}
	if err != nil {
		s.failed = true
		s.front.halt.fail(err)
		return
	}
	s.sink.addAll(outs)
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
