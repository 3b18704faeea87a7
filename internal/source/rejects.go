package source

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
)

// The columns that a rejects file has beside those of its source.
const (
	RejectCode = iota
	RejectField
	RejectMessage
	RejectFix

	NumRejectColumns
)

// RejectColumns lists the names of the reject columns, in their order. A Reader
// drops them wherever they stand.
func RejectColumns() []string { return slices.Clone(rejectColumns) }

var rejectColumns = []string{"_error_code", "_error_field", "_error", "_how_to_fix"}

// Joint stands between the parts of a reject cell that speaks of several issues.
const Joint = "; "

// RejectCells folds the issues that reject a row into the cells of the reject
// columns. Warnings are left out.
func RejectCells(issues []kyc.Issue) []string {
	var parts [NumRejectColumns][]string
	for i := range issues {
		is := &issues[i]
		if is.Severity != kyc.Reject {
			continue
		}
		field := is.Field
		if field == "" {
			field = is.Column
		}
		for p, text := range []string{is.Code, field, is.Text(), is.Fix} {
			if text != "" {
				parts[p] = append(parts[p], text)
			}
		}
	}
	cells := make([]string, len(parts))
	for p := range parts {
		cells[p] = strings.Join(parts[p], Joint)
	}
	return cells
}

// RejectsFile is a rejects file on its way: it is written under another name,
// 0600, and takes its place when it is closed. Writes are buffered.
type RejectsFile struct {
	path string
	file *os.File
	out  *bufio.Writer
	done bool
}

// CreateRejects begins the rejects file that will stand at path.
func CreateRejects(path string) (*RejectsFile, error) {
	file, err := os.OpenFile(path+".tmp", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, fmt.Errorf("the rejects file cannot be written: %w", err)
	}
	return &RejectsFile{path: path, file: file, out: bufio.NewWriterSize(file, 64<<10)}, nil
}

// Write implements io.Writer.
func (f *RejectsFile) Write(b []byte) (int, error) {
	n, err := f.out.Write(b)
	if err != nil {
		return n, fmt.Errorf("writing the rejects file: %w", err)
	}
	return n, nil
}

// Close makes the file durable and puts it in its place; a file that stood there
// is kept, see Rotate, unless it is the same. With no rows there is no file. It may
// be called twice.
func (f *RejectsFile) Close(rows int64) error {
	if f.done {
		return nil
	}
	if err := f.sync(); err != nil {
		return errors.Join(fmt.Errorf("writing the rejects file: %w", err), f.Abort())
	}
	f.done = true
	if rows > 0 && sameBytes(f.file.Name(), f.path) {
		return remove(f.file.Name())
	}
	if _, err := Rotate(f.path); err != nil {
		return err
	}
	if rows == 0 {
		if err := errors.Join(remove(f.file.Name()), remove(f.path)); err != nil {
			return err
		}
	} else if err := os.Rename(f.file.Name(), f.path); err != nil {
		return fmt.Errorf("the rejects file is complete but could not be put in its place: %w", err)
	}
	return syncDir(filepath.Dir(f.path))
}

func (f *RejectsFile) sync() error {
	if err := f.out.Flush(); err != nil {
		return err
	}
	if err := f.file.Sync(); err != nil {
		return err
	}
	return f.file.Close()
}

// Abort removes what was written. After Close it does nothing.
func (f *RejectsFile) Abort() error {
	if f.done {
		return nil
	}
	f.done = true
	f.file.Close()
	return remove(f.file.Name())
}
