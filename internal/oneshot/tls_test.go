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
		"silent":    {&silent, trusting, func(err error) bool { return errors.Is(err, context.DeadlineExceeded) }},
	} {
		t.Run(name, func(t *testing.T) {
			tr := newTransport(t, tc.target, func(cfg *Config) { cfg.TLS, cfg.HandshakeTimeout = tc.tls, 500*time.Millisecond })
			if r := post(t.Context(), tr, tc.target, "x"); !tc.is(r.err) || r.left {
				t.Errorf("%+v", r)
			}
		})
	}
}
