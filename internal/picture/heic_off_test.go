//go:build !heic || !nodynamic

package picture

import (
	"os"
	"strings"
	"testing"
)

// TestNoHEIC: a build that did not ask for HEIC says what to do.
func TestNoHEIC(t *testing.T) {
	data, err := os.ReadFile("testdata/corners.heic")
	if err != nil {
		t.Fatal(err)
	}
	f := look(t, data)
	_, err = NewLooker(DefaultLimits()).Mend(t.Context(), data, f, 1<<20)
	if f.Media != HEIC || !IsUnmendable(err) || !strings.Contains(err.Error(), "TAGS=heic,nodynamic") {
		t.Errorf("%+v, %v", f, err)
	}
}
