package validate

import "strings"

// byCountry is a table of what is known of countries, which is quickly asked.
type byCountry[T any] struct {
	at   [1 << 15]uint8 // the place in list, by the letters of a country's code
	list []T
}

// newByCountry makes a table of lists of countries with spaces between them.
func newByCountry[T any](of map[string]T) *byCountry[T] {
	t := &byCountry[T]{list: make([]T, 1)}
	for countries, known := range of {
		t.list = append(t.list, known)
		for country := range strings.FieldsSeq(countries) {
			t.at[placeOfCountry(country)] = uint8(len(t.list) - 1)
		}
	}
	return t
}

// of is what is known of a country, the zero value for nothing.
func (t *byCountry[T]) of(country string) (known T) {
	if len(country) == 3 {
		known = t.list[t.at[placeOfCountry(country)]]
	}
	return known
}

func placeOfCountry(country string) int {
	return int(country[0]&31)<<10 | int(country[1]&31)<<5 | int(country[2]&31)
}
