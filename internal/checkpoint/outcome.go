package checkpoint

import (
	"context"
	"fmt"
	"slices"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sqlite"
)

// How an attempt ended, in Attempt.Effect.
const (
	effectPosted  = "posted"
	effectRefused = "refused"
	effectNone    = "none"
	effectUnknown = "unknown"
	effectAbsent  = "absent"
)

// Post binds a submission to its record: sending or doubt becomes posted, or
// done when there are no images. others are further submissions of ours found
// with it; with any the record is doubled. ErrBound if an id belongs to
// another record.
//
// An outcome is stored even if ctx is cancelled: what was learned must not be
// lost. If the ledger is broken, an id that ARGOS answered is in rescue.log
// and in the error's text.
func (l *Ledger) Post(ctx context.Context, ref Ref, id string, proof Proof, end End, images []Image, others []string) error {
	if err := checkID(id); err != nil {
		return err
	}
	o := &op{do: func(t *tx) error { return t.post(ref, id, proof, &end, images, others) }}
	if proof == ByAnswer {
		o.rescue = &rescueLine{ref: ref, id: id}
	}
	return l.conclude(ctx, o)
}

// conclude stores an outcome whatever became of the context.
func (l *Ledger) conclude(ctx context.Context, o *op) error {
	return l.submit(context.WithoutCancel(ctx), o)
}

func checkID(id string) error {
	if id == "" || len(id) > idLimit {
		return fmt.Errorf("a submission id has 1 to %d bytes, this one has %d", idLimit, len(id))
	}
	return nil
}

func (t *tx) post(ref Ref, id string, proof Proof, end *End, images []Image, others []string) error {
	others = slices.DeleteFunc(slices.Clone(others), func(o string) bool { return o == id })
	if err := t.mayOwn(ref.Record, others); err != nil {
		return err
	}
	to := Done
	if len(images) > 0 {
		to = Posted
	}
	if proof != ByAnswer {
		end = nil // a lookup ended the attempt: what is known of its answer stays
	}
	if err := t.bind(ref, to, id, proof, end, len(others) > 0); err != nil {
		return err
	}
	if err := t.addIDs(ref.Record, others); err != nil {
		return err
	}
	return t.putImages(ref.Record, images)
}

// bind is the one conditional change of post: it fails by itself, and leaves
// the group's other changes alone. It closes every attempt of the record; end
// is how the last one was answered, nil where it was not.
func (t *tx) bind(ref Ref, to State, id string, proof Proof, end *End, doubled bool) error {
	m := t.f.submission(id)
	known, err := t.find(m)
	if err != nil {
		return fmt.Errorf("look up a submission id: %w", err)
	}
	if known != 0 {
		return t.unbindable(ref, id)
	}
	sql, size := bindSQL, 8
	args := [13]sqlite.Value{ref.Record, int64(ref.Attempt), string(to), id, string(proof), t.epoch, bit(doubled), t.seq}
	if end != nil {
		sql, size = bindAnsweredSQL, len(args)
		args[8], args[9], args[10] = stamp(end.SrvEnd), int64(end.Status), end.Code
		args[11], args[12] = bit(end.AppAnswer), end.RequestIDs
	}
	n, err := t.c.Exec(sql, args[:size]...)
	if err != nil {
		return fmt.Errorf("bind a submission: %w", err)
	}
	if n != 1 {
		return t.unbindable(ref, id)
	}
	t.leads(m, ref.Record)
	t.closes(ref.Record)
	return t.closeEarlier(ref, effectUnknown)
}

// unbindable explains why a submission was not bound to a record.
func (t *tx) unbindable(ref Ref, id string) error {
	if err := t.mayOwn(ref.Record, []string{id}); err != nil {
		return err
	}
	return t.conflict(ref, Sending, Doubt)
}

const (
	bindSet = `UPDATE record SET state = ?3, reason = '', submission_id = ?4, proof = ?5, epoch = ?6, doubled = doubled OR ?7,
		seq = ?8, closed = 1, field_macs = NULL, effect = 'posted'`
	bindWhere = ` WHERE id = ?1 AND attempts = ?2 AND state IN ('sending', 'doubt') AND submission_id IS NULL
		AND NOT EXISTS (SELECT 1 FROM extra_id x WHERE x.id = ?4 AND x.record <> ?1)`
	bindSQL         = bindSet + bindWhere
	bindAnsweredSQL = bindSet + ", srv_end = ?9, status = ?10, code = ?11, app_answer = ?12, request_ids = ?13" + bindWhere
)

// closeEarlier closes the attempts of a record before the given one.
func (t *tx) closeEarlier(ref Ref, effect string) error {
	if ref.Attempt <= 1 {
		return nil
	}
	if _, err := t.c.Exec("UPDATE attempt SET closed = 1, field_macs = NULL, effect = ? WHERE record = ? AND closed = 0", effect, ref.Record); err != nil {
		return fmt.Errorf("close the attempts of a record: %w", err)
	}
	return nil
}

// Refuse closes the attempt as refused by ARGOS. If an earlier attempt of the
// record is still open the record is in doubt instead.
func (l *Ledger) Refuse(ctx context.Context, ref Ref, end End) error {
	return l.conclude(ctx, &op{do: func(t *tx) error { return t.settle(ref, Refused, effectRefused, &end) }})
}

// Unsend closes the attempt as not executed: nothing was done. If an earlier
// attempt is still open the record is in doubt instead.
func (l *Ledger) Unsend(ctx context.Context, ref Ref, end End) error {
	return l.conclude(ctx, &op{do: func(t *tx) error { return t.settle(ref, Unsent, effectNone, &end) }})
}

// reasonEarlier is the reason of a record whose last attempt is closed and an
// earlier one is not.
const reasonEarlier = "earlier_attempt"

func (t *tx) settle(ref Ref, to State, effect string, end *End) error {
	reason := end.Code
	if ref.Attempt > 1 {
		open, err := t.c.Number("SELECT count(*) FROM attempt WHERE record = ? AND n < ? AND closed = 0", ref.Record, int64(ref.Attempt))
		if err != nil {
			return fmt.Errorf("read the attempts of a record: %w", err)
		}
		if open > 0 {
			to, reason = Doubt, reasonEarlier
		}
	}
	err := t.move(ref, to, reason, Sending, ", closed = 1, field_macs = NULL"+answered, endArgs(effect, end)...)
	if err == nil && !to.Open() {
		t.closes(ref.Record)
	}
	return err
}

// answered sets what is known of an attempt's end; endArgs are its arguments.
const answered = ", effect = ?, srv_end = ?, status = ?, code = ?, app_answer = ?, request_ids = ?"

func endArgs(effect string, end *End) []sqlite.Value {
	return []sqlite.Value{effect, stamp(end.SrvEnd), int64(end.Status), end.Code, bit(end.AppAnswer), end.RequestIDs}
}

// move changes a record's state and reason, if it stands where it is expected,
// and what set says of its last attempt.
func (t *tx) move(ref Ref, to State, reason string, from State, set string, args ...sqlite.Value) error {
	args = slices.Concat([]sqlite.Value{string(to), reason, t.epoch}, args, []sqlite.Value{ref.Record, int64(ref.Attempt), string(from)})
	n, err := t.c.Exec("UPDATE record SET state = ?, reason = ?, epoch = ?"+set+" WHERE id = ? AND attempts = ? AND state = ?", args...)
	if err != nil {
		return fmt.Errorf("change a record: %w", err)
	}
	if n != 1 {
		return t.conflict(ref, from)
	}
	return nil
}

// Doubt records that nobody can say how the attempt ended. candidates are the
// submissions that the answer itself named.
func (l *Ledger) Doubt(ctx context.Context, ref Ref, end End, reason string, candidates ...string) error {
	ids, err := list(candidates)
	if err != nil {
		return err
	}
	return l.conclude(ctx, &op{do: func(t *tx) error {
		return t.move(ref, Doubt, reason, Sending, answered+", candidates = ?", append(endArgs(effectUnknown, &end), ids)...)
	}})
}

// Ended records the server time by which an attempt had ended whose end nobody saw: the
// first one that a later process knows. It counts once.
func (l *Ledger) Ended(ctx context.Context, ref Ref, by time.Time) error {
	return l.conclude(ctx, &op{do: func(t *tx) error {
		n, err := t.c.Exec("UPDATE record SET srv_end = ? WHERE id = ? AND attempts = ? AND state = 'doubt' AND srv_end IS NULL", stamp(by), ref.Record, int64(ref.Attempt))
		if err != nil {
			return fmt.Errorf("note when an attempt ended: %w", err)
		}
		if n != 1 {
			return t.conflict(ref, Doubt)
		}
		return nil
	}})
}

// Looked records what a lookup found while the record stays in doubt, and the
// reason it is in doubt for.
func (l *Ledger) Looked(ctx context.Context, ref Ref, class Class, candidates []string, reason string) error {
	ids, err := list(candidates)
	if err != nil {
		return err
	}
	return l.conclude(ctx, &op{do: func(t *tx) error {
		return t.move(ref, Doubt, reason, Doubt, ", lookups = lookups + 1, last_class = ?, candidates = ?", string(class), ids)
	}})
}

// Absent closes the open attempts of a record in doubt: a lookup was believed
// (N1-N4).
func (l *Ledger) Absent(ctx context.Context, ref Ref) error {
	return l.conclude(ctx, &op{do: func(t *tx) error {
		return t.giveUp(ref, Absent, effectAbsent)
	}})
}

// giveUp moves a record in doubt to a state without an open attempt.
func (t *tx) giveUp(ref Ref, to State, effect string) error {
	if err := t.move(ref, to, "", Doubt, closing, effect); err != nil {
		return err
	}
	t.closes(ref.Record)
	return t.closeEarlier(ref, effect)
}

// closing closes the last attempt, if it is open, for a reason that is no answer.
const closing = ", effect = CASE closed WHEN 0 THEN ? ELSE effect END, closed = 1, field_macs = NULL"

// Adopt binds a submission to a record without an open attempt (cautious
// mode): New, Rejected, Refused, Unsent or Absent, as from says, becomes
// posted, or done. It returns the record's id.
func (l *Ledger) Adopt(ctx context.Context, from State, p Prints, o kyc.Origin, id string, proof Proof, images []Image, others []string) (int64, error) {
	if err := mayStart(from, p.Key); err != nil {
		return 0, err
	}
	if err := checkID(id); err != nil {
		return 0, err
	}
	var record int64
	err := l.conclude(ctx, &op{do: func(t *tx) (err error) {
		record, err = t.adopt(from, &p, o, id, proof, images, others)
		return err
	}})
	if err != nil {
		return 0, err
	}
	return record, nil
}

func (t *tx) adopt(from State, p *Prints, o kyc.Origin, id string, proof Proof, images []Image, others []string) (int64, error) {
	others = slices.DeleteFunc(slices.Clone(others), func(o string) bool { return o == id })
	record, err := t.adoptable(from, p, o, append([]string{id}, others...))
	if err != nil {
		return 0, err
	}
	to := Done
	if len(images) > 0 {
		to = Posted
	}
	_, err = t.c.Exec("UPDATE record SET state = ?, reason = '', submission_id = ?, proof = ?, epoch = ?, seq = ?, doubled = doubled OR ? WHERE id = ?",
		string(to), id, string(proof), t.epoch, t.seq, bit(len(others) > 0), record)
	if err != nil {
		return 0, fmt.Errorf("adopt a submission: %w", err)
	}
	t.leads(t.f.submission(id), record)
	if err := t.addIDs(record, others); err != nil {
		return 0, err
	}
	return record, t.putImages(record, images)
}

// adoptable finds the record with a key in state from, or creates it, and
// makes sure that the ids may be its own. It changes nothing before it knows.
func (t *tx) adoptable(from State, p *Prints, o kyc.Origin, ids []string) (int64, error) {
	was, err := t.unbound(p.Key, from)
	if err != nil {
		return 0, err
	}
	if err := t.mayOwn(was.ID, ids); err != nil {
		return 0, err
	}
	args := []sqlite.Value{p.Key[:], blob(&p.Folded), blob(&p.UserID), blob(&p.Person), blob(&p.Payload), t.epoch, o.File, o.Line, o.Row}
	if from != New {
		_, err = t.c.Exec(`UPDATE record SET folded_mac = ?2, userid_mac = ?3, person_mac = ?4, payload_mac = ?5, epoch = ?6,
			src_file = ?7, src_line = ?8, src_row = ?9 WHERE key_mac = ?1 AND id = ?10`, append(args, was.ID)...)
		return was.ID, err
	}
	_, err = t.c.Exec(`INSERT INTO record (key_mac, folded_mac, userid_mac, person_mac, payload_mac, epoch, src_file, src_line, src_row,
		seq, state, closed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 1)`, append(args, t.seq)...)
	if err != nil {
		return 0, fmt.Errorf("store a record: %w", err)
	}
	id := t.c.LastID()
	t.leads(p.Key, id)
	return id, nil
}

// Complete moves a bound record to done or incomplete, with a reason code, and
// writes the state of its pictures.
func (l *Ledger) Complete(ctx context.Context, record int64, to State, reason string, images ...Image) error {
	if to != Done && to != Incomplete {
		return fmt.Errorf("%w: a bound record becomes done or incomplete, not %q", ErrConflict, to)
	}
	return l.conclude(ctx, &op{do: func(t *tx) error {
		n, err := t.c.Exec("UPDATE record SET state = ?, reason = ?, epoch = ? WHERE id = ? AND state IN ('posted', 'done', 'incomplete')",
			string(to), reason, t.epoch, record)
		if err == nil && n != 1 {
			err = t.conflictID(record, Posted, Done, Incomplete)
		}
		if err != nil {
			return err
		}
		return t.putImages(record, images)
	}})
}

// Audited clears the record's audit mark; others are further submissions of
// ours that the audit found (A1).
func (l *Ledger) Audited(ctx context.Context, record int64, others []string) error {
	return l.conclude(ctx, &op{do: func(t *tx) error {
		r, err := t.record("r.id = ?", record)
		if err != nil {
			return err
		}
		if r.ID == 0 {
			return t.conflictID(record)
		}
		others := slices.DeleteFunc(slices.Clone(others), func(o string) bool { return o == r.SubmissionID })
		if err := t.mayOwn(record, others); err != nil {
			return err
		}
		if _, err := t.c.Exec("UPDATE record SET audit_due = 0, doubled = doubled OR ?, epoch = ? WHERE id = ?", bit(len(others) > 0), t.epoch, record); err != nil {
			return err
		}
		return t.addIDs(record, others)
	}})
}
