package sandbox

import (
	"io"
	"mime"
	"net/http"
	"time"
)

// Endpoint names a call for faults and for the audit log.
type Endpoint string

// The endpoints that are served.
const (
	EndpointPost   Endpoint = "post"   // POST /submission/migration
	EndpointPut    Endpoint = "put"    // PUT /submission/image
	EndpointGet    Endpoint = "get"    // GET /submission
	EndpointImage  Endpoint = "image"  // GET /image
	EndpointDelete Endpoint = "delete" // DELETE /submission
)

// route is one endpoint. work does what the call asks for, with effect after
// lead, and must not sleep. covered calls have their answers encrypted where
// the project wants that (contracts.md A9).
type route struct {
	name    Endpoint
	writes  bool
	covered bool
	read    func(c *call, r *http.Request, body *meter) error
	work    func(c *call, lead time.Duration) answer
}

func (s *Sandbox) routeTable() map[string]*route {
	base := s.cfg.BasePath
	return map[string]*route{
		"POST " + base + "/submission/migration": {EndpointPost, true, true, readBody, s.post},
		"PUT " + base + "/submission/image":      {EndpointPut, true, false, s.readForm, s.put},
		"GET " + base + "/submission":            {EndpointGet, false, true, readQuery, s.get},
		"GET " + base + "/image":                 {EndpointImage, false, false, readQuery, s.image},
		"DELETE " + base + "/submission":         {EndpointDelete, true, true, readQuery, s.remove},
	}
}

// meter counts a body and stops it at a limit. It remembers why a read failed,
// whatever the parser on top makes of the error.
type meter struct {
	r      io.Reader
	limit  int64
	n      int64
	over   bool
	broken bool
}

func (m *meter) Read(p []byte) (int, error) {
	if m.over {
		return 0, io.EOF
	}
	n, err := m.r.Read(p)
	m.n += int64(n)
	m.over = m.n > m.limit
	m.broken = m.broken || (err != nil && err != io.EOF)
	return n, err
}

// read takes in the whole request. What cannot be parsed is not refused here:
// the checks on project and faults come first.
func (s *Sandbox) read(c *call, r *http.Request) (answer, bool) {
	tooLarge := httpAnswer(http.StatusRequestEntityTooLarge, "Request Entity Too Large")
	if r.ContentLength > s.cfg.MaxBody {
		c.bytes = r.ContentLength
		return tooLarge, true
	}
	body := &meter{r: r.Body, limit: s.cfg.MaxBody}
	err := c.route.read(c, r, body)
	c.bytes = body.n
	switch {
	case body.over:
		return tooLarge, true
	case body.broken:
		return answer{drop: true}, true
	case err != nil:
		return httpAnswer(http.StatusBadRequest, "Invalid Query String parameters"), true
	}
	return answer{}, false
}

func readQuery(c *call, r *http.Request, body *meter) error {
	if _, err := io.Copy(io.Discard, body); err != nil {
		return err
	}
	query, err := parseQuery(r.URL.RawQuery)
	c.query = query
	return err
}

func readBody(c *call, r *http.Request, body *meter) (err error) {
	c.media, _, _ = mime.ParseMediaType(r.Header.Get("Content-Type")) // a bad one is refused as none
	if n := r.ContentLength; n > 0 {
		c.body = make([]byte, n)
		n, err := io.ReadFull(body, c.body)
		c.body = c.body[:n]
		return err
	}
	c.body, err = io.ReadAll(body)
	return err
}
