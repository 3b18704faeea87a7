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
	Version       int      `json:"version"`
	Title         string   `json:"title"`
	Tool          string   `json:"tool"`
	DryRun        bool     `json:"dry_run"`
	WholeDir      bool     `json:"whole_run_directory"`
	Mapping       string   `json:"mapping"`
	MappingHash   string   `json:"mapping_hash"`
	Source        string   `json:"source"`
	SourceDigest  string   `json:"source_digest"`
	SourceNotes   []string `json:"source_notes"`
	Target        string   `json:"target"`
	Admin         string   `json:"admin"`
	Stopped       string   `json:"stopped"`
	Finished      string   `json:"finished,omitempty"`
	ElapsedMS     int64    `json:"elapsed_ms,omitempty"`
	ExitCode      int      `json:"exit_code"`
	Numbers                // the keys of the accounting identity
	OpenElsewhere int64    `json:"open_elsewhere"`
	Calls         int64    `json:"calls"`

	Issues           []jsonIssue `json:"issues"`
	IssuesNotGrouped int64       `json:"issues_not_grouped"`
	Fields           []jsonField `json:"fields"`
	Kinds            []jsonKind  `json:"kinds"`
	ChangedIn        []string    `json:"already_changed_in"`
	DoubledIn        []string    `json:"doubled_in"`
	// ExcludedBy tells which rules of the mapping left records out.
	ExcludedBy []jsonExclusion `json:"excluded_by"`
}

type jsonIssue struct {
	Code     string   `json:"code"`
	Severity string   `json:"severity"`
	Field    string   `json:"field"`
	Column   string   `json:"column"`
	Rows     int64    `json:"rows"`
	Message  string   `json:"message"`
	Fix      string   `json:"fix"`
	Samples  []string `json:"samples"`
}

type jsonField struct {
	Field  string `json:"field"`
	Filled int64  `json:"filled"`
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
		Issues: []jsonIssue{}, IssuesNotGrouped: f.issues.over, Fields: f.jsonFields(), Kinds: []jsonKind{},
		ChangedIn: f.changed.strings(), DoubledIn: f.doubled.strings(), ExcludedBy: f.jsonExclusions(),
	}
	if !end.Finished.IsZero() {
		d.Finished = end.Finished.UTC().Format(time.RFC3339)
	}
	for _, g := range f.issues.sorted() {
		d.Issues = append(d.Issues, jsonIssue{
			Code: g.key.code, Severity: g.key.severity.String(), Field: g.key.field, Column: g.key.column,
			Rows: g.rows, Message: g.message, Fix: g.fix, Samples: g.places.strings(),
		})
	}
	for _, k := range f.sortedKinds() {
		d.Kinds = append(d.Kinds, jsonKind{k.decision, k.idType, k.country, k.rows, k.rejected})
	}
	return d
}

func (f *Fold) jsonFields() []jsonField {
	list := make([]jsonField, kyc.NumFields)
	for field := range kyc.NumFields {
		list[field] = jsonField{field.String(), f.filled[field]}
	}
	return list
}
