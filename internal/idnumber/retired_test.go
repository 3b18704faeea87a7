package idnumber

import "testing"

func TestRetired(t *testing.T) {
	for _, test := range []struct {
		country, number string
		paper           Paper
		issued          int
		want            bool
	}{
		{"IRL", "J1108211", Passport, 2018_01_25, true},
		{"IRL", "J1108211", Passport, 2013_05_01, false},
		{"IRL", "PJ1108211", Passport, 2018_01_25, false},
		{"IRL", "J1108211", Licence, 2018_01_25, false},
		{"ROU", "55040149", Passport, 2024_08_16, true},
		{"ROU", "055040149", Passport, 2024_08_16, false},
		{"VNM", "079202139", Card, 2025_04_01, true},
		{"VNM", "079202139", Card, 2020_04_01, false},
		{"VNM", "079 202 139", Card, 2025_04_01, true},
		{"FRA", "880692310285", Card, 2022_01_03, true},
		{"GBR", "J1108211", Passport, 2018_01_25, false},
		{"", "", Passport, 0, false},
		{"IRL", "\xff", Passport, 2018_01_25, false},
	} {
		if got := Retired(test.country, test.number, test.paper, test.issued); got != test.want {
			t.Errorf("%+v: %v", test, got)
		}
	}
}
