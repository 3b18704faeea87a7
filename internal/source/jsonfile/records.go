package jsonfile

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// keptOfLongRecord is how much of a record over source.MaxRecord is kept as its
// Raw.
const keptOfLongRecord = 4 << 10

// record is one record of a file, good or not.
type record struct {
	spare []string // whose array the cells may take
	line  int64
	raw   string
	cells []string
	fault *kyc.Issue
}

// file is one file of a source on its way to the next record.
type file struct {
	name string
	win  *window
	scan scanner
	root *node
	wide int // columns

	walk     *walk // to the arrays of the records; nil where records stand by themselves
	manyLine bool  // a record by itself takes several lines
	rejects  bool  // a rejects file, whose records stand by themselves
	rows     int64
}

// stop is an error that ends the reading, with its place.
func (f *file) stop(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w (at byte %d of the file)", f.name, f.win.line, fmt.Errorf(format, args...), f.win.offset+1)
}

// next reads the next record. It returns io.EOF after the last.
func (f *file) next(rec *record) error {
	if f.walk != nil {
		return f.nextElement(rec)
	}
	if _, err := f.win.skipSpace(); err != nil {
		return f.ended(err)
	}
	*rec = record{line: f.win.line, spare: rec.spare}
	n, wrong, err := f.measure()
	if err != nil {
		return f.ended(err)
	}
	if wrong == nil && !f.alone(n) {
		wrong = &problem{CodeSyntax, "something stands behind the record on its line", n}
	}
	if wrong != nil {
		return f.broken(rec, wrong)
	}
	f.take(rec, n)
	return nil
}

// ended passes io.EOF on and says where another error came.
func (f *file) ended(err error) error {
	if err == io.EOF {
		return err
	}
	return f.stop("reading stopped: %w", err)
}

// tooLong marks a record that is longer than source.MaxRecord.
var tooLong = &problem{code: source.CodeTooLong}

// measure scans the record at the start of the window and returns its length,
// or what is wrong with it.
func (f *file) measure() (n int, wrong *problem, err error) {
	for {
		n := f.scan.record(f.win.bytes(), f.root, f.wide)
		switch {
		case n > source.MaxRecord:
			return 0, tooLong, nil
		case n >= 0:
			return n, nil, nil
		case f.scan.wrong != nil:
			return 0, f.scan.wrong, nil
		}
		switch err := f.win.more(); err {
		case nil:
		case io.EOF:
			return 0, &problem{CodeSyntax, "the file ends before the record does", f.win.end - f.win.start}, nil
		case errFull:
			return 0, tooLong, nil
		default:
			return 0, nil, err
		}
	}
}

// alone reports whether nothing but another record follows on the line of a
// record of n bytes: else it is not what it seems.
func (f *file) alone(n int) bool {
	for ; ; n++ {
		c, ok := f.win.at(n)
		if !ok || c == '\n' || c == '{' {
			return true
		}
		if !isSpace(c) {
			return false
		}
	}
}

// take makes a row of the n bytes that were scanned.
func (f *file) take(rec *record, n int) {
	raw := f.win.bytes()[:n]
	if len(f.scan.marks) > 0 {
		f.restore(rec, raw)
	} else {
		f.fill(rec, string(raw))
	}
	f.win.advance(n)
}

// fill makes the cells of the record that was scanned.
func (f *file) fill(rec *record, raw string) {
	rec.raw = raw
	rec.cells = rec.spare[:0]
	if cap(rec.cells) < f.wide {
		rec.cells = make([]string, 0, f.wide)
	}
	for i := range f.scan.spans {
		rec.cells = append(rec.cells, f.scan.spans[i].cell(raw))
	}
}

// broken makes a fault of the record at the start of the window and moves on to
// where the next may begin.
func (f *file) broken(rec *record, wrong *problem) error {
	if wrong != tooLong {
		n, err := f.brokenEnd()
		if err == nil && n <= source.MaxRecord {
			rec.raw, rec.fault = string(bytes.TrimRight(f.win.bytes()[:n], " \t\r\n")), wrong.issue()
			f.win.advance(n)
			return nil
		}
		if err != nil && err != errFull {
			return f.ended(err)
		}
	}
	f.cut(rec)
	for {
		if err := f.win.skipLine(); err != nil {
			return f.ended(err)
		}
		if c, ok := f.win.at(0); !f.manyLine || !ok || c == '{' {
			return nil
		}
	}
}

// brokenEnd is where a broken record ends: at the end of its line, or where
// records take several lines, before the next line that begins with a brace.
func (f *file) brokenEnd() (int, error) {
	for n := 0; ; {
		var err error
		if n, err = f.win.newline(n); err != nil {
			return 0, err
		}
		if c, ok := f.win.at(n); !f.manyLine || !ok || c == '{' {
			return n, nil
		}
	}
}

// cut keeps the beginning of a record that is too long.
func (f *file) cut(rec *record) {
	head := f.win.bytes()
	head = head[:min(len(head), keptOfLongRecord)]
	for i := 1; i < utf8.UTFMax && !utf8.Valid(head) && len(head) > i; i++ {
		if utf8.Valid(head[:len(head)-i]) {
			head = head[:len(head)-i]
		}
	}
	rec.raw, rec.fault = string(head), faultTooLong()
}
