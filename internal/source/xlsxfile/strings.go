package xlsxfile

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"kycmigrate/internal/source"
)

// How the shared strings are kept.
const (
	stringsInMemory = 16 << 20 // more go to a file
	stringsPerBlock = 32       // strings between two places that are known
	maxStrings      = 1 << 28
	blockSlots      = 1024     // blocks of the file that are kept at hand
	slotSize        = 16 << 10 // larger blocks are read each time
)

// sharedStrings are the strings that cells name by number. They stand behind
// one another, each with its length before it, in memory or in a private file
// that has no name where the system allows it. The places of every 32nd are
// known, so that memory does not grow with them beyond a bound.
type sharedStrings struct {
	count  int
	size   int64
	blocks []int64 // where each block begins
	memory []byte
	file   *os.File
	slots  []slot
	large  []byte
}

// slot is a block of the file.
type slot struct {
	block int // from 1
	text  []byte
}

// readStrings reads the part of the shared strings.
func readStrings(ctx context.Context, part io.Reader, temp string) (*sharedStrings, error) {
	s := &sharedStrings{}
	x, err := newXMLScanner(part)
	if err != nil {
		return nil, err
	}
	w := stringsWriter{s: s, temp: temp}
	for {
		kind, err := x.next()
		if err == io.EOF {
			break
		}
		if err == nil && kind == tokOpen && string(x.name) == "si" {
			err = w.add(ctx, x)
		}
		if err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	if err := w.flush(); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// stringsWriter fills sharedStrings.
type stringsWriter struct {
	s    *sharedStrings
	temp string
	text []byte
	wait []byte // not yet written to the file
}

func (w *stringsWriter) add(ctx context.Context, x *xmlScanner) (err error) {
	if w.s.count%4096 == 0 && ctx.Err() != nil {
		return ctx.Err()
	}
	if w.s.count == maxStrings {
		return errors.New("it has too many shared strings")
	}
	var ok bool
	if w.text, ok, err = x.rich(w.text[:0], source.MaxRecord); err != nil {
		return err
	}
	w.text = unescape(w.text, 0)
	s := w.s
	if s.count%stringsPerBlock == 0 {
		s.blocks = append(s.blocks, s.size)
	}
	var head [binary.MaxVarintLen64]byte
	length := uint64(len(w.text)) << 1
	if !ok {
		length |= 1
	}
	n := binary.PutUvarint(head[:], length)
	s.count++
	s.size += int64(n + len(w.text))
	if s.file == nil {
		s.memory = append(append(s.memory, head[:n]...), w.text...)
		if len(s.memory) > stringsInMemory {
			return w.spill()
		}
		return nil
	}
	w.wait = append(append(w.wait, head[:n]...), w.text...)
	if len(w.wait) >= 1<<20 {
		return w.flush()
	}
	return nil
}

// spill moves the strings from memory to a file.
func (w *stringsWriter) spill() error {
	if w.temp != "" {
		if err := os.MkdirAll(w.temp, 0o700); err != nil {
			return fmt.Errorf("the private folder for strings cannot be made: %w", err)
		}
	}
	file, err := os.CreateTemp(w.temp, "xlsx-strings-")
	if err != nil {
		return fmt.Errorf("the private file for strings cannot be made: %w", err)
	}
	_ = os.Remove(file.Name()) // Unix keeps it until it is closed; Close removes it elsewhere
	w.s.file, w.wait = file, w.s.memory
	w.s.memory = nil
	w.s.slots = make([]slot, blockSlots)
	err = w.flush()
	w.wait = make([]byte, 0, 2<<20)
	return err
}

func (w *stringsWriter) flush() error {
	if w.s.file == nil {
		return nil
	}
	_, err := w.s.file.Write(w.wait)
	w.wait = w.wait[:0]
	if err != nil {
		return fmt.Errorf("the private file for strings cannot be written: %w", err)
	}
	return nil
}

// get returns a string, which is valid until the next get. found is false
// where there is none of that number, ok where its text cannot be read.
func (s *sharedStrings) get(i int) (text []byte, found, ok bool, err error) {
	if s == nil || i < 0 || i >= s.count {
		return nil, false, false, nil
	}
	block, err := s.block(i / stringsPerBlock)
	if err != nil {
		return nil, false, false, err
	}
	for range i % stringsPerBlock {
		length, n := binary.Uvarint(block)
		block = block[n+int(length>>1):]
	}
	length, n := binary.Uvarint(block)
	return block[n : n+int(length>>1)], true, length&1 == 0, nil
}

// block returns the strings of a block.
func (s *sharedStrings) block(b int) ([]byte, error) {
	from, to := s.blocks[b], s.size
	if b+1 < len(s.blocks) {
		to = s.blocks[b+1]
	}
	if s.file == nil {
		return s.memory[from:to], nil
	}
	kept := &s.slots[b%blockSlots]
	if kept.block == b+1 {
		return kept.text, nil
	}
	into := &s.large
	if to-from <= slotSize {
		into, kept.block = &kept.text, b+1
	}
	if int64(cap(*into)) < to-from {
		*into = make([]byte, to-from)
	}
	*into = (*into)[:to-from]
	if _, err := s.file.ReadAt(*into, from); err != nil {
		kept.block = 0
		return nil, fmt.Errorf("the private file for strings cannot be read: %w", err)
	}
	return *into, nil
}

// Close gives the file back. It may be called twice, and of nil.
func (s *sharedStrings) Close() error {
	if s == nil || s.file == nil {
		return nil
	}
	file := s.file
	s.file, s.count = nil, 0
	err := file.Close()
	if _, left := os.Lstat(file.Name()); left == nil {
		err = errors.Join(err, os.Remove(file.Name()))
	}
	return err
}
