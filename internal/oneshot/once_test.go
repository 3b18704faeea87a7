package oneshot

import (
	"bufio"
	"context"
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
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	l := &ledger{got: map[string]int{}}
	s := serve(t, func(n int64, c net.Conn, r *bufio.Reader) {
		dice := rand.New(rand.NewPCG(seed, uint64(n)))
		for {
			if dice.IntN(20) == 0 {
				return // before a request
			}
			req, err := http.ReadRequest(r)
			if err != nil {
				return
			}
			if dice.IntN(20) == 0 {
				_ = c.(*net.TCPConn).SetLinger(0)
				return // in the middle of one
			}
			body, err := io.ReadAll(req.Body)
			if err != nil {
				return
			}
			l.note(string(body))
			switch dice.IntN(20) {
			case 0:
				return // after it
			case 1:
				_, _ = io.WriteString(c, whole[:dice.IntN(len(whole))])
				return
			case 2:
				_, _ = io.WriteString(c, whole)
				return // without saying so
			case 3:
				_, _ = io.WriteString(c, whole)
				time.Sleep(time.Duration(dice.IntN(1000)) * time.Microsecond)
				return
			}
			_, _ = io.WriteString(c, whole)
		}
	})
	tr := newTransport(t, s.url)
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
