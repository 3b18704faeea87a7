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
	withDate   // what stands between the parts of dates: - . /
	withFar    // of an alphabet whose letters look like Latin ones
	withSpace

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
	for signs, list := range map[placeSigns]string{withQuestion: "?", withEscape: `+&%\=_`, withAt: "@", withSlash: "/", withMarkup: "<>{}", withNumber: "+.:", withDate: "-./", withSpace: " "} {
		for _, c := range []byte(list) {
			t[c] |= signs
		}
	}
	return t
}()

// placeLook is what one look at a part of an address tells.
type placeLook struct {
	signs       placeSigns
	first, last int          // where its first space is, and its last one; -1 without
	writing     text.Writing // of one beyond ASCII
}

// lookAtPlace looks at a part of an address once. foreign says that it is not all ASCII.
func lookAtPlace(s string, foreign bool) placeLook {
	signs, last := placeSigns(0), -1
	for i := range len(s) {
		class := placeClass[s[i]]
		signs |= class
		if class&withSpace != 0 {
			last = i
		}
	}
	l := placeLook{signs: signs, first: -1, last: last}
	if last >= 0 {
		l.first = strings.IndexByte(s, ' ')
	}
	if foreign {
		l.writing = text.WritingOf(s)
	}
	return l
}

// head and tail are the first word and the last.
func (l *placeLook) head(s string) string { return s[:l.first] }
func (l *placeLook) tail(s string) string { return s[l.last+1:] }

// checkPlace looks at a part of an address.
func (v *Validator) checkPlace(rec *kyc.Record, f kyc.Field, s string, foreign bool) {
	name, l := fieldTable[f].name, lookAtPlace(s, foreign)
	if r := judgePlace(f, s); r != none && !realTown(rec, f, s) {
		v.add(rec, r, name)
		return
	}
	hidden, spoilt := false, false
	if l.writing&text.Strange != 0 {
		hidden, spoilt = text.Damage(s)
	}
	if hidden {
		v.add(rec, invisibleCharacter, name)
	}
	if s[0] == ' ' || s[len(s)-1] == ' ' {
		v.add(rec, whiteSpace, name)
	}
	if spoilt {
		v.add(rec, mojibake, name)
	} else if r, detail := placeUnusual(rec, f, s, &l); r != none {
		v.addDetail(rec, r, name, detail)
	}
	if l.writing&text.Strange != 0 && strings.IndexByte(s, firstAccent) >= 0 && text.Decomposed(s) {
		v.add(rec, decomposed, name)
	}
}

// placeUnusual says what is wrong with a part of an address, of which no word is told and
// whose letters are those that were written.
func placeUnusual(rec *kyc.Record, f kyc.Field, s string, l *placeLook) (ruleID, string) {
	signs := l.signs
	switch {
	case l.writing&text.Strange != 0 && boxed(s):
		return mojibake, "; letters have become boxes"
	case signs&withQuestion != 0 && text.Questioned(s):
		return mojibake, "; letters have become question marks"
	case signs&withEscape != 0 && text.Escaped(s):
		return mojibake, "; letters are written as a page or an address of the web has them, like &eacute; or %C3%A9"
	case signs&(withWords|withDigit) == 0:
		return placeholder, "; it is signs alone"
	case signs&(withLetter|withFar) == withLetter|withFar && !l.writing.Unmixed() && text.Mixed(s):
		return mixedScripts, ""
	}
	if odd := placeOdd(rec, f, s, l); odd != "" {
		return addressUnusual, odd
	}
	return none, ""
}

// boxed reports whether a text has boxes, as programs show letters that they lack.
func boxed(s string) bool {
	if strings.IndexByte(s, 0xE2) < 0 {
		return false
	}
	return strings.ContainsAny(s, "□▢▯◻")
}

// placeOdd says what a part of an address has that none has, "" for nothing.
func placeOdd(rec *kyc.Record, f kyc.Field, s string, l *placeLook) string {
	signs := l.signs
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
	if remark(s, l) || (signs&withNumber != 0 || s[len(s)-1] == ')') && notedPlace(s) {
		return "; it is a remark of a clerk or of the post"
	}
	if f == kyc.AddressCity {
		return cityOdd(&rec.Submission, s, signs)
	}
	if signs&withDigit != 0 && noughtBox(s) {
		return "; it is a box with the number nought"
	}
	if signs&withDigit != 0 && f == kyc.AddressStreet && flatAlone(s, l) {
		return "; it is a flat, and no street"
	}
	if odd := officeOdd(s, l); odd != "" {
		return odd
	}
	switch {
	case twofold(s):
		return "; the street stands there twice"
	case unshifted(rec.Submission[kyc.AddressCountry], s, l):
		return "; it begins with what the keys of digits give without the shift on a French keyboard"
	case f == kyc.AddressStreet && holdsAll(&rec.Submission, s):
		return "; the town and the country stand there as well"
	}
	return streetOdd(s, signs)
}

// unsure is what is said of question marks behind a value.
const unsure = "; a question mark stands behind it, as where somebody was not sure"

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
	case signs&withDate != 0 && (len(s) <= longestDate && dated(s) || signs&withWords != 0 && (datedEnd(s) || datedStart(s))):
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
