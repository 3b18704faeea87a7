package uploader

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
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

// TestCodesAreRemembered makes the same fingerprints with and without what is
// remembered, from many goroutines, and remembers no value that may be a person's.
func TestCodesAreRemembered(t *testing.T) {
	var codes codePrints
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for i := range 3 * maxCodes {
				code := fmt.Sprintf("%03x", (i+w)%(2*maxCodes))
				s := kyc.Submission{kyc.FullName: "Ann", kyc.BirthDate: "1980-01-02", kyc.Nationality: code, kyc.Gender: "female", kyc.IssuingCountry: "ABC", kyc.AddressCountry: "a long name"}
				with, without := fieldPrints(plainPrinter{}, &codes, &s, kyc.NoField), fieldPrints(plainPrinter{}, new(codePrints), &s, kyc.NoField)
				if !slices.Equal(with, without) {
					t.Errorf("%s: the fingerprints are others", code)
					return
				}
			}
		})
	}
	wg.Wait()
	for f := range kyc.NumFields {
		all, want := codes.known[f].Load(), map[kyc.Field]int{kyc.Nationality: maxCodes, kyc.Gender: 1, kyc.IssuingCountry: 1}[f]
		if have := 0; all != nil {
			if have = len(*all); have != want {
				t.Errorf("%d values of %s are remembered, not %d", have, f, want)
			}
		} else if want != 0 {
			t.Errorf("no value of %s is remembered", f)
		}
	}
}
