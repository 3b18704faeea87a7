package report

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// browser finds a Chromium, and skips the test where there is none.
func browser(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes seconds to start: left out with -short")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("neither chromium nor google-chrome is installed, so the page is not opened in a browser")
	return ""
}

// visit is what became of a page in a browser.
type visit struct {
	dom      *html.Node
	console  []string // what the browser complained about
	requests []string // what it wanted to fetch
}

var consoleLine = regexp.MustCompile(`CONSOLE[:(]\d+\)?\] (.*)`)

// visitPage loads a page from a file, as somebody would who was sent it, with
// whatever it wants to fetch led to a proxy that only counts.
func visitPage(t *testing.T, page []byte, fragment string) visit {
	t.Helper()
	chromium := browser(t)
	dir := t.TempDir()
	file := filepath.Join(dir, "report.html")
	if err := os.WriteFile(file, page, 0o600); err != nil {
		t.Fatal(err)
	}
	proxy, heard := listeningProxy(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	address := url.URL{Scheme: "file", Path: filepath.ToSlash(file), Fragment: fragment}
	cmd := exec.CommandContext(ctx, chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--enable-logging=stderr",
		"--proxy-server="+proxy, "--proxy-bypass-list=<-loopback>", "--dump-dom", address.String())
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Skipf("%s does not run here: %v", chromium, err)
	}
	v := visit{requests: heard()}
	for _, m := range consoleLine.FindAllStringSubmatch(stderr.String(), -1) {
		v.console = append(v.console, m[1])
	}
	var err error
	if v.dom, err = html.Parse(&stdout); err != nil {
		t.Fatal(err)
	}
	return v
}

// chromiumsOwn are hosts that Chromium asks for the time, updates and hints of
// its own accord, whatever page is open.
var chromiumsOwn = regexp.MustCompile(`(^|\.)(google|googleapis|gvt1|gstatic)\.com(:\d+)?$`)

// listeningProxy hears what a page wants to fetch, and fetches nothing.
func listeningProxy(t *testing.T) (address string, heard func() []string) {
	t.Helper()
	var mu sync.Mutex
	var list []string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		if !chromiumsOwn.MatchString(r.Host) {
			list = append(list, r.Method+" "+r.RequestURI)
		}
		mu.Unlock()
		w.WriteHeader(http.StatusForbidden)
	}))
	t.Cleanup(s.Close)
	return s.Listener.Addr().String(), func() []string {
		mu.Lock()
		defer mu.Unlock()
		return list
	}
}

// In a browser the page fetches nothing, breaks none of its own rules, and its
// search works.
func TestPageInABrowser(t *testing.T) {
	t.Parallel()
	v := visitPage(t, written(t, sampleFold(true).WriteHTML), "issues&find=BIRTH&severity=reject")
	if len(v.console) > 0 || len(v.requests) > 0 {
		t.Errorf("the browser wanted to fetch %q, and says %q", v.requests, v.console)
	}
	shown, hidden := 0, 0
	for tr := range elements(v.dom, "tr") {
		if attr(tr, "data-code") == "" {
			continue
		}
		if _, is := lookup(tr, "hidden"); is {
			hidden++
			continue
		}
		shown++
		if attr(tr, "data-severity") != "reject" || !strings.Contains(textOf(tr), "birthDate") {
			t.Errorf("the search shows %q", textOf(tr))
		}
	}
	if shown == 0 || hidden == 0 {
		t.Errorf("the search shows %d issues and hides %d", shown, hidden)
	}
	if form := byID(v.dom, "filter"); form == nil || attr(form, "hidden") != "" || hasAttr(form, "hidden") {
		t.Error("the search form is not shown")
	}
}

// The test above would notice: a page that fetches and fails is caught at it.
func TestBrowserNoticesABadPage(t *testing.T) {
	t.Parallel()
	v := visitPage(t, []byte(`<!DOCTYPE html><script>nowhere()</script><img src="http://outside.example/x.png">`), "")
	if len(v.console) == 0 || !slices.Contains(v.requests, "GET http://outside.example/x.png") {
		t.Errorf("%q and %q of a page that fetches and fails", v.requests, v.console)
	}
}
