package argos

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"io"
	"strings"
	"sync"

	"kycmigrate/internal/kyc"
)

// form writes the bodies of PUT /submission/image: form-data in which
// every part is a text without a file name, pictures as one line of base64
// (contracts.md A2). Its boundary holds bytes that base64 does not have, and
// is drawn for each client.
type form struct {
	boundary    string
	contentType string
}

func newForm() form {
	boundary := "--migrate-" + rand.Text()
	return form{boundary: boundary, contentType: "multipart/form-data; boundary=" + boundary}
}

// sendable reports whether there is a picture, and none without an end or a
// way to open it, and no kind twice.
func sendable(images []Image) bool {
	var seen [kyc.NumImages]bool
	for _, img := range images {
		if img.Kind >= kyc.NumImages || seen[img.Kind] || img.Size <= 0 || img.Open == nil {
			return false
		}
		seen[img.Kind] = true
	}
	return len(images) > 0
}

// newBody lays out a body. Nothing is opened yet, and its length is known.
func (m form) newBody(cl *call, submissionID, admin, idType string, images []Image) *imageBody {
	b := &imageBody{call: cl}
	var head strings.Builder
	m.text(&head, "submissionId", submissionID)
	m.text(&head, "admin", admin)
	if idType != "" {
		m.text(&head, "idType", idType)
	}
	readers := make([]io.Reader, 0, 2*len(images)+1)
	for _, img := range images {
		m.part(&head, img.Kind.String())
		readers = append(readers, strings.NewReader(head.String()), &picture{body: b, image: img})
		b.length += int64(head.Len()) + encodedLen(img.Size)
		head = strings.Builder{}
		head.WriteString("\r\n")
	}
	head.WriteString("--" + m.boundary + "--\r\n")
	b.length += int64(head.Len())
	b.reader = io.MultiReader(append(readers, strings.NewReader(head.String()))...)
	return b
}

func (m form) part(b *strings.Builder, name string) {
	b.WriteString("--" + m.boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
}

func (m form) text(b *strings.Builder, name, value string) {
	m.part(b, name)
	b.WriteString(value + "\r\n")
}

// encodedLen is base64.StdEncoding.EncodedLen for files of any size.
func encodedLen(n int64) int64 { return (n + 2) / 3 * 4 }

// imageBody is the body of one PUT. The transport reads it from a goroutine of
// its own, and may close it, or be left by PutImages, at any time.
type imageBody struct {
	call   *call
	length int64

	mu     sync.Mutex
	reader io.Reader
	open   io.Closer // the picture being read
	closed bool
}

var errBodyClosed = errors.New("the call is over")

func (b *imageBody) Read(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return 0, errBodyClosed
	}
	b.call.sent.Store(true)
	return b.reader.Read(p)
}

// Close closes the picture being read, if there is one.
func (b *imageBody) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	return b.closePicture()
}

func (b *imageBody) closePicture() error {
	if b.open == nil {
		return nil
	}
	err := b.open.Close()
	b.open = nil
	return err
}

// rawChunk is how much of a picture is held at a time: a multiple of 3, so
// that only its last chunk is padded.
const rawChunk = 3 << 13

// picture reads one file as base64. It opens the file at the first read,
// closes it at its end, and fails unless it holds exactly the announced bytes.
type picture struct {
	body  *imageBody
	image Image

	file    io.Reader
	left    int64 // bytes of the file not read yet
	raw     []byte
	encoded []byte // buffer of rest
	rest    []byte // encoded and not given out yet
}

// Read gives the next part of the base64 text. The caller holds body.mu.
func (p *picture) Read(dst []byte) (int, error) {
	if p.file == nil {
		if err := p.start(); err != nil {
			return 0, err
		}
	}
	for len(p.rest) == 0 {
		if p.left == 0 {
			return 0, io.EOF
		}
		if err := p.fill(); err != nil {
			return 0, err
		}
	}
	n := copy(dst, p.rest)
	p.rest = p.rest[n:]
	return n, nil
}

func (p *picture) start() error {
	f, err := p.image.Open()
	if err != nil {
		return p.fail(codeImageRead, err)
	}
	p.file, p.body.open, p.left = f, f, p.image.Size
	p.raw = make([]byte, min(rawChunk, p.left))
	p.encoded = make([]byte, encodedLen(int64(len(p.raw))))
	return nil
}

// fill encodes the next chunk, and sees to it that the file ends with the last
// one before that is given out.
func (p *picture) fill() error {
	raw := p.raw[:min(int64(len(p.raw)), p.left)]
	if _, err := io.ReadFull(p.file, raw); err != nil {
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return p.fail(codeImageChanged, errBodySize)
		}
		return p.fail(codeImageRead, err)
	}
	p.left -= int64(len(raw))
	if p.left == 0 {
		if err := p.finish(); err != nil {
			return err
		}
	}
	base64.StdEncoding.Encode(p.encoded, raw)
	p.rest = p.encoded[:encodedLen(int64(len(raw)))]
	return nil
}

func (p *picture) finish() error {
	var more [1]byte
	switch n, err := io.ReadFull(p.file, more[:]); {
	case n > 0:
		return p.fail(codeImageChanged, errBodySize)
	case err != io.EOF:
		return p.fail(codeImageRead, err)
	}
	if err := p.body.closePicture(); err != nil {
		return p.fail(codeImageRead, err)
	}
	return nil
}

var errBodySize = errors.New("the file has another size than before")

// fail notes for the call why its body ended early.
func (p *picture) fail(code string, err error) error {
	p.body.call.fault.Store(&bodyFault{code: code, field: p.image.Kind.String(), err: err})
	return errBodyFault
}

var errBodyFault = errors.New("a picture could not be sent")
