package mapper

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/biter777/countries"
	"golang.org/x/text/unicode/norm"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// countryIndex knows the codes of countries and their names in English and
// Russian and in common use, folded, and the ones that name a state of the past.
// The library's own search by name is not used: it guesses ("Korea (North)" is
// South Korea to it). Names in other languages are in worldText.
type countryIndex struct {
	codes map[string]string // folded spelling: alpha-3
	gone  map[string]bool   // folded spelling of what no longer exists
}

var loadCountries = sync.OnceValue(func() *countryIndex {
	x := &countryIndex{codes: make(map[string]string, 2048), gone: make(map[string]bool, 64)}
	for _, c := range countries.All() {
		code := c.Alpha3()
		if !kyc.IsAlpha3(code) {
			continue
		}
		x.codes[foldCountry(code)] = code
		x.codes[foldCountry(c.Alpha2())] = code
		x.codes[fmt.Sprintf("%03d", int(c))] = code
		x.codes[foldCountry(c.String())] = code
		x.codes[foldCountry(c.StringRus())] = code
	}
	for code, names := range countryNames {
		for name := range strings.SplitSeq(names, "|") {
			x.codes[foldCountry(name)] = code
		}
	}
	for name := range strings.SplitSeq(formerCountries, "|") {
		x.gone[foldCountry(name)] = true
	}
	return x
})

// find returns the alpha-3 code of a country in any accepted spelling.
func (x *countryIndex) find(s string) (string, verdict) {
	var space [64]byte
	folded := foldASCII(space[:0], s)
	if folded == nil {
		folded = []byte(foldCountry(s))
	}
	if code, ok := x.codes[string(folded)]; ok {
		if len(folded) <= longestCode && slices.Contains(unclearCodes, s) {
			return "", countryUnclear
		}
		return code, accepted
	}
	if x.gone[string(folded)] {
		return "", countryGone
	}
	if code, ok := worldCode(string(folded)); ok {
		return code, accepted
	}
	return "", countryUnknown
}

// foldASCII is foldCountry for a short text of plain letters. It returns nil
// where it cannot tell.
func foldASCII(out []byte, s string) []byte {
	if len(s) > cap(out) || len(s) >= 4 && (s[3] == ' ') && strings.EqualFold(s[:3], "the") {
		return nil
	}
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf, c == '&':
			return nil
		case c >= 'A' && c <= 'Z':
			out = append(out, c+'a'-'A')
		case asciiLetter(c), asciiDigit(c):
			out = append(out, c)
		}
	}
	return out
}

// foldCountry drops what people write in different ways: case, accents, spaces
// and signs, "&" for "and", and "the" in front. A short name keeps its accents, or
// it would be a code: Austria is Áo in Vietnamese, and AO is Angola.
func foldCountry(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	s = strings.TrimPrefix(strings.ReplaceAll(s, "&", " and "), "the ")
	folded := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && !isAccent(r) {
			return r
		}
		return -1
	}, norm.NFD.String(s))
	if len(folded) <= longestCode && text.IsASCIIString(folded) && !text.IsASCIIString(s) {
		return norm.NFC.String(s)
	}
	return norm.NFC.String(folded)
}

// longestCode is the length of an alpha-3 code.
const longestCode = 3

// isAccent reports whether a mark is one of those that people leave out. In scripts
// without accents the marks are vowels.
func isAccent(r rune) bool { return r >= 0x0300 && r <= 0x036F }

// IsCountry reports whether a text names a country of today in a spelling that
// the step country of a mapping accepts.
func IsCountry(text string) bool {
	_, known := CountryCode(text)
	return known
}

// CountryCode returns the alpha-3 code of a country of today in a spelling that
// the step country of a mapping accepts.
func CountryCode(text string) (alpha3 string, known bool) {
	code, v := loadCountries().find(text)
	return code, v == accepted
}
