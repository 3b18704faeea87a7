package report

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/gocarina/gocsv"
)

// formulaStart are the characters that make a spreadsheet run a cell.
const formulaStart = "=+-@\t\r"

// isFormula reports whether a spreadsheet would run s, or would run it once
// apostrophes in front were taken away.
func isFormula(s string) bool {
	s = strings.TrimLeft(s, "'")
	return s != "" && strings.IndexByte(formulaStart, s[0]) >= 0
}

// defuse makes a cell harmless in a spreadsheet; refuse undoes exactly that.
func defuse(s string) string {
	if isFormula(s) {
		return "'" + s
	}
	return s
}

func fuse(s string) string {
	if strings.HasPrefix(s, "'") && isFormula(s) {
		return s[1:]
	}
	return s
}

// maxLine bounds one record of a file that we read back, so that a stray quote
// does not draw the whole file into memory.
const maxLine = 1 << 20

var errLongLine = fmt.Errorf("a record is longer than %d bytes, perhaps after a quote that is not closed", maxLine)

// bounded ends a reader that goes further than limit.
type bounded struct {
	r           io.Reader
	read, limit int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.read >= b.limit {
		return 0, errLongLine
	}
	n, err := b.r.Read(p)
	b.read += int64(n)
	return n, err
}

// table reads a CSV file of our own, one record after another, into values of
// type T by the names of its columns. It takes what a spreadsheet may have made
// of the file: a byte order mark, semicolons or tabs, columns in another order.
type table[T any] struct {
	name string
	in   *bounded
	csv  *csv.Reader
	dec  *gocsv.Unmarshaller
}

// readTable begins to read; need lists columns that must be there. An empty
// file is a table without records.
func readTable[T any](name string, r io.Reader, need ...string) (*table[T], error) {
	in := &bounded{r: r, limit: maxLine}
	buf := bufio.NewReader(in)
	if bom, _ := buf.Peek(3); bytes.Equal(bom, []byte("\ufeff")) {
		_, _ = buf.Discard(3) // it was just peeked at
	}
	t := &table[T]{name: name, in: in, csv: csv.NewReader(buf)}
	t.csv.Comma = delimiter(buf)
	t.csv.ReuseRecord = true
	var zero T
	dec, err := gocsv.NewUnmarshaller(t.csv, zero)
	if errors.Is(err, io.EOF) {
		return t, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s is not a table of ours: %w", name, err)
	}
	for _, column := range need {
		if !contains(dec.Headers, column) {
			return nil, fmt.Errorf("%s has no column %s; give it its header again, or move it away", name, column)
		}
	}
	t.dec = dec
	return t, nil
}

// delimiter finds out what separates the names in the first line.
func delimiter(buf *bufio.Reader) rune {
	head, _ := buf.Peek(1024)
	line, _, _ := bytes.Cut(head, []byte("\n"))
	for _, c := range []byte{',', ';', '\t'} {
		if bytes.IndexByte(line, c) >= 0 {
			return rune(c)
		}
	}
	return ','
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// next reads one record and the line it starts on; io.EOF at the end. The
// cells are as they stand in the file.
func (t *table[T]) next() (rec T, line int, err error) {
	if t.dec == nil {
		return rec, 0, io.EOF
	}
	t.in.limit = t.csv.InputOffset() + maxLine
	v, err := t.dec.Read()
	if errors.Is(err, io.EOF) {
		return rec, 0, io.EOF
	}
	if err != nil {
		return rec, 0, fmt.Errorf("read %s: %w; mend it, or move it away", t.name, err)
	}
	line, _ = t.csv.FieldPos(0)
	return v.(T), line, nil
}

// each calls fn with each record and the line it starts on.
func (t *table[T]) each(fn func(rec *T, line int) error) error {
	for {
		rec, line, err := t.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = fn(&rec, line)
		}
		if err != nil {
			return err
		}
	}
}

// chunk is how many records are encoded at a time.
const chunk = 256

// tableWriter writes records of type T as CSV, with its header.
type tableWriter[T any] struct {
	out  *gocsv.SafeCSVWriter
	rows []T
}

func newTableWriter[T any](w io.Writer) (*tableWriter[T], error) {
	t := continueTable[T](w)
	return t, gocsv.MarshalCSV(t.rows, t.out)
}

// continueTable is newTableWriter for a file that has a header already.
func continueTable[T any](w io.Writer) *tableWriter[T] {
	return &tableWriter[T]{out: gocsv.NewSafeCSVWriter(csv.NewWriter(w)), rows: make([]T, 0, chunk)}
}

func (t *tableWriter[T]) write(rec T) error {
	t.rows = append(t.rows, rec)
	if len(t.rows) < chunk {
		return nil
	}
	return t.flush()
}

func (t *tableWriter[T]) flush() error {
	err := gocsv.MarshalCSVWithoutHeaders(t.rows, t.out)
	clear(t.rows)
	t.rows = t.rows[:0]
	return err
}
