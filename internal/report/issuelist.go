package report

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"kycmigrate/internal/kyc"
)

// MaxListed bounds how many rows are listed for one kind of warning, unless all
// are asked for: what every row has is told by its count. What rejects is listed
// to the last row.
const MaxListed = 10_000

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
	Message   string `csv:"message"`
}

// each calls fn for every cell that a person or a source has a say in.
func (l *listedIssue) each(fn func(string) string) {
	for _, cell := range []*string{&l.File, &l.Line, &l.Row, &l.LegacyKey, &l.Severity, &l.Code, &l.Field, &l.Column, &l.Message} {
		*cell = fn(*cell)
	}
}

// severityExcluded stands in issues.csv for a row that a rule of the mapping leaves out,
// with the rule as its code: nothing is wrong with it, but somebody answers for it.
const severityExcluded = "excluded"

// IssueList writes issues.csv: one line for each kind of issue that a row has, and one for
// each row that a rule leaves out, with personal data (the key). Of warnings it lists the
// first MaxListed rows of each kind, or all. It is not safe for concurrent use.
type IssueList struct {
	file     *newFile
	table    *tableWriter[listedIssue]
	all      bool
	listed   map[issueKey]int64 // warnings, unless all are listed
	unlisted int64
	files    map[string]int // of the source, in the order in which they were read
	lastFile string
	merging  *issueMerge // nil until AddLater
}

// NewIssueList begins the issues.csv at path; all says that it is to have every
// warning. Until Close the earlier file stands as it was.
func NewIssueList(path string, all bool) (*IssueList, error) {
	file, err := create(path)
	if err == nil {
		err = remove(path + mergedName) // of a killed process
	}
	if err != nil {
		return nil, err
	}
	l := &IssueList{file: file, all: all, listed: map[issueKey]int64{}}
	if l.table, err = newTableWriter[listedIssue](file); err != nil {
		return nil, errors.Join(err, l.Abort())
	}
	return l, nil
}

// Add lists what is wrong with one row, or that it is left out.
func (l *IssueList) Add(o *kyc.Outcome) error {
	l.passes(o.Record.Row.Origin.File)
	return errors.Join(l.addExcluded(o), l.add(o, 0, isThrough(o)))
}

// AddLater lists the record's issues, from the one numbered from on, of a row that was
// added before without them, in their place: before those that the outcome added to
// them. It must be called in read order, when all rows were added.
func (l *IssueList) AddLater(o *kyc.Outcome, from int) error {
	if l.merging == nil {
		if err := l.beginMerge(); err != nil {
			return err
		}
	}
	if row, before := l.merging.place(o.Record.Row.Origin), o.Issues[:from]; l.merging.precedes(row, before) {
		if err := errors.Join(l.table.flush(), l.merging.copyTo(row, before)); err != nil {
			return fmt.Errorf("write %s: %w", l.file.path, err)
		}
	}
	return l.add(o, from, false) // what is found later rejects nothing
}

// addExcluded lists a row that a rule leaves out.
func (l *IssueList) addExcluded(o *kyc.Outcome) error {
	if o.Record.Excluded == "" || o.Status != kyc.Excluded {
		return nil
	}
	line := listedAt(o.Record.Row.Origin, o.Record.Key)
	line.Severity, line.Code, line.Message = severityExcluded, o.Record.Excluded, "the row is left out by this rule of exclude in the mapping"
	return l.write(&line)
}

// add lists the issues from the one numbered from on, with the severities that the report gives
// them: of a record that is through none rejects.
func (l *IssueList) add(o *kyc.Outcome, from int, through bool) error {
	for n := from; n < len(o.Issues); n++ {
		issue := &o.Issues[n]
		if repeated(o.Issues[:n], keyOf(issue)) {
			continue
		}
		if through {
			issue = holdingNothing(issue)
		}
		if l.full(keyOf(issue)) {
			continue
		}
		if err := l.issue(o.Record.Row.Origin, o.Record.Key, issue); err != nil {
			return err
		}
	}
	return nil
}

// AddLate lists a warning about a row whose outcome was added before, as
// Fold.AddLate counts it. Its key is not known any more, so the line has none.
func (l *IssueList) AddLate(at kyc.Origin, issue *kyc.Issue) error {
	if l.full(keyOf(issue)) {
		return nil
	}
	return l.issue(at, kyc.Key{}, issue)
}

// Unlisted counts the warnings that have no line because their kind has enough.
func (l *IssueList) Unlisted() int64 { return l.unlisted }

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
	if key.severity != kyc.Warn || l.all {
		return false
	}
	if n, known := l.listed[key]; n >= MaxListed || !known && len(l.listed) >= maxGroups {
		l.unlisted++
		return true
	}
	l.listed[key]++
	return false
}

func (l *IssueList) issue(at kyc.Origin, of kyc.Key, issue *kyc.Issue) error {
	line := listedAt(at, of)
	line.Severity, line.Code, line.Field, line.Column, line.Message = issue.Severity.String(), issue.Code, issue.Field, issue.Column, issue.Text()
	return l.write(&line)
}

// listedAt is a line of a row that says nothing of it yet.
func listedAt(at kyc.Origin, of kyc.Key) listedIssue {
	line := listedIssue{File: at.File, Row: strconv.FormatInt(at.Row, 10)}
	if at.Line > 0 {
		line.Line = strconv.FormatInt(at.Line, 10)
	}
	if of.Known() {
		line.LegacyKey = strings.Clone(of.String()) // the line waits for others
	}
	return line
}

func (l *IssueList) write(line *listedIssue) error {
	line.each(defuse)
	return l.table.write(*line)
}

// passes notes that rows of a file are added.
func (l *IssueList) passes(file string) {
	if file == l.lastFile && l.files != nil {
		return
	}
	if l.files == nil {
		l.files = map[string]int{}
	}
	if _, known := l.files[file]; !known {
		l.files[file] = len(l.files)
	}
	l.lastFile = file
}

// Close puts the file in its place. When it fails the earlier file stands.
func (l *IssueList) Close() error {
	err := l.table.flush()
	if err == nil && l.merging != nil {
		err = l.merging.end()
	}
	if err != nil {
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
	if l.merging != nil {
		return errors.Join(l.merging.close(), l.file.abort())
	}
	return l.file.abort()
}
