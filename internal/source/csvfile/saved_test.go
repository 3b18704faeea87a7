package csvfile_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"

	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
)

// TestRejectsInAnotherForm: a rejects file that a program saved with another delimiter or
// in another encoding is read as it is, whatever is stated of its source.
func TestRejectsInAnotherForm(t *testing.T) {
	const head = "Kunde;Straße;_error_code;_error_field;_error;_how_to_fix\r\n"
	const plain = "id;name;_error_code;_error_field;_error;_how_to_fix\n"
	comma := strings.NewReplacer(";", ",")
	utf16 := must(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.ReplaceAll(head+"1;Weiß;bad_date;;m;f\r\n", ";", "\t")))
	german := encodeAs("windows-1252", plain+"1;Jürgen Weiß;bad_date;;m;f\n2;Käthe Größe;bad_date;;m;f\n3;Björn Köhler;bad_date;;m;f\n4;Schäfer;bad_date;;m;f\n")
	tests := []struct{ name, in, options, want, note string }{
		{"UTF-8 with a mark, and commas", "\ufeff" + comma.Replace(head+"1;Weiß;bad_date;;m;f\r\n"), "encoding=windows-1252 delimiter=;", `["Kunde" "Straße"] 2 ["1" "Weiß"]`, "saved as utf-8"},
		{"commas", comma.Replace(plain + "1;a;bad_date;;m;f\n"), "delimiter=semicolon", `["id" "name"] 2 ["1" "a"]`, "saved with the delimiter comma, and is read so: the option delimiter, which is its source's, says semicolon"},
		{"commas and quotes around all", `"id","name","_error_code","_error_field","_error","_how_to_fix"` + "\n\"1\",\"a;b\",\"bad_date\",\"\",\"m\",\"f\"\n", "delimiter=;", `["id" "name"] 2 ["1" "a;b"]`, "comma"},
		{"commas, no header in the source", comma.Replace(plain + "1;a;bad_date;;m;f\n"), "delimiter=; header=none", `["id" "name"] 2 ["1" "a"]`, "comma"},
		{"semicolons, of apostrophes and pipes", plain + "1;\"O'Brien; x\";bad_date;;m;f\n2;'t Hart;bad_date;;m;f\n", "delimiter=|| quote='", `["id" "name"] 2 ["1" "O'Brien; x"] 3 ["2" "'t Hart"]`, "semicolon"},
		{"UTF-8 without a mark, by the names of columns", head + "1;a;bad_date;;m;f\r\n", "encoding=windows-1252 columns=Straße", `["Kunde" "Straße"] 2 ["1" "a"]`, "saved as utf-8"},
		{"UTF-8 without a mark, by its words", plain + "1;Müller;bad_date;;m;f\n", "encoding=windows-1252", `["id" "name"] 2 ["1" "Müller"]`, "saved as utf-8"},
		{"UTF-8 of Russian", plain + "1;Иван;bad_date;;m;f\n", "encoding=windows-1251", `["id" "name"] 2 ["1" "Иван"]`, "saved as utf-8"},
		{"UTF-8 of Korean", plain + "1;김민수;bad_date;;m;f\n2;이서연 박지훈;bad_date;;m;f\n", "encoding=cp949", `["id" "name"] 2 ["1" "김민수"] 3 ["2" "이서연 박지훈"]`, "saved as utf-8"},
		{"UTF-8 of Chinese", plain + "1;孙丽张伟;bad_date;;m;f\n", "encoding=gb18030", `["id" "name"] 2 ["1" "孙丽张伟"]`, "saved as utf-8"},
		{"UTF-8 of UTF-16", plain + "1;김;bad_date;;m;f\n", "encoding=utf-16le", `["id" "name"] 2 ["1" "김"]`, "saved as utf-8"},
		{"UTF-16, and tabs", utf16, "encoding=windows-1252 delimiter=;", `["Kunde" "Straße"] 2 ["1" "Weiß"]`, "saved as utf-16le"},
		{"the encoding of a machine", german, "encoding=utf-8", `["id" "name"] 2 ["1" "Jürgen Weiß"] 3 ["2" "Käthe Größe"] 4 ["3" "Björn Köhler"] 5 ["4" "Schäfer"]`, "saved as windows-1252"},
		{"columns beside the reject columns", comma.Replace("id;name;_error_code;_error_field;_error;_how_to_fix;;remark\n1;a;bad_date;;m;f;;x\n"), "delimiter=;", `["id" "name" "column_3" "remark"] 2 ["1" "a" "" "x"]`, "comma"},

		{"as stated", encodeAs("windows-1252", head+"1;Weiß;bad_date;;m;f\r\n"), "encoding=windows-1252 delimiter=;", `["Kunde" "Straße"] 2 ["1" "Weiß"]`, "-"},
		{"as stated, a name that is UTF-8 as well", encodeAs("cp932", plain+"1;ﾃｽ;bad_date;;m;f\n"), "encoding=shift_jis", `["id" "name"] 2 ["1" "ﾃｽ"]`, "valid UTF-8 as well"},
		{"as stated, a word that is UTF-8 as well", encodeAs("windows-1252", plain+"1;CAFÉ”;bad_date;;m;f\n"), "encoding=windows-1252", `["id" "name"] 2 ["1" "CAFÉ”"]`, "valid UTF-8 as well"},
		{"as stated, with rows rejected for their bytes", plain + "1;\xe9\xe8\xe9\xe8\xe9\xe8\xe9;row_encoding;;m;f\n", "encoding=utf-8", `["id" "name"] 2 row_encoding "1;\xe9\xe8\xe9\xe8\xe9\xe8\xe9"`, "-"},
		{"as stated, under a delimiter within the longer one", "id||name||_error_code||_error_field||_error||_how_to_fix\n1||a|b||bad_date||||m||f\n", "delimiter=||", `["id" "name"] 2 ["1" "a|b"]`, "-"},
		{"nothing stated, two delimiters", "id;a,b;_error_code;_error_field;_error;_how_to_fix\n1;2,3;bad_date;a,b;m;f\n", "", `["id" "a,b"] 2 ["1" "2,3"]`, "-"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			spec := source.Spec{Path: write(t, "in.csv", tt.in), Options: map[string]string{}}
			for _, option := range strings.Fields(tt.options) {
				name, value, _ := strings.Cut(option, "=")
				if spec.Options[name] = value; name == "columns" {
					delete(spec.Options, name)
					spec.Columns = []string{value}
				}
			}
			r, rows := mustRead(t, spec)
			got := strings.ReplaceAll(strings.TrimSpace(fmt.Sprintf("%q\n", r.Columns())+show(rows)), "\n", " ")
			if got != tt.want {
				t.Errorf("reads as\n%s\nwant\n%s", got, tt.want)
			}
			if notes := strings.Join(r.Warnings(), "\n"); tt.note == "-" && notes != "" || tt.note != "-" && !strings.Contains(notes, tt.note) {
				t.Errorf("warnings are %q, want one with %q", notes, tt.note)
			}
		})
	}
}

// TestOtherFilesAreAsStated: what is no rejects file is refused or read as ever.
func TestOtherFilesAreAsStated(t *testing.T) {
	spec := source.Spec{Path: write(t, "in.csv", "\ufeffid,name,_error_code\n1,a,x\n"), Options: map[string]string{"encoding": "windows-1252"}}
	if _, err := all.Open(t.Context(), spec); err == nil || !strings.Contains(err.Error(), "mark of utf-8") {
		t.Errorf("got %v", err)
	}
	r := open(t, write(t, "in.csv", "id,name,_error_code,_error_field,_error\n1,a,x,y,z\n"), "delimiter", ";")
	if len(r.Columns()) != 1 {
		t.Errorf("columns %q", r.Columns())
	}
}

// TestEvidenceOfAnotherForm: what was not obeyed is not told as stated.
func TestEvidenceOfAnotherForm(t *testing.T) {
	in := "\ufeffid,name,_error_code,_error_field,_error,_how_to_fix\n1,Groß,a_b,,m,f\n"
	for _, fact := range open(t, write(t, "in.csv", in), "encoding", "windows-1252", "delimiter", ";").(source.Describer).Describe() {
		if (fact.Name == "encoding" || fact.Name == "delimiter") && fact.Evidence == "stated" {
			t.Errorf("%+v", fact)
		}
	}
}

// TestRejectsInNoFormThatIsTold: the advice is about the rejects file, for what is stated
// is right for its source.
func TestRejectsInNoFormThatIsTold(t *testing.T) {
	in := encodeAs("windows-1252", "id;name;_error_code;_error_field;_error;_how_to_fix\n1;Groß;a_b;;m;f\n")
	_, err := all.Open(t.Context(), source.Spec{Path: write(t, "in.csv", in), Options: map[string]string{"encoding": "utf-16"}})
	if err == nil || !strings.HasSuffix(err.Error(), "save it as CSV UTF-8") {
		t.Errorf("got %v", err)
	}
}

// TestRowsInACellOfAnotherForm: what stands whole in a cell is written as its source was,
// also in a file that has another delimiter by now.
func TestRowsInACellOfAnotherForm(t *testing.T) {
	const head = "id,name,note,_error_code,_error_field,_error,_how_to_fix\n"
	in := head + "\"1;\"\"2\"\"\",,,row_ragged,,m,f\n" + "1;2;3,,,row_ragged,,m,f\n" + "\"1;\"\"a;b\"\";c, d\",,,row_ragged,,m,f\n" + "\"1;\"\"a;b;c\",,,row_quote,,m,f\n" + "1,a,b,row_ragged,,m,f\n"
	want := "2 row_ragged \"1;\\\"2\\\"\"\n3 [\"1\" \"2\" \"3\"]\n4 [\"1\" \"a;b\" \"c, d\"]\n5 row_quote \"1;\\\"a;b;c\"\n6 [\"1\" \"a\" \"b\"]\n"
	for name, spec := range map[string]source.Spec{
		"stated":     {Options: map[string]string{"delimiter": ";"}},
		"remembered": {AsSource: map[string]string{"encoding": "utf-8", "delimiter": "semicolon", "quote": `"`, "escape": "double"}},
	} {
		spec.Path = write(t, "in.csv", in)
		r, rows := mustRead(t, spec)
		if diff := cmp.Diff(want, show(rows)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		spec.Path = reject(t, r, rows, t.TempDir(), missing)
		_, back := mustRead(t, spec)
		if diff := cmp.Diff(want, show(back)); diff != "" {
			t.Errorf("%s, written again: %s", name, diff)
		}
	}
}

// TestRejectsAreReadAsTheirSourceWas: what is detected in a source is not asked of its
// rejects, which are too short to tell it.
func TestRejectsAreReadAsTheirSourceWas(t *testing.T) {
	long := func(encoding, head, row, last string) string {
		return encodeAs(encoding, head+strings.Repeat(row, 60)+last)
	}
	for name, in := range map[string]string{
		"German":       long("windows-1252", "id;Straße\n", "1;Jürgen Weiß, Größe\n2;Käthe Schäfer\n", "3;Krüger\n"),
		"Japanese":     long("cp932", "id;名前\n", "1;山田太郎\n2;鈴木一郎\n3;伊藤さくら\n", "4;ヤマダ\n"),
		"Korean":       long("cp949", "id;이름\n", "1;김민준\n2;이서연\n3;서울특별시\n", "4;박\n"),
		"apostrophes":  "id;name\n" + strings.Repeat("1;'a;b'\n", 20) + "2;'O''Brien'\n",
		"ragged":       "id;name;more\n" + strings.Repeat("1;'a;b';'c'\n", 20) + "2;'O''Brien; x'\n",
		"backslashes":  "id;name\n" + strings.Repeat("1;\"a \\\"b\\\";c\"\n", 20) + "2;x\\;y\n",
		"inches":       "id;size\n" + strings.Repeat("1;5\" pipe\n", 20) + "2;6\" pipe\n",
		"broken bytes": "id;name\n" + strings.Repeat("1;é\n", 20) + "2;Jos\xe9 N\xfa\xf1ez \xc1ngel P\xe9rez Mar\xeda G\xf3mez\n",
	} {
		t.Run(name, func(t *testing.T) {
			spec := source.Spec{Path: write(t, "in.csv", in)}
			r, rows := mustRead(t, spec)
			last := rows[len(rows)-1:]
			spec.Path, spec.AsSource = reject(t, r, last, t.TempDir(), missing), r.(source.Dialected).Dialect()
			again, back := mustRead(t, spec)
			if len(back) != 1 || different(&last[0], &back[0]) != "" || !cmp.Equal(r.Columns(), again.Columns()) {
				t.Errorf("%s%q came back as\n%s%q", show(last), r.Columns(), show(back), again.Columns())
			}
			spec.Path = write(t, "other.csv", in)
			if _, same := mustRead(t, spec); !cmp.Equal(show(rows), show(same)) {
				t.Error("a file that is no rejects file is read otherwise for what is remembered")
			}
		})
	}
}

// TestRejectsSavedByAMachine: rejects of a source in UTF-8 that come back in an encoding of
// single bytes are not held to what is remembered.
func TestRejectsSavedByAMachine(t *testing.T) {
	in := encodeAs("windows-1252", "id;name;_error_code;_error_field;_error;_how_to_fix\n1;Jürgen Weiß;a_b;;m;f\n2;Käthe Größe;a_b;;m;f\n3;Björn Schäfer;a_b;;m;f\n")
	_, rows := mustRead(t, source.Spec{Path: write(t, "in.csv", in), AsSource: map[string]string{"encoding": "utf-8", "delimiter": ";", "quote": `"`, "escape": "double"}})
	if got := show(rows); !strings.Contains(got, "Käthe Größe") {
		t.Error(got)
	}
}

// TestPreface: the lines above the header can be looked at, as text; a file that begins with its
// header has none.
func TestPreface(t *testing.T) {
	for in, want := range map[string][]string{
		"# KJ: 1=mann\r\n\r\nid,kj,name\r\n1,1,Ann\r\n2,2,Bo\r\n": {"# KJ: 1=mann", ""},
		"id,kj,name\n1,1,Ann\n2,2,Bo\n":                           nil,
		"# kj 1=bl\xe5\nid,kj,name\n1,1,Ann\n2,2,Bj\xf8rn\n":      {"# kj 1=blå"},
	} {
		got := open(t, write(t, "in.csv", in), "encoding", map[bool]string{true: "utf-8", false: "windows-1252"}[utf8.ValidString(in)]).(source.Prefaced).Preface()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", in, diff)
		}
	}
}
