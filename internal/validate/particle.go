package validate

import (
	"strings"
)

// commonParticles are those of family names that many systems leave out, of all
// languages: another country's record of a person has the same name. In East Asia the same
// letters are names.
const commonParticles = "van|de|der|den|het|ter|ten|te|vd|v.d.|'t|von|vom|zu|zum|zur|dem|di|del|della|dello|dei|degli|da|dal|dalla|lo|la|las|los|do|das|dos|du|des|al|el|bin|bint|ibn|ben"

var (
	particles           = newWordSet(commonParticles)
	spanishParticles    = newWordSet(commonParticles, "y|i|e") // elsewhere they are initials
	portugueseParticles = newWordSet(commonParticles, "e")
	frenchParticles     = newWordSet(commonParticles, "d")
)

// anyParticles are those of all languages.
var anyParticles = newWordSet(commonParticles, "y|i|e|d")

// particlesOf returns the particles of family names in the records of a country's people,
// nil for none.
func particlesOf(country string) *wordSet {
	switch country {
	case "VNM", "CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "SGP", "MYS", "IDN", "THA", "LAO", "KHM", "MMR", "PHL":
		return nil
	case "PRT", "BRA", "AGO", "MOZ", "CPV":
		return portugueseParticles
	case "FRA", "MCO":
		return frenchParticles
	}
	if twoSurnames(country) {
		return spanishParticles
	}
	return particles
}

// longestParticle is the length of the longest particle.
const longestParticle = len("della")

// withoutParticles takes the particles of a set out of the sum of a name, as long as more words
// than the least number are left. A whole name does not begin with one.
func withoutParticles(particles *wordSet, seed *octetHash, name string, least int, hash uint64, words int) (left uint64, number int) {
	if particles == nil {
		return hash, words
	}
	for rest, first := name, true; rest != "" && words > least; first = false {
		word := rest
		if end := strings.IndexByte(rest, ' '); end >= 0 {
			word, rest = rest[:end], rest[end+1:]
		} else {
			rest = ""
		}
		word = particleIn(word)
		if word != "" && len(word) <= longestParticle && (!first || least == 1) && particles.has(word) {
			hash -= particleSum(seed, word)
			words--
		}
	}
	return hash, words
}

// particleIn is the particle that a word begins with, as in Al-Mansoori, or else the word.
func particleIn(word string) string {
	if len(word) > len("al-") && word[2] == '-' {
		return word[:2]
	}
	return word
}

// particleSum is what a particle adds to the sum of a name.
func particleSum(seed *octetHash, word string) uint64 {
	var space [longestParticle]byte
	low := space[:0]
	for i := range len(word) {
		if c := foldASCII[word[i]]; c != 0 {
			low = append(low, c)
		}
	}
	return wordSum(seed, low, false)
}
