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
