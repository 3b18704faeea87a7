package mapper

import (
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
)

// Trace tells how a field, a picture or the key of one record came by its
// value. It holds values of the row: it is for the person at the terminal, and
// never for a log or a file.
type Trace struct {
	Name  string `json:"name"`            // of the field or picture in the API, "key" for the key
	Cells []Cell `json:"cells,omitempty"` // what was read, as it stands in the source
	Steps []Step `json:"steps,omitempty"` // what changed it, in order; the last one's text is the value
	Value string `json:"value"`           // what the record holds, "" where it is left out
}

// Cell is the text of one column of a row.
type Cell struct {
	Column string `json:"column"`
	Text   string `json:"text"`
}

// Step is one thing that a rule of the mapping did to a value.
type Step struct {
	Rule   string `json:"rule"`             // as the mapping writes it: "lower", "date DD/MM/YYYY", "default"
	Text   string `json:"text"`             // after the step
	Failed bool   `json:"failed,omitempty"` // the rule does not know the value
}

// Explain makes a record of a row as Map does, and tells how: first the key,
// then the fields in the order of the API, then the pictures. It runs Map
// itself over rules that take notes, so what it tells is what happens. A row
// that could not be read has no traces. It may be called from many goroutines.
func (p *Plan) Explain(rec *kyc.Record) []Trace {
	noting, notes := *p, make([]note, len(p.fields))
	noting.fields = make([]field, len(p.fields))
	for i := range p.fields {
		notes[i].field = &p.fields[i]
		noting.fields[i] = notes[i].onField()
	}
	noting.Map(rec)
	if rec.Row.Fault != nil {
		return nil
	}
	cells := rec.Row.Cells
	traces := []Trace{p.keyTrace(rec)}
	for f := range kyc.NumFields {
		if trace, mapped := p.fieldTrace(f, notes, rec); mapped {
			traces = append(traces, trace)
		}
	}
	for i := range p.pictures {
		traces = append(traces, p.pictures[i].trace(cells, rec))
	}
	return traces
}

// note is what was seen while one field was filled.
type note struct {
	field *field
	steps []Step
	text  string // as it stood after the last step
	asked bool   // the source form was; it is not where the condition of the field does not hold
}

// step notes what a rule made of the text, unless it left it as it was.
func (n *note) step(rule, text string) {
	if text != n.text {
		n.steps = append(n.steps, Step{Rule: rule, Text: text})
		n.text = text
	}
}

// onField is the field with rules that take notes.
func (n *note) onField() field {
	f := *n.field
	if n.field.name != nil {
		f.name = func(cells []string) (string, int, doubt) {
			value, from, d := n.field.name(cells)
			n.named(cells, value)
			return value, from, d
		}
	} else {
		f.source = func(cells []string) (string, int) {
			value, from := n.field.read(cells, nil)
			n.read(cells, value)
			return value, from
		}
	}
	f.transforms = slices.Clone(n.field.transforms)
	for i := range f.transforms {
		t := &f.transforms[i]
		run := t.run
		t.run = func(s string) string {
			after := run(s)
			n.step(t.name, after)
			return after
		}
	}
	if n.field.judge != nil {
		f.dates = nil
		f.judge = func(s string) (string, verdict) {
			judged, v := n.field.judge(s)
			n.judged(s, judged, v)
			return judged, v
		}
	}
	return f
}

// read notes the value that the source form gave. What one column holds needs
// no rule to be told of.
func (n *note) read(cells []string, value string) {
	n.asked = true
	if n.field.rule.form == fromForm {
		n.text = cell(cells, n.field.columns[0])
		return
	}
	n.step(formKeys[n.field.rule.form-1], value)
}

// named notes the name that was made of what the columns hold.
func (n *note) named(cells []string, value string) {
	n.asked = true
	if n.field.rule.form == fromForm {
		n.text = cell(cells, n.field.columns[0])
	}
	n.step("name", value)
}

// judged notes what date, values, country or lookup made of a value. White space
// around the value is no matter to them.
func (n *note) judged(s, judged string, v verdict) {
	rule := n.field.rule.judgeName(s)
	if v == accepted {
		n.step(rule, judged)
		return
	}
	n.steps = append(n.steps, Step{Rule: rule, Failed: true})
	n.text = ""
	switch n.field.otherwise {
	case omitField:
		n.steps = append(n.steps, Step{Rule: "otherwise omit"})
	case useValue:
		n.step("otherwise", n.field.other)
	case rejectRow:
	}
}

// judgeName is the step that decides on a value, as the mapping writes it.
func (r *rule) judgeName(s string) string {
	_, listed := r.values[s]
	switch {
	case listed:
		return "values"
	case r.country:
		return "country"
	case r.lookup != nil:
		return "lookup"
	case r.layouts == nil:
		return "values"
	}
	for i := range r.layouts {
		l := &r.layouts[i]
		if w, fits := l.scan(s); fits && (l.short || l.calendar != nil || w.exists()) {
			return "date " + l.name()
		}
	}
	if _, v := readISO(s); v == accepted {
		return "date YYYY-MM-DD"
	}
	return "date " + layoutTexts(r.layouts)
}

// fieldTrace tells of one field; a constant has no notes.
func (p *Plan) fieldTrace(f kyc.Field, notes []note, rec *kyc.Record) (Trace, bool) {
	t := Trace{Name: f.String(), Value: rec.Submission[f]}
	for i := range notes {
		n := &notes[i]
		if n.field.field != f {
			continue
		}
		for at, column := range n.field.columns {
			t.Cells = append(t.Cells, Cell{n.field.names[at], rawCell(rec.Row.Cells, column)})
		}
		if n.asked && n.field.empties(rec.Row.Cells) {
			n.steps = slices.Insert(n.steps, 0, Step{Rule: "empty"})
		}
		if n.field.when != nil && !n.asked {
			n.steps = append(n.steps, Step{Rule: "when"})
		}
		if blank(n.text) && n.field.fallback != "" && t.Value == n.field.fallback {
			n.step("default", t.Value)
		}
		t.Steps = n.steps
		return t, true
	}
	if p.mapped[f] {
		t.Steps = []Step{{Rule: "const", Text: t.Value}}
	}
	return t, p.mapped[f]
}

// empties reports whether a cell of the field has no value by its mapping.
func (f *field) empties(cells []string) bool {
	return slices.ContainsFunc(f.columns, func(column int) bool { return f.nothing[trimmed(rawCell(cells, column))] })
}

// rawCell is the text of a column as it stands, "" where the row is too short.
func rawCell(cells []string, column int) string {
	if column >= len(cells) {
		return ""
	}
	return cells[column]
}

func (p *Plan) keyTrace(rec *kyc.Record) Trace {
	t := Trace{Name: "key", Value: rec.Key.String()}
	for i, column := range p.key {
		t.Cells = append(t.Cells, Cell{p.keyNames[i], rawCell(rec.Row.Cells, column)})
	}
	if len(t.Cells) == 1 && rec.Key.Known() && t.Value != t.Cells[0].Text {
		t.Steps = []Step{{Rule: "trim", Text: t.Value}}
		if t.Value != strings.TrimSpace(t.Cells[0].Text) {
			t.Steps[0].Rule = "nfc"
		}
	}
	return t
}

func (p *picture) trace(cells []string, rec *kyc.Record) Trace {
	t := Trace{Name: p.kind.String(), Cells: []Cell{{p.name, rawCell(cells, p.column)}}, Value: rec.Pictures[p.kind].Path}
	switch {
	case t.Value != "" && t.Value != t.Cells[0].Text:
		t.Steps = []Step{{Rule: "path", Text: t.Value}}
	case t.Value == "" && p.when != nil:
		if holds, err := p.when.holds(cells, nil); err != nil || !holds {
			t.Steps = []Step{{Rule: "when"}}
		}
	}
	return t
}
