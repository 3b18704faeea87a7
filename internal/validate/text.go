package validate

import (
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/text"
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

// scanText finds what is wrong with s as text, and whether it has anything beyond
// ASCII. It looks for what a fault begins with, eight bytes at a time.
func scanText(s string) (foreign bool, faults textFault) {
	if len(s) < text.OctetSize {
		return scanShort(s)
	}
	var top, suspect text.Octets
	for at := 0; at < len(s); at += text.OctetSize {
		o := text.OctetsAt(s, min(at, len(s)-text.OctetSize)) // the last ones may overlap
		if o.Printable() {
			continue
		}
		top |= o.Foreign()
		suspect |= suspects(o)
	}
	if suspect == 0 && (top == 0 || utf8.ValidString(s)) {
		return top != 0, 0
	}
	return top != 0, scanRunes(s)
}

// suspects marks control characters, and the bytes that those beyond ASCII and
// U+FFFD begin with.
func suspects(o text.Octets) text.Octets {
	foreign := o.Foreign()
	low := o ^ foreign
	control, first := low.In(0, ' '-1)|low.Is(0x7f), low.Is(0xc2&0x7f)|low.Is(0xef&0x7f)
	return control&^foreign | first&foreign
}

func scanShort(s string) (foreign bool, faults textFault) {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			faults = scanRunes(s)
			foreign = foreign || s[i] >= utf8.RuneSelf
		}
	}
	return foreign, faults
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
