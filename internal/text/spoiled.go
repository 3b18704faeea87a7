package text

import (
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
	var has trace
	for i := range len(s) {
		has |= leaves[s[i]]
	}
	if has == 0 {
		return false, false
	}
	hidden = has&mayHide != 0 && hides(s)
	spoilt = has&mayGarble != 0 && Garbled(s) || has&halves != 0 && swapped(s) ||
		(has&maySpoil != 0 || has&accents != 0 && strings.Count(s, "\xc3") >= 4 || has&halves != 0 && strings.Count(s, "Р")+strings.Count(s, "С") >= 3) && spoiled(s)
	return hidden, spoilt
}

// trace is what the bytes of a text may be a part of.
type trace uint8

const (
	mayHide   trace = 1 << iota // what nobody sees
	mayGarble                   // what Garbled finds
	maySpoil                    // signs that spoiled looks at
	accents                     // letters of Latin-1, of which many make a word that is none
	halves                      // Cyrillic capitals, the same
)

// leaves are the traces by the byte that a character begins with.
var leaves = func() (t [256]trace) {
	for c, x := range map[byte]trace{
		0xC2: mayHide | mayGarble | maySpoil, 0xC3: mayGarble | accents, 0xC5: mayGarble, 0xC6: mayGarble, 0xCB: mayGarble | maySpoil,
		0xD0: halves, 0xE2: mayHide | mayGarble | maySpoil, lostKorean[0]: mayGarble,
		0xCD: mayHide, 0xE3: mayHide, 0xEF: mayHide, 0xF3: mayHide,
	} {
		t[c] = x
	}
	return t
}()

// hides reports whether s has an invisible character. Between letters of scripts that
// set no words apart a zero-width space does, and is no fault.
func hides(s string) bool {
	if strings.ContainsFunc(s, invisible) {
		return true
	}
	last := rune(0)
	for _, r := range s {
		if r == zeroSpace && !unspaced(last) {
			return true
		}
		last = r
	}
	return false
}

const zeroSpace = 0x200B

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
	words, turned := 0, 0
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return r < 'Ѐ' || r > 'ӿ' }) {
		words++
		for i, r := range word {
			if small := unicode.IsLower(r); small != (i == 0) {
				break
			}
			if i == 3*len("Б") {
				turned++
				break
			}
		}
	}
	return words >= 2 && turned == words
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
		w.accented, w.plain = 0, 0
	}
	switch {
	case w.accented >= 4 && w.plain == 0, w.halves >= 3 && w.odd: // Cyrillic of one byte as Windows-1252
		return true
	case letter && strings.ContainsRune("£¤¥¦¬¯±√", last), letter && w.inside && strings.ContainsRune("³¼½¾¶", last), // Polish as ISO 8859-1, Spanish of DOS
		r == '³' && unicode.IsLower(last) && last != 'm':
		return true
	case unicode.IsLetter(last):
		// Box drawings are letters of DOS, operators of a Macintosh, and loose accents
		// second bytes as Windows-1250.
		return r >= 0x2500 && r <= 0x259F || r >= 0x2200 && r <= 0x22FF || r == 0x2C7 || r == 0x2D8 || r == 0x2DB || r == 0x2DD
	}
	return false
}

// Escaped reports whether letters of s are written as HTML, an address of the web,
// JSON, a program or mail has them: &eacute;, %C3%A9, \u00e9, \xc3\xa9, =C3=A9.
func Escaped(s string) bool {
	return strings.IndexByte(s, '&') >= 0 && entity(s) || strings.IndexByte(s, '%') >= 0 && bytesBehind(s, "%") ||
		strings.IndexByte(s, '\\') >= 0 && (escapedUnit(s) || bytesBehind(s, `\x`)) || strings.IndexByte(s, '=') >= 0 && (bytesBehind(s, "=") || mailWord(s))
}

// mailWord reports whether s begins as a word of a mail's header that is not ASCII does:
// =?UTF-8?B?.
func mailWord(s string) bool {
	rest, found := strings.CutPrefix(s, "=?")
	_, rest, more := strings.Cut(rest, "?")
	return found && more && len(rest) > 1 && strings.ContainsRune("BbQq", rune(rest[0])) && rest[1] == '?'
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
