package csvfile

import (
	"cmp"
	"math"
	"slices"
)

// Where the bytes of a file prove no encoding, the likeliest one stands first among those
// that it may be: the one in which the letters are those of one language. No language of
// the West has both the õ and the û that the ő and ű of Hungarian are in its encoding.

// western are the alphabets of the languages that share the encoding of the West.
var western = []string{
	"äöüßéè", "àâæçéèêëîïôœùûüÿ", "áéíñóúü" + ordinals, "áàâãçéêíóôõúü" + ordinals, "àèéìíîòóù" + ordinals, "áéëïóöüèê", "åäöéü", "æøåéäöü", "áéíóúýðþæö", "àáçéèíïóòúüñ·" + ordinals, "äöõüšž",
}

// plainlyOdd is the part of the letters by which one reading is odder than another.
const plainlyOdd = 0.03

// oddness is the part of the letters beyond ASCII of a text that no language has which an
// alphabet is for. strange is the part that the alphabet itself does not have.
func oddness(text, letters string, strange float64) float64 {
	if letters != alphabets[0].letters {
		return strange
	}
	least := 1.0
	for _, language := range western {
		odd, _ := unexplained(text, language)
		least = min(least, odd)
	}
	return least
}

// ordinaryVowels is the part of the letters of Cyrillic that are vowels.
const ordinaryVowels = 0.43

// inOrder puts the encodings that a sample may be in into one list, the likeliest first:
// those of Latin scripts where one reads as words of one language. Of those of Cyrillic,
// in which other encodings are words as well, the first is the one with as many vowels
// as words have.
func inOrder(foreign, latin []string, cells []byte) []string {
	foreign = withCyrillic(foreign, cells)
	if len(latin) > 0 && explained(latin[0], cells) {
		return append(slices.Clone(latin), foreign...)
	}
	return append(foreign, latin...)
}

// explained reports whether nearly all letters of a reading are of one language.
func explained(name string, cells []byte) bool {
	return slices.ContainsFunc(latinReadings(cells), func(r latinReading) bool { return r.name == name && r.odd <= plainlyOdd })
}

// cyrillicEncodings are all that are known.
var cyrillicEncodings = []string{"windows-1251", "koi8-r", "iso-8859-5", "ibm866"}

// withCyrillic adds to encodings of Cyrillic the others in which the cells are words, and
// sorts them by their vowels.
func withCyrillic(names []string, cells []byte) []string {
	if len(names) == 0 || slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(cyrillicEncodings, name) }) {
		return names
	}
	var list []string
	for _, name := range cyrillicEncodings {
		if len(readable(name, cells)) > 0 {
			list = append(list, name)
		}
	}
	slices.SortStableFunc(list, func(a, b string) int {
		x, _ := vowels(a, cells)
		y, _ := vowels(b, cells)
		return cmp.Compare(math.Abs(x-ordinaryVowels), math.Abs(y-ordinaryVowels))
	})
	return list
}
