package validate

import "kycmigrate/internal/kyc"

// judgeCountry wants an officially assigned alpha-3 code, save where the
// contract states no rule (contracts.md A1.3, D4).
func judgeCountry(f kyc.Field, value string) ruleID {
	switch {
	case kyc.IsAlpha3(value):
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
	if s[kyc.Nationality] != turkey && s[kyc.IssuingCountry] != turkey && s[kyc.AddressCountry] != turkey {
		return
	}
	for _, f := range [...]kyc.Field{kyc.Nationality, kyc.IssuingCountry, kyc.AddressCountry} {
		if s[f] == islands {
			v.add(rec, countryTurkey, fieldTable[f].name)
		}
	}
}
