package sandbox

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
)

const (
	maxParts    = 16
	maxPartText = 4096
)

// form is the body of a PUT as it was read. Pictures are decoded while they
// arrive; none is held whole unless images are kept in memory.
type form struct {
	text   map[string]string
	images []upload
	temps  []string // per image, "" where nothing is on disk
	err    error    // why the body cannot be parsed
}

var errForm = errors.New("not the form that PUT image takes")

// readForm reads the body. A body that does not parse is no error here: the
// application says so later, in its turn.
func (s *Sandbox) readForm(c *call, r *http.Request, body *meter) error {
	c.form = &form{text: make(map[string]string)}
	c.form.err = s.parseForm(c.form, r.Header.Get("Content-Type"), body)
	_, _ = io.Copy(io.Discard, body) // what a parse error left; the meter sees a failure
	return nil
}

func (s *Sandbox) parseForm(f *form, contentType string, body io.Reader) error {
	media, params, err := mime.ParseMediaType(contentType)
	if err != nil || media != "multipart/form-data" || params["boundary"] == "" {
		return errForm
	}
	parts := multipart.NewReader(body, params["boundary"])
	for range maxParts {
		part, err := parts.NextRawPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := s.readPart(f, part); err != nil {
			return err
		}
	}
	return errForm
}

// readPart takes one part: text only, each name once, no file names (the
// sample of contracts.md A2 warns of them).
func (s *Sandbox) readPart(f *form, part *multipart.Part) error {
	name := part.FormName()
	kind := imageIndex(name)
	known := kind >= 0 || name == "submissionId" || name == "admin" || name == "idType"
	if !known || part.FileName() != "" || f.has(name) {
		return errForm
	}
	if kind >= 0 {
		return s.readImage(f, kind, part)
	}
	value, err := io.ReadAll(io.LimitReader(part, maxPartText+1))
	if err != nil || len(value) > maxPartText {
		return errForm
	}
	f.text[name] = string(value)
	return nil
}

func (f *form) has(name string) bool {
	if _, there := f.text[name]; there {
		return true
	}
	for _, u := range f.images {
		if imageKinds[u.kind] == name {
			return true
		}
	}
	return false
}

// readImage decodes one picture to its digest and to where it is kept.
func (s *Sandbox) readImage(f *form, kind int, part io.Reader) (err error) {
	digest, start := sha256.New(), &head{}
	sinks := []io.Writer{digest, start}
	var memory *bytes.Buffer
	if s.cfg.KeepImages {
		memory = new(bytes.Buffer)
		sinks = append(sinks, memory)
	}
	temp := ""
	if s.cfg.DataDir != "" {
		file, err := os.CreateTemp(filepath.Join(s.cfg.DataDir, imagesName), "upload-*")
		if err != nil {
			return err
		}
		defer file.Close()
		temp = file.Name()
		sinks = append(sinks, file)
	}
	f.temps = append(f.temps, temp)
	plain := base64.NewDecoder(base64.StdEncoding, unbroken{part})
	n, err := io.Copy(io.MultiWriter(sinks...), plain)
	if err != nil {
		return err
	}
	if start.contentType() == "" {
		return errForm
	}
	u := upload{kind: kind, picture: picture{sha256: hex.EncodeToString(digest.Sum(nil)), size: n}}
	if memory != nil {
		u.data = memory.Bytes()
	}
	f.images = append(f.images, u)
	return nil
}

// discard removes temporary files that were not moved to their place.
func (f *form) discard() {
	for _, temp := range f.temps {
		if temp != "" {
			_ = os.Remove(temp)
		}
	}
}

// unbroken refuses line breaks, which the decoder would pass over.
type unbroken struct{ r io.Reader }

func (u unbroken) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	if bytes.ContainsAny(p[:n], "\r\n") {
		return 0, errForm
	}
	return n, err
}

// head keeps the first bytes of what is written to it.
type head struct {
	buf [8]byte
	n   int
}

func (h *head) Write(p []byte) (int, error) {
	h.n += copy(h.buf[h.n:], p)
	return len(p), nil
}

// contentType tells JPEG and PNG by their first bytes; "" is neither.
func (h *head) contentType() string { return pictureType(h.buf[:h.n]) }

func pictureType(start []byte) string {
	switch {
	case bytes.HasPrefix(start, []byte("\xff\xd8\xff")):
		return "image/jpeg"
	case bytes.HasPrefix(start, []byte("\x89PNG\r\n\x1a\n")):
		return "image/png"
	}
	return ""
}
