package mapper

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// bankColumns are the columns of mappings/bank-csv.yaml.
const bankColumns = "customer_id,email,first_name,last_name,dob,status,doc_type,doc_country,doc_no,issue_date,expiry_date,nationality,sex,city,country,street,case_no,passport_no,licence_no,id_front,id_back,selfie"

func bankPlan(t testing.TB, more ...string) *Plan {
	t.Helper()
	m, err := Load("../../mappings/bank-csv.yaml", testOptions())
	if err != nil {
		t.Fatal(err)
	}
	p, err := m.Compile(append(strings.Split(bankColumns, ","), more...))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func bankRow() *kyc.Row {
	return &kyc.Row{Cells: []string{
		" C-1 ", " Ann.Lee@Example.org", "Ann ", "Lee", "31/12/1980", "A", "PP", "Republic of Korea", "M1", "01/02/2020", "2030-02-01",
		"kr", "F", "Seoul", "KOR", "1  Main St", "77", "", "dl9", "front/1.jpg", "", "./s//1.png",
	}}
}

// whatIsMade leaves out what a record knows about its values besides.
var whatIsMade = cmpopts.IgnoreFields(kyc.Record{}, "Sound", "Plain", "Clean", "Days")

func TestMapBankRow(t *testing.T) {
	row := bankRow()
	rec := recordOf(bankPlan(t), row)
	want := &kyc.Record{Row: row, Key: kyc.Key{Parts: []string{"C-1"}}}
	want.Submission = kyc.Submission{
		kyc.Email: "ann.lee@example.org", kyc.FullName: "Ann Lee", kyc.BirthDate: "1980-12-31", kyc.KYCStatus: "approved",
		kyc.IDType: "passport", kyc.IssuingCountry: "KOR", kyc.FirstName: "Ann", kyc.LastName: "Lee", kyc.Nationality: "KOR",
		kyc.Gender: "female", kyc.IssueDate: "2020-02-01", kyc.ExpireDate: "2030-02-01", kyc.DocumentNumber: "DL9",
		kyc.AddressCity: "Seoul", kyc.AddressCountry: "KOR", kyc.AddressStreet: "1 Main St", kyc.CF1: "legacy-2026", kyc.CF2: "case-77", kyc.UserID: "C-1",
	}
	want.Pictures[kyc.IDImage].Path = "front/1.jpg"
	want.Pictures[kyc.SelfieImage].Path = "s/1.png"
	if diff := cmp.Diff(want, rec, whatIsMade); diff != "" {
		t.Errorf("record differs (-want +got):\n%s", diff)
	}
}

func TestPlanKnowsItsColumns(t *testing.T) {
	p := bankPlan(t, "notes", "branch")
	if diff := cmp.Diff([]string{"notes", "branch"}, p.UnusedColumns()); diff != "" {
		t.Errorf("unused columns (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(strings.Split(bankColumns, ","), p.UsesColumns()); diff != "" {
		t.Errorf("used columns (-want +got):\n%s", diff)
	}
	got := [][]string{p.Columns("fullName"), p.Columns("idImage"), p.Columns("cf1"), p.Columns("ipAddress")}
	if diff := cmp.Diff([][]string{{"first_name", "last_name"}, {"id_front"}, nil, nil}, got); diff != "" {
		t.Errorf("columns of fields (-want +got):\n%s", diff)
	}
	if !p.Maps(kyc.UserID) || !p.Maps(kyc.Email) || !p.Maps(kyc.CF1) || p.Maps(kyc.CF3) || p.Maps(kyc.NoField) {
		t.Error("the plan does not know what it maps")
	}
}

// mapped runs one row, given as cells in the order of columns, through fields.
func mapped(t *testing.T, fields, columns string, cells ...string) *kyc.Record {
	t.Helper()
	p, err := load(t, withFields(fields)).Compile(strings.Split("id,"+columns, ","))
	if err != nil {
		t.Fatal(err)
	}
	return recordOf(p, &kyc.Row{Cells: append([]string{"1"}, cells...)})
}

func TestFieldRules(t *testing.T) {
	tests := []struct {
		name, rule string
		cells      []string // of columns a, b, c
		want, code string
	}{
		{"from", "{from: a}", []string{" x "}, " x ", ""},
		{"from blank", "{from: a}", []string{" \t\u00a0"}, "", ""},
		{"from short row", "{from: c}", []string{"x"}, "", ""},
		{"default", "{from: a, default: d}", []string{" "}, "d", ""},
		{"default not used", "{from: a, default: d}", []string{"x"}, "x", ""},
		{"default after transform", "{from: a, transform: digits, default: d}", []string{"none"}, "d", ""},
		{"default skips values", "{from: a, values: {A: x}, default: d}", []string{""}, "d", ""},
		{"join", "{join: [a, b, c]}", []string{"x", "y", "z"}, "x y z", ""},
		{"join skips empty", `{join: [a, b, c], with: ", "}`, []string{"x", "  ", "z"}, "x, z", ""},
		{"join of one", `{join: [a, b, c], with: ", "}`, []string{"", "y", ""}, "y", ""},
		{"join of none", "{join: [a, b]}", []string{"", ""}, "", ""},
		{"join with nothing", `{join: [a, b], with: ""}`, []string{"x", "y"}, "xy", ""},
		{"join long", "{join: [a, b]}", []string{strings.Repeat("x", 200), "y"}, strings.Repeat("x", 200) + " y", ""},
		{"first", "{first: [a, b, c]}", []string{" ", "y", "z"}, "y", ""},
		{"const", "{const: 0123}", nil, "0123", ""},
		{"const NO", "{const: NO}", nil, "NO", ""},
		{"template", `{template: "{a}-{{{ b }}}-{a}"}`, []string{"x", "y"}, "x-{y}-x", ""},
		{"template with a gap", `{template: "{a}-{b}", default: d}`, []string{"x", " "}, "d", ""},
		{"values", "{from: a, values: {A: x, 01: y}}", []string{" A "}, "x", ""},
		{"values keep zeros", "{from: a, values: {A: x, 01: y}}", []string{"01"}, "y", ""},
		{"values are exact", "{from: a, values: {A: x}}", []string{"a"}, "", CodeValueUnknown},
		{"values to nothing", `{from: a, values: {A: ""}, default: d}`, []string{"A"}, "", ""},
		{"otherwise value", "{from: a, values: {A: x}, otherwise: z}", []string{"B"}, "z", ""},
		{"otherwise omit", "{from: a, values: {A: x}, otherwise: omit, default: d}", []string{"B"}, "", ""},
		{"otherwise reject", "{from: a, values: {A: x}, otherwise: reject}", []string{"B"}, "", CodeValueUnknown},
		{"otherwise of date", "{from: a, date: DD/MM/YYYY, otherwise: omit}", []string{"soon"}, "", ""},
		{"date unreadable", "{from: a, date: DD/MM/YYYY}", []string{"soon"}, "", CodeDateUnreadable},
		{"date impossible", "{from: a, date: DD/MM/YYYY}", []string{" 31/02/2020 "}, "", CodeDateImpossible},
		{"country", "{from: a, country: alpha3}", []string{" south KOREA "}, "KOR", ""},
		{"country unknown", "{from: a, country: alpha3}", []string{"Atlantis"}, "", CodeCountryUnknown},
		{"country gone", "{from: a, country: alpha3}", []string{"USSR"}, "", CodeCountryUnknown},
		{"values before country", "{from: a, values: {USSR: RUS}, country: alpha3}", []string{"USSR"}, "RUS", ""},
		{"country after values", "{from: a, values: {USSR: RUS}, country: alpha3}", []string{"fr"}, "FRA", ""},
		{"values before date", `{from: a, date: DD/MM/YYYY, values: {never: "", old: 1990-01-01}}`, []string{" old "}, "1990-01-01", ""},
		{"no date by values", `{from: a, date: DD/MM/YYYY, values: {never: ""}, default: d}`, []string{"never"}, "", ""},
		{"date after values", `{from: a, date: DD/MM/YYYY, values: {never: ""}}`, []string{" 31/12/2030 "}, "2030-12-31", ""},
		{"neither", `{from: a, date: DD/MM/YYYY, values: {never: ""}}`, []string{"soon"}, "", CodeDateUnreadable},
		{"transform before values", "{from: a, transform: [trim, upper], values: {A: x}}", []string{" a"}, "x", ""},
		{"empty", `{from: a, empty: ["N/A", "-"]}`, []string{" N/A "}, "", ""},
		{"empty keeps all else", `{from: a, empty: ["N/A", "-"]}`, []string{"A-1"}, "A-1", ""},
		{"empty counts capitals", `{from: a, empty: N/A}`, []string{"n/a"}, "n/a", ""},
		{"empty takes null for a word", `{from: a, empty: [NULL, ~]}`, []string{"NULL"}, "", ""},
		{"empty and default", `{from: a, empty: "-", default: d}`, []string{"-"}, "d", ""},
		{"empty before date", `{from: a, empty: 0000-00-00, date: DD/MM/YYYY}`, []string{"0000-00-00"}, "", ""},
		{"empty of first", `{first: [a, b], empty: "-"}`, []string{"-", "y"}, "y", ""},
		{"empty of join", `{join: [a, b, c], empty: "-"}`, []string{"x", "-", "z"}, "x z", ""},
		{"empty of expr", `{expr: "row['a'] == '' ? 'none' : row['a']", empty: "-"}`, []string{"-"}, "none", ""},
		{"empty of a short row", `{join: [a, b, c], empty: "-"}`, []string{"-"}, "", ""},
		{"joined then judged", "{join: [a, b], values: {A: x}}", []string{"A", "B"}, "", CodeValueUnknown},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rec := mapped(t, "cf1: "+tt.rule+"\ncf2: {join: [a, b, c]}", "a,b,c", tt.cells...)
			if got := rec.Submission[kyc.CF1]; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			code := ""
			if len(rec.Issues) > 0 {
				code = rec.Issues[0].Code
			}
			if code != tt.code {
				t.Errorf("issue %q, want %q", code, tt.code)
			}
		})
	}
}

func TestTransforms(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"trim", "\u3000 x y\u00a0", "x y"},
		{"lower", "ÀB", "àb"},
		{"upper", "ñx", "ÑX"},
		{"title", "JEAN-luc o'NEILL élan", "Jean-Luc O'neill Élan"},
		{"collapse-spaces", "  a \t\u3000b  c ", "a b c"},
		{"collapse-spaces", "a b", "a b"},
		{"digits", "+82 (0)10-1234", "820101234"},
		{"digits", "１２٣४", "1234"},
		{"nfc", "e\u0301", "é"},
		{"ascii-digits", "๒๕๖๗-٠١ x", "2567-01 x"},
		{"fold-width", "ＫＩＭ　１２３／ｶﾞ e\u0301", "KIM 123/ガ é"},
	}
	for _, tt := range tests {
		if got := transformByName(tt.name).run(tt.in); got != tt.want {
			t.Errorf("%s(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
	if len(tests) < len(transformNames()) {
		t.Error("a transform has no test")
	}
}

// A second pass changes nothing: a value mended by hand stays as it is.
func TestTransformsSettle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tr := rapid.SampledFrom(transformTable).Draw(t, "transform")
		s := rapid.String().Draw(t, "s")
		once := tr.run(s)
		if once != s && !tr.touches(text.TraitsOf(s)) {
			t.Fatalf("%s has nothing to do with %q, and makes %q of it", tr.name, s, once)
		}
		if twice := tr.run(once); tr.name != "title" && twice != once {
			t.Fatalf("%s: %q becomes %q", tr.name, once, twice)
		}
	})
}

func TestKeys(t *testing.T) {
	m := load(t, "version: 1\nsource: {kind: csv}\nkey: [branch, no]\nfields: {email: {from: no}}\n")
	p, err := m.Compile([]string{"no", "branch"})
	if err != nil {
		t.Fatal(err)
	}
	rec := recordOf(p, &kyc.Row{Cells: []string{" 7\u00a0", "cafe\u0301"}})
	if diff := cmp.Diff(kyc.Key{Parts: []string{"café", "7"}}, rec.Key); diff != "" {
		t.Errorf("key differs (-want +got):\n%s", diff)
	}
	rec = recordOf(p, &kyc.Row{Cells: []string{"  ", "x"}})
	if rec.Key.Known() || !rec.Rejected() || rec.Issues[0].Code != CodeKeyEmpty || rec.Issues[0].Column != "no" {
		t.Errorf("an empty key part gives key %v and issues %+v", rec.Key, rec.Issues)
	}
}

func TestColumnNamesAreCompared(t *testing.T) {
	m := load(t, "version: 1\nsource: {kind: csv}\nkey: café\nfields: {email: {from: ' mail '}}\n")
	if _, err := m.Compile([]string{" cafe\u0301", "mail"}); err != nil {
		t.Error(err)
	}
	if _, err := m.Compile(nil); err == nil {
		t.Error("a source without columns was accepted")
	}
}

func TestFaultIsPassedOn(t *testing.T) {
	fault := &kyc.Issue{Severity: kyc.Reject, Code: "ragged_row", Message: "m", Fix: "f"}
	row := &kyc.Row{Fault: fault, Raw: "a,b"}
	if diff := cmp.Diff(&kyc.Record{Row: row, Issues: []kyc.Issue{*fault}}, recordOf(bankPlan(t), row)); diff != "" {
		t.Errorf("record differs (-want +got):\n%s", diff)
	}
}

func TestPicturePaths(t *testing.T) {
	for in, want := range map[string]string{"a.jpg": "a.jpg", " ./a//b.png ": "a/b.png", "고객/1.jpg": "고객/1.jpg", "a/..b": "a/..b", `a\b.jpg`: "a/b.jpg", `.\a\\b.jpg`: "a/b.jpg"} {
		got, message, _ := cleanPath(strings.TrimSpace(in))
		if got != want || message != "" {
			t.Errorf("cleanPath(%q) = %q, want %q", in, got, want)
		}
	}
	for _, bad := range []string{"..", "../a", "a/../b", "a/..", "/etc/passwd", `a\..\b`, `\\server\b`, `\b`, `C:\x`, "c:x", "a:b.jpg", "a\x00b", "a\nb", ".", "./", "\xff", "https://x/y.jpg", strings.Repeat("a/", 3000)} {
		if got, message, fix := cleanPath(bad); message == "" || fix == "" || got != "" {
			t.Errorf("cleanPath(%q) = %q, %q", bad, got, message)
		}
	}
}

// What is stripped off ends with a folder; a path that begins otherwise stays as it is.
func TestPathsAreStripped(t *testing.T) {
	text := withFields("email: {from: id}") + `images: {idImage: {from: f, strip: ["https://x.example/kyc", 'D:\Scans\']}}` + "\n"
	p, err := load(t, text).Compile([]string{"id", "f"})
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"https://x.example/kyc/1/front.jpg": "1/front.jpg", `D:\Scans\a\b.png`: "a/b.png", "D:/Scans/c.png": "c.png", "front/2.jpg": "front/2.jpg", "": "",
		// of other folders, of none, and leading out of it
		"https://x.example/kyc2/1.jpg": "", "https://x.example/kyc": "", "https://x.example/kyc/": "", "D:/Scans/": "", `d:\scans\a.png`: "", `D:\Scans\..\a.png`: "", "https://x.example/kyc//etc/passwd": "", `D:\Scans\D:\Scans\a.png`: "",
	} {
		rec := recordOf(p, &kyc.Row{Cells: []string{"1", in}})
		if got := rec.Pictures[kyc.IDImage].Path; got != want || (len(rec.Issues) > 0) != (want == "" && in != "") {
			t.Errorf("%q gives %q, want %q; issues %+v", in, got, want, rec.Issues)
		}
	}
}

func TestBadPictureIsRejectedOrDropped(t *testing.T) {
	text := withFields("email: {from: id}") + "images: {idImage: {from: f}, on_problem: "
	for word, severity := range map[string]kyc.Severity{"reject": kyc.Reject, "drop": kyc.Warn} {
		p, err := load(t, text+word+"}\n").Compile([]string{"id", "f"})
		if err != nil {
			t.Fatal(err)
		}
		rec := recordOf(p, &kyc.Row{Cells: []string{"1", "../x"}})
		if rec.HasPictures() || len(rec.Issues) != 1 || rec.Issues[0].Severity != severity || rec.Issues[0].Code != CodeImagePath {
			t.Errorf("%s: issues %+v", word, rec.Issues)
		}
	}
}

// Every issue tells what to do and shows nothing of the row.
func TestIssueTexts(t *testing.T) {
	fields := `
kycStatus: {from: a, values: {A: approved}}
birthDate: {from: a, date: [DD/MM/YYYY, D MMM YYYY]}
issueDate: {from: b, date: DD/MM/YYYY}
nationality: {first: [c, a], country: alpha3}
issuingCountry: {from: d, country: alpha3}
gender: {join: [a, c], values: {x: male}}`
	m := load(t, withFields(fields)+"images: {idImage: {from: e}, idBackImage: {from: f}, selfieImage: {from: g}, addressImage: {from: h}}\n")
	p, err := m.Compile([]string{"a", "b", "c", "d", "e", "f", "g", "h", "id"})
	if err != nil {
		t.Fatal(err)
	}
	rec := recordOf(p, &kyc.Row{Cells: []string{"Zecret", "31/02/2020", "zecret", "USSR", "../Zecret", `Zecret\1`, "C:Zecret", "zecret://x", ""}})
	var b strings.Builder
	for _, i := range rec.Issues {
		b.WriteString(i.Severity.String() + " " + i.Code + " [" + i.Field + "] [" + i.Column + "] " + i.Message + "; " + i.Fix + "\n")
	}
	for _, secret := range []string{"ecret", "2020", "USSR"} {
		if strings.Contains(b.String(), secret) {
			t.Errorf("an issue shows %q of the row", secret)
		}
	}
	golden(t, "issues.golden", b.String())
}

func TestMapNeverPanics(t *testing.T) {
	p := bankPlan(t)
	good := bankRow()
	rapid.Check(t, func(t *rapid.T) {
		cells := append([]string(nil), good.Cells[:rapid.IntRange(0, len(good.Cells)).Draw(t, "cells")]...)
		for i := range cells {
			if rapid.Bool().Draw(t, "change") {
				cells[i] = rapid.OneOf(rapid.String(), rapid.StringMatching(`[0-9/:. -]{0,12}`), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })).Draw(t, "cell")
			}
		}
		rec := recordOf(p, &kyc.Row{Cells: cells})
		for i := range rec.Issues {
			if is := rec.Issues[i]; is.Code == "" || is.Message == "" || is.Fix == "" {
				t.Fatalf("issue without words: %+v", is)
			}
		}
		for k := range rec.Pictures {
			if path := rec.Pictures[k].Path; strings.HasPrefix(path, "/") || strings.Contains("/"+path+"/", "/../") {
				t.Fatalf("the path %q leaves the picture folder", path)
			}
		}
	})
}

func TestMapConcurrently(t *testing.T) {
	m := load(t, withFields("fullName: {from: n, transform: [title, nfc]}\nnationality: {from: c, country: alpha3}\nbirthDate: {from: d, date: DD/MM/YYYY}"))
	p, err := m.Compile([]string{"id", "n", "c", "d"})
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 500 {
				rec := recordOf(p, &kyc.Row{Cells: []string{"1", "JOSÉ de la cruz", "España", "01/02/1980"}})
				if rec.Submission[kyc.FullName] != "José De La Cruz" || rec.Submission[kyc.Nationality] != "ESP" || rec.Submission[kyc.BirthDate] != "1980-02-01" {
					t.Errorf("got %+v", rec.Submission)
					return
				}
			}
		})
	}
	wg.Wait()
}

// BenchmarkMap measures a row without and with a tally of what changed.
func BenchmarkMap(b *testing.B) {
	p, row := benchPlan(b)
	for name, m := range map[string]interface{ Map(*kyc.Record) }{"plan": p, "tally": p.Tally(nil)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				rec := &kyc.Record{Row: row}
				if m.Map(rec); rec.Rejected() {
					b.Fatal(rec.Issues)
				}
			}
		})
	}
}

func benchPlan(b *testing.B) (*Plan, *kyc.Row) {
	b.Helper()
	m := load(b, withFields(`
email: {from: email, transform: [trim, lower]}
fullName: {join: [first_name, last_name], with: " ", transform: [collapse-spaces, nfc]}
birthDate: {from: dob, date: DD/MM/YYYY}
kycStatus: {from: status, values: {A: approved, R: rejected}}
idType: {from: doc_type, values: {PP: passport, DL: drivers_license}}
issuingCountry: {from: doc_country, country: alpha3}
firstName: {from: first_name, transform: title}
lastName: {from: last_name, transform: trim}
nationality: {from: nationality, country: alpha3}
gender: {from: sex, values: {M: male, F: female}, otherwise: omit}
issueDate: {from: issue_date, date: DD/MM/YYYY}
expireDate: {from: expiry_date, date: [D MMM YYYY, DD/MM/YYYY]}
documentNumber: {first: [passport_no, licence_no], transform: [trim, upper]}
address_city: {from: city}
cf2: {template: "case-{case_no}"}
userid: {from: id}`))
	columns := "id,email,first_name,last_name,dob,status,doc_type,doc_country,nationality,sex,issue_date,expiry_date,passport_no,licence_no,city,case_no"
	p, err := m.Compile(strings.Split(columns, ","))
	if err != nil {
		b.Fatal(err)
	}
	row := &kyc.Row{Cells: strings.Split("C-100,ann.lee@example.org,Ann,Lee,31/12/1980,A,PP,KOR,South Korea,F,01/02/2020,01/02/2030,,DL9,Seoul,77", ",")}
	return p, row
}

// recordOf is the record that the plan makes of a row.
func recordOf(p *Plan, row *kyc.Row) *kyc.Record {
	rec := &kyc.Record{Row: row}
	p.Map(rec)
	return rec
}
