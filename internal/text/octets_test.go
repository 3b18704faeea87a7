package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// What is said of eight bytes is what is true of each.
func TestOctets(t *testing.T) {
	common := rapid.SampledFrom([]byte("azAZ09 @[`{/:~\x00\x1f\x7f\x80\xa0\xbf\xc0\xc1\xdf\xe1\xfa\xff"))
	rapid.Check(t, func(t *rapid.T) {
		b := rapid.SliceOfN(rapid.OneOf(common, rapid.Byte()), OctetSize, OctetSize).Draw(t, "octets")
		o, printable := OctetsAt(string(b), 0), true
		for i, c := range b {
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			lower := c
			if letter {
				lower |= 0x20
			}
			marked := func(answer Octets) bool { return answer>>(8*i)&0x80 != 0 }
			switch {
			case marked(o.Foreign()) != (c >= utf8.RuneSelf), marked(o.Firsts()) != (c >= firstOfTwo):
				t.Fatalf("%q: foreign, or the first of several", c)
			case marked(o.Alphanumeric()) != (letter || c >= '0' && c <= '9'):
				t.Fatalf("%q: alphanumeric", c)
			case byte(o.Lower()>>(8*i)) != lower:
				t.Fatalf("%q: lower", c)
			}
			printable = printable && c >= ' ' && c < 0x7f
		}
		if o.Printable() != printable {
			t.Fatalf("%q: printable is %v", b, !printable)
		}
		for _, answer := range []Octets{o.Foreign(), o.Firsts(), o.Alphanumeric()} {
			if answer&^All != 0 {
				t.Fatalf("%q: %x marks more than top bits", b, answer)
			}
		}
	})
}

// Each byte at each place of printable text.
func TestPrintableSeesEveryByte(t *testing.T) {
	for at := range OctetSize {
		for c := range 256 {
			b := []byte(strings.Repeat("~", OctetSize))
			b[at] = byte(c)
			if got, want := OctetsAt(string(b), 0).Printable(), c >= ' ' && c < 0x7f; got != want {
				t.Fatalf("%q: %v", b, got)
			}
		}
	}
}

// Texts are told apart by their Ends, or have bytes between them.
func TestEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.SliceOfN(rapid.SampledFrom([]byte("ab\x00\xff")), 0, 20)
		one, two := string(letters.Draw(t, "one")), string(letters.Draw(t, "two"))
		if rapid.Bool().Draw(t, "alike") && one != "" {
			b := []byte(one)
			b[rapid.IntRange(0, len(b)-1).Draw(t, "at")] ^= 1
			two = string(b)
		}
		a, b := EndsOf(one), EndsOf(two)
		if one == two && a != b || one != two && a == b && a.Whole() {
			t.Fatalf("%q has %v, %q has %v", one, a, two, b)
		}
		if a.Whole() != (len(one) <= 16) {
			t.Fatalf("%q: whole %t", one, a.Whole())
		}
	})
}
