package oneshot

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const whole = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

// server gives each connection to serve, with its number from 1, and closes it
// after.
type server struct {
	url         *url.URL
	connections atomic.Int64
	stop        func() // and wait for all that serve
}

func serve(t testing.TB, serve func(n int64, c net.Conn, r *bufio.Reader)) *server {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &server{url: &url.URL{Scheme: "http", Host: l.Addr().String()}}
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			n := s.connections.Add(1)
			wg.Go(func() {
				defer c.Close()
				serve(n, c, bufio.NewReader(c))
			})
		}
	})
	s.stop = sync.OnceFunc(func() { l.Close(); wg.Wait() })
	t.Cleanup(s.stop)
	return s
}

// each answers every request of a connection with the same bytes.
func each(answer string) func(int64, net.Conn, *bufio.Reader) {
	return func(_ int64, c net.Conn, r *bufio.Reader) {
		for readRequest(r) == nil {
			_, _ = io.WriteString(c, answer)
		}
	}
}

func readRequest(r *bufio.Reader) error {
	req, err := http.ReadRequest(r)
	if err == nil {
		_, err = io.Copy(io.Discard, req.Body)
	}
	return err
}

func newTransport(t testing.TB, target *url.URL, change ...func(*Config)) *Transport {
	t.Helper()
	cfg := Config{
		Target: target, Dial: (&net.Dialer{}).DialContext,
		MaxIdle: 8, IdleTimeout: time.Minute, MaxHead: 1 << 16,
	}
	for _, f := range change {
		f(&cfg)
	}
	tr := New(cfg)
	t.Cleanup(tr.CloseIdleConnections)
	return tr
}

// result is what came of a request.
type result struct {
	status int
	header http.Header
	body   string
	err    error
	left   bool // a byte of the request left us
}

// post sends a body over any transport and reads the answer to its end.
func post(ctx context.Context, over http.RoundTripper, target *url.URL, body string) (r result) {
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{WroteHeaderField: func(string, []string) { r.left = true }})
	u := *target
	u.Path = "/v3/a b"
	req := &http.Request{
		Method: http.MethodPost, URL: &u, Host: u.Host, Header: http.Header{"X-Api-Key": {"key"}},
		Body: io.NopCloser(strings.NewReader(body)), ContentLength: int64(len(body)),
	}
	res, err := over.RoundTrip(req.WithContext(ctx))
	if err != nil {
		r.err = err
		return r
	}
	defer res.Body.Close()
	r.status, r.header = res.StatusCode, res.Header
	b, err := io.ReadAll(res.Body)
	r.body, r.err = string(b), err
	return r
}

// What a server gets is one request, as net/http reads it.
func TestRequest(t *testing.T) {
	got := make(chan *http.Request, 2)
	body := strings.Repeat("é", 70_000)
	s := serve(t, func(_ int64, c net.Conn, r *bufio.Reader) {
		for {
			req, err := http.ReadRequest(r)
			if err != nil {
				return
			}
			b, _ := io.ReadAll(req.Body)
			if string(b) != body {
				t.Errorf("a body of %d bytes came", len(b))
			}
			got <- req
			_, _ = io.WriteString(c, whole)
		}
	})
	tr := newTransport(t, s.url)
	for range 2 {
		if r := post(t.Context(), tr, s.url, body); r.err != nil || r.status != 200 || r.body != "ok" || !r.left {
			t.Fatalf("%+v", r)
		}
		req := <-got
		if req.Method != "POST" || req.RequestURI != "/v3/a%20b" || req.Host != s.url.Host ||
			req.Proto != "HTTP/1.1" || req.Header.Get("X-Api-Key") != "key" || len(req.Header) != 2 {
			t.Errorf("%+v", req)
		}
	}
}

// A request without a body has a length too, and a body of another length than
// announced never leaves.
func TestLengths(t *testing.T) {
	s := serve(t, each(whole))
	tr := newTransport(t, s.url)
	get := &http.Request{Method: http.MethodGet, URL: s.url}
	res, err := tr.RoundTrip(get)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, res.Body)
	for _, announced := range []int64{0, 2, 4} {
		req := &http.Request{Method: http.MethodPost, URL: s.url, Body: io.NopCloser(strings.NewReader("abc")), ContentLength: announced}
		if _, err := tr.RoundTrip(req); err == nil {
			t.Errorf("a body of 3 bytes left with %d announced", announced)
		}
	}
	if r := post(t.Context(), tr, s.url, "x"); r.err != nil {
		t.Error(r.err)
	}
	if n := s.connections.Load(); n != 1 {
		t.Errorf("%d connections", n)
	}
}

func TestElsewhere(t *testing.T) {
	tr := newTransport(t, &url.URL{Scheme: "https", Host: "argos.example"})
	for _, elsewhere := range []string{"http://argos.example", "https://argos.example:444", "https://other.example"} {
		u, err := url.Parse(elsewhere)
		if err != nil {
			t.Fatal(err)
		}
		if r := post(t.Context(), tr, u, "x"); !errors.Is(r.err, errElsewhere) || r.left {
			t.Errorf("%s: %+v", elsewhere, r)
		}
	}
	for target, want := range map[string]string{
		"https://argos.example": "argos.example:443", "http://localhost": "localhost:80", "http://[::1]:81": "[::1]:81",
	} {
		u, err := url.Parse(target)
		if err != nil {
			t.Fatal(err)
		}
		if got := address(u); got != want {
			t.Errorf("%s: %s", target, got)
		}
	}
}

// answers are what servers say; kept tells whether the connection serves again.
var answers = map[string]struct {
	answer string
	kept   bool
}{
	"length":       {whole, true},
	"nothing":      {"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", true},
	"204":          {"HTTP/1.1 204 No Content\r\n\r\n", true},
	"refusal":      {"HTTP/1.1 429 Slow\r\nRetry-After: 1\r\nContent-Length: 1\r\n\r\nx", true},
	"chunks":       {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n1\r\n!\r\n0\r\nX-Trailer: t\r\n\r\n", true},
	"announced":    {"HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + whole, true},
	"close":        {"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok", false},
	"1.0":          {"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok", false},
	"two lengths":  {"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok", false},
	"bad length":   {"HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\nok", false},
	"bad chunk":    {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nok", false},
	"no HTTP":      {"SSH-2.0-x\r\n\r\n", false},
	"two answers":  {whole + whole, false},
	"long head":    {"HTTP/1.1 200 OK\r\nX: " + strings.Repeat("x", 1<<17) + "\r\nContent-Length: 2\r\n\r\nok", false},
	"switch":       {"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n", false},
	"folded":       {"HTTP/1.1 200 OK\r\nX-A: 1\r\n 2\r\ncontent-length: 2\r\n\r\nok", true},
	"long body":    {"HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n" + strings.Repeat("y", 300_000), true},
	"no status":    {"HTTP/1.1 099 X\r\nContent-Length: 2\r\n\r\nok", true},
	"empty status": {"HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\nok", true},
}

// Every answer means what it means to net/http's own transport.
func TestAnswersAsNetHTTP(t *testing.T) {
	for name, tc := range answers {
		t.Run(name, func(t *testing.T) {
			s := serve(t, func(_ int64, c net.Conn, r *bufio.Reader) {
				_ = readRequest(r)
				_, _ = io.WriteString(c, tc.answer)
			})
			theirs := &http.Transport{DisableCompression: true, MaxResponseHeaderBytes: 1 << 16}
			defer theirs.CloseIdleConnections()
			want := post(t.Context(), theirs, s.url, "x")
			got := post(t.Context(), newTransport(t, s.url), s.url, "x")
			if (got.err == nil) != (want.err == nil) || got.status != want.status || got.body != want.body || !got.left {
				t.Errorf("status %d, %d bytes, %v; net/http: %d, %d bytes, %v",
					got.status, len(got.body), got.err, want.status, len(want.body), want.err)
			}
			for k, v := range want.header {
				if strings.Join(got.header[k], "|") != strings.Join(v, "|") {
					t.Errorf("%s is %q, with net/http %q", k, got.header[k], v)
				}
			}
		})
	}
}

func TestKeptConnections(t *testing.T) {
	for name, tc := range answers {
		t.Run(name, func(t *testing.T) {
			s := serve(t, each(tc.answer))
			tr := newTransport(t, s.url)
			for range 3 {
				post(t.Context(), tr, s.url, "x")
			}
			if n := s.connections.Load(); (n == 1) != tc.kept || n != 1 && n != 3 {
				t.Errorf("%d connections", n)
			}
		})
	}
}

// An answer that is not read to its end takes its connection with it.
func TestUnreadAnswer(t *testing.T) {
	s := serve(t, each(whole))
	tr := newTransport(t, s.url)
	for range 2 {
		res, err := tr.RoundTrip(&http.Request{Method: http.MethodGet, URL: s.url})
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		res.Body.Close()
	}
	if n := s.connections.Load(); n != 2 {
		t.Errorf("%d connections", n)
	}
}

// What is no request never leaves, and a request whose context has ended neither.
func TestWhatNeverLeaves(t *testing.T) {
	s := serve(t, each(whole))
	tr := newTransport(t, s.url)
	if r := post(t.Context(), tr, s.url, "warm"); r.err != nil {
		t.Fatal(r.err)
	}
	for name, change := range map[string]func(*http.Request){
		"no method":       func(r *http.Request) { r.Method = "" },
		"two lines":       func(r *http.Request) { r.Method = "POST / HTTP/1.1\r\nX: y\r\n" },
		"query":           func(r *http.Request) { u := *r.URL; u.RawQuery = "a HTTP/1.1\r\nX: y"; r.URL = &u },
		"host":            func(r *http.Request) { r.Host = "a\r\nX: y" },
		"length, no body": func(r *http.Request) { r.Body, r.ContentLength = nil, 5 },
		"no length":       func(r *http.Request) { r.ContentLength = -1000 },
		"huge":            func(r *http.Request) { r.ContentLength = maxRequest + 1 },
		"ended": func(r *http.Request) {
			ctx, cancel := context.WithCancel(r.Context())
			cancel()
			*r = *r.WithContext(ctx)
		},
	} {
		left := false
		trace := &httptrace.ClientTrace{WroteHeaderField: func(string, []string) { left = true }}
		r := &http.Request{Method: http.MethodPost, URL: s.url, Host: s.url.Host, Body: io.NopCloser(strings.NewReader("x")), ContentLength: 1}
		r = r.WithContext(httptrace.WithClientTrace(t.Context(), trace))
		change(r)
		if _, err := tr.RoundTrip(r); err == nil || left {
			t.Errorf("%s: left %v, %v", name, left, err)
		}
	}
	if n := s.connections.Load(); n != 1 {
		t.Errorf("%d connections", n)
	}
}

// A server that closes a kept connection, or says something unasked, is noticed
// before the next request is written: none of them fails.
func TestConnectionsThatDoNotStand(t *testing.T) {
	for name, parting := range map[string]string{"closed": "", "unasked": "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n"} {
		t.Run(name, func(t *testing.T) {
			parted := make(chan struct{}, 1)
			s := serve(t, func(_ int64, c net.Conn, r *bufio.Reader) {
				_ = readRequest(r)
				_, _ = io.WriteString(c, whole)
				time.Sleep(time.Millisecond) // not in the packet of the answer
				_, _ = io.WriteString(c, parting)
				c.Close()
				parted <- struct{}{}
			})
			tr := newTransport(t, s.url)
			for range 50 {
				if r := post(t.Context(), tr, s.url, "x"); r.err != nil || r.status != 200 {
					t.Fatalf("%+v", r)
				}
				<-parted
			}
			if n := s.connections.Load(); n != 50 {
				t.Errorf("%d connections", n)
			}
		})
	}
}

// Where connections cannot be asked, each serves one request.
func TestUnaskable(t *testing.T) {
	s := serve(t, each(whole))
	tr := newTransport(t, s.url, func(cfg *Config) {
		cfg.Dial = func(ctx context.Context, network, address string) (net.Conn, error) {
			c, err := (&net.Dialer{}).DialContext(ctx, network, address)
			return struct{ net.Conn }{c}, err
		}
	})
	for range 3 {
		if r := post(t.Context(), tr, s.url, "x"); r.err != nil {
			t.Fatal(r.err)
		}
	}
	if n := s.connections.Load(); n != 3 {
		t.Errorf("%d connections", n)
	}
}

// torn is a connection that takes so many bytes and then fails.
type torn struct {
	net.Conn
	takes int
	err   error
}

func (c *torn) Write(p []byte) (int, error) {
	if len(p) <= c.takes {
		return c.Conn.Write(p)
	}
	n, err := c.Conn.Write(p[:c.takes])
	return n, errors.Join(c.err, err)
}

// Whether a byte left is known to the byte.
func TestWhatLeft(t *testing.T) {
	lost := errors.New("lost")
	for name, tc := range map[string]struct {
		takes  int
		answer string
		want   result
	}{
		"nothing":       {0, whole, result{err: lost}},
		"a byte":        {1, "", result{err: lost, left: true}},
		"a byte, a yes": {1, whole, result{err: lost, left: true}}, // to what it has not read
		"a byte, a no":  {1, "HTTP/1.1 413 No\r\nContent-Length: 2\r\n\r\nno", result{status: 413, body: "no", left: true}},
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t, func(_ int64, c net.Conn, r *bufio.Reader) {
				if _, err := r.ReadByte(); err == nil {
					_, _ = io.WriteString(c, tc.answer)
				}
			})
			tr := newTransport(t, s.url, func(cfg *Config) {
				cfg.Dial = func(ctx context.Context, network, address string) (net.Conn, error) {
					c, err := (&net.Dialer{}).DialContext(ctx, network, address)
					return &torn{c, tc.takes, lost}, err
				}
			})
			for n := int64(1); n <= 2; n++ {
				got := post(t.Context(), tr, s.url, "x")
				if !errors.Is(got.err, tc.want.err) || got.left != tc.want.left || got.status != tc.want.status || got.body != tc.want.body {
					t.Errorf("%+v", got)
				}
				if s.connections.Load() > n {
					t.Errorf("%d connections for %d requests", s.connections.Load(), n)
				}
			}
		})
	}
}

func TestDialFails(t *testing.T) {
	lost := errors.New("lost")
	target := &url.URL{Scheme: "http", Host: "argos.example"}
	tr := newTransport(t, target, func(cfg *Config) {
		cfg.Dial = func(context.Context, string, string) (net.Conn, error) { return nil, lost }
	})
	if r := post(t.Context(), tr, target, "x"); !errors.Is(r.err, lost) || r.left {
		t.Errorf("%+v", r)
	}
}

// The end of a context ends whatever its request waits for, and the connection.
func TestContextEnds(t *testing.T) {
	for name, tc := range map[string]struct {
		serve func(c net.Conn, r *bufio.Reader, reached func())
		size  int
	}{
		"head": {func(_ net.Conn, r *bufio.Reader, reached func()) {
			_ = readRequest(r)
			reached()
			_, _ = r.ReadByte()
		}, 1},
		"body": {func(c net.Conn, r *bufio.Reader, reached func()) {
			_ = readRequest(r)
			_, _ = io.WriteString(c, whole[:len(whole)-1])
			reached()
			_, _ = r.ReadByte()
		}, 1},
		"writing": {func(c net.Conn, r *bufio.Reader, reached func()) {
			_ = c.(*net.TCPConn).SetReadBuffer(4 << 10)
			_, _ = r.ReadByte()
			reached()
			time.Sleep(200 * time.Millisecond)
		}, 8 << 20},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			s := serve(t, func(_ int64, c net.Conn, r *bufio.Reader) {
				tc.serve(c, r, func() { time.AfterFunc(20*time.Millisecond, cancel) })
			})
			tr := newTransport(t, s.url)
			if got := post(ctx, tr, s.url, strings.Repeat("x", tc.size)); !errors.Is(got.err, context.Canceled) || !got.left {
				t.Errorf("%v, left %v", got.err, got.left)
			}
			if tr.last() != nil {
				t.Error("the connection was kept")
			}
		})
	}
}

func TestContextExpires(t *testing.T) {
	s := serve(t, func(_ int64, _ net.Conn, r *bufio.Reader) { _ = readRequest(r); _, _ = r.ReadByte() })
	tr := newTransport(t, s.url)
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	if got := post(ctx, tr, s.url, "x"); !errors.Is(got.err, context.DeadlineExceeded) || !got.left || tr.last() != nil {
		t.Errorf("%+v", got)
	}
}

// A request that takes longer than it may is given up wherever it stands, and the time
// of one that did not is not that of the next.
func TestTimeout(t *testing.T) {
	const short = 150 * time.Millisecond
	silent := func(_ int64, _ net.Conn, r *bufio.Reader) { _ = readRequest(r); _, _ = r.ReadByte() }
	cut := func(_ int64, c net.Conn, r *bufio.Reader) {
		_ = readRequest(r)
		_, _ = io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")
		_, _ = r.ReadByte()
	}
	deaf := func(_ int64, _ net.Conn, _ *bufio.Reader) { time.Sleep(3 * short) }
	for name, tc := range map[string]struct {
		serve func(int64, net.Conn, *bufio.Reader)
		size  int
	}{"no answer": {silent, 1}, "half an answer": {cut, 1}, "no reader": {deaf, 1 << 20}} {
		t.Run(name, func(t *testing.T) {
			s := serve(t, tc.serve)
			tr := newTransport(t, s.url, func(cfg *Config) {
				cfg.Timeout = short
				cfg.Dial = func(ctx context.Context, network, address string) (net.Conn, error) {
					c, err := (&net.Dialer{}).DialContext(ctx, network, address)
					if err == nil { // a request need not be so big that it takes long to be written down
						err = c.(*net.TCPConn).SetWriteBuffer(16 << 10)
					}
					return c, err
				}
			})
			body := strings.Repeat("x", tc.size)
			begun := time.Now()
			got := post(t.Context(), tr, s.url, body)
			if !errors.Is(got.err, context.DeadlineExceeded) || tr.last() != nil {
				t.Error(got.err)
			}
			if !got.left {
				t.Error("nothing left")
			}
			if took := time.Since(begun); took < short || took > 20*short {
				t.Errorf("it was given up after %v", took)
			}
		})
	}
	t.Run("dialing", func(t *testing.T) {
		target := &url.URL{Scheme: "http", Host: "argos.example"}
		tr := newTransport(t, target, func(cfg *Config) {
			cfg.Timeout = short
			cfg.Dial = func(ctx context.Context, _, _ string) (net.Conn, error) { <-ctx.Done(); return nil, io.EOF }
		})
		if r := post(t.Context(), tr, target, "x"); !errors.Is(r.err, context.DeadlineExceeded) || r.left {
			t.Errorf("%+v", r)
		}
	})
	t.Run("in time", func(t *testing.T) {
		s := serve(t, each(whole))
		tr := newTransport(t, s.url, func(cfg *Config) { cfg.Timeout = short })
		for range 3 {
			if r := post(t.Context(), tr, s.url, "x"); r.err != nil || r.body != "ok" {
				t.Errorf("%+v", r)
			}
			time.Sleep(short * 3 / 2)
		}
		if n := s.connections.Load(); n != 1 {
			t.Errorf("%d connections", n)
		}
	})
	t.Run("closed long after", func(t *testing.T) {
		closed := make(chan struct{})
		s := serve(t, func(n int64, c net.Conn, r *bufio.Reader) {
			_ = readRequest(r)
			_, _ = io.WriteString(c, whole)
			if n == 1 {
				_ = c.Close()
				close(closed)
			}
		})
		tr := newTransport(t, s.url, func(cfg *Config) { cfg.Timeout = short })
		first := post(t.Context(), tr, s.url, "x")
		<-closed
		time.Sleep(short * 3 / 2)
		if second := post(t.Context(), tr, s.url, "x"); first.err != nil || second.err != nil {
			t.Errorf("%v, %v", first.err, second.err)
		}
	})
}

// A context that ends when the answer is there spoils neither the answer nor the
// next request.
func TestContextEndsAfter(t *testing.T) {
	s := serve(t, each(whole))
	tr := newTransport(t, s.url)
	for range 200 {
		ctx, cancel := context.WithCancel(t.Context())
		res, err := tr.RoundTrip((&http.Request{Method: http.MethodGet, URL: s.url}).WithContext(ctx))
		if err != nil {
			t.Fatal(err)
		}
		go cancel()
		b, err := io.ReadAll(res.Body)
		if err != nil && !errors.Is(err, context.Canceled) || err == nil && string(b) != "ok" {
			t.Fatalf("%q, %v", b, err)
		}
		res.Body.Close()
		if r := post(t.Context(), tr, s.url, "x"); r.err != nil {
			t.Fatal(r.err)
		}
		<-ctx.Done()
	}
}

func TestContextEndsWhileDialing(t *testing.T) {
	target := &url.URL{Scheme: "http", Host: "argos.example"}
	tr := newTransport(t, target, func(cfg *Config) {
		cfg.Dial = func(ctx context.Context, _, _ string) (net.Conn, error) { <-ctx.Done(); return nil, io.EOF }
	})
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if r := post(ctx, tr, target, "x"); !errors.Is(r.err, context.DeadlineExceeded) || r.left {
		t.Errorf("%+v", r)
	}
}

// Connections that nobody used for long are closed by us, one by one as their
// time comes.
func TestIdleTimeout(t *testing.T) {
	closed := make(chan struct{}, 3)
	s := serve(t, func(_ int64, c net.Conn, r *bufio.Reader) {
		each(whole)(0, c, r)
		closed <- struct{}{}
	})
	tr := newTransport(t, s.url, func(cfg *Config) { cfg.IdleTimeout = 50 * time.Millisecond })
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { post(t.Context(), tr, s.url, "x") })
		time.Sleep(10 * time.Millisecond)
	}
	wg.Wait()
	for range s.connections.Load() {
		<-closed
	}
	if c := tr.last(); c != nil {
		t.Error("a connection is left")
	}
	if r := post(t.Context(), tr, s.url, "x"); r.err != nil {
		t.Error(r.err)
	}
}

func TestMaxIdle(t *testing.T) {
	all := make(chan struct{})
	var waiting atomic.Int64
	s := serve(t, func(_ int64, c net.Conn, r *bufio.Reader) {
		for readRequest(r) == nil {
			if waiting.Add(1) == 5 {
				close(all)
			}
			<-all
			_, _ = io.WriteString(c, whole)
		}
	})
	tr := newTransport(t, s.url, func(cfg *Config) { cfg.MaxIdle = 2 })
	var wg sync.WaitGroup
	for range 5 {
		wg.Go(func() { post(t.Context(), tr, s.url, "x") })
	}
	wg.Wait()
	if n := len(tr.idle); n != 2 {
		t.Errorf("%d connections are kept", n)
	}
	tr.CloseIdleConnections()
	post(t.Context(), tr, s.url, "x")
	if n := len(tr.idle); n != 0 {
		t.Errorf("%d connections are kept after the close", n)
	}
}
