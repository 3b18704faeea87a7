package validate

import (
	"slices"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// What is noted beside a name is told, in a last name and in a full name without parts.
func TestNotesBesideNames(t *testing.T) {
	v := newValidator(t, Options{Column: mappedNames})
	for _, class := range []struct{ detail, people string }{ // country, first and last name, with strokes between them
		{"a remark is no part", "DEU Heike/Schneider i.Ins.|GBR James/Davies (staff)|GBR James/Davies (Employee)|DEU Jan/Klein (Mitarbeiter)|FRA Luc/Petit (employé)|POL Jan/Nowak (pracownik)|ESP Ana/Ruiz (empleada)|RUS Иван/Петров (сотрудник)|JPN 健二/田中(社員)|GBR Alistair/Wilson (in custody)|GBR Ann/Lee (In custody)|" +
			"FRA Luc/Petit (en prison)|GBR Matthew/Taylor (speaks French only)|ITA Ugo/Neri (parla solo tedesco)|DEU Jan/Klein (nur Englisch)|DEU Jan/Klein (spricht nur Englisch)|GBR Hannah/OLD Taylor|DEU Jan/ALT Klein|GBR Hannah/Taylor NEW|GBR Daniel/Ellis POA Dr Brandt|GBR Ann/Lee (POA Mr Smith)|DEU Jan/Klein Vollmacht Frau Klein|POL Jan/Nowak pełnomocnik Anna|" +
			"GBR Emily/Walker see file|DEU Jan/Klein siehe Akte|FRA Luc/Petit voir dossier|ESP Ana/Ruiz ver expediente|POL Jan/Nowak patrz akta|RUS Иван/Петров см. дело|GBR Oliver/Evans, plumber|DEU Jan/Klein, Rentner|FRA Luc/Petit, plombier|ITA Ugo/Neri, idraulico|GBR Oliver/Evans plumber|GBR Oliver/Evans - plumber|GBR Oliver/Evans (Plumber)|" +
			"POL Maria/Wiśniewska (Poland)|POL Maria/Wiśniewska (Polska)|POL Maria/Wiśniewska (PL)|POL Maria/Wiśniewska (POL)|POL Maria/Wiśniewska (UK)|POL Maria/Wiśniewska, Poland|GBR George/Wilson (Suwon)|COL Luz/Vargas Niño (Q.E.P.D.)|COL Luz/Vargas Niño Q.E.P.D.|USA Ann/Lee (R.I.P.)|USA Ann/Lee R.I.P.|IDN Budi/Santoso (alm.)|AUT Johann/Steiner (†)|FRA Luc/Petit dcd|GBR Ann/Lee (bankrupt)|" +
			"NLD Jan/Smit faillissement|CZE Jan/Malý v konkurzu|GBR Ann/Lee (deaf)|DEU Jan/Klein (verheiratet)|GBR Ann/Lee (moved to Spain)|GBR Ann/Lee (now divorced)|DEU Jan/Klein (lebt in Spanien)|" +
			"GBR Ann/Smith - Spain|GBR Ann/OLD - Taylor|GBR Ann/refer to file|GBR Ann/Lee (German speaking)|GBR Ann/Lee (NO ENGLISH)|GBR Ann/Lee SANCTIONS HIT|GBR Ann/Lee (OFAC)|GBR Ann/Lee AML|GBR Ann/Lee (Director)|GBR Ann/Lee (m)|GBR Ann/Lee NOT VERIFIED|GBR Ann/Lee (Polish)|GBR Ann/Lee - Teacher|GBR Ann/Lee STAFF|GBR Ann/STAFF Lee|GBR Ann/Lee jailed|" +
			"GBR Ann/the late Lee|GBR Ann/attn Lee|GBR Ann/Lee et al|GBR Ann/Lee gone away|GBR Ann/Lee no mail|GBR Ann/on behalf of Roth|GBR Ann/represented by Roth|GBR Ann/Lee (ex-Smith)"},
		{"before a marriage", "GBR Ann/Lee born Smith"},
		{"what else the person is called", "GBR Ann/Jones ex Smith|GBR Ann/Jones prev. Smith|GBR Gillian/Jones (formerly Ellis)|GBR Gillian/Jones formerly Ellis|DEU Anna/Klein (vormals Roth)|FRA Anne/Petit anciennement Roy|RUS Анна/Петрова (ранее Иванова)"},
		{"is dead", "AUT Johann/† Steiner|AUT Johann/Steiner †|AUT Johann/Steiner †2019|ITA Ugo/Neri ✝|IDN Budi/Mendiang Budi Santoso"},
		{"digits or signs", "GBR Eleanor/Clarke 753986921|GBR Eleanor/Clarke 07700900412"},
	} {
		for person := range strings.SplitSeq(class.people, "|") {
			country, names, _ := strings.Cut(person, " ")
			first, last, _ := strings.Cut(names, "/")
			for _, full := range []string{"", first + " " + last, last} {
				rec := inParts(country, "", full, first, last)
				if full == last { // nothing but the full name
					rec = named(country, first+" "+last)
					if class.detail == "digits or signs" || strings.Contains(last, ", ") && (last[strings.Index(last, ", ")+2] < 'a' || last[strings.Index(last, ", ")+2] > 'z') || strings.HasPrefix(last, "Mendiang") || strings.Contains(last, "STAFF") || strings.HasPrefix(last, "attn") {
						continue // it may be a first name there, or the number one of many
					}
				}
				rec.Submission[kyc.AddressCity] = "Suwon"
				v.Check(rec)
				tellTitles(rec)
				if !slices.ContainsFunc(rec.Issues, func(i kyc.Issue) bool {
					return i.Code == "name_unusual" && (i.Field == "lastName" || i.Field == "fullName") && strings.Contains(i.Message, class.detail)
				}) {
					t.Errorf("%s, full name %q: want %q, got %v", person, rec.Submission[kyc.FullName], class.detail, messages(rec))
				}
			}
		}
	}
}

// What stands in brackets, behind a comma or in other letters and is a part of the name, or may
// be, raises nothing.
func TestNoNotes(t *testing.T) {
	v := newValidator(t, Options{Column: mappedNames})
	for person := range strings.SplitSeq("USA Robert/Smith (Bob)|USA William (Bill)/Smith|CHN Wei/Wang (David)|GBR Anna/Klein (van Dijk)|DEU Anna/Klein (von Berg)|BRA Ana/Silva (de Souza)|GBR Ann/Lee, Jr.|USA Ann/Lee III|NLD Jan/Berg, van den|DEU Max/Staff|USA Ann/Student|DEU Jan/Rentner|DEU Anna/Lehrer|IND R/Sharma R.I.P.|USA Ann/Poland|GBR Ann/France|"+
		"USA Paris/Hilton|GBR Ann/Holland|USA Kim/Poland Smith|DEU Jan/OLD|GBR Ann/In|USA Ann/See|FRA Jean/Avocat|ITA Ugo/Notaio|USA Ann/Plumber|ESP Ana/Maestra|MMR U/Now|USA Ann/Prison|GBR Ann/Single|VNM Thi/Vu|USA MARY/OLD|USA John/Minister|GBR Ann/Judge|USA Senator/Banks", "|") {
		country, names, _ := strings.Cut(person, " ")
		first, last, _ := strings.Cut(names, "/")
		for _, full := range []string{"", first + " " + last} {
			rec := inParts(country, "", full, first, last)
			v.Check(rec)
			tellTitles(rec)
			rec.Issues = slices.DeleteFunc(rec.Issues, func(i kyc.Issue) bool { return i.Code == "required_missing" })
			if len(rec.Issues) > 0 {
				t.Errorf("%s, full name %q: got %v", person, full, messages(rec))
			}
		}
	}
}

// First and last names that cannot stand beside each other are told, in the field that is wrong.
func TestColumnsOfNames(t *testing.T) {
	v := newValidator(t, Options{Column: mappedNames})
	for _, test := range []struct{ country, full, first, last, field, want string }{
		// One name twice.
		{"GBR", "George George Smith", "George George", "Smith", "firstName", "one word twice"},
		{"GBR", "George Smith", "George George", "Smith", "firstName", "one word twice"},
		{"RUS", "Иван Иван Петров", "Иван Иван", "Петров", "firstName", "one word twice"},
		{"GBR", "Emily Evans Evans", "Emily", "Evans Evans", "lastName", "one word twice"},
		{"DEU", "", "Emily", "Müller Müller", "lastName", "one word twice"},
		{"USA", "", "Emily", "Wright Wright", "lastName", "one word twice"},
		{"USA", "Ana Garcia Garcia", "Ana", "Garcia Garcia", "", ""},
		{"GBR", "", "Emily", "Evans-Evans", "lastName", "one word twice"},
		{"GBR", "", "Emily", "EvansEvans", "lastName", "one word twice"},
		{"ESP", "Ana García García", "Ana", "García García", "", ""},
		{"NOR", "Erik Hansen Hansen", "Erik", "Hansen Hansen", "", ""},
		{"USA", "Ting Ting Chen", "Ting Ting", "Chen", "", ""},
		{"CAN", "Jay Jay Reed", "Jay Jay", "Reed", "", ""},
		{"FRA", "Lulu Lulu Roy", "Lulu Lulu", "Roy", "", ""},
		{"MMR", "Aung Aung Htun", "Aung Aung", "Htun", "", ""},
		{"FRA", "Mohamed Mohamed Ali", "Mohamed Mohamed", "Ali", "", ""},
		{"GBR", "Charlotte Charlotte", "Charlotte", "Charlotte", "lastName", "first name as well"},
		{"POL", "Agnieszka Agnieszka", "Agnieszka", "Agnieszka", "lastName", "first name as well"},
		{"GBR", "Thomas Thomas", "Thomas", "Thomas", "", ""},
		{"IND", "Charlotte Charlotte", "Charlotte", "Charlotte", "", ""},
		// The whole name in one column.
		{"GBR", "Matthew MacDonald", "Matthew MacDonald", "MacDonald", "firstName", "has the whole name"},
		{"GBR", "", "Matthew MacDonald", "MacDonald", "firstName", "has the whole name"},
		{"IDN", "Budi Santoso", "Budi Santoso", "Santoso", "firstName", "has the whole name"},
		{"GBR", "Callum Hargreaves", "Callum", "Callum Hargreaves", "lastName", "has the whole name"},
		{"GBR", "Hargreaves Callum", "Callum", "Hargreaves Callum", "lastName", "has the whole name"},
		{"GBR", "Callum Callum Hargreaves", "Callum", "Callum Hargreaves", "lastName", "has the whole name"},
		{"EGY", "Ali Ali Hassan", "Ali", "Ali Hassan", "", ""},
		{"ESP", "Martín Martín García", "Martín", "Martín García", "", ""},
		{"USA", "James Thomas James", "James Thomas", "James", "", ""},
		// What stands beside a last name.
		{"GBR", "Ann Jr", "Ann", "Jr", "lastName", "no name"},
		{"USA", "Ann III", "Ann", "III", "lastName", "no name"},
		{"IRL", "Sean O'", "Sean", "O'", "lastName", "no name"},
		{"BRA", "Rui Junior", "Rui", "Junior", "", ""},
		{"GBR", "Mr Lee", "Mr", "Lee", "firstName", "title"},
		{"IND", "MR Lee", "MR", "Lee", "", ""},
		// An initial for a last name.
		{"POL", "Jan K.", "Jan", "K.", "lastName", "but initials"},
		{"POL", "Jan Kowalski", "Jan", "K", "lastName", "but initials"},
		{"RUS", "Иван П.", "Иван", "П.", "lastName", "but initials"},
		{"IND", "Ramesh K.", "Ramesh", "K.", "", ""},
		{"IND", "Ramesh K", "Ramesh", "K", "", ""},
		{"SWE", "Åsa Å", "Åsa", "Å", "", ""},
		{"KOR", "Minsu O", "Minsu", "O", "", ""},
		{"USA", "Sandra O", "Sandra", "O", "", ""},
		// The beginning of the last name behind the first.
		{"GBR", "Daniel Mac Donald", "Daniel Mac", "Donald", "firstName", "beginning of the last name"},
		{"IRL", "Daniel Mc Carthy", "Daniel Mc", "Carthy", "firstName", "beginning of the last name"},
		{"IRL", "Sean O' Brien", "Sean O'", "Brien", "firstName", "beginning of the last name"},
		{"NLD", "Jan van Dijk", "Jan van", "Dijk", "firstName", "beginning of the last name"},
		{"NLD", "Jan van der Berg", "Jan van", "der Berg", "firstName", "beginning of the last name"},
		{"ESP", "García López, maría", "maría", "García López", "", ""},
		{"DEU", "Otto von Berg", "Otto von", "Berg", "firstName", "beginning of the last name"},
		{"BEL", "Jan De Smet", "Jan De", "Smet", "firstName", "beginning of the last name"},
		{"PRT", "Ana dos Santos", "Ana dos", "Santos", "firstName", "beginning of the last name"},
		{"USA", "Billy Mac Miller", "Billy Mac", "Miller", "", ""},
		{"VNM", "Thi Van Nguyen", "Thi Van", "Nguyen", "", ""},
		{"USA", "Mary Al Smith", "Mary Al", "Smith", "", ""},
		// Two alphabets.
		{"JPN", "David 田中", "David", "田中", "", ""},
		{"HUN", "Ágnes Kovács", "Ágnes", "Kovács", "", ""},
		{"CZE", "Řehoř Novák", "Řehoř", "Novák", "", ""},
		// Words that stand elsewhere in the full name.
		{"BLR", "Siarhei Karatkevich", "Siarhei", "Karatkevich", "", ""},
		{"RUS", "Roman Abramovich", "Roman", "Abramovich", "", ""},
		{"UKR", "Petro Tkachenko", "Petro", "Ivanovych", "lastName", "by the father"},
		{"RUS", "Петров Иван Иванович", "Иван", "Иванович", "lastName", "by the father"},
		{"RUS", "Петрова Анна Ивановна", "Ивановна", "Петрова", "firstName", "by the father"},
		{"RUS", "Рабинович Анна Львовна", "Анна", "Рабинович", "", ""},
		{"RUS", "Абрамович Анна", "Анна", "Абрамович", "", ""},
		{"SRB", "Petar Petrović", "Petar", "Petrović", "", ""},
		{"ESP", "Pablo Martínez Ruiz", "Pablo Ruiz", "Martínez", "firstName", "stands behind the last name"},
		{"PRT", "Ana Costa Silva", "Ana Silva", "Costa", "firstName", "stands behind the last name"},
		{"ESP", "Pablo Ruiz Martínez", "Pablo Ruiz", "Martínez", "", ""},
		{"RUS", "Пётр Иванов Петрович", "Пётр Петрович", "Иванов", "", ""},
		// A place behind the last name.
		{"GBR", "George Wilson Suwon", "George", "Wilson Suwon", "lastName", "town or the country"},
		{"POL", "Maria Nowak Poland", "Maria", "Nowak Poland", "lastName", "town or the country"},
		{"POL", "Maria Nowak Polska", "Maria", "Nowak Polska", "lastName", "town or the country"},
		{"ESP", "Ana Gil Suwon", "Ana", "Gil Suwon", "", ""},
		{"NLD", "Jan van Suwon", "Jan", "van Suwon", "", ""},
		{"FRA", "Anatole France", "Anatole", "France", "", ""},
		// Chinese and Korean names that are read otherwise.
		{"CHN", "李静", "Wei", "Zhang", "fullName", "are another's"},
		{"CHN", "欧阳静", "Jing", "Wang", "fullName", "are another's"},
		{"KOR", "김민수", "Minsu", "Park", "fullName", "are another's"},
		{"CHN", "李静", "Jing", "Li", "", ""},
		{"CHN", "李静", "Li", "Jing", "", ""},
		{"CHN", "曾静", "Jing", "Tseng", "", ""},
		{"TWN", "李静", "Ching", "Lee", "", ""},
		{"KOR", "이민수", "Minsu", "Rhee", "", ""},
		{"KOR", "유민수", "Minsu", "Ryu", "", ""},
		{"SGP", "李静", "Jing", "Tan", "", ""},
		// Programs' words.
		{"GBR", "", "None", "Evans", "firstName", "stands for nothing"},
		{"GBR", "", "NULL", "Evans", "firstName", "stands for nothing"},
		{"USA", "Mary None", "Mary", "None", "", ""},
		{"USA", "Chris Null", "Chris", "Null", "", ""},
		{"DEU", "Anna Neukunde", "Anna", "Neukunde", "lastName", "stands for nothing"},
		{"GBR", "Emily see file", "Emily", "see file", "lastName", "stands for nothing"},
		// Letters that were lost.
		{"DEU", "", "Jan", "Schfer", "lastName", "was lost"},
		{"DEU", "", "Jrgen", "Klein", "firstName", "was lost"},
		{"ESP", "", "Ana", "Gonzlez", "lastName", "was lost"},
		{"CHE", "", "Marion", "Grber", "lastName", "was lost"},
		{"CHE", "", "Franois", "Rochat", "firstName", "was lost"},
		{"POL", "", "ukasz", "Nowak", "firstName", "was lost"},
		{"TUR", "", "Ali", "Ylmaz", "lastName", "was lost"},
		{"CZE", "", "Jan", "Dvok", "lastName", "was lost"},
		{"SWE", "", "Bjrn", "Ek", "firstName", "was lost"},
		{"GBR", "", "Jan", "Schfer", "", ""},
		{"DEU", "", "Jan", "Schafer", "", ""},
		{"FRA", "", "Ren", "Petit", "", ""},
		{"POL", "", "Micha", "Nowak", "", ""},
	} {
		rec := inParts(test.country, "", test.full, test.first, test.last)
		if test.full == "" {
			rec.Submission[kyc.FullName] = test.first + " " + test.last
			if test.want == "has the whole name" {
				rec.Submission[kyc.FullName] = ""
			}
		}
		rec.Submission[kyc.AddressCity] = "Suwon"
		v.Check(rec)
		tellTitles(rec)
		rec.Issues = slices.DeleteFunc(rec.Issues, func(i kyc.Issue) bool { return i.Code == "required_missing" })
		switch {
		case test.want == "" && len(rec.Issues) > 0:
			t.Errorf("%s %q of %q and %q: got %v", test.country, test.full, test.first, test.last, messages(rec))
		case test.want != "" && !slices.ContainsFunc(rec.Issues, func(i kyc.Issue) bool { return i.Field == test.field && strings.Contains(i.Message, test.want) }):
			t.Errorf("%s %q of %q and %q: want %q of %s, got %v", test.country, test.full, test.first, test.last, test.want, test.field, messages(rec))
		}
	}
}

// What one name tells where the row has no parts of it.
func TestWholeNamesAlone(t *testing.T) {
	v := newValidator(t, Options{})
	for _, test := range []struct{ country, full, want string }{
		{"GBR", "George George Smith", "one word twice"},
		{"GBR", "George Evans Evans", "one word twice"},
		{"MMR", "Aung Aung Htun", ""},
		{"ESP", "Ana García García", ""},
		{"JPN", "David 田中", ""},
		{"CHN", "Wang Wei 王伟", ""},
		{"SRB", "Živko Petrović", ""},
		{"TUR", "Şahin Çelik Ay", ""},
	} {
		rec := named(test.country, test.full)
		v.Check(rec)
		if got := strings.Join(messages(rec), ", "); test.want == "" && got != "" || !strings.Contains(got, test.want) {
			t.Errorf("%s %q: want %q, got %s", test.country, test.full, test.want, got)
		}
	}
}

// A first and a last name in two alphabets are told where few are.
func TestNamesInTwoAlphabets(t *testing.T) {
	for _, test := range []struct {
		country, full, first, last string
		want                       bool
	}{
		{"UKR", "Andrii Коваленко", "", "", true}, {"GRC", "Νίκος Pappas", "", "", true}, {"UKR", "Andrii Kovalenko", "Andrii", "Коваленко", true}, {"RUS", "Ольга Smirnova", "Olga", "Smirnova", true}, {"RUS", "Ольга Смирнова", "Olga", "Smirnova", false},
		{"JPN", "David 田中", "", "", false}, {"CHN", "Wang Wei 王伟", "", "", false}, {"SRB", "Живко Petrović", "", "", false}, {"TUR", "Şahin Çelik Ay", "", "", false}, {"UKR", "Андрій Коваленко", "Андрій", "Коваленко", false},
	} {
		for _, others := range []int{150, 50} {
			x := newTestIdentity(t, map[string]kyc.Severity{"person_repeated": kyc.Off})
			for i := range others {
				note1(t, x, person(i, values{kyc.FullName: "Ann " + strings.Repeat("b", i+2)}))
			}
			note1(t, x, person(others, values{kyc.FullName: test.full, kyc.FirstName: test.first, kyc.LastName: test.last, kyc.Nationality: test.country}))
			if list := told(t, x); len(list) > 0 != (test.want && others > fewNames) {
				t.Errorf("%s beside %d: %v", test.full, others, list)
			}
		}
	}
}

// A last name that is the first name is told where the address of mail has another.
func TestMailHasTheLastName(t *testing.T) {
	v := newValidator(t, Options{Column: mappedNames})
	for mail, told := range map[string]bool{"thomas.miller@mail.kr": true, "miller_thomas84@mail.kr": true, "thomasmiller@mail.kr": true, "thomas@mail.kr": false, "thomas.mail@mail.kr": false, "thomast@mail.kr": false, "tmiller@mail.kr": false} {
		rec := inParts("GBR", "", "Thomas Thomas", "Thomas", "Thomas")
		rec.Submission[kyc.Email] = mail
		v.Check(rec)
		if got := len(rec.Issues) > 0; got != told {
			t.Errorf("%s: %v", mail, messages(rec))
		}
	}
}

// Capitals among small letters are told where no name has them.
func TestMixedCase(t *testing.T) {
	v := newValidator(t, Options{Column: mappedNames})
	for name := range strings.SplitSeq("rEbEcCa|tHoMpSoN|ReBeCcA|ThOmPsOn|SmItH|aLiCe|smiTH|SmiTH|SMith|thomPson|jOhn|rEbecca|JOhn|THompson Lee|MAria", "|") {
		rec := inParts("GBR", "", "Ann "+name, "Ann", name)
		v.Check(rec)
		if !strings.Contains(strings.Join(messages(rec), ", "), "apitals") {
			t.Errorf("%q: got %v", name, messages(rec))
		}
	}
	for name := range strings.SplitSeq("McDonald|MacDonald|MacDONALD|DeAngelo|LaToya|DiCaprio|VanDerBeek|DeLaCruz|dAlmeida|oNeill|IJsbrand|LJubica|NGozi|MBaye|LLoyd|FitzGerald|O'Connor|JoAnn|LeBron|McCÉsar|AB|JP|DJ Lee|A. McKay|D'Angelo|MCDONALD|mcdonald|KwaZulu|AnnMarie|LeeAnn|deGrom|NDiaye", "|") {
		rec := inParts("GBR", "", "Ann "+name, "Ann", name)
		v.Check(rec)
		if len(rec.Issues) > 0 {
			t.Errorf("%q: got %v", name, messages(rec))
		}
	}
}

// An office before the first name of the row is a title.
func TestOffices(t *testing.T) {
	v := newValidator(t, Options{Column: mappedNames})
	for person := range strings.SplitSeq("GBR H.E. Minister /Gillian/Hargreaves|GBR H.E. /Gillian/Hargreaves|ESP Ministro /Juan/Gil|ESP Excmo. Embajador /Juan/Gil|FRA Ministre /Luc/Petit|FRA S.E. /Luc/Petit|DEU Botschafter /Jan/Klein|POL Senator /Jan/Nowak|BRA Deputado /Rui/Silva|RUS Депутат /Иван/Петров|GBR His Excellency /John/Smith|GBR Cllr /Ann/Lee|USA Sen. /Ann/Lee|USA Judge /Ann/Lee", "|") {
		country, names, _ := strings.Cut(person, " ")
		parts := strings.Split(names, "/")
		rec := inParts(country, "", strings.Join(parts, " "), parts[1], parts[2])
		rec.Submission[kyc.FullName] = strings.ReplaceAll(rec.Submission[kyc.FullName], "  ", " ")
		v.Check(rec)
		tellTitles(rec)
		if !strings.Contains(strings.Join(messages(rec), ", "), "title") {
			t.Errorf("%s: got %v", person, messages(rec))
		}
	}
	for person := range strings.SplitSeq("USA Prince Rogers Nelson/Prince Rogers/Nelson|USA Major Owens/Major/Owens|GBR Bishop John/John/Bishop|IND H.E. Rao/Hari/Rao|USA Ann Judge/Ann/Judge|KOR Min Ann Lee/Ann/Lee|IND Sen Ann Lee/Ann/Lee", "|") {
		country, names, _ := strings.Cut(person, " ")
		parts := strings.Split(names, "/")
		rec := inParts(country, "", parts[0], parts[1], parts[2])
		v.Check(rec)
		tellTitles(rec)
		if len(rec.Issues) > 0 {
			t.Errorf("%s: got %v", person, messages(rec))
		}
	}
}

// A family name of East Asia in the column of first names is told where other rows have the
// last name in front.
func TestOrderInEast(t *testing.T) {
	for _, test := range []struct {
		country, first, last string
		others               int
		told                 bool
	}{
		{"CHN", "Wang", "Wei", 60, true}, {"KOR", "Kim", "Minsu", 60, true}, {"VNM", "Nguyen", "Hoa", 60, true},
		{"CHN", "Wei", "Zhang", 10, false}, {"CHN", "Xiaoming", "Wang", 60, false}, {"HKG", "Kim", "Cheung", 60, false}, {"USA", "Kim", "Lee", 60, false},
	} {
		x := newTestIdentity(t, nil)
		for i := range test.others {
			given := "Xiao" + strings.Repeat("m", i+1)
			note1(t, x, person(i, values{kyc.FullName: "Zhao " + given, kyc.FirstName: given, kyc.LastName: "Zhao", kyc.Nationality: "CHN"}))
		}
		note1(t, x, person(test.others, values{kyc.FullName: test.first + " " + test.last, kyc.FirstName: test.first, kyc.LastName: test.last, kyc.Nationality: test.country}))
		if got := strings.Contains(strings.Join(told(t, x), ", "), "name_unusual"); got != test.told {
			t.Errorf("%s %s %s beside %d others: told %t", test.country, test.first, test.last, test.others, got)
		}
	}
}
