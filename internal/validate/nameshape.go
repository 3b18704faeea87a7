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
	case lettersApart(rec, f, s, l):
		return spacedLetters
	}
	if len(s) >= leastMixed && (isCapital(s[1]) != isCapital(s[2]) || isSmall(s[0]) || isCapital(s[len(s)-1]) && !isCapital(s[1])) && mixedCase(rec, s) {
		return "; capitals stand among its small letters where no name has them"
	}
	if l.signs && wornEnds[s[len(s)-1]] && (strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…")) {
		return "; dots stand where the rest of it was cut off"
	}
	return ""
}

const spacedLetters = "; its letters are spaced out"

// lettersApart is spacedOut for names whose spaces may part single letters.
func lettersApart(rec *kyc.Record, f kyc.Field, s string, l *nameLook) bool {
	return (l.spaces&(l.spaces>>2)&(l.spaces>>4) != 0 || (s[0] == 0xD0 || s[0] == 0xD1) && l.spaces&(l.spaces>>3)&(l.spaces>>6) != 0) && spacedOut(rec, f, s)
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

// leastMixed is the length of the shortest name whose capitals are looked at.
const leastMixed = 4

// mixedCase reports whether a word has capitals here and there: tHoMpSoN, SmITH, jOhn. Names
// have them behind a prefix, or where two names are one.
func mixedCase(rec *kyc.Record, s string) bool {
	if !isCapital(s[1]) && !rises(s) {
		return false
	}
	for len(s) > 0 {
		word := s
		if end := strings.IndexAny(s, " -'"); end >= 0 {
			word, s = s[:end], s[end+1:]
		} else {
			s = ""
		}
		if mixedWord(word) || doubleShift(word) && within(home(rec), twoNames+moreTwoNames) {
			return true
		}
	}
	return false
}

// rises reports whether a capital follows a small letter.
func rises(s string) bool {
	for at := 1; at < len(s); at++ {
		if isCapital(s[at]) && isSmall(s[at-1]) {
			return true
		}
	}
	return false
}

// mixedWord is mixedCase for a word of ASCII letters. A single capital behind a prefix, or
// behind three small letters and more, begins a name.
func mixedWord(word string) bool {
	n, odd, from := 0, false, 0
	for at := 1; at < len(word); at++ {
		if word[at] >= utf8.RuneSelf {
			return false
		}
		if !isCapital(word[at]) || !isSmall(word[at-1]) {
			continue
		}
		n++
		odd = odd || at-from < 3 && !prefixes.has(word[from:at])
		from = at
	}
	switch {
	case n == 0 || len(word) < leastMixed:
		return false
	case n > 2:
		return true
	case n == 2:
		return odd
	}
	if end := len(word) - 1; isCapital(word[end]) {
		return isCapital(word[end-1]) && isSmall(word[end-2]) && from > 2 && !prefixes.has(word[:from])
	}
	return isSmall(word[0]) && (odd && isCapital(word[1]) || from > 2 && !prefixes.has(word[:from]))
}

// doubleShift reports whether a word begins with two capitals and goes on with small letters, as
// where the key was held too long. Some languages have letters, or syllables, of two: IJsbrand,
// LJubica, NGozi.
func doubleShift(word string) bool {
	if len(word) < leastMixed || !isCapital(word[0]) || !isCapital(word[1]) {
		return false
	}
	for i := 2; i < len(word); i++ {
		if !isSmall(word[i]) {
			return false
		}
	}
	switch word[:2] {
	case "IJ", "LJ", "NJ", "DZ", "DJ", "LL", "FF", "GH", "MC", "MB", "ND", "NG", "NK", "NT", "NS", "MP", "MH", "KW", "GB", "TS", "TL":
		return false
	}
	return word[0] == 'M' || word[0] == 'S' || word[0] == 'N' || strings.IndexByte("AEIOU", word[0]) < 0 && strings.IndexByte("AEIOUHRLY", word[1]) >= 0
}
