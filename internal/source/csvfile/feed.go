package csvfile

import (
	"errors"
	"io"
)

// lineFeed hands the physical lines of a window to a csv.Reader, one with each
// Read, so that the csv.Reader never holds bytes beyond the record it is in.
type lineFeed struct {
	win    *window
	cs     *charset
	off    int    // bytes of the window handed over for this record
	text   []byte // decoded text of this record
	sent   int    // bytes of text handed over
	starts []int  // where each line starts in text
	ok     bool   // everything could be decoded
	capped bool   // the record came to source.MaxRecord
	err    error  // what the window failed with
}

func (f *lineFeed) begin() {
	f.off, f.sent, f.text, f.starts = 0, 0, f.text[:0], f.starts[:0]
	f.ok, f.capped, f.err = true, false, nil
}

// Read implements io.Reader.
func (f *lineFeed) Read(b []byte) (int, error) {
	if f.sent == len(f.text) {
		if err := f.more(); err != nil {
			return 0, err
		}
	}
	n := copy(b, f.text[f.sent:])
	f.sent += n
	return n, nil
}

func (f *lineFeed) more() error {
	line, err := f.win.line(f.off)
	switch {
	case errors.Is(err, errLongLine):
		f.capped = true
		return io.EOF
	case err == io.EOF:
		return io.EOF
	case err != nil:
		f.err = err
		return err
	}
	text, ok := f.cs.decode(line)
	f.ok = f.ok && ok
	f.starts = append(f.starts, len(f.text))
	f.text = append(f.text, text...)
	f.off += len(line)
	return nil
}

// textOf returns the text of the i-th line.
func (f *lineFeed) textOf(i int) []byte {
	if i+1 < len(f.starts) {
		return f.text[f.starts[i]:f.starts[i+1]]
	}
	return f.text[f.starts[i]:]
}
