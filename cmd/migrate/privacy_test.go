package main

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"kycmigrate/internal/sandbox"
)

// canaries are customers whose every value is found nowhere else. Numbers in
// the values come from the row, so that a leak tells which row it is of.
func canaries(from, n int) []customer {
	list := make([]customer, n)
	for i := range list {
		k := from + i
		list[i] = customer{
			id: fmt.Sprintf("QKEY%05dZ", k), email: fmt.Sprintf("qmail%05d@leak.example", k), name: fmt.Sprintf("Qgiven%05d Qfamilÿ%05d", k, k),
			dob: fmt.Sprintf("19%02d-%02d-%02d", 40+k%60, 1+k%12, 1+k%28), status: "A", doc: "PP", country: "KOR",
			number: fmt.Sprintf("QNUM%05d", k), note: fmt.Sprintf("Qnote%05d", k),
		}
	}
	return list
}

// secrets are the values of a customer that may stand in no file but the
// rejects, the crosswalk and the doubts. Names are looked for word by word.
func (c *customer) secrets() []string {
	list := []string{c.id, c.email, c.dob, c.number, c.note, c.front, c.selfie}
	if len(c.status) > 2 {
		list = append(list, c.status)
	}
	if len(c.country) > 3 {
		list = append(list, c.country)
	}
	return append(list, strings.Fields(c.name)...)
}

// TestNoPersonalData looks for values of rows, of every fate a row can have,
// in everything that the program writes.
func TestNoPersonalData(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sandbox.Config{StrictIDType: true})
	w.args = append(w.args, "--log-level", "debug", "--concurrency", "4")

	good := w.withPictures(canaries(100, 6))
	bad := canaries(200, 10)
	bad[0].dob = "1977-02-31"
	bad[1].email = "qmail00201.leak.example"
	bad[2].country = "Qcountry00202"
	bad[3].status = "Qstatus00203"
	bad[4].front = "Qfile00204.jpg"
	bad[5].id = bad[6].id // the same key again
	bad[7].name = ""
	bad[8].doc = "" // ARGOS refuses it: this project wants an idType
	bad[9].email = strings.Repeat("Qlong00209", 40) + "@leak.example"
	w.source(marked, append(good, bad...))
	torn := canaries(300, 3)
	w.append("customers.csv", strings.Join(torn[0].cells()[:4], ",")+"\n"+
		strings.Join(torn[1].cells(), ",")+",Qextra00301,Qextra00302\n"+
		torn[2].id+","+torn[2].email+",\"Qgiven00302\" Qfamily00302,\xff\xfe,A,PP,KOR,,,,\n")

	var said []string
	hear := func(e ending) ending {
		said = append(said, e.stdout, e.stderr)
		return e
	}
	first := hear(w.must(exitRejects))
	if s := first.summary; s.Created < 6 || s.Rejected < 8 || s.Refused != 1 {
		t.Fatalf("the rows did not have the fates they were made for: %s", first.stdout)
	}

	w.faults("post:drop-before")
	doubtful := canaries(400, 3)
	w.writeCSV("doubtful.csv", doubtful)
	hear(w.must(exitDoubt, "--source", "doubtful.csv", "--doubt-timeout", "200ms"))

	w.faults("post:429")
	failing := canaries(500, 3)
	w.writeCSV("failing.csv", failing)
	before := w.received()
	c := w.start(w.runArgs("--source", "failing.csv")...)
	c.waitFor("a few calls", func() bool { return w.received() > before+5 })
	c.signal(os.Interrupt)
	hear(w.expect(exitInterrupted, c))

	// Killed, so that ledger.db-wal is there to be searched.
	w.faults("post:slow@20s")
	killed := w.withPictures(canaries(600, 3))
	w.writeCSV("killed.csv", killed)
	before = w.received()
	c = w.start(w.runArgs("--source", "killed.csv")...)
	c.waitFor("a POST under way", func() bool { return w.box.State().InFlight > 0 && w.received() > before })
	c.kill()
	said = append(said, c.stdout.String(), c.stderr.String())
	if _, err := os.Stat(w.inRun("ledger.db-wal")); err != nil {
		t.Errorf("there is no ledger.db-wal to search: %v", err)
	}

	all := append(append(append(append(append(good, bad...), torn...), doubtful...), failing...), killed...)
	all = append(all, customer{id: "Qextra00301", email: "Qextra00302", number: "Qlong00209"})
	w.search(all, said)

	for _, args := range [][]string{
		{"status", "--run", w.run}, {"status", "--json", "--run", w.run},
		{"resolve", w.inRun("in_doubt.csv"), "--run", w.run},
		{"validate", "--source", "customers.csv", "--mapping", "mapping.yaml", "--run", w.run, "--log-level", "debug"},
		{"report", "--run", w.run, "--source", "customers.csv"},
	} {
		hear(w.start(args...).wait())
	}
	w.search(all, said)
}

// append adds text to a file of the world.
func (w *world) append(name, text string) {
	w.t.Helper()
	b, err := os.ReadFile(w.path(name))
	if err != nil {
		w.t.Fatal(err)
	}
	w.write(name, append(b, text...))
}

// search looks for every secret of these customers, and for the API key, in
// every file of the run directory and in what was said.
func (w *world) search(list []customer, said []string) {
	w.t.Helper()
	needles := map[string][][]byte{}
	for i := range list {
		for _, s := range list[i].secrets() {
			if s != "" {
				needles[s] = forms(s)
			}
		}
	}
	butKeys := maps.Clone(needles)
	for i := range list {
		delete(butKeys, list[i].id)
	}
	key := map[string][][]byte{"the API key": forms(canaryKey)}
	for i, text := range said {
		w.mustLack("what was said, part "+strconv.Itoa(i), []byte(text), needles, key)
	}
	searched := map[string]bool{}
	err := filepath.WalkDir(w.run, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		searched[d.Name()] = true
		if d.Name() == "reserve" {
			b = oneOf(b, 32) // 16 MiB of the same line
		}
		switch {
		case mayHoldValues(d.Name()):
			w.mustLack(path, b, key)
		case d.Name() == "issues.csv": // the legacy key, by which rows are found again, and nothing else of a row
			w.mustLack(path, b, butKeys, key)
		default:
			w.mustLack(path, b, needles, key)
		}
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	for _, name := range []string{"ledger.db", "run.log", "run.json", "report.json", "report.html", "issues.csv", "ledger.mark", "rescue.log"} {
		if !searched[name] {
			w.t.Errorf("%s was not there to be searched", name)
		}
	}
}

// oneOf is the first n bytes of b where b only repeats them, else b.
func oneOf(b []byte, n int) []byte {
	if len(b) >= n && bytes.Equal(b[n:], b[:len(b)-n]) {
		return b[:n]
	}
	return b
}

// mayHoldValues tells the files that are made of rows.
func mayHoldValues(name string) bool {
	return name == "results.csv" || name == "in_doubt.csv" || strings.HasPrefix(name, "rejects.") && strings.HasSuffix(name, ".csv")
}

func (w *world) mustLack(where string, b []byte, sets ...map[string][][]byte) {
	w.t.Helper()
	for _, set := range sets {
		for secret, forms := range set {
			for _, form := range forms {
				if at := bytes.Index(b, form); at >= 0 {
					w.t.Errorf("%s holds %s as %q: ...%q...", where, secret, form, b[max(0, at-60):min(len(b), at+60)])
					break
				}
			}
		}
	}
}

// forms are the shapes in which a value could be written.
func forms(s string) [][]byte {
	escaped, _ := json.Marshal(s)                       // a string always has JSON
	ascii := strings.Trim(strconv.QuoteToASCII(s), `"`) // \u00ff
	list := []string{
		s, strings.ToLower(s), strings.ToUpper(s), strings.Trim(string(escaped), `"`), ascii,
		url.QueryEscape(s), url.PathEscape(s),
		hex.EncodeToString([]byte(s)), strings.ToUpper(hex.EncodeToString([]byte(s))),
	}
	for _, sum := range plainHashes(s) {
		list = append(list, string(sum), hex.EncodeToString(sum), base64.StdEncoding.EncodeToString(sum))
	}
	// Base64 at each of the three offsets at which it could begin, without the
	// characters that the neighbours have a part in.
	for offset := range 3 {
		for _, enc := range []*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
			text := enc.EncodeToString([]byte(strings.Repeat("\x00", offset) + s))
			begin := []int{0, 2, 3}[offset]
			list = append(list, text[begin:len(text)-(len(s)+offset)%3])
		}
	}
	var found [][]byte
	for _, f := range list {
		if len(f) > 5 { // a shorter one is found by chance
			found = append(found, []byte(f))
		}
	}
	return found
}

// plainHashes are hashes that anybody could make from the value.
func plainHashes(s string) [][]byte {
	a, b, c := md5.Sum([]byte(s)), sha1.Sum([]byte(s)), sha256.Sum256([]byte(s))
	return [][]byte{a[:], b[:], c[:]}
}

// TestSearchSees holds the search itself to what it must find.
func TestSearchSees(t *testing.T) {
	const secret = "Qfamilÿ00100"
	hidden := []string{
		"x" + secret, base64.StdEncoding.EncodeToString([]byte("x" + secret + "yz")), base64.StdEncoding.EncodeToString([]byte("xy" + secret)),
		fmt.Sprintf("%x", secret), `{"a":"Qfamil\u00ff00100"}`, url.Values{"q": {secret}}.Encode(),
		fmt.Sprintf("%x", sha256.Sum256([]byte(secret))),
	}
	for _, text := range hidden {
		found := false
		for _, form := range forms(secret) {
			found = found || strings.Contains(text, string(form))
		}
		if !found {
			t.Errorf("the search does not see the secret in %q", text)
		}
	}
}
