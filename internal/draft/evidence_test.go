package draft

import (
	"strings"
	"testing"
)

// Of a column whose name says nothing no evidence says that its name does.
func TestEvidenceOfNamesThatSayNothing(t *testing.T) {
	d := draftOf(t, "en", "FOO => cust:1; BAR => email; ZZA => dob:iso; ZZB => codes:MF; ZZC => full; ZZD => ip")
	certain := 0
	for _, m := range d.Matches {
		certain += b2i(m.Todo == "")
		evidence := strings.Join(m.Evidence, "; ")
		if strings.Contains(evidence, "the name says so") || strings.Contains(evidence, "may mean") {
			t.Errorf("%s from %v: %s", m.Field, m.Columns, evidence)
		}
		if m.Field == "ipAddress" && m.Todo == "" {
			t.Error("addresses that may be those of a server are taken for certain")
		}
		if m.Todo == "" && !strings.Contains(evidence, "no other column has such values") {
			t.Errorf("%s is taken from %v for certain: %s", m.Field, m.Columns, evidence)
		}
	}
	if certain == 0 {
		t.Error("nothing is taken for certain, not even the only addresses of mail")
	}
}
