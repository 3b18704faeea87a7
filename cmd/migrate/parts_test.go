package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kycmigrate/internal/sandbox"
	"kycmigrate/internal/source/sqldb/sqldbtest"
)

// partWorld is a world whose source has quoted line breaks around every cut.
func partWorld(t *testing.T, n int) (*world, []customer) {
	t.Helper()
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	list := customers(n)
	for i := range list {
		list[i].note = strings.Repeat("a line\n\"and\", another\n", 1+i%5)
	}
	w.source(marked, list)
	return w, list
}

// TestPartsOfAFile: the parts of a file, run one after the other in one
// directory, are the whole; so are those of two directories.
func TestPartsOfAFile(t *testing.T) {
	t.Run("what is next", func(t *testing.T) {
		w, list := partWorld(t, 40)
		good := slices.Clone(list)
		for i := range list {
			if i%3 == 0 {
				list[i].dob = "not known"
			}
		}
		w.rewrite(list)
		e := w.must(exitRejects, "--part", "1/2", "--concurrency", "3")
		status, err := w.command("status", "--run", w.run).CombinedOutput()
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(e.stderr + string(status)) {
			source, command := strings.Contains(line, "customers.csv"), strings.Contains(line, "migrate run --source")
			want := 0 // the rejects are read whole
			if source {
				want = 1
			}
			if command && (strings.Count(line, "--part 1/2") != want || !strings.Contains(line, "--concurrency 3")) {
				t.Errorf("%d times --part is wanted in %s", want, line)
			}
		}
		if !strings.Contains(e.stderr, "migrate run --source "+w.inRun("rejects.csv")) {
			t.Errorf("nothing leads to the rejects: %s", e.stderr)
		}
		w.mend(w.inRun("rejects.csv"), good, int(e.summary.Rejected))
		w.must(exitOK, "--source", w.inRun("rejects.csv"))
		status, err = w.command("status", "--run", w.run).CombinedOutput()
		if err != nil || !strings.Contains(string(status), "Nothing is left to do of part 1/2") || strings.Contains(string(status), "migrate run") {
			t.Errorf("when a part is through: %v\n%s", err, status)
		}
	})
	t.Run("one directory", func(t *testing.T) {
		w, list := partWorld(t, 31)
		total := int64(0)
		for k := 1; k <= 4; k++ {
			e := w.must(exitOK, "--part", fmt.Sprintf("%d/4", k))
			total += e.summary.Read
			if e.summary.Created != e.summary.Read || e.summary.Read < 3 {
				t.Errorf("part %d: %s", k, e.stdout)
			}
		}
		if total != 31 {
			t.Errorf("the parts hold %d rows of 31", total)
		}
		w.mustHoldExactly(list)
		w.mustBeSilent(exitOK) // the whole
	})
	t.Run("two directories at once", func(t *testing.T) {
		w, list := partWorld(t, 40)
		a := w.start(w.runArgs("--part", "1/2")...)
		b := w.start(w.runArgs("--part", "2/2", "--run", w.path("second"))...)
		w.expect(exitOK, a)
		w.expect(exitOK, b)
		w.mustHoldExactly(list)
	})
}

// TestPartsKeepTheirPlaces: what is wrong in a part is told by the line that it
// has in the whole, and a file of few bytes may have parts without a row.
func TestPartsKeepTheirPlaces(t *testing.T) {
	w, list := partWorld(t, 9)
	list[8].email = "nobody"
	w.source(marked, list)
	whole := w.must(exitRejects, "--dry-run")
	report := func() string { return string(mustRead(t, w.inRun("report.json"))) }
	place := fmt.Sprintf("customers.csv:%d", lineOf(t, w, "K000009"))
	if !strings.Contains(report(), `"`+place+`"`) {
		t.Fatalf("the whole does not name %s", place)
	}
	read, rejected := int64(0), int64(0)
	for k := 1; k <= 7; k++ {
		e := w.start(w.runArgs("--dry-run", "--part", strconv.Itoa(k)+"/7")...).wait()
		e.check(t)
		read, rejected = read+e.summary.Read, rejected+e.summary.Rejected
		if e.summary.Rejected > 0 && !strings.Contains(report(), `"`+place+`"`) {
			t.Errorf("part %d tells of another place than %s", k, place)
		}
		if !strings.Contains(report(), fmt.Sprintf("customers.csv (part %d of 7)", k)) && e.summary.Read > 0 {
			t.Errorf("the report of part %d does not say of which part it is", k)
		}
	}
	if read != whole.summary.Read || rejected != whole.summary.Rejected {
		t.Errorf("the parts read %d and rejected %d, the whole %d and %d", read, rejected, whole.summary.Read, whole.summary.Rejected)
	}
	e := w.start(w.runArgs("--dry-run", "--part", "9999/9999")...).wait()
	e.check(t)
	if e.exit != exitOK && e.exit != exitRejects {
		t.Errorf("the last of many parts: exit %d, %s", e.exit, e.stdout)
	}
}

// lineOf is the line that begins with a text.
func lineOf(t *testing.T, w *world, text string) int {
	t.Helper()
	for i, line := range strings.Split(string(mustRead(t, w.path("customers.csv"))), "\n") {
		if strings.HasPrefix(line, text) {
			return i + 1
		}
	}
	t.Fatalf("no line begins with %s", text)
	return 0
}

func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestPartsOfADatabase: the parts of a table by its key are the whole.
func TestPartsOfADatabase(t *testing.T) {
	for name, open := range databases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, sandbox.Config{})
			db := open(t)
			list := customers(30)
			w.source(marked, nil)
			w.write("mapping.yaml", []byte(strings.Replace(strings.Replace(mapping, "%s", marked, 1),
				"{kind: csv}", "{kind: sql, sql: {table: customers}}", 1)))
			w.fillDatabase(db, list)
			w.env = append(w.env, "DB_PASSWORD="+sqldbtest.Password)
			for k := 1; k <= 3; k++ {
				e := w.must(exitOK, "--source", db.Typed, "--part", fmt.Sprintf("%d/3", k))
				if e.summary.Created != 10 {
					t.Errorf("part %d: %s", k, e.stdout)
				}
			}
			w.mustHoldExactly(list)
			w.mustBeSilent(exitOK, "--source", db.Typed)
		})
	}
}

// TestPartRefused: what cannot be read in parts is said in a sentence.
func TestPartRefused(t *testing.T) {
	w, list := partWorld(t, 6)
	list[1].email = "nobody"
	w.source(marked, list)
	w.must(exitRejects)
	for name, c := range map[string]struct{ code, says, part, source string }{
		"the rejects file": {"source", "is a rejects file", "1/2", w.inRun("rejects.csv")},
		"another kind":     {"source", "is read as a whole", "1/2", "data.jsonl"},
		"nonsense":         {"usage", "must be K/N", "3/2", "customers.csv"},
	} {
		w.write("data.jsonl", []byte("{}\n"))
		e := w.stops(exitUsage, c.code, "--source", c.source, "--part", c.part)
		if !strings.Contains(e.summary.Error.Message, c.says) {
			t.Errorf("%s: %s", name, e.summary.Error.Message)
		}
	}
}
