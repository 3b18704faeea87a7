package csvfile

// lineFeed gathers the physical lines of a record that goes over several.
type lineFeed struct {
	win    *window
	cs     *charset
	off    int    // bytes of the window that were taken
	text   []byte // their text
	last   int    // where the text's last line break starts
	starts []int  // where each line starts in text
	ok     bool   // everything could be decoded
}

func (f *lineFeed) begin() { f.off, f.text, f.starts, f.ok = 0, f.text[:0], f.starts[:0], true }

// more takes another line and returns the record's text so far, without the last
// line break. It returns io.EOF at the end of the file, and errLongLine where
// the record would become longer than source.MaxRecord.
func (f *lineFeed) more() ([]byte, error) {
	line, err := f.win.line(f.off)
	if err != nil {
		return nil, err
	}
	body := f.cs.trimEOL(line)
	f.starts = append(f.starts, len(f.text))
	f.add(body)
	f.last = len(f.text)
	f.add(line[len(body):])
	f.off += len(line)
	return f.text[:f.last], nil
}

func (f *lineFeed) add(b []byte) {
	text, ok := f.cs.decode(b)
	f.ok = f.ok && ok
	f.text = append(f.text, text...)
}

// body is the text of the record without its last line break.
func (f *lineFeed) body() []byte { return f.text[:f.last] }

// textOf returns the text of the i-th line.
func (f *lineFeed) textOf(i int) []byte {
	if i+1 < len(f.starts) {
		return f.text[f.starts[i]:f.starts[i+1]]
	}
	return f.text[f.starts[i]:]
}
