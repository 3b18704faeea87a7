package validate

import (
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
)

// onLicence are countries whose driver's licences have the identity number of the
// holder for their own.
var onLicence = newCountrySet("CHN FIN HKG SWE TWN ESP SGP ECU DOM ")

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
			if country == "USA" && isGroupedSocial(s[kyc.DocumentNumber]) {
				v.addNumber(rec, kyc.DocumentNumber, "; it is written as a US social security number, which no passport has", ofTheDocument)
				return
			}
			shape := idnumber.ShapeOf(country, s[kyc.DocumentNumber])
			if noteWritten(rec, idnumber.Passport, d, &shape) == idnumber.Unsound && (v.tellOwners(rec, d) || v.tellOther(rec, idnumber.Passport, d, &shape) || v.tellLength(rec, d, &shape)) {
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
	switch {
	case reading.Verdict != idnumber.Sound:
	case country == "DEU" && place != idnumber.OnAadhaar: // with the check digit of the machine-readable zone, where others are without
		rec.Odd = rec.Odd.With(kyc.DocumentNumber)
	default:
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
	shape := idnumber.ShapeOf(country, number)
	if v.compareHolder(rec, idnumber.Card, d) {
		return
	}
	switch verdict := noteWritten(rec, idnumber.Card, d, &shape); {
	case verdict == idnumber.Sound:
	case lostNoughts(country, number, idnumber.OnCard):
		rec.Odd = rec.Odd.With(kyc.DocumentNumber)
	case country == "BEL" && idnumber.Doubtful(country, number, idnumber.Card) == idnumber.Unsound:
		v.addDetail(rec, numberInvalid, fieldTable[kyc.DocumentNumber].name, "; its last two digits are not what is left when the others are divided by 97")
	default:
		v.tellOther(rec, idnumber.Card, d, &shape)
	}
}

// leastOff is by how many characters the number of a passport is too short or too long at least,
// where that alone shows that it is none: of one more or less there may be a kind that is not known.
const leastOff = 2

// tellLength says that the number of a passport is much longer or shorter than all of its country. It
// reports whether it has said so.
func (v *Validator) tellLength(rec *kyc.Record, d dates, shape *idnumber.Shape) bool {
	if d.issued != 0 && d.expires <= d.issued+shortTerm*year || toldOf(rec.Issues, kyc.DocumentNumber) {
		return false
	}
	switch off := shape.Off(idnumber.Passport); {
	case off >= leastOff:
		v.addDetail(rec, numberInvalid, fieldTable[kyc.DocumentNumber].name, "; it is longer than the numbers of passports of its country")
	case off <= -leastOff:
		v.addDetail(rec, numberInvalid, fieldTable[kyc.DocumentNumber].name, "; it is shorter than the numbers of passports of its country")
	default:
		return false
	}
	return true
}

// checkLicence looks at the number of a driver's licence.
func (v *Validator) checkLicence(rec *kyc.Record, d dates) {
	s := &rec.Submission
	switch {
	case s[kyc.IssuingCountry] == "USA" && isSocialSecurity(s[kyc.DocumentNumber]):
		v.addNumber(rec, kyc.DocumentNumber, "; it is written as a US social security number, which no licence has", "put the number of the licence; look whether the right column is mapped, or two have changed places")
	case v.checkOwnerOnLicence(rec, d), v.checkOwnersLicence(rec, d), v.tellCutLicence(rec):
	case otherLicence(s[kyc.IssuingCountry], s[kyc.DocumentNumber]):
		v.addDetail(rec, numberInvalid, fieldTable[kyc.DocumentNumber].name, "; licences of its country that have digits alone have another number of them")
	case s[kyc.IssuingCountry] == "IND" && ofNoIndianState(s[kyc.DocumentNumber]):
		v.addDetail(rec, numberInvalid, fieldTable[kyc.DocumentNumber].name, "; no Indian state or territory has the two letters that it begins with")
	case s[kyc.IssuingCountry] == "KOR" && ofNoKoreanOffice(s[kyc.DocumentNumber]):
		v.addDetail(rec, numberInvalid, fieldTable[kyc.DocumentNumber].name, "; no office has the number that Korean licences begin with")
	case s[kyc.IssuingCountry] == "POL" && ofAnotherYear(s[kyc.DocumentNumber], d):
		v.addDetail(rec, numberInvalid, fieldTable[kyc.DocumentNumber].name, "; the year in it, between strokes, is not that of the issue")
	case s[kyc.IssuingCountry] == "BRA" && idnumber.Doubtful("BRA", s[kyc.DocumentNumber], idnumber.Licence) == idnumber.Unsound:
		v.addDetail(rec, numberInvalid, fieldTable[kyc.DocumentNumber].name, "; its check digits are wrong for a Brazilian licence")
	case !v.compareHolder(rec, idnumber.Licence, d):
		shape := idnumber.ShapeOf(s[kyc.IssuingCountry], s[kyc.DocumentNumber])
		noteWritten(rec, idnumber.Licence, d, &shape)
	}
}

// checkOwnersLicence judges the number of a licence by that of its owner, where licences have
// it for their own. It reports whether it has said so.
func (v *Validator) checkOwnersLicence(rec *kyc.Record, d dates) bool {
	s := &rec.Submission
	country := s[kyc.IssuingCountry]
	if !onLicence.has(country) || s[kyc.DocumentNumber] == s[kyc.IdentityNumber] { // which is judged itself
		return false
	}
	r := idnumber.Read(country, s[kyc.DocumentNumber], idnumber.OfPerson)
	if r.Verdict == idnumber.Other || country == "FIN" && r.Verdict == idnumber.Unsound || country == "SWE" && r.Verdict == idnumber.Unsound && s[kyc.DocumentNumber][len(s[kyc.DocumentNumber])-len("-1234")] != '-' {
		return false
	}
	before := len(rec.Issues)
	v.judge(rec, kyc.DocumentNumber, r, d)
	return len(rec.Issues) > before
}

// ofNoKoreanOffice reports whether a licence begins with two digits that none of the offices
// has, which have 11 to 28.
func ofNoKoreanOffice(s string) bool {
	return len(s) >= len("112112345690") && isDigits(s[:2]) && signsOf(s) == len("112112345690") && (s[:2] < "11" || s[:2] > "28")
}

// indianStates are the letters of the states and territories of India that licences begin with,
// those of before included.
const indianStates = "AN AP AR AS BR CG CH CT DD DH DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS UA UK UP UT WB "

// ofNoIndianState reports whether a licence is written as those of India, with two letters that
// are of no state.
func ofNoIndianState(s string) bool {
	var space [len("MH1220110012345")]byte
	n, ok := compactCode(space[:0], s)
	return ok && len(n) == len(space) && n[0] > '9' && n[1] > '9' && isDigits(string(n[2:])) && !strings.Contains(indianStates, string(n[:2]))
}

// otherLicence reports whether a licence is digits alone, and another number of them than the
// licences of its country have that are digits alone: in Britain those of Northern Ireland.
func otherLicence(country, number string) bool {
	right := 0
	switch country {
	case "GBR":
		right = 8
	case "JPN":
		right = 12
	case "NLD":
		right = 10
	default:
		return false
	}
	return len(number) != right && isDigits(number)
}

// tellCutLicence says that a British licence has not all of its characters. It reports whether it has
// said so.
func (v *Validator) tellCutLicence(rec *kyc.Record) bool {
	if rec.Submission[kyc.IssuingCountry] != "GBR" || !cutLicence(rec.Submission[kyc.DocumentNumber]) {
		return false
	}
	v.addDetail(rec, numberInvalid, fieldTable[kyc.DocumentNumber].name, "; it begins as a British driver number, and has not the 16 characters of one")
	return true
}

// cutLicence reports whether a number begins as those of British licences do, with five letters or
// nines and six digits, and has not their length, nor the one with the number of the issue behind.
func cutLicence(s string) bool {
	if len(s) < len("QUILL802298") || !isLetter(s[0]) {
		return false
	}
	var space [len("QUILL802298E99ZP97")]byte
	n, ok := compactCode(space[:0], s)
	if !ok || len(n) < len("QUILL802298") || len(n) == 16 || len(n) == 18 || n[0] <= '9' || !isDigits(string(n[5:11])) {
		return false
	}
	letters := strings.TrimRight(string(n[:5]), "9")
	return strings.IndexFunc(letters, notLetter) < 0
}

// isSocialSecurity reports whether a number is grouped as those of social security, and
// one of an adult: from 773 on none was given out until 2011. Licences of Mississippi are
// grouped so, too, and begin with 800.
func isSocialSecurity(s string) bool {
	return isGroupedSocial(s) && s[:3] < "773" && s[:3] != "000" && s[:3] != "666"
}

// isGroupedSocial reports whether a number is grouped as those of social security.
func isGroupedSocial(s string) bool {
	return len(s) == len("123-45-6789") && s[3] == '-' && s[6] == '-' && isDigits(s[:3]) && isDigits(s[4:6]) && isDigits(s[7:])
}

// shortTerm is how many years a document is valid for at most that was made in haste, and
// may have a number of another form.
const shortTerm = 3

// noteWritten notes how the number of a document stands to those of its country: by its
// check digit where there is one, and else by the way it is written.
func noteWritten(rec *kyc.Record, paper idnumber.Paper, d dates, shape *idnumber.Shape) idnumber.Verdict {
	country, number := rec.Submission[kyc.IssuingCountry], rec.Submission[kyc.DocumentNumber]
	verdict := idnumber.Doubtful(country, number, paper)
	switch {
	case verdict != idnumber.Other:
	case d.issued != 0 && d.expires > d.issued+shortTerm*year && shape.Retired(paper, int(d.issued)):
		verdict = idnumber.Unsound
	default:
		verdict = shape.Written(paper)
		if verdict == idnumber.Sound && paper == idnumber.Passport && shape.Signs && strings.ContainsAny(number, "-./") {
			verdict = idnumber.Unsound // where others have no sign
		}
	}
	if verdict == idnumber.Other && paper == idnumber.Card && withoutCards[country] && shape.Written(idnumber.Passport) == idnumber.Sound {
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

// papersApart are countries whose passports and identity cards have numbers that are written
// in ways of their own, or have check digits of their own.
var papersApart = newCountrySet("BEL BGR CZE HUN ITA POL ROU TUR ")

// serialsOfGermany is the day from which on all German documents that are valid yet have a
// serial without vowels.
const serialsOfGermany date = 2011_01_01

// tellOther says that the number of a passport, which is not written as those of passports
// are, is that of an identity card, or the other way round; or that it is a right one behind
// a word, or a German one with a vowel. It reports whether it has said so.
func (v *Validator) tellOther(rec *kyc.Record, paper idnumber.Paper, d dates, shape *idnumber.Shape) bool {
	country, number := rec.Submission[kyc.IssuingCountry], rec.Submission[kyc.DocumentNumber]
	if country == "DEU" && d.issued >= serialsOfGermany && (len(number) == 9 || len(number) == 10) && strings.ContainsAny(number[1:], "AEIOUaeiou") && signsOf(number) == len(number) {
		v.addDetail(rec, numberInvalid, fieldTable[kyc.DocumentNumber].name, "; there is a vowel in it, which numbers of German documents do not have")
		return true
	}
	if rest := behindLabel(number, country); rest != "" && idnumber.Written(country, rest, paper) == idnumber.Sound {
		v.addNumber(rec, kyc.DocumentNumber, formSayings[asLabelled].detail, formSayings[asLabelled].fix)
		return true
	}
	if !papersApart.has(country) || shape.Written(paper) == idnumber.Sound {
		return false
	}
	other, detail := idnumber.Card, "; it is written as the number of an identity card of its country, and not of a passport"
	if paper == idnumber.Card {
		other, detail = idnumber.Passport, "; it is written as the number of a passport of its country, and not of an identity card"
	}
	verdict := idnumber.Doubtful(country, number, other)
	if verdict == idnumber.Other && (country != "POL" && country != "BEL") {
		verdict = shape.Written(other)
	}
	if verdict != idnumber.Sound {
		return false
	}
	v.addNumber(rec, kyc.DocumentNumber, detail, "look at the document: put the type that it is, or the number that it has")
	return true
}

// cardsOfDigits are countries whose identity cards have numbers of digits, where passports begin
// with a letter; and those without a card, whose other papers have numbers of other forms.
var cardsOfDigits = newCountrySet("CHN PAK KOR THA IDN EGY KWT SAU DOM COL ZAF BGD VNM IRN LKA KAZ ARG CHL URY PRT NZL CAN ")

// ofPassport reports whether the number of an identity card begins as those of passports do and those of
// cards do not. Spanish cards have one that is written like those of passports, which begin with
// other letters.
func ofPassport(country, number string) bool {
	if country == "ESP" {
		return number[0] == 'P' || number[0] == 'X'
	}
	return isLetter(number[0]) && cardsOfDigits.has(country)
}

// passportOnCard reports whether the identity card of a citizen has a number that is written as those
// of passports, and not as those of cards.
func passportOnCard(rec *kyc.Record) bool {
	s := &rec.Submission
	country, number := s[kyc.IssuingCountry], s[kyc.DocumentNumber]
	if !ofPassport(country, number) || s[kyc.Nationality] != "" && s[kyc.Nationality] != country || toldOf(rec.Issues, kyc.DocumentNumber) {
		return false
	}
	return idnumber.Read(country, number, idnumber.OnCard).Verdict == idnumber.Other && idnumber.Written(country, number, idnumber.Passport) == idnumber.Sound
}

// behindLabel is what stands behind a word for a document, or the code of its country, and a
// blank or a sign, at the beginning of a number; "" for none.
func behindLabel(s, country string) string {
	at := 0
	for at < len(s) && isLetter(s[at]) {
		at++
	}
	if at == 0 || at > len("passport") || at+shortestNumber >= len(s) || strings.IndexByte(" .:#-", s[at]) < 0 {
		return ""
	}
	if word := s[:at]; word != country && !labels.has(word) && !shortLabels.has(word) {
		return ""
	}
	return strings.TrimLeft(s[at:], " .:#-")
}

// withoutCards are countries that have no identity card, so that what is called one and
// has the number of a passport is a passport.
var withoutCards = map[string]bool{"AUS": true, "DNK": true, "GBR": true}

// compareHolder holds what the number of a document tells of its holder against the record.
// It is believed at once where it tells the last name, too, or the birth date of the record; else
// other rows must show that such numbers are right. It reports whether it has said something.
func (v *Validator) compareHolder(rec *kyc.Record, paper idnumber.Paper, d dates) bool {
	s := &rec.Submission
	country := s[kyc.IssuingCountry]
	if country != "GBR" && country != "MEX" && country != "CAN" {
		return false
	}
	h := idnumber.HolderOf(country, s[kyc.DocumentNumber], paper)
	switch born := h.Name != "" && d.birth != 0 && !bornAtAnother(h.Facts, d.birth); {
	case born && country != "MEX" && anothersName(s, h.Head[0]):
		detail := "; it begins as no name of the person does: " + withArticle(h.Name) + " has the last name in it"
		if !v.hasOwnName(s, h.Facts.Gender, d) {
			detail += ", which may be the one of before a marriage"
		}
		v.addDetail(rec, numberInvalid, fieldTable[kyc.DocumentNumber].name, detail)
	case born && country == "MEX" && beginsWith(s[kyc.LastName], h.Head[:h.Known]):
		v.compareFacts(rec, h.Facts, d, h.Name)
	case born && h.Name == idnumber.Ontario:
		v.checkBirthday(rec, d)
		return false
	case h.Name == "" || !bornAtAnother(h.Facts, d.birth):
		return false
	case beginsWith(s[kyc.LastName], h.Head[:h.Known]):
		v.compareFacts(rec, h.Facts, d, h.Name)
	default:
		rec.Odd = rec.Odd.With(kyc.DocumentNumber)
	}
	return true
}

// hasOwnName reports whether a person must have the name of the licence yet: a man, or a woman
// whose licence is not old.
func (v *Validator) hasOwnName(s *kyc.Submission, told idnumber.Gender, d dates) bool {
	switch told {
	case idnumber.Male:
		if s[kyc.Gender] != "female" {
			return true
		}
	case idnumber.Unknown:
		if s[kyc.Gender] == "male" {
			return true
		}
	case idnumber.Female:
	}
	return told != idnumber.Male && d.issued != 0 && d.issued+freshName > v.today
}

// anothersName reports whether no word of the names of a person begins with a letter.
func anothersName(s *kyc.Submission, letter byte) bool {
	for _, name := range [...]string{s[kyc.FullName], s[kyc.LastName]} {
		begins := true
		for _, r := range name {
			if r >= utf8.RuneSelf {
				if r = foldRune(r); r == 0 {
					continue
				}
			}
			switch {
			case r >= utf8.RuneSelf, begins && byte(r)&^0x20 == letter:
				return false
			default:
				begins = !isLetter(byte(r))
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
