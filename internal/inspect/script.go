package inspect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/text"
)

// letters is what the characters of a value beyond ASCII say.
type letters struct {
	scripts   text.ScriptSet
	mixed     bool // one word has letters of scripts that look alike
	invisible bool // characters that nobody sees
	lost      bool // U+FFFD stands where a character was
}

// readLetters looks at each character of a value.
func readLetters(s string) letters {
	var l letters
	var word text.ScriptSet
	joiner := false
	for _, r := range s {
		x := text.ScriptOf(r)
		if x == text.NoScript && !unicode.IsMark(r) {
			word = 0
			l.lost = l.lost || r == utf8.RuneError
			l.invisible = l.invisible || isInvisible(r)
			joiner = joiner || r == 0x200C || r == 0x200D
			continue
		}
		l.scripts |= 1 << x
		word |= 1 << x & text.Lookalikes
		l.mixed = l.mixed || word&(word-1) != 0
	}
	l.scripts &^= 1 << text.NoScript
	// Arabic and Indic scripts need the joiners.
	l.invisible = l.invisible || joiner && l.scripts&(1<<text.Arabic|1<<text.Indic|1<<text.OtherScript) == 0
	return l
}

// isInvisible reports whether a character has no look of its own and no place
// in a record.
func isInvisible(r rune) bool {
	switch {
	case r == 0x00AD, r == 0x200B, r == 0x200E, r == 0x200F, r == 0x2060, r == 0xFEFF:
		return true
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return r >= 0x80 && r < 0xA0 && r != 0x85 // control characters of ISO 8859
}

const maskLength = 40

// maskOf hides a value: letters become a and A, digits 9. Space and signs stay.
func maskOf(s string) Sample {
	var b strings.Builder
	var seen text.ScriptSet
	script := ""
	n := 0
	for _, r := range s {
		x := text.ScriptOf(r)
		if x != text.NoScript && !seen.Has(x) {
			seen |= 1 << x
			script = strings.TrimPrefix(script+" and "+x.String(), " and ")
		}
		if n++; n <= maskLength {
			b.WriteRune(maskRune(r))
		}
	}
	if n > maskLength {
		b.WriteRune('…')
	}
	return Sample{Mask: b.String(), Script: script}
}

func maskRune(r rune) rune {
	switch {
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return 'A'
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return 'a'
	case unicode.IsNumber(r):
		return '9'
	case r == ' ' || r < utf8.RuneSelf && unicode.IsPrint(r) || unicode.IsPunct(r):
		return r
	case unicode.IsSpace(r):
		return ' '
	}
	return '?'
}

// twins are letters of other scripts that look like a Latin one.
var twins = strings.NewReplacer(
	"а", "a", "е", "e", "о", "o", "р", "p", "с", "c", "у", "y", "х", "x", "і", "i", "ј", "j", "ѕ", "s", "к", "k", "м", "m", "т", "t", "в", "b", "н", "h",
	"α", "a", "ο", "o", "ν", "v", "ι", "i", "κ", "k", "ρ", "p", "τ", "t", "υ", "u", "χ", "x",
)

// foldName makes names equal that a person takes for the same: case, space,
// signs and letters that look alike do not count.
func foldName(name string) string {
	return twins.Replace(strings.Map(func(r rune) rune {
		if r >= 0xFF01 && r <= 0xFF5E {
			r -= 0xFF01 - '!' // full width
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name))
}
