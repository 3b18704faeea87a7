package draft

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// Where names have six letters or so and nothing between their words, each word is cut to
// what there is room for: CDFISC, DTSCAD, NRDOCU. One such name may be anything. Where many
// names of a table are made of the words of one language in this way, they are read so.

// joinedForms are the words of such names, by language.
//
//go:embed joinedforms.txt
var joinedForms string

// What a table must come to before its names are read as those of a language.
const (
	leastJoined  = 8 // names that are made so
	joinedThirds = 3 // of so many columns one at least
	mostPieces   = 4
)

// stem is a word of a name that may be cut: it has the beginning, and the whole begins
// with it.
type stem struct {
	begin, whole string
	concepts     []concept
}

// language is the words of one, by the first letter of each.
type language map[string][]stem

// languages are those of joinedForms, in their order.
var languages = sync.OnceValue(func() (list []language) {
	for line := range strings.Lines(joinedForms) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "# ") {
			list = append(list, language{})
			continue
		}
		meaning, words, found := strings.Cut(line, ": ")
		if !found || len(list) == 0 {
			continue
		}
		for word := range strings.SplitSeq(words, "|") {
			begin, rest, _ := strings.Cut(word, "-")
			s := stem{begin, begin + strings.ReplaceAll(rest, " ", ""), strings.Fields(meaning)}
			list[len(list)-1][begin[:1]] = append(list[len(list)-1][begin[:1]], s)
		}
	}
	return list
})

// reading is what a name means that was cut into words.
type reading struct {
	pieces    int
	concepts  []concept
	ambiguous bool // it may be cut into as few words that mean something else
}

// read cuts letters into the fewest words of the language, pieces is how many there may be.
func (l language) read(letters string, pieces int) (best reading, found bool) {
	if letters == "" {
		return reading{}, true
	}
	if pieces == 0 {
		return reading{}, false
	}
	for _, s := range l[letters[:1]] {
		if !strings.HasPrefix(letters, s.begin) {
			continue
		}
		for n := len(s.begin); n <= len(letters) && n <= len(s.whole) && letters[:n] == s.whole[:n]; n++ {
			rest, ok := l.read(letters[n:], pieces-1)
			if !ok {
				continue
			}
			r := reading{rest.pieces + 1, append(slices.Clone(s.concepts), rest.concepts...), rest.ambiguous}
			switch {
			case !found || r.pieces < best.pieces:
				best = r
			case r.pieces == best.pieces && !sameConcepts(r.concepts, best.concepts):
				best.ambiguous = true
			}
			found = true
		}
	}
	return best, found
}

// sameConcepts reports whether two lists have the same concepts, in any order.
func sameConcepts(a, b []concept) bool {
	all := func(a, b []concept) bool {
		return !slices.ContainsFunc(a, func(c concept) bool { return c != nothing && !slices.Contains(b, c) })
	}
	return all(a, b) && all(b, a)
}

// header is what a name means in the language, all its letters of one case, and of how many
// words it is made; a digit behind them counts. It is made of none where it means nothing.
func (l language) header(name string) (h header, words int) {
	const longest = 12 // of what is written together
	letters := strings.TrimRight(name, "123456789")
	if len(name)-len(letters) > 1 {
		return header{}, 0
	}
	if lower := strings.ToLower(letters); letters != lower && letters != strings.ToUpper(letters) {
		return header{}, 0
	}
	letters = strings.ToLower(letters)
	h = header{has: map[concept]bool{}, first: letters, ordinal: number(name[len(letters):])}
	for part := range strings.FieldsFuncSeq(letters, parts) {
		if len(part) > longest {
			return header{}, 0
		}
		r, found := l.read(part, mostPieces)
		if !found || r.ambiguous {
			return header{}, 0
		}
		words += r.pieces
		for _, c := range r.concepts {
			if c != nothing {
				h.add(c)
			}
		}
	}
	if len(h.order) == 0 || words > mostPieces {
		return header{}, 0
	}
	return h, words
}

// parts reports whether a letter stands between the words of a name.
func parts(r rune) bool { return r == '_' || r == '.' || r == '-' }

// readCut reads a name that may be made of words that are cut: as it stands where it is
// understood so, else in the first language of which all of it is.
func readCut(name string) header {
	h := readHeader(name)
	if len(h.unknown) == 0 && len(h.order) > 0 || strings.ContainsFunc(name, parts) {
		return h
	}
	for _, l := range languages() {
		if cut, words := l.header(name); words > 1 {
			return cut
		}
	}
	return h
}

// joinedNames reads the names of a table whose names are made of words of one language that
// are cut, and written together or with a stroke between them; with one, what was understood
// by itself stays as it is.
func (t *table) joinedNames() {
	letters, most := t.tableLettersOf(), 0
	several := len(letters) > 0 && t.commonLetters() == 0 // whose letters are a word of each name
	var best map[*candidate]header
	for _, l := range languages() {
		found, made := map[*candidate]header{}, 0
		for _, c := range t.columns {
			if h, words := l.header(c.name[letters[c]:]); words > 0 {
				if several {
					h.addTableWord(c.name, letters[c])
				}
				found[c] = h
				made += b2i(words > 1 || several)
			}
		}
		if made > most {
			best, most = found, made
		}
	}
	if most < leastJoined || most*joinedThirds < len(t.columns) || several && most*2 < len(t.columns) || !t.ofPerson(best) {
		return
	}
	for c, h := range best {
		if len(c.header.unknown) > 0 || len(c.header.order) == 0 || !strings.ContainsFunc(c.name, parts) {
			c.header, c.cut = h, true
		}
	}
}

// ofPerson reports whether the names of a table, some of them read in another way, say
// enough of what only a person has.
func (t *table) ofPerson(read map[*candidate]header) bool {
	named := map[slot]bool{}
	for _, c := range t.columns {
		h := c.header
		if again, found := read[c]; found && len(h.unknown) > 0 {
			h = again
		}
		for s, w := range h.named() {
			named[s] = named[s] || w >= 0.8
		}
	}
	persons := count(named, personal)
	return persons >= leastPersonal && persons+count(named, homely) >= leastOwn
}
