package csvfile

import (
	"bytes"
	"math/bits"
	"slices"
	"strings"

	"kycmigrate/internal/text"
)

// fast cuts the records that nearly every file is made of, 64 bytes at a look:
// text that need not be transcoded, delimiters of one byte, and quotes around
// whole cells, line breaks and doubled quotes inside them or not.
//
// What it cuts has the cells that the scanner would find. What is beyond it, or
// may be a fault of anything but the number of cells, it leaves untouched: the
// scanner decides.
type fast struct {
	able   bool   // it knows the dialect
	delim  uint64 // in each byte
	quote  uint64 // in each byte
	single string // a quote
	// doubles: two quotes within a cell are one. Where there is another escape the scanner
	// decides.
	doubles bool
	size    int    // bytes of the record so far
	lines   int64  // of the record so far
	inside  uint64 // every bit set: the record so far ends inside quotes
	quotes  int    // in the record so far
	ends    []int  // where in the record its cells end, but for the last
}

func newFast(form *dialect) fast {
	return fast{
		able:  form.cs.wide == 1 && len(form.delim) == 1 && !form.cr,
		delim: eachByte * uint64(form.delim[0]),
		quote: eachByte * uint64(form.quote), single: string(rune(form.quote)), doubles: form.escape == 0,
	}
}

// cutFast cuts the record that starts with a line of n bytes at the start of the
// window and steps over it, or reports false and steps over nothing.
func (p *parser) cutFast(rec *record, n int) bool {
	f := &p.fast
	if !f.able || p.places() {
		return false
	}
	f.size, f.lines, f.inside, f.quotes, f.ends = 0, 0, 0, 0, f.ends[:0]
	line := p.win.head(n)
	for {
		special := p.form.special(line)
		if !p.usual(line, special) {
			return false
		}
		f.look(p.win.head(f.size+len(line)), special || f.inside != 0)
		if f.inside == 0 {
			break
		}
		if line = p.goesOn(line); line == nil {
			return false
		}
	}
	raw := p.win.text(len(p.trimEOL(p.win.head(f.size))))
	cells := f.cells(raw, p.form.quote, p.room(rec.spare))
	if cells == nil {
		return false
	}
	rec.raw, rec.cells = raw, cells
	p.win.take()
	p.judge(rec, true)
	p.win.advance(f.size)
	p.line += f.lines
	return true
}

// goesOn returns the line behind one that ends inside quotes, or nil where that
// is none: the line break is not read as it stands, or there is no other line,
// or it may be a row of its own, see swallowed.
func (p *parser) goesOn(line []byte) []byte {
	if bytes.HasSuffix(line, []byte("\r\n")) {
		return nil
	}
	line, err := p.win.line(p.fast.size)
	if err != nil || bytes.Count(line, p.scan.delim) >= p.width-1 {
		return nil
	}
	return line
}

// usual reports whether a line of a record is text that can be taken as it is.
func (p *parser) usual(line []byte, special bool) bool {
	if special && p.form.escape != 0 && bytes.IndexByte(line, p.form.escape) >= 0 {
		return false
	}
	if p.form.cs.enc != nil && !text.IsASCII(line) {
		return false
	}
	if p.form.cs.enc == nil && p.win.isSound(p.fast.size+len(line)) {
		return true
	}
	_, ok := p.form.cs.decode(line)
	return ok
}

// look finds where cells end in the bytes of a record that were not looked at
// yet. Quotes are looked for only where there may be any.
func (f *fast) look(b []byte, quotes bool) {
	for ; f.size < len(b); f.size += blockSize {
		block, part := blockAt(b, f.size)
		delims := marks(block, f.delim) & part
		if quotes {
			found := marks(block, f.quote) & part
			inside := within(found) ^ f.inside
			f.inside = uint64(int64(inside) >> 63)
			f.quotes += bits.OnesCount64(found)
			delims &^= inside
		}
		for ; delims != 0; delims &= delims - 1 {
			f.ends = append(f.ends, f.size+bits.TrailingZeros64(delims))
		}
	}
	f.size = len(b)
	f.lines++
}

// cells makes the cells of a record, in the array behind room where it fits. It
// returns nil where a quote stands elsewhere than around a whole cell.
func (f *fast) cells(text string, quote byte, room []string) []string {
	f.ends = append(f.ends, len(text))
	cells := slices.Grow(room[:0], len(f.ends))[:len(f.ends)]
	from := 0
	if f.quotes == 0 {
		for i, to := range f.ends {
			cells[i] = text[from:to]
			from = to + 1
		}
		return cells
	}
	for i, to := range f.ends {
		cell := text[from:to]
		if last := len(cell) - 1; last > 0 && cell[0] == quote && cell[last] == quote {
			cell = cell[1:last]
			f.quotes -= 2
		}
		cells[i] = cell
		from = to + 1
	}
	if f.quotes != 0 && !(f.doubles && f.undouble(text, quote, cells)) {
		return nil
	}
	return cells
}

// undouble makes one quote of two in the cells that have such. It reports false where a quote
// stands elsewhere than around a whole cell or beside another one within.
func (f *fast) undouble(text string, quote byte, cells []string) bool {
	from := 0
	for i, to := range f.ends {
		cell := cells[i]
		if to-from == len(cell)+2 { // it stands between quotes
			if n := strings.Count(cell, f.single); n > 0 {
				one, ok := halved(cell, quote, n/2)
				if !ok {
					return false
				}
				cells[i] = one
				f.quotes -= n
			}
		}
		from = to + 1
	}
	return f.quotes == 0
}

// halved is a text with one quote for each of n pairs; false if it has another quote.
func halved(s string, quote byte, n int) (string, bool) {
	out := make([]byte, 0, len(s)-n)
	for {
		i := strings.IndexByte(s, quote)
		if i < 0 {
			return string(append(out, s...)), true
		}
		if i+1 == len(s) || s[i+1] != quote {
			return "", false
		}
		out, s = append(out, s[:i+1]...), s[i+2:]
	}
}
