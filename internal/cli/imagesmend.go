package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"sync/atomic"

	"kycmigrate/internal/picture"
	"kycmigrate/internal/report"
)

// actionUnmended is what images.csv says of a picture that could not be
// mended. It is copied as it is, so that the new folder has all that the old
// one had, and migrate validate tells of it as before.
const actionUnmended = "unmended"

// temporaries numbers the files that are being written.
var temporaries atomic.Int64

// mend makes the copy of a picture, or finds the one that an earlier command
// made of the same file.
func (d *doctor) mend(name string, data []byte, facts *picture.Facts) (*report.PictureCopy, error) {
	if d.pictures.holds(name) {
		return d.line(name, facts, nil, actionUnmended, "the source itself holds it: mend it there"), nil
	}
	to := path.Join(imagesTree, filepath.ToSlash(name))
	if done, action := d.done(to, facts); done != nil {
		return d.line(name, facts, done, action, ""), nil
	}
	mended, err := d.looker.Mend(d.ctx, data, facts, d.flags.budget)
	reason := ""
	switch {
	case picture.IsUnmendable(err):
		mended, reason = &picture.Mended{Data: data, Actions: []string{actionUnmended}, Width: facts.Width, Height: facts.Height}, err.Error()
	case err != nil:
		return nil, err
	}
	if err := d.out.write(to, mended.Data); err != nil {
		return nil, err
	}
	return d.line(name, facts, mended, mended.Action(), reason), nil
}

// done looks for what an earlier command made of the same picture.
func (d *doctor) done(to string, facts *picture.Facts) (*picture.Mended, string) {
	data, err := d.out.root.ReadFile(to)
	if err != nil {
		return nil, ""
	}
	actions, ok := picture.MadeFrom(data, facts, d.flags.budget)
	switch {
	case ok:
	case picture.Whole(facts, d.flags.budget) && sha256.Sum256(data) == facts.Sum:
		actions = []string{picture.ActionCopied}
	default:
		return nil, ""
	}
	made := &picture.Mended{Data: data, Actions: actions}
	made.Width, made.Height = picture.Measure(data)
	return made, made.Action()
}

// line is the line of a picture in images.csv.
func (d *doctor) line(name string, facts *picture.Facts, made *picture.Mended, action, reason string) *report.PictureCopy {
	line := &report.PictureCopy{
		Path: report.Defused(name), Action: action, SHA256Before: hex.EncodeToString(facts.Sum[:]), BytesBefore: facts.Size, Reason: reason,
	}
	if made != nil {
		sum := sha256.Sum256(made.Data)
		line.SHA256After, line.BytesAfter = hex.EncodeToString(sum[:]), int64(len(made.Data))
		line.Width, line.Height = made.Width, made.Height
	}
	return line
}

// unread is the line of a picture that could not be read.
func (d *doctor) unread(name string, size int64, err error) *report.PictureCopy {
	reason := "it could not be read"
	if picture.IsTooMuch(err) {
		reason = err.Error()
	}
	return &report.PictureCopy{Path: report.Defused(name), Action: actionUnmended, BytesBefore: size, Reason: reason + "; it was not copied"}
}

// write puts a file into its place, whole.
func (o *imagesDir) write(to string, data []byte) error {
	temp := path.Join(imagesTemp, strconv.FormatInt(temporaries.Add(1), 10))
	err := errors.Join(o.root.MkdirAll(path.Dir(to), 0o700), o.writeTemp(temp, data))
	if err == nil {
		err = o.root.Rename(temp, to)
	}
	if err != nil {
		return fmt.Errorf("a picture cannot be written to %s: %w", o.file(imagesTree), withoutPath(err))
	}
	return nil
}

// withoutPath is an error of a file without its name, which may tell of a
// person.
func withoutPath(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}

func (o *imagesDir) writeTemp(name string, data []byte) error {
	f, err := o.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = bytes.NewReader(data).WriteTo(f)
	return errors.Join(err, f.Sync(), f.Close())
}
