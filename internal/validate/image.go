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

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/picture"
)

var headers = sync.Pool{New: func() any { return new([picture.HeaderSize]byte) }}

// checkPictures judges every picture the record wants.
func (v *Validator) checkPictures(rec *kyc.Record) {
	for kind := range kyc.NumImages {
		wanted := &rec.Pictures[kind]
		if wanted.Path == "" || v.unseen {
			continue
		}
		size, r, detail, unserved := v.judgePicture(wanted.Path)
		if r == none || v.severity[r] == kyc.Off {
			wanted.Size = size
			continue
		}
		issue := v.severity.issue(r, kind.String())
		addTo(&issue, detail)
		switch {
		case issue.Severity != kyc.Reject:
			wanted.Size = size
		case v.dropBad && !unserved:
			*wanted = kyc.Picture{}
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
	issue.Beside = cause.Beside
	return issue
}

// addTo adds a detail to the sentence of an issue. One behind a colon is of this
// picture alone.
func addTo(issue *kyc.Issue, detail string) {
	if own, is := strings.CutPrefix(detail, ": "); is {
		issue.Beside = own
	} else {
		issue.Message += detail
	}
}

// judgePicture looks at a picture where pictures are: its size, the rule it
// breaks, what to add to that rule's sentence, and whether it was the machine
// that could not serve it.
func (v *Validator) judgePicture(path string) (size int64, r ruleID, detail string, unserved bool) {
	if v.pictures == nil {
		return 0, imageMissing, "; the mapping has no image root", false
	}
	if !filepath.IsLocal(path) {
		return 0, imageOutside, "", false
	}
	size, r, detail, err := v.readPicture(path)
	if r == imageUnreadable && unservedBy(err) {
		// A picture that is fine must never be left out for good because of an
		// hour in which a disk or the machine could not serve it.
		return size, r, "; it was this machine that could not serve it: the same command tries it again", true
	}
	return size, r, detail, false
}

// unservedBy reports whether an error says that the machine, or a disk far away,
// could not do its part, and nothing of the file.
func unservedBy(err error) bool {
	var errno syscall.Errno
	if !errors.As(err, &errno) {
		return false
	}
	switch errno {
	case syscall.EMFILE, syscall.ENFILE, syscall.ENOMEM, syscall.EIO, syscall.EAGAIN, syscall.EINTR, syscall.EBUSY, syscall.ESTALE, syscall.ETIMEDOUT, syscall.ENOBUFS, syscall.ENODEV, syscall.EHOSTDOWN, syscall.EHOSTUNREACH:
		return true
	}
	return false
}

// readPicture is judgePicture for a path that is under the root. err is why a
// picture could not be read.
func (v *Validator) readPicture(path string) (size int64, r ruleID, detail string, err error) {
	// Stat comes before Open because opening a pipe would wait for a writer.
	info, err := fs.Stat(v.pictures, path)
	if err != nil {
		return 0, judgePathError(err), "", err
	}
	size = info.Size()
	switch {
	case !info.Mode().IsRegular():
		return size, imageUnreadable, "", nil
	case size == 0:
		return size, imageEmpty, "", nil
	case size > v.maxBytes:
		return size, imageTooBig, fmt.Sprintf(": %d bytes of at most %d", size, v.maxBytes), nil
	}
	r, detail, err = v.judgeContent(path, size)
	return size, r, detail, err
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

// judgeContent reads a file's header and wants a JPEG or PNG that is there to
// its end. err is why it could not be read.
func (v *Validator) judgeContent(path string, size int64) (r ruleID, detail string, err error) {
	file, err := v.pictures.Open(path)
	if err != nil {
		return judgePathError(err), "", err
	}
	defer func() { _ = file.Close() }() // only read
	header := headers.Get().(*[picture.HeaderSize]byte)
	defer headers.Put(header)
	n, err := io.ReadFull(file, header[:])
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return imageUnreadable, "", err
	}
	found := picture.Detect(header[:n])
	if !picture.Accepted(found) {
		return imageType, ": it is " + found, nil
	}
	switch whole, err := judgeEnd(file, size, found); {
	case err != nil:
		return imageUnreadable, "", err
	case !whole:
		return imageTruncated, "", nil
	}
	if picture.Misnamed(path, found) {
		return imageExtension, ": it is " + found, nil
	}
	return none, "", nil
}

// judgeEnd looks for a picture's end, where that can be looked at by itself: a
// picture that must be fetched whole for it is not.
func judgeEnd(file fs.File, size int64, media string) (whole bool, err error) {
	at, able := file.(io.ReaderAt)
	if !able {
		return true, nil
	}
	return picture.Ends(at, size, media)
}
