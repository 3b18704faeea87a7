package report

import (
	"cmp"
	"slices"
	"strings"
)

// fieldChanges is what the mapping changed in one field.
type fieldChanges struct {
	Field, Columns string
	Steps          []stepLine
	More           int // steps that there is no room for
}

type stepLine struct {
	Change
	Bar int64
}

// maxSpellings bounds the spellings of one step that are told.
const maxSpellings = 12

// Spell takes the first of so many spellings, which come with most values first, and counts
// the others.
func (c *Change) Spell(n int, of func(int) Spelling) {
	for i := range n {
		s := of(i)
		if i < maxSpellings {
			s.From = shorten(s.From)
			c.Spellings = append(c.Spellings, s)
			continue
		}
		c.Others++
		c.OtherValues += s.Values
	}
}

// maxSteps bounds the lines of one field on the page: a table of spellings may
// have hundreds.
const maxSteps = 20

// fieldsChanged puts the changes of each field together.
func fieldsChanged(changes []Change) (list []fieldChanges) {
	var most int64
	for _, c := range changes {
		most = max(most, c.Values)
	}
	for _, c := range changes {
		if len(list) == 0 || list[len(list)-1].Field != c.Field {
			list = append(list, fieldChanges{Field: c.Field, Columns: strings.Join(c.Columns, ", ")})
		}
		last := &list[len(list)-1]
		last.Steps = append(last.Steps, stepLine{c, bar(c.Values, most)})
	}
	for i := range list {
		list[i].cut()
	}
	return list
}

// cut leaves the steps that changed most, in that order, where there are too
// many.
func (f *fieldChanges) cut() {
	f.More = max(0, len(f.Steps)-maxSteps)
	if f.More > 0 {
		slices.SortStableFunc(f.Steps, func(a, b stepLine) int { return cmp.Compare(b.Values, a.Values) })
		f.Steps = f.Steps[:maxSteps]
	}
}
