package validate

import (
	"strings"

	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
)

// checkNumbers judges the numbers of the person and of the document by what
// their country publishes, and holds what they say against the record.
func (v *Validator) checkNumbers(rec *kyc.Record, d dates) {
	s := &rec.Submission
	for _, f := range [...]kyc.Field{kyc.IdentityNumber, kyc.DocumentNumber, kyc.CF1, kyc.CF2, kyc.CF3} {
		if len(s[f]) >= shortestZone && strings.IndexByte(s[f], '<') >= 0 {
			v.checkZone(rec, f, d)
		}
	}
	if s[kyc.DocumentNumber] != "" && !v.checkForm(rec, kyc.DocumentNumber) {
		v.checkDocumentNumber(rec, d)
	}
	if s[kyc.IdentityNumber] != "" && !v.checkForm(rec, kyc.IdentityNumber) && (s[kyc.IdentityNumber] != s[kyc.DocumentNumber] || s[kyc.IDType] == "drivers_license" && onLicence.has(s[kyc.IssuingCountry])) {
		v.checkIdentityNumber(rec, d)
		v.checkOwner(rec)
	}
	if len(s[kyc.DocumentNumber]) == len(s[kyc.IdentityNumber]) && len(s[kyc.DocumentNumber]) >= leastTwin && slipApart(s[kyc.DocumentNumber], s[kyc.IdentityNumber]) && !toldOf(rec.Issues, kyc.DocumentNumber) && !toldOf(rec.Issues, kyc.IdentityNumber) {
		v.addDetail(rec, numberInvalid, fieldTable[kyc.DocumentNumber].name, "; it is the identity number of the row but for one character, or for two that have changed places")
	}
}

// leastTwin is the length from which on two numbers of a row are no two that are alike by
// chance.
const leastTwin = 8

// slipApart reports whether two texts of one length differ in one character, or in two
// side by side that have changed places.
func slipApart(a, b string) bool {
	at := 0
	for at < len(a) && a[at] == b[at] {
		at++
	}
	switch {
	case at == len(a):
		return false
	case a[at+1:] == b[at+1:]:
		return true
	}
	return at+1 < len(a) && a[at] == b[at+1] && a[at+1] == b[at] && a[at+2:] == b[at+2:]
}

// shortestZone is the length of the shortest thing that is read as a
// machine-readable zone.
const shortestZone = 44

func (v *Validator) checkZone(rec *kyc.Record, f kyc.Field, d dates) {
	zone := idnumber.ReadZone(rec.Submission[f])
	switch zone.Verdict {
	case idnumber.Unsound:
		v.add(rec, mrzCheckDigit, fieldTable[f].name)
	case idnumber.Sound:
		v.compareFacts(rec, zone.Facts, d, "machine-readable zone")
		v.compareZone(rec, f, &zone, d)
	case idnumber.Other:
	}
}

// placeOfIdentity is where the number of a person is looked for. Beside a licence
// it may be that of the licence.
func placeOfIdentity(idType string) idnumber.Place {
	switch idType {
	case "drivers_license", "":
		return idnumber.OfPerson
	}
	return idnumber.OfCardOwner
}

// checkIdentityNumber judges the person's number as one of the country that
// issued the document or of the person's own. It is wrong where neither could have
// given it out, nor the country that the person lives in; and nothing is said of a
// foreigner's where the numbers of a country are not known.
func (v *Validator) checkIdentityNumber(rec *kyc.Record, d dates) {
	s := &rec.Submission
	place := placeOfIdentity(s[kyc.IDType])
	issuing, own, home := s[kyc.IssuingCountry], s[kyc.Nationality], s[kyc.AddressCountry]
	if issuing == "" {
		issuing = own
	}
	if own == "HUN" && issuing == own && idnumber.LacksDigit(s[kyc.IdentityNumber], int(d.birth)) { // else it may fit the number of another country by chance
		v.addDetail(rec, numberInvalid, fieldTable[kyc.IdentityNumber].name, "; it is a Hungarian tax number of which a digit is missing")
		return
	}
	reading, residence := idnumber.Read(issuing, s[kyc.IdentityNumber], place), idnumber.Reading{}
	if fits(reading, d) {
		switch {
		case !atHome(s):
		case issuing == "FIN" && withoutCentury(s[kyc.IdentityNumber]):
			rec.Odd = rec.Odd.With(kyc.IdentityNumber)
		default:
			rec.Usual = rec.Usual.With(kyc.IdentityNumber)
		}
		v.judge(rec, kyc.IdentityNumber, reading, d)
		return
	}
	for _, other := range [...]string{own, home} {
		if other == "" || other == issuing {
			continue
		}
		second := idnumber.Read(other, s[kyc.IdentityNumber], place)
		switch {
		case fits(second, d) && second.Facts.Month == 0 && reading.Verdict == idnumber.Unsound && tellsOwner(reading, d):
			// It tells the birth date in the way of the country, and fits another one by chance.
		case fits(second, d):
			v.judge(rec, kyc.IdentityNumber, second, d)
			return
		case other != own:
			residence = second
		case reading.Verdict != idnumber.Sound && second.Verdict != idnumber.Other:
			reading = second
		}
	}
	switch {
	case reading.Verdict != idnumber.Sound && v.checkIdentityNoughts(rec, issuing, place, d):
		return
	case reading.Verdict == idnumber.Unsound && own != "" && own != issuing && !idnumber.Known(own):
		return
	case reading.Verdict == idnumber.Other && wrongThere(residence, d) && knownOrNone(own) && knownOrNone(issuing):
		reading = residence
	case reading.Verdict == idnumber.Other && own == issuing && v.tellOwn(rec, own):
		return
	case reading.Verdict == idnumber.Other && residence.Verdict == idnumber.Other && own == issuing && v.tellStray(rec, kyc.IdentityNumber, datedStray(own, s[kyc.IdentityNumber], place, d)):
		return
	case reading.Verdict == idnumber.Other && atHome(s):
		if !idnumber.Known(issuing) && idnumber.Written(issuing, s[kyc.IdentityNumber], idnumber.Person) == idnumber.Sound {
			rec.Usual = rec.Usual.With(kyc.IdentityNumber)
		} else if !v.tellNone(rec, issuing) && !v.tellStray(rec, kyc.IdentityNumber, idnumber.Stray(issuing, s[kyc.IdentityNumber], place, int(d.birth))) && (oddThere(issuing, s[kyc.IdentityNumber]) || lostNoughts(issuing, s[kyc.IdentityNumber], place)) {
			rec.Odd = rec.Odd.With(kyc.IdentityNumber)
		}
	}
	v.judge(rec, kyc.IdentityNumber, reading, d)
}

// leastPerson is how many letters and digits the number of a person has at least where
// all have long ones.
const leastPerson = 6

// tellNone says that a number of no kind that is known is too short for one of a country,
// or a telephone's. It reports whether it has said so.
func (v *Validator) tellNone(rec *kyc.Record, country string) bool {
	number := rec.Submission[kyc.IdentityNumber]
	switch {
	case signsOf(number) < leastPerson && within(country, longPersons):
		v.addDetail(rec, numberInvalid, fieldTable[kyc.IdentityNumber].name, "; it is shorter than any of its country: a part may be missing")
	case country == "CAN" && number[0] == '0' && signsOf(number) == len("046454286"):
		v.addDetail(rec, numberInvalid, fieldTable[kyc.IdentityNumber].name, "; no Canadian social insurance number begins with a nought, but in examples")
	case isMobile(number, mobiles.of(country)):
		v.addNumber(rec, kyc.IdentityNumber, formSayings[asPhone].detail, formSayings[asPhone].fix)
	default:
		return false
	}
	return true
}

// tellOwn says that a number has the form of one of a country that the person is a citizen
// of, which wherever they live gives nobody such a one. It reports whether it has said so,
// or leaves it to other rows.
func (v *Validator) tellOwn(rec *kyc.Record, own string) bool {
	number := rec.Submission[kyc.IdentityNumber]
	switch {
	case own == "USA" && number[0] == '9' && signsOf(number) == len("912734410") && (len(number) == 9 && isDigits(number) || isGroupedSocial(number)):
		v.addDetail(rec, numberInvalid, fieldTable[kyc.IdentityNumber].name, "; no US social security number begins with a 9: that is one for taxpayers who have none, and citizens have one")
	case own == "GBR" && isInsurance(number): // where others end in a letter from A to D
		rec.Odd = rec.Odd.With(kyc.IdentityNumber)
	default:
		return false
	}
	return true
}

// isInsurance reports whether a number is written as a British one of national insurance but
// for its last letter, which is none that employers put for a time.
func isInsurance(s string) bool {
	var space [len("AB123456C")]byte
	n, ok := compactCode(space[:0], s)
	return ok && len(n) == len(space) && n[0] > '9' && n[1] > '9' && isDigits(string(n[2:8])) && n[8] > 'D' && n[8] != 'M' && n[8] != 'F'
}

// datedStray is what a number of a person is that has the birth date in it as those of the
// country do, but a digit too many or too few.
func datedStray(country, number string, place idnumber.Place, d dates) idnumber.Misfit {
	if d.birth == 0 || !idnumber.Dated(country) {
		return idnumber.Misfit{}
	}
	if m := idnumber.Stray(country, number, place, int(d.birth)); !m.Company {
		return m
	}
	return idnumber.Misfit{}
}

// longPersons are countries where nobody has a number of fewer than six letters and digits.
const longPersons = "USA CAN GBR IRL DEU AUT CHE FRA BEL NLD LUX ESP ITA POL CZE SVK HUN ROU BGR HRV SRB SVN BIH MKD MNE SWE NOR DNK FIN EST LVA LTU TUR RUS UKR BLR KAZ CHN KOR JPN TWN SGP MYS IDN THA VNM IND PAK BRA MEX ZAF EGY SAU ARE KWT AUS NZL NGA GHA "

// mobiles are how numbers of mobile phones begin in countries where none of a person is
// written so, and, last, how many digits they have.
var mobiles = newByCountry(map[string][]string{
	"KEN": {"07", "01", "10"}, "UGA TZA": {"07", "06", "03", "10"}, "RWA ZWE LKA ROU JOR CHE": {"07", "10"}, "ZMB": {"07", "09", "10"}, "PHL": {"09", "11"}, "GHA": {"02", "05", "10"}, "NGA": {"070", "080", "081", "090", "091", "11"}, "ZAF": {"06", "07", "08", "10"},
	"GBR": {"07", "11"}, "IRL": {"08", "10"}, "FRA MAR": {"06", "07", "10"}, "NLD": {"06", "10"}, "BEL AUS": {"04", "10"}, "MYS": {"01", "10"}, "THA": {"06", "08", "09", "10"}, "VNM": {"03", "05", "07", "08", "09", "10"},
	"PAK": {"03", "11"}, "BGD EGY": {"01", "11"}, "SAU ARE ISR": {"05", "10"}, "TUR": {"05", "11"}, "KOR": {"010", "11"}, "JPN": {"070", "080", "090", "11"}, "TWN": {"09", "10"}, "DEU": {"015", "016", "017", "11 12"}, "ESP": {"6", "7", "9"}, "GRC": {"69", "10"}, "ITA": {"3", "10"}, "CHN": {"13", "15", "17", "18", "19", "11"},
})

// lengthsWritten are how the lengths of such numbers are written there.
var lengthsWritten = [17]string{"-", "-", "-", "-", "-", "-", "-", "-", "8", "9", "10", "11", "12", "-", "-", "-", "-"}

// isMobile reports whether a number is that of a mobile phone of a country, as people there
// write it.
func isMobile(number string, phones []string) bool {
	if len(phones) == 0 || len(number) > len("(0) 0722 000 000") {
		return false
	}
	var space [16]byte
	n, ok := compactCode(space[:0], number)
	last := len(phones) - 1
	if !ok || len(n) == 0 || !isDigits(string(n)) || !strings.Contains(phones[last], lengthsWritten[len(n)]) {
		return false
	}
	for _, begin := range phones[:last] {
		if strings.HasPrefix(string(n), begin) {
			return true
		}
	}
	return false
}

// withoutCentury reports whether the sign between the birth date and the serial of a
// Finnish number, which tells the century, is missing.
func withoutCentury(number string) bool {
	const date = len("DDMMYY")
	return len(number) > date && (number[date] == ' ' || isDigits(number[date:date+1]))
}

// wrongThere reports whether a reading by the country that a foreigner lives in is of
// a number of that country, and a wrong one. The number may be one of home of a kind
// that is not known, so its form alone does not say so: no other must have that form,
// or it must tell the person's birth date.
func wrongThere(r idnumber.Reading, d dates) bool {
	return r.Verdict == idnumber.Unsound && (r.Distinct || r.Facts.Month != 0 && d.birth != 0 && !bornAtAnother(r.Facts, d.birth))
}

// knownOrNone reports whether numbers of a country are known, if there is one.
func knownOrNone(country string) bool { return country == "" || idnumber.Known(country) }

// checkIdentityNoughts looks for lost noughts by the person's countries. Where the
// nationality is not known, that of who issued the document stands for it.
func (v *Validator) checkIdentityNoughts(rec *kyc.Record, issuing string, place idnumber.Place, d dates) bool {
	own, home := rec.Submission[kyc.Nationality], rec.Submission[kyc.AddressCountry]
	if own == "" {
		own = issuing
	}
	return v.checkNoughts(rec, kyc.IdentityNumber, own, place, d, true) ||
		issuing != own && v.checkNoughts(rec, kyc.IdentityNumber, issuing, place, d, false) ||
		home != own && home != issuing && v.checkNoughts(rec, kyc.IdentityNumber, home, place, d, false)
}

// checkNoughts says that a number would be one of a country if it had not lost the
// noughts at its beginning. A number that tells a birth date must tell the person's;
// one that tells none is believed to be of the country of its owner only. It reports
// whether it has said so.
func (v *Validator) checkNoughts(rec *kyc.Record, f kyc.Field, country string, place idnumber.Place, d dates, owner bool) bool {
	if first := rec.Submission[f][0]; first <= '0' || first > '9' {
		return false // noughts are lost before other digits
	}
	r := idnumber.Restore(country, rec.Submission[f], place)
	switch dated := r.Facts.Month != 0 || r.Facts.Year != 0; {
	case r.Verdict != idnumber.Sound:
		return false
	case dated && (d.birth == 0 || bornAtAnother(r.Facts, d.birth)):
		return false
	case !dated && !owner:
		return false
	}
	detail := "; a nought at its beginning was lost, perhaps in a spreadsheet: with it, it is "
	if r.Lost > 1 {
		detail = "; noughts at its beginning were lost, perhaps in a spreadsheet: with them, it is "
	}
	v.addNumber(rec, f, detail+withArticle(r.Name), fromTheText)
	return true
}

// lostNoughts reports whether a number may be one of a country that has lost several noughts,
// and nothing in it but a check digit tells so.
func lostNoughts(country, number string, place idnumber.Place) bool {
	return idnumber.RestoreUndated(country, number, place).Verdict == idnumber.Sound
}

// fromTheText is what to do about a number that has lost its noughts.
const fromTheText = "export the column as text; or put the noughts back in the mapping, with repeat in an expr, where all numbers have one length"

// fits reports whether a number is sound and tells no other birth date.
func fits(r idnumber.Reading, d dates) bool {
	return r.Verdict == idnumber.Sound && !bornAtAnother(r.Facts, d.birth)
}

// bornAtAnother reports whether facts are of somebody born on another day.
func bornAtAnother(f idnumber.Facts, birth date) bool {
	return birth != 0 && f.Contradicts(int(birth/year), int(birth/1_00%1_00), int(birth%1_00))
}

// judge says what a reading came to.
func (v *Validator) judge(rec *kyc.Record, f kyc.Field, r idnumber.Reading, d dates) {
	switch r.Verdict {
	case idnumber.Unsound:
		if !v.issuedSince(rec, d, r.Until) {
			v.addDetail(rec, numberInvalid, fieldTable[f].name, "; it has the form of "+withArticle(r.Name))
		}
	case idnumber.Sound:
		if kind := nearlyCounted(rec.Submission[f]); kind != noSample {
			v.tellSample(rec, f, kind)
			return
		}
		v.compareFacts(rec, r.Facts, d, r.Name)
		if r.Name == fiscalCode && !bornAtAnother(r.Facts, d.birth) {
			v.checkFiscal(rec, f)
		}
	case idnumber.Other:
	}
}

// withArticle is the name of a kind of number in a sentence.
func withArticle(name string) string {
	if strings.IndexByte("AEIO", name[0]) >= 0 || strings.HasPrefix(name, "Uz") {
		return "an " + name
	}
	return "a " + name
}

// issuedSince reports whether the number may have been given out from a day on:
// the document that it came with was, or one that is not known.
func (v *Validator) issuedSince(rec *kyc.Record, d dates, day int) bool {
	if day == 0 {
		return false
	}
	switch rec.Submission[kyc.IDType] {
	case "government_id", "residence_permit":
		return d.issued >= date(day)
	}
	return false
}

// compareFacts holds what a number says of its holder against the record.
func (v *Validator) compareFacts(rec *kyc.Record, f idnumber.Facts, d dates, name string) {
	if bornAtAnother(f, d.birth) {
		v.addDetail(rec, documentBirthMismatch, fieldTable[kyc.BirthDate].name, ": "+name)
	}
	if otherGender(f, rec.Submission[kyc.Gender]) {
		v.addDetail(rec, documentGenderMismatch, fieldTable[kyc.Gender].name, ": "+name)
	}
}

// otherGender reports whether facts are of somebody of another gender.
func otherGender(f idnumber.Facts, gender string) bool {
	return f.Gender == idnumber.Male && gender == "female" || f.Gender == idnumber.Female && gender == "male"
}
