package report

import (
	"cmp"
	"slices"

	"kycmigrate/internal/kyc"
)

// other stands for a value outside its closed list. Such a value may be
// anything, a name in the wrong column for one, and is never shown.
const other = "other"

// kind is what an auditor counts records by: the places of a decision, an
// idType and a country in their closed lists, in one number below numKinds. It
// is made for every row, so it costs no hashing of texts. In each list 0 is no
// value and 1 is other.
type kind int

// tally counts the rows of one kind.
type tally struct{ rows, rejected int64 }

var (
	decisions = []string{"", other, "approved", "rejected"}
	idTypes   = append([]string{"", other}, kyc.IDTypes()...)

	countries = append([]string{"", other}, kyc.Alpha3Codes()...)

	numKinds = len(countries) * len(idTypes) * len(decisions)
)

func kindOf(s *kyc.Submission) kind {
	decision, idType := indexOf(decisions, s[kyc.KYCStatus]), indexOf(idTypes, s[kyc.IDType])
	return kind((countryIndex(s[kyc.IssuingCountry])*len(idTypes)+idType)*len(decisions) + decision)
}

// indexOf is the place of s in a closed list.
func indexOf(list []string, s string) int {
	if s == "" {
		return 0
	}
	for i, known := range list[2:] {
		if s == known {
			return i + 2
		}
	}
	return 1
}

func countryIndex(s string) int {
	if s == "" {
		return 0
	}
	return 1 + int(kyc.CountryNumber(s))
}

// kindTally is a kind in words, with its tally.
type kindTally struct {
	decision, idType, country string
	tally
}

func (k kind) words(t tally) kindTally {
	n := int(k)
	return kindTally{
		decision: decisions[n%len(decisions)],
		idType:   idTypes[n/len(decisions)%len(idTypes)],
		country:  countries[n/len(decisions)/len(idTypes)],
		tally:    t,
	}
}

// sortedKinds lists the kinds by their words.
func (f *Fold) sortedKinds() []kindTally {
	var list []kindTally
	for k, t := range f.census.kinds {
		if t.rows > 0 {
			list = append(list, kind(k).words(t))
		}
	}
	slices.SortFunc(list, func(a, b kindTally) int {
		return cmp.Or(cmp.Compare(a.decision, b.decision), cmp.Compare(a.idType, b.idType), cmp.Compare(a.country, b.country))
	})
	return list
}
