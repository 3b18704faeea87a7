package mapper

import (
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// memoSize is how many values a memo has places for. The columns it is for, such
// as a country or a status, have few different ones.
const memoSize = 256

// longestRemembered bounds what a memo holds: values that come again are short.
const longestRemembered = 128

// A memo is given up when, of so many values, more than a quarter were new, or of the first ones
// nearly all.
const (
	memoTrial  = 1024
	firstTrial = 256
	nearlyAll  = firstTrial * 7 / 8
)

// memo remembers what a field made of the values of its column, so that it is
// done and judged once for all rows that have the same. A value has two places
// side by side; where both are taken it replaces what is in the first. It is for
// one goroutine.
type memo struct {
	field  kyc.Field
	sound  func(kyc.Field, string) bool // see Plan.Tally
	places [memoSize]*remembered
	asked  int
	missed int
}

// remembered is the text of a cell, and what became of it.
type remembered struct {
	ends   text.Ends // of the cell
	cell   string
	value  string
	sound  kyc.FieldSet // the field itself, or none
	plain  kyc.FieldSet
	clean  kyc.FieldSet
	day    kyc.Day  // of a date
	raised []*int64 // the counts of a Tally that it raises
}

func newMemo(f kyc.Field, sound func(kyc.Field, string) bool) *memo {
	if sound == nil {
		sound = func(kyc.Field, string) bool { return false }
	}
	return &memo{field: f, sound: sound}
}

// recall does for a record what was done for the same cell before. It reports
// whether that is known.
func (m *memo) recall(cell string, rec *kyc.Record) bool {
	if cell == "" {
		return false
	}
	m.asked++
	ends := text.EndsOf(cell)
	place := placeOf(ends)
	r := m.places[place]
	if r == nil || !r.is(cell, ends) {
		if r = m.places[place^1]; r == nil || !r.is(cell, ends) {
			m.missed++
			return false
		}
	}
	rec.Submission[m.field] = r.value
	rec.Sound |= r.sound
	rec.Plain |= r.plain
	rec.Clean |= r.clean
	if r.day != 0 {
		rec.Days.Set(m.field, r.day)
	}
	for _, n := range r.raised {
		*n++
	}
	return true
}

// is reports whether the cell is the one that is remembered.
func (r *remembered) is(cell string, ends text.Ends) bool {
	return r.ends == ends && (ends.Whole() || r.cell == cell)
}

// remember keeps what the field of the record was made of a cell, and the counts
// that this raised.
func (m *memo) remember(cell string, rec *kyc.Record, raised []*int64) {
	if cell == "" || len(cell) > longestRemembered {
		return
	}
	r := &remembered{
		ends: text.EndsOf(cell), cell: strings.Clone(cell), value: strings.Clone(rec.Submission[m.field]), day: rec.Days.Of(m.field), raised: slices.Clone(raised),
	}
	if r.value != "" && m.sound(m.field, r.value) {
		r.sound = kyc.FieldsOf(m.field)
	}
	if text.TraitsOf(r.value).Printable() {
		r.plain = kyc.FieldsOf(m.field)
	}
	if rec.Clean.Has(m.field) {
		r.clean = kyc.FieldsOf(m.field)
	}
	place := placeOf(r.ends)
	if m.places[place] != nil && m.places[place^1] == nil {
		place ^= 1
	}
	m.places[place] = r
}

// idle reports whether the column has too many different values to remember.
// The trial is held again and again, for a file may change its nature.
func (m *memo) idle() bool {
	if m.asked < memoTrial {
		return m.asked == firstTrial && m.missed > nearlyAll
	}
	idle := m.missed > memoTrial/4
	m.asked, m.missed = 0, 0
	return idle
}

// placeOf tells apart what values of one column differ in: their lengths and their
// ends.
func placeOf(e text.Ends) uint8 {
	const spread = 0x9e3779b97f4a7c15
	return uint8((uint64(e.First) + uint64(e.Last)*spread + uint64(e.Size)) * spread >> 56)
}
