package sandbox

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"time"
)

// answer is what goes back. application marks what the application said, as
// opposed to the gateway before it; only that is ever encrypted.
type answer struct {
	status      int
	code        string // the error code, for the audit log
	body        []byte
	header      map[string]string
	contentType string
	application bool
	drop        bool // no answer: the connection is reset
	cut         bool // the second half of the body is held back
}

// httpAnswer is an error of the layer before the application (contracts.md
// A0.1, A0.3).
func httpAnswer(status int, message string) answer {
	return answer{status: status, code: message, body: encode(map[string]string{"message": message})}
}

// okAnswer is a success of the application.
func okAnswer(body any) answer {
	return answer{status: http.StatusOK, body: encode(body), application: true}
}

// refusal is an application error of POST and PUT: always 400, errorCode.
func refusal(code, message string) answer {
	return answer{
		status: http.StatusBadRequest, code: code, application: true,
		body: encode(struct {
			Code    string `json:"errorCode"`
			Message string `json:"message"`
		}{code, message}),
	}
}

// getRefusal is an application error of GET, whose key is spelled error_code
// (contracts.md A3).
func getRefusal(code, message string) answer {
	a := refusal(code, message)
	a.body = encode(struct {
		Code    string `json:"error_code"`
		Message string `json:"message"`
	}{code, message})
	return a
}

// encode marshals a value of this package's own making, which cannot fail.
func encode(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic("sandbox: " + err.Error())
	}
	return b
}

// write sends the answer. A body that is cut leaves Content-Length as it was,
// so the reader notices; net/http then closes the connection.
func (s *Sandbox) write(w http.ResponseWriter, c *call, a answer) {
	if a.drop {
		reset(w)
		return
	}
	h := w.Header()
	h.Set("Content-Type", orElse(a.contentType, "application/json"))
	h.Set("Content-Length", strconv.Itoa(len(a.body)))
	h.Set("X-Amzn-Requestid", fmt.Sprintf("00000000-0000-4000-8000-%012x", c.seq))
	s.stamp(h)
	if a.status == http.StatusTooManyRequests && s.cfg.RetryAfter > 0 {
		h.Set("Retry-After", strconv.Itoa(int((s.cfg.RetryAfter+time.Second-1)/time.Second)))
	}
	for name, value := range a.header {
		h.Set(name, value)
	}
	w.WriteHeader(a.status)
	if a.cut {
		a.body = a.body[:len(a.body)/2]
	}
	_, _ = w.Write(a.body) // the caller may be gone
}

// stamp sets the Date header by the Sandbox's clock. A nil entry keeps
// net/http from adding its own.
func (s *Sandbox) stamp(h http.Header) {
	if s.cfg.NoDate {
		h["Date"] = nil
		return
	}
	h.Set("Date", s.Now().Add(s.cfg.DateOffset).UTC().Format(http.TimeFormat))
}

// reset closes the caller's connection with RST. Behind a ResponseWriter
// without a connection the handler is aborted, which its server turns into the
// same thing.
func reset(w http.ResponseWriter) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	_ = conn.Close()
}
