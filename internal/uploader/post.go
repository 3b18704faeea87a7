package uploader

import (
	"context"
	"errors"
	"time"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// outdatedAfter is how old the newest server time may be when an intent is stamped with
// it (S2).
const outdatedAfter = time.Minute

// staleIntent is how old an intent may be when its POST leaves: an older one
// is stamped again first (S1).
const staleIntent = 5 * time.Second

// post sends one record: place in flight, permit, durable intent, call.
func (u *Uploader) post(ctx context.Context, w *work) (kyc.Step, error) {
	if step, err := u.prime(ctx, w); err != nil || step.Outcome != nil {
		return step, err
	}
	if u.cautious.Load() && w.canLook() && !w.looked {
		w.phase = phaseLook // the preflight has just asked for caution
		return kyc.Step{}, nil
	}
	if w.images == nil && w.rec.HasPictures() && !w.rec.Withheld() {
		w.images = u.readPictures(w) // before a place in flight is taken; the intent names them
	}
	if u.doubts.Load() >= maxDoubts {
		return kyc.Step{Again: time.Now().Add(time.Second)}, nil
	}
	if !u.flight.board() {
		return kyc.Step{Hold: true}, nil
	}
	w.landed = false
	step, err := u.sendOnce(ctx, w)
	u.land(w, false)
	return step, err
}

// prime makes sure of what must be known before the first POST of a process. A
// record that clashes with another one is rejected before that: it is nothing to
// send, and no reason for a call.
func (u *Uploader) prime(ctx context.Context, w *work) (kyc.Step, error) {
	if u.primed.Load() {
		return kyc.Step{}, nil
	}
	if !u.ledger.Empty() || u.cautious.Load() { // else there is no other one
		if step, err := u.yields(ctx, w); err != nil || step.Outcome != nil {
			return step, err
		}
	}
	if err := u.understood(ctx); err != nil {
		return kyc.Step{}, err
	}
	if err := u.prepared(ctx, w); err != nil {
		return kyc.Step{}, err
	}
	u.primed.Store(true)
	return kyc.Step{}, nil
}

// land gives a record's place in flight back, once: as soon as its answer is
// there, so that the next POST need not wait until this one's outcome is
// durable. clear tells whether the answer left no doubt.
func (u *Uploader) land(w *work, clear bool) {
	if !w.landed {
		w.landed = true
		u.flight.land(clear)
	}
}

// sendOnce makes one attempt and acts on what came of it.
func (u *Uploader) sendOnce(ctx context.Context, w *work) (kyc.Step, error) {
	paced := u.permits.paced()
	if paced { // it must leave when its permit says, so it takes its slot first
		if err := u.enter(); err != nil {
			return kyc.Step{}, err
		}
	}
	if err := u.permit(ctx, w); err != nil {
		if paced {
			u.leave()
		}
		return kyc.Step{}, err
	}
	u.posting.Add(1)
	defer u.posting.Add(-1)
	reply, sent, err := u.attempt(ctx, w, paced)
	if !sent {
		return u.unbegun(ctx, w, err)
	}
	u.lastPost.Store(int64(time.Since(u.begun)))
	if err == nil {
		u.land(w, true)
		return u.posted(ctx, w, reply)
	}
	var fault *argos.Error
	if !errors.As(err, &fault) {
		fault = &argos.Error{Effect: argos.Unknown, Code: reasonUnanswered, Err: err}
	}
	return u.failed(ctx, w, fault)
}

// permit waits until a POST may leave. If that took so long that the newest server
// time is none of now, a lookup asks for it first (S2): whoever registered while the
// run waited for the next day, or for the target to come back, would seem to be
// created by this attempt.
func (u *Uploader) permit(ctx context.Context, w *work) error {
	if err := u.permits.acquire(u.soft, postCall); err != nil || !u.rules.freshDate || !u.outdated() {
		return err
	}
	u.permits.budget.refund()
	_ = u.breaker.withdraw(nil)
	if err := u.redate(ctx, w); err != nil {
		return err
	}
	return u.permits.acquire(u.soft, postCall)
}

// outdated reports that no call has brought a server time for a while that is long
// beside the pace of the calls, nor was one asked for.
func (u *Uploader) outdated() bool {
	const calls = 3
	d := max(outdatedAfter, u.permits.interval()*calls)
	return u.clock.stale(d) && time.Since(u.begun)-time.Duration(u.redated.Load()) > d
}

// attempt writes the intent and makes the call; sent is false when it did not
// come to the call. Without a slot it takes one for the call alone, so that
// intents are made durable while other calls wait for their answers.
func (u *Uploader) attempt(ctx context.Context, w *work, slot bool) (reply argos.Reply, sent bool, err error) {
	defer func() {
		if slot {
			u.leave()
		}
	}()
	if u.flight.halted() {
		return reply, false, nil
	}
	stamped, before := time.Now(), w.doubt
	if err := u.intend(ctx, w); err != nil {
		return reply, false, err
	}
	if !slot {
		if err := u.enter(); err != nil {
			return reply, false, u.takeBack(ctx, w, before, err)
		}
		slot = true
	}
	if err := u.permits.awaitResume(u.soft); err != nil { // a pause that began while the intent was made durable
		return reply, false, u.takeBack(ctx, w, before, err)
	}
	if u.flight.halted() { // meanwhile (S5)
		return reply, false, u.takeBack(ctx, w, before, nil)
	}
	if time.Since(stamped) > staleIntent {
		if err := u.ledger.Restamp(ctx, w.ref, u.clock.newest()); err != nil {
			return reply, false, err
		}
	}
	w.sentAfter = u.clock.newest()
	err = u.callNow(ctx, postCall, func(ctx context.Context) (argos.Meta, error) {
		var err error
		reply, err = u.client.Submit(ctx, &w.sub)
		return reply.Meta, err
	})
	return reply, true, err
}

// unbegun gives a permit back whose call was not made, and its place in the
// day's budget: POSTs are halted, or another record has the same userid or key
// (O6).
func (u *Uploader) unbegun(ctx context.Context, w *work, err error) (kyc.Step, error) {
	u.permits.budget.refund()
	if err := u.breaker.withdraw(err); err != nil && !errors.Is(err, checkpoint.ErrClash) {
		return kyc.Step{}, err
	}
	if err == nil {
		return kyc.Step{Hold: true}, nil
	}
	w.phase = phaseStart // if the other one is gone meanwhile: decide anew
	return u.yields(ctx, w)
}

// intend makes the attempt's intent durable (S1, S2). A freshly written intent
// is a doubt to every other process, and to this one if the write fails.
func (u *Uploader) intend(ctx context.Context, w *work) error {
	intent := u.intent(w)
	if u.rules.intentFirst {
		ref, err := u.ledger.Intend(ctx, w.entry.State, intent)
		if err != nil {
			return err
		}
		w.ref = ref
	}
	w.entry.State = checkpoint.Sending
	w.entry.Prints = w.prints
	w.doubt = newDoubt(u, &intent.Attempt, w.doubt)
	w.doubt.repeated = w.again
	return nil
}

// takeBack closes an intent whose call was not made, because the run ends or
// POSTs are halted. The record stands as before the attempt.
func (u *Uploader) takeBack(ctx context.Context, w *work, before *doubt, cause error) error {
	if u.rules.intentFirst {
		if err := u.ledger.Unsend(ctx, w.ref, checkpoint.End{}); err != nil {
			return err
		}
	}
	w.entry.State, w.doubt = checkpoint.Unsent, before
	return cause
}

func (u *Uploader) intent(w *work) checkpoint.Intent {
	by := lookupField(&w.sub)
	a := checkpoint.Attempt{
		LookupBy: by, MarkerField: kyc.NoField,
		FieldMACs: fieldPrints(u.ledger, &u.codes, &w.sub, u.cfg.Marker),
		SrvBefore: u.clock.newest(),
	}
	if by < kyc.NumFields {
		a.LookupMAC = lookupPrint(u.ledger, by, w.sub[by])
	}
	if u.cfg.Marker < kyc.NumFields {
		a.MarkerField, a.Marker = u.cfg.Marker, w.sub[u.cfg.Marker]
	}
	if w.images != nil {
		a.ImagesMAC = w.images.print
	}
	return checkpoint.Intent{Prints: w.prints, Origin: w.rec.Row.Origin, Attempt: a, Audit: w.again}
}

// posted binds the submission that ARGOS answered with.
func (u *Uploader) posted(ctx context.Context, w *work, reply argos.Reply) (kyc.Step, error) {
	if !u.rules.intentFirst {
		if err := u.lateIntent(ctx, w); err != nil {
			return kyc.Step{}, err
		}
	}
	if err := u.tie(ctx, reply.SubmissionID); err != nil {
		return kyc.Step{}, err
	}
	end := endOf(u.clock, reply.Meta, "", true)
	err := u.ledger.Post(ctx, w.ref, reply.SubmissionID, checkpoint.ByAnswer, end, u.wanted(w), nil)
	if errors.Is(err, checkpoint.ErrBound) {
		u.log.Event("error", "a POST was answered with the id of another record", "origin", w.rec.Row.Origin.String(),
			"submission", reply.SubmissionID, "request", reply.RequestID)
		step, err := u.intoDoubt(ctx, w, end, reasonIDBound, reply.SubmissionID)
		w.doubt.contest(reply.SubmissionID, reasonIDBound)
		return step, err
	}
	if err != nil {
		return kyc.Step{}, err
	}
	n := u.created.Add(1)
	u.bound(w, reply.SubmissionID)
	w.fresh = true
	u.breaker.created()
	u.control.created(w, w.sentAfter, u.clock.latest())
	if n == 1 || n%canaryEvery == 0 {
		w.phase, w.canary = phaseCanary, newCanary(w.sentAfter, u.clock.latest(), n == 1)
		return kyc.Step{}, nil
	}
	return u.afterBinding(w)
}

// lateIntent serves the test that switches S1 off.
func (u *Uploader) lateIntent(ctx context.Context, w *work) (err error) {
	w.ref, err = u.ledger.Intend(ctx, checkpoint.New, u.intent(w))
	return err
}

// bound notes that the record is in ARGOS.
func (u *Uploader) bound(w *work, id string) {
	w.entry.SubmissionID, w.mine = id, true
	w.entry.State, w.entry.ID = checkpoint.Posted, w.ref.Record
	if !w.rec.HasPictures() || w.rec.Withheld() {
		w.entry.State = checkpoint.Done
	}
	w.tries = 0
	if w.again {
		u.audits.add(w)
	}
}

// afterBinding goes on to the pictures, or ends with success.
func (u *Uploader) afterBinding(w *work) (kyc.Step, error) {
	if w.rec.HasPictures() && !w.rec.Withheld() {
		w.phase = phaseImages
		return kyc.Step{}, nil
	}
	return kyc.Step{Outcome: u.success(w, 0)}, nil
}

// failed deals with an attempt that was not answered with an id (S4).
func (u *Uploader) failed(ctx context.Context, w *work, fault *argos.Error) (kyc.Step, error) {
	end := endOf(u.clock, fault.Meta, fault.Code, fault.AppAnswer)
	w.last = fault
	switch fault.Effect {
	case argos.Refused:
		u.land(w, true)
		return u.refused(ctx, w, fault, end)
	case argos.None:
		return u.unsent(ctx, w, fault, end)
	}
	if !u.rules.unknownIsLook {
		return u.unsent(ctx, w, fault, end)
	}
	if fault.Unreadable && !w.halted {
		u.flight.halt()
		w.halted = true
		u.log.Event("warn", "an answer could not be read: no further record is posted until it is understood", "origin", w.rec.Row.Origin.String(), "status", fault.Status, "request", fault.RequestID)
	}
	return u.intoDoubt(ctx, w, end, doubtReason(fault))
}

func doubtReason(fault *argos.Error) string {
	switch {
	case fault.Unreadable:
		return reasonUnreadable
	case fault.Status > 0:
		return reasonServerError
	}
	return reasonUnanswered
}

func (u *Uploader) refused(ctx context.Context, w *work, fault *argos.Error, end checkpoint.End) (kyc.Step, error) {
	if err := u.ledger.Refuse(ctx, w.ref, end); err != nil {
		return kyc.Step{}, err
	}
	w.entry.State, w.entry.Reason = checkpoint.Refused, fault.Code
	out := outcomeOf(w.rec, kyc.Refused, &w.entry, refusedIssue(fault.Code, fault.Field))
	return kyc.Step{Outcome: out}, u.breaker.refuse(refusal{fault.Code, fault.Field, fault.Hint})
}

// unsent deals with an attempt of which ARGOS did nothing.
func (u *Uploader) unsent(ctx context.Context, w *work, fault *argos.Error, end checkpoint.End) (kyc.Step, error) {
	if err := u.ledger.Unsend(ctx, w.ref, end); err != nil {
		return kyc.Step{}, err
	}
	w.entry.State = checkpoint.Unsent
	if throttled(fault) {
		return kyc.Step{Again: time.Now().Add(backoff(1))}, nil
	}
	w.tries++
	switch {
	case fault.Scope == argos.RunScope:
		w.tries = 0
		return kyc.Step{}, runStop(fault)
	case fault.Scope == argos.QuotaScope:
		w.tries = 0
		return kyc.Step{Again: time.Now()}, nil
	case w.tries >= maxTries:
		out := outcomeOf(w.rec, kyc.Failed, &w.entry, failedIssue(fault.Code))
		return kyc.Step{Outcome: out}, nil
	}
	return kyc.Step{Again: time.Now().Add(backoff(w.tries))}, nil
}

// intoDoubt records that nobody can say how the attempt ended, and begins to
// look it up.
func (u *Uploader) intoDoubt(ctx context.Context, w *work, end checkpoint.End, reason string, named ...string) (kyc.Step, error) {
	if err := u.ledger.Doubt(ctx, w.ref, end, reason, named...); err != nil {
		return kyc.Step{}, err
	}
	u.doubts.Add(1)
	u.settling.Add(1)
	w.entry.State, w.entry.Reason = checkpoint.Doubt, reason
	w.ambiguous++
	w.phase = phaseDoubt
	w.doubt.ended(u, end, reason)
	return kyc.Step{Again: w.doubt.next}, nil
}

func endOf(c *srvClock, meta argos.Meta, code string, app bool) checkpoint.End {
	return checkpoint.End{
		SrvEnd: c.latest(), Status: meta.Status, Code: code,
		RequestIDs: meta.RequestID, AppAnswer: app,
	}
}
