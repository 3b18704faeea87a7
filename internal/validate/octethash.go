package validate

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"

	"kycmigrate/internal/text"
)

// octetHash hashes short texts, eight bytes at a time: each eight are multiplied with a
// number that is another one in each process, and the two halves of the product are folded.
type octetHash struct{ start, key uint64 }

func newOctetHash(seed maphash.Seed) octetHash {
	return octetHash{maphash.String(seed, "start"), maphash.String(seed, "key") | 1}
}

// add adds eight bytes to a hash.
func (h *octetHash) add(hash uint64, o text.Octets) uint64 {
	high, low := bits.Mul64(hash^uint64(o), h.key)
	return high ^ low
}

// end makes the hash of a text of all its bytes.
func (h *octetHash) end(hash uint64, size int) uint64 { return h.add(hash, text.Octets(size)) }

// of hashes a text.
func (h *octetHash) of(s string) uint64 { return h.onto(h.start, s) }

// ofBytes is of for a text in bytes.
func (h *octetHash) ofBytes(b []byte) uint64 { return h.bytesOnto(h.start, b) }

// onto hashes a text on top of what was hashed before.
func (h *octetHash) onto(hash uint64, s string) uint64 {
	for at := 0; at < len(s); at += text.OctetSize {
		o, _ := octetsFrom(s, at)
		hash = h.add(hash, o)
	}
	return h.end(hash, len(s))
}

// lowerOnto is onto for a text in lower case, and reports whether it is in that already.
func (h *octetHash) lowerOnto(hash uint64, s string) (sum uint64, is bool) {
	changed := text.Octets(0)
	for at := 0; at < len(s); at += text.OctetSize {
		o, _ := octetsFrom(s, at)
		low := o.Lower()
		changed |= o ^ low
		hash = h.add(hash, low)
	}
	return h.end(hash, len(s)), changed == 0
}

// bytesOnto is onto for a text in bytes.
func (h *octetHash) bytesOnto(hash uint64, b []byte) uint64 {
	size := len(b)
	for ; len(b) >= text.OctetSize; b = b[text.OctetSize:] {
		hash = h.add(hash, text.Octets(binary.LittleEndian.Uint64(b)))
	}
	if len(b) > 0 {
		rest := text.Octets(0)
		for i := len(b) - 1; i >= 0; i-- {
			rest = rest<<8 | text.Octets(b[i])
		}
		hash = h.add(hash, rest)
	}
	return h.end(hash, size)
}

// octetsFrom are the next bytes of a text from a place on, with noughts behind the last one,
// and how many they are.
func octetsFrom(s string, at int) (o text.Octets, n int) {
	if at+text.OctetSize <= len(s) {
		return text.OctetsAt(s, at), text.OctetSize
	}
	return lastOctets(s, at), len(s) - at
}

// lastOctets is octetsFrom for the end of a text.
func lastOctets(s string, at int) (o text.Octets) {
	if len(s) >= text.OctetSize {
		return text.OctetsAt(s, len(s)-text.OctetSize) >> (8 * (at + text.OctetSize - len(s)))
	}
	for i := len(s) - 1; i >= at; i-- {
		o = o<<8 | text.Octets(s[i])
	}
	return o
}

// wordAt is a word as it stands in a text, in lower case.
type wordAt struct {
	hash  uint64
	end   int  // where it ends, before a space or with the text
	plain bool // it is read letter by letter: all are of ASCII, and no two of them are one
}

// word hashes the word of a text that begins at a place.
func (h *octetHash) word(s string, at int) (w wordAt) {
	w = wordAt{hash: h.start, end: at, plain: true}
	last := text.Octets(0)
	for w.end < len(s) {
		o, n := octetsFrom(s, w.end)
		if n = min(firstSpace(o), n); n == 0 {
			break
		}
		whole := wholeOctets(n)
		o = o.Lower() & whole
		w.plain = w.plain && plainOctets(o, o<<8|last)&whole == 0
		w.hash = h.add(w.hash, o)
		if w.end += n; n < text.OctetSize {
			break
		}
		last = o >> 56
	}
	w.hash = h.end(w.hash, w.end-at)
	return w
}

// wholeOctets has all bits of the first n bytes.
func wholeOctets(n int) text.Octets { return text.Octets(1)<<(8*n) - 1 }

// firstSpace is how many bytes stand before the first space.
func firstSpace(o text.Octets) int { return bits.TrailingZeros64(uint64(hasOctet(o, ' '))) / 8 }

// hasOctet marks the first byte that is c, of ASCII, and perhaps some behind it.
func hasOctet(o text.Octets, c byte) text.Octets {
	const each = 0x0101_0101_0101_0101
	o ^= each * text.Octets(c)
	return (o - each) &^ o & text.All
}

// plainOctets marks what is no small letter of ASCII, and letters that may be one with those
// before them, which are given as well: twice the same, ae, oe, ue, and dj.
func plainOctets(o, before text.Octets) text.Octets {
	if o.Foreign()|before.Foreign() != 0 {
		return text.All
	}
	e := o.Is('e') & (before.Is('a') | before.Is('o') | before.Is('u'))
	return o.In('a', 'z') ^ text.All | (o ^ before).Is(0) | e | o.Is('j')&before.Is('d')
}
