package csvfile_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/source"
	"kycmigrate/internal/source/all"
)

var bg = context.Background()

// drain reads all rows of r.
func drain(r source.Reader) ([]kyc.Row, error) {
	var all []kyc.Row
	rows := make([]kyc.Row, 7)
	for {
		n, err := r.Read(bg, rows)
		for _, row := range rows[:n] {
			row.Cells = slices.Clone(row.Cells) // their array is used again
			all = append(all, row)
		}
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return all, err
		}
	}
}

// FuzzCSV: whatever the bytes, nothing panics, reading ends, every physical
// line belongs to one row or is blank, and where encoding/csv has no complaint
// its values are ours.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{
		"a,b\n1,2\n", "a,b\r\n\r\n\"1\r\n2\",x\r\n3", "a;b\n\"1;2\n3;4\n", "a,b\n1,\"x\"y\"\n\n\n\"\"\n", "\ufeffa|b\n1|\"\"\"\"\n", "\xff\xfea\x00,\x00b\x00\n\x001\x00\n\x00", "0\x00\n\x00",
		"id,name,_error_code,_error_field,_error,_how_to_fix\n\"1,\"\"a\",,row_quote,,m,f\n1,row_ragged,,m,f\n", "a\tb\n\x00\t\xff\n김\t표\n", "a,b\n\r\r\n\"\r\",\"\n\"\n",
		"00,0000,_error,0000,_error_field,,000000000,,,\n0\"0\n\"", // some of the reject columns, before columns without a name
		"a,b,c,d,e,f,g,h\n\"1,2,3,4,5,6,7,8\n1,2,3,4,5,6,7,8\n\",2,3,4,5,6,7,8\n",
	} {
		f.Add([]byte(seed), "")
		f.Add([]byte(seed), "cp949")
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte, encoding string) {
		path := filepath.Join(dir, "in.csv")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		spec := source.Spec{Path: path, Options: map[string]string{"encoding": encoding, "delimiter": ",", "quote": `"`, "escape": "double", "header": "first"}}
		r, err := all.Open(bg, spec)
		if err != nil {
			return
		}
		defer r.Close()
		rows, err := drain(r)
		if err != nil {
			t.Fatal(err)
		}
		for i := range rows {
			if rows[i].Valid && slices.ContainsFunc(rows[i].Cells, func(cell string) bool { return !utf8.ValidString(cell) }) {
				t.Fatalf("row %d is said to be valid UTF-8", i)
			}
		}
		if strings.HasPrefix(readAs(r), "utf-16") {
			return // its lines do not end with a byte
		}
		data = bytes.TrimRight(data, "\x1a")
		if lf, cr := bytes.Count(data, []byte("\n")), bytes.Count(data, []byte("\r")); cr > 0 && bytes.Count(data, []byte("\r\n")) != cr || lf == 0 {
			return // which of the two ends a line depends on the quotes
		}
		if bytes.HasPrefix(data, []byte("\x1f\x8b")) || bytes.HasPrefix(data, []byte("\x28\xb5\x2f\xfd")) {
			return // unpacked
		}
		accountForLines(t, data, rows)
		if encoding == "" || encoding == "utf-8" {
			compareWithStdlib(t, data, r.Columns(), rows)
			checkRoundTrip(t, t.TempDir(), string(data), "utf-8")
		}
	})
}

// readAs is the encoding that a reader found, or was told.
func readAs(r source.Reader) string {
	for _, fact := range r.(source.Describer).Describe() {
		if fact.Name == "encoding" {
			return fact.Value
		}
	}
	return ""
}

// accountForLines checks that the lines between one row and the next are blank.
func accountForLines(t *testing.T, data []byte, rows []kyc.Row) {
	lines := strings.SplitAfter(string(data), "\n")
	if len(rows) == 0 {
		return
	}
	next := rows[0].Origin.Line
	for i := range rows {
		for ; next < rows[i].Origin.Line; next++ {
			if strings.Trim(lines[next-1], "\r\n") != "" {
				t.Fatalf("line %d belongs to no row of %q", next, data)
			}
		}
		if next > rows[i].Origin.Line {
			t.Fatalf("row %d starts on line %d, inside the row before it", i, rows[i].Origin.Line)
		}
		next = rows[i].Origin.Line + int64(rawLines(rows[i].Raw, lines[rows[i].Origin.Line-1:]))
	}
	for ; int(next) <= len(lines); next++ {
		if strings.Trim(lines[next-1], "\r\n") != "" {
			t.Fatalf("line %d belongs to no row of %q", next, data)
		}
	}
}

// rawLines counts the lines that a row covers. The Raw of a row of a rejects
// file is shorter than its lines.
func rawLines(raw string, lines []string) int {
	n := strings.Count(raw, "\n") + 1
	if text := strings.Join(lines[:min(n, len(lines))], ""); strings.HasPrefix(text, raw) {
		return n
	}
	r := csv.NewReader(strings.NewReader(strings.Join(lines, "")))
	r.FieldsPerRecord = -1
	if _, err := r.Read(); err != nil {
		return 1
	}
	return strings.Count(strings.Join(lines, "")[:r.InputOffset()], "\n")
}

// compareWithStdlib holds the rows against encoding/csv, up to its first error.
func compareWithStdlib(t *testing.T, data []byte, columns []string, rows []kyc.Row) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err != nil || len(header) != len(columns) || len(header) >= 8 {
		return
	}
	for i := range rows {
		want, err := r.Read()
		if err != nil {
			return
		}
		if rows[i].Fault != nil {
			if rows[i].Fault.Code == source.CodeQuote {
				return
			}
			continue
		}
		if diff := cmp.Diff(want, rows[i].Cells); diff != "" {
			t.Fatalf("row %d of %q: %s", i, data, diff)
		}
	}
}

// FuzzDialects: whatever the options and the bytes, packed or not, nothing
// panics and reading ends; the rows of two ranges are those of the whole, and so
// are those of the same file packed.
func FuzzDialects(f *testing.F) {
	for _, seed := range []string{
		"sep=;\nid;a\n1;\"2\n3\"\n", "T\n\nid,name,born\n1,'x',1980-01-01\n2,'y, z',1981-01-01\n", "id||a\r1||\"b\\\"||c\"\r", "id~|~a\n\\\n1~|~b\x1a",
		"id§a\n1§\xff\n", "a\x00,\x00b\x00\n\x00", "PK\x03\x04\x14", "\x1f\x8b\x08\x00\x00", "\x28\xb5\x2f\xfd\x00", "1,2\n,\n \n", "id,n\n1,\xb1\xe8\xb9\xce\n",
	} {
		f.Add([]byte(seed), "auto", "auto", "auto", "auto", "auto", uint16(9))
		f.Add([]byte(seed), "||", "'", "backslash", "2", "cp949", uint16(3))
		f.Add([]byte(seed), "§", "none", "backslash", "none", "windows-1252", uint16(20))
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte, delimiter, quote, escape, header, encoding string, cut uint16) {
		path := filepath.Join(dir, "in.csv")
		spec := source.Spec{Path: path, Options: map[string]string{
			"delimiter": delimiter, "quote": quote, "escape": escape, "header": header, "encoding": encoding,
		}}
		want, ok := readBytes(t, spec, data)
		if !ok {
			return
		}
		if got, ok := readBytes(t, spec, []byte(packed(string(data)))); ok && !cmp.Equal(want, got) {
			t.Fatalf("packed it reads otherwise: %s", cmp.Diff(want, got))
		}
		if cut == 0 || int(cut) >= len(data) {
			return
		}
		spec.Range = source.Range{To: int64(cut)}
		got, ok := readBytes(t, spec, data)
		if !ok {
			return // packed
		}
		spec.Range = source.Range{From: int64(cut), To: int64(len(data))}
		rest, _ := readBytes(t, spec, data)
		if got = append(got, rest...); !cmp.Equal(want, got) {
			t.Fatalf("in two ranges it reads otherwise: %s", cmp.Diff(want, got))
		}
	})
}

// readBytes reads bytes as a source, if they are one and to the end of it.
func readBytes(t *testing.T, spec source.Spec, data []byte) ([]kyc.Row, bool) {
	if err := os.WriteFile(spec.Path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := all.Open(bg, spec)
	if err != nil {
		return nil, false
	}
	defer r.Close()
	rows, err := drain(r)
	return rows, err == nil
}
