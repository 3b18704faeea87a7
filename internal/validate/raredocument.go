package validate

import (
	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
)

// noteDocument counts what is odd about a document beside the holder's nationality, gender
// and age.
func (x *Identity) noteDocument(rec *kyc.Record, kind string, row uint32) {
	sub := &rec.Submission
	x.counts[countDocument]++
	if sub[kyc.DocumentNumber] == "" {
		x.noteSuspect(rareNoNumber, rec, row)
	}
	switch kind {
	case "passport":
		x.notePassport(rec, row)
		if sub[kyc.Nationality] != "" && sub[kyc.IssuingCountry] != "" {
			x.counts[countNation]++
			if sub[kyc.Nationality] != sub[kyc.IssuingCountry] {
				x.noteSuspect(rareNation, rec, row)
			}
		}
	case "drivers_license":
		if known, other := licenceGender(rec); known {
			x.counts[countLicence]++
			if other {
				x.noteSuspect(rareLicence, rec, row)
			}
		}
		return
	case "government_id":
		if number := sub[kyc.DocumentNumber]; number != "" && isLetter(number[0]) {
			x.noteSuspect(rarePassportCard, rec, row)
		}
		if home := sub[kyc.AddressCountry]; home != "" && sub[kyc.Nationality] != "" && sub[kyc.IssuingCountry] != "" {
			x.counts[countCard]++
			if sub[kyc.Nationality] != sub[kyc.IssuingCountry] {
				if home != sub[kyc.IssuingCountry] {
					x.noteSuspect(rareCard, rec, row)
				} else if ofCitizen(sub) {
					x.noteSuspect(rareCitizenCard, rec, row)
				}
			}
		}
	case "residence_permit":
		if sub[kyc.Nationality] != "" && sub[kyc.Nationality] == sub[kyc.IssuingCountry] {
			x.noteSuspect(rarePermit, rec, row)
		}
		return
	default:
		return
	}
	if known, odd := judgeTerm(rec); known {
		rule := oddTerm
		if kind != "passport" {
			rule = oddCardTerm
		}
		x.numbers.count(rule, sub[kyc.IssuingCountry], odd, row)
	}
	if known, uneven := judgeWhole(rec, kind); known {
		x.counts[countTerm]++
		x.noteJudged(rareUneven, row, uneven)
	}
}

// Of documents with the terms of their countries there must be so many, and so many for each
// that is valid for ten years, before that is wrong in a country with few of them.
const (
	leastTimely  = 24
	timelySource = 6
)

// timely reports whether the documents of a source mostly have the terms of their countries,
// where those are not ten years.
func (l *numberLog) timely() bool {
	usual, odd := int64(0), int64(0)
	for _, rule := range [...]int{oddTerm, oddCardTerm} {
		for i := range l.tallies[rule] {
			t := &l.tallies[rule][i]
			usual, odd = usual+t.usual, odd+int64(len(t.odd))
		}
	}
	return usual >= leastTimely && odd*timelySource <= usual
}

// ofCitizen reports whether the number of an identity card is one that citizens alone have, wherever
// they live: the DNI of Spain, where foreigners have a NIE, and a Polish card with its check digit.
func ofCitizen(sub *kyc.Submission) bool {
	number := sub[kyc.DocumentNumber]
	switch sub[kyc.IssuingCountry] {
	case "ESP":
		return number != "" && isDigit(number[0]) && idnumber.Read("ESP", number, idnumber.OnCard).Verdict == idnumber.Sound
	case "POL":
		return idnumber.Doubtful("POL", number, idnumber.Card) == idnumber.Sound
	}
	return false
}

// notePassport notes the days that a passport lacks.
func (x *Identity) notePassport(rec *kyc.Record, row uint32) {
	x.counts[countPassport]++
	if rec.Submission[kyc.IssueDate] == "" {
		x.noteSuspect(rareNoIssue, rec, row)
	}
	if rec.Submission[kyc.ExpireDate] == "" {
		x.noteSuspect(rareNoExpiry, rec, row)
	}
}

// realms are countries whose people may have passports of one another: those that are parts of
// one, and those that give passports to people whom they do not count among their citizens.
var realms = []string{
	"CHN HKG MAC TWN ", "GBR IMN JEY GGY GIB BMU CYM VGB TCA AIA MSR FLK SHN PCN IRL ", "FRA GLP MTQ GUF REU MYT NCL PYF SPM WLF BLM MAF ", "NLD ABW CUW SXM BES ANT ", "DNK FRO GRL ",
	"USA PRI GUM VIR ASM MNP ", "NZL COK NIU TKL ", "AUS CXR CCK NFK ", "FIN ALA ", "NOR SJM ", "SRB XKX MNE ", "ISR PSE JOR EGY LBN SYR IRQ ", "MAR ESH ", "CYP TUR ", "EST LVA RUS BLR UKR ", "VAT ITA ",
}

// refugees are countries many of whose people have a travel document of another one, which is
// filed as a passport.
const refugees = "AFG SYR IRQ IRN SOM ERI SDN SSD ETH COD BDI RWA MMR LKA BTN PSE YEM VEN TUR RUS BLR UKR ESH CUB NIC LBY TCD CAF MLI GIN CMR TIB STL XXA XXB XXC XXX "

// otherNation reports whether a document was issued by another country than that of the
// nationality, and the two have nothing to do with each other.
func otherNation(rec *kyc.Record) bool {
	sub := &rec.Submission
	issuing, own := sub[kyc.IssuingCountry], sub[kyc.Nationality]
	if len(own) != len("XXX") || len(issuing) != len("XXX") || within(own, refugees) || toldOf(rec.Issues, kyc.Nationality) || toldOf(rec.Issues, kyc.IssuingCountry) {
		return false
	}
	for _, realm := range realms {
		if within(own, realm) && within(issuing, realm) {
			return false
		}
	}
	return true
}

// licenceGender reports whether the number of a licence tells the birth date of the person and
// begins as the last name, and whether it tells another gender.
func licenceGender(rec *kyc.Record) (known, other bool) {
	sub := &rec.Submission
	if country := sub[kyc.IssuingCountry]; country != "GBR" && country != "CAN" || sub[kyc.Gender] == "" {
		return false, false
	}
	h := idnumber.HolderOf(sub[kyc.IssuingCountry], sub[kyc.DocumentNumber], idnumber.Licence)
	if h.Facts.Gender == idnumber.Unknown || bornAtAnother(h.Facts, readDate(rec, kyc.BirthDate, rec.Days.Birth)) || !beginsWith(sub[kyc.LastName], h.Head[:h.Known]) {
		return false, false
	}
	return true, otherGender(h.Facts, sub[kyc.Gender])
}
