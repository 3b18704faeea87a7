package jsonfile

// skipper finds the end of a value by its quotes and brackets alone, without
// judging it, in pieces of any size. The zero value is ready.
type skipper struct {
	open    []byte // the brackets that are open
	text    bool   // inside a text
	escaped bool   // behind a backslash
	bare    bool   // inside a number or a word
	bad     bool   // the brackets or quotes do not pair
}

// maxSkipDepth bounds what is remembered of a value that is skipped.
const maxSkipDepth = 10_000

// feed looks at the next piece. It returns how much of it belongs to the value
// and whether the value ends there.
func (k *skipper) feed(b []byte) (n int, done bool) {
	for i, c := range b {
		switch {
		case k.text:
			if done := k.inText(c); done {
				return i + 1, true
			}
		case k.bare && (isSpace(c) || c == ',' || c == ']' || c == '}'):
			return i, true
		case c == '"':
			k.text = true
		case c == '{' || c == '[':
			k.open = append(k.open, c+2) // the bracket that closes it
			k.bad = k.bad || len(k.open) > maxSkipDepth
		case c == '}' || c == ']':
			last := len(k.open) - 1
			if last < 0 || k.open[last] != c {
				k.bad = true
				return i, true
			}
			k.open = k.open[:last]
			if last == 0 {
				return i + 1, true
			}
		case len(k.open) == 0 && !isSpace(c):
			k.bare = true
		}
		if k.bad {
			return i, true
		}
	}
	return len(b), false
}

// inText takes a character inside a text and tells whether it ends the value.
func (k *skipper) inText(c byte) bool {
	switch {
	case k.escaped:
		k.escaped = false
	case c == '\\':
		k.escaped = true
	case c == '"':
		k.text = false
		return len(k.open) == 0
	case c == '\n':
		k.bad = true
	}
	return k.bad
}

// skipValue moves the window behind the value that begins there. It reports
// false where the value's end cannot be found.
func (w *window) skipValue() (bool, error) {
	var k skipper
	for {
		n, done := k.feed(w.bytes())
		w.advance(n)
		if done {
			return !k.bad, nil
		}
		if err := w.more(); err != nil {
			return k.bare && w.failed() == nil, w.failed()
		}
	}
}
