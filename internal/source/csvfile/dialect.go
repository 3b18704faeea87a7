package csvfile

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

const (
	doubleQuote = '"'
	singleQuote = '\''
	backslash   = '\\'
)

// dialect is the way a CSV file is written.
type dialect struct {
	cs     *charset
	bom    []byte
	sep    string // the text of a first line such as sep=; with its line break
	delim  string // between two cells, in UTF-8
	quote  byte   // around a cell; 0 where quotes have no meaning
	escape byte   // backslash, or 0 where a quote within quotes is doubled
	cr     bool   // lines end with a carriage return alone
	eol    string // the line break after the header
	notes  []string
	// wrapped is how the rows are written that stand whole in a cell of a rejects file, nil
	// where it is as the file.
	wrapped *dialect
}

// note adds a sentence for the operator.
func (d *dialect) note(text string) { d.notes = append(d.notes, text) }

// lineEnd is a line break that takes nothing off the text before it.
func (d *dialect) lineEnd() string {
	if d.cr {
		return "\r"
	}
	return "\r\n"
}

// special reports whether a line may hold more than delimiters. A line that is
// not special has no grammar but them.
func (d *dialect) special(body []byte) bool {
	return d.quote != 0 && bytes.IndexByte(body, d.quote) >= 0 || d.escape != 0 && bytes.IndexByte(body, d.escape) >= 0
}

// lenient reports whether a quote inside an unquoted cell is a character like
// any other: an apostrophe is, a double quote there is a mistake.
func (d *dialect) lenient() bool { return d.quote != doubleQuote }

// escapes reports whether the backslash at text[i] takes the meaning from what
// follows it. Any other backslash stands for itself.
func (d *dialect) escapes(text []byte, i int) bool {
	if d.escape == 0 || text[i] != d.escape {
		return false
	}
	if i+1 == len(text) {
		return true // the line break
	}
	switch c := text[i+1]; c {
	case d.escape, '\n', '\r':
		return true
	default:
		return d.quote != 0 && c == d.quote || c < utf8.RuneSelf && c == d.delim[0] || bytes.HasPrefix(text[i+1:], []byte(d.delim))
	}
}

// value is what a cell means whose text has quotes, escapes or line breaks in
// it. A line break of the file is read as LF.
func (d *dialect) value(text string, quoted bool) string {
	var b strings.Builder
	b.Grow(len(text))
	src := []byte(text)
	for i := 0; i < len(src); i++ {
		switch {
		case i+1 < len(src) && d.escapes(src, i):
			i++
		case quoted && src[i] == d.quote && i+1 < len(src) && src[i+1] == d.quote:
			i++
		}
		switch {
		case src[i] == '\r' && i+1 < len(src) && src[i+1] == '\n':
		case src[i] == '\r' && d.cr:
			b.WriteByte('\n')
		default:
			b.WriteByte(src[i])
		}
	}
	return b.String()
}

// quoted puts quotes around a text of ours where it needs them. It is on one
// line. Where quotes have no meaning, what would need them becomes a space.
func (d *dialect) quoted(text string) string {
	// Of a longer delimiter one character is enough: at the end of a cell it
	// would make a delimiter begin too early.
	troubles := d.delim[:1] + string(doubleQuote)
	if d.quote != 0 {
		troubles += string(rune(d.quote))
	}
	if d.escape != 0 {
		troubles += string(rune(d.escape))
	}
	if d.delim[0] >= 0x80 {
		troubles += d.delim
	}
	text = strings.Map(func(r rune) rune {
		if r < ' ' || d.quote == 0 && strings.ContainsRune(troubles, r) {
			return ' '
		}
		return r
	}, text)
	if !strings.ContainsAny(text, troubles) || d.quote == 0 {
		return text
	}
	q := string(rune(d.quote))
	if d.escape != 0 {
		e := string(rune(d.escape))
		text = strings.NewReplacer(e, e+e, q, e+q).Replace(text)
	} else {
		text = strings.ReplaceAll(text, q, q+q)
	}
	return q + text + q
}

// blank reports whether a text is a row without a value.
func (d *dialect) blank(text string) bool {
	cells := d.cells([]byte(text))
	return cells != nil && allBlank(cells)
}

// wraps reports whether any text can stand in one cell.
func (d *dialect) wraps() bool { return d.quote != 0 || d.escape != 0 }

// wrap appends source bytes to dst as one cell, in quotes where there are any.
// Half a code unit at the end becomes a lone surrogate: it stays undecodable,
// and what follows readable.
func (d *dialect) wrap(dst, src []byte) []byte {
	cs, mark := d.cs, d.mark()
	dst = cs.encode(dst, d.quotes())
	for ; len(src) >= cs.wide; src = src[cs.wide:] {
		if d.marked(src) {
			dst = cs.encode(dst, mark)
		}
		dst = append(dst, src[:cs.wide]...)
	}
	if len(src) > 0 {
		dst = append(dst, 0xD8, 0xD8)
	}
	return cs.encode(dst, d.quotes())
}

// unwrap takes back what wrap did.
func (d *dialect) unwrap(src []byte) []byte {
	cs, w, mark := d.cs, d.cs.wide, d.mark()[0]
	if d.quote != 0 {
		if len(src) < 2*w {
			return nil
		}
		src = src[w : len(src)-w]
	}
	dst := make([]byte, 0, len(src))
	for ; len(src) >= w; src = src[w:] {
		if cs.startsWith(src, mark) && d.marked(src[w:]) {
			src = src[w:]
		}
		dst = append(dst, src[:w]...)
	}
	return dst
}

// quotes is what stands around a wrapped cell.
func (d *dialect) quotes() string {
	if d.quote == 0 {
		return ""
	}
	return string(rune(d.quote))
}

// mark stands before a character of a wrapped cell that would end it.
func (d *dialect) mark() string {
	if d.escape != 0 {
		return string(rune(d.escape))
	}
	return d.quotes()
}

// marked reports whether src begins with a character that wrap puts a mark
// before.
func (d *dialect) marked(src []byte) bool {
	cs := d.cs
	switch {
	case d.quote != 0 && cs.startsWith(src, d.quote), d.escape != 0 && cs.startsWith(src, d.escape):
		return true
	case d.quote != 0:
		return false
	case cs.startsWith(src, '\n'), cs.startsWith(src, '\r'):
		return true
	case d.delim[0] < utf8.RuneSelf:
		return cs.startsWith(src, d.delim[0])
	}
	return bytes.HasPrefix(src, cs.encode(nil, d.delim))
}
