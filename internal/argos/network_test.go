package argos

import (
	"bufio"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"kycmigrate/internal/kyc"
)

// rawServer gives every connection to serve and closes it after.
func rawServer(t *testing.T, serve func(net.Conn, *bufio.Reader)) *Client {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			wg.Go(func() {
				defer conn.Close()
				serve(conn, bufio.NewReader(conn))
			})
		}
	})
	t.Cleanup(func() { l.Close(); wg.Wait() })
	return newClient(t, Config{BaseURL: "http://" + l.Addr().String(), Timeout: 5 * time.Second})
}

// readHead reads a request's head, so that its body stays in the socket.
func readHead(r *bufio.Reader) {
	for {
		if line, err := r.ReadString('\n'); err != nil || line == "\r\n" {
			return
		}
	}
}

// whole is a whole successful answer.
var whole = "HTTP/1.1 200 OK\r\nContent-Length: " + strconv.Itoa(len(created)) + "\r\n\r\n" + created

func readRequest(r *bufio.Reader) {
	if req, err := http.ReadRequest(r); err == nil {
		_, _ = io.Copy(io.Discard, req.Body)
	}
}

// Connections that break are Unknown at every point after the dial, and each
// request is delivered once at the most.
func TestBrokenConnections(t *testing.T) {
	head := "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
	half := whole[:len(whole)-20]
	for name, tc := range map[string]struct {
		serve      func(net.Conn, *bufio.Reader)
		unreadable bool
	}{
		"reset":          {serve: func(c net.Conn, r *bufio.Reader) { _, _ = r.ReadByte(); _ = c.(*net.TCPConn).SetLinger(0) }},
		"after the head": {serve: func(_ net.Conn, r *bufio.Reader) { readHead(r) }},
		"after the body": {serve: func(_ net.Conn, r *bufio.Reader) { readRequest(r) }},
		"half a head":    {serve: func(c net.Conn, r *bufio.Reader) { readRequest(r); _, _ = io.WriteString(c, head) }},
		"half an answer": {serve: func(c net.Conn, r *bufio.Reader) { readRequest(r); _, _ = io.WriteString(c, half) }, unreadable: true},
		"half a chunk": {serve: func(c net.Conn, r *bufio.Reader) {
			readRequest(r)
			_, _ = io.WriteString(c, head+"Transfer-Encoding: chunked\r\n\r\n60\r\n"+created)
		}, unreadable: true},
		"no length": {serve: func(c net.Conn, r *bufio.Reader) {
			readRequest(r)
			_, _ = io.WriteString(c, head+"Connection: close\r\n\r\n"+created[:30])
		}, unreadable: true},
		"no HTTP": {serve: func(c net.Conn, r *bufio.Reader) {
			readRequest(r)
			_, _ = io.WriteString(c, "SSH-2.0-kim@mail.example\r\n\r\n")
		}},
		"huge head": {serve: func(c net.Conn, r *bufio.Reader) {
			readRequest(r)
			_, _ = io.WriteString(c, head+"X: "+strings.Repeat("x", 2*maxHeaderBytes)+"\r\n\r\n")
		}},
	} {
		t.Run(name, func(t *testing.T) {
			var connections atomic.Int64
			c := rawServer(t, func(conn net.Conn, r *bufio.Reader) { connections.Add(1); tc.serve(conn, r) })
			e := failure(t, calls["post"](c))
			if e.Effect != Unknown || e.Unreadable != tc.unreadable || e.AppAnswer != tc.unreadable || e.Unsent {
				t.Errorf("got %+v", e)
			}
			if want := map[bool]string{true: codeUnreadable, false: codeLost}[tc.unreadable]; e.Code != want {
				t.Errorf("code %s, want %s", e.Code, want)
			}
			if strings.Contains(e.Error(), "kim") {
				t.Errorf("the error quotes the server: %v", e)
			}
			if n := connections.Load(); n != 1 {
				t.Errorf("%d connections", n)
			}
		})
	}
}

// A server that hangs up at once may be noticed before or after the first byte
// is written; the error must say which it was.
func TestHangUpBeforeReading(t *testing.T) {
	c := rawServer(t, func(net.Conn, *bufio.Reader) {})
	for range 20 {
		e := failure(t, calls["post"](c))
		if got := [2]any{e.Effect, e.Code}; got != [2]any{None, codeNotSent} && got != [2]any{Unknown, codeLost} || e.Unsent != (e.Effect == None) {
			t.Errorf("got %+v", e)
		}
	}
}

// Statuses that say by themselves that nothing was done keep that meaning
// when their body is cut.
func TestCutRefusals(t *testing.T) {
	for status, want := range map[string]Effect{"403": None, "429": None, "400": Unknown, "500": Unknown} {
		c := rawServer(t, func(conn net.Conn, r *bufio.Reader) {
			readRequest(r)
			_, _ = io.WriteString(conn, "HTTP/1.1 "+status+" X\r\nContent-Length: 99\r\n\r\n"+`{"errorCode":"invalid_format"}`)
		})
		if e := failure(t, calls["post"](c)); e.Effect != want || e.Unsent || !errors.Is(e, io.ErrUnexpectedEOF) {
			t.Errorf("%s: %+v", status, e)
		}
	}
}

// The server closes a kept-alive connection after reading a second request
// from it: the case in which net/http replays what it takes for idempotent.
func TestNoReplayOnKeptConnection(t *testing.T) {
	for _, name := range []string{"post", "put"} {
		var requests atomic.Int64
		c := rawServer(t, func(conn net.Conn, r *bufio.Reader) {
			readRequest(r)
			requests.Add(1)
			_, _ = io.WriteString(conn, whole)
			readRequest(r)
			requests.Add(1)
		})
		if err := calls[name](c); err != nil {
			t.Fatal(err)
		}
		if e := failure(t, calls[name](c)); e.Effect != Unknown || e.Code != codeLost {
			t.Errorf("%s: %+v", name, e)
		}
		if n := requests.Load(); n != 2 {
			t.Errorf("%s: %d requests", name, n)
		}
	}
}

func TestNothingWritten(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	free := l.Addr().String()
	l.Close()

	secure := httptest.NewUnstartedServer(nil)
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	defer secure.Close()
	plain := httptest.NewServer(nil)
	defer plain.Close()

	for name, tc := range map[string]struct {
		url, code string
		scope     Scope
	}{
		"refused":         {"http://" + free, codeDial, RecordScope},
		"no such host":    {"https://nowhere.invalid", codeDNS, RecordScope},
		"untrusted":       {secure.URL, codeTLS, RunScope},
		"plain for https": {strings.Replace(plain.URL, "http:", "https:", 1), codeTLS, RecordScope},
	} {
		c := newClient(t, Config{BaseURL: tc.url, Timeout: 5 * time.Second})
		for call, do := range calls {
			e := failure(t, do(c))
			if e.Effect != None || e.Scope != tc.scope || !e.Unsent || e.Code != tc.code || e.Err == nil || e.Err == errUnclear {
				t.Errorf("%s, %s: %+v (%v)", name, call, e, e.Err)
			}
		}
	}
}

func TestTLS(t *testing.T) {
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ProtoMajor != 1 {
			t.Errorf("spoke %s", r.Proto)
		}
		_, _ = io.WriteString(w, created)
	}))
	srv.EnableHTTP2 = true
	srv.StartTLS()
	defer srv.Close()
	ca := filepath.Join(t.TempDir(), "ca.pem")
	block := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: srv.Certificate().Raw})
	if err := os.WriteFile(ca, block, 0o600); err != nil {
		t.Fatal(err)
	}
	c := newClient(t, Config{BaseURL: srv.URL, CAFile: ca})
	if err := calls["post"](c); err != nil {
		t.Error(err)
	}
}

func TestOldTLSIsRefused(t *testing.T) {
	srv := httptest.NewUnstartedServer(nil)
	srv.Config.ErrorLog = log.New(io.Discard, "", 0)
	srv.TLS = &tls.Config{MaxVersion: tls.VersionTLS11, MinVersion: tls.VersionTLS10}
	srv.StartTLS()
	defer srv.Close()
	c := newClient(t, Config{BaseURL: srv.URL})
	if e := failure(t, calls["post"](c)); e.Effect != None || e.Code != codeTLS {
		t.Errorf("%+v", e)
	}
}

// A redirect is reported, and nobody sees the key.
func TestRedirectIsNotFollowed(t *testing.T) {
	var followed atomic.Int64
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { followed.Add(1) }))
	defer elsewhere.Close()
	for _, status := range []int{301, 302, 303, 307, 308} {
		c := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, elsewhere.URL, status) })
		for name, do := range calls {
			if e := failure(t, do(c)); e.Effect != Unknown || e.Code != codeRedirected || e.Status != status {
				t.Errorf("%s %d: %+v", name, status, e)
			}
		}
	}
	if followed.Load() > 0 {
		t.Error("followed")
	}
}

// What a transport that is not ours says about writing is believed only where
// it speaks of dialing.
func TestForeignTransport(t *testing.T) {
	dial := &net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED}
	read := &net.OpError{Op: "read", Net: "tcp", Err: syscall.ECONNRESET}
	for name, tc := range map[string]struct {
		err  error
		read bool
		want Effect
	}{
		"dial": {dial, false, None}, "dial after reading": {dial, true, Unknown},
		"reset": {read, false, Unknown}, "reset after reading": {read, true, Unknown},
		"other": {errors.New("kim@mail.example"), false, Unknown},
	} {
		c := newClient(t, Config{BaseURL: "http://localhost", Transport: transportFunc(func(r *http.Request) (*http.Response, error) {
			if tc.read {
				_, _ = io.Copy(io.Discard, r.Body)
			}
			return nil, tc.err
		})})
		e := failure(t, calls["post"](c))
		if e.Effect != tc.want || e.Unsent != (tc.want == None) || strings.Contains(e.Error(), "kim") {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

func TestCauseIsCleared(t *testing.T) {
	const foreign = "kim@mail.example"
	cert := &tls.CertificateVerificationError{Err: x509.UnknownAuthorityError{}}
	for _, err := range []error{
		errors.New(foreign), &os.PathError{Op: "open", Path: foreign, Err: syscall.ENOENT},
		&os.PathError{Op: "read", Path: foreign, Err: syscall.EIO}, &net.OpError{Op: "proxyconnect", Err: errors.New(foreign)},
		cert, &proxyError{407}, syscall.EPIPE, tls.RecordHeaderError{Msg: "m"}, &net.OpError{Op: "read", Err: os.ErrDeadlineExceeded},
	} {
		got := cause(err)
		if got == nil || strings.Contains(got.Error(), foreign) {
			t.Errorf("%T: %v", err, got)
		}
	}
	if cause(nil) != nil {
		t.Error("a cause from nothing")
	}
}

func TestProxyRefusal(t *testing.T) {
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(407) }))
	defer proxy.Close()
	c := newClient(t, Config{})
	base, err := parseBaseURL(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	tr := c.transports[opPut].(*http.Transport)
	tr.Proxy = http.ProxyURL(base)
	c.transports = through(tr) // as where a proxy leads to the target
	e := failure(t, calls["post"](c))
	if e.Effect != None || e.Code != codeProxy || !strings.Contains(e.Error(), "407") {
		t.Errorf("%+v", e)
	}
}

// Connections are kept and used again, whatever the answers were.
func TestConnectionsAreReused(t *testing.T) {
	var connections atomic.Int64
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		if r.Method == http.MethodPost {
			w.WriteHeader(500)
		}
		_, _ = io.WriteString(w, `{"Items":[],"pad":"`+strings.Repeat("x", 100_000)+`"}`)
	}))
	srv.Config.ConnState = func(_ net.Conn, s http.ConnState) {
		if s == http.StateNew {
			connections.Add(1)
		}
	}
	srv.Start()
	defer srv.Close()
	c := newClient(t, Config{BaseURL: srv.URL})
	for range 5 {
		for _, name := range []string{"post", "put", "get"} {
			_ = calls[name](c)
		}
	}
	if n := connections.Load(); n != 2 { // POSTs have their own
		t.Errorf("%d connections for 15 calls", n)
	}
}

func TestConcurrentUse(t *testing.T) {
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		_, id, _ := strings.Cut(string(body), `"userid":"`)
		_, _ = io.WriteString(w, `{"submissionId":"`+strings.TrimRight(id, `"}`)+`"}`)
	})
	var wg sync.WaitGroup
	for i := range 16 {
		wg.Go(func() {
			s := *person()
			s[kyc.UserID] = strings.Repeat("u", i+1)
			for range 20 {
				if reply, err := c.Submit(context.Background(), &s); err != nil || reply.SubmissionID != s[kyc.UserID] {
					t.Errorf("%+v, %v", reply, err)
				}
			}
		})
	}
	wg.Wait()
}
