package report

import (
	"encoding/json"
	"io"
	"time"

	"kycmigrate/internal/kyc"
)

// Numbers is the accounting as scripts read it. Every key is always there.
// The fields from Created to NotAttempted, with Ready in a dry run, sum up to
// Read where Balanced.
type Numbers struct {
	Read           int64 `json:"read"`
	Created        int64 `json:"created"`
	Already        int64 `json:"already"`
	Updated        int64 `json:"updated"`
	Rejected       int64 `json:"rejected"`
	Refused        int64 `json:"refused"`
	Failed         int64 `json:"failed"`
	Incomplete     int64 `json:"incomplete"`
	InDoubt        int64 `json:"in_doubt"`
	Excluded       int64 `json:"excluded"`
	NotAttempted   int64 `json:"not_attempted"`
	Ready          int64 `json:"ready"`
	AlreadyChanged int64 `json:"already_changed"`
	Doubled        int64 `json:"doubled"`
	Images         int64 `json:"images"`
	Warnings       int64 `json:"warnings"`
	Balanced       bool  `json:"balanced"`
}

// NumbersOf spells counts out.
func NumbersOf(c kyc.Counts) Numbers {
	by := c.ByStatus
	return Numbers{
		Read: c.Read, Created: by[kyc.Created], Already: by[kyc.Already], Updated: by[kyc.Updated],
		Rejected: by[kyc.Rejected], Refused: by[kyc.Refused], Failed: by[kyc.Failed],
		Incomplete: by[kyc.Incomplete], InDoubt: by[kyc.InDoubt], Excluded: by[kyc.Excluded],
		NotAttempted: by[kyc.NotAttempted], Ready: by[kyc.Ready],
		AlreadyChanged: c.AlreadyChanged, Doubled: c.Doubled, Images: c.Images, Warnings: c.Warnings,
		Balanced: c.Balanced(),
	}
}

// document is report.json. Version rises when a key changes its meaning or
// goes; keys may be added without.
type document struct {
	Version       int           `json:"version"`
	Title         string        `json:"title"`
	Tool          string        `json:"tool"`
	DryRun        bool          `json:"dry_run"`
	WholeDir      bool          `json:"whole_run_directory"`
	Mapping       string        `json:"mapping"`
	MappingHash   string        `json:"mapping_hash"`
	MappingFiles  []MappingFile `json:"mapping_files"`
	Source        string        `json:"source"`
	SourceDigest  string        `json:"source_digest"`
	SourceNotes   []string      `json:"source_notes"`
	Target        string        `json:"target"`
	Admin         string        `json:"admin"`
	Stopped       string        `json:"stopped"`
	AsOf          string        `json:"as_of,omitempty"`
	Started       string        `json:"started,omitempty"`
	Finished      string        `json:"finished,omitempty"`
	ElapsedMS     int64         `json:"elapsed_ms,omitempty"`
	ExitCode      int           `json:"exit_code"`
	Numbers                     // the keys of the accounting identity
	OpenElsewhere int64         `json:"open_elsewhere"`
	Calls         int64         `json:"calls"`
	Verdict       verdict       `json:"verdict"`
	// Reconciled is there where the source and what is in ARGOS do not go together by themselves.
	Reconciled  *Reconciliation `json:"reconciled,omitempty"`
	BeforeGo    []need          `json:"before_go"`
	Next        []Next          `json:"next"`
	ShowsValues bool            `json:"shows_values"`

	Issues           []jsonIssue `json:"issues"`
	IssuesNotGrouped int64       `json:"issues_not_grouped"`
	IssuesNotListed  int64       `json:"issues_not_listed"`
	Population       population  `json:"population"`
	Fields           []jsonField `json:"fields"`
	Kinds            []jsonKind  `json:"kinds"`
	ChangedIn        []string    `json:"already_changed_in"`
	DoubledIn        []string    `json:"doubled_in"`
	// ExcludedBy tells which rules of the mapping left records out.
	ExcludedBy    []jsonExclusion `json:"excluded_by"`
	Dates         jsonDates       `json:"dates"`
	Changes       []Change        `json:"changes"`
	Columns       []string        `json:"columns"`
	ColumnsUnused []string        `json:"columns_unused"`
	Options       []Fact          `json:"options"`
}

type jsonIssue struct {
	Code     string   `json:"code"`
	Severity string   `json:"severity"`
	Field    string   `json:"field"`
	Column   string   `json:"column"`
	Rows     int64    `json:"rows"`
	Message  string   `json:"message"` // of most rows
	Fix      string   `json:"fix"`
	Samples  []string `json:"samples"`
	Pack     string   `json:"pack"`
	// Examples are the first rows, with what may be shown of their values.
	Examples []example `json:"examples"`
	// Codes are values that no list of the mapping knows, where they are codes to be decided
	// on and no personal data.
	Codes []codeRows `json:"codes,omitempty"`
	// Messages tells them apart where there are several, those of most rows first.
	Messages []jsonMessage `json:"messages,omitempty"`
	// Unworded counts the rows whose message is none of those.
	Unworded int64 `json:"messages_left_out,omitempty"`
}

type jsonMessage struct {
	Message string `json:"message"`
	Rows    int64  `json:"rows"`
	First   string `json:"first"` // the first row that has it
}

type example struct {
	Row   string `json:"row"`
	Value string `json:"value"`
}

type jsonField struct {
	Field  string `json:"field"`
	Filled int64  `json:"filled"`
	// Columns feed the field; empty for a constant, and for what is not mapped.
	Columns []string `json:"columns"`
}

// jsonDates has the dates of the records by decade or year. Other counts dates
// outside 1900 to 2099 and what is no date.
type jsonDates struct {
	BirthDecades []span      `json:"birth_decades"`
	IssueYears   []span      `json:"issue_years"`
	ExpireYears  []span      `json:"expire_years"`
	Other        int64       `json:"other"`
	Cutover      string      `json:"cutover,omitempty"`
	Expiry       *jsonExpiry `json:"expiry,omitempty"`
}

// jsonExpiry counts documents by when they run out, seen from the cutover.
type jsonExpiry struct {
	Before   int64 `json:"expired_at_cutover"`
	Months3  int64 `json:"within_3_months"`
	Months6  int64 `json:"within_6_months"`
	Months12 int64 `json:"within_12_months"`
	Later    int64 `json:"later"`
}

type jsonKind struct {
	KYCStatus      string `json:"kycStatus"`
	IDType         string `json:"idType"`
	IssuingCountry string `json:"issuingCountry"`
	Rows           int64  `json:"rows"`
	Rejected       int64  `json:"rejected"`
}

// WriteJSON writes report.json.
func (f *Fold) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(f.document())
}

func (f *Fold) document() *document {
	m, end := f.meta, f.ending()
	d := &document{
		Version: 1, Title: m.Title, Tool: m.Tool, DryRun: m.DryRun, WholeDir: m.WholeDir,
		Mapping: m.Mapping, MappingHash: m.MappingHash,
		Source: m.Source, SourceDigest: end.SourceDigest, SourceNotes: append([]string{}, end.SourceNotes...), Target: m.Target, Admin: m.Admin,
		Stopped: end.Stopped, ElapsedMS: end.Elapsed.Milliseconds(), ExitCode: end.ExitCode,
		Numbers: NumbersOf(f.Counts()), OpenElsewhere: end.OpenElsewhere, Calls: end.Calls,
		Issues: []jsonIssue{}, IssuesNotGrouped: f.issues.over, IssuesNotListed: end.Unlisted, Fields: f.jsonFields(), Kinds: []jsonKind{},
		ChangedIn: f.changed.strings(), DoubledIn: f.doubled.strings(), ExcludedBy: f.jsonExclusions(),
		ShowsValues: m.ShowValues, Next: append([]Next{}, end.Next...), Dates: f.jsonDates(), Changes: append([]Change{}, end.Changes...),
		Columns: append([]string{}, m.Columns...), ColumnsUnused: append([]string{}, m.Unused...), Options: append([]Fact{}, m.Options...),
	}
	d.Population = f.population(f.Counts())
	d.Reconciled = f.Reconciliation()
	d.Verdict, d.BeforeGo = f.verdict(f.Counts()), f.needs()
	d.MappingFiles = append([]MappingFile{}, m.Files...)
	d.AsOf = dayOf(m.AsOf)
	if !end.Started.IsZero() {
		d.Started = end.Started.UTC().Format(time.RFC3339)
	}
	if !end.Finished.IsZero() {
		d.Finished = end.Finished.UTC().Format(time.RFC3339)
	}
	for _, g := range f.issues.sorted() {
		told := g.told()
		issue := jsonIssue{
			Code: g.key.code, Severity: g.key.severity.String(), Field: g.key.field, Column: g.key.column,
			Rows: g.rows, Message: told[0].message, Fix: told[0].fix, Samples: g.places.strings(), Pack: f.pack(g.key.code), Examples: f.examples(g, kyc.Origin.String), Codes: f.codesOf(g),
		}
		issue.Unworded = g.unworded
		for _, s := range told {
			if len(told) > 1 {
				issue.Messages = append(issue.Messages, jsonMessage{s.message, s.rows, s.first.origin.String()})
			}
		}
		d.Issues = append(d.Issues, issue)
	}
	for _, k := range f.sortedKinds() {
		d.Kinds = append(d.Kinds, jsonKind{k.decision, k.idType, k.country, k.rows, k.rejected})
	}
	return d
}

// dayOf writes a day, "" for none.
func dayOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func (f *Fold) jsonFields() []jsonField {
	list := make([]jsonField, kyc.NumFields)
	for field := range kyc.NumFields {
		list[field] = jsonField{field.String(), f.census.filled[field], append([]string{}, f.columnsOf(field.String())...)}
	}
	return list
}

func (f *Fold) jsonDates() jsonDates {
	c := &f.census
	d := jsonDates{}
	var birth, issue, expire int64
	d.BirthDecades, birth = c.birth.spans(10)
	d.IssueYears, issue = c.issue.spans(1)
	d.ExpireYears, expire = c.expire.spans(1)
	d.Other = birth + issue + expire
	if n := c.expiry.counts; c.expiry.marks[0] != "" {
		d.Cutover, d.Expiry = c.expiry.marks[0], &jsonExpiry{n[0], n[1], n[2], n[3], n[4]}
	}
	return d
}

// pack names the pack of rules of a code, "" if it is not known.
func (f *Fold) pack(code string) string {
	if f.meta.Pack == nil {
		return ""
	}
	return f.meta.Pack(code)
}

// columnsOf lists the columns that feed a field or picture.
func (f *Fold) columnsOf(field string) []string {
	if f.meta.FieldColumns == nil {
		return nil
	}
	return f.meta.FieldColumns(field)
}
