package jsonfile_test

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/jsonfile"
	"kycmigrate/internal/source/sourcetest"
)

func write(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func open(t testing.TB, path, records string, columns ...string) source.Reader {
	t.Helper()
	r, err := jsonfile.Open(t.Context(), source.Spec{Path: path, Columns: columns, Options: map[string]string{"records": records}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// drain reads all rows of r, few at a time.
func drain(t testing.TB, r source.Reader) ([]kyc.Row, error) {
	t.Helper()
	var all []kyc.Row
	rows := make([]kyc.Row, 3)
	for {
		n, err := r.Read(t.Context(), rows)
		for _, row := range rows[:n] {
			row.Cells = slices.Clone(row.Cells)
			all = append(all, row)
		}
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return all, err
		}
	}
}

// show writes a row as line, and cells or code and raw.
func show(rows []kyc.Row) string {
	var b strings.Builder
	for _, r := range rows {
		if r.Fault != nil {
			fmt.Fprintf(&b, "%d %s %q\n", r.Origin.Line, r.Fault.Code, r.Raw)
		} else {
			fmt.Fprintf(&b, "%d %q\n", r.Origin.Line, r.Cells)
		}
	}
	return b.String()
}

func object(columns []string, cells []string) string {
	var b strings.Builder
	for i, c := range columns {
		text, _ := json.Marshal(cells[i])
		fmt.Fprintf(&b, `,%q:%s`, c, text)
	}
	return "{" + b.String()[1:] + "}"
}

func suite(form func(objects []string) string) sourcetest.Suite {
	columns := []string{"id", "name", "note"}
	return sourcetest.Suite{
		Open: func(t *testing.T, columns []string, rows []sourcetest.Row) source.Reader {
			var objects []string
			for _, r := range rows {
				if r.Broken {
					objects = append(objects, `{"id":"7","name":}`)
				} else {
					objects = append(objects, object(columns, r.Cells))
				}
			}
			return open(t, write(t, "in.json", form(objects)), "", columns...)
		},
		Reopen:    func(t *testing.T, path string) source.Reader { return open(t, path, "", columns...) },
		CanBreak:  true,
		HasLines:  true,
		Countable: true,
	}
}

func TestConformanceOfLines(t *testing.T) {
	sourcetest.Run(t, suite(func(objects []string) string { return strings.Join(objects, "\n") + "\n" }))
}

func TestConformanceOfAnArray(t *testing.T) {
	sourcetest.Run(t, suite(func(objects []string) string { return "[\n" + strings.Join(objects, ",\n") + "\n]\n" }))
}

func TestValues(t *testing.T) {
	in := `{"text":"a\u00e9\n\ud83d\ude00 \"q\"","number":12345678901234567890.10e+02,"yes":true,"no":false,"null":null,` +
		`"object":{"a": [1, {"b" : "x y"}], "c":{}},"a.b":{"[0]":"odd"},"list":["x","y",["z"]],"":"nameless"}`
	tests := []struct{ column, want string }{
		{"text", "aé\n😀 \"q\""},
		{"number", "12345678901234567890.10e+02"},
		{"yes", "true"},
		{"no", "false"},
		{"null", ""},
		{"object", `{"a":[1,{"b":"x y"}],"c":{}}`},
		{"object.a[1].b", "x y"},
		{"object.a[0]", "1"},
		{"object.a[7]", ""},
		{"object.c", "{}"},
		{`["a.b"]["[0]"]`, "odd"},
		{"list[2][0]", "z"},
		{"list", `["x","y",["z"]]`},
		{`[""]`, "nameless"},
		{"text.none", ""},
		{"absent", ""},
	}
	var columns []string
	for _, tt := range tests {
		columns = append(columns, tt.column)
	}
	r := open(t, write(t, "in.jsonl", in), "", columns...)
	rows, err := drain(t, r)
	if err != nil || len(rows) != 1 || rows[0].Fault != nil {
		t.Fatalf("%v, %s", err, show(rows))
	}
	for _, tt := range tests {
		if got := rows[0].Cells[slices.Index(r.Columns(), tt.column)]; got != tt.want {
			t.Errorf("%s is %q, want %q", tt.column, got, tt.want)
		}
	}
}

func TestColumns(t *testing.T) {
	in := `{"id":1,"info":{"first":"a","docs":[{"number":"1"},{"number":"2"}]},"later":null,"empty":{},"a b":"x","c.d":1}` + "\n" +
		`{"id":2,"info":{"last":"b"},"later":{"x":1},"tags":["a","b","c","d","e","f"]}` + "\n"
	r := open(t, write(t, "in.jsonl", in), "", "id", "info.first", "info.dob", "tags[5]", "info")
	want := []string{
		"id", "info.first", "info.docs[0].number", "info.docs[1].number", "empty", "a b", `["c.d"]`, "info.last", "later.x",
		"tags[0]", "tags[1]", "tags[2]", "tags[3]", "info.dob", "tags[5]", "info",
	}
	if diff := cmp.Diff(want, r.Columns()); diff != "" {
		t.Error(diff)
	}
	if w := r.Warnings(); len(w) != 1 || !strings.Contains(w[0], `"info.dob"`) || strings.Contains(w[0], "tags") {
		t.Errorf("warnings: %q", w)
	}
	if _, err := jsonfile.Open(t.Context(), source.Spec{Path: write(t, "in.jsonl", in), Columns: []string{"info..x"}}); err == nil || !strings.Contains(err.Error(), "no path") {
		t.Errorf("a column that is no path: %v", err)
	}
}

func TestFormsOfRecords(t *testing.T) {
	const want = "[\"1\"] [\"2\"] [\"3\"] "
	tests := []struct{ name, in, records string }{
		{"lines", "{\"id\":1}\n{\"id\":2}\r\n\r\n{\"id\":3}", ""},
		{"byte order mark", "\ufeff{\"id\":1}\n{\"id\":2}\n{\"id\":3}\n", ""},
		{"one after the other", `{"id":1}{"id":2} {"id":3}`, ""},
		{"many lines each", "{\n  \"id\": 1\n}\n{\n  \"id\": 2\n}\n{\n  \"id\": 3\n}\n", ""},
		{"array", `[{"id":1},{"id":2},{"id":3}]`, ""},
		{"array of many lines", "[\n  {\n    \"id\": 1\n  },\n  {\"id\":2}, {\"id\":3}\n]\n", ""},
		{"arrays one after the other", "[{\"id\":1}]\n[]\n[{\"id\":2},{\"id\":3}]", ""},
		{"inside a document", `{"meta":{"items":[9,{"id":9}]},"data":{"note":"]","items":[{"id":1},{"id":2},{"id":3}],"next":null},"x":[{}]}`, "data.items"},
		{"inside an element", `[[{"id":9}],{"a.b":[{"id":1},{"id":2},{"id":3}]}]`, `[1]["a.b"]`},
		{"pages", "{\"items\":[{\"id\":1}]}\n{\"items\":null}\n{\"items\":[{\"id\":2},{\"id\":3}]}\n", "items"},
		{"one name twice on the way", `{"data":{"items":[{"id":1}]},"data":{"items":[{"id":2},{"id":3}]}}`, "data.items"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rows, err := drain(t, open(t, write(t, "in.json", tt.in), tt.records, "id"))
			var got strings.Builder
			for _, r := range rows {
				fmt.Fprintf(&got, "%q ", r.Cells)
			}
			if err != nil || got.String() != want {
				t.Errorf("got %s and %v", got.String(), err)
			}
		})
	}
}

func TestFaults(t *testing.T) {
	deep := `{"id":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + "}"
	tests := []struct{ name, in, code string }{
		{"trailing comma", `{"id":1,}`, "json_syntax"},
		{"trailing comma in an array", `{"id":[1,]}`, "json_syntax"},
		{"NaN", `{"id":NaN}`, "json_syntax"},
		{"leading zero", `{"id":01}`, "json_syntax"},
		{"bare fraction", `{"id":1.}`, "json_syntax"},
		{"plus", `{"id":+1}`, "json_syntax"},
		{"single quotes", `{'id':1}`, "json_syntax"},
		{"no colon", `{"id" 1}`, "json_syntax"},
		{"not closed", `{"id":{"a":1}`, "json_syntax"},
		{"text not closed", `{"id":"1`, "json_syntax"},
		{"bad escape", `{"id":"\x41"}`, "json_syntax"},
		{"bad hex", `{"id":"\u00g1"}`, "json_syntax"},
		{"control character", "{\"id\":\"a\tb\"}", "json_syntax"},
		{"one brace too many", `{"id":1,"a":{}},"b":2}`, "json_syntax"},
		{"something behind", `{"id":1} x`, "json_syntax"},
		{"comment", `{"id":1} // one`, "json_syntax"},
		{"cut word", `{"id":tru}`, "json_syntax"},
		{"duplicate", `{"id":1,"x":{"a":1,"\u0061":2}}`, "json_duplicate_name"},
		{"not UTF-8", "{\"id\":\"\xe9\"}", "row_encoding"},
		{"half a pair", `{"id":"\ud800"}`, "row_encoding"},
		{"half a pair before another escape", `{"id":"\ud800\n"}`, "row_encoding"},
		{"the second half", `{"id":"\udc00x"}`, "row_encoding"},
		{"number", `17`, "json_not_object"},
		{"array", `[{"id":1}]`, "json_not_object"},
		{"too deep", deep, "json_too_deep"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := "{\"id\":1}\n" + tt.in + "\n{\"id\":3}\n"
			rows, err := drain(t, open(t, write(t, "in.jsonl", in), "", "id"))
			want := fmt.Sprintf("1 [\"1\"]\n2 %s %q\n3 [\"3\"]\n", tt.code, tt.in)
			if diff := cmp.Diff(want, show(rows)); err != nil || diff != "" {
				t.Error(err, diff)
			}
			if f := rows[1].Fault; f.Message == "" || f.Fix == "" {
				t.Errorf("fault: %+v", f)
			}
		})
	}
}

func TestNestedAsDeepAsAllowed(t *testing.T) {
	in := `{"id":` + strings.Repeat("[", 99) + strings.Repeat("]", 99) + "}"
	rows, err := drain(t, open(t, write(t, "in.jsonl", in), "", "id"))
	if err != nil || len(rows) != 1 || rows[0].Fault != nil {
		t.Error(err, show(rows))
	}
}

// TestRecovery: where reading goes on after a broken record, and where it must
// not.
func TestRecovery(t *testing.T) {
	tests := []struct{ name, in, want, fails string }{
		{"lines, the next record is not swallowed", "{\"id\":\n{\"id\":2}\n{\"id\":3}\n", "1 json_syntax \"{\\\"id\\\":\"\n2 [\"2\"]\n3 [\"3\"]\n", ""},
		{"second on its line", "{\"id\":1}{\"id\":}\n{\"id\":3}\n", "1 [\"1\"]\n1 json_syntax \"{\\\"id\\\":}\"\n2 [\"3\"]\n", ""},
		{
			"many lines each", "{\n \"id\": 1\n}\n{\n \"id\": NaN,\n \"x\": {\n }\n}\n{\n \"id\": 3\n}\n",
			"1 [\"1\"]\n4 json_syntax \"{\\n \\\"id\\\": NaN,\\n \\\"x\\\": {\\n }\\n}\"\n9 [\"3\"]\n", "",
		},
		{"array on one line", `[{"id":1},{"id":NaN,"x":"]}"},{"id":3}]`, "1 [\"1\"]\n1 json_syntax \"{\\\"id\\\":NaN,\\\"x\\\":\\\"]}\\\"}\"\n1 [\"3\"]\n", ""},
		{"array, one to a line, not closed", "[\n{\"id\":1},\n{\"id\":{,\n{\"id\":3}\n]", "2 [\"1\"]\n3 json_syntax \"{\\\"id\\\":{\"\n4 [\"3\"]\n", ""},
		{"array, text not closed in the last", "[\n{\"id\":1},\n{\"id\":\"3}\n]\n", "2 [\"1\"]\n3 json_syntax \"{\\\"id\\\":\\\"3}\"\n", ""},
		{
			"array of many lines", "[\n  {\n    \"id\": 1\n  },\n  {\n    \"id\": \"2\n  },\n  {\n    \"id\": 3\n  }\n]\n",
			"2 [\"1\"]\n5 json_syntax \"{\\n    \\\"id\\\": \\\"2\\n  }\"\n8 [\"3\"]\n", "",
		},
		{"array with others than objects", `[{"id":1},null,"x",[2],{"id":3}]`, "1 [\"1\"]\n1 json_not_object \"null\"\n1 json_not_object \"\\\"x\\\"\"\n1 json_not_object \"[2]\"\n1 [\"3\"]\n", ""},
		{"a brace too early in an array", `[{"id":1,"a":{}},"b":2},{"id":3}]`, "", "cannot be told where the next one begins"},
		{"not closed on one line", `[{"id":1},{"id":"2},{"id":3}]`, "1 [\"1\"]\n", "in.json:1: the record that begins here is broken"},
		{"array cut short", `[{"id":1},{"id":2},`, "1 [\"1\"]\n1 [\"2\"]\n", "the file ends inside the array"},
		{"last element cut short", `[{"id":1},{"id":2`, "1 [\"1\"]\n", "cannot be told"},
		{"comma missing", `[{"id":1} {"id":2}]`, "", "cannot be told"},
		{"objects behind an array", "[{\"id\":1}]\n{\"id\":2}\n", "1 [\"1\"]\n", "something else than an array"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rows, err := drain(t, open(t, write(t, "in.json", tt.in), "", "id"))
			if diff := cmp.Diff(tt.want, show(rows)); diff != "" {
				t.Error(diff)
			}
			if (err == nil) != (tt.fails == "") || err != nil && !strings.Contains(err.Error(), tt.fails) {
				t.Errorf("got the error %v, want one with %q", err, tt.fails)
			}
		})
	}
}

func TestTooLong(t *testing.T) {
	long := `{"id":"` + strings.Repeat("가", source.MaxRecord/3) + `"}`
	kept := long[:4096-(4096-7)%3]
	for name, in := range map[string]string{
		"lines": "{\"id\":1}\n" + long + "\n{\"id\":3}\n",
		"array": "[\n{\"id\":1},\n" + long + ",\n{\"id\":3}]",
		"pages": "{\"items\":[\n" + long + "\n]}",
	} {
		t.Run(name, func(t *testing.T) {
			records := ""
			if name == "pages" {
				records = "items"
			}
			rows, err := drain(t, open(t, write(t, "in.json", in), records, "id"))
			if err != nil {
				t.Fatal(err)
			}
			found := 0
			for _, r := range rows {
				if r.Fault != nil && r.Fault.Code == source.CodeTooLong && r.Raw == kept {
					found++
				}
			}
			if found != 1 || len(rows) != strings.Count(in, "\n{")+strings.Count(in[:1], "{")-strings.Count(in[:9], "items") {
				t.Errorf("%d of %d rows are too long", found, len(rows))
			}
		})
	}
	just := `{"id":"` + strings.Repeat("x", source.MaxRecord-9) + `"}`
	rows, err := drain(t, open(t, write(t, "in.jsonl", just+"\n"+just), "", "id"))
	if err != nil || len(rows) != 2 || rows[0].Fault != nil || rows[1].Fault != nil {
		t.Errorf("records of just the longest: %v, %d rows", err, len(rows))
	}
}

func TestOpenRefuses(t *testing.T) {
	tests := []struct{ name, in, records, want string }{
		{"CSV", "id,name\n1,2\n", "", "does not look like JSON"},
		{"UTF-16", "\xff\xfe{\x00", "", "UTF-16"},
		{"gzip", "\x1f\x8b\x08", "", "gzip"},
		{"no such array", `{"data":{"list":[]}}`, "data.items", "no array at data.items"},
		{"an object there", `{"data":{"items":{}}}`, "data.items", "something else than an array"},
		{"bad path", `{}`, "data.", "option records"},
		{"cut document", `{"data":{"x":[`, "data.items", "not closed"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := jsonfile.Open(t.Context(), source.Spec{Path: write(t, "in.json", tt.in), Options: map[string]string{"records": tt.records}})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want one with %q", err, tt.want)
			}
		})
	}
	if _, err := jsonfile.Open(t.Context(), source.Spec{Path: write(t, "in.json", "{}"), Options: map[string]string{"sheet": "1"}}); err == nil {
		t.Error("an unknown option is taken")
	}
}

// TestListInOneObject: a document that was meant to be walked into is told.
func TestListInOneObject(t *testing.T) {
	r := open(t, write(t, "in.json", `{"count":2,"data":{"items":[{"id":1},{"id":2}]}}`), "")
	if w := r.Warnings(); len(w) != 1 || !strings.Contains(w[0], "records: data.items") {
		t.Errorf("warnings: %q", w)
	}
}

// TestManyBroken: what is not closed, again and again, costs no more than its
// own lines.
func TestManyBroken(t *testing.T) {
	const n = 20_000
	for name, in := range map[string]string{
		"lines":               strings.Repeat("{\"id\":[1,\n", n),
		"many lines":          "{\n \"id\": 1\n}\n" + strings.Repeat("{\n \"id\": [1,\n", n),
		"array":               "[\n" + strings.Repeat("{\"id\":{\"a\":1},\n", n) + "]",
		"array of texts":      "[\n" + strings.Repeat("{\"id\":\"1},\n", n) + "]",
		"array on one line":   "[" + strings.Repeat("{\"id\":NaN},", n) + "]",
		"array of many lines": "[" + strings.Repeat("\n  {\n    \"id\": [1\n  },", n) + "\n]",
	} {
		rows, err := drain(t, open(t, write(t, "in.json", in), "", "id"))
		faults := 0
		for _, r := range rows {
			if r.Fault != nil {
				faults++
			}
		}
		if err != nil || faults != n {
			t.Errorf("%s: %d faults, %v", name, faults, err)
		}
	}
}

func TestSeveralFiles(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.json": "[{\"id\":1}]", "b.json": "", "c.json": "{\"id\":2}\n{\"id\":3}", "d.json": "[]"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r := open(t, filepath.Join(dir, "*.json"), "", "id")
	rows, err := drain(t, r)
	if err != nil || show(rows) != "1 [\"1\"]\n1 [\"2\"]\n2 [\"3\"]\n" || rows[2].Origin.Row != 2 || rows[2].Seq != 2 {
		t.Error(err, show(rows))
	}
	if r.Bytes() != r.Size() {
		t.Errorf("read %d of %d bytes", r.Bytes(), r.Size())
	}
}

func TestFaultsNameNoValue(t *testing.T) {
	in := `{"CANARY":"CANARY","x":CANARY}` + "\n" + `{"CANARY":1,"CANARY":2}` + "\n" + `"CANARY"` + "\n" + `{"a":"CANARY\q"}` + "\n{\"a\":\"CANARY\n"
	rows, err := drain(t, open(t, write(t, "in.jsonl", in), "", "id"))
	if err != nil || len(rows) != 5 {
		t.Fatal(err, show(rows))
	}
	for _, r := range rows {
		if r.Fault == nil || strings.Contains(r.Fault.Message+r.Fault.Fix, "CANARY") {
			t.Errorf("%+v", r.Fault)
		}
	}
}

func TestManyNames(t *testing.T) {
	var b strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&b, ",\"n%d\":1", i)
	}
	for end, code := range map[string]string{"": "", `,"n40000":2`: "json_duplicate_name", `,"n1":2`: "json_duplicate_name"} {
		rows, err := drain(t, open(t, write(t, "in.jsonl", "{"+b.String()[1:]+end+"}"), "", "n1"))
		if err != nil || len(rows) != 1 || (rows[0].Fault == nil) != (code == "") || code != "" && rows[0].Fault.Code != code {
			t.Errorf("%q: %v", end, err)
		}
	}
}
