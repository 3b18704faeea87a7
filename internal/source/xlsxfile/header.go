package xlsxfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/source"
)

// How far the header is looked for.
const (
	headerRows  = 64
	headerBytes = 4 << 20
	spannedRows = 8 // above the header, for names that stand over several rows
)

// layout says which cells of a sheet's rows are the source's own.
type layout struct {
	*source.Header
	row     int64 // where the header stands
	width   int   // columns up to the last that has a name
	own     []int // by column of the sheet: its place among Columns, -1 where it is a reject column
	dropped int   // reject columns
	code    int   // column of _error_code, -1 where there is none
	asked   []bool
}

// newLayout makes a layout of the cells of a header. asked are the columns that
// the caller is going to read, nil for all.
func newLayout(cells []string, row int64, asked []string) *layout {
	h := source.NewHeader(cells)
	l := &layout{Header: h, row: row, width: len(cells), own: make([]int, len(cells))}
	l.dropped = l.width - len(h.Keep)
	l.code = slices.Index(h.Names, source.RejectColumns()[source.RejectCode])
	for i := range l.own {
		l.own[i] = -1
	}
	for i, col := range h.Keep {
		l.own[col] = i
		l.asked = append(l.asked, asked == nil || slices.Contains(asked, h.Columns[i]))
	}
	return l
}

// place is a cell's place among the source's own columns; those behind the
// header count on.
func (l *layout) place(col int) int {
	if col < l.width {
		return l.own[col]
	}
	return col - l.dropped
}

// isAsked reports whether the caller reads a column. own is a place.
func (l *layout) isAsked(own int) bool { return own < len(l.asked) && l.asked[own] }

// column is the name of a place, "" behind the header.
func (l *layout) column(own int) string {
	if own < len(l.Columns) {
		return l.Columns[own]
	}
	return ""
}

var errEmptySheet = errors.New("the sheet holds nothing; an XLSX source needs a row with the names of the columns")

// findHeader reads as far as the header.
func (f *sheetFile) findHeader(spec *source.Spec, opts options) error {
	if opts.header > 0 {
		return f.headerAt(opts.header, spec.Columns)
	}
	rows, err := f.lookAhead()
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return errEmptySheet
	}
	cells := make([][]string, len(rows))
	for i := range rows {
		if cells[i], err = f.texts(&rows[i]); err != nil {
			return err
		}
	}
	at := withColumns(cells, spec.Columns)
	names := func(i int) ([]string, error) { return f.spanned(rows[i].num, rows[:i], cells) }
	for i := 1; at < 0 && i < len(rows) && len(spec.Columns) > 0; i++ {
		list, err := names(i)
		if err != nil {
			return err
		}
		if withColumns([][]string{list}, spec.Columns) == 0 {
			at = i
		}
	}
	if f.byColumns = at >= 0; !f.byColumns {
		at = likeliest(rows, cells)
		if at+2 < len(rows) {
			below, err := names(at + 1)
			if err != nil {
				return err
			}
			if source.GroupTitles(cells[at], below) && valuesBelow(below, cells[at+2:]) {
				at++
			}
		}
	}
	if at > 0 {
		f.notes = append(f.notes, fmt.Sprintf("the header is row %d; what stands above it is not read: state the row with the option header where that is wrong", rows[at].num))
	}
	f.ahead = rows[at+1:]
	header, err := names(at)
	if err != nil {
		return err
	}
	return f.take(header, rows[at].num, spec.Columns)
}

// spanned are the cells of a row, with what stands above it in cells that are merged with
// one of its own: a name over two rows. cells are those of the rows before it, and its own.
func (f *sheetFile) spanned(num int64, before []sheetRow, cells [][]string) ([]string, error) {
	own := cells[len(before)]
	if len(before) == 0 || !overEmpty(cells[:len(before)], own) {
		return own, nil
	}
	if f.merges == nil {
		if err := f.survey(); err != nil {
			return nil, err
		}
	}
	own = slices.Clone(own)
	for _, m := range f.merges.list {
		if int64(m.top) >= num {
			break // those that begin below it
		}
		at := slices.IndexFunc(before, func(r sheetRow) bool { return r.num == int64(m.top) })
		if int64(m.bottom) != num || m.left != m.right || at < 0 || int(m.left) >= len(cells[at]) {
			continue
		}
		for len(own) <= int(m.left) {
			own = append(own, "")
		}
		if own[m.left] == "" {
			own[m.left] = cells[at][m.left]
		}
	}
	return own, nil
}

// overEmpty reports whether something stands above an empty cell of a row.
func overEmpty(above [][]string, own []string) bool {
	return slices.ContainsFunc(above, func(cells []string) bool {
		for i, text := range cells {
			if text != "" && (i >= len(own) || own[i] == "") {
				return true
			}
		}
		return false
	})
}

// valuesBelow reports whether texts look like names over values: none of them is an
// address or a number, and under one without digits nearly all values have some.
func valuesBelow(names []string, rows [][]string) bool {
	const nearly = 80 // of a hundred
	for i, name := range names {
		if strings.Contains(name, "@") || name != "" && strings.Trim(name, "0123456789.,:/- ") == "" {
			return false
		}
		n, like := 0, 0
		for _, cells := range rows {
			if i < len(cells) && cells[i] != "" {
				n++
				if strings.ContainsAny(cells[i], "0123456789@") {
					like++
				}
			}
		}
		if n > 1 && like*100 >= n*nearly && !strings.ContainsAny(name, "0123456789") {
			return true
		}
	}
	return false
}

// headerAt takes the row that the operator named.
func (f *sheetFile) headerAt(num int64, asked []string) error {
	var before []sheetRow
	var above [][]string
	for {
		err := f.scanned(&f.row)
		switch {
		case err == io.EOF, err == nil && f.row.num > num:
			return fmt.Errorf("row %d, which the option header names, is empty", num)
		case err != nil:
			return err
		case f.row.num == num:
			cells, err := f.texts(&f.row)
			if err != nil {
				return err
			}
			if cells, err = f.spanned(num, before, append(above, cells)); err != nil {
				return err
			}
			return f.take(cells, num, asked)
		case num-f.row.num <= spannedRows:
			cells, err := f.texts(&f.row)
			if err != nil {
				return err
			}
			before, above = append(before, sheetRow{num: f.row.num}), append(above, cells)
		}
	}
}

// take makes the layout of the header's cells.
func (f *sheetFile) take(cells []string, num int64, asked []string) error {
	for i, name := range cells {
		if !utf8.ValidString(name) || strings.IndexByte(name, 0) >= 0 {
			return fmt.Errorf("the name of column %s, in row %d, has bytes that are not valid UTF-8, or a NUL: write it anew", columnName(i), num)
		}
	}
	f.layout = newLayout(cells, num, asked)
	if len(f.layout.Keep) == 0 {
		return fmt.Errorf("row %d has only the columns of a rejects file and none of a source", num)
	}
	for _, span := range f.scan.hidden {
		for i, col := range f.layout.Keep {
			if col >= span[0] && col <= span[1] {
				f.notes = append(f.notes, fmt.Sprintf("column %s (%q) is hidden in Excel; it is read like the others", columnName(col), f.layout.Columns[i]))
			}
		}
	}
	return nil
}

// lookAhead reads the first rows that hold something.
func (f *sheetFile) lookAhead() ([]sheetRow, error) {
	var rows []sheetRow
	for size := 0; len(rows) < headerRows && size < headerBytes; {
		err := f.scanned(&f.row)
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		kept := f.row
		kept.cells, kept.text = slices.Clone(kept.cells), bytes.Clone(kept.text)
		rows = append(rows, kept)
		size += len(kept.text) + len(kept.cells)*64
	}
	return rows, nil
}

// texts are the cells of a row up to the last that holds something.
func (f *sheetFile) texts(row *sheetRow) ([]string, error) {
	var cells []string
	for i := range row.cells {
		c := &row.cells[i]
		v, err := f.resolve(row, c)
		if err != nil {
			return nil, err
		}
		text, _ := f.appendCell(nil, c, v, f.format(c.style))
		if len(strings.TrimSpace(string(text))) == 0 {
			continue
		}
		for len(cells) <= c.col {
			cells = append(cells, "")
		}
		cells[c.col] = string(text)
	}
	return cells, nil
}

// withColumns finds the first row that has all the columns that are asked for,
// -1 where there is none.
func withColumns(rows [][]string, asked []string) int {
	if len(asked) == 0 {
		return -1
	}
	return slices.IndexFunc(rows, func(cells []string) bool {
		columns := source.NewHeader(cells).Columns
		return !slices.ContainsFunc(asked, func(name string) bool { return !slices.Contains(columns, name) })
	})
}

// likeliest finds the row that looks like a header: nearly as wide as the
// widest, where a title or a date of the export has one or two cells, and made
// of texts.
func likeliest(rows []sheetRow, cells [][]string) int {
	widest := 0
	for i := range cells {
		widest = max(widest, filled(cells[i]))
	}
	wide := func(i int) bool { return filled(cells[i])*10 >= widest*6 }
	first := 0
	for i := len(rows) - 1; i >= 0; i-- {
		if wide(i) {
			first = i
		}
	}
	for i := range rows {
		if wide(i) && textual(&rows[i])*2 >= filled(cells[i]) {
			return i
		}
	}
	return first
}

func filled(cells []string) int {
	n := 0
	for _, c := range cells {
		if c != "" {
			n++
		}
	}
	return n
}

// textual counts the cells that are texts.
func textual(row *sheetRow) int {
	n := 0
	for i := range row.cells {
		if k := row.cells[i].kind; (k == kindText || k == kindShared) && row.cells[i].from != row.cells[i].to {
			n++
		}
	}
	return n
}

// isRejects reports whether a sheet is that of a rejects file.
func (f *sheetFile) isRejects(w *workbook, s *sheetInfo) bool {
	part, err := w.open(s.part)
	if err != nil {
		return false
	}
	defer part.Close()
	scan, err := newSheetScanner(part)
	var row sheetRow
	for n := 0; err == nil && n < headerRows; n++ {
		if err = scan.next(&row); err != nil {
			return false
		}
		if cells, err := f.texts(&row); err == nil && hasRejectColumns(cells) {
			return true
		}
	}
	return false
}

// hasRejectColumns reports whether a header is that of a rejects file.
func hasRejectColumns(cells []string) bool {
	return !slices.ContainsFunc(source.RejectColumns(), func(name string) bool { return !slices.Contains(cells, name) })
}
