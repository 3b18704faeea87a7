package jsonfile

import (
	"bytes"
	"errors"
	"io"

	"kycmigrate/internal/source"
)

const (
	readChunk = 256 << 10
	// maxWindow is what is held at most: a record, and a little to see what
	// comes behind it.
	maxWindow = source.MaxRecord + 64<<10
)

// errFull says that the window holds as much as it may.
var errFull = errors.New("the window is full")

// window is the part of a file that is looked at. It begins at the byte that is
// read next and keeps count of where that is.
type window struct {
	src        io.Reader
	buf        []byte
	start, end int
	err        error  // of src, io.EOF at its end
	line       int64  // of the first byte, from 1
	offset     int64  // of the first byte, from 0
	fresh      bool   // the byte before was a line break
	lead       []byte // the white space before, where a line begins with it
}

func newWindow(src io.Reader) *window {
	return &window{src: src, buf: make([]byte, readChunk), line: 1, fresh: true}
}

// bytes is what the window holds; good until the next call of more.
func (w *window) bytes() []byte { return w.buf[w.start:w.end] }

// more reads on, at least doubling what is held, so that looking at it again
// costs little. It fails with io.EOF, errFull, or what the file fails with.
func (w *window) more() error {
	have := w.end - w.start
	switch {
	case w.err != nil:
		return w.err
	case have >= maxWindow:
		return errFull
	}
	if w.start > 0 {
		w.end = copy(w.buf, w.buf[w.start:w.end])
		w.start = 0
	}
	if w.end > len(w.buf)/2 && len(w.buf) < maxWindow {
		w.buf = append(w.buf, make([]byte, min(len(w.buf), maxWindow-len(w.buf)))...)
	}
	for w.err == nil && w.end < len(w.buf) && w.end < max(2*have, 1) {
		var n int
		n, w.err = w.src.Read(w.buf[w.end:])
		w.end += n
	}
	if w.end == have {
		return w.err
	}
	return nil
}

// at returns the i-th byte, reading on where it must; ok is false where there
// is none within reach.
func (w *window) at(i int) (c byte, ok bool) {
	for i >= w.end-w.start {
		if w.more() != nil {
			return 0, false
		}
	}
	return w.buf[w.start+i], true
}

// failed returns what the file failed with, nil at its end.
func (w *window) failed() error {
	if w.err == io.EOF {
		return nil
	}
	return w.err
}

// advance moves on by n bytes.
func (w *window) advance(n int) {
	if n > 0 {
		w.fresh = w.buf[w.start+n-1] == '\n'
	}
	w.line += int64(bytes.Count(w.buf[w.start:w.start+n], []byte("\n")))
	w.offset += int64(n)
	w.start += n
}

// skipSpace moves on to the next byte that is no white space and returns it. It
// fails with io.EOF at the end of the file. fresh and lead tell afterwards how
// the line of that byte begins.
func (w *window) skipSpace() (byte, error) {
	own := w.fresh
	w.lead = w.lead[:0]
	for {
		for i, c := range w.bytes() {
			switch {
			case c == '\n':
				own, w.lead = true, w.lead[:0]
			case !isSpace(c):
				w.advance(i)
				w.fresh = own
				return c, nil
			case len(w.lead) < readChunk:
				w.lead = append(w.lead, c)
			}
		}
		w.advance(w.end - w.start)
		if err := w.more(); err != nil {
			return 0, err
		}
	}
}

// newline returns the offset behind the first line break at or after from; at
// the end of the file that is the end. It fails with errFull where the line is
// too long.
func (w *window) newline(from int) (int, error) {
	for {
		have := w.bytes()
		if i := bytes.IndexByte(have[min(from, len(have)):], '\n'); i >= 0 {
			return from + i + 1, nil
		}
		from = len(have)
		if err := w.more(); err == io.EOF {
			return from, nil
		} else if err != nil {
			return 0, err
		}
	}
}

// skipLine moves behind the next line break, however far it is.
func (w *window) skipLine() error {
	for {
		have := w.bytes()
		if i := bytes.IndexByte(have, '\n'); i >= 0 {
			w.advance(i + 1)
			return nil
		}
		w.advance(len(have))
		if err := w.more(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}
