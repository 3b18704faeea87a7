package validate

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// values of fields that rules have something to say about, or nearly so.
var tellingValues = []string{
	"", "Ann Lee", "approved", "rejected", "male", "X", "passport", "foreigner_card", "library_card", "KOR", "XKX", "Korea", "kor",
	"1988-02-29", "1989-02-29", "1900-01-01", "1970-01-01", "2010-05-05", "2041-12-31", "0001-01-01", "1988-02-2\xff", "01/02/1988",
	"ann@mail.kr", "test@mail.kr", "ann@test.com", "홍길동@mail.kr", "ann at mail.kr", "ann@example.com",
	"N/A", "null", "11111111", "12345678", "Test User 12", "John Doe", "JosÃ© MÃ¼ller", "M?ller", "Аnna", "Müller", "Михаил", "김민수",
	" ", "\u00a0 ", "a\tb", "a\x00b", "a\xffb", "a\ufffdb", "a\u0085b", strings.Repeat("x", longField+1), strings.Repeat("é", longField), "44051401358",
}

// drawRecord draws a record of which any field may be spoiled.
func drawRecord(t *rapid.T) *kyc.Record {
	rec := goodRecord()
	any := rapid.OneOf(rapid.SampledFrom(tellingValues), rapid.String())
	for f := range kyc.NumFields {
		if rapid.IntRange(0, 2).Draw(t, "spoil") == 0 {
			rec.Submission[f] = any.Draw(t, f.String())
		}
	}
	if rapid.IntRange(0, 3).Draw(t, "enormous") == 0 {
		rec.Submission[kyc.CF3] = strings.Repeat("x", maxFields-rapid.IntRange(0, 500).Draw(t, "less"))
	}
	if rapid.Bool().Draw(t, "mapped") {
		rec.Submission[kyc.BirthDate] = ""
		rec.Add(kyc.Issue{Severity: kyc.Reject, Code: "value_unknown", Field: "birthDate"})
	}
	return rec
}

// What is known of a record beforehand changes nothing that is found, nor its
// order.
func TestWhatIsKnownChangesNothing(t *testing.T) {
	off := map[string]kyc.Severity{"placeholder": kyc.Off, "test_data": kyc.Off, "mojibake": kyc.Off, "mixed_scripts": kyc.Off}
	validators := []*Validator{
		newValidator(t, Options{}), newValidator(t, Options{Strict: true, Severities: off}),
		newValidator(t, Options{ExtraIDTypes: []string{"foreigner_card"}, Severities: map[string]kyc.Severity{"email_unusual": kyc.Off}}),
	}
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.SampledFrom(validators).Draw(t, "validator")
		rec := drawRecord(t)
		known := *rec
		known.Issues = slices.Clone(rec.Issues)
		for f, value := range rec.Submission {
			if v.Sound(kyc.Field(f), value) && rapid.Bool().Draw(t, "sound") {
				known.Sound = known.Sound.With(kyc.Field(f))
			}
			if text.TraitsOf(value).Printable() && rapid.Bool().Draw(t, "plain") {
				known.Plain = known.Plain.With(kyc.Field(f))
			}
			if _, faults := scanText(value); faults == 0 && !text.TraitsOf(value).Printable() && rapid.Bool().Draw(t, "clean") {
				known.Clean = known.Clean.With(kyc.Field(f))
			}
			if d, ok := parseDate(value); ok && rapid.Bool().Draw(t, "day") {
				known.Days.Set(kyc.Field(f), kyc.Day(d))
			}
		}
		v.Check(rec)
		v.Check(&known)
		if !slices.Equal(rec.Issues, known.Issues) {
			t.Fatalf("found %v, and with what is known %v", found(rec), found(&known))
		}
	})
}

// A value is sound if a good record that gets it has no issue of that field
// which it had not before, but for those that look at more than the value.
func TestSound(t *testing.T) {
	v := newValidator(t, Options{ExtraIDTypes: []string{"foreigner_card"}})
	for f := range kyc.NumFields {
		for _, value := range tellingValues {
			rec := &kyc.Record{Row: &kyc.Row{}}
			rec.Submission[f] = value
			v.checkFields(rec, readDates(rec), nil)
			silent := !slices.ContainsFunc(rec.Issues, func(i kyc.Issue) bool { return i.Field == f.String() })
			if want := silent && value != "" && fieldTable[f].kind != kyc.KindDate; v.Sound(f, value) != want {
				t.Errorf("%v %q: sound %v, want %v; found %v", f, value, !want, want, found(rec))
			}
		}
	}
}

// A cell that holds the name of its own column.
func TestNamesOfColumns(t *testing.T) {
	columns := map[string]string{"firstName": "Vorname", "address_street": "STREET_1", "cf1": "segment", "address_city": "Ort, Kreis"}
	v := newValidator(t, Options{Column: func(field string) string { return columns[field] }})
	for f, value := range map[kyc.Field]string{kyc.FirstName: "Vorname", kyc.AddressStreet: "street_1", kyc.CF1: "Segment"} {
		rec := goodRecord()
		rec.Submission[f] = value
		v.Check(rec)
		if got := strings.Join(messages(rec), "\n"); !strings.Contains(got, "placeholder") || !strings.Contains(got, "name of the column") || len(rec.Issues) != 1 {
			t.Errorf("%s: %s", f, got)
		}
	}
	rec := goodRecord()
	rec.Submission[kyc.CF2], rec.Submission[kyc.AddressStreet] = "segment", "Street 12"
	if v.Check(rec); rec.Issues != nil {
		t.Error(messages(rec))
	}
}

// A cell that holds the name of its own column, where that is one of a town or of people.
func TestNamesOfColumnsThatAreNames(t *testing.T) {
	for _, test := range []struct {
		f                      kyc.Field
		country, column, value string
		told                   bool
	}{
		{kyc.AddressCity, "AUT", "Ort", "Ort", false}, {kyc.AddressCity, "DEU", "Ort", "Ort", true}, {kyc.AddressCity, "AUS", "CITY", "City", false}, {kyc.AddressCity, "SWE", "By", "By", false}, {kyc.AddressCity, "DNK", "By", "By", true},
		{kyc.LastName, "DEU", "LAST", "Last", false}, {kyc.FirstName, "ZAF", "given", "Given", false}, {kyc.LastName, "DEU", "Nachname", "Nachname", true}, {kyc.AddressStreet, "DEU", "last", "Last", true},
	} {
		v := newValidator(t, Options{Column: func(string) string { return test.column }})
		rec := goodRecord()
		rec.Submission[kyc.AddressCountry], rec.Submission[test.f] = test.country, test.value
		v.Check(rec)
		if got := strings.Join(messages(rec), "\n"); test.told != strings.Contains(got, "name of the column") {
			t.Errorf("%+v: %s", test, got)
		}
	}
}

// A street that is a number of the row.
func TestStreetsOfNumbers(t *testing.T) {
	for _, f := range []kyc.Field{kyc.DocumentNumber, kyc.IdentityNumber} {
		rec := goodRecord()
		rec.Submission[f], rec.Submission[kyc.AddressStreet] = "M82140937", "M82140937"
		newValidator(t, Options{}).Check(rec)
		if got := strings.Join(messages(rec), "\n"); !strings.Contains(got, "of the document or of the person") {
			t.Errorf("%s: %s", f, got)
		}
	}
}
