package cli

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/report"
	"kycmigrate/internal/sandbox"
	"kycmigrate/internal/validate"
)

func TestStepsOfTheSummary(t *testing.T) {
	r := result{exit: ExitDoubt, next: nextCommands{same: "migrate run", resolve: "migrate resolve x.csv"}}
	r.counts.ByStatus[kyc.InDoubt]++
	r.files.InDoubt = "x.csv"
	want := []report.Next{{Lead: "", Command: "migrate run"}, {Lead: "or decide in x.csv, then", Command: "migrate resolve x.csv"}}
	got := stepsOf(r.whatNext())
	for i := range got {
		if got[i].Command != want[i].Command || !strings.Contains(want[i].Lead, got[i].Lead) {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	if len(got) != len(want) || stepsOf("") != nil {
		t.Errorf("%+v", got)
	}
}

// A dry run's next command has what matters for its outcome, and no more. In the place of a
// run directory it has what no shell takes: without one it would begin a second run.
func TestAgain(t *testing.T) {
	s := session{flags: &flags{source: "a b.csv", mapping: "m.yaml", run: "dir", quiet: true, showValues: true}}
	if got, want := s.again("validate"), "migrate validate --source 'a b.csv' --mapping m.yaml --run <folder of this report>"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	s.flags = &flags{source: "a.csv", mapping: "m.yaml", lasting: []string{"--strict-required", "--as-of", "2026-11-29", "--env-file", ".env"}, limit: 3, maxRejects: "2%", part: "1/2", slice: part{k: 1, n: 2}}
	if got, want := s.again("run"), "migrate run --source a.csv --mapping m.yaml --strict-required --as-of 2026-11-29 --env-file .env --limit 3 --max-rejects 2% --part 1/2"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Every code of a rule has its pack.
func TestPacks(t *testing.T) {
	for _, r := range validate.Rules() {
		if p := packOf(r.Code); p == "target" || p == "source" {
			t.Errorf("%s is in the pack %s", r.Code, p)
		}
	}
	for code, want := range map[string]string{"row_ragged": "source", "date_unreadable": "mapping", "no_answer": "target", "image_path": "image"} {
		if got := packOf(code); got != want {
			t.Errorf("%s is in the pack %s, want %s", code, got, want)
		}
	}
}

// retold reads of a report.json what depends on the rows and the mapping alone.
func retold(t *testing.T, path string) map[string]any {
	t.Helper()
	var all map[string]any
	if err := json.Unmarshal([]byte(read(t, path)), &all); err != nil {
		t.Fatal(err)
	}
	part := map[string]any{}
	for _, key := range []string{"source_digest", "issues", "fields", "kinds", "dates", "changes", "columns", "columns_unused", "options", "before_go"} {
		if part[key] = all[key]; part[key] == nil {
			t.Errorf("%s has no %s", path, key)
		}
	}
	return part
}

// migrate report --source tells of rows and mapping what the run told.
func TestReportIsRebuiltWhole(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	w.migrate(with("run", "--rate", "0", "--json")...)
	ran := retold(t, w.path("run/report.json"))
	if got := w.migrate(append(reportArgs[:len(reportArgs):len(reportArgs)], "--show-values")...); got.code != ExitOK {
		t.Fatal(got.err)
	}
	if !strings.Contains(read(t, w.path("run/report.html")), "This file holds personal data.") {
		t.Error("a report with values does not say so")
	}
	if got := w.migrate(reportArgs[:len(reportArgs):len(reportArgs)]...); got.code != ExitOK {
		t.Fatal(got.err)
	}
	if diff := cmp.Diff(ran, retold(t, w.path("run/report.json"))); diff != "" {
		t.Errorf("the rebuilt report differs (-run +report):\n%s", diff)
	}
	if got := w.migrate("report", "--run", "%s/run", "--show-values"); got.code != ExitUsage || !strings.Contains(got.err, "--source") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
}

// The day that dates are judged by is an input, and stands in every report; the hour stands in
// that of a run alone. So do the files that the mapping names.
func TestTheReportHasItsDayAndItsInputs(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	write(t, w.path("bank.yaml"), mappingText+"exclude:\n  - {code: erased, keys: erased.txt}\n")
	write(t, w.path("erased.txt"), "7\n")
	type inputs struct {
		AsOf    string `json:"as_of"`
		Started string `json:"started"`
		Ended   string `json:"finished"`
		Files   []struct {
			Path   string `json:"path"`
			SHA256 string `json:"sha256"`
		} `json:"mapping_files"`
	}
	for _, tt := range []struct {
		args  []string
		asOf  string
		times bool
	}{
		{with("validate"), time.Now().Format(time.DateOnly), false},
		{with("validate", "--as-of", "2031-02-03"), "2031-02-03", false},
		{with("run", "--rate", "0"), time.Now().Format(time.DateOnly), true},
		{[]string{"report", "--run", "%s/run", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--quiet"}, time.Now().Format(time.DateOnly), true},
	} {
		w.migrate(tt.args...)
		var in inputs
		readJSON(t, w.path("run/report.json"), &in)
		if in.AsOf != tt.asOf || (in.Started != "") != tt.times || (in.Ended != "") != tt.times || len(in.Files) != 1 || in.Files[0].Path != "erased.txt" || len(in.Files[0].SHA256) != 64 {
			t.Errorf("%s: %+v", tt.args[0], in)
		}
		page := read(t, w.path("run/report.html"))
		for _, want := range []string{"Dates are judged as of " + tt.asOf, "erased.txt, which the mapping names", in.Files[0].SHA256} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the page does not have %q", tt.args[0], want)
			}
		}
	}
}
