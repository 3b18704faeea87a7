package validate

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	"speci2011|speci2014|speci20142|speci2021|speci20212|xn5003778|zab000254|925665416|x4rtbpfw4|ca00000aa|e00007730|ze000509|baa000589|s0a00a00|x0a00a00|007007007|qq123456c|qq123456a")

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
	"046454286": "CAN", "046 454 286": "CAN", "046-454-286": "CAN", "130692544": "CAN", "130 692 544": "CAN", "130-692-544": "CAN",
	"7569217076985": "CHE", "756.9217.0769.85": "CHE", "86095742719": "DEU", "86 095 742 719": "DEU", "47036892816": "DEU", "47 036 892 816": "DEU", "65929970489": "DEU", "65 929 970 489": "DEU", "111222333": "NLD",
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

// mixedDigits reports whether a text has digits of ASCII or letters, and digits of another
// script.
func mixedDigits(s string) bool {
	plain, other := false, false
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			plain = plain || isLetter(byte(r)) || isDigit(byte(r))
		case unicode.Is(unicode.Nd, r):
			other = true
		}
	}
	return plain && other
}

// Countries where people write digits of Arabic, of India, and of South East Asia.
var (
	arabicDigits = newCountrySet("SAU ARE EGY IRQ JOR LBN SYR YEM OMN KWT BHR QAT SDN LBY PSE DZA MAR TUN MRT SOM DJI COM TCD ERI IRN AFG PAK IND BGD MYS BRN ")
	indianDigits = newCountrySet("IND NPL BGD LKA BTN MDV PAK MUS FJI ")
	easternLands = newCountrySet("THA LAO KHM MMR BTN MNG CHN VNM IND BGD ")
)

// farDigits says that all digits of a number are of a script that none of its countries writes. It
// reports whether it has said so.
func (v *Validator) farDigits(rec *kyc.Record, f kyc.Field) bool {
	at := strings.IndexFunc(rec.Submission[f], func(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(unicode.Nd, r) })
	if at < 0 || strings.ContainsAny(rec.Submission[f], numerals) {
		return false
	}
	homes := easternLands
	switch r, _ := utf8.DecodeRuneInString(rec.Submission[f][at:]); {
	case r < 0x700:
		homes = arabicDigits
	case r < 0xE00:
		homes = indianDigits
	case r >= 0x1D000:
		return false
	}
	known := false
	for _, of := range [...]kyc.Field{kyc.IssuingCountry, kyc.Nationality, kyc.AddressCountry} {
		country := rec.Submission[of]
		if known = known || country != ""; homes.has(country) {
			return false
		}
	}
	if known {
		v.addDetail(rec, mixedScripts, fieldTable[f].name, "; here all digits are of a script that none of its countries writes")
	}
	return known
}

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
	if v.farDigits(rec, f) {
		return
	}
	if mixedDigits(value) {
		v.addDetail(rec, mixedScripts, fieldTable[f].name, "; here digits of another script stand beside Latin letters or digits")
		return
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
	for _, of := range [...]kyc.Field{kyc.IssuingCountry, kyc.Nationality, kyc.AddressCountry} {
		country := rec.Submission[of]
		known = known || country != ""
		if greek && greekHomes[country] || cyrillic && cyrillicHomes[country] {
			if rec.Submission[kyc.IDType] == "passport" && f == kyc.DocumentNumber && rec.Submission[kyc.ExpireDate] != "" { // for use at home they have none
				v.addDetail(rec, mixedScripts, fieldTable[f].name, "; here all letters of the number of a passport are Greek or Cyrillic, and look like the Latin ones that passports have")
			}
			return
		}
	}
	if known && (greek || cyrillic) {
		v.addDetail(rec, mixedScripts, fieldTable[f].name, "; here all letters of a number are Greek or Cyrillic, and look like the Latin ones that its country writes")
	}
}
