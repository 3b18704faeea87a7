package xlsxfile

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// content is the value of a cell, with what its kind refers to looked up.
type content struct {
	kind  kind // never kindShared
	text  []byte
	wrong bool // the sheet does not say what it is
}

// resolve looks up the value of a cell. It is valid until the next.
func (f *sheetFile) resolve(row *sheetRow, c *cell) (content, error) {
	v := content{kind: c.kind, text: row.value(c), wrong: c.bad}
	switch c.kind {
	case kindNumber, kindBool, kindISO: // some programs indent their XML
		v.text = bytes.TrimSpace(v.text)
	}
	if c.kind == kindNumber && !isNumeric(v.text) {
		v.kind = kindText
	}
	if c.kind != kindShared || len(v.text) == 0 {
		return v, nil
	}
	v.kind = kindText
	i, ok := number(bytes.TrimSpace(v.text))
	text, found, whole, err := f.strings.get(i)
	if v.text = text; !ok || !found || !whole {
		v.wrong = true
	}
	return v, err
}

// appendCell appends the text of a cell as a person sees it, dates apart.
func (f *sheetFile) appendCell(dst []byte, c *cell, v content, as *format) ([]byte, verdict) {
	switch v.kind {
	case kindBool:
		switch string(v.text) {
		case "1", "true":
			return append(dst, "TRUE"...), fine
		case "0", "false":
			return append(dst, "FALSE"...), fine
		}
	case kindNumber:
		return f.render.number(dst, v.text, as)
	case kindISO:
		return appendISO(dst, string(v.text)), fine
	case kindText:
		if as.texts && len(v.text) > 0 {
			return f.render.other.text(dst, v.text, as, f.render.from1904), fine
		}
	}
	return append(dst, v.text...), fine
}

// assembler makes rows of the rows of a sheet. Two strings hold all that a row
// has: Raw, and the texts that are not in it as they are.
type assembler struct {
	raw, text []byte
	spans     []span
	issues    []kyc.Issue
	sticky    string // code of a fault that a rejects file tells of
	outside   bool   // a cell behind the header was told of
}

// span is where the text of a cell is.
type span struct {
	set      bool
	inRaw    bool
	from, to int
}

// row makes a row of one that holds something.
func (a *assembler) row(f *sheetFile, in *sheetRow, out *kyc.Row) error {
	a.reset(len(f.layout.Columns))
	invalid := false
	for i := range in.cells {
		v, err := f.resolve(in, &in.cells[i])
		if err != nil {
			return err
		}
		if !utf8.Valid(v.text) || bytes.IndexByte(v.text, 0) >= 0 {
			invalid = true
		}
		if a.cell(f, in, &in.cells[i], v); len(a.raw) > source.MaxRecord {
			in.long = true
			break
		}
	}
	cells := out.Cells[:0]
	*out = kyc.Row{Origin: kyc.Origin{File: f.name, Line: in.num, Row: f.rows}}
	switch {
	case in.long || a.sticky == source.CodeTooLong:
		out.Fault = faultTooLong()
	case invalid || a.sticky == source.CodeEncoding:
		out.Fault = faultEncoding()
	}
	if out.Fault != nil {
		out.Raw = a.cut()
		f.lastRow = in.num
		return nil
	}
	out.Raw = string(a.raw)
	out.Cells = a.cells(cells, out.Raw)
	a.rowIssues(f, in)
	if len(a.issues) > 0 {
		out.Issues = append([]kyc.Issue(nil), a.issues...)
	}
	return nil
}

func (a *assembler) reset(width int) {
	a.raw, a.text, a.issues, a.sticky, a.outside = a.raw[:0], a.text[:0], a.issues[:0], "", false
	if cap(a.spans) < width {
		a.spans = make([]span, width)
	}
	a.spans = a.spans[:width]
	clear(a.spans)
}

// cell takes one cell.
func (a *assembler) cell(f *sheetFile, row *sheetRow, c *cell, v content) {
	own := f.layout.place(c.col)
	if own < 0 {
		if c.col == f.layout.code {
			a.sticky = stickyCode(string(v.text))
		}
		return
	}
	unstated := c.unstated()
	if len(v.text) == 0 && !v.wrong && !unstated {
		return
	}
	as := f.format(c.style)
	at := spot{f: f, row: row, col: c.col, own: own}
	if unstated {
		v = content{kind: kindError, text: []byte(noValue)}
	}
	before := len(a.raw)
	a.raw = appendRaw(a.raw, own, v.kind, as.keyFor(v.kind), v.text)
	switch {
	case own >= len(a.spans):
		if !a.outside {
			a.issues = append(a.issues, at.outside())
		}
		a.outside = true
	case a.spans[own].set:
		a.issues = append(a.issues, at.unreadable("the cell %s stands in the sheet twice"))
		a.raw = a.raw[:before]
	case unstated:
		a.issues = append(a.issues, at.formula())
		a.spans[own] = span{set: true, inRaw: true}
	default:
		a.show(f, c, v, as, at)
	}
}

// show notes the text of a cell and what is to be said about it.
func (a *assembler) show(f *sheetFile, c *cell, v content, as *format, at spot) {
	s := span{set: true, inRaw: true, from: len(a.raw) - len(v.text), to: len(a.raw)}
	start := len(a.text)
	var judged verdict
	a.text, judged = f.appendCell(a.text, c, v, as)
	a.countDay(v, as, a.text[start:], at)
	if bytes.Equal(a.text[start:], v.text) {
		a.text = a.text[:start]
	} else {
		s = span{set: true, from: start, to: len(a.text)}
	}
	a.spans[at.own] = s
	switch {
	case v.wrong:
		a.issues = append(a.issues, at.unreadable("the value of the cell %s cannot be read from the workbook"))
	case v.kind == kindError:
		a.issues = append(a.issues, at.failed())
	case judged == unstated:
		a.issues = append(a.issues, at.unreadable("the cell %s is formatted as a date, and its number is none that Excel has"))
	case judged == lost:
		a.issues = append(a.issues, at.digits())
	}
}

// cells hands out the texts, in the array behind spare where it fits.
func (a *assembler) cells(spare []string, raw string) []string {
	if cap(spare) < len(a.spans) {
		spare = make([]string, 0, len(a.spans))
	}
	text := string(a.text)
	for i := range a.spans {
		s := &a.spans[i]
		switch {
		case !s.set:
			spare = append(spare, "")
		case s.inRaw:
			spare = append(spare, raw[s.from:s.to])
		default:
			spare = append(spare, text[s.from:s.to])
		}
	}
	return spare
}

// rowIssues adds what is to be said about the row as a whole.
func (a *assembler) rowIssues(f *sheetFile, row *sheetRow) {
	if f.lastRow > 0 && row.num > f.lastRow+1 {
		a.issues = append(a.issues, warnGap(f.sheet, row.num, f.lastRow))
	}
	f.lastRow = row.num
	if row.hidden {
		a.issues = append(a.issues, warnHidden(f.sheet, row.num))
	}
	if row.early {
		a.issues = append(a.issues, warnEarly(f.sheet, row.num))
	}
	if f.merges == nil {
		return
	}
	if m := f.merges.covers(row.num, f.layout.width); m != nil {
		a.issues = append(a.issues, warnMerged(f, m))
	}
}

// keptOfLongRow is how much of a row that is too long goes into a rejects file.
const keptOfLongRow = 32 << 10

// cut is Raw with what fits of it, and its texts in UTF-8.
func (a *assembler) cut() string {
	var kept []byte
	for rest := string(a.raw); rest != ""; {
		c, behind, ok := cutRaw(rest)
		if !ok {
			break
		}
		rest = behind
		room := keptOfLongRow - len(kept)
		if room <= 0 {
			break
		}
		value := c.value
		if len(value) > room {
			for value = value[:room]; len(value) > 0; value = value[:len(value)-1] {
				if r, n := utf8.DecodeLastRuneInString(value); r != utf8.RuneError || n > 1 {
					break
				}
			}
		}
		kept = appendRaw(kept, c.own, c.kind, c.format, []byte(value))
	}
	return string(kept)
}

// rawCell is a cell of a row's Raw.
type rawCell struct {
	own    int
	kind   kind
	format string
	value  string
}

// appendRaw appends a cell to a row's Raw: its place, its kind, its format and
// its value as the sheet has it.
func appendRaw(raw []byte, own int, k kind, format string, value []byte) []byte {
	raw = binary.AppendUvarint(raw, uint64(own))
	raw = append(raw, byte(k))
	raw = binary.AppendUvarint(raw, uint64(len(format)))
	raw = append(raw, format...)
	raw = binary.AppendUvarint(raw, uint64(len(value)))
	return append(raw, value...)
}

// cutRaw takes the first cell off a row's Raw.
func cutRaw(raw string) (c rawCell, rest string, ok bool) {
	own, raw, ok := cutUvarint(raw)
	if !ok || own >= maxColumns || raw == "" {
		return c, "", false
	}
	c.own, c.kind = int(own), kind(raw[0])
	if c.format, raw, ok = cutText(raw[1:]); !ok {
		return c, "", false
	}
	c.value, raw, ok = cutText(raw)
	return c, raw, ok
}

func cutUvarint(s string) (uint64, string, bool) {
	n, size := binary.Uvarint([]byte(s[:min(len(s), binary.MaxVarintLen64)]))
	if size <= 0 {
		return 0, "", false
	}
	return n, s[size:], true
}

func cutText(s string) (text, rest string, ok bool) {
	n, s, ok := cutUvarint(s)
	if !ok || n > uint64(len(s)) {
		return "", "", false
	}
	return s[:n], s[n:], true
}

// noValue stands in a rejects file for the result that a formula does not have:
// the formula itself would come to something else there.
const noValue = "#N/A"

// spot is a cell that something is to be said about. Messages name it by sheet
// and cell, and never its value.
type spot struct {
	f        *sheetFile
	row      *sheetRow
	col, own int
}

func (s spot) name() string {
	return fmt.Sprintf("%s!%s%d", s.f.sheet, columnName(s.col), s.row.num)
}
