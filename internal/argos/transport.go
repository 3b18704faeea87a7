package argos

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"time"

	"kycmigrate/internal/oneshot"
)

const (
	dialTimeout = 10 * time.Second
	// idleTimeout is shorter than that of any gateway we know of, so that it
	// is we who close idle connections: a request sent on one that the server
	// is just closing ends in doubt.
	idleTimeout = 30 * time.Second

	maxHeaderBytes = 64 << 10
	maxCAFile      = 4 << 20
)

// transports are what calls leave through, by their kind.
type transports [opCount]http.RoundTripper

// newTransports makes the transports of a client. POSTs have one of their own,
// which costs less and knows more (package oneshot), unless a proxy leads to the
// target. Pictures are streamed, and their answers may come before their end: they
// and lookups leave through net/http.
//
// Both speak HTTP/1.1 only: there, when a call fails, what writes the request has
// ended before the failure is reported, so "no byte was written" is a fact and
// stays one. It is also the cheaper protocol for small bodies. They do not unpack
// compressed answers, ask for none, and are used without http.Client, which is
// what would follow redirects.
func newTransports(cfg *Config, base *url.URL) (transports, error) {
	roots, err := loadRoots(cfg.CAFile)
	if err != nil {
		return transports{}, err
	}
	proxy, err := proxyFor(base)
	if err != nil {
		return transports{}, err
	}
	secure := &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: roots}
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	stream := &http.Transport{
		Protocols:              &protocols,
		Proxy:                  http.ProxyURL(proxy),
		OnProxyConnectResponse: checkProxy,
		DialContext:            dial,
		TLSClientConfig:        secure,
		TLSHandshakeTimeout:    dialTimeout,
		MaxIdleConnsPerHost:    cfg.MaxConns,
		IdleConnTimeout:        idleTimeout,
		MaxResponseHeaderBytes: maxHeaderBytes,
		DisableCompression:     true,
	}
	all := through(stream)
	if proxy == nil && oneshot.Keeps {
		all[opPost] = oneshot.New(oneshot.Config{
			Target: base, Dial: dial, TLS: secure, Timeout: cfg.Timeout, HandshakeTimeout: dialTimeout,
			MaxIdle: cfg.MaxConns, IdleTimeout: idleTimeout, MaxHead: maxHeaderBytes,
		})
	}
	return all, nil
}

// dial opens a connection that lingers for no time: what the system still holds of
// a call that was given up, or whose process died, is discarded. It would else go
// on trying to deliver it, for minutes after W has passed (exactly-once.md P1).
func dial(ctx context.Context, network, address string) (net.Conn, error) {
	dialer := net.Dialer{Timeout: dialTimeout, KeepAlive: 30 * time.Second}
	c, err := dialer.DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	if tcp, ok := c.(*net.TCPConn); ok {
		if err := tcp.SetLinger(0); err != nil {
			return nil, errors.Join(err, c.Close())
		}
	}
	return c, nil
}

// through lets all calls leave through one transport.
func through(one http.RoundTripper) (all transports) {
	for i := range all {
		all[i] = one
	}
	return all
}

// proxyFor asks the environment once which proxy leads to base; nil for none.
func proxyFor(base *url.URL) (*url.URL, error) {
	proxy, err := http.ProxyFromEnvironment(&http.Request{URL: base})
	if err != nil {
		return nil, errors.New("the proxy set in the environment is no URL; check HTTPS_PROXY and HTTP_PROXY")
	}
	return proxy, nil
}

// proxyError is a proxy's refusal to connect us.
type proxyError struct{ status int }

func (e *proxyError) Error() string {
	return fmt.Sprintf("the proxy answered CONNECT with HTTP %d", e.status)
}

func checkProxy(_ context.Context, _ *url.URL, _ *http.Request, res *http.Response) error {
	if res.StatusCode != http.StatusOK {
		return &proxyError{res.StatusCode}
	}
	return nil
}

// loadRoots returns the system's roots with those of a PEM file added, or nil,
// which means the system's, when no file is named.
func loadRoots(file string) (*x509.CertPool, error) {
	if file == "" {
		return nil, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("CA file: %w", err)
	}
	defer f.Close()
	pem, err := io.ReadAll(io.LimitReader(f, maxCAFile+1))
	if err != nil {
		return nil, fmt.Errorf("CA file: %w", err)
	}
	if len(pem) > maxCAFile {
		return nil, fmt.Errorf("CA file %s is larger than %d MiB; name a file of PEM certificates", file, maxCAFile>>20)
	}
	roots, err := x509.SystemCertPool()
	if err != nil {
		roots = x509.NewCertPool()
	}
	if !roots.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("CA file %s holds no PEM certificate", file)
	}
	return roots, nil
}
