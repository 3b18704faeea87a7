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
	for _, code := range kyc.Alpha3Codes() {
		at, _ := placeOfCode(code)
		set[at] = true
	}
	return set
})

func isAlpha3(s string) bool {
	at, ok := placeOfCode(s)
	return ok && countries()[at]
}

// placeOfCode numbers the combinations of three capitals; false for any other text.
func placeOfCode(s string) (at int, ok bool) {
	if len(s) != 3 {
		return 0, false
	}
	a, b, c := int(s[0])-'A', int(s[1])-'A', int(s[2])-'A'
	if min(a, b, c) < 0 || max(a, b, c) >= letters {
		return 0, false
	}
	return (a*letters+b)*letters + c, true
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
