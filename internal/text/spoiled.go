package text

import (
	"strings"
	"unicode"
)

// Invisible reports whether s has a character that takes no room and belongs to no
// script: a zero-width space, a mark of the writing direction, a soft hyphen. Joiners
// are a part of some scripts.
func Invisible(s string) bool { return strings.ContainsFunc(s, invisible) }

func invisible(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x200B, r == 0x200E, r == 0x200F, r == 0xFEFF:
		return true
	}
	return r >= 0x2028 && r <= 0x202E || r >= 0x2060 && r <= 0x2069
}

// Spoiled reports what Garbled does not look for: text of other encodings than UTF-8
// that was read as another, told by words that no language has.
func Spoiled(s string) bool {
	var word spoilt
	last := rune(0)
	for _, r := range s {
		if word.takes(last, r) {
			return true
		}
		last = r
	}
	return false
}

// spoilt is what a word has come to.
type spoilt struct {
	accented, plain int // letters of Latin-1 beyond ASCII, and other letters
	halves          int // Р and С before what no capital stands before
}

// takes takes up the next character, and reports whether the word is none.
func (w *spoilt) takes(last, r rune) bool {
	letter := unicode.IsLetter(r)
	if last == 'Р' || last == 'С' { // the first bytes of Cyrillic in UTF-8, as Windows-1251
		if r > ' ' && !(r >= 'А' && r <= 'Я') {
			w.halves++
		}
	}
	switch {
	case letter && r >= 0xC0 && r <= 0xFF:
		w.accented++
	case letter:
		w.plain++
	case unicode.IsSpace(r):
		*w = spoilt{}
	}
	switch {
	case w.accented >= 4 && w.plain == 0, w.halves >= 3: // Cyrillic of one byte as Windows-1252
		return true
	case letter && strings.ContainsRune("£¤¥¦¬¯±√", last): // Polish as ISO 8859-1, Spanish of DOS
		return true
	case unicode.IsLetter(last):
		// Box drawings are letters of DOS, operators of a Macintosh, and loose accents
		// second bytes as Windows-1250.
		return r >= 0x2500 && r <= 0x259F || r >= 0x2200 && r <= 0x22FF || r == 0x2C7 || r == 0x2D8 || r == 0x2DB || r == 0x2DD
	}
	return false
}

// Escaped reports whether letters of s are written as HTML, an address of the web or
// JSON has them: &eacute;, %C3%A9, \u00e9.
func Escaped(s string) bool {
	return strings.IndexByte(s, '&') >= 0 && entity(s) || strings.IndexByte(s, '%') >= 0 && percented(s) || strings.Contains(s, `\u`) && escapedUnit(s)
}

// entity reports whether an ampersand, a name and a semicolon follow each other.
func entity(s string) bool {
	for _, rest := range strings.Split(s, "&")[1:] {
		end := strings.IndexByte(rest, ';')
		if end >= 2 && end <= 8 && strings.Trim(rest[:end], "#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == "" {
			return true
		}
	}
	return false
}

// percented reports whether two bytes of a letter beyond ASCII follow each other.
func percented(s string) bool {
	for at := strings.IndexByte(s, '%'); at >= 0 && at+5 < len(s); at++ {
		if s[at] == '%' && s[at+3] == '%' && hex(s[at+1:at+3]) && hex(s[at+4:at+6]) && s[at+1] >= 'C' {
			return true
		}
	}
	return false
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
