package xlsxfile

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// Strings of a workbook write a character that XML cannot hold as _xHHHH_, and
// an underscore that would look like the beginning of that as _x005F_.

const escapeLen = len("_xHHHH_")

// unescape resolves the escapes in text[from:], in place.
func unescape(text []byte, from int) []byte {
	i := bytes.Index(text[from:], []byte("_x"))
	if i < 0 {
		return text
	}
	out := text[:from+i]
	for rest := text[from+i:]; len(rest) > 0; {
		unit, ok := escaped(rest)
		if !ok {
			out, rest = append(out, rest[0]), rest[1:]
			continue
		}
		size := escapeLen
		if utf16.IsSurrogate(unit) {
			low, _ := escaped(rest[escapeLen:])
			if unit = utf16.DecodeRune(unit, low); unit == utf8.RuneError {
				out, rest = append(out, rest[0]), rest[1:]
				continue
			}
			size *= 2
		}
		out, rest = utf8.AppendRune(out, unit), rest[size:]
	}
	return out
}

// escaped reads one escape.
func escaped(s []byte) (rune, bool) {
	if len(s) < escapeLen || s[0] != '_' || s[1] != 'x' || s[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(s[2:6]), 16, 16)
	return rune(n), err == nil
}

// appendXML appends text as the content of an element of a workbook.
func appendXML(dst []byte, text string) []byte {
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == '&':
			dst = append(dst, "&amp;"...)
		case c == '<':
			dst = append(dst, "&lt;"...)
		case c == '>':
			dst = append(dst, "&gt;"...)
		case c == '_':
			if _, ok := escaped([]byte(text[i:min(len(text), i+escapeLen)])); ok {
				dst = append(dst, "_x005F"...)
			}
			dst = append(dst, '_')
		case c < ' ' && c != '\n' && c != '\t':
			dst = appendEscape(dst, rune(c))
		case c < utf8.RuneSelf:
			dst = append(dst, c)
		default:
			r, n := utf8.DecodeRuneInString(text[i:])
			if r == 0xfffe || r == 0xffff {
				dst = appendEscape(dst, r)
			} else {
				dst = utf8.AppendRune(dst, r)
			}
			i += n
			continue
		}
		i++
	}
	return dst
}

// appendPlain appends a value that is no text, in which escapes mean nothing.
func appendPlain(dst []byte, value string) []byte {
	for i := range len(value) {
		switch c := value[i]; c {
		case '&', '<', '>', '\r':
			dst = append(strconv.AppendInt(append(dst, "&#"...), int64(c), 10), ';')
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

func appendEscape(dst []byte, r rune) []byte {
	const hex = "0123456789ABCDEF"
	return append(dst, '_', 'x', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15], '_')
}
