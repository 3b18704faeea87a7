package validate

import "kycmigrate/internal/kyc"

// Ages and terms, in years.
const (
	adultAge    = 18
	longestLife = 118 // nobody alive is as old (2026)
	licenceAge  = 14  // the least at which some country licenses drivers, of mopeds
	longestTerm = 20  // twice what passports and visas are issued for
	year        = 1_00_00
)

// forever is the year from which on an expiry date says that there is none.
const forever date = 9000 * year

// licenceAges are the least ages at which countries license drivers of anything, where
// that is over licenceAge; an applicant may have one some months earlier.
var licenceAges = map[string]date{
	"KOR": 16, "JPN": 16, "CHN": 18, "TWN": 18, "HKG": 18, "SGP": 18, "IND": 16, "PAK": 18, "VNM": 16, "MYS": 16, "IDN": 16, "PHL": 16,
	"BRA": 18, "COL": 16, "PER": 18, "CHL": 17, "ROU": 16, "BGR": 16, "NLD": 16, "IRL": 16, "NOR": 15, "RUS": 16, "UKR": 16, "KAZ": 16, "TUR": 16, "KWT": 18, "ARE": 17,
}

// licenceAgeIn is the least age at which a country licenses drivers.
func licenceAgeIn(country string) date {
	if age, known := licenceAges[country]; known {
		return age
	}
	return licenceAge
}

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
		if d.issued < d.birth+adultAge*year && d.issued < d.birth+licenceAgeIn(rec.Submission[kyc.IssuingCountry])*year {
			v.add(rec, licenceHolderTooYoung, fieldTable[kyc.IssueDate].name)
		}
	case "passport", "visa":
		if d.expires >= forever {
			v.addDetail(rec, placeholder, fieldTable[kyc.ExpireDate].name, "; no passport or visa is valid for ever")
		} else if d.expires > d.issued+longestTerm*year {
			v.add(rec, validityTooLong, fieldTable[kyc.ExpireDate].name)
		}
	}
}
