package validate

import (
	"hash/maphash"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestFoldAddress(t *testing.T) {
	common := rapid.SampledFrom([]byte("azAZ09.@[`{\xc3\x81\x9a"))
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SliceOfN(rapid.OneOf(common, rapid.Byte()), 0, 40).Draw(t, "address")
		got, address := foldAddress([]byte("x"), string(s)), string(s)
		for i, c := range s {
			if c >= 'A' && c <= 'Z' {
				s[i] = c + 'a' - 'A'
			}
		}
		if string(got) != "x"+string(s) {
			t.Fatalf("%q becomes %q, want %q", address, got[1:], s)
		}
	})
}

// Names that a person takes for the same, in the ways that files have them.
func TestNameHash(t *testing.T) {
	seed := newOctetHash(maphash.MakeSeed())
	hash := func(name string) uint64 {
		sum, _ := nameHash(&seed, name, nil)
		return sum
	}
	for _, pair := range [][2]string{
		{"Γιώργος Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ ΓΙΩΡΓΟΣ"}, {"Семён Фёдоров", "ФЕДОРОВ СЕМЕН"}, {"Jörg Straßer", "JORG STRASSER"},
		{"김민수", "\u1100\u1175\u11b7\u1106\u1175\u11ab\u1109\u116e"}, {"ヤマダ タロウ", "ﾔﾏﾀﾞ ﾀﾛｳ"}, {"パク", "\u30cf\u309aク"}, {"ヴァン", "ｳﾞｧﾝ"},
		{"أحمد علي", "احمد علی"}, {"مُحَمَّد", "محمد"}, {"Anna\u200b Nowak", "ANNA NOWAK"}, {"Kærsgård", "Kaersgard"}, {"José Núñez", "NUNEZ JOSE"}, {"渡邊恵子", "渡辺惠子"}, {"髙澤光", "高沢光"}, {"陳國華", "陈国华"},
	} {
		if hash(pair[0]) != hash(pair[1]) || hash(pair[0]) == 0 {
			t.Errorf("%s and %s are two", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{{"ヤマダ", "ヤマタ"}, {"김민수", "김민서"}, {"Ivan Petrov", "Ivan Petrova"}, {"Иван", "Иванъ"}, {"ハナ", "バナ"}, {"齋藤光", "齊藤光"}, {"渡部光", "渡辺光"}} {
		if hash(pair[0]) == hash(pair[1]) {
			t.Errorf("%s and %s are one", pair[0], pair[1])
		}
	}
	for _, odd := range []string{"\u1161\u11a8", "ﾞﾞ", "\u3099", "\u1100\u1100"} {
		hash(odd) // only parts
	}
}

// What is folded quickly is folded as Unicode has it.
func TestFoldRuneLowersCyrillic(t *testing.T) {
	for r := rune(0x400); r < 0x530; r++ {
		if got := foldRune(r); got != unicode.ToLower(r) && unicode.IsLetter(r) && r != 'ё' && r != 'Ё' {
			t.Errorf("%c becomes %c", r, got)
		}
	}
}
