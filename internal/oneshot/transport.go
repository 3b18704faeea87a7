package oneshot

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"
)

// Config says whom a Transport serves.
type Config struct {
	// Target is what requests are sent to: its scheme, http or https, and its
	// host count. Required.
	Target *url.URL
	// Dial opens a TCP connection to the target; required. The end of its context
	// is the end of the request's. Where it sets the connection to linger for no
	// time, what the network has not taken when a request is given up, or when the
	// process dies, never leaves; a connection that is closed at rest is closed in
	// the usual way even so.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
	// TLS is how https is spoken; nil means the defaults of crypto/tls.
	TLS *tls.Config
	// Timeout bounds a request from its start to the end of its answer, beside its
	// context; 0 means no bound but that. The error of one that took longer is
	// context.DeadlineExceeded. A context with a deadline for each request costs more.
	Timeout time.Duration
	// HandshakeTimeout bounds a TLS handshake; 0 means no bound but the request's.
	HandshakeTimeout time.Duration
	// MaxIdle is how many connections are kept between requests.
	MaxIdle int
	// IdleTimeout is how long one is kept unused; it is required.
	IdleTimeout time.Duration
	// MaxHead bounds the head of an answer, in bytes; it is required.
	MaxHead int64
}

// Transport sends requests to one host. See the package's comment.
type Transport struct {
	cfg     Config
	address string
	tls     *tls.Config // nil for http

	mu     sync.Mutex
	idle   []*conn // the longest unused first
	sweep  *time.Timer
	closed bool // keep no more
}

// New makes a transport. It opens no connection.
func New(cfg Config) *Transport {
	t := &Transport{cfg: cfg, address: address(cfg.Target)}
	if cfg.Target.Scheme == "https" {
		t.tls = &tls.Config{}
		if cfg.TLS != nil {
			t.tls = cfg.TLS.Clone()
		}
		t.tls.ServerName = cfg.Target.Hostname()
		t.tls.NextProtos = []string{"http/1.1"}
	}
	return t
}

// address is the host and port of a URL.
func address(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	return net.JoinHostPort(u.Hostname(), port)
}

var errElsewhere = errors.New("oneshot: a request to another host than the transport's")

// RoundTrip sends a request, whose body it reads to the end first, and returns the
// answer as soon as its head is there. The answer's body is to be read to its end,
// which frees the connection for the next request, and to be closed. The error of
// a request whose context has ended is the context's.
func (t *Transport) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.Body != nil {
		defer req.Body.Close()
	}
	if req.URL.Scheme != t.cfg.Target.Scheme || req.URL.Host != t.cfg.Target.Host {
		return nil, errElsewhere
	}
	l := limit{ctx: req.Context()}
	if t.cfg.Timeout > 0 {
		l.until = time.Now().Add(t.cfg.Timeout)
	}
	c, err := t.take(l)
	if err != nil {
		return nil, l.or(err)
	}
	if err := c.render(req); err != nil {
		t.put(c)
		return nil, err
	}
	if err := l.or(nil); err != nil { // nothing has left, and nothing shall
		t.put(c)
		return nil, err
	}
	if err := c.wire.SetDeadline(l.until); err != nil {
		c.abort()
		return nil, err
	}
	stop := context.AfterFunc(l.ctx, c.interrupt)
	res, whole, err := c.exchange(req, t.cfg.MaxHead)
	if err != nil {
		stop()
		c.abort()
		return nil, l.or(err)
	}
	keep := whole && !res.Close && res.StatusCode != http.StatusSwitchingProtocols
	res.Body = &answerBody{ReadCloser: res.Body, limit: l, conn: c, transport: t, stop: stop, keep: keep}
	return res, nil
}

// limit is when a request is given up: with its context, or at a time, if there is
// one.
type limit struct {
	ctx   context.Context
	until time.Time
}

// or is why a request was given up, or err if it was not.
func (l limit) or(err error) error {
	switch {
	case l.ctx.Err() != nil:
		return l.ctx.Err()
	case !l.until.IsZero() && !time.Now().Before(l.until):
		return context.DeadlineExceeded
	}
	return err
}

// take returns a connection that stands: the one used last, whose server is the
// least likely to be about to close it, or a new one.
func (t *Transport) take(l limit) (*conn, error) {
	for {
		c := t.last()
		if c == nil {
			return t.connect(l)
		}
		if c.age() < t.cfg.IdleTimeout && c.quiet() {
			return c, nil
		}
		c.close()
	}
}

// last takes the connection that was used last from those that are kept; nil if
// there is none.
func (t *Transport) last() *conn {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := len(t.idle)
	if n == 0 {
		return nil
	}
	c := t.idle[n-1]
	t.idle[n-1] = nil
	t.idle = t.idle[:n-1]
	return c
}

// age is how long a connection was unused, by either clock: one stands still while
// the machine is suspended, and the other may be set back.
func (c *conn) age() time.Duration {
	return max(time.Since(c.unused), time.Since(c.unused.Round(0)))
}

// put keeps a connection for the next request.
func (t *Transport) put(c *conn) {
	c.unused = time.Now()
	if err := c.wire.SetDeadline(time.Time{}); err != nil || !t.keep(c) {
		c.close()
	}
}

func (t *Transport) keep(c *conn) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed || c.wire.peek == nil || !Keeps || len(t.idle) >= t.cfg.MaxIdle {
		return false
	}
	t.idle = append(t.idle, c)
	if t.sweep == nil {
		t.sweep = time.AfterFunc(t.cfg.IdleTimeout, t.sweepIdle)
	}
	return true
}

// sweepIdle closes the connections that nobody used for long.
func (t *Transport) sweepIdle() {
	t.mu.Lock()
	fresh := slices.IndexFunc(t.idle, func(c *conn) bool { return c.age() < t.cfg.IdleTimeout })
	if fresh < 0 {
		fresh = len(t.idle)
	}
	old := slices.Clone(t.idle[:fresh])
	t.idle = slices.Delete(t.idle, 0, fresh)
	t.sweep = nil
	if len(t.idle) > 0 {
		t.sweep = time.AfterFunc(t.cfg.IdleTimeout-t.idle[0].age(), t.sweepIdle)
	}
	t.mu.Unlock()
	closeAll(old)
}

// CloseIdleConnections closes the connections that are kept, and keeps none from
// here on. Requests under way are not touched.
func (t *Transport) CloseIdleConnections() {
	t.mu.Lock()
	t.closed = true
	old := t.idle
	t.idle = nil
	if t.sweep != nil {
		t.sweep.Stop()
	}
	t.mu.Unlock()
	closeAll(old)
}

// closeAll is not to be called with the lock held: where TLS is spoken, a server
// that reads nothing can hold up a close for seconds.
func closeAll(conns []*conn) {
	for _, c := range conns {
		c.close()
	}
}
