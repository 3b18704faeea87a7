package source_test

import (
	"os"
	"path/filepath"
	"testing"

	"kycmigrate/internal/source"
)

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

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func slurp(t testing.TB, path string) string {
	t.Helper()
	return string(must(os.ReadFile(path)))
}
