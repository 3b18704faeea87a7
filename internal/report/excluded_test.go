package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

// An excluded record is told of by the rule that left it out, and by no issue.
func TestExcludedByRule(t *testing.T) {
	f := NewFold(Meta{})
	outcomes := make([]*kyc.Outcome, 3)
	for i, code := range []string{"closed_account", "closed_account", ""} {
		outcomes[i] = outcome(int64(i), string(rune('a'+i)), kyc.Excluded)
		outcomes[i].Record.Excluded = code
		if err := f.Add(outcomes[i]); err != nil {
			t.Fatal(err)
		}
	}
	want := []jsonExclusion{{"closed_account", 2, []string{outcomes[0].Record.Row.Origin.String(), outcomes[1].Record.Row.Origin.String()}}}
	if diff := cmp.Diff(want, f.document().ExcludedBy); diff != "" {
		t.Errorf("excluded_by (-want +got):\n%s", diff)
	}
	for i, want := range []string{"closed_account", "closed_account", "skipped_by_decision"} {
		if got := reason(outcomes[i]); got != want {
			t.Errorf("reason %q, want %q", got, want)
		}
	}
}

// Who reads the report of a run that leaves records out sees how many and why, at each
// place that would look like a success otherwise.
func TestExclusionsAreToBeAccepted(t *testing.T) {
	f := NewFold(Meta{Title: "t", DryRun: true, FieldColumns: func(string) []string { return nil }})
	for i := range int64(5) {
		o := outcome(i, string(rune('a'+i)), kyc.Ready)
		if code := []string{"", "closed_account", "not_verified", "not_verified", ""}[i]; i > 0 {
			o.Status, o.Record.Excluded = kyc.Excluded, code
		}
		if err := f.Add(o); err != nil {
			t.Fatal(err)
		}
	}
	var got need
	for _, n := range f.needs() {
		if n.Kind == "excluded" {
			got = n
		}
	}
	want := need{"excluded", accept, 4, "4 records are left out: 3 by the rules of the mapping, 1 by a person's decision", []part{{Code: "not_verified", Rows: 2}, {Code: "closed_account", Rows: 1}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	page := textOf(parsed(t, f))
	for _, want := range []string{"1 record is ready; 4 are left out", "4 left out by rule or decision", "closed_account 1, not_verified 2, skipped by decision 1", "2 not_verified 1 closed_account", "– none The mapping maps no pictures"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}
