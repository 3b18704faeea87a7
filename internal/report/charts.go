package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kycmigrate/internal/kyc"
)

// charts is everything that is drawn. Each chart is a table with bars in it, or
// has one beside it, so that nothing is told by a picture alone.
type charts struct {
	Of                     int64 // the records that were read and not excluded
	ByRule, ByColumn       []issueBar
	ByRuleCut, ByColumnCut int
	Documents              []documentLine
	Decisions              []string // columns of Documents
	Countries              *matrix  // nil where no record has values
	Kinds                  []kindLine
	KindsCut               int
	Fields                 []fieldLine
	Empty                  []string // optional fields that no record has
	Dates                  []timeline
	OtherDates             int64
	Expiry                 []expiryLine
}

func (f *Fold) charts(read int64) charts {
	lines := f.issueLines()
	c := charts{Of: read, OtherDates: f.jsonDates().Other}
	c.ByRule, c.ByRuleCut = issueBars(lines, func(l *issueLine) string { return l.Code })
	c.ByColumn, c.ByColumnCut = issueBars(lines, func(l *issueLine) string {
		return cmp.Or(l.Column, l.Field, "whole row")
	})
	kinds := f.sortedKinds()
	c.Documents, c.Decisions = documents(kinds)
	c.Countries = countryMatrix(kinds)
	c.Kinds, c.KindsCut = kindLines(kinds, read)
	c.Fields, c.Empty = f.fieldLines(read)
	c.Dates = f.timelines()
	c.Expiry = f.expiryLines()
	return c
}

type fieldLine struct {
	Name        string
	Need        string
	Columns     string
	Filled, Bar int64
}

var needWords = map[kyc.Need]string{kyc.Required: "required", kyc.Disputed: "required by some versions", kyc.Optional: "optional"}

// fieldLines lists the fields that a record has, must have or that the mapping
// feeds, and the names of the others. There are none where no record came with
// values.
func (f *Fold) fieldLines(read int64) (lines []fieldLine, empty []string) {
	if f.census.records == 0 {
		return nil, nil
	}
	for field := range kyc.NumFields {
		n, need := f.census.filled[field], field.Info().Need
		columns := f.columnsOf(field.String())
		if n == 0 && need == kyc.Optional && len(columns) == 0 {
			if field.String() != f.marker() {
				empty = append(empty, field.String())
			}
			continue
		}
		lines = append(lines, fieldLine{field.String(), needWords[need], strings.Join(columns, ", "), n, bar(n, read)})
	}
	return lines, empty
}

// marker is the field that carries the mark of a record, which no column feeds; "" for none.
func (f *Fold) marker() string { return factOf(f.meta.Options, MarkerOption) }

// bar is the length of a bar for n of all, at least visible if n is not zero.
func bar(n, all int64) int64 {
	if n <= 0 || all <= 0 {
		return 0
	}
	return min(barWidth, max(4, n*barWidth/all))
}

// documentLine is a document type by decision.
type documentLine struct {
	IDType string
	Rows   int64
	Cells  []int64
	Parts  []segment
}

// decisionKeys name the colours of the decisions.
var decisionKeys = map[string]string{"approved": "approved", "rejected": "declined", other: "other", "": "none"}

// documents counts document types by decision, the commonest first.
func documents(kinds []kindTally) (lines []documentLine, heads []string) {
	order := []string{"approved", "rejected", other, ""}
	sums := map[string]map[string]int64{}
	seen := map[string]bool{}
	for _, k := range kinds {
		if sums[k.idType] == nil {
			sums[k.idType] = map[string]int64{}
		}
		sums[k.idType][k.decision] += k.rows
		seen[k.decision] = true
	}
	order = slices.DeleteFunc(order, func(s string) bool { return !seen[s] })
	for idType, by := range sums {
		l := documentLine{IDType: none(idType)}
		for _, d := range order {
			l.Cells = append(l.Cells, by[d])
			l.Rows += by[d]
			l.Parts = append(l.Parts, segment{Key: decisionKeys[d], N: by[d]})
		}
		lines = append(lines, l)
	}
	slices.SortFunc(lines, func(a, b documentLine) int {
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.IDType, b.IDType))
	})
	for i := range lines {
		lines[i].Parts = within(stack(lines[i].Parts), bar(lines[i].Rows, lines[0].Rows))
	}
	for _, d := range order {
		heads = append(heads, none(d))
	}
	return lines, heads
}

// matrix counts countries by document type.
type matrix struct {
	Heads []string
	Rows  []matrixRow
}

type matrixRow struct {
	Name  string
	Rows  int64
	Cells []matrixCell
}

type matrixCell struct {
	N    int64
	Heat int // 0 for nothing, up to 5 for the most
}

// maxCountries bounds the countries that have a row of their own.
const maxCountries = 12

func countryMatrix(kinds []kindTally) *matrix {
	if len(kinds) == 0 {
		return nil
	}
	heads, names := ranked(kinds, func(k kindTally) string { return k.idType }), ranked(kinds, func(k kindTally) string { return k.country })
	m := &matrix{}
	for _, h := range heads {
		m.Heads = append(m.Heads, none(h))
	}
	shown := names[:min(len(names), maxCountries)]
	for _, name := range shown {
		m.Rows = append(m.Rows, matrixRow{Name: none(name), Cells: make([]matrixCell, len(heads))})
	}
	if rest := len(names) - len(shown); rest > 0 {
		m.Rows = append(m.Rows, matrixRow{Name: strconv.Itoa(rest) + " more", Cells: make([]matrixCell, len(heads))})
	}
	for _, k := range kinds {
		at := slices.Index(shown, k.country)
		if at < 0 {
			at = len(shown)
		}
		m.Rows[at].Rows += k.rows
		m.Rows[at].Cells[slices.Index(heads, k.idType)].N += k.rows
	}
	warm(m.Rows[:len(shown)])
	return m
}

// ranked lists the values of kinds, the commonest first.
func ranked(kinds []kindTally, value func(kindTally) string) []string {
	sums := map[string]int64{}
	for _, k := range kinds {
		sums[value(k)] += k.rows
	}
	names := make([]string, 0, len(sums))
	for name := range sums {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(sums[b], sums[a]), cmp.Compare(a, b)) })
	return names
}

// warm gives each cell the heat of its share of the most. The steps are uneven,
// because most of the cells are small.
func warm(rows []matrixRow) {
	var most int64
	for _, r := range rows {
		for _, c := range r.Cells {
			most = max(most, c.N)
		}
	}
	for _, r := range rows {
		for i := range r.Cells {
			if n := r.Cells[i].N; n > 0 {
				r.Cells[i].Heat = 1
				for _, thousandths := range []int64{10, 50, 200, 500} {
					if n*1000 >= most*thousandths {
						r.Cells[i].Heat++
					}
				}
			}
		}
	}
}

type kindLine struct {
	Decision, IDType, Country string
	Rows, Rejected, Bar       int64
}

// maxKindsShown bounds the table of kinds on the page; report.json has all.
const maxKindsShown = 40

// kindLines lists the commonest kinds, and says how many more there are.
func kindLines(kinds []kindTally, read int64) (lines []kindLine, cut int) {
	slices.SortStableFunc(kinds, func(a, b kindTally) int { return cmp.Compare(b.rows, a.rows) })
	shown := kinds[:min(len(kinds), maxKindsShown)]
	for _, k := range shown {
		lines = append(lines, kindLine{none(k.decision), none(k.idType), none(k.country), k.rows, k.rejected, bar(k.rows, read)})
	}
	return lines, len(kinds) - len(shown)
}

// none names what is not there.
func none(s string) string {
	if s == "" {
		return "(none)"
	}
	return s
}

// timeline is a chart of columns, one for each decade or year.
type timeline struct {
	ID, Title string
	Unit      string // decade or year
	Columns   []timeColumn
	Most      int64
}

type timeColumn struct {
	Label   string
	Records int64
	Y, H    int64 // of its column, in an SVG of 100 units
	Mark    bool  // its label is written below
}

func (f *Fold) timelines() []timeline {
	d := f.jsonDates()
	list := []timeline{
		timelineOf("births", "Birth dates by decade", "decade", d.BirthDecades),
		timelineOf("issued", "Documents by year of issue", "year", d.IssueYears),
		timelineOf("expires", "Documents by year of expiry", "year", d.ExpireYears),
	}
	return slices.DeleteFunc(list, func(t timeline) bool { return len(t.Columns) == 0 })
}

func timelineOf(id, title, unit string, spans []span) timeline {
	t := timeline{ID: id, Title: title, Unit: unit}
	for _, s := range spans {
		t.Most = max(t.Most, s.Records)
	}
	every := max(1, (len(spans)+5)/6) // six labels fit side by side on a phone
	for i, s := range spans {
		h := bar(s.Records, t.Most) * 100 / barWidth
		if s.Records > 0 {
			h = max(1, h)
		}
		c := timeColumn{Label: strconv.Itoa(s.Year), Records: s.Records, Y: 100 - h, H: h, Mark: i%every == 0}
		if unit == "decade" {
			c.Label += "s"
		}
		t.Columns = append(t.Columns, c)
	}
	return t
}

// expiryLine is one line of the documents by when they run out.
type expiryLine struct {
	When         string
	Records, Bar int64
	Tone         tone
}

func (f *Fold) expiryLines() []expiryLine {
	e := &f.census.expiry
	if e.marks[0] == "" {
		return nil
	}
	names := []string{"expired at the cutover", "within 3 months after it", "within 6 months", "within 12 months", "later"}
	tones := []tone{bad, fair, fair, "", ""}
	var all int64
	for _, n := range e.counts {
		all += n
	}
	var lines []expiryLine
	for i, n := range e.counts {
		lines = append(lines, expiryLine{names[i], n, bar(n, all), tones[i]})
	}
	return lines
}
