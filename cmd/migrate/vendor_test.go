package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

const (
	vendorToken  = "token-77canary"
	vendorSecret = "secret-77canary"
)

// vendor is IDnGO as its contract describes it (contracts.md B): it checks each
// signature and its time, and goes wrong on request.
type vendor struct {
	server *httptest.Server
	skew   time.Duration // of its clock
	people map[string]person
	// fault may answer a call in its own way and reports whether it did. n counts
	// the calls of that path from 1, all those of any path.
	fault func(w http.ResponseWriter, path string, n, all int) bool

	mu    sync.Mutex
	calls map[string]int // by path, those with a good signature
	total int
}

// person is an applicant of the vendor, by its external id.
type person struct {
	id, inspection string
	body, steps    string
	images         map[string]string
}

// newVendor has n applicants, each with three pictures.
func newVendor(t *testing.T, n int) *vendor {
	v := &vendor{people: map[string]person{}, calls: map[string]int{}}
	for i := range n {
		ext, p := fmt.Sprintf("client/%d ü", i), person{id: fmt.Sprintf("65a1f0c2%04d", i), inspection: fmt.Sprintf("insp%d", i)}
		p.body = fmt.Sprintf("{\n \"id\": %q, \"inspectionId\": %q, \"externalUserId\": %q, \"type\":\"individual\", \"email\":\"canary%d@mail.example\","+
			`"info":{"firstName":"Canary","lastName":"N%d","dob":"1990-01-02","idDocs":[{"idDocType":"PASSPORT","country":"KAZ","number":"X%d","validUntil":"2039-01-01"}]},`+
			`"review":{"reviewStatus":"completed","reviewResult":{"reviewAnswer":"GREEN"}}}`, p.id, p.inspection, ext, i, i, i)
		first := 1000 + 10*i
		p.steps = fmt.Sprintf(`{"IDENTITY":{"reviewResult":{"reviewAnswer":"GREEN"},"idDocType":"PASSPORT","country":"KAZ","imageIds":[%d,%d]},"SELFIE":{"imageIds":[%d]},"PROOF_OF_RESIDENCE":null}`, first, first+1, first+2)
		p.images = map[string]string{}
		for k := range 3 {
			p.images[strconv.Itoa(first+k)] = fmt.Sprintf("\xff\xd8\xff\xe0picture %d of %d\xff\xd9", k, i)
		}
		v.people[ext] = p
	}
	v.server = httptest.NewServer(v)
	t.Cleanup(v.server.Close)
	return v
}

// ServeHTTP implements http.Handler.
func (v *vendor) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	now := time.Now().Add(v.skew)
	w.Header().Set("Date", now.UTC().Format(http.TimeFormat))
	if problem := v.distrusts(r, now); problem != "" {
		answer(w, http.StatusUnauthorized, fmt.Sprintf(`{"description":%q,"code":401}`, problem))
		return
	}
	v.mu.Lock()
	v.total++
	v.calls[r.RequestURI]++
	n, all := v.calls[r.RequestURI], v.total
	v.mu.Unlock()
	if v.fault != nil && v.fault(w, r.RequestURI, n, all) {
		return
	}
	v.serve(w, r)
}

// distrusts says what is wrong with a signature.
func (v *vendor) distrusts(r *http.Request, now time.Time) string {
	ts := r.Header.Get("X-App-Access-Ts")
	seconds, err := strconv.ParseInt(ts, 10, 64)
	mac := hmac.New(sha256.New, []byte(vendorSecret))
	mac.Write([]byte(ts + r.Method + r.RequestURI))
	switch {
	case r.Header.Get("X-App-Token") != vendorToken:
		return "App token not found"
	case err != nil || now.Sub(time.Unix(seconds, 0)).Abs() > time.Minute:
		return "Request timestamp is out of the window"
	case r.Header.Get("X-App-Access-Sig") != hex.EncodeToString(mac.Sum(nil)):
		return "Request signature mismatch"
	}
	return ""
}

func (v *vendor) serve(w http.ResponseWriter, r *http.Request) {
	path := r.URL.EscapedPath()
	for ext, p := range v.people {
		byExt := strings.TrimSuffix(strings.TrimPrefix(path, "/resources/applicants/-;externalUserId="), "/one")
		asked, _ := url.PathUnescape(byExt)
		switch {
		case asked == ext || path == "/resources/applicants/"+p.id+"/one":
			answer(w, http.StatusOK, p.body)
			return
		case path == "/resources/applicants/"+p.id+"/requiredIdDocsStatus":
			answer(w, http.StatusOK, p.steps)
			return
		}
		image, found := strings.CutPrefix(path, "/resources/inspections/"+p.inspection+"/resources/")
		if bytes, ok := p.images[image]; found && ok && r.Header.Get("Accept") == "*/*" {
			_, _ = w.Write([]byte(bytes))
			return
		}
	}
	answer(w, http.StatusNotFound, `{"description":"canary not found","code":404,"correlationId":"x"}`)
}

func answer(w http.ResponseWriter, status int, body string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(body))
}

// hangUp closes the connection without an answer.
func hangUp(w http.ResponseWriter) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err == nil {
		conn.Close()
	}
}

// count is how many calls were made whose path has a part.
func (v *vendor) count(part string) (n int) {
	v.mu.Lock()
	defer v.mu.Unlock()
	for path, times := range v.calls {
		if strings.Contains(path, part) {
			n += times
		}
	}
	return n
}
