package mapper

import "strings"

// textsSize is how many bytes of texts share a piece of memory.
const textsSize = 4 << 10

// texts makes strings that share pieces of memory: a string of its own for each
// name would be a third of what a dry run allocates. A string that is kept keeps
// its whole piece. A nil texts makes strings that stand alone. It is for one
// goroutine.
type texts struct{ piece strings.Builder }

// room is where a text of up to n bytes may be written, and where it begins.
func (t *texts) room(n int) (b *strings.Builder, at int) {
	if t == nil {
		b = &strings.Builder{}
		b.Grow(n)
		return b, 0
	}
	if t.piece.Cap()-t.piece.Len() < n {
		t.piece = strings.Builder{}
		t.piece.Grow(max(textsSize, n))
	}
	return &t.piece, t.piece.Len()
}
