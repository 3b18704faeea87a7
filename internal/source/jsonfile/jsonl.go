package jsonfile

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// jsonSource is a Reader over one file of JSON or several.
type jsonSource struct {
	*source.Input
	records  string // the option records
	columns  []string
	root     *node
	warnings []string
	learnt   int   // records that the columns were learnt from
	asked    bool  // for columns of its own
	first    *file // the first file, for what it was found to be
	rejects  bool  // it is a rejects file
	cur      *file
	closer   io.Closer // of cur
	at       int       // index of cur in the input
	seq      int64
	done     bool
}

// Open opens a source of JSON. It implements source.Opener.
func Open(ctx context.Context, spec source.Spec) (source.Reader, error) {
	s := &jsonSource{}
	for name, value := range spec.Options {
		switch name {
		case "records":
			s.records = strings.TrimSpace(value)
		case "member": // of an archive; see source.NewInput
		default:
			return nil, fmt.Errorf("JSON has no option %q; it has records", name)
		}
	}
	if strings.EqualFold(s.records, "auto") {
		s.records = ""
	}
	var err error
	if s.Input, err = spec.Input(); err != nil {
		return nil, err
	}
	learnt, err := s.learn(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.choose(learnt, spec.Columns); err != nil {
		return nil, err
	}
	if s.cur, s.closer, err = s.open(0, s.Input.Open, s.root, len(s.columns)); err != nil {
		return nil, err
	}
	s.first, s.learnt, s.asked, s.rejects = s.cur, learnt.records, spec.Columns != nil, s.cur.rejects
	return s, nil
}

// choose settles the columns: those found, and those asked for.
func (s *jsonSource) choose(learnt *learner, wanted []string) (err error) {
	s.columns = learnt.columns()
	var unseen []string
	for _, name := range wanted {
		name = strings.TrimSpace(name)
		steps, err := parsePath(name)
		if err != nil {
			return err
		}
		if learnt.records > 0 && !learnt.has(steps) {
			unseen = append(unseen, strconv.Quote(name))
		}
		if !slices.Contains(s.columns, name) {
			s.columns = append(s.columns, name)
		}
	}
	if len(unseen) > 0 {
		s.warn("none of the first %d records has %s; check the spelling, or it is empty in every record", learnt.records, strings.Join(unseen, ", "))
	}
	if learnt.full {
		s.warn("the records have more than %d different paths; only the first are offered as columns, beside those that the mapping reads", headColumns)
	}
	if name := learnt.list(); name != "" && s.records == "" {
		s.warn("the source begins with one object that holds a list, %s; if the records are in it, state the option records: %s", name, name)
	}
	s.root, err = plan(s.columns)
	return err
}

func (s *jsonSource) warn(format string, args ...any) {
	s.warnings = append(s.warnings, fmt.Sprintf(format, args...))
}

// open opens the i-th file and looks at how its records stand.
func (s *jsonSource) open(i int, open func(int) (io.ReadCloser, error), root *node, wide int) (*file, io.Closer, error) {
	in, err := open(i)
	if err != nil {
		return nil, nil, err
	}
	f := &file{name: s.Names()[i], win: newWindow(in), root: root, wide: wide}
	if err := f.start(s.records); err != nil {
		in.Close()
		return nil, nil, err
	}
	return f, in, nil
}

// magics tell files of other kinds by their first bytes.
var magics = []struct{ bytes, what string }{
	{"\xff\xfe", "UTF-16 text"}, {"\xfe\xff", "UTF-16 text"},
	{"PK\x03\x04", "a zip archive or an XLSX workbook"}, {"\x1f\x8b", "gzip data"},
	{"\x28\xb5\x2f\xfd", "zstd data"}, {"%PDF", "a PDF document"}, {"SQLite format 3\x00", "an SQLite database"},
}

// start tells from the first bytes how the records stand.
func (f *file) start(records string) error {
	if _, ok := f.win.at(0); !ok && f.win.failed() != nil {
		return f.stop("reading stopped: %w", f.win.failed())
	}
	for _, m := range magics {
		if bytes.HasPrefix(f.win.bytes(), []byte(m.bytes)) {
			return fmt.Errorf("%s: this is %s, not JSON in UTF-8; convert it first", f.name, m.what)
		}
	}
	if bytes.HasPrefix(f.win.bytes(), []byte("\ufeff")) {
		f.win.advance(len("\ufeff"))
		f.win.fresh = true
	}
	c, err := f.win.skipSpace()
	f.rejects = err == nil && f.isRejects()
	switch {
	case err == io.EOF:
		return nil // no records
	case err != nil:
		return f.stop("reading stopped: %w", err)
	case records != "" && !f.rejects:
		steps, err := parsePath(records)
		if err != nil {
			return fmt.Errorf("the option records: %w", err)
		}
		f.walk = &walk{path: records, steps: steps}
	case c == '[':
		f.walk = &walk{}
	default:
		return f.lines()
	}
	if err := f.seek(); err != io.EOF {
		return err
	}
	return nil
}

// isRejects reports whether the file is a rejects file, whose records stand by
// themselves wherever those of their source stood.
func (f *file) isRejects() bool {
	sample := f.win.bytes()
	return sample[0] == '{' && bytes.Contains(sample, []byte(`"`+source.RejectColumns()[source.RejectCode]+`":`))
}

// lines tells whether records by themselves take a line each, from the first
// line: it holds a whole record, or one that breaks off before the next begins.
func (f *file) lines() error {
	end, err := f.win.newline(0)
	if err != nil {
		return nil // one line beyond all measure: the record will say so
	}
	have := f.win.bytes()
	if have[0] != '{' && !bytes.Contains(have, []byte("\n{")) {
		return fmt.Errorf("%s: this does not look like JSON: it begins neither with { nor with [, and no line of its beginning does", f.name)
	}
	var probe scanner
	whole := probe.record(have[:end], nil, 0)
	f.manyLine = whole < 0 && probe.short && end < len(have) && have[end] != '{'
	return nil
}

// Columns implements source.Reader.
func (s *jsonSource) Columns() []string { return slices.Clone(s.columns) }

// Warnings implements source.Reader.
func (s *jsonSource) Warnings() []string { return slices.Clone(s.warnings) }

// Read implements source.Reader.
func (s *jsonSource) Read(ctx context.Context, rows []kyc.Row) (int, error) {
	return source.Fill(ctx, rows, s.row)
}

// row reads one row, going on to the next file where one ends.
func (s *jsonSource) row(row *kyc.Row) error {
	rec := record{spare: row.Cells[:0]}
	for !s.done {
		f := s.cur
		err := f.next(&rec)
		if err == io.EOF {
			if err := s.advance(); err != nil {
				return err
			}
			continue
		}
		if err != nil {
			return err
		}
		f.rows++
		*row = kyc.Row{
			Seq:    s.seq,
			Origin: kyc.Origin{File: f.name, Line: rec.line, Row: f.rows},
			Cells:  rec.cells, Raw: rec.raw, Fault: rec.fault,
		}
		if rec.fault != nil {
			row.Cells = nil
		}
		s.seq++
		return nil
	}
	return io.EOF
}

// advance goes on to the next file.
func (s *jsonSource) advance() error {
	if s.at+1 == len(s.Names()) {
		s.done = true
		return nil
	}
	next, closer, err := s.open(s.at+1, s.Input.Open, s.root, len(s.columns))
	if err != nil {
		return err
	}
	s.closer.Close()
	s.cur, s.closer = next, closer
	s.at++
	return nil
}

// Close implements source.Reader.
func (s *jsonSource) Close() error {
	s.done = true
	if err := s.closer.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
		return fmt.Errorf("closing %s: %w", s.cur.name, err)
	}
	return nil
}
