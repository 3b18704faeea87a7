package mapper

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kycmigrate/internal/text"
)

// TestSpacesOfEveryKind holds collapse-spaces against strings.Fields for every
// character there is, alone and in a text.
func TestSpacesOfEveryKind(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		for _, s := range []string{string(r), "a" + string(r) + "b"} {
			if got, want := collapseSpaces(s), strings.Join(strings.Fields(s), " "); got != want {
				t.Fatalf("%q: %q, want %q", s, got, want)
			}
			if got, want := nfc(s), norm.NFC.String(s); got != want {
				t.Fatalf("nfc %q: %q, want %q", s, got, want)
			}
			if got, want := blank(s), strings.TrimSpace(s) == ""; got != want {
				t.Fatalf("blank %q: %t", s, got)
			}
			traits := text.TraitsOf(s)
			for _, tr := range transformTable {
				if got := tr.run(s); got != s && !tr.touches(traits) {
					t.Fatalf("%s has nothing to do with %q, and makes %q of it", tr.name, s, got)
				}
			}
		}
	}
}
