package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

// Under each table stands what it counts, and why that is not all that was read.
func TestTablesSayWhatTheyCount(t *testing.T) {
	f := NewFold(Meta{Title: "t", DryRun: true, Columns: []string{"id"}})
	for i := range int64(10) {
		o := outcome(i, string(rune('a'+i)), kyc.Ready)
		o.Record.Submission[kyc.KYCStatus], o.Record.Submission[kyc.BirthDate] = "approved", "1980-01-02"
		switch {
		case i < 3:
			o.Status, o.Record.Excluded = kyc.Excluded, "closed"
		case i == 3:
			o.Status, o.Record.Submission = kyc.Rejected, kyc.Submission{}
			o.Issues = []kyc.Issue{reject("row_ragged", "", "", "m", "f")}
		}
		if err := f.Add(o); err != nil {
			t.Fatal(err)
		}
	}
	f.Finish(End{Read: 10, Changes: []Change{{Field: "email", Step: "lower", Values: 9}}})
	want := population{Read: 10, Excluded: 3, Empty: 1, Counted: 6}
	if diff := cmp.Diff(want, f.document().Population); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	page := textOf(parsed(t, f))
	for _, want := range []string{
		"Of 10 records read 3 are excluded, and 1 has no value, as a row has that cannot be read. Documents, countries and dates are those of the other 6; issues are those of all 7 that are not excluded.",
		"Records by document type and decision, 6 in all",
		"of 7 read and not excluded, 1 of which have no value at all",
		"of all 9 records that could be read, excluded ones included",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}
