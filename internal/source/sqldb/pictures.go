package sqldb

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// How much of a picture is asked for at a time: little at first, for most looks
// at a picture are at its beginning.
const (
	firstChunk = 8 << 10
	laterChunk = 256 << 10
)

// pictures are the pictures in the columns of a relation, as a file system: the
// cell of such a column is the name of its file. It may be used by any
// goroutine. A picture is read where it is, in chunks; it is never whole in
// memory.
type pictures struct {
	*relation
	columns []string // names of the source's columns, and where they are
	places  []int
	key     []int
	pool    *pool
}

func newPictures(r *relation, columns []string, places, key []int) *pictures {
	return &pictures{relation: r, columns: columns, places: places, key: key, pool: newPool(r.target)}
}

func (p *pictures) close() { p.pool.close() }

// Pictures implements source.Pictures.
func (r *reader) Pictures() fs.FS {
	if r.pictures == nil {
		return nil
	}
	return r.pictures
}

// pictureDir is the first part of every name.
const pictureDir = "blob"

// pictureName names a picture by its column, its size and the key of its row.
func pictureName(column, size string, key []string) string {
	parts := []string{pictureDir, escapeName(column), size}
	for _, k := range key {
		parts = append(parts, escapeName(k))
	}
	return strings.Join(parts, "/")
}

// escapeName makes a part of a name that is one on every system.
func escapeName(s string) string {
	const digits = "0123456789ABCDEF"
	out := []byte{'='} // never a device of Windows, and never empty
	for _, b := range []byte(s) {
		if b == '-' || b == '_' || b < 0x80 && wordByte(b) {
			out = append(out, b)
		} else {
			out = append(out, '%', digits[b>>4], digits[b&15])
		}
	}
	return string(out)
}

func unescapeName(s string) (string, bool) {
	s, ok := strings.CutPrefix(s, "=")
	var out []byte
	for i := 0; ok && i < len(s); i++ {
		if s[i] != '%' {
			out = append(out, s[i])
			continue
		}
		if i+2 >= len(s) {
			return "", false
		}
		b, err := strconv.ParseUint(s[i+1:i+3], 16, 8)
		if err != nil {
			return "", false
		}
		out = append(out, byte(b))
		i += 2
	}
	return string(out), ok
}

// picture finds what a name means.
func (p *pictures) picture(name string) (*picture, error) {
	parts := strings.Split(name, "/")
	if len(parts) != 3+len(p.key) || parts[0] != pictureDir {
		return nil, fs.ErrNotExist
	}
	size, err := strconv.ParseInt(parts[2], 10, 64)
	column, ok := unescapeName(parts[1])
	at := slices.Index(p.columns, column)
	if err != nil || !ok || at < 0 {
		return nil, fs.ErrNotExist
	}
	f := &picture{all: p, column: p.places[at], size: size}
	for _, part := range parts[3:] {
		k, ok := unescapeName(part)
		if !ok {
			return nil, fs.ErrNotExist
		}
		f.key = append(f.key, k)
	}
	return f, nil
}

// Open implements fs.FS. Nothing is asked of the database before the first Read.
func (p *pictures) Open(name string) (fs.File, error) {
	f, err := p.picture(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return f, nil
}

// Stat implements fs.StatFS. The size is part of the name: it is the one that
// the row was read with.
func (p *pictures) Stat(name string) (fs.FileInfo, error) {
	f, err := p.picture(name)
	if err != nil {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: err}
	}
	return f.Stat()
}

// picture is one picture that is read.
type picture struct {
	all    *pictures
	column int
	key    []string
	size   int64

	offset int64 // of what comes after chunk
	chunk  []byte
	closed bool
}

// Read implements io.Reader.
func (f *picture) Read(b []byte) (int, error) {
	switch {
	case f.closed:
		return 0, fs.ErrClosed
	case len(b) == 0:
		return 0, nil
	}
	if len(f.chunk) == 0 {
		if err := f.fetch(); err != nil {
			return 0, err
		}
	}
	n := copy(b, f.chunk)
	f.chunk = f.chunk[n:]
	return n, nil
}

// fetch asks for the next chunk. The end is where the database has no more,
// whatever size was told before.
func (f *picture) fetch() error {
	most := laterChunk
	if f.offset == 0 {
		most = firstChunk
	}
	if f.all.most > 0 {
		most = min(most, f.all.most)
	}
	where := condition{relation: f.all.relation}
	expr := strings.NewReplacer("#", f.all.ref(f.column), "@", strconv.FormatInt(f.offset+1, 10), "%", strconv.Itoa(most)).Replace(f.all.dialect.chunk)
	chunk, err := f.all.pool.one(f.all.selects(expr, where.equal(f.all.key, f.key)), where.args)
	if errors.Is(err, errNotOne) {
		return fmt.Errorf("%w: %w", syscall.EIO, errNotOne)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", syscall.EIO, f.all.failed("a picture cannot be read", err))
	}
	if len(chunk) == 0 {
		return io.EOF
	}
	f.offset += int64(len(chunk))
	f.chunk = chunk
	return nil
}

// Stat implements fs.File.
func (f *picture) Stat() (fs.FileInfo, error) { return pictureInfo{f.size}, nil }

// Close implements fs.File.
func (f *picture) Close() error {
	f.closed = true
	return nil
}

// pictureInfo is what is known of a picture.
type pictureInfo struct{ size int64 }

// Name implements fs.FileInfo; the name is the row's and nobody's to print.
func (pictureInfo) Name() string { return "picture" }

// Size implements fs.FileInfo.
func (i pictureInfo) Size() int64 { return i.size }

// Mode implements fs.FileInfo.
func (pictureInfo) Mode() fs.FileMode { return 0o400 }

// ModTime implements fs.FileInfo.
func (pictureInfo) ModTime() time.Time { return time.Time{} }

// IsDir implements fs.FileInfo.
func (pictureInfo) IsDir() bool { return false }

// Sys implements fs.FileInfo.
func (pictureInfo) Sys() any { return nil }
