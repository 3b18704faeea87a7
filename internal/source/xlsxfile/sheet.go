package xlsxfile

import (
	"errors"
	"fmt"
	"io"

	"kycmigrate/internal/source"
)

// maxColumns and maxRows are how far a sheet of Excel reaches.
const (
	maxColumns = 16384
	maxRows    = 1048576
)

// kind says what a cell holds. The values are those that Raw has.
type kind byte

const (
	kindNumber kind = 'n'
	kindShared kind = 's' // the number of a shared string
	kindText   kind = 't'
	kindBool   kind = 'b'
	kindError  kind = 'e'
	kindISO    kind = 'd' // a date as ISO 8601 writes it
)

// cell is one cell of a row as it stands in the sheet.
type cell struct {
	col      int // from 0
	style    int
	kind     kind
	formula  bool
	filled   bool // it has a value, which may be empty
	bad      bool // a character reference in it means nothing
	from, to int  // its value in the text of the row
}

// unstated reports whether the cell has a formula and not its result. Programs that do not
// compute leave the value out or empty; an empty text is a result, which nothing else is.
func (c *cell) unstated() bool {
	return c.formula && c.from == c.to && !(c.filled && c.kind == kindText)
}

// sheetRow is one row of a sheet as it stands there. It is used again.
type sheetRow struct {
	num    int64 // from 1
	hidden bool
	early  bool // it stands behind a row of its number or a higher one
	long   bool // its text is more than source.MaxRecord; it is cut
	cells  []cell
	text   []byte
}

func (r *sheetRow) value(c *cell) []byte { return r.text[c.from:c.to] }

// blank reports whether no cell has a value.
func (r *sheetRow) blank() bool {
	for i := range r.cells {
		c := &r.cells[i]
		if c.from != c.to || c.unstated() {
			return false
		}
	}
	return !r.long
}

// filled counts the cells that have a value.
func (r *sheetRow) filled() int {
	n := 0
	for i := range r.cells {
		if c := &r.cells[i]; c.from != c.to || c.unstated() {
			n++
		}
	}
	return n
}

// sheetScanner reads the rows of a sheet's XML.
type sheetScanner struct {
	x      *xmlScanner
	last   int64    // number of the row before
	inside bool     // within sheetData
	hidden [][2]int // columns that are hidden, from and to, from 0
}

func newSheetScanner(src io.Reader) (*sheetScanner, error) {
	x, err := newXMLScanner(src)
	if err != nil {
		return nil, err
	}
	return &sheetScanner{x: x}, nil
}

// next reads the next row that the sheet has an element for, io.EOF at the end.
func (s *sheetScanner) next(row *sheetRow) error {
	for {
		kind, err := s.x.next()
		if err != nil {
			return err
		}
		switch name := s.x.name; {
		case kind == tokOpen && !s.inside && string(name) == "col":
			s.hide()
		case kind == tokOpen && !s.inside:
			s.inside = string(name) == "sheetData" && !s.x.empty
		case kind == tokOpen && string(name) == "row":
			return s.row(row)
		case kind == tokOpen:
			err = s.x.skip()
		case kind == tokClose && string(name) == "sheetData":
			return io.EOF
		}
		if err != nil {
			return err
		}
	}
}

// hide takes note of hidden columns.
func (s *sheetScanner) hide() {
	first, ok := number([]byte(s.x.attr("min")))
	last, also := number([]byte(s.x.attr("max")))
	if ok && also && s.x.flag("hidden") && len(s.hidden) < maxColumns {
		s.hidden = append(s.hidden, [2]int{first - 1, last - 1})
	}
}

func (s *sheetScanner) row(row *sheetRow) error {
	*row = sheetRow{num: s.last + 1, cells: row.cells[:0], text: row.text[:0]}
	if err := s.rowAttrs(row); err != nil {
		return err
	}
	row.early = row.num <= s.last
	s.last = row.num
	if s.x.empty {
		return nil
	}
	for {
		kind, err := s.x.next()
		switch {
		case err != nil:
			return unexpected(err)
		case kind == tokClose:
			return nil
		case kind == tokOpen && string(s.x.name) == "c":
			err = s.cell(row)
		case kind == tokOpen:
			err = s.x.skip()
		}
		if err != nil {
			return err
		}
	}
}

func (s *sheetScanner) rowAttrs(row *sheetRow) error {
	for rest := s.x.attrs; ; {
		var name, value []byte
		if name, value, rest = nextAttr(rest); name == nil {
			return nil
		}
		switch string(name) {
		case "r":
			n, ok := number(value)
			if !ok || n < 1 || n > maxRows {
				return fmt.Errorf("the row behind row %d has a number that no sheet has; open it in Excel and save it again", s.last)
			}
			row.num = int64(n)
		case "hidden":
			row.hidden = isTrue(value)
		}
	}
}

var errCellName = errors.New("a cell has a name that no sheet has; open the workbook in Excel and save it again")

// cell reads one cell and adds it to the row where it holds something.
func (s *sheetScanner) cell(row *sheetRow) error {
	c := cell{kind: kindNumber, from: len(row.text)}
	if n := len(row.cells); n > 0 {
		c.col = row.cells[n-1].col + 1
	}
	if err := s.cellAttrs(&c); err != nil {
		return fmt.Errorf("row %d: %w", row.num, err)
	}
	if !s.x.empty {
		if err := s.cellBody(row, &c); err != nil {
			return err
		}
	}
	c.to = len(row.text)
	if c.kind == kindText && c.from != c.to {
		row.text = unescape(row.text, c.from)
		c.to = len(row.text)
	}
	if len(row.text) > source.MaxRecord {
		row.long = true
	}
	if len(row.cells) >= maxColumns {
		return fmt.Errorf("row %d: %w", row.num, errCellName)
	}
	row.cells = append(row.cells, c) // empty ones too: the next may have no name
	return nil
}

func (s *sheetScanner) cellAttrs(c *cell) error {
	for rest := s.x.attrs; ; {
		var name, value []byte
		if name, value, rest = nextAttr(rest); name == nil {
			if c.col >= maxColumns {
				return errCellName
			}
			return nil
		}
		switch string(name) {
		case "r":
			col, ok := column(value)
			if !ok {
				return errCellName
			}
			c.col = col
		case "s":
			c.style, _ = number(value)
		case "t":
			c.kind = kindOf(value)
		}
	}
}

// kindOf is what the type of a cell says.
func kindOf(t []byte) kind {
	switch string(t) {
	case "s":
		return kindShared
	case "str", "inlineStr":
		return kindText
	case "b":
		return kindBool
	case "e":
		return kindError
	case "d":
		return kindISO
	}
	return kindNumber
}

func (s *sheetScanner) cellBody(row *sheetRow, c *cell) error {
	for {
		kind, err := s.x.next()
		switch {
		case err != nil:
			return unexpected(err)
		case kind == tokClose:
			return nil
		case kind != tokOpen:
			continue
		}
		good := true
		switch string(s.x.name) {
		case "v":
			c.filled = true
			row.text = row.text[:c.from]
			row.text, good, err = s.x.content(row.text, source.MaxRecord)
		case "is":
			c.filled, c.kind = true, kindText
			row.text = row.text[:c.from]
			row.text, good, err = s.x.rich(row.text, source.MaxRecord)
		case "f":
			c.formula = true
			err = s.x.skip()
		default:
			err = s.x.skip()
		}
		if err != nil {
			return err
		}
		c.bad = c.bad || !good
	}
}

// number reads a small whole number.
func number(s []byte) (int, bool) {
	if len(s) == 0 || len(s) > 9 {
		return 0, false
	}
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// column reads the letters of a cell's name: 0 of "A17".
func column(ref []byte) (int, bool) {
	n, i := 0, 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	if _, ok := number(ref[i:]); !ok || n < 1 || n > maxColumns {
		return 0, false
	}
	return n - 1, true
}

// columnName is the letters of a column from 0.
func columnName(col int) string {
	var name []byte
	for n := col + 1; n > 0; n = (n - 1) / 26 {
		name = append([]byte{byte('A' + (n-1)%26)}, name...)
	}
	return string(name)
}
