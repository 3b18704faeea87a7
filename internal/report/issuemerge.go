package report

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"

	"kycmigrate/internal/kyc"
)

// issueMerge brings lines that were written before into a new file, between those that
// are written now. It copies bytes, so that they stand there as they stood.
type issueMerge struct {
	to    *newFile
	lines *csv.Reader // tells where each line ends, and which row it is about
	text  *bufio.Reader
	files map[string]int
	name  string // of the file with those lines
	open  []*os.File
	at    linePlace // of the line that is next
	code  string    // of its issue
	size  int64     // bytes up to its end that are not copied
	began int64     // bytes read by lines before it
}

// mergedName is what is added to the name of the file that becomes the merged one, until
// it is whole.
const mergedName = ".all.tmp"

// linePlace is where a row stands in the source: files are numbered as they were read.
type linePlace struct {
	file int
	row  int64
}

func (p linePlace) behind(other linePlace) bool {
	return p.file > other.file || p.file == other.file && p.row > other.row
}

// beginMerge makes the file that was written so far the one that lines are merged with.
func (l *IssueList) beginMerge() error {
	if err := errors.Join(l.table.flush(), l.file.Flush()); err != nil {
		return err
	}
	before := l.file
	merged, err := createAs(before.path+mergedName, before.path)
	if err != nil {
		return err
	}
	m := &issueMerge{to: merged, files: l.files, name: before.f.Name()}
	l.file, l.merging, before.ended = merged, m, true
	if err := errors.Join(before.f.Close(), m.openTwice()); err != nil {
		return err
	}
	l.table = continueTable[listedIssue](merged)
	if _, err := m.lines.Read(); err != nil { // the header
		return err
	}
	m.began = m.lines.InputOffset()
	if _, err := io.CopyN(m.to, m.text, m.began); err != nil {
		return err
	}
	return m.next()
}

// openTwice opens the file for finding its lines, and for copying them.
func (m *issueMerge) openTwice() error {
	for range 2 {
		f, err := os.Open(m.name)
		if err != nil {
			return err
		}
		m.open = append(m.open, f)
	}
	m.lines, m.text = csv.NewReader(bufio.NewReader(m.open[0])), bufio.NewReader(m.open[1])
	m.lines.ReuseRecord = true
	return nil
}

// next finds the end of the next line; there is none where size is 0.
func (m *issueMerge) next() error {
	cells, err := m.lines.Read()
	if errors.Is(err, io.EOF) {
		m.size = 0
		return nil
	}
	if err != nil {
		return err
	}
	row, err := strconv.ParseInt(cells[listedRowCell], 10, 64)
	if err != nil {
		return fmt.Errorf("a line without a row: %w", err)
	}
	m.at, m.code = linePlace{m.files[fuse(cells[listedFileCell])], row}, cells[listedCodeCell]
	end := m.lines.InputOffset()
	m.size, m.began = end-m.began, end
	return nil
}

// place is where a row of the source stands.
func (m *issueMerge) place(row kyc.Origin) linePlace { return linePlace{m.files[row.File], row.Row} }

// uniqueCodes are those of validate.Unique: a row has them for a row before it, and is
// without them where it is read again by itself.
var uniqueCodes = []string{keyDuplicate, "userid_duplicate", "key_alike", "userid_alike"}

// precedes reports whether the next line is to be copied before those of a row that are
// to be written now: it is of an earlier row, or of one of the issues that the row had
// before them. What its outcome has besides follows them.
func (m *issueMerge) precedes(row linePlace, before []kyc.Issue) bool {
	switch {
	case m.size == 0 || m.at.behind(row):
		return false
	case m.at == row:
		return slices.Contains(uniqueCodes, m.code) || slices.ContainsFunc(before, func(i kyc.Issue) bool { return i.Code == m.code })
	}
	return true
}

// copyTo copies the lines that precede those of a row.
func (m *issueMerge) copyTo(row linePlace, before []kyc.Issue) error {
	for m.precedes(row, before) {
		if err := m.copy(); err != nil {
			return err
		}
	}
	return nil
}

func (m *issueMerge) copy() error {
	if _, err := io.CopyN(m.to, m.text, m.size); err != nil {
		return err
	}
	return m.next()
}

// end copies what is left.
func (m *issueMerge) end() error {
	for m.size > 0 {
		if err := m.copy(); err != nil {
			return err
		}
	}
	return m.close()
}

// close removes the file that was merged.
func (m *issueMerge) close() error {
	var errs []error
	for _, f := range m.open {
		errs = append(errs, f.Close())
	}
	m.open = nil
	return errors.Join(append(errs, remove(m.name))...)
}
