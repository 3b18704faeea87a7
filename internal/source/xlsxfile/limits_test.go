package xlsxfile

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// endless is a part that never ends.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	return len(b), nil
}

func (endless) Close() error { return nil }

func TestAPartUnpacksToNoMoreThanItMay(t *testing.T) {
	n, err := io.Copy(io.Discard, &limitedPart{name: "xl/worksheets/sheet1.xml", body: endless{}, left: freeRatio})
	if err == nil || !strings.Contains(err.Error(), "unpacks to more") || n > freeRatio {
		t.Errorf("%d bytes, %v", n, err)
	}
}

// TestStringsInAFile reads more strings than are held in memory, in their order
// and in none.
func TestStringsInAFile(t *testing.T) {
	const count = 120_000
	var xml bytes.Buffer
	xml.WriteString("<sst>")
	long := strings.Repeat("가", 60)
	for i := range count {
		fmt.Fprintf(&xml, "<si><t>%s %d</t></si>", long, i)
		if i == count/2 {
			fmt.Fprintf(&xml, "<si><t>%s</t></si>", strings.Repeat("x", 40_000))
		}
	}
	xml.WriteString("</sst>")
	dir := filepath.Join(t.TempDir(), "private")
	s, err := readStrings(context.Background(), &xml, dir)
	if err != nil {
		t.Fatal(err)
	}
	if s.file == nil || s.count != count+1 {
		t.Fatalf("%d strings, file %v", s.count, s.file)
	}
	for i := range s.count {
		at := i * 7919 % s.count // a prime: every string once
		text, found, ok, err := s.get(at)
		want := fmt.Sprintf("%s %d", long, at)
		switch {
		case at == count/2+1:
			want = strings.Repeat("x", 40_000)
		case at > count/2+1:
			want = fmt.Sprintf("%s %d", long, at-1)
		}
		if !found || !ok || err != nil || string(text) != want {
			t.Fatalf("string %d: %v %v %v", at, found, ok, err)
		}
	}
	info, err := os.Stat(dir)
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("%v, %v", info, err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestRawIsReadWithoutHarm: a Raw of another source is no cell, and no panic.
func TestRawIsReadWithoutHarm(t *testing.T) {
	raw := string(appendRaw(appendRaw(nil, 3, kindNumber, "b14", []byte("11513")), 700, kindText, "", []byte("01234")))
	a, rest, ok := cutRaw(raw)
	b, end, also := cutRaw(rest)
	if !ok || !also || end != "" || a != (rawCell{3, kindNumber, "b14", "11513"}) || b != (rawCell{700, kindText, "", "01234"}) {
		t.Errorf("%v %v %v %v %q", a, ok, b, also, end)
	}
	for n := range len(raw) {
		for rest, ok := raw[:n], true; ok && rest != ""; {
			_, rest, ok = cutRaw(rest)
		}
	}
}

func TestColumnNames(t *testing.T) {
	for col, name := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", maxColumns - 1: "XFD"} {
		if got := columnName(col); got != name {
			t.Errorf("column %d is %s, want %s", col, got, name)
		}
		if got, ok := column([]byte(name + "17")); !ok || got != col {
			t.Errorf("%s is column %d, want %d", name, got, col)
		}
	}
	for _, name := range []string{"", "17", "A", "XFE1", "AAAA1", "A1B", "Ä1"} {
		if col, ok := column([]byte(name)); ok {
			t.Errorf("%q is column %d", name, col)
		}
	}
}

// FuzzScan: whatever the XML, however it arrives, the same rows are read of it,
// and reading ends.
func FuzzScan(f *testing.F) {
	f.Add([]byte(`<sheetData><row r="1"><c r="A1" t="str"><v>1&amp;`+"\r\n"+`</v></c><c><is><r><t>x</t></r></is></c></row></sheetData>`), 3)
	f.Add([]byte(`<?xml version="1.0"?><!-- > --><x:sheetData><x:row a='>'><x:c/></x:row>`), 1)
	f.Add([]byte(`<sheetData><row><c><v><![CDATA[]]]]>`), 7)
	f.Fuzz(func(t *testing.T, data []byte, size int) {
		whole := scanAll(bytes.NewReader(data))
		pieces := scanAll(slow{bytes.NewReader(data), max(1, min(size, 4096))})
		if whole != pieces {
			t.Fatalf("read at once: %s\nread in pieces: %s", whole, pieces)
		}
	})
}

// slow reads in small pieces.
type slow struct {
	src  io.Reader
	size int
}

func (s slow) Read(b []byte) (int, error) { return s.src.Read(b[:min(len(b), s.size)]) }

func scanAll(src io.Reader) string {
	var b strings.Builder
	scan, err := newSheetScanner(src)
	var row sheetRow
	for err == nil {
		if err = scan.next(&row); err == nil {
			fmt.Fprintf(&b, "%d %v %q %v\n", row.num, row.hidden, row.text, row.cells)
		}
	}
	return b.String() + err.Error()
}
