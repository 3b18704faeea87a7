package validate

import (
	"sync"

	"kycmigrate/internal/kyc"
)

const letters = 'Z' - 'A' + 1

// countries answers kyc.IsAlpha3 by one look at a table of all combinations of
// three letters: a record has up to four countries.
var countries = sync.OnceValue(func() *[letters * letters * letters]bool {
	set := new([letters * letters * letters]bool)
	for i := range set {
		code := []byte{'A' + byte(i/letters/letters), 'A' + byte(i/letters%letters), 'A' + byte(i%letters)}
		set[i] = kyc.IsAlpha3(string(code))
	}
	return set
})

func isAlpha3(s string) bool {
	if len(s) != 3 {
		return false
	}
	a, b, c := int(s[0])-'A', int(s[1])-'A', int(s[2])-'A'
	if min(a, b, c) < 0 || max(a, b, c) >= letters {
		return false
	}
	return countries()[(a*letters+b)*letters+c]
}

// judgeCountry wants an officially assigned alpha-3 code, save where the
// contract states no rule (contracts.md A1.3, D4).
func judgeCountry(f kyc.Field, value string) ruleID {
	switch {
	case isAlpha3(value):
		return none
	case value == "XKX":
		return countryKosovo
	case f == kyc.AddressCountry:
		return addressCountryUnknown
	default:
		return countryUnknown
	}
}
