// Package spill keeps more small entries than memory should hold. They are of
// one size, lie in partitions, and come back one partition at a time, in the
// order in which they were added. Entries of one byte make a partition a stream
// that is written in pieces of any length.
//
// What does not fit goes to one private file. It is removed from its directory
// as soon as it is open, where the system can do that, so that a process that
// is killed leaves nothing behind; elsewhere Close removes it.
package spill

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

const (
	// chunk is about how many bytes of a partition are held in memory before they
	// go to the file.
	chunk = 8 << 10
	// block is how many bytes are written at once, of chunks that wait for that: a
	// file system takes several times as long for the same in small pieces.
	block = 64 << 10
)

// Spill holds entries. It is for one goroutine.
type Spill struct {
	dir   string
	size  int // of an entry
	full  int // bytes of a chunk
	parts []part
	file  *os.File // nil while all fits
	end   int64    // of the file
	wait  []byte   // chunks that will stand there
	left  string   // the file's name, where it could not be removed yet
}

// part is one partition: the numbers of its chunks, by their order in the file, and
// what is not there yet.
type part struct {
	chunks []uint32
	tail   []byte
}

// New returns an empty Spill for entries of size bytes in so many partitions.
// Its file, if there is need of one, is made in dir, and dir before it with
// access for its owner alone.
func New(dir string, parts, size int) *Spill {
	return &Spill{dir: dir, size: size, full: max(1, chunk/size) * size, parts: make([]part, parts)}
}

// Grow adds a partition behind the others.
func (s *Spill) Grow() { s.parts = append(s.parts, part{}) }

// Add appends an entry, or several one behind the other, to a partition. It
// keeps a copy.
func (s *Spill) Add(partition int, entry []byte) error {
	p := &s.parts[partition]
	p.tail = append(p.tail, entry...)
	for len(p.tail) >= s.full {
		if err := s.flush(p); err != nil {
			return err
		}
	}
	return nil
}

// Next appends an entry to a partition and returns its bytes, which hold anything,
// for the caller to fill before the next call.
func (s *Spill) Next(partition int) ([]byte, error) {
	p := &s.parts[partition]
	if len(p.tail) >= s.full {
		if err := s.flush(p); err != nil {
			return nil, err
		}
	}
	n := len(p.tail)
	if n+s.size > cap(p.tail) {
		p.tail = slices.Grow(p.tail, s.size)
	}
	p.tail = p.tail[:n+s.size]
	return p.tail[n:], nil
}

// flush takes a full chunk from a partition, on its way to the file.
func (s *Spill) flush(p *part) error {
	if len(s.wait) > 0 && len(s.wait)+s.full > block {
		if err := s.write(); err != nil {
			return err
		}
	}
	p.chunks = append(p.chunks, uint32((s.end+int64(len(s.wait)))/int64(s.full)))
	s.wait = append(s.wait, p.tail[:s.full]...)
	p.tail = p.tail[:copy(p.tail, p.tail[s.full:])]
	return nil
}

// write writes the chunks that wait.
func (s *Spill) write() error {
	if s.file == nil {
		if err := s.create(); err != nil {
			return fmt.Errorf("keep notes in a temporary file: %w", err)
		}
	}
	if _, err := s.file.WriteAt(s.wait, s.end); err != nil {
		return fmt.Errorf("write to a temporary file in %s, which needs room: %w", s.dir, err)
	}
	s.end += int64(len(s.wait))
	s.wait = s.wait[:0]
	return nil
}

func (s *Spill) create() error {
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return err
	}
	file, err := os.CreateTemp(s.dir, "spill-*") // 0600
	if err != nil {
		return err
	}
	s.file = file
	if os.Remove(file.Name()) != nil {
		s.left = file.Name()
	}
	return nil
}

// Len is the number of entries in a partition.
func (s *Spill) Len(partition int) int {
	p := &s.parts[partition]
	return (len(p.chunks)*s.full + len(p.tail)) / s.size
}

// Read returns the entries of a partition, one behind the other, in buf if it
// is big enough.
func (s *Spill) Read(partition int, buf []byte) ([]byte, error) {
	p := &s.parts[partition]
	buf = buf[:0]
	for _, number := range p.chunks {
		n := len(buf)
		if cap(buf) < n+s.full {
			buf = append(make([]byte, 0, s.size*s.Len(partition)), buf...)
		}
		buf = buf[:n+s.full]
		if _, err := (chunks{s}).ReadAt(buf[n:], s.place(number)); err != nil {
			return nil, fmt.Errorf("read notes back from a temporary file in %s: %w", s.dir, err)
		}
	}
	return append(buf, p.tail...), nil
}

// place is where a chunk stands in the file, or will.
func (s *Spill) place(chunk uint32) int64 { return int64(chunk) * int64(s.full) }

// chunks reads the chunks of a Spill, in the file or waiting for it. No reading goes
// beyond one chunk.
type chunks struct{ *Spill }

// ReadAt implements io.ReaderAt.
func (c chunks) ReadAt(b []byte, at int64) (int, error) {
	if at < c.end {
		return c.file.ReadAt(b, at)
	}
	return copy(b, c.wait[at-c.end:]), nil
}

// Stream reads a partition from its beginning, a chunk at a time. Nothing may be
// added to it meanwhile.
func (s *Spill) Stream(partition int) *bufio.Reader {
	p := &s.parts[partition]
	readers := make([]io.Reader, 0, len(p.chunks)+1)
	for _, number := range p.chunks {
		readers = append(readers, io.NewSectionReader(chunks{s}, s.place(number), int64(s.full)))
	}
	return bufio.NewReaderSize(io.MultiReader(append(readers, bytes.NewReader(p.tail))...), s.full)
}

// Dir is where the file is made.
func (s *Spill) Dir() string { return s.dir }

// Partitions is the number of partitions.
func (s *Spill) Partitions() int { return len(s.parts) }

// Close gives up all entries and removes the file. A second Close does nothing.
func (s *Spill) Close() error {
	s.parts, s.wait = make([]part, len(s.parts)), nil
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	if s.left != "" {
		err = errors.Join(err, os.Remove(s.left))
	}
	s.file, s.left, s.end = nil, "", 0
	return err
}
