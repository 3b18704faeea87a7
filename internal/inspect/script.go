package inspect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// script is a writing system, as far as a person who checks names cares.
type script uint8

const (
	noScript script = iota
	latin
	greek
	cyrillic
	hangul
	han
	kana
	arabic
	hebrew
	thai
	indic
	otherScript

	numScripts
)

var scriptNames = [numScripts]string{
	"", "Latin", "Greek", "Cyrillic", "Hangul", "Han", "Kana", "Arabic", "Hebrew", "Thai", "Indic", "other",
}

// blocks are the ranges of the scripts, in order.
var blocks = []struct {
	from, to rune
	script   script
}{
	{0x00C0, 0x024F, latin}, {0x0250, 0x02AF, latin}, {0x0370, 0x03FF, greek}, {0x0400, 0x052F, cyrillic}, {0x0590, 0x05FF, hebrew},
	{0x0600, 0x077F, arabic}, {0x08A0, 0x08FF, arabic}, {0x0900, 0x0DFF, indic}, {0x0E00, 0x0E7F, thai}, {0x1100, 0x11FF, hangul},
	{0x1E00, 0x1EFF, latin}, {0x1F00, 0x1FFF, greek}, {0x3040, 0x30FF, kana}, {0x3130, 0x318F, hangul}, {0x31F0, 0x31FF, kana},
	{0x3400, 0x4DBF, han}, {0x4E00, 0x9FFF, han}, {0xAC00, 0xD7AF, hangul}, {0xF900, 0xFAFF, han}, {0xFB50, 0xFDFF, arabic},
	{0xFE70, 0xFEFC, arabic}, {0xFF21, 0xFF5A, latin}, {0xFF66, 0xFF9D, kana}, {0x20000, 0x323AF, han},
}

// scriptOf returns the script of a letter, noScript for anything else.
func scriptOf(r rune) script {
	if r < utf8.RuneSelf {
		if asciiLetter(byte(r)) {
			return latin
		}
		return noScript
	}
	if !unicode.IsLetter(r) && !unicode.IsMark(r) {
		return noScript
	}
	for i := range blocks {
		if r <= blocks[i].to {
			if r >= blocks[i].from {
				return blocks[i].script
			}
			break
		}
	}
	if unicode.IsMark(r) {
		return noScript
	}
	return otherScript
}

// scriptSet is a set of scripts.
type scriptSet uint16

func (s scriptSet) has(x script) bool { return s&(1<<x) != 0 }

// lookalikes are the scripts whose letters pass for one another.
const lookalikes = scriptSet(1<<latin | 1<<greek | 1<<cyrillic)

// letters is what the characters of a value beyond ASCII say.
type letters struct {
	scripts   scriptSet
	mixed     bool // one word has letters of scripts that look alike
	invisible bool // characters that nobody sees
	lost      bool // U+FFFD stands where a character was
}

// readLetters looks at each character of a value.
func readLetters(s string) letters {
	var l letters
	var word scriptSet
	joiner := false
	for _, r := range s {
		x := scriptOf(r)
		if x == noScript && !unicode.IsMark(r) {
			word = 0
			l.lost = l.lost || r == utf8.RuneError
			l.invisible = l.invisible || isInvisible(r)
			joiner = joiner || r == 0x200C || r == 0x200D
			continue
		}
		l.scripts |= 1 << x
		word |= 1 << x & lookalikes
		l.mixed = l.mixed || word&(word-1) != 0
	}
	l.scripts &^= 1 << noScript
	// Arabic and Indic scripts need the joiners.
	l.invisible = l.invisible || joiner && l.scripts&(1<<arabic|1<<indic|1<<otherScript) == 0
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
	var seen scriptSet
	script := ""
	n := 0
	for _, r := range s {
		x := scriptOf(r)
		if x != noScript && !seen.has(x) {
			seen |= 1 << x
			script = strings.TrimPrefix(script+" and "+scriptNames[x], " and ")
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
