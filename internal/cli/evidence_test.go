package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/sandbox"
)

// logged reads the events of a log that have a name.
func logged(t *testing.T, path, msg string) (events []map[string]any) {
	t.Helper()
	for line := range strings.Lines(read(t, path)) {
		var event map[string]any
		if err := json.Unmarshal([]byte(line), &event); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		if event["msg"] == msg {
			events = append(events, event)
		}
	}
	return events
}

func shaOf(t *testing.T, path string) string {
	t.Helper()
	sum := sha256.Sum256([]byte(read(t, path)))
	return hex.EncodeToString(sum[:])
}

// What a run did is still told when another one has written its files anew: the log has
// what each invocation worked on and what it came to, whatever the level.
func TestTheLogIsEvidence(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	for range 2 {
		if got := w.migrate(with("run", "--rate", "0", "--log-level", "error")...); got.code != ExitRejects {
			t.Fatalf("exit %d\n%s", got.code, got.err)
		}
	}
	started, ended := logged(t, w.path("run/run.log"), "started"), logged(t, w.path("run/run.log"), "ended")
	if len(started) != 2 || len(ended) != 2 {
		t.Fatalf("%d started, %d ended\n%s", len(started), len(ended), read(t, w.path("run/run.log")))
	}
	for name, want := range map[string]any{
		"command": "run", "version": version, "source": w.path("customers.csv"), "mapping_sha256": shaOf(t, w.path("bank.yaml")),
		"target": w.env["ARGOS_BASE_URL"], "admin": "o…@bank.example", "dry_run": false,
	} {
		if started[0][name] != want {
			t.Errorf("started: %s is %v, want %v", name, started[0][name], want)
		}
	}
	for i, want := range []struct{ created, already float64 }{{20, 0}, {0, 20}} {
		counts := ended[i]["counts"].(map[string]any)
		if counts["created"] != want.created || counts["already"] != want.already || counts["rejected"] != 1.0 || counts["in_doubt"] != 0.0 {
			t.Errorf("run %d: %v", i+1, counts)
		}
		if ended[i]["exit_code"] != 3.0 || ended[i]["balanced"] != true || ended[i]["source_whole"] != true ||
			ended[i]["source_sha256"] != shaOf(t, w.path("customers.csv")) || ended[i]["taken_over"] != 0.0 {
			t.Errorf("run %d: %v", i+1, ended[i])
		}
	}
	for _, secret := range []string{sandbox.DefaultAPIKey, "ops@bank.example", "p1@bank.example", "Person 1"} {
		if strings.Contains(read(t, w.path("run/run.log")), secret) {
			t.Errorf("the log holds %s", secret)
		}
	}
}

// A record that an earlier run has sent counts as created by the one that finds it: the
// summary says so. Who decided about one in doubt stands in the log.
func TestTakenOver(t *testing.T) {
	w := newWorld(t)
	fault, err := sandbox.ParseFault("post:drop-after=#1")
	if err != nil {
		t.Fatal(err)
	}
	w.serve(sandbox.Config{Faults: []sandbox.Fault{fault}, Lag: time.Second}, nil)
	write(t, w.path("customers.csv"), rows(1, 3))
	run := with("run", "--settle", "10ms,20ms", "--doubt-timeout", "100ms", "--json")
	if o := w.migrate(run...).object(t); o.InDoubt != 1 || o.TakenOver != 0 {
		t.Fatalf("%+v", o)
	}
	csv := read(t, w.path("run/in_doubt.csv"))
	write(t, w.path("run/in_doubt.csv"), strings.TrimSuffix(csv, "\n")+"absent\n")
	if got := w.migrate("resolve", "%s/run/in_doubt.csv", "--by", "Kim"); got.code != ExitOK {
		t.Fatalf("exit %d\n%s", got.code, got.err)
	}
	decided := logged(t, w.path("run/run.log"), "decided")
	if len(decided) != 1 || decided[0]["by"] != "Kim" || decided[0]["decision"] != "absent" || decided[0]["record"] == "" {
		t.Errorf("the log says of the decision: %v", decided)
	}
	time.Sleep(time.Second)
	got := w.migrate(with("run", "--settle", "10ms,1s", "--json")...)
	if o := got.object(t); o.Created != 1 || o.TakenOver != 1 {
		t.Errorf("%+v", o)
	}
	if want := "  1 of the created was sent by an earlier run and found in ARGOS now\n"; !strings.Contains(got.err, want) {
		t.Errorf("the summary lacks %q:\n%s", want, got.err)
	}
	if found := logged(t, w.path("run/run.log"), "a submission in doubt was found and adopted"); len(found) != 1 || found[0]["submission"] == "" {
		t.Errorf("%v", found)
	}
	if ended := logged(t, w.path("run/run.log"), "ended"); ended[1]["taken_over"] != 1.0 {
		t.Errorf("%v", ended[1])
	}
	if post := len(w.box.Submissions()); post != 3 {
		t.Errorf("%d submissions", post)
	}
}

func TestMaskedMail(t *testing.T) {
	for in, want := range map[string]string{"ops@bank.example": "o…@bank.example", "": "", "@x": "@x", "ops": "o…", "épée@x.fr": "é…@x.fr"} {
		if got := maskedMail(in); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
