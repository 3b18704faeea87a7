package checkpoint

import (
	"context"
	"errors"
	"fmt"
)

// Disown takes a submission away from the record that is bound to it by the
// given proof: the binding was shown to be wrong. The record is in doubt from
// then on, for the given reason; its last attempt is open again, and none of
// its pictures counts as put. Where the submission was shown to be another
// record's, heir names that one: the id stays known as its own, and is a
// candidate of both. ErrConflict if the record is not bound so.
func (l *Ledger) Disown(ctx context.Context, record int64, id string, proof Proof, reason string, heir int64) error {
	return l.conclude(ctx, &op{do: func(t *tx) error { return t.disown(record, id, proof, reason, heir) }})
}

func (t *tx) disown(record int64, id string, proof Proof, reason string, heir int64) error {
	ids, err := list([]string{id})
	if err != nil {
		return err
	}
	n, err := t.c.Exec(`UPDATE record SET state = 'doubt', reason = ?, submission_id = NULL, proof = '', epoch = ?, effect = ?, closed = 0,
		candidates = CASE WHEN ? THEN ? ELSE candidates END
		WHERE id = ? AND submission_id = ? AND proof = ? AND attempts > 0 AND state IN ('posted', 'done', 'incomplete')`,
		reason, t.epoch, effectUnknown, bit(heir != 0), ids, record, id, string(proof))
	if err != nil {
		return fmt.Errorf("take a submission away: %w", err)
	}
	if n != 1 {
		return t.conflictID(record, Posted, Done, Incomplete)
	}
	if err := t.forget(id, record); err != nil {
		return err
	}
	if err := t.reopens(record); err != nil {
		return err
	}
	if _, err := t.c.Exec("UPDATE image SET state = ?, at = NULL, reason = '' WHERE record = ?", string(ImageWanted), record); err != nil {
		return fmt.Errorf("take a submission's pictures away: %w", err)
	}
	if heir == 0 {
		return nil
	}
	return t.bequeath(id, heir)
}

// bequeath makes a submission known as the given record's.
func (t *tx) bequeath(id string, heir int64) error {
	_, err := t.c.Exec("INSERT INTO extra_id (id, record) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET record = excluded.record", id, heir)
	if err != nil {
		return fmt.Errorf("remember a submission id: %w", err)
	}
	return nil
}

// claim makes sure that a record may be bound to a submission by an operator's
// word. One that is known as another record's, and is not bound to it, goes
// over to this one: a person decides between the two.
func (t *tx) claim(record int64, id string) error {
	bound := t.mayOwn(record, []string{id})
	if !errors.Is(bound, ErrBound) {
		return bound
	}
	owner, err := t.owner(id)
	if err != nil {
		return err
	}
	other, err := t.record("r.id = ?", owner)
	if err != nil {
		return err
	}
	if other.State != Doubt {
		return bound
	}
	return t.bequeath(id, record)
}
