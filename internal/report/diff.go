package report

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"slices"
	"strconv"

	"kycmigrate/internal/kyc"
)

// The states of a kind of issue between two runs.
const (
	StateGone  = "gone"  // no row has it any more
	StateFewer = "fewer" // fewer rows have it
	StateSame  = "same"  // as many rows have it
	StateMore  = "more"  // more rows have it
	StateNew   = "new"   // no row had it
)

// Difference is what changed between two runs, by what their directories hold.
// It names no value of a row.
type Difference struct {
	Verdict string       `json:"verdict"`
	Before  Numbers      `json:"before"`
	After   Numbers      `json:"after"`
	Records *RecordDiff  `json:"records,omitempty"` // nil where rows cannot be told apart by their keys
	Kinds   []KindChange `json:"kinds"`
	Notes   []string     `json:"notes"`
	// ByPlace says that both runs read the same source, so that a row is known by its place;
	// else it is by its key.
	ByPlace bool `json:"by_place"`
}

// RecordDiff counts the records that something rejects, by their keys. Records
// without a key are counted, not told apart.
type RecordDiff struct {
	NoLonger int64 `json:"no_longer_rejected"` // nothing rejects them now, or they are not read any more
	Still    int64 `json:"still_rejected"`
	Newly    int64 `json:"newly_rejected"`
	// NowExcluded are those of NoLonger that are no better: a rule leaves them out now.
	// WereExcluded are those of Newly that a rule left out before.
	NowExcluded  int64 `json:"now_excluded"`
	WereExcluded int64 `json:"were_excluded"`
}

// KindChange is what changed about one kind of issue: one code, for one field
// from one column.
type KindChange struct {
	State    string `json:"state"`
	Code     string `json:"code"`
	Severity string `json:"severity"`
	// SeverityBefore is what the first run took it for, where the second takes it for
	// another: the mapping may say so.
	SeverityBefore string   `json:"severity_before,omitempty"`
	Field          string   `json:"field"`
	Column         string   `json:"column"`
	Message        string   `json:"message"`
	Fix            string   `json:"fix"`
	Before         int64    `json:"before"` // rows
	After          int64    `json:"after"`
	Gone           int64    `json:"gone"`     // rows that had it and have it no more
	New            int64    `json:"new"`      // rows that have it and had it not
	ByKey          bool     `json:"by_key"`   // gone and new follow records; else they are mere differences
	Excluded       int64    `json:"excluded"` // of gone, rows that a rule leaves out now
	Included       int64    `json:"included"` // of new, rows that a rule left out before
	NewIn          []string `json:"new_in"`   // the first places of new rows
}

// rejects reports whether the kind keeps rows from being sent.
func (k *KindChange) rejects() bool { return k.Severity == kyc.Reject.String() }

// Diff compares two runs; it fails with LedgerOnly where they know different things. Memory grows by 8 bytes for each
// line of their issues.csv. It changes nothing.
func Diff(before, after Run) (*Difference, error) {
	a, err := readSaved(before)
	if err != nil {
		return nil, err
	}
	b, err := readSaved(after)
	if err != nil {
		return nil, err
	}
	if err := comparableRuns(a, b); err != nil {
		return nil, err
	}
	d := &Difference{Before: a.Numbers, After: b.Numbers, Kinds: []KindChange{}, Notes: []string{}}
	seed := maphash.MakeSeed()
	d.ByPlace = sameRows(a, b)
	rowsA, err := readRows(a, seed, d.ByPlace, nil)
	if err != nil {
		return nil, err
	}
	changed := severitiesChanged(a.Issues, b.Issues)
	rowsA.judgeAnew(changed)
	rowsB, err := readRows(b, seed, d.ByPlace, rowsA)
	if err != nil {
		return nil, err
	}
	d.note(a, rowsA, b, rowsB)
	if keyA, keyB := a.keyColumns(), b.keyColumns(); keyA != keyB && !d.ByPlace {
		d.Notes = append(d.Notes, "the key of A is "+keyA+", that of B is "+keyB+": records are not known again by it, so rows are counted and not told apart")
		rowsA, rowsB = nil, nil
	}
	if rowsA == nil || rowsB == nil {
		rowsA, rowsB = newRowSets(seed), newRowSets(seed)
	} else {
		d.Records = recordDiff(rowsA, rowsB)
	}
	d.compare(a.Issues, rowsA, b.Issues, rowsB, changed)
	d.Verdict = d.verdict()
	return d, nil
}

// note says what stands in the way of a fair comparison.
func (d *Difference) note(a *saved, rowsA *rowSets, b *saved, rowsB *rowSets) {
	for _, run := range []struct {
		name string
		*saved
		rows *rowSets
	}{{"A", a, rowsA}, {"B", b, rowsB}} {
		switch {
		case run.WholeDir:
			d.Notes = append(d.Notes, run.name+" tells of its whole run directory, so rows are counted and not told apart")
		case run.rows == nil:
			d.Notes = append(d.Notes, run.name+" has no issues.csv that belongs to its report, so rows are counted and not told apart")
		}
		if run.Stopped != "" {
			d.Notes = append(d.Notes, run.name+" ended before its source did, and knows nothing of the rows after that")
		}
		if run.rows != nil && run.rows.excluded.lines() != run.excludedByRule() {
			d.Notes = append(d.Notes, run.name+" does not list the rows that its rules leave out: what is gone or new may only be left out, or no longer")
		}
		if run.IssuesNotGrouped > 0 {
			d.Notes = append(d.Notes, fmt.Sprintf("%s has %s issues of more kinds than it could list", run.name, thousands(run.IssuesNotGrouped)))
		}
	}
	if b.Read < a.Read {
		d.Notes = append(d.Notes, fmt.Sprintf("B read %s fewer than A: some of what is gone may not have been read, rather than mended", countOf(a.Read-b.Read, "row", "rows")))
	}
}

// compare sets the kinds of both runs side by side. What the first one judged
// otherwise counts under the severity that it has now.
func (d *Difference) compare(before []jsonIssue, rowsA *rowSets, after []jsonIssue, rowsB *rowSets, changed changedSeverities) {
	kinds := map[issueKey]*KindChange{}
	for i := range before {
		kinds[changed.now(before[i].key())] = before[i].change()
	}
	for i := range after {
		kinds[after[i].key()] = after[i].change() // the words of the later run stand
	}
	for i := range before {
		kinds[changed.now(before[i].key())].Before = before[i].Rows
	}
	for i := range after {
		kinds[after[i].key()].After = after[i].Rows
	}
	for key, k := range kinds {
		if changed[key] {
			k.SeverityBefore = flipped(key).severity.String()
		}
		k.settle(rowsA.kinds[key], rowsB.kinds[key])
		if k.ByKey {
			k.Excluded = rowsA.kinds[key].within(rowsB.kinds[key], &rowsB.excluded)
			k.Included = rowsB.kinds[key].within(rowsA.kinds[key], &rowsA.excluded)
		}
		d.Kinds = append(d.Kinds, *k)
	}
	slices.SortFunc(d.Kinds, compareChanges)
}

// compareChanges puts what rejects first, then what concerns more rows.
func compareChanges(a, b KindChange) int {
	return cmp.Or(
		cmp.Compare(a.Severity, b.Severity), // reject, warning
		-cmp.Compare(max(a.Gone, a.New), max(b.Gone, b.New)),
		-cmp.Compare(a.After, b.After),
		cmp.Compare(a.Code, b.Code), cmp.Compare(a.Field, b.Field), cmp.Compare(a.Column, b.Column))
}

func (i *jsonIssue) key() issueKey {
	severity := kyc.Warn
	if i.Severity == kyc.Reject.String() {
		severity = kyc.Reject
	}
	return issueKey{i.Code, i.Field, i.Column, severity}
}

func (i *jsonIssue) change() *KindChange {
	return &KindChange{Code: i.Code, Severity: i.Severity, Field: i.Field, Column: i.Column, Message: i.Message, Fix: i.Fix, NewIn: []string{}}
}

// settle counts what is gone and what is new: by key where both runs list all
// rows of the kind, else by the difference.
func (k *KindChange) settle(a, b *rowSet) {
	k.State = stateOf(k.Before, k.After)
	k.Gone, k.New = max(0, k.Before-k.After), max(0, k.After-k.Before)
	if a.lines() != k.Before || b.lines() != k.After || k.Before+k.After == 0 || oneIsKeyless(a, b) {
		return
	}
	k.ByKey = true
	k.Gone, _, k.New = a.against(b)
	if b != nil && k.New > 0 {
		k.NewIn = b.newIn
	}
}

// oneIsKeyless reports whether one of two sets knows no keys and the other does:
// a dry run lists what shows only when all rows are read without their keys.
func oneIsKeyless(a, b *rowSet) bool {
	return a.lines() > 0 && b.lines() > 0 && (len(a.keys) == 0) != (len(b.keys) == 0)
}

func stateOf(before, after int64) string {
	switch {
	case after == 0:
		return StateGone
	case before == 0:
		return StateNew
	case after < before:
		return StateFewer
	case after > before:
		return StateMore
	}
	return StateSame
}

// NewRejects reports whether something rejects rows that nothing rejected
// before.
func (d *Difference) NewRejects() bool {
	if d.Records != nil {
		return d.Records.Newly > 0
	}
	return slices.ContainsFunc(d.Kinds, func(k KindChange) bool { return k.rejects() && (k.New > 0 || k.SeverityBefore != "") })
}

// placeOf is where the row of a line stands, as reports name it.
func placeOf(l *listedIssue) string {
	o := kyc.Origin{File: l.File}
	o.Line, _ = strconv.ParseInt(l.Line, 10, 64) // 0 where there is none
	o.Row, _ = strconv.ParseInt(l.Row, 10, 64)
	return o.String()
}
