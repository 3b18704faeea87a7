package mapper

import (
	"fmt"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
)

// Change is how often one step of a mapping changed the values of one field.
// It names steps, layouts and codes that stand in the mapping file, and countries as they
// were written, never another value of a row.
type Change struct {
	Field   string   // the API's spelling
	Columns []string // that feed it
	Step    string   // a transform, or empty, join, template, expr, name, first, date, values, country, otherwise, default
	Detail  string   // which layout, code or column; "" where the step says it all
	Values  int64
	// Spellings are, of the step country, the texts and what they became, those of most
	// values first; nil where there are more than can be told apart.
	Spellings []Spelling
}

// Tally maps as its Plan does and counts what the steps changed. It remembers
// what became of the values of columns that have few. It is for one goroutine:
// each has a Tally of its own, and Changes puts them together.
type Tally struct {
	plan   *Plan
	fields []fieldTally
	sound  kyc.FieldSet // constants
	spare  []string     // for the parts of keys
	made   texts
}

// keysAtOnce is how many keys share an array for their parts.
const keysAtOnce = 256

// parts is room for the n parts of a key.
func (t *Tally) parts(n int) []string {
	if t == nil {
		return make([]string, n)
	}
	if len(t.spare) < n {
		t.spare = make([]string, keysAtOnce*n)
	}
	parts := t.spare[:n:n]
	t.spare = t.spare[n:]
	return parts
}

// Tally returns a Tally that has counted nothing. sound reports of a value that
// no rule about it alone has anything to say, which the records then tell
// (kyc.Record); nil says so of none.
func (p *Plan) Tally(sound func(kyc.Field, string) bool) *Tally {
	t := &Tally{plan: p, fields: make([]fieldTally, len(p.fields))}
	for i := range p.fields {
		t.fields[i] = newFieldTally(&p.fields[i], sound)
		t.fields[i].join(&t.made)
	}
	for f := range kyc.NumFields {
		if sound != nil && p.fixed[f] != "" && sound(f, p.fixed[f]) {
			t.sound = t.sound.With(f)
		}
	}
	return t
}

// Map makes a record of a row, as Plan.Map does.
func (t *Tally) Map(rec *kyc.Record) { t.plan.fill(rec, t) }

// fill sets the fields of the record from the row.
func (t *Tally) fill(cells []string, rec *kyc.Record) {
	rec.Sound = t.sound
	for i := range t.fields {
		t.fields[i].fill(cells, rec)
	}
}

// Changes sums up tallies of one plan, in the order of its fields and of their
// steps. Steps that changed nothing are left out. It must not be called while
// one of them still counts.
func Changes(tallies ...*Tally) []Change {
	if len(tallies) == 0 {
		return nil
	}
	plan, sum := tallies[0].plan, sumOfTallies(tallies)
	var list []Change
	for i := range plan.fields {
		f := &plan.fields[i]
		sum.fields[i].each(func(step, detail string, n int64) {
			if n > 0 {
				change := Change{Field: f.field.String(), Columns: slices.Clone(f.names), Step: step, Detail: detail, Values: n}
				if step == countryStep {
					change.Spellings = sum.fields[i].spellings.sorted()
				}
				list = append(list, change)
			}
		})
	}
	return list
}

// sumOfTallies puts tallies of one plan together.
func sumOfTallies(tallies []*Tally) *Tally {
	sum := tallies[0].plan.Tally(nil)
	for _, t := range tallies {
		for i := range sum.fields {
			sum.fields[i].merge(&t.fields[i])
		}
	}
	return sum
}

// Omitted tells of every field of which otherwise: omit leaves out more values than stay: it
// was meant for a few, and nothing else shows what is missing.
func Omitted(tallies ...*Tally) []string {
	if len(tallies) == 0 {
		return nil
	}
	var notes []string
	sum := sumOfTallies(tallies)
	for i := range sum.fields {
		t := &sum.fields[i]
		if t.field.otherwise != omitField || t.other <= t.known {
			continue
		}
		notes = append(notes, fmt.Sprintf("otherwise: omit of the field %s leaves out %d of the %d values that %s has: if only some words stand for no value, name them in empty: and take values: and otherwise: away",
			t.field.field, t.other, t.other+t.known, listed(t.field.names)))
	}
	return notes
}

// fieldTally fills one field and counts how. The methods that count do nothing
// on a nil one.
type fieldTally struct {
	field      *field
	steps      *steps
	emptied    int64   // cells that have no value by empty
	composed   int64   // values made of several columns
	renamed    int64   // names that were made of one text
	picked     []int64 // of first: by column
	transforms []int64
	codes      []int64 // of values: by code
	layouts    []int64 // of date: by layout
	lookup     int64
	country    int64
	other      int64
	known      int64 // of what otherwise: omit is for: values that a step knew
	fallback   int64
	spellings  spellings // of country

	memo   *memo    // nil where a value is not worth remembering
	raised []*int64 // the counts that the value at hand has raised
}

func newFieldTally(f *field, sound func(kyc.Field, string) bool) fieldTally {
	s := f.steps
	t := fieldTally{
		field:      f,
		steps:      s,
		transforms: make([]int64, len(s.transforms)),
		codes:      make([]int64, len(s.codes)),
		layouts:    make([]int64, len(s.layouts)),
	}
	if s.form == firstForm {
		t.picked = make([]int64, len(s.columns))
	}
	if s.form == fromForm && f.name == nil && f.when == nil {
		t.memo = newMemo(f.field, sound)
	}
	return t
}

// join lets what a field puts together go into made.
func (t *fieldTally) join(made *texts) {
	if f := *t.field; f.source != nil {
		f.source = sourceOf(f.rule, f.columns, made)
		t.field = &f
	}
}

// fill sets the field from the row, as field.fill does.
func (t *fieldTally) fill(cells []string, rec *kyc.Record) {
	if t.memo == nil {
		t.field.fill(cells, rec, t)
		return
	}
	value := rawCell(cells, t.field.column)
	if t.memo.recall(value, rec) {
		return
	}
	issues := len(rec.Issues)
	t.raised = t.raised[:0]
	t.field.fill(cells, rec, t)
	if len(rec.Issues) == issues {
		t.memo.remember(value, rec, t.raised)
	}
	if t.memo.idle() {
		t.memo = nil
	}
}

// raise counts a value.
func (t *fieldTally) raise(n *int64) {
	*n++
	if t.memo != nil {
		t.raised = append(t.raised, n)
	}
}

// read counts where a value came from.
func (t *fieldTally) read(value string, from int) {
	switch {
	case t == nil || value == "":
	case from < 0 || t.steps.form == templateForm || t.steps.form == exprForm:
		t.raise(&t.composed)
	case t.picked != nil:
		t.raise(&t.picked[from])
	}
}

// named counts a name that is not as its column has it.
func (t *fieldTally) named(cells []string, value string, from int) {
	if t != nil && value != "" && from >= 0 && value != cell(cells, t.field.columns[from]) {
		t.raise(&t.renamed)
	}
}

// nothing counts a cell that has no value.
func (t *fieldTally) nothing() {
	if t != nil {
		t.raise(&t.emptied)
	}
}

// transform counts a value that the i-th transform changed.
func (t *fieldTally) transform(i int) {
	if t != nil {
		t.raise(&t.transforms[i])
	}
}

// judge counts what the judging step made of a value that it knows.
func (t *fieldTally) judge(before, after string) {
	if t == nil {
		return
	}
	if t.field.otherwise == omitField {
		t.raise(&t.known)
	}
	if len(t.codes) > 0 {
		if i := t.steps.code(before); i >= 0 {
			t.raise(&t.codes[i])
			return
		}
	}
	switch {
	case t.field.dates != nil && !isoLike(before):
		t.raise(&t.layouts[t.steps.layout(before)])
	case before == after:
	case len(t.layouts) > 0:
		t.raise(&t.layouts[t.steps.layout(before)])
	case t.steps.lookup != "":
		t.raise(&t.lookup)
	case t.steps.country:
		t.raise(&t.country)
		if n := t.spellings.count(before, after); n != nil {
			t.raise(n)
		}
	}
}

// isoLike reports whether a date may be written YYYY-MM-DD.
func isoLike(s string) bool { return len(s) == isoSize && s[4] == '-' }

// otherwise counts a value that no step knew and that rejected nothing.
func (t *fieldTally) otherwise() {
	if t != nil {
		t.raise(&t.other)
	}
}

// empty counts what was put in the place of no value.
func (t *fieldTally) empty() {
	if t != nil {
		t.raise(&t.fallback)
	}
}

func (t *fieldTally) merge(o *fieldTally) {
	t.emptied += o.emptied
	t.known += o.known
	t.composed += o.composed
	t.renamed += o.renamed
	t.lookup += o.lookup
	t.country += o.country
	t.other += o.other
	t.fallback += o.fallback
	t.spellings.merge(&o.spellings)
	for _, pair := range [][2][]int64{{t.picked, o.picked}, {t.transforms, o.transforms}, {t.codes, o.codes}, {t.layouts, o.layouts}} {
		for i, n := range pair[1] {
			pair[0][i] += n
		}
	}
}

// countryStep is the name of the step that makes codes of countries.
const countryStep = "country"

// each calls fn for every step, in the order in which they act. The first of
// the columns of first is the one that is meant; only the others are changes.
func (t *fieldTally) each(fn func(step, detail string, n int64)) {
	s := t.steps
	fn("empty", strings.Join(s.nothing, ", ")+" → no value", t.emptied)
	switch s.form {
	case joinForm:
		fn("join", strings.Join(s.columns, " + "), t.composed)
	case templateForm:
		fn("template", strings.Join(s.columns, " + "), t.composed)
	case exprForm:
		fn("expr", strings.Join(s.columns, " + "), t.composed)
	case nameForm:
		fn("name", strings.Join(s.columns, " + "), t.composed)
	}
	for i := 1; i < len(t.picked); i++ {
		fn("first", "from "+s.columns[i], t.picked[i])
	}
	fn("name", "", t.renamed)
	for i, n := range t.transforms {
		fn(s.transforms[i], "", n)
	}
	for i, n := range t.codes {
		switch meaning := s.meanings[i]; meaning {
		case s.codes[i]: // no change
		case "":
			fn("values", s.codes[i]+" is left out", n)
		default:
			fn("values", s.codes[i]+" → "+meaning, n)
		}
	}
	for i, n := range t.layouts {
		fn("date", s.layouts[i].name()+" → YYYY-MM-DD", n)
	}
	if s.lookup != "" {
		fn("lookup", s.lookup, t.lookup)
	}
	if s.country {
		fn(countryStep, "another spelling → alpha-3 code", t.country)
	}
	fn("otherwise", s.other, t.other)
	if s.fallback != "" {
		fn("default", "no value → "+s.fallback, t.fallback)
	}
}
