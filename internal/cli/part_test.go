package cli

import (
	"testing"
)

func TestParsePart(t *testing.T) {
	for text, want := range map[string]part{"": {}, "1/1": {1, 1}, "2/8": {2, 8}, "10000/10000": {10000, 10000}} {
		if got, err := parsePart(text); err != nil || got != want {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
	}
	for _, text := range []string{"1", "/", "0/2", "3/2", "-1/2", "1/0", "1/2/3", "a/b", "1/10001", "1 / 2"} {
		if got, err := parsePart(text); err == nil {
			t.Errorf("%q is taken for %+v", text, got)
		}
	}
}
