package source

import (
	"archive/zip"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/bmatcuk/doublestar/v4"
)

// Input is the bytes of a source that stands in files: one, or several that are
// read one after the other. What is packed with gzip or zstd, or stands in a
// zip archive, is unpacked on the way. It keeps count of what is read, packed
// as it is. Bytes may be called by any goroutine at any time; the rest belongs
// to one.
type Input struct {
	parts []part
	names []string
	size  int64
	bytes atomic.Int64
	hash  hash.Hash
}

// part is one stretch of an Input: a file, or a member of a zip archive.
type part struct {
	path    string
	called  string    // what an operator calls the file: its path, unless a Spec says otherwise
	archive *archive  // nil where the file is none
	member  *zip.File // of the archive
	last    bool      // no later part stands in the same file
	packing packing
	info    fs.FileInfo // of the file, when it was found
}

// name is how an operator would write it.
func (p *part) name() string {
	if p.member != nil {
		return p.called + "!" + p.member.Name
	}
	return p.called
}

// Input is NewInput for what a spec means.
func (s *Spec) Input() (*Input, error) { return newInput(s.Path, s.Name, s.Options["member"]) }

// RawInput is NewRawInput for what a spec means.
func (s *Spec) RawInput() (*Input, error) {
	in, err := NewRawInput(s.Path)
	if err == nil && s.Name != "" {
		in.names = []string{s.Name}
	}
	return in, err
}

// NewInput finds the files that a path or a pattern means. Of a zip archive it
// takes the members whose names fit one of the given patterns, sorted; with no
// pattern (or "") the archive must hold one file. Files that are no archive
// have no members to choose from, so that patterns say nothing of them. A
// workbook, which is a zip archive too, is a file as it is.
func NewInput(path string, members ...string) (*Input, error) { return newInput(path, "", members...) }

// newInput is NewInput of a path that messages call name, "" for the path itself.
func newInput(path, name string, members ...string) (*Input, error) {
	paths, err := expand(path)
	if err != nil {
		return nil, err
	}
	members = slices.DeleteFunc(slices.Clone(members), func(m string) bool { return m == "" })
	in := &Input{hash: sha256.New()}
	for _, p := range paths {
		if err := in.add(p, cmp.Or(name, p), members); err != nil {
			return nil, err
		}
	}
	for i := range in.parts {
		in.names = append(in.names, in.parts[i].name())
	}
	return in, nil
}

// NewRawInput is NewInput for formats that are archives themselves, such as a
// workbook: every file is read as it stands.
func NewRawInput(path string) (*Input, error) {
	paths, err := expand(path)
	if err != nil {
		return nil, err
	}
	in := &Input{hash: sha256.New(), names: paths}
	for _, p := range paths {
		info, err := regular(p)
		if err != nil {
			return nil, err
		}
		in.size += info.Size()
		in.parts = append(in.parts, part{path: p, called: p, last: true, info: info})
	}
	return in, nil
}

// add takes note of a file and, where it is an archive, of its members. called is what
// messages call it.
func (in *Input) add(path, called string, members []string) error {
	info, err := regular(path)
	if err != nil {
		return err
	}
	p := part{path: path, called: called, last: true, info: info}
	if p.packing, err = packingOf(path); err != nil {
		return err
	}
	in.size += info.Size()
	if p.packing != zipped {
		in.parts = append(in.parts, p)
		return nil
	}
	archive, found, err := membersOf(path, called, info.Size(), members)
	switch {
	case errors.Is(err, errWorkbook):
		p.packing = plain
		in.parts = append(in.parts, p)
		return nil
	case err != nil:
		return err
	}
	p.archive = archive
	for i, m := range found {
		p.member, p.last = m, i == len(found)-1
		in.parts = append(in.parts, p)
	}
	return nil
}

// regular looks at a file, which must be one that can be read twice.
func regular(path string) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("the source cannot be read: %w", err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is a pipe or a device and no regular file, and a source is read more than once; pipe it into --source - or copy it to a file", path)
	}
	return info, nil
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

// Path is where the i-th file stands.
func (in *Input) Path(i int) string { return in.parts[i].path }

// Names lists the files as an operator would write them, members of an archive
// as archive!member.
func (in *Input) Names() []string { return in.names }

// Packed reports whether any of the files is compressed or in an archive.
func (in *Input) Packed() bool {
	return slices.ContainsFunc(in.parts, func(p part) bool { return p.packing != plain })
}

// SizeOf is the number of bytes of the i-th file, packed as it is.
func (in *Input) SizeOf(i int) int64 { return in.parts[i].info.Size() }

// Open opens the i-th file to be read from its start, each once and in order.
// What is read counts in Bytes and Digest. A file that is truncated, damaged,
// or changed since NewInput saw it ends in an error after what could be read.
func (in *Input) Open(i int) (io.ReadCloser, error) { return in.open(i, in) }

// Peek opens the i-th file for a look: nothing of it counts.
func (in *Input) Peek(i int) (io.ReadCloser, error) { return in.open(i, nil) }

func (in *Input) open(i int, count *Input) (io.ReadCloser, error) {
	p := &in.parts[i]
	file, err := os.Open(p.path)
	if err != nil {
		return nil, fmt.Errorf("the source cannot be read: %w", err)
	}
	raw := &rawFile{file: file, part: p, count: count}
	out, err := unpack(raw)
	if err != nil {
		file.Close()
		return nil, err
	}
	return out, nil
}

// Digest implements Reader for sources that stand in files.
func (in *Input) Digest() string { return hex.EncodeToString(in.hash.Sum(nil)) }

// Bytes implements Reader for sources that stand in files. Of an archive it is
// an estimate until its last member was read, for members share blocks.
func (in *Input) Bytes() int64 { return min(in.bytes.Load(), in.size) }

// Size implements Reader for sources that stand in files.
func (in *Input) Size() int64 { return in.size }

// rawFile is a file as it stands, whose bytes are counted.
type rawFile struct {
	file  *os.File
	part  *part
	count *Input // nil: a look that does not count
	taken int64
}

// Read implements io.Reader.
func (f *rawFile) Read(b []byte) (int, error) {
	n, err := f.file.Read(b)
	f.taken += int64(n)
	if f.count != nil {
		f.count.bytes.Add(int64(n))
		f.count.hash.Write(b[:n])
	}
	return n, err
}

// ReadAt implements io.ReaderAt, for archives. They are not read in order, so
// that their bytes go into the digest at the end.
func (f *rawFile) ReadAt(b []byte, at int64) (int, error) {
	n, err := f.file.ReadAt(b, at)
	f.taken += int64(n)
	if f.count != nil {
		left := f.part.info.Size() - f.taken
		f.count.bytes.Add(min(int64(n), max(0, left)))
	}
	return n, err
}

// finish is called when everything that is wanted of the file was read: the
// rest is taken note of, and the file must be the one that NewInput saw.
func (f *rawFile) finish() error {
	if err := f.readRest(); err != nil {
		return err
	}
	info, err := f.file.Stat()
	if err != nil {
		return err
	}
	if was := f.part.info; info.Size() != was.Size() || !info.ModTime().Equal(was.ModTime()) {
		return fmt.Errorf("%s changed while it was read: it had %d bytes and has %d now; run again when nothing writes to it",
			f.part.called, was.Size(), info.Size())
	}
	return nil
}

// readRest takes note of what is behind the last byte that was wanted. What is behind a
// member of an archive belongs to others.
func (f *rawFile) readRest() error {
	if f.part.packing != zipped {
		_, err := io.Copy(io.Discard, f)
		return err
	}
	if f.count == nil {
		return nil
	}
	return f.finishArchive()
}

// finishArchive puts the whole archive into the digest, behind its last member,
// so that the digest is the one that sha256sum tells.
func (f *rawFile) finishArchive() error {
	if !f.part.last {
		return nil
	}
	in := f.count
	if _, err := io.Copy(in.hash, io.NewSectionReader(f.file, 0, f.part.info.Size())); err != nil {
		return err
	}
	in.bytes.Store(in.sizeUpTo(f.part.path))
	return nil
}

// sizeUpTo is the size of the files up to and with the one at path.
func (in *Input) sizeUpTo(path string) int64 {
	var size int64
	for i := range in.parts {
		if p := &in.parts[i]; p.last {
			size += p.info.Size()
		}
		if in.parts[i].last && in.parts[i].path == path {
			break
		}
	}
	return size
}
