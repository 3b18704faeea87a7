package mapper

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"kycmigrate/internal/kyc"
)

// Test is one test of a mapping, as it stands in the mapping's own file: a row,
// and what is to become of it.
type Test struct {
	Name  string
	Place string // file:line:col
	// AsOf is the day that the row is judged by, zero where the test does not say.
	AsOf time.Time

	cells       []testCell
	wants       []want
	excluded    string   // code of the rule of exclude, "" for a record that is not
	excludedAt  string   // place of what is wanted of it
	codes       []string // of the issues
	exact       bool     // the issues are exactly those of codes
	issuesPlace string
}

type testCell struct{ column, text string } // column folded

// want is the value that a field or picture must have, "" where it must be
// left out.
type want struct{ name, text, place string }

// Mismatch is one thing in which a record is not what a test wants. Its texts
// come from the mapping file.
type Mismatch struct {
	Place string `json:"place"` // file:line:col of what is wanted
	What  string `json:"what"`  // the field or picture, "excluded" or "issues"
	Want  string `json:"want"`
	Got   string `json:"got"`
}

// Tests are the tests of the mapping, in the order of its file.
func (m *Mapping) Tests() []Test { return slices.Clone(m.tests) }

// TestPlan ties the mapping to the columns that rows of tests have: all those
// that it reads. Fields that read other columns of a row see them empty. today
// decides the century of two-digit years. It is an *Error where a row has a column
// that the mapping does not read: the name may be wrong here, or in a field, and
// only a source can tell.
func (m *Mapping) TestPlan(today time.Time) (*Plan, error) {
	m.unread.path = m.Path
	if err := m.unread.err(); err != nil {
		return nil, err
	}
	as := *m
	as.today = today
	return as.Compile(m.Columns())
}

func (t *Test) setCell(column, text string) {
	i := slices.IndexFunc(t.cells, func(c testCell) bool { return c.column == column })
	if i < 0 {
		t.cells = append(t.cells, testCell{column, text})
		return
	}
	t.cells[i].text = text
}

// Run maps the row of the test by a plan of TestPlan, has check judge the
// record, and tells in what the record is not as wanted.
func (t *Test) Run(p *Plan, check func(*kyc.Record)) []Mismatch {
	rec := &kyc.Record{Row: t.row(p)}
	p.Map(rec)
	check(rec)
	var wrong []Mismatch
	for _, w := range t.wants {
		if got := valueOf(rec, w.name); got != w.text {
			wrong = append(wrong, Mismatch{w.place, w.name, w.text, got})
		}
	}
	if rec.Excluded != t.excluded {
		byNone := func(code string) string { return cmp.Or(code, "by no rule") }
		return append(wrong, Mismatch{t.excludedAt, "excluded", byNone(t.excluded), byNone(rec.Excluded)})
	}
	return append(wrong, t.judgeIssues(rec)...)
}

func (t *Test) row(p *Plan) *kyc.Row {
	cells := make([]string, len(p.columns))
	for i, name := range p.columns {
		for _, c := range t.cells {
			if c.column == foldColumn(name) {
				cells[i] = c.text
			}
		}
	}
	return &kyc.Row{Origin: kyc.Origin{File: t.Place}, Cells: cells}
}

// valueOf is the value of a field or picture of a record.
func valueOf(rec *kyc.Record, name string) string {
	if f, ok := kyc.FieldByName(name); ok {
		return rec.Submission[f]
	}
	if k, ok := kyc.ImageByName(name); ok {
		return rec.Pictures[k].Path
	}
	return ""
}

// judgeIssues holds the codes of the record against those wanted. A test that
// names none is of a row that is good to send, whatever is warned about.
func (t *Test) judgeIssues(rec *kyc.Record) []Mismatch {
	got, rejects := issueNames(rec.Issues)
	switch {
	case t.exact && !slices.Equal(sortedSet(t.codes), sortedSet(codesOf(rec.Issues))):
		return []Mismatch{{t.issuesPlace, "issues", strings.Join(sortedSet(t.codes), ", "), got}}
	case !t.exact && rejects != "":
		return []Mismatch{{t.Place, "issues", "none that rejects", rejects}}
	}
	return nil
}

// issueNames lists issues by code and field, all of them and those that reject.
func issueNames(issues []kyc.Issue) (all, rejects string) {
	var every, bad []string
	for i := range issues {
		name := issues[i].Code
		if issues[i].Field != "" {
			name += " (" + issues[i].Field + ")"
		}
		every = append(every, name)
		if issues[i].Severity == kyc.Reject {
			bad = append(bad, name)
		}
	}
	return strings.Join(every, ", "), strings.Join(bad, ", ")
}

func codesOf(issues []kyc.Issue) []string {
	codes := make([]string, len(issues))
	for i := range issues {
		codes[i] = issues[i].Code
	}
	return codes
}

func sortedSet(list []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(list)))
}
