package text

import (
	"unicode"
	"unicode/utf8"
)

// Script is a writing system, as far as a person who checks names cares.
type Script uint8

// The scripts that are told apart. NoScript is that of digits, signs and space.
const (
	NoScript Script = iota
	Latin
	Greek
	Cyrillic
	Hangul
	Han
	Kana
	Arabic
	Hebrew
	Thai
	Indic
	OtherScript

	// NumScripts is the number of scripts, NoScript among them.
	NumScripts
)

var scriptNames = [NumScripts]string{
	"", "Latin", "Greek", "Cyrillic", "Hangul", "Han", "Kana", "Arabic", "Hebrew", "Thai", "Indic", "other",
}

// String names the script; it is "" for NoScript.
func (s Script) String() string {
	if s >= NumScripts {
		return ""
	}
	return scriptNames[s]
}

// blocks are the ranges of the scripts, in order.
var blocks = []struct {
	from, to rune
	script   Script
}{
	{0x00C0, 0x024F, Latin}, {0x0250, 0x02AF, Latin}, {0x0370, 0x03FF, Greek}, {0x0400, 0x052F, Cyrillic}, {0x0590, 0x05FF, Hebrew},
	{0x0600, 0x077F, Arabic}, {0x08A0, 0x08FF, Arabic}, {0x0900, 0x0DFF, Indic}, {0x0E00, 0x0E7F, Thai}, {0x1100, 0x11FF, Hangul},
	{0x1E00, 0x1EFF, Latin}, {0x1F00, 0x1FFF, Greek}, {0x3040, 0x30FF, Kana}, {0x3130, 0x318F, Hangul}, {0x31F0, 0x31FF, Kana},
	{0x3400, 0x4DBF, Han}, {0x4E00, 0x9FFF, Han}, {0xAC00, 0xD7AF, Hangul}, {0xF900, 0xFAFF, Han}, {0xFB50, 0xFDFF, Arabic},
	{0xFE70, 0xFEFC, Arabic}, {0xFF21, 0xFF5A, Latin}, {0xFF66, 0xFF9D, Kana}, {0x20000, 0x323AF, Han},
}

// ScriptOf returns the script of a letter, NoScript for anything else.
func ScriptOf(r rune) Script {
	if r < utf8.RuneSelf {
		if lower := r | 0x20; lower >= 'a' && lower <= 'z' {
			return Latin
		}
		return NoScript
	}
	if !unicode.IsLetter(r) && !unicode.IsMark(r) {
		return NoScript
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
		return NoScript
	}
	return OtherScript
}

// ScriptSet is a set of scripts.
type ScriptSet uint16

// Has reports whether x is in the set.
func (s ScriptSet) Has(x Script) bool { return s&(1<<x) != 0 }

// Lookalikes are the scripts whose letters pass for one another.
const Lookalikes = ScriptSet(1<<Latin | 1<<Greek | 1<<Cyrillic)

// Mixed reports whether one word of s has letters of scripts that look alike,
// such as the Cyrillic А in "Аnna". It does not allocate.
func Mixed(s string) bool { return beyondLatin(s) && mixed(s) }

// beyondLatin reports whether s may have letters of Lookalikes that are not
// Latin, by the bytes that those begin with.
func beyondLatin(s string) bool {
	for i := nextForeign(s, 0); i < len(s); i = nextForeign(s, i+1) {
		if c := s[i]; c >= 0xCD && (c <= 0xD4 || c == 0xE1) {
			return true
		}
	}
	return false
}

func mixed(s string) bool {
	var word ScriptSet
	for _, r := range s {
		x, inWord := lookalike(r)
		switch {
		case !inWord:
			word = 0
		case x != NoScript:
			if word |= 1 << x; word&(word-1) != 0 {
				return true
			}
		}
	}
	return false
}

// lookalike is ScriptOf for the scripts that look alike, and faster. inWord
// reports whether a word may go on behind r: accents that stand alone and letters
// that modify others are of no script and end no word.
func lookalike(r rune) (x Script, inWord bool) {
	switch {
	case r < utf8.RuneSelf:
		lower := r | 0x20
		return Latin, lower >= 'a' && lower <= 'z'
	case r < 0xC0 || r == 0xD7 || r == 0xF7:
		return NoScript, false
	case r < 0x2B0 || r >= 0x1E00 && r < 0x1F00:
		return Latin, true
	case r < 0x370:
		return NoScript, true
	case r < 0x400 || r >= 0x1F00 && r < 0x2000:
		return Greek, r != 0x37E && r != 0x387
	case r < 0x530:
		return Cyrillic, r != 0x482
	}
	return NoScript, false
}
