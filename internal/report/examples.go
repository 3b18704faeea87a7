package report

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"kycmigrate/internal/kyc"
)

// examples writes the places of a group out, with their values; never nil.
func (f *Fold) examples(g *issueGroup, place func(kyc.Origin) string) []example {
	out, codes := make([]example, len(g.places.list)), f.codesOf(g)
	for i := range g.places.list {
		at := &g.places.list[i]
		value, beside := at.value, f.besideText(at.beside, place)
		if slices.ContainsFunc(codes, func(c codeRows) bool { return c.Code == at.code }) {
			value = at.code
		}
		if value != "" && beside != "" {
			value += " – "
		}
		out[i] = example{place(at.origin), value + beside}
	}
	return out
}

// besideOf is what else an issue speaks of.
func besideOf(i *kyc.Issue) string {
	what, _, _ := strings.Cut(i.Beside, ",") // the rest explains it once, in other places
	return what
}

// besideRow is the number of the row that an issue speaks of, 0 where it is of none.
func besideRow(beside string) int64 {
	number, of := strings.CutPrefix(beside, "data row ")
	row, err := strconv.ParseInt(number, 10, 64)
	if !of || err != nil {
		return 0
	}
	return row
}

// besideText tells of a row by its place, where that is known.
func (f *Fold) besideText(beside string, place func(kyc.Origin) string) string {
	row := besideRow(beside)
	at, known := f.besides[row]
	if !known {
		at, known = f.leftAt[row]
	}
	if known {
		return "first in " + place(at)
	}
	return beside
}

// maxLeftAt bounds the rows that rules leave out of which the place is kept.
const maxLeftAt = 20_000

// keepLeft keeps where a row stands that a rule leaves out: a later one may repeat its key, and
// who tells where rows stand (SetBesides) notes none that is left out.
func (f *Fold) keepLeft(row *kyc.Row) {
	if len(f.leftAt) < maxLeftAt {
		f.leftAt[row.Seq+1] = row.Origin
	}
}

// Besides are the numbers of the rows that examples speak of, from 1 and in read order:
// SetBesides tells where they stand.
func (f *Fold) Besides() []int64 {
	rows := map[int64]bool{}
	for _, g := range f.issues.byKey {
		for i := range g.places.list {
			if row := besideRow(g.places.list[i].beside); row > 0 {
				rows[row] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(rows))
}

// SetBesides states where rows stand, by their numbers.
func (f *Fold) SetBesides(at map[int64]kyc.Origin) { f.besides = at }
