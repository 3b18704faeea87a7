package csvfile

import (
	"slices"
	"strings"
	"unicode"
)

// guessByLetters tells apart what the detectors cannot, by what words of the script are
// made of; without a name where that tells nothing either.
func guessByLetters(candidates []string, cells []byte) (g guess) {
	for _, by := range []func([]string, []byte) guess{guessByVowels, guessByArticle, guessByAccent} {
		if g = by(candidates, cells); g.name != "" {
			break
		}
	}
	return g
}

// guessByVowels tells apart the two encodings of Cyrillic that read each other's
// capitals as small letters, which misleads the detectors where a file is all in
// capitals. About two letters in five of a language are vowels; in the other reading
// they are consonants as well.
func guessByVowels(candidates []string, cells []byte) (g guess) {
	if !slices.Equal(candidates, []string{"koi8-r", "windows-1251"}) {
		return g
	}
	koi, letters := vowels(candidates[0], cells)
	win, _ := vowels(candidates[1], cells)
	if letters < leastCyrillic || max(koi, win) < leastVowels || max(koi, win) > mostVowels || max(koi, win)-min(koi, win) < leastApart {
		return g
	}
	g = guess{"windows-1251", "its letters have as many vowels as words have, and those of koi8-r would not"}
	if koi > win {
		g = guess{"koi8-r", "its letters have as many vowels as words have, and those of windows-1251 would not"}
	}
	return g
}

// guessByArticle tells the Arabic of Windows, of which one detector alone knows, and
// is never sure. No other reading of bytes is made of whole words of Arabic letters
// of which a quarter are the two of its article, which are its most common ones.
func guessByArticle(candidates []string, cells []byte) (g guess) {
	if !slices.Equal(candidates, []string{"windows-1256"}) {
		return g
	}
	text, _ := reading(candidates[0], cells)
	letters, article, mixed, last := 0, 0, 0, ' '
	for _, r := range text {
		if unicode.Is(unicode.Arabic, r) {
			letters++
			article += strings.Count("اأإآل", string(r))
			if asciiLetter(last) {
				mixed++
			}
		}
		last = r
	}
	part := func(n int) float64 { return float64(n) / float64(max(letters, 1)) }
	if letters < leastArabic || part(article) < leastArticle || part(article) > mostArticle || part(mixed) > mostMixed {
		return g
	}
	return guess{candidates[0], "it reads as words of Arabic letters, with as many of its article as Arabic has"}
}

// vowels is the part of the Cyrillic letters, in an encoding, that are vowels.
func vowels(name string, cells []byte) (part float64, letters int) {
	text, _ := reading(name, cells)
	n := 0
	for _, r := range strings.ToLower(text) {
		if unicode.Is(unicode.Cyrillic, r) {
			letters++
			if strings.ContainsRune("аеиоуыэюяіїєёѝ", r) {
				n++
			}
		}
	}
	return float64(n) / float64(max(letters, 1)), letters
}

// guessByAccent tells apart the two encodings of Greek, which differ in one letter: the Ά
// of each is a sign in the other. It stands before another letter, at the beginning of a
// word, and where it is a letter in one reading the other has a sign there, which no word
// begins with.
func guessByAccent(candidates []string, cells []byte) (g guess) {
	if !slices.Equal(candidates, []string{"iso-8859-7", "windows-1253"}) {
		return g
	}
	iso, win := accentedWords(candidates[0], cells), accentedWords(candidates[1], cells)
	switch {
	case iso > 0 && win == 0:
		return guess{candidates[0], "words that begin with Ά have a sign in its place in windows-1253"}
	case win > 0 && iso == 0:
		return guess{candidates[1], "words that begin with Ά have a sign in its place in iso-8859-7"}
	}
	return g
}

// accentedWords counts the words that begin with Ά, in an encoding.
func accentedWords(name string, cells []byte) (n int) {
	text, _ := reading(name, cells)
	before, last := ' ', ' '
	for _, r := range text {
		if last == 'Ά' && unicode.Is(unicode.Greek, r) && !unicode.IsLetter(before) {
			n++
		}
		before, last = last, r
	}
	return n
}
