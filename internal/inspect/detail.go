package inspect

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Detail is what a Profile knows of a column besides its Result, for who drafts
// a mapping. It holds values of rows: it is for memory, and no part of an answer.
type Detail struct {
	// Values are all distinct values with their rows, the most frequent first;
	// nil where there are too many, or one is too long for a code.
	Values []Value
	// Layouts are the ways in which the values are written that are dates,
	// whatever the column is taken for.
	Layouts []Layout
	// Unreal counts dates that the calendar does not have.
	Unreal int64
	// Contradictory says that of the dates with one separator some can only be
	// day/month and some only month/day.
	Contradictory bool
	// Exchanged says that a spreadsheet program has exchanged day and month of some dates.
	Exchanged bool
	// Buddhist and Gregorian count the years of two calendars where the column has both.
	Buddhist, Gregorian int64
}

// Detail tells more of the n-th column, with all its values if they are no more
// than most.
func (p *Profile) Detail(n, most int) Detail {
	c := p.columns[n]
	d := Detail{
		Layouts: c.layouts(), Unreal: c.days.unreal.count,
		Contradictory: c.days.contradictory(), Exchanged: c.days.exchange.Happened(),
	}
	if c.days.bothCalendars() {
		d.Buddhist, d.Gregorian = c.days.buddhist.count, c.days.common
	}
	if c.values == nil || len(c.values) > most {
		return d
	}
	d.Values = make([]Value, 0, len(c.values))
	for v, rows := range c.values {
		d.Values = append(d.Values, Value{Value: v, Rows: rows})
	}
	slices.SortFunc(d.Values, func(a, b Value) int {
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), strings.Compare(a.Value, b.Value))
	})
	return d
}

// kindTypes are the types that a value by itself can have.
var kindTypes = [numKinds]string{
	kindText: TypeText, kindInteger: TypeInteger, kindDecimal: TypeDecimal, kindDate: TypeDate, kindEmail: TypeEmail,
	kindImage: TypeImage, kindPhone: TypePhone, kindIdentifier: TypeIdentifier, kindName: TypeName,
}

// TypeOf tells what a single value looks like: one of the Type constants,
// TypeEmpty for none and for what stands where there is none.
func TypeOf(text string) string {
	v := look(text)
	if v.text == "" || emptinessOf(&v) == isPlaceholder {
		return TypeEmpty
	}
	k, _, _ := kindOf(&v)
	return kindTypes[k]
}

// Percent writes a share of 1, rounded so that only a full column is 100 %, and only an empty one 0.
func Percent(share float64) string {
	switch {
	case share > 0 && share < 0.01:
		return "<1%"
	case share > 0.99 && share < 1:
		return ">99%"
	}
	return fmt.Sprintf("%.0f%%", share*100)
}
