package checkpoint

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kycmigrate/internal/sqlite"
)

// reasonKilled is the reason of a record that an ended process was sending.
const reasonKilled = "interrupted"

// begin opens an epoch: whatever an earlier process was sending, where it was, is in
// doubt, and ids that it could not store are stored. An id that is known already, or
// a record that was resolved, is left alone.
func (t *tx) begin(epoch int64, rescued []rescueLine, sending bool) error {
	if err := putMeta(t.c, metaEpoch, strconv.FormatInt(epoch, 10)); err != nil {
		return err
	}
	if sending {
		if _, err := t.c.Exec("UPDATE record SET state = 'doubt', reason = ? WHERE state = 'sending'", reasonKilled); err != nil {
			return err
		}
	}
	for _, r := range rescued {
		if err := t.rescue(r); err != nil {
			return fmt.Errorf("store what rescue.log holds: %w", err)
		}
	}
	return nil
}

func (t *tx) rescue(line rescueLine) error {
	r, err := t.record("r.id = ?", line.ref.Record)
	if err != nil || r.State != Doubt || r.Attempts != line.ref.Attempt {
		return err
	}
	owner, err := t.owner(line.id)
	if err != nil || owner != 0 {
		return err
	}
	to, err := t.boundState(line.ref)
	if err != nil {
		return err
	}
	return t.bind(line.ref, to, line.id, ByAnswer, nil, false)
}

// boundState is the state of a record that was found without its pictures'
// list: posted if the attempt wanted any, else done.
func (t *tx) boundState(ref Ref) (State, error) {
	n, err := t.c.Number("SELECT count(*) FROM record WHERE id = ? AND attempts = ? AND images_mac IS NOT NULL", ref.Record, int64(ref.Attempt))
	if n > 0 {
		return Posted, err
	}
	return Done, err
}

// record reads one record; its ID is 0 if there is none.
func (t *tx) record(where string, arg sqlite.Value) (r Record, err error) {
	err = t.c.Query("SELECT "+recordColumns+" FROM record r WHERE "+where, func(row []sqlite.Value) error {
		r = scanRecord(row)
		return nil
	}, arg)
	if err != nil {
		return Record{}, fmt.Errorf("read a record: %w", err)
	}
	return r, nil
}

// withKey reads the record with a key; its ID is 0 if there is none.
func (t *tx) withKey(key MAC) (Record, error) {
	id, err := t.find(key)
	if err != nil || id == 0 {
		return Record{}, err
	}
	return t.record("r.id = ?", id)
}

// owner finds the record that a submission id is bound to or known of; 0 if none.
func (t *tx) owner(id string) (int64, error) {
	found, err := t.find(t.f.submission(id))
	if err == nil {
		found, err = t.c.Number(`SELECT id FROM record WHERE id = ? AND submission_id = ?
			UNION ALL SELECT record FROM extra_id WHERE id = ?2`, found, id)
	}
	if err != nil {
		return 0, fmt.Errorf("look up a submission id: %w", err)
	}
	return found, nil
}

// mayOwn returns ErrBound if one of the ids belongs to another record.
func (t *tx) mayOwn(record int64, ids []string) error {
	for _, id := range ids {
		if err := checkID(id); err != nil {
			return fmt.Errorf("%w: %w", ErrConflict, err)
		}
		o, err := t.owner(id)
		if err != nil {
			return err
		}
		if o != 0 && o != record {
			return fmt.Errorf("%w: %s", ErrBound, id)
		}
	}
	return nil
}

// addIDs remembers further submissions of a record, for good.
func (t *tx) addIDs(record int64, ids []string) error {
	for _, id := range ids {
		if _, err := t.c.Exec("INSERT OR IGNORE INTO extra_id (id, record) VALUES (?, ?)", id, record); err != nil {
			return fmt.Errorf("remember a submission id: %w", err)
		}
	}
	return nil
}

// conflict explains why a conditional change found nothing.
func (t *tx) conflict(ref Ref, want ...State) error {
	r, err := t.record("r.id = ?", ref.Record)
	if err != nil {
		return err
	}
	if slices.Contains(want, r.State) {
		return fmt.Errorf("%w: record %d is %s at attempt %d, not at %d", ErrConflict, ref.Record, named(r.State), r.Attempts, ref.Attempt)
	}
	return fmt.Errorf("%w: record %d is %s, not %s", ErrConflict, ref.Record, named(r.State), names(want))
}

func (t *tx) conflictID(record int64, want ...State) error {
	r, err := t.record("r.id = ?", record)
	if err != nil {
		return err
	}
	return fmt.Errorf("%w: record %d is %s, not %s", ErrConflict, record, named(r.State), names(want))
}

func (t *tx) conflictKey(key MAC, want State) error {
	r, err := t.withKey(key)
	if err != nil {
		return err
	}
	return fmt.Errorf("%w: record %d is %s, not %s", ErrConflict, r.ID, named(r.State), named(want))
}

func named(s State) string {
	if s == New {
		return "not in the ledger"
	}
	return string(s)
}

func names(states []State) string {
	s := make([]string, len(states))
	for i := range states {
		s[i] = named(states[i])
	}
	return strings.Join(s, " or ")
}
