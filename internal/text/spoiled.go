package text

import (
	"encoding/base64"
	"html"
	"strings"
	"unicode"
)

// Damage reports what happened to a text on its way: it has characters that take no
// room and belong to no script (a zero-width space, a mark of the writing direction, a
// soft hyphen; joiners are a part of some scripts), or it was read in another encoding
// than its own, as Garbled has it or by words that no language has. It looks at text
// beyond ASCII only, and mostly once.
func Damage(s string) (hidden, spoilt bool) {
	var has Trace
	for i := range len(s) {
		has |= leaves[s[i]]
	}
	if has&^mixes == 0 || WritingOf(s)&Strange == 0 {
		return false, false
	}
	return DamageBy(s, has)
}

// DamageBy is Damage for who has looked at each byte already: has are the traces of all
// of them together.
func DamageBy(s string, has Trace) (hidden, spoilt bool) {
	if has == 0 {
		return false, false
	}
	hidden = has&mayHide != 0 && hides(s)
	spoilt = has&hanzi != 0 && has&(halfKana|hangul) != 0 && wideMix(s) || has&chinese != 0 && strings.Contains(s, lostChinese) ||
		has&mayGarble != 0 && Garbled(s) || has&halves != 0 && swapped(s) ||
		(has&maySpoil != 0 || has&accents != 0 && strings.Count(s, "\xc3") >= 4 || has&halves != 0 && firstHalves(s) >= 3) && spoiled(s)
	return hidden, spoilt
}

// Trace is a set of what the bytes of a text may be a part of.
type Trace uint16

// MayMix reports whether Mixed may be true of a text of these traces.
func (has Trace) MayMix() bool { return has&mixes != 0 }

// TraceOf is that of one byte.
func TraceOf(c byte) Trace { return leaves[c] }

const (
	mayHide   Trace = 1 << iota // what nobody sees
	mayGarble                   // what Garbled finds
	maySpoil                    // signs that spoiled looks at
	accents                     // letters of Latin-1, of which many make a word that is none
	halves                      // Cyrillic capitals, the same
	hanzi                       // ideographs
	hangul
	halfKana // katakana of half width, among others
	chinese  // what U+FFFD becomes
	mixes    // of scripts that Mixed looks for
)

// leaves are the traces by the byte that a character begins with.
var leaves = func() (t [256]Trace) {
	for c, x := range map[byte]Trace{
		0xC2: mayHide | mayGarble | maySpoil, 0xC3: mayGarble | accents, 0xC5: mayGarble, 0xC6: mayGarble, 0xCB: mayGarble | maySpoil,
		0xD0: halves, 0xE2: mayHide | mayGarble | maySpoil, lostKorean[0]: mayGarble,
		0xCD: mayHide, 0xE3: mayHide, 0xEF: mayHide | halfKana, 0xF3: mayHide,
	} {
		t[c] = x
	}
	for c := 0xE4; c <= 0xE9; c++ {
		t[c] |= hanzi
	}
	t[lostChinese[0]] |= chinese
	for c := range t {
		if c >= 0xCD && c <= 0xD6 || c == 0xC9 || c == 0xCA || c == 0xE1 || c == 0xE2 || c == 0xEA || c == 0xEF || c == 0xF0 {
			t[c] |= mixes
		}
	}
	for c := 0xEA; c <= 0xED; c++ {
		t[c] |= hangul
	}
	return t
}()

// wideMix reports whether a word has an ideograph beside katakana of half width, as UTF-8
// read as Shift_JIS has, or beside Hangul, as UTF-8 read as EUC-KR. A word that ends with
// one syllable of Hangul has what people are called by behind it.
func wideMix(s string) bool {
	last := rune(0)
	for i, r := range s {
		half, before := r >= 0xFF66 && r <= 0xFF9D, last >= 0xFF66 && last <= 0xFF9D
		switch {
		case half && ideograph(last), before && ideograph(r):
			return true
		case syllable(r) && ideograph(last) && i+len("김") < len(s), syllable(last) && ideograph(r):
			return true
		}
		last = r
	}
	return false
}

func syllable(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }

// hides reports whether s has an invisible character. Between letters of scripts that
// set no words apart a zero-width space does, and is no fault; neither are joiners in
// scripts that join letters, and what chooses the form of an ideograph.
func hides(s string) bool {
	if strings.ContainsFunc(s, invisible) {
		return true
	}
	last := rune(0)
	for _, r := range s {
		switch {
		case r == zeroSpace && !unspaced(last), (r == nonJoiner || r == joiner) && letterAlone(last):
			return true
		case r >= 0xFE00 && r <= 0xFE0F && (letterAlone(last) && !ideograph(last) || last == ' '), r >= 0xE0100 && r <= 0xE01EF && !ideograph(last):
			return true
		}
		last = r
	}
	return false
}

const (
	zeroSpace = 0x200B
	nonJoiner = 0x200C
	joiner    = 0x200D
)

// letterAlone reports whether a character is a letter of a script whose letters are not
// joined: Latin, Greek, Cyrillic, Armenian, and those of East Asia.
func letterAlone(r rune) bool {
	return (r < 0x590 || r >= 0x1E00 && r < 0x2000 || r >= 0x3040 && r < 0xD7A4) && unicode.IsLetter(r)
}

func ideograph(r rune) bool {
	return r >= 0x3400 && r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x323AF
}

// unspaced reports whether a character is of Thai, Lao, Burmese or Khmer.
func unspaced(r rune) bool {
	return r >= 0x0E00 && r <= 0x0EFF || r >= 0x1000 && r <= 0x109F || r >= 0x1780 && r <= 0x17FF
}

func invisible(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x200E, r == 0x200F, r == 0xFEFF:
		return true
	}
	switch r {
	case 0x034F, 0x3164, 0x2800: // a joiner of graphemes, a Hangul filler, a Braille blank
		return true
	}
	return r >= 0x2028 && r <= 0x202E || r >= 0x2060 && r <= 0x2069 || r >= 0xE0000 && r <= 0xE007F
}

// swapped reports whether all Cyrillic words, two or more, begin with a small letter and
// go on with three capitals, as KOI8 read as Windows-1251 does, and the other way round.
// One such word was typed so.
func swapped(s string) bool {
	if at := strings.IndexByte(s, 0xD0); at < 0 || at+1 == len(s) || s[at+1] < 0xB0 && strings.IndexByte(s[:at], 0xD1) < 0 {
		return false // the first word begins with a capital, or none has one
	}
	words := 0
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return r < 'Ѐ' || r > 'ӿ' }) {
		if !turned(word) {
			return false
		}
		words++
	}
	return words >= 2
}

// firstHalves is how often a text has Р or С, as which the first bytes of Cyrillic in UTF-8
// are read.
func firstHalves(s string) (n int) {
	for i := 1; i < len(s); i++ {
		if s[i-1] == 0xD0 && (s[i] == 0xA0 || s[i] == 0xA1) {
			n++
		}
	}
	return n
}

// turned reports whether a word begins with a small letter and goes on with three capitals.
func turned(word string) bool {
	for i, r := range word {
		if small := unicode.IsLower(r); small != (i == 0) {
			return false
		}
		if i == 3*len("Б") {
			return true
		}
	}
	return false
}

// spoiled tells text of other encodings than UTF-8 that was read as another by words
// that no language has.
func spoiled(s string) bool {
	var word spoilt
	last, accented, plain := rune(0), 0, 0
	for _, r := range s {
		if word.takes(last, r) {
			return true
		}
		word.inside = unicode.IsLetter(last)
		switch letter := unicode.IsLetter(r); {
		case letter && r >= 0xC0 && r <= 0xFF:
			accented++
		case letter && r != 'º' && r != 'ª':
			plain++
		}
		last = r
	}
	return accented >= 5 && plain == 0 // short words of it: Hebrew, Chinese
}

// spoilt is what a word has come to.
type spoilt struct {
	accented, plain int  // letters of Latin-1 beyond ASCII, and other letters
	halves          int  // Р and С before what the second byte of a letter becomes
	odd             bool // one of those is no letter
	inside          bool // a letter stood before the last character
}

// takes takes up the next character, and reports whether the word is none.
func (w *spoilt) takes(last, r rune) bool {
	letter := unicode.IsLetter(r)
	if last == 'Р' || last == 'С' { // the first bytes of Cyrillic in UTF-8, as Windows-1251
		if r >= 0x80 && !(r >= 'А' && r <= 'я') {
			w.halves++
			w.odd = w.odd || !letter
		}
	}
	switch {
	case letter && r >= 0xC0 && r <= 0xFF:
		w.accented++
	case letter:
		w.plain++
	case unicode.IsSpace(r):
		*w = spoilt{}
	case r < 0x80: // a sign or a digit: initials are no word
		w.accented, w.plain, w.halves = 0, 0, 0
	}
	switch {
	case w.accented >= 4 && w.plain == 0, w.halves >= 3 && (w.odd || w.plain == 2*w.halves): // Cyrillic of one byte as Windows-1252, of two as Windows-1251
		return true
	case letter && strings.ContainsRune("£¤¥¦¬¯±√", last), letter && w.inside && strings.ContainsRune("³¼½¾¶‚„†‡•˜‰”", last), // Polish as ISO 8859-1, Spanish of DOS
		r == '³' && unicode.IsLower(last) && last != 'm':
		return true
	case letter && (last >= 0x2550 && last <= 0x2593 || strings.ContainsRune("©®€‰", last) && ScriptOf(r) == Cyrillic): // Cyrillic of DOS
		return true
	case unicode.IsLetter(last):
		// Box drawings are letters of DOS, operators of a Macintosh, and loose accents
		// second bytes as Windows-1250.
		return r >= 0x2500 && r <= 0x259F || r >= 0x2200 && r <= 0x22FF || r == '‚' || r == '‡' || r == '˜' || r == 0x2C7 || r == 0x2D8 || r == 0x2DB || r == 0x2DD
	}
	return false
}

// Escaped reports whether letters of s are written as HTML, an address of the web,
// JSON, a program, mail or a workbook has them: &eacute;, %C3%A9, \u00e9, \xc3\xa9, =C3=A9,
// +AOk-, U+00E9, _x00E9_.
func Escaped(s string) bool {
	return strings.IndexByte(s, '+') >= 0 && (sevenBits(s) || codePoint(s)) || strings.IndexByte(s, '&') >= 0 && entity(s) || strings.IndexByte(s, '%') >= 0 && bytesBehind(s, "%") ||
		strings.IndexByte(s, '\\') >= 0 && (escapedUnit(s) || bytesBehind(s, `\x`)) || strings.IndexByte(s, '=') >= 0 && (bytesBehind(s, "=") || mailWord(s)) ||
		strings.IndexByte(s, '_') >= 0 && workbook(s)
}

// workbook reports whether a character is written as the XML of a workbook has those that
// XML has not (ECMA-376, ST_Xstring): _x000D_.
func workbook(s string) bool {
	for _, rest := range strings.Split(s, "_x")[1:] {
		if len(rest) > 4 && rest[4] == '_' && hex(rest[:4]) {
			return true
		}
	}
	return false
}

// mailWord reports whether s begins as a word of a mail's header that is not ASCII does:
// =?UTF-8?B?.
func mailWord(s string) bool {
	rest, found := strings.CutPrefix(s, "=?")
	_, rest, more := strings.Cut(rest, "?")
	return found && more && len(rest) > 1 && strings.ContainsRune("BbQq", rune(rest[0])) && rest[1] == '?'
}

// sevenBits reports whether s has letters as UTF-7 has them: in Base64 between a plus and
// a hyphen.
func sevenBits(s string) bool {
	for _, rest := range strings.Split(s, "+")[1:] {
		word, _, closed := strings.Cut(rest, "-")
		b, err := base64.RawStdEncoding.DecodeString(word)
		if !closed || err != nil || len(b) == 0 || len(b)%2 != 0 {
			continue
		}
		letters := true
		for i := 0; i < len(b); i += 2 {
			r := rune(b[i])<<8 | rune(b[i+1])
			letters = letters && (r >= 0xC0 && r < 0x2000 || r >= 0xAC00 && r < 0xD7A4) && unicode.IsLetter(r)
		}
		if letters {
			return true
		}
	}
	return false
}

// codePoint reports whether a character is written as its number in Unicode.
func codePoint(s string) bool {
	for _, rest := range strings.Split(s, "U+")[1:] {
		if len(rest) >= 4 && hex(rest[:4]) {
			return true
		}
	}
	return false
}

// longestEntity bounds the names of characters that are looked for.
const longestEntity = 8

// entity reports whether HTML has a character for what stands between an ampersand
// and a semicolon.
func entity(s string) bool {
	for _, rest := range strings.Split(s, "&")[1:] {
		end := strings.IndexByte(rest, ';')
		if end < 0 || end > longestEntity {
			continue
		}
		if entity := "&" + rest[:end+1]; html.UnescapeString(entity) != entity {
			return true
		}
	}
	return false
}

// bytesBehind reports whether two bytes of a letter beyond ASCII follow each other, each
// in two digits behind a sign.
func bytesBehind(s, sign string) bool {
	for {
		_, rest, found := strings.Cut(s, sign)
		if !found || len(rest) < 2 {
			return false
		}
		if next, again := strings.CutPrefix(rest[2:], sign); again && len(next) >= 2 && hex(rest[:2]) && hex(next[:2]) && rest[0]&^0x20 >= 'C' {
			return true
		}
		s = rest
	}
}

func escapedUnit(s string) bool {
	for _, rest := range strings.Split(s, `\u`)[1:] {
		if len(rest) >= 4 && hex(rest[:4]) {
			return true
		}
	}
	return false
}

func hex(s string) bool { return strings.Trim(s, "0123456789abcdefABCDEF") == "" }
