package xlsxfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Limits of the XML that is read.
const (
	scanBuffer = 64 << 10 // what a scanner begins with
	maxToken   = 1 << 20  // the longest tag or CDATA section
	maxDepth   = 128      // elements within elements
	textPiece  = 32 << 10 // longer texts come in pieces
)

var (
	errDoctype = errors.New("its XML has a DOCTYPE, which a workbook never has; open it in Excel and save it again")
	errCut     = errors.New("its XML is cut off; the file was not copied or written whole")
	errToken   = errors.New("its XML has a tag of more than 1 MiB, which no spreadsheet program writes")
	errDeep    = fmt.Errorf("its XML is nested more than %d deep, which no spreadsheet program writes", maxDepth)
	errTags    = errors.New("its XML closes an element that is not open; open it in Excel and save it again")
	errUTF16   = errors.New("its XML is not in UTF-8; open it in Excel and save it again")
)

// token is a kind of piece of an XML text.
type token uint8

const (
	tokNone  token = iota
	tokOpen        // <name attrs> or <name attrs/>
	tokClose       // </name>
	tokText        // characters between tags
)

// xmlScanner cuts the XML of a workbook's part into tokens. It knows as much of
// XML as such a part may hold: names are taken without their prefix, comments
// and instructions are passed over, and a DOCTYPE is refused, so that nothing
// is ever expanded. What a token points to is valid until the next.
type xmlScanner struct {
	src   io.Reader
	buf   []byte
	r, w  int
	ended bool
	depth int

	name  []byte // of tokOpen and tokClose, without its prefix
	attrs []byte // of tokOpen
	empty bool   // tokOpen that has no tokClose: <name/>
	text  []byte // of tokText
	cdata bool   // text stands as it is
}

// newXMLScanner begins to read a part.
func newXMLScanner(src io.Reader) (*xmlScanner, error) {
	x := &xmlScanner{src: src, buf: make([]byte, scanBuffer)}
	if err := x.need(4); err != nil {
		return nil, err
	}
	head := x.buf[:x.w]
	switch {
	case bytes.HasPrefix(head, []byte("\xfe\xff")), bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\x00<")), bytes.HasPrefix(head, []byte("<\x00")):
		return nil, errUTF16
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		x.r = 3
	}
	return x, nil
}

// next returns the next token, io.EOF at the end.
func (x *xmlScanner) next() (token, error) {
	for {
		if err := x.need(1); err != nil {
			return tokNone, err
		}
		if x.r == x.w {
			if x.depth > 0 {
				return tokNone, errCut
			}
			return tokNone, io.EOF
		}
		if x.buf[x.r] != '<' {
			return x.chars()
		}
		kind, err := x.markup()
		if kind != tokNone || err != nil {
			return kind, err
		}
	}
}

// need makes n bytes available, fewer only at the end.
func (x *xmlScanner) need(n int) error {
	for x.w-x.r < n && !x.ended {
		if err := x.fill(); err != nil {
			return err
		}
	}
	return nil
}

// fill reads more behind what is there.
func (x *xmlScanner) fill() error {
	if x.r > 0 {
		copy(x.buf, x.buf[x.r:x.w])
		x.r, x.w = 0, x.w-x.r
	}
	if x.w == len(x.buf) {
		if len(x.buf) >= maxToken {
			return errToken
		}
		x.buf = append(x.buf, make([]byte, len(x.buf))...)
	}
	n, err := x.src.Read(x.buf[x.w:])
	x.w += n
	if err == io.EOF {
		x.ended = true
		return nil
	}
	return err
}

// chars returns the text up to the next tag, or a piece of it that no
// character reference and no line break crosses.
func (x *xmlScanner) chars() (token, error) {
	for {
		part := x.buf[x.r:x.w]
		if n := bytes.IndexByte(part, '<'); n >= 0 {
			return x.take(n), nil
		}
		if x.ended {
			return x.take(len(part)), nil
		}
		if len(part) >= textPiece {
			n := len(part)
			if amp := bytes.LastIndexByte(part[n-16:], '&'); amp >= 0 {
				n = n - 16 + amp
			}
			for n > 0 && part[n-1] == '\r' {
				n--
			}
			if n > 0 {
				return x.take(n), nil
			}
		}
		if err := x.fill(); err != nil {
			return tokNone, err
		}
	}
}

func (x *xmlScanner) take(n int) token {
	x.text, x.cdata = x.buf[x.r:x.r+n], false
	x.r += n
	return tokText
}

// markup reads what begins with <.
func (x *xmlScanner) markup() (token, error) {
	if err := x.need(9); err != nil {
		return tokNone, err
	}
	head := x.buf[x.r:x.w]
	switch {
	case len(head) < 3:
		return tokNone, errCut
	case head[1] == '/':
		return x.closing()
	case head[1] == '?':
		return tokNone, x.instruction()
	case head[1] != '!':
		return x.opening()
	case bytes.HasPrefix(head, []byte("<!--")):
		x.r += 4
		return tokNone, x.skipPast("-->")
	case bytes.HasPrefix(head, []byte("<![CDATA[")):
		x.r += 9
		n, err := x.find("]]>")
		if err != nil {
			return tokNone, err
		}
		kind := x.take(n)
		x.cdata = true
		x.r += 3
		return kind, nil
	}
	return tokNone, errDoctype
}

// instruction passes over <?...?> and looks at the encoding that it states.
func (x *xmlScanner) instruction() error {
	n, err := x.find("?>")
	if err != nil {
		return err
	}
	text := x.buf[x.r : x.r+n]
	x.r += n + 2
	if !bytes.HasPrefix(text, []byte("<?xml ")) {
		return nil
	}
	for rest := text[6:]; ; {
		var name, value []byte
		if name, value, rest = nextAttr(rest); name == nil {
			return nil
		}
		if string(name) == "encoding" && !bytes.EqualFold(value, []byte("utf-8")) && !bytes.EqualFold(value, []byte("utf8")) && !bytes.EqualFold(value, []byte("us-ascii")) {
			return errUTF16
		}
	}
}

// find returns how far off the end is, which must be near.
func (x *xmlScanner) find(end string) (int, error) {
	for {
		if n := bytes.Index(x.buf[x.r:x.w], []byte(end)); n >= 0 {
			return n, nil
		}
		if x.ended {
			return 0, errCut
		}
		if err := x.fill(); err != nil {
			return 0, err
		}
	}
}

// skipPast passes over everything up to and with end, however far off.
func (x *xmlScanner) skipPast(end string) error {
	for {
		if n := bytes.Index(x.buf[x.r:x.w], []byte(end)); n >= 0 {
			x.r += n + len(end)
			return nil
		}
		if x.ended {
			return errCut
		}
		x.r = max(x.r, x.w-len(end)+1)
		if err := x.fill(); err != nil {
			return err
		}
	}
}

// tag returns what stands between < and >, and moves behind it.
func (x *xmlScanner) tag() ([]byte, error) {
	for {
		if n := tagEnd(x.buf[x.r:x.w]); n >= 0 {
			body := x.buf[x.r+1 : x.r+n]
			x.r += n + 1
			return body, nil
		}
		if x.ended {
			return nil, errCut
		}
		if err := x.fill(); err != nil {
			return nil, err
		}
	}
}

// tagEnd finds the > that ends a tag: in quotes it is part of a value.
func tagEnd(s []byte) int {
	var quote byte
	for i, c := range s {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '>':
			return i
		case c == '"' || c == '\'':
			quote = c
		}
	}
	return -1
}

func (x *xmlScanner) opening() (token, error) {
	body, err := x.tag()
	if err != nil {
		return tokNone, err
	}
	x.empty = len(body) > 0 && body[len(body)-1] == '/'
	if x.empty {
		body = body[:len(body)-1]
	} else if x.depth++; x.depth > maxDepth {
		return tokNone, errDeep
	}
	end := 0
	for end < len(body) && !isSpace(body[end]) {
		end++
	}
	x.name, x.attrs = local(body[:end]), body[end:]
	return tokOpen, nil
}

func (x *xmlScanner) closing() (token, error) {
	body, err := x.tag()
	if err != nil {
		return tokNone, err
	}
	if x.depth--; x.depth < 0 {
		return tokNone, errTags
	}
	x.name = local(bytes.TrimRight(body[1:], " \t\r\n"))
	return tokClose, nil
}

// skip passes over the rest of the element that was opened last.
func (x *xmlScanner) skip() error {
	if x.empty {
		return nil
	}
	for level := x.depth - 1; x.depth > level; {
		if _, err := x.next(); err != nil {
			return unexpected(err)
		}
	}
	return nil
}

// unexpected makes an error of an end in the middle.
func unexpected(err error) error {
	if err == io.EOF {
		return errCut
	}
	return err
}
