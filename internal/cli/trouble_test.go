package cli

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"syscall"
	"testing"

	"kycmigrate/internal/sandbox"
)

// A line of an env file that cannot be read is named by its place, and not quoted.
func TestEnvFileLine(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		line int
	}{
		"no sign":        {"# mine\nARGOS_ADMIN=a@b.example\nARGOS_API_KEY canary\nX=1\n", 3},
		"the first":      {"ARGOS_API_KEY canary", 1},
		"behind several": {"A=\"one\ntwo\"\n\nARGOS_API_KEY canary\n", 4},
		"open quote":     {"A=1\nARGOS_API_KEY=\"canary\nB=2\n", 2},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			write(t, w.path("env"), tt.text)
			got := w.migrate(with("validate", "--env-file", "%s/env", "--json")...)
			want := fmt.Sprintf("%s:%d: ", w.path("env"), tt.line)
			if o := got.object(t); o.Error == nil || o.Error.Code != "env_file" || !strings.HasPrefix(o.Error.Message, want) {
				t.Errorf("%+v, want the place %s", o.Error, want)
			}
			if strings.Contains(got.out+got.err, "canary") {
				t.Errorf("the line is quoted:\n%s", got.err)
			}
		})
	}
}

// A source that breaks off is the source's fault, in the dry run, in the pass
// before the first call and in inspect.
func TestSourceBreaksOff(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	for i := range 20000 {
		fmt.Fprint(zip, rows(i, i)[len("id,email,name,dob,status\n")*min(i, 1):])
	}
	if err := zip.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, w.path("customers.csv.gz"), packed.String()[:packed.Len()-1000])
	for _, args := range [][]string{
		{"validate", "--source", "%s/customers.csv.gz", "--mapping", "%s/bank.yaml", "--run", "%s/run", "--json"},
		{"run", "--source", "%s/customers.csv.gz", "--mapping", "%s/bank.yaml", "--run", "%s/run", "--json"},
		{"inspect", "%s/customers.csv.gz", "--json"},
	} {
		got := w.migrate(args...)
		o := got.object(t)
		if got.code != ExitUsage || o.Error == nil || o.Error.Code != "source_unreadable" || !strings.Contains(o.Error.Message, "truncated") {
			t.Errorf("%s: exit %d, %+v", args[0], got.code, o.Error)
		}
		if args[0] != "inspect" && (o.Read == 0 || !o.Balanced) {
			t.Errorf("%s: %+v", args[0], o)
		}
	}
	if n := len(w.box.Submissions()); n != 0 {
		t.Errorf("%d records were sent", n)
	}
}

// full is a stream whose disk is full.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

// An answer that could not be written ends with 1 and a sentence; a reader that
// went away is none of ours.
func TestLostAnswer(t *testing.T) {
	for _, args := range [][]string{
		with("validate", "--json"), {"status", "--run", "%s/run"}, {"status", "--run", "%s/run", "--json"}, {"inspect", "%s/customers.csv"}, {"version"},
	} {
		w := newWorld(t)
		w.migrate(with("validate")...)
		w.stdout = full{}
		got := w.migrate(args...)
		if got.code != ExitInternal || !strings.Contains(got.err, "the answer is lost") {
			t.Errorf("%s: exit %d\n%s", args[0], got.code, got.err)
		}
		w.stdout = gone{}
		if got := w.migrate(args...); got.code == ExitInternal {
			t.Errorf("%s with a reader gone: exit %d\n%s", args[0], got.code, got.err)
		}
	}
}

// gone is a pipe whose reader has left.
type gone struct{}

func (gone) Write([]byte) (int, error) { return 0, syscall.EPIPE }

// A key column that is there twice is said aloud, once, and in the report.
func TestKeyColumnTwice(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	text := strings.ReplaceAll(rows(1, 3), "A\n", "A,x,y\n")
	write(t, w.path("customers.csv"), strings.Replace(text, "status\n", "status,id,email\n", 1))
	for _, command := range []string{"validate", "run"} {
		got := w.migrate(with(command)...)
		loud := `warning: ` + w.path("customers.csv") + `: column 6 repeats the name "id" and is read as "id_2"; the key of a record is taken from the first`
		plain := `warning: ` + w.path("customers.csv") + `: column 7 repeats the name "email"`
		if strings.Count(got.err, loud) != 1 || strings.Count(got.err, plain) != 1 {
			t.Errorf("%s says not once\n%s\nand\n%s\n%s", command, loud, plain, got.err)
		}
		var report struct {
			Notes []string `json:"source_notes"`
		}
		readJSON(t, w.path("run/report.json"), &report)
		if len(report.Notes) != 2 || !strings.Contains(report.Notes[0], "the key of a record") {
			t.Errorf("%s: report.json has %q", command, report.Notes)
		}
		if page := read(t, w.path("run/report.html")); !strings.Contains(page, "column 6 repeats the name") {
			t.Errorf("%s: report.html does not tell of the columns", command)
		}
	}
}
