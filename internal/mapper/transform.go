package mapper

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// transform changes a text. It is safe for concurrent use and returns the same
// string, without allocating, where nothing changes.
type transform func(string) string

// transformTable holds every transform by its name in the mapping.
var transformTable = []struct {
	name string
	run  transform
}{
	{"trim", strings.TrimSpace},
	{"lower", strings.ToLower},
	{"upper", strings.ToUpper},
	{"title", title},
	{"collapse-spaces", collapseSpaces},
	{"digits", digits},
	{"ascii-digits", asciiDigits},
	{"fold-width", foldWidth},
	{"nfc", nfc},
}

func transformNames() []string {
	names := make([]string, len(transformTable))
	for i, t := range transformTable {
		names[i] = t.name
	}
	return names
}

func transformByName(name string) transform {
	for _, t := range transformTable {
		if t.name == name {
			return t.run
		}
	}
	return nil
}

// titlers holds casers, because one may not serve two goroutines.
var titlers = sync.Pool{New: func() any {
	c := cases.Title(language.Und)
	return &c
}}

// title makes the first letter of each word a capital and the others small,
// by the rules of Unicode.
func title(s string) string {
	c := titlers.Get().(*cases.Caser)
	defer titlers.Put(c)
	return c.String(s)
}

// collapseSpaces makes one space of every run of white space and drops it at
// both ends.
func collapseSpaces(s string) string {
	if spacesAreSingle(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

func spacesAreSingle(s string) bool {
	before := true // the start counts as a space: none may follow it
	for i := range len(s) {
		c := s[i]
		if c == ' ' {
			if before {
				return false
			}
			before = true
			continue
		}
		if mayBeSpace[c] && startsWithSpace(s[i:]) {
			return false
		}
		before = false
	}
	return !before || s == ""
}

// mayBeSpace marks the bytes that white space other than ' ' begins with.
var mayBeSpace = [256]bool{
	'\t': true, '\n': true, '\v': true, '\f': true, '\r': true,
	0xc2: true, 0xe1: true, 0xe2: true, 0xe3: true,
}

func startsWithSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// nfc composes characters. Text below U+0300, where combining begins, is
// composed already: that is what a byte below its first one says.
func nfc(s string) string {
	for i := range len(s) {
		if s[i] >= firstOfU0300 {
			return norm.NFC.String(s)
		}
	}
	return s
}

const firstOfU0300 = 0xcc

// digits keeps the decimal digits of every script, written as 0 to 9.
func digits(s string) string {
	if onlyDigits(s) {
		return s
	}
	out := make([]byte, 0, len(s))
	for _, r := range s {
		if d, ok := digitOf(r); ok {
			out = append(out, d)
		}
	}
	return string(out)
}

func onlyDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// asciiDigits writes the decimal digits of every script as 0 to 9 and leaves
// the rest alone.
func asciiDigits(s string) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if d, ok := digitOf(r); ok {
			return rune(d)
		}
		return r
	}, s)
}

// foldWidth makes letters, digits and signs of double width plain ones, and
// kana of half width whole ones.
func foldWidth(s string) string {
	if isASCII(s) {
		return s
	}
	return norm.NFC.String(width.Fold.String(s))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// digitOf finds the value of a decimal digit. Unicode keeps decimal digits in
// runs of ten, from zero to nine.
func digitOf(r rune) (byte, bool) {
	if r < utf8.RuneSelf {
		return byte(r), r >= '0' && r <= '9'
	}
	if !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	for _, run := range unicode.Nd.R16 {
		if r >= rune(run.Lo) && r <= rune(run.Hi) {
			return '0' + byte((r-rune(run.Lo))%10), true
		}
	}
	for _, run := range unicode.Nd.R32 {
		if r >= rune(run.Lo) && r <= rune(run.Hi) {
			return '0' + byte((r-rune(run.Lo))%10), true
		}
	}
	return 0, false
}

// blank reports whether s has nothing but white space.
func blank(s string) bool {
	if s == "" {
		return true
	}
	if c := s[0]; c != ' ' && !mayBeSpace[c] {
		return false
	}
	return strings.TrimSpace(s) == ""
}
