package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Rotate keeps the file at path under a name of its own: rejects.csv becomes
// also rejects.N.csv, with the lowest N that is free. The file stays at path
// as well, for a rename to replace in one step. Rotate returns the name it was
// kept under, "" where there was no file.
func Rotate(path string) (string, error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	for n := 1; ; n++ {
		kept := keptName(path, n)
		err := os.Link(path, kept)
		if err == nil {
			return kept, syncDir(filepath.Dir(path))
		}
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		return kept, renameFree(path, kept, err)
	}
}

// KeptAs is the name that Rotate would keep the file at path under.
func KeptAs(path string) string {
	for n := 1; ; n++ {
		kept := keptName(path, n)
		if _, err := os.Lstat(kept); err != nil {
			return kept
		}
	}
}

// keptName is the n-th name for an earlier file at path.
func keptName(path string, n int) string {
	ext := filepath.Ext(path)
	return strings.TrimSuffix(path, ext) + "." + strconv.Itoa(n) + ext
}

// renameFree stands in where a file system has no hard links. kept was free a
// moment ago, or is looked at here.
func renameFree(path, kept string, cause error) error {
	if _, err := os.Lstat(kept); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the earlier file %s could not be kept: %w", path, cause)
	}
	if err := os.Rename(path, kept); err != nil {
		return fmt.Errorf("the earlier file %s could not be kept: %w", path, err)
	}
	return syncDir(filepath.Dir(path))
}

// sameBytes reports whether two files hold the same. It is false where that cannot be
// told.
func sameBytes(path, other string) bool {
	a, err := os.Open(path)
	if err != nil {
		return false
	}
	defer a.Close()
	b, err := os.Open(other)
	if err != nil {
		return false
	}
	defer b.Close()
	one, two := make([]byte, 64<<10), make([]byte, 64<<10)
	for {
		n, errA := io.ReadFull(a, one)
		m, errB := io.ReadFull(b, two)
		switch {
		case !bytes.Equal(one[:n], two[:m]):
			return false
		case errA != nil || errB != nil:
			return (errA == io.EOF || errA == io.ErrUnexpectedEOF) && (errB == io.EOF || errB == io.ErrUnexpectedEOF)
		}
	}
}

// remove removes a file that may be gone already.
func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("a file could not be removed: %w", err)
	}
	return nil
}

// syncDir makes the names in a directory durable.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("the directory cannot be made durable: %w", err)
	}
	defer d.Close()
	if err := d.Sync(); err != nil {
		return fmt.Errorf("the directory cannot be made durable: %w", err)
	}
	return nil
}
