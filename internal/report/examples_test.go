package report

import (
	"slices"
	"testing"

	"kycmigrate/internal/kyc"
)

// What another row had first is told by the place of that row, where it is known.
func TestExamplesNameTheOtherRow(t *testing.T) {
	f := NewFold(Meta{DryRun: true, Source: "in/legacy.csv", Columns: []string{"id"}})
	const counted = ", counted from 1 without the header"
	late := warn("email_shared", "email", "mail", "an earlier row has the same", "look")
	for seq, beside := range []string{"data row 29" + counted, "data row 4" + counted, "the idImage of data row 4" + counted, "request 9", ""} {
		late.Beside = beside
		_ = f.Add(outcome(int64(seq), "k", kyc.Ready))
		f.AddLate(int64(seq), kyc.Origin{File: "in/legacy.csv", Line: int64(seq) + 2}, &late)
	}
	o := outcome(9, "k", kyc.Rejected)
	o.Record.Row.Cells = []string{"b7"}
	twice := reject("key_duplicate", "", "id", "an earlier row has the same key", "keep one")
	twice.Beside = "data row 29" + counted
	o.Issues = []kyc.Issue{twice}
	_ = f.Add(o)
	if got := f.Besides(); !slices.Equal(got, []int64{4, 29}) {
		t.Errorf("it asks for the rows %v", got)
	}
	f.SetBesides(map[int64]kyc.Origin{29: {File: "in/legacy.csv", Line: 31}})
	lines := f.issueLines()
	if got := lines[0].Examples[0].Value; got != "a9 (2 characters) – first in legacy.csv:31" {
		t.Errorf("%q", got)
	}
	var got []string
	for _, e := range lines[1].Examples {
		got = append(got, e.Value)
	}
	if want := []string{"first in legacy.csv:31", "data row 4", "the idImage of data row 4", "request 9", ""}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := f.document().Issues[0].Examples[0].Value; got != "first in in/legacy.csv:31" {
		t.Errorf("report.json: %q", got)
	}
}

// A row that a rule leaves out is told by its place as well, though nobody notes where it stands.
func TestExamplesNameTheRowThatIsLeftOut(t *testing.T) {
	f := NewFold(Meta{Source: "legacy.csv"})
	left := outcome(3, "k", kyc.Excluded)
	left.Record.Excluded = "closed"
	twice := reject("key_duplicate", "", "id", "an earlier row has the same key", "keep one")
	twice.Beside = "data row 4, counted from 1 without the header"
	_ = f.Add(left)
	_ = f.Add(withIssue(outcome(5, "k", kyc.Rejected), twice))
	if got := f.issueLines()[0].Examples[0].Value; got != "first in legacy.csv:5" {
		t.Errorf("%q", got)
	}
}
