package source

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Limits of what is unpacked. Exports shrink to a tenth, seldom to a hundredth:
// what grows a thousandfold was made to fill a disk or a memory.
const (
	freeExpansion = 64 << 20  // bytes that may come out whatever went in
	maxExpansion  = 1000      // times that the rest may be larger than what went in
	maxZstdWindow = 128 << 20 // what the zstd tool itself unpacks without being asked
)

// packing is how a file is compressed.
type packing byte

const (
	plain packing = iota
	gzipped
	zstandard
	zipped
)

// String is the name for a sentence.
func (p packing) String() string {
	return [...]string{"plain", "gzip", "zstd", "zip"}[p]
}

var packings = []struct {
	magic string
	packing
}{
	{"\x1f\x8b", gzipped},
	{"\x28\xb5\x2f\xfd", zstandard},
	{"PK\x03\x04", zipped},
	{"PK\x05\x06", zipped}, // without members
}

// packingOf tells the packing by the first bytes; names may lie.
func packingOf(path string) (packing, error) {
	file, err := os.Open(path)
	if err != nil {
		return plain, fmt.Errorf("the source cannot be read: %w", err)
	}
	defer file.Close()
	head := make([]byte, 4)
	n, err := io.ReadFull(file, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return plain, fmt.Errorf("the source cannot be read: %w", err)
	}
	return packingBy(head[:n]), nil
}

func packingBy(head []byte) packing {
	for _, p := range packings {
		if bytes.HasPrefix(head, []byte(p.magic)) {
			return p.packing
		}
	}
	return plain
}

// stream is what comes out of a file.
type stream struct {
	raw    *rawFile
	out    io.Reader
	size   int64 // bytes that came out
	closer func()
	ended  error // what reading ended with
}

// unpack makes a stream of a file.
func unpack(raw *rawFile) (*stream, error) {
	s := &stream{raw: raw, out: raw, closer: func() {}}
	var err error
	switch raw.part.packing {
	case gzipped:
		s.out, err = gzip.NewReader(bufio.NewReaderSize(raw, 64<<10))
	case zstandard:
		var d *zstd.Decoder
		d, err = zstd.NewReader(raw, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxZstdWindow))
		if err == nil {
			s.out, s.closer = d, d.Close
		}
	case zipped:
		s.out, err = openMember(raw)
	case plain:
		return s, nil
	}
	if err == nil {
		err = s.refuseNested()
	}
	if err != nil {
		s.closer()
		return nil, s.explain(err)
	}
	return s, nil
}

// refuseNested looks whether the content is packed once more.
func (s *stream) refuseNested() error {
	const tarMagic, tarAt = "ustar", 257
	buffered := bufio.NewReaderSize(s.out, 64<<10)
	head, _ := buffered.Peek(tarAt + len(tarMagic)) // an error comes again when it is read
	s.out = buffered
	isTar := len(head) > tarAt && string(head[tarAt:]) == tarMagic
	if packingBy(head) != plain || isTar {
		return fmt.Errorf("%s holds an archive or a workbook within its compression; unpack it once, and give the files in it", s.raw.part.name())
	}
	return nil
}

// Read implements io.Reader.
func (s *stream) Read(b []byte) (int, error) {
	if s.ended != nil {
		return 0, s.ended
	}
	n, err := s.out.Read(b)
	s.size += int64(n)
	if err == nil && s.raw.part.packing != plain && s.size > freeExpansion && s.size/maxExpansion > s.raw.taken {
		err = fmt.Errorf("%s expands more than %d times, as no export does; it was made to fill memory or disks, or unpack it yourself",
			s.raw.part.name(), maxExpansion)
	}
	switch err {
	case nil:
	case io.EOF:
		if fail := s.raw.finish(); fail != nil {
			err = fail
		}
	default:
		err = s.explain(err)
	}
	s.ended = err
	return n, err
}

// Close implements io.Closer.
func (s *stream) Close() error {
	s.closer()
	s.closer = func() {}
	return s.raw.file.Close()
}

// explain says what a damaged file means for the operator.
func (s *stream) explain(err error) error {
	name, kind := s.raw.part.name(), s.raw.part.packing
	if kind == plain {
		return err
	}
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fmt.Errorf("%s is truncated: its %s data ends before its end mark; fetch it again (rows before this point were read)", name, kind)
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		return fmt.Errorf("%s needs more than %d MiB of memory to unpack; pack it without --long, or unpack it yourself", name, maxZstdWindow>>20)
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, zstd.ErrMagicMismatch):
		return fmt.Errorf("%s has bytes behind its %s data, or is damaged; fetch it again or unpack it yourself", name, kind)
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, zip.ErrChecksum), errors.Is(err, zip.ErrFormat),
		errors.Is(err, zstd.ErrCRCMismatch), errors.As(err, &corrupt):
		return fmt.Errorf("%s is damaged: its %s data does not fit its checksum or cannot be unpacked; fetch it again", name, kind)
	}
	return err
}
