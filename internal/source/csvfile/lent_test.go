package csvfile_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
)

// drainLent reads all rows of r into memory of a size, copies those of each call
// and then clears the memory.
func drainLent(r source.Borrower, atOnce, size int) ([]kyc.Row, error) {
	var got []kyc.Row
	rows, memory := make([]kyc.Row, atOnce), make([]byte, size)
	for {
		n, err := r.ReadInto(bg, rows, memory)
		if n == 0 && err == nil {
			return got, io.ErrNoProgress
		}
		for _, row := range rows[:n] {
			row.Raw = strings.Clone(row.Raw)
			row.Cells = slices.Clone(row.Cells)
			for i := range row.Cells {
				row.Cells[i] = strings.Clone(row.Cells[i])
			}
			got = append(got, row)
		}
		clear(memory)
		if err != nil {
			return got, err
		}
	}
}

// TestLent: rows are the same in lent memory, whatever its size and wherever in the
// file it ends, and nothing of the file is lost with it.
func TestLent(t *testing.T) {
	lines := []string{
		"1,plain,row\n", "2,\"in, quotes\",x\n", "3,\"over\ntwo lines\",x\n", "4,\"a \"\"quote\"\"\",x\n", "5,ragged\n", "\n", "6,김 민수,행\r\n",
		"7,\"not closed,x\n", "9," + strings.Repeat("long ", 400) + ",x\n", "10,\"" + strings.Repeat("long line\n", 200) + "\",x\n", "11,\x00,x\n",
	}
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		var file strings.Builder
		file.WriteString("id,name,note\n")
		some := rapid.SliceOfN(rapid.SampledFrom(lines), 1, 20).Draw(t, "lines")
		if rapid.IntRange(0, 19).Draw(t, "of twenty") == 0 {
			some = append(some, "12,\""+strings.Repeat("x", source.MaxRecord/2)+"\n"+strings.Repeat("y", rapid.IntRange(0, source.MaxRecord).Draw(t, "more"))+"\",x\n", "13,"+strings.Repeat("z", source.MaxRecord+rapid.IntRange(0, source.MaxRecord).Draw(t, "beyond"))+",x\n", "14,behind it,x\n")
		}
		for file.Len() < 300<<10 { // beyond what is read to find out about the file
			for _, line := range some {
				file.WriteString(line)
			}
		}
		path := filepath.Join(dir, "in.csv")
		if err := os.WriteFile(path, []byte(file.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		want, wantErr := drain(opened(t, path))
		size := rapid.SampledFrom([]int{0, 1, 50, 3000, 64 << 10, 256 << 10, 3 << 20}).Draw(t, "memory")
		got, err := drainLent(opened(t, path), rapid.SampledFrom([]int{7, 100, 5000}).Draw(t, "rows at once"), size)
		if err == io.EOF {
			err = nil
		}
		if fmt.Sprint(err) != fmt.Sprint(wantErr) {
			t.Fatalf("%v, want %v", err, wantErr)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("memory of %d bytes (-own +lent):\n%.2000s", size, diff)
		}
	})
}

// The texts of rows do lie in the memory that was lent: else nothing is won.
func TestLentIsUsed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "in.csv")
	if err := os.WriteFile(path, []byte("id,name\n"+strings.Repeat("1,somebody\n", 200_000)), 0o600); err != nil {
		t.Fatal(err)
	}
	r := opened(t, path)
	rows, memory, lent := make([]kyc.Row, 1000), make([]byte, 256<<10), 0
	for err := error(nil); err == nil; {
		var n int
		n, err = r.ReadInto(bg, rows, memory)
		clear(memory)
		for _, row := range rows[:n] {
			if row.Cells[1] != "somebody" {
				lent++
			}
		}
	}
	if lent < 150_000 {
		t.Errorf("of 200,000 rows %d have their texts in the memory that was lent", lent)
	}
}

// opened opens a source whose form is stated.
func opened(t interface{ Fatal(...any) }, path string) source.Borrower {
	r, err := all.Open(bg, source.Spec{Path: path, Options: map[string]string{"delimiter": ",", "quote": `"`, "escape": "double", "header": "first"}})
	if err != nil {
		t.Fatal(err)
	}
	return r.(source.Borrower)
}
