package mapper

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

// nameOf maps one row of columns a, b, c with a rule for fullName.
func nameOf(t *testing.T, rule string, cells ...string) (name, code string) {
	t.Helper()
	rec := mapped(t, "fullName: "+rule+"\ncf1: {join: [a, b, c]}", "a,b,c", cells...)
	for _, i := range rec.Issues {
		code = i.Code
		for _, word := range strings.Fields(strings.Join(cells, " ")) {
			if len(word) > 3 && strings.Contains(i.Message+i.Fix, word) {
				t.Errorf("an issue shows the value %q: %+v", word, i)
			}
		}
	}
	return rec.Submission[kyc.FullName], code
}

func TestNames(t *testing.T) {
	const (
		columns = "{name: {given: a, middle: b, family: c}}"
		comma   = "{from: a, name: {written: family-comma-given}}"
		titles  = "{from: a, name: {drop: honorifics}}"
		western = "{from: a, name: {written: given-first, part: family}}"
		korean  = "{from: a, name: {written: family-first, part: family}}"
		latin   = "{from: a, name: {script: latin}}"
		native  = "{from: a, name: {script: native}}"
		either  = "{first: [a, b, c], name: {script: latin}}"
	)
	tests := []struct {
		rule       string
		cells      []string
		want, code string
	}{
		{columns, []string{"John", "Ronald", "Doe"}, "John Ronald Doe", ""},
		{columns, []string{" John ", "", "van  der Berg"}, "John van der Berg", ""},
		{columns, []string{"John", "", ""}, "John", ""},
		{columns, []string{"", "", " "}, "", ""},
		{columns, []string{"길동", "", "홍"}, "홍길동", ""},
		{columns, []string{"길동", "", ""}, "길동", ""},
		{columns, []string{"太郎", "", "山田"}, "山田太郎", ""},
		{columns, []string{"エミ", "", "佐々木"}, "佐々木エミ", ""},
		{columns, []string{"ジョン", "", "スミス"}, "ジョン スミス", CodeNameOrderUnclear},
		{columns, []string{"존", "", "스미스"}, "존 스미스", CodeNameOrderUnclear},
		{columns, []string{"Gildong", "", "홍"}, "Gildong 홍", CodeNameOrderUnclear},
		{columns, []string{"Иван", "Иванович", "Иванов"}, "Иван Иванович Иванов", ""},
		{"{name: {given: a, middle: b, family: c, order: family-first}}", []string{"János", "Pál", "Nagy"}, "Nagy János Pál", ""},
		{"{name: {given: a, family: c, order: family-first, with: \", \"}}", []string{"John", "", "Doe"}, "Doe, John", ""},
		{"{name: {given: a, family: c, with: \" \"}}", []string{"길동", "", "홍"}, "홍 길동", ""},
		{"{name: {given: a, family: c, order: given-first}}", []string{"길동", "", "홍"}, "길동 홍", ""},
		{"{from: a, name: {written: family-comma-given, case: title}}", []string{"EWING, J.R."}, "J.R. Ewing", ""},
		{"{from: a, name: {written: family-comma-given, part: given, case: title}}", []string{"IVANOV, I.V."}, "I.V.", ""},
		{"{from: a, name: {written: family-comma-given, case: title}}", []string{"EWING, JR."}, "Ewing, Jr.", CodeNameOrderUnclear},
		{"{from: a, name: {written: given-first, case: title}}", []string{"EWING J.R."}, "Ewing J.R.", ""},
		{"{from: a, name: {written: given-first, part: family}}", []string{"J.D.E. Smith"}, "Smith", ""},
		{western, []string{"D.E. Smith"}, "Smith", ""},
		{western, []string{"Ann D.E. Smith"}, "", CodeNameOrderUnclear},
		{titles, []string{"M.S. Dhoni"}, "M.S. Dhoni", ""},
		{titles, []string{"Ms. Dhoni"}, "Dhoni", ""},
		{titles, []string{"Dr.Sir M.R Ewing Ph.D."}, "Dr.Sir M.R Ewing", ""},
		{titles, []string{"น.ส. มาลี"}, "มาลี", ""},
		{"{name: {given: a, family: c, drop: honorifics, case: title}}", []string{"DR. JOHN", "", "DOE"}, "John Doe", ""},

		{comma, []string{"DOE, John"}, "John DOE", ""},
		{comma, []string{"van der Berg,Jan Piet"}, "Jan Piet van der Berg", ""},
		{comma, []string{"홍, 길동"}, "홍길동", ""},
		{comma, []string{"John Doe"}, "John Doe", CodeNameOrderUnclear},
		{comma, []string{"Doe,"}, "Doe,", CodeNameOrderUnclear},
		{comma, []string{"Doe, John, Jr."}, "Doe, John, Jr.", CodeNameOrderUnclear},
		{comma, []string{"Doe, John Jr."}, "Doe, John Jr.", CodeNameOrderUnclear},
		{comma, []string{""}, "", ""},
		{"{from: a, name: {written: family-comma-given, drop: [honorifics]}}", []string{"Doe, John, Dr."}, "John Doe", ""},
		{"{from: a, name: {written: family-comma-given, drop: [honorifics]}}", []string{"Herr, Michael"}, "Michael Herr", ""},
		{"{from: a, name: {written: family-comma-given, part: given}}", []string{"Doe, John Ronald"}, "John Ronald", ""},
		{"{from: a, name: {written: family-comma-given, part: family}}", []string{"Doe John"}, "", CodeNameOrderUnclear},
		{"{from: a, name: {written: family-comma-given, part: family, unclear: keep}}", []string{"Doe John"}, "", ""},
		{"{from: a, name: {written: family-comma-given, order: family-first}}", []string{"Nagy, János"}, "Nagy János", ""},

		{western, []string{"John Doe"}, "Doe", ""},
		{western, []string{"Ludwig van Beethoven"}, "van Beethoven", ""},
		{western, []string{"Maria de la Cruz"}, "de la Cruz", ""},
		{western, []string{"John Fitzgerald Kennedy"}, "", CodeNameOrderUnclear},
		{western, []string{"Gabriel García Márquez"}, "", CodeNameOrderUnclear},
		{western, []string{"An Van Nguyen"}, "", CodeNameOrderUnclear},
		{western, []string{"van Beethoven"}, "", CodeNameOrderUnclear},
		{western, []string{"John Doe Jr."}, "", CodeNameOrderUnclear},
		{western, []string{"Sukarno"}, "", CodeNameOrderUnclear},
		{"{from: a, name: {written: given-first, part: family, family_words: 1}}", []string{"John Fitzgerald Kennedy"}, "Kennedy", ""},
		{"{from: a, name: {written: given-first, part: given, family_words: 1}}", []string{"John Fitzgerald Kennedy"}, "John Fitzgerald", ""},
		{"{from: a, name: {written: given-first}}", []string{"John Fitzgerald Kennedy Jr."}, "John Fitzgerald Kennedy Jr.", CodeNameOrderUnclear},
		{"{from: a, name: {written: given-first, order: given-first, case: title}}", []string{"JOHN FITZGERALD KENNEDY JR."}, "John Fitzgerald Kennedy Jr.", ""},
		{"{from: a, name: {written: given-first, order: family-first}}", []string{"Sukarno"}, "Sukarno", ""},

		{korean, []string{"HONG GILDONG"}, "HONG", ""},
		{korean, []string{"HONG GIL DONG"}, "", CodeNameOrderUnclear},
		{"{from: a, name: {written: family-first, family_words: 1}}", []string{"HONG GIL DONG"}, "GIL DONG HONG", ""},
		{"{from: a, name: {written: family-first}}", []string{"van der Berg Jan"}, "Jan van der Berg", ""},
		{"{from: a, name: {written: family-first}}", []string{"홍길동"}, "홍길동", ""},
		{"{from: a, name: {written: family-first}}", []string{"홍 길동"}, "홍길동", ""},
		{"{from: a, name: {written: family-first, order: family-first}}", []string{"홍 길동"}, "홍 길동", ""},
		{korean, []string{"홍길동"}, "홍", ""},
		{korean, []string{"허준"}, "허", ""},
		{korean, []string{"선우용녀"}, "선우", ""},
		{korean, []string{"남궁민"}, "", CodeNameOrderUnclear},
		{korean, []string{"메시"}, "", CodeNameOrderUnclear},
		{korean, []string{"존스미스"}, "", CodeNameOrderUnclear},
		{korean, []string{"山田太郎"}, "", CodeNameOrderUnclear},

		{titles, []string{"Mr. John Doe"}, "John Doe", ""},
		{titles, []string{"Prof. Dr. Jane Roe"}, "Jane Roe", ""},
		{titles, []string{"Frau Müller"}, "Müller", ""},
		{titles, []string{"SRA. ANA LÓPEZ"}, "ANA LÓPEZ", ""},
		{titles, []string{"John Doe, Ph.D."}, "John Doe", ""},
		{titles, []string{"Sig.ra Rossi"}, "Rossi", ""},
		{titles, []string{"홍길동 씨"}, "홍길동", ""},
		{titles, []string{"山田太郎 様"}, "山田太郎", ""},
		{titles, []string{"นาย สมชาย ใจดี"}, "สมชาย ใจดี", ""},
		// A word inside, or one that is the whole name, is no honorific.
		{titles, []string{"Drew Mister"}, "Drew Mister", ""},
		{titles, []string{"Herr"}, "Herr", ""},
		{titles, []string{", PhD"}, ", PhD", ""},
		{titles, []string{"John Dr. Doe"}, "John Dr. Doe", ""},
		{titles, []string{"김달님"}, "김달님", ""},
		{titles, []string{"John Sr"}, "John Sr", ""},
		{titles, []string{"Don Johnson"}, "Don Johnson", ""},

		{latin, []string{"홍길동 (HONG GILDONG)"}, "HONG GILDONG", ""},
		{native, []string{"홍길동 (HONG GILDONG)"}, "홍길동", ""},
		{latin, []string{"홍길동(HONG, GILDONG)"}, "HONG, GILDONG", ""},
		{latin, []string{"HONG GILDONG / 홍 길동"}, "HONG GILDONG", ""},
		{native, []string{"HONG GILDONG / 홍 길동"}, "홍 길동", ""},
		{native, []string{"山田 太郎 Yamada Taro"}, "山田 太郎", ""},
		{latin, []string{"Иванов Иван (Ivanov Ivan)"}, "Ivanov Ivan", ""},
		{latin, []string{"홍길동（ＨＯＮＧ　ＧＩＬＤＯＮＧ）"}, "HONG GILDONG", ""},
		{native, []string{"ﾔﾏﾀﾞ ﾀﾛｳ / YAMADA TARO"}, "ヤマダ タロウ", ""},
		{latin, []string{"홍길동"}, "홍길동", ""},
		{native, []string{"John (Johnny) Doe"}, "John (Johnny) Doe", ""},
		{native, []string{"홍길동(洪吉童)"}, "홍길동(洪吉童)", ""},
		{latin, []string{"홍길동A"}, "홍길동A", CodeNameScriptUnclear},
		{latin, []string{"홍길동 B"}, "홍길동 B", CodeNameScriptUnclear},
		{latin, []string{"홍길동 2 (HONG GILDONG)"}, "홍길동 2 (HONG GILDONG)", CodeNameScriptUnclear},
		{latin, []string{"Hong 길동 Gildong"}, "Hong 길동 Gildong", CodeNameScriptUnclear},
		{latin, []string{"HONG (GILDONG 홍길동"}, "HONG (GILDONG 홍길동", CodeNameScriptUnclear},
		{"{from: a, name: {script: latin, written: family-first, part: given}}", []string{"홍길동 (HONG GILDONG)"}, "GILDONG", ""},
		{"{from: a, name: {script: latin, written: family-first, part: given}}", []string{"홍길동 B"}, "", CodeNameScriptUnclear},

		{either, []string{"홍길동", "HONG GILDONG", ""}, "HONG GILDONG", ""},
		{either, []string{"홍길동", "", ""}, "홍길동", ""},
		{either, []string{"", "홍길동", "洪吉童 (Hong Gildong)"}, "Hong Gildong", ""},
		{either, []string{"", "", ""}, "", ""},

		{"{from: a, name: {case: title}, transform: upper}", []string{"ANNA LEE"}, "ANNA LEE", ""},
		{"{join: [a, b], name: {case: title}}", []string{"ANNA", "LEE"}, "Anna Lee", ""},
		{"{from: a, name: {written: family-comma-given, unclear: reject}}", []string{"John Doe"}, "", CodeNameOrderUnclear},
	}
	for _, tt := range tests {
		if name, code := nameOf(t, tt.rule, tt.cells...); name != tt.want || code != tt.code {
			t.Errorf("%s makes %q of %q with issue %q; want %q, %q", tt.rule, name, tt.cells, code, tt.want, tt.code)
		}
	}
}

func TestNameCase(t *testing.T) {
	for in, want := range map[string]string{
		"JOHN DOE":             "John Doe",
		"John DOE":             "John Doe",
		"john doe":             "john doe",
		"ANNE-MARIE O'BRIEN":   "Anne-Marie O'Brien",
		"O’NEILL":              "O’Neill",
		"GIUSEPPE D'ANGELO":    "Giuseppe D'Angelo",
		"MA'RUF AMIN":          "Ma'ruf Amin",
		"RONALD MCDONALD":      "Ronald McDonald",
		"MCK":                  "Mck",
		"MACK MACHADO":         "Mack Machado",
		"LUDWIG VAN BEETHOVEN": "Ludwig van Beethoven",
		"VAN DER BERG":         "Van der Berg",
		"JAN VAN DER BERG":     "Jan van der Berg",
		"MARIA DE LA CRUZ":     "Maria de la Cruz",
		"NGUYEN VAN AN":        "Nguyen Van An",
		"AN VAN NGUYEN":        "An Van Nguyen",
		"MOHAMMED AL-RASHID":   "Mohammed al-Rashid",
		"AL-RASHID":            "Al-Rashid",
		"AL GORE":              "Al Gore",
		"AMIT DAS GUPTA":       "Amit Das Gupta",
		"J.R.R. TOLKIEN":       "J.R.R. Tolkien",
		"EWING J.R.":           "Ewing J.R.",
		"J.R. EWING":           "J.R. Ewing",
		"EWING, J.R.":          "Ewing, J.R.",
		"IVANOV I.V.":          "Ivanov I.V.",
		"IVANOV A.I.I":         "Ivanov A.I.I",
		"JOHN D.E. SMITH":      "John D.E. Smith",
		"EWING JR":             "Ewing Jr",
		"EWING JR.,":           "Ewing Jr.,",
		"JD VANCE":             "JD Vance",
		"AJ Smith":             "AJ Smith",
		"NG KAH FAI":           "Ng Kah Fai",
		"JOHN DOE JR.":         "John Doe Jr.",
		"JOHN DOE III":         "John Doe III",
		"ÉMILE ÖZTÜRK":         "Émile Öztürk",
		"ΓΙΩΡΓΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ":     "Γιώργος Παπαδόπουλος",
		"ИВАНОВ ИВАН":              "Иванов Иван",
		"IŞIK YILMAZ":              "IŞIK YILMAZ",
		"ÖZGÜR DOĞAN":              "Özgür Doğan",
		"홍길동":                      "홍길동",
		"X":                        "X",
		"DE":                       "De",
		"VON UND ZU LIECHTENSTEIN": "Von und zu Liechtenstein",
		"":                         "",
	} {
		if in == "ΓΙΩΡΓΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ" {
			want = "Γιωργος Παπαδοπουλος" // accents cannot be known; the last sigma can
		}
		if got := titleName(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// letters are those of a text in order, whatever their case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return -1
		}
		return unicode.ToLower(unicode.ToUpper(r))
	}, s)
}

// Whatever is done with two parts, they are found again in what is made of it.
func TestNamesComeBack(t *testing.T) {
	word := rapid.SampledFrom([]string{"Anna", "DOE", "O'Brien", "Lee", "홍", "길동", "山田", "Müller", "de", "Van"})
	rapid.Check(t, func(t *rapid.T) {
		family, given := word.Draw(t, "family"), word.Draw(t, "given")
		n := &naming{written: familyComma, order: autoOrder, with: " "}
		whole, d := n.ofText(family + ", " + given)
		n.part = familyPart
		f, _ := n.ofText(family + ", " + given)
		n.part = givenPart
		g, _ := n.ofText(family + ", " + given)
		if f != family || g != given {
			t.Fatalf("%s, %s came apart as %q and %q", family, given, f, g)
		}
		if d == noDoubt && letters(whole) != letters(f+g) && letters(whole) != letters(g+f) {
			t.Fatalf("%s, %s became %q", family, given, whole)
		}
	})
}

func FuzzNames(f *testing.F) {
	var all []*naming
	for _, written := range []string{"", givenFirst, familyFirst, familyComma} {
		for _, script := range []string{"", latinScript, nativeScript} {
			all = append(all,
				&naming{written: written, script: script, order: autoOrder, with: " ", drop: true, title: true},
				&naming{written: written, script: script, order: familyFirst, with: ", ", joined: true, oneWord: true},
			)
		}
	}
	for _, s := range []string{"DOE, John", "Prof. Dr. Jane Roe PhD", "홍길동 (HONG GILDONG)", "선우용녀", "van der Berg Jan", "佐々木 エミ", "O'BRIEN-MCDONALD JR.", ",", "Dr.", ", PhD", "\u0301,"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4096 {
			return
		}
		for _, n := range all {
			got, d := n.ofText(s)
			if got != tidy(got) {
				t.Fatalf("%+v: %q became %q, which is not tidy", n, s, got)
			}
			if got == "" && strings.TrimSpace(s) != "" && tidy(s) != "" {
				t.Fatalf("%+v: nothing is left of %q, doubt %d", n, s, d)
			}
			part := *n
			part.part = familyPart
			family, d1 := part.ofText(s)
			part.part = givenPart
			given, d2 := part.ofText(s)
			if d1 != d2 || part.written != "" && d1 != noDoubt && family+given != "" {
				t.Fatalf("%+v: %q gives %q and %q with doubts %d, %d", n, s, family, given, d1, d2)
			}
		}
	})
}
