package csvfile_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
)

// table is how the rows of a source read, its header first.
func table(t testing.TB, r source.Reader) string {
	t.Helper()
	return fmt.Sprintf("%q\n", r.Columns()) + show(readAll(t, r))
}

// TestDialectsOfTheWild: what is detected, or stated, and what a file reads as.
func TestDialectsOfTheWild(t *testing.T) {
	rows := func(n int, row string) string { return strings.Repeat(row, n) }
	tests := []struct {
		name, in, options, want string
		note                    string // a part of a warning; "-" for none at all
	}{
		{"double pipe", "id||name||x\n1||a|b||\n2||c||d\n", "", `["id" "name" "x"] 2 ["1" "a|b" ""] 3 ["2" "c" "d"]`, "-"},
		{"double semicolon", "id;;name\n1;;a\n", "", `["id" "name"] 2 ["1" "a"]`, "-"},
		{"pipe tilde pipe", "id|~|name\n1|~|a\n", "", `["id" "name"] 2 ["1" "a"]`, "-"},
		{"tilde pipe tilde", "id~|~name\n1~|~\"a~|~b\"\n", "", `["id" "name"] 2 ["1" "a~|~b"]`, "-"},
		{"SOH", "id\x01name\n1\x01a,b\n2\x01c,d\n3\x01c;d\n", "", `["id" "name"] 2 ["1" "a,b"] 3 ["2" "c,d"] 4 ["3" "c;d"]`, "-"},
		{"unit separator", "id\x1fname\n1\x1fa\n", "", `["id" "name"] 2 ["1" "a"]`, "-"},
		{"record separator", "id\x1ename\n1\x1ea\n", "", `["id" "name"] 2 ["1" "a"]`, "-"},
		{"tilde", "id~name~x\n1~Kim, Minsu~\n2~Lee, Jun~y\n", "", `["id" "name" "x"] 2 ["1" "Kim, Minsu" ""] 3 ["2" "Lee, Jun" "y"]`, "-"},
		{"caret", "id^name^x\n1^Kim^\n2^Lee^y\n", "", `["id" "name" "x"] 2 ["1" "Kim" ""] 3 ["2" "Lee" "y"]`, "-"},
		{"broken bar", "id¦name¦x\n1¦Kim|Min¦\n2¦Lee¦y\n", "", `["id" "name" "x"] 2 ["1" "Kim|Min" ""] 3 ["2" "Lee" "y"]`, "-"},
		{"broken bar in Latin-1", "id\xa6name\xa6city\n1\xa6M\xfcller\xa6K\xf6ln\n2\xa6Gro\xdf\xa6M\xfcnchen\n", "encoding=windows-1252", `["id" "name" "city"] 2 ["1" "Müller" "Köln"] 3 ["2" "Groß" "München"]`, "-"},
		{"section sign", "id§name\n1§a,b\n2§c\n", "", `["id" "name"] 2 ["1" "a,b"] 3 ["2" "c"]`, "-"},
		{"two tildes, carets or at signs", "id~~name~~x\n1~~a~b~~\n2~~c~~d\n", "", `["id" "name" "x"] 2 ["1" "a~b" ""] 3 ["2" "c" "d"]`, "-"},
		{"hashes around a pipe", "id#|#name\n1#|#a\n", "", `["id" "name"] 2 ["1" "a"]`, "-"},
		{"pipe and caret", "id|^|name\n1|^|a\n", "", `["id" "name"] 2 ["1" "a"]`, "-"},
		{"two colons", "id::name::at\n1::Kim::10:30\n2::Lee::11:00\n", "", `["id" "name" "at"] 2 ["1" "Kim" "10:30"] 3 ["2" "Lee" "11:00"]`, "-"},
		{"a tilde in values is none", "id,name,x\n1,~a,5~6\n2,~b,7~8\n", "", `["id" "name" "x"] 2 ["1" "~a" "5~6"] 3 ["2" "~b" "7~8"]`, "-"},
		{"pipe with empty cells", "id|name|x\n1||\n2||y\n", "", `["id" "name" "x"] 2 ["1" "" ""] 3 ["2" "" "y"]`, "-"},
		{"stated by hex", "id\x02name\n1\x02a\n", `delimiter=\x02`, `["id" "name"] 2 ["1" "a"]`, "-"},
		{"stated by name", "id\x01name\n1\x01a\n", `delimiter=SOH`, `["id" "name"] 2 ["1" "a"]`, "-"},
		{"stated section sign", "id§name\n1§a,b\n", `delimiter=§`, `["id" "name"] 2 ["1" "a,b"]`, "-"},
		{"stated broken bar", "id¦name\n1¦\"a¦b\"\n", `delimiter=¦`, `["id" "name"] 2 ["1" "a¦b"]`, "-"},
		{"stated long", "id::name\n1::a:b\n", `delimiter=::`, `["id" "name"] 2 ["1" "a:b"]`, "-"},
		{"commas in a semicolon file", "id;name\n1;Kim, Minsu\n2;Lee, Jun\n", "", `["id" "name"] 2 ["1" "Kim, Minsu"] 3 ["2" "Lee, Jun"]`, "-"},
		{"one ragged row does not change the delimiter", "id;a;b;c;d;name\n" + rows(9, "1;2;3;4;5;Kim, Minsu\n") + "x\n", "",
			`["id" "a" "b" "c" "d" "name"]` + numbered(2, 9, `["1" "2" "3" "4" "5" "Kim, Minsu"]`) + ` 11 row_ragged "x"`, "-"},
		{"sep line", "sep=;\nid;a,b\n1;2,3\n", "", `["id" "a,b"] 3 ["1" "2,3"]`, "states the delimiter"},
		{"sep line in quotes", "\ufeff\"sep=^\"\r\nid^a\r\n1^2\r\n", "", `["id" "a"] 3 ["1" "2"]`, "states the delimiter"},
		{"sep line that is only stated", "sep=;\nid,a\n1,2\n", "delimiter=comma", `["id" "a"] 3 ["1" "2"]`, "states the delimiter"},

		{"single quotes", "'id','name'\n'1','a, b'\n'2','O''Brien'\n", "", `["id" "name"] 2 ["1" "a, b"] 3 ["2" "O'Brien"]`, "single quotes"},
		{"single quotes around most", "id,name,x\n1,'a','b'\n2,'c','d'\n", "", `["id" "name" "x"] 2 ["1" "a" "b"] 3 ["2" "c" "d"]`, "taken for quotes"},
		{"apostrophes are none", "id,name\n1,O'Brien\n2,'t Hart\n", "", `["id" "name"] 2 ["1" "O'Brien"] 3 ["2" "'t Hart"]`, "-"},
		{"apostrophe within single quotes dialect", "id,name\n1,O'Brien\n2,'a, b'\n", "quote='", `["id" "name"] 2 ["1" "O'Brien"] 3 ["2" "a, b"]`, "-"},
		{"backslash", "id,name\n1,\"a \\\"b\\\", c\"\n2,\"x\"\n", "", `["id" "name"] 2 ["1" "a \"b\", c"] 3 ["2" "x"]`, "backslash escapes"},
		{"backslash before the delimiter", "id,name\n1,a\\, b\n2,c\n3,d\n", "", `["id" "name"] 2 ["1" "a, b"] 3 ["2" "c"] 4 ["3" "d"]`, "backslash escapes"},
		{"backslash before a line break", "id,name,x\n1,a\\\nb,y\n2,c,d\n", "escape=backslash", `["id" "name" "x"] 2 ["1" "a\nb" "y"] 4 ["2" "c" "d"]`, "-"},
		{"backslashes that escape nothing", "id,name\n1,C:\\dir\n2,\\N\n", "escape=backslash", `["id" "name"] 2 ["1" "C:\\dir"] 3 ["2" "\\N"]`, "-"},
		{"path ending in a backslash", "id,name\n1,\"C:\\\"\n2,\"b\"\n", "", `["id" "name"] 2 ["1" "C:\\"] 3 ["2" "b"]`, "-"},
		{"backslash and doubling fit", "id,name\n1,\"a\\\\\"\"b\"\n", "", `["id" "name"] 2 ["1" "a\\\\\"b"]`, "kept as they are"},
		{"double stated", "id,name\n1,\"a \\\"b\\\" c\"\n", "escape=double", `["id" "name"] 2 row_quote "1,\"a \\\"b\\\" c\""`, "-"},
		{"inches", "id,size\n" + rows(5, "1,5\" pipe\n"), "", `["id" "size"]` + numbered(2, 5, `["1" "5\" pipe"]`), "characters like any other"},
		{"a few inches are faults", "id,size\n1,5\" pipe\n2,x\n", "", `["id" "size"] 2 row_quote "1,5\" pipe" 3 ["2" "x"]`, "-"},

		{"lone CR", "id,name\r1,\"a\rb\"\r\r2,c\r", "", `["id" "name"] 2 ["1" "a\nb"] 5 ["2" "c"]`, "-"},
		{"CR with LF in quotes", "id,name\r1,\"a\nb\"\r2,c", "", `["id" "name"] 2 ["1" "a\nb"] 3 ["2" "c"]`, "-"},
		{"CR with LF in quotes, and escaped quotes", "id,name\r1,\"a \\\"\nb\"\r2,c\\\"\r", "escape=backslash", `["id" "name"] 2 ["1" "a \"\nb"] 3 ["2" "c\""]`, "-"},
		{"CR with LF in quotes, and escapes that are not stated", "id,name\r1,\"a \\\"\nb\"\r2,\"c\"\r3,\"d\"\r", "", `["id" "name"] 2 ["1" "a \"\nb"] 3 ["2" "c"] 4 ["3" "d"]`, "backslash escapes"},
		{"CR with LF in single quotes, and inches", "id,name\r1,'a \nb'\r2,O'Brien\r3,5\" pipe\r", "quote='", `["id" "name"] 2 ["1" "a \nb"] 3 ["2" "O'Brien"] 4 ["3" "5\" pipe"]`, "-"},
		{"CR without quotes", "id,name\r1,5\" pipe\r2,c\r", "quote=none", `["id" "name"] 2 ["1" "5\" pipe"] 3 ["2" "c"]`, "-"},
		{"CR with more LF in quotes than rows", "id,name\r1,\"a\n\n\nb\"\r", "", `["id" "name"] 2 ["1" "a\n\n\nb"]`, "-"},
		{"CR with a quote that is not closed", "id,name\r1,\"a\r2,\"b\nc\"\r3,d\r", "", `["id" "name"] 2 row_quote "1,\"a" 3 ["2" "b\nc"] 4 ["3" "d"]`, "-"},
		{"CR in a cell that is not quoted is none", "id,name\n1,a\rb\n2,c\n", "", `["id" "name"] 2 ["1" "a\rb"] 3 ["2" "c"]`, "lone CR ends no row"},
		{"mixed line breaks", "id,name\r\n1,a\n2,b\r\n", "", `["id" "name"] 2 ["1" "a"] 3 ["2" "b"]`, "1 LF, 2 CRLF"},
		{"Ctrl-Z", "id,name\r\n1,a\r\n\x1a", "", `["id" "name"] 2 ["1" "a"]`, "-"},
		{"Ctrl-Z behind a value", "id,name\n1,a\x1a", "", `["id" "name"] 2 ["1" "a"]`, "-"},

		{"title", "Customers\n\nid,name,born\n1,Kim,1980-01-01\n2,Lee,1990-01-01\n", "", `["id" "name" "born"] 4 ["1" "Kim" "1980-01-01"] 5 ["2" "Lee" "1990-01-01"]`, "header is line 3"},
		{"padded title", "Customers,,,\nmade,today,,\nid,name,born,x\n1,Kim,1980-01-01,y\n", "", `["id" "name" "born" "x"] 4 ["1" "Kim" "1980-01-01" "y"]`, "header is line 3"},
		{"title with a lone quote", "Customers \"A\nid,name,born\n1,Kim,1980-01-01\n2,Lee,1990-01-01\n", "", `["id" "name" "born"] 3 ["1" "Kim" "1980-01-01"] 4 ["2" "Lee" "1990-01-01"]`, "header is line 2"},
		{"title and sum", "Total: 3;;;\n;;;\nid;name;born;x\n1;Kim;01.01.1980;y\n;;;\nSum;;;\n", "", `["id" "name" "born" "x"] 4 ["1" "Kim" "01.01.1980" "y"] 5 row_blank ";;;" 6 ["Sum" "" "" ""]`, "header is line 3"},
		{"narrow header over wide rows is no title", "name\nKim, Minsu\nLee, Jun\n", "delimiter=,", `["name"] 2 row_ragged "Kim, Minsu" 3 row_ragged "Lee, Jun"`, "-"},
		{"titles over groups", "Customer,Customer,Dates,Dates\nno,name,born,expiry\n1,Kim,1980-01-01,2030-01-01\n2,Lee,1990-01-01,2031-01-01\n", "", `["no" "name" "born" "expiry"] 3 ["1" "Kim" "1980-01-01" "2030-01-01"] 4 ["2" "Lee" "1990-01-01" "2031-01-01"]`, "header is line 2"},
		{"a title over titles over groups", "Export,,,\nCustomer,Customer,Dates,Dates\nno,name,born,expiry\n1,Kim,1980-01-01,2030-01-01\n2,Lee,1990-01-01,2031-01-01\n", "", `["no" "name" "born" "expiry"] 4 ["1" "Kim" "1980-01-01" "2030-01-01"] 5 ["2" "Lee" "1990-01-01" "2031-01-01"]`, "header is line 3"},
		{"titles that were merged", "No;Name;;Dates;\n;first;last;born;expiry\n1;Min;Kim;1980-01-01;2030-01-01\n2;Jun;Lee;1990-01-01;2031-01-01\n", "", `["column_1" "first" "last" "born" "expiry"] 3 ["1" "Min" "Kim" "1980-01-01" "2030-01-01"] 4 ["2" "Jun" "Lee" "1990-01-01" "2031-01-01"]`, "header is line 2"},
		{"names that repeat over values", "no,name,name,born\n1,Kim,Min,1980-01-01\n2,Lee,Jun,1990-01-01\n", "", `["no" "name" "name_2" "born"] 2 ["1" "Kim" "Min" "1980-01-01"] 3 ["2" "Lee" "Jun" "1990-01-01"]`, "repeats the name"},
		{"names that repeat over words", "kind,name,name\nA,Kim,Min\nB,Lee,Jun\nC,Ho,Su\n", "", `["kind" "name" "name_2"] 2 ["A" "Kim" "Min"] 3 ["B" "Lee" "Jun"] 4 ["C" "Ho" "Su"]`, "repeats the name"},
		{"header by line", "x\ny\nid,name\n1,Kim\n", "header=3", `["id" "name"] 4 ["1" "Kim"]`, "-"},
		{"header first", "Customers\nid,name,born\n1,Kim,1980-01-01\n", "header=first", `["Customers"] 2 row_ragged "id,name,born" 3 row_ragged "1,Kim,1980-01-01"`, "-"},
		{"no header", "1,Kim\n2,Lee\n", "header=none", `["column_1" "column_2"] 1 ["1" "Kim"] 2 ["2" "Lee"]`, "-"},
		{"no header, said", "1,Kim,1980-01-01\n2,Lee,1990-01-01\n", "", `["1" "Kim" "1980-01-01"] 2 ["2" "Lee" "1990-01-01"]`, "looks like values"},
		{"header with a line break", "id,\"full\nname\"\n1,Kim\n", "", `["id" "full\nname"] 3 ["1" "Kim"]`, "-"},
		{"delimiter behind every line", "id,name,\n1,Kim,\n", "", `["id" "name" "column_3"] 2 ["1" "Kim" ""]`, "has no name"},
		{"numeric headers", "id,2019,2020,a,b,c,d\n1,5,6,a,b,c,d\n", "", `["id" "2019" "2020" "a" "b" "c" "d"] 2 ["1" "5" "6" "a" "b" "c" "d"]`, "-"},
		{"header only", "id,name\n", "", `["id" "name"]`, "-"},

		{"blank rows", "id,name\n,\n  ,\"\"\n , ,\n\t\n1,a\n", "", `["id" "name"] 2 row_blank "," 3 row_blank "  ,\"\"" 4 row_blank " , ," 5 row_blank "\t" 6 ["1" "a"]`, "-"},
		{"NUL and quotes", "id,name\n1,\"a\x00\"\n2,b\n", "", `["id" "name"] 2 row_encoding "1,\"a\x00\"" 3 ["2" "b"]`, "-"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var options []string
			if tt.options != "" {
				name, value, _ := strings.Cut(tt.options, "=")
				options = []string{name, value}
			}
			r := open(t, write(t, "in.csv", tt.in), options...)
			got := strings.ReplaceAll(strings.TrimSpace(table(t, r)), "\n", " ")
			if want := strings.ReplaceAll(tt.want, "\x00", `\x00`); got != want {
				t.Errorf("reads as\n%s\nwant\n%s", got, want)
			}
			notes := strings.Join(r.Warnings(), "\n")
			if tt.note == "-" && notes != "" || tt.note != "-" && !strings.Contains(notes, tt.note) {
				t.Errorf("warnings are %q, want one with %q", notes, tt.note)
			}
		})
	}
}

// numbered repeats a row for the lines from one on.
func numbered(from, n int, row string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " %d %s", from+i, row)
	}
	return b.String()
}

// TestHeaderByTheMapping: the line that names what the mapping reads is the
// header, and decides which delimiter it is.
func TestHeaderByTheMapping(t *testing.T) {
	in := "Export, of all customers, of 2026\nBranch;Seoul\nid;name, first;x\na;b, c;d\n"
	r, err := all.Open(t.Context(), source.Spec{Path: write(t, "in.csv", in), Columns: []string{"x", "id"}})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	want := `["id" "name, first" "x"] 4 ["a" "b, c" "d"]`
	if got := strings.ReplaceAll(strings.TrimSpace(table(t, r)), "\n", " "); got != want {
		t.Errorf("reads as\n%s\nwant\n%s", got, want)
	}
	if notes := strings.Join(r.Warnings(), ""); !strings.Contains(notes, "header is line 3") {
		t.Errorf("warnings %q", notes)
	}
	path := reject(t, r, readAll(t, open(t, write(t, "again.csv", in), "header", "3")), t.TempDir(), missing)
	if got := slurp(t, path); !strings.HasPrefix(got, "id;name, first;x;_error_code;") {
		t.Errorf("the rejects file begins\n%s", got)
	}
}

// TestRejectsKeepTheDialect: a rejects file is read with the options of its
// source, whatever they say about where the source's header stands.
func TestRejectsKeepTheDialect(t *testing.T) {
	tests := []struct{ in, options string }{
		{"sep=^\r\nid^name\r\n1^\"a^b\"\r\n", ""},
		{"Title\nmore\nid,name\n1,Kim\n\"2,x\n", "header=3"},
		{"1,Kim\n2,Lee\n3\n", "header=none"},
		{"id||name\n1||a|\n2||\"b||c\"\n\"3||x\n", "delimiter=||"},
		{"id§name\n1§a\n2\n", "delimiter=§"},
		{"'id','name'\n'1','a, ''b'''\n'2,x\n", "quote='"},
		{"id,name\n1,\"a \\\"b\\\"\"\n2,\"x\\\\\n3\n\\,\n", "escape=backslash"},
		{"id,name\r1,\"a\rb\"\r2\r\"3,x\r", "delimiter=,"},
		{"id,name\n1,\"2\n3\n", "quote=none"},
		{"id,name\n\xff,\n\xff\\,a,\n\xff\\\na,\n", "quote=none escape=backslash encoding=utf-8"},
	}
	for _, tt := range tests {
		var options []string
		for _, option := range strings.Fields(tt.options) {
			name, value, _ := strings.Cut(option, "=")
			options = append(options, name, value)
		}
		r := open(t, write(t, "in.csv", tt.in), options...)
		rows := readAll(t, r)
		path := reject(t, r, rows, t.TempDir(), missing)
		again := open(t, path, options...)
		if diff := cmp.Diff(r.Columns(), again.Columns()); diff != "" {
			t.Errorf("%q: %s", tt.in, diff)
		}
		back := readAll(t, again)
		if len(back) != len(rows) {
			t.Errorf("%q: %d rows came back as %d:\n%s", tt.in, len(rows), len(back), slurp(t, path))
			continue
		}
		for i := range rows {
			if !cmp.Equal(rows[i].Cells, back[i].Cells) || (rows[i].Fault == nil) != (back[i].Fault == nil) ||
				rows[i].Fault != nil && rows[i].Fault.Code == source.CodeEncoding && rows[i].Raw != back[i].Raw {
				t.Errorf("%q: row %d came back different:\n%q\n%q\n%s", tt.in, i, rows[i].Cells, back[i].Cells, slurp(t, path))
			}
		}
	}
}

// TestRejectsRoundTripInEveryDialect is TestRejectsRoundTrip for what is stated.
func TestRejectsRoundTripInEveryDialect(t *testing.T) {
	dir := t.TempDir()
	piece := rapid.SampledFrom([]string{"a", "b c", "1", "D", "D", "D", "Q", "Q", "QQ", "\\", "\\Q", "\\D", "E", "E", " ", "|", "김", "\xff"})
	rapid.Check(t, func(t *rapid.T) {
		delim := rapid.SampledFrom([]string{",", ";", "||", "|~|", "§", "\x01"}).Draw(t, "delimiter")
		quote := rapid.SampledFrom([]string{`"`, "'", "none"}).Draw(t, "quote")
		escape := rapid.SampledFrom([]string{"double", "backslash"}).Draw(t, "escape")
		eol := rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "eol")
		q := quote
		if q == "none" {
			q = `"`
			piece = piece.Filter(func(p string) bool { return p != "|" }) // a|||b cannot be told then
		}
		fill := strings.NewReplacer("D", delim, "Q", q, "E", eol)
		in := fill.Replace("idDname, fullDnoteE")
		for range rapid.IntRange(0, 40).Draw(t, "pieces") {
			in += fill.Replace(piece.Draw(t, "piece"))
		}
		path := filepath.Join(dir, "in.csv")
		if err := os.WriteFile(path, []byte(in), 0o600); err != nil {
			t.Fatal(err)
		}
		spec := source.Spec{Path: path, Options: map[string]string{"delimiter": delim, "quote": quote, "escape": escape, "encoding": "utf-8", "header": "first"}}
		r, rows := mustRead(t, spec)
		if len(rows) == 0 {
			return
		}
		spec.Path = reject(t, r, rows, dir, missing)
		again, back := mustRead(t, spec)
		text := must(os.ReadFile(spec.Path))
		os.Remove(spec.Path)
		if !cmp.Equal(r.Columns(), again.Columns()) || len(back) != len(rows) {
			t.Fatalf("%d rows came back as %d:\n%q\n%q", len(rows), len(back), in, text)
		}
		for i := range rows {
			if what := different(&rows[i], &back[i]); what != "" {
				t.Fatalf("row %d came back with another %s:\n%q\n%q\n%+v\n%+v", i, what, in, text, rows[i], back[i])
			}
		}
	})
}

func TestOtherFilesAreNamed(t *testing.T) {
	for in, want := range map[string]string{
		"{\"id\": 1}\n": "kind jsonl", "[{\"id\": 1}]": "kind jsonl", "[[1]]": "kind jsonl", "<?xml version=\"1.0\"?>\n": "XML",
		"SQLite format 3\x00...": "SQLite", "%PDF-1.4": "PDF", "BZh91AY": "bzip2", "\ufeff": "is empty", "\x1a": "is empty",
	} {
		_, err := all.Open(t.Context(), source.Spec{Path: write(t, "in.csv", in)})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want one with %q", in, err, want)
		}
	}
}

func TestBadOptions(t *testing.T) {
	path := write(t, "in.csv", "a,b\n1,2\n")
	for _, tt := range []struct{ option, value, want string }{
		{"delimiter", "commas", "option delimiter"}, {"delimiter", "a\"b", "option delimiter"}, {"delimiter", "||||||||||", "option delimiter"},
		{"delimiter", `\n`, "option delimiter"}, {"quote", "`", "option quote"}, {"escape", "slash", "option escape"}, {"header", "0", "option header"},
		{"header", "second", "option header"}, {"header", "9", "ends before line 9"}, {"encoding", "x", "not known"},
	} {
		_, err := all.Open(t.Context(), source.Spec{Path: path, Options: map[string]string{tt.option: tt.value}})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s %q: got %v, want one with %q", tt.option, tt.value, err, tt.want)
		}
	}
}

// TestManyColumns: width costs no more than its bytes.
func TestManyColumns(t *testing.T) {
	const columns = 10_000
	var head, row strings.Builder
	for i := range columns {
		fmt.Fprintf(&head, "c%d,", i)
		row.WriteString("\"\",")
	}
	rows := readAll(t, open(t, write(t, "in.csv", head.String()+"x\n"+row.String()+"1\n"+row.String()+"\n")))
	if len(rows) != 2 || len(rows[0].Cells) != columns+1 || rows[1].Fault == nil || rows[1].Fault.Code != source.CodeBlank {
		t.Errorf("got %d rows", len(rows))
	}
}
