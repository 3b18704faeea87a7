package validate

import (
	"strings"

	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
)

// ownersTold are countries whose numbers of persons tell of their owner what the record can be
// held against: beside the birth date and the gender, which compareFacts knows.
var ownersTold = newCountrySet("IND MEX ESP ZAF ARG PER " + oneOnCard)

// oneOnCard are countries where everybody has one number for life, which stands on the card.
const oneOnCard = "CHN TWN HKG KOR THA MYS IDN PAK KAZ TUR ARE SAU KWT EGY CHL URY ECU DOM SGP VNM "

// checkOwner holds what the number of a citizen tells of its owner against the record. It is
// silent on foreigners, and where something has been said of the number.
func (v *Validator) checkOwner(rec *kyc.Record) {
	s := &rec.Submission
	own := s[kyc.Nationality]
	if !ownersTold.has(own) || toldOf(rec.Issues, kyc.IdentityNumber) {
		return
	}
	var space [len("ZUIU990215HDFNBL03")]byte
	n, ok := compactCode(space[:0], s[kyc.IdentityNumber])
	if !ok {
		return
	}
	f, detail := kyc.IdentityNumber, ""
	switch own {
	case "IND":
		detail = panOdd(s, n)
	case "MEX":
		detail = curpOdd(s, n)
	case "ESP":
		if len(n) == len("X1234567L") && n[0] >= 'X' && n[0] <= 'Z' && isDigits(string(n[1:8])) && isLetter(n[8]) {
			detail = "; it is that of a foreigner (NIE), and citizens have another"
		} else {
			f, detail = kyc.DocumentNumber, cardOdd(s, n)
		}
	case "ZAF":
		if len(n) == len("6502132761088") && n[10] != '0' && isDigits(string(n)) {
			detail = "; its eleventh digit says that the person is no citizen"
		} else {
			f, detail = kyc.DocumentNumber, cardOdd(s, n)
		}
	default:
		f, detail = kyc.DocumentNumber, cardOdd(s, n)
	}
	if detail != "" && !toldOf(rec.Issues, f) {
		v.addDetail(rec, numberInvalid, fieldTable[f].name, detail)
	}
}

// panOdd says what the letters of an Indian PAN tell against the record: the fourth is P for a
// person, and the fifth is that of the last name. Of women, who may have married since, and of
// people with one name it is not asked.
func panOdd(s *kyc.Submission, n []byte) string {
	if len(n) != len("ABCPE1234F") || isDigit(n[3]) || isDigit(n[4]) || !isDigits(string(n[5:9])) || isDigit(n[9]) || isDigit(n[0]) {
		return ""
	}
	switch {
	case n[3] != 'P':
		return "; its fourth letter is not the P of persons: it is the PAN of a company or another body"
	case s[kyc.Gender] == "male" && strings.IndexByte(s[kyc.FullName], ' ') > 0 && anothersName(s, n[4]):
		return "; its fifth letter is none that a name of the person begins with"
	}
	return ""
}

// curpOdd says that a Mexican CURP is another's by its letters: the first is that of the last
// name, which nobody changes, and the fourth that of a first name. An X stands for what is missing
// or for a letter beyond those of English.
func curpOdd(s *kyc.Submission, n []byte) string {
	if len(n) != len("ZUIU990215HDFNBL03") || isDigit(n[0]) || isDigit(n[3]) || !isDigits(string(n[4:10])) {
		return ""
	}
	if n[0] != 'X' && anothersName(s, n[0]) || n[3] != 'X' && anothersName(s, n[3]) {
		return "; its first letters are of no name of the person"
	}
	return ""
}

// cardOdd says that an identity card has another number than the one of the row, where cards have
// the number of their owner: it may stand within that of the tax office.
func cardOdd(s *kyc.Submission, n []byte) string {
	own := s[kyc.Nationality]
	if s[kyc.IDType] != "government_id" || s[kyc.IssuingCountry] != own || s[kyc.DocumentNumber] == s[kyc.IdentityNumber] {
		return ""
	}
	var space [len("420106197108080895")]byte
	card, ok := compactCode(space[:0], s[kyc.DocumentNumber])
	if !ok || len(card) == 0 {
		return ""
	}
	switch {
	case own == "ARG" || own == "PER":
		if !isDigits(string(card)) || len(card) < 7 || len(card) > 8 || !ofTaxpayer(own, n) {
			return ""
		}
		if inside := strings.TrimLeft(string(n[2:10]), "0"); inside == strings.TrimLeft(string(card), "0") {
			return ""
		}
		return "; it is not the number within the one of the tax office that the row has"
	case len(card) != len(n) || string(card) == string(n):
		return ""
	}
	a, b := idnumber.Read(own, string(card), idnumber.OnCard), idnumber.Read(own, string(n), idnumber.OfCardOwner)
	if a.Verdict == idnumber.Sound && b.Verdict == idnumber.Sound && a.Name == b.Name {
		return "; it is another " + a.Name + " than the identity number of the row, and nobody has two"
	}
	return ""
}

// ofTaxpayer reports whether a number is one of the tax office that has the number of its owner's
// card in it: the CUIL of Argentina, the RUC of Peru.
func ofTaxpayer(country string, n []byte) bool {
	if len(n) != len("20229638667") || !isDigits(string(n)) {
		return false
	}
	kind := string(n[:2])
	return country == "PER" && kind == "10" || country == "ARG" && (kind == "20" || kind == "23" || kind == "24" || kind == "27")
}

// freshName is for how long a name is taken for the one of the licence: who marries may wait with a
// new one.
const freshName = 3 * year

// ofAnotherYear reports whether the number of a Polish licence has the year of another than its
// issue in it, by more than the turn of a year: 07657/13/2261.
func ofAnotherYear(number string, d dates) bool {
	if len(number) != len("07657/13/2261") || number[5] != '/' || number[8] != '/' || d.issued == 0 || !isDigits(number[:5]) || !isDigits(number[6:8]) || !isDigits(number[9:]) {
		return false
	}
	years := int(d.issued/year)%100 - numberOf(number[6:8])
	return years > 1 || years < -1
}
