package validate

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// wordFilter tells most words that are not in a set, in any case of their letters, by
// their length and three of their bytes.
type wordFilter struct {
	marks []uint64
	shift uint8 // of what is made of a word, so that it is a place in marks
}

// roomOfWord is how many bits there are for each word, so that few places are taken.
const roomOfWord = 32

// newWordFilter makes a filter of words in lower case.
func newWordFilter[T any](words map[string]T) wordFilter {
	size := bits.Len(uint(len(words) * roomOfWord))
	f := wordFilter{make([]uint64, 1<<size/64), uint8(32 - size)}
	for w := range words {
		_, first := utf8.DecodeRuneInString(w)
		for _, form := range [...]string{w, strings.ToUpper(w), strings.ToUpper(w[:first]) + w[first:]} {
			at := f.place(form)
			f.marks[at/64] |= 1 << (at % 64)
		}
	}
	return f
}

// may reports whether a word, which must not be empty, may be in the set.
func (f *wordFilter) may(w string) bool {
	at := f.place(w)
	return f.marks[at/64]>>(at%64)&1 != 0
}

// place is the same for a word in any case of its letters, if they are of ASCII.
func (f *wordFilter) place(w string) uint32 {
	n := len(w)
	h := uint32(w[0]&31) | uint32(w[n/2]&31)<<5 | uint32(w[n-1]&31)<<10 | uint32(n)<<15
	return h * 0x9E3779B1 >> f.shift
}

// inLower is what a map holds of a word in lower case, which is no longer than
// longestWord.
func inLower[T any](words map[string]T, w string) T {
	var space [longestWord]byte
	low := append(space[:0], w...)
	for i, c := range low {
		switch {
		case c >= 'A' && c <= 'Z':
			low[i] = c + 'a' - 'A'
		case c >= utf8.RuneSelf:
			return words[strings.ToLower(w)]
		}
	}
	return words[string(low)]
}
