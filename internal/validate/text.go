package validate

import (
	"unicode"
	"unicode/utf8"
)

// textFault is a set of what is wrong with a value as text.
type textFault uint8

const (
	faultUTF8 textFault = 1 << iota
	faultNUL
	faultControl
	faultReplacement

	// unsendable faults make other checks of the value pointless.
	unsendable = faultUTF8 | faultNUL
)

// textRules gives the rule of each textFault, by bit.
var textRules = [...]ruleID{invalidUTF8, nulCharacter, controlCharacter, replacementCharacter}

// scanText finds what is wrong with s as text. Printable ASCII, the usual
// case, is passed over eight bytes at a time, and what no fault begins with one
// byte at a time.
func scanText(s string) textFault {
	for len(s) >= 8 && printable8(s) {
		s = s[8:]
	}
	ascii := true
	for i := range len(s) {
		switch c := byteClass[s[i]]; c {
		case byteSuspect:
			return scanRunes(s)
		case byteForeign:
			ascii = false
		}
	}
	if ascii || utf8.ValidString(s) {
		return 0
	}
	return scanRunes(s)
}

// What a byte may mean in a text.
const (
	byteSound   = iota // printable ASCII
	byteForeign        // of a character that is sound if it is valid UTF-8
	byteSuspect        // a control character, or the beginning of one or of U+FFFD
)

var byteClass = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c < 0x20, c == 0x7f, c == 0xc2, c == 0xef:
			t[c] = byteSuspect
		case c >= utf8.RuneSelf:
			t[c] = byteForeign
		}
	}
	return t
}()

// printable8 reports whether the first eight bytes of s are printable ASCII:
// the top bit of a byte less 0x20, of itself, or of one more than itself tells
// that it is not.
func printable8(s string) bool {
	_ = s[7]
	x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	const each = 0x0101_0101_0101_0101
	return ((x-0x20*each)|x|(x+each))&(0x80*each) == 0
}

func scanRunes(s string) (faults textFault) {
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		faults |= runeFault(r, size)
		i += size
	}
	return faults
}

func runeFault(r rune, size int) textFault {
	switch {
	case r == 0:
		return faultNUL
	case r == utf8.RuneError && size == 1:
		return faultUTF8
	case r == utf8.RuneError:
		return faultReplacement
	case r < 0xa0 && unicode.IsControl(r):
		return faultControl
	default:
		return 0
	}
}
