package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"kycmigrate/internal/kyc"
)

// joint stands between the parts of a reject cell that speaks of several issues.
const joint = "; "

// csvRejects writes a rejects file in the dialect of a CSV source: its bytes
// for the header and for each row, and behind them the reject cells.
//
// A row that cannot stand in the file as it is, because its quotes do not pair
// or it was cut, stands whole in the first cell with the other columns empty:
// the file remains CSV for every program, no row can run into its neighbour,
// and the reader takes the row out of that cell again. It is mended there, or
// spread over its columns.
type csvRejects struct {
	path string
	form dialect
	wide int // the source's own columns
	file *os.File
	out  *bufio.Writer
	buf  []byte
	rows int64
	done bool
}

// RejectsExt implements Reader.
func (s *csvSource) RejectsExt() string {
	if s.first.form.comma == '\t' {
		return ".tsv"
	}
	return ".csv"
}

// NewRejects implements Reader.
func (s *csvSource) NewRejects(path string) (RejectWriter, error) {
	file, err := os.OpenFile(path+".tmp", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, fmt.Errorf("the rejects file cannot be written: %w", err)
	}
	w := &csvRejects{path: path, form: s.first.form, wide: len(s.first.layout.keep), file: file, out: bufio.NewWriterSize(file, 64<<10)}
	w.form.cs = w.form.cs.clone()
	w.buf = append(w.buf, w.form.bom...)
	w.buf = append(w.buf, s.first.header...)
	if err := w.line(rejectColumns); err != nil {
		return nil, errors.Join(err, w.Abort())
	}
	return w, nil
}

// Write implements RejectWriter.
func (w *csvRejects) Write(row *kyc.Row, issues []kyc.Issue) error {
	cells := rejectCells(row, issues)
	w.buf = w.buf[:0]
	if w.mustWrap(row) {
		w.wrap(row)
		if faultCode(cells[0]) != row.Fault.Code {
			cells[0] = strings.TrimSuffix(row.Fault.Code+joint+cells[0], joint)
		}
	} else {
		w.buf = append(w.buf, row.Raw...)
	}
	w.rows++
	return w.line(cells)
}

// rejectCells folds the issues that reject a row into the four cells.
func rejectCells(row *kyc.Row, issues []kyc.Issue) []string {
	var parts [4][]string
	for i := range issues {
		is := &issues[i]
		if is.Severity != kyc.Reject {
			continue
		}
		field := is.Field
		if field == "" {
			field = is.Column
		}
		for p, text := range []string{is.Code, field, is.Message, is.Fix} {
			if text != "" {
				parts[p] = append(parts[p], text)
			}
		}
	}
	cells := make([]string, len(parts))
	for p := range parts {
		cells[p] = strings.Join(parts[p], joint)
	}
	return cells
}

// line ends the row in w.buf with the reject cells and writes it.
func (w *csvRejects) line(cells []string) error {
	for _, c := range cells {
		w.buf = w.form.cs.encode(w.buf, string(rune(w.form.comma)))
		w.buf = w.form.cs.encode(w.buf, w.cell(c))
	}
	w.buf = w.form.cs.encode(w.buf, w.form.eol)
	if _, err := w.out.Write(w.buf); err != nil {
		return fmt.Errorf("writing the rejects file: %w", err)
	}
	return nil
}

// cell makes a reject cell of a text of ours: always on one line, and quoted
// where it must be.
func (w *csvRejects) cell(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r < ' ', !w.form.quotes && (r == rune(w.form.comma) || r == '"'):
			return ' '
		}
		return r
	}, text)
	if strings.ContainsRune(text, rune(w.form.comma)) || strings.Contains(text, `"`) {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}

// mustWrap reports whether a row would not be read again as it is.
func (w *csvRejects) mustWrap(row *kyc.Row) bool {
	if row.Fault == nil {
		return false
	}
	switch row.Fault.Code {
	case CodeQuote, CodeTooLong:
		return true
	case CodeEncoding:
		raw := []byte(row.Raw)
		return w.form.quotes && (w.form.cs.startsQuoted(raw) || !w.alone(raw))
	}
	return false
}

// alone reports whether raw with a cell behind it is exactly one record.
func (w *csvRejects) alone(raw []byte) bool {
	cs := w.form.cs
	row := cs.encode(bytes.Clone(raw), string(rune(w.form.comma))+"x")
	body := cs.encode(bytes.Clone(row), "\r\n")
	p := newParser(newWindow(bytes.NewReader(body), len(body)+8), cs, w.form.comma, true)
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
	cs, comma := w.form.cs, string(rune(w.form.comma))
	if w.form.quotes {
		w.buf = cs.quote(w.buf, []byte(row.Raw))
	} else {
		text, _ := cs.decode([]byte(row.Raw))
		w.buf = cs.encode(w.buf, strings.ReplaceAll(string(text), comma, " "))
	}
	for range w.wide - 1 {
		w.buf = cs.encode(w.buf, comma)
	}
}

// Close implements RejectWriter.
func (w *csvRejects) Close() error {
	if w.done {
		return nil
	}
	if err := w.sync(); err != nil {
		return errors.Join(fmt.Errorf("writing the rejects file: %w", err), w.Abort())
	}
	w.done = true
	if _, err := Rotate(w.path); err != nil {
		return err
	}
	tmp := w.path + ".tmp"
	if w.rows == 0 {
		if err := errors.Join(remove(tmp), remove(w.path)); err != nil {
			return err
		}
	} else if err := os.Rename(tmp, w.path); err != nil {
		return fmt.Errorf("the rejects file is complete but could not be put in its place: %w", err)
	}
	return syncDir(filepath.Dir(w.path))
}

func (w *csvRejects) sync() error {
	if err := w.out.Flush(); err != nil {
		return err
	}
	if err := w.file.Sync(); err != nil {
		return err
	}
	return w.file.Close()
}

// Abort implements RejectWriter.
func (w *csvRejects) Abort() error {
	if w.done {
		return nil
	}
	w.done = true
	w.file.Close()
	return remove(w.path + ".tmp")
}
