package mapper

import (
	"fmt"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"kycmigrate/internal/kyc"
)

// maxTests bounds the tests of a mapping, whose rows are taken over from one
// to the next.
const maxTests = 1000

var testKeys = []string{"name", "like", "row", "as_of", "want", "excluded", "issues"}

// tests reads the tests of the mapping. It comes last: which columns a row may
// have is known when everything else was read.
func (d *decoder) tests(n *yaml.Node) {
	list := follow(n)
	if list.Kind != yaml.SequenceNode {
		d.add(positionOf(n), "tests must be a list", "write each test as - {name: …, row: {COLUMN: …}, want: {email: …}}")
		return
	}
	columns := d.m.Columns()
	if len(d.list) > 0 {
		columns = nil // not all of them may be known
	}
	for i, item := range list.Content {
		if i == maxTests {
			d.add(positionOf(item), fmt.Sprintf("the mapping has more than %d tests", maxTests), "remove some: they are read whenever the mapping is")
			return
		}
		d.test(item, columns)
	}
}

// test reads one test. columns are those that its row may have, nil for any.
func (d *decoder) test(n *yaml.Node, columns []string) {
	parts, ok := d.block(n, "a test", "{name: …, row: {COLUMN: …}, want: {email: …}}", testKeys)
	if !ok {
		return
	}
	t := Test{Place: positionOf(n).in(d.path)}
	t.excludedAt = t.Place
	d.testName(&t, n, parts)
	if e, ok := parts["like"]; ok {
		d.testLike(&t, e.value)
	}
	if e, ok := parts["row"]; ok {
		d.testRow(&t, e.value, columns)
	} else if len(t.cells) == 0 {
		d.add(positionOf(n), "a test has no row", "add row: {COLUMN: VALUE}, or like: with the name of an earlier test")
	}
	if e, ok := parts["as_of"]; ok {
		d.testDay(&t, e.value)
	}
	if e, ok := parts["want"]; ok {
		d.testWant(&t, e.value)
	}
	if e, ok := parts["excluded"]; ok {
		d.testExcluded(&t, e.value)
	}
	if e, ok := parts["issues"]; ok {
		d.testIssues(&t, e.value)
	}
	if anyOf(parts, []string{"want", "excluded", "issues"}) == "" {
		d.add(positionOf(n), "a test expects nothing", "add want: {email: …}, excluded: CODE or issues: [CODE]")
	}
	d.m.tests = append(d.m.tests, t)
}

// testName reads the name, by which a test is reported and others refer to it.
func (d *decoder) testName(t *Test, n *yaml.Node, parts map[string]entry) {
	e, ok := parts["name"]
	if !ok {
		d.add(positionOf(n), "a test has no name", "add name: with what it shows, such as: an unknown country rejects")
		return
	}
	if t.Name, ok = d.word(e.value, "name"); ok && d.testNamed(t.Name) != nil {
		d.add(positionOf(e.value), "two tests have the name "+quote(t.Name), "give each its own")
	}
}

func (d *decoder) testNamed(name string) *Test {
	for i := range d.m.tests {
		if d.m.tests[i].Name == name {
			return &d.m.tests[i]
		}
	}
	return nil
}

// testLike takes over the row of an earlier test, and the day that it is judged by.
func (d *decoder) testLike(t *Test, n *yaml.Node) {
	name, ok := d.word(n, "like")
	if !ok {
		return
	}
	other := d.testNamed(name)
	if other == nil {
		names := make([]string, len(d.m.tests))
		for i := range d.m.tests {
			names[i] = d.m.tests[i].Name
		}
		fix := "name a test that stands above this one"
		if near := nearest(name, names); near != "" {
			fix = `did you mean "` + near + `"?`
		}
		d.add(positionOf(n), "no earlier test has the name "+quote(name), fix)
		return
	}
	t.cells, t.AsOf = append(t.cells, other.cells...), other.AsOf
}

// testDay reads the day that the row is judged by.
func (d *decoder) testDay(t *Test, n *yaml.Node) {
	s, ok := d.word(n, "as_of")
	if !ok {
		return
	}
	day, v := readISO(s)
	if v != accepted {
		d.add(positionOf(n), "as_of cannot be "+quote(s), "write a day of the calendar as YYYY-MM-DD")
		return
	}
	t.AsOf = time.Date(day.year, time.Month(day.month), day.day, 0, 0, 0, 0, time.UTC)
}

// testRow reads the cells. A column of the test that it is like is written
// over.
func (d *decoder) testRow(t *Test, n *yaml.Node, columns []string) {
	list, _ := d.entries(n, "row", "{COLUMN: VALUE}")
	for _, e := range list {
		if columns != nil && !hasColumn(columns, e.name) {
			fix := "write a column that the mapping reads: " + strings.Join(columns, ", ")
			if near := nearest(e.name, columns); near != "" {
				fix = `did you mean "` + near + `"?`
			}
			d.m.unread.add(positionOf(e.key), "the mapping reads no column "+quote(e.name), fix)
		}
		if text, ok := d.cellText(e); ok {
			t.setCell(foldColumn(e.name), text)
		}
	}
}

func hasColumn(columns []string, name string) bool {
	for _, c := range columns {
		if foldColumn(c) == foldColumn(name) {
			return true
		}
	}
	return false
}

// cellText is the text beside a key; nothing is an empty cell.
func (d *decoder) cellText(e entry) (string, bool) {
	if isNull(e.value) {
		return "", true
	}
	return d.text(e.value, quote(e.name))
}

func (d *decoder) testWant(t *Test, n *yaml.Node) {
	list, _ := d.entries(n, "want", "{email: ann@example.org}")
	for _, e := range list {
		if !isTarget(e.name) {
			problem, fix := unknown("field", e.name, targetNames())
			d.add(positionOf(e.key), problem, fix)
			continue
		}
		if text, ok := d.cellText(e); ok {
			t.wants = append(t.wants, want{e.name, text, positionOf(e.key).in(d.path)})
		}
	}
}

// isTarget reports whether a record has a field or a picture of the name.
func isTarget(name string) bool { return contains(targetNames(), name) }

func targetNames() []string {
	names := kyc.FieldNames()
	for k := range kyc.NumImages {
		names = append(names, k.String())
	}
	return names
}

// testExcluded reads the code of the rule of exclude that leaves the row out.
func (d *decoder) testExcluded(t *Test, n *yaml.Node) {
	t.excludedAt = positionOf(n).in(d.path)
	code, ok := d.word(n, "excluded")
	if !ok {
		return
	}
	codes := make([]string, len(d.m.exclusions))
	for i := range d.m.exclusions {
		codes[i] = d.m.exclusions[i].code
	}
	if t.excluded = code; !contains(codes, code) {
		problem, fix := unknown("code of exclude", code, codes)
		d.add(positionOf(n), problem, fix)
	}
}

// testIssues reads the codes; an empty list stands for none.
func (d *decoder) testIssues(t *Test, n *yaml.Node) {
	t.exact, t.issuesPlace = true, positionOf(n).in(d.path)
	if list := follow(n); list.Kind == yaml.SequenceNode && len(list.Content) == 0 {
		return
	}
	for _, code := range d.words(n, "issues") {
		t.codes = append(t.codes, code.text)
	}
}
