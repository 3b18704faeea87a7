package report

import "kycmigrate/internal/kyc"

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
	There    int64 `json:"rejected_in_argos"`     // their key is in ARGOS
	Repeated int64 `json:"rejected_repeated_key"` // an earlier row has their key
	NoKey    int64 `json:"rejected_no_key"`       // no key of theirs can be read
	Blank    int64 `json:"rejected_blank"`        // they have no value at all
	Open     int64 `json:"rejected_open"`         // they have a key of their own, and it is not in ARGOS
}

// rowBlank is the code of a row without any value (source).
const rowBlank = "row_blank"

// see takes in an outcome.
func (r *Reconciliation) see(o *kyc.Outcome) {
	repeated := hasIssue(o, keyDuplicate)
	there := o.SubmissionID != "" && !repeated && o.Status != kyc.InDoubt && o.Status != kyc.Excluded
	if there {
		r.OfSource++
	}
	if o.Status != kyc.Rejected && o.Status != kyc.Refused {
		return
	}
	r.Rejected++
	switch {
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
func (f *Fold) Beside() Reconciliation { return f.beside }

// Reconciliation is what a report has of it, nil where nothing is to be reconciled.
func (f *Fold) Reconciliation() *Reconciliation {
	if f.meta.fromLedger() {
		return nil
	}
	return f.beside.With(f.ending().InArgos)
}

// With puts the number of records beside it that the run directory has in ARGOS, 0 where that
// is not known. It is nil where nothing is to be reconciled: no rejected row has a record in
// ARGOS, and ARGOS has no record of the run directory that the source does not have.
func (r *Reconciliation) With(inArgos int64) *Reconciliation {
	if r == nil {
		return nil
	}
	with := *r
	return with.fill(inArgos)
}

func (r *Reconciliation) fill(inArgos int64) *Reconciliation {
	r.InArgos, r.Others = inArgos, max(0, inArgos-r.OfSource)
	if inArgos == 0 {
		r.OfSource = 0
	}
	if r.There == 0 && r.Others == 0 {
		return nil
	}
	return r
}

// Settled reports whether no row is known to be open: each rejected one has its key in ARGOS,
// repeats one or is blank, and those whose key nobody can read are no more than the records
// that have keys of no row of the source.
func (r *Reconciliation) Settled() bool {
	return r != nil && r.Open == 0 && r.NoKey <= r.Others
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
		{r.Repeated, "repeats the key of an earlier row", "repeat the key of an earlier row"},
		{r.NoKey, "has no key that can be read", "have no key that can be read"},
		{r.Blank, "is blank", "are blank"},
	} {
		if sort.n > 0 {
			text += countOf(sort.n, sort.one, sort.many) + ", "
		}
	}
	lines = append(lines, text+"and "+r.openText())
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

func (r *Reconciliation) openText() string {
	if r.Open == 0 {
		return "none is open"
	}
	return countOf(r.Open, "is open: it has a key of its own, which is not in ARGOS", "are open: they have keys of their own, which are not in ARGOS")
}
