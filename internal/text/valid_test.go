package text

import (
	"bytes"
	"testing"
	"unicode/utf8"
)

// FuzzValid holds Valid and its kin against the standard library, at each place of
// a block.
func FuzzValid(f *testing.F) {
	for _, s := range []string{"", "a", "é", "\xff", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\x80", "김민지", "\U0001F600", "\xe2\x82", "\x80"} {
		f.Add([]byte(s), uint8(0))
		f.Add([]byte(s), uint8(31))
	}
	f.Fuzz(func(t *testing.T, b []byte, before uint8) {
		for _, pad := range []string{"x", "ü"} {
			whole := append(bytes.Repeat([]byte(pad), int(before)), b...)
			whole = append(whole, "tail that is longer than a block of thirty-two bytes"...)
			for _, cut := range []int{0, 20, 45} {
				part := whole[:len(whole)-cut]
				if Valid(part) != utf8.Valid(part) {
					t.Errorf("%q is said to be %v", part, Valid(part))
				}
				beyond := bytes.ContainsFunc(part, func(r rune) bool { return r >= utf8.RuneSelf })
				if IsASCII(part) == beyond || IsASCIIString(string(part)) == beyond {
					t.Errorf("%q is said to be ASCII: %v", part, IsASCII(part))
				}
			}
		}
	})
}
