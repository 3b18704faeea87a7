package cli

import (
	"context"
	"errors"
	"io"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/pipeline"
	"kycmigrate/internal/validate"
)

// early tells what became of each record in the first pass of a run already, as a dry
// run does, for the case that every one of them is settled: then nothing is to be sent,
// and to read, map and check all of them once more would tell nothing new. With the
// first record that is not settled it is given up, and the run goes its usual way.
//
// What shows only when all records are read is told last, of the rows that it is about
// (docs/adr/0027).
type early struct {
	session *session
	settled func() bool // of the records seen so far
	pass    *pass
	out     *outputs
}

// beginEarly begins to tell, or not where the files cannot be begun: the run that finds
// them so says why.
func (r *upload) beginEarly(p *pass) *early {
	out, err := r.openOutputs(p, r.ledger)
	if err != nil {
		r.fold, r.tallies = nil, nil
		return nil
	}
	return &early{session: r.session, settled: r.scout.Settled, pass: p, out: out}
}

// Add implements pipeline.Sink.
func (e *early) Add(o *kyc.Outcome) error {
	if e == nil || e.out == nil {
		return nil
	}
	if !e.settled() {
		return e.abandon()
	}
	return errors.Join(e.session.fold.Add(o), e.out.Add(o))
}

// stands reports whether all was told.
func (e *early) stands() bool { return e != nil && e.out != nil && e.settled() }

// abandon leaves every file as it was before.
func (e *early) abandon() error {
	if e == nil || e.out == nil {
		return nil
	}
	out := e.out
	e.out, e.session.fold, e.session.tallies = nil, nil, nil
	return out.discard()
}

// finishEarly ends a run of which every record is settled.
func (r *upload) finishEarly() (err error) {
	e := r.early
	defer func() { err = errors.Join(err, e.pass.Close()) }()
	up, err := r.compose(e.pass.pictures)
	if err != nil {
		return errors.Join(err, e.abandon())
	}
	defer up.Close()
	if err = up.NoteRejected(r.app.stop.Hard); err == nil && e.pass.attach == nil { // else it was told with the rows
		err = r.tellLater(e.out)
	}
	return r.conclude(up, e.pass, e.out, err)
}

// tellLater reads the rows once more that something was found about when all had been
// read, and tells it.
func (r *upload) tellLater(out *outputs) (err error) {
	var rows []int64
	err = r.identity.Findings(func(f *validate.Finding) error {
		if n := len(rows); n == 0 || rows[n-1] != f.Row.Seq {
			rows = append(rows, f.Row.Seq)
		}
		return nil
	})
	if err != nil || len(rows) == 0 {
		return err
	}
	p, err := r.openPass(r.app.stop.Soft)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	l := &later{upload: r, out: out, attach: p.attach}
	p.front.Rows, p.front.Unique, p.front.Limit, p.front.Lend = &chosen{rows: p.rows, seqs: rows}, l, 0, r.lend
	_, err = pipeline.Survey(r.app.stop.Soft, p.front, l, l)
	return err
}

// later tells of rows that were told of before, what was found since. It is the order
// checker, the judge and the sink of a survey, which come one after another.
type later struct {
	*upload
	out    *outputs
	attach *validate.Attach
	known  []int // how many issues each of the batch had
}

// Check implements pipeline.OrderChecker.
func (l *later) Check(recs []*kyc.Record) {
	l.known = l.known[:0]
	for _, rec := range recs {
		l.known = append(l.known, len(rec.Issues))
	}
	l.attach.Check(recs)
}

// Judge implements pipeline.Judge: the outcomes are known.
func (l *later) Judge(_ context.Context, recs []*kyc.Record, outs []kyc.Outcome) error {
	for i, rec := range recs {
		outs[i].Record, outs[i].Issues = rec, rec.Issues
	}
	return nil
}

// Add implements pipeline.Sink.
func (l *later) Add(o *kyc.Outcome) error {
	from := l.known[0]
	l.known = l.known[1:]
	if l.fold.AddLater(o, from) {
		l.result.counts.Warnings++
	}
	return l.out.issues.AddLater(o, from)
}

// chosen are some of the rows of a source.
type chosen struct {
	rows *endWatch
	seqs []int64 // those that are still to come, in order
}

// Read implements pipeline.Rows.
func (c *chosen) Read(ctx context.Context, rows []kyc.Row) (int, error) {
	return c.choose(rows, func() (int, error) { return c.rows.Read(ctx, rows) })
}

// ReadInto implements pipeline.Borrower.
func (c *chosen) ReadInto(ctx context.Context, rows []kyc.Row, memory []byte) (int, error) {
	return c.choose(rows, func() (int, error) { return c.rows.ReadInto(ctx, rows, memory) })
}

// choose reads until it has read one that is wanted.
func (c *chosen) choose(rows []kyc.Row, read func() (int, error)) (int, error) {
	for len(c.seqs) > 0 {
		n, err := read()
		kept := 0
		for i := range n {
			if c.takes(rows[i].Seq) {
				rows[kept], rows[i] = rows[i], rows[kept]
				kept++
			}
		}
		for i := kept; i < n; i++ {
			rows[i] = kyc.Row{Cells: rows[i].Cells[:0]}
		}
		if kept > 0 || err != nil {
			return kept, err
		}
	}
	return 0, io.EOF
}

// takes reports whether a row is among those to come.
func (c *chosen) takes(seq int64) bool {
	for len(c.seqs) > 0 && c.seqs[0] < seq {
		c.seqs = c.seqs[1:]
	}
	return len(c.seqs) > 0 && c.seqs[0] == seq
}
