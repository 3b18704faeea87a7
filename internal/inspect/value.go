package inspect

import (
	"strings"
	"unicode/utf8"
)

// class is what a byte is to the first look at a cell.
type class uint8

const (
	classOther class = iota // punctuation and signs
	classDigit
	classLetter
	classSpace
	classControl // not a tab or a line break, which free text may hold
	classHigh    // part of a character beyond ASCII

	numClasses
)

var classes = func() (table [256]class) {
	for b := range table {
		switch c := byte(b); {
		case c >= utf8.RuneSelf:
			table[b] = classHigh
		case c >= '0' && c <= '9':
			table[b] = classDigit
		case asciiLetter(c):
			table[b] = classLetter
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			table[b] = classSpace
		case c < ' ' || c == 0x7F:
			table[b] = classControl
		}
	}
	return table
}()

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func asciiDigit(c byte) bool { return c >= '0' && c <= '9' }

// value is what one look at a cell finds.
type value struct {
	text   string // without the space around it
	padded bool   // there was some
	runes  int
	hash   uint64
	count  [numClasses]int // bytes of each class
}

func (v *value) ascii() bool { return v.count[classHigh] == 0 }

// look reads a cell once.
func look(cell string) value {
	v := value{text: strings.TrimSpace(cell)}
	v.padded = len(v.text) != len(cell)
	h := uint64(fnvOffset)
	for i := range len(v.text) {
		b := v.text[i]
		v.count[classes[b]]++
		h = (h ^ uint64(b)) * fnvPrime
	}
	v.hash = mix(h)
	v.runes = len(v.text)
	if !v.ascii() {
		v.runes = utf8.RuneCountInString(v.text)
	}
	return v
}

// The hash of a cell is FNV-1a with a finish that spreads it over all bits. It
// is not keyed: an estimate made of it must be the same every time.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// mix spreads a number over all 64 bits (the finalizer of MurmurHash3).
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// kind is what a single value looks like.
type kind uint8

const (
	kindText kind = iota
	kindInteger
	kindDecimal
	kindDate
	kindEmail
	kindImage
	kindPhone
	kindIdentifier
	kindName

	numKinds
)

// kindOf tells the kind of a value that is not empty; number and day are what
// it is as such.
func kindOf(v *value) (k kind, n number, d day) {
	digits := v.count[classDigit]
	if digits == len(v.text) {
		return kindInteger, number{form: numberInteger}, day{}
	}
	switch {
	case isEmail(v):
		return kindEmail, n, d
	case isImage(v.text):
		return kindImage, n, d
	case digits == 0:
		if isName(v) {
			return kindName, n, d
		}
		return kindText, n, d
	}
	if v.text[0] == '+' && isPhone(v) {
		return kindPhone, n, d
	}
	if d = readDay(v.text); d.form != noDay {
		return kindDate, n, d
	}
	if n = readNumber(v); n.form != noNumber {
		if n.form == numberInteger {
			return kindInteger, n, d
		}
		return kindDecimal, n, d
	}
	switch {
	case isPhone(v):
		return kindPhone, n, d
	case isIdentifier(v):
		return kindIdentifier, n, d
	}
	return kindText, n, d
}

func isEmail(v *value) bool {
	if v.count[classSpace] > 0 {
		return false
	}
	at := strings.IndexByte(v.text, '@')
	if at < 1 || strings.IndexByte(v.text[at+1:], '@') >= 0 {
		return false
	}
	dot := strings.LastIndexByte(v.text[at+1:], '.')
	return dot > 0 && dot < len(v.text)-at-2
}

var imageEndings = []string{".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".pdf"}

func isImage(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot < 1 || len(s)-dot > len(".jpeg") {
		return false
	}
	for _, end := range imageEndings {
		if strings.EqualFold(s[dot:], end) {
			return true
		}
	}
	return false
}

// isName reports whether a value without digits is made of words only.
func isName(v *value) bool {
	if v.count[classControl] > 0 || v.count[classLetter]+v.count[classHigh] < 2 || v.runes > 80 {
		return false
	}
	if v.count[classOther] == 0 {
		return true
	}
	return strings.IndexFunc(v.text, func(r rune) bool {
		return r < utf8.RuneSelf && classes[r] == classOther && !strings.ContainsRune(".'`-,()/", r) // some keyboards have no other apostrophe
	}) < 0
}

const (
	leastPhone = 7
	mostPhone  = 17
)

// isPhone reports whether a value that is no plain number is digits with the
// signs that people put between them.
func isPhone(v *value) bool {
	digits := v.count[classDigit]
	if digits < leastPhone || digits > mostPhone || v.count[classLetter]+v.count[classHigh] > 0 {
		return false
	}
	if v.text[0] != '+' && v.text[0] != '0' && v.text[0] != '(' {
		return false
	}
	return strings.Trim(v.text, "0123456789+-(). /") == ""
}

// isIdentifier reports whether a value is one word of letters and digits.
func isIdentifier(v *value) bool {
	if !v.ascii() || v.count[classSpace]+v.count[classControl] > 0 || len(v.text) > 64 {
		return false
	}
	if v.count[classOther] == 0 {
		return true
	}
	return strings.IndexFunc(v.text, func(r rune) bool {
		return classes[r] == classOther && !strings.ContainsRune("-_./:#", r)
	}) < 0
}
