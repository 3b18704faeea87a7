package jsonfile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"kycmigrate/internal/source"
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

// text scans a text with its quotes.
func (s *scanner) text(i int) (int, form) {
	form, ascii := formPlain, true
	for j := i + 1; ; {
		for j < len(s.buf) && ordinary[s.buf[j]] {
			j++
		}
		if j == len(s.buf) {
			return s.more(), form
		}
		c := s.buf[j]
		switch {
		case c == '"':
			if !ascii && !utf8.Valid(s.buf[i+1:j]) {
				return s.fail(i, source.CodeEncoding, "a text has bytes that are not UTF-8"), form
			}
			return j + 1, form
		case c == '\\':
			form = formEscaped
			if j = s.escape(j); j < 0 {
				return -1, form
			}
			continue
		case c < ' ':
			return s.fail(j, CodeSyntax, "a text is not closed, or holds a control character"), form
		}
		ascii = false
		j++
	}
}

// ordinary are the characters that need no thought inside a text: ASCII but for
// the quote, the backslash and what controls.
var ordinary = func() (set [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		set[c] = c != '"' && c != '\\'
	}
	return set
}()

// escape scans an escape, and with the first half of a surrogate pair the
// second.
func (s *scanner) escape(i int) int {
	if i+1 >= len(s.buf) {
		return s.more()
	}
	switch s.buf[i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return i + 2
	case 'u':
	default:
		return s.fail(i, CodeSyntax, "a backslash stands before a character that needs none")
	}
	unit, end := s.hex(i)
	if end < 0 || unit < 0xd800 || unit > 0xdfff {
		return end
	}
	if unit < 0xdc00 {
		for k, c := range []byte(`\u`) {
			if end+k >= len(s.buf) {
				return s.more()
			}
			if s.buf[end+k] != c {
				return s.fail(i, source.CodeEncoding, "a text has half a surrogate pair")
			}
		}
		low, after := s.hex(end)
		if after < 0 || low >= 0xdc00 && low <= 0xdfff {
			return after
		}
	}
	return s.fail(i, source.CodeEncoding, "a text has half a surrogate pair")
}

// hex scans \uXXXX.
func (s *scanner) hex(i int) (unit rune, end int) {
	if i+6 > len(s.buf) {
		return 0, s.more()
	}
	for _, c := range s.buf[i+2 : i+6] {
		digit := bytes.IndexByte([]byte("0123456789abcdef"), c|0x20)
		if digit < 0 || c < '0' {
			return 0, s.fail(i, CodeSyntax, `\u stands before something that is not four hexadecimal digits`)
		}
		unit = unit<<4 | rune(digit)
	}
	return unit, i + 6
}

// number scans a number as RFC 8259 writes it.
func (s *scanner) number(i int) int {
	from := i
	if s.buf[i] == '-' {
		i++
	}
	whole := s.digits(i)
	if whole == i || whole > i+1 && s.buf[i] == '0' {
		return s.badNumber(from, whole)
	}
	i = whole
	if i < len(s.buf) && s.buf[i] == '.' {
		after := s.digits(i + 1)
		if after == i+1 {
			return s.badNumber(from, after)
		}
		i = after
	}
	if i < len(s.buf) && s.buf[i]|0x20 == 'e' {
		i++
		if i < len(s.buf) && (s.buf[i] == '+' || s.buf[i] == '-') {
			i++
		}
		after := s.digits(i)
		if after == i {
			return s.badNumber(from, after)
		}
		i = after
	}
	if i == len(s.buf) {
		return s.more()
	}
	return i
}

func (s *scanner) badNumber(from, at int) int {
	if at >= len(s.buf) {
		return s.more()
	}
	return s.fail(from, CodeSyntax, "a number is not written as JSON writes numbers")
}

func (s *scanner) digits(i int) int {
	for i < len(s.buf) && s.buf[i] >= '0' && s.buf[i] <= '9' {
		i++
	}
	return i
}

// word scans true, false or null.
func (s *scanner) word(i int) int {
	for _, w := range []string{"true", "false", "null"} {
		if s.buf[i] != w[0] {
			continue
		}
		have := s.buf[i:min(i+len(w), len(s.buf))]
		switch {
		case string(have) == w:
			return i + len(w)
		case string(have) == w[:len(have)]:
			return s.more()
		}
	}
	if c := s.buf[i]; c == ',' || c == '}' || c == ']' {
		return s.fail(i, CodeSyntax, "a value is missing, or a comma is one too many")
	}
	return s.fail(i, CodeSyntax, "something stands where a value should that is no JSON, such as NaN or a text without quotes")
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
