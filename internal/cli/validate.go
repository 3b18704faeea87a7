package cli

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/pipeline"
	"kycmigrate/internal/uploader"
)

func (a *app) validateCommand() *cobra.Command {
	v := &flags{}
	cmd := &cobra.Command{
		Use:   "validate",
		Short: "Dry run: read, map and check everything, send nothing",
		Long: `validate reads the whole source, maps and checks every record and writes the
report: what would be sent, and what must be mended, with its place. It sends
nothing and needs no key. In a run directory that holds real outcomes it writes
under dry-run/, counts what is done as already, and changes nothing else.

The rows to mend are in the rejects file, as they were read, with four columns
that say what is wrong; mended, that file can be read in place of the source.

Flags of 'migrate run' that only matter for sending are accepted and ignored.`,
		Example: `  migrate validate --source customers.csv --mapping mappings/bank-csv.yaml
  migrate validate --source 'export/*.csv' --mapping mappings/bank-csv.yaml --max-rejects 2%
  zcat customers.csv.gz | migrate validate --source - --mapping mappings/bank-csv.yaml --json`,
		Args: noArgs,
	}
	a.recordFlags(cmd.Flags(), v)
	sending := pflag.NewFlagSet("sending", pflag.ContinueOnError)
	sendFlags(sending, v)
	sending.VisitAll(func(f *pflag.Flag) { f.Hidden = true })
	cmd.Flags().AddFlagSet(sending)
	cmd.RunE = act(func(cmd *cobra.Command, _ []string) error {
		if err := v.check(cmd); err != nil {
			return err
		}
		return a.validate(v)
	})
	return cmd
}

// validate is migrate validate, and migrate run --dry-run.
func (a *app) validate(v *flags) (err error) {
	s, err := a.openSession(v, true)
	if err != nil {
		return err
	}
	a.result = s.result
	defer func() { err = s.finish(err) }()
	if err := s.start(); err != nil {
		return err
	}
	judge, closeJudge, err := s.judge()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeJudge()) }()
	return s.judgeAll(judge)
}

// judge is what decides in a dry run: it knows the ledger where the directory
// has one, so that what is done counts as already. It cannot send.
func (s *session) judge() (*uploader.DryRun, func() error, error) {
	if !s.dir.hasOutcomes() {
		return uploader.NewDryRun(nil, s.flags.retryRefused, nil), func() error { return nil }, nil
	}
	ledger, err := openLedger(s.app.stop.Soft, s.dir.path, checkpoint.Options{ReadOnly: true})
	if err != nil {
		return nil, nil, err
	}
	s.known = ledger
	return uploader.NewDryRun(ledger.Walk(), s.flags.retryRefused, nil), ledger.Close, nil
}

// lentTexts is the memory that the texts of a batch of a dry run share: what the
// caches of a core have room for. A run lends none: it keeps records that it looks for
// later.
const lentTexts = 256 << 10

// judgeAll makes the one pass of a dry run, and its report.
func (s *session) judgeAll(judge pipeline.Judge) (err error) {
	if err := s.compare(); err != nil {
		return err
	}
	p, err := s.openPass(s.app.stop.Soft)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	out, err := s.openOutputs(p, nil)
	if err != nil {
		return err
	}
	p.front.Lend = s.lend
	progress := s.app.newProgress(stageChecking, p.extent(s.flags.limit), s.flags.quiet)
	c := &s.result.counts
	c.Read, err = pipeline.Survey(s.app.stop.Soft, p.front, judge, s.noting(tally{s.result}, s.fold, out, progress))
	progress.Close()
	if err != nil {
		abandonRest(c)
	}
	s.hasRead(p)
	if err == nil {
		err = errors.Join(s.tellLate(out), s.countInArgos(p))
	}
	if err = errors.Join(err, out.Close(s.app.stop.Hard, p.rows.ended && err == nil)); err != nil {
		return err
	}
	return s.tolerate()
}
