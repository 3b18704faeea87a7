package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"image"
	_ "image/jpeg"
	_ "image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const samples = ".."

func generated(t *testing.T) map[string][]byte {
	t.Helper()
	files, err := generate()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestCommitted holds the files in the repository to the generator. JPEG and
// PNG encoders may change with the Go version; then the samples change too.
func TestCommitted(t *testing.T) {
	const hint = "; run: go run ./samples/gen -out samples"
	files := generated(t)
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(samples, filepath.FromSlash(name)))
		if err != nil {
			t.Errorf("%v%s", err, hint)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s differs from what is generated%s", name, hint)
		}
	}
	images := filepath.Join(samples, "images")
	err := filepath.WalkDir(images, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(samples, path)
		if _, ok := files[filepath.ToSlash(name)]; !ok {
			t.Errorf("%s is not generated; remove it", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	for range 2 {
		if err := write(dir); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range generated(t) {
		got, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil || !bytes.Equal(got, want) {
			t.Fatalf("%s is not what was generated (%v)", name, err)
		}
	}
}

// TestTable reads the export back: only the ragged row is odd, and every line
// that FLAWS.md names is where that row starts.
func TestTable(t *testing.T) {
	customers := makeCustomers()
	plant(customers)
	table, lines, err := writeTable(customers)
	if err != nil {
		t.Fatal(err)
	}
	text, found := bytes.CutPrefix(table, []byte("\ufeff"))
	if !found {
		t.Error("no byte order mark")
	}
	if bytes.Count(text, []byte("\n")) != bytes.Count(text, []byte("\r\n")) {
		t.Error("a line ends without CR")
	}
	r := csv.NewReader(bytes.NewReader(text))
	if _, err := r.Read(); err != nil {
		t.Fatal(err)
	}
	for i, c := range customers {
		cells, err := r.Read()
		if ragged := len(c.extra) > 0; errors.Is(err, csv.ErrFieldCount) != ragged || err != nil && !ragged {
			t.Fatalf("row %d: %v", i+1, err)
		}
		if line, _ := r.FieldPos(0); line != lines[i] || !slices.Equal(cells, c.cells()) {
			t.Fatalf("row %d stands on line %d, not %d, or reads otherwise", i+1, line, lines[i])
		}
	}
	if _, err := r.Read(); !errors.Is(err, io.EOF) {
		t.Errorf("after the last row: %v", err)
	}
}

// TestPictures holds every picture to what its name says, save the planted
// ones, and the whole to its budget.
func TestPictures(t *testing.T) {
	customers := makeCustomers()
	plant(customers)
	odd := map[string]bool{}
	for _, c := range customers {
		odd["images/"+c.front] = odd["images/"+c.front] || c.content != nil
	}
	total, count := 0, 0
	for name, content := range generated(t) {
		if !strings.HasPrefix(name, "images/") {
			continue
		}
		total += len(content)
		count++
		_, format, err := image.Decode(bytes.NewReader(content))
		if ok := err == nil && strings.HasSuffix(name, strings.Replace(format, "jpeg", "jpg", 1)); ok == odd[name] {
			t.Errorf("%s: %q, %v", name, format, err)
		}
	}
	if count < 200 || total > 3_000_000 {
		t.Errorf("%d pictures of %d bytes", count, total)
	}
}

// TestFlaws wants the list in order, each row flawed once, and the rows that
// others repeat left sound.
func TestFlaws(t *testing.T) {
	if !slices.IsSortedFunc(flaws, func(a, b flaw) int { return a.row - b.row }) {
		t.Error("the flaws are not in the order of their rows")
	}
	seen := map[int]bool{}
	for _, f := range flaws {
		if seen[f.row] || f.row == rowRepeated || f.row == rowRekeyed {
			t.Errorf("row %d is flawed twice, or is one that others repeat", f.row)
		}
		seen[f.row] = true
		if f.column != "" && !slices.Contains(header, f.column) {
			t.Errorf("row %d: no column %s", f.row, f.column)
		}
		if (f.codes == "") != (f.verdict == fine) {
			t.Errorf("row %d: verdict %s with codes %q", f.row, f.verdict, f.codes)
		}
	}
}

// TestSound wants what is not planted to be unique.
func TestSound(t *testing.T) {
	ids, emails := map[string]bool{}, map[string]bool{}
	for i, c := range makeCustomers() {
		if ids[c.id] || emails[c.email] {
			t.Errorf("row %d repeats an id or an e-mail address", i+1)
		}
		ids[c.id], emails[c.email] = true, true
	}
}
