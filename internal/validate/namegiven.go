package validate

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// givenGender reports whether the first of the first names is that of one gender in the country of
// the person, and whether that is not the row's; or that it is a woman's, and the last name has the
// form of a man's, as no Polish woman's has. Names that both have are in no list.
func givenGender(rec *kyc.Record) (tells, against bool) {
	first := rec.Submission[kyc.FirstName]
	gender := rec.Submission[kyc.Gender]
	if first == "" || gender != "male" && gender != "female" {
		return false, false
	}
	known := givenGenders.of(home(rec))
	if known == nil {
		return false, false
	}
	if end := strings.IndexByte(first, ' '); end > 0 {
		first = first[:end]
	}
	woman, is := known.gender(first)
	if !is {
		return false, false
	}
	if last := rec.Submission[kyc.LastName]; woman && last != "" && known.husbands.ends(last) {
		return true, true
	}
	return true, woman != (gender == "female")
}

// givenNamesOf are first names that only women have, or only men, and how last names end that no
// woman has.
type givenNamesOf struct {
	names    []givenName // at the place of their hash, or behind it; a power of two of them
	husbands *nameForms
}

// givenName is a first name by its hash: names of one hash are taken for the same.
type givenName struct {
	hash uint64
	of   given
}

// given is what a first name is in a country.
type given uint8

const (
	womans given = iota + 1
	mans
)

// givenHash hashes first names, in any case of their letters of ASCII.
var givenHash = octetHash{0x243F6A8885A308D3, 0x9E3779B97F4A7C15}

// newGivenNames makes them of lists of names in small letters with bars between them.
func newGivenNames(women, men string, husbands *nameForms) *givenNamesOf {
	const forms, room = 5, 2
	of := map[given][]string{womans: strings.Split(women, "|"), mans: strings.Split(men, "|")}
	g := &givenNamesOf{make([]givenName, 1<<bits.Len(uint(room*forms*(len(of[womans])+len(of[mans]))))), husbands}
	for kind, names := range of {
		for _, name := range names {
			g.add(name, kind)
			if text.TraitsOf(name).Printable() && strings.IndexByte(name, 'i') < 0 {
				continue // it is hashed as its capitals are
			}
			_, first := utf8.DecodeRuneInString(name)
			turkish := strings.ToUpperSpecial(unicode.TurkishCase, name[:first])
			for _, form := range [...]string{strings.ToUpper(name), strings.ToUpper(name[:first]) + name[first:], turkish + name[first:], strings.ToUpperSpecial(unicode.TurkishCase, name)} {
				g.add(form, kind)
			}
		}
	}
	return g
}

func (g *givenNamesOf) add(name string, of given) {
	if at := g.place(name); at.of == 0 {
		at.hash, _ = givenHash.lowerOnto(givenHash.start, name)
		at.of = of
	}
}

// place is where a name is, or would be.
func (g *givenNamesOf) place(name string) *givenName {
	hash, _ := givenHash.lowerOnto(givenHash.start, name)
	mask := uint64(len(g.names) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		if n := &g.names[at]; n.of == 0 || n.hash == hash {
			return n
		}
	}
}

// gender reports whether a first name is a woman's, and whether it is one of those that are known.
func (g *givenNamesOf) gender(first string) (woman, is bool) {
	of := g.place(first).of
	return of == womans, of != 0
}

// givenGenders are the lists of first names, by the countries in the heads of their lines.
var givenGenders = newByCountry(func() map[string]*givenNamesOf {
	of := make(map[string]*givenNamesOf)
	for head, women := range nameLines {
		if countries, found := strings.CutPrefix(head, "women of "); found {
			of[countries] = newGivenNames(women, nameLines["men of "+countries], husbandsNames[countries])
		}
	}
	return of
}())

// husbandsNames are how last names end that no woman has, where those of women end otherwise. Where
// sources often have the form of men for all they are none, as in Bulgaria and Russia.
var husbandsNames = map[string]*nameForms{
	"POL": endings("wski ński lski rski icki ecki dzki WSKI ŃSKI LSKI RSKI ICKI ECKI DZKI"),
}
