package csvfile

import (
	"bytes"
	"errors"
	"fmt"
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
	at    int64    // byte of the file it starts at
	raw   string   // its bytes without the last line break
	cells []string // by column of the file; set beside a fault where they could be told apart
	pos   []int    // where each cell starts in the decoded text, where asked for
	fault *kyc.Issue
}

// parser cuts the bytes of one file into records.
type parser struct {
	win    *window
	form   dialect
	wide   int     // bytes of a delimiter in the file
	width  int     // cells of the header; 0 while the header itself is read
	layout *layout // of the file; nil while the header itself is read
	line   int64
	scan   scanner
	feed   lineFeed
	fast   fast
}

func newParser(win *window, form dialect) *parser {
	win.wide, win.big, win.cr = form.cs.wide, form.cs.big, form.cr
	p := &parser{win: win, form: form, line: 1}
	p.wide = len(form.cs.encode(nil, form.delim))
	p.scan = newScanner(&p.form)
	p.fast = newFast(&p.form)
	p.feed.win, p.feed.cs = win, form.cs
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
		switch {
		case err == nil:
		case errors.Is(err, errLongLine):
			return p.longLine(rec)
		default:
			return err
		}
		n := len(line)
		if len(p.trimEOL(line)) == 0 {
			p.skip(n)
			continue
		}
		*rec = record{line: p.line, at: p.win.offset(), spare: rec.spare}
		switch {
		case p.cutFast(rec, n):
			return nil
		case p.form.special(p.win.head(n)):
			return p.cut(rec, n)
		}
		p.plain(rec, n)
		return nil
	}
}

// skip leaves the physical line at the start of the window, n bytes long.
func (p *parser) skip(n int) {
	p.win.advance(n)
	p.line++
}

// pass steps over the bytes of a first line that is no record.
func (p *parser) pass(line []byte) error {
	if len(line) == 0 {
		return nil
	}
	if _, err := p.win.peek(len(line)); err != nil {
		return err
	}
	p.skip(len(line))
	return nil
}

// passTo steps over physical lines up to the one with the given number.
func (p *parser) passTo(line int64) error {
	for p.line < line {
		text, err := p.win.line(0)
		switch {
		case errors.Is(err, errLongLine):
			err = p.win.skipLine()
			p.line++
		case err == nil:
			p.skip(len(text))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// trimEOL cuts the line break off a physical line.
func (p *parser) trimEOL(line []byte) []byte { return p.form.cs.trimEOL(line) }

// plain splits the line at the start of the window, n bytes long, which has no
// grammar but its delimiters.
func (p *parser) plain(rec *record, n int) {
	body := p.trimEOL(p.win.head(n))
	rec.raw = string(body)
	text, ok := p.form.cs.decode(body)
	whole := rec.raw
	if !sameText(text, body) {
		whole = string(text)
	}
	rec.cells = p.split(whole, rec.spare)
	if p.places() {
		rec.pos = p.startsOf(rec.cells)
	}
	p.judge(rec, ok)
	p.skip(n)
}

// sameText reports whether decode gave its argument back.
func sameText(text, body []byte) bool {
	return len(text) == len(body) && (len(body) == 0 || &text[0] == &body[0])
}

// split cuts a line into cells, in the array behind spare where it fits.
func (p *parser) split(text string, spare []string) []string {
	cells := p.room(spare)
	for {
		i := strings.Index(text, p.form.delim)
		if i < 0 {
			return append(cells, text)
		}
		cells = append(cells, text[:i])
		text = text[i+len(p.form.delim):]
	}
}

// room is spare, or an array of its own where a row does not fit in it.
func (p *parser) room(spare []string) []string {
	if cap(spare) < p.width || cap(spare) == 0 {
		return make([]string, 0, max(p.width, 8))
	}
	return spare[:0]
}

// startsOf returns where each cell of a line without quotes starts.
func (p *parser) startsOf(cells []string) []int {
	pos := make([]int, len(cells))
	at := 0
	for i, c := range cells {
		pos[i] = at
		at += len(c) + len(p.form.delim)
	}
	return pos
}

// cut reads a record whose first line, n bytes long, holds quotes or escapes.
func (p *parser) cut(rec *record, n int) error {
	body := p.trimEOL(p.win.head(n))
	text, ok := p.form.cs.decode(body)
	p.scan.begin()
	switch v := p.scan.scan(text); v {
	case whole:
		rec.raw = string(body)
		all := rec.raw
		if !sameText(text, body) {
			all = string(text)
		}
		p.take(rec, all, ok)
		p.skip(n)
	case unclosed:
		return p.lines(rec, n)
	default:
		p.firstLine(rec, n, p.misquoted(v))
	}
	return nil
}

// lines reads a record of several lines.
func (p *parser) lines(rec *record, first int) error {
	p.feed.begin()
	p.scan.begin()
	for {
		text, err := p.feed.more()
		switch {
		case err == io.EOF || errors.Is(err, errLongLine):
			p.firstLine(rec, first, faultUnclosed(err))
			return nil
		case err != nil:
			return err
		}
		switch v := p.scan.scan(text); {
		case v == whole && p.swallowed(len(p.scan.cells)):
			p.firstLine(rec, first, faultQuote("a quote is opened here and closed only after whole rows"))
			return nil
		case v == whole:
			p.whole(rec)
			return nil
		case v != unclosed:
			p.firstLine(rec, first, p.misquoted(v))
			return nil
		}
	}
}

// misquoted says what is wrong with a record.
func (p *parser) misquoted(v verdict) *kyc.Issue {
	if v == bare {
		return faultQuote("a quote stands inside a value that does not begin with one")
	}
	return faultQuote("a quote is opened here and not closed, or closed before the end of its value")
}

// whole takes everything that was fed as one record.
func (p *parser) whole(rec *record) {
	f := &p.feed
	rec.raw = string(p.trimEOL(p.win.head(f.off)))
	p.take(rec, string(f.body()), f.ok)
	p.win.advance(f.off)
	p.line += int64(len(f.starts))
}

// take makes the cells that were scanned in text those of the record.
func (p *parser) take(rec *record, text string, ok bool) {
	rec.cells = p.scan.values(text, p.room(rec.spare))
	if p.places() {
		rec.pos = p.scan.starts()
	}
	p.judge(rec, ok)
}

// firstLine gives up the physical line at the start of the window; reading
// goes on behind it.
func (p *parser) firstLine(rec *record, n int, fault *kyc.Issue) {
	body := p.trimEOL(p.win.head(n))
	rec.raw = string(body)
	rec.fault = fault
	if _, ok := p.form.cs.decode(body); !ok {
		rec.fault = faultEncoding(p.form.cs.name)
	}
	p.skip(n)
}

// longLine gives up a line that is longer than source.MaxRecord.
func (p *parser) longLine(rec *record) error {
	head, err := p.win.peek(keptOfLongLine)
	if err != nil {
		return err
	}
	*rec = record{line: p.line, at: p.win.offset(), raw: string(p.wholeChars(head)), fault: faultTooLong(), spare: rec.spare}
	p.line++
	return p.win.skipLine()
}

// wholeChars cuts an incomplete character off the end of head.
func (p *parser) wholeChars(head []byte) []byte {
	if p.form.cs.wide == 2 {
		return head[:len(head)&^1]
	}
	for cut := range utf8.UTFMax {
		if _, ok := p.form.cs.decode(head[:len(head)-cut]); ok {
			return head[:len(head)-cut]
		}
	}
	return head
}

// judge sets the fault of a record that was cut out whole.
func (p *parser) judge(rec *record, ok bool) {
	switch {
	case !ok:
		rec.fault = faultEncoding(p.form.cs.name)
	case p.width > 1 && allBlank(rec.cells):
		rec.fault = faultBlank()
	case p.width > 0 && len(rec.cells) != p.width:
		rec.fault = faultRagged(len(rec.cells), p.width, &p.form)
	}
}

// allBlank reports whether no cell holds anything but space.
func allBlank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// swallowWidth is the least number of columns at which a line inside a quoted
// value that splits into just as many cells is taken for a row: an address of
// several lines does not have that many commas.
const swallowWidth = 8

// swallowed reports whether a record of several lines has taken in a line that
// is a row by itself, as happens when a quote is opened and never closed. (The
// price: a value that quotes a whole row of its own file is a fault.) The columns
// that count are the source's own, so that a rejects file is read as its source is.
func (p *parser) swallowed(cells int) bool {
	f := &p.feed
	if !p.scan.spans || p.width < 2 {
		return false
	}
	if cells == p.width && p.own() < swallowWidth {
		return false
	}
	for i := 1; i < len(f.starts); i++ {
		if p.isRow(f.textOf(i)) {
			return true
		}
	}
	return false
}

// own is how many columns of the file are the source's own.
func (p *parser) own() int {
	if p.layout == nil {
		return p.width
	}
	return len(p.layout.Keep)
}

// isRow reports whether a line read alone is as wide as the header and, in a
// rejects file, has reject cells.
func (p *parser) isRow(line []byte) bool {
	if bytes.Count(line, []byte(p.form.delim)) < p.width-1 {
		return false
	}
	cells := p.form.cells(bytes.TrimRight(line, "\r\n"))
	if len(cells) != p.width {
		return false
	}
	return p.layout == nil || p.layout.code < 0 || codesOf.MatchString(cells[p.layout.code])
}

// unwrap reads a record out of the bytes that stood in one cell of a rejects
// file.
func (p *parser) unwrap(rec *record, body []byte, code string) {
	line, at := rec.line, rec.at
	switch {
	case code == source.CodeTooLong:
		*rec = record{raw: string(body), fault: faultTooLong()}
	case p.form.wrapped != nil:
		p.unwrapAsSource(rec, body)
	default:
		p.alone(rec, body, p.form)
	}
	rec.line, rec.at = line, at
}

// unwrapAsSource reads a record that is written as the source of the file was, and not as
// the file itself is, or was mended as the file is. It is written anew where it is whole.
func (p *parser) unwrapAsSource(rec *record, body []byte) {
	form := *p.form.wrapped
	form.cs, form.cr, form.eol = p.form.cs, p.form.cr, p.form.eol
	p.alone(rec, body, form)
	if rec.fault == nil {
		rec.raw = string(p.written(rec.cells))
		return
	}
	var mended record
	if p.alone(&mended, body, p.form); mended.fault == nil {
		*rec = mended
	}
}

// written is a row of cells in source bytes, each in quotes.
func (p *parser) written(cells []string) (raw []byte) {
	for i, cell := range cells {
		if i > 0 {
			raw = p.form.cs.encode(raw, p.form.delim)
		}
		raw = p.form.wrap(raw, p.form.cs.encode(nil, cell))
	}
	return raw
}

// alone reads a record out of the bytes of nothing else, which are written in a form.
func (p *parser) alone(rec *record, body []byte, form dialect) {
	alone := newParser(newWindow(bytes.NewReader(form.cs.encode(bytes.Clone(body), form.lineEnd())), len(body)+8), form)
	alone.width = len(p.layout.Keep)
	var more record
	err := alone.read(rec)
	if err != nil || alone.read(&more) != io.EOF {
		*rec = record{raw: string(body), fault: faultQuote("the cell holds more than one row")}
	}
}

// faultUnclosed is the fault of a record that ran to the end of the file, or to
// the most that a record may hold.
func faultUnclosed(err error) *kyc.Issue {
	if errors.Is(err, errLongLine) {
		return faultQuote(fmt.Sprintf("a quote is opened here and not closed within %d bytes", source.MaxRecord))
	}
	return faultQuote("a quote is opened here and not closed before the end of the file")
}
