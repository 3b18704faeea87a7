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
	"strings"
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

// actionKept is what images.csv says of a copy that a person put in the place
// of ours. It is never written over.
const actionKept = "kept"

// mend makes the copy of a picture, or finds the one that an earlier command
// made of the same file, or that a person put in its place.
func (d *doctor) mend(name string, data []byte, facts *picture.Facts) (*report.PictureCopy, error) {
	if d.pictures.holds(name) {
		return d.line(name, facts, nil, actionUnmended, "the source itself holds it: mend it there"), nil
	}
	to := path.Join(imagesTree, filepath.ToSlash(name))
	there, err := d.thereAlready(to)
	ours := err == nil && d.ours(name, there, facts)
	if ours {
		if done, action := d.done(there, facts); done != nil {
			return d.line(name, facts, done, action, ""), nil
		}
	}
	mended, reason, err2 := d.mended(data, facts)
	switch {
	case err2 != nil:
		return nil, err2
	case errors.Is(err, fs.ErrNotExist) || ours:
		err = d.out.write(to, mended.Data)
	case err != nil || !bytes.Equal(there, mended.Data):
		return d.keep(name, facts, there, err)
	}
	if err != nil {
		return nil, err
	}
	return d.line(name, facts, mended, mended.Action(), reason), nil
}

// mended mends a picture. One that cannot be mended comes back as it is, with
// the reason.
func (d *doctor) mended(data []byte, facts *picture.Facts) (*picture.Mended, string, error) {
	mended, err := d.looker.Mend(d.ctx, data, facts, d.flags.budget)
	if picture.IsUnmendable(err) {
		return &picture.Mended{Data: data, Actions: []string{actionUnmended}, Width: facts.Width, Height: facts.Height}, err.Error(), nil
	}
	return mended, "", err
}

// thereAlready reads what stands in the place of a copy: fs.ErrNotExist where
// nothing does.
func (d *doctor) thereAlready(to string) ([]byte, error) {
	info, err := d.out.root.Stat(to)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is no regular file")
	}
	file, err := d.out.root.Open(to)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // only read
	return d.looker.Read(file, info.Size())
}

// ours reports whether a copy may be made anew: it is what the last images.csv
// says that was made, or the original itself. Where no list tells of it, a
// command may have been stopped before it wrote one: then the mark in the copy
// counts.
func (d *doctor) ours(name string, there []byte, facts *picture.Facts) bool {
	sum := sha256.Sum256(there)
	made, listed := d.made[d.hash(name)]
	switch {
	case sum == facts.Sum:
		return true
	case listed:
		return made == copySum(sum[:])
	}
	return picture.Marked(there)
}

// done looks whether a copy of ours is what would be made of the picture now.
func (d *doctor) done(there []byte, facts *picture.Facts) (*picture.Mended, string) {
	actions, ok := picture.MadeFrom(there, facts, d.flags.budget)
	switch {
	case ok:
	case picture.Whole(facts, d.flags.budget) && sha256.Sum256(there) == facts.Sum:
		actions = []string{picture.ActionCopied}
	default:
		return nil, ""
	}
	made := &picture.Mended{Data: there, Actions: actions}
	made.Width, made.Height = picture.Measure(there)
	return made, made.Action()
}

// keep leaves a person's copy as it is, and says whether it can be sent.
func (d *doctor) keep(name string, facts *picture.Facts, there []byte, unread error) (*report.PictureCopy, error) {
	const kept = "it is not the copy that was made, so it was taken for a person's and kept"
	if unread != nil {
		return d.line(name, facts, nil, actionKept+"+"+actionUnmended, kept+"; it cannot be read: "+withoutPath(unread).Error()), nil
	}
	made := &picture.Mended{Data: there, Actions: []string{actionKept}}
	found, err := d.looker.Look(d.ctx, there)
	if err != nil {
		return nil, err
	}
	made.Width, made.Height = found.Width, found.Height
	why := unusable(found, d.maxBytes)
	if why == "" {
		return d.line(name, facts, made, made.Action(), kept), nil
	}
	made.Actions = append(made.Actions, actionUnmended)
	return d.line(name, facts, made, made.Action(), kept+"; it cannot be used as it is: "+why), nil
}

// unusable says why a picture can be neither sent nor looked at, "" where it
// can.
func unusable(f *picture.Facts, maxBytes int64) string {
	switch {
	case f.Size == 0:
		return "the file is empty"
	case f.Size > maxBytes:
		return fmt.Sprintf("it has %d bytes of at most %d", f.Size, maxBytes)
	case !picture.Accepted(f.Media):
		return "it is " + f.Media
	case f.Fault == picture.CutOff:
		return "its end is missing"
	case f.Fault == picture.Corrupt:
		return f.Reason
	}
	return ""
}

// copySum is the beginning of a SHA-256, which is enough to tell copies apart.
func copySum(sum []byte) (short [sha256.Size / 2]byte) {
	copy(short[:], sum)
	return short
}

// remember reads what the images.csv of an earlier command says of the copies.
func (d *doctor) remember() error {
	d.made = map[uint64][sha256.Size / 2]byte{}
	err := report.EachCopy(d.out.file(imagesList), func(line *report.PictureCopy) {
		sum, _ := hex.DecodeString(line.SHA256After) // what is no hash is that of no copy of ours
		if strings.HasPrefix(line.Action, actionKept) {
			sum = nil
		}
		d.made[d.hash(line.Path)] = copySum(sum)
	})
	if err != nil {
		return usage("images_out", "it tells which copies were put there by hand; without it only what is marked as made by migrate is made anew", "%w", err)
	}
	return nil
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
