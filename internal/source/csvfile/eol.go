package csvfile

import (
	"bytes"
	"fmt"
)

// breaks counts the line breaks outside quotes at the beginning of a file.
type breaks struct {
	lf, crlf, cr int
	byCR         bool   // the first of all is a CR alone
	first        string // the first of the others, "" where there is none
	open         bool   // the text ends inside quotes
}

// sniffEOL tells the line break, quotes and escapes respected: the usual ones where none
// are stated. Lines end with CR alone where the first one does, and no other line break
// stands outside quotes. Behind a quote that is not closed inside and outside are taken for
// each other, so that more CR than LF in all will do as well.
func (d *dialect) sniffEOL(text []byte, whole bool, o options) {
	b := breaksOf(text, o.likelyQuote(), o.likelyEscape())
	lines, crlf := bytes.Count(text, []byte("\n")), bytes.Count(text, []byte("\r\n"))
	lone := bytes.Count(text, []byte("\r")) - crlf
	switch {
	case b.byCR && (lone > lines || b.first == "" && whole && !b.open):
		d.cr, d.eol = true, "\r"
	case b.first == "" && crlf > 0:
		d.eol = "\r\n"
	case b.first == "":
		d.eol = "\n"
	default:
		d.eol = b.first
		if b.cr > 0 || b.lf > 0 && b.crlf > 0 {
			d.note(fmt.Sprintf("line breaks are mixed: at its beginning the file has %d LF, %d CRLF and %d lone CR; a lone CR ends no row", b.lf, b.crlf, b.cr))
		}
	}
}

// breaksOf counts under one quote and one escape, 0 for none.
func breaksOf(text []byte, quote, escape byte) (b breaks) {
	for i := 0; i < len(text); i++ {
		eol := ""
		switch c := text[i]; {
		case escape != 0 && c == escape && i+1 < len(text) && takesMeaning(text[i+1], quote, escape):
			i++
		case quote != 0 && c == quote && (b.open || quote == doubleQuote || i == 0 || !inWord(text[i-1])):
			b.open = !b.open
		case b.open:
		case c == '\r' && i+1 == len(text):
		case c == '\r' && text[i+1] != '\n':
			b.byCR = b.byCR || b.cr+b.lf+b.crlf == 0
			b.cr++
		case c == '\n' && i > 0 && text[i-1] == '\r':
			b.crlf++
			eol = "\r\n"
		case c == '\n':
			b.lf++
			eol = "\n"
		}
		if b.first == "" {
			b.first = eol
		}
	}
	return b
}

// takesMeaning reports whether an escape before c keeps it from being a quote, an escape
// or a line break.
func takesMeaning(c, quote, escape byte) bool {
	return c == quote || c == escape || c == '\r' || c == '\n'
}

// inWord reports whether an apostrophe behind c is one, and opens no cell.
func inWord(c byte) bool {
	return c >= 0x80 || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '.'
}
