package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kycmigrate/internal/sandbox"
)

// Every mapping that is shipped passes the tests that stand in it.
func TestShippedMappingsPassTheirTests(t *testing.T) {
	w := newWorld(t)
	t.Chdir(filepath.Join("..", ".."))
	got := w.migrate("mapping", "test")
	if got.code != ExitOK || strings.Count(got.out, "ok    mappings/") < 3 {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}

// Every whole mapping of the reference can be used as it stands there, and
// passes the tests that stand in it.
func TestMappingsOfTheReferencePassTheirTests(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "MAPPING.md"))
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t)
	t.Chdir(w.dir)
	write(t, "erased.txt", "C-1\n")
	examples := regexp.MustCompile("(?s)```yaml mapping\n(.*?)```").FindAllStringSubmatch(string(text), -1)
	args, tested := []string{"mapping", "test"}, 0
	for i, example := range examples {
		name := fmt.Sprintf("example%d.yaml", i+1)
		write(t, name, example[1])
		if args = append(args, name); strings.Contains(example[1], "\ntests:") {
			tested++
		}
	}
	got := w.migrate(args...)
	if got.code != ExitOK || tested == 0 || strings.Count(got.out, "ok    example") != tested || strings.Count(got.out, "no tests") != len(examples)-tested {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}

// twoTests are tests for mappingText, of which the second contradicts it.
const twoTests = `tests:
  - name: a plain customer
    row: {id: "1", email: a@b.example, name: Ann, dob: 31/01/1980, status: A}
    want: {email: a@b.example}
  - name: rejected ones are approved
    like: a plain customer
    row: {status: R}
    want: {kycStatus: approved}
`

// That no issue at all was wanted is told in a word.
func TestNoIssueWantedIsNone(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("bank.yaml"), mappingText+"tests:\n  - name: nothing is wrong\n    row: {id: \"1\", email: bad, name: Ann, dob: 31/01/1980, status: A}\n    issues: []\n")
	got := w.migrate("mapping", "test", "%s/bank.yaml")
	if !strings.Contains(got.out, "want none\n        got  email_invalid") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}

// What a mapping makes of records is not what its author wanted where its own tests fail, and
// what is sent is not taken back: a run sends nothing, and a dry run says that it will not.
func TestNothingIsSentByAMappingWhoseTestsFail(t *testing.T) {
	w := newWorld(t)
	write(t, w.path("bank.yaml"), mappingText+twoTests)
	w.serve(sandbox.Config{}, nil)
	got := w.migrate(with("run", "--yes", "--json")...)
	o := got.object(t)
	if got.code != ExitUsage || o.Error == nil || o.Error.Code != "mapping_test" || o.Calls != 0 || len(w.box.Submissions()) != 0 {
		t.Fatalf("exit %d, %+v, %d submissions\n%s", got.code, o.Error, len(w.box.Submissions()), got.err)
	}
	for _, want := range []string{"1 of 2 tests in", "fails; nothing was sent", "rejected ones are approved (", "migrate mapping test "} {
		if !strings.Contains(got.err, want) {
			t.Errorf("%q is not told:\n%s", want, got.err)
		}
	}
	if strings.Contains(got.err, "warning: 1 of") {
		t.Errorf("it is told twice:\n%s", got.err)
	}
	if dry := w.migrate(with("validate")...); dry.code != ExitRejects || !strings.Contains(dry.err, "warning: 1 of 2 tests") || strings.Contains(dry.err, "migrate run") {
		t.Errorf("the dry run refuses as well, or offers a run: exit %d\n%s", dry.code, dry.err)
	}
	var saved struct {
		BeforeGo []struct{ Kind, State, Text string } `json:"before_go"`
	}
	readJSON(t, w.path("run/report.json"), &saved)
	for _, n := range saved.BeforeGo {
		if n.Kind == "mapping_tests" && n.State == "open" && strings.Contains(n.Text, "1 of 2 tests in") {
			return
		}
	}
	t.Errorf("a go does not depend on the tests: %+v", saved.BeforeGo)
}
