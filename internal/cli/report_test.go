package cli

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/report"
	"kycmigrate/internal/sandbox"
)

// smallPicture writes a small PNG file.
func smallPicture(t *testing.T, path string) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, image.NewGray(image.Rect(0, 0, 32, 32))); err != nil {
		t.Fatal(err)
	}
}

// withPictures gives each customer of a world a picture.
func withPictures(t *testing.T, w *world) {
	t.Helper()
	if err := os.Mkdir(w.path("images"), 0o700); err != nil {
		t.Fatal(err)
	}
	smallPicture(t, w.path("images/face.png"))
	write(t, w.path("bank.yaml"), mappingText+"images:\n  root: images\n  selfieImage: {from: face}\n")
	table := strings.ReplaceAll(read(t, w.path("customers.csv")), "\n", ",face.png\n")
	write(t, w.path("customers.csv"), strings.Replace(table, "face.png", "face", 1))
}

// lines are the lines of a file in order: a run writes them as they come.
func lines(t *testing.T, path string) string {
	t.Helper()
	list := strings.Split(read(t, path), "\n")
	slices.Sort(list)
	return strings.Join(list, "\n")
}

var reportArgs = []string{"report", "--run", "%s/run", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--quiet"}

// migrate report tells again what the run told, and damages nothing of it.
func TestReportRepeatsTheRun(t *testing.T) {
	w := newWorld(t)
	withPictures(t, w)
	w.serve(sandbox.Config{}, nil)
	first := w.migrate(with("run", "--rate", "0", "--json")...).object(t)
	if first.Created != 20 || first.Images != 20 {
		t.Fatalf("%+v", first)
	}
	results, rejects := lines(t, w.path("run/results.csv")), read(t, w.path("run/rejects.csv"))
	mended := strings.ReplaceAll(rejects, "bad", "good@bank.example")
	write(t, w.path("run/rejects.csv"), mended)

	got := w.migrate(slices.Clone(reportArgs)...)
	if got.code != ExitOK || !strings.Contains(got.err, "rejects.csv is left as it is") {
		t.Errorf("exit %d:\n%s", got.code, got.err)
	}
	if now := lines(t, w.path("run/results.csv")); now != results {
		t.Errorf("results.csv changed from\n%s\nto\n%s", results, now)
	}
	if read(t, w.path("run/rejects.csv")) != mended || exists(w.path("run/rejects.1.csv")) {
		t.Error("a rejects file that is being mended was touched")
	}

	if err := os.Remove(w.path("run/rejects.csv")); err != nil {
		t.Fatal(err)
	}
	w.migrate(slices.Clone(reportArgs)...)
	if now := read(t, w.path("run/rejects.csv")); now != rejects {
		t.Errorf("the rejects file is\n%s\nnot\n%s", now, rejects)
	}
	w.mustLink("run", "rejects.csv", "issues.csv", "results.csv")

	var report struct{ Images int64 }
	full, facts := read(t, w.path("run/report.html")), read(t, w.path("run/report.json"))
	for range 2 { // the second has nothing to keep
		if got := w.migrate("report", "--run", "%s/run"); got.code != ExitOK {
			t.Errorf("exit %d\n%s", got.code, got.err)
		}
		if read(t, w.path("run/report.run.html")) != full || read(t, w.path("run/report.run.json")) != facts || read(t, w.path("run/report.html")) == full {
			t.Error("the report that knows more is not kept")
		}
	}
	if readJSON(t, w.path("run/report.json"), &report); report.Images != 20 {
		t.Errorf("the report of the ledger tells of %d pictures, want 20", report.Images)
	}
	w.mustLink("run", "rejects.csv", "results.csv")
}

// What is in doubt keeps what an operator needs to decide.
func TestReportRepeatsDoubts(t *testing.T) {
	w := newWorld(t)
	fault, err := sandbox.ParseFault("post:drop-after=#1")
	if err != nil {
		t.Fatal(err)
	}
	w.serve(sandbox.Config{Faults: []sandbox.Fault{fault}, Lag: time.Hour}, nil)
	write(t, w.path("customers.csv"), rows(1, 1))
	got := w.migrate(with("run", "--settle", "10ms,20ms", "--doubt-timeout", "200ms", "--json")...)
	if o := got.object(t); o.InDoubt != 1 {
		t.Fatalf("exit %d, %+v\n%s", got.code, o, got.err)
	}
	lookups := regexp.MustCompile(`,,\d+,`) // the ledger counts them by attempt
	doubts := lookups.ReplaceAllString(read(t, w.path("run/in_doubt.csv")), ",,N,")
	w.mustLink("run", "in_doubt.csv", "issues.csv", "results.csv")
	w.migrate(slices.Clone(reportArgs)...)
	if now := lookups.ReplaceAllString(read(t, w.path("run/in_doubt.csv")), ",,N,"); now != doubts {
		t.Errorf("in_doubt.csv changed from\n%s\nto\n%s", doubts, now)
	}
	w.mustLink("run", "in_doubt.csv", "issues.csv", "results.csv")
}

// The report of the ledger alone says what it lacks, and is not held against a dry run
// that knows it; what the refusal says to do makes the two comparable.
func TestDiffAfterAReportOfTheLedger(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	write(t, w.path("customers.csv"), rows(1, 3)+"4,bad,Nobody Name,01/02/1980,A\n,e5@bank.example,Other Name,01/02/1980,A\n")
	w.migrate(with("run", "--rate", "0", "--as-of", "2026-01-01")...)
	write(t, w.path("customers.csv"), strings.Replace(read(t, w.path("customers.csv")), "2,", "2,other-", 1)) // differs now from what was sent
	w.migrate(with("run", "--rate", "0", "--as-of", "2026-01-01")...)
	w.migrate(with("validate", "--as-of", "2026-01-01")...)
	diff := []string{"diff", "%s/run", "%s/run/dry-run", "--fail-on-new"}
	if got := w.migrate(diff...); got.code != ExitOK {
		t.Fatalf("exit %d\n%s%s", got.code, got.out, got.err)
	}
	anew := "migrate report --run " + w.path("run") + " --source " + w.path("customers.csv")
	got := w.migrate("report", "--run", "%s/run")
	if !strings.Contains(got.err, "rows without a key") || !strings.Contains(got.err, anew) {
		t.Errorf("the report of the ledger does not say what it lacks:\n%s", got.err)
	}
	got = w.migrate(diff...)
	if got.code != ExitUsage || !strings.Contains(got.err, anew+" --as-of 2026-01-01") || strings.Contains(got.out, "more rejects") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
	w.migrate("report", "--run", "%s/run", "--source", "%s/customers.csv", "--as-of", "2026-01-01")
	if got = w.migrate(diff...); got.code != ExitOK || !strings.Contains(got.out, "as many rejects as before (2), no new kind of issue") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}

// Where the list of issues is cut, the summary and the report say so and how to
// have it whole.
func TestAllIssues(t *testing.T) {
	w := newWorld(t)
	var table strings.Builder
	table.WriteString("id,email,name,dob,status\n")
	const n = report.MaxListed + 2
	for i := range n {
		fmt.Fprintf(&table, "%d,p%d@bank.kr,Ann Lee %[1]d,01/03/2020,A\n", i, i)
	}
	write(t, w.path("customers.csv"), table.String())
	for _, all := range []bool{false, true} {
		got := w.migrate(with("validate", "--all-issues="+strconv.FormatBool(all))...)
		page, list := read(t, w.path("run/report.html")), read(t, w.path("run/issues.csv"))
		var doc struct {
			Unlisted int `json:"issues_not_listed"`
		}
		readJSON(t, w.path("run/report.json"), &doc)
		told := strings.Contains(got.err, "2 warnings have no line in issues.csv, which lists 10,000 rows of a kind; --all-issues lists all")
		cut := strings.Contains(page, "the first 10,000 are in issues.csv, and all of them with --all-issues") && strings.Contains(page, "2 lines less than with --all-issues")
		if want := map[bool]int{false: report.MaxListed, true: n}[all]; strings.Count(list, "\n") != want+1 || doc.Unlisted != n-want {
			t.Errorf("all %v: %d lines, %d not listed", all, strings.Count(list, "\n"), doc.Unlisted)
		}
		if told == all || cut == all || all != strings.Contains(page, "all of them are in issues.csv") {
			t.Errorf("all %v: told %v in the report %v\n%s", all, told, cut, got.err)
		}
	}
}

// The report of a source without rejects links to no rejects file.
func TestReportLinksWhatIsThere(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("customers.csv"), rows(1, 3))
	w.migrate(with("validate")...)
	w.mustLink("run")
}

// mustLink fails unless report.html of a directory links to just these files.
func (w *world) mustLink(dir string, names ...string) {
	w.t.Helper()
	page := read(w.t, w.path(dir+"/report.html"))
	for _, name := range names {
		if !strings.Contains(page, `<a href="`+name+`">`) || !exists(w.path(dir+"/"+name)) {
			w.t.Errorf("the report does not link to %s, or it is not there", name)
		}
	}
	if n := strings.Count(page, `<a href="`) - strings.Count(page, `<a href="#`); n != len(names) {
		w.t.Errorf("the report has %d links, want %d", n, len(names))
	}
}
