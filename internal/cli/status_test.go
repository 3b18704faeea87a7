package cli

import (
	"os"
	"strings"
	"testing"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
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
	want := "  of what it read, 2 rows were left out by rules of the mapping, which the ledger does not know; " + results + " lists each key of theirs once, as excluded\n"
	if !strings.Contains(got.out, "known     19") || !strings.Contains(got.out, want) {
		t.Errorf("status lacks %q\n%s", want, got.out)
	}
	if n := strings.Count(read(t, results), ",excluded,"); n != 2 {
		t.Errorf("%s lists %d as excluded", results, n)
	}
}

// A directory may have a rejects file for each kind of source: the one of the last run counts,
// whichever is newer and whatever its name.
func TestStatusNamesTheRejectsOfTheLastRun(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	w.again(false)
	write(t, w.path("run/rejects.xlsx"), "of another run")
	got := w.migrate("status", "--run", "%s/run").out
	if strings.Contains(got, "rejects.xlsx") || !strings.Contains(got, "--source "+w.path("run/rejects.csv")+" ") {
		t.Errorf("%s", got)
	}
	if err := os.Remove(w.path("run/run.json")); err != nil {
		t.Fatal(err)
	}
	if got := (runDir{w.path("run")}).lastRejects(); got != "rejects.xlsx" {
		t.Errorf("the newest is %q", got)
	}
}

// The share of rejects that was stated for a source is stated again for it, and for no other.
func TestStatusGoesOnWithMaxRejects(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	w.again(false, "--max-rejects", "50%")
	dir := runDir{w.path("run")}
	last, err := dir.readRunFile()
	if err != nil {
		t.Fatal(err)
	}
	if got := w.migrate("status", "--run", "%s/run").out; strings.Contains(got, "--max-rejects") {
		t.Errorf("it is stated for the rejects:\n%s", got)
	}
	last.Summary = nil // as a run leaves it that was killed
	if err := dir.writeRunFile(last); err != nil {
		t.Fatal(err)
	}
	if got := w.migrate("status", "--run", "%s/run").out; !strings.Contains(got, "customers.csv") || !strings.Contains(got, "--max-rejects 50%") {
		t.Errorf("it is lost:\n%s", got)
	}
}

// A mended file that went through is not to be run again for records that it does not have.
func TestStatusTellsOfRecordsThatAMendedFileLacks(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	write(t, w.path("customers.csv"), rows(1, 3)+"21,bad,Nobody Name,01/02/1980,A\n22,bad,Somebody Name,01/02/1980,A\n")
	w.again(false)
	write(t, w.path("mended.csv"), "id,email,name,dob,status\n21,p21@bank.example,Nobody Name,01/02/1980,A\n")
	if got := w.migrate("run", "--source", "%s/mended.csv", "--mapping", "%s/bank.yaml", "--run", "%s/run", "--rate", "0"); got.code != ExitOK {
		t.Fatalf("exit %d\n%s", got.code, got.err)
	}
	got := w.migrate("status", "--run", "%s/run").out
	if !strings.Contains(got, "mended.csv is through; records rejected earlier that are not in it, unless under another key: 1; mend them in the source that has them.") || strings.Contains(got, "--source "+w.path("mended.csv")) {
		t.Errorf("%s", got)
	}
}

// What the last run took back as it ended was not attempted, and what it could not get through failed.
func TestStatusOfWhatWasTakenBack(t *testing.T) {
	sum := checkpoint.Summary{ByState: map[checkpoint.State]int64{checkpoint.Unsent: 7, checkpoint.Done: 3}}
	ended := &runFile{Summary: &object{}}
	ended.Summary.Failed = 2
	for name, test := range map[string]struct {
		last         *runFile
		failed, left int64
	}{
		"the run told of two": {ended, 2, 5},
		"it was killed":       {&runFile{}, 7, 0},
		"nobody knows":        {nil, 7, 0},
	} {
		r := wholeResult(runDir{t.TempDir()}, test.last, sum)
		if by := r.counts.ByStatus; by[kyc.Failed] != test.failed || by[kyc.NotAttempted] != test.left || by[kyc.Created] != 3 || r.counts.Read != 10 {
			t.Errorf("%s: %d failed, %d not attempted; want %d and %d", name, by[kyc.Failed], by[kyc.NotAttempted], test.failed, test.left)
		}
	}
}
