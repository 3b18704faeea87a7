package inspect_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/inspect"
	"kycmigrate/internal/kyc"
)

func country(s string) bool { return kyc.IsAlpha3(s) || s == "대한민국" }

// look profiles rows that begin on line 2 of a file.
func look(t testing.TB, columns []string, rows [][]string, key ...string) *inspect.Result {
	t.Helper()
	p, err := inspect.New(columns, inspect.Options{Key: key, Country: country})
	if err != nil {
		t.Fatal(err)
	}
	for i, cells := range rows {
		p.Add(&kyc.Row{Seq: int64(i), Origin: kyc.Origin{File: "in.csv", Line: int64(i) + 2, Row: int64(i) + 1}, Cells: cells})
	}
	return p.Result()
}

// one profiles a single column beside one that numbers the rows.
func one(t testing.TB, name string, values ...string) *inspect.Result {
	t.Helper()
	rows := make([][]string, len(values))
	for i, v := range values {
		rows[i] = []string{fmt.Sprintf("R-%05d", i), v}
	}
	return look(t, []string{"ref", name}, rows)
}

// series makes n values.
func series(n int, make func(i int) string) []string {
	list := []string{}
	for i := range n {
		list = append(list, make(i))
	}
	return list
}

// found lists the traps of a result as "code column count first-place".
func found(r *inspect.Result) []string {
	list := []string{}
	for _, t := range r.Traps {
		place := "-"
		if len(t.Places) > 0 {
			place = t.Places[0]
		}
		list = append(list, fmt.Sprintf("%s %s %d %s", t.Code, t.Column, t.Count, place))
	}
	return list
}

func TestTraps(t *testing.T) {
	isoDays := func(i int) string { return fmt.Sprintf("19%02d-%02d-%02d", 50+i%50, i%12+1, i%28+1) }
	street := func(i int) string { return fmt.Sprintf("%d Elm%s", i, strings.Repeat("e", i%15)) }
	tests := []struct {
		name, column string
		values       []string
		want         []string
	}{
		{"no row proves the order", "dob", []string{"03/04/1980", "05/05/1981", "12/11/1979"}, []string{"date_ambiguous dob 2 in.csv:2"}},
		{"one row proves it", "dob", []string{"03/04/1980", "13/05/1981", "12/11/1979"}, nil},
		{"rows contradict each other", "dob", []string{"03/04/1980", "13/05/1981", "12/31/1979"}, []string{"date_contradictory dob 1 in.csv:4"}},
		{"two layouts", "dob", []string{"13/04/1980", "1981-05-13", "14/04/1980"}, []string{"date_layouts_mixed dob 3 -"}},
		{"each separator has its own order", "dob", []string{"13.04.1980", "04/25/1981", "14.04.1980"}, []string{"date_layouts_mixed dob 3 -"}},
		{"dots prove nothing of slashes", "dob", []string{"13.04.1980", "03/04/1981", "14.04.1980"}, []string{"date_ambiguous dob 1 in.csv:3", "date_layouts_mixed dob 3 -"}},
		{"a day that does not exist", "dob", []string{"13/04/1980", "31/02/1980", "14/04/1980"}, []string{"date_impossible dob 1 in.csv:3"}},
		{"day and month exchanged by a spreadsheet program", "dob", append(series(30, func(i int) string { return fmt.Sprintf("19%02d-%02d-%02d", 50+i, i%12+1, i%11+1) }), series(30, func(i int) string { return fmt.Sprintf("%d/%02d/1980", i%17+13, i%12+1) })...), []string{"date_cells_swapped dob 30 in.csv:2"}},
		{"named months with day and month exchanged", "dob", append(series(30, func(i int) string { return fmt.Sprintf("%02d-Mar-19%02d", i%12+1, 50+i) }), series(30, func(i int) string { return fmt.Sprintf("%02d/%02d/80", i%12+1, i%17+13) })...), []string{"date_cells_swapped dob 30 in.csv:2", "two_digit_year dob 30 in.csv:32"}},
		{"date cells of all days beside texts", "dob", append(series(60, isoDays), series(60, func(i int) string { return fmt.Sprintf("%02d/%02d/1980", i%28+1, i%12+1) })...), []string{"date_layouts_mixed dob 120 -"}},
		{"years of two calendars", "dob", append(series(30, func(i int) string { return fmt.Sprintf("%02d/03/%d", i%28+1, 2500+i) }), series(30, func(i int) string { return fmt.Sprintf("%02d/03/%d", i%28+1, 1960+i) })...), []string{"date_calendars_mixed dob 30 in.csv:2"}},
		{"a leap day of the Buddhist Era", "dob", append(series(30, func(i int) string { return fmt.Sprintf("%02d/03/%d", i%28+1, 2500+i) }), "29/02/2563"), nil},
		{"no leap day of the Buddhist Era", "dob", append(series(30, func(i int) string { return fmt.Sprintf("%02d/03/%d", i%28+1, 2500+i) }), "29/02/2564"), []string{"date_impossible dob 1 in.csv:32"}},
		{"a year of a slip is no calendar", "dob", append(series(30, func(i int) string { return fmt.Sprintf("%02d/03/%d", i%28+1, 1960+i) }), "13/04/2502", "31/12/2500"), nil},
		{"the end of time is no calendar", "expiry", append(series(30, func(i int) string { return fmt.Sprintf("20%d-03-%02d", 30+i, i%28+1) }), series(9, func(int) string { return "2500-12-31" })...), nil},
		{"two digits of a year", "dob", []string{"13/04/80", "14/05/81"}, []string{"two_digit_year dob 2 in.csv:2"}},
		{"a year of two digits without separators", "생년월일", []string{"800413", "810514", "991231"}, []string{"two_digit_year 생년월일 3 in.csv:2"}},
		{"named months", "dob", []string{"13 Apr 1980", "1 May 1981"}, nil},
		{"serial dates", "birth_date", []string{"29324", "31245.5", "1980-04-13"}, []string{"serial_date birth_date 2 in.csv:2"}},
		{"numbers are no serial dates", "amount", []string{"29324", "31245", "40000"}, nil},
		{"leading noughts lost", "zip", []string{"01234", "02234", "1239", "53111", "99999", "10115"}, []string{"leading_zeros_lost zip 1 in.csv:4"}},
		{"leading noughts lost, all of them", "postal_code", append(series(30, func(i int) string { return fmt.Sprint(20115 + i*7) }), "1067", "1069"), []string{"leading_zeros_lost postal_code 2 in.csv:32"}},
		{"counting is no loss", "points", series(2000, func(i int) string { return fmt.Sprint(i*7 + 1) }), nil},
		{"scientific notation", "account", []string{"1.23457E+15", "1234567890123456", "9.9E+12"}, []string{"scientific_notation account 2 in.csv:2"}},
		{"a code with an E is none", "product", []string{"1E05", "2E77", "12E4"}, nil},
		{"rounded after 15 digits", "card", series(6, func(i int) string { return fmt.Sprintf("98765432109876%d00", i) }), []string{"digits_rounded card 6 in.csv:2"}},
		{"long digits whole", "card", series(6, func(i int) string { return fmt.Sprintf("98765432109876%d37", i) }), nil},
		{"decimal comma", "income", []string{"1.234,50", "12,5", "1000"}, []string{"decimal_comma income 2 in.csv:2"}},
		{"decimal point", "income", []string{"1,234.50", "12.5", "1000"}, nil},
		{"mojibake of Latin", "first_name", []string{"José", "JosÃ©", "MÃ¼ller", "Ana"}, []string{"mojibake first_name 2 in.csv:3"}},
		{"mojibake of Hangul", "이름", []string{"ì•ˆë…•", "김민수", "È«±æµ¿"}, []string{"mojibake 이름 2 in.csv:2"}},
		{"mojibake of signs", "city", []string{"Oâ€™Neill", "Köln", "Łódź"}, []string{"mojibake city 1 in.csv:2"}},
		{"accents are no mojibake", "first_name", []string{"Ñandú", "ÇÃO", "«CAFÉ»", "naïve", "Siân", "Ðorđe", "Ýr", "Åse’s"}, nil},
		{"lost characters", "last_name", []string{"M\ufffdller", "Mu?oz", "Ana", "José?Ram??n", "???? ??"}, []string{"characters_lost last_name 4 in.csv:2"}},
		{"questions are no loss", "comment", []string{"Really??", "why? no", "a.example/x?y=z", "who?"}, nil},
		{"numbers in a column that only sounds like dates", "candidate_id", series(30, func(i int) string { return fmt.Sprint(20000 + i*97) }), nil},
		{"numbers that pass through 111111", "points", series(30, func(i int) string { return fmt.Sprint(111100 + i) }), nil},
		{"telephones of several lengths", "phone", series(40, func(i int) string { return fmt.Sprint(4930_1234_00+i) + strings.Repeat("7", min(i%5, 1)) }), nil},
		{"mixed alphabets", "last_name", []string{"Иванов", "Petrov", "Sоkolov"}, []string{"mixed_scripts last_name 1 in.csv:4"}},
		{"two alphabets in two words", "last_name", []string{"Иванов Ivanov", "LG전자", "A株式会社"}, nil},
		{"invisible characters", "last_name", []string{"Pet\u200brov", "A\x02b", "نام\u200cها"}, []string{"invisible_character last_name 2 in.csv:2"}},
		{"space around", "city", []string{" Rome", "Paris", "Bonn\u00a0"}, []string{"outer_space city 2 in.csv:2"}},
		{"placeholders", "email", []string{"a.b@bank.example", "N/A", "test@test.com", "noemail@noemail.com", "null", "c.d@bank.example"}, []string{"placeholder email 4 in.csv:3"}},
		{"placeholders of dates", "dob", []string{"0000-00-00", "1900-01-01", "1980-02-03"}, []string{"placeholder dob 2 in.csv:2"}},
		{"placeholders of numbers", "doc", []string{"000000000", "M12345678", "M12345679"}, []string{"placeholder doc 1 in.csv:2"}},
		{"none is a code in a list of codes", "risk", series(30, func(i int) string { return []string{"none", "high"}[i%2] }), nil},
		{"cut values", "street", append(series(200, street), series(9, func(i int) string { return fmt.Sprintf("%03d %s", i, strings.Repeat("z", 26)) })...), []string{"value_cut street 9 -"}},
		{"a constant", "branch", series(12, func(int) string { return "Seoul" }), []string{"column_constant branch 12 -"}},
		{"an empty column", "middle", []string{"", "", " "}, []string{"outer_space middle 1 in.csv:4", "column_empty middle 3 -"}},
		{"nearly unique with empty cells", "COD_PERSONA", append(series(100, func(i int) string { return fmt.Sprintf("P%04d", i) }), "P0007", ""), []string{"nearly_unique COD_PERSONA 1 in.csv:102"}},
		{"nearly unique by one word", "Kunde", append(series(100, func(i int) string { return fmt.Sprintf("C%04d", i) }), "C0007"), []string{"nearly_unique Kunde 1 in.csv:102"}},
		{"names may repeat", "client_title", append(series(100, func(i int) string { return fmt.Sprintf("C%04d", i) }), "C0007"), nil},
		{"nearly unique", "customer_id", append(series(100, func(i int) string { return fmt.Sprintf("C%04d", i) }), "C0007"), []string{"nearly_unique customer_id 1 in.csv:102"}},
		{"dates in order", "dob", series(50, isoDays), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(append([]string{}, tt.want...), found(one(t, tt.column, tt.values...))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTrapsOfTheTable(t *testing.T) {
	columns := []string{"id", "name", "dob"}
	row := func(i int) []string {
		return []string{fmt.Sprint(100 + i), []string{"Ana", "Bo", "Cy"}[i%3], fmt.Sprintf("%02d.03.1980", i%28+1)}
	}
	var rows [][]string
	for i := range 20 {
		rows = append(rows, row(i))
	}
	insert := func(cells ...string) [][]string { return slices.Insert(slices.Clone(rows), 10, cells) }
	tests := []struct {
		name string
		rows [][]string
		key  []string
		want []string
	}{
		{"clean", rows, []string{"id"}, nil},
		{"header in the middle", insert("id", "name", "dob"), nil, []string{"second_table  1 in.csv:12"}},
		{"another header", insert("branch", "manager", "opened"), nil, []string{"second_table  1 in.csv:12"}},
		{"blank row", insert("", "", ""), nil, []string{"row_blank  1 in.csv:12"}},
		{"key twice", insert("103", "Di", "05.03.1980"), []string{"id"}, []string{"key_repeated id 1 in.csv:12"}},
		{"key of two columns", insert("103", "Di", "05.03.1980"), []string{"id", "name"}, nil},
		{"no key", insert("", "Di", "05.03.1980"), []string{"id"}, []string{"key_empty id 1 in.csv:12"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(append([]string{}, tt.want...), found(look(t, columns, tt.rows, tt.key...))); diff != "" {
				t.Error(diff)
			}
		})
	}
	if _, err := inspect.New(columns, inspect.Options{Key: []string{"nope"}}); err == nil || !strings.Contains(err.Error(), `"nope"`) {
		t.Errorf("an unknown key column: %v", err)
	}
}

func TestColumnsThatLookAlike(t *testing.T) {
	var rows [][]string
	for i := range 12 {
		n := fmt.Sprint(i * 37)
		rows = append(rows, []string{n, n, fmt.Sprint(i)})
	}
	got := found(look(t, []string{"E-mail", "email", "еmail"}, rows)) // the last begins with a Cyrillic letter
	want := []string{
		"columns_alike email 12 -", "names_alike email 2 -",
		"names_alike еmail 2 -",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What the caller finds of headers that have drifted is told as a trap.
func TestDriftIsTold(t *testing.T) {
	columns := []string{"id", "born", "place", "sex"}
	drift := func(p *inspect.Profile, seen []inspect.Column) *inspect.Drift {
		if len(seen) != len(columns) || p.Detail(1, 10).Values != nil {
			t.Errorf("%d columns were shown", len(seen))
		}
		return &inspect.Drift{From: 1, To: 3, By: -1, Proof: 3}
	}
	p, err := inspect.New(columns, inspect.Options{Drift: drift})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		p.Add(&kyc.Row{Origin: kyc.Origin{File: "in.csv", Line: int64(i) + 2}, Cells: []string{fmt.Sprint(100 + i*7), fmt.Sprintf("19%02d-01-%02d", 50+i, i%28+1), fmt.Sprint("Town ", i), []string{"M", "F"}[i%2]}})
	}
	r := p.Result()
	want := `the headers from "born" to "sex" seem to stand one column behind their data: the values beside 3 of them are what they say, and their own are not`
	if len(r.Traps) != 1 || r.Traps[0].Code != inspect.CodeHeaderDrifted || r.Traps[0].Column != "born" || r.Traps[0].Message != want || r.Traps[0].Fix == "" {
		t.Errorf("%+v", r.Traps)
	}
}

func TestFaults(t *testing.T) {
	p, err := inspect.New([]string{"id", "name"}, inspect.Options{})
	if err != nil {
		t.Fatal(err)
	}
	add := func(line int64, code string) {
		row := kyc.Row{Origin: kyc.Origin{File: "in.csv", Line: line}, Cells: []string{fmt.Sprint(line), "Ana " + fmt.Sprint(line)}}
		if code != "" {
			row.Cells, row.Fault = nil, &kyc.Issue{Severity: kyc.Reject, Code: code, Message: "m", Fix: "f"}
		}
		p.Add(&row)
	}
	for line, code := range []string{"", "row_encoding", "row_ragged", "", "row_ragged", "row_ragged", "row_ragged", "row_ragged"} {
		add(int64(line)+2, code)
	}
	r := p.Result()
	if diff := cmp.Diff([]string{"encoding_mixed  1 in.csv:3", "second_table  1 in.csv:6"}, found(r)); diff != "" {
		t.Error(diff)
	}
	if r.Rows != 8 || len(r.Unreadable) != 2 || r.Unreadable[1].Rows != 5 || len(r.Unreadable[1].Places) != 5 {
		t.Errorf("unreadable: %+v of %d", r.Unreadable, r.Rows)
	}
}

// A file as it should be has no traps at all.
func TestCleanDataHasNoTraps(t *testing.T) {
	rows := benchRows(3000)
	p, err := inspect.New(benchColumns, inspect.Options{Key: []string{"customer_id"}, Country: country})
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		rows[i].Cells[6] = []string{"PP", "DL"}[i%7%2]
		p.Add(&rows[i])
	}
	if traps := found(p.Result()); len(traps) > 0 {
		t.Errorf("clean data has traps:\n%s", strings.Join(traps, "\n"))
	}
}

func TestTypes(t *testing.T) {
	tests := []struct {
		column, values, want string
	}{
		{"dob", "1980-02-03|1981-03-04", "date YYYY-MM-DD"},
		{"dob", "3.2.1980|14.03.1981", "date D.M.YYYY in.csv:3"},
		{"dob", "02/14/1980|03/04/1981", "date MM/DD/YYYY in.csv:2"},
		{"dob", "19800203|19810304", "date YYYYMMDD"},
		{"dob", "1980년 2월 3일|1981년 12월 13일", "date YYYY년 M월 D일"},
		{"dob", "11 Sep 1981|12 May 1980", "date DD MMM YYYY"},
		{"dob", "11SEP1981|12MAY1980", "date DDMMMYYYY"},
		{"dob", "11SEP1981:00:00:00|12MAY1980:10:20:30.5", "date DDMMMYYYY and a time"},
		{"dob", "11sep81|2may80", "date DMMMYY"},
		{"no", "11SEP19815|12MAY19802", "identifier"},
		{"dob", "15-ENE-1985|02-DIC-1990", "date DD-MMM-YYYY"},
		{"dob", "15-ağu-85|02-Şub-90", "date DD-MMM-YY"},
		{"dob", "3 décembre 1980|12 février 1981", "date D MMMM YYYY"},
		{"no", "15-LIP-1985|02-SRP-1990", "identifier"},
		{"no", "11SEX1981|12MEX1980", "identifier"},
		{"no", "112SEP1981|121MAY1980", "identifier"},
		{"dob", "September 11, 1981|March 12, 1980", "date MMMM DD, YYYY"},
		{"seen", "2020-01-02T03:04:05Z|2020-01-03T03:04:05Z", "date YYYY-MM-DD and a time"},
		{"mail", "a@b.example|c.d@e.example", "email"},
		{"land", "KOR|대한민국", "country"},
		{"n", "1|22|-3", "integer"},
		{"n", "1|2.5|1,234.5", "decimal"},
		{"n", "0012|0345", "identifier"},
		{"active", "Y|N|Y", "yes_no"},
		{"front", "a/1.jpg|a/2.PNG", "image_path"},
		{"passport_no", "M1234567|M1234568", "document_number"},
		{"x", "M1234567|M1234568", "identifier"},
		{"x", "+82 10-1234-5678|010-1234-5678", "phone"},
		{"x", "김민수|O'Neill, Siân", "name"},
		{"x", "12 Main St.|Flat 3, Elm Ave", "text"},
		{"x", "|", "empty"},
	}
	for _, tt := range tests {
		c := one(t, tt.column, strings.Split(tt.values, "|")...).Columns[1]
		got := c.Type
		for _, l := range c.Layouts {
			got += strings.TrimRight(" "+l.Layout+" "+l.Proof, " ")
		}
		if got != tt.want {
			t.Errorf("%s %s: %s, want %s", tt.column, tt.values, got, tt.want)
		}
	}
}

// No value of a person is in a result: samples are masks, and only codes that
// many rows share are told.
func TestAResultHoldsNoPersonalData(t *testing.T) {
	names := []string{"Zanzibar", "Quentin", "김민수", "Иванов"}
	rows := make([][]string, 200)
	for i := range rows {
		status := "A"
		if i == 150 {
			status = "SECRET"
		}
		income, grade := []string{"1412.0", "39127.50"}[i%2], []string{"1.0", "2.5"}[i%2]
		rows[i] = []string{names[i%4], fmt.Sprintf("zz%d@bank.example", i), fmt.Sprintf("P%07d", 4242000+i), status, "Hidden Lane 5", income, grade}
	}
	rows[3][0] = " Zanzi\u200bbar"
	r := look(t, []string{"last_name", "email", "passport", "status", "street", "income", "grade"}, rows)
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range append(names, "zz", "bank", "4242", "SECRET", "Hidden", "Zanzi", "1412", "39127") {
		if strings.Contains(string(b), secret) {
			t.Errorf("the result tells %q:\n%s", secret, b)
		}
	}
	if diff := cmp.Diff([]inspect.Value{{Value: "A", Rows: 199}}, r.Columns[3].Values); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]inspect.Value{{Value: "1.0", Rows: 100}, {Value: "2.5", Rows: 100}}, r.Columns[6].Values); diff != "" {
		t.Errorf("codes that are written as numbers are not told:\n%s", diff)
	}
	if diff := cmp.Diff([]inspect.Sample{{"Aaaaaaaa", "Latin"}, {"Aaaaaaa", "Latin"}, {"aaa", "Hangul"}}, r.Columns[0].Samples); diff != "" {
		t.Error(diff)
	}
}

func TestDistinctIsExactWhileItCanBe(t *testing.T) {
	p, err := inspect.New([]string{"id", "group"}, inspect.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const n = 120_000
	for i := range n {
		p.Add(&kyc.Row{Cells: []string{fmt.Sprint(i), fmt.Sprint(i % 40_000)}})
	}
	c := p.Result().Columns
	if c[0].Distinct != n || !c[0].DistinctExact {
		t.Errorf("ids: %d, exact %v", c[0].Distinct, c[0].DistinctExact)
	}
	if c[1].DistinctExact && c[1].Distinct != 40_000 || c[1].Distinct < 38_000 || c[1].Distinct > 42_000 {
		t.Errorf("groups: %d, exact %v", c[1].Distinct, c[1].DistinctExact)
	}
}

// FuzzAdd: whatever the cells, nothing panics, the counts add up, and two looks
// at one source are equal.
func FuzzAdd(f *testing.F) {
	for _, seed := range []string{
		"id,dob|1,03/04/1980|2,13/13/13|3,1980년 2월 3일", "a,b|\xff\xfe,Ã©|ì•ˆ, 1.23E+15 |,|a,b", "zip|01234|1234|-|N/A|0000000|29324",
		"x,x |é\u200b,Sоk|1.234,5|Sep 11, 1981|test@test.com,é", "e|1e+|1.e+15|,|.|+|--1|E+15|9,E+15",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		lines := strings.Split(text, "|")
		columns := strings.Split(lines[0], ",")
		var results [2]*inspect.Result
		for i := range results {
			p, err := inspect.New(columns, inspect.Options{Key: columns[:1], Country: country})
			if err != nil {
				t.Fatal(err)
			}
			for n, line := range lines[1:] {
				p.Add(&kyc.Row{Origin: kyc.Origin{File: "f", Row: int64(n) + 1}, Cells: strings.Split(line, ",")})
			}
			results[i] = p.Result()
		}
		if diff := cmp.Diff(results[0], results[1]); diff != "" {
			t.Fatal(diff)
		}
		for _, c := range results[0].Columns {
			if c.Filled+c.Empty != int64(len(lines)-1) || c.Distinct > c.Filled || c.MinLength > c.MaxLength || c.Share > 1 {
				t.Fatalf("column %+v of %d rows", c, len(lines)-1)
			}
		}
	})
}
