package validate

import (
	"maps"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
)

// sample is what a number was made up as.
type sample uint8

const (
	noSample sample = iota
	sampleWord
	sampleSpecimen
	sampleCounted
	samplePattern
	sampleMasked
)

// sampleSayings are what is said of a number that was made up, behind the sentence of
// the rule.
var sampleSayings = [...]string{
	sampleWord:     "; the number begins with a word for a test",
	sampleSpecimen: "; the number stands on specimens and in examples",
	sampleCounted:  "; its digits count up from one",
	samplePattern:  "; one digit, or a few of them, come again and again",
	sampleMasked:   "; a part of it is hidden behind crosses",
}

// checkSample says that a number was made up, where nothing is said of it as a word
// already. It reports whether there is nothing more to say.
func (v *Validator) checkSample(rec *kyc.Record, f kyc.Field, seen uint8) bool {
	value := rec.Submission[f]
	if seen&seenForeign != 0 {
		v.checkLetters(rec, f)
		return false
	}
	kind := sampleWithSigns(value, seen)
	switch {
	case kind != noSample:
	case specimenThere(rec, value):
		kind = sampleSpecimen
	default:
		return false
	}
	return v.tellSample(rec, f, kind)
}

// tellSample says what a number was made up as.
func (v *Validator) tellSample(rec *kyc.Record, f kyc.Field, kind sample) bool {
	r := placeholder
	if kind == sampleWord {
		r = testData
	}
	if judgeWord(roleNumber, f, rec.Submission[f]) == none {
		v.addDetail(rec, r, fieldTable[f].name, sampleSayings[kind])
	}
	return true
}

// specimens are numbers of documents that were printed to be shown, and those of
// ICAO 9303.
var specimens = newWordSet("c01x00t47|c01x00t478|l01x00t47|l01x00t471|t22000129|t220001293|c01x0006h|c01x0006h1|l898902c|l898902c3|l898902c36|d23145890|d231458907|" +
	"speci2011|speci2014|speci20142|speci2021|speci20212|x4rtbpfw4|ca00000aa|e00007730|ze000509|baa000589|s0a00a00|x0a00a00|007007007|qq123456c|qq123456a")

// ends are the first two characters that some words have, and the last two.
type ends struct{ first, last [32]uint32 }

// specimenEnds tell most numbers from specimens.
var specimenEnds = func() (e ends) {
	for w := range specimens.words {
		n := len(w)
		e.first[w[0]&31] |= 1 << (w[1] & 31)
		e.last[w[n-1]&31] |= 1 << (w[n-2] & 31)
	}
	return e
}()

// may reports whether a text of two characters or more has such ends.
func (e *ends) may(s string) bool {
	n := len(s)
	return e.first[s[0]&31]>>(s[1]&31)&(e.last[s[n-1]&31]>>(s[n-2]&31))&1 != 0
}

// specimenNumbers are numbers of persons that were published as examples, or became
// known to everybody, by the country that they are of.
var specimenNumbers = map[string]string{
	"10000000146": "TUR", "078051120": "USA", "078-05-1120": "USA", "219099999": "USA", "219-09-9999": "USA", "457555462": "USA", "457-55-5462": "USA",
	"784123412345671": "ARE", "784-1234-1234567-1": "ARE", "1-9": "CHL", "999999990": "NLD", "999999011": "NLD",
}

// specimenSet are those numbers, for a quick look.
var specimenSet = newWordSet(slices.Collect(maps.Keys(specimenNumbers))...)

// specimenThere reports whether a number is an example of a country of the record.
func specimenThere(rec *kyc.Record, number string) bool {
	if !specimenSet.has(number) {
		return false
	}
	country := specimenNumbers[number]
	return country != "" && (rec.Submission[kyc.IssuingCountry] == country || rec.Submission[kyc.Nationality] == country)
}

// testWords are what people begin a number with that is for a test, and behind which
// there is nothing but digits.
var testWords = newWordSet("test|tests|testid|testdoc|testpass|testpassport|testnumber|testuser|demo|demodoc|demoid|dummy|dummydoc|dummyid|sample|sampledoc|specimen|fake|fakeid|example|" +
	"muster|prueba|teste|testing|proba|primer|placeholder|foobar|asdf|qwerty")

// mostWord is how many letters may stand before the digits of a number that is looked
// into, and mostDigits how many digits behind a word for a test.
const (
	mostPrefix = 3
	mostDigits = 6
)

// sampleOf tells how a number was made up that no word is. What is told is so rare that
// of a million real numbers one has it. Most numbers are cleared by some of their bytes.
func sampleOf(s string) sample {
	last := len(s) - 1
	if last < shortestNumber-1 {
		return noSample
	}
	at := 0
	for at < last && s[at] >= 'A' && s[at] <= 'Z' {
		at++
	}
	end := len(s)
	if s[last] >= 'A' && s[last] <= 'Z' {
		end--
	}
	if at > mostPrefix || s[last] == 'X' && s[last-1] == 'X' || at == mostPrefix && s[0] == 'A' || (s[0] == 'X' || s[0] == '0') && (s[1] == 'X' || s[1] == '0') || isLetter(s[0]) && at == 0 || tells(s[at:end]) || specimenEnds.may(s) && specimens.has(s) {
		return closeSample(s)
	}
	return noSample
}

// sampleWithSigns is sampleOf for a number that may have signs in it.
func sampleWithSigns(s string, seen uint8) sample {
	if seen&(seenGrouping|seenOther) == 0 {
		return sampleOf(s)
	}
	if begins(s) || s[0] == 'X' || s[0] == '0' || isLetter(s[min(3, len(s)-1)]) {
		return closeSample(s)
	}
	return noSample
}

// begins reports whether the first digits of a number are the same or count up from one,
// by the first three of them.
func begins(s string) bool {
	var first [3]byte
	n := 0
	for i := 0; i < len(s) && n < len(first); i++ {
		if c := s[i]; c >= '0' && c <= '9' {
			first[n] = c
			n++
		}
	}
	return first[0] == first[1] || first[0] == '1' && first[1] == '2' && first[2] == '3'
}

// closeSample looks at a number that a look at some of its digits does not clear.
func closeSample(s string) sample {
	var space [24]byte
	compacted, ok := compactCode(space[:0], s)
	if !ok || len(compacted) < shortestNumber {
		return noSample
	}
	n, at := string(compacted), 0
	for at < len(n) && n[at] > '9' {
		at++
	}
	end := len(n)
	if end > at && n[end-1] > '9' {
		end--
	}
	switch {
	case specimens.has(n):
		return sampleSpecimen
	case (n[0] == 'X' || n[0] == '0') && isForm(n):
		return samplePattern
	case n[len(n)-1] == 'X' && crossedOut(n):
		return sampleMasked
	case at > mostPrefix:
		return wordSample(n, at)
	case at == mostPrefix && end-at >= 3 && n[:at] == "ABC" && countsUp(n[at:end]):
		return sampleCounted
	}
	return digitSample(s, n, at, end)
}

// wordSample looks at a number that begins with four letters or more.
func wordSample(n string, at int) sample {
	digits := n[at:]
	switch {
	case n[0] == 'X' && alike(n[:at]) && len(digits) >= 2 && isDigits(digits):
		return sampleMasked
	case testWords.has(n[:at]) && len(digits) <= mostDigits && isDigits(digits):
		return sampleWord
	case countsUp(n[:at]) && n[0] == 'A' && len(digits) >= 3 && countsUp(strip(digits)):
		return sampleCounted
	}
	return noSample
}

// crossedOut reports whether a number is digits, and four X or more behind them.
func crossedOut(n string) bool {
	digits := strings.TrimRight(n, "X")
	return len(n)-len(digits) > mostPrefix && len(digits) >= 2 && isDigits(digits)
}

// strip takes a letter off the end.
func strip(n string) string {
	if last := len(n) - 1; n[last] > '9' {
		return n[:last]
	}
	return n
}

// isForm reports whether a number is nothing but X and noughts, as a form shows where
// its letters and digits go.
func isForm(n string) bool {
	crosses, noughts := 0, 0
	for i := range len(n) {
		switch n[i] {
		case 'X':
			crosses++
		case '0':
			noughts++
		default:
			return false
		}
	}
	return crosses > 0 && noughts > 0 && len(n) >= 6
}

// countsUp reports whether characters count up from A or 1, and behind 9 on from 0.
func countsUp(n string) bool {
	if n[0] != '1' && n[0] != 'A' {
		return false
	}
	for i := 1; i < len(n); i++ {
		if n[i] != n[i-1]+1 && (n[i] != '0' || n[i-1] != '9') {
			return false
		}
	}
	return true
}

// fewestPattern is how many digits of a pattern must follow from those before.
const fewestPattern = 6

// digitSample looks at the digits of a number, n[at:end], that has up to three letters
// before them and one behind them at most.
func digitSample(s, n string, at, end int) sample {
	digits := n[at:end]
	if len(digits) < fewestPattern {
		return noSample
	}
	switch {
	case !isDigits(digits):
	case end < len(n) && len(digits) >= 6 && countsUp(digits) && (len(digits) > 6 || at > 0):
		return sampleCounted
	case len(n) < len(s) && groupsCount(s):
		return sampleCounted
	case (at > 0 || end < len(n)) && alike(digits):
		return samplePattern
	case isPeriodic(digits), isInRuns(digits), isRepeatedCount(digits):
		return samplePattern
	}
	return noSample
}

// tells reports whether digits may have a pattern, by a look at some of them: the first
// ones are the same or count up, or both ends come again.
func tells(n string) bool {
	last := len(n) - 1
	if last < fewestPattern-1 {
		return false
	}
	if n[1] == n[0] && (n[2] == n[0] || n[2] == n[3]) || n[0] == '1' && n[1] == '2' && n[2] == '3' {
		return true
	}
	for period := 2; period <= last-fewestPattern+1; period++ {
		if n[last] == n[last-period] && n[0] == n[period] {
			return true
		}
	}
	return false
}

// alike reports whether all characters of a number are the same.
func alike(n string) bool {
	for i := range len(n) {
		if n[i] != n[0] {
			return false
		}
	}
	return true
}

// isPeriodic reports whether so many digits are those before them again that it is no
// chance: 121212121, 007007007.
func isPeriodic(n string) bool {
	for period := 2; period <= len(n)-fewestPattern; period++ {
		same := true
		for i := period; i < len(n) && same; i++ {
			same = n[i] == n[i-period]
		}
		if same {
			return true
		}
	}
	return false
}

// isInRuns reports whether each digit comes as often as the others, and the next one
// counts on: 11223344, 111222333, 99998888.
func isInRuns(n string) bool {
	size := 1
	for size < len(n) && n[size] == n[0] {
		size++
	}
	runs := len(n) / size
	if size < 2 || runs < 2 || n[0] == '0' && runs < 3 || len(n)%size != 0 || len(n)-runs+runs-1 < fewestPattern {
		return false
	}
	step := int(n[size]) - int(n[0])
	for i := size; i < len(n); i++ {
		if i%size == 0 && int(n[i])-int(n[i-1]) != step || i%size != 0 && n[i] != n[i-1] {
			return false
		}
	}
	return step == 1 || step == -1
}

// isRepeatedCount reports whether a number counts up from one, and does so again or
// back: 12341234, 123123, 12344321, 1234554321.
func isRepeatedCount(n string) bool {
	half := len(n) / 2
	if half < 3 || half > 9 || len(n)%2 != 0 || !countsUp(n[:half]) {
		return false
	}
	again, back := true, true
	for i := range half {
		again = again && n[half+i] == n[i]
		back = back && n[half+i] == n[half-1-i]
	}
	return again || back
}

// groupsCount reports whether each group of a number counts up from one, and there
// are two at least of which one is long: 12345-1234567-1.
func groupsCount(s string) bool {
	groups, longest, at := 0, 0, 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] >= '0' && s[i] <= '9' {
			if want := byte('1' + i - at); s[i] != want {
				return false
			}
			continue
		}
		if i < len(s) && isLetter(s[i]) {
			return false
		}
		if i > at {
			groups, longest = groups+1, max(longest, i-at)
		}
		at = i + 1
	}
	return groups >= 2 && longest >= 5
}

// nearlyCounted reports whether a number that is sound was made of digits that count up
// from one, or are all the same, and the check digits that go with them.
func nearlyCounted(s string) sample {
	if !begins(s) {
		return noSample
	}
	var space [24]byte
	compacted, ok := compactCode(space[:0], s)
	if !ok {
		return noSample
	}
	n := string(compacted)
	at, end := 0, len(n)
	for at < end && n[at] > '9' {
		at++
	}
	mostChecks := 2
	if at < end && n[end-1] > '9' {
		end, mostChecks = end-1, 0
	}
	n = n[at:end]
	if len(n) < fewestPattern || n[1] != n[0] && n[1] != n[0]+1 {
		return noSample
	}
	for checks := 0; checks <= mostChecks && len(n)-checks >= fewestPattern; checks++ {
		switch rest := n[:len(n)-checks]; {
		case countsUp(rest):
			return sampleCounted
		case len(rest) > fewestPattern && alike(rest):
			return samplePattern
		}
	}
	return noSample
}

// isCounted reports whether a number is up to three letters and digits that count up
// from one: A12345678. It may be one of a row of such numbers.
func isCounted(s string) bool {
	var space [24]byte
	last := len(s) - 1
	if last < fewestPattern || !isLetter(s[0]) || s[last] != s[last-1]+1 && (s[last] != '0' || s[last-1] != '9') {
		return false
	}
	compacted, ok := compactCode(space[:0], s)
	if !ok {
		return false
	}
	n, at := string(compacted), 0
	for at < len(n) && n[at] > '9' {
		at++
	}
	return at > 0 && at <= mostPrefix && len(n)-at >= fewestPattern && countsUp(n[at:])
}

// latinLookalikes are the letters of Greek and Cyrillic that a document written in
// Latin letters may be thought to have.
const latinLookalikes = "АВЕЗІЈКМНОРСТУХЅԚԜҮҺаеіјорсухѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι"

// homes of the scripts: countries on whose documents there are letters of Greek, or of
// Cyrillic.
var (
	greekHomes    = map[string]bool{"GRC": true, "CYP": true}
	cyrillicHomes = func() map[string]bool {
		set := map[string]bool{}
		for c := range strings.FieldsSeq("RUS UKR BLR KAZ KGZ TJK UZB TKM MNG SRB BGR MKD MNE BIH MDA ARM AZE GEO LVA EST LTU XKX") {
			set[c] = true
		}
		return set
	}()
)

// checkLetters says that all letters of a number are of an alphabet that its countries
// do not write documents in, but look like Latin ones; and that a space in it is one of
// those that do not break.
func (v *Validator) checkLetters(rec *kyc.Record, f kyc.Field) {
	value := rec.Submission[f]
	for _, space := range [...]string{"\u00a0", "\u2007", "\u202f"} {
		if strings.Contains(value, space) {
			v.addDetail(rec, invisibleCharacter, fieldTable[f].name, "; here a space that does not break, which looks like any other")
			return
		}
	}
	greek, cyrillic := false, false
	for _, r := range value {
		switch {
		case r < 0x80:
			if isLetter(byte(r)) {
				return // two alphabets, which is said already, or none of these
			}
		case !strings.ContainsRune(latinLookalikes, r):
			return
		case r < 0x400:
			greek = true
		default:
			cyrillic = true
		}
	}
	known := false
	for _, f := range [...]kyc.Field{kyc.IssuingCountry, kyc.Nationality, kyc.AddressCountry} {
		country := rec.Submission[f]
		known = known || country != ""
		if greek && greekHomes[country] || cyrillic && cyrillicHomes[country] {
			return
		}
	}
	if known && (greek || cyrillic) {
		v.addDetail(rec, mixedScripts, fieldTable[f].name, "; here all letters of a number are Greek or Cyrillic, and look like the Latin ones that its country writes")
	}
}
