package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"kycmigrate/internal/sandbox"
)

// TestFullDisk: the disk of the run directory fills up while records are sent.
// The run stops with an error that says so; with room again it goes on, and
// nothing was lost or doubled.
func TestFullDisk(t *testing.T) {
	unixOnly(t)
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	list := customers(1500)
	w.source(marked, list)
	w.args = append(w.args, "--concurrency", "32")
	w.tmpfs("17800k")

	e := w.start(w.runArgs()...).wait()
	e.check(t)
	if e.exit == exitOK || e.summary.Error == nil {
		t.Fatal("1,500 records went into a disk that has no room for them")
	}
	if n := strings.Count(e.summary.Error.Message, "the disk that holds"); n != 1 {
		t.Errorf("the error says %d times that the disk is full: %s", n, e.summary.Error.Message)
	}
	if n := int64(len(w.box.Submissions())); n == 0 || n == 1500 {
		t.Fatalf("%d submissions: the disk was full too early or too late for this test", n)
	}
	w.mustBeSingle()

	w.mount("-o", "remount,size=200m", "tmpfs", w.run)
	w.must(exitOK)
	w.mustHoldExactly(list)
	w.mustBeSilent(exitOK)
}

// TestSmallDisk: a disk without room for what is set aside is not filled up
// with a part of it.
func TestSmallDisk(t *testing.T) {
	unixOnly(t)
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	w.source(marked, customers(3))
	w.tmpfs("8m")
	w.stopsFull()
	if _, err := os.Lstat(w.inRun("reserve")); err == nil {
		t.Error("the reserve that was not finished fills the disk")
	}
	w.mount("-o", "remount,size=64m", "tmpfs", w.run)
	w.must(exitOK)
}

// stopsFull expects that a run stops because the disk is full, and sends nothing.
func (w *world) stopsFull() {
	w.t.Helper()
	e := w.start(w.runArgs()...).wait()
	e.check(w.t)
	if e.exit != exitInternal || e.summary.code() != "disk_full" || len(w.box.Submissions()) != 0 {
		w.t.Errorf("exit %d, %s", e.exit, e.stdout)
	}
}

// TestArchive: a run directory on a file system that cannot be written tells its
// status, also after a kill, and says what the rest needs.
func TestArchive(t *testing.T) {
	unixOnly(t)
	t.Parallel()
	w := newWorld(t, sandbox.Config{})
	w.source(marked, customers(20))
	w.tmpfs("64m")
	w.must(exitOK, "--limit", "5")
	status := func(created int64) {
		t.Helper()
		w.mount("-o", "remount,ro", "tmpfs", w.run)
		e := w.expect(exitOK, w.start("status", "--run", w.run, "--json"))
		if e.summary.Created < created {
			t.Errorf("want %d records or more: %s", created, e.stdout)
		}
		for _, args := range [][]string{w.runArgs(), w.runArgs("--dry-run"), {"report", "--json", "--run", w.run}} {
			e := w.start(args...).wait()
			e.check(t)
			if e.exit != exitUsage || e.summary.code() != "run_dir" || !strings.Contains(e.summary.Error.Hint, "migrate status works there") {
				t.Errorf("%s: exit %d, %s", args[0], e.exit, e.stdout)
			}
		}
		w.mount("-o", "remount,rw", "tmpfs", w.run)
	}
	status(5)
	w.faults("post:slow@30ms")
	c := w.start(w.runArgs("--concurrency", "1")...)
	c.waitFor("12 submissions", func() bool { return len(w.box.Submissions()) >= 12 })
	c.kill()
	status(6)
	remove(t, w.inRun("ledger.db-shm"))
	w.mount("-o", "remount,ro", "tmpfs", w.run)
	if e := w.start("status", "--run", w.run, "--json").wait(); e.exit != exitUsage || !strings.Contains(e.stdout, "Copy the whole directory") {
		t.Errorf("commits in the WAL that cannot be read: exit %d, %s", e.exit, e.stdout)
	}
}

// tmpfs mounts a small file system at the run directory, or skips.
func (w *world) tmpfs(size string) {
	w.t.Helper()
	if os.Getuid() != 0 {
		w.t.Skip("only root may mount a small tmpfs for the run directory")
	}
	if err := os.MkdirAll(w.run, 0o700); err != nil {
		w.t.Fatal(err)
	}
	out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+size+",mode=0700", "tmpfs", w.run).CombinedOutput()
	if err != nil {
		w.t.Skipf("a small tmpfs for the run directory cannot be mounted here: %v: %s", err, out)
	}
	w.t.Cleanup(func() { _ = exec.Command("umount", "-l", w.run).Run() })
}

func (w *world) mount(args ...string) {
	w.t.Helper()
	if out, err := exec.Command("mount", args...).CombinedOutput(); err != nil {
		w.t.Fatalf("mount: %v: %s", err, out)
	}
}
