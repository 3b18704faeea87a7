package source_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"kycmigrate/internal/source"
)

func gzipped(text string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	must(w.Write([]byte(text)))
	must(0, w.Close())
	return b.Bytes()
}

func zstandard(text string, options ...zstd.EOption) []byte {
	var b bytes.Buffer
	w := must(zstd.NewWriter(&b, options...))
	must(w.Write([]byte(text)))
	must(0, w.Close())
	return b.Bytes()
}

// member is a file of a zip archive.
type member struct {
	name, text string
	flags      uint16
	method     uint16
}

func zipped(members ...member) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		if m.flags != 0 || m.method == 99 {
			f := must(w.CreateRaw(&zip.FileHeader{Name: m.name, Flags: m.flags, Method: m.method, UncompressedSize64: uint64(len(m.text)), CompressedSize64: uint64(len(m.text))}))
			must(f.Write([]byte(m.text)))
			continue
		}
		f := must(w.Create(m.name))
		must(f.Write([]byte(m.text)))
	}
	must(0, w.Close())
	return b.Bytes()
}

func put(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// readParts reads every part of an input.
func readParts(in *source.Input) (texts []string, err error) {
	for i := range in.Names() {
		r, err := in.Open(i)
		if err != nil {
			return texts, err
		}
		b, err := io.ReadAll(r)
		texts = append(texts, string(b))
		if err := errors.Join(err, r.Close()); err != nil {
			return texts, err
		}
	}
	return texts, nil
}

// TestInputUnpacks: whatever a file is packed with, its text comes out, and its
// counts and digest are those of the file as it stands.
func TestInputUnpacks(t *testing.T) {
	text := strings.Repeat("id,name\n1,kim\n", 5000)
	two := zipped(member{name: "export/b.csv", text: "b"}, member{name: "export/"}, member{name: "export/a.csv", text: "a"}, member{name: "readme.txt", text: "r"})
	tests := []struct {
		name, file string
		content    []byte
		members    []string
		names      string
		want       []string
	}{
		{"plain", "in.csv", []byte(text), nil, "in.csv", []string{text}},
		{"member of no archive", "in.csv", []byte(text), []string{"x.csv"}, "in.csv", []string{text}},
		{"gzip by another name", "in.csv", gzipped(text), nil, "in.csv", []string{text}},
		{"two gzip streams", "in.csv.gz", append(gzipped(text), gzipped("x")...), nil, "in.csv.gz", []string{text + "x"}},
		{"zstd", "in.csv.zst", zstandard(text), nil, "in.csv.zst", []string{text}},
		{"empty within gzip", "in.csv.gz", gzipped(""), nil, "in.csv.gz", []string{""}},
		{"zip of one", "in.zip", zipped(member{name: "a.csv", text: text}, member{name: "__MACOSX/._a.csv", text: "x"}), nil, "in.zip!a.csv", []string{text}},
		{"zip by name", "in.zip", two, []string{"", "b.csv"}, "in.zip!export/b.csv", []string{"b"}},
		{"zip by pattern", "in.zip", two, []string{"*.csv"}, "in.zip!export/a.csv in.zip!export/b.csv", []string{"a", "b"}},
		{"workbook", "in.xlsx", zipped(member{name: "[Content_Types].xml", text: "x"}), nil, "in.xlsx", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := put(t, tt.file, tt.content)
			in, err := source.NewInput(path, tt.members...)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.ReplaceAll(strings.Join(in.Names(), " "), filepath.Dir(path)+string(filepath.Separator), ""); got != tt.names {
				t.Errorf("names %q, want %q", got, tt.names)
			}
			look := must(in.Peek(0))
			must(io.ReadAll(look))
			look.Close()
			if in.Bytes() != 0 {
				t.Errorf("a look counts %d bytes", in.Bytes())
			}
			got, err := readParts(in)
			if err != nil {
				t.Fatal(err)
			}
			if tt.want != nil && !cmp.Equal(tt.want, got) {
				t.Errorf("got %.100q, want %.100q", got, tt.want)
			}
			sum := sha256.Sum256(tt.content)
			if in.Bytes() != in.Size() || in.Size() != int64(len(tt.content)) || in.Digest() != hex.EncodeToString(sum[:]) {
				t.Errorf("%d bytes of %d, digest %s", in.Bytes(), in.Size(), in.Digest())
			}
		})
	}
}

func TestInputRefuses(t *testing.T) {
	two := []member{{name: "a.csv", text: "a"}, {name: "b.csv", text: "b"}}
	whole := zipped(member{name: "a.csv", text: strings.Repeat("abc", 500)})
	tar := make([]byte, 1024)
	copy(tar[257:], "ustar")
	tests := []struct {
		name    string
		content []byte
		members []string
		want    string
	}{
		{"zip of two", zipped(two...), nil, "holds 2 files: a.csv, b.csv; choose with the option member"},
		{"zip without the member", zipped(two...), []string{"c.csv"}, "no file in the zip archive fits the option member; it holds a.csv, b.csv"},
		{"zip of none", zipped(), nil, "holds no file"},
		{"same name twice", zipped(two[0], two[0]), []string{"*"}, "a.csv twice"},
		{"encrypted", zipped(member{name: "a.csv", text: "x", flags: 1}), nil, "a.csv is encrypted"},
		{"unknown method", zipped(member{name: "a.csv", text: "x", method: 99}), nil, "method 99"},
		{"truncated zip", whole[:len(whole)-30], nil, "truncated or damaged"},
		{"zip in gzip", gzipped(string(whole)), nil, "archive or a workbook within"},
		{"gzip in zip", zipped(member{name: "a.csv.gz", text: string(gzipped("x"))}), nil, "archive or a workbook within"},
		{"tar in gzip", gzipped(string(tar)), nil, "archive or a workbook within"},
		{"gzip cut in its header", gzipped("x")[:7], nil, "truncated"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in, err := source.NewInput(put(t, "in", tt.content), tt.members...)
			if err == nil {
				_, err = readParts(in)
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want one with %q", err, tt.want)
			}
		})
	}
}

// TestDamagedInput: what can be read of a damaged file is handed over, and then
// the damage is told.
func TestDamagedInput(t *testing.T) {
	var lines strings.Builder
	random := rand.New(rand.NewPCG(1, 2))
	for range 40_000 {
		fmt.Fprintln(&lines, random.Uint64())
	}
	text := lines.String()
	gz, zst, arch := gzipped(text), zstandard(text), zipped(member{name: "a.csv", text: text})
	flipped := bytes.Clone(arch)
	flipped[len(flipped)/2] ^= 0xff
	for name, tt := range map[string]struct {
		content []byte
		want    string
	}{
		"truncated gzip":   {gz[:len(gz)-200], "truncated"},
		"truncated zstd":   {zst[:len(zst)-200], "truncated"},
		"gzip checksum":    {append(bytes.Clone(gz[:len(gz)-8]), 1, 2, 3, 4, 5, 6, 7, 8), "damaged"},
		"garbage behind":   {append(bytes.Clone(gz), "garbage that is no gzip header"...), "bytes behind"},
		"flipped zip byte": {flipped, "damaged"},
		"zip checksum":     {falseIn(arch, 16), "damaged"},
		"zip with more":    {falseIn(arch, 24), "damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			in := must(source.NewInput(put(t, "in", tt.content)))
			got, err := readParts(in)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want one with %q", err, tt.want)
			}
			if len(got) != 1 || len(got[0]) == 0 || name != "flipped zip byte" && !strings.HasPrefix(text, got[0]) {
				t.Errorf("what came before the damage is lost")
			}
		})
	}
}

// falseIn is an archive of one member with a false byte in its directory, so far behind
// the beginning.
func falseIn(archive []byte, at int) []byte {
	archive = bytes.Clone(archive)
	archive[bytes.LastIndex(archive, []byte("PK\x01\x02"))+at]--
	return archive
}

func TestBombIsStopped(t *testing.T) {
	zeros := strings.Repeat("\x00", 80<<20)
	for name, tt := range map[string]struct {
		content []byte
		most    int64
	}{
		"bomb.csv.zst": {zstandard(zeros, zstd.WithEncoderConcurrency(1)), 70 << 20},
		"bomb.zip":     {zipped(member{name: "a.csv", text: zeros}), 80<<20 - 1},
	} {
		in := must(source.NewInput(put(t, name, tt.content)))
		r := must(in.Open(0))
		n, err := io.Copy(io.Discard, r)
		if err == nil || !strings.Contains(err.Error(), "expands more than 1000 times") || n > tt.most {
			t.Errorf("%s: %d bytes came out, and then %v", name, n, err)
		}
		r.Close()
	}
}

// TestManyMembers: the directory of an archive is read once, for all its members, or the
// time they take would grow with the square of their number.
func TestManyMembers(t *testing.T) {
	var members []member
	for i := range 300 {
		members = append(members, member{name: fmt.Sprintf("%03d.csv", i), text: fmt.Sprint("text ", i)})
	}
	content := zipped(members...)
	path := put(t, "in.zip", content)
	in := must(source.NewInput(path, "*.csv"))
	before := must(os.Stat(path)).ModTime()
	directory := bytes.Index(content, []byte("PK\x01\x02"))
	if err := os.WriteFile(path, append(bytes.Clone(content[:directory]), make([]byte, len(content)-directory)...), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(path, before, before); err != nil {
		t.Fatal(err)
	}
	got, err := readParts(in)
	if err != nil || len(got) != 300 || got[7] != "text 7" || in.Bytes() != in.Size() {
		t.Errorf("%d members, %.100q, %d bytes of %d, %v", len(got), got, in.Bytes(), in.Size(), err)
	}
}

func TestInputThatChanges(t *testing.T) {
	for name, change := range map[string]func(path string) error{
		"grows": func(path string) error {
			f := must(os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0))
			must(f.Write([]byte("more\n")))
			return f.Close()
		},
		"shrinks": func(path string) error { return os.Truncate(path, 3) },
	} {
		t.Run(name, func(t *testing.T) {
			path := put(t, "in.csv", []byte("id,name\n1,kim\n"))
			in := must(source.NewInput(path))
			if err := change(path); err != nil {
				t.Fatal(err)
			}
			if _, err := readParts(in); err == nil || !strings.Contains(err.Error(), "changed while it was read") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestSplit(t *testing.T) {
	path := put(t, "in.csv", make([]byte, 10))
	got := must(source.Split(source.Spec{Path: path}, 3))
	if want := []source.Range{{From: 0, To: 3}, {From: 3, To: 6}, {From: 6, To: 10}}; !cmp.Equal(want, got) {
		t.Errorf("got %v", got)
	}
	if got := must(source.Split(source.Spec{Path: path}, 20)); len(got) != 1 || got[0] != (source.Range{To: 10}) {
		t.Errorf("got %v", got)
	}
	if _, err := source.Split(source.Spec{Path: put(t, "in.csv", gzipped("x"))}, 2); err == nil || !strings.Contains(err.Error(), "compressed") {
		t.Errorf("got %v", err)
	}
}

// FuzzInput: whatever the bytes, reading them ends, with no panic and with no
// more than a limit lets out of them.
func FuzzInput(f *testing.F) {
	for _, seed := range [][]byte{
		[]byte("id,name\n"), gzipped("id,name\n1,kim\n"), zstandard("id,name\n1,kim\n"), zipped(member{name: "a.csv", text: "id\n1\n"}),
		zipped(member{name: "a.csv", text: "x", flags: 1}), gzipped(string(gzipped("x"))), gzipped("id,name\n")[:12], zstandard("id,name\n")[:9],
	} {
		f.Add(seed, "*.csv")
		f.Add(seed, "")
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, content []byte, pattern string) {
		path := filepath.Join(dir, "in")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		in, err := source.NewInput(path, pattern)
		if err != nil {
			return
		}
		texts, err := readParts(in)
		if err == nil && len(texts) != len(in.Names()) {
			t.Fatalf("%d texts of %q", len(texts), in.Names())
		}
		if err == nil && (in.Bytes() != in.Size() || in.Size() != int64(len(content))) {
			t.Fatalf("%d bytes of %d", in.Bytes(), len(content))
		}
	})
}
