package oneshot

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"math"
	"net"
	"net/http"
	"net/http/httptrace"
	"os"
	"strconv"
	"strings"
	"time"
)

// conn is a connection to the target. One request at a time uses it.
type conn struct {
	wire    *wire
	stream  net.Conn // the wire, or TLS over it
	secure  bool
	reader  *bufio.Reader
	request bytes.Buffer
	left    int64     // how many bytes may still be read
	unused  time.Time // since when
}

// connect opens a connection.
func (t *Transport) connect(l limit) (*conn, error) {
	ctx := l.ctx
	if !l.until.IsZero() {
		var cancel context.CancelFunc
		ctx, cancel = context.WithDeadline(ctx, l.until)
		defer cancel()
	}
	dialed, err := t.cfg.Dial(ctx, "tcp", t.address)
	if err != nil {
		return nil, err
	}
	c := &conn{wire: newWire(dialed)}
	c.stream = c.wire
	if t.tls != nil {
		if err := t.secure(ctx, c); err != nil {
			c.abort()
			return nil, err
		}
	}
	c.reader = bufio.NewReader(c)
	return c, nil
}

// errHandshake is worded as those of crypto/tls are.
var errHandshake = errors.New("tls: the server did not finish the handshake in time")

// secure speaks TLS over a connection from here on.
func (t *Transport) secure(ctx context.Context, c *conn) error {
	limited := ctx
	if t.cfg.HandshakeTimeout > 0 {
		var cancel context.CancelFunc
		limited, cancel = context.WithTimeout(ctx, t.cfg.HandshakeTimeout)
		defer cancel()
	}
	over := tls.Client(c.wire, t.tls)
	err := over.HandshakeContext(limited)
	record := tls.RecordHeaderError{}
	switch {
	case errors.As(err, &record) && string(record.RecordHeader[:]) == "HTTP/":
		return http.ErrSchemeMismatch
	case err != nil && limited.Err() != nil && ctx.Err() == nil:
		return errHandshake
	}
	c.stream, c.secure = over, true
	return err
}

// close ends a connection that has nothing under way.
func (c *conn) close() {
	c.wire.courteous()
	_ = c.stream.Close()
}

// abort ends a connection at once. Where it was dialed to discard what did not
// leave, that never leaves.
func (c *conn) abort() { _ = c.wire.Close() }

// interrupt ends whatever waits for the connection, which is of no more use.
func (c *conn) interrupt() { _ = c.wire.SetDeadline(time.Unix(1, 0)) }

// quiet reports whether the connection stands and the server has said nothing
// since its last answer: neither that it closes it nor anything unasked. It asks
// through TLS, which may hold more than it gave, and does not wait.
func (c *conn) quiet() bool {
	if c.wire.peek == nil {
		return false
	}
	var b [1]byte
	c.wire.asking = true
	_, err := c.stream.Read(b[:])
	c.wire.asking = false
	return errors.Is(err, os.ErrDeadlineExceeded) && (!c.secure || c.wire.whole())
}

var errLongHead = errors.New("oneshot: the head of the answer is too long")

// Read lets the parser read from the connection, up to the bound of a head.
func (c *conn) Read(p []byte) (int, error) {
	if c.left <= 0 {
		return 0, errLongHead
	}
	n, err := c.stream.Read(p[:min(int64(len(p)), c.left)])
	c.left -= int64(n)
	return n, err
}

// ours are the headers that render writes by itself.
var ours = map[string]bool{"Host": true, "Content-Length": true, "Transfer-Encoding": true, "Trailer": true}

// maxKept is the size up to which a connection keeps its room for a request.
const maxKept = 64 << 10

// maxRequest bounds the body of a request.
const maxRequest = 64 << 20

var errRequest = errors.New("oneshot: the request cannot be written: its method, URL, host or length is none")

// render writes a request down, body and all.
func (c *conn) render(req *http.Request) error {
	host, uri := cmp.Or(req.Host, req.URL.Host), req.URL.RequestURI()
	if !solid(req.Method) || !solid(uri) || !solid(host) || req.ContentLength < 0 || req.ContentLength > maxRequest || req.Body == nil && req.ContentLength > 0 {
		return errRequest
	}
	b := &c.request
	if b.Reset(); b.Cap() > maxKept {
		*b = bytes.Buffer{}
	}
	b.WriteString(req.Method)
	b.WriteByte(' ')
	b.WriteString(uri)
	b.WriteString(" HTTP/1.1\r\nHost: ")
	b.WriteString(host)
	b.WriteString("\r\n")
	_ = req.Header.WriteSubset(b, ours) // a bytes.Buffer takes everything
	b.WriteString("Content-Length: ")
	b.Write(strconv.AppendInt(b.AvailableBuffer(), req.ContentLength, 10))
	b.WriteString("\r\n\r\n")
	if req.Body == nil {
		return nil
	}
	b.Grow(int(req.ContentLength) + bytes.MinRead)
	n, err := b.ReadFrom(io.LimitReader(req.Body, req.ContentLength+1))
	if err == nil && n != req.ContentLength {
		err = fmt.Errorf("oneshot: a body of %d bytes was announced with %d", n, req.ContentLength)
	}
	return err
}

// solid reports whether s can stand in the head of a request: it is not empty and
// has neither space nor control character.
func solid(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f })
}

// exchange writes a request and reads the head of its answer. whole says that the
// request was written to its end: else the connection is not to be used again.
func (c *conn) exchange(req *http.Request, maxHead int64) (res *http.Response, whole bool, err error) {
	before := c.wire.written
	_, unwritten := c.stream.Write(c.request.Bytes())
	if c.wire.written == before {
		return nil, false, cmp.Or(unwritten, io.ErrShortWrite)
	}
	if trace := httptrace.ContextClientTrace(req.Context()); trace != nil && trace.WroteHeaderField != nil {
		trace.WroteHeaderField("", nil)
	}
	// A server may refuse and hang up before it has read everything: what it said
	// is read even so. That it did what it has not read is no answer.
	res, err = c.answer(req, maxHead)
	if unwritten != nil && (err != nil || res.StatusCode < http.StatusBadRequest) {
		return nil, false, unwritten
	}
	return res, unwritten == nil, err
}

// answer reads the head of the answer, past those that only announce one.
func (c *conn) answer(req *http.Request, maxHead int64) (*http.Response, error) {
	c.left = maxHead
	for {
		res, err := http.ReadResponse(c.reader, req)
		if err != nil {
			return nil, err
		}
		if s := res.StatusCode; s < 100 || s >= 200 || s == http.StatusSwitchingProtocols {
			c.left = math.MaxInt64
			return res, nil
		}
	}
}

// answerBody is the body of an answer. It gives the connection back at its end.
type answerBody struct {
	io.ReadCloser
	limit     limit
	conn      *conn
	transport *Transport
	stop      func() bool // ends the watch over the context
	keep      bool        // the connection may serve again
	released  bool
}

// Read reads the body. The error of a body that was cut as the request was given up
// says so.
func (b *answerBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	switch {
	case err == io.EOF:
		b.release(true)
	case err != nil:
		b.release(false)
		err = b.limit.or(err)
	}
	return n, err
}

// Close gives up what was not read, and with it the connection.
func (b *answerBody) Close() error {
	b.release(b.ReadCloser == http.NoBody)
	return nil
}

// release is done with the connection; read says that the answer was read to its
// end.
func (b *answerBody) release(read bool) {
	if b.released {
		return
	}
	b.released = true
	switch unhurt := b.stop(); {
	case !unhurt || !read:
		b.conn.abort()
	case b.keep && b.conn.reader.Buffered() == 0:
		b.transport.put(b.conn)
	default:
		b.conn.close()
	}
}
