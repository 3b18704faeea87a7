package idngo

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestSignature holds to the vector of contracts.md B1.
func TestSignature(t *testing.T) {
	ts, sig := signature("test-secret", time.Unix(1607551635, 0), "GET", "/resources/applicants/123?fields=info", "")
	if ts != "1607551635" || sig != "34c91fdc69f9553a241e1bd5dddca48de989cc2be06e81bda19db753e7106729" {
		t.Errorf("%s %s", ts, sig)
	}
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{"a-Z_0.9~": "a-Z_0.9~", "a b/ü;?": "a%20b%2F%C3%BC%3B%3F", "..": "%2E%2E", ".": "%2E"} {
		if got := escape(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestBaseURL(t *testing.T) {
	for url, ok := range map[string]bool{
		"https://api.idngo.kz": true, "https://api.idngo.kz/": true, "http://127.0.0.1:80": true, "http://localhost:1": true, "http://[::1]:1": true,
		"http://api.idngo.kz": false, "ftp://127.0.0.1": false, "api.idngo.kz": false, "https://u:p@api.idngo.kz": false, "https://api.idngo.kz?x": false,
	} {
		if _, err := NewClient(Config{BaseURL: url, AppToken: "t", SecretKey: "s"}); (err == nil) != ok {
			t.Errorf("%s: %v", url, err)
		}
	}
	if _, err := NewClient(Config{AppToken: "t\n", SecretKey: "s"}); err == nil || strings.Contains(err.Error(), "t\n") {
		t.Errorf("a token with a line break: %v", err)
	}
}

func TestExtension(t *testing.T) {
	for head, want := range map[string]string{
		"\xff\xd8\xff\xe0": ".jpg", "\x89PNG\r\n\x1a\n": ".png", "%PDF-1.4": ".pdf", "\x00\x00\x00\x14ftypqt  ": ".mov",
		"\x00\x00\x00\x18ftypmp42": ".mp4", "\x1a\x45\xdf\xa3": ".webm", "\x00\x00\x00\x18ftypheic": ".heic", "hello": ".bin", "": ".bin", "RIFF\x00\x00\x00\x00WEBP": ".webp",
	} {
		if got := extension([]byte(head)); got != want {
			t.Errorf("%q is %s, want %s", head, got, want)
		}
	}
}

func file(t testing.TB, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ids")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestIDs(t *testing.T) {
	tests := []struct {
		name, text, column string
		by                 By
		want               string
		wantBy             By
		fails              string
	}{
		{"one a line", "\ufeffa\r\n\r\n b c \nd", "", "", "a|b c|d", ByExternal, ""},
		{"one a line by id", "a\nb", "", ByID, "a|b", ByID, ""},
		{"header alone", "externalUserId\na\nb\n", "", "", "a|b", ByExternal, ""},
		{"CSV", "name,ID,x\n\"A, B\",1,\nC,2,\nD,,\n", "", "", "1|2", ByID, ""},
		{"semicolons", "email;externaluserid\nx;1\ny;2", "", "", "1|2", ByExternal, ""},
		{"external before id", "id,externalUserId\n1,a\n", "", "", "a", ByExternal, ""},
		{"stated column", "customer,id\n7,1\n", "customer", "", "7", ByExternal, ""},
		{"stated column by id", "customer\tnote\n7\tx\n", "customer", ByID, "7", ByID, ""},
		{"no such column", "customer,note\n7,1\n", "client", "", "", "", `no column "client"`},
		{"which column", "customer,note\n7,1\n", "", "", "", "", "name the right one with --column"},
		{"empty", "", "", "", "", ByExternal, ""},
		{"a failed.csv", "externalUserId,image,reason,what\n1,,unreachable,\"no answer came\"\n", "", "", "1", ByExternal, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ids, err := OpenIDs(file(t, tt.text), tt.column, tt.by)
			if tt.fails != "" {
				if err == nil || !strings.Contains(err.Error(), tt.fails) {
					t.Errorf("got %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			err = ids.Each(func(id string, _ int) error { got = append(got, id); return nil })
			if err != nil || strings.Join(got, "|") != tt.want || ids.By != tt.wantBy {
				t.Errorf("%q by %s, %v", got, ids.By, err)
			}
		})
	}
}

func FuzzIDs(f *testing.F) {
	f.Add("id,x\n1,2\n", "")
	f.Add("a\nb", "")
	f.Add("c\td\n\"1\n", "c")
	f.Fuzz(func(t *testing.T, text, column string) {
		ids, err := OpenIDs(file(t, text), column, "")
		if err != nil {
			return
		}
		_ = ids.Each(func(id string, line int) error {
			if id == "" || line < 1 {
				t.Errorf("%q on line %d", id, line)
			}
			return nil
		})
	})
}

func TestExport(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	e, err := OpenExport(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := OpenExport(dir); !errors.Is(err, ErrLocked) {
		t.Errorf("a second one: %v", err)
	}
	const line = `{"id":"1","_pull":{"by":"id","asked":"1"}}` + "\n"
	if err := errors.Join(e.append([]byte(line)), e.append([]byte(line[:20])), e.Close(), e.Close()); err != nil {
		t.Fatal(err)
	}
	if e, err = OpenExport(dir); err != nil {
		t.Fatal(err)
	}
	text, _ := os.ReadFile(filepath.Join(dir, FileApplicants))
	if string(text) != line || !e.has(markOf(ByID, "1")) || e.has(markOf(ByExternal, "1")) {
		t.Errorf("after a torn line: %q", text)
	}
	path, err := e.addPicture("1", "9", func(w io.Writer) error { _, err := io.WriteString(w, "%PDF-1"); return err })
	if again, ok := e.picture("1", "9"); err != nil || path != "1/9.pdf" || !ok || again != path {
		t.Errorf("picture %q, %v", path, err)
	}
	broken := errors.New("broken")
	if _, err := e.addPicture("1", "8", func(w io.Writer) error { _, _ = io.WriteString(w, "x"); return broken }); !errors.Is(err, broken) {
		t.Error(err)
	}
	if _, ok := e.picture("1", "8"); ok {
		t.Error("half a picture stands in its place")
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}

	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "thesis.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenExport(other); err == nil || !strings.Contains(err.Error(), "other files") {
		t.Errorf("a directory of others: %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, FileApplicants), []byte(line+"{\"id\":\"2\"}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenExport(dir); err == nil || !strings.Contains(err.Error(), FileApplicants+":2") {
		t.Errorf("a line of somebody else: %v", err)
	}
}

// serve makes a client of a handler.
func serve(t *testing.T, h http.HandlerFunc) *Client {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	c, err := NewClient(Config{BaseURL: server.URL, AppToken: "token", SecretKey: "secret"})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestFailures(t *testing.T) {
	tests := []struct {
		status int
		body   string
		effect Effect
		after  time.Duration
	}{
		{404, `{"description":"x","code":404}`, Gone, -1},
		{409, `{"errorCode":1008}`, Gone, -1},
		{400, `<html>`, Refused, -1},
		{302, ``, Refused, -1},
		{401, `{}`, Denied, -1},
		{403, `{}`, Denied, -1},
		{429, `{}`, Throttled, 7 * time.Second},
		{503, ``, Throttled, 7 * time.Second},
		{500, ``, Transient, -1},
		{200, `not JSON`, Transient, -1},
		{200, `"` + strings.Repeat("x", maxAnswer) + `"`, Refused, -1},
	}
	for _, tt := range tests {
		c := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			if tt.after > 0 {
				w.Header().Set("Retry-After", "7")
			}
			w.Header().Set("Location", "/elsewhere")
			w.WriteHeader(tt.status)
			_, _ = io.WriteString(w, tt.body)
		})
		_, err := c.Applicant(t.Context(), ByID, "1")
		var e *Error
		if !errors.As(err, &e) || e.Effect != tt.effect || tt.after > 0 && e.RetryAfter != tt.after || c.Calls() != 1 {
			t.Errorf("%d: %v, %+v, %d calls", tt.status, err, e, c.Calls())
		}
	}
}

func TestImageLimits(t *testing.T) {
	size := atomic.Int64{}
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Accept") != "*/*" || r.URL.Path != "/resources/inspections/i/resources/7" {
			t.Errorf("%s %s", r.Header.Get("Accept"), r.URL.Path)
		}
		_, _ = w.Write(make([]byte, size.Load()))
	})
	for n, effect := range map[int64]Effect{0: Refused, 11: Refused, 10: 99} {
		size.Store(n)
		err := c.Image(t.Context(), "i", "7", io.Discard, 10)
		var e *Error
		if (err == nil) != (effect == 99) || errors.As(err, &e) && e.Effect != effect {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
}

// TestThrottledTogether: what one call is told, all obey.
func TestThrottledTogether(t *testing.T) {
	p := newPace(0)
	p.hold(50 * time.Millisecond)
	start := time.Now()
	if err := p.wait(t.Context()); err != nil || time.Since(start) < 45*time.Millisecond {
		t.Errorf("%v after %s", err, time.Since(start))
	}
	p.hold(time.Hour)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := p.try(ctx, func() error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting did not end: %v", err)
	}
}

// TestUnavailable: ten in a row without an answer end a pull, and nothing else
// does.
func TestUnavailable(t *testing.T) {
	soft, stop := context.WithCancel(t.Context())
	c := &collector{Options: Options{Progress: func(bool) {}}, stop: stop}
	in := func(reason string) { c.add(nil, fetched{misses: []miss{{reason: reason, what: "no answer came"}}}) }
	for range maxInVain - 1 {
		in(reasonUnreachable)
	}
	in(reasonNotFound)
	for range maxInVain - 1 {
		in(reasonUnreachable)
	}
	if c.err != nil || soft.Err() != nil {
		t.Fatal(c.err)
	}
	in(reasonUnreachable)
	var s *Stop
	if !errors.As(c.err, &s) || s.Code != "idngo_unavailable" || soft.Err() == nil || c.counts.Failed != 2*maxInVain {
		t.Errorf("%v, %+v", c.err, c.counts)
	}
}

func TestLine(t *testing.T) {
	p := &puller{by: ByExternal}
	got, err := p.line([]byte("{\n \"id\": \"1\",\n \"n\": 1.50 }"), []byte(`{ "IDENTITY" : null }`), "u\"1", map[string]string{"7": "1/7.jpg"})
	want := `{"id":"1","n":1.50,"_pull":{"asked":"u\"1","by":"external","images":{"7":"1/7.jpg"},"steps":{"IDENTITY":null}}}` + "\n"
	if diff := cmp.Diff(want, string(got)); err != nil || diff != "" {
		t.Error(err, diff)
	}
}
