package validate

import (
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

func TestPostalCodes(t *testing.T) {
	const otherTown, otherForm, filler, otherState, none = "of another town", "not the form", "a filler", "code is of another state", "no such letters"
	v := newValidator(t, Options{})
	for _, test := range []struct{ country, state, city, full, want string }{
		{"FRA", "", "Paris", "12 rue Lepic, 13001, Paris", otherTown},
		{"FRA", "", "Paris", "12 rue Lepic, 75018 Paris", ""},
		{"FRA", "", "PARIS", "12 rue Lepic, 69003 Paris, France", otherTown},
		{"FRA", "", "Paris", "12 rue Lepic, F-75018 Paris", ""},
		{"FRA", "", "Paris", "12 rue Lepic, 75116 Paris Cedex 16", ""},
		{"FRA", "", "Lyon", "13001, Lyon", otherTown},
		{"DEU", "", "Berlin", "Hauptstraße 5, 20095, Berlin", otherTown},
		{"DEU", "", "Berlin", "Hauptstraße 5, 10115 Berlin", ""},
		{"DEU", "", "Berlin", "Hauptstraße 5, 8080, Berlin", otherForm},
		{"DEU", "", "Dresden", "Hauptstraße 5, 1069 Dresden", otherForm},
		{"DEU", "", "Kleinstadt", "Hauptstraße 5, 20095, Kleinstadt", ""},
		{"DEU", "", "", "Hauptstraße 5, 20095, Berlin", ""},
		{"ESP", "", "Madrid", "Calle Mayor, 1024, Madrid", ""},
		{"ESP", "", "Madrid", "Calle Mayor, 12, 08013 Madrid", otherTown},
		{"ESP", "", "Madrid", "Calle Mayor, 12, 99999, Madrid", filler},
		{"ITA", "", "Napoli", "Via Roma, 00000, Napoli", filler},
		{"ITA", "", "Napoli", "Via Roma 5, 80133 Napoli NA", ""},
		{"GBR", "", "London", "5 High Street, M1 1AE, London", otherTown},
		{"GBR", "", "London", "5 High Street, London SW1A 1AA", ""},
		{"GBR", "", "Manchester", "5 High Street, Manchester, ME14 1XX", otherTown},
		{"GBR", "", "Leeds", "5 High Street, 90210, Leeds", otherForm},
		{"USA", "", "Chicago", "5 Main Street, SW1A 1AA, Chicago", otherForm},
		{"USA", "CA", "Los Angeles", "5 Main Street, 10001, Los Angeles", otherState},
		{"USA", "California", "Los Angeles", "5 Main Street, 10001, Los Angeles", otherState},
		{"USA", "", "Los Angeles", "12345 Main Street, Los Angeles, CA 90012", ""},
		{"USA", "", "Los Angeles", "12345 Main Street, Los Angeles, NV 90012", otherState},
		{"USA", "NY", "New York", "5 Main Street, 10001-1234, New York", ""},
		{"USA", "FL", "Chicago", "5 Main Street, Chicago", "town is in another state"},
		{"USA", "Illinois", "Chicago", "5 Main Street, Chicago", ""},
		{"USA", "FL", "Springfield", "5 Main Street, Springfield", ""},
		{"CAN", "ON", "Toronto", "5 King Street, D1A 1A1, Toronto", none},
		{"CAN", "ON", "Toronto", "5 King Street, Toronto, ON M5V 2T6", ""},
		{"CAN", "ON", "Toronto", "5 King Street, M5V 3O8, Toronto", none},
		{"CAN", "QC", "Montréal", "5 King Street, H0H 0H0, Montréal", filler},
		{"GBR", "", "Edinburgh", "5 High Street, EH2, Edinburgh", otherForm},
		{"GBR", "", "Edinburgh", "Flat A1, 5 High Street, Edinburgh, EH2 4AB", ""},
		{"KOR", "", "Seoul", "5 Teheran-ro, 135-080, Seoul", otherForm},
		{"SGP", "", "Singapore", "5 Orchard Road, 0923, Singapore", otherForm},
		{"ITA", "ITA", "Lazio", "Via Roma 5", "code of a country"},
		{"NLD", "", "Amsterdam", "Damrak 5, 3011 AB Amsterdam", otherTown},
		{"NLD", "", "Amsterdam", "Damrak 5, 1012 LG Amsterdam", ""},
		{"NLD", "", "Amsterdam", "Damrak 5, 1012, Amsterdam", ""},
		{"CHN", "", "北京市", "朝阳区建国路5号, 200000, 北京市", otherTown},
		{"SGP", "", "Singapore", "5 Orchard Road, 238801, Singapore", ""},
		{"IRL", "", "Dublin", "5 High Street, D02 X285, Dublin", ""},
		{"BRA", "", "São Paulo", "Rua Augusta, 1024, 01304-001, São Paulo", ""},
		{"BRA", "", "São Paulo", "Rua Augusta, 1024, 20040-002, São Paulo", otherTown},
	} {
		rec := goodRecord()
		s := &rec.Submission
		s[kyc.AddressCountry], s[kyc.AddressState], s[kyc.AddressCity], s[kyc.AddressFull], s[kyc.AddressStreet] = test.country, test.state, test.city, test.full, ""
		v.checkPostal(rec)
		got := messages(rec)
		if test.want == "" && len(got) > 0 || test.want != "" && (len(got) != 1 || !strings.Contains(got[0], test.want)) {
			t.Errorf("%s %s %q: want %q, got %v", test.country, test.state, test.full, test.want, got)
		}
	}
}
