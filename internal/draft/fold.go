package draft

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold makes texts equal that differ in case, accents or the width of letters
// only. Letters keep the marks that make another letter of them in their
// script.
func fold(s string) string {
	s = norm.NFKD.String(strings.ToLower(s))
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= 0x0300 && r <= 0x036F, r >= 0x064B && r <= 0x0655, r == 0x0640:
			return -1 // accents of Latin, Greek and Cyrillic; vowel signs and the stretch of Arabic
		}
		return r
	}, s)
	return norm.NFC.String(sameLetters.Replace(s))
}

// sameLetters are letters that are written in two ways, and have no accent to drop.
var sameLetters = strings.NewReplacer("ß", "ss", "ς", "σ", "ı", "i", "ø", "o", "ł", "l", "đ", "d", "æ", "ae", "œ", "oe", "أ", "ا", "إ", "ا", "آ", "ا", "ى", "ي", "ة", "ه", "ی", "ي", "ک", "ك", "ہ", "ه")

// token is a word of a name, folded, and whether it is a number.
type token struct {
	text   string
	number bool
}

// tokens cuts a name where its letters end and where capitals begin: userId,
// user_id and USER.ID are the words user and id.
func tokens(name string) []token {
	var list []token
	var word []rune
	number := false
	end := func() {
		if len(word) > 0 {
			if text := fold(string(word)); text != "" {
				list = append(list, token{text, number})
			}
			word = word[:0]
		}
	}
	runes := []rune(norm.NFC.String(name))
	for i, r := range runes {
		switch {
		case unicode.IsDigit(r):
			if !number {
				end()
			}
			number = true
		case unicode.IsLetter(r) || unicode.IsMark(r):
			if number || capitalBegins(runes, i) {
				end()
			}
			number = false
		default:
			end()
			number = false
			continue
		}
		word = append(word, r)
	}
	end()
	return list
}

// capitalBegins reports whether a word begins with the capital at i: after a
// small letter, or as the last of several capitals (IDNumber).
func capitalBegins(runes []rune, i int) bool {
	if i == 0 || !unicode.IsUpper(runes[i]) {
		return false
	}
	before := runes[i-1]
	return unicode.IsLower(before) || unicode.IsUpper(before) && i+1 < len(runes) && unicode.IsLower(runes[i+1])
}

// spaced reports whether a script puts spaces between its words.
func spaced(text string) bool {
	for _, r := range text {
		if unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			return false
		}
	}
	return true
}
