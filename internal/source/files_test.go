package source_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"kycmigrate/internal/source"
)

func TestSpool(t *testing.T) {
	dir := t.TempDir()
	path, cleanup, err := source.Spool(t.Context(), strings.NewReader("a,b\n1,2\n"), dir)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 || filepath.Dir(path) != dir {
		t.Errorf("spooled to %s, %v, %v", path, info, err)
	}
	if rows := readAll(t, open(t, path)); len(rows) != 1 {
		t.Errorf("got %d rows, want 1", len(rows))
	}
	if err := errors.Join(cleanup(), cleanup()); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("the file is still there")
	}
}

func TestSpoolLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	broken := errors.New("broken")
	if _, _, err := source.Spool(t.Context(), iotest.ErrReader(broken), dir); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := source.Spool(ctx, strings.NewReader("x"), dir); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if left := must(os.ReadDir(dir)); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestRotate(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "rejects.csv")
	if kept, err := source.Rotate(path); kept != "" || err != nil {
		t.Errorf("nothing to keep: %q, %v", kept, err)
	}
	for _, name := range []string{"rejects.csv", "rejects.1.csv", "rejects.3.csv"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := source.Rotate(path)
	if err != nil || filepath.Base(kept) != "rejects.2.csv" || slurp(t, kept) != "rejects.csv" || slurp(t, path) != "rejects.csv" {
		t.Errorf("kept as %q, %v", kept, err)
	}
}
