package mapper

import (
	"slices"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// Plan is a mapping tied to the columns of one source. It is not changed after
// Compile and may be used from many goroutines.
type Plan struct {
	columns  []string
	used     []bool
	key      []int
	keyNames []string
	mapped   [kyc.NumFields]bool
	fixed    kyc.Submission // the constants
	fields   []field
	pictures []picture
	drop     bool
	excludes []exclude
	own      []own
}

// field is one field that is filled from the row.
type field struct {
	field      kyc.Field
	columns    []int
	names      []string        // of the columns, as the mapping writes them
	column     int             // that the value comes from, several where source says it
	source     source          // nil where it is that column
	when       *bound          // nil where the field is filled in every row
	name       nameSource      // instead of source, for a person's name
	nothing    map[string]bool // cells that count as empty; nil for none
	unclear    string          // what to do about a name that cannot be told
	kept       bool            // its text is that of cells, valid where they are
	transforms []transform
	judge      judge
	dates      *dates // behind judge, where it does nothing but read dates
	otherwise  otherwise
	other      string
	fallback   string
	layouts    string  // in words, for issues
	lookup     *lookup // for issues
	rule       *rule   // what it was compiled from, for Explain
	steps      *steps  // in words, for a Tally
}

// picture is one picture whose path stands in a column.
type picture struct {
	kind   kyc.ImageKind
	column int
	name   string
	strip  []string // what paths may begin with that is not of the folder
	when   *bound   // nil where every row has the picture
}

// Map makes a record of a row. It never fails: what is wrong is in the
// record's issues. A row that could not be read gives a record with nothing
// but the reason.
func (p *Plan) Map(rec *kyc.Record) { p.fill(rec, nil) }

// fill makes the record. tally counts how, and may be nil.
func (p *Plan) fill(rec *kyc.Record, tally *Tally) {
	row := rec.Row
	if row.Fault != nil {
		if !p.excludeUnread(rec) {
			rec.Add(*row.Fault)
		}
		return
	}
	rec.Issues = append(rec.Issues, row.Issues...)
	rec.Submission = p.fixed
	p.mapKey(row.Cells, rec, tally.parts(len(p.key)))
	if tally != nil {
		tally.fill(row.Cells, rec)
	} else {
		for i := range p.fields {
			p.fields[i].fill(row.Cells, rec, nil)
		}
	}
	for i := range p.pictures {
		p.pictures[i].fill(row.Cells, rec, p.drop)
	}
	if p.own != nil {
		p.applyOwn(rec)
	}
	if p.excludes != nil {
		p.exclude(rec)
	}
}

// mapKey sets the key, or leaves it without parts when one of them is empty.
// The parts go into the slice that is given.
func (p *Plan) mapKey(cells []string, rec *kyc.Record, parts []string) {
	for i, column := range p.key {
		part := nfc(trimmed(cell(cells, column)))
		if part == "" {
			rec.Add(keyEmpty(p.keyNames[i]))
			return
		}
		parts[i] = part
	}
	rec.Key = kyc.Key{Parts: parts}
}

// fill sets the field of the record from the row. count may be nil.
func (f *field) fill(cells []string, rec *kyc.Record, count *fieldTally) {
	if f.when != nil && !f.wanted(cells, rec) {
		return
	}
	if f.nothing != nil {
		cells = f.emptied(cells, count)
	}
	value, from := f.read(cells, rec)
	count.read(value, from)
	if f.name != nil {
		count.named(cells, value, from)
	}
	value, traits := f.transform(value, count)
	switch {
	case blank(value) && from == failed:
		rec.Add(f.notEvaluated(f.names, "fields."+f.field.String()+".expr"))
	case blank(value):
		rec.Submission[f.field] = f.fallback
		count.empty()
	case f.judge != nil:
		f.decide(value, from, rec, count)
	default:
		rec.Submission[f.field] = value
		switch {
		case traits.Printable():
			rec.Plain = rec.Plain.With(f.field)
		case f.kept && rec.Row.Valid && traits&(text.Control|text.Suspect) == 0:
			rec.Clean = rec.Clean.With(f.field)
		}
	}
}

// emptied are the cells of a row, without those of the field that have no value by its
// mapping.
func (f *field) emptied(cells []string, count *fieldTally) []string {
	left, own := cells, false
	for _, column := range f.columns {
		if !f.nothing[trimmed(rawCell(left, column))] {
			continue
		}
		if !own {
			left, own = slices.Clone(cells), true
		}
		left[column] = ""
		count.nothing()
	}
	return left
}

// read reads the value from the row. from is as in source.
func (f *field) read(cells []string, rec *kyc.Record) (value string, from int) {
	switch {
	case f.name != nil:
		return f.readName(cells, rec)
	case f.source != nil:
		return f.source(cells)
	}
	return cell(cells, f.column), 0
}

// transform applies the transforms. One that has nothing to do with a text is
// not asked: that is what its traits are looked at for.
func (f *field) transform(value string, count *fieldTally) (string, text.Traits) {
	if f.judge != nil && len(f.transforms) == 0 {
		return value, 0 // nobody asks for them
	}
	traits := text.TraitsOf(value)
	for i := range f.transforms {
		t := &f.transforms[i]
		if !t.touches(traits) {
			continue
		}
		if after := t.run(value); after != value {
			value, traits = after, text.TraitsOf(after)
			count.transform(i)
		}
	}
	return value, traits
}

// decide asks the judging step of the field about its value.
func (f *field) decide(value string, from int, rec *kyc.Record, count *fieldTally) {
	value = trimmed(value)
	judged, v := f.judged(value, rec)
	switch {
	case v == accepted:
		rec.Submission[f.field] = judged
		count.judge(value, judged)
	case f.otherwise == useValue:
		rec.Submission[f.field] = f.other
		count.otherwise()
	case f.otherwise == omitField:
		count.otherwise()
	case f.otherwise == rejectRow:
		rec.Add(f.issue(v, from))
	}
}

// judged is what the judging step makes of a value. Of a date the record is told
// more than its text.
func (f *field) judged(value string, rec *kyc.Record) (string, verdict) {
	if f.dates == nil {
		return f.judge(value)
	}
	day, v := f.dates.day(value)
	if v != accepted {
		return "", v
	}
	rec.Plain = rec.Plain.With(f.field)
	rec.Days.Set(f.field, kyc.DayOf(day.year, day.month, day.day))
	return f.dates.canonical(day, value), accepted
}

// wanted reports whether the field is to be filled in this row. Where it is
// not it has its default.
func (f *field) wanted(cells []string, rec *kyc.Record) bool {
	holds, err := f.when.holds(cells, nil)
	switch {
	case err != nil:
		rec.Add(f.notEvaluated(f.when.columnNames(), "fields."+f.field.String()+".when"))
	case !holds:
		rec.Submission[f.field] = f.fallback
	}
	return err == nil && holds
}

// UsesColumns lists the columns of the source that the mapping reads, in the
// source's order.
func (p *Plan) UsesColumns() []string { return p.columnsWhere(true) }

// UnusedColumns lists the columns of the source that the mapping leaves
// behind, in the source's order.
func (p *Plan) UnusedColumns() []string { return p.columnsWhere(false) }

func (p *Plan) columnsWhere(used bool) []string {
	list := make([]string, 0, len(p.columns))
	for i, name := range p.columns {
		if p.used[i] == used {
			list = append(list, name)
		}
	}
	return list
}

// Maps reports whether the plan fills the field.
func (p *Plan) Maps(f kyc.Field) bool { return f < kyc.NumFields && p.mapped[f] }

// KeyColumns lists the source columns of the key.
func (p *Plan) KeyColumns() []string { return slices.Clone(p.keyNames) }

// Columns lists the source columns that feed a field or picture, given by its
// name in the API; nil for a constant and for what is not mapped.
func (p *Plan) Columns(name string) []string {
	for i := range p.fields {
		if p.fields[i].field.String() == name {
			return append([]string(nil), p.fields[i].names...)
		}
	}
	for i := range p.pictures {
		if p.pictures[i].kind.String() == name {
			return []string{p.pictures[i].name}
		}
	}
	return nil
}
