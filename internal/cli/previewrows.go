package cli

import (
	"context"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
	"kycmigrate/internal/uploader"
)

// preview is the object of migrate preview --json. Keys are added, never
// renamed.
type preview struct {
	Source        string       `json:"source"`
	Mapping       string       `json:"mapping"`
	Read          int64        `json:"read"`  // rows looked at
	Whole         bool         `json:"whole"` // the source was read to its end
	Shown         int64        `json:"shown"`
	WithIssues    int64        `json:"with_issues"` // of those shown
	UnusedColumns []string     `json:"unused_columns"`
	Rows          []previewRow `json:"rows"`
	ExitCode      int          `json:"exit_code"`

	places     map[string]bool // that were asked for; true once found; nil where none was
	onlyIssues bool
	most       int64
	page       *page // where rows are shown at once; nil where they are kept for the object
}

// previewRow is one row before and after.
type previewRow struct {
	Place  string `json:"place"` // as reports name it
	File   string `json:"file"`
	Line   int64  `json:"line,omitempty"`
	Row    int64  `json:"row"`    // within the file, from 1
	Number int64  `json:"number"` // within the source, from 1
	Status string `json:"status"` // what a dry run makes of it
	// Excluded is the rule of the mapping that leaves the row out, "" where none does.
	Excluded string         `json:"excluded,omitempty"`
	Fields   []mapper.Trace `json:"fields"` // the key, the fields and the pictures
	Issues   []previewIssue `json:"issues"`
	Raw      string         `json:"raw,omitempty"` // of a row that could not be read into cells
}

type previewIssue struct {
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Field    string `json:"field"`
	Column   string `json:"column"`
	Message  string `json:"message"`
	Fix      string `json:"fix"`
}

func newPreview(v *previewFlags, m *mapper.Mapping, plan *mapper.Plan) *preview {
	p := &preview{
		Source: v.slice.of(v.source), Mapping: m.Path, UnusedColumns: plan.UnusedColumns(), Rows: []previewRow{},
		onlyIssues: v.onlyIssues, most: v.count,
	}
	for _, place := range v.rows {
		if p.places == nil {
			p.places = map[string]bool{}
		}
		p.places[place] = false
	}
	return p
}

// look reads rows, at most limit where that is not 0, until as many as were
// asked for have been shown. Every row is mapped, checked and judged as in a
// dry run, so that what repeats an earlier row is found.
func (p *preview) look(ctx context.Context, pass *pass, limit int64) error {
	judge := uploader.NewDryRun(nil, false, nil)
	recs, outs, rows := make([]*kyc.Record, 1), make([]kyc.Outcome, 1), make([]kyc.Row, 1)
	for !p.enough() && (limit == 0 || p.Read < limit) {
		rows[0] = kyc.Row{}
		n, err := pass.rows.Read(ctx, rows)
		if n == 1 {
			recs[0] = &kyc.Record{Row: &rows[0]}
			pass.front.Mapper.Map(recs[0])
			pass.front.Check.Check(recs[0])
			pass.front.Unique.Check(recs)
			if err := judge.Judge(ctx, recs, outs); err != nil {
				return err
			}
			p.add(&outs[0], pass.plan)
		}
		if err == io.EOF {
			p.Whole = true
			return nil
		}
		if err != nil {
			return err
		}
	}
	p.Whole = pass.atEnd(ctx)
	return nil
}

// enough reports whether everything that was asked for has been shown.
func (p *preview) enough() bool {
	if p.places != nil {
		return p.missing() == ""
	}
	return p.Shown >= p.most
}

// missing lists the places that were asked for and not found yet.
func (p *preview) missing() string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(p.places)) {
		if !p.places[name] {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// add counts a row, and shows it if it is one of those that were asked for.
func (p *preview) add(o *kyc.Outcome, plan *mapper.Plan) {
	p.Read++
	row := o.Record.Row
	if !p.wants(row, len(o.Issues) > 0) {
		return
	}
	p.Shown++
	if len(o.Issues) > 0 {
		p.WithIssues++
	}
	shown := previewRow{
		Place: row.Origin.String(), File: row.Origin.File, Line: row.Origin.Line, Row: row.Origin.Row, Number: row.Seq + 1,
		Status: o.Status.String(), Issues: []previewIssue{}, Fields: plan.Explain(&kyc.Record{Row: row}),
	}
	if o.Status == kyc.Excluded {
		shown.Excluded = o.Record.Excluded
	}
	if row.Fault != nil {
		shown.Fields, shown.Raw = []mapper.Trace{}, row.Raw
	}
	for _, i := range o.Issues {
		shown.Issues = append(shown.Issues, previewIssue{i.Severity.String(), i.Code, i.Field, i.Column, i.Text(), i.Fix})
	}
	if p.page == nil {
		p.Rows = append(p.Rows, shown)
		return
	}
	p.page.row(&shown)
}

// wants reports whether a row is to be shown. One that was asked for is known
// by its number in the source, or by its place as reports and results.csv name
// it.
func (p *preview) wants(row *kyc.Row, issues bool) bool {
	if p.places == nil {
		return issues || !p.onlyIssues
	}
	wanted := false
	byRow := kyc.Origin{File: row.Origin.File, Row: row.Origin.Row}
	for _, name := range []string{strconv.FormatInt(row.Seq+1, 10), row.Origin.String(), byRow.String()} {
		if _, asked := p.places[name]; asked {
			p.places[name], wanted = true, true
		}
	}
	return wanted
}
