package uploader

import (
	"context"
	"slices"
	"strings"
	"time"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// unseen reports that a record is bound by an operator's word, and that no run
// has seen yet that ARGOS has the submission named (O8).
func unseen(entry *checkpoint.Record) bool {
	return entry.State == checkpoint.Posted && entry.Proof == checkpoint.ByOperator
}

// see reads the submission that an operator named, by its id. If ARGOS does not
// have it, or it carries another record's mark, the record is in doubt again: a slip
// of the pen is no decision.
func (u *Uploader) see(ctx context.Context, w *work) (kyc.Step, error) {
	if err := u.contacted(ctx); err != nil {
		return kyc.Step{}, err
	}
	id := w.entry.SubmissionID
	ans, err := u.lookByID(ctx, id)
	if err != nil {
		return kyc.Step{}, err
	}
	if i := slices.IndexFunc(ans.items, func(it argos.Item) bool { return it.ID == id && !it.Deleted }); i >= 0 {
		if u.anothers(&ans.items[i], w) {
			return u.overrule(ctx, w, reasonOperatorMistaken)
		}
		w.seen, w.phase, w.tries = true, phaseStart, 0
		return kyc.Step{}, u.tie(ctx, id)
	}
	if w.tries++; w.tries <= len(u.cfg.Settle) {
		return kyc.Step{Again: time.Now().Add(u.cfg.Settle[w.tries-1])}, nil
	}
	if !ans.complete {
		return kyc.Step{Outcome: outcomeOf(w.rec, kyc.Incomplete, &w.entry, unseenIssue())}, nil
	}
	return u.overrule(ctx, w, reasonOperatorUnknown)
}

// anothers reports that a submission carries the mark of another record of this
// directory. One of another directory's a person may name.
func (u *Uploader) anothers(it *argos.Item, w *work) bool {
	if u.cfg.Marker >= kyc.NumFields {
		return false
	}
	got := it.Values[u.cfg.Marker]
	run, ok := markerRun(got)
	return ok && run == u.runID && !strings.HasPrefix(mark(u.ledger, u.runID, u.cfg.Binding.Target, w.prints.Key), got)
}

// overrule takes an operator's decision back.
func (u *Uploader) overrule(ctx context.Context, w *work, reason string) (kyc.Step, error) {
	id := w.entry.SubmissionID
	if err := u.ledger.Disown(ctx, w.entry.ID, id, checkpoint.ByOperator, reason, 0); err != nil {
		return kyc.Step{}, err
	}
	u.doubts.Add(1)
	u.log.Event("error", doubts[reason]+": the record is in doubt again", "origin", w.rec.Row.Origin.String(), "submission", id)
	w.entry.State, w.entry.Reason, w.entry.SubmissionID = checkpoint.Doubt, reason, ""
	if _, err := u.reopen(ctx, w); err != nil {
		return kyc.Step{}, err
	}
	u.settling.Add(-1) // the next run looks it up
	return kyc.Step{Outcome: u.leaveOpen(w)}, nil
}
