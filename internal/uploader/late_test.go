package uploader

import (
	"context"
	"fmt"
	"net/http"
	"testing"
	"time"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// Tests 1 to 4 of exactly-once.md: commits that come late, processes killed
// with a POST on its way, an index that stalls, and clocks that are off.

func TestLateCommit(t *testing.T) {
	for _, fault := range []string{
		"post:drop-late=#%d@20s", "post:drop-late=#%d@28s", "post:drop-late=#%d@40s", "post:drop-late=#%d@44s",
		"post:502-late=#%d@40s", "post:slow=#%d@40s", "post:slow=#%d@30s",
	} {
		for _, nth := range []int{1, 3} {
			spec := fmt.Sprintf(fault, nth)
			inBubble(t, spec, func(t *testing.T) {
				w := newWorld(t, soon(), 6)
				w.fault(spec)
				w.allCreated()
				if n := w.sent(sandbox.EndpointPost, 0); n != 6 {
					t.Errorf("%d POSTs for 6 people: what commits in time is not posted again", n)
				}
			})
		}
	}
	inBubble(t, "all of them", func(t *testing.T) {
		w := newWorld(t, soon(), 12)
		w.fault("post:drop-late=#2-12@40s")
		w.allCreated()
	})
	inBubble(t, "never committed", func(t *testing.T) {
		w := newWorld(t, soon(), 12)
		w.fault("post:drop-before=#1,4,5")
		r := w.allCreated()
		if n := w.sent(sandbox.EndpointPost, 0); n != 15 {
			t.Errorf("%d POSTs, want 12 and 3 once more", n)
		}
		if r.took < 60*time.Second {
			t.Errorf("believed after %v, before the commit window and the lag were over", r.took)
		}
	})
}

// stalledIntent sleeps between the intent and its POST, as a process that is
// swapped out would.
type stalledIntent struct {
	Ledger
	stall func()
}

func (l stalledIntent) Intend(ctx context.Context, from checkpoint.State, in checkpoint.Intent) (checkpoint.Ref, error) {
	ref, err := l.Ledger.Intend(ctx, from, in)
	l.stall()
	return ref, err
}

func TestKilledOnTheWay(t *testing.T) {
	for _, paused := range []time.Duration{0, 40 * time.Second} {
		for _, commit := range []string{"post:drop-late=#3@25s", "post:drop-late=#3@44s", "post:drop-before=#3", "post:drop-after=#3"} {
			inBubble(t, fmt.Sprint(commit, " paused ", paused), func(t *testing.T) {
				w := newWorld(t, soon(), 4)
				w.flights = 1
				w.fault(commit)
				n := 0
				w.edit = func(c *Config) {
					c.Ledger = stalledIntent{c.Ledger, func() {
						if n++; n == 3 {
							time.Sleep(paused)
						}
					}}
				}
				w.killedAt("after POST", 3)
				w.edit = nil
				r := w.run()
				if r.err != nil || r.count(kyc.Created)+r.count(kyc.Already) != 4 {
					t.Errorf("%d created, %d already, error %v", r.count(kyc.Created), r.count(kyc.Already), r.err)
				}
				w.exactlyOnce()
			})
		}
	}
}

// TestKilledAnywhere kills the process before and after every call of a run,
// and lets the next one continue (S1, L1).
func TestKilledAnywhere(t *testing.T) {
	for _, at := range []string{"before POST", "after POST", "before GET", "after GET", "before PUT", "after PUT"} {
		for n := 1; n <= 4; n++ {
			inBubble(t, fmt.Sprint(at, " ", n), func(t *testing.T) {
				w := newWorld(t, soon(), 5)
				w.withPictures(2)
				w.flights = 2
				if at[len(at)-3:] == "GET" {
					w.fault("post:drop-after=#2,3")
				}
				w.killedAt(at, n)
				r := w.run()
				if r.err != nil || r.count(kyc.Created)+r.count(kyc.Already) != 5 {
					w.want(r, map[kyc.Status]int{kyc.Created: 5})
				}
				w.exactlyOnce()
				w.picturesIn()
			})
		}
	}
}

// intentFirst fails the test if a POST leaves without a durable intent.
func TestIntentBeforeSending(t *testing.T) {
	inBubble(t, "every POST", func(t *testing.T) {
		w := newWorld(t, soon(), 10)
		var ledger Ledger
		w.edit = func(c *Config) { ledger = c.Ledger }
		w.crash = func(at string) bool {
			if at != "before POST" {
				return false
			}
			n, err := ledger.OpenCount(t.Context())
			if err != nil || n < 1 {
				t.Errorf("a POST leaves with %d open intents, error %v", n, err)
			}
			return false
		}
		w.allCreated()
	})
	inBubble(t, "a stale one is stamped again", func(t *testing.T) {
		w := newWorld(t, soon(), 3)
		w.flights = 1
		spy := &restampSpy{}
		w.edit = func(c *Config) {
			spy.Ledger = stalledIntent{c.Ledger, func() { time.Sleep(6 * time.Second) }}
			c.Ledger = spy
		}
		w.allCreated()
		if spy.n != 3 {
			t.Errorf("%d intents were stamped again, want 3", spy.n)
		}
	})
}

type restampSpy struct {
	Ledger
	n int
}

func (l *restampSpy) Restamp(ctx context.Context, ref checkpoint.Ref, at time.Time) error {
	l.n++
	return l.Ledger.Restamp(ctx, ref, at)
}

// stallIndex hides what is committed from one moment on, until it catches up.
func (w *world) stallIndex(after, length time.Duration) (wait func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		time.Sleep(after)
		begin := time.Now()
		for time.Since(begin) < length {
			w.sb.SetLag(time.Since(begin))
			time.Sleep(250 * time.Millisecond)
		}
		w.sb.SetLag(0)
	}()
	return func() { <-done }
}

func TestIndexStalled(t *testing.T) {
	cases := map[string]struct {
		people int
		lost   string
	}{
		"while the run creates":     {250, "post:drop-after=#12,20,30"},
		"the run ends soon after":   {85, "post:drop-after=#12"},
		"a few after the window":    {75, "post:drop-after=#12"},
		"many lost":                 {150, "post:drop-after=10%"},
		"never there, found absent": {250, "post:drop-before=#12,20,30"},
	}
	for name, c := range cases {
		inBubble(t, name, func(t *testing.T) {
			w := newWorld(t, soon(), c.people)
			w.rate, w.flights = 1, 2
			w.fault(c.lost)
			defer w.stallIndex(30*time.Second, 120*time.Second)()
			r := w.run()
			if r.err != nil {
				t.Error(r.err)
			}
			w.never("stalled index")
			w.fault()
			w.run()
			w.exactlyOnce()
		})
	}
}

// stopped is a target whose Date is always the same.
type stopped struct{ next http.RoundTripper }

func (s stopped) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := s.next.RoundTrip(req)
	if err == nil {
		resp.Header.Set("Date", "Sat, 01 Jan 2000 00:00:00 GMT")
	}
	return resp, err
}

func TestClocks(t *testing.T) {
	lost := []string{"post:drop-after=#1,3", "post:drop-before=#2,4"}
	for name, cfg := range map[string]sandbox.Config{
		"ours ten minutes ahead":  {DateOffset: -10 * time.Minute, CreatedAtOffset: -10 * time.Minute},
		"ours ten minutes behind": {DateOffset: 10 * time.Minute, CreatedAtOffset: 10 * time.Minute},
		"created_at in UTC+9":     {CreatedAtOffset: 9 * time.Hour},
		"created_at in UTC-5":     {CreatedAtOffset: -5 * time.Hour},
		"created_at a bit off":    {CreatedAtOffset: -40 * time.Second},
	} {
		cfg.Latency = quick
		inBubble(t, name, func(t *testing.T) {
			w := newWorld(t, cfg, 8)
			w.fault(lost...)
			w.run()
			w.never(name)
			w.run()
			w.exactlyOnce()
		})
		inBubble(t, name+", known from a canary", func(t *testing.T) {
			w := newWorld(t, cfg, 8)
			w.flights = 1
			w.fault("post:drop-after=#4,6", "post:drop-before=#5")
			w.allCreated()
		})
	}
	inBubble(t, "no Date", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick, NoDate: true}, 8)
		w.fault(lost...)
		w.run()
		w.never("no Date")
		r := w.run()
		w.never("no Date, once more")
		for _, o := range r.list {
			if o.Status == kyc.InDoubt && o.Doubt.Reason != reasonCandidate {
				t.Errorf("%s is in doubt for %s", o.Record.Key, o.Doubt.Reason)
			}
		}
	})
	inBubble(t, "a Date that stands still", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick}, 150)
		w.rate, w.flights = 1, 2
		w.edit = func(c *Config) {
			client, err := argos.New(argos.Config{BaseURL: "http://127.0.0.1:1/v3", APIKey: sandbox.DefaultAPIKey, Admin: "ops@bank.example", Transport: stopped{sandbox.Transport(w.sb)}})
			if err != nil {
				t.Fatal(err)
			}
			c.Client = client
		}
		w.allCreated()
		if n := w.sent(sandbox.EndpointGet, 0); n > 30 { // the sample, the canary, and one a minute
			t.Errorf("%d lookups", n)
		}
	})
	inBubble(t, "no Date, with a mark", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick, NoDate: true}, 8)
		w.marker = kyc.CF3
		w.fault(lost...)
		w.allCreated()
	})
}
