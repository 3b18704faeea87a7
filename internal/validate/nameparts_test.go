package validate

import (
	"slices"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// inParts is a record of a person of one country whose first and last name are apart.
func inParts(country, gender, full, first, last string) *kyc.Record {
	rec := named(country, full)
	rec.Submission[kyc.FirstName], rec.Submission[kyc.LastName], rec.Submission[kyc.Gender] = first, last, gender
	return rec
}

// mappedNames are the columns of a source that has first and last names.
func mappedNames(field string) string { return "column of " + field }

// What stands in a first or a last name and is none is told there.
func TestNoParts(t *testing.T) {
	v := newValidator(t, Options{Column: mappedNames})
	for _, class := range []struct {
		rule, field, detail string
		people              string // country, first and last name, with strokes between them
	}{
		{"placeholder", "lastName", "", "PHL Mark/same|CAN Elizabeth/refused|DEU Ute/TBA|GHA Peter/NLN|COL Sergio/SIN APELLIDO|FRA Léa/néant|FRA Léa/NEANT|KAZ Ruslan/нет|UKR Олена/немає|CHN Wang/无|JPN 健二/なし|KOR 민수/없음|BGD Sohel/অজানা|IND राम/नहीं|EGY علي/لا يوجد|" +
			"IRN علی/ندارد|ISR דוד/אין|TUR Gülgün/YOK|POL Sybilla/brak|HRV Ana/nema|NLD Els/geen|SWE Eva/saknas|ITA Ugo/nessuno|BRA Rui/não consta|HUN Éva/nincs|VNM Hoa/không có|THA สุดา/ไม่มีนามสกุล|IDN Budi/tidak ada|USA Anna/not given|DEU Anna/ohne Nachname|DEU Anna/null|DEU Anna/NULL"},
		{"placeholder", "firstName", "", "NGA Baby of/Eze|BRA filho de/Silva|AUS NaN/Reed|TUR BİLİNMİYOR/Kaya|TUR Belirtilmemiş/Kaya|USA X/Martinez|DEU k.A./Plank|KEN EMPTY/Njoroge|MUS FNU/Dookhun|AUT k.A./Plank|USA Unknown/Smith|PRT sem nome/Silva|TUR yok/Kaya|CHE keine/Meier"},
		{"test_data", "lastName", "", "KOR 김/테스트|RUS Иван/Тестович|THA สมชาย/ทดสอบ"},
		{"name_unusual", "firstName", "title", "NZL Mister/Reed|DEU Frau/Klein|ESP Señora/Gil|POL Pani Maria/Nowak|TUR Bay Mehmet/Yılmaz|CZE Slečna Eva/Malá|GBR Sir John/Smith|IDN Ibu Siti/Rahayu|NGA Engr. Chidi/Okafor|DEU Frau Anna/Klein|MYS Puan Siti/Hassan"},
		{"name_unusual", "lastName", "title", "JPN 健二/田中様|JPN 健二/佐藤さん|KOR 민수/김씨|CHN 伟/王先生|DEU Ines/Dr. Maurer|ITA Ada/Dott.ssa Neri|USA John/Smith PhD"},
		{"name_unusual", "lastName", "remark", "PRT Marta/Silva Reis OLD|NGA Victor/Eze SUSPECTED FRAUD|KEN Grace/Odhiambo DUPLICATE|RUS Артём/Козлов (заблок.)|POL Jan/Nowak do usunięcia|DEU Jan/Klein gelöscht|TUR Ali/Kaya (pasif)|ESP Ana/Ruiz fallecida|FRA Jean/Petit (décédé)|GBR Ann/Lee zzz"},
		{"name_unusual", "firstName", "more than one", "BRA Paulo e Rita/Moreira|ESP Juan y Rocío/Pérez|DEU Hans und Uta/Klein|NLD Piet en Greet/Smit|CZE Jan a Eva/Malí|USA Ann & Bob/Lee|HRV Ivo i Ana/Perić"},
		{"name_unusual", "firstName", "comma", "CHE Emma, Lucas/Weber|USA Emma,Lucas/Lee"},
		{"name_unusual", "firstName", "stroke", "DEU Emma/Lucas/Weber"},
		{"name_unusual", "lastName", "company", "CHE Costruzioni/Neri S.p.A.|GRC Οικοδομική/Αττικής ΑΕ|FIN Lahden/Konepaja Oy|CAN Les/Transports Roy Ltée|DEU Bau/Müller Maschinenbau GmbH"},
		{"name_unusual", "firstName", "capitals", "PHL mARIA/Santos|RUS мАРИЯ/Иванова"},
		{"name_unusual", "lastName", "capitals", "PHL Maria/sANTOS|RUS Мария/иВАНОВА|DEU Anna/mÜLLER"},
		{"name_unusual", "lastName", "apostrophe is in front", "DEU Martin/'Becker|KOR 민수/'김|RUS Пётр/'Иванов"},
		{"name_unusual", "lastName", "spaced out", "USA Jose/W a t e r s|USA JOSE/W A T E R S|RUS Иван/П е т р о в"},
		{"name_unusual", "firstName", "family name", "HUN Szabó/Katalin|POL Kowalska/Maria|CZE Nováková/Eva|SRB Petrović/Milan|ROU Popescu/Ion|ESP Pérez/Juan Carlos|DEU Müller/Anna|GEO Gelashvili/Nino|VNM Nguyễn/Hoa"},
		{"mojibake", "firstName", "none of the language", "CZE Jiøí/Novák|CZE Bøetislav/Novák|VNM Höông/Phan|HUN Zsófia Erzsébet Õ/Nagy"},
		{"mojibake", "lastName", "none of the language", "CZE Jan/Dvoøák|HUN Éva/Szõke|VNM Hoa/Nguyeãn|HRV Ivan/Kovaèeviæ|LTU Jonas/Ðimkus|ROU Ana/Ioniþã|POL Jan/Jóæwiak"},
		{"mojibake", "lastName", "none of the language", "CHN Na/ÍõÎ°|CHN Na/Íõ|ISR Amir/ëäï|EGY Karim/ÍÓä|EGY Karim/Ali ÚáÍ|RUS Ivan/Èâà|GRC Nikos/Íßê|THA Som/ÊÁª"},
		{"mojibake", "lastName", "dotless|ı of Turkish", "USA David/Mıller|GBR Anna/Wıllıams"},
		{"mojibake", "firstName", "capital stands", "CHE AndrŽ/Benoit|FRA RenŽe/Petit"},
		{"mojibake", "firstName", "", "FRA Fran‡ois/Roy|SWE Bj†rn/Ek|DEU J”rg/Klein|FRA Andr‚/Roy"},
		{"mojibake", "lastName", "Western|none of the language", "JPN Ichiro/ŽR“c"},
		{"name_unusual", "firstName", "has the gender", "ESP Masculino/Gil|RUS Женский/Попова"},
		{"name_unusual", "firstName", "the last name as well", "DEU Müller/Müller|AUS Judith Ann/Judith Ann|USA AnnaMariaReed/AnnaMariaReed"},
		{"mojibake", "firstName", "", "JPN 譎ｺ蟄/田中|KOR 源誘쇱닔/김|CHN 锟斤拷/王"},
	} {
		for person := range strings.SplitSeq(class.people, "|") {
			country, names, _ := strings.Cut(person, " ")
			first, last, _ := strings.Cut(names, "/")
			if at := strings.LastIndexByte(names, '/'); class.detail == "stroke" {
				first, last = names[:at], names[at+1:]
			}
			_, detail, either := strings.Cut(class.detail, "|")
			if !either {
				detail = class.detail
			}
			for _, full := range []string{"", first + " " + last} { // where the full name tells the same it may be told of that
				rec := inParts(country, "", full, first, last)
				v.Check(rec)
				tellTitles(rec)
				if !slices.ContainsFunc(rec.Issues, func(i kyc.Issue) bool {
					return i.Code == class.rule && (i.Field == class.field || full != "" && i.Field == "fullName") && strings.Contains(i.Message, detail)
				}) {
					t.Errorf("%s: want %s of %s %q, got %v", person, class.rule, class.field, detail, messages(rec))
				}
			}
		}
	}
}

// First and last names that people have raise nothing beside each other, in any case of
// their letters.
func TestRealParts(t *testing.T) {
	v := newValidator(t, Options{Column: mappedNames})
	for person := range strings.SplitSeq("USA Thomas/Thomas|IDN Suharto/Suharto|USA Ann/Same|IDN Putri/PT|DEU Anna/Huf|JPN José/“Pepe” Sato|UGA Male/Kato|USA LaToya/LaToya|FRA Jean/Test|USA Mary/None|IND Nil/Sen|CHN X/Zhao|IND X/Arul|MYS Ah/Yok|THA Yok/Suk|NLD Jan/van Ingen|DEU Alessa/Keiner|USA Tom/Geen|USA Jim/Blank|USA Jon/Tester|ITA Ugo/Testa|BGD Prova/Khan|USA Dev/Patel|"+
		"POL Jan/Pan|TUR Bay/Kaya|SEN Dame/Diop|CHN Wei/Pan|GBR Jane/Old|GBR Ann/New|SRB Novak/Lilić|TUR Yılmaz/Kaya|GRC Αριστείδης/Γαλάνης|USA Jackson/Wilson|PRT Maria/Costa e Silva|ESP José/Ortega y Gasset|FRA Marie, Louise/Petit|USA John/Smith, Jr.|"+
		"NLD Maarten/'t Hart|TON 'Ofa/Vea|BRA Ana/dALMEIDA|IRL Sean/oNEILL|IND K S R P/Prasad|NLD J A M C/Jansen|CZE Søren/Kjær|LTU Þórunn/Jónsdóttir|ROU João/Silva|VNM Jürgen/Müller|VNM Hoà/Nguyễn|DEU Welat/Akın|DEU Newroz/Yıldırım|USA Ali/Yılmaz|"+
		"HRV Vesna/GrebenarŽarmen|KOR 민수/김|KOR 民洙/金|JPN 空/栗田|JPN ﾌﾘｶﾞﾅ/田中|HUN Katalin/Szabó|HUN Farkas/Bertalan|CZE Eva/Nováková|MYS Ramasamy/A/L Muthu|HUN Éva/dr. Kovács|FIN Riikka/Oy|USA Happy/Citizen|COL Lady/Rojas|USA D'Angelo/McCÉsar", "|") {
		country, names, _ := strings.Cut(person, " ")
		first, last, _ := strings.Cut(names, "/")
		for _, full := range []string{"", first + " " + last} {
			for _, capitals := range []bool{false, true} {
				rec := inParts(country, "", full, first, last)
				if capitals {
					rec = inParts(country, "", strings.ToUpper(full), strings.ToUpper(first), strings.ToUpper(last))
				}
				v.Check(rec)
				for _, i := range rec.Issues {
					if i.Field == "firstName" || i.Field == "lastName" || full != "" {
						t.Errorf("%s: %s of %s: %s", person, i.Code, i.Field, i.Message)
					}
				}
			}
		}
	}
}

// A full name that is another's than its parts, or parts that have less of it, are told.
func TestPartsBesideTheWhole(t *testing.T) {
	v := newValidator(t, Options{Column: mappedNames})
	for _, test := range []struct{ country, gender, full, first, last, want string }{
		{"DEU", "", "Dorothea Sommer", "Josh", "Sommer", "first name of the row is another"},
		{"USA", "", "Robert Smith", "Bob", "Smith", ""},
		{"DEU", "", "Johannes Klein", "Hans", "Klein", ""},
		{"CHN", "", "David Chen", "Wei", "Chen", ""},
		{"GBR", "", "Katherine Robisnon", "Katherine", "Robinson", "spelled otherwise"},
		{"GBR", "", "Kathrine Robinson", "Katherine", "Robinson", ""},
		{"GBR", "", "Margaret Tompson", "Margaret", "Thompson", ""}, // two ways to write it
		{"DEU", "", "Anna Schmldt", "Anna", "Schmidt", "spelled otherwise"},
		{"DEU", "", "Anna Scmidt", "Anna", "Schmidt", ""},
		{"DEU", "", "Jörg Mueller", "Jörg", "Müller", ""},
		{"RUS", "", "Иван Кузнецво", "Иван", "Кузнецов", "spelled otherwise"},
		{"RUS", "", "Иванова Анна", "Анна", "Иванов", ""},
		{"POL", "", "Anna Kowalska", "Anna", "Kowalski", ""},
		{"AUS", "", "Maria Papadopoulos-Konstantinidis", "Maria", "Papadopoulos-Konst", "was cut off"},
		{"AUS", "", "Maximilian-Alexander Huber", "Maximilian-Alex", "Huber", "was cut off"},
		{"AUS", "", "Alexander Huber", "Alex", "Huber", ""},
		{"ESP", "", "Ana García Márquez Fernández", "Ana", "García Márquez", ""},
		{"IRL", "", "Conor O'Connor", "Conor", "", "full name has one"},
		{"PHL", "", "Ramon Aquino", "", "Aquino", "first name is empty"},
		{"IND", "", "K Aquino", "", "Aquino", ""},
		{"USA", "", "Aquino", "", "Aquino", ""},
		{"NZL", "", "Brian Brian Reed", "Brian", "Reed", "first or the last name twice"},
		{"NZL", "", "Brian Reed Reed", "Brian", "Reed", "first or the last name twice"},
		{"FRA", "", "Mohamed Mohamed Ali", "Mohamed", "Ali", ""},
		{"ESP", "", "Ana Gil Gil", "Ana", "Gil", ""},
		{"CAN", "", "Christopher Blackmoor", "Christine", "Reinger", "last name of the row is another"},
		{"AUS", "", "Deborah Hargrove", "Deborah", "Quigley", "last name of the row is another"},
		{"SRB", "", "Jelena Petrović", "Jelena", "Stanković", "last name of the row is another"},
		{"AUS", "", "Deborah Hargrove", "Deborah", "Hargrave", ""},
		{"AUS", "", "Judith Reed", "Judith Reed", "Judith Reed", "the last name as well"},
		{"IDN", "", "Siti Rahayu", "Siti Rahayu", "Siti Rahayu", ""},
		{"IDN", "", "PT Sumber Jaya", "PT", "Sumber Jaya", "a company's"},
		{"IND", "", "Ramesh Rao HUF", "Ramesh Rao", "HUF", "a company's"},
		{"IND", "", "RAMESH RAO HUF", "RAMESH RAO", "HUF", ""},
		{"NGA", "male", "Female Eze", "Female", "Eze", "has the gender"},
		{"IND", "female", "Lakshmi MALE", "Lakshmi", "MALE", "has the gender"},
		{"IND", "female", "Lakshmi Male", "Lakshmi", "Male", ""},
		{"IND", "female", "LAKSHMI MALE", "LAKSHMI", "MALE", ""},
		{"USA", "", "Hannah Laura Sauer", "Hannah Laura Sauer", "", "has the whole name"},
		{"IDN", "", "Suharto", "Suharto", "", ""},
		{"IND", "", "Siti Rahayu", "Siti Rahayu", "", ""},
		{"IRL", "", "oisin.doyle", "Oisín", "Doyle", "written as a userid"},
		{"IRL", "", "oisin_doyle", "Oisín", "Doyle", ""},
		{"MYS", "female", "Siti Aminah binti Hassan", "Siti Aminah", "binti Hassan", ""},
		{"ARE", "female", "Mariam bin Ali", "Mariam", "bin Ali", ""},
		{"RUS", "female", "Рабинович Анна Львовна", "Анна", "Рабинович", ""},
		{"RUS", "female", "Абрамович Анна", "Анна", "Абрамович", ""},
		{"CZE", "male", "Jan Nováková", "Jan", "Nováková", ""},
		{"POL", "male", "Jan Kowalska", "Jan", "Kowalska", ""},
		{"POL", "male", "Jan Brzoska", "Jan", "Brzoska", ""},
		{"USA", "male", "Boris Nováková", "Boris", "Nováková", ""},
	} {
		rec := inParts(test.country, test.gender, test.full, test.first, test.last)
		v.Check(rec)
		switch got := messages(rec); {
		case test.want == "" && test.full != "oisin_doyle" && len(got) > 0, test.want != "" && (len(got) != 1 || !strings.Contains(got[0], test.want)):
			t.Errorf("%s %q of %q and %q: want %q, got %v", test.country, test.full, test.first, test.last, test.want, got)
		}
	}
}

// A name whose form is that of the other gender is told where nearly all others have the
// form of their own.
func TestFormsOfGenders(t *testing.T) {
	for _, test := range []struct {
		country, gender, full, first, last string
		against                            bool
	}{
		{"MYS", "male", "Siti Aminah binti Hassan", "Siti Aminah", "binti Hassan", true},
		{"MYS", "female", "Ahmad bin Ali", "Ahmad", "bin Ali", true},
		{"SGP", "male", "Devi d/o Samy", "Devi", "Samy", true},
		{"RUS", "male", "Анна Ивановна Попова", "Анна", "Попова", true},
		{"RUS", "female", "Иван Иванович Попов", "Иван", "Попов", true},
		{"ISL", "male", "Anna Jónsdóttir", "Anna", "Jónsdóttir", true},
		{"ISL", "female", "Anna Jónsson", "Anna", "Jónsson", false},
		{"GRC", "male", "Nikos Papadopoulou", "Nikos", "Papadopoulou", true},
		{"CZE", "male", "Eva Nováková", "Eva", "Nováková", true},
		{"SVK", "female", "Eva Nováková", "Eva", "Nováková", false},
		{"CZE", "female", "Eva Novák", "Eva", "Novák", false},
		{"POL", "male", "Anna Kowalska", "Anna", "Kowalska", true},
		{"LTU", "male", "Ona Petrauskaitė", "Ona", "Petrauskaitė", true},
		{"BGR", "male", "Елена Иванова", "Елена", "Иванова", true},
		{"RUS", "male", "KUZNETSOVA ANNA", "ANNA", "KUZNETSOVA", true},
		{"RUS", "female", "Кузнецов Наталья Викторовна", "Наталья Викторовна", "Кузнецов", true},
		{"RUS", "female", "Кузнецов Натали", "Натали", "Кузнецов", false},
		{"RUS", "female", "Кузнецова Наталья Викторовна", "Наталья Викторовна", "Кузнецова", false},
		{"RUS", "male", "Дубина Иван", "Иван", "Дубина", false},
		{"ITA", "male", "Marco Casanova", "Marco", "Casanova", false},
		{"MYS", "female", "Siti Aminah binti Hassan", "Siti Aminah", "binti Hassan", false},
		{"ARE", "female", "Mariam bin Ali", "Mariam", "bin Ali", false},
		{"RUS", "female", "Рабинович Анна Львовна", "Анна", "Рабинович", false},
		{"RUS", "female", "Абрамович Анна", "Анна", "Абрамович", false},
		{"POL", "male", "Jan Brzoska", "Jan", "Brzoska", false},
		{"USA", "male", "Boris Nováková", "Boris", "Nováková", false},
	} {
		for _, others := range []int{2, 40} {
			x := newTestIdentity(t, nil)
			for i := range others {
				note1(t, x, person(i, values{kyc.FullName: "Siti " + strings.Repeat("b", i+2) + " binti Hassan", kyc.Nationality: "MYS", kyc.Gender: "female"}))
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

// No first name is in the lists of both genders, and all are as they are looked for.
func TestFirstNamesOfOneGender(t *testing.T) {
	for head := range nameLines {
		countries, found := strings.CutPrefix(head, "women of ")
		if !found {
			continue
		}
		men := newWordSet(nameLines["men of "+countries])
		if len(men.words) < leastGiven {
			t.Errorf("%s: %d men", countries, len(men.words))
		}
		for name := range strings.SplitSeq(nameLines[head], "|") {
			if men.has(name) || strings.ToLower(name) != name || strings.Contains(name, " ") {
				t.Errorf("%s: %q", countries, name)
			}
		}
	}
}

// leastGiven is how many names a list has at least.
const leastGiven = 10

// Where a source has no column of last names nobody lacks one.
func TestNoColumnOfLastNames(t *testing.T) {
	v := newValidator(t, Options{Column: func(field string) string {
		if field == "lastName" {
			return ""
		}
		return field
	}})
	rec := inParts("IRL", "", "Conor O'Connor", "Conor", "")
	v.Check(rec)
	if len(rec.Issues) > 0 {
		t.Errorf("%v", messages(rec))
	}
}

// Names of nobody are told in a full name as well.
func TestNobodys(t *testing.T) {
	v := newValidator(t, Options{})
	for _, class := range []struct{ rule, names string }{
		{"test_data", "Prova Prova|Training Record|Training User|QA Automation|Automation User|Smoke Test|Sandbox User|김 테스트|テスト 花子|ทดสอบ ระบบ|테스트 사용자|测试 用户|اختبار مستخدم|Utente Prova|Cliente Prueba|Bat Man|Happy Traveler|Jane Citizen|Anna Mustermann|Fred Bloggs|A N Other|Vardenis Pavardenis|Default User|Super User"},
		{"name_unusual", "System Administrator|zzz to delete|Anna Klein löschen|Jan Novák smazat|Ali Kaya silinecek|Иван Петров (удалён)|Ana Ruiz DUPLICADA|Maria Silva OLD"},
		{"placeholder", "Elizabeth refused|Ute TBA|Sohel অজানা|Wang 无"},
	} {
		for name := range strings.SplitSeq(class.names, "|") {
			rec := named("USA", name)
			v.Check(rec)
			if len(rec.Issues) != 1 || rec.Issues[0].Code != class.rule {
				t.Errorf("%q: want %s, got %v", name, class.rule, messages(rec))
			}
		}
	}
}
