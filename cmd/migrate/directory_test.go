package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/sandbox"
)

// What people do to run directories. Whatever it is, no double comes of it
// without a word: the run stops with a diagnosis, or finds what is there.

// abused is a world with a source of 40 records.
func abused(t *testing.T, marker string) (*world, []customer) {
	t.Helper()
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	list := customers(40)
	w.source(marker, list)
	return w, list
}

// stops expects that a run is stopped with this exit code and error code, and
// creates nothing.
func (w *world) stops(exit int, code string, extra ...string) ending {
	w.t.Helper()
	w.arrived()
	before := len(w.box.Submissions())
	e := w.must(exit, extra...)
	if e.summary.code() != code {
		w.t.Errorf("stopped with the code %q, want %q: %s", e.summary.code(), code, e.stdout)
	}
	if n := len(w.box.Submissions()) - before; n != 0 {
		w.t.Errorf("%d submissions were created by a run that was stopped", n)
	}
	return e
}

// mustBeSingle asserts that the target has nothing twice.
func (w *world) mustBeSingle() {
	w.t.Helper()
	if ids := w.doubles(); len(ids) > 0 {
		w.t.Errorf("%d records are in the target more than once: %v", len(ids), ids)
	}
}

// TestKilledWhileBorn: a process that is killed while it makes its ledger leaves
// a directory in which the same command works, and a dry run as well. Beside
// files of somebody else nothing is made.
func TestKilledWhileBorn(t *testing.T) {
	left := [][]string{
		{"lock"},
		{"lock", "secret.key.new"},
		{"lock", "secret.key.new", "ledger.db.new", "ledger.db.new-journal"},
		{"lock", "secret.key.new", "ledger.db.new", "ledger.db.new-wal", "ledger.db.new-shm"},
	}
	for _, names := range left {
		t.Run(names[len(names)-1], func(t *testing.T) {
			w, list := abused(t, marked)
			for _, name := range names {
				w.write(filepath.Join("run", name), []byte("cut sh"))
			}
			w.write(filepath.Join("run", "letter.txt"), []byte("somebody else's"))
			w.stops(exitUsage, "run_dir")
			remove(t, w.inRun("letter.txt"))
			w.must(exitOK, "--dry-run")
			w.must(exitOK)
			w.mustHoldExactly(list)
		})
	}
}

func TestDirectoryDeleted(t *testing.T) {
	for name, marker := range map[string]string{"marked": marked, "unmarked": unmarked} {
		t.Run(name, func(t *testing.T) {
			w, list := abused(t, marker)
			w.must(exitOK)
			remove(t, w.run)
			w.stops(exitUsage, "migrated_elsewhere")
			w.mustHoldExactly(list)
		})
	}
}

// A part of the source was migrated from a directory that is gone; the rest
// was not, and the sample sees it all the same.
func TestDirectoryDeletedHalfWay(t *testing.T) {
	for name, marker := range map[string]string{"marked": marked, "unmarked": unmarked} {
		t.Run(name, func(t *testing.T) {
			w, list := abused(t, marker)
			w.must(exitOK, "--limit", "20")
			remove(t, w.run)
			w.stops(exitUsage, "migrated_elsewhere")
			w.mustHoldExactly(list[:20])
		})
	}
}

// Without a mark every record is looked up on request; what is there already
// stays with the operator.
func TestDirectoryDeletedLookFirst(t *testing.T) {
	w, list := abused(t, unmarked)
	w.must(exitOK, "--limit", "20")
	remove(t, w.run)
	e := w.must(exitDoubt, "--look-first", "--no-preflight")
	if s := e.summary; s.Created != 20 || s.InDoubt != 20 {
		t.Errorf("20 of 40 records are there: %s", e.stdout)
	}
	w.mustHoldExactly(list)
}

func TestDirectoryCopied(t *testing.T) {
	for name, marker := range map[string]string{"marked": marked, "unmarked": unmarked} {
		t.Run(name, func(t *testing.T) {
			w, list := abused(t, marker)
			w.must(exitOK, "--limit", "10")
			twin := w.path("copy")
			copyDir(t, w.run, twin)
			w.must(exitOK, "--limit", "25")

			e := w.stops(exitUsage, "run_dir_guard", "--run", twin)
			if !strings.Contains(e.stderr, "--recover") {
				t.Errorf("the guard does not name --recover: %s", e.stderr)
			}
			e = w.start(w.runArgs("--run", twin, "--recover")...).wait()
			e.check(t)
			if marker == marked && e.exit != exitOK {
				t.Errorf("with --recover what carries our mark is found: exit %d, %s", e.exit, e.stdout)
			}
			w.mustBeSingle()

			e = w.start(w.runArgs()...).wait() // the original has not heard of it
			e.check(t)
			if marker == marked {
				if e.exit != exitOK {
					t.Errorf("the original directory finds what its copy did: exit %d, %s\n%s", e.exit, e.stdout, tail(e.stderr))
				}
				w.mustHoldExactly(list)
			}
			w.mustBeSingle()
		})
	}
}

// Two directories at the same time, one of them a copy.
func TestDirectoryCopiedBothRun(t *testing.T) {
	w, _ := abused(t, marked)
	w.must(exitOK, "--limit", "5")
	twin := w.path("copy")
	copyDir(t, w.run, twin)
	a := w.start(w.runArgs()...)
	b := w.start(w.runArgs("--run", twin)...)
	if e := b.wait(); e.exit != exitUsage {
		t.Errorf("the copy ended with %d, want %d", e.exit, exitUsage)
	}
	w.expect(exitOK, a)
	w.mustBeSingle()
}

// A whole backup fits together in itself; what was done since is found in the
// target.
func TestDirectoryRestored(t *testing.T) {
	for name, marker := range map[string]string{"marked": marked, "unmarked": unmarked} {
		t.Run(name, func(t *testing.T) {
			w, list := abused(t, marker)
			w.must(exitOK, "--limit", "10")
			backup := w.path("backup")
			copyDir(t, w.run, backup)
			w.must(exitOK, "--limit", "30")
			remove(t, w.run)
			if err := os.Rename(backup, w.run); err != nil {
				t.Fatal(err)
			}
			if marker == marked {
				w.must(exitOK)
				w.mustHoldExactly(list)
				w.mustCrosswalk(list)
				return
			}
			w.stops(exitUsage, "migrated_elsewhere")
			w.mustHoldExactly(list[:30])
		})
	}
}

// Only the ledger was restored: its mark is ahead of it.
func TestLedgerRestored(t *testing.T) {
	w, list := abused(t, marked)
	w.must(exitOK, "--limit", "10")
	backup := w.path("backup")
	copyDir(t, w.run, backup)
	w.must(exitOK, "--limit", "30")
	remove(t, w.inRun("ledger.db"), w.inRun("ledger.db-wal"), w.inRun("ledger.db-shm"))
	b, err := os.ReadFile(filepath.Join(backup, "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	w.write(w.inRun("ledger.db"), b)
	w.stops(exitUsage, "run_dir_guard")
	w.must(exitOK, "--recover")
	w.mustHoldExactly(list)
	w.mustCrosswalk(list)
}

// The ledger without its -wal has lost the last commits.
func TestWALRemoved(t *testing.T) {
	unixOnly(t)
	for name, marker := range map[string]string{"marked": marked, "unmarked": unmarked} {
		t.Run(name, func(t *testing.T) {
			w, list := abused(t, marker)
			w.faults("post:slow@30ms")
			c := w.start(w.runArgs("--concurrency", "2")...)
			c.waitFor("20 submissions", func() bool { return len(w.box.Submissions()) >= 20 })
			c.kill()
			w.faults()
			if _, err := os.Stat(w.inRun("ledger.db-wal")); err != nil {
				t.Fatal(err)
			}
			remove(t, w.inRun("ledger.db-wal"), w.inRun("ledger.db-shm"))
			w.stops(exitUsage, "run_dir_guard")
			if marker == marked { // what carries our mark is found, whatever the ledger forgot
				w.must(exitOK, "--recover")
				w.mustHoldExactly(list)
				return
			}
			w.must(exitDoubt, "--recover")
			w.mustBeSingle()
		})
	}
}

// TestLedgerAndSecretRemoved: what was sent carries a mark that nobody can check
// any more. It is left to a person, and the rest is sent.
func TestLedgerAndSecretRemoved(t *testing.T) {
	for name, marker := range map[string]string{"marked": marked, "unmarked": unmarked} {
		t.Run(name, func(t *testing.T) {
			w, list := abused(t, marker)
			w.must(exitOK, "--limit", "20")
			remove(t, w.inRun("ledger.db"), w.inRun("ledger.db-wal"), w.inRun("ledger.db-shm"), w.inRun("secret.key"))
			w.stops(exitUsage, "run_dir_guard")
			e := w.must(exitDoubt, "--recover")
			if s := e.summary; s.Created != 20 || s.InDoubt != 20 {
				t.Errorf("20 of 40 records are there: %s", e.stdout)
			}
			w.mustHoldExactly(list)
			decisions := map[string]string{}
			for key, found := range w.stored() {
				decisions[key] = "adopt:" + found[0].ID
			}
			w.decide(w.inRun("in_doubt.csv"), decisions)
			if e := w.start("resolve", w.inRun("in_doubt.csv"), "--by", "the test").wait(); e.exit != exitOK {
				t.Fatalf("resolve: exit %d\n%s", e.exit, e.stderr)
			}
			w.must(exitOK)
			w.mustHoldExactly(list)
		})
	}
}

// The secret makes every fingerprint of the ledger; without it no record is
// known.
func TestSecretRemoved(t *testing.T) {
	w, list := abused(t, marked)
	w.must(exitOK, "--limit", "20")
	remove(t, w.inRun("secret.key"))
	w.stops(exitUsage, "run_dir_guard")
	w.stops(exitUsage, "run_dir_guard", "--recover")
	w.mustHoldExactly(list[:20])
}

// The ledger is gone, its secret is there.
func TestLedgerRemoved(t *testing.T) {
	w, list := abused(t, marked)
	w.must(exitOK, "--limit", "20")
	remove(t, w.inRun("ledger.db"), w.inRun("ledger.db-wal"), w.inRun("ledger.db-shm"))
	w.stops(exitUsage, "run_dir_guard")
	w.mustHoldExactly(list[:20])
}

func TestSecondDirectory(t *testing.T) {
	for name, marker := range map[string]string{"marked": marked, "unmarked": unmarked} {
		t.Run(name, func(t *testing.T) {
			w, list := abused(t, marker)
			w.must(exitOK, "--limit", "30")
			w.stops(exitUsage, "migrated_elsewhere", "--run", w.path("second"))
			w.must(exitOK)
			w.mustHoldExactly(list)
		})
	}
}

// The target was emptied: what this directory created is not there any more,
// and nobody but the operator knows why.
func TestTargetWiped(t *testing.T) {
	w, _ := abused(t, marked)
	w.must(exitOK, "--limit", "20")
	if err := w.box.Wipe(); err != nil {
		t.Fatal(err)
	}
	w.stops(exitTarget, "control_missing")
	w.mustBeSilent(exitOK, "--limit", "20")
}

// Another target, or another project's key, is no place to go on.
func TestTargetChanged(t *testing.T) {
	w, _ := abused(t, marked)
	w.must(exitOK, "--limit", "20")
	other, _ := sandbox.New(sandbox.Config{APIKeys: []string{canaryKey}})
	server, err := other.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	env := w.env
	w.env = append(slices.Clone(env), "ARGOS_BASE_URL="+server.URL())
	w.stops(exitUsage, "target_changed")
	w.env = append(slices.Clone(env), "ARGOS_API_KEY=another-key")
	w.stops(exitUsage, "project_changed")
	if n := len(other.Submissions()); n != 0 {
		t.Errorf("%d submissions went to the other target", n)
	}
}

func TestLocked(t *testing.T) {
	w, list := abused(t, marked)
	w.faults("post:slow@100ms")
	first := w.start(w.runArgs("--concurrency", "2")...)
	first.waitFor("the first call", func() bool { return w.received() > 0 })
	began := time.Now()
	if e := w.must(exitUsage); e.summary.code() != "locked" || e.summary.Calls != 0 {
		t.Errorf("want the code locked and no call: %s", e.stdout)
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("it took %s to see the lock", took)
	}
	w.faults()
	w.expect(exitOK, first)
	w.mustHoldExactly(list)
}

// What is private stays private, whatever the umask.
func TestDirectoryIsPrivate(t *testing.T) {
	unixOnly(t)
	w, _ := abused(t, marked)
	w.must(exitOK)
	err := filepath.WalkDir(w.run, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has the mode %s", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestKilledBeforeTheCrosswalk: a run that was killed never wrote results.csv, and the
// next one does not say that somebody took it away.
func TestKilledBeforeTheCrosswalk(t *testing.T) {
	unixOnly(t)
	t.Parallel()
	w := newWorld(t, sandbox.Config{Latency: 25 * time.Millisecond})
	list := customers(60)
	w.source(marked, list)
	c := w.start(w.runArgs("--concurrency", "2")...)
	c.waitFor("some submissions", func() bool { return len(w.box.Submissions()) >= 10 })
	c.kill()
	if _, err := os.Stat(w.inRun("results.csv")); err == nil {
		t.Fatal("a killed run left results.csv, so this shows nothing")
	}
	if e := w.must(exitOK); strings.Contains(e.stderr, "not there any more") {
		t.Errorf("a kill is told as a loss:\n%s", e.stderr)
	}
	w.mustCrosswalk(list)
}

// TestLostCrosswalkIsTold: a results.csv that somebody removed begins anew, and the run
// says so, and how all of it is told again.
func TestLostCrosswalkIsTold(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	list := customers(5)
	w.source(marked, list)
	w.must(exitOK)
	if err := os.Remove(w.inRun("results.csv")); err != nil {
		t.Fatal(err)
	}
	e := w.must(exitOK)
	if want := "results.csv is not there any more"; !strings.Contains(e.stderr, want) || !strings.Contains(e.stderr, "migrate report --source") {
		t.Errorf("nothing says %q:\n%s", want, e.stderr)
	}
	w.mustCrosswalk(list)
	out, err := w.command("status", "--run", w.run+"x").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "runs here: ") || !strings.Contains(string(out), filepath.Base(w.run)) {
		t.Errorf("a mistyped directory is answered with %v\n%s", err, out)
	}
}
