package cli

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
	"kycmigrate/internal/validate"
)

// defaultMappings is what migrate mapping test reads unless it is told.
const defaultMappings = "mappings/*.yaml"

func (a *app) mappingCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "mapping",
		Short: "Work on mapping files: run the tests that stand in them",
		Args:  noArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.mappingTestCommand())
	return cmd
}

func (a *app) mappingTestCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "test [FILE...]",
		Short: "Run the tests that stand in mapping files",
		Long: `mapping test runs the block tests: of each mapping file, by default of
` + defaultMappings + `. A test is a row, and what is to become of it:

  tests:
    - name: a plain customer
      row: {customer_id: "1", email: " A@B.example ", dob: 31/01/1980}
      want: {email: a@b.example, birthDate: 1980-01-31, gender: ""}
    - name: an unknown country rejects
      like: a plain customer          # its row, and what differs
      row: {doc_country: Atlantis}
      issues: [country_unknown]
    - name: closed accounts stay behind
      like: a plain customer
      row: {state: CLOSED}
      excluded: closed_account

want lists fields and pictures; "" means that it is left out. issues lists the
codes of everything that mapping and checks find, warnings too; [] means none.
excluded is the code of the rule of exclude that leaves the row out. Without
these two the row must be good to send. Pictures are not opened, and keys are
not held against other rows. It needs no source, no key and no environment.

What depends on the day, such as whether a document has expired, is judged by
as_of: of the test, else of the one that it is like, else by --as-of, else by
today. A test that states none and will fail one day is warned of.
The exit code is 0 where every test passed, and 2 where one did not.`,
		Example: `  migrate mapping test
  migrate mapping test mappings/bank-csv.yaml --json`,
	}
	var v flags
	cmd.RunE = act(func(_ *cobra.Command, args []string) error { return a.testMappings(args, &v) })
	asOfFlag(cmd.Flags(), &v)
	a.jsonFlag(cmd.Flags())
	return cmd
}

// testMappings is migrate mapping test.
func (a *app) testMappings(files []string, v *flags) error {
	if len(files) == 0 {
		files, _ = filepath.Glob(defaultMappings) // the pattern is a good one
	}
	if len(files) == 0 {
		return usage("mapping_missing", "name the files: migrate mapping test FILE...", "there is no %s here", defaultMappings)
	}
	for _, file := range files {
		if err := mustExist("mapping", "FILE", file); err != nil {
			return err
		}
	}
	t := &testedMappings{Files: make([]testedFile, len(files))}
	for i, file := range files {
		t.Files[i] = a.testMapping(file, v)
		t.count(&t.Files[i])
	}
	a.ender = t
	if t.Failed == 0 && t.broken == 0 {
		return nil
	}
	return usage("mapping_test", "mend the mapping, or what the test wants", "%s", t.verdict())
}

// testedMappings is the object of migrate mapping test --json. Keys are added,
// never renamed.
type testedMappings struct {
	Files    []testedFile `json:"files"`
	Tests    int          `json:"tests"`
	Failed   int          `json:"failed"`
	ExitCode int          `json:"exit_code"`
	Error    *errorObject `json:"error,omitempty"`

	broken int // files that are no mapping
}

type testedFile struct {
	File  string       `json:"file"`
	Tests []testedCase `json:"tests"`
	Error string       `json:"error,omitempty"` // why it is no mapping
}

type testedCase struct {
	Name       string            `json:"name"`
	Place      string            `json:"place"`
	Passed     bool              `json:"passed"`
	Mismatches []mapper.Mismatch `json:"mismatches,omitempty"`
	// PassedAsOf is an earlier day by which a test passes that fails, and FailsAsOf a later
	// one by which a test fails that passes; "" where the test states its day, or none is known.
	PassedAsOf string `json:"passed_as_of,omitempty"`
	FailsAsOf  string `json:"fails_as_of,omitempty"`
}

// testMapping runs the tests of one file.
func (a *app) testMapping(file string, v *flags) testedFile {
	t := testedFile{File: file, Tests: []testedCase{}}
	m, err := a.readMapping(file, toCheck)
	if err == nil {
		t.Tests, err = a.runTests(m, v)
	}
	if err != nil {
		t.Error = err.Error()
	}
	return t
}

// runTests runs the tests of a mapping, each as of the day that it states, or else of that
// of the flags.
func (a *app) runTests(m *mapper.Mapping, v *flags) ([]testedCase, error) {
	b := &testBench{app: a, mapping: m}
	cases := []testedCase{}
	for _, test := range m.Tests() {
		days := testDays{judged: v.day(a.started), today: a.started}
		if !test.AsOf.IsZero() {
			days = testDays{test.AsOf, test.AsOf}
		}
		wrong, err := b.run(&test, days)
		if err != nil {
			return cases, err
		}
		c := testedCase{Name: test.Name, Place: test.Place, Passed: len(wrong) == 0, Mismatches: wrong}
		if test.AsOf.IsZero() {
			if err := b.tellDays(&c, &test, days); err != nil {
				return cases, err
			}
		}
		cases = append(cases, c)
	}
	return cases, nil
}

// testBench runs tests of a mapping.
type testBench struct {
	app     *app
	mapping *mapper.Mapping
	ready   map[testDays]*testRig
}

// testDays are the days that a test depends on: the one by which documents have expired,
// and the one that decides two-digit years.
type testDays struct{ judged, today time.Time }

func (d testDays) later(months int) testDays {
	return testDays{d.judged.AddDate(0, months, 0), d.today.AddDate(0, months, 0)}
}

// testRig is what tests of the same days share.
type testRig struct {
	plan  *mapper.Plan
	check func(*kyc.Record)
}

// run runs one test.
func (b *testBench) run(test *mapper.Test, days testDays) ([]mapper.Mismatch, error) {
	rig := b.ready[days]
	if rig == nil {
		plan, err := b.mapping.TestPlan(days.today)
		if err != nil {
			return nil, err
		}
		rig = &testRig{plan, validate.New(b.app.rules(b.mapping, plan, validate.Options{Unseen: true, Today: days.judged})).Check}
		if b.ready == nil {
			b.ready = map[testDays]*testRig{}
		}
		b.ready[days] = rig
	}
	return test.Run(rig.plan, rig.check), nil
}

// Months from today by which a test is tried that states no day: it may have been written
// so long ago, and papers are valid for no longer.
var (
	monthsBefore = []int{-1, -12, -36, -120}
	monthsAfter  = []int{12, 120, 240}
)

// tellDays finds a day by which a test has the other outcome.
func (b *testBench) tellDays(c *testedCase, test *mapper.Test, days testDays) error {
	tried, told := monthsBefore, &c.PassedAsOf
	if c.Passed {
		tried, told = monthsAfter, &c.FailsAsOf
	}
	for _, months := range tried {
		other := days.later(months)
		wrong, err := b.run(test, other)
		if err != nil {
			return err
		}
		if (len(wrong) == 0) != c.Passed {
			*told = other.judged.Format(time.DateOnly)
			return nil
		}
	}
	return nil
}

// failedTests is where a mapping is not what its own tests want of it; the zero value where
// it is.
type failedTests struct {
	broken bool     // they cannot be run at all
	names  []string // of those that fail, with their places
	of     int
	path   string // of the mapping
	asOf   string // the day of the flags, "" for today
	byDay  bool   // a test that fails passes by an earlier day, and states none
}

// failing runs the tests that stand in a mapping.
func (a *app) failing(m *mapper.Mapping, v *flags) failedTests {
	f := failedTests{path: m.Path, of: len(m.Tests()), asOf: v.asOf.String()}
	if f.of == 0 {
		return f
	}
	cases, err := a.runTests(m, v)
	f.broken = err != nil
	for i := range cases {
		if !cases[i].Passed {
			f.names = append(f.names, cases[i].Name+" ("+cases[i].Place+")")
			f.byDay = f.byDay || cases[i].PassedAsOf != ""
		}
	}
	return f
}

// any reports whether there is something to tell.
func (f *failedTests) any() bool { return f.broken || len(f.names) > 0 }

// text says it without an end.
func (f *failedTests) text() string {
	if f.broken {
		return "the tests in " + f.path + " cannot be run"
	}
	return fmt.Sprintf("%d of %s in %s %s", len(f.names), countTests(f.of), f.path, failsOrFail(len(f.names)))
}

func failsOrFail(n int) string {
	if n == 1 {
		return "fails"
	}
	return "fail"
}

// seeTests is the command that shows what is wrong.
func (f *failedTests) seeTests() string {
	words := []string{"migrate", "mapping", "test", f.path}
	if f.asOf != "" {
		words = append(words, "--as-of", f.asOf)
	}
	return shellLine(words...)
}

// need is what the report has of them among what a go depends on.
func (f *failedTests) need() string {
	if !f.any() {
		return ""
	}
	return strings.ToUpper(f.text()[:1]) + f.text()[1:] + ": a run refuses to send by this mapping; see " + f.seeTests()
}

// warnOfTests tells of them.
func (a *app) warnOfTests(f *failedTests) {
	if f.any() {
		say(a.err, "warning: %s; see: %s\n", f.text(), f.seeTests())
	}
}

// maxFailedNamed bounds the tests that a refusal names.
const maxFailedNamed = 5

// refuse is why nothing is sent by a mapping that its own tests contradict, nil where none
// does: what it makes of records is not what its author wanted, and a record that is sent is
// not taken back.
func (f *failedTests) refuse() error {
	if !f.any() {
		return nil
	}
	text := f.text() + "; nothing was sent"
	for _, name := range f.names[:min(len(f.names), maxFailedNamed)] {
		text += "\n  " + name
	}
	if more := len(f.names) - maxFailedNamed; more > 0 {
		text += "\n  and " + strconv.Itoa(more) + " more"
	}
	hint := "mend the mapping, or correct or remove the test; "
	if f.byDay {
		hint = "a test that passed before fails by the day alone: state as_of: in it, the day that it was written for; else " + hint
	}
	return usage("mapping_test", hint+"what was wanted and what came is told by: "+f.seeTests(), "%s", text)
}

func (t *testedMappings) count(f *testedFile) {
	if f.Error != "" {
		t.broken++
	}
	t.Tests += len(f.Tests)
	t.Failed += f.failed()
}

func (f *testedFile) failed() int {
	n := 0
	for i := range f.Tests {
		if !f.Tests[i].Passed {
			n++
		}
	}
	return n
}

// verdict says in one line how it went.
func (t *testedMappings) verdict() string {
	said := thousands(int64(t.Failed)) + " of " + countTests(t.Tests) + " failed"
	if t.broken > 0 {
		said += ", and " + thousands(int64(t.broken)) + " of " + thousands(int64(len(t.Files))) + " files cannot be used"
	}
	return said
}

// end implements ender.
func (t *testedMappings) end(a *app, err *Error) int {
	t.ExitCode = exitCode(ending{err: err, interrupted: a.stop.Interrupted()})
	if err != nil {
		t.Error = &errorObject{err.Code, err.Message, err.Hint}
	}
	if a.json {
		_ = a.writeObject(t)
		return t.ExitCode
	}
	for i := range t.Files {
		t.Files[i].write(a.out)
	}
	if err != nil {
		say(a.err, "migrate: %s\n  %s\n", err.Message, err.Hint)
	}
	return t.ExitCode
}
