package sandbox

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"os"
	"strconv"
	"syscall"
)

// Transport is a connection to s without a network, for tests in a bubble of
// testing/synctest. A call whose context ends is given up at once; its work
// goes on and takes effect, as behind a real gateway. A handler that aborts
// reads as a reset connection, a closed Sandbox as a refused one.
func Transport(s *Sandbox) http.RoundTripper { return transport{s} }

type transport struct{ s *Sandbox }

// RoundTrip implements http.RoundTripper. The handler runs in a goroutine that
// Sandbox.Wait and Sandbox.Close wait for.
func (t transport) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx := req.Context()
	if err := t.dial(ctx); err != nil {
		closeBody(req)
		return nil, err
	}
	traceWrite(req)
	body, err := takeBody(req)
	if err != nil {
		t.s.leave()
		return nil, err
	}
	served := make(chan *recorder, 1)
	go func() {
		defer t.s.leave()
		served <- serve(t.s, serverRequest(req, body))
	}()
	select {
	case rec := <-served:
		if rec.aborted {
			return nil, netError("read", syscall.ECONNRESET)
		}
		traceRead(ctx)
		return rec.response(req), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// dial enters the Sandbox. Where that fails nothing of the request was read.
func (t transport) dial(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if !t.s.enter() {
		return netError("dial", syscall.ECONNREFUSED)
	}
	return nil
}

func closeBody(req *http.Request) {
	if req.Body != nil {
		_ = req.Body.Close() // nothing was read
	}
}

func takeBody(req *http.Request) ([]byte, error) {
	if req.Body == nil {
		return nil, nil
	}
	body, err := io.ReadAll(req.Body)
	if closeErr := req.Body.Close(); err == nil {
		err = closeErr
	}
	return body, err
}

// serverRequest is the request as a server would have read it.
func serverRequest(req *http.Request, body []byte) *http.Request {
	r := req.Clone(context.WithoutCancel(req.Context()))
	r.RequestURI = req.URL.RequestURI()
	r.RemoteAddr = "127.0.0.1:1"
	r.Body = io.NopCloser(bytes.NewReader(body))
	r.ContentLength = int64(len(body))
	if r.Host == "" {
		r.Host = req.URL.Host
	}
	return r
}

func serve(h http.Handler, r *http.Request) (rec *recorder) {
	rec = &recorder{header: make(http.Header)}
	defer func() {
		switch reason := recover(); reason {
		case nil:
		case http.ErrAbortHandler:
			rec.aborted = true
		default:
			panic(reason)
		}
	}()
	h.ServeHTTP(rec, r)
	return rec
}

func netError(op string, errno syscall.Errno) error {
	return &net.OpError{Op: op, Net: "tcp", Err: os.NewSyscallError(op, errno)}
}

// traceWrite and traceRead tell a client that watches its connection what it
// would see of a real one.
func traceWrite(req *http.Request) {
	trace := httptrace.ContextClientTrace(req.Context())
	if trace == nil {
		return
	}
	if trace.WroteHeaderField != nil {
		trace.WroteHeaderField("Host", []string{req.URL.Host})
		for name, values := range req.Header {
			trace.WroteHeaderField(name, values)
		}
	}
	if trace.WroteHeaders != nil {
		trace.WroteHeaders()
	}
	if trace.WroteRequest != nil {
		trace.WroteRequest(httptrace.WroteRequestInfo{})
	}
}

func traceRead(ctx context.Context) {
	trace := httptrace.ContextClientTrace(ctx)
	if trace != nil && trace.GotFirstResponseByte != nil {
		trace.GotFirstResponseByte()
	}
}

// recorder is the ResponseWriter of a call without a connection.
type recorder struct {
	header  http.Header
	status  int
	body    bytes.Buffer
	aborted bool
}

func (rec *recorder) Header() http.Header { return rec.header }

func (rec *recorder) WriteHeader(status int) { rec.status = orElse(rec.status, status) }

func (rec *recorder) Write(p []byte) (int, error) {
	rec.WriteHeader(http.StatusOK)
	return rec.body.Write(p)
}

// response is what a client makes of it: less body than was announced is an
// unexpected end.
func (rec *recorder) response(req *http.Request) *http.Response {
	for name, value := range rec.header {
		if value == nil {
			delete(rec.header, name)
		}
	}
	length := int64(rec.body.Len())
	var body io.Reader = &rec.body
	if said, err := strconv.ParseInt(rec.header.Get("Content-Length"), 10, 64); err == nil && said > length {
		length, body = said, io.MultiReader(body, cutOff{})
	}
	return &http.Response{
		Status: strconv.Itoa(rec.status) + " " + http.StatusText(rec.status), StatusCode: rec.status,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: rec.header, Body: io.NopCloser(body), ContentLength: length, Request: req,
	}
}

type cutOff struct{}

func (cutOff) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }
