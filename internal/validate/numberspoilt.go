package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// spoilt tells what is wrong with a number by the signs, blanks and small letters in it.
func spoilt(rec *kyc.Record, s string, seen uint8) numberForm {
	switch {
	case seen&seenForeign != 0 && strings.ContainsAny(s, "•●＊█■"), isMasked(s, seen):
		return asMasked
	case seen&seenForeign != 0 && isWide(s):
		return asWide
	}
	if seen&seenOdd != 0 {
		if form := withOddSigns(s); form != usualForm {
			return form
		}
	}
	if seen&(seenGrouping|seenOdd|seenOther) == 0 {
		return usualForm
	}
	switch {
	case isOwnText(rec, s):
		return asOwnText
	case strings.Contains(s, "  "):
		return asGap
	case hasRemark(rec, s):
		return asRemark
	}
	return usualForm
}

// withOddSigns looks at signs that hardly a number has.
func withOddSigns(s string) numberForm {
	form := usualForm
	for i := range len(s) {
		switch s[i] {
		case '<':
			return asZone
		case '?':
			form = asUnread
		case '_', '!', '&', '[', ']', '{', '}', '~', '^', '`', '\\':
			if form == usualForm {
				form = asSigns
			}
		case 'l', 'o':
			if form == usualForm && isMixed(s, i) {
				form = asMixed
			}
		}
	}
	return form
}

// straySign reports whether a sign that no number has stands within one, or one that parts texts
// at an end of it.
func straySign(s string) bool {
	return strings.ContainsAny(s, "@$%") || strings.IndexByte(",;:|'\"#=+", s[len(s)-1]) >= 0 || strings.IndexByte(",;:|", s[0]) >= 0
}

// isMixed reports whether a small letter stands between digits, where no other letter of
// the number is small.
func isMixed(s string, at int) bool {
	if at == 0 || at+1 == len(s) || !isDigit(s[at-1]) || !isDigit(s[at+1]) {
		return false // at the end it may check the number, as in Spain
	}
	digits := 0
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c):
			digits++
		case c >= 'a' && c <= 'z' && c != 'l' && c != 'o', c >= utf8.RuneSelf:
			return false
		}
	}
	return digits >= shortestNumber
}

// isMasked reports whether characters of a number are hidden behind stars, crosses or
// other signs. Numbers with letters may have some X one behind the other, so that there
// must be no other letter, and the groups of the number between.
func isMasked(s string, seen uint8) bool {
	if seen&seenOdd != 0 && strings.IndexByte(s, '*') >= 0 || seen&seenOther != 0 && strings.Contains(s, "###") {
		return true
	}
	return seen&seenGrouping != 0 && isCrossed(s)
}

// isCrossed reports whether all letters of a number are X, three of them one behind the
// other.
func isCrossed(s string) bool {
	run, longest, digits := 0, 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c|0x20 == 'x':
			run++
			longest = max(longest, run)
		case isLetter(c), c >= utf8.RuneSelf:
			return false
		default:
			if isDigit(c) {
				digits++
			}
			run = 0
		}
	}
	return longest >= 3 && digits >= 2
}

// publicMasks are how numbers of persons are shown where the law or an authority says which
// part of them must be hidden: 9 for a digit, * for what hides one.
var publicMasks = map[string]string{"KOR": "9999999******", "IND": "********9999", "BRA": "***999999**"}

// maskedByRule reports whether the number of a person is hidden as the country wants it,
// which is no mistake. The birth date in what is left of one of Korea must be the person's.
func (v *Validator) maskedByRule(rec *kyc.Record) bool {
	s := &rec.Submission
	for _, f := range [...]kyc.Field{kyc.Nationality, kyc.IssuingCountry, kyc.AddressCountry} {
		mask := publicMasks[s[f]]
		if mask == "" || !fitsMask(s[kyc.IdentityNumber], mask) {
			continue
		}
		if s[f] == "KOR" {
			n, birth := s[kyc.IdentityNumber], int(readDate(rec, kyc.BirthDate, rec.Days.Birth))
			if born := n[:len("YYMMDD")]; birth != 0 && isDigits(born) && birth%1_00_00_00 != numberOf(born) {
				v.addDetail(rec, documentBirthMismatch, fieldTable[kyc.BirthDate].name, ": Korean resident registration number")
			}
		}
		return true
	}
	return false
}

// fitsMask reports whether a number is digits where a mask has nines, and hidden where it
// has stars.
func fitsMask(s, mask string) bool {
	at := 0
	for i := range len(s) {
		c := s[i]
		if c == ' ' || c == '-' || c == '.' {
			continue
		}
		if at == len(mask) || isDigit(c) != (mask[at] == '9') {
			return false
		}
		at++
	}
	return at == len(mask)
}

// isWide reports whether a number has letters or digits of full width, as those of East
// Asian keyboards.
func isWide(s string) bool {
	for _, r := range s {
		if r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ' {
			return true
		}
	}
	return false
}

// isOwnText reports whether a number is another value of the record that is none.
func isOwnText(rec *kyc.Record, s string) bool {
	for _, f := range [...]kyc.Field{kyc.AddressStreet, kyc.AddressFull, kyc.AddressCity, kyc.IPAddress} {
		if rec.Submission[f] == s {
			return true
		}
	}
	return false
}

// remarks are short words that are written behind a number. Longer ones are told by their
// length.
var remarks = newWordSet("old|new|exp|dup|alt|neu|bis|cop|tmp|inv|rev|ext|ren|org|ori")

// shortestRemark is how many letters a word behind a number has that is a remark.
const shortestRemark = 4

// hasRemark reports whether words stand behind a number: that it is a copy, or where it
// was given out. In Bolivia that is part of the number.
func hasRemark(rec *kyc.Record, s string) bool {
	if at := strings.IndexByte(s, '('); at > 0 && wordIn(s[at:], 2) {
		return true
	}
	at := strings.LastIndexAny(s, " -/,;:")
	if at < shortestNumber || rec.Submission[kyc.IssuingCountry] == "BOL" || rec.Submission[kyc.Nationality] == "BOL" {
		return false
	}
	word := strings.Trim(s[at+1:], ".()")
	if word == "" || strings.IndexFunc(word, notLetter) >= 0 || !wordIn(word, 3) {
		return false
	}
	digits := 0
	for i := range at {
		if isDigit(s[i]) {
			digits++
		}
	}
	switch {
	case digits < shortestNumber:
		return false
	case utf8.RuneCountInString(word) >= shortestRemark, remarks.has(word):
		return true
	}
	return word == rec.Submission[kyc.IssuingCountry] || word == rec.Submission[kyc.Nationality]
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// wordIn reports whether a text has so many letters one behind the other, and a vowel
// among them or a letter of another alphabet.
func wordIn(s string, letters int) bool {
	n, vowel := 0, false
	for _, r := range s {
		if notLetter(r) {
			n, vowel = 0, false
			continue
		}
		n++
		vowel = vowel || r >= utf8.RuneSelf || strings.ContainsRune("aeiouyAEIOUY", r)
		if vowel && n >= letters {
			return true
		}
	}
	return false
}

// haveWords reports whether a text has two words at least.
func haveWords(s string) bool {
	words := 0
	for word := range strings.FieldsSeq(s) {
		if len(word) >= shortestRemark && wordIn(word, shortestRemark) && strings.IndexFunc(word, unicode.IsNumber) < 0 {
			words++
		}
	}
	return words >= 2
}

// shortestOfTwo is how many letters and digits each of two numbers in one cell has.
const shortestOfTwo = 6

// areTwo reports whether a sign that separates stands between two whole numbers, which
// may be of other forms than one another.
func areTwo(s string) bool {
	for _, sign := range [...]string{" / ", ";", "|", "\n", ",", "&", "+", " y ", " e ", " et ", " and ", " und "} {
		if a, b, ok := strings.Cut(s, sign); ok {
			return isWhole(a) && isWhole(b)
		}
	}
	a, b, ok := strings.Cut(s, "/")
	if !ok {
		a, b, ok = strings.Cut(s, " ")
	}
	return ok && isLettered(a) && isLettered(b)
}

// isWhole reports whether a text is letters and digits enough for a number, and signs that
// group.
func isWhole(s string) bool {
	signs, digits := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c):
			signs, digits = signs+1, digits+1
		case isLetter(c):
			signs++
		case strings.IndexByte(" -./()", c) < 0:
			return false
		}
	}
	return signs >= shortestOfTwo && digits >= shortestNumber
}

// isLettered reports whether a text is up to three letters and six digits or more.
func isLettered(s string) bool {
	at := 0
	for at < len(s) && isLetter(s[at]) {
		at++
	}
	return at > 0 && at <= mostPrefix && len(s)-at >= shortestOfTwo && isDigits(s[at:])
}
