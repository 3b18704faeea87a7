package cli

import (
	"io"
	"io/fs"
	"path"
	"strings"

	"kycmigrate/internal/picture"
	"kycmigrate/internal/report"
	"kycmigrate/internal/validate"
)

// orphans tells of the pictures under the image root that no row names, in the
// order of their names. The root may hold other files too: a mapping that
// states none has its own folder for one.
func (d *doctor) orphans() error {
	issue := validate.Orphan()
	if d.pictures.root == nil || !d.decide(&issue) {
		return nil
	}
	return fs.WalkDir(d.pictures.folder, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case d.ctx.Err() != nil:
			return d.ctx.Err()
		case err != nil:
			return usage("images", "make all of the image root readable", "the image root cannot be read to its end: %w", withoutPath(err))
		case entry.IsDir() && name != "." && (name == d.out.own || d.isOutput(name)):
			return fs.SkipDir
		case !entry.Type().IsRegular() || strings.HasPrefix(path.Base(name), "."):
			return nil
		}
		if _, found := d.named[d.hash(name)]; found || !d.isPicture(name) {
			return nil
		}
		d.result.add(&issue, "")
		return d.findings.Add(report.FindingOf(&issue, name, nil))
	})
}

// isOutput reports whether a folder is one that a command like this has written to: its
// pictures are copies.
func (d *doctor) isOutput(folder string) bool {
	info, err := fs.Stat(d.pictures.folder, path.Join(folder, imagesFindings))
	return err == nil && info.Mode().IsRegular()
}

// isPicture reports whether a file is one by its name, or else by its content.
func (d *doctor) isPicture(name string) bool {
	if picture.Promises(name) {
		return true
	}
	file, err := d.pictures.folder.Open(name)
	if err != nil {
		return false
	}
	defer func() { _ = file.Close() }() // only read
	header := make([]byte, picture.HeaderSize)
	n, _ := io.ReadFull(file, header) // what there is of it
	return picture.IsImage(picture.Detect(header[:n]))
}
