package mapper

import (
	"bytes"
	"testing"
)

func TestTexts(t *testing.T) {
	var shared, none *texts = &texts{}, nil
	var want []string
	var got [][2]string
	for i := range 3 * textsSize {
		b := bytes.Repeat([]byte{byte(i)}, i*7%97)
		if i == textsSize {
			b = make([]byte, 2*textsSize)
		}
		want = append(want, string(b))
		got = append(got, [2]string{shared.add(b), none.add(b)})
		clear(b)
	}
	for i := range want {
		if got[i] != [2]string{want[i], want[i]} {
			t.Fatalf("text %d of %d bytes changed", i, len(want[i]))
		}
	}
}
