package validate

import (
	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
)

// compareZone holds the number and the expiry date of a sound zone, which stands in a
// field, against those of the record, where it is that of such a document.
func (v *Validator) compareZone(rec *kyc.Record, at kyc.Field, zone *idnumber.Zone, d dates) {
	s := &rec.Submission
	switch s[kyc.IDType] {
	case "passport":
		if !zone.Booklet {
			return
		}
	case "government_id", "residence_permit":
		if zone.Booklet {
			return
		}
	default:
		return
	}
	number := s[kyc.DocumentNumber]
	if number != "" && at != kyc.DocumentNumber && formOf(number) == usualForm && !masked(number) && !zone.Names(number) {
		v.add(rec, mrzMismatch, fieldTable[kyc.DocumentNumber].name)
	}
	if d.expires != 0 && zone.Expiry != 0 && int(d.expires)%1_00_00_00 != zone.Expiry {
		v.add(rec, mrzMismatch, fieldTable[kyc.ExpireDate].name)
	}
}
