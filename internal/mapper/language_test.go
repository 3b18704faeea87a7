package mapper

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

func TestExpressions(t *testing.T) {
	long := strings.Repeat("x", maxCells)
	tests := []struct {
		name, rule string
		cells      []string // of columns a, b, "c d"
		want, code string
	}{
		{"of two columns", `{expr: "upper(row['a']) + ', ' + row.b"}`, []string{"lee", "Ann"}, "LEE, Ann", ""},
		{"of a column with a space", `{expr: "trim(row['c d'])"}`, []string{"", "", " x "}, "x", ""},
		{"of a short row", `{expr: "row['c d'] + '!'"}`, []string{"x"}, "!", ""},
		{"blank cells are empty", `{expr: "row['a'] == '' ? row['b'] : row['a']"}`, []string{" \t", "y"}, "y", ""},
		{"an integer", `{expr: "int(row['a']) + 1"}`, []string{"41"}, "42", ""},
		{"a fraction", `{expr: "int(row['a']) / 8"}`, []string{"1"}, "0.125", ""},
		{"a whole fraction", `{expr: "float(row['a'])"}`, []string{"12.0"}, "12", ""},
		{"a truth", `{expr: "row['a'] in ['A', 'B']"}`, []string{"B"}, "true", ""},
		{"nothing", `{expr: "get(split(row['a'], ' '), 3)", default: d}`, []string{"x y"}, "d", ""},
		{"no number", `{expr: "int(row['a'])", default: d}`, []string{"many"}, "", CodeExprFailed},
		{"infinite", `{expr: "int(row['a']) / int(row['b'])"}`, []string{"1", "0"}, "", CodeExprFailed},
		{"too short a list", `{expr: "split(row['a'], ' ')[3]"}`, []string{"x y"}, "", CodeExprFailed},
		{"too long a cell", `{expr: "row['a'] + row['b']"}`, []string{long, "y"}, "", CodeExprFailed},
		{"too much made", `{expr: "let x = repeat(row['a'], 9); x + x"}`, []string{long[1:]}, "", CodeExprFailed},
		{"grows", `{expr: "replace(repeat(row['a'], 9), 'x', row['a'])"}`, []string{long[len(long)/2:]}, "", CodeExprFailed},
		{"a list is no text", `{expr: "row['a'] == 'x' ? [1] : 'y'"}`, []string{"x"}, "", CodeExprFailed},
		{"a bad pattern of the row", `{expr: "row['a'] matches row['b']"}`, []string{"x", "("}, "", CodeExprFailed},
		{"pads", `{expr: "repeat('0', 5 - len(row['a'])) + row['a']"}`, []string{"123"}, "00123", ""},
		{"pads nothing", `{expr: "repeat('0', 2 - len(row['a'])) + row['a']"}`, []string{"123"}, "123", ""},
		{"over a list", `{expr: "join(map(split(row['a'], ' '), {upper(#[0:1]) + lower(#[1:])}), ' ')"}`, []string{"ANN LEE"}, "Ann Lee", ""},
		{"slices count characters", `{expr: "row['a'][0:3] + '|' + row['b'][1:]"}`, []string{"김민준철수", "élodie"}, "김민준|lodie", ""},
		{"from the end", `{expr: "let x = row['a']; x[len(x)-2:] + '|' + x[-1:] + '|' + x[:-2]"}`, []string{"김민준"}, "민준|준|김", ""},
		{"beyond the ends", `{expr: "row['a'][-9:9] + '|' + row['a'][2:1] + '|' + row['a'][3:9] + row['b'][0:0]"}`, []string{"né", "x"}, "né||", ""},
		{"slices of accents", `{expr: "join(map(split(row['a'], ' '), {upper(#[0:1]) + lower(#[1:])}), ' ')"}`, []string{"élodie ÇELIK"}, "Élodie Çelik", ""},
		{"slices what may be a text", `{expr: "(row['b'] == '' ? 1 : row['a'])[0:1]"}`, []string{"éa", "x"}, "é", ""},
		{"slices no number", `{expr: "(row['b'] == '' ? 1 : row['a'])[0:1]"}`, []string{"éa"}, "", CodeExprFailed},
		{"slices lists", `{expr: "join(split(row['a'], ' ')[1:], '+') + join((row['b'] == '' ? split(row['a'], ' ') : 'x')[:-1], '-')"}`, []string{"é ü x"}, "ü+xé-ü", ""},
		{"places", `{expr: "string(indexOf(row['a'], '준')) + string(lastIndexOf(row['a'], '준')) + string(indexOf(row['a'], 'x')) + string(indexOf(row['a'], ''))"}`, []string{"김준민준"}, "13-10", ""},
		{"place and slice agree", `{expr: "row['a'][0:indexOf(row['a'], '@')]"}`, []string{"é.ü@x.org"}, "é.ü", ""},
		{"what is broken stays whole", `{expr: "row['a'][0:2] + row['a'][2:]"}`, []string{"a\xff\xfeb"}, "a\xff\xfeb", ""},
		{"pipes", `{expr: "row['a'] | trim() | upper() | replace('-', '')"}`, []string{" a-b "}, "AB", ""},
		{"join without glue", `{expr: "join(filter(split(row['a'], ''), # != ' '))"}`, []string{"a b c"}, "abc", ""},
		{"string", `{expr: "string(len(row['a'])) + string(nil) + string(1.5) + string(true)"}`, []string{"고객"}, "21.5true", ""},
		{"then transforms and values", `{expr: "row['a'] + row['b']", transform: upper, values: {XY: z}}`, []string{"x", "y"}, "z", ""},
		{"then values do not know", `{expr: "row['a'] + row['b']", values: {XY: z}}`, []string{"x", "y"}, "", CodeValueUnknown},
		{"then a date", `{expr: "row['a'] + '/' + row['b']", date: DD/MM/YYYY}`, []string{"01/02", "1980"}, "1980-02-01", ""},
		{"when", `{from: a, when: "row['b'] == 'Y'", default: d}`, []string{"x", "Y"}, "x", ""},
		{"not when", `{from: a, when: "row['b'] == 'Y'"}`, []string{"x", "N"}, "", ""},
		{"not when, default", `{from: a, when: "row['b'] == 'Y'", default: d}`, []string{"x", "N"}, "d", ""},
		{"not when, nothing is judged", `{from: a, when: "row['b'] == 'Y'", values: {A: x}}`, []string{"B", "N"}, "", ""},
		{"when cannot be told", `{from: a, when: "int(row['b']) > 1", default: d}`, []string{"x", "N"}, "", CodeExprFailed},
		{"const when", `{const: c, when: "row['b'] == 'Y'", default: d}`, []string{"", "Y"}, "c", ""},
		{"not const when", `{const: c, when: "row['b'] == 'Y'", default: d}`, []string{"", "N"}, "d", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rec := mapped(t, "cf1: "+tt.rule+"\ncf2: {join: [a, b, c d]}", "a,b,c d", tt.cells...)
			if got := rec.Submission[kyc.CF1]; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			code := ""
			if len(rec.Issues) > 0 {
				code = rec.Issues[0].Code
			}
			if code != tt.code || code != "" && !rec.Rejected() {
				t.Errorf("issues %+v, want %q", rec.Issues, tt.code)
			}
		})
	}
}

func TestExpressionsKnowTheirColumns(t *testing.T) {
	m := load(t, `version: 1
source: {kind: csv}
key: id
exclude: [{code: closed, when: "row.state == 'C'"}]
fields:
  fullName: {expr: "row['last'] + row.first + row['last']", when: "row['kind'] != 'X'"}
rules: {own: [{code: odd, when: "row['branch'] == '' and record.fullName == ''", message: m}]}
`)
	columns := []string{"first", "id", "kind", "last", "other", "state", "branch"}
	if diff := cmp.Diff([]string{"id", "last", "first", "kind", "state", "branch"}, m.Columns()); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
	p, err := m.Compile(columns)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"other"}, p.UnusedColumns()); diff != "" {
		t.Errorf("unused (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"last", "first"}, p.Columns("fullName")); diff != "" {
		t.Errorf("columns of the field (-want +got):\n%s", diff)
	}
	if _, err = m.Compile([]string{"frist", "id", "kind", "last", "branch"}); err == nil {
		t.Fatal("columns that are not there were accepted")
	}
	for _, want := range []string{
		`m.yaml:4:32: the source has no column "state"; its columns are:`, `m.yaml:6:20: the source has no column "first"; did you mean "frist"?`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v\ndoes not say %s", err, want)
		}
	}
}

// TestExpressionsConcurrently shares one plan, as the map workers do.
func TestExpressionsConcurrently(t *testing.T) {
	p, err := load(t, withFields(`cf1: {expr: "upper(row['a']) + row['b']", when: "row['a'] != ''"}`)).Compile([]string{"id", "a", "b"})
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			a := strings.Repeat("x", i+1)
			for range 300 {
				rec := recordOf(p, &kyc.Row{Cells: []string{"1", a, "y"}})
				if rec.Submission[kyc.CF1] != strings.ToUpper(a)+"y" {
					t.Errorf("got %q for %q", rec.Submission[kyc.CF1], a)
					return
				}
			}
		})
	}
	wg.Wait()
}

// inFolder writes a mapping and the files beside it, and loads the mapping.
func inFolder(t *testing.T, text string, files map[string]string) (*Mapping, error) {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir) // so that paths in texts are the same everywhere
	files["m.yaml"] = text
	for name, data := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o := testOptions()
	o.ReaderCodes = []string{"row_ragged", "cell_merged"}
	o.Codes, o.Adjustable = []string{"email_invalid", "document_expired", "disputed_missing", "image_type"}, []string{"document_expired", "disputed_missing"}
	o.Packs = map[string][]string{"contract": {"disputed_missing"}, "document": {"document_expired"}}
	return Load("m.yaml", o)
}

func TestLookups(t *testing.T) {
	m, err := inFolder(t, withFields(`
cf1: {from: a, lookup: {file: tables/branch.csv, key: code, value: name}}
cf2: {from: a, lookup: {file: tables/branch.csv, key: code, value: city}, otherwise: omit, default: none}
kycStatus: {expr: "row['b'] + '1'", lookup: {file: status.txt, key: st, value: argos}}
`), map[string]string{
		"tables/branch.csv": "\ufeffcode,city,name,note\r\n001,Seoul, Mapo ,x\r\n002,,Yeouido,y\r\n001,Seoul,Mapo,again\r\ncafe\u0301,P,Q,\r\n",
		"status.txt":        "st;argos\nA1;approved\nR1;rejected\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	p, err := m.Compile([]string{"id", "a", "b"})
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Files) != 2 || m.Files[0].Path != "status.txt" || m.Files[1].Path != "tables/branch.csv" || len(m.Files[0].Hash) != 64 {
		t.Errorf("files %+v", m.Files)
	}
	for _, tt := range []struct{ a, b, cf1, cf2, status, code string }{
		{" 001 ", "A", "Mapo", "Seoul", "approved", ""},
		{"002", "R", "Yeouido", "", "rejected", ""},
		{"café", "R", "Q", "P", "rejected", ""},
		{"", "R", "", "none", "rejected", ""},
		{"003", "R", "", "", "rejected", CodeValueUnknown},
		{"001", "X", "Mapo", "Seoul", "", CodeValueUnknown},
	} {
		rec := recordOf(p, &kyc.Row{Cells: []string{"1", tt.a, tt.b}})
		s, code := rec.Submission, ""
		if len(rec.Issues) > 0 {
			code = rec.Issues[0].Code
		}
		if s[kyc.CF1] != tt.cf1 || s[kyc.CF2] != tt.cf2 || s[kyc.KYCStatus] != tt.status || code != tt.code {
			t.Errorf("%+v: got %q %q %q %q", tt, s[kyc.CF1], s[kyc.CF2], s[kyc.KYCStatus], code)
		}
	}
}

func TestLookupsByTwoColumns(t *testing.T) {
	m, err := inFolder(t, withFields(`
cf1: {template: "{a}-{b}", lookup: {file: products.csv, key: "{FILIAL}-{TIPO}", value: name}}
cf2: {from: a, lookup: {file: products.csv, key: "{{x}}", value: name}}
`), map[string]string{"products.csv": "FILIAL;TIPO;name;{x}\n01; A ;Mapo;01\n02;A;Jung;02\n02;;lost;03\n"})
	if err != nil {
		t.Fatal(err)
	}
	p, err := m.Compile([]string{"id", "a", "b"})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ a, b, cf1, cf2 string }{{"01", "A", "Mapo", "Mapo"}, {"02", "A", "Jung", "Jung"}, {"02", "", "", "Jung"}} {
		s := recordOf(p, &kyc.Row{Cells: []string{"1", tt.a, tt.b}}).Submission
		if s[kyc.CF1] != tt.cf1 || s[kyc.CF2] != tt.cf2 {
			t.Errorf("%+v: got %q and %q", tt, s[kyc.CF1], s[kyc.CF2])
		}
	}
	rec := recordOf(p, &kyc.Row{Cells: []string{"1", "02", "B"}})
	if len(rec.Issues) == 0 || !strings.Contains(rec.Issues[0].Message, "is in no row of the lookup file products.csv as {FILIAL}-{TIPO}") {
		t.Errorf("issues %+v", rec.Issues)
	}
}

// What is wrong with the key of a lookup is told so that it can be mended without the
// manual: which brace, which columns there are, and that key and template are of one form.
func TestKeysOfLookupsThatAreWrong(t *testing.T) {
	const file = "branch,product,name\n1,A,Mapo\n1,B,Jung\n"
	for key, want := range map[string]string{
		`"{branch}-{product"`:     `m.yaml:5:64: key of lookup "{branch}-{product" opens "{product" and does not close it; write } behind`,
		`"{branch-{product}"`:     `the file "products.csv" has no column "branch-{product"; write } behind the name of the column "branch-", before the next {`,
		`"branch}-{product}"`:     `key of lookup "branch}-{product}" closes "branch}" and does not open it; write { before`,
		`"{branch}-{ }"`:          `has braces without a name; write the name of a column in them`,
		`"{branch}-{produkt}"`:    `has no column "produkt"; did you mean "product"?`,
		`"{branch}-{TIPO}"`:       `has no column "TIPO"; it has "branch", "product", "name"`,
		`"branch-product"`:        `has no column "branch-product"; where it takes several columns, write each in braces, key: "{branch}-{product}"`,
		`[branch, product]`:       `key of lookup is a list; write key: "{COLUMN}-{COLUMN}"`,
		`{branch}`:                `key must be a single value; write one text after the colon, in quotes where it has braces`,
		`{branch}-{product}`:      `put texts in quotes that start with`,
		`""`:                      `lookup has no key; write {file: `,
		`branch`:                  `products.csv:2 and products.csv:3 have the same branch with another name`,
		`"{branch}-{product}-{}"`: `has braces without a name`,
	} {
		_, err := inFolder(t, withFields(`cf1: {template: "{a}-{b}", lookup: {file: products.csv, key: `+key+`, value: name}}`), map[string]string{"products.csv": file})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", key, err, want)
		}
	}
	for field, warned := range map[string]bool{
		`template: "{a}-{b}"`: false, `template: "{a} - {b}"`: true, `template: "{a}/{b}"`: true,
		`template: "1-{b}"`: false, `from: a`: false, `template: "{a}/{b}", transform: upper`: false,
	} {
		m, err := inFolder(t, withFields("cf1: {"+field+`, lookup: {file: products.csv, key: "{branch}-{product}", value: name}}`), map[string]string{"products.csv": file})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(strings.Join(m.Warnings, "\n"), "has other signs around its columns than the template of cf1"); got != warned {
			t.Errorf("%s: warned %t", field, got)
		}
	}
}

// The names of a file's columns are told only where they look like names.
func TestLookupFileWithoutAHeader(t *testing.T) {
	_, err := inFolder(t, withFields(`cf1: {from: a, lookup: {file: people.csv, key: code, value: name}}`), map[string]string{"people.csv": "C-7,Ann Lee\nC-8,Bob Ray\n"})
	if err == nil || !strings.Contains(err.Error(), "its first line must name the columns") || strings.Contains(err.Error(), "Ann") {
		t.Error(err)
	}
}

func TestExclusions(t *testing.T) {
	m, err := inFolder(t, strings.Replace(withFields(`
userid: {from: id}
kycStatus: {from: b, values: {A: approved}}`), "fields:", `exclude:
  - {code: closed_account, when: "row['a'] == 'CLOSED'"}
  - {code: erasure_request, keys: erased.txt}
  - {code: too_old, when: "int(row['a']) < 10"}
fields:`, 1), map[string]string{"erased.txt": "C-7\n\n  C-8  \nzürich\n"})
	if err != nil {
		t.Fatal(err)
	}
	p, err := m.Compile([]string{"id", "a", "b"})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ id, a, b, excluded, code string }{
		{"C-1", "12", "A", "", ""},
		{"C-1", "CLOSED", "?", "closed_account", ""},
		{"", "CLOSED", "?", "closed_account", ""},
		{" C-8", "OPEN", "A", "erasure_request", ""},
		{"zu\u0308rich", "1", "A", "erasure_request", ""},
		{"C-1", "9", "A", "too_old", ""},
		{"C-1", "OPEN", "A", "", CodeExprFailed},
		{"C-1", "12", "?", "", CodeValueUnknown},
	} {
		rec := recordOf(p, &kyc.Row{Cells: []string{tt.id, tt.a, tt.b}})
		code := ""
		if len(rec.Issues) > 0 {
			code = rec.Issues[0].Code
		}
		if rec.Excluded != tt.excluded || code != tt.code || rec.Withheld() != (tt.excluded+tt.code != "") {
			t.Errorf("%+v: excluded %q, issues %+v", tt, rec.Excluded, rec.Issues)
		}
		if rec.Submission[kyc.UserID] != tt.id {
			t.Errorf("%+v: an excluded record is mapped all the same, or nobody could look it up", tt)
		}
	}
}

// A rule may go by how a row stands in its file, and so leave out one that cannot be read.
func TestExcludedLines(t *testing.T) {
	text := withFields("userid: {from: id}")
	p, err := load(t, strings.Replace(text, "fields:", `exclude: [{code: trailer, line: "^TOTAL[ ;]"}, {code: nothing, line: "^;+$"}]
fields:`, 1)).Compile([]string{"id", "a"})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		raw      string
		unread   bool
		excluded string
	}{
		{"TOTAL RECORDS;2", true, "trailer"},
		{"TOTAL;2", false, "trailer"},
		{";;;;", true, "nothing"},
		{"C-1;TOTAL ", false, ""},
		{"C-1;TOTAL ", true, ""},
	} {
		row := &kyc.Row{Cells: []string{"C-1", "x"}, Raw: tt.raw}
		if tt.unread {
			row.Cells, row.Fault = nil, &kyc.Issue{Severity: kyc.Reject, Code: "row_ragged"}
		}
		rec := recordOf(p, row)
		if rec.Excluded != tt.excluded || (len(rec.Issues) > 0) != (tt.unread && tt.excluded == "") {
			t.Errorf("%+v: excluded %q, issues %+v", tt, rec.Excluded, rec.Issues)
		}
	}
	for line, want := range map[string]string{`"^TOTAL("`: "no regular expression", `".*"`: "fits every row", `""`: "has no value", `"^;+$", keys: x.txt`: "needs one of"} {
		_, err := Parse("m.yaml", []byte(strings.Replace(text, "fields:", "exclude: [{code: trailer, line: "+line+"}]\nfields:", 1)), LoadOptions{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("line: %s: %v, want %q", line, err, want)
		}
	}
	if _, err := Parse("m.yaml", []byte(strings.NewReplacer("fields:", "exclude: [{code: trailer, line: ^T}]\nfields:", "kind: csv", "kind: xlsx").Replace(text)), LoadOptions{}); err == nil || !strings.Contains(err.Error(), "rows are lines of text") {
		t.Errorf("of a workbook: %v", err)
	}
}

func TestKeysOfNobody(t *testing.T) {
	m, err := inFolder(t, `version: 1
source: {kind: csv}
key: id
exclude:
  - {code: erasure_request, keys: erased.csv, column: clave}
  - {code: closed_account, keys: closed.txt}
fields: {userid: {from: id}}
`, map[string]string{
		"erased.csv": "fecha;clave\n2024;C-7\n2024;c-08\n2024;C-9\n2024;\"C-10\"\n",
		"closed.txt": "X1\nX2\nX3\nX4\n\nX6\nX7\nC-1\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	p, err := m.Compile([]string{"id"})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"C-7", "C-8", "C-09", "C-1"} {
		recordOf(p, &kyc.Row{Cells: []string{id}})
	}
	const check = "; they exclude nobody, so check that they are written as the source writes them"
	want := []string{
		"keys in erased.csv that stand in no row: 3 of 4, in lines 3, 4 and 5" + check + "; 2 of them would fit a row but for capitals or leading noughts",
		"keys in closed.txt that stand in no row: 6 of 7, in lines 1, 2, 3, 4, 6 and 1 more" + check,
	}
	if diff := cmp.Diff(want, p.Unseen()); diff != "" {
		t.Errorf("unseen (-want +got):\n%s", diff)
	}
}

// A list of keys that is read in another way than it was meant excludes nobody.
func TestListsOfKeysThatAreTables(t *testing.T) {
	for name, tt := range map[string]struct{ key, list, rule, want string }{
		"another name":        {"id", "clave;fecha\nC-7;2024-01-01\nC-8;\n", "", `m.yaml:4:41: the list of keys "erased.csv" has several columns, and its first line does not name "id"; it has "clave", "fecha"; name the one that holds the keys, as in column: COLUMN`},
		"no names":            {"id", "C-7;Ann Lee\nC-8;Bob Ray\n", "", `does not name "id"; name the one`},
		"names of people":     {"id", "Ann Lee;x\nBob Ray;y\n", "", `does not name "id"; name the one`},
		"a column that is no": {"id", "clave;fecha\nC-7;2024\n", ", column: clav", `m.yaml:4:61: the file "erased.csv" has no column "clav"; did you mean "clave"?`},
		"too many columns":    {"id", "clave;fecha\nC-7;2024\n", ", column: [clave, fecha]", "column names 2 of the 1 columns of the key"},
		"too few columns":     {"[id, no]", "clave;fecha\nC-7;2024\n", ", column: clave", "column names 1 of the 2 columns of the key"},
		"with a condition":    {"id", "", ", column: clave, when: \"row['id'] == ''\"", "needs one of when, keys and line"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := inFolder(t, "version: 1\nsource: {kind: csv}\nkey: "+tt.key+"\nexclude: [{code: erasure_request, keys: erased.csv"+tt.rule+"}]\nfields: {userid: {from: id}}\n",
				map[string]string{"erased.csv": tt.list})
			if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "Ann") || strings.Contains(err.Error(), "C-7") {
				t.Errorf("got %v, want %q in it", err, tt.want)
			}
		})
	}
	for name, list := range map[string]string{"one a line": "C-7\nC-8,x\n", "a header alone": "id\nC-7\n", "in quotes": "id\n\"C,7\"\n\"C,8\"\n"} {
		_, err := inFolder(t, "version: 1\nsource: {kind: csv}\nkey: id\nexclude: [{code: erasure_request, keys: erased.csv}]\nfields: {userid: {from: id}}\n", map[string]string{"erased.csv": list})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestExclusionByKeysOfManyColumns(t *testing.T) {
	m, err := inFolder(t, `version: 1
source: {kind: csv}
key: [branch, no]
exclude: [{code: erasure_request, keys: erased.csv}]
fields: {userid: {from: no}}
`, map[string]string{"erased.csv": "no;reason;branch\n7;asked;B|1\n"})
	if err != nil {
		t.Fatal(err)
	}
	p, err := m.Compile([]string{"branch", "no"})
	if err != nil {
		t.Fatal(err)
	}
	for cells, want := range map[[2]string]string{{"B|1", "7"}: "erasure_request", {"B", "1|7"}: "", {"7", "B|1"}: ""} {
		if unseen := p.Unseen(); want != "" && (len(unseen) != 1 || !strings.HasPrefix(unseen[0], "keys in erased.csv that stand in no row: 1 of 1")) {
			t.Errorf("unseen before: %q", unseen)
		}
		if rec := recordOf(p, &kyc.Row{Cells: cells[:]}); rec.Excluded != want {
			t.Errorf("%v: excluded %q", cells, rec.Excluded)
		}
	}
	if unseen := p.Unseen(); len(unseen) > 0 {
		t.Errorf("unseen after all: %q", unseen)
	}
}

func TestOwnRules(t *testing.T) {
	m, err := inFolder(t, withFields(`
email: {from: a, transform: lower}
cf1: {from: b}`)+`
rules:
  severity: {document_expired: reject, disputed_missing: off}
  own:
    - {code: branch_known, when: "row['b'] not in ['001', '002']", severity: reject, field: cf1, message: the branch is none of ours., fix: look it up}
    - {code: test_address, when: "record.email endsWith '@test.example'", field: email, message: the address is one for tests}
    - {code: silent, when: "true", severity: off, message: never}
    - {code: young, when: "int(row['c']) < 18", message: the customer is young}
`, map[string]string{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]kyc.Severity{"document_expired": kyc.Reject, "disputed_missing": kyc.Off}
	if diff := cmp.Diff(want, m.Severities); diff != "" {
		t.Errorf("severities (-want +got):\n%s", diff)
	}
	p, err := m.Compile([]string{"id", "a", "b", "c"})
	if err != nil {
		t.Fatal(err)
	}
	if rec := recordOf(p, &kyc.Row{Cells: []string{"1", "a@b.org", "001", "30"}}); len(rec.Issues) > 0 {
		t.Errorf("a clean record has issues %+v", rec.Issues)
	}
	rec := recordOf(p, &kyc.Row{Cells: []string{"1", "A@TEST.example", "003", "x"}})
	issues := []kyc.Issue{
		{Severity: kyc.Reject, Code: "branch_known", Field: "cf1", Column: "b", Message: "the branch is none of ours", Fix: "look it up"},
		{Code: "test_address", Field: "email", Column: "a", Message: "the address is one for tests", Fix: "mend the row, or the rule in rules.own of the mapping"},
		notEvaluated([]string{"c"}, "the rule young of rules.own"),
	}
	issues[2].Severity = kyc.Warn
	if diff := cmp.Diff(issues, rec.Issues); diff != "" {
		t.Errorf("issues (-want +got):\n%s", diff)
	}
}

// TestSeverityOfPacks: what is said of a pack holds for its rules, and what is
// said of a rule counts more, wherever it stands.
func TestSeverityOfPacks(t *testing.T) {
	for text, want := range map[string]map[string]kyc.Severity{
		"{document: off}":                         {"document_expired": kyc.Off},
		"{document: reject, contract: off}":       {"document_expired": kyc.Reject, "disputed_missing": kyc.Off},
		"{document_expired: warn, document: off}": {"document_expired": kyc.Warn},
		"{document: off, document_expired: warn}": {"document_expired": kyc.Warn},
	} {
		m, err := inFolder(t, withFields("userid: {from: id}")+"rules: {severity: "+text+"}\n", map[string]string{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, m.Severities); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

// TestLanguageErrorTexts keeps what is said of mistakes in the parts that need
// files or a list of rules.
func TestLanguageErrorTexts(t *testing.T) {
	text, err := os.ReadFile("testdata/language.yaml")
	if err != nil {
		t.Fatal(err)
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	_, err = inFolder(t, string(text), map[string]string{
		"twice.csv":  "k,v\n1,a\n2,b\n1,c\n",
		"status.csv": "k,v\nA,approved\nB,pending\n",
		"ragged.csv": "k,v\n1,a,b\n",
		"latin.csv":  "k,v\n1,caf\xe9\n",
		"empty.csv":  "k,v\n",
		"keys.csv":   "names,no\n",
		"folder/x":   "",
	})
	if err == nil {
		t.Fatal("no problem was found")
	}
	t.Chdir(here)
	golden(t, "language.golden", err.Error()+"\n")
}

func TestCompanionsStayInTheirFolder(t *testing.T) {
	text := withFields(`cf1: {from: a, lookup: {file: out/secret.csv, key: k, value: v}}`)
	outside := t.TempDir()
	if err := os.WriteFile(filepath.Join(outside, "secret.csv"), []byte("k,v\n1,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "out")); err != nil {
		t.Skip("the system has no symbolic links:", err)
	}
	path := filepath.Join(dir, "m.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(path, testOptions()); err == nil || !strings.Contains(err.Error(), "cannot be read") {
		t.Errorf("a file outside was read: %v", err)
	}
}

// Whatever stands in an expression, it is refused with a place or has an
// outcome for every row, and soon.
func FuzzExpression(f *testing.F) {
	for _, s := range []string{
		"upper(row['a']) + row.b", "row['a'] matches row['b']", "let x = row.a; x + x", "row?.a ?? 'x'", "$env", "row", "row[row.a]",
		"all(split(row.a, ''), {any(split(row.b, ''), {true})})", "1..1000000", "get(row, 'a')", "repeat(row.a, 1000000000)",
		"join(map(split(row.a, ''), {# + row.a}), row.a)", "if row.a == 'x' { 'y' } else { 'z' }", "{'A': row.a}[row.b]", "-2 ** 63", "row.a[5:1]",
		"record.email", "now()", "b'x'", "reduce(split(row.a, ''), #acc + #acc, 'x')", "string(row.a | split(''))", "row.a.b.c", "row['a']['b']", "1 % 0",
		"let row = 1; row.a", "map(row.a, #)", "sum([1,2])", "'" + strings.Repeat("x", 300) + "' in ['a']", "[row.a, [row.b]]", "nil + nil", "not row.a",
		"row.a[indexOf(row.a, row.b):-1]", "row.a[-9223372036854775807:9223372036854775807]", "(row.a == '' ? [1] : row.a)[1:]", "row?.a[0:1]",
		"int(row.a) * -int(row.b) + abs(float(row.a)) / 9223372036854775807", "let x = row.a == '' ? 1 : 'x'; -x - x * nil", "9223372036854775807 + 1",
	} {
		f.Add(s, "a", "b")
	}
	f.Fuzz(func(t *testing.T, source, a, b string) {
		if len(source) > 1<<12 || len(a)+len(b) > 1<<13 {
			return
		}
		d := &decoder{problems: problems{path: "m.yaml"}, m: &Mapping{}}
		for _, want := range []result{aText, aTruth} {
			x := d.expression(scalar(source), "expr", want, ofRecord)
			if x == nil {
				checkPlaces(t, d.err())
				d.list = nil
				continue
			}
			bound := &bound{expression: x, at: make([]int, len(x.columns))}
			for i := range bound.at {
				bound.at[i] = i % 2
			}
			row := []string{a, b}
			first, err1 := bound.run(row, &kyc.Submission{})
			again, err2 := bound.run(row, &kyc.Submission{})
			if (err1 == nil) != (err2 == nil) || !cmp.Equal(first, again, equateNaNs) {
				t.Errorf("%q gives %v, %v and then %v, %v", source, first, err1, again, err2)
			}
		}
	})
}

// BenchmarkExpression maps rows with an expression and a condition, beside
// BenchmarkMap, which has none.
func BenchmarkExpression(b *testing.B) {
	p, err := load(b, withFields(`fullName: {expr: "upper(row['last']) + ', ' + row['first']", when: "row['state'] != 'C'"}`)).Compile([]string{"id", "first", "last", "state"})
	if err != nil {
		b.Fatal(err)
	}
	row := &kyc.Row{Cells: []string{"1", "Ann", "Lee", "A"}}
	b.ReportAllocs()
	for b.Loop() {
		if rec := recordOf(p, row); rec.Rejected() {
			b.Fatal(rec.Issues)
		}
	}
}
