package uploader

import (
	"context"
	"errors"
	"slices"
	"time"

	"kycmigrate/internal/argos"
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
// record that was sent before keeps its earliest time.
func newDoubt(u *Uploader, a *checkpoint.Attempt, before *doubt) *doubt {
	d := &doubt{
		by: a.LookupBy, lookup: a.LookupMAC, local: time.Now(),
		ev: evidence{
			markerField: a.MarkerField, marker: a.Marker, runID: u.runID,
			fields: a.FieldMACs, srvBefore: a.SrvBefore,
		},
	}
	if before != nil && (before.ev.srvBefore.IsZero() || before.ev.srvBefore.Before(d.ev.srvBefore)) {
		d.ev.srvBefore = before.ev.srvBefore
	}
	return d
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
	d.repeated = w.entry.AuditDue
	d.basis, d.local, d.lastSent = last.SrvEnd, u.begun, last.SrvEnd
	d.noWait = last.AppAnswer
	d.looks, d.class, d.candidates = 0, last.LastClass, last.Candidates
	d.reason = w.entry.Reason
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
	found, err := u.sift(ctx, w, ans)
	if err != nil {
		return kyc.Step{}, err
	}
	d.looks++
	d.class, d.candidates = found.class, found.ids()
	switch {
	case found.foreign:
		return kyc.Step{}, foreignStop(w.rec)
	case len(found.ours) > 0:
		return u.adopt(ctx, w, ans, found)
	}
	return u.unfound(ctx, w, ans, found)
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
		d.reason = reasonCandidate
		d.empties = 0
	default:
		d.reason = reasonInconclusive
	}
	sil := u.silence(d, ans)
	if sil.empties > 0 && found.class == checkpoint.CompleteEmpty {
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
	settledMaybe := found.class == checkpoint.Maybe && d.looks >= neededEmpties && sil.quietFor(sil.quiet) && !u.flying(found.rivals)
	if settledMaybe || u.outOfTime() {
		return u.leaveInDoubt(ctx, w, d.reason)
	}
	d.schedule(u)
	return kyc.Step{Again: d.next}, nil
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
		d.reason = reasonNoControl
	}
	return u.rules.believed(s), p == lookAgain, nil
}

// silence gathers what N1-N3 ask about.
func (u *Uploader) silence(d *doubt, ans answer) silence {
	s := silence{
		empties: d.empties, needed: neededEmpties, maybes: d.maybes,
		answer: ans.date, basis: d.basis, waited: time.Since(d.local),
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
	if d.looks+1 < neededEmpties || !u.rules.quietTime {
		return
	}
	// Date headers are whole seconds: a look at the very end would be too soon.
	if quiet := d.local.Add(u.quiet(d) + startSlack); quiet.After(d.next) {
		d.next = quiet
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

// outOfTime reports that the doubts are to be left to the operator.
func (u *Uploader) outOfTime() bool {
	return !time.Now().Before(u.lastChance())
}

// adopt binds a found submission to its record (K4).
func (u *Uploader) adopt(ctx context.Context, w *work, ans answer, found findings) (kyc.Step, error) {
	twins, quiet := u.twins(w, ans, found)
	if twins > 0 && !quiet {
		w.doubt.reason = reasonTwins
		if u.outOfTime() {
			return u.leaveInDoubt(ctx, w, reasonTwins)
		}
		w.doubt.schedule(u)
		return kyc.Step{Again: w.doubt.next}, nil
	}
	ours := found.ours
	var others []string
	if extra := len(ours) - 1 - twins; extra > 0 {
		others = idsOf(ours[len(ours)-extra:])
	}
	if err := u.tie(ctx, ours[0].ID); err != nil {
		return kyc.Step{}, err
	}
	err := u.ledger.Post(ctx, w.ref, ours[0].ID, found.proof, checkpoint.End{SrvEnd: w.doubt.basis}, u.wanted(w), others)
	if errors.Is(err, checkpoint.ErrBound) {
		if u.outOfTime() {
			return u.leaveInDoubt(ctx, w, reasonIDBound)
		}
		w.doubt.schedule(u) // another record was quicker: look again
		return kyc.Step{Again: w.doubt.next}, nil
	}
	if err != nil {
		return kyc.Step{}, err
	}
	u.log.Event("info", "a submission in doubt was found and adopted", "origin", w.rec.Row.Origin.String(),
		"submission", ours[0].ID, "proof", string(found.proof), "lookups", w.doubt.looks)
	w.entry.Doubled = w.entry.Doubled || len(others) > 0
	u.settledDoubt(w)
	u.bound(w, ours[0].ID)
	u.control.created(w, u.clock.latest())
	if otherPerson(&w.entry, &w.prints) {
		// What pictures it has, only a row that names its person can say.
		err := u.ledger.Complete(ctx, w.entry.ID, checkpoint.Incomplete, codeKeyConflict)
		return kyc.Step{Outcome: settleConflict(w.rec, &w.entry).outcome}, err
	}
	if w.rec.Rejected() {
		return u.closeIncomplete(ctx, w)
	}
	return u.afterBinding(w)
}

// twins counts the other open records with the same content and lookup value,
// and tells whether all of them are past their quiet time: only then can the
// submissions found be dealt out one to one.
func (u *Uploader) twins(w *work, ans answer, found findings) (n int, quiet bool) {
	if found.proof == checkpoint.ByMarker {
		return 0, true
	}
	quiet = true
	for i := range found.rivals {
		r := &found.rivals[i]
		if r.Prints.Payload != w.entry.Prints.Payload {
			continue
		}
		n++
		quiet = quiet && u.rivalQuiet(r, ans)
	}
	own := u.silence(w.doubt, ans)
	return n, quiet && own.quietFor(own.quiet)
}

// flying reports that this process is posting for one of the rivals at this
// moment: a candidate may turn out to be its own.
func (u *Uploader) flying(rivals []checkpoint.Rival) bool {
	return slices.ContainsFunc(rivals, func(r checkpoint.Rival) bool {
		return r.State == checkpoint.Sending && r.Attempt.Epoch == u.ledger.Epoch()
	})
}

func (u *Uploader) rivalQuiet(r *checkpoint.Rival, ans answer) bool {
	if u.flying([]checkpoint.Rival{*r}) {
		return false
	}
	s := silence{answer: ans.date, basis: r.Attempt.SrvEnd, waited: time.Since(u.begun)}
	if s.basis.IsZero() {
		s.basis = u.clock.started()
	}
	return s.quietFor(u.cfg.CommitWindow + u.lag())
}

// absent acts on a "not found" that is believed: the record may be posted
// again, and is audited afterwards (N4).
func (u *Uploader) absent(ctx context.Context, w *work) (kyc.Step, error) {
	if err := u.ledger.Absent(ctx, w.ref); err != nil {
		return kyc.Step{}, err
	}
	u.log.Event("info", "a submission in doubt is not there", "origin", w.rec.Row.Origin.String(), "lookups", w.doubt.looks)
	u.settledDoubt(w)
	w.entry.State, w.again, w.looked = checkpoint.Absent, true, true
	if w.ambiguous >= maxAmbiguous {
		return kyc.Step{Outcome: outcomeOf(w.rec, kyc.Failed, &w.entry, failedIssue(reasonTooManyDoubts))}, nil
	}
	if w.rec.Rejected() {
		out := outcomeOf(w.rec, kyc.Rejected, &w.entry)
		return kyc.Step{Outcome: out}, nil
	}
	return u.begin(ctx, w)
}

// settledDoubt notes that a record is no longer in doubt.
func (u *Uploader) settledDoubt(w *work) {
	u.doubts.Add(-1)
	u.settling.Add(-1)
	if w.halted {
		w.halted = false
		u.flight.understood()
	}
}

// leaveInDoubt gives a record up for this run: an operator may decide, or a
// later run may find it.
func (u *Uploader) leaveInDoubt(ctx context.Context, w *work, reason string) (kyc.Step, error) {
	d := w.doubt
	d.reason = reason
	u.settling.Add(-1)
	if err := u.ledger.Looked(ctx, w.ref, d.class, d.candidates, reason); err != nil {
		return kyc.Step{}, err
	}
	w.entry.Reason = reason
	if w.halted {
		return kyc.Step{}, unreadableStop(w.rec)
	}
	return kyc.Step{Outcome: u.leaveOpen(w)}, nil
}

// leaveOpen is the outcome of a record that stays in doubt.
func (u *Uploader) leaveOpen(w *work) *kyc.Outcome {
	d := w.doubt
	if d == nil {
		d = &doubt{reason: w.entry.Reason}
	}
	if d.reason == "" {
		d.reason = reasonTooSoon
	}
	out := outcomeOf(w.rec, kyc.InDoubt, &w.entry, doubtIssue(d.reason))
	out.Doubt = &kyc.Doubt{
		Reason: d.reason, Candidates: slices.Clone(d.candidates), FirstSent: d.ev.srvBefore,
		LastSent: d.lastSent, RequestIDs: slices.Clone(d.requests), Lookups: d.looks,
	}
	return out
}

func foreignStop(rec *kyc.Record) *Stop {
	return &Stop{
		Kind: StopConfig, Code: "migrated_elsewhere",
		Message: "ARGOS has a submission for " + rec.Row.Origin.String() + " that carries the mark of another run directory",
		Hint:    "these records were migrated from another run directory; continue there, or find out who ran it, before anything is sent from here",
	}
}

func unreadableStop(rec *kyc.Record) *Stop {
	return &Stop{
		Kind: StopTarget, Code: "unreadable_answers",
		Message: "ARGOS answered the POST of " + rec.Row.Origin.String() + " with success, but the answer could not be read and the record could not be found",
		Hint:    "check --encrypt and --encrypt-envelope against the project's settings; then run again, the record is looked up first",
	}
}

func idsOf(items []argos.Item) []string {
	ids := make([]string, len(items))
	for i := range items {
		ids[i] = items[i].ID
	}
	return ids
}
