package validate

import (
	"strings"

	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
)

// What numbers are told by the numbers of other rows.
const (
	oddNumber      = iota // an identity number of no kind that is known, where nearly all others of the country are
	oddCard               // the same of the number of an identity card, or of its check digit
	oddPassport           // the same of a passport
	oddLicence            // the same of a driver's licence
	passportAsCard        // a card with the number of a passport, of a country that has no cards
	oddCheck              // the number of a card or a licence without the check digits that others of its country have
	oddPersonCheck        // the same of the number of a person
	oddDigits             // the number of a card that is digits alone, where cards of its country have letters
	oddTerm               // a passport that is valid for ten years, of a country that issues none for that, or to nobody of that age
	oddCardTerm           // the same of an identity card
	lostOfPerson          // the number of a person that others of the country show to have lost noughts
	lostOnCard            // the same of an identity card
	keyAsNumber
	keyAsIdentity
	passportAsIdentity
	countedDocument
	countedIdentity

	numNumberRules
)

var numberRules = [numNumberRules]rarityRule{
	oddNumber:          {numberInvalid, kyc.IdentityNumber, "; it is not written as a number of its country, while nearly all others of that country are"},
	oddCard:            {numberInvalid, kyc.DocumentNumber, "; it is not written as a number of such cards, or its check digit is wrong, while nearly all others of its country are right"},
	oddPassport:        {numberInvalid, kyc.DocumentNumber, "; it is not written as a number of such passports, while nearly all others of its country are"},
	oddLicence:         {numberInvalid, kyc.DocumentNumber, "; it is not written as a number of such licences, or its check digits are wrong, while nearly all others of its country are right"},
	passportAsCard:     {numberInvalid, kyc.DocumentNumber, "; it is written as the number of a passport, and its country has no identity cards"},
	oddCheck:           {numberInvalid, kyc.DocumentNumber, "; its check digits are wrong, while those of others of its country are right"},
	oddPersonCheck:     {numberInvalid, kyc.IdentityNumber, "; its check digit is wrong, while those of others of its country are right"},
	oddDigits:          {numberInvalid, kyc.DocumentNumber, "; the identity cards of its country have letters in their numbers, or another number of digits"},
	oddTerm:            {validityUnusual, kyc.ExpireDate, tenYears},
	oddCardTerm:        {validityUnusual, kyc.ExpireDate, tenYears},
	lostOfPerson:       {numberInvalid, kyc.IdentityNumber, noughtsLost},
	lostOnCard:         {numberInvalid, kyc.DocumentNumber, noughtsLost},
	keyAsNumber:        {numberInvalid, kyc.DocumentNumber, "; it is a key of this source, or its userid"},
	keyAsIdentity:      {numberInvalid, kyc.IdentityNumber, "; it is a key of this source, or its userid"},
	passportAsIdentity: {numberInvalid, kyc.IdentityNumber, "; it is the number of the passport, while nearly all others of its country have one of their own"},
	countedDocument:    {placeholder, kyc.DocumentNumber, sampleSayings[sampleCounted]},
	countedIdentity:    {placeholder, kyc.IdentityNumber, sampleSayings[sampleCounted]},
}

const noughtsLost = "; noughts at its beginning were lost, perhaps in a spreadsheet: with them its check digit is right, and others of its country have their full length; " + fromTheText

const tenYears = "; it is valid for ten years, while others of the source have the right terms"

// How much rarer than the usual a number must be, and how many usual ones there must be.
const (
	leastUsual = 5
	usualToOdd = 8

	// Of what is judged by the way it is written only, a country may have begun with
	// another one.
	leastWritten = 8
	writtenToOdd = 12

	// In a source whose documents mostly have numbers that are written well, fewer do.
	leastCredible   = 4
	credibleToOdd   = 5
	credibleSource  = 12  // of documents that are written well, for each that is not
	leastOfCredible = 100 // of documents that are written well
	leastOfCards    = 20  // of cards

	// What no chance makes right is believed sooner: check digits, and terms.
	leastChecked = 4
	checkedToOdd = 3
	usualToLost  = 2 // a spreadsheet takes the noughts of all that begin with them
)

// tally counts the numbers of one field in one country.
type tally struct {
	usual int64
	odd   []uint32 // rows
}

// told reports whether the odd ones are so few that they are wrong.
func (t *tally) told() bool { return t.few(leastUsual, usualToOdd) }

// few reports whether there are odd ones, each beside so many usual ones.
func (t *tally) few(least, toOdd int64) bool {
	return len(t.odd) > 0 && len(t.odd) < mostRare && t.usual >= least && int64(len(t.odd))*toOdd <= t.usual
}

// numberLog is what is known of numbers across rows.
type numberLog struct {
	tallies     [numNumberRules][]tally // by the numbers of countries; 0 is that of all others
	key, userid string                  // of the first record that has one: how they are written
	before      [2]lately
	keyed       [2]tally
	counted     [2][]uint32
}

// lately is a number of the row before, to see whether numbers count the rows.
type lately struct {
	text    [24]byte
	n       int
	counted bool // it was noted, and the next row may show that it is one of many
}

// numberFields are those that are looked at.
var numberFields = [2]kyc.Field{kyc.DocumentNumber, kyc.IdentityNumber}

// note looks at the numbers of a record with this key.
func (l *numberLog) note(rec *kyc.Record, key string, row uint32) {
	s := &rec.Submission
	if l.key == "" {
		l.key = strings.Clone(key)
	}
	if l.userid == "" && s[kyc.UserID] != key {
		l.userid = strings.Clone(s[kyc.UserID])
	}
	for i, f := range numberFields {
		number := s[f]
		if number == "" {
			continue
		}
		if l.noteKey(i, number, key, s[kyc.UserID], row) {
			rec.Odd &^= kyc.FieldsOf(f) // said as a key
		}
		l.noteCounted(i, rec, row)
	}
	if s[kyc.IdentityNumber] == "" && rec.Usual|rec.Odd == 0 {
		return
	}
	l.noteKind(rec, row)
}

// keyOf is the key of a record that has one part.
func keyOf(rec *kyc.Record) string {
	if len(rec.Key.Parts) == 1 {
		return rec.Key.Parts[0]
	}
	return ""
}

// noteKey counts numbers, and those that are a key: the record's own, or one that has
// changed places with it. It reports whether one is, and
// few others are.
func (l *numberLog) noteKey(i int, number, key, userid string, row uint32) bool {
	t := &l.keyed[i]
	own := number == key || number == userid
	if own || swapped(number, key, l.key) || swapped(number, userid, l.userid) {
		if len(t.odd) < mostRare {
			t.odd = append(t.odd, row)
		}
		return int64(len(t.odd)) < t.usual
	}
	t.usual++
	return false
}

// shortestKey is the length of the shortest key whose form tells it from numbers.
const shortestKey = 6

// sameBegin is how many digits keys of digits alone have in common at their beginning, at
// least, by which they are told from numbers.
const sameBegin = 3

// swapped reports whether a number is written as the keys of the source are, and the
// record's own key is not.
func swapped(number, key, first string) bool {
	if len(number) == len(first) && len(first) > shortestKey && isDigits(first) {
		return number[:sameBegin] == first[:sameBegin] && isDigits(number) && key != "" && !isDigits(key)
	}
	return len(number) == len(first) && len(first) >= shortestKey && key != "" && sameForm(number, first, true) && !sameForm(key, first, false)
}

// sameForm reports whether two texts have digits, letters and signs at the same places.
// Where strict is asked for, letters before the first digit must be the same ones, and
// there must be some.
func sameForm(a, b string, strict bool) bool {
	if len(a) != len(b) {
		return false
	}
	head := true
	for i := range len(a) {
		x, y := a[i], b[i]
		switch {
		case x >= '0' && x <= '9':
			if y < '0' || y > '9' || strict && head && i == 0 {
				return false
			}
			head = false
		case isLetter(x):
			if !isLetter(y) || strict && head && x != y || (x^y)&0x20 != 0 {
				return false
			}
		case x != y:
			return false
		}
	}
	return true
}

// noteCounted notes a number whose digits count up from one, unless the row before or
// behind has one so near that numbers count the rows.
func (l *numberLog) noteCounted(i int, rec *kyc.Record, row uint32) {
	number := rec.Submission[numberFields[i]]
	before := &l.before[i]
	near := before.near(number)
	if before.counted && near {
		l.counted[i] = l.counted[i][:len(l.counted[i])-1]
	}
	before.n = copy(before.text[:], number)
	before.counted = !near && isCounted(number) && len(l.counted[i]) < mostRare && !toldOf(rec.Issues, numberFields[i])
	if before.counted {
		l.counted[i] = append(l.counted[i], row)
	}
}

// toldOf reports whether something is said of a field already.
func toldOf(issues []kyc.Issue, f kyc.Field) bool {
	for i := range issues {
		if issues[i].Field == fieldTable[f].name {
			return true
		}
	}
	return false
}

// near reports whether a number is that of the row before but for its last digits.
func (b *lately) near(number string) bool {
	const last = 3
	return b.n == len(number) && b.n > last && string(b.text[:b.n-last]) == number[:b.n-last]
}

// noteKind counts a number by its country, where the record is of one.
func (l *numberLog) noteKind(rec *kyc.Record, row uint32) {
	s := &rec.Submission
	country := s[kyc.IssuingCountry]
	if country == "" {
		country = s[kyc.Nationality]
	}
	if country == "" {
		return
	}
	twice := s[kyc.IdentityNumber] == s[kyc.DocumentNumber]
	if rec.Usual.Has(kyc.DocumentNumber) || rec.Odd.Has(kyc.DocumentNumber) && !toldOf(rec.Issues, kyc.DocumentNumber) {
		odd := rec.Odd.Has(kyc.DocumentNumber)
		l.count(ruleOf(s, country, odd), country, odd, row)
	}
	switch {
	case rec.Usual.Has(kyc.IdentityNumber), twice && rec.Usual.Has(kyc.DocumentNumber) && s[kyc.IDType] == "government_id" && idnumber.OnCards(country):
		l.count(oddNumber, country, false, row)
	case twice && s[kyc.IDType] == "passport" && atHome(s):
		if !ownersOnPassport[country] && isForeign(country, s[kyc.IdentityNumber]) {
			l.count(passportAsIdentity, country, true, row)
		}
	case rec.Odd.Has(kyc.IdentityNumber):
		rule := oddNumber
		if lostNoughts(country, s[kyc.IdentityNumber], placeOfIdentity(s[kyc.IDType])) {
			rule = lostOfPerson
		}
		l.count(rule, country, true, row)
	case s[kyc.IdentityNumber] != "" && atHome(s) && !toldOf(rec.Issues, kyc.IdentityNumber):
		if verdict := idnumber.Doubtful(country, s[kyc.IdentityNumber], idnumber.Person); verdict != idnumber.Other {
			l.count(oddPersonCheck, country, verdict == idnumber.Unsound, row)
		}
	}
}

// ruleOf is what tells the odd ones among the numbers of documents of a type, for an odd one or a usual.
func ruleOf(s *kyc.Submission, country string, odd bool) int {
	switch s[kyc.IDType] {
	case "passport":
		return oddPassport
	case "drivers_license":
		if idnumber.Doubtful(country, s[kyc.DocumentNumber], idnumber.Licence) != idnumber.Other {
			return oddCheck
		}
		return oddLicence
	}
	if idnumber.Doubtful(country, s[kyc.DocumentNumber], idnumber.Card) != idnumber.Other {
		return oddCheck
	}
	if odd && lostNoughts(country, s[kyc.DocumentNumber], idnumber.OnCard) {
		return lostOnCard
	}
	if withoutCards[country] {
		return passportAsCard
	}
	if idnumber.OfNoCard(country, s[kyc.DocumentNumber]) {
		return oddDigits
	}
	return oddCard
}

// isForeign reports whether a number is none that persons of a country have.
func isForeign(country, number string) bool {
	if idnumber.Known(country) {
		return idnumber.Read(country, number, idnumber.OfCardOwner).Verdict == idnumber.Other
	}
	return idnumber.Written(country, number, idnumber.Person) == idnumber.Unsound
}

// count counts a number of a country.
func (l *numberLog) count(rule int, country string, odd bool, row uint32) {
	list := &l.tallies[rule]
	if *list == nil {
		*list = make([]tally, kyc.NumCountries+1)
	}
	t := &(*list)[kyc.CountryNumber(country)]
	if !odd {
		t.usual++
	} else if len(t.odd) < mostRare {
		t.odd = append(t.odd, row)
	}
}

// tell finds what is so rare that it is wrong.
func (l *numberLog) tell(x *Identity) error {
	find := func(rule int, rows []uint32) error {
		if x.severity[numberRules[rule].rule] == kyc.Off {
			return nil
		}
		for _, row := range rows {
			if err := x.find(finding{row: row, mark: numberMarks + uint64(rule)}); err != nil {
				return err
			}
		}
		return nil
	}
	told := l.judge()
	for rule, list := range l.tallies {
		for at := range list {
			t := tally{l.usualOf(rule, at), list[at].odd}
			if told(rule, &t) && !l.outnumbered(rule, at) {
				if err := find(rule, t.odd); err != nil {
					return err
				}
			}
		}
	}
	for i := range numberFields {
		if l.keyed[i].told() {
			if err := find(keyAsNumber+i, l.keyed[i].odd); err != nil {
				return err
			}
		}
		if err := find(countedDocument+i, l.counted[i]); err != nil {
			return err
		}
	}
	return nil
}
