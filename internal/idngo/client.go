package idngo

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// DefaultBaseURL is where IDnGO lives (contracts.md B1); Sumsub itself is at
// https://api.sumsub.com.
const DefaultBaseURL = "https://api.idngo.kz"

const (
	callTimeout   = 2 * time.Minute // a picture may have 50 MB
	headerTimeout = 40 * time.Second
	dialTimeout   = 10 * time.Second
	// maxAnswer bounds an answer that is JSON. With its steps an applicant must
	// fit into a record of the source that reads it.
	maxAnswer = 1<<20 - 64<<10
	// maxSkew is how far our clock may be from the vendor's before it is told
	// apart from a wrong key: the vendor allows a minute.
	maxSkew = 30 * time.Second
)

// Config says whom to call, and as whom.
type Config struct {
	BaseURL   string // "" means DefaultBaseURL
	AppToken  string // X-App-Token
	SecretKey string // signs the calls; never sent
	Conns     int    // calls at once
}

// Client makes single calls. It may be used by many goroutines.
type Client struct {
	base      *url.URL
	token     string
	secret    string
	http      *http.Client
	offset    atomic.Int64 // of the vendor's clock against ours, in nanoseconds
	calls     atomic.Int64
	onSkew    func(time.Duration)
	userAgent string
}

// NewClient makes a client. Plain http is for this machine only. Its errors
// show neither URL nor key.
func NewClient(cfg Config) (*Client, error) {
	if cfg.BaseURL == "" {
		cfg.BaseURL = DefaultBaseURL
	}
	base, err := parseBase(cfg.BaseURL)
	if err != nil {
		return nil, err
	}
	for _, key := range []string{cfg.AppToken, cfg.SecretKey} {
		if strings.ContainsFunc(key, func(r rune) bool { return r <= ' ' || r > '~' }) {
			return nil, errors.New("the application token or the secret key holds a space or another character that no key has; copy them again")
		}
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.DialContext = (&net.Dialer{Timeout: dialTimeout}).DialContext
	transport.MaxIdleConnsPerHost = max(cfg.Conns, 1)
	transport.ResponseHeaderTimeout = headerTimeout
	transport.DisableCompression = true
	return &Client{
		base: base, token: cfg.AppToken, secret: cfg.SecretKey, userAgent: "kycmigrate",
		http: &http.Client{
			Transport: transport,
			// A redirect would take the token to somewhere else.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, nil
}

// parseBase checks a base URL.
func parseBase(raw string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimRight(strings.TrimSpace(raw), "/"))
	switch {
	case err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return nil, errors.New("the base URL must be https://HOST and no more")
	case u.Scheme == "https", u.Scheme == "http" && Loopback(raw):
		return u, nil
	}
	return nil, errors.New("the base URL must start with https://; plain http would show tokens and personal data to the network")
}

// Loopback reports whether a base URL names this machine.
func Loopback(raw string) bool {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil {
		return false
	}
	ip := net.ParseIP(u.Hostname())
	return u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
}

// Calls is how many calls were made.
func (c *Client) Calls() int64 { return c.calls.Load() }

// By says which id an applicant is asked for by.
type By string

// The two ids of an applicant.
const (
	ByID       By = "id"       // the vendor's own
	ByExternal By = "external" // the client's, externalUserId
)

// Applicant fetches an applicant's JSON.
func (c *Client) Applicant(ctx context.Context, by By, id string) ([]byte, error) {
	who := escape(id)
	if by == ByExternal {
		who = "-;externalUserId=" + who
	}
	return c.json(ctx, "/resources/applicants/"+who+"/one")
}

// Steps fetches how the verification steps of an applicant stand.
func (c *Client) Steps(ctx context.Context, id string) ([]byte, error) {
	return c.json(ctx, "/resources/applicants/"+escape(id)+"/requiredIdDocsStatus")
}

// Image copies a file of an applicant to w, at most limit bytes.
func (c *Client) Image(ctx context.Context, inspection, image string, w io.Writer, limit int64) error {
	path := "/resources/inspections/" + escape(inspection) + "/resources/" + escape(image)
	return c.get(ctx, path, "*/*", func(body io.Reader) error {
		n, err := io.Copy(w, io.LimitReader(body, limit+1))
		switch {
		case err != nil:
			return err
		case n > limit:
			return &Error{Effect: Refused, What: fmt.Sprintf("the file is larger than %d bytes", limit)}
		case n == 0:
			return &Error{Effect: Refused, What: "the file is empty"}
		}
		return nil
	})
}

func (c *Client) json(ctx context.Context, path string) (answer []byte, err error) {
	err = c.get(ctx, path, "application/json", func(body io.Reader) (err error) {
		answer, err = io.ReadAll(io.LimitReader(body, maxAnswer+1))
		switch {
		case err != nil:
			return err
		case len(answer) > maxAnswer:
			return &Error{Effect: Refused, What: fmt.Sprintf("the answer is larger than %d bytes", maxAnswer)}
		case !json.Valid(answer):
			return &Error{Effect: Transient, What: "the answer is no JSON"}
		}
		return nil
	})
	return answer, err
}

// get makes a call, and once more where a wrong clock explains the first.
func (c *Client) get(ctx context.Context, path, accept string, take func(io.Reader) error) error {
	offset := time.Duration(c.offset.Load())
	date, err := c.once(ctx, path, accept, offset, take)
	var e *Error
	if !errors.As(err, &e) || e.Status != http.StatusUnauthorized || date.IsZero() {
		return err
	}
	truly := time.Until(date).Round(time.Second)
	if skew := truly - offset; skew.Abs() <= maxSkew {
		return err
	}
	if c.offset.Swap(int64(truly)) == int64(offset) && c.onSkew != nil {
		c.onSkew(truly)
	}
	_, err = c.once(ctx, path, accept, truly, take)
	return err
}

// once makes one call and returns the date of the answer.
func (c *Client) once(ctx context.Context, path, accept string, offset time.Duration, take func(io.Reader) error) (time.Time, error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base.String()+path, http.NoBody)
	if err != nil {
		return time.Time{}, &Error{Effect: Refused, What: "the id cannot stand in an address"}
	}
	ts, sig := signature(c.secret, time.Now().Add(offset), req.Method, req.URL.RequestURI(), "")
	req.Header.Set("X-App-Token", c.token)
	req.Header.Set("X-App-Access-Ts", ts)
	req.Header.Set("X-App-Access-Sig", sig)
	req.Header.Set("Accept", accept)
	req.Header.Set("User-Agent", c.userAgent)
	c.calls.Add(1)
	res, err := c.http.Do(req)
	if err != nil {
		return time.Time{}, &Error{Effect: Transient, What: "no answer came", Err: err}
	}
	defer res.Body.Close()
	date, _ := http.ParseTime(res.Header.Get("Date"))
	if res.StatusCode != http.StatusOK {
		return date, failure(res)
	}
	if err := take(res.Body); err != nil {
		var e *Error
		if errors.As(err, &e) {
			return date, err
		}
		return date, &Error{Effect: Transient, What: "the answer broke off", Err: err}
	}
	return date, nil
}

// codeDeleted is the errorCode of an applicant that is marked as deleted
// (contracts.md B2).
const codeDeleted = 1008

// failure says what an answer that is no success means.
func failure(res *http.Response) *Error {
	var body struct {
		Code int `json:"errorCode"`
	}
	text, _ := io.ReadAll(io.LimitReader(res.Body, 64<<10))
	_ = json.Unmarshal(text, &body) // gateways answer in other forms
	e := &Error{Status: res.StatusCode, Code: body.Code, RetryAfter: retryAfter(res.Header)}
	switch s := res.StatusCode; {
	case body.Code == codeDeleted:
		e.Effect, e.What = Gone, "it is marked as deleted"
	case s == http.StatusNotFound, s == http.StatusGone:
		e.Effect, e.What = Gone, "the vendor does not have it"
	case s == http.StatusUnauthorized:
		e.Effect, e.What = Denied, "the vendor does not accept token and signature"
	case s == http.StatusForbidden:
		e.Effect, e.What = Denied, "the vendor forbids the call"
	case s == http.StatusTooManyRequests:
		e.Effect, e.What = Throttled, "too many calls"
	case s == http.StatusServiceUnavailable && e.RetryAfter >= 0:
		e.Effect, e.What = Throttled, "the vendor asks to wait"
	case s >= http.StatusInternalServerError, s == http.StatusRequestTimeout:
		e.Effect, e.What = Transient, "the vendor failed"
	default:
		e.Effect, e.What = Refused, "the vendor refuses the call"
	}
	return e
}

// retryAfter reads how long an answer asks to wait; negative where it does not.
func retryAfter(h http.Header) time.Duration {
	value := h.Get("Retry-After")
	if seconds, err := strconv.Atoi(value); err == nil && seconds >= 0 && seconds < 1<<20 {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(time.Until(at), 0)
	}
	return -1
}

// escape writes an id for a path, everything but letters, digits and - . _ ~ by
// its bytes, so that nobody on the way has another spelling to sign.
func escape(id string) string {
	const plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~"
	var b strings.Builder
	for _, c := range []byte(id) {
		if strings.IndexByte(plain, c) >= 0 || c == '.' && strings.Trim(id, ".") != "" {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
