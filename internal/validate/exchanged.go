package validate

import (
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
)

// checkExchanged looks for a name that stands in the address, where the full name is
// another one than its parts, which it has: two columns changed places. That says more
// than what else is odd about the name.
func (v *Validator) checkExchanged(rec *kyc.Record) {
	s := &rec.Submission
	full, first, last := s[kyc.FullName], s[kyc.FirstName], s[kyc.LastName]
	if last == "" || strings.HasSuffix(full, last) || strings.HasPrefix(full, last) || strings.Contains(full, first) || strings.Contains(full, last) {
		return
	}
	for _, f := range [...]kyc.Field{kyc.AddressCity, kyc.AddressStreet, kyc.AddressFull} {
		if place := s[f]; strings.Contains(place, first) && strings.Contains(place, last) {
			rec.Issues = slices.DeleteFunc(rec.Issues, func(i kyc.Issue) bool {
				return i.Code == rules[nameUnusual].Code && i.Field == fieldTable[kyc.FullName].name
			})
			v.addDetail(rec, nameUnusual, fieldTable[kyc.FullName].name, "; the name stands in "+fieldTable[f].name)
			return
		}
	}
}
