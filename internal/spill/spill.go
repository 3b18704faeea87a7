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
)

// chunk is about how many bytes of a partition are held in memory before they
// are written.
const chunk = 12 << 10

// Spill holds entries. It is for one goroutine.
type Spill struct {
	dir   string
	size  int // of an entry
	full  int // bytes of a chunk
	parts []part
	file  *os.File // nil while all fits
	end   int64    // of the file
	left  string   // the file's name, where it could not be removed yet
}

// part is one partition: its chunks in the file, and what is not there yet.
type part struct {
	chunks []int64
	tail   []byte
}

// New returns an empty Spill for entries of size bytes in so many partitions.
// Its file, if there is need of one, is made in dir, and dir before it with
// access for its owner alone.
func New(dir string, parts, size int) *Spill {
	return &Spill{dir: dir, size: size, full: max(1, chunk/size) * size, parts: make([]part, parts)}
}

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

// flush writes a full chunk.
func (s *Spill) flush(p *part) error {
	if s.file == nil {
		if err := s.create(); err != nil {
			return fmt.Errorf("keep notes in a temporary file: %w", err)
		}
	}
	if _, err := s.file.WriteAt(p.tail[:s.full], s.end); err != nil {
		return fmt.Errorf("keep notes in a temporary file in %s, which needs some 50 bytes a row: %w", s.dir, err)
	}
	p.chunks = append(p.chunks, s.end)
	s.end += int64(s.full)
	p.tail = p.tail[:copy(p.tail, p.tail[s.full:])]
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
	for _, at := range p.chunks {
		n := len(buf)
		if cap(buf) < n+s.full {
			buf = append(make([]byte, 0, s.size*s.Len(partition)), buf...)
		}
		buf = buf[:n+s.full]
		if _, err := s.file.ReadAt(buf[n:], at); err != nil {
			return nil, fmt.Errorf("read notes back from a temporary file in %s: %w", s.dir, err)
		}
	}
	return append(buf, p.tail...), nil
}

// Stream reads a partition from its beginning, a chunk at a time. Nothing may be
// added to it meanwhile.
func (s *Spill) Stream(partition int) *bufio.Reader {
	p := &s.parts[partition]
	readers := make([]io.Reader, 0, len(p.chunks)+1)
	for _, at := range p.chunks {
		readers = append(readers, io.NewSectionReader(s.file, at, int64(s.full)))
	}
	return bufio.NewReaderSize(io.MultiReader(append(readers, bytes.NewReader(p.tail))...), s.full)
}

// Dir is where the file is made.
func (s *Spill) Dir() string { return s.dir }

// Partitions is the number of partitions.
func (s *Spill) Partitions() int { return len(s.parts) }

// Close gives up all entries and removes the file. A second Close does nothing.
func (s *Spill) Close() error {
	s.parts = make([]part, len(s.parts))
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
