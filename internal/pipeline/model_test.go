package pipeline

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// scenario is one random run: what every row does, and what goes wrong when.
type scenario struct {
	rows       []rowScript
	chunk      int
	mapWorkers int
	workers    int
	readFail   int64         // row before which the source fails; 0: never
	prepFail   int64         // row whose batch Prepare fails; 0: never
	sinkFail   int           // outcomes the sink takes before it fails; 0: all
	soft, now  time.Duration // when the run is stopped and left; 0: never
}

// rowScript is what the calls of Handle for one row do, one after another.
type rowScript []callScript

type callScript struct {
	takes time.Duration
	wait  time.Duration // park for so long afterwards; the last call does not
	fails bool
}

const longestCall = 3 * time.Second

func drawScenario(t *rapid.T) scenario {
	seconds := func(name string, most time.Duration) time.Duration {
		return time.Duration(rapid.IntRange(0, int(most/time.Millisecond)).Draw(t, name)) * time.Millisecond
	}
	rare := func(name string, most int) int {
		if rapid.IntRange(0, 3).Draw(t, name+"?") > 0 {
			return 0
		}
		return rapid.IntRange(1, most).Draw(t, name)
	}
	s := scenario{
		rows:       make([]rowScript, rapid.IntRange(0, 300).Draw(t, "rows")),
		chunk:      rapid.IntRange(1, 100).Draw(t, "chunk"),
		mapWorkers: rapid.IntRange(1, 4).Draw(t, "mapWorkers"),
		workers:    rapid.IntRange(1, 8).Draw(t, "workers"),
	}
	failures := rare("failures", 2)
	for i := range s.rows {
		calls := max(1, rapid.IntRange(-3, 4).Draw(t, "calls"))
		for range calls {
			s.rows[i] = append(s.rows[i], callScript{
				takes: seconds("takes", longestCall),
				wait:  seconds("wait", 20*time.Second),
				fails: failures > 0 && rapid.IntRange(0, 200).Draw(t, "fails") == 0,
			})
		}
	}
	n := max(1, len(s.rows))
	s.readFail, s.prepFail, s.sinkFail = int64(rare("readFail", n)), int64(rare("prepFail", n)), rare("sinkFail", n)
	s.soft = time.Duration(rare("soft", 60)) * time.Second
	s.now = time.Duration(rare("now", 60)) * time.Second
	return s
}

// witness is the scenario's Handler. It notes every breach of the contract.
type witness struct {
	scenario
	start time.Time

	mu      sync.Mutex
	calls   map[int64]int
	due     map[int64]time.Time
	inside  map[int64]bool
	last    time.Time // when the last call of Handle returned
	started time.Time // when the last call of Handle began
	failed  bool      // an error was returned
	drained time.Time // when the end was told of
	breach  error
}

func (w *witness) breached(format string, args ...any) {
	if w.breach == nil {
		w.breach = fmt.Errorf(format, args...)
	}
}

func (w *witness) Prepare(_ context.Context, jobs []*Job) error {
	for _, job := range jobs {
		if seq := job.Record.Row.Seq; w.prepFail > 0 && seq == w.prepFail {
			w.mu.Lock()
			defer w.mu.Unlock()
			w.failed = true
			return errBoom
		}
	}
	return nil
}

func (w *witness) Handle(ctx context.Context, job *Job) (Step, error) {
	seq := job.Record.Row.Seq
	call, last := w.enter(seq)
	select {
	case <-time.After(call.takes):
	case <-ctx.Done():
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.inside[seq] = false
	if ctx.Err() != nil {
		return Step{}, ctx.Err()
	}
	w.last = time.Now()
	switch {
	case call.fails:
		w.failed = true
		return Step{}, errBoom
	case last:
		return created(job), nil
	}
	w.due[seq] = time.Now().Add(call.wait)
	return Step{Again: w.due[seq]}, nil
}

func (w *witness) enter(seq int64) (callScript, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.started = time.Now()
	if w.inside[seq] {
		w.breached("row %d is handled twice at once", seq)
	}
	if time.Now().Before(w.due[seq]) {
		w.breached("row %d is handled before its time", seq)
	}
	w.inside[seq] = true
	script := w.rows[seq]
	n := w.calls[seq]
	if n == 0 && !w.drained.IsZero() && time.Now().After(w.drained) {
		w.breached("row %d begins after the end was told of", seq)
	}
	w.calls[seq]++
	return script[n], n == len(script)-1
}

func (w *witness) Room() <-chan struct{} { return nil }

func (w *witness) Drain() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.drained.IsZero() {
		w.breached("the end is told of twice")
	}
	w.drained = time.Now()
}

func (w *witness) Finish(_ context.Context, job *Job) *kyc.Outcome {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.inside[job.Record.Row.Seq] {
		w.breached("row %d is finished while it is handled", job.Record.Row.Seq)
	}
	return &kyc.Outcome{Status: kyc.NotAttempted, Record: job.Record}
}

// play runs the scenario and returns the first breach of a promise.
func (s scenario) play(t *testing.T) error {
	w := &witness{scenario: s, start: time.Now(), calls: map[int64]int{}, due: map[int64]time.Time{}, inside: map[int64]bool{}}
	ctx, soft := t.Context(), t.Context()
	if s.now > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, s.now)
		defer cancel()
	}
	if s.soft > 0 {
		var cancel context.CancelFunc
		soft, cancel = context.WithTimeout(soft, s.soft)
		defer cancel()
	}
	rows := &fakeRows{n: int64(len(s.rows)), chunk: s.chunk}
	if s.readFail > 0 {
		rows.failAt, rows.err = s.readFail, errBoom
	}
	sink := &memSink{failAt: s.sinkFail}
	if s.sinkFail > 0 {
		sink.err = errBoom
	}
	f := Front{Rows: rows, Mapper: rowMapper{}, Workers: s.mapWorkers}
	read, err := Run(ctx, soft, f, w, s.workers, sink)
	if w.breach != nil {
		return w.breach
	}
	return s.verdict(w, rows, sink, read, err)
}

func (s scenario) verdict(w *witness, rows *fakeRows, sink *memSink, read int64, err error) error {
	took := time.Since(w.start)
	left := s.now > 0 && took >= s.now
	failed := w.failed || rows.failed || (s.sinkFail > 0 && len(sink.seqs) > s.sinkFail)
	stopped := s.soft > 0 && took >= s.soft
	switch {
	case len(sink.seqs) != len(sink.status):
		return fmt.Errorf("%d outcomes for %d rows", len(sink.seqs), len(sink.status))
	case read != rows.next:
		return fmt.Errorf("read %d, the source gave %d", read, rows.next)
	case errors.Is(err, ErrInternal):
		return err
	case left && took > s.now:
		return fmt.Errorf("left at %s, ended at %s", s.now, took)
	case left && err == nil:
		return errors.New("left, but no error")
	case left:
		for seq := range w.calls {
			if _, told := sink.status[seq]; !told {
				return fmt.Errorf("row %d was handled and has no outcome", seq)
			}
		}
		return nil
	case int64(len(sink.seqs)) != read:
		return fmt.Errorf("read %d, %d outcomes", read, len(sink.seqs))
	case failed != (err != nil):
		return fmt.Errorf("failed %v, error %v", failed, err)
	case stopped && w.started.Sub(w.start) > s.soft:
		return fmt.Errorf("a call began at %s, after the stop at %s", w.started.Sub(w.start), s.soft)
	case stopped && took > s.soft+longestCall:
		return fmt.Errorf("stopped at %s, ended at %s", s.soft, took)
	case !failed && !stopped && (read != int64(len(s.rows)) || sink.count(kyc.Created) != len(s.rows)):
		return fmt.Errorf("%d rows, %d read, %d created", len(s.rows), read, sink.count(kyc.Created))
	case !w.last.IsZero() && took > max(w.last.Sub(w.start), s.soft):
		return fmt.Errorf("the last call ended at %s, the run at %s", w.last.Sub(w.start), took)
	}
	return nil
}

// Random handlers, errors, stops and sources, in virtual time.
func TestRunModel(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := drawScenario(rt)
		var breach error
		synctest.Test(t, func(t *testing.T) { breach = s.play(t) })
		if breach != nil {
			rt.Fatal(breach)
		}
	})
}
