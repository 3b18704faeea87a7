package uploader

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// sampleSize is how many records not sent yet are looked up before the first
// POST of a process (O3).
const sampleSize = 20

// vagueSamples is how many rounds of them may stay without a clear answer.
const vagueSamples = 4

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
	group, ctx := errgroup.WithContext(ctx)
	for _, rec := range recs {
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
	c, err := u.contenders(ctx, ans.items, lookupPrint(u.ledger, by, rec.Submission[by]), 0)
	if err != nil || len(c.free)+len(c.strangers) == 0 {
		return err
	}
	w := &work{subject: subject{rec: rec, prints: identify(u.ledger, rec)}}
	complete(u.ledger, rec, &w.prints)
	ev := w.evidence(u)
	ev.contend(c.rivals)
	found := u.sort(c, &w.prints, &ev)
	return u.judgeSample(rec, &found, &ev)
}

// judgeSample draws the conclusion from what is already there for a record
// that we have not sent: someone else migrated it, or we did and forgot.
func (u *Uploader) judgeSample(rec *kyc.Record, found *findings, ev *evidence) error {
	if found.foreign {
		return foreignStop(rec)
	}
	ours := slices.ContainsFunc(found.claims, func(s stranger) bool { return !s.loose() })
	if ours || len(found.ours) > 0 && found.proof == checkpoint.ByMarker {
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
	if step, err := u.yields(ctx, w); err != nil || step.Outcome != nil {
		return step, err
	}
	if err := u.contacted(ctx); err != nil {
		return kyc.Step{}, err
	}
	by := lookupField(&w.sub)
	ans, err := u.look(ctx, by, w.sub[by])
	if err != nil {
		return kyc.Step{}, err
	}
	if ans.throttled {
		return kyc.Step{Again: timeAfter(backoff(1))}, nil
	}
	var c contenders
	if c.free, c.strangers, err = u.candidates(ctx, ans.items, w.entry.ID); err != nil {
		return kyc.Step{}, err
	}
	ev := w.evidence(u)
	ev.marker = w.markSent(u)
	found := u.sort(c, &w.prints, &ev)
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
	if err := u.contest(ctx, w.rec, ref.Record, found.claims); err != nil {
		return kyc.Step{}, err
	}
	u.doubts.Add(1)
	u.settling.Add(1)
	w.ref, w.entry.State, w.entry.Reason, w.phase = ref, checkpoint.Doubt, reasonCandidate, phaseDoubt
	w.entry.ID, w.entry.Prints = ref.Record, w.prints
	w.doubt = newDoubt(u, &intent.Attempt, nil)
	w.doubt.looks, w.doubt.class = 1, found.class
	w.doubt.found(found.ids())
	w.doubt.claim(found.claims)
	if found.unusable {
		return u.leaveInDoubt(ctx, w, reasonBadID)
	}
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
	u.log.Event("info", "a submission that the ledger did not know was found and adopted", "origin", w.rec.Row.Origin.String(),
		"submission", id, "proof", string(found.proof))
	w.ref.Record = record
	w.entry.Doubled = len(others) > 0
	w.entry.Prints = w.prints
	w.found = true
	u.bound(w, id)
	return u.afterBinding(w)
}
