package mapper

import (
	"strings"
	"testing"
)

func TestTexts(t *testing.T) {
	var shared, none *texts = &texts{}, nil
	var want []string
	var got [][2]string
	write := func(made *texts, s string) string {
		b, at := made.room(len(s))
		b.WriteString(s[:len(s)/2])
		b.WriteString(s[len(s)/2:])
		return b.String()[at:]
	}
	for i := range 3 * textsSize {
		s := strings.Repeat(string(rune(i%100)), i*7%97)
		if i == textsSize {
			s = strings.Repeat("x", 2*textsSize)
		}
		want = append(want, s)
		got = append(got, [2]string{write(shared, s), write(none, s)})
	}
	for i := range want {
		if got[i] != [2]string{want[i], want[i]} {
			t.Fatalf("text %d of %d bytes changed", i, len(want[i]))
		}
	}
}
