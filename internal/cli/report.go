package cli

import (
	"context"
	"errors"
	"strings"

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
--source the fields are told of as well, and results.csv and the rejects file
are written anew. It makes no call.`,
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
	f.BoolVar(&v.quiet, "quiet", false, "no progress")
	a.jsonFlag(f)
	return cmd
}

// report is migrate report.
func (a *app) report(v *flags) error {
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
	if v.source == "" {
		err = a.reportLedger(dir, last)
	} else {
		err = a.reportSource(dir, v)
	}
	if err != nil {
		return err
	}
	return a.tell(dir)
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
	fold := report.NewFold(meta)
	err = ledger.Each(a.stop.Soft, func(r checkpoint.Record) error {
		row := &kyc.Row{Seq: r.ID, Origin: r.Origin}
		o := outcomeOf(&kyc.Record{Row: row}, &r)
		return fold.Add(&o)
	})
	if err = errors.Join(err, ledger.Close()); err != nil {
		return err
	}
	return fold.Save(dir.path)
}

// outcomeOf tells how the ledger knows a record to have ended.
func outcomeOf(rec *kyc.Record, r *checkpoint.Record) kyc.Outcome {
	o := kyc.Outcome{
		Status: statusOf(r.State), Record: rec, SubmissionID: r.SubmissionID, Issues: rec.Issues, Doubled: r.Doubled,
	}
	if r.Reason != "" && o.Status != kyc.Created {
		o.Issues = append(o.Issues[:len(o.Issues):len(o.Issues)], kyc.Issue{
			Severity: kyc.Reject, Code: r.Reason, Message: "the ledger gives this reason", Fix: "see the report of the run itself",
		})
	}
	return o
}

// reportSource reads the source again and puts what the ledger knows beside
// it. It holds the lock of the directory, because it writes what a run does.
func (a *app) reportSource(dir runDir, v *flags) (err error) {
	if v.mapping == "" {
		return usage("usage", "see: migrate report --help", "--mapping is missing: which mapping file?")
	}
	m, err := a.loadMapping(v.mapping, false)
	if err != nil {
		return err
	}
	ledger, err := openLedger(a.stop.Soft, dir.path, checkpoint.Options{Aside: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ledger.Close()) }()
	s := &session{
		app: a, flags: v, mapping: m, dir: dir, out: dir, source: v.source,
		result: &result{title: m.Name, whole: true, dir: dir.path},
	}
	p, err := s.openPass(a.stop.Soft)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	out, err := s.openOutputs(p, ledger)
	if err != nil {
		return err
	}
	progress := a.newProgress("reporting", 0, v.quiet)
	_, err = pipeline.Survey(a.stop.Soft, p.front, ledgerJudge{ledger}, sinks{s.fold, out, progress})
	progress.Close()
	if err != nil {
		return errors.Join(err, out.Abort())
	}
	return errors.Join(out.Close(a.stop.Hard, p.rows.ended), s.fold.Save(dir.path))
}

// ledgerJudge gives each record the outcome that the ledger knows.
type ledgerJudge struct{ ledger *checkpoint.Ledger }

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
	for i, rec := range recs {
		outs[i] = j.outcome(rec, &found[i])
	}
	return nil
}

// outcome is the ledger's, unless the row is one that never got that far.
func (j ledgerJudge) outcome(rec *kyc.Record, r *checkpoint.Record) kyc.Outcome {
	switch {
	case r.ID != 0 && !repeats(rec):
		return outcomeOf(rec, r)
	case rec.Rejected():
		return kyc.Outcome{Status: kyc.Rejected, Record: rec, Issues: rec.Issues}
	}
	return kyc.Outcome{Status: kyc.NotAttempted, Record: rec, Issues: rec.Issues}
}

// repeats reports whether a row has the key or userid of an earlier one: what
// the ledger knows is about that one.
func repeats(rec *kyc.Record) bool {
	for i := range rec.Issues {
		if strings.HasSuffix(rec.Issues[i].Code, "_duplicate") {
			return true
		}
	}
	return false
}
