package validate

import "kycmigrate/internal/kyc"

// Ages and terms, in years.
const (
	adultAge    = 18
	longestLife = 118 // nobody alive is as old (2026)
	licenceAge  = 14  // the least at which some country licenses drivers, of mopeds
	longestTerm = 20  // twice what visas are issued for
	year        = 1_00_00
)

// forever is the year from which on an expiry date says that there is none.
const forever date = 9000 * year

// passportMonths is how long passports are valid at most, in months: for ten years, and in
// the United Kingdom and Singapore up to nine months more, which were left of the one before;
// a month or two are for those that run to the end of something.
const passportMonths = 10*12 + 11

// longPassports are countries whose people have a passport at home that is valid for
// longer, as for the years from 20 to 45 in Russia.
const longPassports = "RUS BLR UKR"

// overTerm reports whether a passport is valid for longer than any country issues them.
func overTerm(country string, d dates) bool {
	if d.expires <= d.issued+passportMonths/12*year {
		return false // as nearly all
	}
	monthOf := func(day date) int { return int(12*(day/year) + day/1_00%1_00) }
	months := monthOf(d.expires) - monthOf(d.issued)
	over := months > passportMonths || months == passportMonths && d.expires%1_00 > d.issued%1_00
	return over && (!within(country, longPassports) || d.expires > d.issued+longestTerm*year)
}

// licenceAges are the least ages at which countries license drivers of anything, where
// that is over licenceAge; an applicant may have one some months earlier.
var licenceAges = map[string]date{
	"KOR": 16, "JPN": 16, "CHN": 18, "TWN": 18, "HKG": 18, "SGP": 18, "IND": 16, "PAK": 18, "VNM": 16, "MYS": 16, "IDN": 16, "PHL": 16,
	"BRA": 18, "COL": 16, "PER": 18, "CHL": 17, "ROU": 16, "BGR": 16, "NLD": 16, "IRL": 16, "NOR": 15, "RUS": 16, "UKR": 16, "KAZ": 16, "TUR": 16, "KWT": 18, "ARE": 17,
	"BEL": 16, "LUX": 16, "DEU": 15, "AUT": 15, "GBR": 15, "ESP": 15, "DNK": 15, "SWE": 15, "FIN": 15, "CZE": 15, "SVK": 15, "HRV": 15, "NZL": 15,
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
	if d.birth == 0 || !v.holders {
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
		} else if d.expires > d.issued+longestTerm*year || rec.Submission[kyc.IDType] == "passport" && overTerm(rec.Submission[kyc.IssuingCountry], d) {
			v.add(rec, validityTooLong, fieldTable[kyc.ExpireDate].name)
		}
	}
	v.checkTerm(rec, d)
}
