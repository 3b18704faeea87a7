package cli

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"syscall"

	"github.com/spf13/cobra"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/pipeline"
	"kycmigrate/internal/report"
	"kycmigrate/internal/uploader"
)

func (a *app) reportCommand() *cobra.Command {
	v := &flags{}
	cmd := &cobra.Command{
		Use:   "report",
		Short: "Rebuild the report of a run directory from its ledger",
		Long: `report writes report.html and report.json anew for the whole of a run directory.
The ledger holds no personal data, so it alone gives counts and reasons; with
--source columns, fields and rows without a key are told of as well, and
results.csv and in_doubt.csv are written anew. Without --source a report that
knows more than the ledger is kept beside the new one, as report.run.html and
report.run.json. A rejects file that is there may be in somebody's hands and is
left as it is; where there is none, it is written. It makes no call.`,
		Example: `  migrate report --run runs/bank-csv
  migrate report --run runs/bank-csv --source customers.csv`,
		Args: noArgs,
		RunE: act(func(*cobra.Command, []string) error { return a.report(v) }),
	}
	f := cmd.Flags()
	a.runDirFlag(f, &v.run)
	f.StringVar(&v.source, "source", "", "what the run has read: a path or a glob")
	f.StringVar(&v.mapping, "mapping", "", "the mapping `file` (default: that of the last run)")
	f.BoolVar(&v.strict, "strict-required", false, "require idType and issuingCountry, as the older API pages do")
	asOfFlag(f, v)
	showValuesFlag(f, v)
	allIssuesFlag(f, v)
	f.BoolVar(&v.quiet, "quiet", false, "no progress")
	a.jsonFlag(f)
	return cmd
}

// report is migrate report.
func (a *app) report(v *flags) error {
	if v.showValues && v.source == "" {
		return usage("usage", "add --source, or leave --show-values out", "--show-values needs --source: the ledger holds no values")
	}
	dir, err := existingRunDir(v.run)
	if err != nil {
		return err
	}
	if !dir.hasOutcomes() {
		return usage("run_dir", "the report of a dry run is written by: migrate validate", "%s holds dry runs only", dir.path)
	}
	last, err := dir.readRunFile()
	if err != nil {
		return err
	}
	if v.mapping == "" && last != nil {
		v.mapping = last.Mapping.Path
	}
	var beside *report.Reconciliation
	if v.source != "" {
		beside, err = a.reportSource(dir, v, last)
	} else {
		err = a.reportLedger(dir, last)
	}
	if errors.Is(err, syscall.EROFS) {
		return dir.readOnly()
	}
	if err != nil {
		return err
	}
	return a.tell(dir, beside)
}

// reportLedger folds the ledger alone.
func (a *app) reportLedger(dir runDir, last *runFile) error {
	ledger, err := openLedger(a.stop.Soft, dir.path, checkpoint.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	meta := report.Meta{Title: dir.path, Tool: "migrate " + version, WholeDir: true}
	if last != nil {
		meta.Title, meta.Mapping, meta.MappingHash = last.Mapping.Name, last.Mapping.Path, last.Mapping.SHA256
		meta.Source, meta.Target, meta.Admin = last.Source.Path, last.Target, last.Admin
	}
	all := ledgerFold{ledger: ledger, fold: report.NewFold(meta)}
	err = ledger.Each(a.stop.Soft, func(r checkpoint.Record) error { return all.add(a.stop.Soft, &r) })
	if err == nil {
		err = all.flush(a.stop.Soft)
	}
	sum, errSum := ledger.Summary(a.stop.Soft)
	if err = errors.Join(err, errSum, ledger.Close()); err != nil {
		return err
	}
	ahead := outlook{dir: dir, last: last, counts: all.fold.Counts(), sum: sum}
	kept, err := dir.keepReport()
	if err != nil {
		return err
	}
	if err := dir.saveFold(all.fold, report.End{Next: stepsOf(ahead.next())}); err != nil {
		return err
	}
	say(a.err, "the report was made from the ledger alone, which knows neither columns nor rows without a key; one that knows them is written by\n  %s\n",
		rewriting(dir.path, last))
	if kept != "" {
		say(a.err, "the one of the last run, which does, is kept as %s\n", kept)
	}
	return nil
}

// rewriting is the command that makes the report of a run from its source. last is what
// the run directory did last, nil where that is not known.
func rewriting(dir string, last *runFile) string {
	if last == nil {
		last = &runFile{}
	}
	read := cmp.Or(last.Source.Of, last.Source.Path, "-") // of a rejects file, what it comes from
	if read == "-" {
		read = "FILE"
	}
	words := []string{"migrate", "report", "--run", dir, "--source", read}
	for i, flag := range last.Flags {
		switch flag {
		case "--strict-required", "--all-issues":
			words = append(words, flag)
		case "--as-of":
			words = append(words, last.Flags[i:i+2]...)
		}
	}
	return shellLine(words...)
}

// saveFold writes the report of a whole run directory. end holds what is known
// of the source that was read for it.
func (d runDir) saveFold(f *report.Fold, end report.End) error {
	end.Read, end.Files = f.Counts().Read, d.links()
	f.Finish(end)
	return f.Save(d.path)
}

// ledgerFold hands the records of a ledger to a report, so many at a time that
// their pictures are counted by few queries.
type ledgerFold struct {
	ledger *checkpoint.Ledger
	fold   *report.Fold
	batch  []checkpoint.Record
}

func (f *ledgerFold) add(ctx context.Context, r *checkpoint.Record) error {
	f.batch = append(f.batch, *r)
	if len(f.batch) < 256 {
		return nil
	}
	return f.flush(ctx)
}

func (f *ledgerFold) flush(ctx context.Context) error {
	images, err := imagesPut(ctx, f.ledger, f.batch)
	if err != nil {
		return err
	}
	for i := range f.batch {
		r := &f.batch[i]
		o := outcomeOf(&kyc.Record{Row: &kyc.Row{Seq: r.ID, Origin: r.Origin}}, r)
		o.Images, o.Held = images[r.ID], images[r.ID]
		if err := f.fold.Add(&o); err != nil {
			return err
		}
	}
	f.batch = f.batch[:0]
	return nil
}

// imagesPut counts the pictures that ARGOS has, by record.
func imagesPut(ctx context.Context, ledger *checkpoint.Ledger, records []checkpoint.Record) (map[int64]int, error) {
	ids := make([]int64, 0, len(records))
	for i := range records {
		if records[i].State.Bound() {
			ids = append(ids, records[i].ID)
		}
	}
	return ledger.ImagesPut(ctx, ids)
}

// outcomeOf tells how the ledger knows a record to have ended.
func outcomeOf(rec *kyc.Record, r *checkpoint.Record) kyc.Outcome {
	o := kyc.Outcome{
		Status: statusOf(r.State), Record: rec, SubmissionID: r.SubmissionID, Issues: rec.Issues, Doubled: r.Doubled,
	}
	if told(rec, r, o.Status) {
		return o
	}
	text := reasons[o.Status]
	o.Issues = append(o.Issues[:len(o.Issues):len(o.Issues)], kyc.Issue{
		Severity: kyc.Reject, Code: r.Reason, Message: text.message, Fix: text.fix,
	})
	return o
}

// told reports whether the ledger's reason adds nothing to a record: there is
// none, the record carries it, or it carries what is wrong with it today.
func told(rec *kyc.Record, r *checkpoint.Record, s kyc.Status) bool {
	return r.Reason == "" || s == kyc.Created || s == kyc.Rejected && rec.Rejected() ||
		slices.ContainsFunc(rec.Issues, func(i kyc.Issue) bool { return i.Code == r.Reason })
}

// reasons explain the codes that the ledger keeps without their sentence.
var reasons = [kyc.NumStatuses]struct{ message, fix string }{
	kyc.Rejected:   {"the run that read the record last rejected it", "mend the row, and run it"},
	kyc.Refused:    {"ARGOS refused the record", "mend the row, or the mapping if many rows are refused alike"},
	kyc.Failed:     {"the record could not be sent; nothing was done in ARGOS", "run again; the record is taken up by itself"},
	kyc.Incomplete: {"the record is in ARGOS, but a picture is not", "mend the picture and run again; only what is missing is put"},
	kyc.InDoubt: {
		"nobody could say whether ARGOS has the record",
		"run again to look it up once more, or decide in in_doubt.csv and give it to migrate resolve",
	},
	kyc.Excluded: {"the record was given up", "nothing; a person decided so"},
}

// reportSource reads the source again and puts what the ledger knows beside
// it, and returns how the rows stand beside that, nil where they are not all of a
// source. It holds the lock of the directory, because it writes what a run does.
func (a *app) reportSource(dir runDir, v *flags, last *runFile) (beside *report.Reconciliation, err error) {
	if v.mapping == "" {
		return nil, usage("usage", "see: migrate report --help", "--mapping is missing: which mapping file?")
	}
	m, err := a.loadMapping(v.mapping, toCheck, v)
	if err != nil {
		return nil, err
	}
	path, err := a.sourcePath(v.source)
	if err != nil {
		return nil, err
	}
	ledger, err := openLedger(a.stop.Soft, dir.path, checkpoint.Options{Aside: true})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, ledger.Close()) }()
	s := &session{
		app: a, flags: v, mapping: m, dir: dir, out: dir, source: path, retells: true, known: ledger,
		result: &result{title: m.Name, whole: true, dir: dir.path},
	}
	if last != nil {
		s.record.Target, s.record.Admin = last.Target, last.Admin
	}
	defer func() { err = errors.Join(err, s.closeIdentity(), dir.dropTemp()) }()
	if err := s.compare(); err != nil {
		return nil, err
	}
	p, err := s.openPass(a.stop.Soft)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	out, err := s.openOutputs(p, ledger)
	if err != nil {
		return nil, err
	}
	progress := a.newProgress(stageReporting, p.extent(v.limit), v.quiet)
	_, err = pipeline.Survey(a.stop.Soft, p.front, ledgerJudge{ledger: ledger, dry: uploader.NewDryRun(ledger.Walk(), false, nil)}, s.noting(s.fold, out, progress))
	progress.Close()
	if err == nil {
		err = errors.Join(s.tellLate(out), s.tellPlaces())
	}
	if err != nil {
		return nil, errors.Join(err, out.Abort())
	}
	if err := out.Close(a.stop.Hard, p.rows.ended); err != nil {
		return nil, err
	}
	s.note(p.reader)
	if s.readWhole(p) {
		s.noteUnseen(p)
	}
	sum, err := ledger.Summary(a.stop.Hard)
	if err != nil {
		return nil, err
	}
	if rows := s.fold.Beside(); s.readWhole(p) {
		beside = &rows
	}
	if s.reconciles(p) {
		s.inArgos = inArgos(&sum)
	}
	ahead := outlook{dir: dir, last: last, counts: s.fold.Counts(), sum: sum, beside: beside.With(s.inArgos)}
	return beside, dir.saveFold(s.fold, report.End{
		InArgos: s.inArgos, Started: a.started, Finished: a.os.Now(),
		SourceNotes: s.notes, Unseen: s.unseen, SourceDigest: p.reader.Digest(), Changes: s.tallies.changes(), Unlisted: s.result.unlisted,
		Next: stepsOf(ahead.next()),
	})
}

// ledgerJudge gives each record the outcome that the ledger knows.
type ledgerJudge struct {
	ledger *checkpoint.Ledger
	dry    *uploader.DryRun // which knows what differs from what was sent
}

// Judge implements pipeline.Judge.
func (j ledgerJudge) Judge(ctx context.Context, recs []*kyc.Record, outs []kyc.Outcome) error {
	keys := make([]checkpoint.MAC, len(recs))
	for i, rec := range recs {
		if rec.Key.Known() {
			keys[i] = uploader.KeyPrint(j.ledger, rec.Key)
		}
	}
	found, err := j.ledger.Find(ctx, keys)
	if err != nil {
		return err
	}
	images, err := imagesPut(ctx, j.ledger, found)
	if err != nil {
		return err
	}
	for i, rec := range recs {
		if outs[i], err = j.outcome(ctx, rec, &found[i], images); err != nil {
			return err
		}
	}
	return j.compare(ctx, recs, outs)
}

// compare notes which of the records in ARGOS differ now from what was sent.
func (j ledgerJudge) compare(ctx context.Context, recs []*kyc.Record, outs []kyc.Outcome) error {
	today := make([]kyc.Outcome, len(recs))
	if err := j.dry.Judge(ctx, recs, today); err != nil {
		return err
	}
	for i := range outs {
		conflict := today[i].Status == kyc.Rejected && today[i].SubmissionID != ""
		if outs[i].Status == kyc.Created && (today[i].Changed || conflict) {
			outs[i].Changed, outs[i].Issues = true, today[i].Issues
		}
		if outs[i].Status == kyc.Created && today[i].Status == kyc.Ready {
			outs[i].Issues = today[i].Issues // that pictures came since is one of them
		}
		if recs[i].Excluded != "" && (outs[i].Status == kyc.Created || outs[i].Status == kyc.Incomplete) {
			outs[i].Issues = today[i].Issues // that it is excluded now is one of them
		}
	}
	return nil
}

// outcome is the ledger's, unless the row is one that never got that far.
func (j ledgerJudge) outcome(ctx context.Context, rec *kyc.Record, r *checkpoint.Record, images map[int64]int) (kyc.Outcome, error) {
	switch {
	case r.ID != 0 && !repeats(rec):
		o := outcomeOf(rec, r)
		o.Images, o.Held = images[r.ID], images[r.ID]
		if rec.Excluded != "" && (o.Status == kyc.Rejected || o.Status == kyc.Refused || o.Status == kyc.Failed) {
			return kyc.Outcome{Status: kyc.Excluded, Record: rec, Issues: rec.Issues}, nil
		}
		if o.Status != kyc.InDoubt {
			return o, nil
		}
		attempts, err := j.ledger.Attempts(ctx, r.ID)
		o.Doubt = doubtOf(r, attempts)
		return o, err
	case rec.Excluded != "":
		return kyc.Outcome{Status: kyc.Excluded, Record: rec, Issues: rec.Issues}, nil
	case rec.Rejected():
		return kyc.Outcome{Status: kyc.Rejected, Record: rec, Issues: rec.Issues}, nil
	}
	return kyc.Outcome{Status: kyc.NotAttempted, Record: rec, Issues: rec.Issues}, nil
}

// repeats reports whether a row has the key or userid of an earlier one: what
// the ledger knows is about that one.
func repeats(rec *kyc.Record) bool {
	for i := range rec.Issues {
		switch rec.Issues[i].Code {
		case "key_duplicate", "userid_duplicate":
			return true
		}
	}
	return false
}
