package validate

import (
	"hash/maphash"
	"math/bits"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// hostileNames are names of words of all scripts, and of what tangles words: lone marks, loose
// parts, invalid bytes, words of one letter or none, and all that is read in a way of its own.
func hostileNames() *rapid.Generator[string] {
	words := strings.Split("anna|Mac|MAC|Donald|mac-donald|MacDonald|O'Connor|O’Neil|de|van|Vandenberg|Delacroix|Al-Mansoori|Dr.|Mr|Jr.|III|Junior|Prof|Mueller|Bäcker|Baecker|Aagaard|Djordje|Đurđa|straße|Æsa|þór|"+
		"Noe|aea|aeae|oeoo|xue|que|Bellucci|ebbbbe|aaaa|djj|bob|Bobby|Liz|Muhammad|mohamed|Кузнецов|Філіппова|Анна-Марія|Цсс|Ђурђа|Ангел|Въжаров|ёж|Γιώργος|ΠΑΠΠΑΣ|김민수|\u1100\u1175\u11b7|小百合|山田|渡邊・光|ﾔﾏﾀﾞ|ﾞ|\u0301|e\u0301|Nguyễn|Thị|"+
		"مُحَمَّد|שלום|ＡＢＣ|\xff|\xc3|Jo\xc3|\xd0|\xd1\xffв|\u200b|-|.|'|42|7a|x\u00a0y|ꭰᎠ|სახელი|"+strings.Repeat("long", 40), "|")
	letters := []rune("aaeejdouqxyllmnsšéüßæйюєіъљ’'-. \u0301\u00a0小김\ufffd")
	word := rapid.OneOf(rapid.SampledFrom(words), rapid.StringOfN(rapid.SampledFrom(letters), 0, 14, -1), rapid.StringMatching(`[a-zA-Z]{1,20}`), rapid.String())
	return rapid.Custom(func(t *rapid.T) string {
		space := rapid.SampledFrom([]string{" ", " ", " ", "  ", ""})
		var name strings.Builder
		for i := range rapid.IntRange(0, 5).Draw(t, "words") {
			if i > 0 {
				name.WriteString(space.Draw(t, "space"))
			}
			name.WriteString(word.Draw(t, "word"))
		}
		return name.String()
	})
}

// What is remembered of words says the same of a name as its letters, in whatever order names
// come.
func TestNameMemoIsNameHash(t *testing.T) {
	hash := newOctetHash(maphash.MakeSeed())
	m := newNameMemo(hash)
	sets := []*wordSet{particles, spanishParticles, portugueseParticles, frenchParticles}
	known, all := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		name := hostileNames().Draw(t, "name")
		want, words := nameHash(&hash, name, nil)
		_, quick := m.ofWords(name)
		if all++; quick {
			known++
		}
		got := m.sum(name)
		if got.hash != want || got.words != words {
			t.Fatalf("%q is %x of %d words, not %x of %d", name, got.hash, got.words, want, words)
		}
		for _, set := range sets {
			for _, least := range []int{1, 2} {
				if left, _ := withoutParticles(set, &hash, name, least, want, words); left != want && got.kinds&kindParticle == 0 {
					t.Fatalf("%q has a particle", name)
				}
			}
		}
		begins, letters, latin := lettersOf(name)
		if !latin || bits.OnesCount16(letters) < leastLetters {
			begins, letters = want, 0
		}
		if b, l := m.given(name); b != begins || l != letters {
			t.Fatalf("%q begins with %x and has %x, not %x and %x", name, b, l, begins, letters)
		}
	})
	if all >= 100 && known*4 < all { // of a few nothing can be said
		t.Errorf("only %d of %d names are known by their words", known, all)
	}
}

// Names that most people have are known by their words.
func TestNameMemoKnowsMostNames(t *testing.T) {
	m := newNameMemo(newOctetHash(maphash.MakeSeed()))
	for _, name := range []string{"Anna Müller", "José Antonio Fernández García", "Юлия Щукина", "Anna-Maria O'Neill", "김민수", "Nguyễn Thị Hoa", "Anna 山田"} {
		if _, known := m.ofWords(name); !known && name[0] < firstOfEast {
			t.Errorf("%s is read letter by letter", name)
		}
	}
}

// Texts are hashed by all of their bytes, as words and as bytes alike.
func TestOctetHash(t *testing.T) {
	hash := newOctetHash(maphash.MakeSeed())
	seen := map[uint64]string{}
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(rapid.SampledFrom([]byte("\x00 ab\xc3")), 0, 20).Draw(t, "text"))
		sum := hash.of(s)
		if other, met := seen[sum]; met && other != s {
			t.Fatalf("%q and %q have one hash", s, other)
		}
		seen[sum] = s
		if hash.ofBytes([]byte(s)) != sum {
			t.Fatalf("%q has two hashes", s)
		}
		if word, _, _ := strings.Cut(s, " "); hash.word(s, 0).hash != hash.of(word) || hash.word(s, 0).end != len(word) {
			t.Fatalf("%q does not begin with the word %q", s, word)
		}
	})
}

// A word that is plain is read letter by letter.
func TestPlainWords(t *testing.T) {
	hash := newOctetHash(maphash.MakeSeed())
	letters := rapid.SampledFrom([]byte("aeoudjqxylmnsvcAEJ.\xc3"))
	rapid.Check(t, func(t *rapid.T) {
		word := string(rapid.SliceOfN(letters, 1, 18).Draw(t, "word"))
		w := hash.word(word, 0)
		read := readWords(&hash, word, nil, schemeUnknown)
		if w.plain && !special(word) && (read.hash != hash.of(strings.ToLower(word)) || read.words != 1 || read.letters != len(word)) {
			t.Fatalf("%q is not plain", word)
		}
	})
	for _, word := range []string{"Kowalski", "Anderson", "Smith", "Lopez"} {
		if !hash.word(word, 0).plain || special(word) {
			t.Errorf("%s is not plain", word)
		}
	}
}

// The character at a place is that of the library.
func TestRuneAt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := string(slices.Concat([]byte{rapid.ByteRange(0x80, 0xff).Draw(t, "first")}, rapid.SliceOfN(rapid.Byte(), 0, 4).Draw(t, "rest")))
		r, size := runeAt(s, 0)
		if want, n := utf8.DecodeRuneInString(s); r != want || size != n {
			t.Fatalf("%q begins with %x of %d bytes, not %x of %d", s, r, size, want, n)
		}
	})
}
