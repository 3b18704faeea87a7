package validate

import (
	"math/bits"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// nameKind is a set of what a word in a name may say.
type nameKind uint64

// The kinds of word. Most decide nothing alone: judgeName weighs them.
const (
	wordTitle        nameKind = 1 << iota
	wordTitleStop             // a title where a stop is behind it
	wordInitials              // a title, or the initials of a name
	wordTitleEnd              // behind a name
	wordLate                  // said of the dead
	wordCompanyEnd            // the form of a company
	wordCompanyBegin          // the same, before its name
	wordForm                  // the form of a company, or a name, or initials
	wordBusiness
	wordHouse    // of many people: a school, a church, a club
	wordAnd      // between two people
	wordAndLow   // the same, in small letters
	wordAndMaybe // between two people, or between names
	wordRelation // whose child or wife somebody is
	wordMaiden
	wordAlias
	wordRemark
	wordNot
	wordBracketed // a remark in brackets, a name without
	wordNothing
	wordProgram // what programs write for no value
	wordCased   // a name in the letters of a name, and else what programs write
	wordAbsent  // what documents of some people have for a name that there is not
	wordTest
	wordSureTest // of a test, whatever is beside it
	wordAnyone   // beside the word of a test
	wordGender
	wordFamily
	wordTrust
	wordAccount
	wordOffice
	wordStreet
	wordMute      // without a vowel
	wordTitleIn   // a title in some countries, and elsewhere a name
	wordNothingIn // the same of what stands for nothing
	wordKin       // who somebody is to another
	wordNoted     // a remark in brackets, in small letters or behind a dash, and else a name
	wordPhrase    // the first of two words of a remark
	wordRank      // an office before a name
)

// nameTable finds the kinds of a word. Most words are in no list, which a few of their
// bytes tell.
type nameTable struct {
	kinds  map[string]nameKind
	filter wordFilter
}

func newNameTable(lists map[nameKind]string) *nameTable {
	words := 0
	for _, list := range lists {
		words += strings.Count(list, "|") + 1
	}
	t := &nameTable{kinds: make(map[string]nameKind, words)}
	for kind, list := range lists {
		for w := range strings.SplitSeq(list, "|") {
			if w != "" {
				t.kinds[w] |= kind
			}
		}
	}
	t.filter = newWordFilter(t.kinds)
	return t
}

// of is the kinds of a word, none of an empty one.
func (t *nameTable) of(w string) nameKind {
	if w == "" || !t.filter.may(w) {
		return 0
	}
	return t.look(w)
}

func (t *nameTable) look(w string) nameKind {
	if len(w) > longestWord {
		return 0
	}
	return inLower(t.kinds, w)
}

// wordEdges are the signs that may stand at an end of a word without being a part of it.
const wordEdges = ".,;:-()[]\"'"

// bare is a word without the signs at its ends, "" if it is nothing else.
func bare(w string) string {
	from, to := 0, len(w)
	for to > 0 && endSigns[w[to-1]] {
		to--
	}
	for from < to && endSigns[w[from]] {
		from++
	}
	return w[from:to]
}

var endSigns = func() (t [256]bool) {
	for i := range len(wordEdges) {
		t[wordEdges[i]] = true
	}
	return t
}()

// kind is the kinds of a word as it stands in a name.
func kind(w string) (k nameKind) {
	b := w
	if endSigns[w[0]] || endSigns[w[len(w)-1]] {
		k = nameWords.of(w)
		if b = bare(w); b == "" {
			return k
		}
	}
	if nameWords.filter.may(b) {
		k |= nameWords.look(b)
	}
	if len(b) >= shortestMute && mute(b) {
		k |= wordMute
	}
	return k
}

// shortestMute is the length from which on a word without a vowel is suspect. In capitals
// so short a one may be initials, and elsewhere than in Europe a name without its vowels.
const shortestMute = 5

// muteEnd reports whether the first or the last word of a name has no vowel.
func muteEnd(s string) bool {
	s = strings.Trim(s, " ")
	first, _, _ := strings.Cut(s, " ")
	return (kind(first)|kind(s[strings.LastIndexByte(s, ' ')+1:]))&wordMute != 0
}

// longMute reports whether a word without a vowel is longer than that.
func longMute(s string) bool {
	for w := range strings.SplitSeq(s, " ") {
		if len(bare(w)) > shortestMute && mute(bare(w)) {
			return true
		}
	}
	return false
}

// mute reports whether a word is of ASCII letters, none of which is a vowel or can be one:
// r and l are, in Smrž and Vlk.
func mute(w string) bool {
	for i := range len(w) {
		if soundsOf[w[i]] != 0 {
			return false
		}
	}
	return len(w) > shortestMute || w[1] >= 'a'
}

// soundsOf is 0 for the other letters of ASCII: several bytes are asked at once.
var soundsOf = func() (t [256]uint8) {
	for c := range t {
		if letter := c|0x20 >= 'a' && c|0x20 <= 'z'; !letter || strings.IndexByte("aeiouyrl", byte(c|0x20)) >= 0 {
			t[c] = 1
		}
	}
	return t
}()

// nameLook is what a name has.
type nameLook struct {
	spaces uint64 // where it has a space, a bit for each of its first bytes
	signs  bool   // it has more than letters and spaces
	loose  bool   // a space stands at an end or beside another
	thrice bool   // three equal bytes may stand side by side
	long   bool   // there is more of it than spaces has bits

	writing text.Writing // not known before read, if there are signs; else no more than Cased
}

// lookAtName looks at a name once, eight bytes at a time.
func lookAtName(s string) (l nameLook) {
	if len(s) < text.OctetSize {
		return lookAtShort(s)
	}
	plain, thrice, inner := text.Octets(text.All), text.Octets(0), text.Octets(0)
	start := text.Octets(0x80)           // whether a word may begin with the next byte
	var before, twins, pairs text.Octets // the bytes before, and which are as the one, or the second, before them
	for at, last := 0, len(s)-text.OctetSize; ; {
		o := text.OctetsAt(s, at)
		foreign := o.Foreign()
		low := o ^ foreign
		spaces := low.Is(' ') &^ foreign
		inner |= low.In('A', 'Z') &^ (foreign | spaces<<8 | start)
		start = spaces >> 56
		plain &= ((low|smallLetters).In('a', 'z') | spaces) &^ foreign
		if at < 64 {
			l.spaces |= uint64(spaces>>7) * 0x0102_0408_1020_4080 >> 56 << at
		}
		again := nought(o ^ (o<<8 | before>>56))
		thrice |= again & (again<<8 | twins>>56)
		twins = again
		if foreign != 0 { // three letters of two bytes
			again = nought(o ^ (o<<16 | before>>48))
			thrice |= again & (again<<8 | pairs>>56) & (again<<16 | pairs>>48) & (again<<24 | pairs>>40)
			pairs = again
		}
		before = o
		if at == last {
			break
		}
		if at += text.OctetSize; at > last { // some bytes are looked at twice
			twice := 8 * (at - last)
			at, before, twins, pairs = last, before<<twice, twins<<twice, pairs<<twice
			start = 0x80 // of which is known whether it is a capital within a word
		}
	}
	l.signs, l.thrice = plain != text.All, thrice != 0
	switch {
	case l.signs:
		l.writing = unread
	case inner != 0:
		l.writing = text.Cased
	}
	l.long = len(s) > 64
	l.loose = l.spaces&(l.spaces>>1) != 0 || l.spaces&1 != 0 || s[len(s)-1] == ' ' || l.long && strings.Contains(s, "  ")
	return l
}

// nought marks the bytes that are 0.
func nought(o text.Octets) text.Octets {
	const low text.Octets = 0x7F7F_7F7F_7F7F_7F7F
	return ^((o&low + low) | o) & text.All
}

func lookAtShort(s string) (l nameLook) {
	before := byte(' ')
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ':
			l.spaces |= 1 << i
			l.loose = l.loose || before == ' '
		case c|0x20 < 'a' || c|0x20 > 'z':
			l.signs = true
		case c <= 'Z' && before != ' ':
			l.writing = text.Cased
		}
		l.thrice = l.thrice || i > 1 && s[i] == before && before == s[i-2]
		before = s[i]
	}
	l.loose = l.loose || before == ' '
	if l.signs {
		l.writing = unread
	}
	return l
}

// unread is what is to be thought of a writing that is not known.
const unread = text.Strange | text.Cased | text.Edged | text.Signed

// read looks at the letters of a name that has more than those of ASCII, and at its signs,
// if they may tell something that its writing does not.
func (l *nameLook) read(rec *kyc.Record, s string) (signs nameSign) {
	l.writing = text.WritingOf(s)
	if l.writing.Plain() && l.writing&(text.Far|text.Local|text.Dotless) == 0 && l.spaces != 0 && !mayBeMisread(rec, s, l.writing) {
		return 0
	}
	return signsIn(s)
}

// kinds are those of all words of a name together.
func (l *nameLook) kinds(s string) (all nameKind) {
	if l.long {
		for w := range strings.SplitSeq(s, " ") {
			if w != "" {
				all |= kind(w)
			}
		}
		return all
	}
	signs := l.signs && !l.writing.Plain()
	for start, spaces := 0, l.spaces; start < len(s); {
		n := min(bits.TrailingZeros64(spaces), len(s)-start)
		switch w := s[start : start+n]; {
		case n == 0:
		case signs || n >= shortestMute && soundsOf[w[0]]|soundsOf[w[1]]|soundsOf[w[2]] == 0:
			all |= kind(w)
		case nameWords.filter.may(w):
			all |= nameWords.look(w)
		}
		start += n + 1
		spaces >>= n + 1
	}
	return all
}

// nameSign is a set of what the bytes of a name may be a part of; above tracesFrom it has
// the traces that package text looks for.
type nameSign uint32

const tracesFrom = 16

const (
	signProgram nameSign = 1 << iota // as nameSigns
	signAt
	signBracket
	signQuote
	signMark // a question mark, an ampersand, a percent sign, a plus or a backslash
	signEdge // what no name begins or ends with
	signStroke
	signColon
	signPrivate // bytes that the characters begin with
	signPicture
	signAccent
	signLatin // of Latin-1
	signBlank // a space that is none of ASCII, or an accent for itself
	signComma
	signDotless // the letter ı, among others
	signFar     // of scripts beyond the alphabets of Europe and Arabia
)

var nameSignOf = func() (t [256]nameSign) {
	for c, odd := range nameSigns {
		if odd {
			t[c] |= signProgram
		}
	}
	for signs, bytes := range map[nameSign]string{
		signAt: "@", signBracket: "()", signQuote: "\"'`", signMark: "?&%+\\=", signEdge: ",;:-!/&", signStroke: "/", signComma: ",", signDotless: "\xc4\xc5", signColon: ":",
		signPrivate: "\xee\xef\xf3\xf4", signPicture: "\xc2\xe2\xe3\xf0", signAccent: "\xcc\xcd\xe1\xe3", signLatin: "\xc3", signBlank: "\xc2\xcb\xe2",
		signFar: "\xe0\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xeb\xec\xed\xd7\xd8",
	} {
		for i := range len(bytes) {
			t[bytes[i]] |= signs
		}
	}
	for c := range t {
		t[c] |= nameSign(text.TraceOf(byte(c))) << tracesFrom
	}
	return t
}()

// signsIn are those of all bytes of a name.
func signsIn(s string) (all nameSign) {
	for i := range len(s) {
		all |= nameSignOf[s[i]]
	}
	return all
}
