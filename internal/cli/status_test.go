package cli

import (
	"strings"
	"testing"

	"kycmigrate/internal/sandbox"
)

// The ledger does not know rows that a rule left out: status says so, and where they are.
func TestStatusTellsOfRowsLeftOut(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	write(t, w.path("bank.yaml"), mappingText+"exclude: [{when: \"row['id'] in ['1', '2']\", code: closed}]\n")
	if got := w.migrate(with("run", "--rate", "0")...); got.code != ExitRejects {
		t.Fatalf("exit %d\n%s", got.code, got.err)
	}
	got := w.migrate("status", "--run", "%s/run")
	results := w.path("run/results.csv")
	want := "  of what it read, 2 rows were left out by rules of the mapping, which the ledger does not know; " + results + " lists them as excluded\n"
	if !strings.Contains(got.out, "known     19") || !strings.Contains(got.out, want) {
		t.Errorf("status lacks %q\n%s", want, got.out)
	}
	if n := strings.Count(read(t, results), ",excluded,"); n != 2 {
		t.Errorf("%s lists %d as excluded", results, n)
	}
}
