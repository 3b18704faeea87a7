package jsonfile_test

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/jsonfile"
)

// FuzzJSON: whatever the bytes, nothing panics and reading ends; a row that is
// good is an object to encoding/json with these values; of lines nothing is
// lost; and what is written back comes back.
func FuzzJSON(f *testing.F) {
	for _, seed := range []string{
		`{"id":1,"a":{"b":["x\u00e9",null,{}]}}` + "\n" + `{"id":"2"}`, "[{\"id\":1},\n{\"id\":NaN}]", `{"data":[{"id":1}]}`,
		"{\n \"id\": 1,\n}\n{\n \"id\": 2\n}\n", "[\n {\"id\":\n {\"id\":2}\n]", `{"_raw":"{","_error_code":"json_syntax"}`,
		`{"id":1}{"id":2}}x`, "\ufeff[]", `{"id":"\ud83d\ude00"}`, `{"_error":1,"id":1e5}`, `[[1],"a",{"id":1}]`,
	} {
		f.Add([]byte(seed), "")
		f.Add([]byte(seed), "data")
	}
	f.Fuzz(func(t *testing.T, in []byte, records string) {
		path := filepath.Join(t.TempDir(), "in.json")
		if err := os.WriteFile(path, in, 0o600); err != nil {
			t.Fatal(err)
		}
		spec := source.Spec{Path: path, Columns: []string{"id", "a.b[0]", "a"}, Options: map[string]string{"records": records}}
		r, err := jsonfile.Open(t.Context(), spec)
		if err != nil {
			return
		}
		rows, err := drain(t, r)
		r.Close()
		for _, row := range rows {
			check(t, r.Columns(), row)
		}
		if trimmed := bytes.TrimSpace(bytes.TrimPrefix(in, []byte("\ufeff"))); err == nil && !bytes.HasPrefix(trimmed, []byte("[")) && records == "" && !bytes.Contains(in, []byte("_")) {
			whole(t, in, rows)
		}
		if err == nil && len(rows) > 0 {
			comesBack(t, r, rows, spec)
		}
	})
}

// check holds a row to what encoding/json makes of its bytes.
func check(t *testing.T, columns []string, row kyc.Row) {
	if row.Fault != nil {
		return
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal([]byte(row.Raw), &object); err != nil || !utf8.ValidString(row.Raw) {
		t.Fatalf("%q is good to us, and to encoding/json: %v", row.Raw, err)
	}
	want := ""
	if raw, ok := object["id"]; ok && string(raw) != "null" {
		want = string(raw)
		if raw[0] == '"' {
			_ = json.Unmarshal(raw, &want)
		} else if raw[0] == '{' || raw[0] == '[' {
			var b bytes.Buffer
			_ = json.Compact(&b, raw)
			want = b.String()
		}
	}
	if got := row.Cells[slices.Index(columns, "id")]; got != want {
		t.Fatalf("id of %q is %q, want %q", row.Raw, got, want)
	}
}

// whole sees to it that records by themselves make up the file but for the
// white space between them.
func whole(t *testing.T, in []byte, rows []kyc.Row) {
	rest := strings.TrimPrefix(string(in), "\ufeff")
	for _, row := range rows {
		rest = strings.TrimLeft(rest, " \t\r\n")
		after, ok := strings.CutPrefix(rest, row.Raw)
		if !ok {
			t.Fatalf("%q is not what comes next in %q", row.Raw, rest)
		}
		rest = after
	}
	if left := strings.Trim(rest, " \t\r\n"); left != "" {
		t.Fatalf("%q was lost", left)
	}
}

func comesBack(t *testing.T, r source.Reader, rows []kyc.Row, spec source.Spec) {
	spec.Path = reject(t, r, rows)
	again, err := jsonfile.Open(t.Context(), spec)
	if err != nil {
		t.Fatalf("the rejects file does not open: %v", err)
	}
	defer again.Close()
	back := make([]kyc.Row, len(rows)+1)
	n, err := again.Read(t.Context(), back)
	if err != nil && err != io.EOF || n != len(rows) {
		t.Fatalf("of %d rows %d came back, %v", len(rows), n, err)
	}
	for i := range rows {
		if back[i].Raw != rows[i].Raw || (back[i].Fault == nil) != (rows[i].Fault == nil) {
			t.Fatalf("%q came back as %q", rows[i].Raw, back[i].Raw)
		}
	}
}
