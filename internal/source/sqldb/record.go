package sqldb

import (
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/text"
)

// pieceSize is how much text short rows share one allocation with: who keeps a
// cell keeps no more than that.
const pieceSize = 2 << 10

// record is one row on its way: a line of CSV, and the text of each cell. Both
// come to stand in one string, which is part of one that several rows share.
type record struct {
	line  []byte // the row as a line of CSV, without its end
	apart []byte // texts of the cells that the line holds in quotes
	cells []place
	size  int64 // bytes of the cells
	marks byte  // of all cells
	piece strings.Builder
}

// place is where the text of a cell stands.
type place struct {
	from, to int
	apart    bool
}

// What a byte means for its cell.
const (
	markQuote   = 1 << iota // the cell must stand in quotes
	markForeign             // not ASCII
	markNUL                 // no text has it
	markInvalid             // found to be no UTF-8
)

var byteMarks = func() (marks [256]byte) {
	for b := range marks {
		switch {
		case b == 0:
			marks[b] = markNUL
		case b == '"', b == ',', b == '\n', b == '\r':
			marks[b] = markQuote
		case b >= utf8.RuneSelf:
			marks[b] = markForeign
		}
	}
	return marks
}()

// marksOf returns the marks of all bytes of a cell.
func marksOf(cell []byte) (marks byte) {
	if len(cell) < text.OctetSize {
		return exactMarks(cell)
	}
	for at := 0; at < len(cell); at += text.OctetSize {
		eight := cell[min(at, len(cell)-text.OctetSize):][:text.OctetSize] // the last ones may overlap
		o := text.Octets(binary.LittleEndian.Uint64(eight))
		foreign := o.Foreign()
		if foreign != 0 {
			marks |= markForeign
		}
		if (o^foreign).Below(','+1)&^foreign != 0 { // no other mark is above the comma
			marks |= exactMarks(eight)
		}
	}
	return marks
}

func exactMarks(cell []byte) (marks byte) {
	for _, b := range cell {
		marks |= byteMarks[b]
	}
	return marks
}

func (r *record) reset() {
	r.line, r.apart, r.cells, r.size, r.marks = r.line[:0], r.apart[:0], r.cells[:0], 0, 0
}

// begin starts a cell; its text is to be appended to line, and end called with
// where it starts.
func (r *record) begin() int {
	if len(r.cells) > 0 {
		r.line = append(r.line, ',')
	}
	return len(r.line)
}

// null ends a cell without a value: it stands empty and without quotes.
func (r *record) null(from int) { r.cells = append(r.cells, place{from, from, false}) }

// end ends a cell with the text that was appended.
func (r *record) end(from int) {
	cell := r.line[from:]
	r.size += int64(len(cell))
	marks := marksOf(cell)
	if marks&markForeign != 0 && !utf8.Valid(cell) {
		marks |= markInvalid
	}
	r.marks |= marks
	if len(cell) > 0 && marks&markQuote == 0 {
		r.cells = append(r.cells, place{from, len(r.line), false})
		return
	}
	start := len(r.apart)
	r.apart = append(r.apart, cell...)
	r.cells = append(r.cells, place{start, len(r.apart), true})
	r.line = appendQuoted(r.line[:from], r.apart[start:])
}

// take returns the line, and the cells in the array behind spare where they fit.
func (r *record) take(spare []string) (line string, cells []string) {
	if cap(spare) < len(r.cells) {
		spare = make([]string, 0, len(r.cells))
	}
	n := len(r.line)
	r.line = append(r.line, r.apart...)
	text := r.text()
	for _, c := range r.cells {
		if c.apart {
			c.from, c.to = c.from+n, c.to+n
		}
		spare = append(spare, text[c.from:c.to])
	}
	r.line = r.line[:n]
	return text[:n], spare
}

// text returns what stands in line.
func (r *record) text() string {
	n := len(r.line)
	if n > pieceSize/4 {
		return string(r.line)
	}
	if r.piece.Cap()-r.piece.Len() < n {
		r.piece.Reset()
		r.piece.Grow(pieceSize)
	}
	r.piece.Write(r.line)
	return r.piece.String()[r.piece.Len()-n:]
}

// appendQuoted appends a text in quotes, as RFC 4180 has it.
func appendQuoted(dst, text []byte) []byte {
	dst = append(dst, '"')
	for _, b := range text {
		if b == '"' {
			dst = append(dst, '"')
		}
		dst = append(dst, b)
	}
	return append(dst, '"')
}

// appendCell appends a text as a cell, in quotes where it needs them.
func appendCell(dst []byte, text string) []byte {
	if strings.ContainsAny(text, "\",\r\n") {
		return appendQuoted(dst, []byte(text))
	}
	return append(dst, text...)
}
