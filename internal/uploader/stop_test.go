package uploader

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// How runs end before their source does: what the target refuses to all, a
// signal, a ledger that cannot be written. Test 14 of exactly-once.md at its
// core.

func TestRunFaults(t *testing.T) {
	for fault, code := range map[string]string{
		"wrong-key": "key_rejected", "ip-denied": "ip_not_allowed", "invalid_admin": "invalid_admin", "invalid_project": "invalid_project",
		"401": "unauthorized", "404": "not_found", "405": "method_not_allowed",
	} {
		for _, nth := range []string{"1", "7"} {
			inBubble(t, fault+" "+nth, func(t *testing.T) {
				w := newWorld(t, soon(), 30)
				w.flights = 4
				w.fault("post:" + fault + "=#" + nth + "-400")
				r := w.run()
				w.stopOf(r.err, StopTarget, code)
				if r.count(kyc.Failed)+r.count(kyc.Refused)+r.count(kyc.Rejected) != 0 || r.count(kyc.NotAttempted) == 0 {
					w.want(r, map[kyc.Status]int{kyc.NotAttempted: 30})
				}
				if r.count(kyc.Created)+r.count(kyc.NotAttempted) != 30 || r.read != int64(len(r.list)) && r.read != 30 {
					t.Errorf("%d created, %d not attempted of %d read", r.count(kyc.Created), r.count(kyc.NotAttempted), r.read)
				}
				w.fault()
				w.allOf(w.run(), 30)
				w.exactlyOnce()
			})
		}
	}
	for _, fault := range []string{"get:wrong-key", "get:ip-denied"} {
		inBubble(t, fault, func(t *testing.T) {
			w := newWorld(t, soon(), 5)
			w.fault(fault)
			r := w.run()
			var stop *Stop
			if !errors.As(r.err, &stop) || stop.Kind != StopTarget {
				t.Errorf("ended with %v", r.err)
			}
			w.want(r, map[kyc.Status]int{kyc.NotAttempted: 5})
		})
	}
	inBubble(t, "while pictures are put", func(t *testing.T) {
		w := newWorld(t, soon(), 10)
		w.withPictures(1)
		w.fault("put:wrong-key=#4-400")
		r := w.run()
		w.stopOf(r.err, StopTarget, "key_rejected")
		w.fault()
		w.allOf(w.run(), 10)
		w.exactlyOnce()
		w.picturesIn()
	})
}

func TestSoftStop(t *testing.T) {
	for _, faults := range [][]string{nil, {"post:drop-after=10%"}, {"post:drop-before=10%", "put:500=10%"}, {"post:drop-late=15%@40s"}} {
		for _, after := range []time.Duration{0, 50 * time.Millisecond, time.Second, 5 * time.Second, 30 * time.Second} {
			inBubble(t, fmt.Sprint(faults, " after ", after), func(t *testing.T) {
				w := newWorld(t, soon(), 60)
				w.withPictures(1)
				w.rate = 10
				w.fault(faults...)
				begin := time.Now()
				r := w.runUntil(after)
				if r.err != nil {
					t.Fatalf("a soft stop is no error: %v", r.err)
				}
				if late := time.Since(begin) - after; after < 5*time.Second && late > 40*time.Second {
					t.Errorf("the run went on for %v", late)
				}
				if int(r.read) != len(r.list) {
					t.Errorf("%d rows read, %d outcomes", r.read, len(r.list))
				}
				w.never("soft stop")
				w.fault()
				w.allOf(w.run(), 60)
				w.exactlyOnce()
				w.picturesIn()
			})
		}
	}
}

// TestSoftStopWithDoubts: a signal does not wait for doubts; they stay, with
// their times, and the next run settles them without waiting less.
func TestSoftStopWithDoubts(t *testing.T) {
	for _, how := range []string{"post:drop-before=#2,3", "post:drop-late=#2,3@44s"} {
		inBubble(t, how, func(t *testing.T) {
			w := newWorld(t, soon(), 4)
			w.fault(how)
			begin := time.Now()
			r := w.runUntil(20 * time.Second)
			if took := time.Since(begin); took > 21*time.Second {
				t.Errorf("the signal took %v", took-20*time.Second)
			}
			w.want(r, map[kyc.Status]int{kyc.Created: 2, kyc.InDoubt: 2})
			for _, o := range r.list {
				if o.Status == kyc.InDoubt && (o.Doubt.Reason == "" || o.Doubt.FirstSent.IsZero() || o.Doubt.LastSent.IsZero() || o.Doubt.Lookups == 0) {
					t.Errorf("the doubt tells too little: %+v", o.Doubt)
				}
			}
			w.allOf(w.run(), 4)
			if took := time.Since(begin); how == "post:drop-before=#2,3" && took < 60*time.Second {
				t.Errorf("posted again %v after the first attempt", took)
			}
			w.exactlyOnce()
		})
	}
	inBubble(t, "left to the operator after a while", func(t *testing.T) {
		w := newWorld(t, soon(), 4)
		w.fault("post:drop-before=#3", "get:500=#30-10000")
		w.edit = func(c *Config) { c.DoubtTimeout = 20 * time.Second }
		w.fault("post:drop-before=#3")
		r := w.run()
		w.want(r, map[kyc.Status]int{kyc.Created: 3, kyc.InDoubt: 1})
		if r.took > 90*time.Second {
			t.Errorf("left after %v", r.took)
		}
		w.edit = nil
		w.allOf(w.run(), 4)
		w.exactlyOnce()
	})
}

// brokenLedger fails a kind of change from the nth on.
type brokenLedger struct {
	Ledger
	at string
	n  *atomic.Int64
}

var errDisk = errors.New("no space left on device")

func (l brokenLedger) fails(at string) error {
	if l.at == at && l.n.Add(-1) < 0 {
		return errDisk
	}
	return nil
}

func (l brokenLedger) Intend(ctx context.Context, from checkpoint.State, in checkpoint.Intent) (checkpoint.Ref, error) {
	if err := l.fails("intend"); err != nil {
		return checkpoint.Ref{}, err
	}
	return l.Ledger.Intend(ctx, from, in)
}

func (l brokenLedger) Post(ctx context.Context, ref checkpoint.Ref, id string, proof checkpoint.Proof, end checkpoint.End, images []checkpoint.Image, others []string) error {
	if err := l.fails("post"); err != nil {
		return err
	}
	return l.Ledger.Post(ctx, ref, id, proof, end, images, others)
}

func (l brokenLedger) Doubt(ctx context.Context, ref checkpoint.Ref, end checkpoint.End, reason string, named ...string) error {
	if err := l.fails("doubt"); err != nil {
		return err
	}
	return l.Ledger.Doubt(ctx, ref, end, reason, named...)
}

func (l brokenLedger) Absent(ctx context.Context, ref checkpoint.Ref) error {
	if err := l.fails("absent"); err != nil {
		return err
	}
	return l.Ledger.Absent(ctx, ref)
}

func (l brokenLedger) Complete(ctx context.Context, record int64, to checkpoint.State, reason string, images ...checkpoint.Image) error {
	if err := l.fails("complete"); err != nil {
		return err
	}
	return l.Ledger.Complete(ctx, record, to, reason, images...)
}

// TestLedgerFails: what cannot be stored stops the run; what was sent is in
// doubt, not forgotten (L1).
func TestLedgerFails(t *testing.T) {
	for _, at := range []string{"intend", "post", "doubt", "absent", "complete"} {
		for _, n := range []int64{0, 2} {
			inBubble(t, fmt.Sprint(at, " ", n), func(t *testing.T) {
				w := newWorld(t, soon(), 10)
				w.withPictures(1)
				w.flights = 1
				switch at {
				case "doubt":
					w.fault("post:drop-after=#2-5")
				case "absent":
					w.fault("post:drop-before=#2-5")
				}
				var left atomic.Int64
				left.Store(n)
				w.edit = func(c *Config) { c.Ledger = brokenLedger{c.Ledger, at, &left} }
				r := w.run()
				if !errors.Is(r.err, errDisk) {
					t.Fatalf("ended with %v", r.err)
				}
				if int(r.read) != len(r.list) {
					t.Errorf("%d read, %d outcomes", r.read, len(r.list))
				}
				stored := w.stored()
				for _, o := range r.list {
					if o.Status == kyc.NotAttempted && stored[o.Record.Submission[kyc.UserID]] > 0 {
						t.Errorf("%s is in ARGOS and ended %v", o.Record.Key, o.Status)
					}
				}
				w.edit = nil
				w.fault()
				w.allOf(w.run(), 10)
				w.exactlyOnce()
				w.picturesIn()
			})
		}
	}
}

// TestDoubtTimeoutWhileLookupsFail: what is in doubt is waited for no longer than the operator
// said, though no lookup gets an answer, and as long as something is still to be posted.
func TestDoubtTimeoutWhileLookupsFail(t *testing.T) {
	const patience = 20 * time.Second
	inBubble(t, "nothing is left to post", func(t *testing.T) {
		w := newWorld(t, soon(), 80)
		w.fault("post:drop-after=#41-80", "get:500=#30-9000")
		w.edit = func(cfg *Config) { cfg.DoubtTimeout = patience }
		r := w.run()
		if r.err != nil || r.count(kyc.InDoubt) < 20 {
			t.Fatalf("%v, %d in doubt\n%s", r.err, r.count(kyc.InDoubt), w.log.lines.String())
		}
		var last time.Time
		for _, c := range w.sb.Calls() {
			if c.Endpoint == sandbox.EndpointPost {
				last = c.Time
			}
		}
		if over := w.sb.Now().Sub(last); over > patience+5*time.Second {
			t.Errorf("it ended %v after the last POST, was to wait %v", over, patience)
		}
		w.fault()
		time.Sleep(time.Minute)
		w.run()
		w.exactlyOnce()
	})
	inBubble(t, "the target is away while there is more to post", func(t *testing.T) {
		w := newWorld(t, soon(), 200)
		w.slow = map[int]time.Duration{100: 2 * time.Second}
		w.edit = func(cfg *Config) { cfg.DoubtTimeout = patience }
		w.fault("post:drop-after=#41-80", "get:500=#30-9000", "post:503=#110-9000")
		time.AfterFunc(2*time.Minute, func() { w.fault() })
		r := w.run()
		if n := r.count(kyc.InDoubt); r.err != nil || n > 20 || n+r.count(kyc.Created) != 200 { // those that probed
			t.Errorf("%v, %d created, %d in doubt\n%s", r.err, r.count(kyc.Created), n, w.log.lines.String())
		}
		w.run()
		w.exactlyOnce()
	})
}
