package uploader

import (
	"context"
	"slices"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// Reader is the part of a ledger that a dry run may use.
type Reader interface {
	Print(domain string, parts ...string) checkpoint.MAC
	Find(ctx context.Context, keys []checkpoint.MAC) ([]checkpoint.Record, error)
	// Clash is as in Ledger.
	Clash(ctx context.Context, prints checkpoint.Prints) (checkpoint.Record, error)
}

// DryRun decides on records as an Uploader does, and cannot send: it holds no
// client. It implements pipeline.Judge.
type DryRun struct {
	ledger       Reader
	retryRefused bool
	scout        *Scout
	unknown      subject   // of which no ledger knows anything
	subjects     []subject // of the batch at hand
	keys         []checkpoint.MAC
}

// NewDryRun makes a dry run over what a ledger knows; a nil ledger knows
// nothing. A scout, if given, is filled on the way.
func NewDryRun(ledger Reader, retryRefused bool, scout *Scout) *DryRun {
	return &DryRun{ledger: ledger, retryRefused: retryRefused, scout: scout}
}

// Judge gives a batch of records their outcomes: done before, rejected,
// refused before, or ready to be sent.
func (d *DryRun) Judge(ctx context.Context, recs []*kyc.Record, outs []kyc.Outcome) error {
	if d.ledger == nil {
		for i, rec := range recs {
			d.unknown.rec = rec
			d.judge(&d.unknown, &outs[i])
		}
		return nil
	}
	if err := d.lookUp(ctx, recs); err != nil {
		return err
	}
	for i := range d.subjects {
		if err := d.judgeKnown(ctx, &d.subjects[i], &outs[i]); err != nil {
			return err
		}
	}
	return nil
}

// judgeKnown is judge beside a ledger. A record that a run would reject because another one
// in ARGOS has its userid, or its key in another spelling, is rejected here as well. The pass
// before a run does not ask: the intent of each POST will.
func (d *DryRun) judgeKnown(ctx context.Context, s *subject, out *kyc.Outcome) error {
	if next := d.judge(s, out); next != toPost || d.scout != nil {
		return nil
	}
	complete(d.ledger, s.rec, &s.prints)
	clash, err := d.ledger.Clash(ctx, s.prints)
	if err == nil && clash.ID != 0 {
		*out = *outcomeOf(s.rec, kyc.Rejected, &s.entry, clashIssue(clash.Origin))
	}
	return err
}

// judge gives one record its outcome, and tells what a run would do for it.
func (d *DryRun) judge(s *subject, out *kyc.Outcome) next {
	dec := decide(&s.entry, &s.prints, s.rec, d.retryRefused)
	if dec.next == toPost {
		out.Status, out.Record, out.Issues = kyc.Ready, s.rec, s.rec.Issues
	} else {
		*out = *d.outcome(dec, s)
	}
	if d.scout != nil {
		d.scout.see(dec, s, out)
	}
	return dec.next
}

// outcome is what a decision means while nothing is sent.
func (d *DryRun) outcome(dec decision, w *subject) *kyc.Outcome {
	switch {
	case dec.next == settled:
		return dec.outcome
	case dec.next == toCompare:
		return settleRefused(w.rec, &w.entry).outcome
	case dec.next == toPutNothing && w.rec.Excluded != "":
		return outcomeOf(w.rec, kyc.Incomplete, &w.entry)
	case w.rec.Withheld():
		return outcomeOf(w.rec, keptBack(w.rec), &w.entry)
	case dec.outcome != nil:
		dec.outcome.Status = kyc.Ready
		return dec.outcome
	}
	return outcomeOf(w.rec, kyc.Ready, &w.entry)
}

// lookUp fills subjects with what the ledger knows of the records.
func (d *DryRun) lookUp(ctx context.Context, recs []*kyc.Record) error {
	d.subjects, d.keys = slices.Grow(d.subjects[:0], len(recs))[:len(recs)], d.keys[:0]
	for i, rec := range recs {
		s := &d.subjects[i]
		s.rec = rec
		s.recognise(d.ledger)
		d.keys = append(d.keys, s.prints.Key)
	}
	entries, err := d.ledger.Find(ctx, d.keys)
	if err != nil {
		return err
	}
	for i := range entries {
		d.subjects[i].meet(d.ledger, &entries[i])
	}
	return d.complete(ctx)
}

// completer is a Reader that tells at first only what records are judged by that are done
// and as they were sent.
type completer interface {
	Complete(ctx context.Context, records []*checkpoint.Record) error
}

// complete has all told of the other records.
func (d *DryRun) complete(ctx context.Context) error {
	c, ok := d.ledger.(completer)
	if !ok {
		return nil
	}
	var records []*checkpoint.Record
	for i := range d.subjects {
		s := &d.subjects[i]
		if e := &s.entry; e.ID != 0 && (e.State != checkpoint.Done || e.AuditDue || e.Prints.Payload != s.prints.Payload) {
			records = append(records, e)
		}
	}
	if len(records) == 0 {
		return nil
	}
	return c.Complete(ctx, records)
}

// Scout gathers, in the pass before a run, what the run needs to know of the
// whole source: records not sent yet to look for (O3), records done to serve
// as controls (N3), audits that are due (A1), and which open records the
// source has (O9). It is filled by one DryRun and read afterwards.
type Scout struct {
	unsent  spread[*kyc.Record]
	control *control
	audits  []*work
	unread  map[int64]*work // records in doubt over an answer that could not be read (S5)
	// OpenSeen counts the records in doubt that the source contains.
	OpenSeen int64
	// ToDo counts the records for which the run has something to do.
	ToDo int64

	toPost    int64 // those of them that are to be posted
	undecided int64 // records whose outcome the pass does not know
	rejects   []reject
	overfull  bool // there are more rejects than it keeps
}

// reject is what the ledger is told of a key that was rejected.
type reject struct {
	key, person, payload checkpoint.MAC
	origin               kyc.Origin
	code                 string
}

// mostRejects bounds the rejects that a Scout keeps: some 6 MB.
const mostRejects = 1 << 16

// NewScout makes an empty scout.
func NewScout() *Scout { return &Scout{control: newControl(), unread: map[int64]*work{}} }

// Settled reports whether each record that was seen has the outcome that it would have
// from the run: there is no call to make, and nothing to do but NoteRejected.
func (s *Scout) Settled() bool { return s.undecided == 0 && !s.overfull }

func (s *Scout) see(dec decision, w *subject, out *kyc.Outcome) {
	s.control.offer(w)
	s.settle(dec, w, out)
	if w.entry.AuditDue && isControl(&w.entry) && !duplicate(w.rec) {
		s.audits = append(s.audits, &work{subject: subject{rec: keep(w.rec), prints: w.prints, entry: w.entry}})
	}
	if dec.next == settled || dec.next == toCompare {
		return
	}
	s.ToDo++
	if dec.next == toPost {
		s.toPost++
	}
	if dec.next == toResolve {
		s.OpenSeen++
		if w.entry.Reason == reasonUnreadable {
			s.unread[w.entry.ID] = &work{subject: subject{rec: keep(w.rec), prints: w.prints, entry: w.entry}}
		}
	}
	if dec.next == toPost && w.entry.State != checkpoint.Absent {
		s.unsent.offer(w.rec, keep)
	}
}

// settle keeps what the run would note of a record that it has no more to do with.
func (s *Scout) settle(dec decision, w *subject, out *kyc.Outcome) {
	if dec.next != settled {
		s.undecided++
	}
	code, noted := rejection(w, out)
	if noted && s.Settled() {
		s.overfull = len(s.rejects) == mostRejects
		p := notedPrints(w)
		s.rejects = append(s.rejects, reject{p.Key, p.Person, p.Payload, w.rec.Row.Origin, code})
	}
	if !s.Settled() { // the run looks at every record itself
		s.rejects = nil
	}
}

// keep copies a record with its row, but for the cells: the pass uses rows and
// the arrays of their cells again.
func keep(rec *kyc.Record) *kyc.Record {
	own, row := *rec, *rec.Row
	row.Cells = nil
	own.Row = &row
	return &own
}

// spread keeps a few of many, evenly over the order they came in.
type spread[T any] struct {
	list   []T
	seen   int
	stride int
}

// offer keeps a copy of v if its turn has come. When full, every other one is
// dropped and the stride doubles.
func (s *spread[T]) offer(v T, copied func(T) T) {
	if s.stride == 0 {
		s.stride = 1
	}
	if s.seen%s.stride == 0 {
		if len(s.list) == sampleSize {
			half := s.list[:0]
			for i := 0; i < len(s.list); i += 2 {
				half = append(half, s.list[i])
			}
			clear(s.list[len(half):])
			s.list = half
			s.stride *= 2
		}
		if s.seen%s.stride == 0 {
			s.list = append(s.list, copied(v))
		}
	}
	s.seen++
}
