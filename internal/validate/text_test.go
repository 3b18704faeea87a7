package validate

import (
	"strings"
	"testing"
)

// TestScanTextSeesEveryByte puts each byte at each place of texts of several
// lengths, so that it meets both the eight-byte steps and the single ones.
func TestScanTextSeesEveryByte(t *testing.T) {
	for length := 1; length <= 17; length++ {
		for at := range length {
			for b := range 256 {
				text := []byte(strings.Repeat("x", length))
				text[at] = byte(b)
				want := scanRunes(string(text))
				if got := scanText(string(text)); got != want {
					t.Fatalf("byte %#x at %d of %d: %b, want %b", b, at, length, got, want)
				}
			}
		}
	}
}
