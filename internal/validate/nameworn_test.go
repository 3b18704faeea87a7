package validate

import (
	"hash/maphash"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// Names that lost something on their way, and remarks in them, are told; their neighbours
// are not. Of each the first name and the last name stand beside the whole one.
func TestWornNames(t *testing.T) {
	v := newValidator(t, Options{Column: mappedNames})
	for _, class := range []struct{ detail, flaws, clean string }{
		{"question mark", "SWE Björn/?stlund|FRA Ren?/Petit", "SWE Björn/Östlund"},
		{"dots stand", "LKA Chaminda/Warnakula…|LKA Chaminda/Warnakula...", "IND A.R./Rahman|USA John/Smith Jr."},
		{"begins or ends with a sign", "CHE Marie-/Jaquier|DEU Ute/Meier,", "CHE Marie-Anne/Jaquier|USA John/Smith, Jr."},
		{"particles of a family name", "NLD Roos/van der|ESP Ana/de la|MYS Siti/binti|DEU Ute/von", "NLD Roos/van der Laan|VNM An/Van De|IND Amit/De|CHN Wei/Van|BGD Rani/Das|MYS Li/Bin"},
		{"stands among capitals", "DEU Jan/KRüGER|FRA Zoé/ANDRé|TUR Ali/YıLMAZ|TUR Ali/öZTÜRK", "USA Tom/McDONALD|ITA Ugo/DeVITO|DEU Jan/GROßE|CHN Dé/Lü|VNM Lê/Hà|GBR Ian/MacLEOD"},
		{"capital I stands", "ALB IIir/Gjoni|USA MichaeI/Reed|DEU Jan/IImer", "USA John/Reed II|FIN Aino/Iisalmi|USA Ian/McIntyre|ITA Ivo/Ilari|DEU JAN/ILMER"},
		{"than any language has", "FRA Moniiique/Petit|POL Juuulia/Lis", "USA Ann/Kaaawa|FIN Aino/Suuurla"},
		{"two names without a space", "BRA JoãoPedro/Souza|ESP JuanCarlos/Gil", "USA MaryKate/Reed|USA JoAnn/Reed|BRA João Pedro/Souza|ESP DeShawn/Gil"},
		{"reverse order", "ISR שרה/ןהכ|EGY ةمطاف/علي", "ISR שרה/כהן|EGY فاطمة/علي"},
		{"whole name twice", "", "SAU Ali Hassan/Ali Hassan|BEL Griet/Maes"},
		{"remark", "NLD Jacoba/van den Heuvel - dubbel|SWE Eva/Ek - dobbelt", "NLD Jacoba/van den Heuvel"},
		{"whose child or wife", "EGY Wife of Yasmine/Ibrahim|ESP Viuda de Pedro/Gil|IND Imran/Kurian u/g of father", "NLD Son/de Jong|USA Wilson/Reed"},
		{"who somebody is", "GRC μητέρα/Παπά|RUS Мать/Иванова|CHN 母亲/王", "TUR Anne/Kaya|RUS Анна/Мать|DEU Anne/Mutter|COD Fils/Kabila"},
		{"is dead", "FRA feu Jean-Baptiste/Petit|NLD wijlen Jan/Smit|TUR merhum Ali/Kaya", "TON Feu/Vea|FRA Feu/Petit|BRA Ana/Finado"},
		{"family name", "JPN 鈴木/健太|KOR 김/민수|CHN 刘/伟", "JPN 健太/鈴木|JPN 鈴木/佐藤|CHN 林/杨|KOR 민수/김"},
		{"", "PRT Ana/Silva Teste|HUN Mónika/Minta|BEL Asterix/Obelix|CHL Santiago de Chile/Muñoz", "FRA Jean/Teste|CHL Santiago/Muñoz|GHA Kofi/Minta"},
	} {
		check := func(person string) (messages string) {
			country, names, _ := strings.Cut(person, " ")
			first, last, _ := strings.Cut(names, "/")
			rec := inParts(country, "", first+" "+last, first, last)
			v.Check(rec)
			for _, i := range rec.Issues {
				messages += i.Field + ": " + i.Message + "\n"
			}
			return messages
		}
		for person := range strings.SplitSeq(class.flaws, "|") {
			if got := check(person + " "); person != "" && (!strings.Contains(check(person), class.detail) || got == "") {
				t.Errorf("%s: want %q, got %s", person, class.detail, check(person))
			}
		}
		for person := range strings.SplitSeq(class.clean, "|") {
			if got := check(person); got != "" {
				t.Errorf("%s: %s", person, got)
			}
		}
	}
}

// A full name that has the whole name twice, or goes on where a part ends with a hyphen and
// a letter.
func TestWornWholes(t *testing.T) {
	v := newValidator(t, Options{Column: mappedNames})
	for _, test := range []struct{ country, full, first, last, want string }{
		{"BEL", "Griet Maes Griet Maes", "Griet", "Maes", "whole name twice"},
		{"SAU", "Ali Hassan Ali Hassan", "Ali", "Hassan", ""},
		{"FRA", "Marie-Thérèse Hénault", "Marie-T", "Hénault", "cut off"},
		{"FRA", "Marie-Thérèse Hénault", "Marie", "Hénault", ""},
	} {
		rec := inParts(test.country, "", test.full, test.first, test.last)
		v.Check(rec)
		if got := messages(rec); len(got) > 0 != (test.want != "") || test.want != "" && !strings.Contains(rec.Issues[0].Message, test.want) {
			t.Errorf("%s: want %q, got %v", test.full, test.want, got)
		}
	}
}

// Names that are one where words are written together or apart, and spellings of Muhammad.
func TestNamesTogetherAndApart(t *testing.T) {
	seed := newOctetHash(maphash.MakeSeed())
	hash := func(name string) uint64 {
		sum, words := nameHash(&seed, name, nil)
		sum, _ = withoutParticles(particlesOf("FRA"), &seed, name, 2, sum, words)
		return sum
	}
	for _, same := range [][2]string{
		{"Elspeth Mac Donald", "Elspeth MacDonald"}, {"Anaïs de La Rochefoucauld", "Anaïs Delarochefoucauld"}, {"Els van den Berghe", "Els Vandenberghe"},
		{"Muhammad Otaibi", "Mohammed Otaibi"}, {"Mohamed Ali", "Mohammad Ali"},
	} {
		if hash(same[0]) != hash(same[1]) {
			t.Errorf("%s and %s are two", same[0], same[1])
		}
	}
	for _, two := range [][2]string{{"Mac Donald", "MacDonald Mac"}, {"Ana Delaney", "Ana Ney"}, {"Mahmoud Ali", "Mohamed Ali"}, {"Ana Vanderlei", "Ana Lei"}} {
		if hash(two[0]) == hash(two[1]) {
			t.Errorf("%s and %s are one", two[0], two[1])
		}
	}
}

// A man whose name has the word of a Sikh woman.
func TestWordsOfWomen(t *testing.T) {
	for name, want := range map[string]bool{"Jaswinder Kaur": true, "Kaur": false, "Jaswinder Singh": false} {
		rec := named("IND", name)
		rec.Submission[kyc.Gender] = "male"
		if _, against := tellsGender(rec); against != want {
			t.Errorf("%s: %v", name, against)
		}
	}
}

// First names that one gender alone has in the country of the person.
func TestGivenGenders(t *testing.T) {
	for _, test := range []struct {
		country, gender, full, first, last string
		against                            bool
	}{
		{"ISL", "female", "Gunnar Einarsson", "Gunnar", "Einarsson", true},
		{"RUS", "female", "Dmitry Volkov", "Dmitry", "Volkov", true},
		{"RUS", "female", "Olga Volkov", "Olga", "Volkov", false},
		{"RUS", "female", "Nika Volkov", "Nika", "Volkov", false},
		{"RUS", "female", "ОЛЬГА ВОЛКОВА", "ОЛЬГА", "ВОЛКОВА", false},
		{"LVA", "female", "JĀNIS OZOLS", "JĀNIS", "OZOLS", true},
		{"TUR", "female", "İbrahim Kaya", "İbrahim", "Kaya", true},
		{"TUR", "female", "HALİL KAYA", "HALİL", "KAYA", true},
		{"FRA", "male", "Marie Petit", "Marie", "Petit", true},
		{"FRA", "male", "Mariette Petit", "Mariette", "Petit", false},
		{"LVA", "female", "Jānis Ozols", "Jānis", "Ozols", true},
		{"LVA", "female", "Ilze Bērziņš", "Ilze", "Bērziņš", false},
		{"LVA", "female", "Ilze Bērziņa", "Ilze", "Bērziņa", false},
		{"GRC", "female", "Maria Papadopoulos", "Maria", "Papadopoulos", false},
		{"GBR", "male", "Emma Louise Jones", "Emma Louise", "Jones", true},
		{"ITA", "female", "Andrea Rossi", "Andrea", "Rossi", false},
		{"USA", "female", "Andrea Rossi", "Andrea", "Rossi", false},
	} {
		_, against := givenGender(inParts(test.country, test.gender, test.full, test.first, test.last))
		if against != test.against {
			t.Errorf("%+v: %t", test, against)
		}
	}
}
