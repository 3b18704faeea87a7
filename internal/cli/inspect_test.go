package cli

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/inspect"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden holds text against a file.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		write(t, path, got)
	}
	if diff := cmp.Diff(read(t, path), got); diff != "" {
		t.Errorf("%s differs:\n%s", path, diff)
	}
}

// inspectedIn runs inspect in the directory of the test data.
func inspectedIn(t *testing.T, args ...string) said {
	t.Helper()
	w := newWorld(t)
	t.Chdir(filepath.Join("testdata", "inspect"))
	got := w.migrate(append([]string{"inspect"}, args...)...)
	if got.code != ExitOK {
		t.Fatalf("exit %d\n%s", got.code, got.err)
	}
	return got
}

func TestInspectTellsPeople(t *testing.T) {
	for _, name := range []string{"planted", "clean"} {
		t.Run(name, func(t *testing.T) {
			got := inspectedIn(t, name+".csv", "--quiet")
			golden(t, name+".txt", got.out)
			if got.err != "" {
				t.Errorf("standard error: %s", got.err)
			}
		})
	}
}

func TestInspectTellsScripts(t *testing.T) {
	for _, name := range []string{"planted", "clean"} {
		t.Run(name, func(t *testing.T) {
			got := inspectedIn(t, name+".csv", "--json", "--quiet")
			var pretty bytes.Buffer
			if err := json.Indent(&pretty, []byte(got.out), "", "  "); err != nil {
				t.Fatalf("standard output is no object: %v\n%s", err, got.out)
			}
			golden(t, name+".json", pretty.String())
		})
	}
}

// No value of a row is in what inspect says.
func TestInspectTellsNoPersonalData(t *testing.T) {
	got := inspectedIn(t, "planted.csv", "--json")
	got.out += inspectedAgain(t, "planted.csv").out
	for _, secret := range []string{"민수", "서연", "Иван", "Garc", "person", "1001", "1950", "01234", "10115"} {
		if strings.Contains(got.out+got.err, secret) {
			t.Errorf("inspect tells %q", secret)
		}
	}
}

// inspectedAgain is inspectedIn in the directory that the test is in already.
func inspectedAgain(t *testing.T, args ...string) said {
	t.Helper()
	return newWorld(t).migrate(append([]string{"inspect"}, args...)...)
}

func TestInspectReadsWhatARunWould(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("odd.txt"), strings.ReplaceAll(rows(1, 30)+rows(7, 7)[len("id,email,name,dob,status\n"):], ",", "|"))
	got := w.migrate("inspect", "%s/odd.txt", "--key", "id", "--option", "delimiter=pipe", "--quiet")
	if got.code != ExitOK || !strings.Contains(got.out, "31 rows, 5 columns") || !strings.Contains(got.out, "key_repeated  id") || !strings.Contains(got.out, "odd.txt:32") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
	got = w.migrate("inspect", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--json", "--limit", "5", "--quiet")
	var o inspection
	if err := json.Unmarshal([]byte(got.out), &o); err != nil {
		t.Fatal(err)
	}
	if o.Rows != 5 || o.Whole || len(o.Key) != 1 || o.Key[0] != "id" || o.Kind != "csv" || len(o.Facts) == 0 {
		t.Errorf("%+v", o)
	}
	w.stdin = rows(1, 3)
	got = w.migrate("inspect", "-", "--quiet")
	if got.code != ExitOK || !strings.HasPrefix(got.out, "- (csv): 3 rows") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}

func TestInspectLeavesNothingBehind(t *testing.T) {
	w := newWorld(t)
	t.Setenv("TMPDIR", w.path("tmp"))
	if err := os.Mkdir(w.path("tmp"), 0o700); err != nil {
		t.Fatal(err)
	}
	w.stdin = rows(1, 3)
	for _, args := range [][]string{{"-"}, {"-", "--key", "nope"}, {"%s/none.csv"}, {"%s/customers.csv", "--option", "delimiter=x-x"}} {
		w.migrate(append([]string{"inspect", "--quiet"}, args...)...)
	}
	if left, _ := os.ReadDir(w.path("tmp")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestInspectSaysWhatIsWrong(t *testing.T) {
	w := newWorld(t)
	for _, tt := range []struct {
		args []string
		want string
	}{
		{nil, "SOURCE is missing"},
		{[]string{"a.csv", "b.csv"}, "quote a pattern"},
		{[]string{"%s/none.csv"}, "does not exist"},
		{[]string{"%s/customers.csv", "--key", "nope"}, `no column "nope"`},
		{[]string{"%s/customers.csv", "--kind", "cobol"}, `"cobol" is not known`},
		{[]string{"%s/customers.csv", "--option", "delimiter"}, "name=value"},
		{[]string{"%s/customers.csv", "--option", "colour=red"}, `no option "colour"`},
		{[]string{"%s/customers.csv", "--limit", "-1"}, "--limit -1"},
		{[]string{"%s/customers.csv", "--mapping", "%s/none.yaml"}, "does not exist"},
	} {
		got := w.migrate(append([]string{"inspect"}, tt.args...)...)
		if got.code != ExitUsage || !strings.Contains(got.err, tt.want) || got.out != "" {
			t.Errorf("%v: exit %d, want %q\n%s%s", tt.args, got.code, tt.want, got.out, got.err)
		}
	}
	if o := w.migrate("inspect", "%s/none.csv", "--json").object(t); o.Error == nil || o.Error.Code == "" {
		t.Errorf("%+v", o)
	}
}

// A database is inspected as a run would read it: its variables are expanded, no
// password stands in the command, and what is shown is what was typed.
func TestInspectDatabase(t *testing.T) {
	w := newWorld(t)
	w.env["KYC_DB"] = "sqlite:" + w.legacyDB()
	got := w.migrate("inspect", "${KYC_DB}", "--option", "table=customers", "--key", "id", "--json")
	var o inspection
	if err := json.Unmarshal([]byte(got.out), &o); err != nil || got.code != ExitOK {
		t.Fatalf("exit %d, %v\n%s%s", got.code, err, got.out, got.err)
	}
	if o.Source != "${KYC_DB}" || o.Kind != "sql" || o.Rows != 3 || !o.Whole || len(o.Facts) == 0 || o.Facts[0].Value != "SQLite" {
		t.Errorf("%+v", o)
	}
	if strings.Contains(got.out+got.err, w.dir) {
		t.Errorf("the value of the variable is told:\n%s%s", got.out, got.err)
	}
	for args, code := range map[string]string{
		"postgres://me:hunter2@db/bank": "source_secret", "sqlite:%s/none.db": "source", "${NOWHERE}": "source", "%s/none.csv": "source_missing",
	} {
		got := w.migrate("inspect", args, "--option", "table=customers", "--json")
		if o := got.object(t); got.code != ExitUsage || o.Error == nil || o.Error.Code != code || strings.Contains(got.out+got.err, "hunter2") {
			t.Errorf("%s: exit %d, %+v", args, got.code, o.Error)
		}
	}
}

// legacyDB makes a database of three customers and returns its path.
func (w *world) legacyDB() string {
	w.t.Helper()
	path := w.path("legacy.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		w.t.Fatal(err)
	}
	defer db.Close()
	for _, text := range []string{
		"create table customers (id integer primary key, email text, name text, dob date, status text, front blob)",
		"insert into customers values (1, 'p1@bank.example', 'Person One', '01/02/1980', 'A', x'ffd8'), (2, 'p2@bank.example', 'Person Two', '02/03/1981', 'A', null), (3, 'p3@bank.example', 'Person Three', '28/03/1981', 'R', null)",
	} {
		if _, err := db.ExecContext(w.t.Context(), text); err != nil {
			w.t.Fatal(err)
		}
	}
	return path
}

// A rejects file of another kind than the mapping states is told as what it is.
func TestInspectTellsTheKindThatIsRead(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("sql.yaml"), strings.Replace(mappingText, "source: {kind: csv}", "source: {kind: sql, sql: {table: customers}}", 1))
	got := w.migrate("inspect", "%s/customers.csv", "--mapping", "%s/sql.yaml", "--json")
	var o inspection
	if err := json.Unmarshal([]byte(got.out), &o); err != nil || o.Kind != "csv" {
		t.Errorf("%v: %+v\n%s", err, o, got.err)
	}
}

func TestPercent(t *testing.T) {
	for share, want := range map[float64]string{0: "0%", 0.001: "<1%", 0.5: "50%", 0.999: ">99%", 1: "100%"} {
		if got := inspect.Percent(share); got != want {
			t.Errorf("Percent(%v) = %s, want %s", share, got, want)
		}
	}
	if got := fitting([]string{strings.Repeat("x", 50), "y", strings.Repeat("김", 10)}, false); got != fmt.Sprintf("%s | y | …", strings.Repeat("x", 50)) {
		t.Error(got)
	}
}
