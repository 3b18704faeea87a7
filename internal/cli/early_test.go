package cli

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

const earlyMapping = `version: 1
name: bank
source: {kind: csv, csv: {encoding: utf-8, delimiter: ","}}
key: [branch, id]
marker: cf3
admin: ${ARGOS_ADMIN}
fields:
  email:          {from: email, transform: [trim, lower]}
  fullName:       {join: [first, last], with: " ", transform: [collapse-spaces, nfc]}
  birthDate:      {from: dob, date: DD/MM/YYYY}
  kycStatus:      {from: status, values: {A: approved, R: rejected}}
  idType:         {const: passport}
  issuingCountry: {const: KOR}
  documentNumber: {from: number, transform: upper}
  userid:         {expr: "row['branch'] + '-' + row['id']"}
  cf1:            {from: note}
exclude:
  - {code: closed, when: "row['note'] == 'closed'"}
rules:
  severity: {}
  own:
    - {code: far_away, when: "record['cf1'] == 'far'", message: nobody goes there, field: cf1}
`

// earlyRows is a file with every kind of row: good ones, rows that cannot be read,
// rejects, warnings, excluded ones, and what shows only when all are read.
func earlyRows(n int) string {
	var b strings.Builder
	b.WriteString("branch,id,email,first,last,dob,status,number,note\n")
	for i := range n {
		id, email, first, status, number, note := i, fmt.Sprintf(" P%d@Bank.kr", i), "Zoe", "A", fmt.Sprintf("m%08d", i*7919), "near"
		switch i % 61 {
		case 3:
			id = i / 2
		case 5:
			email = "nobody"
		case 7:
			email = fmt.Sprintf("p%d@bank.kr", i/3)
		case 11:
			first = "Zo\u00c3\u00ab"
		case 13:
			status = "X"
		case 17:
			number = "m00000007"
		case 19:
			note = "\"near\nby\""
		case 23:
			note = "closed"
		case 29:
			note = "far"
		case 31:
			b.WriteString("1,2,3\n")
		case 41:
			first = "N/A"
		}
		fmt.Fprintf(&b, "%d,%06d,%s,%s,Kim %s,%02d/%02d/19%02d,%s,%s,%s\n", i%7, id, email, first, family(i), i%28+1, i%12+1, i%41+45, status, number, note)
	}
	return b.String()
}

// family is a name of letters.
func family(i int) string {
	return string(rune('A'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i%5)) + "man"
}

// again is a further run of the world's source, which may be told to read it twice.
func (w *world) again(twice bool, more ...string) said {
	w.t.Helper()
	var out, errs safeBuffer
	args := append([]string{"run", "--source", w.path("customers.csv"), "--mapping", w.path("bank.yaml"), "--run", w.path("run"), "--quiet", "--json", "--rate", "0"}, more...)
	code := Main(OS{
		Args: args, Env: func(name string) (string, bool) { v, ok := w.env[name]; return v, ok },
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, IsTerminal: func(any) bool { return false }, Now: time.Now,
		readTwice: twice,
	})
	return said{code, out.String(), errs.String()}
}

// keep copies the run directory, and returns what puts it back.
func (w *world) keep() (back func()) {
	w.t.Helper()
	files := map[string][]byte{}
	run := w.path("run")
	names, err := filepath.Glob(filepath.Join(run, "*"))
	if err != nil {
		w.t.Fatal(err)
	}
	for _, name := range names {
		files[name] = []byte(read(w.t, name))
	}
	return func() {
		if err := os.RemoveAll(run); err != nil {
			w.t.Fatal(err)
		}
		if err := os.Mkdir(run, 0o700); err != nil {
			w.t.Fatal(err)
		}
		for name, data := range files {
			if err := os.WriteFile(name, data, 0o600); err != nil {
				w.t.Fatal(err)
			}
		}
	}
}

// traces are all that a run leaves, without times: of files that are written as records
// come in, the lines, since records that are sent come in any order.
func (w *world) traces(s said) map[string]string {
	w.t.Helper()
	left := map[string]string{"said": kept.ReplaceAllString(took.ReplaceAllString(s.err, "after some time"), "")}
	err := filepath.WalkDir(w.path("run"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		switch name := d.Name(); {
		case strings.HasPrefix(name, "rejects.") && name != "rejects.csv":
		case name == "issues.csv":
			left[name] = inReadOrder(w.t, read(w.t, path))
		case strings.HasSuffix(name, ".csv"):
			lines := strings.SplitAfter(read(w.t, path), "\n")
			slices.Sort(lines)
			left[name] = strings.Join(lines, "")
		case name == "report.json", name == "report.html", name == "run.json":
			left[name] = timeless(w.t, read(w.t, path))
		default:
			left[name] = ""
		}
		return nil
	})
	if err != nil {
		w.t.Fatal(err)
	}
	o := s.object(w.t)
	o.ElapsedMS = 0
	object, err := json.Marshal(o)
	if err != nil {
		w.t.Fatal(err)
	}
	left["object"] = string(object)
	l, err := checkpoint.Open(context.Background(), w.path("run"), checkpoint.Options{ReadOnly: true})
	if err != nil {
		w.t.Fatal(err)
	}
	defer l.Close()
	var records strings.Builder
	err = l.Each(context.Background(), func(r checkpoint.Record) error {
		fmt.Fprintf(&records, "%+v\n", r)
		return nil
	})
	if err != nil {
		w.t.Fatal(err)
	}
	left["ledger"] = records.String()
	return left
}

var (
	took = regexp.MustCompile(`after \d+\.\ds`)
	// What of a report or of run.json tells when, and for how long.
	times = regexp.MustCompile(`\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?( UTC|Z)?|("elapsed_ms"|"elapsed"): \d+|\b\d+(\.\d+)? ?m?s\b`)
	// A rejects file whose rows stand in another order than before is put beside it.
	kept = regexp.MustCompile(`the rejects file that was there before is kept as .*\n`)
)

// inReadOrder puts the lines of an issues.csv in the order of their rows; those of one row
// stay as they stand.
func inReadOrder(t *testing.T, list string) string {
	t.Helper()
	lines, err := csv.NewReader(strings.NewReader(list)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	row := func(line []string) int {
		n, _ := strconv.Atoi(line[2]) // 0 for the header
		return n
	}
	slices.SortStableFunc(lines, func(a, b []string) int { return row(a) - row(b) })
	var b strings.Builder
	for _, line := range lines {
		fmt.Fprintf(&b, "%q\n", line)
	}
	return b.String()
}

// timeless is a report without its times.
func timeless(t *testing.T, report string) string {
	t.Helper()
	return times.ReplaceAllString(report, "some time")
}

// TestAFurtherRunMayReadOnce: a run that has nothing left to do reads its source once, or
// twice where something shows only at the end, and leaves all that it would leave if it
// went through all records again.
func TestAFurtherRunMayReadOnce(t *testing.T) {
	source, mapping := earlyRows(1_400), earlyMapping
	w := newWorld(t)
	write(t, w.path("bank.yaml"), mapping)
	write(t, w.path("customers.csv"), source)
	w.serve(sandbox.Config{}, nil)
	if first := w.again(false, "--concurrency", "32").object(t); first.Created < 1_200 || first.Rejected == 0 {
		t.Fatalf("the first run: %+v", first)
	}
	asSent := w.keep()
	results := read(t, w.path("run/results.csv"))
	half := strings.Index(source[len(source)/2:], "\n1,") + len(source)/2 + 1
	header, _, _ := strings.Cut(source, "\n")
	write(t, w.path("branch.csv"), header+"\n"+source[half:])
	write(t, w.path("b-first.csv"), source[:half])
	killed := map[string]string{}
	for _, name := range []string{"results.csv.tmp", "issues.csv.tmp", "issues.csv.all.tmp", "rejects.csv.tmp", "in_doubt.csv.tmp", "report.json.tmp", "report.html.tmp", "run.json.tmp"} {
		killed[name] = "a killed process began"
	}
	for name, change := range map[string]struct {
		rows, mapping, results []string // pairs of what was and what is now
		turned                 bool     // the rows stand the other way round
		flags                  []string
		unlisted               bool              // issues.csv is gone, so that nobody knows what shows at the end
		left                   map[string]string // files of the run directory, as somebody left them
		send                   bool              // there is something left to do
	}{
		"issues.csv is gone":       {unlisted: true, flags: []string{"--show-values"}},
		"nothing changed":          {},
		"values are shown":         {flags: []string{"--show-values", "--all-issues"}},
		"the beginning":            {flags: []string{"--limit", "1100"}},
		"a half":                   {flags: []string{"--part", "2/2"}},
		"rejects are forbidden":    {flags: []string{"--max-rejects", "1%"}},
		"what was refused as well": {flags: []string{"--retry-refused"}},
		"an audit alone":           {flags: []string{"--audit"}},
		"results.csv is gone":      {results: []string{results, ""}},
		"results.csv is gone, and the run is refused": {results: []string{results, ""}, flags: []string{"--max-rejects", "1%"}},
		"results.csv was edited":                      {results: []string{",", ";"}},
		"results.csv is broken":                       {results: []string{"\n1|", "\n\"1|"}},
		"notes changed":                               {rows: []string{",near\n", ",here\n"}},
		"somebody else":                               {rows: []string{"Kim Cc", "Lee Cc"}},
		"rejects that were done":                      {rows: []string{",A,m", ",Y,m"}},
		"excluded ones that are done":                 {mapping: []string{"== 'closed'", "!= 'near'"}},
		"the other way round":                         {turned: true},
		"what shows at the end rejects":               {mapping: []string{"severity: {}", "severity: {person_repeated: reject, email_shared: reject}"}},
		"a warning rejects":                           {mapping: []string{"severity: {}", "severity: {mojibake: reject}"}},
		"other rejects":                               {rows: []string{"nobody", ""}},
		"the day of the cutover":                      {flags: []string{"--as-of", "2031-02-03"}},
		"many calls at once":                          {flags: []string{"--concurrency", "99"}},
		"every record looked up first":                {flags: []string{"--look-first"}},
		"the rejects alone":                           {flags: []string{"--source", w.path("run/rejects.csv")}},
		"another source":                              {flags: []string{"--source", w.path("branch.csv")}},
		"two sources":                                 {flags: []string{"--source", w.path("b*.csv")}},
		"a killed run":                                {left: killed},
		"results.csv was cut":                         {left: map[string]string{"results.csv": results[:len(results)/2]}},
		"issues.csv was cut":                          {left: map[string]string{"issues.csv": "file,line,row,legacy_key,severity,code\n,,1,,,person_repeated,\n\"un"}},
		"mended ones":                                 {rows: []string{",X,m", ",A,m"}, send: true},
	} {
		t.Run(name, func(t *testing.T) {
			asSent()
			rows := strings.NewReplacer(change.rows...).Replace(source)
			if change.turned {
				rows = backwards(noDoubles(rows))
			}
			write(t, w.path("customers.csv"), rows)
			write(t, w.path("bank.yaml"), strings.NewReplacer(change.mapping...).Replace(mapping))
			if now := strings.NewReplacer(change.results...).Replace(results); now != "" {
				write(t, w.path("run/results.csv"), now)
			} else if err := os.Remove(w.path("run/results.csv")); err != nil {
				t.Fatal(err)
			}
			if change.unlisted {
				if err := os.Remove(w.path("run/issues.csv")); err != nil {
					t.Fatal(err)
				}
			}
			for name, text := range change.left {
				write(t, w.path("run/"+name), text)
			}
			asChanged := w.keep()
			want := w.again(true, change.flags...)
			if o := want.object(t); o.Calls > 0 != change.send {
				t.Fatalf("%d calls: %s", o.Calls, want.err)
			}
			if change.send {
				return // what was sent is in ARGOS now, so that it cannot be done again
			}
			traces := w.traces(want)
			asChanged()
			got := w.traces(w.again(false, change.flags...))
			for _, file := range slices.Sorted(maps.Keys(traces)) {
				if traces[file] != got[file] {
					t.Errorf("%s differs: %s", file, firstDifference(traces[file], got[file]))
				}
			}
			if left, _ := filepath.Glob(w.path("run/*.tmp")); left != nil {
				t.Errorf("%v are left behind", left)
			}
			if len(got) != len(traces) {
				t.Errorf("files %v, not %v", slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(traces)))
			}
		})
	}
}

// noDoubles leaves out the rows that repeat a key, so that no other row takes its place.
func noDoubles(source string) string {
	var kept []string
	seen := map[string]bool{}
	for line := range strings.Lines(source) {
		key := strings.Join(strings.SplitN(line, ",", 3)[:min(2, strings.Count(line, ","))], ",")
		if key == "" || !seen[key] {
			kept = append(kept, line)
		}
		seen[key] = key != ""
	}
	return strings.Join(kept, "")
}

// backwards turns the rows of a file round, but for its header.
func backwards(source string) string {
	lines := strings.SplitAfter(source, "\n")
	slices.Reverse(lines[1:])
	return strings.Join(lines, "")
}

// firstDifference shows where two texts part.
func firstDifference(a, b string) string {
	one, two := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range max(len(one), len(two)) {
		var x, y string
		if i < len(one) {
			x = one[i]
		}
		if i < len(two) {
			y = two[i]
		}
		if x != y {
			return fmt.Sprintf("line %d\n- %s\n+ %s", i+1, x, y)
		}
	}
	return ""
}

// TestLongRecordsAreNotKept beyond the bytes that there is room for, nor many of them.
func TestLongRecordsAreNotKept(t *testing.T) {
	record := func(text string) *kyc.Record { return &kyc.Record{Row: &kyc.Row{Cells: []string{text}}} }
	e := early{room: 1000}
	for range 5 {
		e.keep(record(strings.Repeat("long", 100)))
	}
	if len(e.kept) != 2 || e.room != 200 {
		t.Errorf("%d are kept, with room for %d bytes", len(e.kept), e.room)
	}
	for range 2 * mostKept {
		e.keep(record(""))
	}
	if len(e.kept) != mostKept {
		t.Errorf("%d are kept", len(e.kept))
	}
}

// TestARunThatHasNothingToDoIsStillRefused where it may not go on.
func TestARunThatHasNothingToDoIsStillRefused(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	if o := w.again(false).object(t); o.Created != 20 {
		t.Fatalf("the first run: %+v", o)
	}
	w.serve(sandbox.Config{}, func(h http.Handler) http.Handler { return h })
	got := w.again(false)
	if o := got.object(t); got.code != ExitUsage || o.Error == nil || o.Error.Code != "target_changed" {
		t.Errorf("exit %d, %+v\n%s", got.code, o.Error, got.err)
	}
	if _, err := os.Stat(w.path("run/results.csv.tmp")); err == nil {
		t.Error("an unfinished file is left behind")
	}
}

// TestARunWithNothingLeftIsTheFirstPass holds that it is, and that it is not where a
// single record is left.
func TestARunWithNothingLeftIsTheFirstPass(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	w.again(false)
	for _, more := range []string{"", "22,p22@bank.example,Person New,02/03/1980,A\n"} {
		write(t, w.path("customers.csv"), rows(1, 20)+"21,bad,Nobody Name,01/02/1980,A\n"+more)
		a := quietApp(t)
		a.env = func(name string) (string, bool) { v, ok := w.env[name]; return v, ok }
		a.os.Env = a.env
		v := &flags{source: w.path("customers.csv"), mapping: w.path("bank.yaml"), run: w.path("run"), quiet: true, logLevel: "info", concurrency: 1, dailyQuota: 100, settle: defaultSettle}
		s, err := a.openSession(v, false)
		if err != nil {
			t.Fatal(err)
		}
		r := &upload{session: s}
		if r.target, err = a.findTarget(s.mapping.Admin); err != nil {
			t.Fatal(err)
		}
		if r.waits, err = v.waits(true); err != nil {
			t.Fatal(err)
		}
		if r.ledger, err = openLedger(t.Context(), s.dir.path, checkpoint.Options{}); err != nil {
			t.Fatal(err)
		}
		err = errors.Join(s.start(), r.do())
		if once := r.early != nil; err != nil || once != (more == "") {
			t.Errorf("with %q: the first pass was all: %t, error %v", more, once, err)
		}
		if err := errors.Join(s.finish(nil), r.ledger.Close()); err != nil {
			t.Error(err)
		}
	}
}
