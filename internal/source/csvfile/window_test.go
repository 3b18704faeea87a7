package csvfile

import (
	"bytes"
	"io"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// piecemeal gives its bytes in pieces of the sizes that are drawn.
type piecemeal struct {
	rest  []byte
	sizes []int
}

func (p *piecemeal) Read(b []byte) (int, error) {
	if len(p.rest) == 0 {
		return 0, io.EOF
	}
	n := min(len(b), len(p.rest))
	if len(p.sizes) > 0 {
		n, p.sizes = min(n, p.sizes[0]), p.sizes[1:]
	}
	copy(b, p.rest[:n])
	p.rest = p.rest[n:]
	return n, nil
}

// TestSoundLines reads lines through windows that cut characters apart: no line
// is taken for sound that is not, and every one is in a file that is.
func TestSoundLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := []string{"a", "ü", "김", "\U0001F600", "\n", "text of some length,", "\x00", "\xff", "\xe2\x82", "\x80", "\xed\xa0\x80"}
		all := rapid.Bool().Draw(t, "sound words alone")
		if all {
			words = words[:6]
		}
		var file []byte
		for _, i := range rapid.SliceOfN(rapid.IntRange(0, len(words)-1), 0, 60).Draw(t, "words") {
			file = append(file, words[i]...)
		}
		w := newWindow(&piecemeal{rest: bytes.Clone(file), sizes: rapid.SliceOf(rapid.IntRange(1, 9)).Draw(t, "sizes")}, rapid.IntRange(1, 40).Draw(t, "window"))
		var read []byte
		for {
			line, err := w.line(0)
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			sound := utf8.Valid(line) && bytes.IndexByte(line, 0) < 0
			if said := w.isSound(len(line)); said && !sound || all && !said {
				t.Fatalf("the line %q of %q is said to be sound: %v", line, file, said)
			}
			read = append(read, line...)
			w.advance(len(line))
		}
		if !bytes.Equal(read, file) {
			t.Fatalf("%q was read as %q", file, read)
		}
	})
}
