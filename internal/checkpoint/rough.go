package checkpoint

import "encoding/binary"

// The layers of a rough set: each has twice the bits of the one before, and takes a
// fingerprint for every roughBits of them.
const (
	roughFirst  = 1 << 21 // bits
	roughBits   = 6
	roughHashes = 3
)

// rough is a set of fingerprints that takes some for its own that were never added,
// about one in seven of a million records, and knows every one that was: a Bloom
// filter, which grows by layers, of a byte or two for each. The committer asks it
// before it asks the table, where to find nothing costs as much as to find something.
// Nobody else uses it.
type rough struct {
	layers [][]uint64
	room   int // in the last layer
}

func (r *rough) add(m MAC) {
	if r.room == 0 {
		bits := roughFirst << len(r.layers)
		r.layers, r.room = append(r.layers, make([]uint64, bits/64)), bits/roughBits
	}
	r.room--
	last := r.layers[len(r.layers)-1]
	for i := range roughHashes {
		word, bit := roughPlace(m, i, len(last))
		last[word] |= bit
	}
}

// may reports whether a fingerprint may be there.
func (r *rough) may(m MAC) bool {
	for _, layer := range r.layers {
		if roughHolds(layer, m) {
			return true
		}
	}
	return false
}

func roughHolds(layer []uint64, m MAC) bool {
	for i := range roughHashes {
		word, bit := roughPlace(m, i, len(layer))
		if layer[word]&bit == 0 {
			return false
		}
	}
	return true
}

// roughPlace is the i-th place of a fingerprint in a layer of so many words, a power
// of two. A fingerprint is random already: its bits serve as hashes.
func roughPlace(m MAC, i, words int) (word int, bit uint64) {
	h := binary.LittleEndian.Uint64(m[:8]) + uint64(i)*binary.LittleEndian.Uint64(m[8:])
	return int(h>>6) & (words - 1), 1 << (h & 63)
}
