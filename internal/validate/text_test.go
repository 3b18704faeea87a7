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
				bytes := []byte(strings.Repeat("x", length))
				bytes[at] = byte(b)
				s := string(bytes)
				want := scanRunes(s)
				if foreign, got := scanText(s); got != want || foreign != (b >= 0x80) {
					t.Fatalf("byte %#x at %d of %d: %b, want %b", b, at, length, got, want)
				}
			}
		}
	}
}
