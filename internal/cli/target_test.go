package cli

import (
	"os"
	"strings"
	"testing"

	"kycmigrate/internal/sandbox"
)

// A copied run directory is refused, and with --recover every record is looked
// up before it is sent: what the original sent meanwhile is not sent again.
func TestRecover(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	write(t, w.path("bank.yaml"), strings.Replace(mappingText, "admin:", "marker: cf3\nadmin:", 1))
	write(t, w.path("customers.csv"), rows(1, 10))
	w.migrate(with("run", "--rate", "0")...)
	if err := os.CopyFS(w.path("copy"), os.DirFS(w.path("run"))); err != nil {
		t.Fatal(err)
	}
	write(t, w.path("customers.csv"), rows(1, 15))
	w.migrate(with("run", "--rate", "0")...)

	write(t, w.path("customers.csv"), rows(1, 20))
	args := []string{"run", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--run", "%s/copy", "--rate", "0", "--json"}
	got := w.migrate(args...)
	if o := got.object(t); got.code != ExitUsage || o.Error.Code != "run_dir_guard" || !strings.Contains(got.err, "--recover") {
		t.Fatalf("exit %d:\n%s", got.code, got.err)
	}
	got = w.migrate(append(args, "--recover", "--settle", "50ms,50ms")...)
	if o := got.object(t); got.code != ExitOK || o.Created+o.Already != 20 {
		t.Errorf("exit %d, %+v\n%s", got.code, o, got.err)
	}
	if !strings.Contains(got.err, "warning: accepted with --recover: ") {
		t.Errorf("it is not said what was accepted:\n%s", got.err)
	}
	if n := len(w.box.Submissions()); n != 20 {
		t.Errorf("%d submissions of 20 people", n)
	}
	if again := w.migrate(args...); again.code != ExitOK || again.object(t).Already != 20 {
		t.Errorf("the next run: exit %d\n%s", again.code, again.err)
	}
}

// A rotated key needs a word and a proof; the key of another project has none.
func TestSameProject(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{APIKeys: []string{"old-key", "new-key", "their-key=theirs"}}, nil)
	w.env["ARGOS_API_KEY"] = "old-key"
	write(t, w.path("customers.csv"), rows(1, 10))
	w.migrate(with("run", "--rate", "0")...)

	write(t, w.path("customers.csv"), rows(1, 20))
	for _, tt := range []struct {
		key  string
		more []string
		code string
	}{
		{"new-key", nil, "project_changed"},
		{"their-key", []string{"--same-project"}, "project_changed"},
		{"new-key", []string{"--same-project"}, ""},
	} {
		w.env["ARGOS_API_KEY"] = tt.key
		got := w.migrate(with("run", append(tt.more, "--rate", "0", "--settle", "20ms,20ms", "--json")...)...)
		o := got.object(t)
		if tt.code == "" {
			if got.code != ExitOK || o.Created != 10 || o.Already != 10 {
				t.Errorf("%s: exit %d, %+v\n%s", tt.key, got.code, o, got.err)
			}
			continue
		}
		if o.Error == nil || o.Error.Code != tt.code || o.Created != 0 {
			t.Errorf("%s %v: exit %d, %+v, want %s", tt.key, tt.more, got.code, o.Error, tt.code)
		}
	}
	if n := len(w.box.Submissions()); n != 20 {
		t.Errorf("%d submissions of 20 people", n)
	}
}

func TestBadCAFile(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	write(t, w.path("ca.pem"), "no certificate")
	for _, file := range []string{"ca.pem", "none.pem"} {
		got := w.migrate(with("run", "--ca-file", "%s/"+file, "--json")...)
		o := got.object(t)
		if got.code != ExitUsage || o.Error.Code != "target" || !strings.Contains(o.Error.Message, file) || o.Created != 0 {
			t.Errorf("%s: exit %d, %+v", file, got.code, o.Error)
		}
	}
	if exists(w.path("run/rejects.csv.tmp")) || exists(w.path("run/results.csv.tmp")) {
		t.Error("unfinished files are left behind")
	}
}

// What the project asks for must be given; the other envelope works as well.
func TestEncrypt(t *testing.T) {
	for _, more := range [][]string{{"--encrypt"}, {"--encrypt", "--encrypt-envelope", "raw"}} {
		w := newWorld(t)
		w.serve(sandbox.Config{Encryption: sandbox.EncryptionRequired}, nil)
		plain := w.migrate(with("run", "--rate", "0", "--json", "--run", "%s/plain")...)
		if o := plain.object(t); plain.code == ExitOK || o.Created != 0 {
			t.Errorf("in the clear: exit %d, %+v", plain.code, o)
		}
		got := w.migrate(with("run", append(more, "--rate", "0", "--json")...)...)
		if o := got.object(t); got.code != ExitRejects || o.Created != 20 {
			t.Errorf("%v: exit %d, %+v\n%s", more, got.code, o, got.err)
		}
	}
}
