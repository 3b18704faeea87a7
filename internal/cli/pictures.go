package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"kycmigrate/internal/mapper"
	"kycmigrate/internal/source"
)

// pictureStore is where the pictures of a pass are: in the source itself, as a
// database has them, and in the picture folder of the mapping.
type pictureStore struct {
	inSource fs.FS    // nil where the source holds none
	root     *os.Root // nil where the mapping has no pictures
	folder   fs.FS
}

// openPictures opens the picture folder of a mapping, if it has one. Paths cannot
// leave it: not by dots, and not by a link that was put there meanwhile.
func openPictures(m *mapper.Mapping, reader source.Reader) (*pictureStore, error) {
	s := &pictureStore{}
	if own, ok := reader.(source.Pictures); ok {
		s.inSource = own.Pictures()
	}
	if m.ImageRoot == "" {
		return s, nil
	}
	root, err := os.OpenRoot(m.ImageRoot)
	if err != nil {
		return nil, usage("images", "correct images.root in the mapping, or remove the images block to check the data alone", "%s: image root: %w", m.ImageRootPlace, err)
	}
	s.root, s.folder = root, root.FS()
	return s, nil
}

// Close closes the picture folder.
func (s *pictureStore) Close() error {
	if s.root == nil {
		return nil
	}
	return s.root.Close()
}

// Open implements fs.FS: what is not the source's own is a file.
func (s *pictureStore) Open(name string) (fs.File, error) {
	if s.inSource != nil {
		if f, err := s.inSource.Open(name); err == nil || !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
	}
	if s.folder == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return s.folder.Open(name)
}

// Stat implements fs.StatFS, so that a pipe in the folder is told without
// waiting for its writer.
func (s *pictureStore) Stat(name string) (fs.FileInfo, error) {
	if s.inSource != nil {
		if info, err := fs.Stat(s.inSource, name); err == nil || !errors.Is(err, fs.ErrNotExist) {
			return info, err
		}
	}
	if s.folder == nil {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	}
	return fs.Stat(s.folder, name)
}

// holds reports whether the source itself has a picture.
func (s *pictureStore) holds(name string) bool {
	if s.inSource == nil {
		return false
	}
	_, err := fs.Stat(s.inSource, name)
	return err == nil
}

// openSized opens a picture for the uploader, and tells its size.
func (s *pictureStore) openSized(path string) (io.ReadCloser, int64, error) {
	f, err := s.Open(path)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, info.Size(), nil
}
