package mapper

import (
	"fmt"
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
	signs map[string]bool   // short spellings with signs in them, as U.K.
	gone  map[string]bool   // folded spelling of what no longer exists
	twice map[string]bool   // folded names that two countries have
}

var loadCountries = sync.OnceValue(func() *countryIndex {
	x := &countryIndex{codes: make(map[string]string, 2304), signs: map[string]bool{}, gone: make(map[string]bool, 64), twice: map[string]bool{}}
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
	for _, list := range []map[string]string{countryNames, formalNames} {
		for code, names := range list {
			x.add(code, names)
		}
	}
	for name := range strings.SplitSeq(formerCountries, "|") {
		x.gone[foldCountry(name)] = true
	}
	for name := range strings.SplitSeq(sharedNames, "|") {
		x.twice[foldCountry(name)] = true
	}
	return x
})

// add takes up the names of a country.
func (x *countryIndex) add(code, names string) {
	for name := range strings.SplitSeq(names, "|") {
		folded := foldCountry(name)
		x.codes[folded] = code
		if len(folded) <= longestCode && len(name) > len(folded) {
			x.signs[tight(name)] = true
		}
	}
}

// find returns the alpha-3 code of a country in any accepted spelling.
func (x *countryIndex) find(s string) (string, verdict) {
	var space [64]byte
	folded := foldASCII(space[:0], s)
	if folded == nil {
		folded = []byte(foldCountry(s))
	}
	if code, ok := x.codes[string(folded)]; ok {
		if len(folded) <= longestCode {
			return code, x.short(string(folded), s)
		}
		if x.twice[string(folded)] {
			return code, countryTwice
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

// short judges a spelling that is as short as a code. A code is letters and nothing
// else: N/A is no Namibia. Signs are in it only where people write the name so.
func (x *countryIndex) short(folded, s string) verdict {
	trimmed := strings.TrimSpace(s)
	bare := strings.TrimFunc(trimmed, func(r rune) bool { return r != '+' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	switch {
	case folded == "tc" && trimmed != "TC", namesLikeCodes[folded] && isTitle(bare):
		return countryUnclear
	case len(bare) > len(folded) && !x.signs[tight(trimmed)]:
		return countryUnknown
	}
	return accepted
}

// isTitle reports whether a word has a capital and then small letters.
func isTitle(s string) bool {
	return len(s) > 1 && unicode.IsUpper(rune(s[0])) && s[1:] == strings.ToLower(s[1:])
}

// tight is a short spelling in small letters, without spaces and the last stop.
func tight(s string) string {
	return strings.TrimSuffix(strings.ReplaceAll(strings.ToLower(s), " ", ""), ".")
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
	s = strings.ReplaceAll(strings.TrimPrefix(strings.ReplaceAll(s, "&", " and "), "the "), "ς", "σ")
	accented := false
	letters := func(keepAccents bool) string {
		return strings.Map(func(r rune) rune {
			switch {
			case unicode.IsMark(r) && isAccent(r):
				accented = true
				if !keepAccents {
					return -1
				}
			case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
				return -1
			}
			return r
		}, norm.NFD.String(s))
	}
	folded := letters(false)
	if accented && len(folded) <= longestCode && text.IsASCIIString(folded) {
		return norm.NFC.String(letters(true))
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
