package cli

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/pipeline"
	"kycmigrate/internal/report"
	"kycmigrate/internal/validate"
)

// early tells what became of each record in the first pass of a run already, as a dry
// run does, for the case that every one of them is settled: then nothing is to be sent,
// and to read, map and check all of them once more would tell nothing new. With the
// first record that is not settled it is given up, and the run goes its usual way.
//
// What shows only when all records are read is told last, of the rows that it is about
// (docs/adr/0029): it is mostly what showed last time, so the records are kept of which
// the last issues.csv tells such a thing.
type early struct {
	session  *session
	settled  func() bool // of the records seen so far
	pass     *pass
	out      *outputs           // nil once it is given up
	expected map[int64]struct{} // rows of which something may show at the end
	kept     []*kyc.Record      // of them, in read order
	room     int                // bytes of text that may be kept besides
}

// What is kept for what may show at the end: so many records, with so many bytes of text.
const (
	mostKept     = 8192
	mostKeptText = 16 << 20
)

// beginEarly begins to tell, or not where the files cannot be begun: the run that finds
// them so says why.
func (r *upload) beginEarly(p *pass) *early {
	out, err := r.openOutputs(p, r.ledger)
	if err != nil {
		r.fold, r.tallies = nil, nil
		return nil
	}
	return &early{
		session: r.session, settled: r.scout.Settled, pass: p, out: out,
		expected: report.ListedRows(r.out.file(fileIssues), validate.LateCodes(), mostKept), room: mostKeptText,
	}
}

// Add implements pipeline.Sink.
func (e *early) Add(o *kyc.Outcome) error {
	if !e.tells() {
		return nil
	}
	if !e.settled() {
		return e.abandon()
	}
	if _, expected := e.expected[o.Record.Row.Origin.Row]; expected {
		e.keep(o.Record)
	}
	return errors.Join(e.session.fold.Add(o), e.out.Add(o))
}

// tells reports whether it was begun, and is not given up.
func (e *early) tells() bool { return e != nil && e.out != nil }

// keep keeps a copy of a record while there is room: the pass uses records and rows again.
func (e *early) keep(rec *kyc.Record) {
	size := textOf(rec)
	if len(e.kept) == mostKept || size > e.room {
		return
	}
	e.room -= size
	e.kept = append(e.kept, copyOf(rec))
}

// textOf is how many bytes of text copyOf copies.
func textOf(rec *kyc.Record) (size int) {
	for _, texts := range [][]string{rec.Row.Cells, rec.Key.Parts, rec.Submission[:]} {
		for _, text := range texts {
			size += len(text)
		}
	}
	return size
}

// copyOf copies a record with its row and all texts, but for the raw one: a text may be
// part of a much longer one.
func copyOf(rec *kyc.Record) *kyc.Record {
	own, row := *rec, *rec.Row
	own.Row, row.Raw = &row, ""
	row.Cells, own.Key.Parts, own.Issues = slices.Clone(row.Cells), slices.Clone(own.Key.Parts), slices.Clone(own.Issues)
	for _, texts := range [][]string{row.Cells, own.Key.Parts, own.Submission[:]} {
		for i, text := range texts {
			texts[i] = strings.Clone(text)
		}
	}
	for i := range own.Issues {
		own.Issues[i].Beside = strings.Clone(own.Issues[i].Beside)
	}
	return &own
}

// stands reports whether all was told.
func (e *early) stands() bool { return e.tells() && e.settled() }

// abandon leaves every file as it was before.
func (e *early) abandon() error {
	if !e.tells() {
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
	r.tellNoResults()
	up, err := r.compose(e.pass.pictures)
	if err != nil {
		return errors.Join(err, e.abandon())
	}
	defer up.Close()
	if err = up.NoteRejected(r.app.stop.Hard); err == nil && e.pass.attach == nil { // else it was told with the rows
		err = r.tellLater(e)
	}
	return r.conclude(up, e.pass, e.out, err)
}

// tellLater tells what was found when all rows had been read. Where not all records that
// it is about were kept the source is read once more.
func (r *upload) tellLater(e *early) error {
	rows, err := r.foundRows()
	if err != nil || len(rows) == 0 {
		return err
	}
	l := &later{upload: r, out: e.out}
	if !e.keeps(rows) {
		e.kept = nil
		return r.readLater(l, rows)
	}
	return l.tellOf(e.kept, r.identity.Attach())
}

// keeps reports whether the records of all rows are kept. Both stand in read order.
func (e *early) keeps(rows []int64) bool {
	i := 0
	for _, seq := range rows {
		for i < len(e.kept) && e.kept[i].Row.Seq < seq {
			i++
		}
		if i == len(e.kept) || e.kept[i].Row.Seq != seq {
			return false
		}
	}
	return true
}

// foundRows are the rows that something was found about.
func (r *upload) foundRows() (rows []int64, err error) {
	err = r.identity.Findings(func(f *validate.Finding) error {
		if n := len(rows); n == 0 || rows[n-1] != f.Row.Seq {
			rows = append(rows, f.Row.Seq)
		}
		return nil
	})
	return rows, err
}

// readLater reads rows of the source once more.
func (r *upload) readLater(l *later, rows []int64) (err error) {
	p, err := r.openPass(r.app.stop.Soft)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	l.attach = p.attach
	p.front.Rows, p.front.Unique, p.front.Limit, p.front.Lend = &chosen{rows: p.rows, seqs: rows}, l, 0, r.lend
	progress := r.app.newProgress(stageListing, extent{records: int64(len(rows))}, r.flags.quiet)
	defer progress.Close()
	_, err = pipeline.Survey(r.app.stop.Soft, p.front, l, sinks{l, progress})
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

// tellOf tells of records that are kept.
func (l *later) tellOf(recs []*kyc.Record, attach *validate.Attach) error {
	l.attach = attach
	l.Check(recs)
	for _, rec := range recs {
		if err := l.Add(&kyc.Outcome{Record: rec, Issues: rec.Issues}); err != nil {
			return err
		}
	}
	return attach.Err()
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
	if from == len(o.Issues) {
		return nil
	}
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
