package argos

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"sync"
	"sync/atomic"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/oneshot"
)

// Client talks to one project of one ARGOS. It is safe for concurrent use.
type Client struct {
	transports transports
	foreign    bool // they are not ours: they need not call back on writing
	timeout    time.Duration

	base    string
	admin   string
	opening string // of a POST body; holds the admin
	// template gives the request that all calls of a kind are copies of. It
	// holds the key, so it is a function: no formatter looks into one.
	template func(op) *http.Request

	encrypt bool
	rawBody bool
	sealer  sealer
	form    form
	dates   *dates
}

// New makes a client. It makes no call and starts no goroutine.
func New(cfg Config) (*Client, error) {
	if err := cfg.complete(); err != nil {
		return nil, err
	}
	normal, err := NormalBaseURL(cfg.BaseURL)
	if err != nil {
		return nil, err
	}
	base, err := parseBaseURL(normal)
	if err != nil {
		return nil, err
	}
	c := &Client{
		transports: through(cfg.Transport), foreign: cfg.Transport != nil, timeout: cfg.Timeout,
		base: normal, admin: cfg.Admin, opening: bodyOpening(cfg.Admin),
		encrypt: cfg.Encrypt, rawBody: cfg.Envelope == EnvelopeRaw, sealer: newSealer(cfg.APIKey),
		form: newForm(), dates: &dates{},
	}
	if !c.foreign {
		if c.transports, err = newTransports(&cfg, base); err != nil {
			return nil, err
		}
	}
	templates := [...]*http.Request{
		opPost: template(http.MethodPost, base, "/submission/migration", &cfg, "application/json"),
		opPut:  template(http.MethodPut, base, "/submission/image", &cfg, c.form.contentType),
		opGet:  template(http.MethodGet, base, "/submission", &cfg, ""),
	}
	c.template = func(o op) *http.Request { return templates[o] }
	return c, nil
}

// template makes the request that all calls of one kind are copies of. They
// share URL and headers, which no transport may change. There is no GetBody
// and no Idempotency-Key header, with which net/http would replay a request
// whose connection broke (deps.md 0.2).
func template(method string, base *url.URL, path string, cfg *Config, contentType string) *http.Request {
	u := *base
	u.Path += path
	h := http.Header{
		"Accept":     {"application/json"},
		"User-Agent": {cfg.UserAgent},
		"X-Api-Key":  {string(cfg.APIKey)},
	}
	if contentType != "" {
		h["Content-Type"] = []string{contentType}
	}
	return &http.Request{
		Method: method, URL: &u, Host: u.Host, Header: h,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
	}
}

// BaseURL is the normal spelling of the base URL: the name of the target.
func (c *Client) BaseURL() string { return c.base }

// String names the client without its key.
func (c *Client) String() string { return "ARGOS client of " + c.base }

// Format names the client, without its key, under every verb.
func (c *Client) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, c.String()) }

// Close closes the idle connections. Calls under way are not touched. A
// connection that was being made for a cancelled call other than a POST is given
// up within 20 seconds: net/http does not stop dialing with the call.
func (c *Client) Close() {
	for _, t := range c.transports {
		if t, ok := t.(interface{ CloseIdleConnections() }); ok {
			t.CloseIdleConnections()
		}
	}
}

// Submit posts one submission: the fields of s that have a value, and the
// admin. Its error is always an *Error.
func (c *Client) Submit(ctx context.Context, s *kyc.Submission) (Reply, error) {
	if c.admin == "" {
		return Reply{}, unmade(opPost, RunScope, codeNoAdmin)
	}
	room := rooms.Get().(*[]byte)
	defer c.leave(room)
	*room = appendSubmission((*room)[:0], c.opening, s)
	body := c.seal(*room)
	// A reader that net/http, where POSTs leave through it, knows to be in memory
	// leaves in one write with the headers. Without GetBody it is never sent twice.
	cl := &call{}
	in, a, err := c.do(ctx, opPost, c.template(opPost), cl, io.NopCloser(bytes.NewReader(body)), int64(len(body)))
	if err != nil {
		return Reply{Meta: a.meta}, err
	}
	return Reply{SubmissionID: in.createdID(), Meta: a.meta}, nil
}

// rooms holds room for bodies of POSTs.
var rooms = sync.Pool{New: func() any {
	room := make([]byte, 0, 1024)
	return &room
}}

// leave gives the room of a body back, without the body. Another transport than our
// own may still read it when a call is over.
func (c *Client) leave(room *[]byte) {
	if c.byOneshot(opPost) {
		clear((*room)[:cap(*room)])
		rooms.Put(room)
	}
}

// byOneshot reports whether calls of a kind leave through our own transport, which
// reads their bodies to the end first and bounds their time itself.
func (c *Client) byOneshot(o op) bool {
	_, is := c.transports[o].(*oneshot.Transport)
	return is
}

// seal puts a plain body into the envelope that the project asks for.
func (c *Client) seal(plain []byte) []byte {
	if !c.encrypt {
		return plain
	}
	dst := make([]byte, 0, 2*len(plain)+64)
	if c.rawBody {
		return c.sealer.seal(dst, plain)
	}
	dst = c.sealer.seal(append(dst, `{"body":"`...), plain)
	return append(dst, `"}`...)
}

// PutImages puts pictures on a submission, adding or overwriting them. Bodies
// are streamed: no picture is ever held whole. They are not encrypted beyond
// TLS (contracts.md A2). Its error is always an *Error.
func (c *Client) PutImages(ctx context.Context, submissionID, idType string, images []Image) (Reply, error) {
	if c.admin == "" {
		return Reply{}, unmade(opPut, RunScope, codeNoAdmin)
	}
	if !idShaped(submissionID) || hasControl(idType) || !sendable(images) {
		return Reply{}, unmade(opPut, RecordScope, codeBadCall)
	}
	cl := &call{}
	body := c.form.newBody(cl, submissionID, c.admin, idType, images)
	defer func() { _ = body.Close() }() // files that were only read
	_, a, err := c.do(ctx, opPut, c.template(opPut), cl, body, body.length)
	if err != nil {
		return Reply{Meta: a.meta}, err
	}
	return Reply{SubmissionID: submissionID, Meta: a.meta}, nil
}

// Find gets one page of submissions. Whether the page can be believed is for
// the caller to judge (exactly-once.md K2). Its error is always an *Error.
func (c *Client) Find(ctx context.Context, q Query) (Page, error) {
	params, ok := q.params()
	if !ok {
		return Page{}, unmade(opGet, RecordScope, codeBadCall)
	}
	request := *c.template(opGet)
	u := *request.URL
	u.RawQuery = params.Encode()
	request.URL = &u
	in, a, err := c.do(ctx, opGet, &request, &call{}, nil, 0)
	if err != nil {
		return Page{Meta: a.meta}, err
	}
	return readPage(in.fields, a.meta), nil
}

// unmade is the error of a call that was not made.
func unmade(o op, scope Scope, code string) *Error {
	return &Error{Op: o.String(), Effect: None, Scope: scope, Code: code, Unsent: true, Hint: explain(code).hint}
}

// call is the state of one call that the transport's goroutines report to.
type call struct {
	trace httptrace.ClientTrace
	// sent: a byte of the request may have left us. net/http reports the first
	// header when it is put into the write buffer, and the request line before
	// it is too short to have filled that; oneshot reports bytes that left.
	sent atomic.Bool
	// fault is why our own body could not be read.
	fault atomic.Pointer[bodyFault]
}

// bodyFault is what went wrong with a picture.
type bodyFault struct {
	code, field string
	err         error
}

// watchedBody is the body for a transport that is not ours: it need not report
// the first header, so what it reads counts as sent.
type watchedBody struct {
	io.ReadCloser
	call *call
}

func (b watchedBody) Read(p []byte) (int, error) {
	b.call.sent.Store(true)
	return b.ReadCloser.Read(p)
}

// do makes one request and judges what comes of it. A nil error comes with the
// content that the kind of call promises.
func (c *Client) do(ctx context.Context, o op, unsent *http.Request, cl *call, body io.ReadCloser, length int64) (content, answer, error) {
	if err := ctx.Err(); err != nil {
		return content{}, answer{}, c.failed(ctx, o, cl, err)
	}
	cl.trace.WroteHeaderField = func(string, []string) { cl.sent.Store(true) }
	limited := httptrace.WithClientTrace(ctx, &cl.trace)
	if !c.byOneshot(o) {
		var cancel context.CancelFunc
		limited, cancel = context.WithTimeout(limited, c.timeout)
		defer cancel()
	}
	req := unsent.WithContext(limited)
	if body != nil {
		req.Body, req.ContentLength = body, length
		if c.foreign {
			req.Body = watchedBody{body, cl}
		}
	}
	res, err := c.transports[o].RoundTrip(req)
	if err != nil {
		return content{}, answer{}, c.failed(ctx, o, cl, err)
	}
	defer res.Body.Close()
	a := answer{meta: c.readMeta(res.StatusCode, res.Header)}
	a.body, a.err = readBody(res, answerLimit(o))
	in, failure := c.judge(o, a)
	if failure != nil {
		return content{}, a, failure
	}
	if cl.fault.Load() != nil {
		return content{}, a, c.failed(ctx, o, cl, errBodyFault) // answered too early
	}
	return in, a, nil
}

func answerLimit(o op) int64 {
	if o == opGet {
		return maxPage
	}
	return maxAnswer
}

// failed is the error of a call without an answer. ctx is the caller's.
func (c *Client) failed(ctx context.Context, o op, cl *call, err error) *Error {
	e := &Error{Op: o.String(), Effect: Unknown, Code: codeLost, Err: cause(err)}
	silent := !cl.sent.Load() && (!c.foreign || ctx.Err() != nil || dialFailure(err))
	if silent {
		e.Effect, e.Code, e.Unsent = None, unsentCode(err), true
	}
	switch fault := cl.fault.Load(); {
	case fault != nil:
		// The length was announced and never reached: ARGOS cannot have taken
		// the body for a whole one.
		e.Effect, e.Code, e.Field, e.Err = None, fault.code, fault.field, cause(fault.err)
	case ctx.Err() != nil:
		e.Code = codeCancelled
	case errors.Is(err, context.DeadlineExceeded):
		e.Code = codeTimeout
	}
	if e.Code == codeTLS && distrusted(err) {
		e.Scope = RunScope // the next call would meet the same certificate
	}
	e.Hint = explain(e.Code).hint
	return e
}
