package cli

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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

func TestASourceIsShownWithoutItsPassword(t *testing.T) {
	for given, want := range map[string]string{
		"customers.csv":                  "customers.csv",
		"postgres://me:hunter2@db/bank":  "postgres://me:xxxxx@db/bank",
		"export/*.csv":                   "export/*.csv",
		"postgres://db/bank?sslmode=off": "postgres://db/bank?sslmode=off",
	} {
		if got := shown(given); got != want {
			t.Errorf("%s is shown as %s", given, got)
		}
	}
}

func TestPercent(t *testing.T) {
	for share, want := range map[float64]string{0: "0%", 0.001: "<1%", 0.5: "50%", 0.999: ">99%", 1: "100%"} {
		if got := percent(share); got != want {
			t.Errorf("percent(%v) = %s, want %s", share, got, want)
		}
	}
	if got := fitting([]string{strings.Repeat("x", 50), "y", strings.Repeat("김", 10)}, false); got != fmt.Sprintf("%s | y | …", strings.Repeat("x", 50)) {
		t.Error(got)
	}
}
