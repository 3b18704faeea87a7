package csvfile

import "bytes"

// cell is where a cell stands in the text of its record.
type cell struct {
	at       int  // its first byte, quotes and all
	from, to int  // its value
	quoted   bool // it stands in quotes
	mended   bool // its text is not its value: there are doubled quotes, escapes or line breaks in it
}

// verdict is what a scan came to.
type verdict byte

const (
	whole    verdict = iota // the text is a record
	unclosed                // the record goes on behind the text
	bare                    // a quote stands inside a cell that does not begin with one
	trailing                // text stands between a closing quote and the delimiter
)

// scanner cuts the text of a record into cells. It goes on where it stopped
// when the text was not whole, so that no byte is looked at twice.
//
// Its grammar is that of encoding/csv where the dialect is: quotes stand around
// a whole cell and are doubled inside. The fuzz tests hold it to that.
type scanner struct {
	form   *dialect
	delim  []byte // of form
	cells  []cell
	pos    int
	inside bool // the last of the cells goes on
	spans  bool // a cell in quotes goes over several lines
}

func newScanner(form *dialect) scanner { return scanner{form: form, delim: []byte(form.delim)} }

func (s *scanner) begin() { s.cells, s.pos, s.inside, s.spans = s.cells[:0], 0, false, false }

// scan reads on to the end of text, which is the record so far without its last
// line break.
func (s *scanner) scan(text []byte) verdict {
	for {
		if !s.inside {
			s.open(text)
		}
		c := &s.cells[len(s.cells)-1]
		var v verdict
		var more bool
		if c.quoted {
			v, more = s.inQuotes(text, c)
			s.spans = s.spans || v == unclosed
		} else {
			v, more = s.unquoted(text, c)
		}
		if v != whole || !more {
			return v
		}
	}
}

// open begins a cell.
func (s *scanner) open(text []byte) {
	c := cell{at: s.pos, from: s.pos}
	if s.form.quote != 0 && s.pos < len(text) && text[s.pos] == s.form.quote {
		c.quoted = true
		s.pos++
		c.from++
	}
	s.cells = append(s.cells, c)
	s.inside = true
}

// close ends a cell and steps over the delimiter behind it, if there is one.
func (s *scanner) close(c *cell, to, next int, text []byte) (more bool) {
	c.to, s.pos, s.inside = to, next, false
	if next == len(text) {
		return false
	}
	s.pos += len(s.delim)
	return true
}

// inQuotes reads to the closing quote of a cell.
func (s *scanner) inQuotes(text []byte, c *cell) (verdict, bool) {
	for {
		i := s.nextMark(text)
		if i < 0 {
			c.mended = true
			s.pos = len(text)
			return unclosed, false
		}
		rest := text[i+1:]
		switch {
		case text[i] != s.form.quote: // an escape
			if len(rest) == 0 {
				c.mended, s.pos = true, i+1
				return unclosed, false
			}
			c.mended, s.pos = true, i+2
		case len(rest) > 0 && rest[0] == s.form.quote:
			c.mended, s.pos = true, i+2
		case len(rest) == 0 || bytes.HasPrefix(rest, s.delim):
			return whole, s.close(c, i, i+1, text)
		default:
			return trailing, false
		}
	}
}

// nextMark returns the index of the next quote or escape, or -1.
func (s *scanner) nextMark(text []byte) int {
	if s.form.escape == 0 {
		if i := bytes.IndexByte(text[s.pos:], s.form.quote); i >= 0 {
			return s.pos + i
		}
		return -1
	}
	for i := s.pos; i < len(text); i++ {
		if text[i] == s.form.quote || s.form.escapes(text, i) {
			return i
		}
	}
	return -1
}

// unquoted reads to the end of a cell without quotes.
func (s *scanner) unquoted(text []byte, c *cell) (verdict, bool) {
	if s.form.escape != 0 {
		return s.escaped(text, c)
	}
	end := len(text)
	if i := bytes.Index(text[s.pos:], s.delim); i >= 0 {
		end = s.pos + i
	}
	if s.form.quote != 0 && !s.form.lenient() && bytes.IndexByte(text[s.pos:end], s.form.quote) >= 0 {
		return bare, false
	}
	return whole, s.close(c, end, end, text)
}

// escaped is unquoted in a dialect with escapes.
func (s *scanner) escaped(text []byte, c *cell) (verdict, bool) {
	for i := s.pos; i < len(text); i++ {
		switch {
		case s.form.escapes(text, i):
			c.mended = true
			if i++; i == len(text) {
				s.pos = i
				return unclosed, false
			}
		case text[i] == s.form.quote && s.form.quote != 0 && !s.form.lenient():
			return bare, false
		case bytes.HasPrefix(text[i:], s.delim):
			return whole, s.close(c, i, i, text)
		}
	}
	return whole, s.close(c, len(text), len(text), text)
}

// values makes the cells of a record, in the array behind room where it fits.
func (s *scanner) values(text string, room []string) []string {
	for i := range s.cells {
		c := &s.cells[i]
		v := text[c.from:c.to]
		if c.mended {
			v = s.form.value(v, c.quoted)
		}
		room = append(room, v)
	}
	return room
}

// starts returns where each cell starts in the text.
func (s *scanner) starts() []int {
	pos := make([]int, len(s.cells))
	for i := range s.cells {
		pos[i] = s.cells[i].at
	}
	return pos
}

// cells returns the cells of a line read alone, nil where it is not a record.
func (d *dialect) cells(line []byte) []string {
	alone := newScanner(d)
	if alone.scan(line) != whole {
		return nil
	}
	return alone.values(string(line), nil)
}
