package oneshot

import (
	"bufio"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// secure starts a TLS server that counts its connections.
func secure(t *testing.T, change func(*tls.Config)) (*url.URL, *tls.Config, *atomic.Int64) {
	t.Helper()
	var connections atomic.Int64
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		_, _ = io.WriteString(w, r.Proto+" "+r.TLS.ServerName)
	}))
	srv.Config.ErrorLog = log.New(io.Discard, "", 0)
	srv.Config.ConnState = func(_ net.Conn, s http.ConnState) {
		if s == http.StateNew {
			connections.Add(1)
		}
	}
	srv.EnableHTTP2 = true
	srv.TLS = &tls.Config{}
	change(srv.TLS)
	srv.StartTLS()
	t.Cleanup(srv.Close)
	target, err := url.Parse(srv.URL)
	if err != nil {
		t.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AddCert(srv.Certificate())
	return target, &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12}, &connections
}

// TLS connections are kept in every version, whatever the server says after the
// handshake, and the host's name is asked for.
func TestTLS(t *testing.T) {
	for name, version := range map[string]uint16{"1.2": tls.VersionTLS12, "1.3": tls.VersionTLS13} {
		t.Run(name, func(t *testing.T) {
			target, client, connections := secure(t, func(c *tls.Config) { c.MinVersion, c.MaxVersion = version, version })
			address := target.Host
			target.Host = "example.com:443" // which the certificate names
			tr := newTransport(t, target, func(cfg *Config) {
				cfg.TLS = client
				cfg.Dial = func(ctx context.Context, network, _ string) (net.Conn, error) {
					return (&net.Dialer{}).DialContext(ctx, network, address)
				}
			})
			for range 5 {
				if r := post(t.Context(), tr, target, "x"); r.err != nil || r.body != "HTTP/1.1 example.com" || !r.left {
					t.Fatalf("%+v", r)
				}
				time.Sleep(time.Millisecond)
			}
			if n := connections.Load(); n != 1 {
				t.Errorf("%d connections", n)
			}
		})
	}
}

// Handshakes that fail are known to have sent nothing.
func TestHandshakeFails(t *testing.T) {
	target, trusting, _ := secure(t, func(*tls.Config) {})
	old, trustingOld, _ := secure(t, func(c *tls.Config) { c.MinVersion, c.MaxVersion = tls.VersionTLS10, tls.VersionTLS11 })
	plain := *serve(t, func(_ int64, c net.Conn, r *bufio.Reader) {
		_, _ = r.ReadByte()
		_, _ = io.WriteString(c, "HTTP/1.1 400 Bad Request\r\n\r\n")
	}).url
	plain.Scheme = "https"
	silent := *serve(t, func(_ int64, c net.Conn, _ *bufio.Reader) { _, _ = io.Copy(io.Discard, c) }).url
	silent.Scheme = "https"
	var (
		untrusted *tls.CertificateVerificationError
		alert     *net.OpError
	)
	for name, tc := range map[string]struct {
		target *url.URL
		tls    *tls.Config
		is     func(error) bool
	}{
		"untrusted": {target, nil, func(err error) bool { return errors.As(err, &untrusted) }},
		"old":       {old, trustingOld, func(err error) bool { return errors.As(err, &alert) }},
		"plain":     {&plain, trusting, func(err error) bool { return errors.Is(err, http.ErrSchemeMismatch) }},
		"silent":    {&silent, trusting, func(err error) bool { return errors.Is(err, errHandshake) }},
	} {
		t.Run(name, func(t *testing.T) {
			tr := newTransport(t, tc.target, func(cfg *Config) { cfg.TLS, cfg.HandshakeTimeout = tc.tls, 500*time.Millisecond })
			if r := post(t.Context(), tr, tc.target, "x"); !tc.is(r.err) || r.left {
				t.Errorf("%+v", r)
			}
		})
	}
}

// held is a connection that can keep what is written back, to let it go at once.
type held struct {
	net.Conn
	keeping bool
	kept    []byte
}

func (h *held) Write(p []byte) (int, error) {
	if h.keeping {
		h.kept = append(h.kept, p...)
		return len(p), nil
	}
	return h.Conn.Write(p)
}

// let lets so many of the bytes go that were kept back; all of them if n is 0.
func (h *held) let(n int) {
	if n == 0 {
		n = len(h.kept)
	}
	_, _ = h.Conn.Write(h.kept[:n])
	h.kept = h.kept[n:]
}

// serveTLS is serve with TLS over each connection, which is a *held below.
func serveTLS(t *testing.T, f func(n int64, c net.Conn, r *bufio.Reader)) (*server, *tls.Config) {
	t.Helper()
	pair := httptest.NewUnstartedServer(nil)
	pair.StartTLS()
	roots := x509.NewCertPool()
	roots.AddCert(pair.Certificate())
	certificates := pair.TLS.Certificates
	pair.Close()
	s := serve(t, func(n int64, raw net.Conn, _ *bufio.Reader) {
		c := tls.Server(&held{Conn: raw}, &tls.Config{Certificates: certificates})
		defer c.Close()
		f(n, c, bufio.NewReader(c))
	})
	s.url.Scheme = "https"
	return s, &tls.Config{RootCAs: roots}
}

func answering(id string) string {
	return "HTTP/1.1 200 OK\r\nContent-Length: " + strconv.Itoa(len(id)) + "\r\n\r\n" + id
}

// What comes with an answer and belongs to none is never taken for the next one,
// wherever TLS holds it: the connection is not used again.
func TestSurplusUnderTLS(t *testing.T) {
	for name, surplus := range map[string]func(h *held, c *tls.Conn){
		"in a record of its own": func(h *held, c *tls.Conn) {
			_, _ = io.WriteString(c, answering("A"))
			_, _ = io.WriteString(c, answering("nobody's"))
			h.let(0)
		},
		"in the same long record": func(h *held, c *tls.Conn) {
			_, _ = io.WriteString(c, answering("A"+strings.Repeat(" ", 12_000))+answering("nobody's"))
			h.let(0)
		},
		"in a record that is not whole": func(h *held, c *tls.Conn) {
			_, _ = io.WriteString(c, answering("A"))
			n := len(h.kept)
			_, _ = io.WriteString(c, answering("nobody's"))
			h.let(n + 9)
			time.Sleep(100 * time.Millisecond)
			h.let(0)
		},
		"the farewell": func(h *held, c *tls.Conn) {
			_, _ = io.WriteString(c, answering("A"))
			_ = c.CloseWrite()
			_ = h.SetDeadline(time.Time{}) // which it has let pass
			h.let(0)
			time.Sleep(100 * time.Millisecond)
		},
	} {
		for _, version := range []uint16{tls.VersionTLS12, tls.VersionTLS13} {
			t.Run(name+" "+tls.VersionName(version), func(t *testing.T) {
				s, trust := serveTLS(t, func(n int64, c net.Conn, r *bufio.Reader) {
					for readRequest(r) == nil {
						over := c.(*tls.Conn)
						if below := over.NetConn().(*held); n == 1 {
							below.keeping = true
							surplus(below, over)
							below.keeping = false
							continue
						}
						_, _ = io.WriteString(c, answering("B"))
					}
				})
				trust.MaxVersion = version
				tr := newTransport(t, s.url, func(cfg *Config) { cfg.TLS = trust })
				if r := post(t.Context(), tr, s.url, "A"); strings.TrimSpace(r.body) != "A" || r.err != nil {
					t.Fatalf("%+v", r)
				}
				time.Sleep(30 * time.Millisecond)
				if r := post(t.Context(), tr, s.url, "B"); r.body != "B" || r.err != nil {
					t.Errorf("%+v", r)
				}
			})
		}
	}
}

// A server that stands still holds up nobody after the end of the context.
func TestStillServer(t *testing.T) {
	release, ended := make(chan struct{}), time.Time{}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	s, trust := serveTLS(t, func(_ int64, c net.Conn, r *bufio.Reader) {
		_, _ = r.Peek(1)
		time.Sleep(100 * time.Millisecond) // the sender's buffer fills
		ended = time.Now()
		cancel()
		<-release
	})
	defer close(release)
	tr := newTransport(t, s.url, func(cfg *Config) { cfg.TLS = trust })
	r := post(ctx, tr, s.url, strings.Repeat("x", 16<<20))
	if !errors.Is(r.err, context.Canceled) || !r.left {
		t.Errorf("%+v", r)
	}
	if late := time.Since(ended); late > 3*time.Second {
		t.Errorf("it returned %v after the end", late)
	}
}
