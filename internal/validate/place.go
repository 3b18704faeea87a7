package validate

import (
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// placeSigns say what a part of an address is written with.
type placeSigns uint16

const (
	withLetter placeSigns = 1 << iota
	withDigit
	withForeign
	withQuestion
	withEscape // what letters are written with where they are not at hand: &eacute; %C3%A9 _x000D_
	withAt
	withSlash
	withMarkup // of programs: { } < >
	withNumber // what stands within numbers: + . :
	withFar    // of an alphabet whose letters look like Latin ones

	withWords = withLetter | withForeign
)

var placeClass = func() (t [256]placeSigns) {
	for c := range t {
		switch b := byte(c); {
		case b >= firstBeyondLatin && b <= 0xE2 || b == 0xEF || b == 0xF0:
			t[c] = withForeign | withFar
		case b >= utf8.RuneSelf:
			t[c] = withForeign
		case isLetter(b):
			t[c] = withLetter
		case isDigit(b):
			t[c] = withDigit
		}
	}
	for signs, list := range map[placeSigns]string{withQuestion: "?", withEscape: `+&%\=_`, withAt: "@", withSlash: "/", withMarkup: "<>{}", withNumber: "+.:"} {
		for _, c := range []byte(list) {
			t[c] |= signs
		}
	}
	return t
}()

// placeSignsOf finds what a part of an address is written with.
func placeSignsOf(s string) (signs placeSigns) {
	for i := range len(s) {
		signs |= placeClass[s[i]]
	}
	return signs
}

// checkPlace looks at a part of an address, of which no word is told. spoilt says that
// its letters are.
func (v *Validator) checkPlace(rec *kyc.Record, f kyc.Field, s string, spoilt bool) {
	name, signs := fieldTable[f].name, placeSignsOf(s)
	if s[0] == ' ' || s[len(s)-1] == ' ' {
		v.add(rec, whiteSpace, name)
	}
	switch {
	case spoilt:
		v.add(rec, mojibake, name)
	case signs&withForeign != 0 && boxed(s):
		v.addDetail(rec, mojibake, name, "; letters have become boxes")
	case signs&withQuestion != 0 && text.Questioned(s):
		v.addDetail(rec, mojibake, name, "; letters have become question marks")
	case signs&withEscape != 0 && text.Escaped(s):
		v.addDetail(rec, mojibake, name, "; letters are written as a page or an address of the web has them, like &eacute; or %C3%A9")
	case signs&(withWords|withDigit) == 0:
		v.addDetail(rec, placeholder, name, "; it is signs alone")
	case signs&(withLetter|withFar) == withLetter|withFar && text.Mixed(s):
		v.add(rec, mixedScripts, name)
	default:
		if odd := placeOdd(rec, f, s, signs); odd != "" {
			v.addDetail(rec, addressUnusual, name, odd)
		}
	}
}

// boxed reports whether a text has boxes, as programs show letters that they lack.
func boxed(s string) bool {
	if strings.IndexByte(s, 0xE2) < 0 {
		return false
	}
	return strings.ContainsAny(s, "□▢▯◻")
}

// placeOdd says what a part of an address has that none has, "" for nothing.
func placeOdd(rec *kyc.Record, f kyc.Field, s string, signs placeSigns) string {
	switch {
	case signs&withAt != 0 && mailPlace(s), signs&withLetter != 0 && webPlace(s):
		return "; it is an address of mail or of the web"
	case signs&withMarkup != 0 && markup(s):
		return "; it is written for a program, as HTML or JSON"
	case signs&withDigit != 0:
		if odd := numberPlace(s, signs); odd != "" {
			return odd
		}
	}
	if remark(s) || notedPlace(s) {
		return "; it is a remark of a clerk or of the post"
	}
	if f == kyc.AddressCity {
		return cityOdd(&rec.Submission, s, signs)
	}
	if signs&withDigit != 0 && noughtBox(s) {
		return "; it is a box with the number nought"
	}
	if signs&withDigit != 0 && f == kyc.AddressStreet && flatAlone(s) {
		return "; it is a flat, and no street"
	}
	if twofold(s) {
		return "; the street stands there twice"
	}
	return streetOdd(s, signs)
}

func mailPlace(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && strings.IndexByte(s[at:], '.') > 1 && strings.IndexByte(s, ' ') < 0
}

func webPlace(s string) bool {
	return s[0] == 'w' && strings.HasPrefix(s, "www.") || s[0] == 'h' && strings.HasPrefix(s, "http") && strings.Contains(s, "://")
}

// markup reports whether a text has a tag of HTML, or is JSON.
func markup(s string) bool {
	if open := strings.IndexByte(s, '<'); open >= 0 && open+2 < len(s) {
		next := s[open+1]
		return (isLetter(next) || next == '/' || next == '!') && strings.IndexByte(s[open:], '>') > 0
	}
	if open := strings.IndexByte(s, '{'); open > 0 && (s[open-1] == '$' || s[open-1] == '#' || s[open-1] == '{') {
		return strings.IndexByte(s[open:], '}') > 0 // of a template
	}
	return s[0] == '{' && s[len(s)-1] == '}' || strings.HasPrefix(s, `[{`)
}

// numberPlace says which number or date stands for a part of an address, "" for none.
func numberPlace(s string, signs placeSigns) string {
	switch {
	case signs&withWords == 0 && phone(s):
		return "; it is a number of a phone"
	case signs&(withWords|withNumber) == withNumber && coordinates(s):
		return "; it is a place on a map"
	case len(s) <= longestDate && dated(s), signs&withWords != 0 && datedEnd(s):
		return "; it is a date, as spreadsheets make one of a house number"
	case signs&withNumber != 0 && (scientific(s) || programNumber(s)):
		return "; it is a number as a spreadsheet or a program writes it"
	case account(s):
		return "; it is the number of an account"
	}
	return ""
}

// leastPhone is how many digits a number of a phone has at least that is told: fewer may
// be those of a house and a flat.
const leastPhone = 9

// phone reports whether a text of digits and signs is a number of a phone: it begins as
// one for abroad or another town, or is one long number.
func phone(s string) bool {
	digits, spaces := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c):
			digits++
		case c == ' ':
			spaces++
		case c == '+' && i == 0, c == '(' && i <= 5, c == ')', c == '-', c == '.':
		default:
			return false
		}
	}
	return digits >= leastPhone && digits <= 15 && (s[0] == '+' || s[0] == '0' || s[0] == '(' || digits == len(s))
}

// coordinates reports whether a text is two numbers with three digits or more behind
// their points.
func coordinates(s string) bool {
	a, b, ok := strings.Cut(strings.Trim(s, "() "), ",")
	if !ok {
		a, b, ok = strings.Cut(s, " ")
	}
	return ok && degrees(a) && degrees(strings.TrimLeft(b, " "))
}

func degrees(s string) bool {
	whole, part, ok := strings.Cut(strings.TrimLeft(s, "+-"), ".")
	return ok && len(whole) <= 3 && len(part) >= 3 && isDigits(whole) && isDigits(part)
}

// account reports whether a text is a number of an account (ISO 13616) whose check
// digits are right.
func account(s string) bool {
	if len(s) < 15 || !isLetter(s[0]) || !isLetter(s[1]) || !isDigit(s[2]) || !isDigit(s[3]) {
		return false
	}
	n, rest := 0, 0
	take := func(part string) bool {
		for i := range len(part) {
			switch c := part[i]; {
			case c == ' ':
				continue
			case isDigit(c):
				rest = (rest*10 + int(c-'0')) % 97
			case isLetter(c):
				rest = (rest*100 + int(c|0x20-'a') + 10) % 97
			default:
				return false
			}
			n++
		}
		return true
	}
	return take(s[4:]) && take(s[:4]) && n >= 15 && n <= 34 && rest == 1
}
