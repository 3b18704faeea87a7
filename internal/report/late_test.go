package report

import (
	"testing"

	"kycmigrate/internal/kyc"
)

// A row counts once among the rows with warnings, whichever warning is first
// and however many follow.
func TestLateIssuesCountRowsOnce(t *testing.T) {
	f := NewFold(Meta{DryRun: true})
	for seq := range int64(4) {
		o := outcome(seq, "k", kyc.Ready)
		if seq == 1 {
			o.Issues = []kyc.Issue{warn("a", "", "", "m", "f")}
		}
		_ = f.Add(o)
	}
	same := warn("same_person", "fullName", "", "another record is the same person", "look at both")
	mail := warn("same_email", "email", "", "other records have this address", "look at them")
	for _, late := range []struct {
		seq   int64
		issue kyc.Issue
		first bool
	}{{1, same, false}, {2, same, true}, {2, mail, false}, {3, mail, true}, {3, mail, false}} {
		o := outcome(late.seq, "", kyc.Ready)
		if first := f.AddLate(late.seq, o.Record.Row.Origin, &late.issue); first != late.first {
			t.Errorf("%s of row %d: first is %v", late.issue.Code, late.seq, first)
		}
	}
	c := f.Counts()
	if c.Warnings != 3 || c.ByStatus[kyc.Ready] != 4 || !c.Balanced() {
		t.Errorf("%+v", c)
	}
	rows := map[string]int64{}
	for _, i := range f.document().Issues {
		rows[i.Code] = i.Rows
	}
	if rows["a"] != 1 || rows["same_person"] != 2 || rows["same_email"] != 2 {
		t.Errorf("rows by code: %v", rows)
	}
}

func TestRowSetTakesAnyPlace(t *testing.T) {
	var s seqSet
	for _, seq := range []int64{0, 1, 63, 64, pageRows - 1, pageRows, 1 << 40, -1, -1 << 63} {
		if !s.add(seq) || s.add(seq) {
			t.Errorf("row %d is not remembered once", seq)
		}
	}
	if len(s.pages) > 5 {
		t.Errorf("%d pages for rows of five", len(s.pages))
	}
}
