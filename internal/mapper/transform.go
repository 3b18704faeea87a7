package mapper

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"

	"kycmigrate/internal/text"
)

// transform is one way to change a text.
type transform struct {
	name string // in the mapping
	// run is safe for concurrent use and returns the same string, without
	// allocating, where nothing changes.
	run func(string) string
	// on are the traits that it has to do with: a text that has none of them stays
	// as it is. always says that no trait tells.
	on     text.Traits
	always bool
}

// touches reports whether a text of these traits may change.
func (t *transform) touches(traits text.Traits) bool { return t.always || traits&t.on != 0 }

// oddSpace is white space where none should be, or what may be such.
const oddSpace = text.Loose | text.Control | text.Spaced

// transformTable holds every transform.
var transformTable = []transform{
	{name: "trim", run: strings.TrimSpace, on: oddSpace},
	{name: "lower", run: strings.ToLower, on: text.Upper | text.Foreign},
	{name: "upper", run: strings.ToUpper, on: text.Lower | text.Foreign},
	{name: "title", run: title, always: true},
	{name: "collapse-spaces", run: collapseSpaces, on: oddSpace},
	{name: "digits", run: digits, always: true},
	{name: "ascii-digits", run: ASCIIDigits, on: text.Foreign},
	{name: "fold-width", run: foldWidth, on: text.Foreign},
	{name: "nfc", run: composed, on: text.Marked},
}

func transformNames() []string {
	names := make([]string, len(transformTable))
	for i, t := range transformTable {
		names[i] = t.name
	}
	return names
}

// transformByName finds a transform that the mapping may name.
func transformByName(name string) transform {
	return transformTable[slices.IndexFunc(transformTable, func(t transform) bool { return t.name == name })]
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
	if !text.IsASCIIString(s) {
		return strings.Join(strings.Fields(s), " ")
	}
	var room [128]byte
	out := room[:0]
	for i := range len(s) {
		switch c := s[i]; {
		case c != ' ' && !mayBeSpace[c]:
			out = append(out, c)
		case len(out) > 0 && out[len(out)-1] != ' ':
			out = append(out, ' ')
		}
	}
	return string(bytes.TrimSuffix(out, []byte(" ")))
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

// nfc composes characters.
func nfc(s string) string {
	if text.TraitsOf(s)&text.Marked == 0 {
		return s
	}
	return composed(s)
}

// composed composes characters.
func composed(s string) string {
	if !text.Composable(s) {
		return s
	}
	return norm.NFC.String(s)
}

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

// ASCIIDigits writes the decimal digits of every script as 0 to 9 and leaves
// the rest alone.
func ASCIIDigits(s string) string {
	if text.IsASCIIString(s) {
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
	if text.IsASCIIString(s) {
		return s
	}
	return norm.NFC.String(width.Fold.String(s))
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
func blank(s string) bool { return s == "" || mayBeEdge[s[0]] && strings.TrimSpace(s) == "" }

// trimmed is s without white space at its ends.
func trimmed(s string) string {
	if s == "" || !mayBeEdge[s[0]] && s[len(s)-1] > ' ' && s[len(s)-1] < utf8.RuneSelf {
		return s
	}
	return strings.TrimSpace(s)
}

// mayBeEdge marks the bytes that white space begins with.
var mayBeEdge = func() [256]bool {
	t := mayBeSpace
	t[' '] = true
	return t
}()
