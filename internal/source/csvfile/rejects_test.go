package csvfile_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/htmlindex"
	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
)

var missing = kyc.Issue{Severity: kyc.Reject, Code: "required_missing", Field: "email", Message: "it is missing, or \"empty\"", Fix: "add it"}

// reject writes all rows of r to a rejects file and returns its path.
func reject(t interface{ Fatal(...any) }, r source.Reader, rows []kyc.Row, dir string, issues ...kyc.Issue) string {
	path := filepath.Join(dir, "rejects"+r.RejectsExt())
	w, err := r.NewRejects(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		of := issues
		if rows[i].Fault != nil {
			of = []kyc.Issue{*rows[i].Fault}
		}
		if err := w.Write(&rows[i], of); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func slurp(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestRejectsAreTheRowsAsRead(t *testing.T) {
	in := "\ufeff id ;\"name\"\r\n 1;\"a;\r\n\"\"b\"\r\n2; c \r\n3\r\n\"4;x\r\n"
	r := open(t, write(t, "in.csv", in))
	path := reject(t, r, readAll(t, r), t.TempDir(),
		missing, kyc.Issue{Code: "odd_name"}, kyc.Issue{Severity: kyc.Reject, Code: "bad_date", Column: "dob", Message: "no;\ndate", Fix: "mend"})
	want := "\ufeff id ;\"name\";_error_code;_error_field;_error;_how_to_fix\r\n" +
		" 1;\"a;\r\n\"\"b\";required_missing; bad_date;email; dob;\"it is missing, or \"\"empty\"\"; no; date\";add it; mend\r\n"
	want = strings.ReplaceAll(want, "required_missing; bad_date;email; dob;", "\"required_missing; bad_date\";\"email; dob\";")
	want = strings.ReplaceAll(want, "add it; mend", "\"add it; mend\"")
	got := slurp(t, path)
	if !strings.HasPrefix(got, want) {
		t.Error(cmp.Diff(want, got))
	}
	for _, part := range []string{"\r\n2; c ;\"required_missing", "\r\n\"3\";;row_ragged;;", "\r\n\"\"\"4;x\";;row_quote;;"} {
		if !strings.Contains(got, part) {
			t.Errorf("no %q in\n%s", part, got)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

// TestMendedRejects is what an operator may do to a rejects file.
func TestMendedRejects(t *testing.T) {
	const head = "id,name,_error_code,_error_field,_error,_how_to_fix\n"
	const head6 = "a,b,c,d,e,f,_error_code,_error_field,_error,_how_to_fix\n"
	tests := []struct{ name, in, want string }{
		{"mended ragged row", head + "1,a,row_ragged,,m,f\n", "2 [\"1\" \"a\"]\n"},
		{"still ragged", head + "1,row_ragged,,m,f\n", "2 row_ragged \"1\"\n"},
		{"still too wide", head + "1,a,b,row_ragged,,m,f\n", "2 row_ragged \"1,a,b\"\n"},
		{"ragged row as wide as the source with its reject cells", "a,b,c,d,e,f,_error_code,_error_field,_error,_how_to_fix\n1,2,row_ragged,,m,f\n", "2 row_ragged \"1,2\"\n"},
		{"reject cells taken off", head + "1,a\n", "2 [\"1\" \"a\"]\n"},
		{"a cell lost while mending", head + "1,bad_date,,m,f\n", "2 row_ragged \"1\"\n"},
		{"mended in its cell", head + "\"1,\"\"a, b\"\"\",,row_quote,,m,f\n", "2 [\"1\" \"a, b\"]\n"},
		{"mended in its cell, with a line break", head + "\"1,\"\"a\nb\"\"\",,row_quote,,m,f\n", "2 [\"1\" \"a\\nb\"]\n"},
		{"two rows in the cell", head + "\"1,\"\"a\"\"\n2,b\",,row_quote,,m,f\n", "2 row_quote \"1,\\\"a\\\"\\n2,b\"\n"},
		{"not mended", head + "\"1,\"\"a\",,row_quote,,m,f\n", "2 row_quote \"1,\\\"a\"\n"},
		{"spread over its columns", head + "1,\"a \"\"b\",row_quote,,m,f\n", "2 [\"1\" \"a \\\"b\"]\n"},
		{"mended to a first cell only", head + "1,,row_quote,,m,f\n", "2 [\"1\" \"\"]\n"},
		{"cut row", head + "xxx,,row_too_long,,m,f\n\"xxx\",,row_too_long,,m,f\n", "2 [\"xxx\" \"\"]\n3 row_too_long \"xxx\"\n"},
		{"quote broken while mending", head + "1,\"a,bad_date,,m,f\n2,b,bad_date,,m,f\n", "2 row_quote \"1,\\\"a\"\n3 [\"2\" \"b\"]\n"},
		{"ragged, in its cell", head + "\"1\",,row_ragged,,m,f\n", "2 row_ragged \"1\"\n"},
		{"ragged, without its quotes", head + "1,,row_ragged,,m,f\n", "2 row_ragged \"1\"\n"},
		{"ragged, and left with one cell", head + "1,,,,,\n", "2 [\"1\" \"\"]\n"},
		{"ragged, mended in its cell", head + "\"1,a\",,row_ragged,,m,f\n", "2 [\"1\" \"a\"]\n"},
		{"ragged, mended by quotes in its cell", head + "\"1,\"\"a,b\"\"\",,row_ragged,,m,f\n", "2 [\"1\" \"a,b\"]\n"},
		{"ragged, spread over its columns", head + "1,a,row_ragged,,m,f\n", "2 [\"1\" \"a\"]\n"},
		{"too wide, in its cell", head + "\"1,a,b\",,row_ragged,,m,f\n", "2 row_ragged \"1,a,b\"\n"},
		{"one column, too wide", "id" + head[7:] + "\"1,a\",row_ragged,,m,f\n\"\"\"1,a\"\"\",row_ragged,,m,f\n1,row_ragged,,m,f\n", "2 row_ragged \"1,a\"\n3 [\"1,a\"]\n4 [\"1\"]\n"},
		{"blank, in its cell", head + "\",,\",,row_blank,,m,f\n", "2 row_blank \",,\"\n"},
		{"blank, and filled in", head + "1,,row_blank,,m,f\n\"1\",,row_blank,,m,f\n", "2 [\"1\" \"\"]\n3 [\"1\" \"\"]\n"},
		{"reject cells behind a short row that was filled up", head6 + "1,2,row_ragged,,the row has 2 cells and the header has 6,f,,,,\n", "2 row_ragged \"1,2\"\n"},
		{"reject cells behind a blank row that was filled up", head6 + ",,row_blank,,the row has no value in any column,f,,,,\n", "2 row_blank \",\"\n"},
		{"reject cells behind a row that was too long, and a header that was filled up", head[:len(head)-1] + ",,\n1,a,b,c,row_ragged,,the row has 4 cells and the header has 2,f\n2,b,bad_date,,m,f,,\n",
			"2 row_ragged \"1,a,b,c\"\n3 [\"2\" \"b\"]\n"},
		{"a value that is one of our codes", head6 + "1,2,row_ragged,,5,6,bad_date,,m,f\n", "2 [\"1\" \"2\" \"row_ragged\" \"\" \"5\" \"6\"]\n"},
		{"columns moved", "_error,id,_how_to_fix,name,_error_code\nm,\"1\",f,a,c\nm,2,f\n", "2 [\"1\" \"a\"]\n3 row_ragged \"m,2,f\"\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := open(t, write(t, "rejects.csv", tt.in), "delimiter", ",")
			if got := len(r.Columns()); got != 1 && got != 2 && got != 6 {
				t.Fatalf("columns %q", r.Columns())
			}
			if diff := cmp.Diff(tt.want, show(readAll(t, r))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestMendedRowsOfSeveralLines: a row that its source reads whole stays whole in a rejects
// file, however many of the lines inside its quotes could be a row with reject cells.
func TestMendedRowsOfSeveralLines(t *testing.T) {
	columns := []string{"id", "mail", "name", "addr", "note", "more", "last", "end"}
	for n := 4; n < len(columns); n++ {
		in := strings.Join(columns[:n], ",") + "\n1," + strings.Repeat(",", n-3) + "'12 High St\nLeeds" + strings.Repeat(", UK", n-2) + "','x'\n"
		r := open(t, write(t, "in.csv", in), "quote", "'", "delimiter", ",")
		rows := readAll(t, r)
		if len(rows) != 1 || rows[0].Fault != nil {
			t.Fatalf("%q is read as\n%s", in, show(rows))
		}
		back := readAll(t, open(t, reject(t, r, rows, t.TempDir(), missing), "quote", "'", "delimiter", ","))
		if diff := cmp.Diff(show(rows), show(back)); diff != "" {
			t.Errorf("%d columns: %s", n, diff)
		}
	}
}

// TestQuoteBrokenTwiceKeepsOneTail: a row that lost a quote while it was mended
// goes into the next rejects file without its old reject cells.
func TestQuoteBrokenTwiceKeepsOneTail(t *testing.T) {
	const head = "id,name,_error_code,_error_field,_error,_how_to_fix\n"
	r := open(t, write(t, "rejects.csv", head+"1,\"a,bad_date,,m,f\n"))
	path := reject(t, r, readAll(t, r), t.TempDir())
	mended := strings.Replace(slurp(t, path), `"1,""a"`, `"1,""a"""`, 1)
	rows := readAll(t, open(t, write(t, "again.csv", mended)))
	if diff := cmp.Diff("2 [\"1\" \"a\"]\n", show(rows)); diff != "" || rows[0].Raw != `1,"a"` {
		t.Errorf("%s raw %q", diff, rows[0].Raw)
	}
}

// TestRejectsRoundTrip: whatever bytes a source has, its rows written as
// rejects and read again are the same rows, and the file is CSV for any other
// program too.
func TestRejectsRoundTrip(t *testing.T) {
	dir := t.TempDir()
	encodings := []string{"utf-8", "utf-8", "cp949", "cp932", "gb18030", "big5", "euc-jp", "windows-1252", "utf-16le", "utf-16be"}
	piece := rapid.SampledFrom([]string{
		"a", "b c", "1", ",", ",", ",", ";", "\"", "\"", "\"\"", "\n", "\n", "\r\n", "\r", " ", "김", "表", "é", "\U0001f600", "|", "\x00",
	})
	broken := rapid.SampledFrom([]string{"\xff", "\x81", "\xc7", "\xa1\xff", "\x8f", "\xd8", "\xdc\x00"})
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(encodings).Draw(t, "encoding")
		columns := rapid.SampledFrom([]string{"id", "id,name", "id,name,note", "a,b,c,d,e,f,g,h"}).Draw(t, "columns")
		in := encodeAs(name, columns+rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "eol"))
		for range rapid.IntRange(0, 40).Draw(t, "pieces") {
			if rapid.IntRange(0, 15).Draw(t, "kind") == 0 {
				in += broken.Draw(t, "broken")
			} else {
				in += encodeAs(name, piece.Draw(t, "piece"))
			}
		}
		checkRoundTrip(t, dir, in, name)
	})
}

// TestRejectsSavedBySpreadsheets: programs fill rows up to the width of the header, put
// quotes where they think fit, and end lines in their own way. Rows that nobody mended
// are faults as before, and the others hold what they held.
func TestRejectsSavedBySpreadsheets(t *testing.T) {
	dir := t.TempDir()
	piece := rapid.SampledFrom([]string{"a", "b c", "1", "D", "D", "D", "D", "\"", "\"\"", "\n", "\n", " ", "김", "row_ragged"})
	rapid.Check(t, func(t *rapid.T) {
		delim := rapid.SampledFrom([]string{",", ";", "\t"}).Draw(t, "delimiter")
		in := rapid.SampledFrom([]string{"id", "idDname", "aDbDcDdDeDfDgDhDiDj"}).Draw(t, "columns") + "\n"
		for range rapid.IntRange(0, 40).Draw(t, "pieces") {
			in += piece.Draw(t, "piece")
		}
		path := filepath.Join(dir, "in.csv")
		if err := os.WriteFile(path, []byte(strings.ReplaceAll(in, "D", delim)), 0o600); err != nil {
			t.Fatal(err)
		}
		spec := source.Spec{Path: path, Options: map[string]string{"delimiter": delim, "quote": "\"", "escape": "double", "encoding": "utf-8"}}
		r, rows := mustRead(t, spec)
		if len(rows) == 0 {
			return
		}
		spec.Path = reject(t, r, rows, dir, missing)
		saved := saveAs(t, spec.Path, rune(delim[0]), rapid.Bool().Draw(t, "quotes"))
		_, back := mustRead(t, spec)
		os.Remove(spec.Path)
		if len(back) != len(rows) {
			t.Fatalf("%d rows came back as %d:\n%q\n%q", len(rows), len(back), in, saved)
		}
		for i := range rows {
			if what := different(&rows[i], &back[i]); what == "fault" || what == "cells" {
				t.Fatalf("row %d came back with another %s:\n%q\n%q\n%+v\n%+v", i, what, in, saved, rows[i], back[i])
			}
		}
	})
}

// saveAs writes a CSV file as a spreadsheet would, with quotes around each cell or where
// they are needed, and returns what it wrote.
func saveAs(t failer, path string, delim rune, quotes bool) string {
	r := csv.NewReader(strings.NewReader(string(must(os.ReadFile(path)))))
	r.FieldsPerRecord, r.Comma = -1, delim
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	width := 0
	for _, cells := range all {
		width = max(width, len(cells))
	}
	var b strings.Builder
	for _, cells := range all {
		for i := range width {
			text := ""
			if i < len(cells) {
				text = cells[i]
			}
			if i > 0 {
				b.WriteRune(delim)
			}
			if quotes || strings.ContainsAny(text, string(delim)+"\"\r\n") {
				text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
			}
			b.WriteString(text)
		}
		b.WriteString("\r\n")
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestRejectsWithCellsLikeOurs: values that look like reject cells are values.
func TestRejectsWithCellsLikeOurs(t *testing.T) {
	for _, columns := range []string{"id", "id,name", "id,a,b,c,d,e"} {
		for _, line := range []string{
			"row_quote", "\"row_quote\"", "x,row_ragged", "x,row_ragged,,m,f", "row_ragged,,m,f", ",row_quote,,", "\"\"\"1\",row_quote,,m,f",
			"1,bad_date,,m,f", "\"a,row_quote,,m,f", "1,\"x\nrow_quote\"", "1,2,bad_date,,m,f",
		} {
			checkRoundTrip(t, t.TempDir(), columns+"\n"+line+"\n", "utf-8")
		}
	}
}

func encodeAs(name, text string) string {
	if alias, ok := map[string]string{"cp949": "euc-kr", "cp932": "shift_jis"}[name]; ok {
		name = alias
	}
	if name == "utf-16le" || name == "utf-16be" {
		var b []byte
		for _, r := range text {
			hi, lo := byte(r>>8), byte(r)
			if r > 0xFFFF {
				hi, lo = 0x27, 0x3A
			}
			if name == "utf-16le" {
				hi, lo = lo, hi
			}
			b = append(b, hi, lo)
		}
		return string(b)
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		panic(err)
	}
	s, err := enc.NewEncoder().String(text)
	if err != nil {
		return "?"
	}
	return s
}

type failer interface {
	Fatal(...any)
	Fatalf(string, ...any)
}

func checkRoundTrip(t failer, dir, in, encoding string) {
	path := filepath.Join(dir, "in.csv")
	if err := os.WriteFile(path, []byte(in), 0o600); err != nil {
		t.Fatal(err)
	}
	spec := source.Spec{Path: path, Options: map[string]string{"delimiter": ",", "encoding": encoding}}
	r, rows := mustRead(t, spec)
	if len(rows) == 0 {
		return
	}
	spec.Path = reject(t, r, rows, dir, missing)
	defer os.Remove(spec.Path)
	defer func() {
		for _, old := range must(filepath.Glob(filepath.Join(dir, "rejects.*.csv"))) {
			os.Remove(old)
		}
	}()
	again, back := mustRead(t, spec)
	if diff := cmp.Diff(r.Columns(), again.Columns()); diff != "" {
		t.Fatal(diff)
	}
	if len(back) != len(rows) {
		t.Fatalf("%d rows came back as %d:\n%q\n%q", len(rows), len(back), in, must(os.ReadFile(spec.Path)))
	}
	for i := range rows {
		if what := different(&rows[i], &back[i]); what != "" {
			t.Fatalf("row %d came back with another %s:\n%q\n%q\n%+v\n%+v", i, what, in, must(os.ReadFile(spec.Path)), rows[i], back[i])
		}
	}
	if encoding == "utf-8" {
		strict := csv.NewReader(strings.NewReader(string(must(os.ReadFile(spec.Path)))))
		strict.FieldsPerRecord = -1
		all, err := strict.ReadAll()
		if err != nil || len(all) != len(rows)+1 {
			t.Fatalf("encoding/csv reads %d records of %d and says %v:\n%q", len(all), len(rows)+1, err, must(os.ReadFile(spec.Path)))
		}
	}
}

func different(a, b *kyc.Row) string {
	switch {
	case (a.Fault == nil) != (b.Fault == nil) || a.Fault != nil && a.Fault.Code != b.Fault.Code:
		return "fault"
	case !cmp.Equal(a.Cells, b.Cells):
		return "cells"
	case a.Raw != b.Raw && len(a.Raw)%2 == 0:
		return "raw"
	}
	return ""
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func mustRead(t failer, spec source.Spec) (source.Reader, []kyc.Row) {
	r, err := all.Open(bg, spec)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	rows, err := drain(r)
	if err != nil {
		t.Fatal(err)
	}
	return r, rows
}

func TestRejectsReplaceAndKeepTheEarlierOnes(t *testing.T) {
	dir := t.TempDir()
	r := open(t, write(t, "in.csv", "a,b\n1,2\n"))
	rows := readAll(t, r)
	for i := range 3 {
		reject(t, r, rows, dir, kyc.Issue{Severity: kyc.Reject, Code: fmt.Sprint("code_", i)})
	}
	for name, code := range map[string]string{"rejects.csv": "code_2", "rejects.1.csv": "code_0", "rejects.2.csv": "code_1"} {
		if got := slurp(t, filepath.Join(dir, name)); !strings.Contains(got, code) {
			t.Errorf("%s holds\n%s", name, got)
		}
	}
	reject(t, r, nil, dir)
	if left := must(filepath.Glob(filepath.Join(dir, "*"))); len(left) != 3 {
		t.Errorf("after a run without rejects there are %q", left)
	}
	if _, err := os.Stat(filepath.Join(dir, "rejects.csv")); err == nil {
		t.Error("rejects.csv of an earlier run stands there still")
	}
}

func TestRejectsThatAreTheSource(t *testing.T) {
	dir := t.TempDir()
	first := open(t, write(t, "in.csv", "a,b\n1,2\n3,4\n"))
	path := reject(t, first, readAll(t, first), dir, missing)
	before := slurp(t, path)
	second := open(t, path)
	rows := readAll(t, second)
	if again := reject(t, second, rows, dir, missing); again != path || slurp(t, path) != before {
		t.Errorf("the second generation differs from the first:\n%s", slurp(t, path))
	}
}

func TestAbortLeavesTheEarlierFile(t *testing.T) {
	dir := t.TempDir()
	r := open(t, write(t, "in.csv", "a,b\n1,2\n"))
	path := reject(t, r, readAll(t, r), dir, missing)
	before := slurp(t, path)
	w, err := r.NewRejects(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Abort(); err != nil {
		t.Fatal(err)
	}
	if left := must(filepath.Glob(filepath.Join(dir, "*"))); len(left) != 1 || slurp(t, path) != before {
		t.Errorf("after Abort there are %q", left)
	}
}

func TestNewRejectsWhereItCannotWrite(t *testing.T) {
	r := open(t, write(t, "in.csv", "a,b\n1,2\n"))
	if _, err := r.NewRejects(filepath.Join(t.TempDir(), "none", "rejects.csv")); err == nil {
		t.Error("no error")
	}
}

// TestRejectCellsInTheSourcesEncoding: a column name may be in any script; what
// the source's encoding does not have becomes a question mark.
func TestRejectCellsInTheSourcesEncoding(t *testing.T) {
	r := open(t, write(t, "in.csv", "id\tname\n1\t"+encodeAs("cp949", "김")+"\n"), "encoding", "ms949")
	if r.RejectsExt() != ".tsv" {
		t.Errorf("extension %q", r.RejectsExt())
	}
	path := reject(t, r, readAll(t, r), t.TempDir(), kyc.Issue{Severity: kyc.Reject, Code: "bad_value", Column: "이름 \U0001f600", Message: "m"})
	if want := encodeAs("cp949", "1\t김\tbad_value\t이름 ?\tm\t\n"); !strings.HasSuffix(slurp(t, path), want) {
		t.Errorf("got %q, want it to end in %q", slurp(t, path), want)
	}
}

func TestRejectsWithoutQuotes(t *testing.T) {
	in := "a,b\n\"1,2\n3\n" + strings.Repeat("x,", source.MaxRecord/2+9) + "\n"
	r := open(t, write(t, "in.csv", in), "quote", "none")
	rows := readAll(t, r)
	path := reject(t, r, rows, t.TempDir(), missing)
	back := readAll(t, open(t, path, "quote", "none"))
	if len(back) != 3 || back[0].Raw != `"1,2` || back[1].Fault.Code != source.CodeRagged || back[2].Fault == nil || back[2].Fault.Code != source.CodeTooLong {
		t.Errorf("came back as\n%.300s", show(back))
	}
}
