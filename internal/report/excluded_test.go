package report

import (
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
	for i, want := range []string{"closed_account", "closed_account", ""} {
		if got := reason(outcomes[i]); got != want {
			t.Errorf("reason %q, want %q", got, want)
		}
	}
}
