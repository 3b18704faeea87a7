package inspect

import (
	"fmt"
	"hash/maphash"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
)

// Options is what a Profile may be told besides the rows.
type Options struct {
	// Key names the columns that identify a record, where they are known: their
	// values are then compared without exception. Unknown names are an error.
	Key []string
	// Country reports whether a text names a country; nil knows none.
	Country func(text string) bool
	// Person reports whether the name of a column says that it holds names of
	// people, or where to find them; nil goes by the few words that inspect knows.
	Person func(column string) bool
	// Lines says that rows stand in the source as lines of text, which a mapping can
	// leave out by how they stand there.
	Lines bool
	// Drift finds headers that stand beside their data; nil finds none.
	Drift func(p *Profile, columns []Column) *Drift
}

// Profile looks at the rows of one source. It belongs to one goroutine.
type Profile struct {
	columns []*column
	country func(string) bool
	drift   func(p *Profile, columns []Column) *Drift
	rows    int64
	faults  []fault
	key     keyCheck
	table   tableCheck
	lines   lineCheck
	totals  totalCheck
	slots   budget
}

// fault is the rows that cannot be read for one reason.
type fault struct {
	first kyc.Issue
	finding
}

// New begins a Profile of a source with the given columns.
func New(columns []string, o Options) (*Profile, error) {
	p := &Profile{country: o.Country, drift: o.Drift, slots: budget{left: unstated}, key: newKeyCheck(), lines: lineCheck{on: o.Lines}}
	for _, name := range columns {
		c := newColumn(name, &p.slots)
		c.hints.person = c.hints.person || o.Person != nil && o.Person(name)
		p.columns = append(p.columns, c)
	}
	for _, name := range o.Key {
		i := slices.Index(columns, name)
		if i < 0 {
			return nil, fmt.Errorf("the source has no column %q, which the key names; it has %s", name, strings.Join(columns, ", "))
		}
		p.key.columns = append(p.key.columns, i)
	}
	return p, nil
}

// Add looks at the next row. It keeps nothing of the row's memory.
func (p *Profile) Add(row *kyc.Row) {
	p.rows++
	at := row.Origin
	at.File = p.file(at.File)
	if row.Fault != nil {
		p.fault(row.Fault, &at)
		p.table.fault(row.Fault, &at)
		p.endsWith(row, 0, &at)
		return
	}
	filled, words, names := 0, 0, 0
	for i, c := range p.columns {
		cell := ""
		if i < len(row.Cells) {
			cell = row.Cells[i]
		}
		v := c.add(cell, p.rows, &at)
		if v.text == "" {
			continue
		}
		filled++
		if len(v.text) == len(c.name) && v.text == c.name {
			names++
		}
		if c.saysOtherwise(&v) {
			words++
		}
		if v.count[classDigit] > 0 {
			words = -len(p.columns) // no header
		}
	}
	p.table.row(len(p.columns), filled, words, names, &at)
	p.endsWith(row, filled, &at)
	p.key.add(row.Cells, &at)
}

// endsWith looks for rows at the end that are no records.
func (p *Profile) endsWith(row *kyc.Row, filled int, at *kyc.Origin) {
	if p.lines.on {
		p.lines.note(row, filled, at)
		return
	}
	p.totals.note(row, filled, len(p.columns), at)
}

// file returns a name of a file that is the same string for all its rows.
func (p *Profile) file(name string) string {
	if p.table.file != name {
		p.table.file = strings.Clone(name)
	}
	return p.table.file
}

// fault counts a row that cannot be read.
func (p *Profile) fault(is *kyc.Issue, at *kyc.Origin) {
	for i := range p.faults {
		if p.faults[i].first.Code == is.Code {
			p.faults[i].note(at)
			return
		}
	}
	f := fault{first: *is}
	f.note(at)
	p.faults = append(p.faults, f)
}

// saysOtherwise reports whether a value without a digit stands in a column
// whose values always had one.
func (c *column) saysOtherwise(v *value) bool {
	const enough = 5
	before := c.real() - 1
	return v.count[classDigit] == 0 && before >= enough && c.digited == before &&
		v.count[classLetter]+v.count[classHigh] > 0 && emptinessOf(v) == isValue
}

// tableCheck watches for what does not belong to the table: a header in the
// middle, another table, rows without anything.
type tableCheck struct {
	file   string
	header finding // the names of the columns again
	other  finding // words where numbers and dates were
	ragged int     // rows with the wrong number of cells, one after the other
	begin  kyc.Origin
	blocks finding // runs of such rows
	blank  finding
}

// raggedRun is how many rows of a wrong width make another table.
const raggedRun = 3

// codeRagged is the code of a row with more or fewer cells than the header.
const codeRagged = "row_ragged"

func (t *tableCheck) fault(is *kyc.Issue, at *kyc.Origin) {
	if is.Code != codeRagged {
		t.ragged = 0
		return
	}
	if t.ragged++; t.ragged == 1 {
		t.begin = *at
	}
	if t.ragged == raggedRun {
		t.blocks.note(&t.begin)
	}
}

func (t *tableCheck) row(columns, filled, words, names int, at *kyc.Origin) {
	t.ragged = 0
	switch {
	case filled == 0:
		t.blank.note(at)
	case names >= 2 && names*5 >= filled*4, names == 1 && columns == 1:
		t.header.note(at)
	case words >= 2:
		t.other.note(at)
	}
}

// keyCheck finds keys that stand more than once.
type keyCheck struct {
	columns  []int
	seed     maphash.Seed
	set      hashSet
	slots    budget
	repeated finding
	empty    finding
	rows     int64 // compared
	full     bool
}

// stated is how many slots the set of the stated key may have: 256 MiB.
const stated = 1 << 25

func newKeyCheck() keyCheck {
	return keyCheck{seed: maphash.MakeSeed(), slots: budget{left: stated}}
}

func (k *keyCheck) add(cells []string, at *kyc.Origin) {
	if len(k.columns) == 0 || k.full {
		return
	}
	k.set.budget = &k.slots
	var h maphash.Hash
	h.SetSeed(k.seed)
	for _, i := range k.columns {
		part := ""
		if i < len(cells) {
			part = strings.TrimSpace(cells[i])
		}
		if part == "" {
			k.empty.note(at)
			return
		}
		_, _ = h.WriteString(part) // never fails
		_ = h.WriteByte(0)
	}
	fresh, full := k.set.add(h.Sum64())
	if k.full = full; full {
		return
	}
	k.rows++
	if !fresh {
		k.repeated.note(at)
	}
}

// Result tells what was found so far.
func (p *Profile) Result() *Result {
	r := &Result{Rows: p.rows, Unreadable: []Fault{}, Exclude: append(p.lines.rules(), p.totals.rules(p.columns)...), Columns: make([]Column, len(p.columns)), Notes: []string{}}
	for i := range p.faults {
		f := &p.faults[i]
		r.Unreadable = append(r.Unreadable, Fault{
			Code: f.first.Code, Rows: f.count, Message: f.first.Message, Fix: f.first.Fix, Places: f.places(),
		})
	}
	r.adviseExclude()
	for i, c := range p.columns {
		r.Columns[i] = c.result(p.country)
	}
	r.Traps = p.traps(r.Columns)
	r.Notes = p.notes(r.Columns)
	return r
}

func (c *column) result(country func(string) bool) Column {
	r := Column{
		Name: c.name, Filled: c.filled(), Empty: c.empty, FillRate: share(c.filled(), c.filled()+c.empty),
		MinLength: c.min, MaxLength: c.max, Samples: c.samples, Scripts: c.scriptList(),
		Layouts: []Layout{}, Values: []Value{},
	}
	if r.Samples == nil {
		r.Samples = []Sample{}
	}
	r.Distinct, r.DistinctExact = c.distinct.count()
	name, fit := c.typeOf(country)
	r.Type, r.Share = name, share(fit, c.real())
	switch name {
	case TypeDate:
		r.Layouts = c.layouts()
	case TypeCodeList, TypeYesNo, TypeCountry:
		r.Values = c.codes()
	}
	return r
}

// notes says where a limit kept an answer from being whole.
func (p *Profile) notes(columns []Column) []string {
	list := []string{}
	if p.key.full {
		list = append(list, fmt.Sprintf("the keys of the first %d rows were compared, which is as many as fit into 256 MiB; migrate validate compares all", p.key.rows))
	}
	for i, c := range p.columns {
		if c.distinct.capped && c.mayIdentify(i, columns[i].Type) {
			list = append(list, fmt.Sprintf("the values of %q were compared until memory for it ran out; name the column with --key to have all compared", c.name))
		}
	}
	return list
}
