package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// wornEnds are the bytes with which a first or a last name may end that lost something
// there: a hyphen, a stop, and the last byte of an ellipsis.
var wornEnds = [256]bool{'-': true, '.': true, 0xA6: true, ',': true, ';': true, '/': true}

// checkTyped looks at how a first and a last name are typed, where one stands beside the
// other.
func (v *Validator) checkTyped(rec *kyc.Record, first, last string) {
	if len(first) > 1 && slippedI(first) {
		v.addDetail(rec, nameUnusual, fieldTable[kyc.FirstName].name, capitalForL)
	}
	if len(last) > 1 && slippedI(last) {
		v.addDetail(rec, nameUnusual, fieldTable[kyc.LastName].name, capitalForL)
	}
	if len(first) >= text.OctetSize && text.OctetsAt(first, 0).In('A', 'Z')>>8 != 0 && givenTogether(rec, first) {
		v.addDetail(rec, nameUnusual, fieldTable[kyc.FirstName].name, "; it is two names without a space between them")
	}
	if loneParticles.has(last) && particlesAlone(rec, first, last) {
		v.addDetail(rec, nameUnusual, fieldTable[kyc.LastName].name, "; it has the particles of a family name, and not the name")
	}
}

const capitalForL = "; a capital I stands where a small l was"

// slippedI reports whether a name begins with two capital I and goes on with small letters,
// or ends with one behind a small letter. A number behind a name stands apart.
func slippedI(s string) bool {
	n := len(s)
	return s[0] == 'I' && s[1] == 'I' && n > 3 && isSmall(s[2]) && isSmall(s[3]) && s[2] != 'n' && s[2] != 'r' || s[n-1] == 'I' && isSmall(s[n-2])
}

// isSmall reports whether a byte is a small letter of ASCII.
func isSmall(c byte) bool { return c >= 'a' && c <= 'z' }

// isCapital reports whether a byte is a capital letter of ASCII.
func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }

// givenTogether reports whether a first name is two known ones in one word, where nobody
// writes them so: AnnMarie and JoAnn are of English.
func givenTogether(rec *kyc.Record, s string) bool {
	if strings.IndexByte(s, ' ') >= 0 || !within(home(rec), twoNames) || within(home(rec), "GBR IRL MLT ") {
		return false
	}
	for at := 3; at+3 <= len(s); at++ {
		if isCapital(s[at]) && (isSmall(s[at-1]) || s[at-1] >= utf8.RuneSelf) {
			return givenNames.has(s[:at]) && givenNames.has(s[at:])
		}
	}
	return false
}

// loneParticles are those of family names that no name is made of. Those of one word are
// names in capitals: Van, De, Das.
var loneParticles = newWordSet("van der|van den|van de|van 't|van het|von der|von dem|von den|von und zu|de la|de los|de las|de l'|auf der|aus dem|van|von|de|del|der|di|da|dos|bin|binti|binte|ibn")

// particlesAlone reports whether such a last name is one where it stands.
func particlesAlone(rec *kyc.Record, first, last string) bool {
	w := nameWord{text: last}
	switch last {
	case "bin", "binti", "binte":
		return properName(first)
	}
	if strings.IndexByte(last, ' ') < 0 {
		return w.letters() == allSmall && properName(first) && within(home(rec), twoNames+moreTwoNames)
	}
	return particlesOf(home(rec)) != nil
}

// wholeTwice reports whether a name of several words is there twice, one behind the other.
// Where people have the names of their fathers and grandfathers it may be a man's: Ali Hassan
// Ali Hassan.
func wholeTwice(rec *kyc.Record, s string) bool {
	half := s[:len(s)/2]
	first, _, more := strings.Cut(half, " ")
	return more && strings.EqualFold(half, s[len(s)/2+1:]) && within(home(rec), twoNames+moreTwoNames) && !twiceGiven.has(first)
}

// thriceWithin reports whether a small letter stands three times in a row in a word that is
// no numeral.
func thriceWithin(s string) bool {
	for at := 2; at < len(s); at++ {
		if s[at] == s[at-1] && s[at] == s[at-2] && isSmall(s[at]) && (s[at] != 'i' || strings.Trim(s[strings.LastIndexByte(s[:at], ' ')+1:], "VIXvix") != "") {
			return true
		}
	}
	return false
}

// smallInside reports whether a small letter with an accent stands among capitals, as in
// KRüGER, where a program made capitals of ASCII alone: between two of them, behind three,
// or in front of two. No ß has become one.
func smallInside(s string) bool {
	capital := func(at int) bool { return at >= 0 && at < len(s) && isCapital(s[at]) }
	for at := 0; at < len(s); at++ {
		if s[at] < 0xC3 || s[at] > 0xC6 && s[at] != 0xE1 {
			continue
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		next := at + size
		among := capital(at-1) && (capital(next) || capital(at-2) && capital(at-3))
		front := (at == 0 || s[at-1] == ' ' || s[at-1] == '-') && capital(next) && capital(next+1)
		if (among || front) && r != 'ß' && unicode.IsLower(r) && unicode.Is(unicode.Latin, r) {
			return true
		}
		at = next - 1
	}
	return false
}

// backwards reports whether a word begins with a letter of Hebrew or Arabic that only ends
// words, before another one.
func backwards(s string) bool {
	for at := 0; at+3 < len(s); {
		switch s[at] {
		case 0xD7: // ך ם ן ף ץ
			if c := s[at+1]; (c == 0x9A || c == 0x9D || c == 0x9F || c == 0xA3 || c == 0xA5) && s[at+2] == 0xD7 {
				return true
			}
		case 0xD8: // ة
			if s[at+1] == 0xA9 && (s[at+2] == 0xD8 || s[at+2] == 0xD9) {
				return true
			}
		}
		space := strings.IndexByte(s[at:], ' ')
		if space < 0 {
			return false
		}
		at += space + 1
	}
	return false
}

// questionedEdge reports whether question marks stand for the first letters of a word, before a
// small one, behind the last letter of a word, or for a whole word.
func questionedEdge(s string) bool {
	for at := 0; at < len(s); at++ {
		if s[at] != '?' {
			continue
		}
		from := at
		for at+1 < len(s) && s[at+1] == '?' {
			at++
		}
		front := from == 0 || s[from-1] == ' ' || s[from-1] == '-'
		end := at == len(s)-1 || s[at+1] == ' ' || s[at+1] == '-'
		if front && end || front && !end && isSmall(s[at+1]) || end && !front && (isSmall(s[from-1]|0x20) || s[from-1] >= utf8.RuneSelf) {
			return true
		}
	}
	return false
}
