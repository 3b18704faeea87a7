package report

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// newFile is a file that takes the place of another when it is whole. Until
// commit it stands beside it, with .tmp after its name.
type newFile struct {
	*bufio.Writer
	path  string
	f     *os.File
	ended bool // committed or given up
}

// create begins a file for path. What a killed process left is removed; a link
// in its place is not followed.
func create(path string) (*newFile, error) { return createAs(path+".tmp", path) }

// createAs is create under another name.
func createAs(tmp, path string) (*newFile, error) {
	if err := os.Remove(tmp); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("remove the unfinished file of an earlier run: %w", err)
	}
	f, err := os.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	return &newFile{Writer: bufio.NewWriterSize(f, 64<<10), path: path, f: f}, nil
}

// commit makes the file durable and puts it in its place, whole. When it fails
// the file that stood there before still stands.
func (n *newFile) commit() error {
	n.ended = true
	err := n.Flush()
	if err == nil {
		err = n.f.Sync()
	}
	if closeErr := n.f.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(n.f.Name(), n.path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", n.path, err), remove(n.f.Name()))
	}
	return syncDir(filepath.Dir(n.path))
}

// abort gives the file up, unless it has ended already.
func (n *newFile) abort() error {
	if n.ended {
		return nil
	}
	n.ended = true
	return errors.Join(n.f.Close(), remove(n.f.Name()))
}

// remove removes a file that may be there.
func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// syncDir makes a change of names durable. Windows has no such call.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// Save writes report.json and report.html into dir. Each replaces the one of
// an earlier run whole.
func (f *Fold) Save(dir string) error {
	return errors.Join(
		save(filepath.Join(dir, "report.json"), f.WriteJSON),
		save(filepath.Join(dir, "report.html"), f.WriteHTML),
	)
}

func save(path string, write func(io.Writer) error) error {
	file, err := create(path)
	if err != nil {
		return err
	}
	if err := write(file); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", path, err), file.abort())
	}
	return file.commit()
}
