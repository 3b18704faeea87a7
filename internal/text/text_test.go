package text

import (
	"slices"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestMixed(t *testing.T) {
	for s, want := range map[string]bool{
		"":              false,
		"Anna":          false,
		"Аnna":          true, // the first letter is Cyrillic
		"Анна":          false,
		"Anna Анна":     false,
		"Αlex":          true, // Greek
		"김Anna":         false,
		"корпус 3a":     false,
		"дом 5а":        false,
		"O’Connor":      false,
		"Ångström Groß": false,
		"Нұрлан Әлихан": false,
		"Nguyễn Thị":    false,
		"José":          false,
		"ՀՈՎՀԱՆՆԻՍՅԱՆ":  false,
		"中田 Ken":        false,
		"\xff\xfe":      false,
		"naïve-наив":    false,
		"АВ123456 x":    false,
		"AВ123456":      true,
		"עברית english": false,
		"Μαρία-Ελένη":   false,
		"Ђорђе Đorđe":   false,
		"शर्मा Sharma":  false,
		"สมชาย Somchai": false,
		"Müller‐Lüdens": false,
		"Marko Ророа":   true, // all of it Cyrillic
		"Roma Роса":     true,
		"Роса":          false,
		"Ророа Иванов":  false,
		"Ророа Ivan Щ":  false,
		"Markօ":         true, // Armenian
		"Ꮇarko":         true, // Cherokee
		"Ｍarko":         true,
		"ＭＡＲＫＯ":         false,
		"𝐌𝐚𝐫𝐤𝐨":         true,
		"Mᴀrko":         true,
		"Ⓜarko":         true,
		"Ɓala Ɗan Ŋ ɛɔ": false,
	} {
		if got := Mixed(s); got != want {
			t.Errorf("Mixed(%q) = %v", s, got)
		}
	}
}

func TestGarbled(t *testing.T) {
	for s, want := range map[string]bool{
		"MÃ¼ller": true, "JosÃ©": true, "Müller": false, "Ångström": false, "김민수": false,
		"±è¹Î¼ö": true, "Łódź": false, "ÐÐ½Ð½Ð°": true, "Søndergaard": false, "ï¿½": true, "Đặng Thị": false,
	} {
		if got := Garbled(s); got != want {
			t.Errorf("Garbled(%q) = %v", s, got)
		}
	}
}

func TestSpoiled(t *testing.T) {
	for s, want := range map[string]bool{
		"Èâàí Ïåòðîâ": true, "£ukasz ¯ak": true, "Jos├® P├®rez": true, "Mu¤oz": true, "Garc√≠a": true, "ĹukĂˇĹˇ": true, "\u0420\u0098\u0420\u0406\u0420\u00b0\u0420\u0405": true,
		"╤хЁухщ ╚трэют": true, "‘ҐаЈҐ© €ў®ў": true, "Кафе © Шоколад": false, "Micha³ Wo¼niak": true, "уЕТЗЕК йЧБОПЧ": true, "яЕПЦЕИ хБЮМНБ": true, "ãåã ëäï": true, "Î° ÕÅ": false, "ÂÀÏº »³ËÜ": true,
		"де ЛА Круз": false, "оА": false, "иВАНОВ": false, "мАКСИМ Петров": false, "Straße 12½a": false, "Flat ¼a": false, "R³ Tower": false, "3½B Street": false, "100 m³": false, "Ст. ИВАНОВ": false, "иванов": false, "Иванов-ПЕТРОВ": false, "Åsa Äng": false,
		"РЎРјРёСЂРЅРѕРІ": true, "РІЗНІ СЄРІЙ": false, "СЕРІЙ РІЗНОВ": false, "Žižková": false, "Ærø": false, "Öğüt": false, "ÅSA ÄNGÖ": false, "СЕРСОВА РОССА": false, "Р. С. Петров": false, "Сергей Рыжов": false, "Éloïse": false, "Straße 5": false, "№ 5": false,
		"Россия,Самара,Советская": false, "ул.Стахановская,Раменское,Сосновка": false, "Серый-Смирнов-Рыжов": false, "Р.С.Р.": false, "ДМИТРІЄВА-СЄРІКОВА": false, "Ö.Á.Ó.Þ. Kft": false, "Á.Í.Ó.É.": false, "Łódź": false, "Ñúñez": false,
	} {
		if _, got := Damage(s); got != want || (spoiled(s) || swapped(s)) != want {
			t.Errorf("Damage(%q) = %v", s, got)
		}
	}
}

func TestEscaped(t *testing.T) {
	for s, want := range map[string]bool{
		"Jos+AOk-": true, "+rEA-": true, "U+AE40": true, "A+Building-2": false, "C+-": false, "U+X": false, "+1-2": false, "M&#252;ller": true, `Jos\xc3\xa9`: true, "Jos=C3=A9": true, "=?UTF-8?B?Sm9zw6k=?=": true, "A=B": false, "=?x": false, "=?": false, `\x`: false, "a=C3": false, "Garc&iacute;a": true, "Garc%C3%ADa": true, `Garc\u00eda`: true, "A & B; C": false, "AT&T; x": false, "Tom&Jerry; House": false, "Block A&BC; Flat 1": false, "100% C3%": false, `C:\users`: false, "&;": false, "%C3": false, "50%C0%": false,
	} {
		if got := Escaped(s); got != want {
			t.Errorf("Escaped(%q) = %v", s, got)
		}
	}
}

func TestStrange(t *testing.T) {
	for s, want := range map[string][3]bool{ // private, pictured, decomposed
		"": {}, "José": {}, "김민수 が": {}, "M° Núñez": {}, "李𠮷": {}, "A\ue012": {true}, "\U000F0001": {true}, "A\U000E0041": {}, "Ann 😀": {false, true}, "Ann ★": {false, true}, "R™": {false, true},
		"£5": {false, true}, "〒100": {false, true}, "Jose\u0301": {false, false, true}, "\u1100\u1161": {false, false, true}, "か\u3099": {false, false, true}, "и\u0306": {false, false, true},
		"ê\u0301": {false, false, true}, "Adébáyọ̀": {}, "\u0301": {}, "x\u0301": {}, "नि": {},
	} {
		if got := [3]bool{Private(s), Pictured(s), Decomposed(s)}; got != want {
			t.Errorf("%q is %v", s, got)
		}
	}
}

// What is said to be decomposed is not in NFC, and single letters of NFD are.
func TestDecomposed(t *testing.T) {
	for r := rune('A'); r < 0x1F00; r++ {
		apart := norm.NFD.String(string(r))
		if Decomposed(apart) && norm.NFC.IsNormalString(apart) {
			t.Errorf("%U is in NFC", r)
		}
		if r < 0x180 && apart != string(r) && !Decomposed(apart) {
			t.Errorf("%U stands apart", r)
		}
	}
}

func TestMisread(t *testing.T) {
	for s, want := range map[string]bool{"Gцran": true, "JosΘ": true, "Mаria": false, "Maρία": false, "Иvан": false, "Akyerεko": false, "Göran": false, "": false} {
		if got := Misread(s); got != want {
			t.Errorf("Misread(%q) = %v", s, got)
		}
	}
}

func TestHidden(t *testing.T) {
	for s, want := range map[string]bool{
		"Mar\u200dko": true, "Mar\u200cko": true, "Marko\ufe0f": true, "张\u200d": true, "क\u200dष": false, "葛\U000E0100": false, "A\U000E0100": true, "😀\u200d😀": false, "❤\ufe0f": false, "Ann\u200b": true, "ភ្នំ\u200bពេញ": false, "กรุงเทพ\u200bมหานคร": false, "\ufeffAnn": true, "A\u034fnn": true, "\u3164": true, "A\u2800": true, "A\ue012": false, "A\U000e0041": true, "山田ア": false, "An\u00adna": true, "\u202eAnn": true, "\u2066A\u2069": true, "a\u2028b": true, "Ann": false, "علی\u200cرضا": false, "O\u2019Neil": false, "a\u00a0b": false,
	} {
		if got, _ := Damage(s); got != want {
			t.Errorf("Damage(%q) = %v", s, got)
		}
	}
}

// What tells quickly that there is nothing to find hides nothing.
func TestMixedLooksEverywhere(t *testing.T) {
	letters := rapid.SampledFrom([]rune("aZé1 -́ềΑωἀ;АяӘԯ҂김中�"))
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(rapid.OneOf(letters, rapid.Rune()), 0, 12).Draw(t, "text"))
		if Mixed(s) != mixed(s) {
			t.Fatalf("Mixed(%q) = %v", s, Mixed(s))
		}
	})
}

func TestGarbledLooksEverywhere(t *testing.T) {
	letters := rapid.SampledFrom([]rune("aZ1 éÃ©Å¡¼ï»¿½€’“ŽŸœƒˆ˜…™ÐÑ占쏙옙±è¹Î¼öЯ김ềś"))
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(rapid.OneOf(letters, letters, rapid.Rune()), 0, 12).Draw(t, "text"))
		if rapid.IntRange(0, 4).Draw(t, "broken") == 0 {
			s = s[len(s)/3 : len(s)-len(s)/4]
		}
		if Garbled(s) != garbled(s) {
			t.Fatalf("Garbled(%q) = %v", s, Garbled(s))
		}
	})
}

func TestDamageLooksEverywhere(t *testing.T) {
	letters := rapid.SampledFrom([]rune("aZ1 éÃÈåРС°І√≠├®¤£¯ˇ˘ĂĹ김Ѐаі³½\u3164ア’“\u200b\u00ad\ufeff"))
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(rapid.OneOf(letters, letters, rapid.Rune()), 0, 12).Draw(t, "text"))
		hidden, spoilt := Damage(s)
		if hidden != hides(s) || spoilt != (garbled(s) || spoiled(s) || swapped(s)) {
			t.Fatalf("Damage(%q) = %v, %v", s, hidden, spoilt)
		}
	})
}

func TestByte1252(t *testing.T) {
	for r := rune(0x80); r <= 0x10FFFF; r++ {
		want, known := byte(r), r <= 0xFF
		if i := slices.Index(high1252[:], r); i >= 0 {
			want, known = byte(0x80+i), true
		}
		if got, ok := byte1252(r); ok != known || known && got != want {
			t.Fatalf("%U: %#x, %v", r, got, ok)
		}
	}
}
