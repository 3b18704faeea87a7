package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/sandbox"
)

// inDoubt sends the source while faults strike its POSTs and lookups see
// nothing of what is new, and stops when all were posted: what the faults
// struck is in doubt.
func (w *world) inDoubt(posts, doubts int, faults ...string) ending {
	w.t.Helper()
	w.must(exitOK, "--limit", "1") // read back before the lookups lag
	w.box.SetLag(time.Hour)
	w.faults(faults...)
	c := w.start(w.runArgs("--commit-window", "2h", "--doubt-timeout", "3h", "--concurrency", "1")...)
	c.waitFor("every POST", func() bool { return w.posts() >= posts })
	sleep(w.t.Context(), 300*time.Millisecond)
	c.signal(os.Interrupt)
	e := w.expect(exitInterrupted, c)
	if e.summary.InDoubt != int64(doubts) {
		w.t.Fatalf("%d records should be in doubt: %s", doubts, e.stdout)
	}
	w.faults()
	w.box.SetLag(0)
	return e
}

// posts is how many POSTs the sandbox has answered.
func (w *world) posts() int {
	n := 0
	for _, call := range w.box.Calls() {
		if call.Endpoint == sandbox.EndpointPost {
			n++
		}
	}
	return n
}

// TestDoubtTimeout: a record in doubt is left to the operator when its time is
// over, however long "not found" would still have to wait to be believed.
func TestDoubtTimeout(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	list := customers(10)
	w.source(marked, list)
	w.faults("post:drop-before=#3")
	c := w.start(w.runArgs("--commit-window", "1h", "--doubt-timeout", "300ms")...)
	for until := time.Now().Add(20 * time.Second); c.running() && time.Now().Before(until); {
		time.Sleep(10 * time.Millisecond)
	}
	if c.running() {
		t.Fatal("20 seconds after --doubt-timeout the run still waits for a record in doubt")
	}
	if e := w.expect(exitDoubt, c); e.summary.InDoubt != 1 {
		t.Errorf("one record is in doubt: %s", e.stdout)
	}
	w.must(exitOK)
	w.mustHoldExactly(list)
}

// TestResolve: what an operator decides about records in doubt is done, and
// nothing else.
func TestResolve(t *testing.T) {
	unixOnly(t)
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	list := w.withPictures(customers(14))
	w.source(marked, list)
	w.inDoubt(14, 4, "post:drop-before=#3,5,7", "post:drop-after=#9")
	doubts := w.inRun("in_doubt.csv")
	decisions, undecided := map[string]string{}, []string{"absent", "skip", ""}
	stored := w.stored()
	for _, key := range w.keysInDoubt() {
		if found := stored[key]; len(found) == 1 {
			decisions[key] = "adopt:" + found[0].ID
			continue
		}
		decisions[key], undecided = undecided[0], undecided[1:]
	}
	w.decide(doubts, decisions)
	if e := w.start("resolve", doubts, "--by", "the test").wait(); e.exit != exitOK {
		t.Fatalf("resolve: exit %d\n%s", e.exit, e.stderr)
	}

	// The one left is settled by time, the others by what was decided.
	e := w.must(exitOK)
	if s := e.summary; s.Excluded != 1 || s.InDoubt != 0 {
		t.Errorf("one record was given up: %s", e.stdout)
	}
	list = slices.DeleteFunc(list, func(c customer) bool { return decisions[c.id] == "skip" })
	w.mustHoldExactly(list)
	w.mustBeSilent(exitOK)
}

// keysInDoubt are the keys in in_doubt.csv, in order.
func (w *world) keysInDoubt() []string {
	w.t.Helper()
	var keys []string
	for _, row := range w.rows(w.inRun("in_doubt.csv")) {
		keys = append(keys, row["legacy_key"])
	}
	slices.Sort(keys)
	return keys
}

// decide writes decisions into in_doubt.csv, by key.
func (w *world) decide(path string, decisions map[string]string) {
	w.t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		w.t.Fatal(err)
	}
	lines, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\ufeff")))).ReadAll()
	if err != nil {
		w.t.Fatal(err)
	}
	key, decision := slices.Index(lines[0], "legacy_key"), slices.Index(lines[0], "_decision")
	for _, cells := range lines[1:] {
		cells[decision] = decisions[cells[key]]
	}
	var text bytes.Buffer
	if err := csv.NewWriter(&text).WriteAll(lines); err != nil {
		w.t.Fatal(err)
	}
	w.write(path, text.Bytes())
}

// TestOpenElsewhere: records in doubt that today's source does not hold are
// told of, and are settled when their source comes again.
func TestOpenElsewhere(t *testing.T) {
	unixOnly(t)
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	all := customers(14)
	w.source(marked, all[:10])
	w.inDoubt(10, 2, "post:drop-before=#2", "post:drop-after=#6")
	w.writeCSV("other.csv", all[10:])
	e := w.must(exitDoubt, "--source", "other.csv")
	if s := e.summary; s.Created != 4 || s.OpenElsewhere != 2 || s.InDoubt != 0 {
		t.Errorf("two records of the other source are in doubt: %s", e.stdout)
	}
	if n := len(w.rows(w.inRun("in_doubt.csv"))); n != 2 {
		t.Errorf("in_doubt.csv has %d rows, want 2", n)
	}
	w.must(exitOK)
	w.mustHoldExactly(all)
	w.mustCrosswalk(all)
}

// TestEditedWhileInDoubt: rows are edited while nobody knows whether they
// arrived. None is doubled, and none is lost: what is in doubt stays in doubt
// until it is known, whatever its row has become.
func TestEditedWhileInDoubt(t *testing.T) {
	unixOnly(t)
	for name, marker := range map[string]string{"marked": marked, "unmarked": unmarked} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, sandbox.Config{})
			list := w.withPictures(customers(10))
			w.source(marker, list)
			w.inDoubt(10, 5, "post:drop-after=#1,2,3,4,5")
			edited, struck := slices.Clone(list), w.keysInDoubt()
			row := func(i int) int {
				return slices.IndexFunc(edited, func(c customer) bool { return c.id == struck[i] })
			}
			edited[row(0)].email = "corrected@example.com" // it is looked up by userid all the same
			edited[row(1)].number = "CORRECTED1"
			edited[row(2)].dob = "not known"
			edited[row(3)].front = "not-there.jpg"
			edited = slices.Delete(edited, row(4), row(4)+1)
			w.rewrite(edited)
			e := w.must(exitDoubt)
			if s := e.summary; s.OpenElsewhere != 1 || s.InDoubt != 0 || s.NotAttempted != 0 || s.Failed != 0 {
				t.Errorf("the row that was deleted is in doubt elsewhere, nothing else is: %s", e.stdout)
			}
			w.mustBeSingle()
			w.rewrite(list)
			w.must(exitOK)
			w.mustHoldExactly(list)
			w.mustCrosswalk(list)
		})
	}
}

// TestStandardInput: what is piped in is kept privately for the second pass
// and gone afterwards, even where a run was killed with it.
func TestStandardInput(t *testing.T) {
	unixOnly(t)
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	list := customers(40)
	w.source(marked, list)
	piped := func() *child {
		c := &child{w: w, cmd: w.command(w.runArgs("--source", "-", "--yes")...), stdout: &capture{}, stderr: &capture{}, ended: make(chan struct{})}
		c.cmd.Stdout, c.cmd.Stderr = c.stdout, c.stderr
		b, err := os.ReadFile(w.path("customers.csv"))
		if err != nil {
			t.Fatal(err)
		}
		c.cmd.Stdin = strings.NewReader(string(b))
		c.begin()
		return c
	}
	w.faults("post:slow@50ms")
	c := piped()
	c.waitFor("some submissions", func() bool { return len(w.box.Submissions()) > 5 })
	c.kill()
	w.faults()
	w.expect(exitOK, piped())
	w.mustHoldExactly(list)
	if left, _ := filepath.Glob(w.inRun("*.spool")); len(left) > 0 {
		t.Errorf("copies of standard input were left behind: %v", left)
	}
}

// TestDoubleIsReported: a POST that arrives after everything was waited for makes a
// double. The run that finds it says so, in its report too.
func TestDoubleIsReported(t *testing.T) {
	unixOnly(t)
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	w.source(marked, customers(12))
	w.faults("post:drop-late=#3@3s", "post:slow=#12@4s")
	e := w.must(exitDoubt)
	if e.summary.Doubled != 1 {
		t.Fatalf("%d doubled: %s", e.summary.Doubled, e.stdout)
	}
	var doc struct {
		Doubled   int64    `json:"doubled"`
		DoubledIn []string `json:"doubled_in"`
		Verdict   struct{ State string }
	}
	b, err := os.ReadFile(w.inRun("report.json"))
	if err == nil {
		err = json.Unmarshal(b, &doc)
	}
	if err != nil || doc.Doubled != 1 || len(doc.DoubledIn) != 1 {
		t.Errorf("the report has %d in %v: %v", doc.Doubled, doc.DoubledIn, err)
	}
}

// TestAuditAlone: a double that comes after the run has ended is found when it is asked
// for, and status says how.
func TestAuditAlone(t *testing.T) {
	unixOnly(t)
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	w.source(marked, customers(12))
	w.faults("post:drop-late=#3@6s")
	w.must(exitOK)
	for len(w.box.Submissions()) < 13 {
		time.Sleep(50 * time.Millisecond)
	}
	w.mustBeSilent(exitOK)
	out, err := w.command("status", "--run", w.run).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "--audit\n") || strings.Contains(string(out), "Nothing is left") {
		t.Errorf("%s%v", out, err)
	}
	if e := w.must(exitDoubt, "--audit"); e.summary.Doubled != 1 {
		t.Errorf("%d doubled: %s", e.summary.Doubled, e.stdout)
	}
	w.mustBeSilent(exitDoubt, "--audit") // it is known now
}
