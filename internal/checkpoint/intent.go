package checkpoint

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"kycmigrate/internal/kyc"
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

func (t *tx) intend(from State, in *Intent) (Ref, error) {
	if from != New { // a new record's INSERT looks for itself
		if other, err := clash(t.c, in.Prints); err != nil || other.ID != 0 {
			return Ref{}, orClash(err, other)
		}
	}
	ref, err := t.claim(from, Sending, &in.Prints, in.Origin, in.Audit || from == Absent, true)
	if err != nil {
		return Ref{}, err
	}
	a := &in.Attempt
	_, err = t.c.exec(`INSERT INTO attempt (record, n, epoch, lookup_by, lookup_mac, marker_field, marker, field_macs, images_mac, srv_before)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		ref.Record, int64(ref.Attempt), t.epoch, int64(a.LookupBy), blob(a.LookupMAC), int64(a.MarkerField), a.Marker,
		packFields(a.FieldMACs), blob(a.ImagesMAC), stamp(a.SrvBefore))
	if err != nil {
		return Ref{}, fmt.Errorf("store an attempt: %w", err)
	}
	t.opened++
	return ref, nil
}

func orClash(err error, other Record) error {
	if err != nil {
		return err
	}
	return fmt.Errorf("%w: record %d from %s", ErrClash, other.ID, other.Origin)
}

// The statements that store a record which the ledger does not have, the
// second unless another one has its folded key or userid. One statement looks
// and writes: a query of its own costs as much as all the rest.
var (
	insertAny = `INSERT INTO record (key_mac, folded_mac, userid_mac, person_mac, payload_mac, state, attempts, epoch, audit_due,
		src_file, src_line, src_row) SELECT ?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?8, ?9, ?10, ?11 WHERE true` + unlessThere
	insertAlone = strings.TrimSuffix(insertAny, unlessThere) +
		" AND NOT EXISTS (SELECT 1 FROM record r WHERE " + sameAs("folded_mac", "?2", "?1") + ")" +
		" AND NOT EXISTS (SELECT 1 FROM record r WHERE " + sameAs("userid_mac", "?3", "?1") + ")" + unlessThere
)

const unlessThere = " ON CONFLICT (key_mac) DO NOTHING"

// claim creates a record, or takes up one that is in state from, as the next
// attempt's. alone refuses a new record that clashes with another.
func (t *tx) claim(from, to State, p *Prints, o kyc.Origin, audit, alone bool) (Ref, error) {
	if from == New {
		sql := insertAny
		if alone {
			sql = insertAlone
		}
		r, err := t.c.exec(sql, p.Key[:], blob(p.Folded), blob(p.UserID), blob(p.Person), blob(p.Payload), string(to), t.epoch, bit(audit),
			o.File, o.Line, o.Row)
		if err != nil {
			return Ref{}, fmt.Errorf("store a record: %w", err)
		}
		if n, _ := r.RowsAffected(); n != 1 {
			if other, err := clash(t.c, *p); alone && (err != nil || other.ID != 0) {
				return Ref{}, orClash(err, other)
			}
			return Ref{}, t.conflictKey(p.Key, from)
		}
		id, err := r.LastInsertId()
		return Ref{Record: id, Attempt: 1}, err
	}
	n, err := t.c.change(`UPDATE record SET folded_mac = ?, userid_mac = ?, person_mac = ?, payload_mac = ?, state = ?, reason = '',
		attempts = attempts + 1, epoch = ?, audit_due = audit_due OR ?, src_file = ?, src_line = ?, src_row = ?
		WHERE key_mac = ? AND state = ? AND submission_id IS NULL`,
		blob(p.Folded), blob(p.UserID), blob(p.Person), blob(p.Payload), string(to), t.epoch, bit(audit), o.File, o.Line, o.Row,
		p.Key[:], string(from))
	if err != nil {
		return Ref{}, fmt.Errorf("change a record: %w", err)
	}
	if n != 1 {
		return Ref{}, t.conflictKey(p.Key, from)
	}
	return t.lastRef(p.Key)
}

// lastRef names the last attempt of a record.
func (t *tx) lastRef(key MAC) (ref Ref, err error) {
	r, err := t.record("r.key_mac = ?", key[:])
	return Ref{Record: r.ID, Attempt: r.Attempts}, err
}

// Restamp renews the server time of an intent that has not been sent (S1).
func (l *Ledger) Restamp(ctx context.Context, ref Ref, srvBefore time.Time) error {
	return l.submit(ctx, &op{urgency: intent, do: func(t *tx) error {
		n, err := t.c.change(`UPDATE attempt SET srv_before = ? WHERE record = ? AND n = ? AND closed = 0
			AND EXISTS (SELECT 1 FROM record WHERE id = ? AND attempts = ? AND state = 'sending')`,
			stamp(srvBefore), ref.Record, int64(ref.Attempt), ref.Record, int64(ref.Attempt))
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
	return l.hand(ctx, &op{urgency: note, do: func(t *tx) error {
		_, err := t.c.exec(`INSERT INTO record (key_mac, folded_mac, userid_mac, person_mac, payload_mac, state, reason, epoch,
			src_file, src_line, src_row) VALUES (?, ?, ?, ?, ?, 'rejected', ?, ?, ?, ?, ?)
			ON CONFLICT (key_mac) DO UPDATE SET folded_mac = excluded.folded_mac, userid_mac = excluded.userid_mac,
			person_mac = excluded.person_mac, payload_mac = excluded.payload_mac, state = 'rejected', reason = excluded.reason,
			epoch = excluded.epoch, src_file = excluded.src_file, src_line = excluded.src_line, src_row = excluded.src_row
			WHERE state IN ('rejected', 'unsent')`,
			p.Key[:], blob(p.Folded), blob(p.UserID), blob(p.Person), blob(p.Payload), code, t.epoch, o.File, o.Line, o.Row)
		return err
	}})
}

// Seen notes that a rejected key was read again by this process. It does not
// wait.
func (l *Ledger) Seen(ctx context.Context, record int64) error {
	return l.hand(ctx, &op{urgency: note, do: func(t *tx) error {
		_, err := t.c.exec("UPDATE record SET epoch = ? WHERE id = ? AND state = 'rejected'", t.epoch, record)
		return err
	}})
}
