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
// idType and a country in their closed lists, in one number. It is made for
// every row, so it costs no hashing of texts. In each list 0 is no value and 1
// is other.
type kind uint32

// tally counts the rows of one kind.
type tally struct{ rows, rejected int64 }

var (
	decisions = []string{"", other, "approved", "rejected"}
	idTypes   = append([]string{"", other}, kyc.IDTypes()...)
)

func kindOf(s *kyc.Submission) kind {
	decision, idType := indexOf(decisions, s[kyc.KYCStatus]), indexOf(idTypes, s[kyc.IDType])
	return kind(countryIndex(s[kyc.IssuingCountry])<<16 | idType<<8 | decision)
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

// letters is how many letters a country code is written with.
const letters = 26

// countries has a true for each alpha-3 code, so that not every row searches
// the list of countries.
var countries = func() (known [letters * letters * letters]bool) {
	for i := range known {
		known[i] = kyc.IsAlpha3(countryCode(i))
	}
	return known
}()

func countryCode(i int) string {
	return string([]byte{byte('A' + i/(letters*letters)), byte('A' + i/letters%letters), byte('A' + i%letters)})
}

func countryIndex(s string) int {
	if s == "" {
		return 0
	}
	if len(s) != 3 {
		return 1
	}
	a, b, c := int(s[0])-'A', int(s[1])-'A', int(s[2])-'A'
	if min(a, b, c) < 0 || max(a, b, c) >= letters {
		return 1
	}
	i := (a*letters+b)*letters + c
	if !countries[i] {
		return 1
	}
	return i + 2
}

// kindTally is a kind in words, with its tally.
type kindTally struct {
	decision, idType, country string
	tally
}

func (k kind) words(t tally) kindTally {
	w := kindTally{decision: decisions[k&0xff], idType: idTypes[k>>8&0xff], country: "", tally: t}
	switch i := int(k >> 16); i {
	case 0:
	case 1:
		w.country = other
	default:
		w.country = countryCode(i - 2)
	}
	return w
}

// sortedKinds lists the kinds by their words.
func (f *Fold) sortedKinds() []kindTally {
	list := make([]kindTally, 0, len(f.kinds))
	for k, t := range f.kinds {
		list = append(list, k.words(*t))
	}
	slices.SortFunc(list, func(a, b kindTally) int {
		return cmp.Or(cmp.Compare(a.decision, b.decision), cmp.Compare(a.idType, b.idType), cmp.Compare(a.country, b.country))
	})
	return list
}
