package uploader

import (
	"fmt"
	"testing"

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
		for _, nth := range []string{"1", "4", "2,3,6"} {
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
		w.want(r, map[kyc.Status]int{kyc.Failed: 2})
		if n := w.sent(sandbox.EndpointPost, 0); n != 2*maxAmbiguous {
			t.Errorf("%d POSTs, want %d ambiguous ones a record", n, maxAmbiguous)
		}
		w.fault()
		w.run()
		w.exactlyOnce()
	})
}

// TestUnreadableHaltsPosts: one unreadable success keeps every other record
// back until it is understood (S5).
func TestUnreadableHaltsPosts(t *testing.T) {
	inBubble(t, "halted, found, on it goes", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick, Lag: 0}, 40)
		w.flights = 4
		w.fault("post:no-id=#6", "get:500=#3-4")
		w.allCreated()
		calls := w.sb.Calls()
		halted := false
		for _, c := range calls {
			switch {
			case c.Endpoint == sandbox.EndpointPost && c.Fault != "":
				halted = true
			case c.Endpoint == sandbox.EndpointGet && c.Status == 200:
				halted = false
			case c.Endpoint == sandbox.EndpointPost && halted:
				halted = halted && c.Time.Sub(calls[0].Time) < 0 // those in flight beside it are allowed below
			}
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
