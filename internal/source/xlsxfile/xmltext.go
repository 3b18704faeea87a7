package xlsxfile

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// content appends the text of the element that was opened last, without that
// of elements within it, up to a limit. ok is false where a character reference
// means nothing.
func (x *xmlScanner) content(dst []byte, limit int) (out []byte, ok bool, err error) {
	ok = true
	if x.empty {
		return dst, ok, nil
	}
	for {
		kind, err := x.next()
		switch {
		case err != nil:
			return dst, false, unexpected(err)
		case kind == tokClose:
			return dst, ok, nil
		case kind == tokOpen:
			if err := x.skip(); err != nil {
				return dst, false, err
			}
		case len(dst) <= limit:
			var good bool
			dst, good = x.appendText(dst)
			ok = ok && good
		}
	}
}

// rich appends the text of the element that was opened last where it is a
// string of a workbook: that of its runs, without what tells their sound.
func (x *xmlScanner) rich(dst []byte, limit int) (out []byte, ok bool, err error) {
	ok = true
	if x.empty {
		return dst, ok, nil
	}
	for level := x.depth - 1; x.depth > level; {
		kind, err := x.next()
		if err != nil {
			return dst, false, unexpected(err)
		}
		if kind != tokOpen || string(x.name) == "r" {
			continue
		}
		if string(x.name) != "t" {
			if err := x.skip(); err != nil {
				return dst, false, err
			}
			continue
		}
		var good bool
		if dst, good, err = x.content(dst, limit); err != nil {
			return dst, false, err
		}
		ok = ok && good
	}
	return dst, ok, nil
}

// appendText appends the characters that the text token means.
func (x *xmlScanner) appendText(dst []byte) ([]byte, bool) {
	if x.cdata {
		return appendLines(dst, x.text), true
	}
	return appendChars(dst, x.text)
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// local takes the prefix off a name.
func local(name []byte) []byte { return name[bytes.IndexByte(name, ':')+1:] }

// nextAttr returns the first attribute, by its name without a prefix and with
// its value as it stands, and those behind it. name is nil where there is none.
func nextAttr(s []byte) (name, value, rest []byte) {
	i := 0
	for i < len(s) && isSpace(s[i]) {
		i++
	}
	s = s[i:]
	eq := bytes.IndexByte(s, '=')
	if eq <= 0 {
		return nil, nil, nil
	}
	name = bytes.TrimRight(s[:eq], " \t\r\n")
	s = s[eq+1:]
	for len(s) > 0 && isSpace(s[0]) {
		s = s[1:]
	}
	if len(s) == 0 || s[0] != '"' && s[0] != '\'' {
		return nil, nil, nil
	}
	end := bytes.IndexByte(s[1:], s[0])
	if end < 0 {
		return nil, nil, nil
	}
	return local(name), s[1 : end+1], s[end+2:]
}

// attr returns an attribute of the element that was opened last, "" where it
// has none of that name.
func (x *xmlScanner) attr(wanted string) string {
	for rest := x.attrs; ; {
		var name, value []byte
		if name, value, rest = nextAttr(rest); name == nil {
			return ""
		}
		if string(name) == wanted {
			text, _ := appendChars(nil, value)
			return string(text)
		}
	}
}

// flag reports whether an attribute is true.
func (x *xmlScanner) flag(name string) bool { return isTrue([]byte(x.attr(name))) }

func isTrue(value []byte) bool {
	return string(value) == "1" || string(value) == "true" || string(value) == "on"
}

// appendLines appends text with its line breaks as XML has them read.
func appendLines(dst, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '\r')
		if i < 0 {
			return append(dst, text...)
		}
		dst = append(append(dst, text[:i]...), '\n')
		text = bytes.TrimPrefix(text[i+1:], []byte("\n"))
	}
}

// appendChars appends text with its character references resolved. Those that
// mean nothing stand as they are, and make it false.
func appendChars(dst, text []byte) ([]byte, bool) {
	ok := true
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return appendLines(dst, text), ok
		}
		dst = appendLines(dst, text[:i])
		text = text[i:]
		end := bytes.IndexByte(text[:min(len(text), 16)], ';')
		r, good := reference(text, end)
		if !good {
			dst, text, ok = append(dst, '&'), text[1:], false
			continue
		}
		dst = utf8.AppendRune(dst, r)
		text = text[end+1:]
	}
}

// reference is the character that text begins with a reference to.
func reference(text []byte, end int) (rune, bool) {
	if end < 2 {
		return 0, false
	}
	switch name := string(text[1:end]); name {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	default:
		return numbered(name)
	}
}

func numbered(name string) (rune, bool) {
	if name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if len(digits) > 0 && digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	r := rune(n)
	return r, err == nil && n > 0 && n <= utf8.MaxRune && utf8.ValidRune(r)
}
