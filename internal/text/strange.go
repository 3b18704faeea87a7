package text

import (
	"strings"
	"unicode"
)

// Private reports whether s has a character for private use: only the program that
// wrote it knows what it is, and everybody else sees a box.
func Private(s string) bool { return strings.ContainsFunc(s, private) }

func private(r rune) bool { return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 }

// Pictured reports whether s has a sign that is no writing: a picture, an arrow, a sign
// of money or of mathematics. The degree sign is not among them: it is typed for the ª
// and º of abbreviations.
func Pictured(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c == 0xE2, c == 0xC2, c == 0xC3, c == 0xF0:
			return strings.ContainsFunc(s[i:], pictured)
		case c == 0xE3 && i+1 < len(s) && (s[i+1] == 0x80 || s[i+1] >= 0x88 && s[i+1] <= 0x8F): // else it is of kana
			return strings.ContainsFunc(s[i:], pictured)
		}
	}
	return false
}

func pictured(r rune) bool {
	return r >= 0x80 && r != '°' && unicode.In(r, unicode.So, unicode.Sc, unicode.Sm)
}

// Decomposed reports whether an accent or a part of a syllable stands apart from its letter
// where Unicode has the two as one, as file names of macOS have them.
func Decomposed(s string) bool {
	last := rune(0)
	for i, r := range s {
		if i > 0 && r >= 0x300 && composes(last, r) {
			return true
		}
		last = r
	}
	return false
}

// accented are the letters that each accent is one with, by the order of the accents from
// U+0300 on.
var accented = func() (t [0x30]string) {
	for accent, letters := range map[rune]string{
		0x300: "AEINOUWYaeinouwyâêôăơư", 0x301: "ACEGIKLMNOPRSUWYZacegiklmnoprsuwyzâêôăơưгкαεηιουω", 0x302: "ACEGHIJOSUWYZaceghijosuwyz", 0x303: "AEINOUVYaeinouvyâêôăơư",
		0x304: "AEGIOUYaegiouy", 0x306: "AEGIOUaegiouиИуУ", 0x307: "ABCDEFGHIMNOPRSTWXYZabcdefghmnoprstwxyz", 0x308: "AEHIOUWXYaehiotuwxyеЕіІιυ", 0x309: "AEIOUYaeiouyâêôăơư",
		0x30A: "AUauwy", 0x30B: "OUou", 0x30C: "ACDEGHIKLNORSTUZacdeghijklnorstuz", 0x31B: "OUou", 0x323: "ABDEHIKLMNORSTUVWYZabdehiklmnorstuvwyzơư",
		0x326: "STst", 0x327: "CDEGHKLNRSTcdeghklnrst", 0x328: "AEIOUaeiou",
	} {
		t[accent-0x300] = letters
	}
	return t
}()

// composes reports whether a letter and what is behind it are one letter.
func composes(letter, r rune) bool {
	switch {
	case r < 0x330:
		return strings.ContainsRune(accented[r-0x300], letter)
	case r >= 0x1161 && r <= 0x1175:
		return letter >= 0x1100 && letter <= 0x1112
	case r == 0x3099 || r == 0x309A:
		return letter >= 0x3046 && letter <= 0x30FF
	}
	return false
}
