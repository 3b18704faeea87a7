package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// slowTraits says what TraitsOf must say, byte by byte.
func slowTraits(s string) (t Traits) {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'A' && c <= 'Z':
			t |= Upper
		case c >= 'a' && c <= 'z':
			t |= Lower
		case c < ' ' || c == 0x7f:
			t |= Control
		case c >= utf8.RuneSelf:
			t |= Foreign
			if c >= 0xcc && c != 0xd0 && c != 0xd1 && (c < 0xe4 || c > 0xe9) && (c < 0xeb || c > 0xed) {
				t |= Marked
			}
			if c == 0xc2 || c >= 0xe1 && c <= 0xe3 {
				t |= Spaced
			}
			if c == 0xc2 || c == 0xef {
				t |= Suspect
			}
		}
	}
	if s != "" && (s[0] == ' ' || s[len(s)-1] == ' ' || strings.Contains(s, "  ")) {
		t |= Loose
	}
	return t
}

func TestTraits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		common := rapid.SampledFrom([]byte(" aZ09-\x00\x01\x1f\x7f\x80\xbf\xc2\xcc\xd0\xd1\xd2\xe1\xe3\xe4\xe9\xea\xeb\xed\xee\xef\xff"))
		s := string(rapid.SliceOfN(rapid.OneOf(common, rapid.Byte()), 0, 40).Draw(t, "text"))
		if got, want := TraitsOf(s), slowTraits(s); got != want {
			t.Fatalf("%q has the traits %08b, want %08b", s, got, want)
		}
	})
}

// Every byte, at every place among small letters.
func TestTraitsOfEachByte(t *testing.T) {
	for length := 1; length < 20; length++ {
		for at := range length {
			for c := range 256 {
				b := []byte(strings.Repeat("a", length))
				b[at] = byte(c)
				if got, want := TraitsOf(string(b)), slowTraits(string(b)); got != want {
					t.Fatalf("%q has the traits %08b, want %08b", b, got, want)
				}
			}
		}
	}
}

// What a trait that is not there promises, of every character there is.
func TestWithoutTraits(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		s := string(r)
		has := TraitsOf(s)
		p := norm.NFC.PropertiesString(s)
		switch {
		case !Composable(s) && (!norm.NFC.IsNormalString(s) || !p.BoundaryBefore() || p.CCC() != 0):
			t.Fatalf("%U is not marked", r)
		case has&Marked == 0 && Composable(s):
			t.Fatalf("%U is marked and has no trait of it", r)
		case has&(Spaced|Control|Loose) == 0 && unicode.IsSpace(r):
			t.Fatalf("%U is white space that is not told", r)
		case has&(Suspect|Control) == 0 && (unicode.IsControl(r) || r == utf8.RuneError):
			t.Fatalf("%U is a control character that is not told", r)
		}
	}
}
