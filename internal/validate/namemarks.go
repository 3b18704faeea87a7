package validate

import "unicode"

// Marks that stand apart from letters in Unicode.
const (
	firstMark = 0x300
	lastMark  = 0x36F

	// mostMarks is how many a letter has at most: those of Vietnamese and of Yoruba have two.
	mostMarks = 2
)

// heaped reports whether a letter has more marks than any language gives one, or one that
// strikes it out, as in texts that are to look odd.
func heaped(s string) bool {
	run := 0
	for _, r := range s {
		if r < firstMark || r > lastMark {
			run = 0
			continue
		}
		if run++; run > mostMarks || r >= 0x334 && r <= 0x338 {
			return true
		}
	}
	return false
}

// looseAccent reports whether a letter stands beside an accent that is a character of its own,
// as the program has it that could not put the two together (Mu¨ller), or as the letters of
// Latin-1 are in the encoding of a Macintosh (M¸ller, Kˆhler, Weiﬂ, G·mez). The middle dot is a
// part of Catalan names between two l, and parts words before a capital.
func looseAccent(s string) bool {
	last, sign := rune(0), rune(0)
	for _, r := range s {
		switch {
		case sign == 0:
		case sign == '·':
			if isSmallRune(r) && r != 'l' {
				return true
			}
		case unicode.IsLetter(r) && unicode.Is(unicode.Latin, r):
			return true
		}
		sign = 0
		switch r {
		case '¨', '¸', 'ˆ', '¯':
			if unicode.Is(unicode.Latin, last) {
				return true
			}
			sign = r
		case 'ﬂ':
			if last == 'i' || last == 'e' || last == 'u' || last == 'a' || last == 'o' {
				return true
			}
		case '·':
			if isSmallRune(last | 0x20) {
				sign = r
			}
		}
		last = r
	}
	return false
}

// isSmallRune reports whether a character is a small letter of ASCII.
func isSmallRune(r rune) bool { return r >= 'a' && r <= 'z' }
