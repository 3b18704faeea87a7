package report

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// TestLaterIssuesStandInTheirPlace: a list to which warnings come when all rows were added
// is, to the byte, that of rows which had them, and counts and folds alike.
func TestLaterIssuesStandInTheirPlace(t *testing.T) {
	dir := t.TempDir()
	files := []string{"b.csv", "a.csv", "=odd, name.csv"}
	codes := rapid.SampledFrom([]string{"email_invalid", "name_unusual", "person_repeated"})
	text := rapid.SampledFrom([]string{"plain", "of \"two\"\nlines", "=1+1", "a,b", "line\r\nbreak", ""})
	issue := rapid.Custom(func(rt *rapid.T) kyc.Issue {
		return kyc.Issue{
			Severity: rapid.SampledFrom([]kyc.Severity{kyc.Warn, kyc.Warn, kyc.Reject}).Draw(rt, "severity"), Code: codes.Draw(rt, "code"),
			Column: rapid.SampledFrom([]string{"", "name"}).Draw(rt, "column"), Message: text.Draw(rt, "message"), Beside: text.Draw(rt, "beside"),
		}
	})
	warning := rapid.Custom(func(rt *rapid.T) kyc.Issue {
		i := issue.Draw(rt, "issue")
		i.Severity = kyc.Warn
		return i
	})
	outcomes := [][]kyc.Issue{nil, {{Severity: kyc.Warn, Code: "already_changed"}}, {{Severity: kyc.Reject, Code: "key_conflict", Message: "another"}}}
	rapid.Check(t, func(rt *rapid.T) {
		var rows []*kyc.Outcome
		var known []int         // how many issues each row has when it is added
		var added [][]kyc.Issue // what its outcome adds to them
		for seq := range rapid.IntRange(0, 30).Draw(rt, "rows") {
			o := outcome(int64(seq), rapid.SampledFrom([]string{"k", "=k", "k|\"x\""}).Draw(rt, "key"), rapid.SampledFrom([]kyc.Status{kyc.Already, kyc.Rejected}).Draw(rt, "status"))
			o.Record.Row.Origin = kyc.Origin{File: files[seq/10], Line: int64(seq + 2), Row: int64(seq%10 + 1)}
			o.Record.Row.Cells = []string{"Kim"}
			o.Issues = rapid.SliceOfN(issue, 0, 3).Draw(rt, "own")
			known = append(known, len(o.Issues))
			o.Issues = append(o.Issues, rapid.SliceOfN(warning, 0, 2).Draw(rt, "later")...)
			rows, added = append(rows, o), append(added, rapid.SampledFrom(outcomes).Draw(rt, "added"))
		}
		all := rapid.Bool().Draw(rt, "all")
		list := func(name string, fill func(l *IssueList, f *Fold)) (string, string) {
			path := filepath.Join(dir, name)
			l, err := NewIssueList(path, all)
			if err != nil {
				rt.Fatal(err)
			}
			f := NewFold(Meta{Columns: []string{"name"}, ShowValues: true})
			fill(l, f)
			if err := l.Close(); err != nil {
				rt.Fatal(err)
			}
			data, err := os.ReadFile(path)
			if err != nil {
				rt.Fatal(err)
			}
			var report strings.Builder
			if err := f.WriteJSON(&report); err != nil {
				rt.Fatal(err)
			}
			return string(data), report.String()
		}
		must := func(err error) {
			if err != nil {
				rt.Fatal(err)
			}
		}
		wantList, wantReport := list("whole.csv", func(l *IssueList, f *Fold) {
			for i, o := range rows {
				whole := *o
				whole.Issues = slices.Concat(o.Issues, added[i])
				must(l.Add(&whole))
				must(f.Add(&whole))
			}
		})
		gotList, gotReport := list("later.csv", func(l *IssueList, f *Fold) {
			for i, o := range rows {
				early := *o
				early.Issues = slices.Concat(o.Issues[:known[i]], added[i])
				must(l.Add(&early))
				must(f.Add(&early))
			}
			for i, o := range rows {
				if len(o.Issues) > known[i] {
					must(l.AddLater(o, known[i]))
					f.AddLater(o, known[i])
				}
			}
		})
		if gotList != wantList {
			rt.Fatalf("the list is\n%s\nnot\n%s", gotList, wantList)
		}
		if gotReport != wantReport {
			rt.Fatalf("the report is\n%s\nnot\n%s", gotReport, wantReport)
		}
	})
	if left, _ := filepath.Glob(filepath.Join(dir, "*.tmp")); left != nil {
		t.Errorf("%v are left", left)
	}
}

// TestAMergeIsGivenUp leaves nothing but the earlier file.
func TestAMergeIsGivenUp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "issues.csv")
	for _, name := range []string{path, path + ".all.tmp"} {
		if err := os.WriteFile(name, []byte("earlier"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	l, err := NewIssueList(path, false)
	if err != nil {
		t.Fatal(err)
	}
	o := outcome(1, "k", kyc.Already)
	o.Issues = []kyc.Issue{warn("a", "", "", "m", "f"), warn("b", "", "", "m", "f")}
	if err := l.AddLater(o, 1); err != nil {
		t.Fatal(err)
	}
	if err := l.Abort(); err != nil {
		t.Fatal(err)
	}
	left, _ := filepath.Glob(path + "*")
	if data, err := os.ReadFile(path); err != nil || string(data) != "earlier" || len(left) != 1 {
		t.Errorf("%v are left, with %q (%v)", left, data, err)
	}
}
