package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"kycmigrate/internal/sandbox"
)

// puller is a directory to pull into, from a vendor.
type puller struct {
	*world
	v   *vendor
	out string
}

func newPuller(t *testing.T, v *vendor, ids ...string) *puller {
	t.Helper()
	w := newWorld(t, sandbox.Config{})
	w.env = append(w.env, "IDNGO_APP_TOKEN="+vendorToken, "IDNGO_SECRET_KEY="+vendorSecret, "IDNGO_BASE_URL="+v.server.URL)
	p := &puller{w, v, filepath.Join(w.dir, "out")}
	if ids == nil {
		for ext := range v.people {
			ids = append(ids, ext)
		}
		slices.Sort(ids)
	}
	if err := os.WriteFile(w.path("ids.txt"), []byte(strings.Join(ids, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return p
}

// args are the arguments of a pull.
func (p *puller) pullArgs(extra ...string) []string {
	return append([]string{"pull", "idngo", "--ids", "ids.txt", "--out", p.out, "--rate", "0", "--json"}, extra...)
}

// pull runs a pull and returns its object. What it says names nobody.
func (p *puller) pull(exit int, extra ...string) map[string]any {
	p.t.Helper()
	c := p.start(p.pullArgs(extra...)...)
	return p.ended(c, exit)
}

func (p *puller) ended(c *child, exit int) map[string]any {
	p.t.Helper()
	select {
	case <-c.ended:
	case <-time.After(patience):
		p.t.Fatal("the pull does not end")
	}
	if code := c.cmd.ProcessState.ExitCode(); code != exit {
		p.t.Fatalf("exit %d, want %d\n%s", code, exit, c.stderr)
	}
	if said := c.stderr.String() + c.stdout.String(); strings.Contains(strings.ToLower(said), "canary") || strings.Contains(said, "65a1f0c2") {
		p.t.Errorf("it names somebody, or a key:\n%s", said)
	}
	var object map[string]any
	if err := json.Unmarshal([]byte(c.stdout.String()), &object); err != nil {
		p.t.Fatalf("%v in %q", err, c.stdout)
	}
	return object
}

// check holds the export to the vendor's applicants but those left out.
func (p *puller) check(without ...string) {
	p.t.Helper()
	seen := map[string]int{}
	for _, line := range p.lines() {
		var a struct {
			ID    string
			Email string
			Pull  struct {
				Asked  string
				Steps  map[string]json.RawMessage
				Images map[string]string
			} `json:"_pull"`
		}
		if err := json.Unmarshal(line, &a); err != nil {
			p.t.Fatal(err)
		}
		seen[a.Pull.Asked]++
		who := p.v.people[a.Pull.Asked]
		if a.ID != who.id || len(a.Pull.Steps) == 0 || len(a.Pull.Images) != len(who.images) {
			p.t.Errorf("%+v", a)
		}
		for image, path := range a.Pull.Images {
			got, err := os.ReadFile(filepath.Join(p.out, "images", filepath.FromSlash(path)))
			if err != nil || string(got) != who.images[image] {
				p.t.Errorf("picture %s: %v", path, err)
			}
		}
	}
	for ext := range p.v.people {
		if want := 1; !slices.Contains(without, ext) && seen[ext] != want {
			p.t.Errorf("%s stands in the export %d times", ext, seen[ext])
		}
	}
}

func (p *puller) lines() (lines [][]byte) {
	text, err := os.ReadFile(filepath.Join(p.out, "applicants.jsonl"))
	if err != nil {
		return nil
	}
	in := bufio.NewScanner(bytes.NewReader(text))
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		lines = append(lines, bytes.Clone(in.Bytes()))
	}
	return lines
}

func number(object map[string]any, key string) int { return int(object[key].(float64)) }

func TestPull(t *testing.T) {
	t.Parallel()
	v := newVendor(t, 12)
	v.fault = func(w http.ResponseWriter, path string, n, all int) bool {
		switch {
		case all == 5:
			w.Header().Set("Retry-After", "0")
			answer(w, http.StatusTooManyRequests, `{"description":"too many","code":429}`)
		case all == 9 || all == 20 || all == 21:
			hangUp(w)
		case all == 15:
			answer(w, http.StatusBadGateway, `<html>`)
		default:
			return false
		}
		return true
	}
	p := newPuller(t, v)
	first := p.pull(exitOK)
	if number(first, "asked") != 12 || number(first, "fetched") != 12 || number(first, "images") != 36 {
		t.Errorf("%v", first)
	}
	p.check()
	calls := v.count("")
	again := p.pull(exitOK)
	if number(again, "already") != 12 || number(again, "calls") != 0 || v.count("") != calls {
		t.Errorf("a second pull: %v", again)
	}
	err := filepath.WalkDir(p.out, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if mode := info.Mode().Perm(); err == nil && (d.IsDir() && mode != 0o700 || !d.IsDir() && mode != 0o600) {
			t.Errorf("%s has the mode %o", path, mode)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}

	// The export is a source, as it was announced.
	mapping, err := os.ReadFile("../../mappings/idngo.yaml")
	if err != nil {
		t.Fatal(err)
	}
	mapping = bytes.Replace(mapping, []byte("root: ../samples/idngo/images"), []byte("root: out/images"), 1)
	if err := os.WriteFile(p.path("idngo.yaml"), mapping, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, source := range []string{p.out, filepath.Join(p.out, "applicants.jsonl")} {
		c := p.start("validate", "--json", "--source", source, "--mapping", "idngo.yaml", "--run", p.run)
		if object := p.ended(c, exitOK); number(object, "ready") != 12 {
			t.Errorf("%v\n%s", object, c.stderr)
		}
	}
}

// TestPullSIGKILL: a killed pull is continued, nothing is lost and nothing
// that is there is fetched again.
func TestPullSIGKILL(t *testing.T) {
	t.Parallel()
	v := newVendor(t, 40)
	reached, killed := make(chan struct{}), make(chan struct{})
	v.fault = func(_ http.ResponseWriter, _ string, _, all int) bool {
		if all == 90 {
			close(reached)
		}
		if all >= 90 {
			<-killed
		}
		return false
	}
	p := newPuller(t, v)
	c := p.start(p.pullArgs("--concurrency", "3")...)
	select {
	case <-reached:
	case <-c.ended:
		close(killed)
		t.Fatalf("it ended before it was killed\n%s", c.stderr)
	}
	_ = c.cmd.Process.Kill()
	<-c.ended
	close(killed)
	done := p.lines()
	if len(done) == 0 || len(done) > 20 {
		t.Fatalf("%d applicants when it was killed", len(done))
	}
	// A torn line, as a kill in the middle of a write leaves it.
	export, err := os.OpenFile(filepath.Join(p.out, "applicants.jsonl"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = export.Write(done[0][:50])
	export.Close()
	pictures, _ := filepath.Glob(filepath.Join(p.out, "images", "*", "*"))

	object := p.pull(exitOK)
	if number(object, "already") < len(done)-1 || number(object, "fetched")+number(object, "already") != 40 {
		t.Errorf("%d were there: %v", len(done), object)
	}
	p.check()
	for _, path := range pictures {
		image := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
		if n := v.count("/resources/" + image); n != 1 {
			t.Errorf("a picture that was there was fetched %d times", n)
		}
	}
	const atWork, beingWritten = 3, 1
	if twice := v.count("/one") - 40; twice > atWork+beingWritten {
		t.Errorf("%d applicants were asked for twice, with %d in flight and one being written", twice, atWork)
	}
}

func TestPullWhatFails(t *testing.T) {
	t.Parallel()
	v := newVendor(t, 5)
	change := func(i int, f func(p *person)) string {
		ext := fmt.Sprintf("client/%d ü", i)
		p := v.people[ext]
		f(&p)
		v.people[ext] = p
		return ext
	}
	pdf := change(0, func(p *person) { p.images["1001"] = "%PDF-1.4 canary" })
	unsafe := change(1, func(p *person) { p.body = strings.Replace(p.body, p.id, "../../etc", 1) })
	lost := change(2, func(p *person) { delete(p.images, "1022") })
	strange := change(3, func(p *person) { p.body = strings.Replace(p.body, "client/3", "client/9", 1) })
	p := newPuller(t, v, pdf, unsafe, lost, strange, "nobody", "client/4 ü", "client/4 ü")
	object := p.pull(exitRejects)
	for key, want := range map[string]int{"asked": 6, "fetched": 3, "failed": 3, "left": 0, "repeated": 1, "images_missing": 1, "images": 8} {
		if number(object, key) != want {
			t.Errorf("%s is %d, want %d", key, number(object, key), want)
		}
	}
	if _, err := os.Stat(filepath.Join(p.out, "images", "65a1f0c20000", "1001.pdf")); err != nil {
		t.Error(err)
	}
	failed, err := os.ReadFile(filepath.Join(p.out, "failed.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"externalUserId,image,reason,what\n", unsafe + ",,unusable,", lost + ",1022,not_found,", strange + ",,other_person,", "nobody,,not_found,",
	} {
		if !strings.Contains(string(failed), want) {
			t.Errorf("failed.csv has no %q:\n%s", want, failed)
		}
	}
	if escaped, _ := filepath.Glob(filepath.Join(p.dir, "etc*")); escaped != nil {
		t.Errorf("written outside: %q", escaped)
	}
}

func TestPullDenied(t *testing.T) {
	t.Parallel()
	v := newVendor(t, 30)
	p := newPuller(t, v)
	p.env = append(p.env, "IDNGO_SECRET_KEY=of-another-environment")
	object := p.pull(exitTarget)
	if e, _ := object["error"].(map[string]any); e["code"] != "idngo_denied" || number(object, "left") != 30 || number(object, "calls") > 10 {
		t.Errorf("%v", object)
	}
}

// TestPullWrongClock: the vendor's clock counts, and it is said once.
func TestPullWrongClock(t *testing.T) {
	t.Parallel()
	v := newVendor(t, 8)
	v.skew = 10 * time.Minute
	p := newPuller(t, v)
	c := p.start(p.pullArgs()...)
	if object := p.ended(c, exitOK); number(object, "fetched") != 8 {
		t.Errorf("%v", object)
	}
	if n := strings.Count(c.stderr.String(), "clock differs"); n != 1 {
		t.Errorf("said %d times:\n%s", n, c.stderr)
	}
}

func TestPullInterrupted(t *testing.T) {
	t.Parallel()
	v := newVendor(t, 60)
	started := make(chan struct{})
	v.fault = func(w http.ResponseWriter, _ string, _, all int) bool {
		if all != 60 {
			return false
		}
		w.Header().Set("Retry-After", "3600") // which an interrupt must not sit out
		answer(w, http.StatusTooManyRequests, `{}`)
		close(started)
		return true
	}
	p := newPuller(t, v)
	c := p.start(p.pullArgs()...)
	<-started
	_ = c.cmd.Process.Signal(syscall.SIGINT)
	object := p.ended(c, exitInterrupted)
	if number(object, "left") == 0 || number(object, "asked") != 60 || object["interrupted"] != true {
		t.Errorf("%v", object)
	}
	if n := number(p.pull(exitOK), "fetched"); n != number(object, "left") {
		t.Errorf("%d were left, %d were fetched then", number(object, "left"), n)
	}
	p.check()
}

// TestSamplesOfIDnGO: what the sample's applicants come to.
func TestSamplesOfIDnGO(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	cmd := w.command("validate", "--json", "--source", "samples/idngo/applicants.jsonl", "--mapping", "mappings/idngo.yaml", "--run", w.run)
	cmd.Dir = filepath.Join("..", "..")
	out, _ := cmd.Output()
	var object map[string]any
	if err := json.Unmarshal(out, &object); err != nil || number(object, "read") != 12 || number(object, "ready") != 5 || cmd.ProcessState.ExitCode() != exitRejects {
		t.Fatalf("%v, %s", err, out)
	}
	rejects, err := os.ReadFile(filepath.Join(w.run, "rejects.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range bytes.Lines(rejects) {
		var r struct {
			Code string `json:"_error_code"`
		}
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(r.Code, ";")
		got = append(got, first)
	}
	want := []string{"idngo_document_ambiguous", "idngo_held", "idngo_company", "idngo_not_decided", "idngo_email_missing", "idngo_document_format", "idngo_not_decided"}
	if !slices.Equal(got, want) {
		t.Errorf("codes of the rejects: %q", got)
	}
	// They come back as they are, and the same is found.
	cmd = w.command("validate", "--json", "--source", filepath.Join(w.run, "rejects.jsonl"), "--mapping", "mappings/idngo.yaml", "--run", w.run+"2")
	cmd.Dir = filepath.Join("..", "..")
	out, _ = cmd.Output()
	back, err := os.ReadFile(filepath.Join(w.run+"2", "rejects.jsonl"))
	if err != nil || !bytes.Equal(back, rejects) {
		t.Errorf("the rejects of the rejects differ: %v\n%s", err, out)
	}
}
