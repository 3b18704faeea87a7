package checkpoint

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// disk writes the small files of a run directory so that they are there after
// a power cut.
type disk struct {
	dir  string
	sync bool // false only in tests
	// hook is called at every named step, so that tests can fail or kill the
	// process there; nil otherwise.
	hook func(step string) error
}

func (d *disk) path(name string) string { return filepath.Join(d.dir, name) }

// at announces a step to the hook of a test.
func (d *disk) at(step string) error {
	if d.hook == nil {
		return nil
	}
	return d.hook(step)
}

// has reports whether a file is there.
func (d *disk) has(name string) (bool, error) {
	_, err := os.Lstat(d.path(name))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// holds reports whether a file is there with at least one byte in it.
func (d *disk) holds(name string) (bool, error) {
	info, err := os.Lstat(d.path(name))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil && info.Size() > 0, err
}

// remove removes files that may not be there.
func (d *disk) remove(names ...string) error {
	for _, n := range names {
		if err := os.Remove(d.path(n)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// create writes a file that must not exist and makes its bytes durable.
func (d *disk) create(name string, data []byte) error {
	return d.make(name, func(f *os.File) error {
		_, err := f.Write(data)
		return err
	})
}

// fill makes a file that must not exist and takes size bytes of the disk. Where
// they cannot be taken unwritten they are noise, which takes its space also where
// holes are not stored and files are compressed.
func (d *disk) fill(name string, size int64) error {
	return d.make(name, func(f *os.File) error {
		if allocate(f, size) {
			return nil
		}
		_, err := io.CopyN(f, rand.NewChaCha8([32]byte{}), size)
		return err
	})
}

// make writes a file that must not exist and makes it durable.
func (d *disk) make(name string, write func(f *os.File) error) error {
	f, err := os.OpenFile(d.path(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = d.fsync(f)
	}
	return errors.Join(err, f.Close())
}

// replace writes a file whole: the old bytes or the new ones are there,
// whenever the process ends.
func (d *disk) replace(name string, data []byte) error {
	if err := d.remove(name + ".tmp"); err != nil {
		return err
	}
	if err := d.create(name+".tmp", data); err != nil {
		return err
	}
	return d.rename(name+".tmp", name)
}

// rename renames a file and makes the directory durable.
func (d *disk) rename(from, to string) error {
	if err := os.Rename(d.path(from), d.path(to)); err != nil {
		return err
	}
	return d.syncDir()
}

// syncFile makes a file's bytes durable. It must not be used on a database
// that is open: closing any descriptor of it drops SQLite's locks.
func (d *disk) syncFile(name string) error {
	f, err := os.OpenFile(d.path(name), os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(d.fsync(f), f.Close())
}

func (d *disk) syncDir() error {
	f, err := os.Open(d.dir)
	if err != nil {
		return err
	}
	return errors.Join(d.fsync(f), f.Close())
}

func (d *disk) fsync(f *os.File) error {
	if !d.sync {
		return nil
	}
	return f.Sync()
}

// readLimited reads a small file and refuses a large one.
func readLimited(path string, limit int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	if int64(len(b)) > limit {
		return nil, fmt.Errorf("%s is larger than %d bytes", path, limit)
	}
	return b, nil
}
