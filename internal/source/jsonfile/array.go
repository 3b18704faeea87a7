package jsonfile

import (
	"bytes"
	"fmt"
	"io"

	"kycmigrate/internal/source"
)

// walk leads through documents to the arrays that hold the records.
type walk struct {
	path  string // as stated; "" where the document is the array
	steps []step
	open  []int // for each container on the way, the elements seen of it
	kinds []byte
	found bool // this document had its array

	inside bool // an array of records
	after  bool // behind an element of it
}

// nextElement reads the next element of an array of records.
func (f *file) nextElement(rec *record) error {
	for {
		if !f.walk.inside {
			if err := f.seek(); err != nil {
				return err
			}
		}
		more, err := f.toElement()
		if err != nil {
			return err
		}
		if more {
			break
		}
	}
	*rec = record{line: f.win.line, spare: rec.spare}
	f.walk.after = true
	own, indent := f.win.fresh, string(f.win.lead)
	n, wrong, err := f.measure()
	if err != nil {
		return f.ended(err)
	}
	if wrong == nil && !f.followed(n) {
		wrong = &problem{CodeSyntax, "neither a comma nor a closing bracket follows the record", n}
	}
	if wrong != nil {
		return f.brokenElement(rec, wrong, indent, own)
	}
	f.take(rec, n)
	return nil
}

// toElement moves to the next element, or behind the end of the array.
func (f *file) toElement() (bool, error) {
	for {
		c, err := f.win.skipSpace()
		switch {
		case err == io.EOF:
			return false, f.stop("the file ends inside the array of the records: it was cut short; export it again")
		case err != nil:
			return false, f.ended(err)
		case c == ']':
			f.win.advance(1)
			f.walk.inside, f.walk.after = false, false
			return false, nil
		case c == ',' && f.walk.after:
			f.win.advance(1)
			f.walk.after = false
			continue
		case f.walk.after || c == ',':
			return false, f.stop("a comma is missing between two records, or there is one too many; mend the file there")
		}
		return true, nil
	}
}

// followed reports whether an element of n bytes is followed by what may
// follow one. A text behind an object's comma says that its brace came too
// early.
func (f *file) followed(n int) bool {
	c, ok := f.beyond(&n)
	if !ok || c == ']' {
		return true // an end that comes too early is told when it is reached
	}
	if c != ',' {
		return false
	}
	n++
	c, ok = f.beyond(&n)
	return !ok || c != '"' || f.win.bytes()[0] != '{'
}

// beyond moves n over white space and returns the byte there.
func (f *file) beyond(n *int) (byte, bool) {
	for ; ; *n++ {
		if c, ok := f.win.at(*n); !ok || !isSpace(c) {
			return c, ok
		}
	}
}

// brokenElement makes a fault of the element at the start of the window and
// moves on to where the next one certainly begins: behind its brackets, or at
// the next line that begins as its own does. Where neither is to be seen the
// reading ends.
func (f *file) brokenElement(rec *record, wrong *problem, indent string, own bool) error {
	if wrong == tooLong {
		f.cut(rec)
		return f.skipElement(wrong)
	}
	n, line := f.elementEnd(indent, own)
	if n < 0 || n > source.MaxRecord {
		return f.stop("the record that begins here is broken (%s, at byte %d of it) and it cannot be told where the next one begins; mend it and read again",
			wrong.what, wrong.at+1)
	}
	raw := bytes.TrimRight(f.win.bytes()[:n], " \t\r\n")
	if line { // the comma behind the element is among its lines
		raw = bytes.TrimRight(bytes.TrimSuffix(raw, []byte(",")), " \t\r\n")
		f.walk.after = false
	}
	rec.raw, rec.fault = string(raw), wrong.issue()
	f.win.advance(n)
	return nil
}

// skipElement moves behind an element that is too long to be held.
func (f *file) skipElement(wrong *problem) error {
	line := f.win.line
	closed, err := f.win.skipValue()
	switch {
	case err != nil:
		return f.ended(err)
	case !closed:
		return f.stop("the record that begins on line %d is longer than %d bytes and its quotes or brackets do not pair; mend it and read again", line, source.MaxRecord)
	}
	return nil
}

// elementEnd is where the broken element at the start of the window ends,
// whichever comes first: where its brackets close and something sensible
// follows, or the line that begins like an element, given how the line of this
// one does, or with the end of the array. It is -1 where neither is in sight.
func (f *file) elementEnd(indent string, own bool) (n int, line bool) {
	var k skipper
	for at := 0; ; {
		piece := f.win.bytes()[at:]
		piece = piece[:min(len(piece), readChunk)]
		ended := bytes.IndexByte(piece, '\n')
		if ended >= 0 {
			piece = piece[:ended+1]
		}
		if !k.bad {
			n, done := k.feed(piece)
			if done && !k.bad && f.followed(at+n) {
				return at + n, false
			}
			k.bad = k.bad || done
		}
		if k.bad && !own {
			return -1, false
		}
		at += len(piece)
		if ended >= 0 && own && f.begins(at, indent) {
			return at, true
		}
		if at == len(f.win.bytes()) && f.win.more() != nil {
			return -1, false
		}
	}
}

// begins reports whether the line at an offset looks like the beginning of an
// element, or like the end of the array.
func (f *file) begins(at int, indent string) bool {
	n := at
	for {
		c, ok := f.win.at(n)
		if ok && (c == ' ' || c == '\t') {
			n++
			continue
		}
		lead := string(f.win.bytes()[at:n])
		return ok && (c == '{' && lead == indent || c == ']' && len(lead) <= len(indent))
	}
}

// seek moves into the next array of records. It returns io.EOF where there is
// no more.
func (f *file) seek() error {
	w := f.walk
	for !w.inside {
		c, err := f.win.skipSpace()
		switch {
		case err == io.EOF && len(w.open) == 0:
			return io.EOF
		case err == io.EOF:
			return f.stop("the file ends inside a document: it was cut short; export it again")
		case err != nil:
			return f.ended(err)
		}
		if len(w.open) == 0 {
			w.found = false
			err = f.into(c)
		} else {
			err = f.child(c)
		}
		if err == nil && len(w.open) == 0 && !w.inside && !w.found {
			err = f.stop("the document that ends here has no array at %s; check the option records", w.path)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// into enters the value at the start of the window, which lies on the path.
func (f *file) into(c byte) error {
	w := f.walk
	depth := len(w.open)
	if depth == len(w.steps) {
		switch c {
		case '[':
			f.win.advance(1)
			w.inside, w.after, w.found = true, false, true
			return nil
		case 'n': // null: no records
			w.found = true
			return f.pass()
		}
		return f.stop("a document has something else than an array at %s", w.where())
	}
	want := byte('{')
	if w.steps[depth].index >= 0 {
		want = '['
	}
	if c != want {
		return f.pass()
	}
	f.win.advance(1)
	w.open, w.kinds = append(w.open, 0), append(w.kinds, c+2)
	return nil
}

// where names the place of the records.
func (w *walk) where() string {
	if w.path == "" {
		return "its top, although the file begins with one"
	}
	return w.path
}

// child goes on by one in the innermost container that is open: over a comma,
// out of it, or to its next member or element.
func (f *file) child(c byte) error {
	w := f.walk
	last := len(w.open) - 1
	want := w.steps[last]
	switch {
	case c == ',':
		f.win.advance(1)
		return nil
	case c == w.kinds[last]:
		f.win.advance(1)
		w.open, w.kinds = w.open[:last], w.kinds[:last]
		return nil
	case w.kinds[last] == ']':
		place := w.open[last]
		w.open[last]++
		if place == want.index {
			return f.into(c)
		}
		return f.pass()
	}
	name, err := f.memberName()
	if err != nil {
		return err
	}
	if c, err = f.win.skipSpace(); err != nil {
		return f.stop("the file ends inside a document: it was cut short; export it again")
	}
	if name == want.name {
		return f.into(c)
	}
	return f.pass()
}

// memberName reads a name and its colon.
func (f *file) memberName() (string, error) {
	for {
		f.scan.buf, f.scan.short, f.scan.wrong = f.win.bytes(), false, nil
		end, name := f.scan.memberName()
		if end >= 0 {
			f.win.advance(end)
			return name, nil
		}
		if f.scan.wrong != nil || f.win.more() != nil {
			return "", f.stop("the document is broken here: the name of a member is expected; mend the file there")
		}
	}
}

// memberName scans a name at the start of the buffer, and its colon.
func (s *scanner) memberName() (end int, name string) {
	if s.buf[0] != '"' {
		return s.unexpected(0, "the name of a member"), ""
	}
	end, form := s.text(0)
	if end < 0 {
		return end, ""
	}
	colon := s.space(end)
	if colon >= len(s.buf) || s.buf[colon] != ':' {
		return s.unexpected(colon, "the colon after a name"), ""
	}
	inside := s.buf[1 : end-1]
	if form == formEscaped {
		inside = unescape(inside)
	}
	return colon + 1, string(inside)
}

// pass moves behind a value that the path does not lead to.
func (f *file) pass() error {
	closed, err := f.win.skipValue()
	if err == nil && !closed {
		err = fmt.Errorf("a value is not closed, or closed by the wrong bracket; mend the file there")
	}
	if err != nil {
		return f.ended(err)
	}
	return nil
}
