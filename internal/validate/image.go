package validate

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"
	"syscall"

	"github.com/gabriel-vasile/mimetype"

	"kycmigrate/internal/kyc"
)

// headerSize is how much of a picture is read: what mimetype looks at.
const headerSize = 3072

var headers = sync.Pool{New: func() any { return new([headerSize]byte) }}

// checkPictures judges every picture the record wants.
func (v *Validator) checkPictures(rec *kyc.Record) {
	for kind := range kyc.NumImages {
		picture := &rec.Pictures[kind]
		if picture.Path == "" || v.unseen {
			continue
		}
		size, r, detail := v.judgePicture(picture.Path)
		if r == none {
			picture.Size = size
			continue
		}
		issue := r.issue(kind.String())
		issue.Message += detail
		if v.dropBad {
			*picture = kyc.Picture{}
			issue = dropped(issue)
		}
		v.append(rec, issue)
	}
}

// dropped turns the issue that rejects a picture into the warning that it was
// left out.
func dropped(cause kyc.Issue) kyc.Issue {
	issue := imageDropped.issue(cause.Field)
	issue.Message += ": " + cause.Message
	return issue
}

// judgePicture looks at a picture where pictures are: its size, the rule it
// breaks, and what to add to that rule's sentence.
func (v *Validator) judgePicture(path string) (size int64, r ruleID, detail string) {
	if v.pictures == nil {
		return 0, imageMissing, "; the mapping has no image root"
	}
	if !filepath.IsLocal(path) {
		return 0, imageOutside, ""
	}
	// Stat comes before Open because opening a pipe would wait for a writer.
	info, err := fs.Stat(v.pictures, path)
	if err != nil {
		return 0, judgePathError(err), ""
	}
	size = info.Size()
	switch {
	case !info.Mode().IsRegular():
		return size, imageUnreadable, ""
	case size == 0:
		return size, imageEmpty, ""
	case size > v.maxBytes:
		return size, imageTooBig, fmt.Sprintf(": %d bytes of at most %d", size, v.maxBytes)
	}
	r, detail = v.judgeContent(path)
	return size, r, detail
}

// judgePathError tells apart why a path under the root can't be reached.
func judgePathError(err error) ruleID {
	var errno syscall.Errno
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return imageMissing
	case errors.As(err, &errno), errors.Is(err, fs.ErrClosed):
		return imageUnreadable
	default:
		// os.Root has no exported error for a path that escapes; what did not
		// come from the system is that one.
		return imageOutside
	}
}

// judgeContent reads a file's header and wants a JPEG or PNG.
func (v *Validator) judgeContent(path string) (r ruleID, detail string) {
	file, err := v.pictures.Open(path)
	if err != nil {
		return judgePathError(err), ""
	}
	defer func() { _ = file.Close() }() // only read
	header := headers.Get().(*[headerSize]byte)
	defer headers.Put(header)
	n, err := io.ReadFull(file, header[:])
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return imageUnreadable, ""
	}
	found := mimetype.Detect(header[:n])
	// An animated PNG is a PNG that has more to it.
	if found.Is("image/jpeg") || found.Is("image/png") || found.Is("image/apng") {
		return none, ""
	}
	return imageType, ": it is " + mediaType(found)
}

// mediaType names the type without its parameters, which come from the file.
func mediaType(m *mimetype.MIME) string {
	name, _, _ := strings.Cut(m.String(), ";")
	return name
}
