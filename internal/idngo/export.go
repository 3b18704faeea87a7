package idngo

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/gofrs/flock"
)

// The files of an export directory.
const (
	FileApplicants = "applicants.jsonl" // an applicant a line, with _pull
	FileFailed     = "failed.csv"       // what the last pull could not fetch
	DirImages      = "images"           // APPLICANT/IMAGE.ext
	dirTemp        = "tmp"              // pictures that are being fetched
	fileLock       = "lock"
)

// ErrLocked says that another process works in the directory.
var ErrLocked = errors.New("another migrate pull works in this directory")

// Export is an export directory. It is used by one goroutine, but for the
// pictures.
type Export struct {
	dir  string
	lock *flock.Flock
	file *os.File
	done map[mark]bool
}

// mark stands for an id that was asked for: a million of them fit into memory.
type mark [16]byte

func markOf(by By, id string) mark {
	sum := sha256.Sum256([]byte(string(by) + "\x00" + id))
	return mark(sum[:16])
}

// OpenExport makes a directory, or takes up the one that is there. What a killed
// process left unfinished is removed.
func OpenExport(dir string) (*Export, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("the export directory cannot be read: %w", err)
	}
	ours := func(e fs.DirEntry) bool { return e.Name() == fileLock || e.Name() == FileApplicants }
	if len(entries) > 0 && !slices.ContainsFunc(entries, ours) {
		return nil, fmt.Errorf("%s holds other files; name a directory that is empty or not there yet, or an earlier export", dir)
	}
	if err := os.MkdirAll(filepath.Join(dir, DirImages), 0o700); err != nil {
		return nil, fmt.Errorf("the export directory cannot be made: %w", err)
	}
	e := &Export{dir: dir, lock: flock.New(filepath.Join(dir, fileLock), flock.SetPermissions(0o600)), done: make(map[mark]bool)}
	locked, err := e.lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("the export directory cannot be locked: %w", err)
	}
	if !locked {
		return nil, ErrLocked
	}
	if err := e.begin(); err != nil {
		return nil, errors.Join(err, e.Close())
	}
	return e, nil
}

func (e *Export) begin() (err error) {
	temp := filepath.Join(e.dir, dirTemp)
	if err := errors.Join(os.RemoveAll(temp), os.Mkdir(temp, 0o700)); err != nil {
		return fmt.Errorf("the export directory cannot be written: %w", err)
	}
	if e.file, err = os.OpenFile(filepath.Join(e.dir, FileApplicants), os.O_RDWR|os.O_CREATE, 0o600); err != nil {
		return fmt.Errorf("the export cannot be opened: %w", err)
	}
	whole, err := e.readDone()
	if err != nil {
		return err
	}
	if err := e.file.Truncate(whole); err != nil {
		return fmt.Errorf("a torn line of the export cannot be cut: %w", err)
	}
	_, err = e.file.Seek(whole, io.SeekStart)
	return err
}

// readDone notes which applicants the export has, and returns where its last
// whole line ends.
func (e *Export) readDone() (whole int64, err error) {
	in := bufio.NewReaderSize(e.file, 1<<20)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if err == io.EOF {
			return whole, nil
		}
		if err != nil {
			return 0, fmt.Errorf("the export cannot be read: %w", err)
		}
		whole += int64(len(line))
		var applicant struct {
			Pull struct {
				By    By     `json:"by"`
				Asked string `json:"asked"`
			} `json:"_pull"`
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if json.Unmarshal(line, &applicant) != nil || applicant.Pull.Asked == "" {
			return 0, fmt.Errorf("%s:%d: the line was not written by migrate pull; give another directory, or mend the line", e.file.Name(), n)
		}
		e.done[markOf(applicant.Pull.By, applicant.Pull.Asked)] = true
	}
}

// has reports whether the export has an applicant.
func (e *Export) has(m mark) bool { return e.done[m] }

// append adds whole lines and makes them durable.
func (e *Export) append(lines []byte) error {
	if _, err := e.file.Write(lines); err != nil {
		return fmt.Errorf("the export cannot be written: %w", err)
	}
	if err := e.file.Sync(); err != nil {
		return fmt.Errorf("the export cannot be made durable: %w", err)
	}
	return nil
}

// picture finds a picture that is there already, by its name without extension.
func (e *Export) picture(applicant, image string) (path string, ok bool) {
	for _, f := range formats {
		path := applicant + "/" + image + f.ext
		if _, err := os.Lstat(filepath.Join(e.dir, DirImages, filepath.FromSlash(path))); err == nil {
			return path, true
		}
	}
	return "", false
}

// addPicture has fetch write a picture, and puts it in its place when it is
// whole and durable. It may be called by many goroutines, for different
// pictures.
func (e *Export) addPicture(applicant, image string, fetch func(io.Writer) error) (path string, err error) {
	temp := filepath.Join(e.dir, dirTemp, applicant+"-"+image)
	out, err := os.OpenFile(temp, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return "", fmt.Errorf("a picture cannot be written: %w", err)
	}
	head := &headWriter{w: out}
	if err := fetch(head); err != nil {
		if head.err != nil {
			err = fmt.Errorf("a picture cannot be written: %w", head.err) // the disk's fault, not the vendor's
		}
		return "", errors.Join(err, out.Close(), os.Remove(temp))
	}
	if err := errors.Join(out.Sync(), out.Close()); err != nil {
		return "", fmt.Errorf("a picture cannot be made durable: %w", err)
	}
	path = applicant + "/" + image + extension(head.head)
	folder := filepath.Join(e.dir, DirImages, applicant)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("a picture cannot be written: %w", err)
	}
	if err := os.Rename(temp, filepath.Join(e.dir, DirImages, filepath.FromSlash(path))); err != nil {
		return "", fmt.Errorf("a picture cannot be put in its place: %w", err)
	}
	return path, nil
}

// miss is an applicant, or a picture of one, that could not be fetched.
type miss struct{ id, image, reason, what string }

// writeMisses replaces failed.csv; without misses there is none.
func (e *Export) writeMisses(by By, misses []miss) error {
	path := filepath.Join(e.dir, FileFailed)
	if len(misses) == 0 {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("the list of what failed cannot be removed: %w", err)
		}
		return nil
	}
	column := "id"
	if by == ByExternal {
		column = "externalUserId"
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write([]string{column, "image", "reason", "what"}) // a buffer takes everything
	for _, m := range misses {
		_ = w.Write([]string{m.id, m.image, m.reason, m.what})
	}
	w.Flush()
	if err := errors.Join(os.WriteFile(path+".tmp", b.Bytes(), 0o600), os.Rename(path+".tmp", path)); err != nil {
		return fmt.Errorf("the list of what failed cannot be written: %w", err)
	}
	return nil
}

// Close releases the directory. It may be called twice.
func (e *Export) Close() error {
	var err error
	if e.file != nil {
		err = errors.Join(e.file.Close(), os.RemoveAll(filepath.Join(e.dir, dirTemp)))
		e.file = nil
	}
	return errors.Join(err, e.lock.Unlock())
}
