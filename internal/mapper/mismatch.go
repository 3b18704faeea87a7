package mapper

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// LookAlike reports whether what is wanted and what came may look the same: they
// differ by how accents are composed, by width, by what nobody sees, or by
// letters that another alphabet has as well.
func (m *Mismatch) LookAlike() bool {
	a, b := m.Want, m.Got
	return a != b && (appearance(a) == appearance(b) || sameButAlphabet([]rune(norm.NFC.String(a)), []rune(norm.NFC.String(b))))
}

// appearance is what remains of a text for the eye.
func appearance(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r):
			return -1
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, norm.NFKC.String(s))
}

// sameButAlphabet reports whether texts of one length differ in nothing but
// letters of Latin, Greek and Cyrillic.
func sameButAlphabet(a, b []rune) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && (alphabet(a[i]) == nil || alphabet(b[i]) == nil || alphabet(a[i]) == alphabet(b[i])) {
			return false
		}
	}
	return true
}

func alphabet(r rune) *unicode.RangeTable {
	for _, of := range []*unicode.RangeTable{unicode.Latin, unicode.Greek, unicode.Cyrillic} {
		if unicode.Is(of, r) {
			return of
		}
	}
	return nil
}
