package validate

import (
	"strings"
	"testing"

	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
)

// A codice fiscale beside the names that it may be of, and those that it cannot.
func TestFiscalCodes(t *testing.T) {
	v := newValidator(t, Options{})
	for _, test := range []struct {
		letters, first, last, full string
		want                       bool
	}{
		{"ZCCGUO", "Piergiorgio", "Fumagalli", "Piergiorgio Fumagalli", true},
		{"ZCCGUO", "", "", "Piergiorgio Fumagalli", false}, // which part is which is not known
		{"RSSMRA", "Marco", "Verdi", "Marco Verdi", false}, // the first name may fit
		{"RSSLGU", "Anna", "Bianchi", "Anna Bianchi", true},
		{"FMGPGR", "Piergiorgio", "Fumagalli", "Piergiorgio Fumagalli", false},
		{"FMGPGR", "Fumagalli", "Piergiorgio", "Fumagalli Piergiorgio", false}, // exchanged
		{"FMGPGR", "", "", "Fumagalli Piergiorgio", false},
		{"RSSNNA", "Anna", "Bianchi", "Anna Bianchi", false}, // who may be a woman, and have married
		{"BNCLRA", "Laura", "Rossi Bianchi", "Laura Rossi Bianchi", false},
		{"DLCMSM", "Massimiliano", "Del Carlo", "Massimiliano Del Carlo", false},
		{"DLCMSM", "Massimiliano", "Carlo", "Massimiliano Carlo", false},
		{"DNGFNC", "Francesco Maria", "D'Angelo", "Francesco Maria D'Angelo", false},
		{"FOXAIO", "Aio", "Fo", "Aio Fo", false},
		{"AUEAIO", "Aio", "Aue", "Aio Aue", false},
		{"MLLGTR", "Günther", "Müller", "Günther Müller", false},
		{"MLLGTR", "Гюнтер", "Мюллер", "Гюнтер Мюллер", false},
		{"ZCCGUO", "", "", "", false},
	} {
		rec := numberOfRow(kyc.IdentityNumber, fiscalOf(t, test.letters), "ITA", "passport")
		s := &rec.Submission
		s[kyc.FirstName], s[kyc.LastName], s[kyc.FullName] = test.first, test.last, test.full
		if s[kyc.BirthDate] = "2001-05-15"; test.letters == "MLLGTR" {
			s[kyc.AddressCity] = "Bolzano"
		}
		v.Check(rec)
		said := strings.Join(messages(rec), "\n")
		if got := strings.Contains(said, "of no name of the person"); got != test.want {
			t.Errorf("%+v: %s", test, said)
		}
		s[kyc.Nationality], rec.Issues = "FRA", nil
		if v.Check(rec); strings.Contains(strings.Join(messages(rec), "\n"), "of no name of the person") {
			t.Errorf("%+v: told of a foreigner", test)
		}
	}
}

// The letters of the first name, where those of the last one fit.
func TestFiscalCodesOfAnotherFirstName(t *testing.T) {
	v := newValidator(t, Options{})
	for _, test := range []struct {
		letters, first, last string
		want                 bool
	}{
		{"FMGWLD", "Ettore", "Fumagalli", true},
		{"FMGTTR", "Ettore", "Fumagalli", false},
		{"FMGMRT", "Ettore", "Fumagalli", false}, // Maria Ettore, perhaps
		{"FMGTTR", "Fumagalli", "Ettore", false},
		{"FMGWLD", "Эдда", "Fumagalli", false},
	} {
		rec := numberOfRow(kyc.IdentityNumber, fiscalOf(t, test.letters), "ITA", "passport")
		s := &rec.Submission
		s[kyc.FirstName], s[kyc.LastName], s[kyc.FullName], s[kyc.BirthDate] = test.first, test.last, test.first+" "+test.last, "2001-05-15"
		v.Check(rec)
		if said := strings.Join(messages(rec), "\n"); strings.Contains(said, "for the first name are of another") != test.want {
			t.Errorf("%+v: %s", test, said)
		}
	}
}

// fiscalOf is a sound codice fiscale that begins with some letters, of a man born on 15 May 2001.
func fiscalOf(t *testing.T, letters string) string {
	t.Helper()
	for c := 'A'; c <= 'Z'; c++ {
		code := letters + "01E15H501" + string(c)
		if idnumber.Read("ITA", code, idnumber.OfPerson).Verdict == idnumber.Sound {
			return code
		}
	}
	t.Fatal("there is no such code")
	return ""
}

// Of a man the letters of the last name count, of a woman in Italy as well: abroad they may be
// those of before.
func TestFiscalCodesOfMen(t *testing.T) {
	v := newValidator(t, Options{})
	for test, want := range map[[2]string]bool{{"male", "ITA"}: true, {"female", "ITA"}: true, {"male", "DEU"}: true, {"female", "DEU"}: false, {"female", ""}: false, {"", "ITA"}: false} {
		rec := numberOfRow(kyc.IdentityNumber, fiscalOf(t, "ZZTMRC"), "ITA", "passport")
		s := &rec.Submission
		s[kyc.FirstName], s[kyc.LastName], s[kyc.FullName], s[kyc.BirthDate], s[kyc.Gender] = "Marco", "Verdi", "Marco Verdi", "2001-05-15", test[0]
		s[kyc.AddressCountry] = test[1]
		v.Check(rec)
		if said := strings.Join(messages(rec), "\n"); strings.Contains(said, "of no name of the person") != want {
			t.Errorf("%q: %s", test, said)
		}
	}
}
