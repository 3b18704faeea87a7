package csvfile

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/transform"

	"kycmigrate/internal/text"
)

// charset reads and writes the text of one encoding. All but UTF-16 keep ASCII
// as single bytes, and none has a line break or a quote inside a
// character, so lines are found and quotes doubled before decoding.
type charset struct {
	name string
	wide int               // bytes of a code unit
	big  bool              // UTF-16 with the high byte first
	enc  encoding.Encoding // nil for UTF-8 and UTF-16
	dec  transform.Transformer
	buf  []byte
}

// aliases names what exporters write and the WHATWG list does not have.
var aliases = map[string]string{
	"cp949": "euc-kr", "ms949": "euc-kr", "uhc": "euc-kr", "windows949": "euc-kr", "euckr": "euc-kr",
	"cp932": "shift_jis", "ms932": "shift_jis", "windows932": "shift_jis", "shiftjis": "shift_jis",
	"eucjp": "euc-jp", "cp936": "gbk", "ms936": "gbk", "cp950": "big5", "ms950": "big5",
	"cp874": "windows-874", "cp1250": "windows-1250", "cp1251": "windows-1251", "cp1252": "windows-1252",
	"cp1253": "windows-1253", "cp1254": "windows-1254", "cp1255": "windows-1255",
	"cp1256": "windows-1256", "cp1257": "windows-1257", "cp1258": "windows-1258",
	"latin9": "iso-8859-15", "utf8": "utf-8", "utf8sig": "utf-8", "utf8bom": "utf-8",
	"utf16le": "utf-16le", "utf16be": "utf-16be", "utf16": "utf-16",
}

// dosPages are the code pages of DOS programs, which the WHATWG list leaves out.
var dosPages = map[string]encoding.Encoding{
	"cp437": charmap.CodePage437, "cp850": charmap.CodePage850, "cp852": charmap.CodePage852,
	"cp855": charmap.CodePage855, "cp858": charmap.CodePage858, "cp860": charmap.CodePage860,
	"cp862": charmap.CodePage862, "cp863": charmap.CodePage863, "cp865": charmap.CodePage865,
}

func utf8Charset() *charset { return &charset{name: "utf-8", wide: 1} }

func utf16Charset(big bool) *charset {
	if big {
		return &charset{name: "utf-16be", wide: 2, big: true}
	}
	return &charset{name: "utf-16le", wide: 2}
}

// charsetByName finds an encoding by what an operator may call it. For utf-16,
// which leaves the byte order to the file, the charset has no code unit.
func charsetByName(name string) (*charset, error) {
	name = strings.ToLower(strings.TrimSpace(name))
	plain := strings.NewReplacer("-", "", "_", "", " ", "").Replace(name)
	if a, ok := aliases[plain]; ok {
		name = a
	}
	switch name {
	case "utf-8":
		return utf8Charset(), nil
	case "utf-16le", "utf-16be":
		return utf16Charset(name == "utf-16be"), nil
	case "utf-16":
		return &charset{name: name}, nil
	}
	if enc, ok := dosPages[plain]; ok {
		return &charset{name: plain, wide: 1, enc: enc, dec: enc.NewDecoder()}, nil
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		return nil, fmt.Errorf("encoding %q is not known; use a name such as utf-8, utf-16le, windows-1252, cp949, shift_jis, gb18030 or big5", name)
	}
	canon, err := htmlindex.Name(enc)
	if err != nil {
		return nil, fmt.Errorf("encoding %q cannot be read; convert the file to UTF-8 first", name)
	}
	switch canon {
	case "utf-8", "utf-16le", "utf-16be":
		return charsetByName(canon)
	case "iso-2022-jp", "replacement", "x-user-defined":
		return nil, fmt.Errorf("encoding %q cannot be read line by line; convert the file to UTF-8 first", name)
	}
	return &charset{name: canon, wide: 1, enc: enc, dec: enc.NewDecoder()}, nil
}

// clone returns a charset for use beside c.
func (c *charset) clone() *charset {
	d := *c
	d.buf = nil
	if d.enc != nil {
		d.dec = d.enc.NewDecoder()
	}
	return &d
}

// decode returns src as UTF-8 and whether all of it was valid and free of NUL.
// The text may alias src; it is good until the next call.
func (c *charset) decode(src []byte) (decoded []byte, ok bool) {
	if c.wide == 2 {
		return c.decode16(src)
	}
	ok = bytes.IndexByte(src, 0) < 0
	if c.enc == nil {
		return src, ok && text.Valid(src)
	}
	if text.IsASCII(src) {
		return src, ok
	}
	if need := 3 * len(src); len(c.buf) < need {
		c.buf = make([]byte, need)
	}
	c.dec.Reset()
	n, _, err := c.dec.Transform(c.buf, src, true)
	decoded = c.buf[:n]
	return decoded, ok && err == nil && !bytes.Contains(decoded, []byte("\uFFFD"))
}

func (c *charset) decode16(src []byte) (text []byte, ok bool) {
	c.buf, ok = c.buf[:0], len(src)%2 == 0
	for len(src) >= 2 {
		r := rune(c.unit(src))
		src = src[2:]
		if utf16.IsSurrogate(r) {
			pair := utf8.RuneError
			if len(src) >= 2 {
				pair = utf16.DecodeRune(r, rune(c.unit(src)))
			}
			if pair == utf8.RuneError {
				ok = false
			} else {
				src = src[2:]
			}
			r = pair
		}
		ok = ok && r != 0
		c.buf = utf8.AppendRune(c.buf, r)
	}
	if len(src) > 0 {
		c.buf = utf8.AppendRune(c.buf, utf8.RuneError)
	}
	return c.buf, ok
}

func (c *charset) unit(b []byte) uint16 {
	if c.big {
		return binary.BigEndian.Uint16(b)
	}
	return binary.LittleEndian.Uint16(b)
}

// offset returns how many bytes of src make the first n bytes of its text.
func (c *charset) offset(src []byte, n int) int {
	switch {
	case c.wide == 2:
		return c.offset16(src, n)
	case c.enc == nil:
		return min(n, len(src))
	}
	c.dec.Reset()
	_, used, _ := c.dec.Transform(make([]byte, n), src, true)
	return used
}

func (c *charset) offset16(src []byte, n int) int {
	at := 0
	for n > 0 && at+2 <= len(src) {
		r, size := rune(c.unit(src[at:])), 2
		if utf16.IsSurrogate(r) {
			r = utf8.RuneError
			if at+4 <= len(src) {
				r = utf16.DecodeRune(rune(c.unit(src[at:])), rune(c.unit(src[at+2:])))
			}
			if r != utf8.RuneError {
				size = 4
			}
		}
		n -= utf8.RuneLen(r)
		at += size
	}
	return at
}

// foreign reports whether the encoding lacks a character of text.
func (c *charset) foreign(text string) bool {
	back, ok := c.clone().decode(c.encode(nil, text))
	return text != "" && (!ok || string(back) != text)
}

// encode appends s in the encoding to dst. A character that the encoding
// does not have becomes a question mark.
func (c *charset) encode(dst []byte, s string) []byte {
	if c.wide == 2 {
		for _, u := range utf16.Encode([]rune(s)) {
			if c.big {
				dst = append(dst, byte(u>>8), byte(u))
			} else {
				dst = append(dst, byte(u), byte(u>>8))
			}
		}
		return dst
	}
	if c.enc == nil || text.IsASCIIString(s) {
		return append(dst, s...)
	}
	e := c.enc.NewEncoder()
	for _, r := range s {
		b, err := e.Bytes([]byte(string(r)))
		if err != nil {
			b = []byte("?")
		}
		dst = append(dst, b...)
	}
	return dst
}

// trimEOL cuts the line break off a physical line. A carriage return at the
// very end of a file counts as one, as it does for encoding/csv.
func (c *charset) trimEOL(line []byte) []byte {
	line = c.trimUnit(line, '\n')
	return c.trimUnit(line, '\r')
}

func (c *charset) trimUnit(line []byte, u byte) []byte {
	n := len(line)
	if c.wide == 1 {
		if n > 0 && line[n-1] == u {
			return line[:n-1]
		}
		return line
	}
	if n >= 2 && n%2 == 0 && c.unit(line[n-2:]) == uint16(u) {
		return line[:n-2]
	}
	return line
}

// startsWith reports whether src begins with an ASCII character.
func (c *charset) startsWith(src []byte, char byte) bool {
	if c.wide == 2 {
		return len(src) >= 2 && c.unit(src) == uint16(char)
	}
	return len(src) > 0 && src[0] == char
}
