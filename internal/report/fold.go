package report

import (
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
}

// End is what is known only when the run has ended. Leave Elapsed and Finished
// zero where two runs over the same input must give equal bytes.
type End struct {
	Read          int64  // rows read, as the reader counted them
	Stopped       string // why the run ended before its source did, one sentence; "" if it did not
	ExitCode      int
	OpenElsewhere int64 // doubts of the run directory that the source did not contain
	Calls         int64 // calls made to ARGOS
	SourceDigest  string
	SourceNotes   []string // sentences about the source as a whole
	Elapsed       time.Duration
	Finished      time.Time
	Files         Files
}

// Files names the files that stand beside the report, for it to link to; ""
// for each that is not there.
type Files struct {
	Rejects string
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

	issues  issueGroups
	filled  [kyc.NumFields]int64
	kinds   map[kind]*tally
	changed places
	doubled places
	// excluded counts the records that each rule of the mapping left out.
	excluded map[string]*exclusion
}

// NewFold returns a Fold that has taken in nothing.
func NewFold(meta Meta) *Fold {
	return &Fold{meta: meta, issues: newIssueGroups(), kinds: map[kind]*tally{}, excluded: map[string]*exclusion{}}
}

// Add takes in one outcome. It never fails; the error is there so that a Fold
// is a sink of the pipeline.
func (f *Fold) Add(o *kyc.Outcome) error {
	f.added++
	f.counts.Add(o)
	row := o.Record.Row
	for i := range o.Issues {
		f.issues.add(row, &o.Issues[i])
	}
	if o.Status == kyc.Excluded && o.Record.Excluded != "" {
		f.addExcluded(o.Record.Excluded, row)
	}
	if o.Changed {
		f.changed.add(row.Seq, row.Origin)
	}
	if o.Doubled {
		f.doubled.add(row.Seq, row.Origin)
	}
	f.addValues(o)
	return nil
}

// addValues counts which fields have a value, and the values that come from
// closed lists. A record without values, of a row that could not be read or of
// the ledger, is of no kind.
func (f *Fold) addValues(o *kyc.Outcome) {
	s := &o.Record.Submission
	empty := true
	for field := range s {
		if s[field] != "" {
			f.filled[field]++
			empty = false
		}
	}
	if empty {
		return
	}
	k := kindOf(s)
	t := f.kinds[k]
	if t == nil {
		t = new(tally)
		f.kinds[k] = t
	}
	t.rows++
	if o.Status == kyc.Rejected || o.Status == kyc.Refused {
		t.rejected++
	}
}

// Finish states how the run ended. Without it a report takes the number of
// outcomes for the number of rows read.
func (f *Fold) Finish(end End) { f.end = &end }

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

// maxPlaces bounds the origins that are kept as examples of one thing.
const maxPlaces = 5

// places keeps the first few rows, in read order, that something was seen in.
type places struct {
	list [maxPlaces]place
	n    int
}

type place struct {
	seq    int64
	origin kyc.Origin
}

// add keeps the row if it is among the first, and reports whether it is now
// the very first. A row that is there already is not kept twice.
func (p *places) add(seq int64, origin kyc.Origin) (first bool) {
	if p.n == maxPlaces && seq >= p.list[maxPlaces-1].seq {
		return false
	}
	i := p.n
	for i > 0 && p.list[i-1].seq >= seq {
		i--
	}
	if i < p.n && p.list[i].seq == seq {
		return false
	}
	p.n = min(p.n+1, maxPlaces)
	copy(p.list[i+1:p.n], p.list[i:])
	p.list[i] = place{seq, origin}
	return i == 0
}

// strings writes the places out; never nil, so that JSON has an array.
func (p *places) strings() []string {
	out := make([]string, p.n)
	for i := range out {
		out[i] = p.list[i].origin.String()
	}
	return out
}
