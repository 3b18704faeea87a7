package validate

import (
	"strings"
	"unicode/utf8"
)

// nameHash sums up a name as people write it, for comparison: in any order of its
// words, in any case, with accents or without, with ü or ue for it, in Cyrillic or as
// that is written in Latin. Titles in front of a whole name do not count, nor does what
// stands behind one, as Jr. The sum is over words, and 0 for a name of fewer than two
// letters. buf is used for the words.
func nameHash(seed *octetHash, name string, buf []byte) (hash uint64, words int) {
	hash, words = wordsHash(seed, name, buf)
	if words > 2 {
		return stripped(seed, name, buf, hash, words)
	}
	return hash, words
}

// wordsHash is nameHash for a name all of whose words count.
func wordsHash(seed *octetHash, name string, buf []byte) (hash uint64, words int) {
	s := readWords(seed, name, buf, schemeUnknown)
	if s.letters < leastOfName {
		return 0, 0
	}
	return s.hash, s.words
}

// leastOfName is how many letters a name has at least.
const leastOfName = 2

// readWords sums up the words of a name. scheme is that of its Cyrillic, where that is known.
func readWords(seed *octetHash, name string, buf []byte, scheme scheme) (s wordsRead) {
	word, umlaut, last := buf[:0], false, rune(0)
	double := false // two letters of the word are the same
	for i := 0; i < len(name); {
		r, size := rune(name[i]), 1
		if r < utf8.RuneSelf {
			r = rune(foldASCII[r])
		} else {
			r, size = runeAt(name, i)
			if loose(r) {
				return readWords(seed, compose(name), buf, scheme)
			}
			if second := secondLetter(r); second != 0 {
				last = foldRune(r)
				word, umlaut = join(word, umlaut, byte(last))
				s.letters++
				s.joined = true
				r = second
			} else {
				r = foldRune(r)
			}
		}
		i += size
		if r == 0 || r == ' ' && last >= ideographs {
			continue
		}
		if r == ' ' {
			if isMac(word) && s.words > 0 {
				continue // as in Mac Donald
			}
			s.end(seed, word, double, scheme)
			word, umlaut, double = word[:0], false, false
			continue
		}
		switch {
		case r < utf8.RuneSelf && !umlaut && secondOfTwo>>(r&31)&(firstOfTwo>>(last&31))&1 == 0:
			word = append(word, byte(r))
		case r < utf8.RuneSelf:
			word, umlaut = join(word, umlaut, byte(r))
			s.joined = true
		case isCyrillic(r):
			if scheme == schemeUnknown {
				scheme = schemeOf(name)
			}
			word, umlaut = scheme.join(word, umlaut, r)
			s.joined = true
		default:
			word, umlaut = utf8.AppendRune(word, r), false
		}
		s.letters++
		double = double || r == last
		last = r
	}
	s.end(seed, word, double, scheme)
	s.open = last >= ideographs
	return s
}

// wordsRead is what was read of a name.
type wordsRead struct {
	hash           uint64
	words, letters int
	joined         bool // two letters may have become one, and others stand beside each other
	open           bool // it ends with an ideograph, to which what stands behind a space belongs
	tangled        bool // what is before a word, or behind it, decides how it is read, or may
}

// end adds a word. Once a name is known to be Ukrainian a letter counts once in all of it.
func (s *wordsRead) end(seed *octetHash, word []byte, double bool, scheme scheme) {
	if len(word) > 0 {
		s.words++
		s.tangled = s.tangled || isMac(word) || s.joined && !double && hasTwice(word)
		s.hash += wordSum(seed, word, double || scheme == schemeUkrainian)
	}
}

// hasTwice reports whether a letter of a word stands beside the same one.
func hasTwice(word []byte) bool {
	for i := 1; i < len(word); i++ {
		if word[i] == word[i-1] {
			return true
		}
	}
	return false
}

func isMac(word []byte) bool { return string(word) == "mac" }

// stripped takes a title and a suffix out of the sum of a name that is whole without
// them.
func stripped(seed *octetHash, name string, buf []byte, hash uint64, words int) (left uint64, number int) {
	first, _, _ := strings.Cut(name, " ")
	if words > 2 && isTitle(first) {
		title, _ := wordsHash(seed, first, buf)
		hash, words = hash-title, words-1
	}
	last := name[strings.LastIndexByte(name, ' ')+1:]
	if words > 2 && isSuffix(last) {
		suffix, _ := wordsHash(seed, last, buf)
		hash, words = hash-suffix, words-1
	}
	return hash, words
}

// leastDouble is the length of the shortest word in which a letter counts once that is
// there twice: short ones are often others, as Lee and Le.
const leastDouble = 6

// wordSum is the hash of a word as names are compared by it: a letter that is there twice
// counts once, Mac is Mc, and a short form of a first name is the whole one. double says
// that there may be such a letter.
func wordSum(seed *octetHash, word []byte, double bool) uint64 {
	n := len(word)
	switch {
	case n >= leastDouble:
		if double {
			word = undouble(word)
		}
		if len(word) < leastDouble {
			break
		}
		switch word[0] {
		case 'm':
			word = asMany(word)
		case 'd', 'v':
			word = withoutGlued(word)
		}
	case pets[n][word[0]&31]>>(word[n-1]&31)&1 != 0:
		if whole := petNames[string(word)]; whole != "" {
			return seed.of(whole)
		}
	}
	return seed.ofBytes(word)
}

// asMany is a word that begins with an m as most write it: Mac is Mc, and Muhammad, in which
// no letter is there twice any more, is Mohamed.
func asMany(word []byte) []byte {
	switch {
	case word[1] == 'a' && word[2] == 'c':
		word = word[1:]
		word[0] = 'm'
	case len(word) == len("mohamed") && word[2] == 'h' && word[6] == 'd' && (word[1] == 'o' || word[1] == 'u') && string(word[3:5]) == "am" && (word[5] == 'e' || word[5] == 'a'):
		word[1], word[5] = 'o', 'e'
	}
	return word
}

// withoutGlued leaves out the particles with which a family name begins in one word with
// them: those that stand apart are left out as well.
func withoutGlued(word []byte) []byte {
	for _, glued := range [...]string{"dela", "vanden", "vander"} {
		if len(word) >= len(glued)+leastGlued && string(word[:len(glued)]) == glued {
			return word[len(glued):]
		}
	}
	return word
}

// leastGlued is the length of the shortest word before which a particle is one: Delaney and
// Vanderlei are names without.
const leastGlued = 4

// undouble leaves out, in place, letters of ASCII that are there a second time. What has
// one three times is no word.
func undouble(word []byte) []byte {
	out := word[:0]
	for i := 0; i < len(word); {
		c, end := word[i], i+1
		for end < len(word) && word[end] == c {
			end++
		}
		run := end - i
		if run == 2 && c >= 'a' && c <= 'z' {
			run = 1
		}
		for range run {
			out = append(out, c)
		}
		i = end
	}
	return out
}

// What may be the first of two letters for one, and the second: a bit for each letter.
const (
	firstOfTwo  = 1<<('a'&31) | 1<<('o'&31) | 1<<('u'&31) | 1<<('d'&31)
	secondOfTwo = 1<<('a'&31) | 1<<('e'&31) | 1<<('j'&31)
)

// join adds a letter or digit to a word as names are compared by it: without letters
// that are there only because another was not at hand. ae, oe and ue stand for letters
// that fold to a, o and u, aa for å, and dj for đ. Words end in oe and ue on their own,
// and so do syllables of Chinese; so umlaut says that the last letter is an e that goes
// if another follows.
func join(word []byte, umlaut bool, c byte) (joined []byte, again bool) {
	if umlaut {
		word = word[:len(word)-1]
	}
	if n := len(word); n > 0 {
		switch last := word[n-1]; {
		case last == 'd' && c == 'j', last == 'a' && c == 'a':
			return word, false
		case c != 'e':
		case last == 'a' || last == 'o':
			again = true
		case last == 'u':
			again = n < 2 || word[n-2] != 'q' && word[n-2] != 'x' && word[n-2] != 'y'
		}
	}
	return append(word, c), again
}

// isTitle reports whether a word is what people are called by before their names.
func isTitle(word string) bool { return len(word) <= len("Srta.") && titles.has(word) }

// isSuffix reports whether a word is what stands behind names: the son of a father, who
// has another birth date, and degrees.
func isSuffix(word string) bool { return len(word) <= len("Senior") && suffixes.has(word) }

var (
	titles = newWordSet("mr|mr.|mrs|mrs.|ms|ms.|miss|mx|mx.|dr|dr.|prof|prof.|sir|dame|mme|mme.|mlle|mlle.|herr|frau|hr|hr.|sr|sr.|sra|sra.|srta|srta.|sig|sig.|dott|dott.|ing|ing.|mgr|mgr.|dhr|dhr.|mevr|mevr.|shri|smt|smt.")

	suffixes = newWordSet("jr|jr.|junior|sr|sr.|senior|ii|iii|phd|ph.d|ph.d.|md|m.d.|mba|esq|esq.")
)

// petNames are short forms of first names, as words of names are compared, by the whole
// ones. They are shorter than leastDouble.
var petNames = func() map[string]string {
	m := make(map[string]string)
	for pair := range strings.FieldsSeq(petPairs) {
		pet, whole, _ := strings.Cut(pair, ":")
		m[pet] = string(undouble([]byte(whole)))
	}
	return m
}()

const petPairs = "bob:robert boby:robert bobby:robert bobbi:robert rob:robert robby:robert rob:robert bill:william billy:william will:william willy:william dick:richard rick:richard ricky:richard jim:james jimmy:james jimbo:james " +
	"mike:michael mick:michael mikey:michael tom:thomas tommy:thomas tony:anthony joe:joseph joey:joseph dave:david davy:david davey:david steve:steven chris:christopher nick:nicholas andy:andrew dan:daniel danny:daniel ben:benjamin benny:benjamin " +
	"sam:samuel sammy:samuel alex:alexander matt:matthew greg:gregory jeff:jeffrey ken:kenneth kenny:kenneth ron:ronald ronny:ronald don:donald donny:donald ed:edward eddie:edward eddy:edward chuck:charles hank:henry larry:lawrence jerry:gerald gerry:gerald " +
	"pete:peter phil:philip ray:raymond tim:timothy timmy:timothy walt:walter fred:frederick liz:elizabeth lizzy:elizabeth beth:elizabeth betty:elizabeth betsy:elizabeth kate:katherine katie:katherine katy:katherine kathy:katherine cathy:catherine " +
	"peggy:margaret meg:margaret maggy:margaret sue:susan susie:susan jen:jennifer jenny:jennifer becky:rebecca debby:deborah deb:deborah patty:patricia trish:patricia cindy:cynthia barb:barbara vicky:victoria abby:abigail mandy:amanda " +
	"pepe:jose paco:francisco lupe:guadalupe nacho:ignacio kike:enrique beto:alberto chico:francisco beppe:giuseppe peppe:giuseppe gabi:gabriele moni:monika susi:susanne sepp:josef kasia:katarzyna basia:barbara zosia:zofia gosia:malgorzata"

// pets has, by the length of short forms and the letter that they begin with, a bit for
// each that one ends with.
var pets = func() (last [leastDouble][32]uint32) {
	for pet := range petNames {
		last[len(pet)][pet[0]&31] |= 1 << (pet[len(pet)-1] & 31)
	}
	return last
}()
