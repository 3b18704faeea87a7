package report

import (
	"slices"
	"strings"
	"time"

	"kycmigrate/internal/kyc"
)

// Meta is what a report says about a run from its beginning. Empty fields are
// not shown. None may hold a secret: a source's DSN comes redacted.
type Meta struct {
	Title       string // of the run, usually the mapping's name
	Mapping     string // the mapping file as given
	MappingHash string
	Source      string // the source as given
	Target      string // base URL of ARGOS
	Admin       string
	Tool        string // name and version of this program
	DryRun      bool
	WholeDir    bool // tells of the whole run directory, not of one invocation

	Columns []string // of the source, in its order
	Unused  []string // those of them that the mapping leaves behind
	// FieldColumns lists the columns that feed a field or picture, given by its
	// name in the API; nil knows none.
	FieldColumns func(field string) []string
	// Pack names the pack of rules that a code belongs to; nil knows none.
	Pack    func(code string) string
	Options []Fact    // flags and settings that matter for the outcome
	Cutover time.Time // the day that documents should still be valid on; zero: not stated
	// AsOf is the day that dates were judged by: the cutover, or the day of the run. It is an
	// input, as the source is; the hour is none.
	AsOf time.Time
	// Files are those that the mapping names.
	Files []MappingFile
	// FailedTests says which tests of the mapping itself fail, in a sentence; "" for none.
	FailedTests string
	// ShowValues writes values of rows into the report, which is personal data
	// then. Without it no more than their shape is shown.
	ShowValues bool
}

// fromLedger reports whether the report is made from the ledger alone, which
// knows neither values nor warnings, nor what the source holds besides.
func (m *Meta) fromLedger() bool { return m.WholeDir && len(m.Columns) == 0 }

// KeyOption is the name of the option that names the columns of the key: keys of
// other columns are none of the same records.
const KeyOption = "Key"

// MarkerOption is the name of the option that names the field of the mark.
const MarkerOption = "Marker"

// MappingFile is a file beside the mapping: a lookup, or a list of keys.
type MappingFile struct {
	Path   string `json:"path"` // as the mapping names it
	SHA256 string `json:"sha256"`
}

// Fact is a name and what it stands for.
type Fact struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// factOf is what the fact of a name stands for, "" where there is none.
func factOf(list []Fact, name string) string {
	at := slices.IndexFunc(list, func(f Fact) bool { return f.Name == name })
	if at < 0 {
		return ""
	}
	return list[at].Value
}

// End is what is known only when the run has ended. Leave Elapsed, Started and Finished
// zero where two runs over the same input must give equal bytes.
type End struct {
	Read          int64  // rows read, as the reader counted them
	Stopped       string // why the run ended before its source did, one sentence; "" if it did not
	Cut           int64  // after so many records a limit ended the reading; 0 if it did not
	ExitCode      int
	OpenElsewhere int64 // doubts of the run directory that the source did not contain
	Calls         int64 // calls made to ARGOS
	InArgos       int64 // records of the run directory that ARGOS has; 0 unless the whole source was read
	SourceDigest  string
	SourceNotes   []string // sentences about the source as a whole
	Spoilt        []string // sentences about columns of the source that are wrong as a whole
	Unseen        []string // sentences about lists of keys to exclude that stand in no row
	Changes       []Change // what the mapping changed, in the order of its fields and steps
	Next          []Next   // what to type next, the best first
	Elapsed       time.Duration
	Started       time.Time
	Finished      time.Time
	Files         Files
	Unlisted      int64 // warnings that Files.Issues has no line for
}

// Change is how often a step of the mapping changed the values of a field. Step
// and Detail name what stands in the mapping, never a value of a row. Spellings are texts
// that name a country, and the code of each: no other value of a row.
type Change struct {
	Field   string   `json:"field"`
	Columns []string `json:"columns"`
	Step    string   `json:"step"`
	Detail  string   `json:"detail"`
	Values  int64    `json:"values"`
	// Spellings are those of most values, in that order; Others counts the ones that they
	// leave out, and OtherValues their values.
	Spellings   []Spelling `json:"spellings,omitempty"`
	Others      int64      `json:"other_spellings,omitempty"`
	OtherValues int64      `json:"other_spellings_values,omitempty"`
}

// Spelling is how often a text became a code.
type Spelling struct {
	From   string `json:"from"`
	To     string `json:"to"`
	Values int64  `json:"values"`
}

// Next is a command to type, and what is to be done before it.
type Next struct {
	Lead    string `json:"lead"`
	Command string `json:"command"`
}

// Files names the files that stand beside the report, for it to link to; ""
// for each that is not there.
type Files struct {
	Rejects string
	Issues  string
	Results string
	Doubts  string
}

// Fold takes in outcomes one by one. It keeps counts and bounded samples, never
// an outcome. It is not safe for concurrent use.
type Fold struct {
	meta   Meta
	end    *End
	counts kyc.Counts
	added  int64

	column  map[string]int // place of a column in the cells of a row
	issues  issueGroups
	warned  seqSet // rows whose warnings are counted
	held    seqSet // rows that are rejected or refused
	census  census
	beside  Reconciliation // what the rows are beside what is in ARGOS
	foreign places         // rows whose key is in ARGOS for somebody else
	changed places
	doubled places
	// besides are where rows stand that examples speak of, by their number.
	besides map[int64]kyc.Origin
	// leftAt are where the first rows stand that rules leave out, by their number.
	leftAt map[int64]kyc.Origin
	// toDelete counts the records in ARGOS that a rule of the mapping excludes now.
	toDelete int64
	// excluded counts the records that each rule of the mapping left out.
	excluded map[string]*exclusion
}

// NewFold returns a Fold that has taken in nothing.
func NewFold(meta Meta) *Fold {
	f := &Fold{meta: meta, issues: newIssueGroups(), census: newCensus(&meta), column: make(map[string]int, len(meta.Columns)), excluded: map[string]*exclusion{}, leftAt: map[int64]kyc.Origin{}}
	for i, name := range slices.Backward(meta.Columns) {
		f.column[name] = i
	}
	return f
}

// Add takes in one outcome. It never fails; the error is there so that a Fold
// is a sink of the pipeline.
func (f *Fold) Add(o *kyc.Outcome) error {
	f.added++
	f.counts.Add(o)
	f.beside.see(o)
	row := o.Record.Row
	if foreign(o) {
		f.foreign.add(row.Seq, row.Origin)
	}
	held := o.Status == kyc.Rejected || o.Status == kyc.Refused
	if held {
		f.held.add(row.Seq)
	}
	if len(o.Issues) > 0 {
		f.addIssues(o, held)
		if hasIssue(o, ExcludedInArgos) {
			f.toDelete++
		}
	}
	if o.Status == kyc.Excluded && o.Record.Excluded != "" {
		f.addExcluded(o.Record.Excluded, row)
		f.keepLeft(row)
	}
	if o.Changed {
		f.changed.add(row.Seq, row.Origin)
	}
	if o.Doubled {
		f.doubled.add(row.Seq, row.Origin)
	}
	if o.Status != kyc.Excluded { // what stays behind is no part of what is migrated
		f.census.add(o.Record, held)
	}
	return nil
}

// isThrough reports that a record is in ARGOS whole: what its row has become holds nothing back.
func isThrough(o *kyc.Outcome) bool {
	return o.Status == kyc.Already || o.Status == kyc.Created || o.Status == kyc.Updated
}

// holdingNothing is an issue of a record that is through: one that would reject it is a warning.
func holdingNothing(i *kyc.Issue) *kyc.Issue {
	if i.Severity != kyc.Reject {
		return i
	}
	warning := *i
	warning.Severity = kyc.Warn
	return &warning
}

func (f *Fold) addIssues(o *kyc.Outcome, held bool) {
	row := o.Record.Row
	through := isThrough(o)
	for i := range o.Issues {
		issue := &o.Issues[i]
		if issue.Severity == kyc.Warn {
			f.warned.add(row.Seq)
		}
		if through {
			issue = holdingNothing(issue)
		}
		f.addIssue(o, issue, held)
	}
}

func (f *Fold) addIssue(o *kyc.Outcome, issue *kyc.Issue, held bool) {
	row, code := o.Record.Row, f.codeOf(o.Record, issue)
	if example := f.issues.add(row.Seq, row.Origin, issue, held, code); example != nil {
		example.code = strings.Clone(code)
		example.value, example.beside = f.valueOf(o.Record, issue), besideOf(issue)
	}
}

// AddLate takes in a warning about a row whose outcome was added before: one of
// the rules that know only at the end which rows belong together. It changes no
// outcome. It reports whether the row had no warning until now, and so counts
// among the rows with warnings from now on.
func (f *Fold) AddLate(seq int64, origin kyc.Origin, issue *kyc.Issue) (first bool) {
	if example := f.issues.add(seq, origin, issue, false, ""); example != nil {
		example.beside = besideOf(issue)
	}
	if first = f.warned.add(seq); first {
		f.counts.Warnings++
	}
	return first
}

// AddLater takes in the warnings, from the one numbered from on, of a row that was added
// before without them and is held back or in ARGOS, as if they had been there. It reports
// as AddLate does.
func (f *Fold) AddLater(o *kyc.Outcome, from int) (first bool) {
	row := o.Record.Row
	held := f.held.has(row.Seq)
	told := make([]issueKey, 0, len(o.Issues))
	for i := range o.Issues {
		issue := &o.Issues[i]
		key := keyOf(issue)
		if !held {
			key.severity = kyc.Warn // what holds nothing back any more
		}
		if i >= from {
			if f.warned.add(row.Seq) {
				first = true
				f.counts.Warnings++
			}
			if !slices.Contains(told, key) {
				f.addIssue(o, issue, held)
			}
		}
		told = append(told, key)
	}
	return first
}

// AddDouble takes in that a record whose outcome was added before is in ARGOS more
// than once.
func (f *Fold) AddDouble(origin kyc.Origin) {
	f.counts.Doubled++
	f.doubled.add(origin.Row-1, origin)
}

// Finish states how the run ended. Without it a report takes the number of
// outcomes for the number of rows read.
func (f *Fold) Finish(end End) {
	if f.meta.fromLedger() || len(f.issues.byKey)+len(f.excluded) == 0 {
		end.Files.Issues = "" // of one invocation, or empty
	}
	f.end = &end
}

// Counts returns the accounting so far.
func (f *Fold) Counts() kyc.Counts {
	c := f.counts
	c.Read = f.added
	if f.end != nil {
		c.Read = f.end.Read
	}
	return c
}

// ending is what Finish stated, or nothing.
func (f *Fold) ending() End {
	if f.end == nil {
		return End{Read: f.added}
	}
	return *f.end
}
