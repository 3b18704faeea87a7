package mapper

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"kycmigrate/internal/text"
)

// Compile ties the mapping to the columns of a source. Columns that the source
// does not have come back at once as an *Error.
func (m *Mapping) Compile(columns []string) (*Plan, error) {
	c := &compiler{
		problems: problems{path: m.Path},
		index:    make(map[string]int, len(columns)),
		found:    make(map[string]bool),
		plan: &Plan{
			columns: append([]string(nil), columns...),
			used:    make([]bool, len(columns)),
			drop:    m.DropBadImages,
		},
	}
	for i, name := range columns {
		name = foldColumn(name)
		if _, taken := c.index[name]; !taken {
			c.index[name] = i
		}
	}
	c.key(m.keys)
	for i := range m.rules {
		c.rule(m, &m.rules[i])
	}
	c.pictures(m.pictures)
	c.exclusions(m.exclusions)
	c.own(m.own)
	c.tellMissing()
	if err := c.err(); err != nil {
		return nil, err
	}
	return c.plan, nil
}

type compiler struct {
	problems
	index   map[string]int
	plan    *Plan
	found   map[string]bool // columns that were asked for, and whether they are there
	missing []column        // the places that ask for one that is not
}

// foldColumn is what two spellings of one column name have in common.
func foldColumn(name string) string { return norm.NFC.String(strings.TrimSpace(name)) }

// column finds a column of the source.
func (c *compiler) column(want column) int {
	name := foldColumn(want.text)
	i, ok := c.index[name]
	c.found[name] = ok
	if !ok {
		c.missing = append(c.missing, want)
		return 0
	}
	c.plan.used[i] = true
	return i
}

const (
	mostToName = 40 // columns in a message
	leastLost  = 4  // columns of which nothing like them is there, where the file is another one
)

// tellMissing tells which columns the source does not have: each with its place, or,
// where most are not there, that this is another file. The names of a source whose
// first line is no header are values of a person, and are not told.
func (c *compiler) tellMissing() {
	names, lost := c.plan.columns, 0
	for name, there := range c.found {
		if !there && nearest(name, names) == "" {
			lost++
		}
	}
	values := slices.ContainsFunc(names, text.IsValueLike)
	if lost >= leastLost && lost*2 > len(c.found) {
		fix := "is this the file that the mapping was written for?"
		switch {
		case values:
			fix = "its first line looks like a record: if it has no header, state header: none in the source block"
		case len(names) == 1:
			fix = "it has a single column: is its delimiter the one that the source block states?"
		case len(names) <= mostToName:
			fix += " its columns are: " + listed(names)
		}
		c.add(c.missing[0].at, fmt.Sprintf("the source has nothing like %d of the %d columns that the mapping reads", lost, len(c.found)), fix)
		return
	}
	for _, want := range c.missing {
		fix := "check the header of the source"
		if open := openBrace(want.text); open != "" {
			fix = open
		} else if near := nearest(want.text, names); near != "" && !values {
			fix = `did you mean "` + near + `"?`
		} else if n := len(names); n > 0 && n <= mostToName && !values {
			fix = "its columns are: " + listed(names)
		}
		c.add(want.at, "the source has no column "+quote(want.text), fix)
	}
}

// listed shows names behind each other.
func listed(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = strings.Trim(quote(name), `"`)
	}
	return strings.Join(quoted, ", ")
}

func (c *compiler) columns(want []column) []int {
	list := make([]int, len(want))
	for i := range want {
		list[i] = c.column(want[i])
	}
	return list
}

func (c *compiler) key(keys []column) {
	c.plan.key = c.columns(keys)
	c.plan.keyNames = make([]string, len(keys))
	for i := range keys {
		c.plan.keyNames[i] = keys[i].text
	}
}

func (c *compiler) rule(m *Mapping, r *rule) {
	c.plan.mapped[r.field] = true
	if r.form == constForm && r.when == nil {
		c.plan.fixed[r.field] = r.constant
		return
	}
	f := field{
		field: r.field, columns: c.columns(r.columns),
		fallback: r.fallback, otherwise: r.otherwise, other: r.other,
		layouts: layoutTexts(r.layouts), when: c.bind(r.when), lookup: r.lookup, rule: r, steps: stepsOf(r),
	}
	f.names = make([]string, len(r.columns))
	for i := range r.columns {
		f.names[i] = r.columns[i].text
	}
	switch {
	case r.name != nil:
		f.name, f.unclear = nameSourceOf(r, f.columns), r.name.unclear
	case r.form == fromForm:
		f.column = f.columns[0]
	default:
		f.source = sourceOf(r, f.columns, nil)
	}
	f.kept = r.name == nil && r.form != exprForm && r.form != constForm
	for _, word := range r.nothing {
		if f.nothing == nil {
			f.nothing = make(map[string]bool, len(r.nothing))
		}
		f.nothing[word] = true
	}
	for _, name := range r.transforms {
		f.transforms = append(f.transforms, transformByName(name))
	}
	f.judge = judgeOf(r, m)
	if r.layouts != nil && r.values == nil {
		f.dates = datesFor(r, m)
	}
	c.plan.fields = append(c.plan.fields, f)
}

// bind ties an expression to the columns; nil stays nil.
func (c *compiler) bind(x *expression) *bound {
	if x == nil {
		return nil
	}
	return &bound{expression: x, at: c.columns(x.columns)}
}

// layoutTexts names the layouts that a date may have, for issues.
func layoutTexts(layouts []layout) string {
	texts := make([]string, 0, len(layouts)+1)
	for _, l := range layouts {
		if l.name() != isoLayout.text {
			texts = append(texts, l.name())
		}
	}
	return strings.Join(append(texts, isoLayout.text), " or ")
}

func (c *compiler) pictures(rules []pictureRule) {
	for _, r := range rules {
		c.plan.pictures = append(c.plan.pictures, picture{r.kind, c.column(r.column), r.column.text, r.strip, c.bind(r.when)})
	}
}

// source reads a value from the cells of a row. from is the place of the one
// column it came from in the rule's list, several where it came from more, or
// failed where it has no value because an expression cannot be evaluated.
type source func(cells []string) (value string, from int)

// sourceOf compiles a source form. What it puts together goes into made.
func sourceOf(r *rule, columns []int, made *texts) source {
	switch r.form {
	case fromForm:
		column := columns[0]
		return func(cells []string) (string, int) { return cell(cells, column), 0 }
	case firstForm:
		return firstOf(columns)
	case joinForm:
		return joinOf(columns, r.with, made)
	case templateForm:
		return templateOf(columns, r.literals, made)
	case exprForm:
		return expressionOf(&bound{expression: r.expression, at: columns})
	case constForm:
		return func([]string) (string, int) { return r.constant, several }
	}
	panic(fmt.Sprintf("mapper: source form %d is not compiled", r.form))
}

// Where a value came from, if not from one column.
const (
	several = -1
	failed  = -2
)

func expressionOf(x *bound) source {
	from := several
	if len(x.at) == 1 {
		from = 0
	}
	return func(cells []string) (string, int) {
		s, err := x.text(cells)
		if err != nil {
			return "", failed
		}
		return s, from
	}
}

// cell returns the value of a column, "" where the row is too short or the
// cell has only white space.
func cell(cells []string, column int) string {
	if column >= len(cells) {
		return ""
	}
	if s := cells[column]; s == "" || !mayBeEdge[s[0]] {
		return s
	}
	return unlessBlank(cells[column])
}

func unlessBlank(s string) string {
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return s
}

func firstOf(columns []int) source {
	return func(cells []string) (string, int) {
		for i, column := range columns {
			if s := cell(cells, column); s != "" {
				return s, i
			}
		}
		return "", 0
	}
}

func joinOf(columns []int, with string, made *texts) source {
	return func(cells []string) (string, int) {
		only, from, count, size := "", several, 0, 0
		for i, column := range columns {
			if s := cell(cells, column); s != "" {
				only, from = s, i
				count, size = count+1, size+len(with)+len(s)
			}
		}
		if count < 2 {
			return only, from
		}
		out, at := made.room(size)
		for _, column := range columns {
			if s := cell(cells, column); s != "" {
				if out.Len() > at {
					out.WriteString(with)
				}
				out.WriteString(s)
			}
		}
		return out.String()[at:], several
	}
}

func templateOf(columns []int, literals []string, made *texts) source {
	from := several
	if len(columns) == 1 {
		from = 0
	}
	return func(cells []string) (string, int) {
		size := len(literals[0])
		for i, column := range columns {
			s := cell(cells, column)
			if s == "" {
				return "", from
			}
			size += len(s) + len(literals[i+1])
		}
		out, at := made.room(size)
		out.WriteString(literals[0])
		for i, column := range columns {
			out.WriteString(cell(cells, column))
			out.WriteString(literals[i+1])
		}
		return out.String()[at:], from
	}
}

// judge turns a value into what the field takes, or says why it cannot.
type judge func(string) (string, verdict)

func datesFor(r *rule, m *Mapping) *dates {
	d := &dates{layouts: r.layouts, century: centuryOf(r.field, m.today), national: anyNational(r.layouts), almanac: almanac()}
	if first := &r.layouts[0]; !d.national && !first.short {
		d.fixed = first.fixed
	}
	return d
}

// judgeOf returns the rule's judging step, nil where it has none.
func judgeOf(r *rule, m *Mapping) judge {
	var step judge
	switch {
	case r.layouts != nil:
		step = datesFor(r, m).read
	case r.country:
		step = loadCountries().find
	case r.lookup != nil:
		step = r.lookup.find
	}
	if r.values == nil {
		return step
	}
	return func(s string) (string, verdict) {
		if meaning, ok := r.values[s]; ok {
			return meaning, accepted
		}
		if step != nil {
			return step(s)
		}
		return "", valueUnknown
	}
}
