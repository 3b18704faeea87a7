package validate

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/text"
)

// wordFilter tells most words that are not in a set, in any case of their letters, by
// their length and three of their bytes, and then by four bytes at each end.
type wordFilter struct {
	marks []uint64
	ends  []uint64
	shift uint8 // of what is made of a word, so that it is a place in marks, or in ends if it is of 64 bits
}

// roomOfWord is how many bits there are for each word, so that few places are taken.
const roomOfWord = 32

// newWordFilter makes a filter of words in lower case.
func newWordFilter[T any](words map[string]T) wordFilter {
	size := bits.Len(uint(len(words) * roomOfWord))
	f := wordFilter{make([]uint64, 1<<size/64), make([]uint64, 1<<size/64), uint8(32 - size)}
	for w := range words {
		if ends, ok := wordEndsOf(w); ok {
			at := f.endPlace(ends)
			f.ends[at/64] |= 1 << (at % 64)
		}
		f.mark(w)
		if text.TraitsOf(w).Printable() && !turkishWords[w] {
			continue // its place is that of its capitals
		}
		_, first := utf8.DecodeRuneInString(w)
		for _, form := range [...]string{strings.ToUpper(w), strings.ToUpper(w[:first]) + w[first:], turkish(w)} {
			f.mark(form)
		}
	}
	return f
}

func (f *wordFilter) mark(w string) {
	at := f.place(w)
	f.marks[at/64] |= 1 << (at % 64)
}

// turkish is a word in capitals, of which an i is İ if the word is one of Turkish.
func turkish(w string) string {
	if turkishWords[w] {
		return strings.ToUpperSpecial(unicode.TurkishCase, w)
	}
	return w
}

// turkishWords are the words with an i that stand for nothing or are remarks in Turkish.
var turkishWords = func() map[string]bool {
	m := make(map[string]bool)
	for w := range strings.SplitSeq("bilinmiyor|bilinmeyen|belirtilmemiş|belirtilmemis|belirsiz|girilmemiş|bilgi yok|bilgisi|isimsiz|isim soyisim|silindi|silinecek|iptal|pasif|müşteri|sistem|eski|yeni|mevcut değil|mevcut degil|adresi|adresini|açıklama|taşındı|seçiniz|lütfen seçiniz|seçin|diğer|ilçe|şehir|yurt dışı|yurtdışı|deneme|adı soyadı|adı yok|soyadı|soyadı yok|kayıp|yanlış", "|") {
		m[w] = true
	}
	return m
}()

// may reports whether a word, which must not be empty, may be in the set.
func (f *wordFilter) may(w string) bool {
	at := f.place(w)
	return f.marks[at/64]>>(at%64)&1 != 0 && f.near(w)
}

// near reports whether a word may be in the set by its ends, if they are of ASCII.
func (f *wordFilter) near(w string) bool {
	ends, ok := wordEndsOf(w)
	if !ok {
		return true
	}
	at := f.endPlace(ends)
	return f.ends[at/64]>>(at%64)&1 != 0
}

// wordEndsOf is what a word begins and ends with, the same in any case of its letters; false
// where that is not all ASCII.
func wordEndsOf(w string) (ends uint64, ok bool) {
	if n := len(w); n >= 4 {
		ends = uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 | uint64(w[n-4])<<32 | uint64(w[n-3])<<40 | uint64(w[n-2])<<48 | uint64(w[n-1])<<56
	} else {
		ends = uint64(w[0]) | uint64(w[n/2])<<8 | uint64(w[n-1])<<16
	}
	return ends | uint64(smallLetters), ends&uint64(text.All) == 0
}

func (f *wordFilter) endPlace(ends uint64) uint32 {
	return uint32(ends*0x9E3779B97F4A7C15>>32) >> f.shift
}

// place is the same for a word in any case of its letters, if they are of ASCII. The byte in
// the middle is the second of a letter of two, which tells more than the first.
func (f *wordFilter) place(w string) uint32 {
	n := len(w)
	h := uint32(w[0]&31) | uint32(w[min(n/2|1, n-1)]&31)<<5 | uint32(w[n-1]&31)<<10 | uint32(n)<<15
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
			return foreignInLower(words, w)
		}
	}
	return words[string(low)]
}

// foreignInLower is inLower for a word beyond ASCII. An İ of Turkish is an i.
func foreignInLower[T any](words map[string]T, w string) T {
	var space [utf8.UTFMax * longestWord]byte
	low := space[:0]
	for _, r := range w {
		low = utf8.AppendRune(low, unicode.ToLower(r))
	}
	return words[string(low)]
}
