package uploader

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestFoldValue holds the quick way against the definition.
func TestFoldValue(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "B", " ", "  ", "\t", "\n", "é", "Ü", "\u00a0", "\u3000", "한", "-", "\x7f"})
	rapid.Check(t, func(t *rapid.T) {
		v := strings.Join(rapid.SliceOfN(piece, 0, 8).Draw(t, "pieces"), "")
		if got, want := foldValue(v), strings.ToLower(strings.Join(strings.Fields(v), " ")); got != want {
			t.Fatalf("foldValue(%q) = %q, want %q", v, got, want)
		}
	})
}
