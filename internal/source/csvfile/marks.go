package csvfile

import "encoding/binary"

// blockSize is how many bytes are looked at together: a question about them is
// answered by one bit for each, the first in the lowest.
const blockSize = 64

const (
	wordSize   = 8
	eachByte   = 0x0101_0101_0101_0101
	topBits    = 0x80 * eachByte
	lowBits    = 0x7f * eachByte
	gatherTops = 0x0002_0408_1020_4081 // times a word of top bits: they are in its highest byte
)

// blockAt returns the block that starts at b[i], and bits for those of its bytes
// that are in b.
func blockAt(b []byte, i int) (block *[blockSize]byte, part uint64) {
	if b = b[i:]; len(b) >= blockSize {
		return (*[blockSize]byte)(b), ^uint64(0)
	}
	part = 1<<len(b) - 1
	if cap(b) >= blockSize {
		return (*[blockSize]byte)(b[:blockSize]), part
	}
	block = new([blockSize]byte)
	copy(block[:], b)
	return block, part
}

// marks marks the bytes that are c, which is given in each byte of a word.
func marks(block *[blockSize]byte, c uint64) (m uint64) {
	for i := 0; i < blockSize; i += wordSize {
		other := binary.LittleEndian.Uint64(block[i:]) ^ c
		same := ^(other&lowBits + lowBits | other) & topBits
		m = m>>wordSize | same*gatherTops&(0xff<<(blockSize-wordSize))
	}
	return m
}

// within marks the bytes from every other mark, the first and the third and so
// on, up to before the next.
func within(m uint64) uint64 {
	for n := 1; n < blockSize; n *= 2 {
		m ^= m << n
	}
	return m
}
