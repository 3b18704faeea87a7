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

// adopt binds a found submission to its record (K4).
func (u *Uploader) adopt(ctx context.Context, w *work, ans answer, found findings) (kyc.Step, error) {
	twins, quiet := u.twins(w, ans, found)
	if twins > 0 && !quiet {
		w.doubt.because(reasonTwins)
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
	w.found = w.ambiguous == 0
	u.settledDoubt(w)
	u.bound(w, ours[0].ID)
	u.control.created(w, time.Time{}, u.clock.latest())
	w.phase = phaseAdopted
	return kyc.Step{}, nil
}

// adopted goes on with a record that was found and bound.
func (u *Uploader) adopted(ctx context.Context, w *work) (kyc.Step, error) {
	if otherPerson(&w.entry, &w.prints, w.rec) {
		// What pictures it has, only a row that names its person can say.
		err := u.ledger.Complete(ctx, w.entry.ID, checkpoint.Incomplete, codeKeyConflict)
		return kyc.Step{Outcome: settleConflict(w.rec, &w.entry).outcome}, err
	}
	if w.rec.Withheld() {
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
	s := silence{answer: ans.first, basis: r.Attempt.SrvEnd, waited: ans.began.Sub(u.begun)}
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
		return kyc.Step{Outcome: outcomeOf(w.rec, kyc.Failed, &w.entry, neverTaken(w.last))}, nil
	}
	w.phase = phaseStart // to be decided on anew: nothing is in ARGOS
	return kyc.Step{}, nil
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
	d.because(reason)
	if w.halted {
		d.because(reasonUnreadable) // a later run must know why nothing is posted (S5)
	}
	u.settling.Add(-1)
	if err := u.ledger.Looked(ctx, w.ref, d.class, d.candidates, d.reason); err != nil {
		return kyc.Step{}, err
	}
	w.entry.Reason = d.reason
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
		Hint:    "check --encrypt and --encrypt-envelope against the project's settings; then run again, the record is looked up first. If it still cannot be found, decide about it in in_doubt.csv and give that to migrate resolve; nothing is posted before",
	}
}

func unreadElsewhereStop(r *checkpoint.Record) *Stop {
	return &Stop{
		Kind: StopTarget, Code: "unreadable_answers",
		Message: "an earlier run's POST of " + r.Origin.String() + " was answered with success in a form that could not be read, and this source does not contain the record",
		Hint:    "run the source that contains it, or decide about it in in_doubt.csv and give that to migrate resolve; nothing is posted before",
	}
}

func idsOf(items []argos.Item) []string {
	ids := make([]string, len(items))
	for i := range items {
		ids[i] = items[i].ID
	}
	return ids
}
