package validate

import (
	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
)

// atHome reports whether all countries of a record are one, so that its numbers are
// those of that country and of no other.
func atHome(s *kyc.Submission) bool {
	country := s[kyc.IssuingCountry]
	if country == "" {
		country = s[kyc.Nationality]
	}
	for _, f := range [...]kyc.Field{kyc.Nationality, kyc.AddressCountry} {
		if s[f] != "" && s[f] != country {
			return false
		}
	}
	return country != ""
}

// oddThere reports whether a number is written as none that people of a country have.
func oddThere(country, number string) bool {
	return formOf(number) == usualForm && !masked(number) && idnumber.Unfamiliar(country, number)
}

// tellStray says what a number is that is sure to be none of its country. It reports
// whether there is anything to say.
func (v *Validator) tellStray(rec *kyc.Record, f kyc.Field, m idnumber.Misfit) bool {
	switch {
	case m.Name == "" || !m.Sure:
		return false
	case m.Trader:
		v.addNumber(rec, f, "; it is "+withArticle(m.Name)+", which companies and people with a business have beside that of the person", ofAPerson)
	case m.Company:
		v.addNumber(rec, f, "; it is "+withArticle(m.Name)+", which is given to companies", noCompany)
	default:
		v.addDetail(rec, numberInvalid, fieldTable[f].name, "; a character is missing, too many or of the wrong kind for "+withArticle(m.Name))
	}
	return true
}

const (
	// ofAPerson is what to do about the number of a business, which may be one of the person, and
	// noCompany about that of a company.
	ofAPerson = "put the number of the person; look whether the right column is mapped"
	noCompany = "put the number of the person; take companies out of the export, which are no customers of this kind"

	// ofTheDocument is what to do about a passport that has the number of its owner.
	ofTheDocument = "put the number that the passport has; look whether the right column is mapped, or two have changed places"
)

// longestPassport is how many characters the numbers of passports have at most: more
// do not fit into their machine-readable zone.
const longestPassport = 9

// checkPassportNumber says that a passport has the number of its owner, where that shows:
// it is longer than a passport's can be, and tells the birth date, or has check digits
// that none has by chance. It reports whether it has said so.
func (v *Validator) checkPassportNumber(rec *kyc.Record, d dates) bool {
	s := &rec.Submission
	number, country := s[kyc.DocumentNumber], s[kyc.IssuingCountry]
	twice := number == s[kyc.IdentityNumber] && ownersApart[country]
	if len(number) <= longestPassport && !twice || !idnumber.Known(country) {
		return false
	}
	r := idnumber.Read(country, number, idnumber.OfPerson)
	if r.Verdict != idnumber.Sound {
		return false
	}
	if !twice && !tellsOwner(r, d) && !twiceChecked[country] {
		return false
	}
	v.addNumber(rec, kyc.DocumentNumber, "; it is "+withArticle(r.Name)+", which is the number of the person and not of the passport", ofTheDocument)
	return true
}

// tellOwners says that a passport has the number of its owner, or of the owner's card, where
// it is not written as those of passports: it is longer than any, or its check letter or its
// form is one that is found with nothing else; and it tells no other birth date. It reports
// whether it has said so.
func (v *Validator) tellOwners(rec *kyc.Record, d dates) bool {
	number, country := rec.Submission[kyc.DocumentNumber], rec.Submission[kyc.IssuingCountry]
	if !ownersToldApart.has(country) && signsOf(number) <= longestPassport || !idnumber.Known(country) || ownersOnPassport[country] {
		return false
	}
	r := idnumber.Read(country, number, idnumber.OfPerson|idnumber.OnCard|idnumber.OnPAN)
	if !fits(r, d) {
		return false
	}
	v.addNumber(rec, kyc.DocumentNumber, "; it is "+withArticle(r.Name)+", and not written as the numbers of passports are", ofTheDocument)
	return true
}

// ownersToldApart are countries whose people have numbers that are as short as those of
// passports, but have letters where those have none, or digits alone where those have letters.
var ownersToldApart = newCountrySet("ESP GBR IRL HKG NLD PRT ")

// tellForeign says that an identity card has a number of the person's own country, where
// another one issued the card: it is the person's, or has a letter that checks it. It reports
// whether it has said so.
func (v *Validator) tellForeign(rec *kyc.Record, d dates) bool {
	s := &rec.Submission
	number, own := s[kyc.DocumentNumber], s[kyc.Nationality]
	if own == "" || number != s[kyc.IdentityNumber] && !checkedByLetter[own] {
		return false
	}
	r := idnumber.Read(own, number, idnumber.OnCard)
	if !fits(r, d) {
		return false
	}
	v.addNumber(rec, kyc.DocumentNumber, "; it is "+withArticle(r.Name)+", of the country of the nationality and not of the one that is said to have issued the card", "look at the card: put the country that issued it, or the number that it has")
	return true
}

// checkedByLetter are countries whose numbers end in a letter that checks them.
var checkedByLetter = map[string]bool{"ESP": true, "ITA": true}

// tellsOwner reports whether a number has the birth date of the person.
func tellsOwner(r idnumber.Reading, d dates) bool {
	return r.Facts.Month != 0 && d.birth != 0 && !bornAtAnother(r.Facts, d.birth)
}

// checkOwnerOnLicence says that a licence has the number of its owner, in a country whose
// licences have one of their own. It reports whether it has said so.
func (v *Validator) checkOwnerOnLicence(rec *kyc.Record, d dates) bool {
	s := &rec.Submission
	number, country := s[kyc.DocumentNumber], s[kyc.IssuingCountry]
	if len(number) <= longestPassport && number != s[kyc.IdentityNumber] || !ownersApart[country] || ownersOnLicence[country] {
		return false
	}
	r := idnumber.Read(country, number, idnumber.OfPerson)
	if r.Verdict != idnumber.Sound || number != s[kyc.IdentityNumber] && !tellsOwner(r, d) {
		return false
	}
	v.addNumber(rec, kyc.DocumentNumber, "; it is "+withArticle(r.Name)+", which is the number of the person and not of the licence", ofTheDocument)
	return true
}

// ownersApart are countries whose passports have never had the number of their owner for
// their own, whatever is in it, and whose licences have not but for ownersOnLicence.
var (
	ownersApart = map[string]bool{
		"ESP": true, "ITA": true, "FRA": true, "BEL": true, "POL": true, "CZE": true, "SVK": true, "HUN": true, "ROU": true, "BGR": true, "HRV": true, "SRB": true, "SVN": true, "BIH": true, "MNE": true, "MKD": true,
		"SWE": true, "NOR": true, "DNK": true, "FIN": true, "EST": true, "LVA": true, "LTU": true, "TUR": true, "KOR": true, "CHN": true, "TWN": true, "ZAF": true, "BRA": true, "IND": true,
	}
	ownersOnLicence = map[string]bool{
		"ESP": true, "SWE": true, "FIN": true, "NOR": true, "TUR": true, "KOR": true, "CHN": true, "TWN": true, "ZAF": true, "BRA": true, "IND": true, "SVN": true, "BIH": true, "MNE": true, "MKD": true, "EST": true,
	}
)

// twiceChecked are countries whose numbers have two check digits, or letters.
var twiceChecked = map[string]bool{"BRA": true, "TUR": true, "FRA": true, "BEL": true, "ITA": true, "RUS": true}

// ownersOnPassport are countries whose passports have the number of their owner, or
// had it.
var ownersOnPassport = map[string]bool{"CHL": true, "ECU": true, "DOM": true, "URY": true, "MEX": true, "COL": true, "GTM": true}
