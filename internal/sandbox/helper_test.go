package sandbox

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"testing"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const origin = "http://argos.test"

var (
	jpeg = append([]byte("\xff\xd8\xff\xe0"), bytes.Repeat([]byte("jpeg"), 300)...)
	png  = append([]byte("\x89PNG\r\n\x1a\n"), bytes.Repeat([]byte("png"), 300)...)
)

// person is a body that POST takes.
func person(change ...string) map[string]any {
	m := map[string]any{
		"admin": "ops@bank.example", "email": "a@b.example", "fullName": "Ada Lovelace",
		"birthDate": "1985-12-10", "kycStatus": "approved", "idType": "passport",
		"issuingCountry": "GBR", "userid": "u-1",
	}
	for i := 0; i < len(change); i += 2 {
		if change[i+1] == "-" {
			delete(m, change[i])
			continue
		}
		m[change[i]] = change[i+1]
	}
	return m
}

func with(m map[string]any, name string, value any) map[string]any {
	m = maps.Clone(m)
	m[name] = value
	return m
}

// rig is a Sandbox and a client of it.
type rig struct {
	t *testing.T
	*Sandbox
	client *http.Client
	key    string
}

func start(t *testing.T, cfg Config) *rig {
	t.Helper()
	cfg.Seed = orElse(cfg.Seed, 7)
	s, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return &rig{t, s, &http.Client{
		Transport:     Transport(s),
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}, DefaultAPIKey}
}

func faults(t *testing.T, specs ...string) []Fault {
	t.Helper()
	var list []Fault
	for _, spec := range specs {
		f, err := ParseFault(spec)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, f)
	}
	return list
}

// reply is an answer in full; err is set where there was none.
type reply struct {
	status int
	body   string
	header http.Header
	err    error
}

func (r reply) field(name string) string {
	var m map[string]any
	_ = json.Unmarshal([]byte(r.body), &m)
	text, _ := m[name].(string)
	return text
}

func (r reply) reset() bool {
	return errors.Is(r.err, syscall.ECONNRESET) || errors.Is(r.err, io.EOF) || errors.Is(r.err, io.ErrUnexpectedEOF)
}

func (g *rig) send(method, target, contentType string, body []byte) reply {
	g.t.Helper()
	req, err := http.NewRequestWithContext(g.t.Context(), method, target, bytes.NewReader(body))
	if err != nil {
		g.t.Fatal(err)
	}
	if contentType != "" {
		req.Header.Set("Content-Type", contentType)
	}
	req.Header.Set("X-Api-Key", g.key)
	return g.do(req)
}

func (g *rig) do(req *http.Request) reply {
	g.t.Helper()
	res, err := g.client.Do(req)
	if err != nil {
		return reply{err: err}
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	return reply{res.StatusCode, string(text), res.Header, err}
}

func (g *rig) post(body any) reply {
	g.t.Helper()
	return g.send("POST", origin+"/v3/submission/migration", "application/json", encode(body))
}

func (g *rig) mustPost(body any) string {
	g.t.Helper()
	r := g.post(body)
	if r.status != 200 || r.field("submissionId") == "" {
		g.t.Fatalf("post: %d %s %v", r.status, r.body, r.err)
	}
	return r.field("submissionId")
}

func (g *rig) get(pairs ...string) reply {
	g.t.Helper()
	return g.send("GET", origin+"/v3/submission?"+query(pairs), "", nil)
}

func query(pairs []string) string {
	q := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		q.Set(pairs[i], pairs[i+1])
	}
	return q.Encode()
}

// found lists the ids of an answer of GET, in order.
func (r reply) found(t *testing.T) []string {
	t.Helper()
	p := r.page(t)
	ids := []string{}
	for _, item := range p.Items {
		ids = append(ids, item["submission_id"].(string))
	}
	return ids
}

func (r reply) page(t *testing.T) (p page) {
	t.Helper()
	if r.status != 200 {
		t.Fatalf("get: %d %s %v", r.status, r.body, r.err)
	}
	if err := json.Unmarshal([]byte(r.body), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// part is one part of a form; file makes it a file part.
type formPart struct {
	name  string
	value string
	file  bool
}

func image(name string, data []byte) formPart {
	return formPart{name: name, value: base64.StdEncoding.EncodeToString(data)}
}

func texts(pairs ...string) (parts []formPart) {
	for i := 0; i < len(pairs); i += 2 {
		parts = append(parts, formPart{name: pairs[i], value: pairs[i+1]})
	}
	return parts
}

func multipartBody(t *testing.T, parts []formPart) (contentType string, body []byte) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, p := range parts {
		var err error
		if p.file {
			var f io.Writer
			if f, err = w.CreateFormFile(p.name, p.name); err == nil {
				_, err = io.WriteString(f, p.value)
			}
		} else {
			err = w.WriteField(p.name, p.value)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return w.FormDataContentType(), b.Bytes()
}

func (g *rig) put(parts ...formPart) reply {
	g.t.Helper()
	contentType, body := multipartBody(g.t, parts)
	return g.send("PUT", origin+"/v3/submission/image", contentType, body)
}

func (g *rig) putImage(id, kind string, data []byte) reply {
	g.t.Helper()
	return g.put(append(texts("submissionId", id, "admin", "ops@bank.example", "idType", "passport"), image(kind, data))...)
}

func wantCode(t *testing.T, r reply, status int, key, code string) {
	t.Helper()
	if r.err != nil || r.status != status || r.field(key) != code {
		t.Fatalf("got %d %s (%v), want %d with %s %q", r.status, strings.TrimSpace(r.body), r.err, status, key, code)
	}
}
