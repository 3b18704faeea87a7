package idnumber

import (
	"strings"
	"unicode/utf8"
)

// plain writes a number with the digits, letters and signs of ASCII where it has
// those of another form: full width, Arabic and Indic digits, strokes and spaces of
// every length. What nobody sees is left out.
func plain(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(plainRune, s)
		}
	}
	return s
}

// zeros are the noughts of the digits that people write numbers with.
var zeros = [...]rune{0x660, 0x6F0, 0x966, 0x9E6, 0xE50}

func plainRune(r rune) rune {
	switch {
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFF01 + '!'
	case r == 0xA0, r >= 0x2000 && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000:
		return ' '
	case r >= 0x2010 && r <= 0x2015, r == 0x2212, r == 0xFE58, r == 0xFE63:
		return '-'
	case r == 0xAD, r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069, r == 0xFEFF:
		return -1
	}
	for _, zero := range zeros {
		if r >= zero && r <= zero+9 {
			return r - zero + '0'
		}
	}
	return r
}
