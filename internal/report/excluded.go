package report

import (
	"cmp"
	"slices"

	"kycmigrate/internal/kyc"
)

// exclusion counts what one rule of the mapping left out.
type exclusion struct {
	code   string
	rows   int64
	places places
}

func (f *Fold) addExcluded(code string, row *kyc.Row) {
	x := f.excluded[code]
	if x == nil {
		x = &exclusion{code: code}
		f.excluded[code] = x
	}
	x.rows++
	x.places.add(row.Seq, row.Origin)
}

// sortedExclusions lists the rules that left something out, by code.
func (f *Fold) sortedExclusions() []*exclusion {
	list := make([]*exclusion, 0, len(f.excluded))
	for _, x := range f.excluded {
		list = append(list, x)
	}
	slices.SortFunc(list, func(a, b *exclusion) int { return cmp.Compare(a.code, b.code) })
	return list
}

type jsonExclusion struct {
	Code    string   `json:"code"`
	Rows    int64    `json:"rows"`
	Samples []string `json:"samples"`
}

func (f *Fold) jsonExclusions() []jsonExclusion {
	list := make([]jsonExclusion, 0, len(f.excluded))
	for _, x := range f.sortedExclusions() {
		list = append(list, jsonExclusion{x.code, x.rows, x.places.strings()})
	}
	return list
}
