package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// shapeOdd says what is odd in how a name is typed, "" for nothing.
func shapeOdd(rec *kyc.Record, f kyc.Field, s string, l *nameLook) string {
	switch first := s[0]; {
	case first == '\'' && len(s) > 2 && marked(rec, s):
		return "; an apostrophe is in front, by which a spreadsheet knows texts"
	case len(s) > 3 && (first >= 'a' && first <= 'z' && (s[1] >= 'A' && s[1] <= 'Z' || s[1] == 0xC3) || first == 0xD0 && s[1] >= 0xB0 || first == 0xD1) && capsLocked(s):
		return "; capitals and small letters are exchanged"
	case l.spaces&(l.spaces>>2)&(l.spaces>>4) != 0 && spacedOut(rec, f, s), (first == 0xD0 || first == 0xD1) && l.spaces&(l.spaces>>3)&(l.spaces>>6) != 0 && spacedOut(rec, f, s):
		return "; its letters are spaced out"
	}
	if l.signs && wornEnds[s[len(s)-1]] && (strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…")) {
		return "; dots stand where the rest of it was cut off"
	}
	return ""
}

// marked reports whether a name that begins with an apostrophe has none there: a capital
// follows, and the person is of a country whose names have none in front.
func marked(rec *kyc.Record, s string) bool {
	r, _ := utf8.DecodeRuneInString(s[1:])
	switch {
	case strings.Count(s, "'")%2 == 0 && s[len(s)-1] == '\'':
		return false // quotation marks
	case strings.HasPrefix(s, "'T ") || strings.HasPrefix(s, "'S"): // of Dutch
		return false
	case r >= 0x370 && r < 0x530 || r >= 0xE00:
		return true
	}
	return unicode.IsUpper(r) && within(home(rec), twoNames+"USA CAN BRA ZAF IND CHN KOR JPN VNM NGA KEN GHA PHL ")
}

// capsLocked reports whether a word begins with a small letter and goes on with capitals
// alone, as one that was typed with the capitals locked. A single letter may be a part of
// the name: dALBA, oNEILL.
func capsLocked(s string) bool {
	word, rest, more := strings.Cut(s, " ")
	if !invertedCase(word) {
		return false
	}
	for more && rest != "" {
		var next string
		if next, rest, more = strings.Cut(rest, " "); invertedCase(next) {
			return true
		}
	}
	return strings.IndexByte("dol", word[0]) < 0 && utf8.RuneCountInString(word) > 3
}

func invertedCase(word string) bool {
	letters := 0
	for i, r := range word {
		if letters++; unicode.IsLower(r) != (i == 0) || !unicode.IsLetter(r) {
			return false
		}
	}
	return letters > 2
}

// spacedOut reports whether letters of a word stand apart: three small ones in a row, or
// four of any kind at the end where few people have as many initials.
func spacedOut(rec *kyc.Record, f kyc.Field, s string) bool {
	small, run := 0, 0
	for word := range strings.SplitSeq(s, " ") {
		r, size := utf8.DecodeRuneInString(word)
		if size == 0 || size != len(word) || !unicode.IsLetter(r) || r > 0x590 {
			small, run = 0, 0
			continue
		}
		run++
		if small++; !unicode.IsLower(r) {
			small = 0
		}
		if small == 3 {
			return true
		}
	}
	return run >= 4 && f != kyc.FirstName && home(rec) != "" && !within(home(rec), initialLands+"NLD BEL SUR ")
}

// loginLike reports whether a name is two words of small letters with a stop or a low line
// between them, as userids are.
func loginLike(s string) bool {
	letters, parts := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z' || c >= utf8.RuneSelf:
			letters++
		case (c == '.' || c == '_') && letters > 0 && i < len(s)-1:
			if letters > 1 || parts == 0 {
				parts++
			}
			letters = 0
		default:
			return false
		}
	}
	return parts == 1 && letters > 2
}
