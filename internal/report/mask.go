package report

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxShown bounds what is shown of one value, in characters.
const maxShown = 40

// shape is what a value looks like without being the value: capitals become A,
// small letters a, letters without case x, digits 9. Punctuation of ASCII and
// spaces stay as they are, because what is wrong with a date or an address is
// most often there; whatever else, and what cannot be seen, becomes a dot. The
// first letter is not kept, as some masks do: of a short name it tells too much.
func shape(value string) string {
	var b strings.Builder
	shown, all := 0, utf8.RuneCountInString(value)
	for _, r := range value {
		if shown == maxShown {
			b.WriteString("…")
			break
		}
		b.WriteRune(shapeOf(r))
		shown++
	}
	if all == 1 {
		return b.String() + " (1 character)"
	}
	return b.String() + " (" + strconv.Itoa(all) + " characters)"
}

func shapeOf(r rune) rune {
	switch {
	case unicode.IsUpper(r):
		return 'A'
	case unicode.IsLower(r):
		return 'a'
	case unicode.IsDigit(r):
		return '9'
	case unicode.IsLetter(r):
		return 'x'
	case r == ' ' || r < utf8.RuneSelf && unicode.IsPrint(r):
		return r
	}
	return '·'
}

// shorten is a value as it is shown to who asked for values: its beginning, and
// nothing that could not be seen.
func shorten(value string) string {
	var b strings.Builder
	shown := 0
	for _, r := range value {
		if shown == maxShown {
			return b.String() + "…"
		}
		if !unicode.IsPrint(r) {
			r = '·'
		}
		b.WriteRune(r)
		shown++
	}
	return b.String()
}
