package idnumber

import "testing"

func TestDoubtful(t *testing.T) {
	for number, want := range map[string]Verdict{
		"BNR710216": Sound, "COA 719825": Sound, "COA719826": Unsound, "DFI117257": Unsound, "FF2825072": Other, "123456789": Other, "": Other, "\xff": Other,
	} {
		if got := Doubtful("POL", number, Card); got != want {
			t.Errorf("%s: %d", number, got)
		}
		if got := Doubtful("DEU", number, Card); got != Other {
			t.Errorf("%s: %d", number, got)
		}
	}
}

// Other cards and licences with check digits: each with one that is wrong.
func TestDoubtfulOthers(t *testing.T) {
	for _, test := range []struct {
		country, number string
		paper           Paper
		want            Verdict
	}{
		{"BEL", "591-0123456-77", Card, Sound}, {"BEL", "591-0123456-78", Card, Unsound}, {"BEL", "B123456789", Card, Other}, {"BEL", "591-0123456-77", Licence, Other},
		{"BRA", "02650306461", Licence, Sound}, {"BRA", "02650306462", Licence, Unsound}, {"BRA", "123456789", Licence, Other},
		{"POL", "ZS0000177", Passport, Sound}, {"POL", "ZS0000178", Passport, Unsound}, {"POL", "ZSA000177", Passport, Other}, {"POL", "ZS0000178", Card, Other},
		{"AUS", "123 456 782", Person, Sound}, {"AUS", "670298891", Person, Unsound}, {"AUS", "123456782", Card, Other}, {"AUS", "2428778132", Person, Other},
		{"NZL", "49-091-850", Person, Sound}, {"NZL", "136410132", Person, Sound}, {"NZL", "050715737", Person, Unsound}, {"NZL", "ABC1235", Person, Other},
		{"GTM", "2986 23456 0101", Person, Unsound}, {"SLV", "00016297-5", Person, Sound}, {"SLV", "00016297-4", Person, Unsound}, {"USA", "123456782", Person, Other},
		{"CHL", "12.345.678-5", Licence, Sound}, {"CHL", "12.345.678-6", Licence, Unsound}, {"CHL", "AB1", Licence, Other},
	} {
		if got := Doubtful(test.country, test.number, test.paper); got != test.want {
			t.Errorf("%s %s: %d, want %d", test.country, test.number, got, test.want)
		}
	}
}
