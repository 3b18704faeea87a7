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
	"strconv"
	"syscall"
	"time"
)

// conn is a connection to the target. One request at a time uses it.
type conn struct {
	raw     *counted
	stream  net.Conn // raw, or TLS over it
	reader  *bufio.Reader
	request bytes.Buffer
	left    int64           // how many bytes may still be read
	peek    syscall.RawConn // nil where nothing can be asked of it
	unused  time.Time       // since when
}

// counted counts the bytes that were handed to the network.
type counted struct {
	net.Conn
	written int64
}

func (c *counted) Write(p []byte) (int, error) {
	n, err := c.Conn.Write(p)
	c.written += int64(n)
	return n, err
}

// connect opens a connection.
func (t *Transport) connect(ctx context.Context) (*conn, error) {
	dialed, err := t.cfg.Dial(ctx, "tcp", t.address)
	if err != nil {
		return nil, err
	}
	c := &conn{raw: &counted{Conn: dialed}}
	c.stream = c.raw
	if t.tls != nil {
		if err := t.secure(ctx, c); err != nil {
			_ = dialed.Close()
			return nil, err
		}
	}
	if s, ok := dialed.(syscall.Conn); ok {
		c.peek, _ = s.SyscallConn() // without it the connection is not kept
	}
	c.reader = bufio.NewReader(c)
	return c, nil
}

// secure speaks TLS over a connection from here on.
func (t *Transport) secure(ctx context.Context, c *conn) error {
	if t.cfg.HandshakeTimeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, t.cfg.HandshakeTimeout)
		defer cancel()
	}
	over := tls.Client(c.raw, t.tls)
	err := over.HandshakeContext(ctx)
	if record := (tls.RecordHeaderError{}); errors.As(err, &record) && string(record.RecordHeader[:]) == "HTTP/" {
		return http.ErrSchemeMismatch
	}
	c.stream = over
	return err
}

func (c *conn) close() { _ = c.stream.Close() }

// interrupt ends whatever waits for the connection, which is of no more use.
func (c *conn) interrupt() { _ = c.raw.SetDeadline(time.Unix(1, 0)) }

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

// render writes a request down, body and all.
func (c *conn) render(req *http.Request) error {
	b := &c.request
	if b.Reset(); b.Cap() > maxKept {
		*b = bytes.Buffer{}
	}
	b.WriteString(req.Method)
	b.WriteByte(' ')
	b.WriteString(req.URL.RequestURI())
	b.WriteString(" HTTP/1.1\r\nHost: ")
	b.WriteString(cmp.Or(req.Host, req.URL.Host))
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

// exchange writes a request and reads the head of its answer. whole says that the
// request was written to its end: else the connection is not to be used again.
func (c *conn) exchange(req *http.Request, maxHead int64) (res *http.Response, whole bool, err error) {
	before := c.raw.written
	_, unwritten := c.stream.Write(c.request.Bytes())
	if c.raw.written == before {
		return nil, false, unwritten
	}
	if trace := httptrace.ContextClientTrace(req.Context()); trace != nil && trace.WroteHeaderField != nil {
		trace.WroteHeaderField("", nil)
	}
	// A server may refuse and hang up before it has read everything: what it said
	// is read even so.
	res, err = c.answer(req, maxHead)
	if err != nil && unwritten != nil {
		err = unwritten
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
		if res.StatusCode >= 200 || res.StatusCode == http.StatusSwitchingProtocols {
			c.left = math.MaxInt64
			return res, nil
		}
	}
}

// answerBody is the body of an answer. It gives the connection back at its end.
type answerBody struct {
	io.ReadCloser
	ctx       context.Context
	conn      *conn
	transport *Transport
	stop      func() bool // ends the watch over the context
	keep      bool        // the connection may serve again
	released  bool
}

// Read reads the body. The error of a body that the end of the request's context
// cut is the context's.
func (b *answerBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	switch {
	case err == io.EOF:
		b.release(b.keep)
	case err != nil:
		b.release(false)
		err = ended(b.ctx, err)
	}
	return n, err
}

// Close gives up what was not read, and with it the connection.
func (b *answerBody) Close() error {
	b.release(b.keep && b.ReadCloser == http.NoBody)
	return nil
}

// release is done with the connection.
func (b *answerBody) release(keep bool) {
	if b.released {
		return
	}
	b.released = true
	if b.stop() && keep && b.conn.reader.Buffered() == 0 {
		b.transport.put(b.conn)
		return
	}
	b.conn.close()
}
