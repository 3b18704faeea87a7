package validate

import (
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestFoldAddress(t *testing.T) {
	common := rapid.SampledFrom([]byte("azAZ09.@[`{\xc3\x81\x9a"))
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SliceOfN(rapid.OneOf(common, rapid.Byte()), 0, 40).Draw(t, "address")
		got, address := foldAddress([]byte("x"), string(s)), string(s)
		for i, c := range s {
			if c >= 'A' && c <= 'Z' {
				s[i] = c + 'a' - 'A'
			}
		}
		if string(got) != "x"+string(s) {
			t.Fatalf("%q becomes %q, want %q", address, got[1:], s)
		}
	})
}

// What is folded quickly is folded as Unicode has it.
func TestFoldRuneLowersCyrillic(t *testing.T) {
	for r := rune(0x400); r < 0x530; r++ {
		if got := foldRune(r); got != unicode.ToLower(r) && unicode.IsLetter(r) {
			t.Errorf("%c becomes %c", r, got)
		}
	}
}
