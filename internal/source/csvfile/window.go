package csvfile

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"kycmigrate/internal/source"
	"kycmigrate/internal/text"
)

const readChunk = 256 << 10

// pieceSize is how many bytes of text are allocated together: an allocation for
// each record would cost as much as cutting it.
const pieceSize = 2 << 10

// errLongLine says that a line does not end within source.MaxRecord bytes of the
// window's start.
var errLongLine = errors.New("line too long")

// window shows the bytes of a file from the start of the current record on.
// Slices it returns are good until the next call of one of its methods.
type window struct {
	src   io.Reader
	wide  int // bytes of a code unit: 1, or 2 for UTF-16
	big   bool
	cr    bool  // lines end with a carriage return alone
	base  int64 // byte of the file at the start of buf
	buf   []byte
	start int
	end   int
	err   error // what src ended with
	sound int   // what is in buf before it, from start on, is UTF-8 without NUL

	piece   string // the text that is shared
	pieceAt int64  // byte of the file that it starts at
}

func newWindow(src io.Reader, size int) *window {
	return &window{src: src, wide: 1, buf: make([]byte, size)}
}

// peek returns the first n bytes, or what there is of them: an error comes with
// the line that it cuts off.
func (w *window) peek(n int) ([]byte, error) {
	for w.end-w.start < n && w.err == nil {
		w.fill()
	}
	if w.err != nil && w.err != io.EOF && w.start == w.end {
		return nil, w.err
	}
	return w.buf[w.start:min(w.end, w.start+n)], nil
}

// line returns the physical line that starts off bytes into the window, with
// its line break. At the end of the file it returns io.EOF and no bytes.
func (w *window) line(off int) ([]byte, error) {
	searched := off
	for {
		if i := w.newline(w.start + searched); i >= 0 {
			if i-w.start > source.MaxRecord {
				return nil, errLongLine
			}
			return w.buf[w.start+off : i], nil
		}
		searched = w.end - w.start
		searched -= (searched - off) % w.wide
		if searched > source.MaxRecord {
			return nil, errLongLine
		}
		if w.err != nil {
			return w.rest(off)
		}
		w.fill()
	}
}

func (w *window) rest(off int) ([]byte, error) {
	if w.err != io.EOF {
		return nil, w.err
	}
	w.dropEndMark(off)
	if w.start+off == w.end {
		return nil, io.EOF
	}
	return w.buf[w.start+off : w.end], nil
}

// dropEndMark takes off the Ctrl-Z that programs of DOS put at the very end of
// a file.
func (w *window) dropEndMark(off int) {
	const endMark = 0x1A
	last := w.end - w.wide
	if last < w.start+off {
		return
	}
	if w.wide == 1 && w.buf[last] == endMark || w.wide == 2 && (w.end-w.start)%2 == 0 && w.unit(last) == endMark {
		w.end = last
		w.sound = min(w.sound, last)
	}
}

// newline returns the index after the first line break at or after from, or -1.
func (w *window) newline(from int) int {
	end := byte('\n')
	if w.cr {
		end = '\r'
	}
	for at := from; at < w.end; {
		i := bytes.IndexByte(w.buf[at:w.end], end)
		if i < 0 {
			return -1
		}
		at += i + 1
		if w.wide == 1 {
			return at
		}
		unit := at - 1 - (at-1-from)%2
		if unit+2 > w.end {
			return -1
		}
		if w.unit(unit) == uint16(end) {
			return unit + 2
		}
	}
	return -1
}

func (w *window) unit(i int) uint16 {
	if w.big {
		return uint16(w.buf[i])<<8 | uint16(w.buf[i+1])
	}
	return uint16(w.buf[i+1])<<8 | uint16(w.buf[i])
}

// head returns the first n bytes, which must be there.
func (w *window) head(n int) []byte { return w.buf[w.start : w.start+n] }

// text returns the first n bytes as a text. Short ones share their memory with
// their neighbours, so that who keeps one keeps no more than pieceSize bytes.
func (w *window) text(n int) string {
	if n > pieceSize/4 {
		return string(w.head(n))
	}
	at := int(w.offset() - w.pieceAt)
	if at+n > len(w.piece) {
		w.piece, w.pieceAt, at = string(w.head(min(pieceSize, w.end-w.start))), w.offset(), 0
	}
	return w.piece[at : at+n]
}

// offset is the byte of the file at the start of the window.
func (w *window) offset() int64 { return w.base + int64(w.start) }

// advance moves the start of the window n bytes on.
func (w *window) advance(n int) { w.start += n }

// skipLine drops the line at the start of the window, however long it is.
func (w *window) skipLine() error {
	for {
		if i := w.newline(w.start); i >= 0 {
			w.start = i
			return nil
		}
		keep := (w.end - w.start) % w.wide
		if w.err != nil {
			w.start = w.end
			if w.err == io.EOF {
				return nil
			}
			return w.err
		}
		w.start = w.end - keep
		w.fill()
	}
}

// isSound reports whether the first n bytes are known to be UTF-8 without NUL.
func (w *window) isSound(n int) bool { return w.start+n <= w.sound }

// fill reads more bytes behind those in the window.
func (w *window) fill() {
	if w.start > 0 {
		w.base += int64(w.start)
		w.end = copy(w.buf, w.buf[w.start:w.end])
		w.sound = max(w.sound-w.start, 0)
		w.start = 0
	}
	if w.end == len(w.buf) {
		w.buf = append(w.buf, make([]byte, len(w.buf))...)
	}
	n, err := w.src.Read(w.buf[w.end:])
	w.end += n
	w.err = err
	if w.wide == 1 {
		w.vet()
	}
}

// vet looks at all that was read at once, which takes a tenth of the time that
// looking at it line by line does. Where anything is wrong that is left to do.
func (w *window) vet() {
	fresh := w.buf[w.sound:w.end]
	for i := len(fresh) - 1; i >= max(0, len(fresh)-utf8.UTFMax); i-- {
		if utf8.RuneStart(fresh[i]) {
			if !utf8.FullRune(fresh[i:]) {
				fresh = fresh[:i]
			}
			break
		}
	}
	if bytes.IndexByte(fresh, 0) < 0 && text.Valid(fresh) {
		w.sound += len(fresh)
	}
}
