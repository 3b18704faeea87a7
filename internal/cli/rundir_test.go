package cli

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

func TestRunDirIsPrivate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "runs", "bank")
	if _, err := openRunDir(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := openRunDir(path); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("mode %v, %v; want 0700", info.Mode(), err)
	}
}

// A slip of the keyboard must not spread files over somebody's home.
func TestRunDirOfSomebodyElse(t *testing.T) {
	path := t.TempDir()
	write(t, filepath.Join(path, "thesis.tex"), "x")
	var e *Error
	if _, err := openRunDir(path); !errors.As(err, &e) || e.Exit != ExitUsage {
		t.Errorf("openRunDir = %v, want a usage error", err)
	}
}

func TestSpoolIsSweptWhenItsProcessIsGone(t *testing.T) {
	dir := runDir{t.TempDir()}
	mine, err := dir.spool(t.Context(), strings.NewReader("a,b\n"))
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(mine); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("spool mode %v, %v; want 0600", info.Mode(), err)
	}
	gone := exec.Command(os.Args[0], "-test.run=^$")
	if err := gone.Run(); err != nil {
		t.Fatal(err)
	}
	stale := dir.file(spoolPrefix + strconv.Itoa(gone.Process.Pid) + spoolSuffix)
	alive := dir.file(spoolPrefix + strconv.Itoa(os.Getppid()) + spoolSuffix)
	write(t, stale, "x")
	write(t, alive, "x")
	dir.sweep()
	if exists(stale) || !exists(alive) {
		t.Errorf("stale spool there: %t, want gone; that of a live process there: %t", exists(stale), exists(alive))
	}
}

func TestWriteAtomicKeepsTheOldFileOnFailure(t *testing.T) {
	path := filepath.Join(t.TempDir(), "run.json")
	write(t, path, "old")
	err := writeAtomic(path, func(w io.Writer) error {
		_, _ = io.WriteString(w, "half of the n")
		return errors.New("disk full")
	})
	if err == nil || read(t, path) != "old" || exists(path+".tmp") {
		t.Errorf("err %v, content %q, temporary file there: %t", err, read(t, path), exists(path+".tmp"))
	}
}

func TestReads(t *testing.T) {
	dir := t.TempDir()
	rejects := filepath.Join(dir, "rejects.csv")
	write(t, rejects, "x")
	write(t, filepath.Join(dir, "other.csv"), "x")
	if err := os.Symlink(rejects, filepath.Join(dir, "link.csv")); err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string]bool{
		"rejects.csv": true, "link.csv": true, "rej*.csv": true, "other.csv": false, "o*.csv": false, "none.csv": false,
	} {
		if got := reads(filepath.Join(dir, source), rejects); got != want {
			t.Errorf("reads(%s) = %t, want %t", source, got, want)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
