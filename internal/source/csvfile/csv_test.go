package csvfile_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
	"kycmigrate/internal/source/sourcetest"
)

// write puts text into a file of its own directory.
func write(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func open(t testing.TB, path string, options ...string) source.Reader {
	t.Helper()
	spec := source.Spec{Path: path, Options: map[string]string{}}
	for i := 0; i+1 < len(options); i += 2 {
		spec.Options[options[i]] = options[i+1]
	}
	r, err := all.Open(t.Context(), spec)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

func readAll(t testing.TB, r source.Reader) []kyc.Row {
	t.Helper()
	var all []kyc.Row
	rows := make([]kyc.Row, 3)
	for {
		n, err := r.Read(context.Background(), rows)
		for _, row := range rows[:n] {
			row.Cells = slices.Clone(row.Cells) // their array is used again
			all = append(all, row)
		}
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// show tells line, cells and fault of each row, one a line.
func show(rows []kyc.Row) string {
	var b strings.Builder
	for i := range rows {
		what := fmt.Sprintf("%q", rows[i].Cells)
		if rows[i].Fault != nil {
			what = rows[i].Fault.Code + fmt.Sprintf(" %q", rows[i].Raw)
		}
		fmt.Fprintf(&b, "%d %s\n", rows[i].Origin.Line, what)
	}
	return b.String()
}

func TestRowsAndFaults(t *testing.T) {
	long := strings.Repeat("x", source.MaxRecord)
	tests := []struct{ name, in, want string }{
		{"plain", "a,b\n1,2\n3,4\n", "2 [\"1\" \"2\"]\n3 [\"3\" \"4\"]\n"},
		{"no last line break", "a,b\n1,2", "2 [\"1\" \"2\"]\n"},
		{"CRLF", "a,b\r\n1,2\r\n3,4\r\n", "2 [\"1\" \"2\"]\n3 [\"3\" \"4\"]\n"},
		{"carriage return at the very end", "a,b\n1,2\r", "2 [\"1\" \"2\"]\n"},
		{"blank in the middle", "a,b\n\n1,2\n\r\n\n3,4\n\n", "3 [\"1\" \"2\"]\n6 [\"3\" \"4\"]\n"},
		{"quotes", "a,b\n\"1,5\",\"say \"\"hi\"\"\"\n\"\",\"x\"\n", "2 [\"1,5\" \"say \\\"hi\\\"\"]\n3 [\"\" \"x\"]\n"},
		{"line break in quotes", "a,b\r\n\"1\r\n2\",x\r\n3,4\r\n", "2 [\"1\\n2\" \"x\"]\n4 [\"3\" \"4\"]\n"},
		{"blank line in quotes", "a,b\n\"1\n\n2\",x\n3,4\n", "2 [\"1\\n\\n2\" \"x\"]\n5 [\"3\" \"4\"]\n"},
		{"ragged", "a,b\n1\n1,2,3\n4,5\n", "2 row_ragged \"1\"\n3 row_ragged \"1,2,3\"\n4 [\"4\" \"5\"]\n"},
		{"bare quote", "a,b\n1\",2\n3,4\n", "2 row_quote \"1\\\",2\"\n3 [\"3\" \"4\"]\n"},
		{"text after a quote", "a,b\n\"1\" x,2\n3,4\n", "2 row_quote \"\\\"1\\\" x,2\"\n3 [\"3\" \"4\"]\n"},
		{"quote never closed", "a,b\n\"1,2\n3,4\n5,6\n", "2 row_quote \"\\\"1,2\"\n3 [\"3\" \"4\"]\n4 [\"5\" \"6\"]\n"},
		{"quote closed wrongly two lines on", "a,b\n\"1,2\n3,4\n5,\"6\"\n", "2 row_quote \"\\\"1,2\"\n3 [\"3\" \"4\"]\n4 [\"5\" \"6\"]\n"},
		{"ragged record that took in a row", "a,b,c\n1,\"2,3\n4,5,6\n7\",8,9,0\n", "2 row_quote \"1,\\\"2,3\"\n3 [\"4\" \"5\" \"6\"]\n4 row_quote \"7\\\",8,9,0\"\n"},
		{"NUL", "a,b\n1,\x00\n3,4\n", "2 row_encoding \"1,\\x00\"\n3 [\"3\" \"4\"]\n"},
		{"invalid UTF-8 among valid", "a,b\n1,김\n1,\xff\n3,4\n", "2 [\"1\" \"김\"]\n3 row_encoding \"1,\\xff\"\n4 [\"3\" \"4\"]\n"},
		{"invalid UTF-8 in quotes", "a,b\n1,김\n\"1\n\",\"\xff\"\"\"\n3,4\n", "2 [\"1\" \"김\"]\n3 row_encoding \"\\\"1\\n\\\",\\\"\\xff\\\"\\\"\\\"\"\n5 [\"3\" \"4\"]\n"},
		{"one column", "a\n1\n\"\"\n\n2\n", "2 [\"1\"]\n3 [\"\"]\n5 [\"2\"]\n"},
		{"only delimiters are a blank row", "a,b\n,\n", "2 row_blank \",\"\n"},
		{"empty", "a,b\n", ""},
		{"wide row that took in rows", "a,b,c,d,e,f,g,h\n1,\"2,3,4,5,6,7,8\n1,2,3,4,5,6,7,8\n1,2\",3,4,5,6,7,8\n",
			"2 row_quote \"1,\\\"2,3,4,5,6,7,8\"\n3 [\"1\" \"2\" \"3\" \"4\" \"5\" \"6\" \"7\" \"8\"]\n4 row_quote \"1,2\\\",3,4,5,6,7,8\"\n"},
		{"quote open over MaxRecord", "a,b\n1,\"\n" + strings.Repeat("3,4\n", 2), "2 row_quote \"1,\\\"\"\n3 [\"3\" \"4\"]\n4 [\"3\" \"4\"]\n"},
		{"long but legal", "a,b\n1,\"" + long[8:] + "\"\n3,4\n", "2 [\"1\" \"" + long[8:] + "\"]\n3 [\"3\" \"4\"]\n"},
		{"too long", "a,b\n1," + long + "\n3,4\n", "2 row_too_long \"1," + long[:4094] + "\"\n3 [\"3\" \"4\"]\n"},
		{"too long with a quote", "a,b\n1,\"" + long + "\"\n3,4\n", "2 row_too_long \"1,\\\"" + long[:4093] + "\"\n3 [\"3\" \"4\"]\n"},
		{"too long at the end", "a,b\n1,2\n" + long + "x", "2 [\"1\" \"2\"]\n3 row_too_long \"" + long[:4096] + "\"\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rows := readAll(t, open(t, write(t, "in.csv", tt.in), "delimiter", ","))
			if diff := cmp.Diff(tt.want, show(rows)); diff != "" {
				t.Error(diff[:min(len(diff), 2000)])
			}
		})
	}
}

func TestQuoteOpenBeyondMaxRecordCostsOneLine(t *testing.T) {
	const lines = source.MaxRecord/4 + 1000
	in := "a,b\n1,\"x\n" + strings.Repeat("3,4\n", lines)
	rows := readAll(t, open(t, write(t, "in.csv", in)))
	if len(rows) != lines+1 || rows[0].Fault == nil || rows[0].Raw != `1,"x` {
		t.Fatalf("got %d rows, want %d with the first one a fault", len(rows), lines+1)
	}
	for _, r := range rows[1:] {
		if r.Fault != nil {
			t.Fatalf("line %d: %s", r.Origin.Line, r.Fault.Message)
		}
	}
}

func TestDialects(t *testing.T) {
	want := [][]string{{"1", "김,민수"}, {"2", "say \"hi\"\nthere"}}
	body := "id;name\r\n1;김,민수\r\n2;\"say \"\"hi\"\"\r\nthere\"\r\n"
	tab := strings.ReplaceAll(body, ";", "\t")
	encode := func(text string, enc interface {
		String(string) (string, error)
	}) string {
		s, err := enc.String(text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	tests := []struct {
		name, file, in string
		options        []string
	}{
		{"semicolon", "in.csv", body, nil},
		{"tab", "in.tsv", tab, nil},
		{"pipe", "in.csv", strings.ReplaceAll(body, ";", "|"), nil},
		{"stated", "in.csv", strings.ReplaceAll(body, ";", "~"), []string{"delimiter", "~"}},
		{"BOM", "in.csv", "\ufeff" + body, nil},
		{"UTF-16LE", "in.csv", encode("\ufeff"+body, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder()), nil},
		{"UTF-16BE", "in.csv", encode("\ufeff"+tab, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder()), []string{"delimiter", "tab"}},
		{"UTF-16 stated", "in.csv", encode(body, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder()), []string{"encoding", "UTF-16LE"}},
		{"UTF-16 by its mark", "in.csv", encode("\ufeff"+body, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder()), []string{"encoding", "utf-16"}},
		{"CP949", "in.csv", encode(body, korean.EUCKR.NewEncoder()), []string{"encoding", "CP949"}},
		{"UHC", "in.csv", encode(body, korean.EUCKR.NewEncoder()), []string{"encoding", "uhc", "delimiter", "semicolon"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := open(t, write(t, tt.file, tt.in), tt.options...)
			if diff := cmp.Diff([]string{"id", "name"}, r.Columns()); diff != "" {
				t.Fatal(diff)
			}
			var got [][]string
			for _, row := range readAll(t, r) {
				got = append(got, row.Cells)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestUndecodableByte: what a legacy encoding does not know is a fault of its
// row with the bytes kept, never a U+FFFD in a cell.
func TestUndecodableByte(t *testing.T) {
	name, err := japanese.ShiftJIS.NewEncoder().String("佐藤|表")
	if err != nil {
		t.Fatal(err)
	}
	in := "id,name\n1," + name + "\n2,\x81\xff,\n3," + name + "\n"
	rows := readAll(t, open(t, write(t, "in.csv", in), "encoding", "cp932"))
	want := "2 [\"1\" \"佐藤|表\"]\n3 row_encoding \"2,\\x81\\xff,\"\n4 [\"3\" \"佐藤|表\"]\n"
	if diff := cmp.Diff(want, show(rows)); diff != "" {
		t.Error(diff)
	}
}

func TestHeader(t *testing.T) {
	r := open(t, write(t, "in.csv", " id ,\"name\",name,,name_2,NAME,\n1,2,3,4,5,6,7\n"))
	want := []string{"id", "name", "name_3", "column_4", "name_2", "NAME", "column_7"}
	if diff := cmp.Diff(want, r.Columns()); diff != "" {
		t.Error(diff)
	}
	if len(r.Warnings()) != 3 {
		t.Errorf("warnings: %q", r.Warnings())
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	good := write(t, "good.csv", "a,b\n1,2\n")
	tests := []struct {
		name, path, want string
		options          map[string]string
	}{
		{"nothing", "", "no source was named", nil},
		{"standard input", "-", "spooled", nil},
		{"missing", filepath.Join(dir, "none.csv"), "none.csv", nil},
		{"directory", dir, "is a directory", nil},
		{"no match", filepath.Join(dir, "*.csv"), "no file matches", nil},
		{"empty", write(t, "in.csv", ""), "is empty", nil},
		{"blank", write(t, "in.csv", "\n\r\n\n"), "is empty", nil},
		{"old workbook", write(t, "in.csv", "\xd0\xcf\x11\xe0..."), "old .xls", nil},
		{"not UTF-8", write(t, "in.csv", "a,b\n1,2\n1,\xe9\n"), "line 3; state its encoding with the option encoding", nil},
		{"broken header", write(t, "in.csv", "a,\"b\n1,2\n"), "in.csv:1: the header", nil},
		{"two delimiters", write(t, "in.csv", "a;b,c\n1;2,3\n"), "option delimiter", nil},
		{"only reject columns", write(t, "in.csv", "_error,_error_code\n1,2\n"), "none of a source", nil},
		{"unknown option", good, `no option "sheet"`, map[string]string{"sheet": "1"}},
		{"unknown encoding", good, "klingon", map[string]string{"encoding": "klingon"}},
		{"encoding with states", good, "convert", map[string]string{"encoding": "iso-2022-jp"}},
		{"mark says otherwise", write(t, "in.csv", "\ufeffa,b\n"), "mark of utf-8", map[string]string{"encoding": "cp949"}},
		{"utf-16 without mark", good, "no byte order mark", map[string]string{"encoding": "utf-16"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := all.Open(t.Context(), source.Spec{Path: tt.path, Options: tt.options})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want one with %q", err, tt.want)
			}
		})
	}
}

func TestSeveralFiles(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	put("b/2.csv", "\ufeffid,name\n3,c\n")
	put("a/1.csv", "id,name\n1,a\n2,b\n")
	put("c/3.csv", "id,name\n")
	put("d/4.csv", "id,name\n4,d")
	r := open(t, filepath.Join(dir, "**", "*.csv"))
	var got []string
	for _, row := range readAll(t, r) {
		rel, _ := filepath.Rel(dir, row.Origin.File)
		got = append(got, fmt.Sprint(row.Seq, " ", filepath.ToSlash(rel), ":", row.Origin.Line, " ", row.Origin.Row, " ", strings.Join(row.Cells, " ")))
	}
	want := []string{"0 a/1.csv:2 1 1 a", "1 a/1.csv:3 2 2 b", "2 b/2.csv:2 1 3 c", "3 d/4.csv:2 1 4 d"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if r.Bytes() != r.Size() || r.Size() != 16+15+8+11 {
		t.Errorf("bytes %d of %d", r.Bytes(), r.Size())
	}
	for name, text := range map[string]string{"e/5.csv": "id,other\n1,2\n", "f/6.csv": "id;name\n1;2\n", "g/7.csv": "\xff\xfei\x00d\x00,\x00n\x00a\x00m\x00e\x00\n\x00"} {
		put(name, text)
		_, err := all.Open(t.Context(), source.Spec{Path: filepath.Join(dir, "**", "*.csv")})
		if err == nil || !strings.Contains(err.Error(), filepath.Base(name)) {
			t.Errorf("%s: got %v, want an error that names it", name, err)
		}
		os.Remove(filepath.Join(dir, name))
	}
}

// TestPathWithPatternCharacters: a file of just that name wins over a pattern.
func TestPathWithPatternCharacters(t *testing.T) {
	rows := readAll(t, open(t, write(t, "in[1].csv", "a,b\n1,2\n")))
	if len(rows) != 1 {
		t.Errorf("got %d rows, want 1", len(rows))
	}
}

func TestQuoteNone(t *testing.T) {
	rows := readAll(t, open(t, write(t, "in.csv", "a,b\n\"1,2\n3,4\"\n"), "quote", "none"))
	if diff := cmp.Diff("2 [\"\\\"1\" \"2\"]\n3 [\"3\" \"4\\\"\"]\n", show(rows)); diff != "" {
		t.Error(diff)
	}
}

// What is to be done about a value that holds the delimiter is what the form of the file
// can hold.
func TestFixOfARaggedRow(t *testing.T) {
	for options, want := range map[string]string{
		"":                     "in quotes",
		"quote=none":           "another sign in the place of the delimiter",
		"quote=none backslash": `put \ before the delimiter`,
	} {
		set := []string{"delimiter", ","}
		if strings.HasPrefix(options, "quote=none") {
			set = append(set, "quote", "none")
		}
		if strings.HasSuffix(options, "backslash") {
			set = append(set, "escape", "backslash")
		}
		rows := readAll(t, open(t, write(t, "in.csv", "a,b\n1,2,3\n"), set...))
		if len(rows) != 1 || rows[0].Fault == nil || !strings.Contains(rows[0].Fault.Fix, want) {
			t.Errorf("%q: %+v, want %q", options, rows[0].Fault, want)
		}
	}
}

func TestFaultsNameNoValue(t *testing.T) {
	in := "a,b\nCANARY\nCANARY\",2\n1,\"CANARY\nCANARY,\x00\n"
	for _, row := range readAll(t, open(t, write(t, "in.csv", in))) {
		if row.Fault == nil {
			t.Fatalf("line %d: no fault", row.Origin.Line)
		}
		if strings.Contains(row.Fault.Message+row.Fault.Fix+row.Fault.Field+row.Fault.Column, "CANARY") {
			t.Errorf("%s names a value of the row", row.Fault.Code)
		}
	}
}

func TestConformance(t *testing.T) {
	sourcetest.Run(t, sourcetest.Suite{
		Open: func(t *testing.T, columns []string, rows []sourcetest.Row) source.Reader {
			var b strings.Builder
			b.WriteString(strings.Join(columns, ",") + "\n")
			for _, r := range rows {
				if r.Broken {
					b.WriteString("a\"b,c\n")
					continue
				}
				for i, c := range r.Cells {
					if i > 0 {
						b.WriteByte(',')
					}
					b.WriteString(`"` + strings.ReplaceAll(c, `"`, `""`) + `"`)
				}
				b.WriteByte('\n')
			}
			return open(t, write(t, "in.csv", b.String()))
		},
		Reopen:    func(t *testing.T, path string) source.Reader { return open(t, path) },
		CanBreak:  true,
		HasLines:  true,
		Countable: true,
	})
}

// TestCellsArrayIsUsedAgain holds the reader to what Read says of the rows it
// is given: a dry run of a million rows must not make a million arrays.
func TestCellsArrayIsUsedAgain(t *testing.T) {
	for name, line := range map[string]string{"plain": "a,b,c", "quoted": `"a","b, b",c`} {
		r := open(t, write(t, "rows.csv", "x,y,z\n"+strings.Repeat(line+"\n", 20)))
		rows := make([]kyc.Row, 1)
		var array *string
		for i := range 20 {
			if n, err := r.Read(t.Context(), rows); n != 1 || err != nil {
				t.Fatalf("%s: %d, %v", name, n, err)
			}
			if first := &rows[0].Cells[0]; i > 0 && first != array {
				t.Fatalf("%s: row %d came with an array of its own", name, i)
			}
			array = &rows[0].Cells[0]
		}
	}
}
