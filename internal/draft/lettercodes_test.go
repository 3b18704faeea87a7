package draft

import (
	"strings"
	"testing"
)

// A letter of a sex that means one thing in one language and the other in another is said to,
// where the letters beside it do not tell which.
func TestLettersOfTwoMeanings(t *testing.T) {
	for name, tt := range map[string]struct{ values, told, asked string }{
		"SEXO":   {"M F H", "M may be masculino (male) or mujer (female)", "M: TODO  # 40 rows: masculino (male) or mujer (female)?"},
		"gender": {"M V", "M may be masculino (male) or mujer (female), V may be varón (male) or vrouw (female)", "V: TODO  # 60 rows: varón (male) or vrouw (female)?"},
	} {
		d := stated(t, name, strings.Fields(tt.values)...)
		if text := string(d.Text); strings.Contains(text, "none of which is known") || !strings.Contains(text, tt.told) || !strings.Contains(text, tt.asked) {
			t.Errorf("%s: %s", name, text)
		}
	}
	if m := matched(stated(t, "SEXO", "H", "M", "HEMBRA"), "gender"); m == nil || m.Open == 0 {
		t.Errorf("H and M beside HEMBRA: %+v", m)
	}
	d := stated(t, "SEXO", "1", "2", "3")
	if !strings.Contains(string(d.Text), "the values are a few codes, none of which is known") {
		t.Errorf("%s", d.Text)
	}
}

// Of codes of which several may be the outcome nobody says that none is known.
func TestPairsOfOutcomes(t *testing.T) {
	d := stated(t, "kyc_status", "A", "R", "D")
	if text := string(d.Text); strings.Contains(text, "none of which is known") || !strings.Contains(text, "A and D, A and R may be approved and rejected") || !strings.Contains(text, "R: TODO") {
		t.Errorf("%s", text)
	}
}
