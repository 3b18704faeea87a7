package uploader

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"encoding/hex"
	"errors"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// Names of what the ledger keeps for the run directory.
const (
	metaRunID      = "run_id"
	metaEcho       = "echo_profile"
	metaControl    = "control_id"
	metaTarget     = "target"
	metaProject    = "project"
	metaCredential = "credential_mac"
	metaKey        = "key_columns"
)

// sampleSize is how many records not sent yet are looked up before the first
// POST of a process (O3).
const sampleSize = 20

// vagueSamples is how many rounds of them may stay without a clear answer.
const vagueSamples = 4

func newRunID() string {
	var b [5]byte
	if _, err := rand.Read(b[:]); err != nil {
		panic(err) // crypto/rand never fails on supported systems
	}
	return strings.ToLower(base32.StdEncoding.EncodeToString(b[:]))
}

// checkBinding refuses a run directory that is bound to another target,
// project or key (invariant 7). It makes no call.
func (u *Uploader) checkBinding(ctx context.Context) error {
	bound, err := u.ledger.Meta(ctx, metaTarget)
	if err != nil || bound == "" {
		return err
	}
	if loose, err := u.loose(ctx); err != nil || loose {
		return err
	}
	b := u.cfg.Binding
	if bound != b.Target {
		return bindingStop("target_changed", "this run directory has sent records to "+bound+", not to "+b.Target,
			"set ARGOS_BASE_URL to "+bound+", or choose another --run directory for the other target")
	}
	key, err := u.ledger.Meta(ctx, metaKey)
	if err != nil {
		return err
	}
	if key != b.KeyColumns {
		return bindingStop("key_changed", "records of this run directory are identified by "+key+", and the mapping now says "+b.KeyColumns,
			"set key: back to "+key+" in the mapping, or choose another --run directory")
	}
	return u.checkProject(ctx)
}

func (u *Uploader) checkProject(ctx context.Context) error {
	b := u.cfg.Binding
	project, err := u.ledger.Meta(ctx, metaProject)
	if err != nil {
		return err
	}
	credential, err := u.ledger.Meta(ctx, metaCredential)
	if err != nil {
		return err
	}
	same := credential == hex.EncodeToString(b.Credential[:])
	if project != "" && b.Project != "" {
		same = project == b.Project
	}
	if same || b.SameProject {
		return nil
	}
	return bindingStop("project_changed", "this run directory has sent records with another API key or to another project",
		"use the key it began with; if the key was rotated within the same project, add --same-project")
}

func bindingStop(code, message, hint string) *Stop {
	return &Stop{Kind: StopConfig, Code: code, Message: message, Hint: hint}
}

// loose reports that nothing of this directory is in ARGOS or could be: then
// what it was bound to may have been a mistake, and binds nobody.
func (u *Uploader) loose(ctx context.Context) (bool, error) {
	control, err := u.ledger.Meta(ctx, metaControl)
	if err != nil || control != "" {
		return false, err
	}
	open, err := u.ledger.OpenCount(ctx)
	return open == 0, err
}

// tie keeps the first submission that this process created or adopted as the
// control that later processes must see; from then on the binding is firm. It
// goes before the outcome, so that no outcome is there without it.
func (u *Uploader) tie(ctx context.Context, submission string) error {
	if !u.tied.CompareAndSwap(false, true) {
		return nil
	}
	if err := u.bind(ctx); err != nil {
		return err
	}
	return u.ledger.SetMeta(ctx, metaControl, submission)
}

// bind ties the run directory to its target, project and key.
func (u *Uploader) bind(ctx context.Context) error {
	b := u.cfg.Binding
	for _, m := range [][2]string{
		{metaKey, b.KeyColumns}, {metaProject, b.Project},
		{metaCredential, hex.EncodeToString(b.Credential[:])}, {metaTarget, b.Target},
	} {
		if err := u.ledger.SetMeta(ctx, m[0], m[1]); err != nil {
			return err
		}
	}
	return nil
}

// readiness remembers what was made sure of before the first calls of a
// process. The first record that needs it does it; the others wait.
type readiness struct {
	turn      chan struct{} // held by the record that makes sure; a channel, so that waiting ends with the run
	contacted bool
	vague     int       // rounds of sample lookups without a clear answer
	again     time.Time // no earlier round, by our clock
	prepared  bool
	err       error
}

// contacted makes sure, before anything that a lookup says is believed, that
// the API key sees what this directory created (O4).
func (u *Uploader) contacted(ctx context.Context) error {
	if err := u.ready.lock(u.soft); err != nil {
		return err
	}
	defer u.ready.unlock()
	return u.contactedLocked(ctx)
}

func (u *Uploader) contactedLocked(ctx context.Context) error {
	if u.ready.err != nil || u.ready.contacted {
		return u.ready.err
	}
	err := u.ready.keep(u.contact(ctx))
	u.ready.contacted = err == nil
	return err
}

func (r *readiness) lock(ctx context.Context) error {
	select {
	case r.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (r *readiness) unlock() { <-r.turn }

// keep remembers an error that stops the run; any other may pass.
func (r *readiness) keep(err error) error {
	var stop *Stop
	if errors.As(err, &stop) {
		r.err = err
	}
	return err
}

// prepared makes sure, before the first POST, that these records are not in
// ARGOS already (O3).
func (u *Uploader) prepared(ctx context.Context, w *work) error {
	if err := u.ready.lock(u.soft); err != nil {
		return err
	}
	defer u.ready.unlock()
	if u.ready.prepared || u.ready.err != nil {
		return u.ready.err
	}
	if now := time.Now(); now.Before(u.ready.again) {
		return &later{until: u.ready.again}
	}
	if err := u.contactedLocked(ctx); err != nil {
		return err
	}
	if !u.cfg.NoPreflight && !u.cautious.Load() { // cautious: each is looked up by itself
		if err := u.ready.keep(u.sample(ctx, w)); err != nil {
			return err
		}
	}
	if u.clock.newest().IsZero() {
		if err := u.ready.keep(u.firstDate(ctx, w)); err != nil {
			return err
		}
	}
	if err := u.bindFirst(ctx); err != nil {
		return err
	}
	u.ready.prepared = true
	return nil
}

// bindFirst binds a directory that has created nothing yet before its first
// intent: one that is left open tells nothing in another project (O4).
func (u *Uploader) bindFirst(ctx context.Context) error {
	loose, err := u.loose(ctx)
	if err != nil || !loose {
		return err
	}
	return u.bind(ctx)
}

// firstDate makes one lookup so that the first intent has a server time (S2).
func (u *Uploader) firstDate(ctx context.Context, w *work) error {
	by := lookupField(&w.sub)
	if by >= kyc.NumFields {
		return nil
	}
	_, err := u.look(ctx, by, w.sub[by])
	return err
}

// contact reads the control submission back. Its absence means that the key
// belongs to another project, or that the target was emptied.
func (u *Uploader) contact(ctx context.Context) error {
	id, err := u.ledger.Meta(ctx, metaControl)
	if err != nil {
		return err
	}
	changed, err := u.credentialChanged(ctx)
	if err != nil {
		return err
	}
	if id == "" {
		if changed && u.doubts.Load() > 0 {
			return bindingStop("project_unproven", "the API key has changed and no record of this directory can show that it belongs to the same project",
				"use the key that the records in doubt were sent with")
		}
		return nil
	}
	seen, clear, err := u.controlSeen(ctx, id)
	switch {
	case err != nil:
		return err
	case !seen && changed:
		return bindingStop("project_changed", "the API key has changed, and lookups with it do not show what this run directory created",
			"use a key of the project that this run directory began with")
	case !seen && !clear:
		u.log.Event("warn", "the control record could not be read back: lookups prove nothing for now")
	case !seen:
		return &Stop{
			Kind: StopTarget, Code: "control_missing",
			Message: "the target does not know the records that this run directory created",
			Hint:    "find out whether the project was emptied or the target is another one; nothing was sent",
		}
	case changed:
		return u.bind(ctx)
	}
	return nil
}

// credentialChanged reports that the directory is bound with another API key.
func (u *Uploader) credentialChanged(ctx context.Context) (bool, error) {
	credential, err := u.ledger.Meta(ctx, metaCredential)
	now := hex.EncodeToString(u.cfg.Binding.Credential[:])
	return credential != "" && credential != now, err
}

// controlSeen looks the control submission up by id, and, should it have been
// deleted since, the known records of the source. clear tells whether the
// target said so when it was not seen.
func (u *Uploader) controlSeen(ctx context.Context, id string) (seen, clear bool, _ error) {
	for try := 0; try <= len(u.cfg.Settle); try++ {
		ans, err := u.lookByID(ctx, id)
		if err != nil || holds(ans, id) {
			return err == nil, true, err
		}
		clear = ans.complete
		if seen, err := u.knownSeen(ctx); err != nil || seen {
			return seen, true, err
		}
		if try < len(u.cfg.Settle) {
			if err := sleep(u.soft, u.cfg.Settle[try]); err != nil {
				return false, false, err
			}
		}
	}
	return false, clear, nil
}

// knownSeen looks up what the first pass saw to be in ARGOS.
func (u *Uploader) knownSeen(ctx context.Context) (bool, error) {
	for _, by := range []kyc.Field{kyc.UserID, kyc.Email} {
		k := u.control.pick(by, u.clock.newest())
		if k == nil {
			continue
		}
		ans, err := u.look(ctx, by, k.value)
		if err != nil || holds(ans, k.id) {
			return err == nil, err
		}
	}
	return false, nil
}

// sample looks records up that were not sent yet, spread over the source.
// These lookups go at once, before the record loop: none of them waits for
// another.
//
// While not one of them gives a clear answer they are made again a few times:
// a target that is failing is no place to begin. If they never do, the run
// begins all the same, since what the API answers to an unknown value is not
// documented (contracts.md A3); it only knows less.
func (u *Uploader) sample(ctx context.Context, w *work) error {
	var clear atomic.Int64
	recs := u.sampled(w)
	if len(recs) == 0 {
		return nil
	}
	if err := u.sampleOne(ctx, recs[0], &clear); err != nil {
		return err // one call is enough to learn that the key is wrong
	}
	group, ctx := errgroup.WithContext(ctx)
	for _, rec := range recs[1:] {
		group.Go(func() error { return u.sampleOne(ctx, rec, &clear) })
	}
	if err := group.Wait(); err != nil || clear.Load() > 0 {
		return err
	}
	if u.ready.vague++; u.ready.vague < vagueSamples {
		u.ready.again = timeAfter(backoff(u.ready.vague))
		return &later{until: u.ready.again}
	}
	u.log.Event("warn", "no lookup before the first POST gave a clear answer: whether these records are in ARGOS already is not known")
	return nil
}

func (u *Uploader) sampled(w *work) []*kyc.Record {
	switch {
	case u.cfg.Scout != nil && len(u.cfg.Scout.unsent.list) > 0:
		return u.cfg.Scout.unsent.list
	case w.looked:
		return nil
	}
	return []*kyc.Record{w.rec}
}

func (u *Uploader) sampleOne(ctx context.Context, rec *kyc.Record, clear *atomic.Int64) error {
	by := lookupField(&rec.Submission)
	if by >= kyc.NumFields {
		clear.Add(1) // nothing to look up by: warned about before the start (O7)
		return nil
	}
	ans, err := u.look(ctx, by, rec.Submission[by])
	if err != nil {
		return err
	}
	if ans.complete {
		clear.Add(1)
	}
	rivals, items, err := u.contenders(ctx, ans.items, lookupPrint(u.ledger, by, rec.Submission[by]), 0)
	if err != nil || len(items) == 0 {
		return err
	}
	w := &work{subject: subject{rec: rec, prints: identify(u.ledger, rec)}}
	ev := w.evidence(u)
	ev.contend(rivals)
	var found findings
	u.sort(&found, items, &ev)
	return u.judgeSample(rec, &found, &ev)
}

// judgeSample draws the conclusion from what is already there for a record
// that we have not sent: someone else migrated it, or we did and forgot.
func (u *Uploader) judgeSample(rec *kyc.Record, found *findings, ev *evidence) error {
	if found.foreign {
		return foreignStop(rec)
	}
	if len(found.ours) > 0 && found.proof == checkpoint.ByMarker {
		if u.cautious.CompareAndSwap(false, true) {
			u.log.Event("warn", "the target has records of this directory that its ledger does not know: every record is looked up before it is sent")
		}
		return nil
	}
	fold := func(f kyc.Field, v string) checkpoint.MAC { return fieldPrint(u.ledger, f, v) }
	for i := range found.maybes {
		if it := &found.maybes[i]; !ev.contended(it, u.echo.Load(), fold) && sameFields(it, ev.fields, u.echo.Load(), fold) == equal {
			return &Stop{
				Kind: StopConfig, Code: "migrated_elsewhere",
				Message: "ARGOS already has a submission equal to " + rec.Row.Origin.String() + ", which this run directory has not sent",
				Hint:    "these records were migrated before; continue in the run directory that did it, or run with --look-first so that each record is looked up before it is sent",
			}
		}
	}
	return nil
}

// canLook reports whether a record can be looked up at all.
func (w *work) canLook() bool { return lookupField(&w.sub) < kyc.NumFields }

// lookFirst looks a record up before its first POST (cautious mode, O3). What
// carries our mark is adopted; what could be ours keeps the record from being
// sent.
func (u *Uploader) lookFirst(ctx context.Context, w *work) (kyc.Step, error) {
	if !w.canLook() {
		w.phase = phasePost
		return kyc.Step{}, nil
	}
	if err := u.contacted(ctx); err != nil {
		return kyc.Step{}, err
	}
	by := lookupField(&w.sub)
	ans, err := u.look(ctx, by, w.sub[by])
	if err != nil {
		return kyc.Step{}, err
	}
	items, err := u.candidates(ctx, ans.items, w.entry.ID)
	if err != nil {
		return kyc.Step{}, err
	}
	ev := w.evidence(u)
	ev.marker = w.markSent(u)
	var found findings
	u.sort(&found, items, &ev)
	found.classify(ans)
	return u.afterLookFirst(ctx, w, found)
}

func (w *work) markSent(u *Uploader) string {
	if u.cfg.Marker >= kyc.NumFields {
		return ""
	}
	return w.sub[u.cfg.Marker]
}

func (u *Uploader) afterLookFirst(ctx context.Context, w *work, found findings) (kyc.Step, error) {
	switch {
	case found.foreign:
		return kyc.Step{}, foreignStop(w.rec)
	case found.class == checkpoint.Ours && found.proof == checkpoint.ByMarker:
		return u.adoptUnsent(ctx, w, found)
	case found.class == checkpoint.CompleteEmpty:
		w.phase, w.tries, w.looked = phasePost, 0, true
		return kyc.Step{}, nil
	case found.class == checkpoint.Inconclusive:
		w.tries++
		if w.tries < maxTries {
			return kyc.Step{Again: timeAfter(backoff(w.tries))}, nil
		}
		return kyc.Step{Outcome: outcomeOf(w.rec, kyc.Failed, &w.entry, failedIssue("the lookup before sending gave no clear answer"))}, nil
	}
	return u.suspect(ctx, w, found)
}

// suspect puts a record in doubt that was not sent from here, as far as the
// ledger knows: ARGOS has a submission that could be it. The doubt is durable,
// as if a POST of unknown time had been made, so that no later run posts the
// record before an operator, or the submission's end, has settled it.
func (u *Uploader) suspect(ctx context.Context, w *work, found findings) (kyc.Step, error) {
	intent := u.intent(w)
	intent.Attempt.SrvBefore = time.Time{} // no time proves anything about it
	ref, err := u.ledger.Intend(ctx, w.entry.State, intent)
	if errors.Is(err, checkpoint.ErrClash) {
		w.phase = phaseStart // another record was quicker: decide anew
		return kyc.Step{}, nil
	}
	if err != nil {
		return kyc.Step{}, err
	}
	if err := u.ledger.Doubt(ctx, ref, checkpoint.End{}, reasonCandidate); err != nil {
		return kyc.Step{}, err
	}
	u.doubts.Add(1)
	u.settling.Add(1)
	w.ref, w.entry.State, w.entry.Reason, w.phase = ref, checkpoint.Doubt, reasonCandidate, phaseDoubt
	w.entry.ID, w.entry.Prints = ref.Record, w.prints
	w.doubt = newDoubt(u, &intent.Attempt, nil)
	w.doubt.looks, w.doubt.class, w.doubt.candidates = 1, found.class, found.ids()
	return u.leaveInDoubt(ctx, w, reasonCandidate)
}

// adoptUnsent binds a submission with our mark to a record that the ledger did
// not know to be sent.
func (u *Uploader) adoptUnsent(ctx context.Context, w *work, found findings) (kyc.Step, error) {
	id := found.ours[0].ID
	others := idsOf(found.ours[1:])
	if err := u.tie(ctx, id); err != nil {
		return kyc.Step{}, err
	}
	record, err := u.ledger.Adopt(ctx, w.entry.State, w.prints, w.rec.Row.Origin, id, found.proof, u.wanted(w), others)
	if errors.Is(err, checkpoint.ErrBound) {
		out := outcomeOf(w.rec, kyc.Rejected, &w.entry, conflictIssue("the submission found for this record belongs to another record"))
		return kyc.Step{Outcome: out}, nil
	}
	if err != nil {
		return kyc.Step{}, err
	}
	w.ref.Record = record
	w.entry.Doubled = len(others) > 0
	w.entry.Prints = w.prints
	u.bound(w, id)
	return u.afterBinding(w)
}
