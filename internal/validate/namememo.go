package validate

import (
	"maps"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/text"
)

// nameMemo sums up names by their words: most names are a person's own, and nearly all words
// of them are those of others as well. Of words that are not read letter by letter it
// remembers what they are. What it says of a name is what nameHash says. It is for one
// goroutine.
type nameMemo struct {
	hash  octetHash
	buf   []byte
	words [1 << memoBits]knownWord
}

// memoBits are those of a number of words that takes 200 KB.
const memoBits = 13

// knownWord is what is known of a word between spaces. It may be several ones with hyphens
// between them.
type knownWord struct {
	hash  uint64 // of the word in lower case: words of one hash are taken for the same
	sum   uint64 // what the word adds to the sum of a name
	kinds wordKinds
	words uint8
	size  uint8 // in letters
}

// wordKinds say what a word is in names.
type wordKinds uint8

const (
	kindTangled  wordKinds = 1 << iota // what it adds depends on the words beside it
	kindCyrillic                       // it depends on the scheme of the name
	kindOpen                           // what is behind it belongs to it
	kindTitle
	kindSuffix
	kindParticle // it may be a particle
)

// mayBeSpecial has, by the length of words in small letters and the letter that they begin
// with, a bit for each letter that one ends with which is more than its letters: a title, a
// particle, a short form.
var mayBeSpecial = func() (last [leastDouble + 1][32]uint32) {
	words := strings.Split(titles.list+"|"+suffixes.list+"|"+anyParticles.list+"|mac", "|")
	for _, word := range slices.AppendSeq(words, maps.Keys(petNames)) {
		if len(word) < len(last) {
			last[len(word)][word[0]&31] |= 1 << (word[len(word)-1] & 31)
		}
	}
	return last
}()

// partFirsts has a bit for each letter that longer words begin with of which a part may be
// left out or written otherwise, as of MacDonald and Vandenberg.
const partFirsts = 1<<('m'&31) | 1<<('d'&31) | 1<<('v'&31)

// special reports whether a word of small letters, of which no two are one, may be more than
// its letters.
func special(word string) bool {
	n, first, last := len(word), word[0]&31, word[len(word)-1]&31
	if n >= leastDouble && partFirsts>>first&1 != 0 {
		return true
	}
	return n <= leastDouble && mayBeSpecial[n][first]>>last&1 != 0
}

func newNameMemo(hash octetHash) *nameMemo {
	return &nameMemo{hash: hash, buf: make([]byte, 0, 256)}
}

// nameSum is what names are compared by.
type nameSum struct {
	hash  uint64 // see nameHash
	words int
	kinds wordKinds // of all its words
}

// sum sums up a name.
func (m *nameMemo) sum(name string) nameSum {
	if s, known := m.ofWords(name); known {
		return s
	}
	hash, words := nameHash(&m.hash, name, m.buf)
	return nameSum{hash, words, kindParticle}
}

// given sums up a first name: what its words begin with, and which letters it has. Of a name
// that is short, or not in Latin letters, all counts as the beginning.
func (m *nameMemo) given(name string) (begins uint64, letters uint16) {
	begins, letters, latin := lettersOf(name)
	if latin && bits.OnesCount16(letters) >= leastLetters {
		return begins, letters
	}
	return m.sum(name).hash, 0
}

// ofWords sums up a name by its words, unless one of them is tangled with those beside it.
func (m *nameMemo) ofWords(name string) (s nameSum, known bool) {
	if name == "" || name[0] >= firstOfEast {
		return s, false
	}
	var first, last knownWord
	in, size := schemeUnknown, 0
	for at := 0; at <= len(name); at++ {
		word := m.hash.word(name, at)
		n := word.end - at
		if n == 0 {
			return s, false
		}
		if word.plain && !special(name[at:word.end]) {
			last = knownWord{sum: word.hash, words: 1, size: uint8(min(n, leastOfName))}
		} else {
			w := m.word(name[at:word.end], word.hash, schemeUnknown)
			if w.kinds&kindCyrillic != 0 {
				if in == schemeUnknown {
					in = schemeOf(name)
				}
				w = m.word(name[at:word.end], m.hash.add(word.hash, text.Octets(in)), in)
			}
			last = *w
			if last.kinds&kindTangled != 0 || last.kinds&kindOpen != 0 && word.end < len(name) {
				return s, false
			}
		}
		if at == 0 {
			first = last
		}
		s.hash, s.words, s.kinds = s.hash+last.sum, s.words+int(last.words), s.kinds|last.kinds
		size += int(last.size)
		at = word.end
	}
	if size < leastOfName {
		s.hash, s.words = 0, 0
	}
	s.strip(&first, &last)
	return s, true
}

// strip takes a title and a suffix out of the sum of a name that is whole without them.
func (s *nameSum) strip(first, last *knownWord) {
	if s.words > 2 && first.kinds&kindTitle != 0 {
		s.hash, s.words = s.hash-first.sum, s.words-1
	}
	if s.words > 2 && last.kinds&kindSuffix != 0 {
		s.hash, s.words = s.hash-last.sum, s.words-1
	}
}

// word gives what is known of a word of this hash, in a scheme.
func (m *nameMemo) word(word string, hash uint64, in scheme) *knownWord {
	w := &m.words[hash>>(64-memoBits)]
	if w.hash != hash {
		*w = m.read(word, in)
		w.hash = hash
	}
	return w
}

// read reads a word that is not remembered.
func (m *nameMemo) read(word string, in scheme) (w knownWord) {
	cyrillic, apart := standsApart(word)
	switch {
	case !apart:
		return knownWord{kinds: kindTangled}
	case cyrillic && in == schemeUnknown:
		return knownWord{kinds: kindCyrillic}
	}
	s := readWords(&m.hash, word, m.buf, in)
	if s.tangled {
		return knownWord{kinds: kindTangled}
	}
	w.sum, w.words, w.size = s.hash, uint8(s.words), uint8(s.letters)
	if s.open {
		w.kinds |= kindOpen
	}
	if isTitle(word) {
		w.kinds |= kindTitle
	}
	if isSuffix(word) {
		w.kinds |= kindSuffix
	}
	if anyParticles.has(particleIn(word)) {
		w.kinds |= kindParticle
	}
	return w
}

// longestRemembered is how many bytes a word has at most that is remembered.
const longestRemembered = 128

// standsApart reports whether a word has no loose parts, for which a whole name is composed,
// and whether some letters are Cyrillic.
func standsApart(word string) (cyrillic, apart bool) {
	for i := 0; i < len(word); {
		if word[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := runeAt(word, i)
		if loose(r) {
			return false, false
		}
		cyrillic = cyrillic || r >= 0x400 && r < 0x460
		i += size
	}
	return cyrillic, len(word) <= longestRemembered
}
