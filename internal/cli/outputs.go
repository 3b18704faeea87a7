package cli

import (
	"context"
	"encoding/hex"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/report"
	"kycmigrate/internal/uploader"
)

// outputs are the files that a pass over the source writes beside the report:
// the rejects and the list of issues, and for a run that sends also the
// crosswalk and the doubts.
type outputs struct {
	session *session
	rejects *rejectsFile
	issues  *report.IssueList
	results *report.Results // nil in a dry run
	doubts  *doubtsFile     // nil in a dry run
}

// openOutputs starts the files and the report of a pass. ledger is nil in a dry run.
func (s *session) openOutputs(p *pass, ledger *checkpoint.Ledger) (*outputs, error) {
	o := &outputs{session: s}
	s.fold = s.newFold(p)
	var err error
	if o.rejects, err = s.openRejects(p.reader); err != nil {
		return nil, err
	}
	if o.issues, err = report.NewIssueList(s.out.file(fileIssues), s.flags.allIssues); err != nil {
		return nil, errors.Join(err, o.Abort())
	}
	if ledger == nil {
		return o, nil
	}
	record := func(key kyc.Key) string { return macText(uploader.KeyPrint(ledger, key)) }
	if o.results, err = report.NewResults(s.out.file(fileResults), record); err != nil {
		return nil, usage("results", "mend or move the file; it tells which submission each record became",
			"%w", errors.Join(err, o.Abort()))
	}
	if o.doubts, err = openDoubts(s.out.file(fileDoubts), record, ledger); err != nil {
		return nil, usage("in_doubt", "mend or move the file; it may hold decisions",
			"%w", errors.Join(err, o.Abort()))
	}
	return o, nil
}

// tellNoResults tells that the crosswalk begins anew, where somebody took it away.
func (s *session) tellNoResults() {
	if s.last == nil || s.last.Summary == nil || s.last.Summary.Files.Results == "" || s.out.has(fileResults) {
		return
	}
	say(s.app.err, "warning: %s is not there any more and begins anew with the records of this source; all that the ledger knows is told again by\n  %s\n",
		s.out.file(fileResults), shellLine("migrate", "report", "--source", s.flags.source, "--mapping", s.flags.mapping, "--run", s.dir.path))
}

func macText(m checkpoint.MAC) string { return hex.EncodeToString(m[:]) }

// Add implements pipeline.Sink.
func (o *outputs) Add(outcome *kyc.Outcome) error {
	err := errors.Join(o.rejects.Add(outcome), o.issues.Add(outcome))
	if o.results != nil {
		err = errors.Join(err, o.results.Add(outcome), o.doubts.Add(outcome))
	}
	return err
}

// Close puts every file in its place.
func (o *outputs) Close(ctx context.Context, readToEnd bool) error {
	before := o.session.out.earlierRejects()
	err := errors.Join(o.rejects.Close(readToEnd), o.issues.Close())
	o.tellAside(before)
	if o.rejects != nil && o.rejects.inPlace {
		o.session.record.Source.Dialect = o.rejects.dialect
	}
	f := &o.session.result.files
	f.Rejects, f.Issues = o.rejects.place(), o.session.out.file(fileIssues)
	o.session.result.unlisted = o.issues.Unlisted()
	if o.results != nil {
		err = errors.Join(err, o.retract(ctx), o.results.Close(), o.doubts.Close(ctx))
		f.Results, f.InDoubt = o.session.out.file(fileResults), o.doubts.place()
	}
	return err
}

// tellAside tells where the rejects file went that was in the place of the new one:
// somebody may have been mending it. Of one that is the source it tells that it was left.
func (o *outputs) tellAside(before []string) {
	if o.rejects == nil || o.rejects.isSource {
		if o.rejects != nil && o.rejects.left {
			say(o.session.app.err, "%s is left as it was: it was not read to its end\n", o.rejects.path)
		}
		return
	}
	for _, name := range o.session.out.earlierRejects() {
		if !slices.Contains(before, name) {
			say(o.session.app.err, "the rejects file that was there before is kept as %s\n", name)
		}
	}
}

// earlierRejects lists the rejects files that later ones have replaced.
func (d runDir) earlierRejects() []string {
	names, _ := filepath.Glob(d.file("rejects.[0-9]*.*")) // the only error is that of a bad pattern
	return names
}

// retract takes out of the crosswalk what turned out to be wrong after it was
// told, in this run or an earlier one.
func (o *outputs) retract(ctx context.Context) error {
	open, err := o.doubts.ledger.OpenRecords(ctx)
	for i := range open {
		if uploader.Disproved(&open[i]) {
			o.results.Retract(macText(open[i].Prints.Key), open[i].Reason)
		}
	}
	return err
}

// Abort leaves every file as it was before.
func (o *outputs) Abort() error {
	err := errors.Join(o.rejects.Close(false), o.issues.Abort())
	if o.results != nil {
		err = errors.Join(err, o.results.Abort())
	}
	if o.doubts != nil {
		err = errors.Join(err, o.doubts.file.Abort())
	}
	return err
}

// discard is Abort for files that are written anew from the beginning: what was rejected
// until now is none that anybody should mend.
func (o *outputs) discard() error {
	err := o.rejects.abort()
	o.rejects = nil
	return errors.Join(err, o.Abort())
}

// doubtsFile writes in_doubt.csv: the records in doubt of this source, and
// after them those that the ledger knows and this source did not reach.
type doubtsFile struct {
	path   string
	file   *report.Doubts
	ledger *checkpoint.Ledger
	record func(kyc.Key) string
	told   map[string]bool // records that have their line
}

func openDoubts(path string, record func(kyc.Key) string, ledger *checkpoint.Ledger) (*doubtsFile, error) {
	file, err := report.NewDoubts(path, record)
	return &doubtsFile{path: path, file: file, ledger: ledger, record: record, told: map[string]bool{}}, err
}

// Add implements pipeline.Sink.
func (d *doubtsFile) Add(o *kyc.Outcome) error {
	if o.Status != kyc.InDoubt {
		return nil
	}
	d.told[d.record(o.Record.Key)] = true
	return d.file.Add(o)
}

// Close adds what the ledger knows besides, and puts the file in its place.
func (d *doubtsFile) Close(ctx context.Context) error {
	open, err := d.ledger.OpenRecords(ctx)
	for i := range open {
		if record := macText(open[i].Prints.Key); err == nil && !d.told[record] {
			err = d.addElsewhere(ctx, record, &open[i])
		}
	}
	if err != nil {
		return errors.Join(err, d.file.Abort())
	}
	return d.file.Close()
}

func (d *doubtsFile) addElsewhere(ctx context.Context, record string, r *checkpoint.Record) error {
	attempts, err := d.ledger.Attempts(ctx, r.ID)
	if err != nil {
		return err
	}
	return d.file.AddElsewhere(record, doubtOf(r, attempts), r.Origin)
}

// doubtOf is what the ledger knows of a record in doubt.
func doubtOf(r *checkpoint.Record, attempts []checkpoint.Attempt) *kyc.Doubt {
	doubt := &kyc.Doubt{Reason: r.Reason}
	for i := range attempts {
		a := &attempts[i]
		if i == 0 {
			doubt.FirstSent = a.SrvBefore
		}
		doubt.LastSent = a.SrvEnd
		doubt.Lookups += a.Lookups
		doubt.Candidates = append(doubt.Candidates, a.Candidates...)
		doubt.RequestIDs = append(doubt.RequestIDs, strings.Fields(a.RequestIDs)...)
	}
	return doubt
}

// place is the file to point at, "" when nothing is in doubt.
func (d *doubtsFile) place() string {
	if d.file.Lines() == 0 {
		return ""
	}
	return d.path
}
