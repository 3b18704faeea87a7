package jsonfile

import (
	"bytes"
	"unicode/utf8"

	"kycmigrate/internal/source"
)

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

// hex scans a character that is written as \u and four digits.
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
