package csvfile

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// csvSource is a Reader over one CSV file or several with the same header.
type csvSource struct {
	*source.Input
	opts  options
	first *csvFile // the first file's form, for comparison and for rejects
	cur   *csvFile
	at    int   // index of cur in the input
	base  int64 // bytes of the files before cur
	part  source.Range
	seq   int64
	done  bool
	notes []string
}

// csvFile is one file of a source, read as far as its header.
type csvFile struct {
	name   string
	file   io.ReadCloser
	form   dialect
	header string // the source's own part of the header line, in source bytes
	place  place  // where it stands
	layout *layout
	parser *parser
	rows   int64
	above  []string // the lines above the header
}

// Open opens a CSV source. It implements source.Opener.
func Open(ctx context.Context, spec source.Spec) (source.Reader, error) {
	opts, err := newOptions(spec)
	if err != nil {
		return nil, err
	}
	input, err := spec.Input()
	if err != nil {
		return nil, err
	}
	if err := input.MayRead(spec.Range); err != nil {
		return nil, err
	}
	s := &csvSource{Input: input, opts: opts, part: spec.Range}
	if s.cur, err = s.open(0, true); err != nil {
		return nil, err
	}
	s.first = s.cur
	s.notes = s.first.notes()
	if err := s.compare(ctx); err != nil {
		s.cur.file.Close()
		return nil, err
	}
	return s, nil
}

// mostNotes is how many warnings are told of a source of many files.
const mostNotes = 20

// compare opens the other files for a moment: what does not fit together must
// be known before the first row is read.
func (s *csvSource) compare(ctx context.Context) error {
	for i := 1; i < len(s.Names()); i++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		f, err := s.open(i, false)
		if err != nil {
			return err
		}
		if err := errors.Join(s.same(f), f.file.Close()); err != nil {
			return err
		}
		for _, note := range f.notes() {
			if len(s.notes) < mostNotes && !slices.Contains(s.first.notes(), note) {
				s.notes = append(s.notes, f.name+": "+note)
			}
		}
	}
	return nil
}

// notes lists what an operator should know about the file.
func (f *csvFile) notes() []string { return slices.Concat(f.form.notes, f.layout.Notes) }

func (s *csvSource) same(f *csvFile) error {
	switch {
	case !slices.Equal(f.layout.Columns, s.first.layout.Columns):
		return fmt.Errorf("%s: the header differs from that of %s; files read as one source need the same columns in the same order", f.name, s.first.name)
	case f.form.delim != s.first.form.delim:
		return fmt.Errorf("%s: the delimiter differs from that of %s; state it with the option delimiter, or read the files in two runs", f.name, s.first.name)
	case f.form.quote != s.first.form.quote || f.form.escape != s.first.form.escape:
		return fmt.Errorf("%s: the quotes or escapes differ from those of %s; state them with the options quote and escape, or read the files in two runs", f.name, s.first.name)
	case f.form.cs.name != s.first.form.cs.name:
		return fmt.Errorf("%s: the encoding is %s, that of %s is %s; state it with the option encoding, or read the files in two runs",
			f.name, f.form.cs.name, s.first.name, s.first.form.cs.name)
	}
	return nil
}

// open reads the i-th file as far as its header. Only what is opened to be read
// counts in Bytes and Digest.
func (s *csvSource) open(i int, count bool) (*csvFile, error) {
	open := s.Peek
	if count {
		open = s.Input.Open
	}
	file, err := open(i)
	if err != nil {
		return nil, err
	}
	f := &csvFile{name: s.Names()[i], file: file}
	opts := s.opts
	if s.first != nil {
		opts.likely = s.first.form.cs
	}
	if err := f.start(file, opts); err != nil {
		file.Close()
		return nil, err
	}
	return f, nil
}

func (f *csvFile) start(src io.Reader, opts options) error {
	win := newWindow(src, readChunk)
	sample, err := win.peek(sampleSize)
	if err != nil {
		return fmt.Errorf("%s: %w", f.name, err)
	}
	told, err := sniff(sample, len(sample) < sampleSize, opts)
	if err != nil {
		return fmt.Errorf("%s: %w", f.name, err)
	}
	f.form, f.place = told.dialect, told.header
	f.above = told.above(sample)
	win.advance(len(f.form.bom))
	f.parser = newParser(win, f.form)
	if err := f.parser.pass(f.form.cs.encode(nil, f.form.sep)); err != nil {
		return fmt.Errorf("%s: %w", f.name, err)
	}
	if told.header.line == 0 {
		f.noHeader(told.header.width)
		return nil
	}
	return f.readHeader(told.header.line)
}

// noHeader names the columns by their positions.
func (f *csvFile) noHeader(width int) {
	f.setLayout(newLayout(positions(width)))
	f.header = string(f.form.cs.encode(nil, strings.Join(f.layout.Columns, f.form.delim)))
}

func (f *csvFile) setLayout(l *layout) {
	f.layout = l
	f.parser.width, f.parser.layout = f.layout.width, f.layout
}

// readHeader reads the header, which stands on a given physical line or on the
// first behind it that is not empty.
func (f *csvFile) readHeader(line int64) error {
	var rec record
	err := f.parser.passTo(line)
	if err == nil {
		err = f.parser.next(&rec)
	}
	switch {
	case err == io.EOF && line > 1:
		return fmt.Errorf("%s: the file ends before line %d, where its header should stand, or has nothing but blank lines", f.name, line)
	case err == io.EOF:
		return fmt.Errorf("%s: the file is empty; a CSV source needs a header line", f.name)
	case err != nil:
		return fmt.Errorf("%s: %w", f.name, err)
	case rec.fault != nil:
		return fmt.Errorf("%s:%d: the header line cannot be read: %s; %s", f.name, rec.line, rec.fault.Message, rec.fault.Fix)
	}
	l := newLayout(rec.cells)
	if len(l.Keep) == 0 {
		return fmt.Errorf("%s:%d: the header has only the columns of a rejects file and none of a source", f.name, rec.line)
	}
	f.header = f.parser.headerOf(&rec, l)
	f.setLayout(l)
	return nil
}

// Columns implements source.Reader.
func (s *csvSource) Columns() []string { return slices.Clone(s.first.layout.Columns) }

// Warnings implements source.Reader.
func (s *csvSource) Warnings() []string { return slices.Clone(s.notes) }

// Read implements source.Reader.
func (s *csvSource) Read(ctx context.Context, rows []kyc.Row) (int, error) {
	return source.Fill(ctx, rows, func(row *kyc.Row) error { return s.row(ctx, row) })
}

// ReadInto implements source.Borrower.
func (s *csvSource) ReadInto(ctx context.Context, rows []kyc.Row, memory []byte) (n int, err error) {
	for n == 0 {
		win := s.cur.parser.win
		win.borrow(memory)
		n, err = s.Read(ctx, rows)
		win.giveBack()
		if !errors.Is(err, errFull) {
			return n, err
		}
	}
	return n, nil
}

// row reads one row, going on to the next file where one ends.
func (s *csvSource) row(ctx context.Context, row *kyc.Row) error {
	rec := record{spare: row.Cells[:0]}
	for !s.done {
		err := s.cur.parser.next(&rec)
		if err == io.EOF {
			if err := s.advance(); err != nil {
				return err
			}
			continue
		}
		if err != nil {
			return fmt.Errorf("%s:%d: reading stopped: %w", s.cur.name, s.cur.parser.line, err)
		}
		if s.take(&rec, row) {
			return nil
		}
		if s.seq%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return io.EOF
}

// take makes a row of a record that belongs to the part that is read. Others
// are counted, and those behind it end the reading.
func (s *csvSource) take(rec *record, row *kyc.Row) bool {
	if !s.part.All() {
		at := s.base + rec.at
		if s.done = at >= s.part.To; s.done {
			return false
		}
		if at < s.part.From {
			s.seq++
			s.cur.rows++
			return false
		}
	}
	f := s.cur
	f.rows++
	*row = kyc.Row{
		Seq:    s.seq,
		Origin: kyc.Origin{File: f.name, Line: rec.line, Row: f.rows},
		Cells:  rec.cells, Raw: rec.raw, Fault: rec.fault,
		Valid: rec.fault == nil, // what cannot be decoded is a fault
	}
	if rec.fault != nil {
		row.Cells = nil
	}
	s.seq++
	return true
}

// advance goes on to the next file.
func (s *csvSource) advance() error {
	if s.at+1 == len(s.Names()) {
		s.done = true
		return nil
	}
	next, err := s.open(s.at+1, true)
	if err != nil {
		return err
	}
	if err := s.same(next); err != nil {
		next.file.Close()
		return err
	}
	s.cur.file.Close()
	s.base += s.SizeOf(s.at)
	s.cur = next
	s.at++
	return nil
}

// Close implements source.Reader.
func (s *csvSource) Close() error {
	s.done = true
	if err := s.cur.file.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
		return fmt.Errorf("closing %s: %w", s.cur.name, err)
	}
	return nil
}
