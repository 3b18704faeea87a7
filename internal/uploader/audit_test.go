package uploader

import (
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// A1 of exactly-once.md: a commit later than any wait cannot be prevented, so
// it must be found.

func TestAuditFindsDoubles(t *testing.T) {
	for _, marked := range []bool{false, true} {
		inBubble(t, "while the run goes on"+markName(marked), func(t *testing.T) {
			w := newWorld(t, soon(), 60)
			w.marker, w.rate, w.flights = withMark(marked), 0.25, 2
			w.fault("post:drop-late=#3@100s")
			r := w.run()
			if len(r.doubles) != 1 || len(r.doubles[0].Submissions) != 2 {
				t.Fatalf("doubles %+v, error %v\n%s", r.doubles, r.err, w.log.lines.String())
			}
			again := w.run()
			if len(again.doubles) != 0 || again.calls != 0 {
				t.Errorf("a double is told again, %d calls", again.calls)
			}
			doubled := 0
			for _, o := range again.list {
				if o.Doubled {
					doubled++
				}
			}
			if doubled != 1 {
				t.Errorf("%d outcomes say doubled, want 1", doubled)
			}
		})
		for _, pause := range []time.Duration{time.Minute, time.Hour} {
			inBubble(t, fmt.Sprint("by the next run with something to do, after ", pause, markName(marked)), func(t *testing.T) {
				w := newWorld(t, soon(), 5)
				w.marker = withMark(marked)
				all := w.people
				w.people = all[:4]
				w.fault("post:drop-late=#4@150s")
				r := w.allCreatedOrDoubled()
				if len(r.doubles) != 0 {
					t.Fatal("the double was there too early for this test")
				}
				time.Sleep(2 * time.Minute)
				w.fault()
				if r := w.run(); r.calls != 0 {
					t.Errorf("%d calls with nothing to do", r.calls)
				}
				time.Sleep(pause)
				w.people = all
				r = w.run()
				if len(r.doubles) != 1 || r.err != nil {
					t.Errorf("doubles %+v, error %v\n%s", r.doubles, r.err, w.log.lines.String())
				}
			})
		}
	}
	inBubble(t, "no double: audited once, later", func(t *testing.T) {
		w := newWorld(t, soon(), 6)
		all := w.people
		w.people = all[:4]
		w.fault("post:drop-before=#3")
		w.allCreated()
		w.fault()
		time.Sleep(20 * time.Minute)
		w.people = all[:5]
		w.allOf(w.run(), 5)
		w.people = all
		since := w.mark()
		w.allOf(w.run(), 6)
		gets := w.sent(sandbox.EndpointGet, since)
		if gets > 5 { // control, sample, canary by id and value
			t.Errorf("%d lookups: an audit that was done is done again", gets)
		}
	})
	for _, stops := range []bool{false, true} {
		inBubble(t, fmt.Sprint("the day's calls are used up, stops: ", stops), func(t *testing.T) {
			w := newWorld(t, soon(), 4)
			w.people[0].front, w.files["front"] = "front", photo("", 1)
			w.fault("post:drop-before=#3", "put:500")
			first := w.run()
			w.want(first, map[kyc.Status]int{kyc.Created: 3, kyc.Incomplete: 1})
			w.fault()
			w.quota = first.calls + 1 // for the picture
			w.edit = func(c *Config) { c.StopOnQuota = stops }
			if r := w.run(); r.err != nil || r.calls != 1 {
				t.Errorf("error %v, %d calls", r.err, r.calls)
			}
		})
	}
	for _, marked := range []bool{false, true} {
		inBubble(t, "believed absent by one process, there for the next"+markName(marked), func(t *testing.T) {
			w := newWorld(t, soon(), 4)
			w.marker = withMark(marked)
			w.fault("post:drop-late=#3@100s")
			var left atomic.Int64
			left.Store(4)
			w.edit = func(c *Config) { c.Ledger = brokenLedger{c.Ledger, "intend", &left} }
			if r := w.run(); !errors.Is(r.err, errDisk) {
				t.Fatalf("ended with %v", r.err)
			}
			w.fault()
			w.edit = nil
			time.Sleep(time.Minute)
			r := w.run()
			w.exactlyOnce()
			if marked {
				w.allOf(r, 4)
			} else {
				w.want(r, map[kyc.Status]int{kyc.Already: 3, kyc.InDoubt: 1})
			}
		})
		inBubble(t, "believed absent by one process, posted again by the next"+markName(marked), func(t *testing.T) {
			w := newWorld(t, soon(), 4)
			w.marker = withMark(marked)
			w.plant(w.people[1].asSent(), 24*time.Hour, false)
			w.fault("post:drop-before")
			w.people = w.people[1:2]
			var left atomic.Int64
			left.Store(1)
			w.edit = func(c *Config) { c.NoPreflight, c.Ledger = true, brokenLedger{c.Ledger, "intend", &left} }
			if r := w.run(); !errors.Is(r.err, errDisk) {
				t.Fatalf("ended with %v", r.err)
			}
			w.fault()
			w.edit = nil
			w.allCreated()
		})
	}
}

// allCreatedOrDoubled runs once; everybody is created.
func (w *world) allCreatedOrDoubled() *result {
	w.t.Helper()
	r := w.run()
	w.want(r, map[kyc.Status]int{kyc.Created: len(w.people)})
	return r
}

// Four rows of one person, whose POSTs are answered with nothing that can be read: what one
// lookup finds may be known as that of another row which is in doubt itself. That ends no run.
func TestAuditAmongTwins(t *testing.T) {
	plays := 40
	if testing.Short() {
		plays = 5
	}
	twin := func(key string) person {
		return person{key: key, email: "p0+x@example.org", name: "Person 0", born: "1950-03-04", number: "N0"}
	}
	for i := range plays {
		p := &plot{
			lookFirst: true, flights: 1, target: sandbox.Config{Seed: 29 + uint64(i%5), RatePerSecond: 2},
			actors: []person{twin("K0"), twin("K1"), twin("K2"), twin("K3"), {key: "K4", userid: "u 4", email: "p4+x@example.org", name: "Person 4", born: "1954-03-04", number: "N4"}},
			acts: []act{
				{faults: []string{"post:unknown-code=#2", "post:processing_error-after=30%", "get:500=#1,3"}, disk: time.Second},
				{edits: []edit{{2, "invalid"}}, faults: []string{"put:500=#1-2@20s", "post:no-id=60%", "post:504=#2"}, kill: kill{at: "after doubt", nth: 6, after: 25 * time.Second}, disk: 7 * time.Second},
				{pause: time.Second, edits: []edit{{0, "name"}}, faults: []string{"get:slow=#2@10s"}, kill: kill{at: "before POST", nth: 3, after: time.Millisecond}, decide: true},
			},
		}
		if s := p.inBubble(t, nil); len(s.trouble) > 0 {
			t.Fatalf("play %d: %q\n%s", i, s.trouble, s.w.log.lines.String())
		}
	}
}
