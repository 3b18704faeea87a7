package sqldb

import (
	"errors"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// rejects writes rows of a database as CSV: RFC 4180, UTF-8 with its mark, LF
// at the ends of lines. An empty cell without quotes was NULL, one with quotes
// the empty string. The mark holds a reader to UTF-8 where a row has bytes that
// are none.
type rejects struct {
	wide int // the source's own columns
	file *source.RejectsFile
	buf  []byte
	rows int64
}

// RejectsExt implements source.Reader.
func (r *reader) RejectsExt() string { return ".csv" }

// NewRejects implements source.Reader.
func (r *reader) NewRejects(path string) (source.RejectWriter, error) {
	file, err := source.CreateRejects(path)
	if err != nil {
		return nil, err
	}
	w := &rejects{wide: len(r.head.Columns), file: file, buf: []byte("\ufeff")}
	for i, name := range slices.Concat(r.head.Columns, source.RejectColumns()) {
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		w.buf = appendCell(w.buf, name)
	}
	if err := w.flush(); err != nil {
		return nil, errors.Join(err, w.Abort())
	}
	return w, nil
}

// Write implements source.RejectWriter. A row that was cut stands in its first
// cell, as csvfile writes such rows and reads them again.
func (w *rejects) Write(row *kyc.Row, issues []kyc.Issue) error {
	cells := source.RejectCells(issues)
	w.buf = w.buf[:0]
	if row.Fault != nil && row.Fault.Code == source.CodeTooLong {
		w.buf = appendQuoted(w.buf, []byte(row.Raw))
		w.buf = append(w.buf, strings.Repeat(",", w.wide-1)...)
		if first, _, _ := strings.Cut(cells[source.RejectCode], source.Joint); first != row.Fault.Code {
			cells[source.RejectCode] = strings.TrimSuffix(row.Fault.Code+source.Joint+cells[source.RejectCode], source.Joint)
		}
	} else {
		w.buf = append(w.buf, row.Raw...)
	}
	for _, c := range cells {
		w.buf = append(w.buf, ',')
		w.buf = appendCell(w.buf, oneLine(c))
	}
	w.rows++
	return w.flush()
}

func (w *rejects) flush() error {
	w.buf = append(w.buf, '\n')
	_, err := w.file.Write(w.buf)
	return err
}

// Close implements source.RejectWriter.
func (w *rejects) Close() error { return w.file.Close(w.rows) }

// Abort implements source.RejectWriter.
func (w *rejects) Abort() error { return w.file.Abort() }
