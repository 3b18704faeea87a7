package uploader

import (
	"fmt"
	"testing"
	"time"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// Test 12 of exactly-once.md: every answer to a POST that is not clear.

var unclearAnswers = []string{
	"no-id", "truncated", "undecryptable", "error-200", "garbage", "processing_error", "processing_error-after", "processing_error-late",
	"no-id-before", "error-200-before", "garbage-before", "undecryptable-before",
	"301", "307", "307-after", "409", "409-after", "408-after", "418", "418-after", "unknown-code", "unknown-code-after",
	"500", "500-after", "502-late", "503-after", "504", "504-after", "drop-before", "drop-after",
}

func TestAnswerZoo(t *testing.T) {
	for _, answer := range unclearAnswers {
		for _, nth := range []string{"1", "2,3,6"} {
			spec := fmt.Sprintf("post:%s=#%s@20s", answer, nth)
			if answer == "truncated" {
				spec = fmt.Sprintf("post:truncated=#%s", nth)
			}
			inBubble(t, spec, func(t *testing.T) {
				w := newWorld(t, soon(), 8)
				w.fault(spec)
				w.allCreated()
			})
		}
	}
	for _, nth := range []string{"2", "4,5"} {
		inBubble(t, "an id already bound, "+nth, func(t *testing.T) {
			w := newWorld(t, soon(), 8)
			w.fault("post:reused-id=#" + nth)
			r := w.allCreated()
			w.distinct(r)
		})
	}
}

// TestAllUnclear: every answer is lost or unreadable, all the time.
func TestAllUnclear(t *testing.T) {
	for _, spec := range []string{"post:drop-after", "post:no-id", "post:502-late@20s", "post:307-after", "post:unknown-code-after"} {
		inBubble(t, spec, func(t *testing.T) {
			w := newWorld(t, soon(), 12)
			w.fault(spec)
			w.run()
			w.never(spec)
			w.fault()
			w.run()
			w.exactlyOnce()
		})
	}
	inBubble(t, "nothing is ever done", func(t *testing.T) {
		w := newWorld(t, soon(), 2)
		w.fault("post:drop-before")
		r := w.run()
		w.want(r, map[kyc.Status]int{kyc.InDoubt: 2})
		if n := w.sent(sandbox.EndpointPost, 0); n != 4 {
			t.Errorf("%d POSTs, want two a record while nothing shows that lookups see", n)
		}
		w.fault()
		w.people = append(w.people, w.people[0])
		last := &w.people[2]
		last.key, last.userid, last.email = "K2", "u-2", "p2@example.org"
		w.run()
		w.exactlyOnce()
	})
}

// TestUnreadableHaltsPosts: one unreadable success keeps every other record
// back until it is understood (S5).
func TestUnreadableHaltsPosts(t *testing.T) {
	inBubble(t, "halted, found, on it goes", func(t *testing.T) {
		w := newWorld(t, soon(), 40)
		w.flights = 4
		w.fault("post:no-id=#6")
		w.allCreated()
		if next := w.afterHalt(); next < w.settle[0] {
			t.Errorf("the next POST left %v after an answer that could not be read, before it was looked up", next)
		}
	})
	inBubble(t, "halted while intents become durable", func(t *testing.T) {
		w := newWorld(t, soon(), 200)
		w.flights = 16
		w.ledger.Gather = 300 * time.Millisecond
		w.fault("post:no-id=#70")
		w.allCreated()
		if next := w.afterHalt(); next < w.settle[0] {
			t.Errorf("the next POST left %v after an answer that could not be read", next)
		}
		if w.takenBack() == 0 {
			t.Error("no intent was under way at the halt: this tests nothing")
		}
		if counted, came := w.counted(), len(w.sb.Calls()); counted != int64(came) {
			t.Errorf("%d calls are counted for the day, %d came", counted, came)
		}
	})
	inBubble(t, "never found: the run stops", func(t *testing.T) {
		w := newWorld(t, soon(), 30)
		w.flights = 1
		w.fault("post:garbage-before=#4", "get:500=#4-400")
		r := w.run()
		w.stopOf(r.err, StopTarget, "unreadable_answers")
		if n := w.sent(sandbox.EndpointPost, 0); n != 4 {
			t.Errorf("%d POSTs, want none after the fourth", n)
		}
		w.want(r, map[kyc.Status]int{kyc.Created: 3, kyc.InDoubt: 1, kyc.NotAttempted: 26})
	})
}

// read opens the ledger for reading, after a run.
func (w *world) read() *checkpoint.Ledger {
	w.t.Helper()
	ledger, err := checkpoint.Open(w.t.Context(), w.dir, checkpoint.Options{ReadOnly: true})
	if err != nil {
		w.t.Fatal(err)
	}
	return ledger
}

// counted is how many calls the ledger counts, all days together.
func (w *world) counted() (n int64) {
	w.t.Helper()
	ledger := w.read()
	defer ledger.Close()
	days := map[string]bool{}
	for _, c := range w.sb.Calls() {
		days[c.Time.UTC().Format(time.DateOnly)] = true
	}
	for day := range days {
		calls, err := ledger.Calls(w.t.Context(), day)
		if err != nil {
			w.t.Fatal(err)
		}
		n += calls
	}
	return n
}

// takenBack counts the records whose first intent was written and not sent.
func (w *world) takenBack() (n int) {
	w.t.Helper()
	ledger := w.read()
	defer ledger.Close()
	for id := range len(w.people) {
		attempts, err := ledger.Attempts(w.t.Context(), int64(id+1))
		if err != nil || len(attempts) == 0 {
			w.t.Fatalf("record %d: %d attempts, %v", id+1, len(attempts), err)
		}
		if len(attempts) > 1 && attempts[0].Effect == "none" && attempts[0].Status == 0 {
			n++
		}
	}
	return n
}

// afterHalt is how long after an answer with a fault the next POST came; what was
// leaving just then was in flight.
func (w *world) afterHalt() (next time.Duration) {
	var halted time.Time
	for _, c := range w.sb.Calls() {
		switch {
		case c.Endpoint != sandbox.EndpointPost:
		case c.Fault != "":
			halted = c.Time.Add(c.Took)
		case !halted.IsZero() && c.Time.After(halted.Add(10*time.Millisecond)) && next == 0:
			next = c.Time.Sub(halted)
		}
	}
	return next
}

// TestUnreadableHaltsLaterRuns: what stopped one run keeps the next ones from
// posting until it is understood, wherever in the source it stands (S5).
func TestUnreadableHaltsLaterRuns(t *testing.T) {
	unread := func(t *testing.T, people int) *world {
		w := newWorld(t, soon(), people)
		w.flights = 2
		w.fault("post:garbage-before=#1", "get:500")
		w.edit = func(c *Config) { c.NoPreflight = true }
		last := w.people[people-1:]
		w.people, last = last, w.people
		w.stopOf(w.run().err, StopTarget, "unreadable_answers")
		w.people = last
		return w
	}
	inBubble(t, "still not understood", func(t *testing.T) {
		w := unread(t, 300)
		for range 3 {
			r := w.run()
			w.stopOf(r.err, StopTarget, "unreadable_answers")
			if n := r.count(kyc.NotAttempted) + r.count(kyc.InDoubt); n != len(r.list) {
				t.Errorf("%d of %d were neither left alone nor left in doubt", len(r.list)-n, len(r.list))
			}
		}
		if n := w.sent(sandbox.EndpointPost, 0); n != 1 {
			t.Errorf("%d POSTs, want none after the first", n)
		}
		w.fault()
		w.allOf(w.run(), 300)
		w.exactlyOnce()
	})
	inBubble(t, "understood: it was stored", func(t *testing.T) {
		w := unread(t, 40)
		w.withPictures(1)
		w.fault("post:garbage=#1", "get:500=#1-30")
		w.dir, w.people = t.TempDir(), w.people[39:]
		w.stopOf(w.run().err, StopTarget, "unreadable_answers")
		w.fault()
		r := w.run()
		w.want(r, map[kyc.Status]int{kyc.Created: 1})
		w.exactlyOnce()
		w.picturesIn()
	})
	inBubble(t, "not in this source", func(t *testing.T) {
		w := unread(t, 10)
		w.fault()
		all := w.people
		w.people = all[:9]
		r := w.run()
		w.stopOf(r.err, StopTarget, "unreadable_answers")
		w.want(r, map[kyc.Status]int{kyc.NotAttempted: 9})
		if err := w.decide("K9", checkpoint.DecideAbsent, ""); err != nil {
			t.Fatal(err)
		}
		w.allOf(w.run(), 9)
		w.people = all
		w.allOf(w.run(), 10)
		w.exactlyOnce()
	})
	inBubble(t, "interrupted meanwhile", func(t *testing.T) {
		w := unread(t, 10)
		w.fault()
		r := w.runUntil(3 * time.Second)
		w.want(r, map[kyc.Status]int{kyc.NotAttempted: 9, kyc.InDoubt: 1})
		w.allOf(w.run(), 10)
		w.exactlyOnce()
	})
}

// TestDoubtReasons: the operator is told what happened to the POST.
func TestDoubtReasons(t *testing.T) {
	for fault, want := range map[string]string{
		"post:no-id=#3": reasonUnreadable, "post:truncated=#3": reasonUnreadable, "post:reused-id=#3": reasonIDBound,
		"post:502-after=#3": reasonServerError, "post:unknown-code=#3": reasonServerError, "post:drop-after=#3": reasonUnanswered,
	} {
		inBubble(t, fault, func(t *testing.T) {
			w := newWorld(t, soon(), 3)
			w.flights = 1
			w.fault(fault)
			r := w.runUntil(3 * time.Second)
			w.want(r, map[kyc.Status]int{kyc.Created: 2, kyc.InDoubt: 1})
			for _, o := range r.list {
				if o.Status == kyc.InDoubt && (o.Doubt.Reason != want || !hasIssue(o, want)) {
					t.Errorf("in doubt for %s, want %s", o.Doubt.Reason, want)
				}
			}
		})
	}
}
