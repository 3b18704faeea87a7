package cli

import (
	"encoding/hex"
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"
	"go.uber.org/zap/zapcore"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/report"
)

func (a *app) resolveCommand() *cobra.Command {
	var path, by string
	cmd := &cobra.Command{
		Use:   "resolve FILE",
		Short: "Take an operator's decisions on records in doubt",
		Long: `resolve reads an in_doubt.csv in whose column _decision an operator has written
  adopt:ID   the submission with this id is the record: the next run sees first
             whether ARGOS has it
  absent     ARGOS does not have the record: it is looked up once more by the
             next run, and then sent
  skip       give the record up
and notes the decisions in the ledger and the log of the run directory, with the
name of who made them and the time. Lines without a decision stay in doubt. It makes no
call; 'migrate run' goes on from there.`,
		Example: `  migrate resolve runs/bank-csv/in_doubt.csv
  migrate resolve decided.csv --run runs/bank-csv --by "Kim, on call"`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				return nil
			}
			return usage("usage", "see: migrate resolve --help", "migrate resolve takes one file, found %d", len(args))
		},
		RunE: act(func(_ *cobra.Command, args []string) error {
			return a.resolve(args[0], path, a.decider(by))
		}),
	}
	cmd.Flags().StringVar(&path, "run", "", "the run `directory` (default: where the file is)")
	cmd.Flags().StringVar(&by, "by", "", "who decided (default: the name of the user)")
	a.jsonFlag(cmd.Flags())
	return cmd
}

// decider is the name that decisions are noted under.
func (a *app) decider(by string) string {
	for _, name := range []string{"USER", "LOGNAME", "USERNAME"} {
		if by == "" {
			by = a.variable(name)
		}
	}
	return by
}

// resolving is the command that takes decisions from a file; it asks for a name where
// the system does not tell who types it.
func (a *app) resolving(file string) []string {
	words := []string{"migrate", "resolve", file}
	if a.decider("") == "" {
		words = append(words, "--by", "YOUR-NAME")
	}
	return words
}

// resolve is migrate resolve.
func (a *app) resolve(file, path, by string) (err error) {
	if by == "" {
		return usage("usage", "name yourself with --by", "it is not known who decides")
	}
	if err := mustExist("decisions", "the command", file); err != nil {
		return err
	}
	dir, err := decidedRun(file, path)
	if err != nil {
		return err
	}
	decisions, err := report.ReadDecisions(file)
	if err != nil {
		return usage("decisions", "mend the file; nothing was decided", "%w", err)
	}
	if len(decisions) == 0 {
		return usage("decisions", "write adopt:ID, absent or skip into the column _decision", "%s holds no decision", file)
	}
	ledger, err := openLedger(a.stop.Soft, dir.path, checkpoint.Options{Aside: true})
	if err != nil {
		return err
	}
	err = a.decideLogged(ledger, dir, file, decisions, by)
	if err = errors.Join(err, ledger.Close()); err != nil {
		return err
	}
	return a.tell(dir, nil)
}

// decidedRun is the run that decisions are about: the one that is named, or the
// one that their file stands in.
func decidedRun(file, path string) (runDir, error) {
	if path != "" {
		return existingRunDir(path)
	}
	dir := runDir{filepath.Dir(file)}
	if !dir.isRun() {
		return dir, usage("run_dir", "name the run directory that the decisions are about: "+shellLine("migrate", "resolve", file)+" --run DIR",
			"%s does not stand in a run directory", file)
	}
	return dir, nil
}

// decideLogged notes the decisions in the ledger, and who took them in the log.
func (a *app) decideLogged(ledger *checkpoint.Ledger, dir runDir, file string, decisions []report.Decision, by string) error {
	log, err := openLog(dir, "info", a.err, zapcore.NewNopCore())
	if err != nil {
		return err
	}
	err = a.decide(ledger, log, file, decisions, by)
	return errors.Join(err, log.Close())
}

// decide notes every decision that can be noted, and tells of the others.
func (a *app) decide(ledger *checkpoint.Ledger, log *eventLog, file string, decisions []report.Decision, by string) error {
	failed := 0
	for _, d := range decisions {
		err := ledger.Decide(a.stop.Hard, keyOf(d.Record), checkpoint.Decision(d.Action), d.SubmissionID, by)
		switch {
		case errors.Is(err, checkpoint.ErrConflict) || errors.Is(err, checkpoint.ErrBound):
			failed++
			say(a.err, "%s:%d: not taken: %s\n", file, d.Line, err)
		case err != nil:
			return err
		default:
			log.Evidence(eventDecided, "record", d.Record, "decision", string(d.Action), "submission", d.SubmissionID, "by", by)
		}
	}
	log.Evidence(eventResolved, "command", "resolve", "version", version, "by", by, "noted", len(decisions)-failed, "not_taken", failed)
	say(a.err, "%s of %s decisions noted, by %s\n", thousands(int64(len(decisions)-failed)), thousands(int64(len(decisions))), by)
	if failed > 0 {
		return usage("decisions", "each is named above; those that were noted stand", "%s not be taken", countOf(int64(failed), "decision could", "decisions could"))
	}
	return nil
}

// keyOf is the fingerprint that a record is named by in in_doubt.csv. What
// does not fit is the zero one, which no record has.
func keyOf(record string) (mac checkpoint.MAC) {
	raw, err := hex.DecodeString(record)
	if err == nil && len(raw) == len(mac) {
		copy(mac[:], raw)
	}
	return mac
}
