package argos

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"syscall"
	"testing"
	"time"
)

// benchServer answers every POST as ARGOS does.
func benchServer(b *testing.B) string {
	b.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		w.Header()["Content-Type"] = []string{"application/json"}
		w.Header()["X-Amzn-Requestid"] = []string{"0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"}
		_, _ = io.WriteString(w, created)
	}))
	b.Cleanup(srv.Close)
	return srv.URL
}

// inFlight makes b.N calls, 256 at a time, and reports the CPU time of one
// (server included: both loops share it).
func inFlight(b *testing.B, one func() error) {
	b.Helper()
	work := make(chan struct{})
	var wg sync.WaitGroup
	b.ReportAllocs()
	b.ResetTimer()
	start := cpu()
	for range 256 {
		wg.Go(func() {
			for range work {
				if err := one(); err != nil {
					b.Error(err)
				}
			}
		})
	}
	for range b.N {
		work <- struct{}{}
	}
	close(work)
	wg.Wait()
	b.ReportMetric(float64((cpu()-start).Microseconds())/float64(b.N), "cpu-µs/op")
}

func cpu() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkBare is the yardstick: what any Go program pays for such a call.
func BenchmarkBare(b *testing.B) {
	url := benchServer(b)
	tr := &http.Transport{MaxIdleConnsPerHost: 256}
	defer tr.CloseIdleConnections()
	client := &http.Client{Transport: tr, Timeout: DefaultTimeout}
	body := appendSubmission(nil, bodyOpening(testAdmin), person())
	inFlight(b, func() error {
		req, err := http.NewRequestWithContext(context.Background(), http.MethodPost, url+"/v3/submission/migration", bytes.NewReader(body))
		if err != nil {
			return err
		}
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("x-api-key", testKey)
		res, err := client.Do(req)
		if err != nil {
			return err
		}
		defer res.Body.Close()
		_, err = io.Copy(io.Discard, res.Body)
		return err
	})
}

func BenchmarkSubmit(b *testing.B) {
	c := newClient(b, Config{BaseURL: benchServer(b) + "/v3", MaxConns: 256})
	s := person()
	inFlight(b, func() error { _, err := c.Submit(context.Background(), s); return err })
}

func BenchmarkSubmitEncrypted(b *testing.B) {
	c := newClient(b, Config{BaseURL: benchServer(b) + "/v3", MaxConns: 256, Encrypt: true})
	s := person()
	inFlight(b, func() error { _, err := c.Submit(context.Background(), s); return err })
}

// BenchmarkOwnPart is Submit without the network.
func BenchmarkOwnPart(b *testing.B) {
	c := newClient(b, Config{BaseURL: "http://localhost"})
	s, head := person(), http.Header{"Date": {"Sat, 22 Nov 2025 23:59:50 GMT"}, "X-Amzn-Requestid": {"r"}}
	b.ReportAllocs()
	for b.Loop() {
		_ = appendSubmission(make([]byte, 0, 1024), c.opening, s)
		in, e := c.judge(opPost, answer{meta: c.readMeta(200, head), body: []byte(created)})
		if e != nil || in.submissionID() == "" {
			b.Fatal(e)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	s, opening := person(), bodyOpening(testAdmin)
	b.Run("own", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_ = appendSubmission(make([]byte, 0, 1024), opening, s)
		}
	})
	b.Run("map", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			m := map[string]string{"admin": testAdmin}
			for _, f := range s.Present() {
				m[f.String()] = s[f]
			}
			if _, err := json.Marshal(m); err != nil {
				b.Fatal(err)
			}
		}
	})
}
