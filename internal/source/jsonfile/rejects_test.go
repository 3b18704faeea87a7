package jsonfile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
)

// reject writes all rows back and returns the path of the rejects file.
func reject(t testing.TB, r source.Reader, rows []kyc.Row) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "rejects"+r.RejectsExt())
	w, err := r.NewRejects(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		issue := kyc.Issue{Severity: kyc.Reject, Code: "required_missing", Field: "email", Message: "<missing>", Fix: "add it"}
		if rows[i].Fault != nil {
			issue = *rows[i].Fault
		}
		if err := w.Write(&rows[i], []kyc.Issue{issue}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRejectsComeBack(t *testing.T) {
	long := `{"id":"` + strings.Repeat("x", source.MaxRecord) + `"}`
	in := "{\"id\":1 , \"x\":[1, 2] }\n{}\n{ }\n{\"id\":NaN}\n{\"id\":\"\xe9\"}\n{\"_raw\":\"mine\",\"id\":2}\n" + long + "\n17\n"
	for name, form := range map[string]string{"lines": in, "array": "{\"data\":[\n" + strings.ReplaceAll(strings.TrimSpace(in), "\n", ",\n") + "\n]}"} {
		t.Run(name, func(t *testing.T) {
			records := ""
			if name == "array" {
				records = "data"
			}
			r := open(t, write(t, "in.json", form), records, "id")
			rows, err := drain(t, r)
			if err != nil || len(rows) != 8 {
				t.Fatal(err, len(rows))
			}
			again := open(t, reject(t, r, rows), records, "id")
			back, err := drain(t, again)
			if err != nil {
				t.Fatal(err)
			}
			for i := range rows {
				if back[i].Raw != rows[i].Raw || (back[i].Fault == nil) != (rows[i].Fault == nil) {
					t.Errorf("row %d came back as %.80q, it was %.80q", i, back[i].Raw, rows[i].Raw)
				}
				if f := rows[i].Fault; f != nil && back[i].Fault != nil && back[i].Fault.Code != f.Code {
					t.Errorf("row %d: %s became %s", i, f.Code, back[i].Fault.Code)
				}
			}
		})
	}
}

// TestMendedRejects: what a person, or a tool that writes JSON anew, makes of a
// rejects file.
func TestMendedRejects(t *testing.T) {
	in := `{"_raw":"{\"id\": 1}","_error_code":"json_syntax","_error":"x"}
{ "_raw" : " {\"id\":2} ", "_error_code": "json_syntax"}
{"_error_code":"a_b","_error":"x","id":3}
{"id":4, "_error_code" : "a_b" , "name":"n", "_how_to_fix":"y" }
{"id":5}
{"_raw":"{\"id\":6}{\"id\":7}","_error_code":"json_syntax"}
{"_raw":"{\"id\":8","_error_code":"json_syntax"}
{"_raw_base64":"eyJpZCI6OX0=","_error_code":"row_encoding"}
{"id":10,"_error_code":"a_b","note":{"_error":"kept"}}
`
	rows, err := drain(t, open(t, write(t, "in.jsonl", in), "items", "id"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`{"id": 1}`, `{"id":2}`, `{"id":3}`, `{"id":4 , "name":"n" }`, `{"id":5}`, `{"id":6}{"id":7}`, `{"id":8`, `{"id":9}`,
		`{"id":10,"note":{"_error":"kept"}}`,
	}
	var got []string
	faults := ""
	for _, r := range rows {
		got = append(got, r.Raw)
		if r.Fault != nil {
			faults += r.Raw + " "
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if faults != want[5]+" "+want[6]+" " {
		t.Errorf("faults: %s", faults)
	}
}

func TestRejectsAreLines(t *testing.T) {
	r := open(t, write(t, "in.jsonl", `{"id":1}`+"\n"+`{"id":"`), "", "id")
	rows, _ := drain(t, r)
	text, err := os.ReadFile(reject(t, r, rows))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"id":1,"_error_code":"required_missing","_error_field":"email","_error":"<missing>","_how_to_fix":"add it"}
{"_raw":"{\"id\":\"","_error_code":"json_syntax","_error_field":"","_error":"a text is not closed, or holds a control character, at byte 8 of the record","_how_to_fix":"mend the JSON of the record; a rejects file holds it whole as the text of _raw"}
`
	if rows[1].Fault.Message == "the file ends before the record does, at byte 8 of the record" {
		want = strings.Replace(want, "a text is not closed, or holds a control character, at byte 8", "the file ends before the record does, at byte 8", 1)
	}
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Error(diff)
	}
}
