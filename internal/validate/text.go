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

// scanText finds what is wrong with s, which has these traits, as text.
func scanText(s string, traits text.Traits) textFault {
	const fault = text.Control | text.Suspect
	if traits.Printable() || traits&fault == 0 && utf8.ValidString(s) {
		return 0
	}
	return scanRunes(s)
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
