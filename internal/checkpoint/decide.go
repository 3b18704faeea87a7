package checkpoint

import (
	"context"
	"fmt"
	"time"
)

// Decision is what an operator decides on a record in doubt (O8).
type Decision string

// The decisions.
const (
	DecideAdopt  Decision = "adopt"  // this submission is the record's
	DecideAbsent Decision = "absent" // it is not in ARGOS: look once more, then send it again
	DecideSkip   Decision = "skip"   // give the record up
)

// ReasonOperatorAbsent is the reason of a record in doubt that an operator
// holds to be absent: the next run looks it up once more.
const ReasonOperatorAbsent = "operator_absent"

// NotInDoubt is the ErrConflict of a decision on a record that is not in doubt.
type NotInDoubt struct{ State State }

// Error says it in words for who decided.
func (e *NotInDoubt) Error() string {
	switch e.State {
	case New:
		return "the ledger of this run directory has no such record"
	case Posted, Done, Incomplete:
		return "the record is not in doubt any more: ARGOS has it"
	case Abandoned:
		return "the record is not in doubt any more: it was given up by a decision before"
	case Refused:
		return "the record is not in doubt any more: ARGOS refused it"
	case Rejected:
		return "the record is not in doubt any more: a check rejected it"
	case RolledBack:
		return "the record is not in doubt any more: it was taken back on purpose"
	case Sending:
		return "the record is being sent, or was when its run ended: the next run sees what became of it"
	}
	return "the record is not in doubt any more: it may be sent again"
}

// Is makes it an ErrConflict.
func (e *NotInDoubt) Is(target error) bool { return target == ErrConflict }

// Decide takes an operator's decision on a record in doubt, and notes who made
// it and when. id is the submission to adopt, and empty otherwise. ErrConflict
// if the record is not in doubt, ErrBound if the id is another record's.
func (l *Ledger) Decide(ctx context.Context, key MAC, d Decision, id, by string) error {
	if by == "" {
		return fmt.Errorf("%w: a decision needs the name of who made it", ErrConflict)
	}
	if (d == DecideAdopt) != (id != "") {
		return fmt.Errorf("%w: adopt needs a submission id, and no other decision takes one", ErrConflict)
	}
	at := time.Now()
	return l.conclude(ctx, &op{do: func(t *tx) error { return t.decide(key, d, id, by, at) }})
}

func (t *tx) decide(key MAC, d Decision, id, by string, at time.Time) error {
	r, err := t.withKey(key)
	if err != nil {
		return err
	}
	if r.State != Doubt {
		return &NotInDoubt{State: r.State}
	}
	ref := Ref{Record: r.ID, Attempt: r.Attempts}
	switch d {
	case DecideAdopt:
		err = t.decideAdopt(ref, id)
	case DecideAbsent:
		err = t.move(ref, Doubt, ReasonOperatorAbsent, Doubt, "")
	case DecideSkip:
		err = t.decideSkip(ref)
	default:
		err = fmt.Errorf("%w: %q is no decision; use adopt, absent or skip", ErrConflict, d)
	}
	if err != nil {
		return err
	}
	_, err = t.c.Exec("UPDATE record SET decided_by = ?, decided_at = ? WHERE id = ?", by, stamp(at), r.ID)
	return err
}

// decideAdopt leaves the record posted, whether it has pictures or not: before
// it is done, the next run sees whether ARGOS has the submission. Where another
// one was shown to be the record's too, an audit tells (A1).
func (t *tx) decideAdopt(ref Ref, id string) error {
	if err := t.claim(ref.Record, id); err != nil {
		return err
	}
	if err := t.bind(ref, Posted, id, ByOperator, nil, false); err != nil {
		return err
	}
	_, err := t.c.Exec("UPDATE record SET audit_due = 1 WHERE id = ?1 AND EXISTS (SELECT 1 FROM extra_id WHERE record = ?1 AND id <> ?2)", ref.Record, id)
	return err
}

func (t *tx) decideSkip(ref Ref) error {
	return t.giveUp(ref, Abandoned, effectUnknown)
}
