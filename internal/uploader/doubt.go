package uploader

import (
	"context"
	"errors"
	"slices"
	"time"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// neededEmpties is how many complete empty answers "not found" takes (N1).
const neededEmpties = 3

// doubt is what is known of a record that may or may not be in ARGOS: what
// was sent, when, and what the lookups have found. An attempt opens one with
// its intent, so that it is there whatever happens to the attempt.
type doubt struct {
	by     kyc.Field
	value  string // as it would be looked up today
	lookup checkpoint.MAC
	ev     evidence

	basis  time.Time // server time the quiet time counts from; zero: this process's first Date
	local  time.Time // our clock at the same moment
	noWait bool      // the application itself answered: it commits no later (N2)
	// repeated: it was posted again after an earlier "not found" was believed.
	repeated bool
	word     bool // the operator says it is absent: one more look decides (O8)
	// contested: an answer named a submission that is known as another record's,
	// or one that is this record's was taken for another's, or an operator named
	// one that is not there. Then "not found" is never believed: target, ledger
	// or operator is wrong about the record (K5).
	contested bool
	named     []string // the submissions that this is about

	looks      int
	began      time.Time // our clock when the last look began
	empties    int
	maybes     int
	next       time.Time // when to look again, by our clock
	lastSent   time.Time
	candidates []string
	requests   []string
	reason     string
	class      checkpoint.Class
}

// newDoubt begins the doubt of an attempt whose intent is being written; a
// record that was sent before keeps its earliest time, and the times between its
// attempts.
func newDoubt(u *Uploader, a *checkpoint.Attempt, before *doubt) *doubt {
	d := &doubt{
		by: a.LookupBy, lookup: a.LookupMAC, local: time.Now(),
		ev: evidence{
			markerField: a.MarkerField, marker: a.Marker, runID: u.runID,
			fields: a.FieldMACs, srvBefore: a.SrvBefore,
		},
	}
	if before == nil {
		return d
	}
	d.ev.gaps = u.between(before.ev.gaps, before.basis, a.SrvBefore)
	if before.ev.srvBefore.IsZero() || before.ev.srvBefore.Before(d.ev.srvBefore) {
		d.ev.srvBefore = before.ev.srvBefore
	}
	return d
}

// between adds the time between two attempts to gaps: from when the one that ended
// has been committed (P1) to when the next one began. Of one whose end is not known
// there is none.
func (u *Uploader) between(gaps []span, ended, begun time.Time) []span {
	gap := span{ended.Add(u.cfg.CommitWindow), begun}
	if ended.IsZero() || !gap.from.Before(gap.to) {
		return gaps
	}
	return append(slices.Clip(gaps), gap)
}

// ended notes how the attempt ended and when it is looked up first.
func (d *doubt) ended(u *Uploader, end checkpoint.End, reason string) {
	d.basis, d.local = end.SrvEnd, time.Now()
	d.lastSent = end.SrvEnd
	d.noWait = end.AppAnswer
	d.reason = reason
	if end.RequestIDs != "" {
		d.requests = append(d.requests, end.RequestIDs)
	}
	d.schedule(u)
}

// reopen takes up a record that an earlier process left in doubt, or was
// killed with.
func (u *Uploader) reopen(ctx context.Context, w *work) (kyc.Step, error) {
	attempts, err := u.ledger.Attempts(ctx, w.entry.ID)
	if err != nil {
		return kyc.Step{}, err
	}
	if len(attempts) == 0 {
		return kyc.Step{}, errors.New("the ledger has a record in doubt without an attempt; keep the run directory and report this")
	}
	last := attempts[len(attempts)-1]
	w.ref = checkpoint.Ref{Record: w.entry.ID, Attempt: last.N}
	d := newDoubt(u, &last, nil)
	d.ev.srvBefore = earliest(attempts)
	for i := range attempts[1:] {
		d.ev.gaps = u.between(d.ev.gaps, attempts[i].SrvEnd, attempts[i+1].SrvBefore)
	}
	d.repeated = w.entry.AuditDue
	d.basis, d.local, d.lastSent = last.SrvEnd, u.begun, last.SrvEnd
	d.noWait = last.AppAnswer
	d.looks, d.class, d.candidates = 0, last.LastClass, last.Candidates
	d.reason = w.entry.Reason
	if contests(d.reason) {
		d.contested, d.named = true, last.Candidates
	}
	if len(last.FieldMACs) == 0 && w.entry.Prints.Payload == w.prints.Payload { // it was bound meanwhile
		d.ev.fields = fieldPrints(u.ledger, &u.codes, &w.rec.Submission, last.MarkerField)
	}
	if w.entry.State == checkpoint.Sending {
		d.basis, d.noWait, d.reason = time.Time{}, false, reasonKilled
	}
	d.word = w.entry.Reason == reasonOperatorGone
	if last.RequestIDs != "" {
		d.requests = []string{last.RequestIDs}
	}
	if d.by < kyc.NumFields {
		d.value = w.rec.Submission[d.by]
	}
	w.doubt, w.phase = d, phaseDoubt
	u.settling.Add(1)
	return kyc.Step{}, nil
}

// earliest is the server time before the first of a record's attempts, zero if
// that of any is unknown.
func earliest(attempts []checkpoint.Attempt) time.Time {
	first := attempts[0].SrvBefore
	for i := range attempts {
		if at := attempts[i].SrvBefore; at.Before(first) {
			first = at // the zero time is before all others
		}
	}
	return first
}

// unlookable tells why a doubt cannot be looked up, "" if it can (K1).
func (u *Uploader) unlookable(d *doubt) string {
	if d.by >= kyc.NumFields || d.lookup.IsZero() {
		return reasonNoLookup
	}
	if u.rules.valueUnedited && lookupPrint(u.ledger, d.by, d.value) != d.lookup {
		return reasonValueChanged
	}
	if d.value == "" {
		return reasonValueChanged
	}
	return ""
}

// resolve looks a record in doubt up once and acts on what is found.
func (u *Uploader) resolve(ctx context.Context, w *work) (kyc.Step, error) {
	d := w.doubt
	if d.value == "" && d.by < kyc.NumFields {
		d.value = w.sub[d.by]
	}
	if why := u.unlookable(d); why != "" {
		return u.leaveInDoubt(ctx, w, why)
	}
	if err := u.contacted(ctx); err != nil {
		return kyc.Step{}, err
	}
	d.began = time.Now()
	ans, err := u.look(ctx, d.by, d.value)
	if err != nil {
		return kyc.Step{}, err
	}
	if ans.unasked {
		return u.leaveInDoubt(ctx, w, reasonInconclusive)
	}
	if err := u.dateEnd(ctx, w); err != nil {
		return kyc.Step{}, err
	}
	found, err := u.sift(ctx, w, ans)
	if err != nil {
		return kyc.Step{}, err
	}
	d.looks++
	d.class = found.class
	d.found(found.ids())
	d.claim(found.claims)
	switch {
	case found.foreign:
		return kyc.Step{}, foreignStop(w.rec)
	case found.class == checkpoint.Ours:
		return u.adopt(ctx, w, ans, found)
	}
	return u.unfound(ctx, w, ans, found)
}

// dateEnd gives an attempt an end that nobody saw: the first server time that this
// process knows, when the one that made it was dead. Later processes count from there
// (N2), and what somebody else registers after it is not taken for ours (P1).
func (u *Uploader) dateEnd(ctx context.Context, w *work) error {
	by := u.clock.started()
	if !w.doubt.basis.IsZero() || by.IsZero() || w.ref.Record == 0 {
		return nil
	}
	w.doubt.basis = by
	return u.ledger.Ended(ctx, w.ref, by)
}

// found notes the candidates of a lookup, after those that an answer named.
func (d *doubt) found(ids []string) {
	d.candidates = nil
	for _, id := range slices.Concat(d.named, ids) {
		if !slices.Contains(d.candidates, id) {
			d.candidates = append(d.candidates, id)
		}
	}
}

// unfound deals with a lookup that found nothing of ours: it may be believed,
// it may have to be repeated, or it stays in doubt.
func (u *Uploader) unfound(ctx context.Context, w *work, ans answer, found findings) (kyc.Step, error) {
	d := w.doubt
	d.maybes = len(found.maybes)
	if !u.rules.maybeBlocks && ans.complete {
		found.class = checkpoint.CompleteEmpty
	}
	switch found.class {
	case checkpoint.CompleteEmpty:
		d.empties++
	case checkpoint.Maybe:
		d.because(reasonCandidate)
		if found.unusable {
			d.because(reasonBadID)
		}
		d.empties = 0
	default:
		d.because(reasonInconclusive)
	}
	sil := u.silence(d, ans)
	if sil.empties > 0 && found.class == checkpoint.CompleteEmpty && !d.contested {
		gone, again, err := u.isAbsent(ctx, d, sil)
		switch {
		case err != nil:
			return kyc.Step{}, err
		case gone:
			return u.absent(ctx, w)
		case again:
			return kyc.Step{Again: time.Now()}, nil
		}
	}
	clear := found.class == checkpoint.Maybe || found.class == checkpoint.CompleteEmpty && d.contested
	if clear && d.looks >= neededEmpties && sil.quietFor(sil.quiet) && !u.flying(found.rivals) || u.outOfTime() {
		return u.leaveInDoubt(ctx, w, d.reason)
	}
	d.schedule(u)
	return kyc.Step{Again: d.next}, nil
}

// because gives the reason that a record is in doubt for, unless it has one that
// later runs, or a person, must know of.
func (d *doubt) because(reason string) {
	if !d.contested {
		d.reason = reason
	}
}

// isAbsent reports whether "not found" is believed (N1-N3), or would be if it
// were asked for again. The control is looked up only when all else holds.
func (u *Uploader) isAbsent(ctx context.Context, d *doubt, s silence) (gone, again bool, _ error) {
	if d.word {
		return true, false, nil
	}
	s.controlled = true
	if !u.rules.believed(s) {
		return false, false, nil
	}
	if !u.rules.control {
		return true, false, nil
	}
	p, err := u.checkControl(ctx, d.by, s.basis, d.began)
	if err != nil {
		return false, false, err
	}
	// Without any control a record is posted again once, and no more: what a
	// lookup missed then it may miss again.
	s.controlled, s.noControl = p == controlled, p == noControl && !d.repeated
	if p == blind || p == noControl && d.repeated {
		d.because(reasonNoControl)
	}
	return u.rules.believed(s), p == lookAgain, nil
}

// silence gathers what N1-N3 ask about.
func (u *Uploader) silence(d *doubt, ans answer) silence {
	s := silence{
		empties: d.empties, needed: neededEmpties, maybes: d.maybes,
		answer: ans.first, basis: d.basis, waited: ans.began.Sub(d.local),
		quiet: u.quiet(d),
	}
	if s.basis.IsZero() {
		s.basis = u.clock.started()
	}
	return s
}

// quiet is how long nothing may have come before "not found" is believed: the
// commit window and the read lag, or the lag alone where the application has
// answered (N2).
func (u *Uploader) quiet(d *doubt) time.Duration {
	if d.noWait {
		return u.lag()
	}
	return u.cfg.CommitWindow + u.lag()
}

// lag is how far reads may be behind: the configured bound, or three times the
// worst that a canary measured (P1).
func (u *Uploader) lag() time.Duration {
	return max(u.cfg.Lag, 3*u.echo.Load().worstLag)
}

// schedule sets when to look next: spaced by the settle times, and the one
// that can decide not before the quiet time is over.
func (d *doubt) schedule(u *Uploader) {
	now := time.Now()
	d.next = now.Add(u.cfg.Settle[min(d.looks, len(u.cfg.Settle)-1)])
	if d.looks+1 >= neededEmpties && u.rules.quietTime {
		// Date headers are whole seconds: a look at the very end would be too soon.
		if quiet := d.local.Add(u.quiet(d) + startSlack); quiet.After(d.next) {
			d.next = quiet
		}
	}
	if last := u.lastChance(); last.Before(d.next) && last.After(now) {
		d.next = last
	}
}

// lastChance is when the doubts are left to the operator, unless something is
// posted meanwhile (O11).
func (u *Uploader) lastChance() time.Time {
	return u.begun.Add(time.Duration(u.lastPost.Load()) + u.cfg.DoubtTimeout)
}

// patience is until when the lookups of a target that is away are worth waiting for: they
// come in time for as long as something is to be posted or under way (O11).
func (u *Uploader) patience() time.Time {
	if u.toSend.Load() > 0 || u.posting.Load() > 0 {
		return endless()
	}
	return u.lastChance()
}

// outOfTime reports that the doubts are to be left to the operator.
func (u *Uploader) outOfTime() bool {
	return !time.Now().Before(u.lastChance())
}
