package uploader

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// Uploader brings records into ARGOS, one call of Handle at a time. It
// implements pipeline.Handler and is safe for concurrent use.
type Uploader struct {
	cfg    Config
	rules  rules
	client Client
	ledger Ledger
	log    Logger

	soft   context.Context // ended by the first signal, and by a *Stop
	cancel context.CancelFunc

	clock   *srvClock
	permits *permits
	breaker *breaker
	flight  *flight
	echo    atomic.Pointer[echo]
	control *control
	audits  *audits
	evicted sync.Map // records (by id) whose submission was shown to be another's
	unread  unread
	codes   codePrints

	slots    chan struct{} // one for each call under way
	ready    readiness
	runID    string
	lostRuns []string  // whose marks nobody can check any more
	begun    time.Time // our clock when this process began
	cautious atomic.Bool
	doubts   atomic.Int64 // records in doubt in this process or left by earlier ones
	settling atomic.Int64 // those of them that this process is looking up
	toSend   atomic.Int64 // records to be posted that have not been yet
	posting  atomic.Int64 // POSTs that have their permit and no outcome yet
	created  atomic.Int64 // records created by this process
	lastPost atomic.Int64 // our clock (UnixNano since begun) of the last POST's end
	redated  atomic.Int64 // the same of when a lookup asked for the server time
	callTime atomic.Int64 // how long calls take, in nanoseconds
	calls    atomic.Int64
	stopped  atomic.Pointer[Stop]
	primed   atomic.Bool // what must be known before the first POST is known
	tied     atomic.Bool // the run directory is bound to the target
}

// New makes an Uploader. It reads what the run directory knows of its target
// and refuses with a *Stop of kind StopConfig where the directory is bound to
// another one. No call is made.
func New(ctx context.Context, cfg Config) (*Uploader, error) {
	u := &Uploader{
		cfg: cfg, client: cfg.Client, ledger: cfg.Ledger, log: cfg.Log,
		rules: allRules(), clock: &srvClock{}, begun: time.Now(),
		breaker: newBreaker(cfg.Log), flight: newFlight(placesFor(cfg.Concurrency)),
	}
	if cfg.rules != nil {
		u.rules = *cfg.rules
	}
	u.soft, u.cancel = context.WithCancel(cfg.Soft)
	u.cautious.Store(cfg.LookFirst)
	u.slots = make(chan struct{}, max(1, cfg.Concurrency))
	u.ready.turn = newTurn()
	u.control = newControl()
	u.toSend.Store(math.MaxInt64) // nobody knows
	if cfg.Scout != nil {
		u.control = cfg.Scout.control
		u.toSend.Store(cfg.Scout.toPost)
	}
	u.audits = &audits{}
	u.permits = newPermits(cfg.Rate, &budget{
		quota: cfg.DailyQuota, stop: cfg.StopOnQuota, clock: u.clock,
		ledger: cfg.Ledger, log: cfg.Log, unknown: u.atRisk, moving: u.moving,
	}, u.breaker, u.patience)
	if err := u.open(ctx); err != nil {
		u.cancel()
		return nil, err
	}
	return u, nil
}

// open reads what earlier processes left in the ledger.
func (u *Uploader) open(ctx context.Context) error {
	if err := u.checkBinding(ctx); err != nil {
		return err
	}
	n, err := u.ledger.OpenCount(ctx)
	if err != nil {
		return err
	}
	u.doubts.Store(n)
	if err := u.loadUnread(ctx); err != nil {
		return err
	}
	if err := u.loadEcho(ctx); err != nil {
		return err
	}
	control, err := u.ledger.Meta(ctx, metaControl)
	if err != nil {
		return err
	}
	u.breaker.proven = control != ""
	lost, err := u.ledger.Meta(ctx, checkpoint.MetaLostRuns)
	if err != nil {
		return err
	}
	u.lostRuns = strings.Fields(lost)
	u.runID, err = u.ledger.Meta(ctx, checkpoint.MetaRunID)
	if err == nil && u.runID == "" { // a ledger of an early version
		u.runID = newRunID()
		err = u.ledger.SetMeta(ctx, checkpoint.MetaRunID, u.runID)
	}
	return err
}

// Close releases what the Uploader holds; the ledger and the client stay open.
func (u *Uploader) Close() { u.cancel() }

// Calls is the number of calls made so far.
func (u *Uploader) Calls() int64 { return u.calls.Load() }

// OneRefusal tells what every POST of this process was refused for, what to do
// about it, and how many there were, where it is likely the mapping or the
// project; n is 0 otherwise. It is to be called after the record loop.
func (u *Uploader) OneRefusal() (reason, hint string, n int64) {
	r, n := u.breaker.alike()
	return r.String(), r.hint, n
}

// atRisk is how many records may still have to be looked up.
func (u *Uploader) atRisk() int64 { return u.posting.Load() + u.doubts.Load() }

// moving reports that some of them are being settled.
func (u *Uploader) moving() bool { return u.posting.Load()+u.settling.Load() > 0 }

// Prepare looks a batch of records up in the ledger, before each of them is
// handled. Jobs come in read order.
func (u *Uploader) Prepare(ctx context.Context, jobs []*kyc.Job) error {
	keys := make([]checkpoint.MAC, len(jobs))
	works := make([]*work, len(jobs)) // one by one: a job may be parked for minutes
	for i, job := range jobs {
		works[i] = &work{subject: subject{rec: job.Record}}
		works[i].recognise(u.ledger)
		keys[i] = works[i].prints.Key
	}
	for i, job := range jobs {
		job.State = works[i]
	}
	entries := make([]checkpoint.Record, len(jobs))
	if !u.ledger.Empty() { // what it holds meanwhile, this process wrote; no key comes twice
		var err error
		if entries, err = u.ledger.Find(ctx, keys); err != nil {
			return err
		}
	}
	for i := range entries {
		works[i].meet(u.ledger, &entries[i])
	}
	return nil
}

// Handle takes a record as far as it can go without waiting. An error stops
// the run: a *Stop carries a diagnosis for the operator.
func (u *Uploader) Handle(ctx context.Context, job *kyc.Job) (kyc.Step, error) {
	w := job.State.(*work)
	step, err := u.handle(ctx, w)
	if w.toSend && (step.Outcome != nil || w.mine || w.phase == phaseDoubt) {
		w.toSend = false
		if u.toSend.Add(-1) == 0 {
			u.breaker.reconsider()
		}
	}
	if err == nil {
		return step, nil
	}
	if errors.Is(err, checkpoint.ErrConflict) { // its submission was taken away while it was worked on
		if out := u.evict(w); out != nil {
			return kyc.Step{Outcome: out}, nil
		}
	}
	if u.soft.Err() != nil && errors.Is(err, context.Canceled) && ctx.Err() == nil {
		return kyc.Step{Outcome: u.finish(w)}, nil
	}
	u.halt(err)
	if step.Outcome == nil {
		step.Outcome = u.finish(w)
	}
	return step, err
}

func (u *Uploader) handle(ctx context.Context, w *work) (kyc.Step, error) {
	for {
		step, err := u.advance(ctx, w)
		if later := (*later)(nil); errors.As(err, &later) {
			return kyc.Step{Again: later.until}, nil
		}
		if err != nil || step.Outcome != nil || step.Waits() {
			return step, err
		}
	}
}

// advance does one phase. A zero Step means: go on with the phase it left.
func (u *Uploader) advance(ctx context.Context, w *work) (kyc.Step, error) {
	if out := u.evict(w); out != nil {
		return kyc.Step{Outcome: out}, nil
	}
	switch w.phase {
	case phaseStart:
		return u.start(ctx, w)
	case phaseLook:
		return u.lookFirst(ctx, w)
	case phasePost:
		return u.post(ctx, w)
	case phaseDoubt:
		return u.resolve(ctx, w)
	case phaseAdopted:
		return u.adopted(ctx, w)
	case phaseNamed:
		return u.see(ctx, w)
	case phaseCanary:
		return u.readBack(ctx, w)
	case phaseImages:
		return u.putImages(ctx, w)
	}
	return kyc.Step{}, fmt.Errorf("internal: a record in phase %d", w.phase)
}

// start decides what is to be done, from the ledger and the record alone.
func (u *Uploader) start(ctx context.Context, w *work) (kyc.Step, error) {
	if ahead := u.unread.records[w.entry.ID]; ahead != nil && !w.ahead {
		if err := u.understood(ctx); err != nil {
			return kyc.Step{}, err
		}
		w.takeOver(ahead)
		return kyc.Step{}, nil
	}
	u.control.offer(&w.subject)
	d := decide(&w.entry, &w.prints, w.rec, u.cfg.RetryRefused)
	if !u.rules.ledgerFirst && w.rec.Withheld() {
		d = settle(w.rec, keptBack(w.rec), &w.entry)
	}
	if unseen(&w.entry) && !w.seen && (d.next == toPutImages || d.next == toPutNothing) {
		w.phase = phaseNamed
		return kyc.Step{}, nil
	}
	switch d.next {
	case toPost:
		w.toSend = true
		return u.begin(ctx, w)
	case toCompare:
		return u.compare(ctx, w)
	case toResolve:
		return u.reopen(ctx, w)
	case toPutImages:
		w.phase, w.late = phaseImages, w.entry.State == checkpoint.Done
		return kyc.Step{}, nil
	case toPutNothing:
		return u.closeIncomplete(ctx, w)
	}
	return kyc.Step{Outcome: d.outcome}, u.note(ctx, w, d.outcome)
}

// begin prepares a record for its POST. Whether another record has its userid
// or the same key in another spelling (O6) the intent will tell: to ask before
// it, too, costs a query a record that almost none needs.
func (u *Uploader) begin(ctx context.Context, w *work) (kyc.Step, error) {
	complete(u.ledger, w.rec, &w.prints)
	w.sub = w.rec.Submission
	if u.cfg.Marker < kyc.NumFields {
		w.sub[u.cfg.Marker] = mark(u.ledger, u.runID, u.cfg.Binding.Target, w.prints.Key)
	}
	w.phase = phasePost
	if u.cautious.Load() {
		w.phase = phaseLook
	}
	if w.entry.State == checkpoint.Absent && !w.again {
		return kyc.Step{}, u.beginAgain(ctx, w)
	}
	return kyc.Step{}, nil
}

// beginAgain prepares a record that an earlier process believed to be absent
// and did not post again: by now it may have come, so it is looked up first.
func (u *Uploader) beginAgain(ctx context.Context, w *work) error {
	w.again, w.phase = true, phaseLook
	_, err := u.recall(ctx, w)
	return err
}

// yields rejects a record that clashes with another one (O6). A zero Step
// means that there is none, or none any more.
func (u *Uploader) yields(ctx context.Context, w *work) (kyc.Step, error) {
	clash, err := u.ledger.Clash(ctx, w.prints)
	if err != nil || clash.ID == 0 {
		return kyc.Step{}, err
	}
	out := outcomeOf(w.rec, kyc.Rejected, &w.entry, clashIssue(clash.Origin))
	return kyc.Step{Outcome: out}, u.note(ctx, w, out)
}

// note keeps in the ledger that a key was rejected, so that status can tell
// which rejects nobody has brought back.
func (u *Uploader) note(ctx context.Context, w *work, out *kyc.Outcome) error {
	code, noted := rejection(&w.subject, out)
	if !noted {
		return nil
	}
	return u.ledger.Reject(ctx, notedPrints(&w.subject), w.rec.Row.Origin, code)
}

// notedPrints are the fingerprints that a rejected key is noted with: of a row whose key is
// another's the key alone.
func notedPrints(w *subject) checkpoint.Prints {
	if duplicate(w.rec) {
		return checkpoint.Prints{Key: w.prints.Key}
	}
	return w.prints
}

// rejection is the code that an outcome is noted with, if it is one to note. A key that
// is excluded meanwhile was brought back.
func rejection(w *subject, out *kyc.Outcome) (code string, noted bool) {
	switch {
	case !w.rec.Key.Known():
		return "", false
	case duplicate(w.rec):
		return reasonBehindExcluded, w.rec.BehindExcluded && w.rec.Excluded == ""
	case out.Status == kyc.Rejected:
		return firstCode(out.Issues), true
	case out.Status == kyc.Excluded && w.entry.State == checkpoint.Rejected:
		return w.rec.Excluded, true
	}
	return "", false
}

// NoteRejected is the whole run where the scout has seen that every record is settled:
// it notes what was rejected. It makes no call, and no outcome comes of it.
func (u *Uploader) NoteRejected(ctx context.Context) error {
	for i := range u.cfg.Scout.rejects {
		r := &u.cfg.Scout.rejects[i]
		prints := checkpoint.Prints{Key: r.key, Person: r.person, Payload: r.payload}
		if err := u.ledger.Reject(ctx, prints, r.origin, r.code); err != nil {
			return err
		}
	}
	u.Drain()
	return nil
}

func firstCode(issues []kyc.Issue) string {
	for i := range issues {
		if issues[i].Severity == kyc.Reject {
			return issues[i].Code
		}
	}
	return ""
}

// halt ends the sending for every record: err is the run's.
func (u *Uploader) halt(err error) {
	var stop *Stop
	if errors.As(err, &stop) {
		u.stopped.CompareAndSwap(nil, stop)
	}
	u.cancel()
}

// Room delivers a value when a record that was held may be posted.
func (u *Uploader) Room() <-chan struct{} { return u.flight.room }

// Drain has the ledger tidied up while the last answers are waited for.
func (u *Uploader) Drain() { u.ledger.Tidy() }
