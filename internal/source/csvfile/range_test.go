package csvfile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
)

// TestRangesAreTheWhole: wherever a source is cut, its ranges hold each of its
// rows once and as the whole does, with quoted line breaks, lost quotes, blank
// lines and several files.
func TestRangesAreTheWhole(t *testing.T) {
	dir := t.TempDir()
	piece := rapid.SampledFrom([]string{"a", "b c", ",", ",", ",", "\"", "\"", "\"\"", "\n", "\n", "\r\n", "김", "1,\"x\ny\"\n", "1,2\n", "\xff"})
	rapid.Check(t, func(t *rapid.T) {
		var size int64
		files := rapid.IntRange(1, 3).Draw(t, "files")
		for i := range files {
			in := "id,name\n"
			for range rapid.IntRange(0, 30).Draw(t, "pieces") {
				in += piece.Draw(t, "piece")
			}
			size += int64(len(in))
			if err := os.WriteFile(filepath.Join(dir, string(rune('a'+i))+".csv"), []byte(in), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		pattern := filepath.Join(dir, "["+"abc"[:files]+"].csv")
		spec := source.Spec{Path: pattern, Options: map[string]string{"delimiter": ",", "encoding": "utf-8"}}
		_, want := mustRead(t, spec)
		cuts := rapid.SliceOfN(rapid.Int64Range(0, size), 0, 4).Draw(t, "cuts")
		cuts = append(cuts, 0, size)
		slices.Sort(cuts)
		var got []kyc.Row
		for i := range len(cuts) - 1 {
			if spec.Range = (source.Range{From: cuts[i], To: cuts[i+1]}); spec.Range.All() {
				continue
			}
			_, rows := mustRead(t, spec)
			got = append(got, rows...)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("cut at %d: %s", cuts, diff)
		}
	})
}

// TestRangeBeginsInsideQuotes is the case that counting quotes from the cut
// would get wrong.
func TestRangeBeginsInsideQuotes(t *testing.T) {
	in := "id,name\n1,\"a\n2,b\n\"\n3,\"c\"\n"
	path := write(t, "in.csv", in)
	for from := range int64(len(in)) {
		r, err := all.Open(t.Context(), source.Spec{Path: path, Range: source.Range{From: from, To: int64(len(in))}})
		if err != nil {
			t.Fatal(err)
		}
		want := "5 [\"3\" \"c\"]\n"
		if from <= int64(strings.Index(in, "1,")) {
			want = "2 [\"1\" \"a\\n2,b\\n\"]\n" + want
		}
		if from > int64(strings.Index(in, "3,")) {
			want = ""
		}
		if got := show(readAll(t, r)); got != want {
			t.Errorf("from %d: %s", from, got)
		}
		r.Close()
	}
}

func TestSplitIsTheWhole(t *testing.T) {
	var in strings.Builder
	in.WriteString("Customers\n\nid,name,born\n")
	for range 500 {
		in.WriteString("1,\"Kim\nMinsu\",1980-01-01\n")
	}
	spec := source.Spec{Path: write(t, "in.csv", in.String())}
	_, want := mustRead(t, spec)
	var got []kyc.Row
	for _, part := range must(source.Split(spec, 7)) {
		spec.Range = part
		_, rows := mustRead(t, spec)
		if len(rows) == 0 || len(rows) > 80 {
			t.Errorf("a seventh of 500 rows is %d", len(rows))
		}
		got = append(got, rows...)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRangesThatCannotBeRead(t *testing.T) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	must(w.Write([]byte("a,b\n1,2\n")))
	must(0, w.Close())
	for want, spec := range map[string]source.Spec{
		"compressed": {Path: write(t, "in.csv", b.String()), Range: source.Range{To: 5}},
		"backwards":  {Path: write(t, "in.csv", "a,b\n1,2\n"), Range: source.Range{From: 5, To: 3}},
	} {
		if _, err := all.Open(t.Context(), spec); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want one with %q", err, want)
		}
	}
}
