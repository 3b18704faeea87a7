package text

import (
	"testing"

	"pgregory.net/rapid"
)

func TestWritingOf(t *testing.T) {
	for s, want := range map[string]Writing{
		"": 0, "Anna": WithLatin, "Łukasz Kędziora": WithLatin, "O'Connor-Żak": WithLatin, "ANNA ÖZ": WithLatin, "João": WithLatin | Local, "Işık": WithLatin | Dotless,
		"Иван Петрович": WithLookalike, "ИВАН": WithLookalike, "Ελένη": WithLookalike, "김민수": Far, "佐々木 さくら": Far, "नितिन": Far, "ნინო": Far, "יוסף": Far, "محمد": Far, "Nguyễn Thị Ánh": WithLatin,
		"McDonald": WithLatin | Cased, "MARTIN dE": WithLatin | Cased, "KRüGER": WithLatin | Cased, "Anna-": WithLatin | Edged, "- Anna": WithLatin | Edged, "A--b": WithLatin | Edged, "Street 5": WithLatin | Signed,
		"MÃ¼ller": WithLatin | Local | Strange, "Å tefan": WithLatin | Strange, "Аnna": WithLatin | WithLookalike | Strange, "иВАНОВ": WithLookalike | Strange, "김Anna": WithLatin | Far | Strange, "锟斤拷": Far | Strange, "a\xff": WithLatin | Strange, "\xe4\xb8": Strange, "Ẑẖ": WithLatin | Strange,
	} {
		if got := WritingOf(s); got != want {
			t.Errorf("%q is %08b, want %08b", s, got, want)
		}
	}
}

// writtenText draws a text of letters as names have them, most of one alphabet, and of some
// that make trouble.
func writtenText() *rapid.Generator[string] {
	letters := []*rapid.Generator[rune]{
		rapid.SampledFrom([]rune("abzABZéÉŁłşŞıİøßœŸ -'")), rapid.SampledFrom([]rune("абряРСАЯёіЁІ -'")), rapid.SampledFrom([]rune("αΩήΣο ")), rapid.SampledFrom([]rune("김힣민 中锟々さカー")),
		rapid.SampledFrom([]rune("יםגة م กา")), rapid.SampledFrom([]rune("ưƠễẞẖ aE")), rapid.SampledFrom([]rune("Ã©Å¼ä½°±è¹Î 1.,?\u0301\u200b\u00ad\ue012😀\u3099占쏙옙")), rapid.Rune(),
	}
	return rapid.Custom(func(t *rapid.T) string {
		main := rapid.SampledFrom(letters).Draw(t, "alphabet")
		var s []rune
		for range rapid.IntRange(0, 12).Draw(t, "length") {
			from := main
			if rapid.IntRange(0, 5).Draw(t, "other") == 0 {
				from = rapid.OneOf(letters...)
			}
			s = append(s, from.Draw(t, "letter"))
		}
		return string(s)
	})
}

// What is said not to be strange is nothing that anybody has something to say of.
func TestWritingHidesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := writtenText().Draw(t, "text")
		if rapid.IntRange(0, 9).Draw(t, "broken") == 0 {
			s = s[len(s)/3 : len(s)-len(s)/4]
		}
		w := WritingOf(s)
		if w&Strange == 0 && (hides(s) || garbled(s) || spoiled(s) || swapped(s) || wideMix(s) || Decomposed(s) || Private(s)) {
			t.Fatalf("%q is not strange", s)
		}
		if w.Unmixed() && (mixed(s) || Misread(s)) {
			t.Fatalf("%q is mixed", s)
		}
	})
}

// The same of each character there is, alone and beside others.
func TestWritingOfEachCharacter(t *testing.T) {
	for r := rune(0x80); r <= 0x10FFFF; r++ {
		for _, s := range [...]string{string(r), "a" + string(r) + "b", "А" + string(r) + "б", "Ab " + string(r) + string(r) + string(r)} {
			if w := WritingOf(s); w.Unmixed() && (hides(s) || garbled(s) || spoiled(s) || swapped(s) || Decomposed(s) || Private(s) || mixed(s)) {
				t.Fatalf("%q is not strange", s)
			}
		}
	}
}
