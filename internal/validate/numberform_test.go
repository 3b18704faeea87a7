package validate

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

func TestFormOf(t *testing.T) {
	for want, list := range map[numberForm][]string{
		usualForm: {
			"M12345678", "44051401359", "710.433.845-46", "1-2345-67890-12-3", "A123456(0)", "850101-1234567", "07 100/2439", "131052+308T", "AB 12-34-56",
			"C01X00T47", "CFGHJKLMN", "LMNPRTVWXY", "٢٨٥١١٢٣٢٦٢٧٥٥٨", "４４０５１４０１３５９", "AВ123457",
			"7E10", "12E34567", "E12345678", "1E-10", "12.345.678-9", "1234.0", "12345.5", "12345.000", "0.0", "123456/78/1", "12-34-56-78901", "12-34-56",
			"31/02/1985", "32-01-1985", "10-12-2985", "1967-05/01", "1967 05 01", "19670501", "MAR-1234", "MAR-856", "123-MAY", "ABC-85", "12-XYZ", "1-2", "1.",
			"P<UTOERIKSSON<<ANNA<MARIA1", "63-123456 A 12", "1@2",
		},
		withoutDigit: {
			"HRVATSKA", "Ivana Horvat", "nicht vorhanden", "не е посочено", "NO TIENE", "SPECIMEN", "TRUE", "FALSE", "WAHR", "cfghjklmn", "CFGHJKLM", "CFGHJKLMNPR", "ABCDEFGHI", " ", "-", "@",
			"金民秀氏", "@handle",
		},
		asAddress: {"ann@mail.kr", "customer.12@mail.kr"},
		asDate:    {"21/11/2028", "11/21/2028", "1967-05-01", "1.5.1967", "1967.05.01", "1967-05-01 00:00:00", "1967-05-01T00:00:00Z", "05-01-1967"},
		asMonth:   {"12-May", "Mar-85", "12-MAY-85", "3. Okt", "Mrz 85", "12-may-1985", "1-août"},
		asPower:   {"5.29982E+10", "1.10105E+17", "1,2346E+10", "5E+10", "5.2998224725E10", "5.3e+010", "1.5E-7"},
		asFraction: {
			"52998224725.0", "52998224725,00", "12345.00",
		},
		asFormula: {`="52998224725"`, "'52998224725", `"52998224725"`, "=52998224725"},
	} {
		for _, s := range list {
			if got := formOf(s); got != want {
				t.Errorf("%q: %d, want %d", s, got, want)
			}
		}
	}
}

// Each form is told of either number once, whatever the country, and without the
// number itself; a word that stands for nothing, or for a test, is told as that.
func TestCheckForm(t *testing.T) {
	v := newValidator(t, Options{})
	for value, want := range map[string]string{
		"SPECIMEN!": "number_invalid", "ann@mail.kr": "number_invalid", "21/11/2028": "number_invalid", "12-May": "number_invalid", "5.29982E+10": "number_invalid",
		"52998224725.0": "number_invalid", `="52998224725"`: "number_invalid", "N/A": "placeholder", "XXXXXXXXX": "placeholder", "John Doe": "test_data",
	} {
		for _, f := range []kyc.Field{kyc.IdentityNumber, kyc.DocumentNumber} {
			for _, country := range []string{"", "BRA", "URY", "TUV"} {
				rec := goodRecord()
				rec.Submission[f], rec.Submission[kyc.Nationality] = value, country
				v.Check(rec)
				if diff := cmp.Diff([]string{"warning " + want + " " + f.String()}, found(rec)); diff != "" {
					t.Errorf("%q of %q: %s", value, country, diff)
					continue
				}
				issue := rec.Issues[0]
				if want == "number_invalid" && (issue.Fix == rules[numberInvalid].Fix || issue.Fix == "" || strings.Contains(issue.Message, value)) {
					t.Errorf("%q: %+v", value, issue)
				}
			}
		}
	}
}

// What is no text at all is told as that only.
func TestCheckFormOfNoText(t *testing.T) {
	rec := goodRecord()
	rec.Submission[kyc.DocumentNumber] = "a\xffb"
	newValidator(t, Options{}).Check(rec)
	if diff := cmp.Diff([]string{"reject invalid_utf8 documentNumber"}, found(rec)); diff != "" {
		t.Error(diff)
	}
}

// Noughts that were lost are told of, where no other number fits.
func TestLostNoughts(t *testing.T) {
	v := newValidator(t, Options{})
	set := func(number, own, born string) values {
		return values{kyc.IdentityNumber: number, kyc.Nationality: own, kyc.IssuingCountry: own, kyc.AddressCountry: own, kyc.BirthDate: born, kyc.Gender: "", kyc.IssueDate: ""}
	}
	with := func(s values, f kyc.Field, value string) values {
		s[f] = value
		return s
	}
	for _, test := range []struct {
		name string
		set  values
		lost bool
	}{
		{"PESEL", set("3260513110", "POL", "2003-06-05"), true},
		{"BSN", set("51530223", "NLD", "2003-06-05"), true},
		{"EGN", set("346052681", "BGR", "2003-06-05"), true},
		{"birth number of Norway", set("5060380343", "NOR", "2003-06-05"), true},
		{"CPR", set("506035341", "DNK", "2003-06-05"), true},
		{"AMKA", set("5060345013", "GRC", "2003-06-05"), true},
		{"JMBG of Serbia", set("506003851487", "SRB", "2003-06-05"), true},
		{"JMBG of Bosnia", set("506003851487", "BIH", "2003-06-05"), true},
		{"IIN", set("30605502093", "KAZ", "2003-06-05"), true},
		{"RRN", set("306054703264", "KOR", "2003-06-05"), true},
		{"number of South Africa", set("306056672083", "ZAF", "2003-06-05"), true},
		{"taxpayer number of Ukraine", set("928727718", "UKR", "1925-06-05"), true},
		{"national number of Belgium", set("3060596289", "BEL", "2003-06-05"), true},
		{"birth number of Czechia", set("356057097", "CZE", "2003-06-05"), true},
		{"kennitala", set("506034310", "ISL", "2003-06-05"), true},
		{"cédula", set("116903972", "ECU", "1980-01-01"), true},
		{"CPF", set("1234554054", "BRA", "1980-01-01"), true},
		{"two noughts", set("261512346", "POL", "2000-06-15"), true},
		{"two noughts of a number with the year", set("1085012345", "VNM", "1985-06-15"), true},
		{"two noughts and another year", set("1085012345", "VNM", "1986-06-15"), false},
		{"the country of who issued the document", with(set("3260513110", "", "2003-06-05"), kyc.IssuingCountry, "POL"), true},
		{"the country that somebody lives in", with(set("3260513110", "UKR", "2003-06-05"), kyc.AddressCountry, "POL"), true},

		{"another birth date", set("3260513110", "POL", "2003-06-06"), false},
		{"the number of a card", set("346052681", "BGR", "1980-01-01"), false},
		{"a birth number of before 1954", set("356057097", "CZE", "1935-10-07"), false},
		{"a number without a date in a country to live in", with(set("51530223", "ARG", "1980-01-01"), kyc.AddressCountry, "NLD"), false},
		{"a sound number", set("03260513110", "POL", "2003-06-05"), false},
		{"a wrong check digit", set("3260513111", "POL", "2003-06-05"), false},
		{"signs", set("506-03-5341", "DNK", "2003-06-05"), false},
		{"a series of a passport", set("450912345", "RUS", "2003-06-05"), false},
		{"a country of which nothing is known", set("3260513110", "TUV", "2003-06-05"), false},
	} {
		rec := goodRecord()
		for f, value := range test.set {
			rec.Submission[f] = value
		}
		v.Check(rec)
		var got []string
		for i := range rec.Issues {
			if issue := &rec.Issues[i]; issue.Code == "number_invalid" {
				got = append(got, issue.Message)
				if !strings.Contains(issue.Message, "nought") || issue.Fix != fromTheText {
					t.Errorf("%s: %+v", test.name, issue)
				}
			}
		}
		if (len(got) == 1) != test.lost {
			t.Errorf("%s: %q", test.name, got)
		}
	}
}

// The number of a card may have lost its nought as well.
func TestLostNoughtsOfACard(t *testing.T) {
	v := newValidator(t, Options{})
	for country, want := range map[string][]string{"ECU": {"warning number_invalid documentNumber"}, "COL": nil} {
		rec := goodRecord()
		rec.Submission[kyc.IDType], rec.Submission[kyc.IssuingCountry], rec.Submission[kyc.Nationality] = "government_id", country, country
		rec.Submission[kyc.DocumentNumber] = "116903972"
		v.Check(rec)
		if diff := cmp.Diff(want, found(rec)); diff != "" {
			t.Error(country, diff)
		}
	}
}

// A foreigner's number is judged by the country that the person lives in where it is
// sure to be one of that country.
func TestNumbersOfResidents(t *testing.T) {
	v := newValidator(t, Options{})
	for _, test := range []struct {
		name, number, own, home, born string
		want                          bool
	}{
		{"a Ukrainian in Poland", "06231980848", "UKR", "POL", "2006-03-19", true},
		{"a Portuguese in Brazil", "710.433.845-46", "PRT", "BRA", "1980-01-01", true},
		{"a Ukrainian in Spain", "X2688000A", "UKR", "ESP", "1980-01-01", true},
		{"a Romanian in Italy", "RCCCHR53M52H501A", "ROU", "ITA", "1953-08-12", true},
		{"a Pole in Belgium", "03060596288", "DEU", "BEL", "2003-06-05", true},
		{"no nationality", "06231980848", "", "POL", "2006-03-19", true},

		{"another birth date", "06231980848", "UKR", "POL", "1980-01-01", false},
		{"an insurance number of home", "71043384546", "PRT", "BRA", "1980-01-01", false},
		{"a passport of home", "A1234567", "GBR", "HKG", "1980-01-01", false},
		{"a number of nine digits", "123456780", "GBR", "NLD", "1980-01-01", false},
		{"a Haitian in Poland", "06231980848", "HTI", "POL", "2006-03-19", false},
	} {
		rec := goodRecord()
		s := &rec.Submission
		s[kyc.IdentityNumber], s[kyc.Nationality], s[kyc.IssuingCountry], s[kyc.AddressCountry] = test.number, test.own, test.own, test.home
		s[kyc.BirthDate], s[kyc.Gender], s[kyc.IssueDate] = test.born, "", ""
		v.Check(rec)
		told := false
		for i := range rec.Issues {
			told = told || rec.Issues[i].Code == "number_invalid"
		}
		if told != test.want {
			t.Errorf("%s: %v", test.name, found(rec))
		}
	}
}

// Numbers of a card owner are asked for beside any document but a licence.
func TestNumberBesideADocument(t *testing.T) {
	v := newValidator(t, Options{})
	for idType, want := range map[string][]string{"passport": {"warning number_invalid identityNumber"}, "government_id": {"warning number_invalid identityNumber"}, "drivers_license": nil} {
		rec := goodRecord()
		rec.Submission[kyc.IDType], rec.Submission[kyc.IssuingCountry], rec.Submission[kyc.Nationality] = idType, "JPN", "JPN"
		rec.Submission[kyc.IdentityNumber] = "524228721982"
		v.Check(rec)
		if diff := cmp.Diff(want, found(rec)); diff != "" {
			t.Error(idType, diff)
		}
	}
}
