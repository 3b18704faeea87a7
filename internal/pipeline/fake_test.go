package pipeline

import (
	"context"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"kycmigrate/internal/kyc"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// fakeRows is a source of n rows. It blocks, until its context ends, at row
// blockAt, and fails with err at row failAt.
type fakeRows struct {
	n       int64
	chunk   int // rows a Read at most; 0: as asked
	failAt  int64
	err     error
	blockAt int64

	next   int64
	failed bool // it has returned err
}

func (f *fakeRows) Read(ctx context.Context, rows []kyc.Row) (int, error) {
	if f.chunk > 0 {
		rows = rows[:min(len(rows), f.chunk)]
	}
	for i := range rows {
		switch {
		case f.blockAt > 0 && f.next == f.blockAt:
			<-ctx.Done()
			return i, fmt.Errorf("read: %w", ctx.Err())
		case f.err != nil && f.next == f.failAt:
			f.failed = true
			return i, f.err
		case f.next == f.n:
			return i, io.EOF
		}
		if len(rows[i].Cells) > 0 || rows[i].Seq != 0 {
			return i, fmt.Errorf("row %d was handed over with another row in it", f.next)
		}
		rows[i] = kyc.Row{Seq: f.next, Origin: kyc.Origin{File: "a.csv", Line: f.next + 2}, Cells: []string{"x"}}
		f.next++
	}
	return len(rows), nil
}

// rowMapper makes empty records, each after a time that depends on its row, so
// that batches are ready in another order than they were read in.
type rowMapper struct{ slow func(seq int64) time.Duration }

func (m rowMapper) Map(rec *kyc.Record) {
	if m.slow != nil {
		time.Sleep(m.slow(rec.Row.Seq))
	}
}

type checkFunc func(*kyc.Record)

func (f checkFunc) Check(rec *kyc.Record) { f(rec) }

type orderFunc func(*kyc.Record)

func (f orderFunc) Check(recs []*kyc.Record) {
	for _, rec := range recs {
		f(rec)
	}
}

// readyJudge finds every record ready.
type readyJudge struct{}

func (readyJudge) Judge(_ context.Context, recs []*kyc.Record, outs []kyc.Outcome) error {
	ready(recs, outs)
	return nil
}

func ready(recs []*kyc.Record, outs []kyc.Outcome) {
	for i, rec := range recs {
		outs[i] = kyc.Outcome{Status: kyc.Ready, Record: rec}
	}
}

type judgeFunc func([]*kyc.Record, []kyc.Outcome) error

func (f judgeFunc) Judge(_ context.Context, recs []*kyc.Record, outs []kyc.Outcome) error {
	return f(recs, outs)
}

// memSink notes what it is given; it fails from outcome failAt on.
type memSink struct {
	seqs   []int64
	status map[int64]kyc.Status
	failAt int
	err    error
}

func (s *memSink) Add(o *kyc.Outcome) error {
	if s.status == nil {
		s.status = map[int64]kyc.Status{}
	}
	s.seqs = append(s.seqs, o.Record.Row.Seq)
	s.status[o.Record.Row.Seq] = o.Status
	if s.err != nil && len(s.seqs) > s.failAt {
		return s.err
	}
	return nil
}

func (s *memSink) count(want kyc.Status) (n int) {
	for _, got := range s.status {
		if got == want {
			n++
		}
	}
	return n
}

// once fails the test unless every row below read was added exactly once.
func (s *memSink) once(t *testing.T, read int64) {
	t.Helper()
	if int64(len(s.seqs)) != read || int64(len(s.status)) != read {
		t.Errorf("%d rows read, %d outcomes added, %d of them different", read, len(s.seqs), len(s.status))
	}
}

// fakeHandler creates every record at once unless told otherwise.
type fakeHandler struct {
	prepare func([]*Job) error
	handle  func(context.Context, *Job) (Step, error)
	finish  func(*Job) *kyc.Outcome

	mu       sync.Mutex
	handled  []int64 // in the order of the calls
	finished []int64
	drained  atomic.Int64
}

func (h *fakeHandler) Prepare(_ context.Context, jobs []*Job) error {
	if h.prepare != nil {
		return h.prepare(jobs)
	}
	return nil
}

func (h *fakeHandler) Handle(ctx context.Context, job *Job) (Step, error) {
	h.mu.Lock()
	h.handled = append(h.handled, job.Record.Row.Seq)
	h.mu.Unlock()
	if h.handle != nil {
		return h.handle(ctx, job)
	}
	return created(job), nil
}

func (h *fakeHandler) Room() <-chan struct{} { return nil }

func (h *fakeHandler) Drain() { h.drained.Add(1) }

func (h *fakeHandler) Finish(_ context.Context, job *Job) *kyc.Outcome {
	h.finished = append(h.finished, job.Record.Row.Seq)
	if h.finish != nil {
		return h.finish(job)
	}
	return &kyc.Outcome{Status: kyc.NotAttempted, Record: job.Record}
}

func created(job *Job) Step {
	return Step{Outcome: &kyc.Outcome{Status: kyc.Created, Record: job.Record}}
}

// parkOnce makes a job wait once for d, and creates it then.
func parkOnce(job *Job, d time.Duration) Step {
	if job.State != nil {
		return created(job)
	}
	job.State = true
	return Step{Again: time.Now().Add(d)}
}
