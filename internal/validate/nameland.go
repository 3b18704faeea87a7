package validate

import "strings"

// The codes of the countries of all tables and sets have numbers from 1 on, so that one look
// tells of a record's country what to ask them by.
var (
	countryNumbers [1 << 15]uint8 // by the letters of a code
	countryCodes   [1 << 8]string
	countriesKnown int
)

// numberOfCountry is the number of a code, 0 for none that is known. In other letters than
// capitals it may be that of another.
func numberOfCountry(country string) uint8 {
	if len(country) != len("XXX") {
		return 0
	}
	return countryNumbers[placeOfCountry(country)]
}

// giveNumber is numberOfCountry for a code that must have one.
func giveNumber(country string) uint8 {
	if n := numberOfCountry(country); n != 0 {
		return n
	}
	countriesKnown++
	countryCodes[countriesKnown] = country
	countryNumbers[placeOfCountry(country)] = uint8(countriesKnown)
	return uint8(countriesKnown)
}

func placeOfCountry(country string) int {
	return int(country[0]&31)<<10 | int(country[1]&31)<<5 | int(country[2]&31)
}

// byCountry is a table of what is known of countries, which is quickly asked.
type byCountry[T any] struct {
	at   [1 << 8]uint8 // the place in list, by the number of a country
	list []T
}

// newByCountry makes a table of lists of countries with spaces between them.
func newByCountry[T any](of map[string]T) *byCountry[T] {
	t := &byCountry[T]{list: make([]T, 1)}
	for countries, known := range of {
		t.list = append(t.list, known)
		for country := range strings.FieldsSeq(countries) {
			at := &t.at[giveNumber(country)]
			if *at != 0 {
				panic("validate: " + country + " stands twice in a table, of which any one would count") // of this package's own
			}
			*at = uint8(len(t.list) - 1)
		}
	}
	return t
}

// of is what is known of a country, the zero value for nothing.
func (t *byCountry[T]) of(country string) T {
	return t.list[t.at[numberOfCountry(country)]]
}

// countrySet is a set of countries, which is quickly asked.
type countrySet [1 << 8]bool

// newCountrySet makes a set of a list of countries with spaces between them.
func newCountrySet(list string) *countrySet {
	s := new(countrySet)
	for country := range strings.FieldsSeq(list) {
		s[giveNumber(country)] = true
	}
	return s
}

func (s *countrySet) has(country string) bool {
	n := numberOfCountry(country)
	return s[n] && countryCodes[n] == country
}

// countryList is a list of countries with spaces between them, which is asked by within, and
// quickly of countries that there are.
type countryList struct {
	list string
	set  *countrySet
}

func newCountryList(list string) *countryList { return &countryList{list, newCountrySet(list)} }

func (l *countryList) has(country string) bool {
	n := numberOfCountry(country)
	if countryCodes[n] == country {
		return l.set[n]
	}
	return within(country, l.list)
}
