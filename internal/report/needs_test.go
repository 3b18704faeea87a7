package report

import (
	"slices"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// Whoever reads what is needed before a go need not know the codes: each stands with what is
// wrong, and the headline tells of warnings too.
func TestTheGoListIsInWords(t *testing.T) {
	f := NewFold(Meta{Title: "t", DryRun: true, Columns: []string{"id"}})
	for i, issue := range []kyc.Issue{
		reject("date_unreadable", "birthDate", "dob", "no layout fits the date", "f"),
		reject("key_duplicate", "", "id", "an earlier row has the same key: data row 1", "f"),
		reject("key_duplicate", "", "id", "an earlier row has the same key: data row 2", "f"),
		reject("odd", "", "id", "one thing", "f"),
		reject("odd", "", "id", "another thing", "f"),
		warn("minor", "birthDate", "dob", "the person is under 18", "f"),
	} {
		status := kyc.Rejected
		if issue.Severity == kyc.Warn {
			status = kyc.Ready
		}
		if err := f.Add(withIssue(outcome(int64(i), string(rune('a'+i)), status), issue)); err != nil {
			t.Fatal(err)
		}
	}
	said := map[string]string{}
	for _, n := range f.needs() {
		for _, p := range n.Parts {
			said[p.Code] = p.Message
		}
	}
	for code, want := range map[string]string{
		"date_unreadable": "no layout fits the date", "key_duplicate": "an earlier row has the same key",
		"odd": "for example: one thing", "minor": "the person is under 18",
	} {
		if said[code] != want {
			t.Errorf("%s says %q, want %q", code, said[code], want)
		}
	}
	if detail := f.document().Verdict.Detail; !strings.Contains(detail, "1 record has warnings") {
		t.Errorf("the verdict says %q", detail)
	}
	if page := textOf(parsed(t, f)); !slices.ContainsFunc(strings.Split(page, "birthDate, column dob "), func(s string) bool { return strings.HasPrefix(s, "no layout fits the date") }) {
		t.Error("the page does not say it")
	}
}
