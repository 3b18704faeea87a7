package source

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/bmatcuk/doublestar/v4"

	"kycmigrate/internal/kyc"
)

// csvOptions are the checked options of a CSV source.
type csvOptions struct {
	comma    byte   // 0: auto
	encoding string // "": auto
	quotes   bool
}

func newCSVOptions(spec Spec) (csvOptions, error) {
	o := csvOptions{quotes: true}
	if spec.Kind == "tsv" {
		o.comma = '\t'
	}
	for name, value := range spec.Options {
		if err := o.set(name, value); err != nil {
			return o, err
		}
	}
	return o, nil
}

func (o *csvOptions) set(name, value string) (err error) {
	auto := value == "" || strings.EqualFold(value, "auto")
	switch name {
	case "delimiter":
		if !auto {
			o.comma, err = commaByName(value)
		}
	case "encoding":
		if !auto {
			o.encoding = value
		}
	case "quote":
		o.quotes = auto || value == `"`
		if !o.quotes && !strings.EqualFold(value, "none") {
			err = errors.New("the option quote must be a double quote or none")
		}
	case "header":
		if !auto && !strings.EqualFold(value, "first") && !strings.EqualFold(value, "true") {
			err = errors.New("the option header must be first: a CSV file is read by the names on its first line")
		}
	default:
		err = fmt.Errorf("CSV has no option %q; it has delimiter, encoding, quote and header", name)
	}
	return err
}

// csvSource is a Reader over one CSV file or several with the same header.
type csvSource struct {
	opts  csvOptions
	paths []string
	first *csvFile // the first file's form, for comparison and for rejects
	cur   *csvFile
	at    int // index of cur in paths
	seq   int64
	size  int64
	bytes atomic.Int64
	hash  hash.Hash
	done  bool
}

// csvFile is one file of a source, read as far as its header.
type csvFile struct {
	name   string
	file   *os.File
	form   dialect
	header string // the source's own part of the header line, in source bytes
	layout *layout
	parser *parser
	rows   int64
}

func openCSV(ctx context.Context, spec Spec) (Reader, error) {
	opts, err := newCSVOptions(spec)
	if err != nil {
		return nil, err
	}
	paths, err := expand(spec.Path)
	if err != nil {
		return nil, err
	}
	s := &csvSource{opts: opts, paths: paths, hash: sha256.New()}
	if err := s.measure(); err != nil {
		return nil, err
	}
	if s.cur, err = s.open(paths[0], true); err != nil {
		return nil, err
	}
	s.first = s.cur
	if err := s.compare(ctx); err != nil {
		s.cur.file.Close()
		return nil, err
	}
	return s, nil
}

// expand lists the files that a path or a pattern means.
func expand(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a directory; name a file in it, or a pattern such as %s", path, filepath.Join(path, "*.csv"))
	}
	if err == nil || !strings.ContainsAny(path, "*?[{") {
		return []string{path}, nil
	}
	paths, err := doublestar.FilepathGlob(path, doublestar.WithFilesOnly())
	if err != nil {
		return nil, fmt.Errorf("the pattern %s cannot be read: %w", path, err)
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("no file matches %s", path)
	}
	slices.Sort(paths)
	return paths, nil
}

func (s *csvSource) measure() error {
	for _, path := range s.paths {
		info, err := os.Stat(path)
		if err != nil {
			return fmt.Errorf("the source cannot be read: %w", err)
		}
		s.size += info.Size()
	}
	return nil
}

// compare opens the other files for a moment: what does not fit together must
// be known before the first row is read.
func (s *csvSource) compare(ctx context.Context) error {
	for _, path := range s.paths[1:] {
		if err := ctx.Err(); err != nil {
			return err
		}
		f, err := s.open(path, false)
		if err != nil {
			return err
		}
		if err := errors.Join(s.same(f), f.file.Close()); err != nil {
			return err
		}
	}
	return nil
}

func (s *csvSource) same(f *csvFile) error {
	switch {
	case !slices.Equal(f.layout.columns, s.first.layout.columns):
		return fmt.Errorf("%s:1: the header differs from that of %s; files read as one source need the same columns in the same order", f.name, s.first.name)
	case f.form.comma != s.first.form.comma:
		return fmt.Errorf("%s: the delimiter differs from that of %s; state it with the option delimiter, or read the files in two runs", f.name, s.first.name)
	case f.form.cs.name != s.first.form.cs.name:
		return fmt.Errorf("%s: the encoding is %s, that of %s is %s; state it with the option encoding, or read the files in two runs",
			f.name, f.form.cs.name, s.first.name, s.first.form.cs.name)
	}
	return nil
}

// open reads a file as far as its header. Only what is opened to be read
// counts in Bytes and Digest.
func (s *csvSource) open(path string, count bool) (*csvFile, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("the source cannot be read: %w", err)
	}
	f := &csvFile{name: path, file: file}
	var src io.Reader = file
	if count {
		src = io.TeeReader(file, meter{s})
	}
	if err := f.start(src, s.opts); err != nil {
		file.Close()
		return nil, err
	}
	return f, nil
}

// meter takes note of the bytes that are read.
type meter struct{ s *csvSource }

func (m meter) Write(b []byte) (int, error) {
	m.s.bytes.Add(int64(len(b)))
	return m.s.hash.Write(b)
}

func (f *csvFile) start(src io.Reader, opts csvOptions) error {
	win := newWindow(src, readChunk)
	sample, err := win.peek(sampleSize)
	if err != nil {
		return fmt.Errorf("%s: %w", f.name, err)
	}
	f.form, err = sniff(sample, len(sample) < sampleSize, opts)
	if err != nil {
		return fmt.Errorf("%s: %w", f.name, err)
	}
	win.advance(len(f.form.bom))
	f.parser = newParser(win, f.form.cs, f.form.comma, f.form.quotes)
	return f.readHeader()
}

func (f *csvFile) readHeader() error {
	var rec record
	err := f.parser.next(&rec)
	switch {
	case err == io.EOF:
		return fmt.Errorf("%s: the file is empty; a CSV source needs a header line", f.name)
	case err != nil:
		return fmt.Errorf("%s: %w", f.name, err)
	case rec.fault != nil:
		return fmt.Errorf("%s:%d: the header line cannot be read: %s; %s", f.name, rec.line, rec.fault.Message, rec.fault.Fix)
	}
	f.layout = newLayout(rec.cells)
	if len(f.layout.keep) == 0 {
		return fmt.Errorf("%s:%d: the header has only the columns of a rejects file and none of a source", f.name, rec.line)
	}
	f.header = f.parser.headerOf(&rec, f.layout)
	f.parser.width, f.parser.layout = f.layout.width, f.layout
	return nil
}

// Columns implements Reader.
func (s *csvSource) Columns() []string { return slices.Clone(s.first.layout.columns) }

// Warnings implements Reader.
func (s *csvSource) Warnings() []string { return slices.Clone(s.first.layout.notes) }

// Read implements Reader.
func (s *csvSource) Read(ctx context.Context, rows []kyc.Row) (int, error) {
	for n := range rows {
		if n%1024 == 0 && ctx.Err() != nil {
			return n, ctx.Err()
		}
		err := s.row(&rows[n])
		if err == io.EOF && n > 0 {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
	return len(rows), nil
}

// row reads one row, going on to the next file where one ends.
func (s *csvSource) row(row *kyc.Row) error {
	rec := record{spare: row.Cells[:0]}
	for {
		if s.done {
			return io.EOF
		}
		f := s.cur
		err := f.parser.next(&rec)
		if err == nil {
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
		if err != io.EOF {
			return fmt.Errorf("%s:%d: reading stopped: %w", f.name, f.parser.line, err)
		}
		if err := s.advance(); err != nil {
			return err
		}
	}
}

// advance goes on to the next file.
func (s *csvSource) advance() error {
	if s.at+1 == len(s.paths) {
		s.done = true
		return nil
	}
	next, err := s.open(s.paths[s.at+1], true)
	if err != nil {
		return err
	}
	if err := s.same(next); err != nil {
		next.file.Close()
		return err
	}
	s.cur.file.Close()
	s.cur = next
	s.at++
	return nil
}

// Digest implements Reader.
func (s *csvSource) Digest() string { return hex.EncodeToString(s.hash.Sum(nil)) }

// Bytes implements Reader.
func (s *csvSource) Bytes() int64 { return s.bytes.Load() }

// Size implements Reader.
func (s *csvSource) Size() int64 { return s.size }

// Close implements Reader.
func (s *csvSource) Close() error {
	s.done = true
	if err := s.cur.file.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
		return fmt.Errorf("closing %s: %w", s.cur.name, err)
	}
	return nil
}
