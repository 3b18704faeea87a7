package pipeline

import (
	"context"
	"sync"

	"kycmigrate/internal/kyc"
)

// runRows is the size of an upload's batches. They are small: at some tens of
// calls a second each is seconds of work, and when the run is stopped what was
// read ahead ends as not attempted.
const runRows = 64

// Run is the upload: rows are read and mapped as in Survey, prepared in
// batches, and handled by the given number of workers. Jobs whose time has
// come go before fresh ones.
//
// When soft is done, or at the first error of reader, handler or sink, no more
// is read, every job that is not inside Handle goes to Finish at once, calls
// of Handle under way end by themselves, and every row read has its outcome in
// the sink. A soft stop alone is no error. When ctx is done, Run returns its
// error as soon as the calls under way return. Jobs have their outcomes then too; a
// row that was read and is no job yet gets none.
func Run(ctx, soft context.Context, f Front, h Handler, workers int, sink Sink) (read int64, err error) {
	ht := newHalt(ctx, soft)
	defer ht.release()
	fr := newFront(f, ht, runRows)
	d := newDispatcher(ht, h, max(1, workers))
	var wg sync.WaitGroup
	fr.start(&wg)
	wg.Go(func() { feed(fr, h, d.fresh) })
	wg.Go(d.dispatch)
	for range max(1, workers) {
		wg.Go(d.work)
	}

	c := collector{sink: sink, halt: ht}
	for o := range d.out {
		c.add(o)
	}
	wg.Wait()
	return fr.read, ht.audit(fr.read, c.added)
}

// feed is the orderer's goroutine: it makes jobs of the batches and hands them
// to the dispatcher one by one. The dispatcher takes all, also at the end.
func feed(f *front, h Handler, fresh chan<- *Job) {
	defer close(fresh)
	f.each(func(b *batch) {
		jobs := makeJobs(b.recs)
		f.recycle(b)
		if !f.halt.stopping() {
			if err := h.Prepare(f.halt.now, jobs); err != nil {
				f.halt.fail(err)
			}
		}
		for _, job := range jobs {
			fresh <- job
		}
	})
}

// makeJobs takes the records out of their batch. Each gets a row of its own:
// a job may be parked for minutes and must not hold a whole batch in memory.
func makeJobs(recs []*kyc.Record) []*Job {
	jobs := make([]*Job, len(recs))
	for i, rec := range recs {
		own := &struct {
			job Job
			row kyc.Row
		}{Job{Record: rec}, *rec.Row}
		rec.Row = &own.row
		jobs[i] = &own.job
	}
	return jobs
}
