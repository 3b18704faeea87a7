package argos

import (
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// Header names in the form in which net/http keeps them.
const (
	headerDate       = "Date"
	headerAge        = "Age"
	headerRetryAfter = "Retry-After"
)

// requestIDs are the headers that may name a call, the most telling first.
var requestIDs = [...]string{"X-Amzn-Requestid", "X-Amz-Apigw-Id", "X-Request-Id"}

const (
	maxRequestID = 128
	maxWait      = 24 * time.Hour // no wish to wait is longer than the quota's day
)

// dates reads Date headers. It keeps the last one, since all answers of a second
// have the same. Safe for concurrent use.
type dates struct{ last atomic.Pointer[date] }

type date struct {
	text string
	time time.Time
}

// read is the zero time for what is no date.
func (d *dates) read(text string) time.Time {
	if last := d.last.Load(); last != nil && last.text == text {
		return last.time
	}
	t, err := http.ParseTime(text)
	if err != nil {
		return time.Time{}
	}
	d.last.Store(&date{text, t.UTC()})
	return t.UTC()
}

// readMeta takes from the head of an answer what callers need.
func (c *Client) readMeta(status int, h http.Header) Meta {
	m := Meta{Status: status, Date: c.dates.read(first(h, headerDate))}
	if n, err := strconv.ParseInt(first(h, headerAge), 10, 32); err == nil && n > 0 {
		m.Age = time.Duration(n) * time.Second
	}
	for _, name := range requestIDs {
		if id := first(h, name); id != "" && len(id) <= maxRequestID && visible(id, false) {
			m.RequestID = id
			break
		}
	}
	if v := first(h, headerRetryAfter); v != "" {
		m.RetryAfter = retryAfter(v, m.Date)
	}
	return m
}

// retryAfter reads seconds, or a date held against the server's own clock.
func retryAfter(v string, date time.Time) time.Duration {
	if n, err := strconv.ParseInt(v, 10, 64); err == nil {
		return time.Duration(min(max(n, 0), int64(maxWait/time.Second))) * time.Second
	}
	t, err := http.ParseTime(v)
	if err != nil {
		return 0
	}
	if date.IsZero() {
		date = time.Now()
	}
	return min(max(t.Sub(date), 0), maxWait)
}

// first is h.Get for a name already in canonical form.
func first(h http.Header, name string) string {
	if v := h[name]; len(v) > 0 {
		return strings.TrimSpace(v[0])
	}
	return ""
}
