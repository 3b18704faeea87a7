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
// A row that cannot stand in the file as it is, because its quotes do not pair, it
// was cut, or it has more or fewer cells than there are columns, stands whole in the
// first cell with the other columns empty: the file remains CSV for every program,
// no row can run into its neighbour, no cell stands under the column of another,
// also where a program fills short rows up, and the reader takes the row out of that
// cell again. It is mended there, or spread over its columns.
type csvRejects struct {
	form dialect
	wide int // the source's own columns
	file *source.RejectsFile
	buf  []byte
	rows int64
	// written are reject cells as they stand in the file. Most of them come again
	// and again; those that name a row do not, so no more than so many are kept.
	written map[string][]byte
}

// mostWritten bounds the reject cells that are kept.
const mostWritten = 512

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
	w := &csvRejects{form: s.first.form, wide: len(s.first.layout.Keep), file: file, written: map[string][]byte{}}
	w.form.cs = w.form.cs.clone()
	w.buf = append(w.buf, w.form.bom...)
	w.buf = w.form.cs.encode(w.buf, w.form.sep)
	w.buf = append(w.buf, w.headerOf(s.first)...)
	if err := w.line(source.RejectColumns()); err != nil {
		return nil, errors.Join(err, w.Abort())
	}
	return w, nil
}

// headerOf is the header's own part in source bytes.
func (w *csvRejects) headerOf(f *csvFile) []byte {
	if !w.runsOn(f.header) {
		return []byte(f.header)
	}
	names := make([]string, len(f.layout.Columns))
	for i, name := range f.layout.Columns {
		names[i] = w.form.quoted(name)
	}
	return w.form.cs.encode(nil, strings.Join(names, w.form.delim))
}

// runsOn reports whether a delimiter behind raw would be read to begin before
// the end of raw, as || does behind a|.
func (w *csvRejects) runsOn(raw string) bool {
	if len(w.form.delim) == 1 {
		return false
	}
	text, _ := w.form.cs.decode([]byte(raw))
	alone := w.form.cells(text)
	longer := w.form.cells(append(bytes.Clone(text), w.form.delim+"x"...))
	return len(longer) != len(alone)+1 || longer[len(longer)-1] != "x"
}

// Write implements source.RejectWriter.
func (w *csvRejects) Write(row *kyc.Row, issues []kyc.Issue) error {
	cells := source.RejectCells(issues)
	w.buf = w.buf[:0]
	code := ""
	switch {
	case w.mustWrap(row):
		code = row.Fault.Code
	case w.runsOn(row.Raw) && w.form.wraps():
		code = source.CodeQuote
	case w.runsOn(row.Raw):
		w.buf = w.form.cs.encode(append(w.buf, row.Raw...), " ")
	default:
		w.buf = append(w.buf, row.Raw...)
	}
	if code != "" {
		w.wrap(row)
		if faultCode(cells[0]) != code {
			cells[0] = strings.TrimSuffix(code+source.Joint+cells[0], source.Joint)
		}
	}
	w.rows++
	return w.line(cells)
}

// line ends the row in w.buf with the reject cells and writes it.
func (w *csvRejects) line(cells []string) error {
	for _, c := range cells {
		w.buf = append(w.buf, w.cell(c)...)
	}
	w.buf = w.form.cs.encode(w.buf, w.form.eol)
	_, err := w.file.Write(w.buf)
	return err
}

// cell is a reject cell with the delimiter before it.
func (w *csvRejects) cell(text string) []byte {
	if b, known := w.written[text]; known {
		return b
	}
	b := w.form.cs.encode(nil, w.form.delim)
	b = w.form.cs.encode(b, w.form.quoted(text))
	if len(w.written) < mostWritten {
		w.written[text] = b
	}
	return b
}

// mustWrap reports whether a row would not be read again as it is.
func (w *csvRejects) mustWrap(row *kyc.Row) bool {
	if row.Fault == nil {
		return false
	}
	raw := []byte(row.Raw)
	switch row.Fault.Code {
	case source.CodeQuote, source.CodeTooLong:
		return true
	case source.CodeRagged:
		return w.form.wraps()
	case source.CodeBlank:
		return w.form.wraps() && !w.fits(raw)
	case source.CodeEncoding:
		// What could be taken for a wrapped row is wrapped: one that begins with
		// a quote, and where there are none any row.
		return w.form.wraps() && (w.form.quote == 0 || w.form.cs.startsWith(raw, w.form.quote) || !w.fits(raw))
	}
	return false
}

// fits reports whether raw with a cell behind it is exactly one record, with that cell
// behind the last column.
func (w *csvRejects) fits(raw []byte) bool {
	cs := w.form.cs
	row := cs.encode(bytes.Clone(raw), w.form.delim+"x")
	body := cs.encode(bytes.Clone(row), w.form.lineEnd())
	p := newParser(newWindow(bytes.NewReader(body), len(body)+8), w.form)
	var one, more record
	if p.next(&one) != nil || one.raw != string(row) || p.next(&more) != io.EOF {
		return false
	}
	return len(one.cells) == w.wide+1 && one.cells[w.wide] == "x"
}

// wrap puts the whole row into the first cell and leaves the others empty.
// Where there are neither quotes nor escapes only the beginning of an over-long line comes
// here; it has no delimiters afterwards.
func (w *csvRejects) wrap(row *kyc.Row) {
	cs := w.form.cs
	if w.form.wraps() {
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
