package csvfile

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// keptOfLongLine is how much of a line over source.MaxRecord is kept as its Raw.
const keptOfLongLine = 4 << 10

// record is one record of a file, good or not.
type record struct {
	spare []string // whose array the cells may take
	line  int64    // physical line it starts on, from 1
	raw   string   // its bytes without the last line break
	cells []string // by column of the file; set beside a fault where they could be told apart
	pos   []int    // where each cell starts in the decoded text, where asked for
	fault *kyc.Issue
}

// parser cuts the bytes of one file into records.
type parser struct {
	win    *window
	cs     *charset
	comma  byte
	quotes bool    // double quotes have their meaning
	width  int     // cells of the header; 0 while the header itself is read
	layout *layout // of the file; nil while the header itself is read
	line   int64
	csv    *csv.Reader
	feed   *lineFeed
}

func newParser(win *window, cs *charset, comma byte, quotes bool) *parser {
	win.wide, win.big = cs.wide, cs.big
	p := &parser{win: win, cs: cs, comma: comma, quotes: quotes, line: 1}
	p.feed = &lineFeed{win: win, cs: cs}
	p.csv = csv.NewReader(p.feed)
	p.csv.Comma = rune(comma)
	p.csv.FieldsPerRecord = -1
	return p
}

// next reads the next record into rec, without reject cells. It returns io.EOF
// after the last.
func (p *parser) next(rec *record) error {
	if err := p.read(rec); err != nil {
		return err
	}
	if p.layout != nil && p.layout.drops() {
		p.layout.strip(rec, p)
	}
	return nil
}

// places reports whether it must be known where in a record its cells stand.
func (p *parser) places() bool { return p.layout == nil || p.layout.drops() }

// read reads the next record into rec as it stands in the file.
func (p *parser) read(rec *record) error {
	for {
		line, err := p.win.line(0)
		if errors.Is(err, errLongLine) {
			return p.longLine(rec)
		}
		if err != nil {
			return err
		}
		body := p.cs.trimEOL(line)
		if len(body) == 0 {
			p.win.advance(len(line))
			p.line++
			continue
		}
		*rec = record{line: p.line, spare: rec.spare}
		if p.quotes && bytes.IndexByte(body, '"') >= 0 && !p.simple(rec, body) {
			return p.quoted(rec, len(line))
		}
		if rec.cells == nil {
			p.plain(rec, body)
		}
		p.win.advance(len(line))
		p.line++
		return nil
	}
}

// plain splits a line that holds no quote.
func (p *parser) plain(rec *record, body []byte) {
	rec.raw = string(body)
	text, ok := p.cs.decode(body)
	if len(text) == len(body) && p.cs.wide == 1 && p.sameText(text, body) {
		rec.cells = p.split(rec.raw, rec.spare)
	} else {
		rec.cells = p.split(string(text), rec.spare)
	}
	if p.places() {
		rec.pos = startsOf(rec.cells)
	}
	p.judge(rec, ok)
}

// simple splits a line of ASCII or UTF-8 whose quotes stand around whole cells
// and nowhere else. It declines every other line, for encoding/csv to judge.
func (p *parser) simple(rec *record, body []byte) bool {
	text, ok := p.cs.decode(body)
	if p.places() || p.cs.wide != 1 || !p.sameText(text, body) {
		return false
	}
	raw := string(body)
	cells := p.room(rec.spare)
	for rest, more := raw, true; more; {
		var cell string
		if cell, rest, more = p.cell(rest); len(cell) > 0 && cell[0] == '"' {
			return false
		}
		cells = append(cells, cell)
	}
	rec.raw, rec.cells = raw, cells
	p.judge(rec, ok)
	return true
}

// cell takes the first cell off a line and tells whether there is another. A
// cell it cannot vouch for it returns with a quote in front.
func (p *parser) cell(line string) (cell, rest string, more bool) {
	const doubtful = `"`
	if len(line) > 0 && line[0] == '"' {
		end := strings.IndexByte(line[1:], '"') + 1
		switch {
		case end == 0, end+1 < len(line) && line[end+1] != p.comma:
			return doubtful, "", false
		case end+1 == len(line):
			return line[1:end], "", false
		}
		return line[1:end], line[end+2:], true
	}
	end := strings.IndexByte(line, p.comma)
	if end < 0 {
		end = len(line)
	}
	if strings.IndexByte(line[:end], '"') >= 0 {
		return doubtful, "", false
	}
	if end == len(line) {
		return line, "", false
	}
	return line[:end], line[end+1:], true
}

// sameText reports whether decode gave its argument back.
func (p *parser) sameText(text, body []byte) bool {
	return len(body) == 0 || &text[0] == &body[0]
}

// split cuts a line into cells, in the array behind spare where it fits.
func (p *parser) split(text string, spare []string) []string {
	if p.width == 0 {
		return strings.Split(text, string(rune(p.comma)))
	}
	cells := p.room(spare)
	for {
		i := strings.IndexByte(text, p.comma)
		if i < 0 {
			return append(cells, text)
		}
		cells = append(cells, text[:i])
		text = text[i+1:]
	}
}

// room is spare, or an array of its own where a row does not fit in it.
func (p *parser) room(spare []string) []string {
	if cap(spare) < p.width {
		return make([]string, 0, p.width)
	}
	return spare
}

// startsOf returns where each cell of a line without quotes starts.
func startsOf(cells []string) []int {
	pos := make([]int, len(cells))
	at := 0
	for i, c := range cells {
		pos[i] = at
		at += len(c) + 1
	}
	return pos
}

// quoted reads a record that has a quote on its first line, first bytes long.
func (p *parser) quoted(rec *record, first int) error {
	p.feed.begin()
	cells, err := p.csv.Read()
	if p.feed.err != nil {
		return p.feed.err
	}
	switch {
	case err == nil && !p.swallowed(cells):
		p.whole(rec, cells)
	case err == nil:
		p.firstLine(rec, first, faultQuote("a quote is opened here and closed only after whole rows"))
	default:
		return p.broken(rec, first, err)
	}
	return nil
}

func (p *parser) broken(rec *record, first int, err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return err
	}
	p.firstLine(rec, first, quoteFault(parse, p.feed.capped))
	return nil
}

// whole takes everything that was fed as one record.
func (p *parser) whole(rec *record, cells []string) {
	f := p.feed
	fed := p.win.buf[p.win.start : p.win.start+f.off]
	rec.raw = string(p.cs.trimEOL(fed))
	rec.cells = cells
	if p.places() {
		rec.pos = p.fieldStarts(len(cells))
	}
	p.judge(rec, f.ok)
	p.win.advance(f.off)
	p.line += int64(len(f.starts))
}

func (p *parser) fieldStarts(n int) []int {
	pos := make([]int, n)
	first, _ := p.csv.FieldPos(0)
	for i := range pos {
		line, col := p.csv.FieldPos(i)
		pos[i] = p.feed.starts[line-first] + col - 1
	}
	return pos
}

// firstLine gives up the physical line at the start of the window; reading
// goes on behind it.
func (p *parser) firstLine(rec *record, n int, fault *kyc.Issue) {
	body := p.cs.trimEOL(p.win.buf[p.win.start : p.win.start+n])
	rec.raw = string(body)
	rec.fault = fault
	if _, ok := p.cs.decode(body); !ok {
		rec.fault = faultEncoding(p.cs.name)
	}
	p.win.advance(n)
	p.line++
}

// longLine gives up a line that is longer than source.MaxRecord.
func (p *parser) longLine(rec *record) error {
	head, err := p.win.peek(keptOfLongLine)
	if err != nil {
		return err
	}
	*rec = record{line: p.line, raw: string(p.wholeChars(head)), fault: faultTooLong()}
	p.line++
	return p.win.skipLine()
}

// wholeChars cuts an incomplete character off the end of head.
func (p *parser) wholeChars(head []byte) []byte {
	if p.cs.wide == 2 {
		return head[:len(head)&^1]
	}
	for cut := range utf8.UTFMax {
		if _, ok := p.cs.decode(head[:len(head)-cut]); ok {
			return head[:len(head)-cut]
		}
	}
	return head
}

// judge sets the fault of a record that was cut out whole.
func (p *parser) judge(rec *record, ok bool) {
	switch {
	case !ok:
		rec.fault = faultEncoding(p.cs.name)
	case p.width > 0 && len(rec.cells) != p.width:
		rec.fault = faultRagged(len(rec.cells), p.width)
	}
}

// swallowWidth is the least number of columns at which a line inside a quoted
// value that splits into just as many cells is taken for a row: an address of
// several lines does not have that many commas.
const swallowWidth = 8

// swallowed reports whether a record of several lines has taken in a line that
// is a row by itself, as happens when a quote is opened and never closed. (The
// price: a value that quotes a whole row of its own file is a fault.)
func (p *parser) swallowed(cells []string) bool {
	f := p.feed
	if len(f.starts) < 2 || p.width < 2 {
		return false
	}
	if len(cells) == p.width && p.width < swallowWidth {
		return false
	}
	for i := 1; i < len(f.starts); i++ {
		if p.isRow(f.textOf(i)) {
			return true
		}
	}
	return false
}

// isRow reports whether a line read alone is as wide as the header and, in a
// rejects file, has reject cells.
func (p *parser) isRow(line []byte) bool {
	if bytes.Count(line, []byte{p.comma}) < p.width-1 {
		return false
	}
	cells := p.cellsOf(line)
	if len(cells) != p.width {
		return false
	}
	return p.layout == nil || p.layout.code < 0 || codesOf.MatchString(cells[p.layout.code])
}

// cellsOf returns the cells of a line read alone, nil where it is not a record.
func (p *parser) cellsOf(line []byte) []string {
	r := csv.NewReader(bytes.NewReader(line))
	r.Comma, r.FieldsPerRecord = rune(p.comma), -1
	cells, err := r.Read()
	if err != nil {
		return nil
	}
	return cells
}

// unwrap reads a record out of the bytes that stood in one cell of a rejects
// file.
func (p *parser) unwrap(rec *record, body []byte, code string) {
	line := rec.line
	if code == source.CodeTooLong {
		*rec = record{line: line, raw: string(body), fault: faultTooLong()}
		return
	}
	alone := newParser(newWindow(bytes.NewReader(p.cs.encode(bytes.Clone(body), "\r\n")), len(body)+8), p.cs, p.comma, p.quotes)
	alone.width = len(p.layout.Keep)
	var more record
	err := alone.read(rec)
	if err != nil || alone.read(&more) != io.EOF {
		*rec = record{raw: string(body), fault: faultQuote("the cell holds more than one row")}
	}
	rec.line = line
}
