package sandbox

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// listen starts a server, and returns a client of it over real connections.
func listen(t *testing.T, cfg Config) (*rig, *Server) {
	t.Helper()
	g := start(t, cfg)
	v, err := g.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	network := &http.Transport{MaxIdleConnsPerHost: 64}
	g.client = &http.Client{Transport: redirected{network, v.Root()}}
	t.Cleanup(func() {
		network.CloseIdleConnections()
		if err := v.Close(); err != nil {
			t.Error(err)
		}
	})
	return g, v
}

// redirected sends what is meant for origin to a server.
type redirected struct {
	next http.RoundTripper
	root string
}

func (r redirected) RoundTrip(req *http.Request) (*http.Response, error) {
	clone := req.Clone(req.Context())
	clone.URL.Host = strings.TrimPrefix(r.root, "http://")
	return r.next.RoundTrip(clone)
}

func TestOverTheNetwork(t *testing.T) {
	g, v := listen(t, Config{Faults: faults(t, "drop-before=#2", "drop-after=#3", "truncated=#4"), DateOffset: time.Hour})
	if !strings.HasPrefix(v.URL(), "http://127.0.0.1:") || !strings.HasSuffix(v.URL(), "/v3") {
		t.Errorf("URL %s", v.URL())
	}
	id := g.mustPost(person())
	for range 2 {
		if r := g.post(person()); !errors.Is(r.err, syscall.ECONNRESET) {
			t.Errorf("not reset: %d, %v", r.status, r.err)
		}
	}
	if r := g.post(person()); r.status != 200 || !errors.Is(r.err, io.ErrUnexpectedEOF) {
		t.Errorf("not truncated: %d, %v", r.status, r.err)
	}
	if n := len(g.Submissions()); n != 3 {
		t.Errorf("%d stored", n)
	}
	if r := g.putImage(id, "selfieImage", png); r.status != 200 {
		t.Error(r.body)
	}
	date, err := http.ParseTime(g.get().header.Get("Date"))
	if err != nil || time.Until(date) < 59*time.Minute {
		t.Errorf("Date %v, %v", date, err)
	}
}

func TestRefusedBodyIsReadToItsEnd(t *testing.T) {
	g, _ := listen(t, Config{MaxBody: 1000})
	id := g.mustPost(person())
	big := append([]byte(nil), png...)
	for len(big) < 4<<20 {
		big = append(big, big...)
	}
	for range 5 {
		wantCode(t, g.putImage(id, "selfieImage", big), 413, "message", "Request Entity Too Large")
	}
	g.key = "no"
	wantCode(t, g.putImage(id, "selfieImage", big), 403, "message", "Forbidden")
}

func TestListenRefusesOtherAddresses(t *testing.T) {
	s, err := New(Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, addr := range []string{":0", "0.0.0.0:0", "[::]:0", "192.0.2.1:0", "example.com:0", "127.0.0.1", ""} {
		if v, err := s.Listen(t.Context(), addr); err == nil {
			t.Errorf("%q: listens", addr)
			_ = v.Close()
		}
	}
	v, err := s.Listen(t.Context(), "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := v.Close(); err != nil {
		t.Error(err)
	}
}

func TestListenEndsWithItsContext(t *testing.T) {
	s, err := New(Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ctx, cancel := context.WithCancel(t.Context())
	v, err := s.Listen(ctx, "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := v.Wait(); err != nil {
		t.Error(err)
	}
}

func TestConcurrentCalls(t *testing.T) {
	g, _ := listen(t, Config{Latency: time.Millisecond, Faults: faults(t, "post:drop-after=10%", "post:500=10%")})
	var created atomic.Int64
	var workers sync.WaitGroup
	for range 16 {
		workers.Go(func() {
			for range 25 {
				if r := g.post(person()); r.status == 200 {
					created.Add(1)
					g.putImage(r.field("submissionId"), "selfieImage", png)
				}
				g.get("userid", "u-1", "count", "3")
			}
		})
	}
	workers.Wait()
	s := g.State()
	if int(created.Load()) != s.Images || s.Submissions != int(created.Load())+s.Faults[0].Hits {
		t.Errorf("told %d, state %+v", created.Load(), s)
	}
}

func TestControl(t *testing.T) {
	g := start(t, Config{})
	id := g.mustPost(person())
	g.putImage(id, "selfieImage", png)
	control := func(method, name, body string) reply {
		t.Helper()
		return g.send(method, origin+"/_sandbox/"+name, "application/json", []byte(body))
	}
	var s State
	if r := control("GET", "state", ""); json.Unmarshal([]byte(r.body), &s) != nil || s.Submissions != 1 || s.Images != 1 || s.Calls != 2 {
		t.Errorf("state: %+v", s)
	}
	var stored Stored
	if r := control("GET", "submissions", ""); json.Unmarshal([]byte(r.body), &stored) != nil || stored.ID != id || len(stored.Images) != 1 {
		t.Errorf("submissions: %s", r.body)
	}
	lines := bufio.NewScanner(strings.NewReader(control("GET", "calls", "").body))
	for n := uint64(1); lines.Scan(); n++ {
		var c Call
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil || c.Seq != n || c.Status != 200 {
			t.Errorf("call %d: %s", n, lines.Text())
		}
	}
	if r := control("POST", "faults", `["post:500=#1"]`); r.status != 200 || g.post(person()).status != 500 {
		t.Errorf("faults: %s", r.body)
	}
	if r := control("GET", "faults", ""); strings.TrimSpace(r.body) != `[{"fault":"post:500=#1","seen":1,"hits":1}]` {
		t.Errorf("faults: %s", r.body)
	}
	before := g.Now()
	if r := control("POST", "clock", `{"advance":"24h"}`); r.status != 200 || g.Now().Sub(before) < 24*time.Hour {
		t.Errorf("clock: %s", r.body)
	}
	if r := control("POST", "lag", `{"lag":"1h"}`); r.status != 200 || g.State().Lag != time.Hour {
		t.Errorf("lag: %s", r.body)
	}
	if r := control("POST", "submissions", `{"id":"outsider","fields":{"userid":"u-1"}}`); r.field("id") != "outsider" {
		t.Errorf("plant: %s", r.body)
	}
	for name, body := range map[string]string{
		"faults": `["explode"]`, "clock": `{"advance":"x"}`, "lag": `{}`, "submissions": `{"fields":{"phone":"1"}}`, "submissions ": `{"id":1}`,
	} {
		if r := control("POST", strings.TrimSpace(name), body); r.status != 400 || r.field("error") == "" {
			t.Errorf("%s %s: %d %s", name, body, r.status, r.body)
		}
	}
	if r := control("GET", "nothing", ""); r.status != 404 {
		t.Errorf("nothing: %d", r.status)
	}
	if r := control("POST", "reset", ""); r.status != 200 || len(g.Submissions()) != 0 || len(g.Calls()) != 0 {
		t.Errorf("reset: %s", r.body)
	}
	if again := g.mustPost(person()); again == id {
		t.Error("an id was given out twice")
	}
}

func TestControlIsLocal(t *testing.T) {
	g := start(t, Config{})
	req, _ := http.NewRequestWithContext(t.Context(), "POST", origin+"/_sandbox/reset", nil)
	req.Header.Set("Origin", "http://page.example")
	if r := g.do(req); r.status != 403 {
		t.Errorf("a web page controls the sandbox: %d", r.status)
	}
	for remote, local := range map[string]bool{"127.0.0.1:5": true, "[::1]:5": true, "[::ffff:127.0.0.1]:5": true, "192.0.2.1:5": false, "": false} {
		if isLocal(&http.Request{RemoteAddr: remote, Header: http.Header{}}) != local {
			t.Errorf("%q", remote)
		}
	}
}

func BenchmarkPost(b *testing.B) {
	s, err := New(Config{Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	body := string(encode(person("nationality", "GBR", "gender", "female", "documentNumber", "P12345", "cf1", "legacy-2026", "cf3", "m1.abcdef")))
	b.ReportAllocs()
	for b.Loop() {
		r, _ := http.NewRequest("POST", "/v3/submission/migration", strings.NewReader(body))
		r.Header.Set("X-Api-Key", DefaultAPIKey)
		r.Header.Set("Content-Type", "application/json")
		r.RemoteAddr = "127.0.0.1:1"
		s.ServeHTTP(&recorder{header: http.Header{}}, r)
	}
}
