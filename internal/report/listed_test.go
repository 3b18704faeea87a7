package report

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// What is wrong with the row of a record in ARGOS is a warning in the list as in the report.
func TestIssueListRejectsNothingThatIsThrough(t *testing.T) {
	path := filepath.Join(t.TempDir(), "issues.csv")
	l, err := NewIssueList(path, false)
	if err != nil {
		t.Fatal(err)
	}
	for seq, status := range []kyc.Status{kyc.Already, kyc.Created, kyc.Rejected} {
		if err := l.Add(withIssue(outcome(int64(seq), "k", status), reject("email_invalid", "email", "mail", "m", "f"))); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if n, m := strings.Count(string(text), ",warning,"), strings.Count(string(text), ",reject,"); err != nil || n != 2 || m != 1 {
		t.Errorf("%d warnings, %d rejects, %v\n%s", n, m, err, text)
	}
}

// TestListedRowsAreThoseOfTheList reads what an IssueList wrote.
func TestListedRowsAreThoseOfTheList(t *testing.T) {
	path := filepath.Join(t.TempDir(), "issues.csv")
	codes := map[string]bool{"person_repeated": true}
	if rows := ListedRows(path, codes, 10); rows != nil {
		t.Errorf("rows %v of no file", rows)
	}
	l, err := NewIssueList(path, false)
	if err != nil {
		t.Fatal(err)
	}
	for seq, code := range []string{"person_repeated", "email_invalid", "person_repeated", "person_repeated"} {
		o := outcome(int64(seq), "k", kyc.Already)
		o.Record.Row.Origin.Row = int64(seq + 1)
		o.Issues = []kyc.Issue{warn(code, "", "", "a message, of two\nlines, and person_repeated", "f")}
		if seq == 3 {
			o.Record.Row.Origin.File = "a, b.csv" // of which a line begins with a quote: nothing is told of it
		}
		if err := l.Add(o); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if rows := slices.Sorted(maps.Keys(ListedRows(path, codes, 10))); !slices.Equal(rows, []int64{1, 3}) {
		t.Errorf("rows %v", rows)
	}
	if rows := ListedRows(path, codes, 1); rows != nil {
		t.Errorf("rows %v where there are more than most", rows)
	}
	if err := os.WriteFile(path, []byte("person_repeated"), 0o600); err != nil {
		t.Fatal(err)
	}
	if rows := ListedRows(path, codes, 1); len(rows) != 0 {
		t.Errorf("rows %v of another file", rows)
	}
}
