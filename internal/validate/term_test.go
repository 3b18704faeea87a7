package validate

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

// Terms that a country never had, beside those that it has, at ages and in years of before
// and after.
func TestTerms(t *testing.T) {
	v := newValidator(t, Options{})
	for _, test := range []struct{ country, idType, birth, issued, expires, want string }{
		{"GBR", "passport", "1980-03-04", "2021-06-10", "2031-06-10", ""},
		{"GBR", "passport", "1980-03-04", "2021-06-10", "2030-06-10", "expireDate"},
		{"GBR", "passport", "1980-03-04", "2021-06-10", "2030-06-09", "expireDate"},
		{"GBR", "passport", "1980-03-04", "2021-06-10", "2030-08-20", ""},
		{"GBR", "passport", "1980-03-04", "2022-06-10", "2027-06-10", "expireDate"},
		{"GBR", "passport", "2007-03-04", "2022-06-10", "2027-06-10", ""}, // a child's
		{"GBR", "passport", "1950-03-04", "2022-06-10", "2027-06-10", ""},
		{"JPN", "passport", "1980-03-04", "2023-01-05", "2030-01-05", "expireDate"},
		{"JPN", "passport", "1980-03-04", "2023-01-05", "2028-01-05", ""},
		{"BEL", "passport", "1980-03-04", "2023-01-05", "2030-01-04", ""},
		{"BEL", "passport", "1980-03-04", "2023-01-05", "2029-01-04", "expireDate"},
		{"DEU", "passport", "1980-03-04", "2023-01-05", "2029-01-04", "expireDate"},
		{"DEU", "passport", "2001-03-04", "2023-01-05", "2029-01-04", ""},
		{"DEU", "passport", "1999-01-01", "2023-01-05", "2029-01-04", ""}, // 24 when it was made
		{"DEU", "government_id", "1980-03-04", "2023-01-05", "2029-01-04", "expireDate"},
		{"ESP", "passport", "1980-03-04", "2023-01-05", "2028-01-05", "expireDate"},
		{"ESP", "passport", "1995-03-04", "2023-01-05", "2028-01-05", ""},
		{"MEX", "passport", "1980-03-04", "2021-06-10", "2027-06-10", ""},
		{"TUR", "passport", "1980-03-04", "2021-06-10", "2028-06-10", ""},
		{"POL", "government_id", "1980-03-04", "2018-12-03", "2048-12-03", "expireDate"},
		{"POL", "government_id", "1945-03-04", "2018-12-03", "2048-12-03", ""},
		{"POL", "government_id", "1980-03-04", "2018-12-03", "2028-12-03", ""},
		{"ARG", "government_id", "1949-05-26", "2013-07-26", "2043-07-26", "expireDate"},
		{"ARG", "government_id", "1949-05-26", "2013-07-26", "2028-07-26", ""},
		{"THA", "government_id", "1980-03-04", "2018-12-03", "2038-12-03", ""},
		{"GBR", "drivers_license", "1980-03-04", "2021-05-21", "2041-05-21", "expireDate"},
		{"GBR", "drivers_license", "1980-03-04", "2021-05-21", "2031-05-20", ""},
		{"GBR", "drivers_license", "1980-03-04", "2010-05-21", "2050-05-21", ""}, // of paper
		{"GBR", "drivers_license", "1980-05-21", "2021-05-21", "2050-05-20", ""}, // until 70
		{"GBR", "drivers_license", "1980-03-04", "2021-05-21", "2036-05-20", ""},
		{"FRA", "drivers_license", "1980-03-04", "2021-05-21", "2036-05-20", ""},
		{"FRA", "drivers_license", "1980-03-04", "2021-05-21", "2041-05-20", "expireDate"},
		{"GBR", "passport", "1980-03-04", "2024-05-08", "2034-08-05", "expireDate"}, // 5 August for 8 May
		{"GBR", "passport", "1980-03-04", "2024-05-08", "2034-08-06", "expireDate"},
		{"GBR", "passport", "1980-03-04", "2017-05-08", "2027-08-05", ""}, // months were added
		{"GBR", "passport", "1980-08-05", "2024-05-08", "2034-08-05", ""},
		{"CZE", "passport", "1980-03-04", "2019-01-03", "2029-03-01", "expireDate"},
		{"ZAF", "passport", "1980-03-04", "2019-09-11", "2029-09-10", ""},
		{"ZAF", "passport", "1980-03-04", "2019-11-09", "2029-09-10", "issueDate"}, // 9 November for 11 September
		{"HUN", "government_id", "1980-03-04", "2019-01-03", "2025-03-04", ""},
		{"HRV", "passport", "1969-03-30", "2024-01-29", "2034-06-21", "expireDate"},
		{"HRV", "passport", "1969-03-30", "2024-01-29", "2034-02-21", ""},
		{"HRV", "government_id", "1969-03-30", "2024-01-29", "2034-06-21", ""},
		{"SGP", "passport", "1969-03-30", "2024-01-29", "2034-06-21", ""},
		{"CAN", "passport", "2009-09-12", "2018-02-07", "2028-02-07", "expireDate"}, // of a child
		{"CAN", "passport", "2009-09-12", "2018-02-07", "2023-02-07", ""},
		{"CAN", "passport", "2009-09-12", "2025-08-07", "2035-08-07", ""},
		{"AUT", "passport", "2005-09-12", "2018-02-07", "2028-02-06", ""},
		{"ITA", "government_id", "2009-09-12", "2019-02-07", "2029-02-06", "expireDate"},
		{"POL", "government_id", "2012-03-12", "2020-02-07", "2030-02-07", ""}, // from five on, then
		{"POL", "government_id", "2016-03-12", "2020-02-07", "2030-02-07", "expireDate"},
		{"POL", "government_id", "2012-03-12", "2022-02-07", "2032-02-07", "expireDate"},
		{"POL", "government_id", "2009-03-12", "2022-02-07", "2032-02-07", ""},
		{"CHL", "passport", "2009-09-12", "2018-02-07", "2028-02-07", ""},
		{"ESP", "government_id", "1987-09-12", "2022-02-07", "9999-01-01", "expireDate"},
		{"ESP", "government_id", "1951-09-12", "2022-02-07", "9999-01-01", ""},
		{"ESP", "government_id", "1952-03-12", "2022-02-07", "9999-01-01", ""}, // within two months
		{"CHN", "government_id", "1987-09-12", "2022-02-07", "9999-12-31", "expireDate"},
		{"CHN", "government_id", "2001-10-20", "2023-07-05", "2043-07-05", "expireDate"},
		{"CHN", "government_id", "1987-10-20", "2023-07-05", "2043-07-05", ""},
		{"CHN", "government_id", "1971-09-12", "2022-02-07", "9999-12-31", ""},
		{"COL", "government_id", "1987-09-12", "2022-02-07", "9999-12-31", ""},
		{"FRA", "passport", "1987-09-12", "2026-11-17", "2026-12-01", "expireDate"},
		{"FRA", "passport", "1987-09-12", "2026-11-17", "2026-12-27", ""},
		{"FRA", "visa", "1987-09-12", "2026-11-17", "2026-12-01", ""},
	} {
		rec := numberOfRow(kyc.IdentityNumber, "", test.country, test.idType)
		s := &rec.Submission
		s[kyc.BirthDate], s[kyc.IssueDate], s[kyc.ExpireDate] = test.birth, test.issued, test.expires
		v.Check(rec)
		got := ""
		for i := range rec.Issues {
			if rec.Issues[i].Code == "validity_unusual" {
				got += rec.Issues[i].Field
			}
		}
		if got != test.want {
			t.Errorf("%+v: %q", test, got)
		}
	}
}

// Licences of Ontario, by their numbers, run out on the birthday of their holder.
func TestLicencesUntilTheBirthday(t *testing.T) {
	v := newValidator(t, Options{})
	for _, test := range []struct {
		number, expires string
		want            bool
	}{
		{"M2482-63876-65210", "2031-04-12", true}, {"M2482-63876-65210", "2031-02-10", false}, {"M2482-63876-65210", "", false},
		{"M2482-638766-6521", "2031-04-12", false}, {"M2482-638765211", "2031-04-12", false},
	} {
		rec := numberOfRow(kyc.DocumentNumber, test.number, "CAN", "drivers_license")
		s := &rec.Submission
		s[kyc.LastName], s[kyc.BirthDate], s[kyc.IssueDate], s[kyc.ExpireDate] = "Morrison", "1966-02-10", "2026-01-07", test.expires
		v.Check(rec)
		if got := strings.Contains(strings.Join(found(rec), " "), "validity_unusual"); got != test.want {
			t.Errorf("%+v: %v", test, messages(rec))
		}
	}
}

func TestWholeYears(t *testing.T) {
	for _, test := range []struct {
		from, to date
		want     int
	}{
		{2021_06_10, 2031_06_10, 10}, {2021_06_10, 2031_06_09, 10}, {2021_06_10, 2031_06_11, 10}, {2021_06_10, 2031_06_12, 0}, {2021_06_10, 2031_06_08, 0},
		{2021_01_01, 2030_12_31, 10}, {2021_12_31, 2032_01_01, 10}, {2021_03_01, 2031_02_28, 10}, {2020_02_29, 2030_03_01, 10}, {2020_02_29, 2030_02_28, 10}, {2021_06_01, 2031_05_31, 10},
	} {
		if got := wholeYears(test.from, test.to); got != test.want {
			t.Errorf("%d to %d: %d", test.from, test.to, got)
		}
	}
}

// issuedRow is a document that somebody of a country has.
func issuedRow(country, idType, birth, issued, expires string) values {
	return values{kyc.Nationality: country, kyc.IssuingCountry: country, kyc.IDType: idType, kyc.BirthDate: birth, kyc.IssueDate: issued, kyc.ExpireDate: expires}
}

// Ten years for all are told where others have the terms of their country.
func TestTenYearsForAll(t *testing.T) {
	rows := func(n int, country, idType, birth string, years int) (list []values) {
		for i := range n {
			list = append(list, issuedRow(country, idType, birth, fmt.Sprintf("20%d-03-%02d", 20+i%5, 1+i), fmt.Sprintf("20%d-03-%02d", 20+i%5+years, 1+i)))
		}
		return list
	}
	ten := func(country, idType, birth string) values { return rows(1, country, idType, birth, 10)[0] }
	for name, test := range map[string]struct {
		rows []values
		want bool
	}{
		"a Swede":                {append(rows(6, "SWE", "passport", "1980-01-02", 5), ten("SWE", "passport", "1980-01-02")), true},
		"few Swedes":             {append(rows(3, "SWE", "passport", "1980-01-02", 5), ten("SWE", "passport", "1980-01-02")), false},
		"few Swedes of many":     {append(append(rows(30, "FIN", "passport", "1980-01-02", 5), rows(12, "BEL", "passport", "1980-01-02", 7)...), ten("SWE", "passport", "1980-01-02")), true},
		"a Malay":                {append(rows(4, "MYS", "passport", "1980-01-02", 5), ten("MYS", "passport", "1980-01-02")), true},
		"Swedes of ten years":    {append(rows(6, "SWE", "passport", "1980-01-02", 10), ten("SWE", "passport", "1980-01-02")), false},
		"a young German":         {append(rows(6, "DEU", "passport", "2001-01-02", 6), ten("DEU", "passport", "2001-01-02")), true},
		"a German":               {append(rows(6, "DEU", "passport", "2001-01-02", 6), ten("DEU", "passport", "1980-01-02")), false},
		"a young Spaniard":       {append(rows(6, "ESP", "government_id", "1998-01-02", 5), ten("ESP", "government_id", "1998-01-02")), true},
		"a Belgian":              {append(rows(6, "BEL", "passport", "1980-01-02", 7), ten("BEL", "passport", "1980-01-02")), true},
		"a Belgian card":         {append(rows(6, "BEL", "passport", "1980-01-02", 7), ten("BEL", "government_id", "1980-01-02")), false},
		"a Singaporean, before":  {append(rows(6, "SGP", "passport", "1980-01-02", 5), issuedRow("SGP", "passport", "1980-01-02", "2020-05-04", "2030-05-04")), false},
		"an Estonian card":       {append(rows(6, "EST", "government_id", "1980-01-02", 5), ten("EST", "government_id", "1980-01-02")), true},
		"an Estonian's passport": {append(rows(6, "EST", "government_id", "1980-01-02", 5), ten("EST", "passport", "1980-01-02")), false},
	} {
		x, v := newTestIdentity(t, nil), newValidator(t, Options{})
		for seq, row := range test.rows {
			rec := person(seq, row)
			rec.Submission[kyc.FullName] = "Ann " + strings.Repeat("b", seq+1)
			v.Check(rec)
			rec.Issues = nil
			note1(t, x, rec)
		}
		var want []string
		if test.want {
			want = []string{fmt.Sprintf("people.csv:%d warning validity_unusual expireDate first", 2*len(test.rows))}
		}
		if diff := cmp.Diff(want, told(t, x)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// A document of a country with terms of whole years is told where few others have another one.
func TestUnevenTerms(t *testing.T) {
	for _, test := range []struct {
		country, idType, birth, expires string
		uneven, want                    int
	}{
		{"DEU", "passport", "1980-01-02", "2031-02-23", 1, 1},
		{"DEU", "government_id", "1980-01-02", "2031-02-23", 1, 1},
		{"DEU", "passport", "1980-01-02", "2031-02-23", 4, 0},
		{"DEU", "passport", "1980-01-02", "2031-05-11", 1, 0},
		{"DEU", "passport", "1980-02-23", "2031-02-23", 1, 0}, // on the birthday
		{"DEU", "passport", "2010-01-02", "2026-02-23", 1, 0}, // of a child
		{"JPN", "passport", "1980-01-02", "2031-02-23", 1, 0}, // what was left of another
	} {
		x, v := newTestIdentity(t, nil), newValidator(t, Options{})
		for seq := range 130 {
			row := issuedRow("POL", "passport", "1980-01-02", fmt.Sprintf("2020-03-%02d", 1+seq%28), fmt.Sprintf("2030-03-%02d", 1+seq%28))
			if seq < test.uneven {
				row = issuedRow(test.country, test.idType, test.birth, "2021-05-12", test.expires)
			}
			rec := person(seq, row)
			rec.Submission[kyc.FullName] = "Ann " + strings.Repeat("b", seq+1)
			v.Check(rec)
			rec.Issues = nil
			note1(t, x, rec)
		}
		if got := told(t, x); len(got) != test.want {
			t.Errorf("%+v: %v", test, got)
		}
	}
}

// A passport of another country than the nationality, where few have one, and no realm or
// flight explains it.
func TestPassportsOfAnotherNation(t *testing.T) {
	for _, test := range []struct {
		issuing, own, idType string
		want                 bool
	}{
		{"AUS", "AUT", "passport", true}, {"AUS", "NZL", "passport", true}, {"POL", "LTU", "passport", true}, {"IDN", "IND", "passport", true}, {"SVN", "SVK", "passport", true},
		{"POL", "POL", "passport", false}, {"CHN", "HKG", "passport", false}, {"GBR", "GIB", "passport", false}, {"GBR", "IRL", "passport", false}, {"DEU", "SYR", "passport", false},
		{"LVA", "RUS", "passport", false}, {"JOR", "PSE", "passport", false}, {"DEU", "FRA", "drivers_license", false}, {"ESP", "FRA", "government_id", false}, {"AUS", "AUT", "government_id", true}, {"", "FRA", "passport", false}, {"FRA", "", "passport", false},
	} {
		for _, many := range []int{150, 50} {
			x := newTestIdentity(t, nil)
			row := values{kyc.IDType: test.idType, kyc.IssueDate: "2020-01-02", kyc.ExpireDate: "2030-01-02"}
			for seq := range many {
				row[kyc.FullName], row[kyc.DocumentNumber] = "Ann "+strings.Repeat("b", seq+1), fmt.Sprint("EA", 1_000_457+seq*7919)
				row[kyc.Nationality], row[kyc.IssuingCountry], row[kyc.AddressCountry] = "POL", "POL", "POL"
				note1(t, x, person(seq, row))
			}
			row[kyc.FullName], row[kyc.DocumentNumber] = "Bo Ek", "AB1232454"
			row[kyc.Nationality], row[kyc.IssuingCountry], row[kyc.AddressCountry] = test.own, test.issuing, test.own
			if test.issuing == "ESP" { // a resident
				row[kyc.AddressCountry] = test.issuing
			}
			note1(t, x, person(many, row))
			got := strings.Contains(strings.Join(told(t, x), "\n"), "document_nationality_mismatch")
			if got != (test.want && many > 100) {
				t.Errorf("%+v among %d: %v", test, many, got)
			}
		}
	}
}

// Permits of citizens, and cards that are of citizens alone by their number, which few of a source
// have: issuing country, nationality, type, number.
func TestDocumentsOfCitizensAndForeigners(t *testing.T) {
	for line, want := range map[string]bool{
		"NOR|NOR|residence_permit|EK8122": true, "NOR|SWE|residence_permit|EK8122": false, "ESP|ITA|government_id|10023725A": true, "ESP|ITA|government_id|X9868162N": false, "ESP|ESP|government_id|10023725A": false,
		"PAK|PAK|government_id|BK3089985": true, "PAK|PAK|government_id|36302-3389093-5": false, "CHN|CHN|government_id|EK6710918": true, "ESP|ESP|government_id|PAB308998": true, "ESP|ESP|government_id|BAA308998": false, // which cards have as well
		"NZL|NZL|government_id|LK308998": true, "PRT|PRT|government_id|CB308998": true, "PRT|PRT|government_id|12345678": false, "EST|EST|government_id|AB3089985": false,
		"POL|CZE|government_id|BNR710216": true, "POL|CZE|government_id|BNR810216": false,
	} {
		p := strings.Split(line, "|")
		for _, many := range []int{150, 50} {
			x := newTestIdentity(t, nil)
			row := values{kyc.IssueDate: "2020-01-02", kyc.ExpireDate: "2030-01-02", kyc.IDType: p[2], kyc.Nationality: "SWE", kyc.IssuingCountry: "NOR", kyc.AddressCountry: "NOR"}
			for seq := range many {
				row[kyc.FullName], row[kyc.DocumentNumber] = "Ann "+strings.Repeat("b", seq+1), fmt.Sprint("EA", 1_000_457+seq*7919)
				note1(t, x, person(seq, row))
			}
			row[kyc.FullName], row[kyc.DocumentNumber], row[kyc.IssuingCountry], row[kyc.Nationality], row[kyc.AddressCountry] = "Bo Ek", p[3], p[0], p[1], p[0]
			note1(t, x, person(many, row))
			got := strings.Join(told(t, x), "\n")
			if is := strings.Contains(got, "document_nationality_mismatch") || strings.Contains(got, "number_invalid"); is != (want && many > 100) {
				t.Errorf("%s among %d: %v", line, many, got)
			}
		}
	}
}

// The gender of a licence counts where others fit, or where it is the only one that does not.
func TestGendersOfLicences(t *testing.T) {
	for _, test := range []struct {
		rows, wrong int
		want        bool
	}{{20, 1, true}, {20, 10, false}, {2, 1, true}, {6, 3, false}} {
		x := newTestIdentity(t, nil)
		for seq := range test.rows {
			row := issuedRow("GBR", "drivers_license", "1967-08-21", "2020-01-02", "2030-01-01")
			row[kyc.DocumentNumber], row[kyc.LastName], row[kyc.Gender], row[kyc.FullName] = fmt.Sprintf("MORRI658217A99%cC", 'A'+seq), "Morris", "female", "Ann "+strings.Repeat("b", seq+1)+" Morris"
			if seq >= test.rows-test.wrong {
				row[kyc.Gender] = "male"
			}
			note1(t, x, person(seq, row))
		}
		if got := strings.Contains(strings.Join(told(t, x), "\n"), "document_gender_mismatch gender"); got != test.want {
			t.Errorf("%+v: %v", test, told(t, x))
		}
	}
}

// Numbers by the day of issue: those that were given up, and German ones with a vowel.
func TestNumbersOfTheirTime(t *testing.T) {
	for _, test := range []struct {
		country, idType, number, issued string
		odd, told                       bool
	}{
		{"IRL", "passport", "J1108211", "2018-01-25", true, false},
		{"IRL", "passport", "J1108211", "2012-01-25", false, false},
		{"IRL", "passport", "PJ1108211", "2018-01-25", false, false},
		{"ROU", "passport", "55040149", "2024-08-16", true, false},
		{"VNM", "government_id", "079202139", "2025-04-01", true, false},
		{"IND", "passport", "ZP3370135", "2024-05-13", true, false},
		{"CAN", "passport", "AW-904328", "2022-05-13", true, false},
		{"CAN", "passport", "AW904328", "2022-05-13", false, false},
		{"CAN", "passport", "AW 904328", "2022-05-13", false, false},
		{"POL", "passport", "ZS0000178", "2022-05-13", true, false},
		{"DEU", "passport", "C01H96F194", "2022-05-13", true, false}, // with its check digit
		{"DEU", "passport", "C01H96F19", "2022-05-13", false, false},
		{"DEU", "passport", "CAE1O5UI7", "2022-05-13", true, true},
		{"DEU", "government_id", "LAE1H5TT7", "2022-05-13", true, true},
		{"DEU", "government_id", "AF1H5TT77", "2022-05-13", false, false},
	} {
		rec := numberOfRow(kyc.DocumentNumber, test.number, test.country, test.idType)
		s := &rec.Submission
		s[kyc.IssueDate], s[kyc.ExpireDate] = test.issued, fmt.Sprint(2030+int(test.issued[3]-'0'), test.issued[4:])
		newValidator(t, Options{}).Check(rec)
		told := strings.Contains(strings.Join(found(rec), " "), "number_invalid documentNumber")
		if odd := rec.Odd.Has(kyc.DocumentNumber); odd != test.odd || told != test.told {
			t.Errorf("%+v: odd %v, %v", test, odd, found(rec))
		}
	}
}
