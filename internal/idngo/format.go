package idngo

import (
	"bytes"
	"io"
)

// formats are the files that applicants upload, by their first bytes.
var formats = []struct {
	ext, magic string
	at         int
}{
	{".jpg", "\xff\xd8\xff", 0},
	{".png", "\x89PNG\r\n\x1a\n", 0},
	{".pdf", "%PDF-", 0},
	{".webm", "\x1a\x45\xdf\xa3", 0},
	{".mov", "ftypqt", 4},
	{".heic", "ftyphei", 4},
	{".heic", "ftypmif1", 4},
	{".mp4", "ftyp", 4},
	{".gif", "GIF8", 0},
	{".bmp", "BM", 0},
	{".webp", "WEBP", 8},
	{".tiff", "II*\x00", 0},
	{".tiff", "MM\x00*", 0},
	{".bin", "", 0}, // whatever else
}

// extension tells a file's extension from its first bytes.
func extension(head []byte) string {
	for _, f := range formats {
		if len(head) >= f.at && bytes.HasPrefix(head[f.at:], []byte(f.magic)) {
			return f.ext
		}
	}
	return ""
}

// headLength is as much of a file as tells its format.
const headLength = 16

// headWriter keeps the first bytes of what goes through it, and how that failed.
type headWriter struct {
	w    io.Writer
	head []byte
	err  error // of w
}

// Write implements io.Writer.
func (h *headWriter) Write(b []byte) (int, error) {
	if missing := headLength - len(h.head); missing > 0 {
		h.head = append(h.head, b[:min(missing, len(b))]...)
	}
	var n int
	n, h.err = h.w.Write(b)
	return n, h.err
}
