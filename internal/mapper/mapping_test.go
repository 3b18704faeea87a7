package mapper

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// testNow stands for today in every test.
var testNow = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// testEnv is the environment of the tests.
func testEnv(name string) (string, bool) {
	v, ok := map[string]string{"ARGOS_ADMIN": "s3cret-admin", "EMPTY": ""}[name]
	return v, ok
}

func testOptions() LoadOptions { return LoadOptions{Env: testEnv, NeedEnv: true, Now: testNow} }

// load parses a mapping and fails the test if it has a problem.
func load(t testing.TB, text string) *Mapping {
	t.Helper()
	m, err := parse("m.yaml", []byte(text), testOptions())
	if err != nil {
		t.Fatalf("parse: %v", err)
	}
	return m
}

// withFields is a whole mapping around some fields.
func withFields(fields string) string {
	return "version: 1\nsource: {kind: csv}\nkey: id\nfields:\n  " + strings.ReplaceAll(strings.TrimSpace(fields), "\n", "\n  ") + "\n"
}

// golden compares got with testdata/name, or rewrites that file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("read golden file (run with -update to write it): %v", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, diff)
	}
}

func TestErrorTexts(t *testing.T) {
	files, err := filepath.Glob("testdata/errors/*.yaml")
	if err != nil || len(files) < 10 {
		t.Fatalf("found %d mappings with errors, %v", len(files), err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, err = parse(name, data, testOptions())
			if err == nil {
				t.Fatal("no problem was found")
			}
			golden(t, "errors/"+strings.TrimSuffix(name, ".yaml")+".golden", err.Error()+"\n")
		})
	}
}

func TestWarningTexts(t *testing.T) {
	data, err := os.ReadFile("testdata/warnings.yaml")
	if err != nil {
		t.Fatal(err)
	}
	m, err := parse("warnings.yaml", data, LoadOptions{Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "warnings.golden", strings.Join(m.Warnings, "\n")+"\n")
	if m.Admin != "" {
		t.Error("an unset admin must stay empty")
	}
}

func TestCompileErrorTexts(t *testing.T) {
	m := load(t, withFields(`
email: {from: mail}
fullName: {join: [first_nam, last_name]}
birthDate: {from: dob, date: DD/MM/YYYY}
cf1: {template: "{Branch}-{number}"}`)+"images: {idImage: {from: id_frnt}}\n")
	_, err := m.Compile([]string{"id_no", "email", "first_name", "last_name", "branch", "id_front"})
	if err == nil {
		t.Fatal("unknown columns were accepted")
	}
	golden(t, "compile.golden", err.Error()+"\n")
}

func TestLoadReadyMapping(t *testing.T) {
	m, err := Load("../../mappings/bank-csv.yaml", testOptions())
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Warnings) != 0 {
		t.Errorf("warnings: %q", m.Warnings)
	}
	root, err := filepath.Abs("../../mappings/images")
	if err != nil {
		t.Fatal(err)
	}
	got := []any{m.Name, m.Source.Kind, m.Source.Options, m.Key, m.Marker, m.Admin, m.ImageRoot, m.ImageMaxBytes, m.DropBadImages, len(m.Hash)}
	want := []any{"bank-csv", "csv", map[string]string{"delimiter": "auto", "encoding": "auto"}, []string{"customer_id"}, kyc.CF3, "s3cret-admin", root, int64(7_500_000), false, 64}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("mapping differs (-want +got):\n%s", diff)
	}
	if at := m.Source.Position("encoding"); !strings.HasSuffix(at, "bank-csv.yaml:14:15") {
		t.Errorf("encoding is said to stand at %s", at)
	}
	if at := m.Source.Position("quote"); !strings.HasSuffix(at, "bank-csv.yaml:11:9") {
		t.Errorf("an option that is not given is said to stand at %s", at)
	}
}

func TestLoadFileProblems(t *testing.T) {
	dir := t.TempDir()
	big := filepath.Join(dir, "big.yaml")
	if err := os.WriteFile(big, []byte(strings.Repeat("# fill\n", maxFileSize/7+2)), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(dir, "none.yaml"): "there is no mapping file",
		big:                             "larger than 1 MiB",
		dir:                             "read mapping file",
	} {
		if _, err := Load(path, testOptions()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Load(%s) = %v, want %q in it", filepath.Base(path), err, want)
		}
	}
}

func TestNameDefaultsToFile(t *testing.T) {
	m, err := parse(filepath.Join("x", "east-branch.v2.yaml"), []byte(withFields("email: {from: e}")), testOptions())
	if err != nil || m.Name != "east-branch.v2" {
		t.Fatalf("name = %v, %v", m, err)
	}
	for _, bad := range []string{"", ".hidden", "a/b", `a\b`, "..", "a b", "nul", "Com1.x", "ends.", strings.Repeat("x", 65), "고객"} {
		if safeName(bad) {
			t.Errorf("%q was taken for a safe name", bad)
		}
	}
}

func TestSecretsAreNeverShown(t *testing.T) {
	text := `version: 1
source: {kind: csv, csv: {delimiter: "${ARGOS_ADMIN}", encoding: "${MISSING}", header: "${ARGOS_ADMIN"}}
key: [id, id]
admin: ${ARGOS_ADMIN}
fields: {email: {from: "e"}}
`
	_, err := parse("m.yaml", []byte(text), testOptions())
	if err == nil || strings.Contains(err.Error(), "s3cret") {
		t.Fatalf("error is missing or shows a secret: %v", err)
	}
}

func TestExpand(t *testing.T) {
	tests := []struct {
		in, out string
		unset   int
		whole   bool
	}{
		{"plain $HOME", "plain $HOME", 0, true},
		{"a ${ARGOS_ADMIN} b", "a s3cret-admin b", 0, true},
		{"${ARGOS_ADMIN}${ARGOS_ADMIN}", "s3cret-admins3cret-admin", 0, true},
		{"$${ARGOS_ADMIN}", "${ARGOS_ADMIN}", 0, true},
		{"${EMPTY}", "", 1, true},
		{"${NONE}x", "x", 1, true},
		{"${", "", 0, false},
		{"${}", "", 0, false},
		{"${1A}", "", 0, false},
	}
	for _, tt := range tests {
		out, unset, whole := Expand(tt.in, testEnv)
		if out != tt.out || len(unset) != tt.unset || whole != tt.whole {
			t.Errorf("Expand(%q) = %q, %v, %v", tt.in, out, unset, whole)
		}
	}
}

func TestAnchorsAreFollowed(t *testing.T) {
	m := load(t, withFields(`
firstName: {from: first, transform: &clean [trim, title]}
lastName: {from: last, transform: *clean}`))
	p, err := m.Compile([]string{"id", "first", "last"})
	if err != nil {
		t.Fatal(err)
	}
	rec := recordOf(p, &kyc.Row{Cells: []string{"1", "ann", " LEE "}})
	if got := rec.Submission[kyc.FirstName] + " " + rec.Submission[kyc.LastName]; got != "Ann Lee" {
		t.Errorf("got %q", got)
	}
}

func TestHostileYAML(t *testing.T) {
	bomb := "a: &a [x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+string(c-1)+",", 8) + "]\n"
	}
	for name, text := range map[string]string{
		"deep flow": strings.Repeat("[", 100_000),
		"deep key":  strings.Repeat("a:\n ", 1) + strings.Repeat("{a: ", 5000),
		"bomb":      bomb + withFields("email: {first: *j}"),
		"itself":    "version: &v {a: *v}\n",
		"nul":       "version: 1\x00",
	} {
		_, err := parse("m.yaml", []byte(text), testOptions())
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: error is %T", name, err)
		}
	}
}

// A file of nothing but mistakes is refused quickly and in few words.
func TestManyProblemsAreCounted(t *testing.T) {
	text := withFields("email:\n  from: a\n  values:") + strings.Repeat("      ? [x]\n      : y\n", 20_000)
	_, err := parse("m.yaml", []byte(text), testOptions())
	var e *Error
	if !errors.As(err, &e) || len(e.Problems) != maxProblems || e.More != 20_000-maxProblems {
		t.Fatalf("%T: %.300v", err, err)
	}
	if !strings.HasSuffix(err.Error(), "19800 more problems are not listed; mend these first") {
		t.Error("the text does not say how many are left")
	}
}

func TestUnsetOptionIsNotGiven(t *testing.T) {
	text := strings.Replace(withFields("email: {from: a}"), "{kind: csv}", `{kind: csv, csv: {encoding: "${NONE}", quote: ""}}`, 1)
	m, err := parse("m.yaml", []byte(text), LoadOptions{Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"quote": ""}, m.Source.Options); diff != "" {
		t.Errorf("options differ (-want +got):\n%s", diff)
	}
}

// A source that has hardly a column of the mapping is another file: one message says
// so, and one whose first line is a record shows nothing of it.
func TestCompileAnotherFile(t *testing.T) {
	m := load(t, `version: 1
source: {kind: csv}
admin: ops@bank.example
key: customer_id
fields:
  email: {from: mail_address}
  fullName: {join: [given, family], with: " "}
  birthDate: {from: born, date: YYYY-MM-DD}
  kycStatus: {from: outcome, values: {OK: approved}}
`)
	for _, test := range []struct {
		columns []string
		want    string
		hidden  string
	}{
		{[]string{"sku", "price", "stock"}, "nothing like 6 of the 6 columns that the mapping reads; is this the file that the mapping was written for? its columns are: sku, price, stock", ""},
		{[]string{"sku;price;stock"}, "it has a single column: is its delimiter the one", ""},
		{[]string{"10012171", "Petrović", "Ana", "ana@bank.example", "1961-06-03"}, "its first line looks like a record: if it has no header, state header: none", "Petrović"},
	} {
		_, err := m.Compile(test.columns)
		if err == nil || !strings.Contains(err.Error(), test.want) || strings.Count(err.Error(), "\n") > 0 {
			t.Errorf("%v: %v", test.columns, err)
		}
		if test.hidden != "" && strings.Contains(fmt.Sprint(err), test.hidden) {
			t.Errorf("a value is told: %v", err)
		}
	}
}
