package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/pipeline"
	"kycmigrate/internal/uploader"
)

func (a *app) runCommand() *cobra.Command {
	v := &flags{}
	cmd := &cobra.Command{
		Use:   "run",
		Short: "Migrate: start a run, or continue it where it stood",
		Long: `run reads the source, maps and checks each record, posts it to ARGOS and puts
its pictures. Every step is written down before it is made, so that the same
command continues after a failure, a signal or a power cut: what is done is
skipped, what failed is tried again, and nothing is posted twice.

By a mapping of which a test fails that stands in it nothing is sent (see
'migrate help mapping test').

First the whole source is checked, as by 'migrate validate'. Then the target is
named and the run asks, unless --yes is given or the target is this machine.

The key is read from ARGOS_API_KEY; see 'migrate help environment'.
What the exit codes mean: 'migrate help exit-codes'.`,
		Example: `  # a first batch of ten, slowly
  migrate run --source customers.csv --mapping mappings/bank-csv.yaml --limit 10 --rate 2

  # everything, without a question, for a scheduler
  migrate run --source customers.csv --mapping mappings/bank-csv.yaml --yes --json

  # what was rejected, after it was mended
  migrate run --source runs/bank-csv/rejects.csv --mapping mappings/bank-csv.yaml`,
		Args: noArgs,
	}
	a.recordFlags(cmd.Flags(), v)
	sendFlags(cmd.Flags(), v)
	cmd.RunE = act(func(cmd *cobra.Command, _ []string) error {
		if err := v.check(cmd); err != nil {
			return err
		}
		if v.dryRun {
			return a.validate(v)
		}
		return a.run(v)
	})
	return cmd
}

// run is migrate run.
func (a *app) run(v *flags) (err error) {
	s, err := a.openSession(v, false)
	if err != nil {
		return err
	}
	r := &upload{session: s}
	if r.target, err = a.findTarget(s.mapping.Admin); err != nil {
		return err
	}
	if err := r.target.checkPace(v.rate); err != nil {
		return err
	}
	if r.waits, err = v.waits(r.target.loopback); err != nil {
		return err
	}
	if err := a.checkOpenFiles(v.concurrency, s.mapping.ImageRoot != ""); err != nil {
		return err
	}
	if r.ledger, err = openLedger(a.stop.Hard, s.dir.path, checkpoint.Options{Recover: v.recover}); err != nil {
		return err
	}
	a.result, s.known = s.result, r.ledger
	s.result.target, s.result.admin = r.target.baseURL, r.target.admin
	s.record.Target, s.record.Admin, s.record.Project = r.target.baseURL, r.target.admin, r.target.project
	defer func() {
		err = errors.Join(s.finish(stopped(err)), r.ledger.Close())
	}()
	if err := s.start(); err != nil {
		return err
	}
	return r.do()
}

// checkOpenFiles refuses a run that could have more files and connections open than it may: in the midst of
// it pictures could not be read, nor calls be made. Each call in flight has a connection, and may have a
// picture.
func (a *app) checkOpenFiles(concurrency int, pictures bool) error {
	const others = 48 // the ledger, the source, the reports, and connections that close
	if a.os.OpenFiles == nil {
		return nil
	}
	each := 1
	if pictures {
		each = 2
	}
	limit, known := a.os.OpenFiles()
	if needed := uint64(others + each*concurrency); known && limit < needed {
		return &Error{
			Code:    "too_few_open_files",
			Message: fmt.Sprintf("this process may have %d files open, and --concurrency %d may need %d", limit, concurrency, needed),
			Hint:    fmt.Sprintf("allow it more with: ulimit -n %d, in the shell that starts it, or give a lower --concurrency; then run the same command again", needed),
			Exit:    ExitInternal,
		}
	}
	return nil
}

// openLedger opens the ledger of a run directory; what keeps it from opening
// is the operator's to mend.
func openLedger(ctx context.Context, dir string, o checkpoint.Options) (*checkpoint.Ledger, error) {
	l, err := checkpoint.Open(ctx, dir, o)
	switch {
	case errors.Is(err, checkpoint.ErrLocked):
		return nil, usage("locked", "wait until it has ended, or stop it; see: migrate status --run "+shellWord(dir), "%w", err)
	case errors.Is(err, checkpoint.ErrGuard):
		return nil, usage("run_dir_guard", "", "%w", err)
	}
	return l, err
}

// upload is a run that sends.
type upload struct {
	*session
	target target
	waits  waits
	ledger *checkpoint.Ledger
	scout  *uploader.Scout
	early  *early // nil where the run has to read its source once more
}

// do makes the two passes: the survey, and the run itself. Where the first one shows that
// every record is settled it is the last.
func (r *upload) do() error {
	for _, note := range r.ledger.Notes() {
		r.log.Event("warn", note)
	}
	if err := r.survey(); err != nil {
		return err
	}
	if r.scout.ToDo > 0 {
		if err := r.confirm(r.target, r.scout.ToDo); err != nil {
			return err
		}
	}
	if r.early != nil {
		return r.finishEarly()
	}
	return r.send()
}

// survey is the dry-run pass before the first call. It counts, holds the
// rejects against --max-rejects, and scouts what the run must know of the
// whole source.
func (r *upload) survey() error {
	if err := r.compare(); err != nil {
		return err
	}
	p, err := r.openPass(r.app.stop.Soft)
	if err != nil {
		return err
	}
	r.scout = uploader.NewScout()
	judge, told := r.scouting(p)
	progress := r.app.newProgress(stageChecking, p.extent(r.flags.limit), r.flags.quiet)
	seen := &r.result.counts
	seen.Read, err = pipeline.Survey(r.app.stop.Soft, p.front, judge, r.noting(append(told, tally{r.result}, progress)...))
	progress.Close()
	r.hasRead(p)
	if err != nil {
		abandonRest(seen)
	} else {
		err = r.weigh()
	}
	if err == nil && r.early.stands() {
		return nil // it goes on with the pass
	}
	err = errors.Join(err, r.early.abandon(), p.Close())
	r.early = nil
	return err
}

// scouting is what judges the records of the survey, and what tells of them already. To
// ask a ledger that knows nothing would cost as much as the mapping.
func (r *upload) scouting(p *pass) (judge *uploader.DryRun, told sinks) {
	if r.ledger.Empty() {
		return uploader.NewDryRun(nil, r.flags.retryRefused, r.scout), nil
	}
	p.fingerprint(r.ledger)
	if !r.app.os.readTwice {
		r.early = r.beginEarly(p)
		told = sinks{r.early}
	}
	return uploader.NewDryRun(r.ledger.Walk(), r.flags.retryRefused, r.scout), told
}

// weigh holds what the survey saw against what the run may do.
func (r *upload) weigh() error {
	if err := r.identity.Seal(); err != nil {
		return err
	}
	if err := r.countOpenElsewhere(); err != nil {
		return err
	}
	if err := r.tolerate(); err != nil || r.scout.ToDo == 0 {
		return err
	}
	return r.refuseSpoilt()
}

// countOpenElsewhere finds how many records in doubt this source does not
// hold (O9). Nothing is sent yet, so no record has come into doubt meanwhile.
func (r *upload) countOpenElsewhere() error {
	open, err := r.ledger.OpenCount(r.app.stop.Hard)
	r.result.openElsewhere = max(0, open-r.scout.OpenSeen)
	return err
}

// send is the pass that sends.
func (r *upload) send() (err error) {
	p, err := r.openPass(r.app.stop.Soft)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	p.fingerprint(r.ledger)
	r.tellNoResults()
	out, err := r.openOutputs(p, r.ledger)
	if err != nil {
		return err
	}
	up, err := r.compose(p.pictures)
	if err != nil {
		return errors.Join(err, out.Abort())
	}
	defer up.Close()
	c := &r.result.counts
	handler := newWaiting(up)
	progress := r.app.newProgress(stageSending, extent{records: c.Read, toDo: r.scout.ToDo, calls: up.Calls, waits: handler}, r.flags.quiet)
	collector.tune(r.app.os.Env, whileSending(r.flags.concurrency))
	*c, r.result.toMend, r.result.toDelete, r.result.excluded = kyc.Counts{}, 0, 0, nil
	c.Read, err = pipeline.Run(r.app.stop.Hard, r.app.stop.Soft, p.front, handler, uploader.WorkersFor(r.flags.concurrency),
		sinks{tally{r.result}, r.fold, out, progress})
	progress.Close()
	r.hasRead(p)
	if r.app.stop.Hard.Err() != nil {
		abandonRest(c)
	}
	return r.conclude(up, p, out, err)
}

// conclude makes the audits that are due and puts the files in their places. err is how
// the records ended.
func (r *upload) conclude(up *uploader.Uploader, p *pass, out *outputs, err error) error {
	if err == nil {
		err = r.audit(up)
	}
	r.result.calls = up.Calls()
	r.result.refusal = allRefused(up.OneRefusal())
	finished := p.rows.ended && err == nil && !r.app.stop.Interrupted()
	err = errors.Join(err, out.Close(context.WithoutCancel(r.app.stop.Hard), finished))
	if err == nil {
		err = r.countInArgos(p)
	}
	r.advise(out.rejects.path)
	c := &r.result.counts
	open := c.ByStatus[kyc.Failed] + c.ByStatus[kyc.NotAttempted] // not looked up yet
	if finished && r.flags.slice.whole() && err == nil && open == 0 && r.ledger.Cautious() {
		err = r.ledger.Trust(r.app.stop.Hard)
	}
	return err
}

// audit looks up again what was sent again, and tells of what ARGOS has twice.
func (r *upload) audit(up *uploader.Uploader) error {
	doubles, err := up.Audit(r.app.stop.Hard)
	r.result.counts.Doubled += int64(len(doubles))
	for _, d := range doubles {
		r.fold.AddDouble(d.Origin)
		say(r.app.err, "%s: ARGOS has this record more than once: %s\n", d.Origin, strings.Join(d.Submissions, ", "))
	}
	if err == nil && r.flags.audit {
		err = r.tellDue()
	}
	return err
}

// tellDue tells whoever asked for an audit what it could not settle.
func (r *upload) tellDue() error {
	due, err := r.ledger.AuditDue(r.app.stop.Hard)
	if len(due) > 0 {
		say(r.app.err, "%s to be looked up again: less than ten minutes after the second POST, or where lookups give no clear answer, "+
			"or rows were not read, nothing is settled; run the same command once more, later\n", countOf(int64(len(due)), "record is still", "records are still"))
	}
	return err
}

// allRefused says that every record was refused alike, and what to do about it;
// "" where they were not.
func allRefused(reason, hint string, n int64) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%s of %s records that were sent were refused for the same reason (%s): %s", thousands(n), thousands(n), reason, hint)
}

// abandonRest counts the rows that a second signal left without an outcome:
// the ledger knows what became of each, and the next run takes them up.
func abandonRest(c *kyc.Counts) {
	rest := c.Read
	for _, n := range c.ByStatus {
		rest -= n
	}
	c.ByStatus[kyc.NotAttempted] += max(0, rest)
}

// stopped gives an uploader's diagnosis its exit code.
func stopped(err error) error {
	var stop *uploader.Stop
	if !errors.As(err, &stop) {
		return err
	}
	exits := map[uploader.StopKind]int{
		uploader.StopConfig: ExitUsage, uploader.StopTarget: ExitTarget, uploader.StopQuota: ExitQuota,
	}
	return &Error{Code: stop.Code, Message: stop.Message, Hint: stop.Hint, Exit: exits[stop.Kind], Err: err}
}
