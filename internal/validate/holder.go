package validate

import "kycmigrate/internal/kyc"

// Ages and terms, in years.
const (
	adultAge    = 18
	licenceAge  = 14 // the least at which some country licenses drivers, of mopeds
	longestTerm = 20 // twice what passports and visas are issued for
	year        = 1_00_00
)

// forever is the year from which on an expiry date says that there is none.
const forever date = 9000 * year

// checkHolder judges the person's age, and the document's term, by the dates.
func (v *Validator) checkHolder(rec *kyc.Record, d dates) {
	if d.birth == 0 {
		return
	}
	if d.birth+adultAge*year > v.today && d.birth <= v.today {
		v.add(rec, minor, fieldTable[kyc.BirthDate].name)
	}
	if d.issued < d.birth {
		return // there is none, or the order is what is wrong
	}
	switch rec.Submission[kyc.IDType] {
	case "drivers_license":
		if d.issued < d.birth+licenceAge*year {
			v.add(rec, licenceHolderTooYoung, fieldTable[kyc.IssueDate].name)
		}
	case "passport", "visa":
		if d.expires > d.issued+longestTerm*year && d.expires < forever {
			v.add(rec, validityTooLong, fieldTable[kyc.ExpireDate].name)
		}
	}
}
