package spill

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"pgregory.net/rapid"
)

// Whatever was added comes back by partition, in order, however much it is.
func TestLikeSlices(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.IntRange(1, 24).Draw(t, "size")
		parts := rapid.IntRange(1, 5).Draw(t, "parts")
		n := rapid.IntRange(0, 3*block).Draw(t, "entries")
		dir, err := os.MkdirTemp("", "spill")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		s := New(filepath.Join(dir, "made"), parts-1, size)
		s.Grow()
		want := make([][]byte, parts)
		entry := make([]byte, 24)
		for i := range n {
			binary.LittleEndian.PutUint64(entry, uint64(i)*0x9e3779b97f4a7c15)
			p := i * 7 % parts
			want[p] = append(want[p], entry[:size]...)
			if i%3 == 0 {
				err = s.Add(p, entry[:size])
			} else {
				var next []byte
				next, err = s.Next(p)
				copy(next, entry[:size])
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		var buf []byte
		for p := range parts {
			if buf, err = s.Read(p, buf); err != nil || !bytes.Equal(buf, want[p]) || s.Len(p) != len(want[p])/size {
				t.Fatalf("partition %d: %d bytes of %d, %v", p, len(buf), len(want[p]), err)
			}
		}
		for p := range parts {
			if got, err := io.ReadAll(s.Stream(p)); err != nil || !bytes.Equal(got, want[p]) {
				t.Fatalf("stream %d: %d bytes of %d, %v", p, len(got), len(want[p]), err)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

func fill(t *testing.T, s *Spill) {
	t.Helper()
	for range block {
		if err := s.Add(0, []byte{1, 2, 3, 4}); err != nil {
			t.Fatal(err)
		}
	}
}

// A process that is killed leaves nothing behind: the file has no name.
func TestNothingIsLeftBehind(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be removed there")
	}
	dir := filepath.Join(t.TempDir(), "private")
	s := New(dir, 1, 4)
	if _, err := os.Stat(dir); err == nil {
		t.Error("a directory was made before there was need of it")
	}
	fill(t, s)
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 0 {
		t.Errorf("%v, %v", entries, err)
	}
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the directory is %v, %v", info, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s.Len(0) != 0 || s.Close() != nil {
		t.Error("not empty, or closed twice with an error")
	}
}

func TestADirectoryThatCannotBeMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := New(filepath.Join(file, "below"), 1, chunk)
	if err := s.Add(0, make([]byte, 2*block)); err == nil {
		t.Error("no error")
	}
}
