package validate

import (
	"strings"

	"kycmigrate/internal/kyc"
)

// listed is the number of a country of this package's own tables.
func listed(country string) uint8 {
	n := kyc.CountryNumber(country)
	if n == 0 {
		panic("validate: " + country + " is no country")
	}
	return n
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
			at := &t.at[listed(country)]
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
	return t.list[t.at[kyc.CountryNumber(country)]]
}

// countrySet is a set of countries, which is quickly asked.
type countrySet [1 << 8]bool

// newCountrySet makes a set of a list of countries with spaces between them.
func newCountrySet(list string) *countrySet {
	s := new(countrySet)
	for country := range strings.FieldsSeq(list) {
		s[listed(country)] = true
	}
	return s
}

func (s *countrySet) has(country string) bool {
	return s[kyc.CountryNumber(country)]
}
