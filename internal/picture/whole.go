package picture

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
)

// How much of a file's end is looked at: nearly every whole picture has its end
// mark in the first, and one with a camera's notes behind it in the second. That
// is told of large files only: in a small one the mark could be that of a
// thumbnail at its beginning.
const (
	tailSize  = 64
	farTail   = 64 << 10
	largeFile = 512 << 10
)

// maxChunks is the most chunks of a PNG that are gone through.
const maxChunks = 1 << 16

var (
	pngHead = []byte("\x89PNG\r\n\x1a\n")
	pngEnd  = []byte("\x00\x00\x00\x00IEND\xae\x42\x60\x82")
	jpegEnd = []byte{0xff, 0xd9}
)

// Ends reports whether a JPEG or PNG of size bytes is there to its end. A look
// at the last bytes is enough for most; only where the end mark is not among
// them, which is so for files with something behind the picture as well as for
// those that were cut off, the file is gone through. Of other forms it says
// true.
func Ends(file io.ReaderAt, size int64, media string) (bool, error) {
	end := jpegEnd
	switch media {
	case JPEG:
	case PNG:
		end = pngEnd
	default:
		return true, nil
	}
	var tail [tailSize]byte
	found, err := endsWith(file, size, tail[:min(size, tailSize)], end)
	if !found && err == nil && size >= largeFile {
		found, err = endsWith(file, size, make([]byte, farTail), end)
	}
	if found || err != nil {
		return found, err
	}
	return reachesEnd(io.NewSectionReader(file, 0, size), media)
}

// endsWith reports whether a mark is among the last bytes of a file, as many as
// buf has.
func endsWith(file io.ReaderAt, size int64, buf, mark []byte) (bool, error) {
	if _, err := file.ReadAt(buf, size-int64(len(buf))); err != nil && err != io.EOF {
		return false, err
	}
	return bytes.Contains(buf, mark), nil
}

// reachesEnd goes through the parts of a JPEG or PNG and reports whether its
// end mark comes before the end of the file.
func reachesEnd(r io.Reader, media string) (bool, error) {
	in := bufio.NewReaderSize(r, 32<<10)
	walk := walkJPEG
	if media == PNG {
		walk = walkPNG
	}
	err := walk(in)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return false, nil
	}
	return err == nil, err
}

// walkPNG reads as far as the IEND chunk. What is no chunk at all is left to
// the decoder.
func walkPNG(in *bufio.Reader) error {
	if _, err := in.Discard(len(pngHead)); err != nil {
		return err
	}
	var head [8]byte
	for range maxChunks {
		if _, err := io.ReadFull(in, head[:]); err != nil {
			return err
		}
		if string(head[4:]) == "IEND" {
			_, err := in.Discard(4) // its checksum
			return err
		}
		if err := discard(in, int64(binary.BigEndian.Uint32(head[:4]))+4); err != nil {
			return err
		}
	}
	return nil
}

func discard(in *bufio.Reader, n int64) error {
	_, err := io.CopyN(io.Discard, in, n)
	return err
}

// walkJPEG reads as far as the EOI marker: over the segments by their lengths,
// so that the thumbnail within one is not taken for the picture, and through
// the coded data between them.
func walkJPEG(in *bufio.Reader) error {
	for {
		if _, err := in.ReadSlice(0xff); err != nil {
			if err == bufio.ErrBufferFull {
				continue // coded data
			}
			return err
		}
		marker, err := in.ReadByte()
		for err == nil && marker == 0xff { // fill bytes
			marker, err = in.ReadByte()
		}
		switch {
		case err != nil:
			return err
		case marker == 0xd9:
			return nil
		case marker == 0 || marker == 1 || marker >= 0xd0 && marker <= 0xd8: // a stuffed byte, or a marker that stands alone
			continue
		}
		var length [2]byte
		if _, err := io.ReadFull(in, length[:]); err != nil {
			return err
		}
		if err := discard(in, max(int64(binary.BigEndian.Uint16(length[:]))-2, 0)); err != nil {
			return err
		}
	}
}
