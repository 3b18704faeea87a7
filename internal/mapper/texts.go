package mapper

import "strings"

// textsSize is how many bytes of texts share a piece of memory.
const textsSize = 4 << 10

// texts makes strings that share pieces of memory: a string of its own for each
// name would be a third of what a dry run allocates. A string that is kept keeps
// its whole piece. A nil texts makes strings that stand alone. It is for one
// goroutine.
type texts struct{ piece strings.Builder }

// add returns b as a string.
func (t *texts) add(b []byte) string {
	if t == nil {
		return string(b)
	}
	if t.piece.Cap()-t.piece.Len() < len(b) {
		t.piece = strings.Builder{}
		t.piece.Grow(max(textsSize, len(b)))
	}
	at := t.piece.Len()
	t.piece.Write(b)
	return t.piece.String()[at:]
}
