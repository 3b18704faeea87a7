package report

import (
	"errors"
	"io/fs"
	"os"
	"strconv"

	"kycmigrate/internal/kyc"
)

// PictureFinding is one line of images-findings.csv: what was found about a
// picture, and where it is named. It may hold personal data (the path).
type PictureFinding struct {
	Code     string `csv:"code"`
	Severity string `csv:"severity"`
	File     string `csv:"file"` // of the source; "" where no row names the picture
	Line     string `csv:"line"`
	Row      string `csv:"row"`
	Field    string `csv:"field"`
	Column   string `csv:"column"`
	Path     string `csv:"path"`
	Message  string `csv:"message"`
	Fix      string `csv:"how_to_fix"`
}

// FindingOf makes a line of an issue of a picture. from is nil where no row
// names it.
func FindingOf(issue *kyc.Issue, path string, from *kyc.Origin) PictureFinding {
	f := PictureFinding{
		Code: issue.Code, Severity: issue.Severity.String(), Field: issue.Field, Column: defuse(issue.Column),
		Path: defuse(path), Message: defuse(issue.Text()), Fix: issue.Fix,
	}
	if from != nil {
		f.File, f.Row = defuse(from.File), strconv.FormatInt(from.Row, 10)
		if from.Line > 0 {
			f.Line = strconv.FormatInt(from.Line, 10)
		}
	}
	return f
}

// PictureCopy is one line of images.csv: what became of a picture. It may hold
// personal data (the path).
type PictureCopy struct {
	Path         string `csv:"path"`
	Action       string `csv:"action"`
	SHA256Before string `csv:"sha256_before"`
	SHA256After  string `csv:"sha256_after"`
	BytesBefore  int64  `csv:"bytes_before"`
	BytesAfter   int64  `csv:"bytes_after"`
	Width        int    `csv:"width"` // of the copy; 0 where it is not known
	Height       int    `csv:"height"`
	Reason       string `csv:"reason"` // why it could not be mended, or was kept
}

// EachCopy reads an images.csv of an earlier command, line by line, with the
// paths as rows have them. A file that is not there has no lines.
func EachCopy(path string, fn func(*PictureCopy)) error {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // only read
	t, err := readTable[PictureCopy](path, file, "path", "action", "sha256_after")
	if err != nil {
		return err
	}
	return t.each(func(line *PictureCopy, _ int) error {
		line.Path = fuse(line.Path)
		fn(line)
		return nil
	})
}

// Lines writes a CSV file of fixed columns. Until Close an earlier file stands
// as it was. It is not safe for concurrent use.
type Lines[T any] struct {
	file  *newFile
	table *tableWriter[T]
	count int64
}

// NewLines begins the file at path.
func NewLines[T any](path string) (*Lines[T], error) {
	file, err := create(path)
	if err != nil {
		return nil, err
	}
	table, err := newTableWriter[T](file)
	if err != nil {
		return nil, errors.Join(err, file.abort())
	}
	return &Lines[T]{file: file, table: table}, nil
}

// Add writes a line.
func (l *Lines[T]) Add(line T) error {
	l.count++
	return l.table.write(line)
}

// Count is how many lines there are.
func (l *Lines[T]) Count() int64 { return l.count }

// Close puts the file in its place, whole.
func (l *Lines[T]) Close() error {
	if err := l.table.flush(); err != nil {
		return errors.Join(err, l.Abort())
	}
	return l.file.commit()
}

// Abort gives the file up. After Close it does nothing.
func (l *Lines[T]) Abort() error { return l.file.abort() }

// Defused makes a cell harmless in a spreadsheet that would run it.
func Defused(cell string) string { return defuse(cell) }
