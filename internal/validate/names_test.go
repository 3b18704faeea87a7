package validate

import (
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// named is a record of a person of one country by one name.
func named(country, name string) *kyc.Record {
	rec := goodRecord()
	sub := &rec.Submission
	sub[kyc.Email], sub[kyc.FullName] = "ann.lee@mail.kr", name
	sub[kyc.Nationality], sub[kyc.IssuingCountry], sub[kyc.AddressCountry] = country, country, country
	return rec
}

// Names that people have raise nothing, in any case of their letters.
func TestRealNames(t *testing.T) {
	b, err := os.ReadFile("testdata/names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	v, n := newValidator(t, Options{}), 0
	for line := range strings.Lines(string(b)) {
		country, list, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok || line[0] == '#' {
			continue
		}
		for name := range strings.SplitSeq(list, "|") {
			n++
			for _, form := range []string{name, strings.ToUpper(name)} {
				rec := named(country, form)
				rec.Submission[kyc.Gender] = "" // some of the names tell it
				v.Check(rec)
				for i := range rec.Issues {
					t.Errorf("%s %q: %s: %s", country, form, rec.Issues[i].Code, rec.Issues[i].Message)
				}
			}
		}
	}
	if n < 500 {
		t.Errorf("%d names", n)
	}
}

// What no person is called is told, once and as what it is.
func TestNoNames(t *testing.T) {
	v := newValidator(t, Options{})
	for _, class := range []struct{ rule, detail, names string }{
		{"placeholder", "", "AAAA AAAA|NaN Horvat|Marko NaN|Marko same|BİLİNMİYOR Kaya|xxxx yyyy zzzz|A A|X Y|Nieznany Nieznany|Неизвестен|НЕИЗВЕСТНЫЙ|Jan Nieznany|ΑΓΝΩΣΤΟ|Άγνωστος Νίκος|NaN NaN|None None|TRUE FALSE|Duplicate Duplicate|undefined null|Marko NULL|null Horvat|Marko none|" +
			"Marko (null)|Marko --|Unknown Smith|Smith #NAME?|Marko Dummy|asdfgh Horvat|HRV HRV|匿名|익명|ไม่ระบุชื่อ|مجهول|אלמוני|अज्ञात|anonimo|FNU Kovačević|Marko LNU|không tên|Lastname Firstname|Marko Prezime"},
		{"test_data", "", "Ad Soyad|ZZTEST ZZTEST|Marko Zztest|MIGRATED RECORD|Legacy Customer|Nghiệm Thử|ad soyad|Ime Prezime|имя фамилия|姓名|성명|Họ và tên|ชื่อ นามสกุล|الاسم|שם פרטי|ονοματεπώνυμο|Imię i Nazwisko|Vor- und Nachname|full name|가나다|아무개|张三|李四|某某|テスト花子|Nguyễn Văn A|Ola Nordmann|Joe Bloggs|Вася Пупкин|Gipsz Jakab|" +
			"First Customer|Erster Kunde|Customer One|Hong Gildong|ישראל ישראלי|فلان الفلاني|Test Customer|Demo Client|Sample Person|Test User One|Prueba Cliente|Тест Клиент|QA Test Account|Marko TEST|test Horvat|Customer 123|Client 7|a b c|Marko Horvat (test)"},
		{"name_unusual", "title", "Mr. Rahul Sharma|Mr Rahul Sharma|MR RAHUL SHARMA|Mrs Smith|Ms. Lee|Dr. Hans Bauer|Dr Hans Bauer|Prof. Dr. Hans Bauer|Herr Hans Bauer|Frau Anna Klein|Sra. Carmen Ruiz|Srta Ana Gil|Dña. Pilar Sol|Sig. Mario Rossi|Sig.ra Anna Po|Dott.ssa Ada Neri|Mme Marie Petit|" +
			"Mlle Anne Roy|Dhr. Jan Smit|Mevr. Els Bos|Ing. Jan Novák|MUDr. Eva Malá|Mgr. Jan Malý|Smt. Sunita Devi|Г-н Иван Петров|д-р Иван Петров|проф. Иван Петров|Госпожа Мария Иванова|κ. Νίκος Παππάς|Δρ. Νίκος Παππάς|Sayın Ali Kaya|Bpk. Budi Santoso|" +
			"王伟先生|李娜女士|김민수 씨|김민수씨|김민수님|山田太郎様|山田太郎さん|นายสมชาย ใจดี|นางสาว สุดา ใจดี|น.ส.สุดา ใจดี|ด.ช.สมชาย ใจดี|ดร.สมชาย ใจดี|ד\"ר דוד כהן|גב' שרה לוי|الدكتور أحمد علي|السيدة فاطمة علي|Hans Bauer PhD|John Smith Esq.|Anna Lee, MBA|Capt. John Smith|Rev. John Smith|гр. Иван Петров|د. أحمد علي|Adv. Ravi Rao|DR ANNA KLEIN"},
		{"name_unusual", "company", "Costruzioni Neri S.p.A.|Edil Neri S.r.l.|Hope Parish Church|Upland Primary School|Jinja Golf Club|Colegio Santa Rita|Parafia Pomoc|Acme Trading Pvt Ltd|Globex Inc.|Müller GmbH|Gradnja d.o.o.|ООО Ромашка|ИП Иванов|ЕТ Петров-Иван Петров|Строймат ЕООД|ТОВ Ромашка|Drewbud Sp. z o.o.|上海东方贸易有限公司|株式会社山川商事|医療法人山川会|(주)한빛전자|한빛전자 주식회사|บริษัท ใจดี จำกัด|Silva & Filhos Ltda|" +
			"Sharma Enterprises|Green Valley Foundation|Restaurante El Sol|Autohaus Bauer|Fundación Luz|Fundacja Pomoc|Estate of Rahul Sharma|شركة النور|SIA Baltija Grupa|Kovács Kft|Şahin Ltd. Şti.|Baltic UAB|חברת אור בע\"מ"},
		{"name_unusual", "more than one", "John and Mary Smith|JOHN AND MARY SMITH|Hans & Petra Bauer|Hans und Petra Bauer|Juan y María Pérez|JUAN Y MARIA PEREZ|João e Maria Silva|Marco e Giulia Rossi|Jean et Marie Dupont|Jan en Anna Visser|Иван и Мария Попови|Jan i Anna Nowak|Jan oraz Anna Nowak|Lars och Anna Ek|" +
			"Per og Kari Bø|Νίκος και Μαρία Παππά|Ali ve Ayşe Kaya|Kiss Pál és Éva|John or Mary Smith|Juan y/o María Pérez|Jan a Jana Novákovi|Matti ja Liisa Laine"},
		{"name_unusual", "stroke", "Jan Bakker / Anna Visser|Jan/Anna Visser|HORVAT/MARKO MR"},
		{"name_unusual", "dead", "Late Rahul Sharma|LATE RAHUL SHARMA|المرحوم أحمد علي|Almarhum Budi Santoso"},
		{"name_unusual", "remark", "Tom Reed - a/c closed|Tom Reed - DORMANT|Hans Bauer (Kind)|Jan Nowak (syn)|Иван Петров (ребёнок)|Rahul Sharma (deceased)|Rahul Sharma deceased|Hans Bauer (verstorben)|Juan Pérez fallecido|Иван Петров умер|王伟(故)|Rahul Sharma (Minor)|Rahul Sharma (Guardian of Amit)|Rahul Sharma - DO NOT CALL|Bitte nicht anrufen Bauer|김민수(사망)|Rahul Sharma (VIP)|Sharma Savings Account|Hans Bauer gesperrt"},
		{"name_unusual", "whose", "Sunita B/O Ram|Rahul Sharma S/O Mohan Sharma|Sunita D/O Ram Lal|Sunita w/o Ram|Rahul Sharma c/o Gupta"},
		{"name_unusual", "marriage", "Marie Durand née Petit|Marie Durand nee Petit|Anna Klein geb. Bauer|Anna Klein (geb. Bauer)|Anna Klein geborene Bauer|Anna Nowak z domu Mazur|Eva Malá rozená Dlouhá|Анна Иванова урожд. Петрова"},
		{"name_unusual", "called", "Rahul Sharma a.k.a. Raju|Rahul Sharma aka Raju|Rahul Sharma alias Raju|Rahul @ Raju Sharma|Rahul Sharma AKA Raju"},
		{"name_unusual", "trust", "Sharma Family Trust|The Smith Living Trust"},
		{"name_unusual", "family", "Obitelj Horvat|Familie Bauer|Famille Dupont|Семья Ивановых|Rodzina Nowak|Smith Family|Eheleute Bauer"},
		{"name_unusual", "office", "JOINT ACCOUNT|Petty Cash|Director Finance|General Manager|Customer Service|Head Office"},
		{"name_unusual", "initials", "R. S.|R|Ж. К.|R S|J.R.R."},
		{"name_unusual", "more often", "Raaaahhhhul Sharma|Mmmmmm Horvat|Jonnnathan Smith|Иваааанов Пётр"},
		{"name_unusual", "spoken", "Marko Xkcdq|sdfkjh wkjhxc|Marko Hvtkqz"},
		{"name_unusual", "begins or ends", "Marko Horvat,|, Marko Horvat|Marko Horvat -|/Marko Horvat|Name: Marko"},
		{"name_unusual", "quotation", "\"Marko\" Horvat|Marko \"Horvat\"|'Marko Horvat'"},
		{"name_unusual", "brackets", "Marko () Horvat|Marko Horvat (|Marko) Horvat"},
		{"name_unusual", "signs", "Marko 😀 Horvat|Marko ★ Horvat|Marko™ Horvat|Street Nova 104|Calle Mayor 12"},
		{"name_unusual", "longer", "Ann Ann Ann Ann Ann Ann Ann Ann Ann Ann Ann Ann Ann Ann Ann Ann Ann Lee"},
		{"name_unusual", "two names without a space", "MarkoHorvat|JohnMichaelSmith"},
		{"name_unusual", "address", "www.sharma.in Sharma|www.sharma.in"},
		{"name_unusual", "city", "suwon"},
		{"name_unusual", "one word", "Marko|HORVAT|Šimić|Марко"},
		{"name_unusual", "unknown", "张某|李某某"},
		{"mojibake", "", "РЎРјРёСЂРЅРѕРІ Иван|╤хЁухщ ╚трэют|JosÈ GarcÌa|MARÍA NuÑEZ|JosΘ Garcφa|Gцran Еkesson|Sean O''Brien|Sean O\\'Brien|Jos+AOk- Garc+AO0-a|U+AE40 U+BBFC|Mar\ue012ko Horvat|Marko ????????|Marko Horvat???|Marko ??rvat|H̸o̷r̶vat Marko|Marko Hó̂̃rvat|Mu¨ller Ivan|M¸ller Ivan|Kˆhler Ivan|Ivan Weiﬂ|G·mez Ivan|‘ҐаЈҐ© €ў\u00ad®ў"},
		{"placeholder", "row of keys", "ячсм йцук|Ячсми Иванов|Ζχψω Ασδφγ|شسيب ضصثق|שדגכ|ฟหกด"},
		{"placeholder", "no syllable", "ㅁㄴㅇㄹ ㅂㅈㄷㄱ|김 ㅋㅋㅋ|ㅇㅇ"},
		{"placeholder", "again and again", "いいい いい|ТТТ ттт|김김김|ααα αα"},
		{"mojibake", "prints bytes", "Jan b'Kowal'|u'Kowal'|b\"Kowal\""},
		{"test_data", "", "四 李|Seymour Butts|Hugh Jazz|Your Mum|名 姓|Napoleon Bonaparte"},
		{"name_unusual", "company", "Ken 株式会社山川商事"},
		{"mixed_scripts", "", "Ｍａｒｋｏ Ｈｏｒｖａｔ|Ｍarko Horvat|𝐌𝐚𝐫𝐤𝐨 Horvat|Mᴀrko Horvat|Marko Ророа|Markօ Horvat|Ꮇarko Horvat|Ⓜarko Horvat|Mаrko Horvat"},
		{"invisible_character", "", "Mar\u200dko Horvat|Marko\ufe0f Horvat|Marko\u00a0Ivan Horvat|Marko\u2009Horvat|张\u200d伟"},
		{"white_space", "", " Marko Horvat|Marko Horvat |Marko   Horvat| Li"},
		{"text_decomposed", "", "Z\u030celjko Horvat|Jose\u0301 Garci\u0301a|\u1100\u1175\u11b7민수"},
	} {
		for name := range strings.SplitSeq(class.names, "|") {
			country := "HRV"
			if strings.HasPrefix(class.detail, "dead") || class.detail == "whose" {
				country = "IND"
			}
			rec := named(country, name)
			rec.Submission[kyc.AddressCity] = "Suwon"
			v.Check(rec)
			tellTitles(rec)
			if !slices.ContainsFunc(rec.Issues, func(i kyc.Issue) bool {
				return i.Code == class.rule && i.Field == "fullName" && strings.Contains(i.Message, class.detail)
			}) {
				t.Errorf("%q: want %s %s, got %v", name, class.rule, class.detail, messages(rec))
			}
			if others := slices.DeleteFunc(rec.Issues, func(i kyc.Issue) bool { return i.Code == class.rule }); len(others) > 0 && class.rule != "mojibake" {
				t.Errorf("%q is also %s", name, others[0].Code)
			}
		}
	}
}

// Whatever a row has for names is judged, and the kinds of its words are the same as those
// of each alone.
func TestAnyName(t *testing.T) {
	v := newValidator(t, Options{})
	words := rapid.SampledFrom(strings.Split("Ann|José|Иван|김민수|and|y|Mr.|(|)|-|,|/|\"|''|NULL|Test|S.A.|née|(late)|a.k.a.|@|S/O|นาย|先生|.|1|é\u0301|\u00a0|x|xxxx| |\xff|don't|not|PT|ООО", "|"))
	rapid.Check(t, func(t *rapid.T) {
		name := strings.Join(rapid.SliceOfN(words, 1, 14).Draw(t, "words"), rapid.SampledFrom([]string{"", " ", "  "}).Draw(t, "between"))
		rec := named(rapid.SampledFrom([]string{"", "HRV", "IND", "HUN", "TUR", "SGP"}).Draw(t, "country"), name)
		rec.Submission[kyc.FirstName], rec.Submission[kyc.LastName] = words.Draw(t, "first"), words.Draw(t, "last")
		v.Check(rec)
		l, each := lookAtName(name), nameKind(0)
		for word := range strings.SplitSeq(name, " ") {
			if word != "" {
				each |= kind(word)
			}
		}
		if all := l.kinds(name); all != each {
			t.Fatalf("%q is of %b, want %b", name, all, each)
		}
		if want := strings.HasPrefix(name, " ") || strings.HasSuffix(name, " ") || strings.Contains(name, "  "); l.loose != want {
			t.Fatalf("%q is loose: %v", name, l.loose)
		}
	})
}

// tellTitles tells of titles at once, as if they were rare.
func tellTitles(rec *kyc.Record) {
	for i := rareTitle; i <= rareLastTitle; i++ {
		if hasRare(i, rec) {
			issue := rarityRules[i].rule.issue(rarityRules[i].fieldOf())
			addTo(&issue, rarityRules[i].detail)
			rec.Add(issue)
		}
	}
}

// A title in a name is told where few have one.
func TestTitles(t *testing.T) {
	for titled, want := range map[int]bool{1: true, 2: true, 3: false, 30: false} {
		x, v := newTestIdentity(t, nil), newValidator(t, Options{})
		for i := range 100 {
			name := "Hans " + strings.Repeat("b", i+2) + "auer"
			if i < titled {
				name = "Dr. " + name
			}
			rec := person(i, values{kyc.FullName: name, kyc.Nationality: "DEU"})
			v.Check(rec)
			rec.Issues = nil
			note1(t, x, rec)
		}
		got := strings.Count(strings.Join(told(t, x), "\n"), "name_unusual fullName")
		if want && got != titled || !want && got != 0 {
			t.Errorf("of %d titles in 100 names %d are told", titled, got)
		}
	}
}

func messages(rec *kyc.Record) (list []string) {
	for i := range rec.Issues {
		list = append(list, rec.Issues[i].Code+": "+rec.Issues[i].Message)
	}
	return list
}
