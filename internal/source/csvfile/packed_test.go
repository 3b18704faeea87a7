package csvfile_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
)

func packed(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	must(w.Write([]byte(text)))
	must(0, w.Close())
	return b.String()
}

// TestMembersOfAnArchive: several members are one source, and each row says
// which it stands in. Rejects are written plain and read with the same options.
func TestMembersOfAnArchive(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range []string{"b", "a"} {
		must(must(w.Create("x/" + name + ".csv")).Write([]byte("id,name\n" + name + ",1\n" + name + "\n")))
	}
	must(must(w.Create("readme.txt")).Write([]byte("no table")))
	must(0, w.Close())
	path := write(t, "export.zip", b.String())
	r := open(t, path, "member", "*.csv")
	rows := readAll(t, r)
	var got []string
	for _, row := range rows {
		got = append(got, strings.TrimPrefix(row.Origin.String(), path))
	}
	if want := "!x/a.csv:2 !x/a.csv:3 !x/b.csv:2 !x/b.csv:3"; strings.Join(got, " ") != want {
		t.Errorf("rows stand at %q, want %q", got, want)
	}
	if r.Bytes() != r.Size() {
		t.Errorf("%d bytes of %d", r.Bytes(), r.Size())
	}
	back := readAll(t, open(t, reject(t, r, rows, t.TempDir(), missing), "member", "*.csv"))
	if len(back) != 4 || back[0].Raw != "a,1" {
		t.Errorf("came back as\n%s", show(back))
	}
}

// TestTruncatedArchive: the rows before the end stand, and the end is an error,
// however little of the file there is.
func TestTruncatedArchive(t *testing.T) {
	for _, lines := range []int{2_000, 100_000} {
		var in strings.Builder
		in.WriteString("id,name\n")
		for i := range lines {
			fmt.Fprintf(&in, "%d,%x\n", i, i*2654435761)
		}
		gz := packed(in.String())
		r := open(t, write(t, "in.csv.gz", gz[:len(gz)*3/4]))
		rows, err := make([]kyc.Row, 100), error(nil)
		read := 0
		for n := 0; err == nil; read += n {
			n, err = r.Read(t.Context(), rows)
		}
		if !strings.Contains(err.Error(), "truncated") || read < lines/2 || read >= lines {
			t.Errorf("%d rows of %d, and then %v", read, lines, err)
		}
	}
}

func TestKindOfAPackedFile(t *testing.T) {
	for name, text := range map[string]string{"in.tsv.gz": "a\tb,c;d\n1\t2\n", "in.CSV.GZ": "a;b\n1;2\n"} {
		r, err := all.Open(t.Context(), source.Spec{Path: write(t, name, packed(text))})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Columns()) != 2 {
			t.Errorf("%s has the columns %q", name, r.Columns())
		}
		r.Close()
	}
}
