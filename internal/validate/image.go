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
		size, r, detail := v.judgePicture(wanted.Path)
		if r == none || v.severity[r] == kyc.Off {
			wanted.Size = size
			continue
		}
		issue := v.severity.issue(r, kind.String())
		addTo(&issue, detail)
		switch {
		case issue.Severity != kyc.Reject:
			wanted.Size = size
		case v.dropBad:
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
	r, detail = v.judgeContent(path, size)
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

// judgeContent reads a file's header and wants a JPEG or PNG that is there to
// its end.
func (v *Validator) judgeContent(path string, size int64) (r ruleID, detail string) {
	file, err := v.pictures.Open(path)
	if err != nil {
		return judgePathError(err), ""
	}
	defer func() { _ = file.Close() }() // only read
	header := headers.Get().(*[picture.HeaderSize]byte)
	defer headers.Put(header)
	n, err := io.ReadFull(file, header[:])
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return imageUnreadable, ""
	}
	found := picture.Detect(header[:n])
	if !picture.Accepted(found) {
		return imageType, ": it is " + found
	}
	if whole, ok := judgeEnd(file, size, found); !ok {
		return imageUnreadable, ""
	} else if !whole {
		return imageTruncated, ""
	}
	if picture.Misnamed(path, found) {
		return imageExtension, ": it is " + found
	}
	return none, ""
}

// judgeEnd looks for a picture's end, where that can be looked at by itself: a
// picture that must be fetched whole for it is not.
func judgeEnd(file fs.File, size int64, media string) (whole, ok bool) {
	at, able := file.(io.ReaderAt)
	if !able {
		return true, true
	}
	whole, err := picture.Ends(at, size, media)
	return whole, err == nil
}
