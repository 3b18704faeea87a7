package cli

import (
	"strings"
	"testing"

	"kycmigrate/internal/sandbox"
)

// Where records were migrated from another run directory, what is to be typed next leads
// to that one, or nowhere where nobody knows which it was.
func TestNextIsWhereTheRecordsWereSentFrom(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	write(t, w.path("bank.yaml"), mappingText+"marker: cf3\n")
	run := func(dir string) said {
		return w.migrate("run", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--run", "%s/runs/"+dir, "--quiet", "--rate", "0", "--max-rejects", "9")
	}
	if got := run("first"); got.code != ExitRejects {
		t.Fatalf("exit %d\n%s", got.code, got.err)
	}
	for range 2 { // the second time a directory lies there that has sent nothing
		got := run("second")
		want := "beside this directory " + w.path("runs/first") + " has sent to this target:\n  migrate run --source " + w.path("customers.csv") +
			" --mapping " + w.path("bank.yaml") + " --run " + w.path("runs/first") + " --rate 0 --max-rejects 9\n"
		if got.code != ExitUsage || !strings.Contains(got.err, want) || strings.Contains(got.err, "when that is mended") {
			t.Errorf("exit %d, want %q in\n%s", got.code, want, got.err)
		}
		run("third")
	}

	first := w.env["ARGOS_BASE_URL"]
	w.serve(sandbox.Config{}, nil) // what another directory sent to another target is none of it
	if got := run("fourth"); got.code != ExitRejects {
		t.Fatalf("exit %d\n%s", got.code, got.err)
	}
	w.env["ARGOS_BASE_URL"] = first
	if got := run("fifth"); !strings.Contains(got.err, "--run "+w.path("runs/first")) {
		t.Errorf("two targets:\n%s", got.err)
	}
	got := w.migrate("run", "--source", "%s/customers.csv", "--mapping", "%s/bank.yaml", "--run", "%s/alone/sixth", "--quiet", "--rate", "0")
	if got.code != ExitUsage || strings.Contains(got.err, "\nNext") {
		t.Errorf("from nowhere: exit %d\n%s", got.code, got.err)
	}
}
