package jsonfile_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"kycmigrate/internal/source"
	"kycmigrate/internal/source/jsonfile"
)

// The files of an archive are chosen as for every other kind.
func TestMember(t *testing.T) {
	path := filepath.Join(t.TempDir(), "export.zip")
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for name, text := range map[string]string{"a/customers.jsonl": `{"id":"1"}` + "\n", "b/events.jsonl": `{"what":"2"}` + "\n"} {
		w, err := archive.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(archive.Close(), os.WriteFile(path, b.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	r, err := jsonfile.Open(t.Context(), source.Spec{Path: path, Options: map[string]string{"member": "customers.*"}})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if !slices.Equal(r.Columns(), []string{"id"}) {
		t.Errorf("columns are %q", r.Columns())
	}
}
