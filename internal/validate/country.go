package validate

import (
	"slices"
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

// checkTurkey tells of a record that names Turkey and the Turks and Caicos Islands: the
// short form of Türkiye Cumhuriyeti is the ISO code of the islands.
func (v *Validator) checkTurkey(rec *kyc.Record) {
	const turkey, islands = "TUR", "TCA"
	s := &rec.Submission
	named := [...]kyc.Field{kyc.Nationality, kyc.IssuingCountry, kyc.AddressCountry}
	if !slices.ContainsFunc(named[:], func(f kyc.Field) bool { return s[f] == turkey }) {
		return
	}
	for _, f := range named {
		if s[f] == islands {
			v.add(rec, countryTurkey, fieldTable[f].name)
		}
	}
}
