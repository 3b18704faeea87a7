package validate

import "kycmigrate/internal/kyc"

// Terms are whole years from the day of issue, to the same day or the one before. Where an
// age decides, it counts at the issue, and nothing is said within two months of it: papers
// are asked for some weeks before they are made.

// leastOddTerm is the least term that is told: shorter ones are of children, and of papers
// that were made in haste.
const leastOddTerm = 6

// fiveOrTen are countries whose passports are valid for five years or ten, or shorter, and
// never were for six to nine.
var fiveOrTen = newCountrySet("GBR IRL FRA NLD AUS NZL CAN USA JPN ISR POL CZE SVK HRV AUT CHE DNK ISL NOR SWE FIN EST LVA LTU SVN HUN ROU BGR GRC ITA ESP PRT " +
	"IND PAK BGD NPL LKA ZAF KEN GHA NGA MAR CHN HKG TWN KOR SGP PHL VNM ARG CHL URY BRA RUS SRB BIH MKD MNE ALB GEO ")

// exactTens are countries whose passports are valid for ten years at most, to the day or to the
// one before: nothing is added of what was left of the one before.
var exactTens = newCountrySet("FRA NLD CZE SVK HRV AUT CHE DNK ISL NOR SWE FIN EST LVA LTU SVN ROU GRC ITA ESP PRT POL DEU BEL IRL USA CAN JPN ")

// tenOnly are countries whose passports for adults were valid for ten years, and for no five,
// since tenOnlyFrom. Old people have some that are valid for less.
var tenOnly = newCountrySet("GBR USA FRA POL CZE SVK AUT CHE NLD DNK NOR ISL ZAF AUS CHN HKG ")

const tenOnlyFrom date = 2015_01_01

// Countries by how many years at most their identity cards, and their licences, are valid
// that are issued to persons under oldHolder, and veryOld.
var (
	tenYearCards = newCountrySet("POL DEU ESP PRT NLD BEL AUT CHE SVK CZE EST LVA LTU ROU BGR HRV SRB SVN BIH MNE MKD HUN FIN SWE NOR MLT LUX CYP CHL ECU PER TUR KAZ DOM MAR SEN GHA ARE SAU ")
	longCards    = newCountrySet("ITA ARG URY GRC FRA ") // up to 15

	// Licences are valid for up to 15 years: where it is ten, or less, 15 are told of nobody,
	// which many systems fill in for all.
	datedLicences = newCountrySet("GBR IRL BEL NLD ESP SWE CZE EST LVA LTU LUX FRA DEU AUT DNK POL PRT FIN SVK GRC CYP KOR BRA NZL AUS PAK ")
)

// The ages that they are.
const (
	oldHolder = 55
	veryOld   = 70
)

// cardsOnTime are countries whose cards run for whole years from their issue.
var cardsOnTime = newCountrySet("POL DEU ESP BEL CZE SVK BGR SRB LTU EST LVA ARG CHL NLD FRA CHE TUR SWE FIN ")

// newLicences is the day from which on licences of Europe have such terms (Directive
// 2006/126/EC); older ones are valid without an end.
const newLicences date = 2013_01_19

// timelyBritain is the day from which on nothing is added to the terms of British passports
// of what was left of the one before.
const timelyBritain date = 2018_10_01

// checkTerm says that a document is valid for a time that its country never issued such
// documents for, or would be for a usual one if day and month of a date were exchanged.
func (v *Validator) checkTerm(rec *kyc.Record, d dates) {
	if d.issued == 0 || d.expires <= d.issued {
		return
	}
	kind, country := rec.Submission[kyc.IDType], rec.Submission[kyc.IssuingCountry]
	if detail := termOfAge(kind, country, d); detail != "" && !toldOf(rec.Issues, kyc.ExpireDate) {
		v.addDetail(rec, validityUnusual, fieldTable[kyc.ExpireDate].name, detail)
		return
	}
	if ten := d.issued + 10*year; d.expires >= forever || d.expires == ten || d.expires+1 == ten {
		return // of adults ten years are not told here
	}
	years := wholeYears(d.issued, d.expires)
	switch {
	case years == 0:
		if kind == "passport" && d.expires > d.issued+10*year+2_00 && (exactTens.has(country) || country == "GBR" && d.issued >= timelyBritain) && !sameDay(d.birth, d.expires) && !toldOf(rec.Issues, kyc.ExpireDate) {
			v.addDetail(rec, validityUnusual, fieldTable[kyc.ExpireDate].name, "; it is some months more than ten years")
			return
		}
		if (kind == "passport" && country != "SGP" && (country != "GBR" || d.issued >= timelyBritain) || kind == "government_id" && cardsOnTime.has(country)) && !sameDay(d.birth, d.expires) {
			v.checkTurned(rec, d)
		}
		return
	case years < leastOddTerm && years != 5:
		return
	}
	if neverIssued(kind, country, years, d) && !toldOf(rec.Issues, kyc.ExpireDate) {
		v.add(rec, validityUnusual, fieldTable[kyc.ExpireDate].name)
	}
}

// Ages up to which countries issue passports, and identity cards, for less than ten years.
var (
	childPassports = newByCountry(map[string]date{
		"USA GBR CAN AUS NZL CHN ZAF SGP HKG NOR SVK UKR LTU LVA": 16, "FRA ITA IRL NLD BEL DNK CHE HUN KOR JPN HRV SVN DEU ESP PHL BRA MEX ISR NGA KEN THA ROU ISL": 18,
		"CZE PAK IND EST": 15, "TWN VNM BGR": 14, "AUT POL": 12,
	})
	childCards = newByCountry(map[string]date{"ITA NLD HRV DEU ESP PRT BEL ROU CHE": 18, "CHN": 16, "CZE": 15, "POL AUT": 12})
)

// olderPoles is the day before which Poland issued cards for ten years to children of youngPole and
// older (Dz.U. 2021 poz. 1000, of which the new age is in childCards).
const (
	olderPoles date = 2021_11_07
	youngPole  date = 5
)

// childCard is the age up to which a country issued identity cards for less than ten years on a day.
func childCard(country string, issued date) date {
	if country == "POL" && issued < olderPoles {
		return youngPole
	}
	return childCards.of(country)
}

// lifelongCards are the ages from which on countries issue identity cards that never run out.
var lifelongCards = newByCountry(map[string]date{"ESP": 70, "POL HUN HRV": 65, "PER SVK": 60, "BGR": 58, "ROU": 55, "CHN": 46})

// leastTerm is for how many days a passport is valid at least: those that are made for one journey
// home are no passports.
const leastTerm = 28

// termOfAge says that a document is not valid for as long as those for somebody of an age, "" where
// it may be.
func termOfAge(kind, country string, d dates) string {
	switch {
	case d.expires < d.issued+2_00 && kind == "passport" && dayNumber(d.expires)-dayNumber(d.issued) < leastTerm:
		return "; it is valid for less than a month"
	case d.expires >= forever && kind == "government_id" && youngerThan(lifelongCards.of(country), d):
		return "; only old people have cards of its country that never run out"
	case d.issued < d.birth+adultAge*year && wholeYears(d.issued, d.expires) == 10 && (kind == "passport" && youngerThan(childPassports.of(country), d) || kind == "government_id" && youngerThan(childCard(country, d.issued), d)):
		return "; children have such documents of its country for fewer years"
	}
	return ""
}

// youngerThan reports whether somebody was surely younger than an age when a document was made; of
// none, 0, nobody is.
func youngerThan(age date, d dates) bool {
	return age > 0 && ageAt(d) < inMonths(int(age))-2
}

// youngChinese is the age from which on cards of China are valid for twenty years, and no ten (Law
// of 2003 on resident identity cards).
const youngChinese = 26

// neverIssued reports whether a country never issued documents of a kind for so many years.
func neverIssued(kind, country string, years int, d dates) bool {
	switch kind {
	case "passport":
		switch country {
		case "DEU":
			return years > 6 && years < 10 || years == 6 && ageAt(d) > inMonths(24)+2
		case "ESP":
			return years > 5 && years < 10 || years == 5 && ageAt(d) > inMonths(30)+2
		case "BEL":
			return years == 6 || years == 8 || years == 9
		}
		if years == 5 {
			return d.issued >= tenOnlyFrom && tenOnly.has(country) && ageAt(d) >= inMonths(adultAge+1) && ageAt(d) < inMonths(oldHolder)
		}
		return years < 10 && fiveOrTen.has(country)
	case "government_id":
		switch {
		case country == "CHN" && years == 20:
			return ageAt(d) < inMonths(youngChinese)-2
		case ageAt(d) >= inMonths(oldHolder):
			return years > 15 && longCards.has(country) && ageAt(d) < inMonths(veryOld)
		case country == "ESP" && years == 5:
			return ageAt(d) > inMonths(30)+2
		case country == "DEU" && years == 6:
			return ageAt(d) > inMonths(24)+2
		}
		return years > 10 && tenYearCards.has(country) || years > 15 && longCards.has(country)
	case "drivers_license":
		return years > 15 && d.issued >= newLicences && datedLicences.has(country) && !sameDay(d.birth, d.expires)
	}
	return false
}

// judgeTerm judges a document for a term that its country issues none for, as many systems
// fill in ten years for all: whether something is known of such, and whether the term is ten
// years and not what it should be. Other rows must show that terms are real.
func judgeTerm(rec *kyc.Record) (known, odd bool) {
	s := &rec.Submission
	country := s[kyc.IssuingCountry]
	if !otherThanTen.has(country) {
		return false, false
	}
	d := readDates(rec)
	if d.birth == 0 || d.issued < d.birth || d.issued < newLicences || toldOf(rec.Issues, kyc.ExpireDate) && d.expires >= d.issued+11*year {
		return false, false
	}
	right := rightTerm(s[kyc.IDType] == "passport", country, d)
	if right == 0 {
		return false, false
	}
	years := wholeYears(d.issued, d.expires)
	return years == right || years == 10, years == 10
}

// wholeTerms are countries whose passports, and whose identity cards, are valid for whole years, to
// the day or the one before, whatever was left of the document before.
var wholeTerms, wholeCardTerms = newCountrySet("DEU USA CHE AUT POL CZE SVK SWE NOR EST LVA LTU "), newCountrySet("DEU AUT POL CZE SVK EST LVA ")

// judgeWhole judges whether the document of an adult is valid for whole years, where such are.
func judgeWhole(rec *kyc.Record, kind string) (known, uneven bool) {
	country := rec.Submission[kyc.IssuingCountry]
	if kind == "passport" && !wholeTerms.has(country) || kind == "government_id" && !wholeCardTerms.has(country) {
		return false, false
	}
	d := readDates(rec)
	if d.birth == 0 || d.issued < d.birth+adultAge*year || d.expires < d.issued+year || d.expires >= forever || d.expires > d.issued+11*year || toldOf(rec.Issues, kyc.ExpireDate) {
		return false, false
	}
	return true, wholeYears(d.issued, d.expires) == 0 && !sameDay(d.birth, d.expires)
}

// otherThanTen are countries with terms of other than ten years, now or before a day of
// tenSince.
var otherThanTen = newCountrySet("BEL DEU EGY ESP EST FIN MAR SWE ARE BGD BRA GRC IDN MYS PHL SGP ")

// tenSince are the days, or some weeks before them, from which on passports were issued for ten
// years, where adults had only such for five before.
var tenSince = map[string]date{
	"ARE": 2024_06_01, "BGD": 2019_12_01, "BRA": 2015_06_01, "GRC": 2022_08_01, "IDN": 2022_09_01, "MYS": 2025_01_01, "PHL": 2017_12_01, "SGP": 2021_09_01,
}

// rightTerm is for how many years a country issues passports, or cards, to an adult of an age,
// where that was never ten since newLicences; 0 where it may be, or is not known.
func rightTerm(passport bool, country string, d dates) int {
	age := ageAt(d)
	if age < inMonths(adultAge)+2 {
		return 0
	}
	switch country {
	case "DEU":
		if age < inMonths(24)-2 {
			return 6
		}
	case "ESP":
		if age < inMonths(30)-2 {
			return 5
		}
	case "FIN", "SWE":
		return 5
	case "EST":
		if !passport {
			return 5
		}
	case "MAR":
		if passport {
			return 5
		}
	case "BEL":
		if passport && d.issued >= 2014_07_01 {
			return 7
		}
	case "EGY":
		return 7
	default:
		if passport && d.issued < tenSince[country] {
			return 5
		}
	}
	return 0
}

// checkBirthday says that a licence of Ontario does not run out on a birthday of its holder, as
// they all do.
func (v *Validator) checkBirthday(rec *kyc.Record, d dates) {
	if d.expires > d.issued && d.issued != 0 && d.expires < forever && !sameDay(d.birth, d.expires) && !toldOf(rec.Issues, kyc.ExpireDate) {
		v.addDetail(rec, validityUnusual, fieldTable[kyc.ExpireDate].name, "; licences of Ontario run out on the birthday of their holder")
	}
}

// checkTurned says that a document would be valid for a usual time if day and month of its
// issue or of its expiry were exchanged.
func (v *Validator) checkTurned(rec *kyc.Record, d dates) {
	years := int(d.expires/year - d.issued/year)
	switch years {
	case 5, 10:
	case 6:
		if rec.Submission[kyc.IssuingCountry] != "DEU" {
			return
		}
	case 7:
		if c := rec.Submission[kyc.IssuingCountry]; c != "BEL" && c != "EGY" {
			return
		}
	default:
		return
	}
	f := kyc.ExpireDate
	switch {
	case turnsInto(d.expires, d.issued):
	case turnsInto(d.issued, d.expires+1):
		f = kyc.IssueDate
	default:
		return
	}
	if !toldOf(rec.Issues, f) {
		v.addDetail(rec, validityUnusual, fieldTable[f].name, "; with day and month exchanged, here or in the other date, it is valid for whole years")
	}
}

// turnsInto reports whether a date is, with day and month exchanged, the same day of the year
// as another one, or the one before.
func turnsInto(d, other date) bool {
	month, day := d/1_00%1_00, d%1_00
	return day != month && day == other/1_00%1_00 && (month == other%1_00 || month == other%1_00-1)
}

// wholeYears is how many years lie between two days, to the same day of the year or to the
// one before or behind; 0 where it is another.
func wholeYears(from, to date) int {
	years, months, days := int(to/year-from/year), to/1_00%1_00-from/1_00%1_00, to%1_00-from%1_00
	switch {
	case months == 0:
		if days < -1 || days > 1 {
			return 0
		}
		return years
	case months != 1 && months != -1 && months != 11 && months != -11, days > -27 && days < 27:
		return 0
	}
	last := dayNumber(to)
	years = (last - dayNumber(from) + 2) * 4 / (4*365 + 1)
	if off := last - dayNumber(from+date(years)*year); off < -1 || off > 1 {
		return 0
	}
	return years
}

// sameDay reports whether two dates are one day of the year, or one beside it.
func sameDay(a, b date) bool { return a < b && wholeYears(a, b) != 0 }

// dayNumber counts days, from some day on, in a calendar whose 29 February may be in any year.
func dayNumber(d date) int {
	y, m, day := int(d/year), int(d/1_00%1_00), int(d%1_00)
	if m <= 2 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + day
}

// ageAt is how old, in months, the holder of a document was at its issue.
func ageAt(d dates) int {
	months := int((d.issued/year-d.birth/year)*12 + d.issued/1_00%1_00 - d.birth/1_00%1_00)
	if d.issued%1_00 < d.birth%1_00 {
		months--
	}
	return months
}

func inMonths(years int) int { return years * 12 }
