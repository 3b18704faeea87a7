package uploader

import (
	"context"
	"slices"
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
// have it the record is in doubt again: a slip of the pen is no decision.
func (u *Uploader) see(ctx context.Context, w *work) (kyc.Step, error) {
	if err := u.contacted(ctx); err != nil {
		return kyc.Step{}, err
	}
	id := w.entry.SubmissionID
	ans, err := u.lookByID(ctx, id)
	if err != nil {
		return kyc.Step{}, err
	}
	if slices.ContainsFunc(ans.items, func(it argos.Item) bool { return it.ID == id && !it.Deleted }) {
		w.seen, w.phase, w.tries = true, phaseStart, 0
		return kyc.Step{}, u.tie(ctx, id)
	}
	if w.tries++; w.tries <= len(u.cfg.Settle) {
		return kyc.Step{Again: time.Now().Add(u.cfg.Settle[w.tries-1])}, nil
	}
	if !ans.complete {
		return kyc.Step{Outcome: outcomeOf(w.rec, kyc.Incomplete, &w.entry, unseenIssue())}, nil
	}
	return u.unknownToTarget(ctx, w)
}

// unknownToTarget takes an operator's decision back.
func (u *Uploader) unknownToTarget(ctx context.Context, w *work) (kyc.Step, error) {
	id := w.entry.SubmissionID
	if err := u.ledger.Disown(ctx, w.entry.ID, id, checkpoint.ByOperator, reasonOperatorUnknown, 0); err != nil {
		return kyc.Step{}, err
	}
	u.doubts.Add(1)
	u.log.Event("error", "ARGOS does not have the submission that an operator named: the record is in doubt again",
		"origin", w.rec.Row.Origin.String(), "submission", id)
	w.entry.State, w.entry.Reason, w.entry.SubmissionID = checkpoint.Doubt, reasonOperatorUnknown, ""
	if _, err := u.reopen(ctx, w); err != nil {
		return kyc.Step{}, err
	}
	u.settling.Add(-1) // the next run looks it up
	return kyc.Step{Outcome: u.leaveOpen(w)}, nil
}
