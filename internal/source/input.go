package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/bmatcuk/doublestar/v4"
)

// Input is the bytes of a source that stands in files: one, or several that are
// read one after the other. It keeps count of what is read. Bytes may be called
// by any goroutine at any time; the rest belongs to one.
type Input struct {
	paths []string
	size  int64
	bytes atomic.Int64
	hash  hash.Hash
}

// NewInput finds the files that a path or a pattern means.
func NewInput(path string) (*Input, error) {
	paths, err := expand(path)
	if err != nil {
		return nil, err
	}
	in := &Input{paths: paths, hash: sha256.New()}
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, fmt.Errorf("the source cannot be read: %w", err)
		}
		in.size += info.Size()
	}
	return in, nil
}

// expand lists the files that a path or a pattern means.
func expand(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a directory; name a file in it, or a pattern such as %s", path, filepath.Join(path, "*.csv"))
	}
	if err == nil || !strings.ContainsAny(path, "*?[{") {
		return []string{path}, nil
	}
	paths, err := doublestar.FilepathGlob(path, doublestar.WithFilesOnly())
	if err != nil {
		return nil, fmt.Errorf("the pattern %s cannot be read: %w", path, err)
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("no file matches %s", path)
	}
	slices.Sort(paths)
	return paths, nil
}

// Names lists the files, as an operator would write them.
func (in *Input) Names() []string { return in.paths }

// Open opens the i-th file to be read from its start, each once and in order.
// What is read counts in Bytes and Digest.
func (in *Input) Open(i int) (io.ReadCloser, error) {
	file, err := in.Peek(i)
	if err != nil {
		return nil, err
	}
	return counted{Reader: io.TeeReader(file, meter{in}), Closer: file}, nil
}

// Peek opens the i-th file for a look: nothing of it counts.
func (in *Input) Peek(i int) (io.ReadCloser, error) {
	file, err := os.Open(in.paths[i])
	if err != nil {
		return nil, fmt.Errorf("the source cannot be read: %w", err)
	}
	return file, nil
}

// Digest implements Reader for sources that stand in files.
func (in *Input) Digest() string { return hex.EncodeToString(in.hash.Sum(nil)) }

// Bytes implements Reader for sources that stand in files.
func (in *Input) Bytes() int64 { return in.bytes.Load() }

// Size implements Reader for sources that stand in files.
func (in *Input) Size() int64 { return in.size }

// counted is a file whose bytes are counted.
type counted struct {
	io.Reader
	io.Closer
}

// meter takes note of the bytes that are read.
type meter struct{ in *Input }

// Write implements io.Writer.
func (m meter) Write(b []byte) (int, error) {
	m.in.bytes.Add(int64(len(b)))
	return m.in.hash.Write(b)
}
