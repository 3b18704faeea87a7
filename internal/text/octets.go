package text

// Octets are eight bytes of a text, the first in the lowest bits. They are asked
// about all at once: an answer has the top bit of each byte that is meant.
type Octets uint64

const (
	eachOctet   Octets = 0x0101_0101_0101_0101
	topBits            = 0x80 * eachOctet
	smallLetter        = 0x20 * eachOctet // the bit that small letters have and capitals have not
)

// OctetSize is how many bytes of a text Octets hold.
const OctetSize = 8

// OctetsAt returns the eight bytes of s from i on, which must be there.
func OctetsAt(s string, i int) Octets {
	s = s[i : i+OctetSize]
	return Octets(s[0]) | Octets(s[1])<<8 | Octets(s[2])<<16 | Octets(s[3])<<24 |
		Octets(s[4])<<32 | Octets(s[5])<<40 | Octets(s[6])<<48 | Octets(s[7])<<56
}

// Foreign marks the bytes that are not ASCII.
func (o Octets) Foreign() Octets { return o & topBits }

// Printable reports whether all bytes are printable ASCII.
func (o Octets) Printable() bool {
	// The top bit tells, of a byte less the first such character, of itself and of
	// one more than itself. A byte that borrows or carries has told already.
	return ((o-' '*eachOctet)|o|(o+eachOctet))&topBits == 0
}

// Firsts marks the bytes that characters beyond ASCII begin with.
func (o Octets) Firsts() Octets { return o & (o << 1) & topBits }

// In marks the bytes from low to high. All bytes must be ASCII, and low and high
// as well.
func (o Octets) In(low, high byte) Octets {
	return (o + eachOctet*Octets(0x80-low)) &^ (o + eachOctet*Octets(0x7f-high)) & topBits
}

// Is marks the bytes that are c. All bytes must be ASCII, and c as well.
func (o Octets) Is(c byte) Octets { return ^((o ^ eachOctet*Octets(c)) + 0x7f*eachOctet) & topBits }

// Below marks the bytes that are smaller than c. All bytes must be ASCII, and c
// as well.
func (o Octets) Below(c byte) Octets { return ^(o + eachOctet*Octets(0x80-c)) & topBits }

// Alphanumeric marks the letters and digits of ASCII.
func (o Octets) Alphanumeric() Octets {
	foreign := o.Foreign()
	low := o ^ foreign
	small := low | smallLetter // letters become small, and nothing else becomes one
	return (small.In('a', 'z') | low.In('0', '9')) &^ foreign
}

// Lower is the text with the capital letters of ASCII made small.
func (o Octets) Lower() Octets {
	foreign := o.Foreign()
	capitals := (o^foreign).In('A', 'Z') &^ foreign
	return o | capitals>>2 // 0x20 of each
}

// All is the answer that marks every byte.
const All = topBits

// Ends are the length of a text and its first and last eight bytes. Of a shorter text they
// are all of its bytes, some of them twice. Two texts of the same Ends that have no more
// than sixteen bytes are the same.
type Ends struct {
	First, Last Octets
	Size        int
}

// EndsOf returns the Ends of a text.
func EndsOf(s string) Ends {
	n := len(s)
	switch {
	case n >= OctetSize:
		return Ends{OctetsAt(s, 0), OctetsAt(s, n-OctetSize), n}
	case n >= 4:
		return Ends{First: Octets(four(s)) | Octets(four(s[n-4:]))<<32, Size: n}
	case n >= 2:
		return Ends{First: Octets(s[0]) | Octets(s[1])<<8 | Octets(s[n-2])<<16 | Octets(s[n-1])<<24, Size: n}
	case n == 1:
		return Ends{First: Octets(s[0]), Size: n}
	}
	return Ends{}
}

// Whole reports whether every byte of the text is in its Ends.
func (e Ends) Whole() bool { return e.Size <= 2*OctetSize }

func four(s string) uint32 {
	s = s[:4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}
