package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/report"
)

func (a *app) statusCommand() *cobra.Command {
	var path string
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Where a run stands, from its ledger",
		Long: `status reads the ledger of a run directory and says how many records are where.
It may be used while a run is going on; it changes nothing and makes no call.`,
		Example: `  migrate status --run runs/bank-csv
  migrate status --run runs/bank-csv --json`,
		Args: noArgs,
		RunE: act(func(*cobra.Command, []string) error { return a.status(path) }),
	}
	a.runDirFlag(cmd.Flags(), &path)
	a.jsonFlag(cmd.Flags())
	return cmd
}

// status is migrate status. Its exit code says whether the answer could be
// given, not what it is.
func (a *app) status(path string) error {
	dir, err := existingRunDir(path)
	if err != nil {
		return err
	}
	return a.tell(dir, nil)
}

// tell says how a run directory stands: to people on standard output, or as
// the object of --json. beside is how the rows of the source stand beside it, where
// that was just seen; nil takes what the last run has seen.
func (a *app) tell(dir runDir, beside *report.Reconciliation) error {
	last, err := dir.readRunFile()
	if err != nil {
		return usage("run_dir", "the next run writes it anew", "%w", err)
	}
	sum, err := a.readSummary(dir)
	if err != nil {
		return err
	}
	r := wholeResult(dir, last, sum)
	if beside == nil && last != nil {
		beside = last.Beside
	}
	r.reconciled = beside.With(inArgos(&sum))
	if a.json {
		a.result = r
		return nil
	}
	say(a.out, "%s\n", r.heading())
	r.writeCounts(a.out)
	busy, err := checkpoint.Held(dir.path)
	if err != nil {
		return usage("run_dir", "make the directory readable", "%w", err)
	}
	writeState(a.out, last, sum, busy, a.os.Now())
	say(a.out, "%s", leftOut(last, r.files.Results))
	if r.reconciled != nil {
		say(a.out, "The source as it was read last, beside this:\n%s", linesOf(r.reconciled))
	}
	r.files.list(a.out)
	if !busy {
		say(a.out, "%s", continuing(dir, last, &r.counts, &sum, r.reconciled))
	}
	return nil
}

// continuing tells the command that takes up what is not done, or that nothing is
// left. sum tells of records that were posted again and are to be looked up, and of those rejected
// that no later run has seen; beside is how the rejected rows go together with what is in ARGOS.
func continuing(dir runDir, last *runFile, c *kyc.Counts, sum *checkpoint.Summary, beside *report.Reconciliation) string {
	if last == nil {
		return ""
	}
	through := c.ByStatus[kyc.Created] + c.ByStatus[kyc.Already] + c.ByStatus[kyc.Updated] + c.ByStatus[kyc.Excluded] + c.ByStatus[kyc.Rejected]
	audits := sum.AuditDue
	if beside.Settled() && !last.DryRun && audits == 0 && through == c.Read && (sum.StaleRejects == 0 || beside.Rejected > 0) {
		if see := beside.LeftToSee(); see != "" || sum.StaleRejects > 0 {
			return nothingKnown(see, sum.StaleRejects)
		}
		return "Nothing is left to do that is known by its key: what was mended elsewhere than in the source is in ARGOS.\n"
	}
	source := last.Source.Path
	if _, err := os.Stat(source); last.Source.Of != "" && errors.Is(err, fs.ErrNotExist) {
		source = last.Source.Of // its rejects went through, and were put aside
	}
	words := append([]string{"migrate", "run", "--source", source, "--mapping", last.Mapping.Path, "--run", dir.path}, last.Flags...)
	part := last.Source.Part
	if source == last.Source.Of {
		part = last.Source.OfPart
	}
	all := len(words) // what follows is of this source, and not of its rejects
	if part != "" {
		words = append(words, "--part", part)
	}
	if last.MaxRejects != "" && source == last.Source.Path {
		words = append(words, "--max-rejects", last.MaxRejects)
	}
	if mend := held(dir, last, beside, slices.Clone(words), all); mend != "" {
		return mend
	}
	through -= c.ByStatus[kyc.Rejected]
	if last.cameThrough() && through == c.Read && (last.Source.Of == "" || last.Source.OfSent) {
		if audits > 0 {
			return next("all that was read is through; see whether ARGOS has twice what was posted again", shellLine(append(words, "--audit")...))
		}
		if part := cmp.Or(last.Source.Part, last.Source.OfPart); part != "" {
			return "Nothing is left to do of part " + part + ": all that was read of it is through.\n"
		}
		return "Nothing is left to do: all that was read is through.\n"
	}
	if rejected := c.ByStatus[kyc.Rejected]; audits == 0 && last.cameThrough() && last.Summary.ExitCode == ExitOK && (last.Source.Of == "" || last.Source.OfSent) && through+rejected == c.Read {
		return earlierRejected(dir, last.Source.Path, rejected, words[:all])
	}
	return next("", shellLine(words...))
}

// nothingKnown says that no row of the source is open as far as keys tell, and what they do
// not tell: see, and how many records rejected earlier it does not have.
func nothingKnown(see string, stale int64) string {
	text := "No key of the source is known to be open"
	if see != "" {
		text += "; " + see
	}
	if stale > 0 {
		text += "; records rejected earlier that are not in it, unless under another key: " + thousands(stale)
	}
	return text + ".\n"
}

// earlierRejected tells of records that were rejected before a source went through that does not
// have them: to run that again would change nothing.
func earlierRejected(dir runDir, source string, n int64, words []string) string {
	text := "all of " + source + " is through; records rejected earlier that are not in it, unless under another key: " + thousands(n)
	rejects := dir.filesThere().Rejects
	if rejects == "" {
		return sentence(text+"; mend them in the source that has them") + "\n"
	}
	words[3] = rejects
	return next(text+"; mend them in "+rejects+", then", shellLine(words...))
}

// held tells how to go on where the last invocation held rows back: those without a
// key are known to nobody else. The first words, as many as all, are of any source.
func held(dir runDir, last *runFile, beside *report.Reconciliation, words []string, all int) string {
	rejects := dir.filesThere().Rejects
	switch {
	case last.Summary == nil || last.Summary.ExitCode != ExitRejects || last.Summary.Rejected+last.Summary.Refused == 0:
		return ""
	case last.DryRun:
		words[1] = "validate"
		return next("mend the source or the mapping, then", shellLine(words...))
	case rejects == "" || !last.Source.Whole && last.Source.Part == "":
		return ""
	}
	words = words[:all] // rejects are read whole
	words[3] = rejects
	if beside.OnlyForeign() {
		return next(foreignLead(beside, rejects), shellLine(words...))
	}
	return next("mend "+rejects+", then", shellLine(words...))
}

// readSummary reads what the ledger holds; nothing where only dry runs were
// made.
func (a *app) readSummary(dir runDir) (checkpoint.Summary, error) {
	if !dir.hasOutcomes() {
		return checkpoint.Summary{}, nil
	}
	ledger, err := openLedger(a.stop.Hard, dir.path, checkpoint.Options{ReadOnly: true})
	if err != nil {
		return checkpoint.Summary{}, err
	}
	sum, err := ledger.Summary(a.stop.Hard)
	return sum, errors.Join(err, ledger.Close())
}

// statusOf says how a record in the ledger would count if a run ended now.
func statusOf(s checkpoint.State) kyc.Status {
	switch s {
	case checkpoint.Done:
		return kyc.Created
	case checkpoint.Posted, checkpoint.Incomplete:
		return kyc.Incomplete
	case checkpoint.Sending, checkpoint.Doubt:
		return kyc.InDoubt
	case checkpoint.Refused:
		return kyc.Refused
	case checkpoint.Rejected:
		return kyc.Rejected
	case checkpoint.RolledBack, checkpoint.Abandoned:
		return kyc.Excluded
	}
	return kyc.Failed // unsent, absent: tried again next time
}

// wholeResult is the accounting of a whole run directory.
func wholeResult(dir runDir, last *runFile, sum checkpoint.Summary) *result {
	r := &result{title: dir.path, whole: true, dir: dir.path, calls: sum.CallsToday}
	if last != nil {
		r.title, r.target, r.admin = last.Mapping.Name, last.Target, last.Admin
	}
	for state, n := range sum.ByState {
		r.counts.ByStatus[statusOf(state)] += n
		r.counts.Read += n
	}
	r.counts.Doubled, r.counts.Images = sum.Doubled, sum.ImagesDone
	r.files = dir.filesThere()
	return r
}

// filesThere points at the files that a run directory has.
func (d runDir) filesThere() files {
	there := func(name string) string {
		if name == "" || !d.has(name) {
			return ""
		}
		return d.file(name)
	}
	f := files{Report: there(fileReportHTML), Issues: there(fileIssues), Results: there(fileResults), InDoubt: there(fileDoubts), Log: there(fileLog)}
	f.Rejects = there(d.lastRejects())
	return f
}

// lastRejects is the name of the rejects file that counts: a directory may have one of each
// kind of source. It is that of the last run, and where that left none the newest.
func (d runDir) lastRejects() (newest string) {
	if last, err := d.readRunFile(); err == nil && last != nil && last.Summary != nil && last.Summary.Files.Rejects != "" {
		if name := filepath.Base(last.Summary.Files.Rejects); d.has(name) {
			return name
		}
	}
	entries, _ := os.ReadDir(d.path)
	var at time.Time
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, "rejects.") || strings.Count(name, ".") != 1 { // an earlier one is rejects.N.csv
			continue
		}
		if info, err := e.Info(); err == nil && (newest == "" || info.ModTime().After(at)) {
			newest, at = name, info.ModTime()
		}
	}
	return newest
}

// links are the names that a report beside the files may link to.
func (d runDir) links() report.Files {
	name := func(path string) string {
		if path == "" {
			return ""
		}
		return filepath.Base(path)
	}
	f := d.filesThere()
	return report.Files{Rejects: name(f.Rejects), Issues: name(f.Issues), Results: name(f.Results), Doubts: name(f.InDoubt)}
}

func (f files) list(w io.Writer) {
	for _, line := range []struct{ what, path string }{
		{"Report", f.Report}, {"Results", f.Results}, {"Rejects", f.Rejects}, {"In doubt", f.InDoubt}, {"Log", f.Log},
	} {
		if line.path != "" {
			say(w, "  %-8s  %s\n", line.what, line.path)
		}
	}
}

// writeState tells what the numbers do not: the last invocation, and what is
// still to be done.
func writeState(w io.Writer, last *runFile, sum checkpoint.Summary, busy bool, now time.Time) {
	if last != nil {
		say(w, "Last: %s %s, %s\n", kindOf(last), last.Source.Path, howLong(last, busy, now))
	}
	for _, line := range []struct {
		n         int64
		one, many string
	}{
		{sum.CallsToday, "call today (UTC)", "calls today (UTC)"},
		{sum.ImagesOpen, "picture still to be put", "pictures still to be put"},
		{sum.AuditDue, "posted again after it was not found; a run that sends, or one with --audit, looks it up once more", "posted again after they were not found; a run that sends, or one with --audit, looks them up once more"},
		{sum.Doubled, "record that exists more than once in ARGOS", "records that exist more than once in ARGOS"},
		{sum.StaleRejects, "record rejected earlier that no later run has seen", "records rejected earlier that no later run has seen"},
	} {
		if line.n > 0 {
			say(w, "  %s\n", countOf(line.n, line.one, line.many))
		}
	}
}

// leftOut tells of the rows that the ledger does not know because a rule of the mapping
// left them out: they make up what is known to what was read.
func leftOut(last *runFile, results string) string {
	if last == nil || last.DryRun {
		return ""
	}
	var n int64
	for _, rows := range last.ExcludedBy {
		n += rows
	}
	if n == 0 {
		return ""
	}
	text := "  of what it read, " + countOf(n, "row was", "rows were") + " left out by rules of the mapping, which the ledger does not know"
	if results != "" {
		text += "; " + results + " lists each key of theirs once, as excluded"
	}
	return text + "\n"
}

func kindOf(f *runFile) string {
	if f.DryRun {
		return "dry run of"
	}
	return "run of"
}

func howLong(f *runFile, busy bool, now time.Time) string {
	began := "began " + f.Started.Format(time.DateTime) + " UTC"
	switch {
	case f.Ended == nil && f.DryRun: // it holds no lock that would tell
		return began + ", " + short(now.Sub(f.Started)) + " ago, and is going on or was killed"
	case f.Ended == nil && busy:
		return began + ", " + short(now.Sub(f.Started)) + " ago; a process is at work in the directory"
	case f.Ended == nil:
		return began + ", " + short(now.Sub(f.Started)) + " ago, and was killed"
	}
	if f.Summary == nil {
		return began
	}
	return fmt.Sprintf("%s, ended after %s with exit %d%s", began, short(f.Ended.Sub(f.Started)), f.Summary.ExitCode, cameTo(f))
}

// cameTo tells what of an invocation the ledger may not know: what a dry run counted,
// and the rows that were held back.
func cameTo(f *runFile) string {
	n := &f.Summary.Numbers
	rejected := n.Rejected + n.Refused
	if f.DryRun {
		return fmt.Sprintf(": of %s read, %s ready, %s rejected", thousands(n.Read), thousands(n.Ready), thousands(rejected))
	}
	if rejected > 0 {
		return fmt.Sprintf(": of %s read, %s rejected", thousands(n.Read), thousands(rejected))
	}
	return ""
}
