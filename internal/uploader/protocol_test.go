package uploader

import (
	"context"
	"errors"
	"testing"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// Helpers that the protocol tests share. What the target has stored and the
// calls that it has counted are the assertions.

// fields are a person's as an outsider would have sent them.
func (p *person) asSent() map[string]string {
	m := map[string]string{}
	sub := p.record(0).Submission
	for _, f := range sub.Present() {
		m[f.String()] = sub[f]
	}
	return m
}

// plant stores an outsider's submission; age is how long ago.
func (w *world) plant(fields map[string]string, age time.Duration, deleted bool) string {
	w.t.Helper()
	id, err := w.sb.Plant(sandbox.Outsider{Fields: fields, CreatedAt: w.sb.Now().Add(-age), Deleted: deleted})
	if err != nil {
		w.t.Fatal(err)
	}
	return id
}

// sent counts the calls of a kind that the target has received since a
// sequence number.
func (w *world) sent(kind sandbox.Endpoint, since uint64) int {
	w.sb.Wait()
	n := 0
	for _, c := range w.sb.Calls() {
		if c.Endpoint == kind && c.Seq > since {
			n++
		}
	}
	return n
}

// mark is the sequence number of the last call.
func (w *world) mark() uint64 {
	w.sb.Wait()
	calls := w.sb.Calls()
	if len(calls) == 0 {
		return 0
	}
	return calls[len(calls)-1].Seq
}

// of finds the outcome of a key.
func (o *outcomes) of(key string) *kyc.Outcome {
	for _, out := range o.list {
		if out.Record.Key.String() == key {
			return out
		}
	}
	return nil
}

// want asserts how many outcomes have which status; every outcome counts.
func (w *world) want(r *result, want map[kyc.Status]int) {
	w.t.Helper()
	sum := 0
	for s := range kyc.NumStatuses {
		if got := r.count(s); got != want[s] {
			w.t.Errorf("%d %s, want %d", got, s, want[s])
		}
		sum += want[s]
	}
	if sum != len(w.people) || len(r.list) != sum {
		w.t.Errorf("%d outcomes of %d people, %d wanted", len(r.list), len(w.people), sum)
	}
	if w.t.Failed() {
		w.t.Logf("error %v\n%s", r.err, w.log.lines.String())
		for _, o := range r.list {
			if o.Status != kyc.Created && o.Status != kyc.Already {
				w.t.Logf("%s: %s %s %+v", o.Record.Key, o.Status, firstCode(o.Issues), o.Doubt)
			}
		}
		w.t.FailNow()
	}
}

// allCreated runs once and asserts that everybody is created, exactly once.
func (w *world) allCreated() *result {
	w.t.Helper()
	r := w.run()
	if r.err != nil {
		w.t.Fatalf("the run ended with %v\n%s", r.err, w.log.lines.String())
	}
	w.want(r, map[kyc.Status]int{kyc.Created: len(w.people)})
	w.exactlyOnce()
	return r
}

// never asserts that nobody is in the target twice.
func (w *world) never(twice string) {
	w.t.Helper()
	for id, n := range w.stored() {
		if n > 1 {
			w.t.Errorf("%s: %q is in the target %d times\n%s", twice, id, n, w.log.lines.String())
		}
	}
}

// stopOf asserts that a run ended with a Stop of this kind and code.
func (w *world) stopOf(err error, kind StopKind, code string) {
	w.t.Helper()
	var stop *Stop
	if !errors.As(err, &stop) || stop.Kind != kind || stop.Code != code {
		w.t.Fatalf("the run ended with %v (%+v), want a Stop %d %s\n%s", err, stop, kind, code, w.log.lines.String())
	}
	if stop.Message == "" || stop.Hint == "" {
		w.t.Errorf("Stop %s tells not what to do", code)
	}
}

// runUntil is one process that gets a soft stop after a while.
func (w *world) runUntil(d time.Duration) *result {
	w.t.Helper()
	soft, stop := context.WithCancel(context.Background())
	defer stop()
	timer := time.AfterFunc(d, stop)
	defer timer.Stop()
	r, err := w.runSoft(soft, time.Now())
	if err != nil {
		w.t.Fatal(err)
	}
	return r
}

// nthCall kills the process at the nth time that at happens.
func nthCall(at string, n int) func(string) bool {
	return func(where string) bool {
		if where == at {
			n--
		}
		return where == at && n == 0
	}
}

// killedAt runs a process that is killed at the nth time that at happens.
func (w *world) killedAt(at string, n int) *result {
	w.t.Helper()
	w.crash = nthCall(at, n)
	r := w.run()
	w.crash = nil
	if !errors.Is(r.err, context.Canceled) && !errors.Is(r.err, errKilled) {
		w.t.Fatalf("the process ended with %v, want it killed", r.err)
	}
	return r
}

// reasonOf is the doubt's reason, "" for any other outcome.
func reasonOf(o *kyc.Outcome) string {
	if o == nil || o.Doubt == nil {
		return ""
	}
	return o.Doubt.Reason
}

// hasIssue reports whether an outcome carries an issue of this code.
func hasIssue(o *kyc.Outcome, code string) bool {
	if o == nil {
		return false
	}
	for i := range o.Issues {
		if o.Issues[i].Code == code {
			return true
		}
	}
	return false
}

const quick = 100 * time.Millisecond

// soon is a target that answers after a tenth of a second.
func soon() sandbox.Config { return sandbox.Config{Latency: quick} }

func TestProtocolHelpersSee(t *testing.T) {
	inBubble(t, "a double is seen", func(t *testing.T) {
		w := newWorld(t, soon(), 2)
		w.allCreated()
		if n := w.sent(sandbox.EndpointPost, 0); n != 2 {
			t.Errorf("%d POSTs were counted, want 2", n)
		}
		if id := w.plant(w.people[0].asSent(), 0, false); id == "" {
			t.Error("nothing was planted")
		}
		if n := w.stored()[w.people[0].userid]; n != 1 {
			t.Errorf("outsiders are counted as ours: %d", n)
		}
	})
}
