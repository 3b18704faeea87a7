package oneshot

import (
	"bufio"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
)

// ledger counts what a server got, by the bodies.
type ledger struct {
	mu  sync.Mutex
	got map[string]int
}

func (l *ledger) note(body string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.got[body]++
}

// Whatever a server does to its connections: no request comes twice, one that
// failed before a byte left never came, and one that was answered came.
func TestDeliveredOnce(t *testing.T) {
	for name, secured := range map[string]bool{"plain": false, "TLS": true} {
		t.Run(name, func(t *testing.T) { deliveredOnce(t, secured) })
	}
}

func deliveredOnce(t *testing.T, secured bool) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	l := &ledger{got: map[string]int{}}
	unkind := func(n int64, c net.Conn, r *bufio.Reader) {
		dice := rand.New(rand.NewPCG(seed, uint64(n)))
		for l.serveOne(c, r, dice) {
		}
	}
	s, trust := serve(t, unkind), (*tls.Config)(nil)
	if secured {
		s, trust = serveTLS(t, unkind)
	}
	tr := newTransport(t, s.url, func(cfg *Config) { cfg.TLS = trust })
	results := make([]result, 2000)
	var wg sync.WaitGroup
	for w := range 16 {
		wg.Go(func() {
			dice := rand.New(rand.NewPCG(seed, uint64(w)<<32))
			for i := w; i < len(results); i += 16 {
				ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
				if dice.IntN(20) == 0 {
					time.AfterFunc(time.Duration(dice.IntN(500))*time.Microsecond, cancel)
				}
				results[i] = post(ctx, tr, s.url, fmt.Sprint("body ", i))
				cancel()
			}
		})
	}
	wg.Wait()
	tr.CloseIdleConnections()
	s.stop()
	answered := 0
	for i, r := range results {
		n := l.got[fmt.Sprint("body ", i)]
		if n > 1 || n > 0 && !r.left || n == 0 && r.status != 0 && r.err == nil {
			t.Errorf("request %d came %d times: %+v", i, n, r)
		}
		if r.err == nil {
			answered++
		}
	}
	if answered < len(results)/2 || answered == len(results) {
		t.Errorf("%d of %d requests were answered", answered, len(results))
	}
}

// serveOne reads a request and answers it, unless the dice will it otherwise; it
// reports whether the connection is to serve on.
func (l *ledger) serveOne(c net.Conn, r *bufio.Reader, dice *rand.Rand) bool {
	if dice.IntN(20) == 0 {
		return false // before a request
	}
	req, err := http.ReadRequest(r)
	if err != nil || dice.IntN(20) == 0 {
		return false // in the middle of one
	}
	body, err := io.ReadAll(req.Body)
	if err != nil {
		return false
	}
	l.note(string(body))
	switch dice.IntN(20) {
	case 0:
		return false // after it
	case 1:
		_, _ = io.WriteString(c, whole[:dice.IntN(len(whole))])
		return false
	case 2:
		_, _ = io.WriteString(c, whole)
		return false // without saying so
	case 3:
		_, _ = io.WriteString(c, whole)
		time.Sleep(time.Duration(dice.IntN(1000)) * time.Microsecond)
		return false
	}
	_, _ = io.WriteString(c, whole)
	return true
}

// lingering dials connections that discard, when they are given up, what did not
// leave.
func lingering(ctx context.Context, network, address string) (net.Conn, error) {
	c, err := (&net.Dialer{}).DialContext(ctx, network, address)
	if err == nil {
		err = c.(*net.TCPConn).SetLinger(0)
	}
	return c, err
}

// begins tells when the first byte is about to be written.
type begins struct {
	*net.TCPConn
	tell func()
}

func (c begins) Write(p []byte) (int, error) {
	c.tell()
	return c.TCPConn.Write(p)
}

// What the system still holds of a request that is given up never leaves.
func TestGivenUpForGood(t *testing.T) {
	gone, came := make(chan struct{}), make(chan error, 1)
	s := serve(t, func(_ int64, c net.Conn, r *bufio.Reader) {
		_ = c.(*net.TCPConn).SetReadBuffer(4 << 10)
		<-gone
		came <- readRequest(r)
	})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	tr := newTransport(t, s.url, func(cfg *Config) {
		cfg.Dial = func(ctx context.Context, network, address string) (net.Conn, error) {
			c, err := lingering(ctx, network, address)
			if err != nil {
				return nil, err
			}
			return begins{c.(*net.TCPConn), func() { time.AfterFunc(200*time.Millisecond, cancel) }}, nil
		}
	})
	// It fits into what the system buffers for the sender, not for the receiver.
	if r := post(ctx, tr, s.url, strings.Repeat("x", 1<<20)); !errors.Is(r.err, context.Canceled) || !r.left {
		t.Fatalf("%+v", r)
	}
	close(gone)
	if err := <-came; err == nil {
		t.Error("the request came whole after it was given up")
	}
}

// A connection at rest ends in the usual way, however it was dialed.
func TestClosedAtRest(t *testing.T) {
	ended := make(chan error, 1)
	s := serve(t, func(_ int64, c net.Conn, r *bufio.Reader) {
		_ = readRequest(r)
		_, _ = io.WriteString(c, whole)
		_, err := r.ReadByte()
		ended <- err
	})
	tr := newTransport(t, s.url, func(cfg *Config) { cfg.Dial = lingering })
	if r := post(t.Context(), tr, s.url, "x"); r.err != nil {
		t.Fatal(r.err)
	}
	tr.CloseIdleConnections()
	if err := <-ended; err != io.EOF {
		t.Errorf("the server sees %v", err)
	}
}

// spoken is a connection on which the server has said everything already.
type spoken struct {
	io.Reader
	sent strings.Builder
}

func (c *spoken) Write(p []byte) (int, error)    { return c.sent.Write(p) }
func (*spoken) Close() error                     { return nil }
func (*spoken) LocalAddr() net.Addr              { return nil }
func (*spoken) RemoteAddr() net.Addr             { return nil }
func (*spoken) SetDeadline(time.Time) error      { return nil }
func (*spoken) SetReadDeadline(time.Time) error  { return nil }
func (*spoken) SetWriteDeadline(time.Time) error { return nil }

// Whatever a server says, a request ends, leaves once, and is answered as the
// parser of net/http takes it.
func FuzzAnswer(f *testing.F) {
	for _, tc := range answers {
		f.Add(tc.answer[:min(len(tc.answer), 300)])
	}
	target := &url.URL{Scheme: "http", Host: "argos.example"}
	f.Fuzz(func(t *testing.T, answer string) {
		c := &spoken{Reader: strings.NewReader(answer)}
		tr := New(Config{
			Target: target, MaxIdle: 1, IdleTimeout: time.Minute, MaxHead: 1 << 16,
			Dial: func(context.Context, string, string) (net.Conn, error) { return c, nil },
		})
		defer tr.CloseIdleConnections()
		got := post(httptrace.WithClientTrace(t.Context(), &httptrace.ClientTrace{}), tr, target, "x")
		if n := strings.Count(c.sent.String(), "POST /v3/a%20b HTTP/1.1\r\n"); n != 1 || !got.left {
			t.Fatalf("%d requests left", n)
		}
		want, err := http.ReadResponse(bufio.NewReader(strings.NewReader(answer)), &http.Request{Method: http.MethodPost})
		if err == nil && want.StatusCode >= 200 && (got.status != want.StatusCode) {
			t.Fatalf("status %d (%v), want %d", got.status, got.err, want.StatusCode)
		}
		if err != nil && got.err == nil {
			t.Fatalf("%+v of what is no answer: %v", got, err)
		}
	})
}
