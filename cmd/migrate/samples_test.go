package main

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the expected report of the samples")

// toolLine is the line of a report that changes with every build.
var toolLine = regexp.MustCompile(`(?m)^  "tool": ".*",$`)

// dayLine is the day that dates are judged by, which is that of the test.
var dayLine = regexp.MustCompile(`(?m)^  "as_of": ".*",$`)

// TestSamplesReport holds the dry run of the samples to the report that is
// kept beside them: every planted flaw is found, and nothing else.
func TestSamplesReport(t *testing.T) {
	path, err := program()
	if err != nil {
		t.Fatal(err)
	}
	run := filepath.Join(t.TempDir(), "run")
	cmd := exec.Command(path, "validate", "--source", "samples/customers.csv", "--mapping", "samples/mapping.yaml", "--run", run, "--quiet")
	cmd.Dir = filepath.Join("..", "..")
	cmd.Env = append(os.Environ(), "ARGOS_ADMIN=ops@bank.example")
	out, _ := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code != 3 {
		t.Fatalf("exit %d, want 3: the samples hold rejects\n%s", code, out)
	}
	got, err := os.ReadFile(filepath.Join(run, "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	got = toolLine.ReplaceAll(got, []byte(`  "tool": "migrate",`))
	got = dayLine.ReplaceAll(got, []byte(`  "as_of": "a day",`))
	got = bytes.ReplaceAll(got, []byte(" --run <folder of this report>"), nil) // the samples are read without the flag
	golden := filepath.Join("..", "..", "samples", "expected-report.json")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("the report changed; look at it, then: go test ./cmd/migrate -run SamplesReport -update\n%s", diff)
	}
}
