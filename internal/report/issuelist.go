package report

import (
	"errors"
	"fmt"
	"strconv"

	"kycmigrate/internal/kyc"
)

// maxListed bounds how many rows are listed for one kind of warning. What every
// row has is told by its count, and a list of millions helps nobody. What
// rejects is listed to the last row.
const maxListed = 10_000

// listedIssue is one line of issues.csv.
type listedIssue struct {
	File      string `csv:"file"`
	Line      string `csv:"line"`
	Row       string `csv:"row"`
	LegacyKey string `csv:"legacy_key"`
	Severity  string `csv:"severity"`
	Code      string `csv:"code"`
	Field     string `csv:"field"`
	Column    string `csv:"column"`
}

// each calls fn for every cell that a person or a source has a say in.
func (l *listedIssue) each(fn func(string) string) {
	for _, cell := range []*string{&l.File, &l.Line, &l.Row, &l.LegacyKey, &l.Severity, &l.Code, &l.Field, &l.Column} {
		*cell = fn(*cell)
	}
}

// IssueList writes issues.csv: one line for each kind of issue that a row has,
// with personal data (the key). Of warnings it lists the first 10,000 rows of
// each kind. It is not safe for concurrent use.
type IssueList struct {
	file   *newFile
	table  *tableWriter[listedIssue]
	listed map[issueKey]int64 // warnings
}

// NewIssueList begins the issues.csv at path. Until Close the earlier file
// stands as it was.
func NewIssueList(path string) (*IssueList, error) {
	file, err := create(path)
	if err != nil {
		return nil, err
	}
	l := &IssueList{file: file, listed: map[issueKey]int64{}}
	if l.table, err = newTableWriter[listedIssue](file); err != nil {
		return nil, errors.Join(err, l.Abort())
	}
	return l, nil
}

// Add lists what is wrong with one row.
func (l *IssueList) Add(o *kyc.Outcome) error {
	for n := range o.Issues {
		key := keyOf(&o.Issues[n])
		if repeated(o.Issues[:n], key) || l.full(key) {
			continue
		}
		if err := l.write(o.Record, key); err != nil {
			return err
		}
	}
	return nil
}

func keyOf(i *kyc.Issue) issueKey { return issueKey{i.Code, i.Field, i.Column, i.Severity} }

// repeated reports whether the row has an issue of the kind already.
func repeated(before []kyc.Issue, key issueKey) bool {
	for i := range before {
		if keyOf(&before[i]) == key {
			return true
		}
	}
	return false
}

// full counts a row of a kind of warning, and reports whether enough of them
// are listed.
func (l *IssueList) full(key issueKey) bool {
	if key.severity != kyc.Warn {
		return false
	}
	if n, known := l.listed[key]; n >= maxListed || !known && len(l.listed) >= maxGroups {
		return true
	}
	l.listed[key]++
	return false
}

func (l *IssueList) write(rec *kyc.Record, key issueKey) error {
	at := rec.Row.Origin
	line := listedIssue{
		File: at.File, Row: strconv.FormatInt(at.Row, 10), Severity: key.severity.String(),
		Code: key.code, Field: key.field, Column: key.column,
	}
	if at.Line > 0 {
		line.Line = strconv.FormatInt(at.Line, 10)
	}
	if rec.Key.Known() {
		line.LegacyKey = rec.Key.String()
	}
	line.each(defuse)
	return l.table.write(line)
}

// Close puts the file in its place. When it fails the earlier file stands.
func (l *IssueList) Close() error {
	if err := l.table.flush(); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", l.file.path, err), l.Abort())
	}
	return l.file.commit()
}

// Abort gives up what was added; the earlier file stands. After Close, and on
// a nil IssueList, it does nothing.
func (l *IssueList) Abort() error {
	if l == nil {
		return nil
	}
	return l.file.abort()
}
