package uploader

import (
	"fmt"
	"testing"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// Tests 8 and 9 of exactly-once.md: lookups that fail, mislead, or see nothing.

func TestBadLookups(t *testing.T) {
	for _, bad := range []string{
		"429", "500", "503", "404", "403", "undecryptable", "no-items", "lower-items", "no-filter", "page-loop", "aged", "garbage", "truncated",
		"drop", "307", "blind", "error_code",
	} {
		if bad == "403" || bad == "404" || bad == "error_code" {
			continue // these stop the run, see TestRunFaults
		}
		for _, lost := range []string{"post:drop-after=#3,4", "post:drop-before=#3,4", "post:drop-late=#3@40s"} {
			inBubble(t, bad+" "+lost, func(t *testing.T) {
				w := newWorld(t, soon(), 8)
				w.fault(lost, "get:"+bad)
				w.run()
				if n := w.sent(sandbox.EndpointPost, 0); n > 8 {
					t.Errorf("%d POSTs for 8 people: a bad lookup was believed\n%s", n, w.log.lines.String())
				}
				w.never(bad)
				w.fault()
				w.run()
				w.exactlyOnce()
			})
		}
	}
}

// TestBlindFromTheStart: nothing is ever found, so nothing is believed, though
// the records that are lost are not there.
func TestBlindFromTheStart(t *testing.T) {
	for _, lost := range []string{"post:drop-after=20%", "post:drop-before=20%"} {
		inBubble(t, lost, func(t *testing.T) {
			w := newWorld(t, soon(), 40)
			w.fault(lost, "get:blind")
			r := w.run()
			if r.count(kyc.Created)+r.count(kyc.InDoubt) != 40 || r.count(kyc.InDoubt) == 0 {
				w.want(r, nil)
			}
			if n := w.sent(sandbox.EndpointPost, 0); n != 40 {
				t.Errorf("%d POSTs for 40 people", n)
			}
			w.fault()
			w.run()
			w.exactlyOnce()
		})
	}
}

// TestYoungControl: many doubts come to their decision at once, and all that
// was created late enough to speak for them is too young to be seen yet. They
// wait for it instead of giving it up.
func TestYoungControl(t *testing.T) {
	inBubble(t, "the last record comes as they decide", func(t *testing.T) {
		cfg := soon()
		cfg.Lag = 14 * time.Second
		w := newWorld(t, cfg, 12)
		w.fault("post:drop-before=#3,4,5,6,7")
		w.slow = map[int]time.Duration{11: 85 * time.Second} // they wait three times the lag that the canary shows
		if r := w.allCreated(); r.took > 2*time.Minute {
			t.Errorf("it took %v", r.took)
		}
	})
}

// TestLookupValues: odd values find what they name, and nothing else.
func TestLookupValues(t *testing.T) {
	for _, value := range []string{"a+b@example.org", "100%@example.org", "a&b=c@example.org", "ü@example.org", "a#b@example.org"} {
		for _, lost := range []string{"post:drop-after=#2", "post:drop-before=#2"} {
			inBubble(t, fmt.Sprint(value, " ", lost), func(t *testing.T) {
				w := newWorld(t, soon(), 3)
				for i := range w.people {
					w.people[i].userid = ""
					w.people[i].email = fmt.Sprint(i, value)
				}
				w.fault(lost)
				w.want(w.run(), map[kyc.Status]int{kyc.Created: 3})
				for mail, n := range w.byMail() {
					if n != 1 {
						t.Errorf("%s is there %d times", mail, n)
					}
				}
			})
		}
	}
}

// TestLookupSpacing: "not found" takes three empty answers, spaced by the
// settle times, the last one after the quiet time (N1, N2).
func TestLookupSpacing(t *testing.T) {
	inBubble(t, "one lost", func(t *testing.T) {
		w := newWorld(t, soon(), 1)
		w.fault("post:drop-before=#1")
		w.allCreated()
		calls := w.sb.Calls()
		var posts, gets []time.Time
		for _, c := range calls {
			switch c.Endpoint {
			case sandbox.EndpointPost:
				posts = append(posts, c.Time)
			case sandbox.EndpointGet:
				if len(posts) == 1 {
					gets = append(gets, c.Time)
				}
			}
		}
		if len(posts) != 2 || len(gets) < 3 {
			t.Fatalf("%d POSTs, %d lookups between them", len(posts), len(gets))
		}
		for i := 1; i < 3; i++ {
			if gap := gets[i].Sub(gets[i-1]); gap < 5*time.Second {
				t.Errorf("lookups %d and %d are %v apart", i, i+1, gap)
			}
		}
		// Nothing was created yet that could serve as control: twice the time.
		if waited := posts[1].Sub(posts[0]); waited < 120*time.Second || waited > 140*time.Second {
			t.Errorf("posted again after %v, want twice a minute", waited)
		}
	})
}

// TestLookFirst: in cautious mode nobody is sent who was not looked up first,
// and a lookup that says nothing sends nobody.
func TestLookFirst(t *testing.T) {
	inBubble(t, "every record is looked up", func(t *testing.T) {
		w := newWorld(t, soon(), 12)
		w.edit = func(c *Config) { c.LookFirst = true }
		w.allCreated()
		if gets := w.sent(sandbox.EndpointGet, 0); gets < 12 {
			t.Errorf("%d lookups for 12 records", gets)
		}
	})
	for _, bad := range []string{"500", "no-items", "no-filter", "aged", "page-loop"} {
		inBubble(t, "lookups fail: "+bad, func(t *testing.T) {
			w := newWorld(t, soon(), 4)
			w.edit = func(c *Config) { c.LookFirst = true }
			w.fault("get:" + bad)
			w.plant(map[string]string{"userid": "somebody", "email": "else@example.org"}, time.Hour, false)
			r := w.run()
			if n := w.sent(sandbox.EndpointPost, 0); n != 0 {
				t.Errorf("%d POSTs without a clear lookup", n)
			}
			if r.err == nil {
				w.want(r, map[kyc.Status]int{kyc.Failed: 4})
			}
			w.fault()
			w.allOf(w.run(), 4)
			w.exactlyOnce()
		})
	}
	inBubble(t, "what could be ours is not sent", func(t *testing.T) {
		w := newWorld(t, soon(), 4)
		w.plant(w.people[2].asSent(), time.Hour, false)
		w.edit = func(c *Config) { c.LookFirst = true }
		r := w.run()
		w.want(r, map[kyc.Status]int{kyc.Created: 3, kyc.InDoubt: 1})
		if o := r.of("K2"); reasonOf(o) != reasonCandidate || len(o.Doubt.Candidates) != 1 {
			t.Errorf("the doubt is %+v", o.Doubt)
		}
	})
}

// TestSampleFindsEqual: somebody migrated these people before (O3).
func TestSampleFindsEqual(t *testing.T) {
	for _, n := range []int{1, 19, 21, 500} {
		inBubble(t, fmt.Sprint("all of ", n), func(t *testing.T) {
			w := newWorld(t, soon(), n)
			for i := range w.people {
				w.plant(w.people[i].asSent(), time.Hour, false)
			}
			r := w.run()
			w.stopOf(r.err, StopConfig, "migrated_elsewhere")
			if n := w.sent(sandbox.EndpointPost, 0); n != 0 {
				t.Errorf("%d POSTs", n)
			}
			if n := w.sent(sandbox.EndpointGet, 0); n > sampleSize {
				t.Errorf("%d lookups", n)
			}
		})
	}
	inBubble(t, "the same userids, other people", func(t *testing.T) {
		w := newWorld(t, soon(), 5)
		for i := range w.people {
			f := w.people[i].asSent()
			f["fullName"] = "Somebody Else"
			w.plant(f, time.Hour, false)
		}
		w.allCreated()
	})
}
