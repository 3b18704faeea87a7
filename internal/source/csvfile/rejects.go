package csvfile

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// csvRejects writes a rejects file in the dialect of a CSV source: its bytes
// for the header and for each row, and behind them the reject cells.
//
// A row that cannot stand in the file as it is, because its quotes do not pair
// or it was cut, stands whole in the first cell with the other columns empty:
// the file remains CSV for every program, no row can run into its neighbour,
// and the reader takes the row out of that cell again. It is mended there, or
// spread over its columns.
type csvRejects struct {
	form dialect
	wide int // the source's own columns
	file *source.RejectsFile
	buf  []byte
	rows int64
}

// RejectsExt implements source.Reader.
func (s *csvSource) RejectsExt() string {
	if s.first.form.delim == "\t" {
		return ".tsv"
	}
	return ".csv"
}

// NewRejects implements source.Reader.
func (s *csvSource) NewRejects(path string) (source.RejectWriter, error) {
	file, err := source.CreateRejects(path)
	if err != nil {
		return nil, err
	}
	w := &csvRejects{form: s.first.form, wide: len(s.first.layout.Keep), file: file}
	w.form.cs = w.form.cs.clone()
	w.buf = append(w.buf, w.form.bom...)
	w.buf = w.form.cs.encode(w.buf, w.form.sep)
	w.buf = append(w.buf, s.first.header...)
	if err := w.line(source.RejectColumns()); err != nil {
		return nil, errors.Join(err, w.Abort())
	}
	return w, nil
}

// Write implements source.RejectWriter.
func (w *csvRejects) Write(row *kyc.Row, issues []kyc.Issue) error {
	cells := source.RejectCells(issues)
	w.buf = w.buf[:0]
	if w.mustWrap(row) {
		w.wrap(row)
		if faultCode(cells[0]) != row.Fault.Code {
			cells[0] = strings.TrimSuffix(row.Fault.Code+source.Joint+cells[0], source.Joint)
		}
	} else {
		w.buf = append(w.buf, row.Raw...)
	}
	w.rows++
	return w.line(cells)
}

// line ends the row in w.buf with the reject cells and writes it.
func (w *csvRejects) line(cells []string) error {
	for _, c := range cells {
		w.buf = w.form.cs.encode(w.buf, w.form.delim)
		w.buf = w.form.cs.encode(w.buf, w.form.quoted(c))
	}
	w.buf = w.form.cs.encode(w.buf, w.form.eol)
	_, err := w.file.Write(w.buf)
	return err
}

// mustWrap reports whether a row would not be read again as it is.
func (w *csvRejects) mustWrap(row *kyc.Row) bool {
	if row.Fault == nil {
		return false
	}
	switch row.Fault.Code {
	case source.CodeQuote, source.CodeTooLong:
		return true
	case source.CodeEncoding:
		raw := []byte(row.Raw)
		return w.form.quote != 0 && (w.form.cs.startsWith(raw, w.form.quote) || !w.alone(raw))
	}
	return false
}

// alone reports whether raw with a cell behind it is exactly one record.
func (w *csvRejects) alone(raw []byte) bool {
	cs := w.form.cs
	row := cs.encode(bytes.Clone(raw), w.form.delim+"x")
	body := cs.encode(bytes.Clone(row), w.form.lineEnd())
	p := newParser(newWindow(bytes.NewReader(body), len(body)+8), w.form)
	var one, more record
	if p.next(&one) != nil || one.raw != string(row) || p.next(&more) != io.EOF {
		return false
	}
	return len(one.cells) > 1 && one.cells[len(one.cells)-1] == "x"
}

// wrap puts the whole row into the first cell and leaves the others empty.
// Where quotes have no meaning only the beginning of an over-long line comes
// here; it has no delimiters afterwards.
func (w *csvRejects) wrap(row *kyc.Row) {
	cs := w.form.cs
	if w.form.quote != 0 {
		w.buf = w.form.wrap(w.buf, []byte(row.Raw))
	} else {
		text, _ := cs.decode([]byte(row.Raw))
		w.buf = cs.encode(w.buf, strings.ReplaceAll(string(text), w.form.delim, " "))
	}
	for range w.wide - 1 {
		w.buf = cs.encode(w.buf, w.form.delim)
	}
}

// Close implements source.RejectWriter.
func (w *csvRejects) Close() error { return w.file.Close(w.rows) }

// Abort implements source.RejectWriter.
func (w *csvRejects) Abort() error { return w.file.Abort() }
