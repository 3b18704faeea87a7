package uploader

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// Pace, quota and outages, as the target counts them.

func TestSlowStart(t *testing.T) {
	inBubble(t, "1, 2, 4, ...", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: time.Second}, 60)
		w.flights = 8
		w.allCreated()
		perSecond := map[int64]int{}
		var first time.Time
		for _, c := range w.sb.Calls() {
			if c.Endpoint != sandbox.EndpointPost {
				continue
			}
			if first.IsZero() {
				first = c.Time
			}
			perSecond[int64(c.Time.Sub(first)/(time.Second-time.Millisecond))]++
		}
		for i, want := range []int{1, 2, 4, 8, 8, 8} {
			if got := perSecond[int64(i)]; got != want {
				t.Errorf("round %d: %d POSTs in flight, want %d (%v)", i, got, want, perSecond)
			}
		}
	})
	inBubble(t, "the first answer is not clear", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: time.Second}, 20)
		w.fault("post:500=#1-3")
		w.run()
		calls := w.sb.Calls()
		var posts []sandbox.Call
		for _, c := range calls {
			if c.Endpoint == sandbox.EndpointPost {
				posts = append(posts, c)
			}
		}
		for i := 1; i <= 3; i++ {
			if posts[i].Time.Before(posts[i-1].Time.Add(posts[i-1].Took)) {
				t.Errorf("POST %d left before the answer to POST %d was there", i+1, i)
			}
		}
	})
	for _, most := range []int{1, 3} {
		inBubble(t, fmt.Sprint("never more than ", most), func(t *testing.T) {
			w := newWorld(t, sandbox.Config{Latency: time.Second}, 30)
			w.flights = most
			w.allCreated()
			if n := w.sb.State().MaxInFlight; n > max(most, sampleSize) {
				t.Errorf("%d calls in flight", n)
			}
			if n := mostAtOnce(w.sb.Calls(), sandbox.EndpointPost); n != most {
				t.Errorf("%d POSTs at once, want %d", n, most)
			}
		})
	}
}

func mostAtOnce(calls []sandbox.Call, kind sandbox.Endpoint) int {
	most := 0
	for _, a := range calls {
		n := 0
		for _, b := range calls {
			if b.Endpoint == kind && !b.Time.After(a.Time) && b.Time.Add(b.Took).After(a.Time) {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

func TestRateRespected(t *testing.T) {
	for _, rate := range []float64{2, 10, 40} {
		for _, faults := range [][]string{nil, {"post:drop-after=10%", "get:500=20%", "post:429=10%"}} {
			inBubble(t, fmt.Sprint(rate, faults), func(t *testing.T) {
				w := newWorld(t, sandbox.Config{Latency: 300 * time.Millisecond, Jitter: 200 * time.Millisecond}, int(rate*6))
				w.withPictures(1)
				w.rate, w.flights = rate, 16
				w.fault(faults...)
				w.run()
				burst := max(1, int(rate/10))
				if n := w.sb.State().MaxInSecond; n > int(rate)+burst {
					t.Errorf("%d calls in one second, want at most %d and a burst of %d", n, int(rate), burst)
				}
				w.never("rate")
			})
		}
	}
	inBubble(t, "a target with the same limit never says 429", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick, RatePerSecond: 20, Burst: 4}, 200)
		w.rate, w.flights = 20, 16
		w.allCreated()
		for _, c := range w.sb.Calls() {
			if c.Status == 429 {
				t.Fatal("429 at the agreed rate")
			}
		}
	})
}

func TestThrottleSlows(t *testing.T) {
	for _, rate := range []float64{40, 0} {
		inBubble(t, fmt.Sprint("a storm of 429 at the rate ", rate), func(t *testing.T) {
			w := newWorld(t, sandbox.Config{Latency: quick, RatePerSecond: 5, Burst: 5}, 150)
			w.rate, w.flights = rate, 16
			r := w.run()
			if r.count(kyc.Created) != 150 {
				w.want(r, map[kyc.Status]int{kyc.Created: 150})
			}
			w.exactlyOnce()
			refused := 0
			for _, c := range w.sb.Calls() {
				if c.Status == 429 {
					refused++
				}
			}
			if all := len(w.sb.Calls()); refused*2 > all {
				t.Errorf("%d of %d calls met a 429: the pace does not follow", refused, all)
			}
		})
	}
	inBubble(t, "a storm without a pace: nothing fails for it", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick, RatePerSecond: 2, Burst: 2}, 12)
		w.rate, w.flights = 0, 16
		w.withPictures(1)
		for i := range 6 {
			for range 120 {
				w.plant(map[string]string{"userid": fmt.Sprint("u-", i), "email": "other@example.org", "fullName": "Somebody Else", "birthDate": "1931-01-01", "kycStatus": "approved"}, time.Hour, false)
			}
		}
		w.edit = func(c *Config) { c.LookFirst = true }
		w.want(w.run(), map[kyc.Status]int{kyc.Created: 6, kyc.InDoubt: 6}) // six of them may be there, as far as a first look tells
	})
	inBubble(t, "nothing but 429: the run stops", func(t *testing.T) {
		w := newWorld(t, soon(), 10)
		w.fault("post:429", "get:429")
		r := w.run()
		w.stopOf(r.err, StopTarget, "throttled")
		if r.took < outageLimit || r.took > outageLimit+time.Minute {
			t.Errorf("stopped after %v", r.took)
		}
		w.fault()
		w.allOf(w.run(), 10)
		w.exactlyOnce()
	})
	inBubble(t, "nothing but 429 to POSTs, with a quota that lasts for seconds: the run stops", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick, DailyQuota: 40}, 3)
		w.fault("post:429")
		w.stopOf(w.run().err, StopTarget, "throttled")
		w.fault()
		w.allOf(w.run(), 3)
		w.exactlyOnce()
	})
	inBubble(t, "a lookup of many pages, at a target that allows few calls", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{RatePerSecond: 2, Burst: 2, DailyQuota: 2000}, 2)
		w.rate, w.flights = 0, 2
		for range 1500 {
			w.plant(map[string]string{"userid": "u-1", "email": "other@example.org", "fullName": "Somebody Else", "birthDate": "1931-01-01", "kycStatus": "approved"}, time.Hour, false)
		}
		w.edit = func(c *Config) { c.LookFirst = true }
		r := w.run()
		w.want(r, map[kyc.Status]int{kyc.Created: 1, kyc.InDoubt: 1})
		if r.took > time.Hour {
			t.Errorf("it took %v and %d calls", r.took, r.calls)
		}
	})
	inBubble(t, "failures among the 429", func(t *testing.T) {
		p, _ := gates(gateSettings{rate: 40})
		for range 20 {
			p.throttled(postCall, time.Second)
			p.unthrottled(postCall)
			time.Sleep(time.Minute)
			if err := p.acquire(t.Context(), postCall); err != nil {
				t.Fatal(err)
			}
		}
	})
	inBubble(t, "Retry-After is kept", func(t *testing.T) {
		w := newWorld(t, sandbox.Config{Latency: quick, RetryAfter: 7 * time.Second}, 30)
		w.flights = 4
		w.fault("post:429=#9")
		w.allCreated()
		var at time.Time
		for _, c := range w.sb.Calls() {
			if c.Status == 429 {
				at = c.Time.Add(c.Took)
				continue
			}
			if !at.IsZero() && c.Time.After(at) && c.Time.Before(at.Add(7*time.Second)) {
				t.Fatalf("a call %v after a 429 that asked for 7s", c.Time.Sub(at))
			}
		}
	})
}

func TestOutage(t *testing.T) {
	inBubble(t, "away for good: the run stops", func(t *testing.T) {
		w := newWorld(t, soon(), 200)
		w.fault("post:503-before=#20-9999", "get:503=#60-9999")
		r := w.run()
		w.stopOf(r.err, StopTarget, "target_unavailable")
		if r.took < 10*time.Minute || r.took > 25*time.Minute {
			t.Errorf("stopped after %v", r.took)
		}
		if n := len(w.sb.Calls()); n > 300 {
			t.Errorf("%d calls to a target that is away", n)
		}
		w.fault()
		w.allOf(w.run(), 200)
		w.exactlyOnce()
	})
	inBubble(t, "away for three minutes: it pauses and goes on", func(t *testing.T) {
		w := newWorld(t, soon(), 100)
		w.rate, w.flights = 10, 8
		go func() {
			time.Sleep(3 * time.Second)
			w.fault("drop-before")
			time.Sleep(3 * time.Minute)
			w.fault()
		}()
		r := w.run()
		if r.err != nil {
			t.Fatal(r.err)
		}
		w.allOf(w.run(), 100)
		w.exactlyOnce()
	})
}

func TestSameRefusal(t *testing.T) {
	inBubble(t, "nearly all for one reason", func(t *testing.T) {
		w := newWorld(t, soon(), 300)
		for i := range w.people {
			if i%10 != 0 && i > 3 { // of the first answers some are good, in whatever order they come: else they alone would stop it
				w.people[i].born = "no date"
			}
		}
		r := w.run()
		w.stopOf(r.err, StopTarget, "same_refusal")
		if n := r.count(kyc.Refused); n < 40 || n > 70 {
			t.Errorf("stopped after %d refusals", n)
		}
		if r.count(kyc.NotAttempted) == 0 || int(r.read) != len(r.list) {
			t.Errorf("%d not attempted, %d read, %d outcomes", r.count(kyc.NotAttempted), r.read, len(r.list))
		}
	})
	inBubble(t, "half of them", func(t *testing.T) {
		w := newWorld(t, soon(), 200)
		for i := range w.people {
			if i%2 == 0 {
				w.people[i].born = "no date"
			}
		}
		w.want(w.run(), map[kyc.Status]int{kyc.Created: 100, kyc.Refused: 100})
	})
}

func TestQuota(t *testing.T) {
	inBubble(t, "stops when told to", func(t *testing.T) {
		w := newWorld(t, soon(), 100)
		w.quota, w.flights = 60, 4
		w.edit = func(c *Config) { c.StopOnQuota = true }
		r := w.run()
		var stop *Stop
		if !errors.As(r.err, &stop) || stop.Kind != StopQuota {
			t.Fatalf("ended with %v", r.err)
		}
		if n := w.sb.State().QuotaUsed; n > 60 || n < 55 {
			t.Errorf("%d of 60 calls used", n)
		}
		if r.count(kyc.Created)+r.count(kyc.NotAttempted) != 100 {
			w.want(r, map[kyc.Status]int{kyc.Created: 30, kyc.NotAttempted: 70})
		}
		if again := w.run(); !errors.As(again.err, &stop) || w.sb.State().QuotaUsed > 60 {
			t.Errorf("the same day again: %d calls, %v", again.calls, again.err)
		}
	})
	for name, cfg := range map[string]sandbox.Config{
		"ours":              {Latency: quick},
		"the target's":      {Latency: quick, DailyQuota: 60},
		"clocks an hour on": {Latency: quick, DateOffset: time.Hour},
	} {
		inBubble(t, "waits for the next UTC day: "+name, func(t *testing.T) {
			w := newWorld(t, cfg, 100)
			w.flights = 4
			if cfg.DailyQuota == 0 {
				w.quota = 60
			}
			r := w.run()
			if r.err != nil || r.count(kyc.Created) != 100 {
				w.want(r, map[kyc.Status]int{kyc.Created: 100})
			}
			w.exactlyOnce()
			perDay := map[string]int{}
			for _, c := range w.sb.Calls() {
				at := c.Time.Add(cfg.DateOffset).UTC()
				if c.Status != 429 {
					perDay[at.Format(dayLayout)]++
				}
				if at.Hour() == 0 && at.Minute() == 0 && at.Day() > 1 {
					t.Errorf("a call at %v, before the minute is over", at)
				}
			}
			for day, n := range perDay {
				if n > 60 {
					t.Errorf("%d calls on %s", n, day)
				}
			}
			if len(perDay) > 3 {
				t.Errorf("100 records took %d days at 60 calls", len(perDay))
			}
		})
	}
	inBubble(t, "doubts are settled within the reserve", func(t *testing.T) {
		w := newWorld(t, soon(), 60)
		w.quota, w.flights = 60, 4
		w.fault("post:drop-after=#12-15")
		r := w.run()
		if r.err != nil || r.count(kyc.Created) != 60 {
			w.want(r, map[kyc.Status]int{kyc.Created: 60})
		}
		w.exactlyOnce()
	})
	inBubble(t, "a soft stop ends the wait", func(t *testing.T) {
		w := newWorld(t, soon(), 100)
		w.quota = 40
		begin := time.Now()
		r := w.runUntil(time.Hour)
		if time.Since(begin) > time.Hour+time.Second || r.err != nil {
			t.Errorf("ended after %v with %v", time.Since(begin), r.err)
		}
		if r.count(kyc.Failed) > 0 {
			t.Errorf("%d failed", r.count(kyc.Failed))
		}
		w.allOf(w.run(), 100)
		w.exactlyOnce()
	})
	inBubble(t, "Limit Exceeded just after midnight is tried again", func(t *testing.T) {
		w := newWorld(t, soon(), 30)
		w.fault("post:429-quota=#5-9")
		w.allCreated()
		if n := len(w.sb.Calls()); n > 80 {
			t.Errorf("%d calls", n)
		}
	})
}
