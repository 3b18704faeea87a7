package xlsxfile

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// xlsxSource is a Reader over one workbook or several with the same columns.
type xlsxSource struct {
	*source.Input
	spec  source.Spec
	opts  options
	first *sheetFile // the first file's form, for comparison and for rejects
	cur   *sheetFile
	at    int // index of cur in the input
	seq   int64
	done  bool
	notes []string
	// spoilt are columns of workbooks that were read to their end.
	spoilt []string
}

// Open opens an XLSX source. It implements source.Opener.
func Open(ctx context.Context, spec source.Spec) (source.Reader, error) {
	opts, err := newOptions(spec.Options)
	if err != nil {
		return nil, err
	}
	input, err := spec.RawInput()
	if err != nil {
		return nil, err
	}
	s := &xlsxSource{Input: input, spec: spec, opts: opts}
	if s.cur, err = s.open(ctx, 0); err != nil {
		return nil, err
	}
	s.first = s.cur
	s.notes = slices.Concat(s.first.notes, s.first.layout.Notes)
	if err := s.compare(ctx); err != nil {
		return nil, errors.Join(err, s.cur.Close())
	}
	return s, nil
}

// open opens the i-th workbook to be read.
func (s *xlsxSource) open(ctx context.Context, i int) (*sheetFile, error) {
	counted, err := s.Input.Open(i)
	if err != nil {
		return nil, err
	}
	return openFile(ctx, s.Path(i), s.Names()[i], counted, &s.spec, s.opts)
}

// compare opens the other workbooks for a moment: what does not fit together
// must be known before the first row is read.
func (s *xlsxSource) compare(ctx context.Context) error {
	for i := 1; i < len(s.Names()); i++ {
		f, err := openFile(ctx, s.Path(i), s.Names()[i], nil, &s.spec, s.opts)
		if err != nil {
			return err
		}
		for _, note := range f.notes {
			s.notes = append(s.notes, f.path+": "+note)
		}
		if err := errors.Join(s.same(f), f.Close()); err != nil {
			return err
		}
	}
	return nil
}

func (s *xlsxSource) same(f *sheetFile) error {
	switch {
	case !slices.Equal(f.layout.Columns, s.first.layout.Columns):
		return fmt.Errorf("%s:%d: the header differs from that of %s; files read as one source need the same columns in the same order", f.name, f.layout.row, s.first.name)
	case f.render.from1904 != s.first.render.from1904:
		return fmt.Errorf("%s: its dates count from another year than those of %s; read the files in two runs", f.name, s.first.name)
	}
	return nil
}

// Columns implements source.Reader.
func (s *xlsxSource) Columns() []string { return slices.Clone(s.first.layout.Columns) }

// Warnings implements source.Reader. What only many rows show is among them once they are read.
func (s *xlsxSource) Warnings() []string { return slices.Concat(s.notes, s.cur.exchangedNotes()) }

// Spoilt implements source.Spoiler: of columns of which day and month are exchanged.
func (s *xlsxSource) Spoilt() []string {
	if s.opts.swapped {
		return nil
	}
	return slices.Concat(s.spoilt, s.cur.exchangedColumns())
}

// Read implements source.Reader.
func (s *xlsxSource) Read(ctx context.Context, rows []kyc.Row) (int, error) {
	return source.Fill(ctx, rows, func(row *kyc.Row) error { return s.row(ctx, row) })
}

// row reads one row, going on to the next workbook where one ends.
func (s *xlsxSource) row(ctx context.Context, row *kyc.Row) error {
	for !s.done {
		err := s.cur.read(row)
		if err == nil {
			row.Seq = s.seq
			s.seq++
			return nil
		}
		if err != io.EOF {
			return fmt.Errorf("%s: reading stopped behind row %d: %w", s.cur.name, s.cur.scan.last, err)
		}
		if err := s.advance(ctx); err != nil {
			return err
		}
	}
	return io.EOF
}

// advance goes on to the next workbook.
func (s *xlsxSource) advance(ctx context.Context) error {
	if s.at+1 == len(s.Names()) {
		s.done = true
		return nil
	}
	next, err := s.open(ctx, s.at+1)
	if err != nil {
		return err
	}
	if err := s.same(next); err != nil {
		return errors.Join(err, next.Close())
	}
	s.notes = append(s.notes, s.cur.exchangedNotes()...)
	s.spoilt = append(s.spoilt, s.cur.exchangedColumns()...)
	err = s.cur.Close()
	s.cur = next
	s.at++
	return err
}

// Close implements source.Reader.
func (s *xlsxSource) Close() error {
	s.done = true
	return s.cur.Close()
}
