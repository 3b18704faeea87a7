package sandbox

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptrace"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"
)

func TestLag(t *testing.T) {
	for _, byID := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			g := start(t, Config{Lag: 5 * time.Second, LagByID: byID})
			id := g.mustPost(person())
			seen := func() (person, listed, single bool) {
				return len(g.get("userid", "u-1").found(t)) == 1, len(g.get().found(t)) == 1, g.get("submission_id", id).status == 200
			}
			if p, l, s := seen(); p || l || s == byID {
				t.Errorf("at once, by id %v: %v %v %v", byID, p, l, s)
			}
			if r := g.putImage(id, "selfieImage", png); (r.status == 200) == byID {
				t.Errorf("PUT right after POST: %s", r.body)
			}
			time.Sleep(5 * time.Second)
			if p, l, s := seen(); !p || !l || !s {
				t.Errorf("after the lag: %v %v %v", p, l, s)
			}
			g.SetLag(time.Hour)
			if p, _, _ := seen(); p {
				t.Error("a new lag is not obeyed")
			}
			g.Advance(time.Hour)
			if p, _, _ := seen(); !p {
				t.Error("a moved clock is not obeyed")
			}
		})
	}
}

func TestGatewayTimeout(t *testing.T) {
	tests := map[string]struct {
		cfg    Config
		status int
		took   time.Duration
		commit time.Duration
	}{
		"in time":      {Config{Latency: time.Second, CommitDelay: 2 * time.Second}, 200, 3 * time.Second, 3 * time.Second},
		"slow commit":  {Config{CommitDelay: 40 * time.Second}, 504, 29 * time.Second, 40 * time.Second},
		"slow work":    {Config{Latency: 35 * time.Second}, 504, 29 * time.Second, 35 * time.Second},
		"no gateway":   {Config{Latency: 35 * time.Second, GatewayTimeout: -1}, 200, 35 * time.Second, 35 * time.Second},
		"slow by rule": {Config{Faults: []Fault{{Action: "slow", Probability: 1, Delay: 30 * time.Second}}}, 504, 29 * time.Second, 30 * time.Second},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				g := start(t, test.cfg)
				began := time.Now()
				if r := g.post(person()); r.status != test.status || time.Since(began) != test.took {
					t.Errorf("%d after %v", r.status, time.Since(began))
				}
				g.Advance(test.commit - test.took)
				if all := g.Submissions(); len(all) != 1 || all[0].CreatedAt.Sub(began) != test.commit {
					t.Errorf("stored: %+v", all)
				}
			})
		})
	}
}

func TestCallerGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := start(t, Config{Latency: 10 * time.Second})
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		req, _ := http.NewRequestWithContext(ctx, "POST", origin+"/v3/submission/migration", bytes.NewReader(encode(person())))
		req.Header.Set("X-Api-Key", g.key)
		req.Header.Set("Content-Type", "application/json")
		if r := g.do(req); !errors.Is(r.err, context.DeadlineExceeded) {
			t.Fatalf("got %v", r.err)
		}
		if len(g.Submissions()) != 0 {
			t.Error("committed already")
		}
		g.Wait()
		if len(g.Submissions()) != 1 {
			t.Error("the work ended with the caller's patience")
		}
	})
}

func TestCloseCutsOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := start(t, Config{Latency: time.Hour, GatewayTimeout: -1})
		var r reply
		var calls sync.WaitGroup
		calls.Go(func() { r = g.post(person()) })
		synctest.Wait()
		if g.State().InFlight != 1 {
			t.Error("no call in flight")
		}
		if err := g.Close(); err != nil {
			t.Error(err)
		}
		calls.Wait()
		if !r.reset() {
			t.Errorf("got %d, %v", r.status, r.err)
		}
		if r := g.post(person()); !errors.Is(r.err, syscall.ECONNREFUSED) {
			t.Errorf("after Close: %v", r.err)
		}
		if calls := g.Calls(); len(calls) != 1 || calls[0].Status != 0 {
			t.Errorf("audit log: %+v", calls)
		}
	})
}

func TestRate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := start(t, Config{RatePerSecond: 10, Burst: 5, RetryAfter: 1500 * time.Millisecond})
		count := func(n int) (ok int) {
			for range n {
				switch r := g.get(); r.status {
				case 200:
					ok++
				case 429:
					wantCode(t, r, 429, "message", "Too Many Requests")
					if r.header.Get("Retry-After") != "2" {
						t.Fatalf("Retry-After %q", r.header.Get("Retry-After"))
					}
				}
			}
			return ok
		}
		if n := count(20); n != 5 {
			t.Errorf("burst of %d", n)
		}
		time.Sleep(300 * time.Millisecond)
		if n := count(20); n != 3 {
			t.Errorf("%d after 0.3 s", n)
		}
		time.Sleep(time.Minute)
		if n := count(20); n != 5 {
			t.Errorf("the bucket overflows: %d", n)
		}
	})
}

func TestQuota(t *testing.T) {
	late := time.Date(2026, 1, 1, 23, 59, 0, 0, time.UTC)
	g := start(t, Config{DailyQuota: 3, Now: func() time.Time { return late }, APIKeys: []string{DefaultAPIKey, "second"}})
	for range 3 {
		g.mustPost(person())
	}
	wantCode(t, g.post(person()), 429, "message", "Limit Exceeded")
	wantCode(t, g.get(), 429, "message", "Limit Exceeded")
	g.key = "second"
	g.mustPost(person())
	g.key = DefaultAPIKey
	g.Advance(time.Minute)
	g.mustPost(person())
	if used := g.State().QuotaUsed; used != 1 {
		t.Errorf("used today: %d", used)
	}
}

func TestDateHeader(t *testing.T) {
	noon := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	g := start(t, Config{Now: func() time.Time { return noon }, DateOffset: -10 * time.Minute})
	if got := g.get().header.Get("Date"); got != "Thu, 01 Jan 2026 11:50:00 GMT" {
		t.Errorf("Date: %s", got)
	}
	g = start(t, Config{NoDate: true})
	if got, there := g.get().header["Date"]; there {
		t.Errorf("Date: %s", got)
	}
}

func TestLatePictureLandsOnTop(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := start(t, Config{KeepImages: true, Faults: faults(t, "put:late-commit=#1@30s")})
		id := g.mustPost(person())
		if r := g.putImage(id, "selfieImage", jpeg); !r.reset() {
			t.Fatal(r.err)
		}
		g.putImage(id, "selfieImage", png)
		if got := g.ImageBytes(id, "selfieImage"); !bytes.Equal(got, png) {
			t.Error("the second picture is not the picture")
		}
		time.Sleep(30 * time.Second)
		if got := g.ImageBytes(id, "selfieImage"); !bytes.Equal(got, jpeg) {
			t.Error("the late picture did not land")
		}
	})
}

// unread is a body that a refused connection must not touch.
type unread struct {
	t      *testing.T
	closed bool
}

func (u *unread) Read([]byte) (int, error) {
	u.t.Error("the body was read")
	return 0, errors.New("read")
}

func (u *unread) Close() error {
	u.closed = true
	return nil
}

func TestRefusedConnectionReadsNothing(t *testing.T) {
	g := start(t, Config{})
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	body := &unread{t: t}
	req, _ := http.NewRequestWithContext(t.Context(), "POST", origin, body)
	req.ContentLength = 10
	if r := g.do(req); !errors.Is(r.err, syscall.ECONNREFUSED) || !body.closed {
		t.Errorf("got %v, body closed: %v", r.err, body.closed)
	}
}

func TestTransportTellsTheTrace(t *testing.T) {
	g := start(t, Config{Faults: faults(t, "drop-before=#2")})
	for call, want := range []string{"field headers request answer ", "field headers request "} {
		seen := ""
		trace := &httptrace.ClientTrace{
			WroteHeaderField:     func(string, []string) { seen = "field " },
			WroteHeaders:         func() { seen += "headers " },
			WroteRequest:         func(httptrace.WroteRequestInfo) { seen += "request " },
			GotFirstResponseByte: func() { seen += "answer " },
		}
		req, _ := http.NewRequestWithContext(httptrace.WithClientTrace(t.Context(), trace), "GET", origin+"/v3/submission", nil)
		req.Header.Set("X-Api-Key", g.key)
		g.do(req)
		if seen != want {
			t.Errorf("call %d: traced %q, want %q", call+1, seen, want)
		}
	}
}

func TestJitter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := start(t, Config{Latency: 100 * time.Millisecond, Jitter: 50 * time.Millisecond})
		seen := map[time.Duration]bool{}
		for range 20 {
			began := time.Now()
			g.get()
			took := time.Since(began)
			if took < 100*time.Millisecond || took > 150*time.Millisecond {
				t.Errorf("took %v", took)
			}
			seen[took] = true
		}
		if len(seen) < 10 {
			t.Errorf("%d different latencies", len(seen))
		}
	})
}

func TestAudit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := start(t, Config{AuditSize: 4})
		for i := range 10 {
			if i == 6 {
				time.Sleep(time.Second)
			}
			g.mustPost(person())
		}
		g.key = "wrong"
		g.get()
		calls := g.Calls()
		if len(calls) != 4 || calls[0].Seq != 8 || calls[3].Seq != 11 || calls[3].Code != "Forbidden" {
			t.Errorf("remembered: %+v", calls)
		}
		s := g.State()
		if s.Calls != 11 || s.MaxInSecond != 6 || s.MaxInFlight != 1 || s.Submissions != 10 {
			t.Errorf("state: %+v", s)
		}
		want := []CallTotals{{EndpointGet, 403, 1}, {EndpointPost, 200, 10}}
		if len(s.ByStatus) != 2 || s.ByStatus[0] != want[0] || s.ByStatus[1] != want[1] {
			t.Errorf("totals: %+v", s.ByStatus)
		}
	})
}
