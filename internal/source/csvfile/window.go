package csvfile

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"
	"unsafe"

	"kycmigrate/internal/source"
	"kycmigrate/internal/text"
)

const readChunk = 256 << 10

// pieceSize is how many bytes of text are allocated together: an allocation for
// each record would cost as much as cutting it.
const pieceSize = 2 << 10

// leastLent is what the window takes at least of lent memory.
const leastLent = 4 << 10

// errFull says that the window does not read on for now: that would move bytes that
// records have their texts in, or it can do so into lent memory the next time.
var errFull = errors.New("no room behind the records that were read")

// errLongLine says that a line does not end within source.MaxRecord bytes of the
// window's start.
var errLongLine = errors.New("line too long")

// window shows the bytes of a file from the start of the current record on.
// Slices it returns are good until the next call of one of its methods.
//
// Its memory may be lent for a while (see borrow). Texts then lie in it as they
// were read, and nothing in it moves once there is one.
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
	ended bool  // the very end was looked at
	sound int   // what is in buf before it, from start on, is UTF-8 without NUL

	piece   string // the text that is shared
	pieceAt int64  // byte of the file that it starts at

	asked bool   // there is memory to borrow, now or the next time
	taken bool   // since then records were cut out of buf
	lent  bool   // buf belongs to somebody else
	home  []byte // its own memory, while buf is lent
	used  int    // bytes of lent memory that the last call had texts in
}

func newWindow(src io.Reader, size int) *window {
	return &window{src: src, wide: 1, buf: make([]byte, size)}
}

// peek returns the first n bytes, or what there is of them: an error comes with
// the line that it cuts off.
func (w *window) peek(n int) ([]byte, error) {
	for w.end-w.start < n && w.err == nil {
		if err := w.fill(); err != nil {
			return nil, err
		}
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
		if err := w.fill(); err != nil {
			return nil, err
		}
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
// a file. There is one at most: what stands before it is the file's.
func (w *window) dropEndMark(off int) {
	const endMark = 0x1A
	last := w.end - w.wide
	if last < w.start+off || w.ended {
		return
	}
	w.ended = true
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

// text returns the first n bytes as a text: where memory is lent that text lies in
// it. Else short ones share their memory with their neighbours, so that who keeps one
// keeps no more than pieceSize bytes.
func (w *window) text(n int) string {
	if w.lent && n > 0 {
		return unsafe.String(&w.buf[w.start], n) //nolint:gosec // source.Borrower: good until the caller writes there
	}
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
		w.taken = false // lent memory has no line that long, and from its own texts are copied
		if err := w.fill(); err != nil {
			return err
		}
	}
}

// isSound reports whether the first n bytes are known to be UTF-8 without NUL.
func (w *window) isSound(n int) bool { return w.start+n <= w.sound }

// borrow moves the window into lent memory and fills that, unless what is in it would
// not leave room for as much again. Of the memory it takes little more than was used
// the last time, for what is left over must be moved back.
func (w *window) borrow(memory []byte) {
	// What is in it must fit back, and a line too long for anybody is no matter of it.
	size := min(len(memory), len(w.buf), source.MaxRecord)
	if w.used > 0 {
		size = min(size, w.used+w.used/4+leastLent)
	}
	w.asked, w.taken = size > 0, false
	if size < 2*(w.end-w.start) || size == 0 {
		return
	}
	w.home, w.lent = w.buf, true
	w.move(memory[:size])
	if w.err == nil {
		w.read()
	}
}

// giveBack moves the window into its own memory again.
func (w *window) giveBack() {
	w.asked = false
	if w.lent {
		w.lent, w.used = false, w.start
		w.move(w.home)
	}
}

// move makes memory that of the window, which must have room for what is in it.
func (w *window) move(memory []byte) {
	w.base += int64(w.start)
	w.end = copy(memory, w.buf[w.start:w.end])
	w.sound = max(w.sound-w.start, 0)
	w.start = 0
	w.buf = memory
}

// take notes that a record was cut out.
func (w *window) take() { w.taken = true }

// fill reads more bytes behind those in the window.
func (w *window) fill() error {
	switch {
	case w.asked && w.taken:
		return errFull
	case w.start > 0:
		w.move(w.buf)
	case w.end == len(w.buf) && w.lent: // a record that is longer
		w.home = append(w.home, make([]byte, max(0, 2*w.end-len(w.home)))...)
		w.giveBack()
	case w.end == len(w.buf):
		w.buf = append(w.buf, make([]byte, len(w.buf))...)
	}
	w.read()
	return nil
}

// read reads once into the room behind what is there.
func (w *window) read() {
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
