package validate

import (
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// Nothing that stands in the fields of a row makes a rule panic: blanks and commas at the ends,
// what is no UTF-8, nothing at all, any country beside it.
func FuzzCheck(f *testing.F) {
	long := strings.Repeat("12 Mill Lane, ", longField)
	for _, value := range []string{"", " ", ",", " 12345678", " Masaryk1", "Mill Lane 12, 1234", " , 1234", "AB123456", "12, Wien", ", Wien", "\xff\xfe", "é", "$", "0", "=", "(", "X", "<<", "‚", long, " " + long, long + "1234"} {
		f.Add(value, "ann@mail.kr", "DEU", "passport")
		f.Add(value, value, "USA", "government_id")
		f.Add(value, value, "GBR", "drivers_license")
		f.Add(value, value, value, value)
	}
	v := newValidator(f, Options{Column: mappedNames})
	f.Fuzz(func(_ *testing.T, value, other, country, idType string) {
		for field := range kyc.NumFields {
			rec := goodRecord()
			s := &rec.Submission
			s[kyc.Nationality], s[kyc.IssuingCountry], s[kyc.AddressCountry], s[kyc.IDType] = country, country, country, idType
			s[field] = value
			v.Check(rec)
			v.Sound(field, value)
		}
		rec := goodRecord()
		for field := range kyc.NumFields {
			switch fieldTable[field].kind {
			case kyc.KindCountry:
				rec.Submission[field] = country
			case kyc.KindDocument:
				rec.Submission[field] = idType
			case kyc.KindText:
				rec.Submission[field] = value
				if field%2 == 0 {
					rec.Submission[field] = other
				}
			default:
			}
		}
		v.Check(rec)
	})
}
