package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

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

// A test of a paper that expires says when: by the day that it states, else by --as-of, else
// by today. One that states none is warned of before it fails, and told why once it does.
func TestTestsThatDependOnTheDay(t *testing.T) {
	w := newWorld(t)
	w.serve(sandbox.Config{}, nil)
	day := func(days int) string { return time.Now().AddDate(0, 0, days).Format(time.DateOnly) }
	state := func(expiry, asOf string) {
		write(t, w.path("bank.yaml"), strings.Replace(mappingText, "  userid:", "  expireDate:     {from: expiry, date: YYYY-MM-DD, default: 2099-12-31}\n  userid:", 1)+
			"tests:\n  - name: a plain customer\n    row: {id: \"1\", email: a@b.example, name: Ann Lee, dob: 31/01/1980, status: A, expiry: "+expiry+"}\n    issues: []\n"+asOf)
	}
	write(t, w.path("customers.csv"), "id,email,name,dob,status,expiry\n1,p1@bank.example,Ann Lee,01/03/1980,A,\n")
	test := func(more ...string) said {
		return w.migrate(append([]string{"mapping", "test", "%s/bank.yaml"}, more...)...)
	}

	state(day(90), "")
	if got := test(); got.code != ExitOK || !strings.Contains(got.out, "warning: a plain customer (") || !strings.Contains(got.out, "it depends on the day. State as_of: in it") {
		t.Errorf("it is not told that it will fail: exit %d\n%s%s", got.code, got.out, got.err)
	}
	if got := test("--as-of", day(200)); got.code != ExitUsage || !strings.Contains(got.out, "document_expired") {
		t.Errorf("--as-of is not obeyed: exit %d\n%s%s", got.code, got.out, got.err)
	}
	if got := w.migrate(with("run", "--as-of", day(200))...); got.code != ExitUsage || !strings.Contains(got.err, "mapping test "+w.path("bank.yaml")+" --as-of "+day(200)) {
		t.Errorf("the run judges by another day than the test: exit %d\n%s", got.code, got.err)
	}

	state(day(-10), "")
	got := test("--json")
	if got.code != ExitUsage || !strings.Contains(got.out, `"passed_as_of":"`) {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
	if got := w.migrate(with("run")...); got.code != ExitUsage || !strings.Contains(got.err, "by the day alone: state as_of: in it") {
		t.Errorf("exit %d\n%s", got.code, got.err)
	}

	state(day(-10), "    as_of: "+day(-40)+"\n  - name: like it\n    like: a plain customer\n    issues: []\n")
	for _, more := range [][]string{nil, {"--as-of", day(4000)}} {
		if got := test(more...); got.code != ExitOK || strings.Contains(got.out, "warning") {
			t.Errorf("%v: exit %d\n%s%s", more, got.code, got.out, got.err)
		}
	}
	if got := w.migrate(with("run")...); got.code != ExitOK {
		t.Errorf("exit %d\n%s", got.code, got.err)
	}
}
