package validate

import (
	"unicode/utf8"

	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
)

// onLicence are countries whose driver's licences have the identity number of the
// holder for their own.
var onLicence = map[string]bool{"CHN": true, "FIN": true, "HKG": true, "SWE": true, "TWN": true}

// checkDocumentNumber judges the document's number where its type says what it
// must be. Only numbers that stand on the document itself are asked for.
func (v *Validator) checkDocumentNumber(rec *kyc.Record, d dates) {
	s := &rec.Submission
	country, place := s[kyc.IssuingCountry], idnumber.Place(0)
	switch s[kyc.IDType] {
	case "government_id", "residence_permit":
		place = idnumber.OnCard
	case "passport":
		if v.checkPassportNumber(rec, d) {
			return
		}
		place = idnumber.OnPassport
	case "aadhaar":
		country, place = "IND", idnumber.OnAadhaar
	case "pancard":
		country, place = "IND", idnumber.OnPAN
	case "drivers_license":
		v.checkLicence(rec, d)
		return
	default:
		return
	}
	reading := idnumber.Read(country, s[kyc.DocumentNumber], place)
	if reading.Verdict != idnumber.Sound && v.checkNoughts(rec, kyc.DocumentNumber, country, place, d, true) {
		return
	}
	if reading.Verdict == idnumber.Other {
		switch {
		case place == idnumber.OnPassport:
			if noteWritten(rec, idnumber.Passport) == idnumber.Unsound && v.tellOwners(rec, d) {
				return
			}
			if s[kyc.DocumentNumber] == s[kyc.IdentityNumber] { // either may be wrong
				rec.Usual, rec.Odd = rec.Usual&^kyc.FieldsOf(kyc.DocumentNumber), rec.Odd&^kyc.FieldsOf(kyc.DocumentNumber)
			}
		case s[kyc.IDType] == "government_id":
			if s[kyc.Nationality] != country && v.tellForeign(rec, d) {
				return
			}
			v.checkCardNumber(rec, d)
		}
	}
	if reading.Verdict == idnumber.Sound {
		rec.Usual = rec.Usual.With(kyc.DocumentNumber)
	}
	v.judge(rec, kyc.DocumentNumber, reading, d)
}

// checkCardNumber looks at the number of an identity card that is none of the person.
func (v *Validator) checkCardNumber(rec *kyc.Record, d dates) {
	country, number := rec.Submission[kyc.IssuingCountry], rec.Submission[kyc.DocumentNumber]
	if m := idnumber.Stray(country, number, idnumber.OnCard, int(d.birth)); m.Name != "" {
		if !v.tellStray(rec, kyc.DocumentNumber, m) {
			rec.Odd = rec.Odd.With(kyc.DocumentNumber)
		}
		return
	}
	if !v.compareHolder(rec, idnumber.Card, d) {
		noteWritten(rec, idnumber.Card)
	}
}

// checkLicence looks at the number of a driver's licence.
func (v *Validator) checkLicence(rec *kyc.Record, d dates) {
	s := &rec.Submission
	switch {
	case s[kyc.IssuingCountry] == "USA" && isSocialSecurity(s[kyc.DocumentNumber]):
		v.addNumber(rec, kyc.DocumentNumber, "; it is written as a US social security number, which no licence has", "put the number of the licence; look whether the right column is mapped, or two have changed places")
	case v.checkOwnerOnLicence(rec, d):
	case isDigits(s[kyc.DocumentNumber]) && licenceDigits[s[kyc.IssuingCountry]] != 0 && licenceDigits[s[kyc.IssuingCountry]] != len(s[kyc.DocumentNumber]):
		v.addDetail(rec, numberInvalid, fieldTable[kyc.DocumentNumber].name, "; licences of its country that have digits alone have another number of them")
	case s[kyc.IssuingCountry] == "KOR" && ofNoKoreanOffice(s[kyc.DocumentNumber]):
		v.addDetail(rec, numberInvalid, fieldTable[kyc.DocumentNumber].name, "; no office has the number that Korean licences begin with")
	case !v.compareHolder(rec, idnumber.Licence, d):
		noteWritten(rec, idnumber.Licence)
	}
}

// ofNoKoreanOffice reports whether a licence begins with two digits that none of the offices
// has, which have 11 to 28.
func ofNoKoreanOffice(s string) bool {
	return len(s) >= len("112112345690") && isDigits(s[:2]) && signsOf(s) == len("112112345690") && (s[:2] < "11" || s[:2] > "28")
}

// licenceDigits are how many digits the licences of a country have that are digits alone,
// where they never had another number of them: those of Northern Ireland are.
var licenceDigits = map[string]int{"GBR": 8, "JPN": 12, "NLD": 10}

// isSocialSecurity reports whether a number is grouped as those of social security, and
// one of an adult: from 773 on none was given out until 2011. Licences of Mississippi are
// grouped so, too, and begin with 800.
func isSocialSecurity(s string) bool {
	return len(s) == len("123-45-6789") && s[3] == '-' && s[6] == '-' && isDigits(s[:3]) && isDigits(s[4:6]) && isDigits(s[7:]) && s[:3] < "773" && s[:3] != "000" && s[:3] != "666"
}

// noteWritten notes how the number of a document stands to those of its country: by its
// check digit where there is one, and else by the way it is written.
func noteWritten(rec *kyc.Record, paper idnumber.Paper) idnumber.Verdict {
	country, number := rec.Submission[kyc.IssuingCountry], rec.Submission[kyc.DocumentNumber]
	verdict := idnumber.Other
	if paper != idnumber.Passport {
		verdict = idnumber.Doubtful(country, number, paper)
	}
	if verdict == idnumber.Other {
		verdict = idnumber.Written(country, number, paper)
	}
	if verdict == idnumber.Other && paper == idnumber.Card && withoutCards[country] && idnumber.Written(country, number, idnumber.Passport) == idnumber.Sound {
		verdict = idnumber.Unsound
	}
	switch verdict {
	case idnumber.Sound:
		rec.Usual = rec.Usual.With(kyc.DocumentNumber)
	case idnumber.Unsound:
		rec.Odd = rec.Odd.With(kyc.DocumentNumber)
	case idnumber.Other:
	}
	return verdict
}

// withoutCards are countries that have no identity card, so that what is called one and
// has the number of a passport is a passport.
var withoutCards = map[string]bool{"AUS": true, "DNK": true, "GBR": true}

// compareHolder holds what the number of a document tells of its holder against the record.
// It is believed at once where it tells the last name, too; else other rows must show that
// such numbers are right. It reports whether it has said something.
func (v *Validator) compareHolder(rec *kyc.Record, paper idnumber.Paper, d dates) bool {
	s := &rec.Submission
	country := s[kyc.IssuingCountry]
	if country != "GBR" && country != "MEX" {
		return false
	}
	h := idnumber.HolderOf(country, s[kyc.DocumentNumber], paper)
	switch {
	case h.Name != "" && country == "GBR" && d.birth != 0 && !bornAtAnother(h.Facts, d.birth) && h.Facts.Gender == idnumber.Male && s[kyc.Gender] == "male" && anothersName(s, h.Head[0]):
		v.addDetail(rec, numberInvalid, fieldTable[kyc.DocumentNumber].name, "; it begins as no name of the person does: a "+h.Name+" has the last name in it")
	case h.Name == "" || !bornAtAnother(h.Facts, d.birth):
		return false
	case beginsWith(s[kyc.LastName], h.Head[:h.Known]):
		v.compareFacts(rec, h.Facts, d, h.Name)
	default:
		rec.Odd = rec.Odd.With(kyc.DocumentNumber)
	}
	return true
}

// anothersName reports whether no word of the names of a person begins with a letter. Women
// take other names when they marry, so that it is asked of men.
func anothersName(s *kyc.Submission, letter byte) bool {
	for _, name := range [...]string{s[kyc.FullName], s[kyc.LastName]} {
		begins := true
		for i := range len(name) {
			switch c := name[i]; {
			case c >= utf8.RuneSelf, begins && c&^0x20 == letter:
				return false
			default:
				begins = !isLetter(c)
			}
		}
	}
	return s[kyc.LastName] != ""
}

// beginsWith reports whether the letters of a name begin with capital ones.
func beginsWith(name string, head []byte) bool {
	at := 0
	for i := 0; i < len(name) && at < len(head); i++ {
		switch c := name[i]; {
		case c >= utf8.RuneSelf:
			return false
		case isLetter(c):
			if c&^0x20 != head[at] {
				return false
			}
			at++
		}
	}
	return at > 0 && at == len(head)
}
