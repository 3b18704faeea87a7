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
		ahead := outlook{dir: dir, last: last, counts: r.counts, sum: sum, beside: r.reconciled}
		say(a.out, "%s", ahead.next())
	}
	return nil
}

// outlook is what is known when it is to be told how to go on with a run directory.
type outlook struct {
	dir    runDir
	last   *runFile // what it did last, nil where that is not known
	counts kyc.Counts
	sum    checkpoint.Summary     // of its ledger
	beside *report.Reconciliation // how the rejected rows go together with what is in ARGOS; nil where nothing is to be told
}

// next tells the command that takes up what is not done, or that nothing is left.
func (o *outlook) next() string {
	if o.last == nil {
		return ""
	}
	if o.settled() {
		return o.nothingOpen()
	}
	again := o.again()
	if mend := o.held(again); mend != "" {
		return mend
	}
	rejected := o.counts.ByStatus[kyc.Rejected]
	switch through := o.last.cameThrough() && (o.last.Source.Of == "" || o.last.Source.OfSent); {
	case through && o.done() == o.counts.Read:
		return o.nothingLeft(again)
	case through && o.last.Summary.ExitCode == ExitOK && o.sum.AuditDue == 0 && o.done()+rejected == o.counts.Read:
		return o.earlierRejected()
	}
	return next("", shellLine(again...))
}

// done counts the records that nothing is to be done for.
func (o *outlook) done() int64 {
	by := o.counts.ByStatus
	return by[kyc.Created] + by[kyc.Already] + by[kyc.Updated] + by[kyc.Excluded]
}

// settled reports whether what is rejected is in ARGOS as far as keys tell, and all else is done.
func (o *outlook) settled() bool {
	return o.beside.Settled() && !o.last.DryRun && o.sum.AuditDue == 0 &&
		o.done()+o.counts.ByStatus[kyc.Rejected] == o.counts.Read && (o.sum.StaleRejects == 0 || o.beside.Rejected > 0)
}

// nothingOpen says that no row of the source is open as far as keys tell, and what they do
// not tell: which rows are to be seen to, and how many records rejected earlier it does not have.
func (o *outlook) nothingOpen() string {
	see, stale := o.beside.LeftToSee(), o.sum.StaleRejects
	if see == "" && stale == 0 {
		return "Nothing is left to do that is known by its key: what was mended elsewhere than in the source is in ARGOS.\n"
	}
	text := "No key of the source is known to be open"
	if see != "" {
		text += "; " + see
	}
	if stale > 0 {
		text += "; " + elsewhereText(stale)
	}
	return text + ".\n"
}

// elsewhereText counts records that were rejected and that a source does not have.
func elsewhereText(n int64) string {
	return "records rejected earlier that are not in it, unless under another key: " + thousands(n)
}

// command is a run over a source with the flags that whoever goes on needs.
func (o *outlook) command(source string) []string {
	return append([]string{"migrate", "run", "--source", source, "--mapping", o.last.Mapping.Path, "--run", o.dir.path}, o.last.Flags...)
}

// again is the command that goes on where the last run was.
func (o *outlook) again() []string {
	from := &o.last.Source
	source, part := from.Path, from.Part
	if _, err := os.Stat(source); from.Of != "" && errors.Is(err, fs.ErrNotExist) {
		source, part = from.Of, from.OfPart // its rejects went through, and were put aside
	}
	words := o.command(source)
	if part != "" {
		words = append(words, "--part", part)
	}
	if o.last.MaxRejects != "" && source == from.Path {
		words = append(words, "--max-rejects", o.last.MaxRejects)
	}
	return words
}

// nothingLeft says that all that was read is through, and what may be looked at all the same.
func (o *outlook) nothingLeft(again []string) string {
	if o.sum.AuditDue > 0 {
		return next("all that was read is through; see whether ARGOS has twice what was posted again", shellLine(append(again, "--audit")...))
	}
	if part := cmp.Or(o.last.Source.Part, o.last.Source.OfPart); part != "" {
		return "Nothing is left to do of part " + part + ": all that was read of it is through.\n"
	}
	return "Nothing is left to do: all that was read is through.\n"
}

// earlierRejected tells of records that were rejected before a source went through that does not
// have them: to run that again would change nothing.
func (o *outlook) earlierRejected() string {
	text := "all of " + o.last.Source.Path + " is through; " + elsewhereText(o.counts.ByStatus[kyc.Rejected])
	rejects := o.dir.filesThere().Rejects
	if rejects == "" {
		return sentence(text+"; mend them in the source that has them") + "\n"
	}
	return next(text+"; mend them in "+rejects+", then", shellLine(o.command(rejects)...))
}

// held tells how to go on where the last invocation held rows back, "" where it did not: those
// without a key are known to nobody else. Rejects are read whole, whatever part they are of.
func (o *outlook) held(again []string) string {
	last, rejects := o.last, o.dir.filesThere().Rejects
	switch {
	case last.Summary == nil || last.Summary.ExitCode != ExitRejects || last.Summary.Rejected+last.Summary.Refused == 0:
		return ""
	case last.DryRun:
		check := slices.Clone(again)
		check[1] = "validate"
		return next("mend the source or the mapping, then", shellLine(check...))
	case rejects == "" || !last.Source.Whole && last.Source.Part == "":
		return ""
	case o.beside.OnlyForeign():
		return next(foreignLead(o.beside, rejects), shellLine(o.command(rejects)...))
	}
	mend := next("mend "+rejects+", then", shellLine(o.command(rejects)...))
	if o.counts.ByStatus[kyc.Failed]+o.counts.ByStatus[kyc.NotAttempted] > 0 {
		mend += or("what was not sent is tried again by", shellLine(again...))
	}
	return mend
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
	if last != nil && last.Summary != nil && !last.DryRun {
		// The ledger knows alike those that would not go through and those that the run took back as it ended.
		unsent := r.counts.ByStatus[kyc.Failed]
		r.counts.ByStatus[kyc.Failed] = min(unsent, last.Summary.Failed)
		r.counts.ByStatus[kyc.NotAttempted] += unsent - r.counts.ByStatus[kyc.Failed]
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
