package checkpoint

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sqlite"
)

var errNoKey = errors.New("a record without a key cannot be in the ledger")

// Intend makes the intent of a POST durable (L1): it creates the record if the
// ledger has none, moves it to sending and adds attempt n+1. It starts from
// New, Rejected, Refused, Unsent or Absent, as from says. A record that was
// believed absent is due for an audit whatever the intent says (N4). ErrClash
// if another record has the same folded key or userid: two records that are
// sent at once cannot both have passed Clash.
func (l *Ledger) Intend(ctx context.Context, from State, in Intent) (ref Ref, err error) {
	if err := mayStart(from, in.Prints.Key); err != nil {
		return Ref{}, err
	}
	err = l.submit(ctx, &op{urgency: intent, do: func(t *tx) (err error) {
		ref, err = t.intend(from, &in)
		return err
	}})
	if err != nil {
		return Ref{}, err
	}
	return ref, nil
}

// mayStart refuses states from which a record can be neither sent nor adopted.
func mayStart(from State, key MAC) error {
	if key.IsZero() {
		return errNoKey
	}
	switch from {
	case New, Rejected, Refused, Unsent, Absent:
		return nil
	}
	return fmt.Errorf("%w: a record that is %s is not sent", ErrConflict, from)
}

func (t *tx) intend(from State, in *Intent) (ref Ref, err error) {
	if from == New {
		ref, err = t.firstAttempt(in)
	} else {
		ref, err = t.nextAttempt(from, in)
	}
	if err == nil {
		t.opens(ref.Record, in.Attempt.LookupMAC)
	}
	return ref, err
}

// firstAttempt stores a record that the ledger does not have. The finder tells
// whether another one has the key, or one that is like its folded key or userid;
// what those of others are that differ from their keys, the statement looks up that
// writes: a query of its own would cost as much as all the rest.
func (t *tx) firstAttempt(in *Intent) (Ref, error) {
	p := &in.Prints
	for i, m := range [...]MAC{p.Key, p.Folded, p.UserID} {
		if i > 0 && m == p.Key {
			continue
		}
		record, err := t.find(m)
		if err == nil && record != 0 {
			err = t.taken(p)
		}
		if err != nil {
			return Ref{}, err
		}
	}
	args := t.intentArgs(p.Key[:], in, in.Audit)
	n, err := t.c.Exec(firstAttemptSQL, args[:]...)
	if err != nil {
		return Ref{}, fmt.Errorf("store a record: %w", err)
	}
	if n != 1 {
		return Ref{}, cmp.Or(t.taken(p), ErrClash)
	}
	id := t.c.LastID()
	t.leads(p.Key, id)
	return Ref{Record: id, Attempt: 1}, nil
}

// taken explains why a record cannot be stored as a new one; nil if it can.
func (t *tx) taken(p *Prints) error {
	other, err := t.clash(p)
	if err != nil || other.ID != 0 {
		return orClash(err, other)
	}
	id, err := t.find(p.Key)
	if err != nil || id == 0 {
		return err
	}
	return t.conflictKey(p.Key, New)
}

// nextAttempt takes up a record that is in state from.
func (t *tx) nextAttempt(from State, in *Intent) (Ref, error) {
	if other, err := t.clash(&in.Prints); err != nil || other.ID != 0 {
		return Ref{}, orClash(err, other)
	}
	r, err := t.unbound(in.Prints.Key, from)
	if err != nil {
		return Ref{}, err
	}
	if _, err := t.c.Exec(keepAttemptSQL, r.ID); err != nil {
		return Ref{}, fmt.Errorf("keep an attempt: %w", err)
	}
	args := t.intentArgs(r.ID, in, in.Audit || from == Absent)
	if _, err := t.c.Exec(nextAttemptSQL, args[:len(args)-1]...); err != nil { // its key has a commit already
		return Ref{}, fmt.Errorf("store an attempt: %w", err)
	}
	return Ref{Record: r.ID, Attempt: r.Attempts + 1}, nil
}

// intentArgs are the arguments of the statements below: ?1 names the record, by
// its key or its id. They are an array because a slice would be allocated for each
// record.
func (t *tx) intentArgs(record sqlite.Value, in *Intent, audit bool) [18]sqlite.Value {
	p, o, a := &in.Prints, &in.Origin, &in.Attempt
	return [...]sqlite.Value{
		record, blob(&p.Folded), blob(&p.UserID), blob(&p.Person), blob(&p.Payload), t.epoch, bit(audit), o.File, o.Line, o.Row,
		int64(a.LookupBy), blob(&a.LookupMAC), int64(a.MarkerField), a.Marker, packed(a.FieldMACs), blob(&a.ImagesMAC), stamp(a.SrvBefore),
		t.seq,
	}
}

// firstAttemptSQL changes nothing where a record clashes: it has no state to store
// then, and is ignored. A condition on the whole INSERT would need a SELECT in place
// of the VALUES, for which SQLite opens a temporary table each time.
var firstAttemptSQL = `INSERT OR IGNORE INTO record (key_mac, folded_mac, userid_mac, person_mac, payload_mac, epoch, audit_due,
	src_file, src_line, src_row, lookup_by, lookup_mac, marker_field, marker, field_macs, images_mac, srv_before,
	seq, state, attempts, sent_epoch)
	VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
	CASE WHEN EXISTS (SELECT 1 FROM record r WHERE ` + sameAs("folded_mac", "?2", "?1") + `)
		OR EXISTS (SELECT 1 FROM record r WHERE ` + sameAs("userid_mac", "?3", "?1") + `) THEN NULL ELSE 'sending' END, 1, ?6)`

const (
	keepAttemptSQL = `INSERT INTO attempt (record, n, ` + attemptColumns + `)
		SELECT id, attempts, ` + attemptColumns + ` FROM record WHERE id = ? AND attempts > 0`
	nextAttemptSQL = `UPDATE record SET folded_mac = ?2, userid_mac = ?3, person_mac = ?4, payload_mac = ?5, epoch = ?6,
		audit_due = audit_due OR ?7, src_file = ?8, src_line = ?9, src_row = ?10, lookup_by = ?11, lookup_mac = ?12,
		marker_field = ?13, marker = ?14, field_macs = ?15, images_mac = ?16, srv_before = ?17,
		state = 'sending', reason = '', attempts = attempts + 1, sent_epoch = ?6, srv_end = NULL, status = 0, effect = '', code = '',
		app_answer = 0, request_ids = '', lookups = 0, last_class = '', candidates = NULL, closed = 0 WHERE id = ?1`
)

// unbound reads the record with a key, which must be in the given state and
// have no submission; for New there is none, and its ID is 0.
func (t *tx) unbound(key MAC, state State) (Record, error) {
	r, err := t.withKey(key)
	if err == nil && (r.State != state || r.SubmissionID != "") {
		err = t.conflictKey(key, state)
	}
	return r, err
}

func orClash(err error, other Record) error {
	if err != nil {
		return err
	}
	return fmt.Errorf("%w: record %d from %s", ErrClash, other.ID, other.Origin)
}

// Restamp renews the server time of an intent that has not been sent (S1).
func (l *Ledger) Restamp(ctx context.Context, ref Ref, srvBefore time.Time) error {
	return l.submit(ctx, &op{urgency: intent, do: func(t *tx) error {
		n, err := t.c.Exec("UPDATE record SET srv_before = ? WHERE id = ? AND attempts = ? AND state = 'sending' AND closed = 0",
			stamp(srvBefore), ref.Record, int64(ref.Attempt))
		if err == nil && n != 1 {
			err = t.conflict(ref, Sending)
		}
		return err
	}})
}

// Reject notes that a key was refused by us in this process. It does not
// wait. It changes nothing for a record that was ever sent with an outcome
// that counts: open, bound, refused, absent, rolled back or abandoned.
func (l *Ledger) Reject(ctx context.Context, p Prints, o kyc.Origin, code string) error {
	if p.Key.IsZero() {
		return errNoKey
	}
	return l.hand(ctx, &op{urgency: note, do: func(t *tx) error { return t.reject(&p, o, code) }})
}

func (t *tx) reject(p *Prints, o kyc.Origin, code string) error {
	id, err := t.find(p.Key)
	if err != nil {
		return err
	}
	if id != 0 {
		_, err := t.c.Exec(`UPDATE record SET folded_mac = ?2, userid_mac = ?3, person_mac = ?4, payload_mac = ?5, state = 'rejected', reason = ?6,
			epoch = ?7, src_file = ?8, src_line = ?9, src_row = ?10 WHERE id = ?1 AND state IN ('rejected', 'unsent')`,
			id, blob(&p.Folded), blob(&p.UserID), blob(&p.Person), blob(&p.Payload), code, t.epoch, o.File, o.Line, o.Row)
		return err
	}
	_, err = t.c.Exec(`INSERT INTO record (key_mac, folded_mac, userid_mac, person_mac, payload_mac, state, reason, epoch,
		src_file, src_line, src_row, seq) VALUES (?, ?, ?, ?, ?, 'rejected', ?, ?, ?, ?, ?, ?)`,
		p.Key[:], blob(&p.Folded), blob(&p.UserID), blob(&p.Person), blob(&p.Payload), code, t.epoch, o.File, o.Line, o.Row, t.seq)
	if err == nil {
		t.leads(p.Key, t.c.LastID())
	}
	return err
}
