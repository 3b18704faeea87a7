package csvfile

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"kycmigrate/internal/source"
)

// layout says which cells of a file's records are the source's own.
type layout struct {
	*source.Header
	width int  // columns of the file
	code  int  // index of _error_code, -1 where there is none
	tail  bool // the reject columns are the last of the file, in their order
}

// newLayout makes a layout of header cells.
func newLayout(header []string) *layout {
	columns := source.RejectColumns()
	l := &layout{Header: source.NewHeader(unfilled(header, columns)), width: len(header)}
	l.code = slices.Index(l.Names, columns[source.RejectCode])
	n := len(l.Names) - len(columns)
	l.tail = n > 0 && slices.Equal(l.Names[n:], columns) && len(l.Keep) == n
	return l
}

// unfilled leaves out the empty cells behind reject columns: a program that writes all
// lines as wide as the widest has filled the header up.
func unfilled(header, columns []string) []string {
	end := len(header)
	for end > 0 && strings.TrimSpace(header[end-1]) == "" {
		end--
	}
	if end > len(columns) && slices.Equal(header[end-len(columns):end], columns) {
		return header[:end]
	}
	return header
}

// drops reports whether the file has columns that are not the source's own.
func (l *layout) drops() bool { return len(l.Keep) != l.width }

// codesOf matches what _error_code may hold.
var codesOf = regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)+(; [a-z0-9]+(_[a-z0-9]+)*)*$`)

// hasTail reports whether the last four cells of a row that is not as wide as
// the header are reject cells. A row that has exactly the source's own cells
// lost them on purpose, unless the code says it is one we found ragged.
func (l *layout) hasTail(cells []string) bool {
	n := len(cells) - source.NumRejectColumns
	if !l.tail || n < 1 {
		return false
	}
	return faultCode(cells[n]) != "" || len(cells) != len(l.Keep) && codesOf.MatchString(cells[n])
}

// faultCode returns the first of the joined codes if it is one of a Fault.
func faultCode(codes string) string {
	first, _, _ := strings.Cut(codes, source.Joint)
	switch first {
	case source.CodeRagged, source.CodeQuote, source.CodeTooLong, source.CodeEncoding, source.CodeBlank:
		return first
	}
	return ""
}

// wrapping returns the fault code of a row that looks like one written whole
// into its first cell (see wrap), or "". Programs take quotes off a cell that can do
// without: of a row found ragged, which nothing else in it shows, they do not count.
func (l *layout) wrapping(rec *record, p *parser) string {
	if l.code < 0 || !l.firstOnly(rec.cells) {
		return ""
	}
	code := faultCode(rec.cells[l.code])
	switch {
	case code == source.CodeRagged && p.form.wraps():
		return code
	case code == source.CodeRagged, code == source.CodeBlank && !p.form.blank(rec.cells[l.Keep[0]]):
		return ""
	case p.form.quote == 0 && (p.form.escape != 0 || code == source.CodeTooLong),
		p.form.quote != 0 && p.quoted(l.segment(rec, p, l.Keep[0])):
		return code
	}
	return ""
}

// firstOnly reports whether of the source's own cells the first alone holds anything.
func (l *layout) firstOnly(cells []string) bool {
	return len(l.Keep) > 0 && cells[l.Keep[0]] != "" &&
		!slices.ContainsFunc(l.Keep[1:], func(i int) bool { return cells[i] != "" })
}

// quoted reports whether a cell in source bytes stands in quotes.
func (p *parser) quoted(cell []byte) bool { return p.form.cs.startsWith(cell, p.form.quote) }

// strayed returns where in a row as wide as the header the reject cells of a ragged or
// blank one stand, -1 where none do but under their columns: they were put right behind
// its own cells, and then a program filled the row up.
func (l *layout) strayed(cells []string) int {
	for n := 1; l.code >= 0 && n+source.NumRejectColumns <= len(cells); n++ {
		tail := cells[n:]
		code := faultCode(tail[source.RejectCode])
		if n != l.code && (code == source.CodeRagged || code == source.CodeBlank) && ofCells.MatchString(tail[source.RejectMessage]) &&
			strings.Join(tail[source.NumRejectColumns:], "") == "" {
			return n
		}
	}
	return -1
}

// segment returns the source bytes of one cell, quotes and all.
func (l *layout) segment(rec *record, p *parser, i int) []byte {
	raw, cs := []byte(rec.raw), p.form.cs
	from, to := cs.offset(raw, rec.pos[i]), len(raw)
	if i+1 < len(rec.pos) {
		to = cs.offset(raw, rec.pos[i+1]) - p.wide
	}
	return raw[from:max(from, min(to, len(raw)))]
}

// strip takes the reject cells out of a record of a rejects file.
func (l *layout) strip(rec *record, p *parser) {
	switch {
	case rec.fault != nil && rec.fault.Code == source.CodeTooLong:
	case rec.cells == nil:
		l.cutText(rec, p)
	case len(rec.cells) != l.width:
		if l.hasTail(rec.cells) {
			l.cut(rec, p, len(rec.cells)-source.NumRejectColumns)
		}
		l.measure(rec, p)
	case l.strayed(rec.cells) > 0:
		l.cut(rec, p, l.strayed(rec.cells))
		l.measure(rec, p)
	case l.wrapping(rec, p) != "":
		p.unwrap(rec, l.content(rec, p), l.wrapping(rec, p))
	default:
		l.pick(rec, p, l.Keep)
		l.measure(rec, p)
	}
}

// content returns the source bytes of a row that was written whole into its
// first cell.
func (l *layout) content(rec *record, p *parser) []byte {
	body := l.segment(rec, p, l.Keep[0])
	if p.form.wraps() && (p.form.quote == 0 || p.quoted(body)) {
		return p.form.unwrap(body)
	}
	return body
}

// tailReach is how far from the end of a broken line its reject cells are
// looked for.
const tailReach = 4 << 10

// cutText takes the reject cells off a line whose cells cannot be told apart,
// because a quote was lost while it was mended.
func (l *layout) cutText(rec *record, p *parser) {
	raw := []byte(rec.raw)
	text, _ := p.form.cs.decode(raw)
	text = bytes.Clone(text)
	for i := len(text) - 1; l.tail && i >= max(0, len(text)-tailReach); i-- {
		if !bytes.HasPrefix(text[i:], p.scan.delim) {
			continue
		}
		cells := p.form.cells(text[i+len(p.scan.delim):])
		if len(cells) == source.NumRejectColumns && codesOf.MatchString(cells[0]) {
			rec.raw = rec.raw[:p.form.cs.offset(raw, i)]
			return
		}
	}
}

// pick keeps the cells with the given indexes, in the row and in its Raw.
func (l *layout) pick(rec *record, p *parser, keep []int) {
	var raw []byte
	cells := make([]string, len(keep))
	for to, from := range keep {
		if to > 0 {
			raw = p.form.cs.encode(raw, p.form.delim)
		}
		raw = append(raw, l.segment(rec, p, from)...)
		cells[to] = rec.cells[from]
	}
	rec.cells, rec.raw = cells, string(raw)
}

// headerOf returns the header's source bytes without its reject columns.
func (p *parser) headerOf(rec *record, l *layout) string {
	if l.drops() {
		l.pick(rec, p, l.Keep)
	}
	return rec.raw
}

// cut takes the cells from the n-th on off.
func (l *layout) cut(rec *record, p *parser, n int) {
	end := p.form.cs.offset([]byte(rec.raw), rec.pos[n]) - p.wide
	rec.cells, rec.raw = rec.cells[:n], rec.raw[:max(0, min(end, len(rec.raw)))]
}

// measure judges the number of cells once the reject cells are gone.
func (l *layout) measure(rec *record, p *parser) {
	if rec.fault != nil && rec.fault.Code != source.CodeRagged {
		return
	}
	switch {
	case len(l.Keep) > 1 && allBlank(rec.cells):
		rec.fault = faultBlank()
	case len(rec.cells) != len(l.Keep):
		rec.fault = faultRagged(len(rec.cells), len(l.Keep), &p.form)
	default:
		rec.fault = nil
	}
}
