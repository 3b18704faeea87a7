package validate

import (
	"strings"
	"testing"
)

// A part of a name that was misspelt, misread, cut or typed on another keyboard is told beside the
// full name that has it right; what is written in two ways is not.
func TestPartsSpelledOtherwise(t *testing.T) {
	v := newValidator(t, Options{Column: mappedNames})
	const spelled, cutOff, another, unparted = "spelled otherwise", "was cut off", "last name of the row is another", "without a space"
	for line, want := range map[string]string{
		"KEN|Kipchoge Kamau|Kipchoge|Kammau": spelled, "ROU|Gheorghe Mihai Gheorghe|Ghorghe Mihai|Gheorghe": spelled, "FRA|Sophie Bernard|Sophie|Bemard": spelled, "KAZ|Anna Bernatova|Anna|Bematova": spelled,
		"HUN|Szilágyi László|László|Syilágzi": spelled, "FRA|Martine Roy|Mqrtine|Roy": spelled, "USA|William Moore|Zilliqm|Moore": "of the row is another",
		"GRC|Ioannis Papageorgiou|Ioannis|Papageorg": cutOff, "BRA|Antônio Nascimento A|Antônio|Nascimento Alves": "have more",
		"NZL|Wiremu Nathan Whitmore|Wiremu Nathan|Hohepa": another, "GHA|AbenaQuaye|Abena|Quaye": unparted, "GHA|QuayeAbena|Abena|Quaye": unparted,

		"EGY|Mohammed Hassan|Mohamed|Hassan": "", "GBR|Mohammed Hassan|Mohamed|Hassan": "", "RUS|Filipp Petrov|Filip|Petrov": "", "DEU|Anna Müller|Anna|Mueller": "", "DEU|Tomas Weber|Thomas|Weber": "", "POL|Anna Szymańska|Anna|Szymanska": "",
		"CZE|Eva Nováková|Eva|Novák": "", "HUN|Kovácsné Anna|Anna|Kovács": "", "BGR|Anna Petkova|Anna|Petkov": "", "SVN|Suzana Novak|Suzana|Novak": "", "NLD|Aafke Visser|Afke|Visser": "", "UKR|Liudmyla Kovalenko|Lyudmyla|Kovalenko": "",
		"BRA|Antônio Alves N|Antônio|Alves Neto": "", "KOR|김민수|민수|김": "", "CHN|王伟|伟|王": "", "NZL|Wiremu Nathan Hohepa|Wiremu|Hohepa": "", "NZL|Wiremu Nathan Whitmore|Wiremu Nathan|Whitmore-Hohepa": "", "GBR|Katherine Reed|Catherine|Reed": "",
	} {
		p := strings.Split(line, "|")
		rec := inParts(p[0], "", p[1], p[2], p[3])
		v.Check(rec)
		switch got := messages(rec); {
		case want == "" && len(got) > 0, want != "" && (len(got) != 1 || !strings.Contains(got[0], want)):
			t.Errorf("%s: want %q, got %v", line, want, got)
		}
	}
}

// A last name that lacks the second of two that the full name has is told where the others of
// such nations have both.
func TestSecondSurnameLost(t *testing.T) {
	for line, want := range map[string]bool{
		"MEX|Guadalupe Torres Gómez|Guadalupe|Torres": true, "ESP|Ana Gil Ruiz|Ana|Gil": true,
		"BRA|Ana Gil Ruiz|Ana|Gil": false, "ESP|Ana María Gil|Ana|Gil": false, "ESP|Ana Gil Ruiz|Ana|Gil Ruiz": false, "ESP|Ana Gil|Ana|Gil": false,
	} {
		for _, others := range []int{5, fewTitles + 2} {
			x := newTestIdentity(t, nil)
			for i := range others {
				rec := inParts("ESP", "", "Ana Gil Ruiz"+strings.Repeat("a", i), "Ana", "Gil Ruiz"+strings.Repeat("a", i))
				rec.Row, rec.Key = person(i, nil).Row, person(i, nil).Key
				note1(t, x, rec)
			}
			p := strings.Split(line, "|")
			odd := inParts(p[0], "", p[1], p[2], p[3])
			odd.Row, odd.Key = person(others, nil).Row, person(others, nil).Key
			note1(t, x, odd)
			if got := strings.Contains(strings.Join(told(t, x), ", "), "name_unusual"); got != (want && others > fewTitles) {
				t.Errorf("%s beside %d others: told %t", line, others, got)
			}
		}
	}
}

// Names that were typed on other keys, or lost a bit of each letter, are told of by themselves.
func TestNamesOfOtherKeys(t *testing.T) {
	v := newValidator(t, Options{Column: mappedNames})
	for line, want := range map[string]string{
		"UKR|Liudmyla|Rjdfktyrj": "keys of Latin", "RUS|Anna|Gtnhjdf": "keys of Latin", "RUS|Cthutq|Petrov": "keys of Latin", "RUS|Fyyf|Petrova": "keys of Latin", "RUS|Lynn|Petrova": "", "RUS|Anna|RJDFKTYRJ": "keys of Latin",
		"BEL|Q,qndine|Coppens": "comma stands within a word", "USA|A,anda|Coppens": "comma stands within a word", "TWN|Chih-Ming|Ｈｕｎｇ": "full width",
		"ISL|Magnús|Kristjnsson": "letter beyond ASCII", "DNK|Anne|Sxrensen": "letter beyond ASCII", "DEU|Anna|Mvller": "letter beyond ASCII", "ESP|Ana|Garcma": "letter beyond ASCII", "CZE|Lenka|Èerná": "none of the language", "SVK|Jana|Palaèková": "none of the language", "SVN|Ana|Èuk": "none of the language",

		"UKR|Liudmyla|Kovalenko": "", "UKR|Liudmyla|Shcherbytskyi": "", "RUS|Anna|Schwarz": "", "ARM|Anna|Mkrtchyan": "", "GEO|Anna|Mdzinarishvili": "", "UKR|Anna|Krst": "", "POL|Anna|Gtnhjdf": "x", "USA|Anna|Mvller": "",
		"FRA|Marie,Louise|Petit": "", "JPN|Ｔａｒｏ|Ｓａｔｏ": "", "CZE|Hélène|Nováková": "", "CZE|Michèle|Novak": "", "ITA|Nicolò|Neri": "", "FRA|Ève|Roy": "",
	} {
		p := strings.Split(line, "|")
		rec := inParts(p[0], "", p[1]+" "+p[2], p[1], p[2])
		v.Check(rec)
		switch got := strings.Join(messages(rec), " "); {
		case want == "" && got != "", !strings.Contains(got, want) && want != "x":
			t.Errorf("%s: want %q, got %v", line, want, got)
		}
	}
}

// A first name of the other gender is told where nearly all others have one of their own.
func TestFirstNamesOfGenders(t *testing.T) {
	for _, test := range []struct {
		country, gender, full, first, last string
		against                            bool
	}{
		{"SAU", "female", "Turki Al-Qahtani", "Turki", "Al-Qahtani", true},
		{"SAU", "male", "Turki Al-Qahtani", "Turki", "Al-Qahtani", false},
		{"JPN", "male", "Yuki Shimizu", "Yuki", "Shimizu", false},
		{"POL", "female", "Magdalena Zieliński", "Magdalena Małgorzata", "Zieliński", true},
		{"POL", "female", "Sasza Zieliński", "Sasza", "Zieliński", false},
		{"ESP", "female", "José Gil", "José", "Gil", true},
		{"ESP", "female", "María José Gil", "María José", "Gil", false},
		{"USA", "female", "José Gil", "José", "Gil", false},
	} {
		for _, others := range []int{2, 40} {
			x := newTestIdentity(t, nil)
			for i := range others {
				rec := inParts("ESP", "female", "María "+strings.Repeat("b", i+2), "María", strings.Repeat("b", i+2))
				rec.Row, rec.Key = person(i, nil).Row, person(i, nil).Key
				note1(t, x, rec)
			}
			odd := inParts(test.country, test.gender, test.full, test.first, test.last)
			odd.Row, odd.Key = person(others, nil).Row, person(others, nil).Key
			note1(t, x, odd)
			if got := strings.Contains(strings.Join(told(t, x), ", "), "name_unusual"); got != (test.against && others > fewForms) {
				t.Errorf("%s %q, beside %d others: told %t", test.gender, test.full, others, got)
			}
		}
	}
}
