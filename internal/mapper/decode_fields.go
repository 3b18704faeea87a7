package mapper

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"kycmigrate/internal/kyc"
)

// form is where a field's value comes from.
type form uint8

const (
	noForm form = iota
	fromForm
	joinForm
	firstForm
	constForm
	templateForm
	exprForm
	nameForm
)

// otherwise is what happens to a value that date, values or country does not
// know.
type otherwise uint8

const (
	rejectRow otherwise = iota
	omitField
	useValue
)

// rule is one field of the mapping, checked but not yet tied to columns.
type rule struct {
	field      kyc.Field
	at         position
	form       form
	columns    []column // of from, join, first, template and expr, in order
	with       string   // between the parts of join
	literals   []string // of template: one before each column and one after the last
	constant   string
	expression *expression // of expr
	when       *expression // nil where the field is filled in every row
	name       *naming     // nil without name
	nothing    []string    // of empty: cells that have no value
	transforms []string
	layouts    []layout
	values     map[string]string // nil without values
	country    bool
	lookup     *lookup
	fallback   string // default; "" without one
	otherwise  otherwise
	other      string // the value of otherwise
}

// judges reports whether the rule can fail to know a value.
func (r *rule) judges() bool {
	return r.layouts != nil || r.values != nil || r.country || r.lookup != nil
}

var fieldKeys = []string{"from", "join", "with", "first", "const", "template", "expr", "name", "when", "empty", "transform", "date", "values", "country", "lookup", "default", "otherwise"}

var formKeys = []string{"from", "join", "first", "const", "template", "expr"}

func (d *decoder) fields(e entry) {
	list, ok := d.entries(e.value, "fields", "{email: {from: email}}")
	if !ok {
		return
	}
	mistyped := make([]entry, 0)
	for _, e := range list {
		f, known := kyc.FieldByName(e.name)
		if !known {
			d.unknownField(e)
			mistyped = append(mistyped, e)
			continue
		}
		d.field(f, e)
	}
	for _, e := range mistyped {
		f, known := kyc.FieldByName(nearest(e.name, kyc.FieldNames()))
		if known && !d.m.Maps(f) {
			d.field(f, e)
		}
	}
	d.unmapped(positionOf(e.key))
}

func (d *decoder) field(f kyc.Field, e entry) {
	if r, ok := d.rule(f, e); ok {
		d.m.rules = append(d.m.rules, r)
	}
}

func (d *decoder) unknownField(e entry) {
	if _, picture := kyc.ImageByName(e.name); picture {
		d.add(positionOf(e.key), e.name+" is a picture, not a field", "move it to images, beside fields")
		return
	}
	if contains(topKeys, e.name) {
		d.add(positionOf(e.key), e.name+" is not a field of a record", "move it to the top level, beside fields")
		return
	}
	problem, fix := unknown("field", e.name, kyc.FieldNames())
	d.add(positionOf(e.key), problem, fix)
}

// unmapped warns about fields without which no record can be sent. A mapping
// in the making may lack them, and preview shows it all the same.
func (d *decoder) unmapped(at position) {
	for f := range kyc.NumFields {
		if f.Info().Need == kyc.Required && !d.m.Maps(f) {
			d.warn(at, "the required field "+f.String()+" is not mapped, so every row will be rejected", "add "+f.String()+" to fields")
		}
	}
}

// rule reads one field.
func (d *decoder) rule(f kyc.Field, e entry) (rule, bool) {
	what := "fields." + e.name
	parts, ok := d.block(e.value, what, "{from: COLUMN}", fieldKeys)
	if !ok {
		return rule{}, false
	}
	before := len(d.list)
	r := rule{field: f, at: positionOf(e.key), with: " "}
	d.form(&r, what, parts)
	d.joinWith(&r, parts)
	if e, ok := parts["when"]; ok {
		r.when = d.expression(e.value, what+".when", aTruth, ofRow)
	}
	d.personName(&r, what, parts)
	d.steps(&r, parts)
	d.endings(&r, parts)
	// A field with a problem still counts as mapped, so that one mistake is
	// told once.
	return r, r.form != noForm || len(d.list) > before
}

// form reads the one source form.
func (d *decoder) form(r *rule, what string, parts map[string]entry) {
	given := make([]entry, 0, 1)
	for _, name := range formKeys {
		if e, ok := parts[name]; ok {
			given = append(given, e)
		}
	}
	if len(given) == 0 {
		if _, named := parts["name"]; named {
			return // which may name columns
		}
		d.add(r.at, what+" does not say where its value comes from", "add one of "+strings.Join(formKeys, ", ")+", or name with given and family")
		return
	}
	for _, e := range given[1:] {
		d.add(positionOf(e.key), what+" has both "+given[0].name+" and "+e.name, "keep one of them")
	}
	d.readForm(r, given[0])
	if r.form == constForm {
		d.constAlone(parts)
	}
}

func (d *decoder) readForm(r *rule, e entry) {
	switch e.name {
	case "from":
		r.form = fromForm
		if s, ok := d.word(e.value, "from"); ok {
			r.columns = []column{{s, positionOf(e.value)}}
		}
	case "join":
		r.form, r.columns = joinForm, d.words(e.value, "join")
	case "first":
		r.form, r.columns = firstForm, d.words(e.value, "first")
	case "const":
		r.form = constForm
		r.constant = d.stated(r.field, e.value, "const")
	case "template":
		r.form = templateForm
		d.template(r, e.value)
	default:
		d.exprForm(r, e)
	}
}

// exprForm reads an expression, whose result is the value.
func (d *decoder) exprForm(r *rule, e entry) {
	r.form = exprForm
	what := "fields." + r.field.String() + ".expr"
	if r.expression = d.expression(e.value, what, aText, ofRow); r.expression == nil {
		return
	}
	if r.columns = r.expression.columns; len(r.columns) == 0 {
		d.add(positionOf(e.value), what+" asks for no column", "write row['COLUMN'] for a column of the source, or use const")
	}
}

// constAlone: a constant is final, so nothing may follow it but what stands
// where the condition does not hold.
func (d *decoder) constAlone(parts map[string]entry) {
	for _, name := range fieldKeys {
		_, conditional := parts["when"]
		if conditional && (name == "when" || name == "default") {
			continue
		}
		if e, ok := parts[name]; ok && !contains(formKeys, name) {
			d.add(positionOf(e.key), name+" does nothing beside const", "write the final value as const and remove "+name)
		}
	}
}

// joinWith reads the text between the parts of join, one space unless stated.
func (d *decoder) joinWith(r *rule, parts map[string]entry) {
	e, ok := parts["with"]
	if !ok {
		return
	}
	if r.form != joinForm && r.form != constForm {
		d.add(positionOf(e.key), "with belongs to join", "remove it, or write join: [COLUMN, COLUMN]")
		return
	}
	if s, ok := d.text(e.value, "with"); ok {
		r.with = s
	}
}

// stated reads a value that the mapping itself gives a field, which must be
// one that the field can take.
func (d *decoder) stated(f kyc.Field, n *yaml.Node, what string) string {
	s, ok := d.word(n, what)
	if ok {
		d.checkStated(f, positionOf(n), s)
	}
	return s
}

// What the fields of these kinds can be.
var (
	decisions = []string{"approved", "rejected"}
	genders   = []string{"female", "male"}
)

func (d *decoder) checkStated(f kyc.Field, at position, s string) {
	switch f.Info().Kind {
	case kyc.KindDecision:
		d.oneOf(f, at, s, decisions)
	case kyc.KindGender:
		d.oneOf(f, at, s, genders)
	case kyc.KindCountry:
		if !kyc.IsAlpha3(s) {
			d.add(at, f.String()+" cannot be "+quote(s), "write an ISO 3166-1 alpha-3 code in capitals, such as KOR")
		}
	case kyc.KindDate:
		if _, verdict := readISO(s); verdict != accepted {
			d.add(at, f.String()+" cannot be "+quote(s), "write a day of the calendar as YYYY-MM-DD")
		}
	case kyc.KindDocument:
		if !kyc.IsIDType(s) {
			problem, fix := unknown("document type", s, kyc.IDTypes())
			d.warn(at, problem+", which the ARGOS reference does not list", fix)
		}
	}
}

func (d *decoder) oneOf(f kyc.Field, at position, s string, allowed []string) {
	if contains(allowed, s) {
		return
	}
	fix := "write " + strings.Join(allowed, " or ")
	if near := nearest(s, allowed); near != "" {
		fix = `did you mean "` + near + `"?`
	}
	d.add(at, f.String()+" cannot be "+quote(s), fix)
}

// template reads "case-{case_no}", which must name a column.
func (d *decoder) template(r *rule, n *yaml.Node) {
	s, ok := d.text(n, "template")
	if !ok {
		return
	}
	if r.columns, r.literals, ok = d.braces(n, "template", s); ok && len(r.columns) == 0 {
		d.add(positionOf(n), "template names no column", "put a column in braces, such as {case_no}, or use const")
	}
}

// braces splits "case-{case_no}" into columns and the literals around them: one
// before each column and one after the last.
func (d *decoder) braces(n *yaml.Node, what, s string) (columns []column, literals []string, ok bool) {
	var literal strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case strings.HasPrefix(s[i:], "{{"), strings.HasPrefix(s[i:], "}}"):
			literal.WriteByte(s[i])
			i++
		case s[i] == '{':
			name, _, closed := strings.Cut(s[i+1:], "}")
			switch {
			case !closed:
				d.add(positionOf(n), what+" "+quote(s)+" opens "+quote("{"+name)+" and does not close it", "write } behind the name of the column, or {{ where the sign itself is meant")
				return nil, nil, false
			case strings.TrimSpace(name) == "":
				d.add(positionOf(n), what+" "+quote(s)+" has braces without a name", "write the name of a column in them, or {{ and }} where the signs themselves are meant")
				return nil, nil, false
			}
			columns = append(columns, column{strings.TrimSpace(name), positionOf(n)})
			literals = append(literals, literal.String())
			literal.Reset()
			i += len(name) + 1
		case s[i] == '}':
			d.add(positionOf(n), what+" "+quote(s)+" closes "+quote(lastWord(s[:i])+"}")+" and does not open it", "write { before the name of the column, or }} where the sign itself is meant")
			return nil, nil, false
		default:
			literal.WriteByte(s[i])
		}
	}
	return columns, append(literals, literal.String()), true
}

// lastWord is the end of a text from its last brace or space on.
func lastWord(s string) string { return s[strings.LastIndexAny(s, "{} ")+1:] }
