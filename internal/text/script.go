package text

import (
	"strings"
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

// Mixed reports whether one word of s has letters of scripts that look alike, such as
// the Cyrillic А in "Аnna", whether a word among Latin ones is made of nothing but such
// letters (Ророа), or whether letters are signs that are drawn like them: small capitals,
// letters of mathematics, letters in circles. It does not allocate.
func Mixed(s string) bool { return beyondLatin(s) && mixed(s) }

// beyondLatin reports whether s may have letters that Mixed looks for, by the bytes that
// those begin with.
func beyondLatin(s string) bool {
	for i := nextForeign(s, 0); i < len(s); i = nextForeign(s, i+1) {
		switch c := s[i]; {
		case c >= 0xCD && c <= 0xD6, c == 0xC9, c == 0xCA, c == 0xE1, c == 0xE2, c == 0xEF:
			return true
		case c == 0xEA && i+1 < len(s) && s[i+1] < 0xAE, c == 0xF0 && i+1 < len(s) && s[i+1] < 0xA0: // neither Hangul nor Han
			return true
		}
	}
	return false
}

func mixed(s string) bool {
	var w mixture
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c < utf8.RuneSelf:
			i++
			if c |= 0x20; c < 'a' || c > 'z' {
				w.end()
				continue
			}
			w.word |= 1 << Latin
			w.letters++
			if w.word != 1<<Latin {
				return true
			}
			continue
		case (c == 0xD0 || c == 0xD1) && i+1 < len(s) && s[i+1]&0xC0 == 0x80: // most of Cyrillic
			if w.take(rune(c&0x1F)<<6|rune(s[i+1]&0x3F), Cyrillic) {
				return true
			}
			i += 2
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		x, inWord := lookalike(r)
		switch {
		case r >= 0x250 && (r < 0x2B0 || r >= 0x1D00) && styled(r):
			return true
		case !inWord:
			w.end()
		case x != NoScript:
			if w.take(r, x) {
				return true
			}
		}
	}
	w.end()
	return w.disguised && w.latin && !w.foreign
}

// mixture is what the words of a text have come to.
type mixture struct {
	word    ScriptSet // of the word at hand
	letters int       // of it
	plain   bool      // one of them looks like no Latin letter

	latin, foreign, disguised bool // words there were: the last are of letters that look Latin
}

// take takes up a letter, and reports whether the word has two scripts now.
func (m *mixture) take(r rune, x Script) bool {
	m.word |= 1 << x
	m.letters++
	m.plain = m.plain || !twin(r)
	return m.word&(m.word-1) != 0
}

// end ends the word at hand.
func (m *mixture) end() {
	switch {
	case m.word == 0:
	case m.word.Has(Latin):
		m.latin = m.latin || m.letters >= 2
	case m.plain || m.letters < 3:
		m.foreign = true
	default:
		m.disguised = true
	}
	m.word, m.letters, m.plain = 0, 0, false
}

// twin reports whether a Greek or Cyrillic letter looks like a Latin one.
func twin(r rune) bool {
	switch r {
	case 'А', 'В', 'Е', 'К', 'М', 'Н', 'О', 'Р', 'С', 'Т', 'У', 'Х', 'І', 'Ј', 'Ѕ', 'а', 'е', 'о', 'р', 'с', 'у', 'х', 'і', 'ј', 'ѕ', 'ё', 'ї', 'Ё', 'Ї',
		'Α', 'Β', 'Ε', 'Ζ', 'Η', 'Ι', 'Κ', 'Μ', 'Ν', 'Ο', 'Ρ', 'Τ', 'Υ', 'Χ', 'ο', 'ν', 'ρ':
		return true
	}
	return false
}

// styled reports whether a character is a letter as signs draw it: a small capital, a
// letter of mathematics, a letter in a circle or square.
func styled(r rune) bool {
	switch r {
	case 'ɢ', 'ɪ', 'ɴ', 'ʀ', 'ʏ', 'ʙ', 'ʜ', 'ʟ':
		return true
	}
	return r >= 0x1D00 && r <= 0x1D2B || r >= 0x24B6 && r <= 0x24E9 || r == 'ꜰ' || r == 'ꜱ' ||
		r >= 0x1D400 && r <= 0x1D7FF || r >= 0x1F130 && r <= 0x1F189
}

// lookalike is ScriptOf for the scripts that look alike, and faster. OtherScript stands
// for all that look so in parts: Armenian, Cherokee, Lisu and Latin of full width. inWord
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
	case r < 0x590:
		return OtherScript, r != 0x589 && r != 0x58A // signs of Armenian
	case r >= 0x13A0 && r < 0x1400, r >= 0xAB70 && r < 0xABC0, r >= 0xA4D0 && r < 0xA4FE, r >= 0xFF21 && r <= 0xFF3A, r >= 0xFF41 && r <= 0xFF5A:
		return OtherScript, true
	}
	return NoScript, false
}

// Misread reports whether a word that is Latin for the most part has a letter of another
// script in it that passes for no Latin one, and that a byte of an accented letter
// becomes in another encoding: Gцran, JosΘ.
func Misread(s string) bool {
	if !beyondLatin(s) {
		return false
	}
	latin, cyrillic, greek, odd := 0, 0, 0, false
	judge := func() bool { return odd && latin > cyrillic+greek }
	for _, r := range s {
		x, inWord := lookalike(r)
		switch {
		case !inWord:
			if judge() {
				return true
			}
			latin, cyrillic, greek, odd = 0, 0, 0, false
		case x == Latin:
			latin++
		case x == Greek:
			greek++
			odd = odd || strings.ContainsRune("ΘφΣσΦΩδτΓπ", r)
		case x == Cyrillic:
			cyrillic++
			odd = odd || !twin(r)
		}
	}
	return judge()
}
