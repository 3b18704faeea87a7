package report

import (
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
)

// Reconciliation lays the rows of the source, as it stands now, beside what the run directory
// has in ARGOS. After rows were mended elsewhere than in the source, in rejects.csv above all,
// the source alone looks unfinished for ever.
type Reconciliation struct {
	// InArgos counts the records of the run directory that ARGOS has, OfSource those of them
	// with a key of this source, and Others the rest. They are 0 where the source was not read
	// as a whole, so that nobody can say what it lacks.
	InArgos  int64 `json:"in_argos"`
	OfSource int64 `json:"with_key_of_source"`
	Others   int64 `json:"with_other_keys"`
	// Rejected counts the rows that are rejected or refused as the source stands. The others
	// sum up to it.
	Rejected int64 `json:"rejected"`
	There    int64 `json:"rejected_in_argos"` // their key is in ARGOS
	// Foreign: their key is in ARGOS for another person, as far as fingerprints of names and
	// birth dates tell. ForeignAt are the places of the first.
	Foreign   int64    `json:"rejected_other_person"`
	ForeignAt []string `json:"rejected_other_person_at,omitempty"`
	Repeated  int64    `json:"rejected_repeated_key"` // an earlier row has their key
	NoKey     int64    `json:"rejected_no_key"`       // no key of theirs can be read
	Blank     int64    `json:"rejected_blank"`        // they have no value at all
	Open      int64    `json:"rejected_open"`         // they have a key of their own, and it is not in ARGOS
}

// rowBlank is the code of a row without any value (source).
const rowBlank = "row_blank"

// keyConflict is the code of a row whose key is in ARGOS, and not for its person (uploader).
const keyConflict = "key_conflict"

// foreign reports that somebody may be missing from ARGOS who has the key of a record there.
// The fingerprints differ as well where a name or a birth date was mended in rejects.csv and
// is wrong in the source still: such a row of the source says so itself. A report that judges
// rows by the ledger calls the record created.
func foreign(o *kyc.Outcome) bool {
	if o.SubmissionID == "" || !hasIssue(o, keyConflict) || hasIssue(o, keyDuplicate) {
		return false
	}
	return o.Record.Returned() || !personFaulty(o)
}

// personFaulty reports that a row lacks what its person is told by, or has something wrong
// there that it is rejected for.
func personFaulty(o *kyc.Outcome) bool {
	if o.Record.Submission[kyc.FullName] == "" || o.Record.Submission[kyc.BirthDate] == "" {
		return true
	}
	return slices.ContainsFunc(o.Issues, func(i kyc.Issue) bool {
		return i.Severity == kyc.Reject && (i.Field == kyc.FullName.String() || i.Field == kyc.BirthDate.String())
	})
}

// see takes in an outcome.
func (r *Reconciliation) see(o *kyc.Outcome) {
	repeated := hasIssue(o, keyDuplicate)
	there := o.SubmissionID != "" && !repeated && o.Status != kyc.InDoubt && o.Status != kyc.Excluded
	if there {
		r.OfSource++
	}
	foreign := foreign(o)
	if o.Status != kyc.Rejected && o.Status != kyc.Refused && !foreign {
		return
	}
	r.Rejected++
	switch {
	case foreign:
		r.Foreign++
	case there:
		r.There++
	case repeated:
		r.Repeated++
	case hasIssue(o, rowBlank):
		r.Blank++
	case !o.Record.Key.Known():
		r.NoKey++
	default:
		r.Open++
	}
}

// Beside is what the rows that were taken in are beside what ARGOS has. How many records that
// are in all it does not know.
func (f *Fold) Beside() Reconciliation {
	beside := f.beside
	beside.ForeignAt = f.near(&f.foreign)
	return beside
}

// Reconciliation is what a report has of it, nil where nothing is to be reconciled.
func (f *Fold) Reconciliation() *Reconciliation {
	if f.meta.fromLedger() {
		return nil
	}
	beside := f.Beside()
	return beside.With(f.ending().InArgos)
}

// With puts the number of records beside it that the run directory has in ARGOS, 0 where that
// is not known. It is nil where nothing is to be reconciled: no rejected row has a record in
// ARGOS, and ARGOS has no record of the run directory that the source does not have.
func (r *Reconciliation) With(inArgos int64) *Reconciliation {
	if r == nil {
		return nil
	}
	with := *r
	with.InArgos, with.Others = inArgos, max(0, inArgos-r.OfSource)
	if inArgos == 0 {
		with.OfSource = 0
	}
	if with.There == 0 && with.Foreign == 0 && with.Others == 0 {
		return nil
	}
	return &with
}

// Settled reports whether no row is known to be open: each rejected one has its key in ARGOS
// for what may be its person, repeats one or is blank, and those whose key nobody can read
// are no more than the records that have keys of no row of the source.
func (r *Reconciliation) Settled() bool {
	return r != nil && r.Open == 0 && r.Foreign == 0 && r.NoKey <= r.Others
}

// OnlyForeign reports whether all that is open is rows with keys of somebody else.
func (r *Reconciliation) OnlyForeign() bool {
	return r != nil && r.Foreign > 0 && r.Open == 0 && r.NoKey <= r.Others
}

// Lines tells it in sentences without an end.
func (r *Reconciliation) Lines() []string {
	var lines []string
	if r.InArgos > 0 {
		lines = append(lines, "the run directory has "+countOf(r.InArgos, "record", "records")+" in ARGOS: "+thousands(r.OfSource)+" with a key of this source, "+
			thousands(r.Others)+" with a key that no row of it has, as rows have that were given one when they were mended")
	}
	if r.Rejected == 0 {
		return lines
	}
	text := "of " + countOf(r.Rejected, "row that is", "rows that are") + " rejected as the source stands, "
	for _, sort := range []struct {
		n         int64
		one, many string
	}{
		{r.There, "has a key that is in ARGOS", "have a key that is in ARGOS"},
		{r.Foreign, "has a key that stands in ARGOS for somebody else as far as names and birth dates tell", "have keys that stand in ARGOS for somebody else as far as names and birth dates tell"},
		{r.Repeated, "repeats the key of an earlier row", "repeat the key of an earlier row"},
		{r.NoKey, "has no key that can be read", "have no key that can be read"},
		{r.Blank, "is blank", "are blank"},
	} {
		if sort.n > 0 {
			text += countOf(sort.n, sort.one, sort.many) + ", "
		}
	}
	lines = append(lines, text+"and "+r.ownOpenText())
	if r.Foreign > 0 {
		lines = append(lines, r.foreignText())
	}
	switch {
	case r.Settled() && r.NoKey > 0:
		lines = append(lines, "nothing is open by key; that the "+countOf(r.NoKey, "row without one is", "rows without one are")+" among the records with other keys, "+thousands(r.Others)+" in all, is for somebody to see")
	case r.Settled():
		lines = append(lines, "nothing is open by key")
	case r.InArgos > 0 && r.NoKey > r.Others:
		lines = append(lines, "at least "+countOf(r.NoKey-r.Others, "row without a key that can be read was", "rows without a key that can be read were")+" not sent under another one")
	}
	return lines
}

// foreignText says what a key that stands for somebody else may mean, and where to look.
func (r *Reconciliation) foreignText() string {
	text := "a key that stands for somebody else is either the same person, mended: nothing to do; or somebody else, who is not in ARGOS: look at " +
		countOf(r.Foreign, "row", "rows") + ", key_conflict in issues.csv: " + strings.Join(r.ForeignAt, ", ")
	if more := r.Foreign - int64(len(r.ForeignAt)); more > 0 {
		text += " and " + thousands(more) + " more"
	}
	return text
}

// LeftToSee says in a sentence without an end what nobody can tell by keys, "" where
// there is nothing of that.
func (r *Reconciliation) LeftToSee() string {
	if !r.Settled() || r.NoKey == 0 {
		return ""
	}
	return "see whether " + countOf(r.NoKey, "row without a key that can be read is", "rows without a key that can be read are") + " in ARGOS under another key"
}

// openText says how many rows are open, those with a key of somebody else among them.
func (r *Reconciliation) openText() string {
	if r.Foreign == 0 {
		return r.ownOpenText()
	}
	text := countOf(r.Foreign, "may be of somebody who is not in ARGOS", "may be of people who are not in ARGOS")
	if r.Open > 0 {
		text += " and " + r.ownOpenText()
	}
	return text
}

// ownOpenText says how many rows with keys of their own are open.
func (r *Reconciliation) ownOpenText() string {
	switch {
	case r.Open == 0 && r.Foreign > 0:
		return "no other is open"
	case r.Open == 0:
		return "none is open"
	}
	return countOf(r.Open, "is open: it has a key of its own, which is not in ARGOS", "are open: they have keys of their own, which are not in ARGOS")
}
