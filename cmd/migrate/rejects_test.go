package main

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/sandbox"
)

// TestRejectsLoop goes the way of an operator: the rejects are mended a part
// at a time and fed back as they stand; one of these runs is interrupted. Only
// what was mended is sent, and no row is lost.
func TestRejectsLoop(t *testing.T) {
	unixOnly(t)
	t.Parallel()
	w := newWorld(t, sandbox.Config{Latency: 25 * time.Millisecond})
	list := w.withPictures(customers(90))
	broken := slices.Clone(list)
	for i := range broken {
		if i%3 != 0 {
			broken[i].dob = "1980-13-01"
		}
	}
	w.source(marked, broken)
	rejects := w.inRun("rejects.csv")
	posts := func() int { return len(w.stored()) }

	e := w.must(exitRejects)
	if s := e.summary; s.Created != 30 || s.Rejected != 60 {
		t.Fatalf("30 of 90 rows are good: %s", e.stdout)
	}

	w.mend(rejects, list, 20)
	e = w.must(exitRejects, "--source", rejects)
	if s := e.summary; s.Read != 60 || s.Created != 20 || s.Rejected != 40 || posts() != 50 {
		t.Fatalf("20 of 60 rejects were mended, %d are there: %s", posts(), e.stdout)
	}
	if n := len(w.rows(rejects)); n != 40 {
		t.Fatalf("rejects.csv has %d rows, want 40", n)
	}

	w.mend(rejects, list, 40)
	c := w.start(w.runArgs("--source", rejects, "--concurrency", "2")...)
	c.waitFor("half of it", func() bool { return len(w.box.Submissions()) >= 70 })
	c.signal(os.Interrupt)
	w.expect(exitInterrupted, c)
	if there, left := posts(), len(w.rows(rejects)); there >= 90 || there+left < 90 {
		t.Fatalf("after the interrupt %d are sent and rejects.csv has %d rows: of 90, some are lost, or it was too late", there, left)
	}

	e = w.must(exitOK, "--source", rejects)
	w.mustHoldExactly(list)
	w.mustCrosswalk(list)
	if n := e.summary.Created + e.summary.Already; n != e.summary.Read {
		t.Errorf("the end of the loop: %s", e.stdout)
	}
	w.mustKeep("rejects.1.csv", 60)
	if _, err := os.Stat(rejects); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nothing is rejected any more, and rejects.csv is still there: %v", err)
	}
}

// mend corrects the first n rows of a rejects file in place, as an operator
// would in an editor: the columns that explain stay where they are.
func (w *world) mend(path string, good []customer, n int) {
	w.t.Helper()
	dob := map[string]string{}
	for i := range good {
		dob[good[i].id] = good[i].dob
	}
	b, err := os.ReadFile(path)
	if err != nil {
		w.t.Fatal(err)
	}
	lines, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
	if err != nil {
		w.t.Fatal(err)
	}
	for _, cells := range lines[1 : n+1] {
		cells[3] = dob[cells[0]]
	}
	var text strings.Builder
	if err := csv.NewWriter(&text).WriteAll(lines); err != nil {
		w.t.Fatal(err)
	}
	w.write(path, []byte(text.String()))
}

// mustKeep asserts that an earlier rejects file was kept whole.
func (w *world) mustKeep(name string, rows int) {
	w.t.Helper()
	if n := len(w.rows(w.inRun(name))); n != rows {
		w.t.Errorf("%s has %d rows, want %d", name, n, rows)
	}
}

// TestRejectsSurviveAKill: a rejects file that is the source is whole whenever the
// process ends.
func TestRejectsSurviveAKill(t *testing.T) {
	unixOnly(t)
	t.Parallel()
	w := newWorld(t, sandbox.Config{Latency: 25 * time.Millisecond})
	list := customers(40)
	broken := slices.Clone(list)
	for i := range broken {
		if i >= 20 {
			broken[i].dob = "soon"
		}
	}
	w.source(marked, broken)
	w.must(exitRejects)
	rejects := w.inRun("rejects.csv")
	w.mend(rejects, list, 20)
	for _, goal := range []int{23, 29, 36} {
		c := w.start(w.runArgs("--source", rejects, "--concurrency", "2")...)
		c.waitFor("some of them", func() bool { return len(w.box.Submissions()) >= goal })
		c.kill()
		if n := len(w.rows(rejects)); n != 20 {
			t.Fatalf("after SIGKILL rejects.csv, the source, has %d rows, want 20", n)
		}
	}
	w.must(exitOK, "--source", rejects)
	w.mustHoldExactly(list)
	w.mustCrosswalk(list)
}

// TestRejectsShowTheWay: what the program tells to type next leads from rejects that
// were mended to the source that they come from, and then says that nothing is left.
func TestRejectsShowTheWay(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	list := customers(12)
	broken := slices.Clone(list)
	broken[3].dob, broken[7].dob = "1980-13-01", "1980-13-02"
	w.source(marked, broken)
	rejects := w.inRun("rejects.csv")
	says := func(text, what string) {
		t.Helper()
		if !strings.Contains(text, what) {
			t.Errorf("nothing says %q:\n%s", what, text)
		}
	}
	validate := func(source string, exit int) ending {
		return w.expect(exit, w.start("validate", "--source", source, "--mapping", w.path("mapping.yaml"), "--run", w.run, "--json"))
	}
	says(validate(w.path("customers.csv"), exitRejects).stderr, "what is ready can go first")
	w.mend(rejects, list, 2)
	e := validate(rejects, exitOK)
	says(e.stderr, "send the source first, then these\n  migrate run --source "+w.path("customers.csv"))
	says(e.stderr, "keeps these rows under another name, as it writes a rejects file of its own:\n  migrate run --source "+w.inRun("rejects.1.csv"))

	// The source is looked at once more: what was mended is put aside, and that is told.
	says(validate(w.path("customers.csv"), exitRejects).stderr, "is kept as "+w.inRun("rejects.1.csv"))
	mended, err := os.ReadFile(w.inRun("rejects.1.csv"))
	if err != nil {
		t.Fatal(err)
	}
	w.write(rejects, mended)
	e = w.must(exitOK, "--source", rejects)
	says(e.stderr, "the rest of its source is sent by\n  migrate run --source "+w.path("customers.csv"))
	w.rewrite(list)
	w.must(exitOK)
	w.mustHoldExactly(list)
	status, err := w.command("status", "--run", w.run).Output()
	if err != nil {
		t.Fatal(err)
	}
	says(string(status), "Nothing is left to do")
	if strings.Contains(string(status), "migrate run") {
		t.Errorf("nothing is left, and a run is proposed:\n%s", status)
	}
}

// TestMendedBeforeTheSourceWasSent: rows that were mended between a dry run and the first
// run go with the commands that the dry run over them tells, typed as they stand.
func TestMendedBeforeTheSourceWasSent(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	list := customers(12)
	broken := slices.Clone(list)
	broken[3].dob, broken[7].dob = "1980-13-01", "1980-13-02"
	w.source(marked, broken)
	rejects := w.inRun("rejects.csv")
	validate := func(source string, exit int) ending {
		t.Helper()
		return w.expect(exit, w.start("validate", "--source", source, "--mapping", w.path("mapping.yaml"), "--run", w.run, "--json"))
	}
	validate(w.path("customers.csv"), exitRejects)
	w.mend(rejects, list, 2)
	_, told, _ := strings.Cut(validate(rejects, exitOK).stderr, "Next: ")
	var sources []string
	for line := range strings.Lines(told) {
		if words := strings.Fields(line); len(words) > 3 && words[0] == "migrate" && words[1] == "run" {
			sources = append(sources, words[3])
		}
	}
	if len(sources) != 2 {
		t.Fatalf("the dry run tells %q:\n%s", sources, told)
	}
	w.expect(exitRejects, w.start(w.runArgs("--source", sources[0])...))
	w.must(exitOK, "--source", sources[1])
	w.mustHoldExactly(list)
	w.mustCrosswalk(list)
}
