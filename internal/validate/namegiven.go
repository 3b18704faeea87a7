package validate

import (
	"strings"

	"kycmigrate/internal/kyc"
)

// givenGender reports whether the first of the first names is that of one gender in the country of
// the person, and whether that is not the row's; or that it is a woman's, and the last name has the
// form of a man's, as no woman's of the country has. Names that both have are in no list.
func givenGender(rec *kyc.Record) (tells, against bool) {
	first := rec.Submission[kyc.FirstName]
	gender := rec.Submission[kyc.Gender]
	if first == "" || gender != "male" && gender != "female" {
		return false, false
	}
	known := givenGenders.of(home(rec))
	if known == nil {
		return false, false
	}
	if end := strings.IndexByte(first, ' '); end > 0 {
		first = first[:end]
	}
	woman := known.women.has(first)
	if !woman && !known.men.has(first) {
		return false, false
	}
	if last := rec.Submission[kyc.LastName]; woman && last != "" && known.husbands.ends(last) {
		return true, true
	}
	return true, woman != (gender == "female")
}

// givenNamesOf are first names that only women have, or only men, and how last names end that no
// woman has.
type givenNamesOf struct {
	women, men *wordSet
	husbands   *nameForms
}

// givenGenders are the lists of first names, by the countries in the heads of their lines.
var givenGenders = newByCountry(func() map[string]*givenNamesOf {
	of := make(map[string]*givenNamesOf)
	for head, women := range nameLines {
		if countries, found := strings.CutPrefix(head, "women of "); found {
			of[countries] = &givenNamesOf{newWordSet(women), newWordSet(nameLines["men of "+countries]), husbandsNames[countries]}
		}
	}
	return of
}())

// husbandsNames are how last names end that no woman has, where those of women end otherwise.
var husbandsNames = map[string]*nameForms{
	"POL":                 endings("wski ński lski rski icki ecki dzki WSKI ŃSKI LSKI RSKI ICKI ECKI DZKI"),
	"RUS BLR UKR KAZ KGZ": endings("ov ev skiy skii sky OV EV SKIY SKII SKY ов ев ёв ский цкий ОВ ЕВ ЁВ СКИЙ ЦКИЙ"),
	"BGR":                 endings("ov ev OV EV ов ев ОВ ЕВ"),
	"LVA":                 endings("iņš ņš ītis ovs evs skis IŅŠ ŅŠ ĪTIS OVS EVS SKIS"),
	"LTU":                 endings("skas čius ėnas ūnas onis aitis SKAS ČIUS ĖNAS ŪNAS ONIS AITIS"),
}
