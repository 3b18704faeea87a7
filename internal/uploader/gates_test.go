package uploader

import (
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/time/rate"
)

// Unit tests of what every call must pass: permits, budget, breaker, flight.

// countingLedger counts calls by day; the rest is not used.
type countingLedger struct {
	Ledger
	mu   sync.Mutex
	days map[string]int64
}

func (l *countingLedger) Calls(_ context.Context, day string) (int64, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.days[day], nil
}

func (l *countingLedger) CountCalls(day string, n int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.days[day] += n
}

type gateSettings struct {
	rate    float64
	quota   int64
	stop    bool
	unknown int64
	moving  bool
}

func gates(s gateSettings) (*permits, *countingLedger) {
	l := &countingLedger{days: map[string]int64{}}
	b := &budget{
		quota: s.quota, stop: s.stop, clock: &srvClock{}, ledger: l, log: &eventLog{},
		unknown: func() int64 { return s.unknown }, moving: func() bool { return s.moving },
	}
	return newPermits(s.rate, b, newBreaker(&eventLog{}), endless), l
}

func TestPermitsOrder(t *testing.T) {
	inBubble(t, "lookups go before pictures, pictures before POSTs", func(t *testing.T) {
		p, _ := gates(gateSettings{rate: 1})
		var mu sync.Mutex
		var order []callKind
		var wg sync.WaitGroup
		if err := p.acquire(t.Context(), postCall); err != nil {
			t.Fatal(err)
		}
		wg.Go(func() { _ = p.acquire(t.Context(), postCall) }) // holds the turn
		synctest.Wait()
		for _, kind := range []callKind{postCall, imageCall, lookupCall, postCall, lookupCall} {
			wg.Go(func() {
				if err := p.acquire(t.Context(), kind); err != nil {
					t.Error(err)
				}
				mu.Lock()
				defer mu.Unlock()
				order = append(order, kind)
			})
			synctest.Wait()
		}
		wg.Wait()
		if !slices.IsSorted(order) {
			t.Errorf("the order was %v", order)
		}
	})
	inBubble(t, "who leaves hands the turn on", func(t *testing.T) {
		p, _ := gates(gateSettings{rate: 1})
		ctx, cancel := context.WithCancel(t.Context())
		var wg sync.WaitGroup
		for range 5 {
			wg.Go(func() { _ = p.acquire(ctx, postCall) })
		}
		synctest.Wait()
		cancel()
		wg.Wait()
		done := time.Now()
		if err := p.acquire(t.Context(), postCall); err != nil || time.Since(done) > 2*time.Second {
			t.Errorf("%v after %v", err, time.Since(done))
		}
		if p.busy || len(p.queues[postCall]) > 0 {
			t.Error("a turn was lost")
		}
	})
}

func TestPermitsThrottle(t *testing.T) {
	inBubble(t, "halved once a second, never below one", func(t *testing.T) {
		p, _ := gates(gateSettings{rate: 40})
		want := []rate.Limit{20, 10, 5, 2.5, 1.25, 1, 1}
		for _, w := range want {
			p.throttled(postCall, 0)
			p.throttled(postCall, 0) // a burst speaks of one moment
			if p.limiter.Load().Limit() != w {
				t.Errorf("the rate is %v, want %v", p.limiter.Load().Limit(), w)
			}
			time.Sleep(time.Second)
		}
		for range 100 {
			p.went(postCall)
			p.went(postCall)
			time.Sleep(time.Second)
		}
		if p.limiter.Load().Limit() != 40 {
			t.Errorf("the rate came back to %v", p.limiter.Load().Limit())
		}
	})
	inBubble(t, "a rate below one stays", func(t *testing.T) {
		p, _ := gates(gateSettings{rate: 0.5})
		p.throttled(postCall, 0)
		if p.limiter.Load().Limit() != 0.5 {
			t.Errorf("the rate is %v", p.limiter.Load().Limit())
		}
	})
	inBubble(t, "the first calls of a run give no rate", func(t *testing.T) {
		p, _ := gates(gateSettings{})
		for range fewRefused {
			p.throttled(postCall, 0)
			time.Sleep(100 * time.Millisecond)
		}
		if p.paced() {
			t.Errorf("the rate is %v", p.limiter.Load().Limit())
		}
	})
	inBubble(t, "where most calls are refused a rate is found, and left soon", func(t *testing.T) {
		p, _ := gates(gateSettings{})
		for range 2 * fewRefused {
			p.throttled(postCall, 0)
			time.Sleep(300 * time.Millisecond)
		}
		if !p.paced() {
			t.Fatal("there is no rate")
		}
		for range 60 {
			p.went(postCall)
			time.Sleep(time.Second)
		}
		if limit := p.limiter.Load().Limit(); limit < 50 {
			t.Errorf("after a minute without a 429 the rate is %v", limit)
		}
	})
	inBubble(t, "a pause holds for those who wait already", func(t *testing.T) {
		p, _ := gates(gateSettings{rate: 10})
		p.throttled(postCall, 5*time.Second)
		begin := time.Now()
		time.AfterFunc(3*time.Second, func() { p.throttled(postCall, 10*time.Second) })
		if err := p.acquire(t.Context(), lookupCall); err != nil || time.Since(begin) != 13*time.Second {
			t.Errorf("%v after %v, want 13s", err, time.Since(begin))
		}
	})
	inBubble(t, "time in which nothing was asked is no refusal", func(t *testing.T) {
		p, _ := gates(gateSettings{rate: 10})
		for range 3 { // a day ends with a 429 and the next begins with one
			p.throttled(postCall, 0)
			time.Sleep(24 * time.Hour)
			if err := p.acquire(t.Context(), postCall); err != nil {
				t.Fatal(err)
			}
		}
		p.throttled(postCall, time.Hour) // what the target asks for is waited for, and then tried
		for range 2 {
			if err := p.acquire(t.Context(), postCall); err != nil {
				t.Fatal(err)
			}
		}
	})
	inBubble(t, "unlimited", func(t *testing.T) {
		p, _ := gates(gateSettings{})
		begin := time.Now()
		for range 1000 {
			if err := p.acquire(t.Context(), postCall); err != nil {
				t.Fatal(err)
			}
		}
		p.throttled(postCall, 0)
		p.went(postCall)
		if time.Since(begin) > 0 {
			t.Errorf("took %v", time.Since(begin))
		}
	})
}

func TestBudgetUnits(t *testing.T) {
	inBubble(t, "POSTs leave a reserve, lookups and pictures use it", func(t *testing.T) {
		p, l := gates(gateSettings{quota: 100, unknown: 9})
		for range 60 {
			if err := p.acquire(t.Context(), postCall); err != nil {
				t.Fatal(err)
			}
		}
		var late *later
		if err := p.acquire(t.Context(), postCall); !errors.As(err, &late) {
			t.Errorf("a POST within the reserve: %v", err)
		}
		for range 40 {
			if err := p.acquire(t.Context(), lookupCall); err != nil {
				t.Fatal(err)
			}
		}
		if err := p.acquire(t.Context(), lookupCall); !errors.As(err, &late) {
			t.Errorf("a lookup beyond the quota: %v", err)
		}
		if want := time.Date(2000, 1, 2, 0, 1, 0, 0, time.UTC); !late.until.Equal(want) {
			t.Errorf("to be tried at %v, want %v", late.until.UTC(), want)
		}
		if n := l.days["2000-01-01"]; n != 100 {
			t.Errorf("%d calls counted", n)
		}
	})
	inBubble(t, "never more than half in reserve", func(t *testing.T) {
		p, _ := gates(gateSettings{quota: 100, unknown: 5000})
		for range 50 {
			if err := p.acquire(t.Context(), postCall); err != nil {
				t.Fatal(err)
			}
		}
		if err := p.acquire(t.Context(), postCall); err == nil {
			t.Error("a POST beyond half the quota")
		}
	})
	inBubble(t, "what is being settled is waited for", func(t *testing.T) {
		p, _ := gates(gateSettings{quota: 10, unknown: 9, moving: true, stop: true})
		for range 5 {
			if err := p.acquire(t.Context(), postCall); err != nil {
				t.Fatal(err)
			}
		}
		var late *later
		if err := p.acquire(t.Context(), postCall); !errors.As(err, &late) || time.Until(late.until) > recheck {
			t.Errorf("a reserve that will shrink: %v", err)
		}
	})
	inBubble(t, "to stop instead", func(t *testing.T) {
		p, _ := gates(gateSettings{quota: 3, stop: true})
		for range 3 {
			if err := p.acquire(t.Context(), lookupCall); err != nil {
				t.Fatal(err)
			}
		}
		var stop *Stop
		if err := p.acquire(t.Context(), lookupCall); !errors.As(err, &stop) || stop.Kind != StopQuota {
			t.Errorf("got %v", err)
		}
	})
	inBubble(t, "a day begins by the server's clock, with what was counted", func(t *testing.T) {
		p, l := gates(gateSettings{quota: 10})
		p.budget.clock.saw(time.Date(2030, 5, 5, 23, 59, 50, 0, time.UTC), time.Now())
		l.days["2030-05-05"] = 10
		var late *later
		if err := p.acquire(t.Context(), lookupCall); !errors.As(err, &late) {
			t.Fatalf("got %v", err)
		}
		if d := time.Until(late.until); d != 70*time.Second {
			t.Errorf("to be tried in %v, want a minute after midnight", d)
		}
		time.Sleep(70 * time.Second)
		if err := p.acquire(t.Context(), lookupCall); err != nil || l.days["2030-05-06"] != 1 {
			t.Errorf("the next day: %v, counted %v", err, l.days)
		}
	})
	inBubble(t, "Limit Exceeded", func(t *testing.T) {
		p, _ := gates(gateSettings{})
		p.budget.clock.saw(time.Date(2030, 5, 5, 12, 0, 0, 0, time.UTC), time.Now())
		p.budget.exceeded()
		var late *later
		if err := p.acquire(t.Context(), lookupCall); !errors.As(err, &late) || time.Until(late.until) != 12*time.Hour+time.Minute {
			t.Errorf("at noon: %v", err)
		}
		p.budget.clock.saw(time.Date(2030, 5, 6, 0, 1, 0, 0, time.UTC), time.Now())
		if err := p.acquire(t.Context(), lookupCall); err != nil {
			t.Errorf("a minute after midnight: %v", err)
		}
		p.budget.exceeded()
		if err := p.acquire(t.Context(), lookupCall); !errors.As(err, &late) || time.Until(late.until) != time.Minute {
			t.Errorf("just after midnight: %v", err)
		}
	})
}

func TestBreakerUnits(t *testing.T) {
	opened := func() *breaker {
		b := newBreaker(&eventLog{})
		for range failuresToPause {
			b.failed("no answer")
		}
		return b
	}
	inBubble(t, "opens after failures in a row only", func(t *testing.T) {
		b := newBreaker(&eventLog{})
		for range 5 {
			for range failuresToPause - 1 {
				b.failed("no answer")
			}
			b.ok()
		}
		begin := time.Now()
		if err := b.await(t.Context(), endless); err != nil || time.Since(begin) > 0 {
			t.Errorf("held %v, %v", time.Since(begin), err)
		}
	})
	inBubble(t, "one probe at a time, further and further apart", func(t *testing.T) {
		b := opened()
		begin := time.Now()
		var at []time.Duration
		for range 8 {
			if err := b.await(t.Context(), endless); err != nil {
				t.Fatal(err)
			}
			at = append(at, time.Since(begin).Round(time.Second))
			b.failed("no answer")
		}
		want := []time.Duration{1, 3, 7, 15, 31, 61, 91, 121}
		for i := range want {
			if at[i] != want[i]*time.Second {
				t.Fatalf("probes at %v, want %v s", at, want)
			}
		}
	})
	inBubble(t, "others wait for the probe", func(t *testing.T) {
		b := opened()
		if err := b.await(t.Context(), endless); err != nil {
			t.Fatal(err)
		}
		var passed atomic.Int64
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() {
				if b.await(t.Context(), endless) == nil {
					passed.Add(1)
				}
			})
		}
		time.Sleep(20 * time.Second)
		synctest.Wait()
		if n := passed.Load(); n != 0 {
			t.Errorf("%d went beside the probe", n)
		}
		b.ok()
		wg.Wait()
	})
	inBubble(t, "a probe that was never made is given back", func(t *testing.T) {
		b := opened()
		if err := b.await(t.Context(), endless); err != nil {
			t.Fatal(err)
		}
		if err := b.withdraw(nil); err != nil {
			t.Fatal(err)
		}
		begin := time.Now()
		if err := b.await(t.Context(), endless); err != nil || time.Since(begin) > 0 {
			t.Errorf("%v after %v", err, time.Since(begin))
		}
	})
	inBubble(t, "the run stops after ten minutes", func(t *testing.T) {
		b := opened()
		begin := time.Now()
		var err error
		for err == nil {
			if err = b.await(t.Context(), endless); err == nil {
				b.failed("no answer")
			}
		}
		var stop *Stop
		if !errors.As(err, &stop) || stop.Kind != StopTarget || time.Since(begin) < outageLimit || time.Since(begin) > outageLimit+lastProbe {
			t.Errorf("%v after %v", err, time.Since(begin))
		}
	})
	inBubble(t, "time in which nothing was asked is no outage", func(t *testing.T) {
		b := opened()
		for range 3 {
			time.Sleep(24 * time.Hour) // the day's calls were used up
			for range 3 {
				if err := b.await(t.Context(), endless); err != nil {
					t.Fatal(err)
				}
				b.failed("no answer")
			}
		}
	})
	birth := refusal{code: "invalid_format", field: "birthDate", hint: "mend the value"}
	t.Run("most are refused alike", func(t *testing.T) {
		b := newBreaker(&eventLog{})
		for range 10 {
			b.created()
		}
		for i := 1; ; i++ {
			err := b.refuse(birth)
			if (err != nil) != (i >= refusalsToJudge-10) {
				t.Fatalf("after 10 created and %d refused: %v", i, err)
			}
			if err != nil {
				break
			}
		}
		b = newBreaker(&eventLog{})
		for i := range 400 {
			if i%4 == 0 {
				b.created()
			} else if err := b.refuse(refusal{code: []string{"a", "b", "c"}[i%4-1]}); err != nil {
				t.Fatal(err)
			}
		}
	})
	t.Run("all are refused alike", func(t *testing.T) {
		for name, c := range map[string]struct {
			refusal refusal
			created int
			proven  bool
			stops   bool
		}{
			"a body":                         {refusal{code: refusedBody}, 0, false, true},
			"a body, in a proven directory":  {refusal{code: refusedBody}, 0, true, true},
			"a field":                        {birth, 0, false, true},
			"a field, in a proven directory": {birth, 0, true, false},
			"all but one":                    {birth, 1, false, false},
		} {
			b := newBreaker(&eventLog{})
			b.proven = c.proven
			for range c.created {
				b.created()
			}
			var err error
			for i := 1; i <= refusalsAlike; i++ {
				if err = b.refuse(c.refusal); err != nil && i < refusalsAlike {
					t.Errorf("%s: stopped after %d", name, i)
				}
			}
			var stop *Stop
			if errors.As(err, &stop) != c.stops {
				t.Errorf("%s: %v", name, err)
			}
			if r, n := b.alike(); n != map[bool]int64{true: refusalsAlike}[c.stops] || n > 0 && r != c.refusal {
				t.Errorf("%s: %d alike, %v", name, n, r)
			}
		}
	})
}

func TestFlightUnits(t *testing.T) {
	t.Run("doubles with every round", func(t *testing.T) {
		f := newFlight(16)
		for _, want := range []int{1, 2, 4, 8, 16, 16} {
			n := 0
			for f.board() {
				n++
			}
			if n != want {
				t.Fatalf("%d places, want %d", n, want)
			}
			for range n {
				f.land(true)
			}
		}
	})
	t.Run("an answer that is not clear admits no more", func(t *testing.T) {
		f := newFlight(16)
		for range 5 {
			if !f.board() || f.board() {
				t.Fatal("not one place")
			}
			f.land(false)
		}
	})
	t.Run("a halt lasts until all is understood, then one goes", func(t *testing.T) {
		f := newFlight(4)
		for range 4 {
			f.board()
			f.land(true)
		}
		f.halt()
		f.halt()
		f.understood()
		if f.board() {
			t.Error("boarded while one answer is not understood")
		}
		f.understood()
		if !f.board() || f.board() {
			t.Error("not exactly one place after the halt")
		}
	})
	t.Run("who is held hears of room", func(t *testing.T) {
		f := newFlight(2)
		f.board()
		if f.board() {
			t.Fatal("two places")
		}
		f.land(true)
		select {
		case <-f.room:
		default:
			t.Error("no word of a free place")
		}
		if newFlight(0).most != 1 {
			t.Error("no place at all")
		}
	})
}

func TestServerClock(t *testing.T) {
	inBubble(t, "newest, latest, now", func(t *testing.T) {
		c := &srvClock{}
		if !c.newest().IsZero() || !c.latest().IsZero() || !c.started().IsZero() || !c.now().Equal(time.Now()) {
			t.Error("a clock that saw nothing says something")
		}
		first := time.Date(2030, 1, 1, 0, 0, 10, 0, time.UTC)
		c.saw(time.Time{}, time.Now())
		c.saw(first, time.Now())
		time.Sleep(3 * time.Second)
		c.saw(first.Add(-5*time.Second), time.Now()) // an answer that was overtaken
		if !c.newest().Equal(first) || !c.started().Equal(first) {
			t.Errorf("newest %v, started %v", c.newest(), c.started())
		}
		if got := c.latest().Sub(first); got != 4*time.Second {
			t.Errorf("latest is %v after the first, want 3s and the second that Date hides", got)
		}
		if got := c.now().Sub(first); got != 3*time.Second {
			t.Errorf("now is %v after the first", got)
		}
	})
}
