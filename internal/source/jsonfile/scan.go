package jsonfile

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// scanner checks one JSON value and notes where the wanted values stand in it.
// Its methods take the offset where something begins and return the one behind
// it; -1 says that the buffer ended before the value did (short), or that the
// value is broken (wrong).
type scanner struct {
	buf   []byte
	spans []span // by column
	learn *learner
	short bool
	wrong *problem

	depth int
	names [][]byte // of the members of the objects that are open
	marks []mark   // the reserved members of the record
	other bool     // the record has members of its own
}

// span is where the value of a column stands.
type span struct {
	from, to int
	form     form
}

// form says how the text of a value comes about.
type form uint8

const (
	formNone    form = iota // absent or null
	formPlain               // as it stands
	formEscaped             // a text with escapes
	formNested              // an object or an array
)

// mark is a reserved member of a record.
type mark struct {
	name          string
	sep           int // the comma before it; -1 for the first member
	from          int
	value, behind int
}

// record scans the object at the start of buf for the columns of root and
// returns its length.
func (s *scanner) record(buf []byte, root *node, columns int) int {
	s.buf, s.short, s.wrong = buf, false, nil
	s.depth, s.names, s.marks, s.other = 0, s.names[:0], s.marks[:0], false
	if cap(s.spans) < columns {
		s.spans = make([]span, columns)
	}
	s.spans = s.spans[:columns]
	clear(s.spans)
	if len(buf) > 0 && buf[0] != '{' {
		return s.fail(0, CodeNotObject, "the value is no object")
	}
	return s.value(0, root)
}

func (s *scanner) more() int {
	s.short = true
	return -1
}

func (s *scanner) fail(at int, code, what string) int {
	s.wrong = &problem{code: code, what: what, at: at}
	return -1
}

// unexpected fails at i, or asks for more where the buffer ends there.
func (s *scanner) unexpected(i int, wanted string) int {
	if i >= len(s.buf) {
		return s.more()
	}
	return s.fail(i, CodeSyntax, wanted+" is missing")
}

// space skips white space.
func (s *scanner) space(i int) int {
	for i < len(s.buf) && isSpace(s.buf[i]) {
		i++
	}
	return i
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

// value scans any value; n is the node of its place, nil where nothing of it is
// wanted.
func (s *scanner) value(i int, n *node) int {
	i = s.space(i)
	if i == len(s.buf) {
		return s.more()
	}
	at := span{from: i, form: formPlain}
	switch c := s.buf[i]; {
	case c == '"':
		at.to, at.form = s.text(i)
		if n != nil && at.to >= 0 {
			s.note(n, span{at.from + 1, at.to - 1, at.form})
		}
		return at.to
	case c == '{' || c == '[':
		at.to, at.form = s.nested(i, n), formNested
	case c == '-' || c >= '0' && c <= '9':
		at.to = s.number(i)
	default:
		at.to = s.word(i)
		if c == 'n' {
			at.form = formNone
		}
	}
	if n != nil && at.to >= 0 {
		s.note(n, at)
	}
	return at.to
}

// note keeps where a wanted value stands.
func (s *scanner) note(n *node, at span) {
	for _, c := range n.columns {
		s.spans[c] = at
	}
	if s.learn == nil {
		return
	}
	switch {
	case at.form == formNone, at.form == formNested && n.members == nil && n.elems == nil:
		n.empty = true
	case at.form != formNested:
		n.found = true
	}
}

func (s *scanner) nested(i int, n *node) int {
	if s.depth == maxDepth {
		return s.fail(i, CodeTooDeep, fmt.Sprintf("values are nested deeper than %d levels", maxDepth))
	}
	s.depth++
	if s.buf[i] == '{' {
		i = s.object(i, n)
	} else {
		i = s.array(i, n)
	}
	s.depth--
	return i
}

func (s *scanner) object(i int, n *node) int {
	seen := nameSet{open: len(s.names)}
	sep := -1
	i = s.space(i + 1)
	if i < len(s.buf) && s.buf[i] == '}' {
		return i + 1
	}
	for {
		if i = s.pair(i, sep, n, &seen); i < 0 {
			return -1
		}
		i = s.space(i)
		switch {
		case i < len(s.buf) && s.buf[i] == ',':
			sep = i
			i = s.space(i + 1)
		case i < len(s.buf) && s.buf[i] == '}':
			s.names = s.names[:seen.open]
			return i + 1
		default:
			return s.unexpected(i, "a comma or a closing brace")
		}
	}
}

// pair scans a member of an object; sep is the comma before it.
func (s *scanner) pair(i, sep int, n *node, seen *nameSet) int {
	switch {
	case i < len(s.buf) && s.buf[i] == '}' && sep >= 0:
		return s.fail(sep, CodeSyntax, "a comma stands before a closing brace")
	case i >= len(s.buf) || s.buf[i] != '"':
		return s.unexpected(i, "the name of a member in double quotes")
	}
	end, form := s.text(i)
	if end < 0 {
		return -1
	}
	name := s.buf[i+1 : end-1]
	if form == formEscaped {
		name = unescape(name)
	}
	if s.repeats(seen, name) {
		return s.fail(i, CodeDuplicate, "a name stands twice in one object")
	}
	colon := s.space(end)
	if colon >= len(s.buf) || s.buf[colon] != ':' {
		return s.unexpected(colon, "the colon after a name")
	}
	if s.depth > 1 || !isReserved(name) {
		s.other = s.other || s.depth == 1
		return s.value(colon+1, n.member(name, s.learn))
	}
	behind := s.value(colon+1, nil)
	s.marks = append(s.marks, mark{string(name), sep, i, s.space(colon + 1), behind})
	return behind
}

// nameSet is the names of an object so far: those of scanner.names from open
// on, and in many where there are many.
type nameSet struct {
	open int
	many map[string]bool
}

// fewNames is how many names are compared one by one.
const fewNames = 32

// repeats reports whether an object has a name already, and adds it.
func (s *scanner) repeats(seen *nameSet, name []byte) bool {
	earlier := s.names[seen.open:]
	if len(earlier) < fewNames {
		for _, e := range earlier {
			if bytes.Equal(e, name) {
				return true
			}
		}
		s.names = append(s.names, name)
		return false
	}
	if seen.many == nil {
		seen.many = make(map[string]bool, 2*fewNames)
		for _, e := range earlier {
			seen.many[string(e)] = true
		}
	}
	if seen.many[string(name)] {
		return true
	}
	seen.many[string(name)] = true
	return false
}

func (s *scanner) array(i int, n *node) int {
	i = s.space(i + 1)
	if i < len(s.buf) && s.buf[i] == ']' {
		return i + 1
	}
	for place := 0; ; place++ {
		if i = s.value(i, n.element(place, s.learn)); i < 0 {
			return -1
		}
		i = s.space(i)
		switch {
		case i < len(s.buf) && s.buf[i] == ',':
			i = s.space(i + 1)
		case i < len(s.buf) && s.buf[i] == ']':
			return i + 1
		default:
			return s.unexpected(i, "a comma or a closing bracket")
		}
	}
}

// cell makes the value of a column of the text that was scanned.
func (at span) cell(raw string) string {
	text := raw[at.from:at.to]
	switch at.form {
	case formPlain:
		return text
	case formEscaped:
		return string(unescape([]byte(text)))
	case formNested:
		return compact(text)
	}
	return ""
}

// unescape resolves the escapes of the inside of a text that was scanned.
func unescape(inside []byte) []byte {
	var text string
	quoted := append(append([]byte{'"'}, inside...), '"')
	_ = json.Unmarshal(quoted, &text) // the scan has checked it
	return []byte(text)
}

// compact takes the white space out of a value that was scanned.
func compact(value string) string {
	var b bytes.Buffer
	b.Grow(len(value))
	_ = json.Compact(&b, []byte(value)) // the scan has checked it
	return b.String()
}
