package idngo

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"
)

// IDs is a file of ids: one a line, or a column of a CSV file.
type IDs struct {
	path   string
	By     By
	comma  rune // 0 for one a line
	column int
}

// maxID bounds an id in bytes.
const maxID = 512

// OpenIDs looks at a file of ids. column names the column of a CSV file, "" finds
// id or externalUserId; by "" goes by that name, and a plain list holds external
// ids.
func OpenIDs(path, column string, by By) (*IDs, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("the file of ids cannot be read: %w", err)
	}
	defer f.Close()
	first, err := bufio.NewReaderSize(f, 64<<10).ReadString('\n')
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("the file of ids cannot be read: %w", err)
	}
	ids := &IDs{path: path, By: by}
	if err := ids.header(strings.TrimSpace(strings.TrimPrefix(first, "\ufeff")), column); err != nil {
		return nil, err
	}
	if ids.By == "" {
		ids.By = ByExternal
	}
	return ids, nil
}

// header finds the column in the first line.
func (l *IDs) header(line, column string) error {
	for _, comma := range ",;\t" {
		r := csv.NewReader(strings.NewReader(line))
		r.Comma = comma
		names, err := r.Read()
		if err != nil {
			continue
		}
		for _, name := range []string{column, "externalUserId", "id", "applicantId"} {
			at := slices.IndexFunc(names, func(n string) bool { return name != "" && strings.EqualFold(strings.TrimSpace(n), name) })
			if at < 0 || column != "" && name != column {
				continue
			}
			l.comma, l.column = comma, at
			if l.By == "" && column == "" && name != "externalUserId" {
				l.By = ByID
			}
			return nil
		}
	}
	if column != "" {
		return fmt.Errorf("%s: the first line has no column %q", l.path, column)
	}
	if strings.ContainsAny(line, ",;\t") {
		return fmt.Errorf("%s: the first line has several columns, none of them id or externalUserId; name the right one with --column", l.path)
	}
	return nil
}

// Each calls yield with each id and its line, until that fails. Empty ones are
// left out.
func (l *IDs) Each(yield func(id string, line int) error) error {
	f, err := os.Open(l.path)
	if err != nil {
		return fmt.Errorf("the file of ids cannot be read: %w", err)
	}
	defer f.Close()
	if l.comma == 0 {
		return l.eachLine(f, yield)
	}
	r := csv.NewReader(f)
	r.Comma, r.FieldsPerRecord, r.ReuseRecord, r.LazyQuotes = l.comma, -1, true, true
	for first := true; ; first = false {
		record, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			var where *csv.ParseError
			if errors.As(err, &where) {
				return fmt.Errorf("%s:%d: the line cannot be read as CSV", l.path, where.StartLine)
			}
			return fmt.Errorf("the file of ids cannot be read: %w", err)
		}
		if first || l.column >= len(record) {
			continue
		}
		line, _ := r.FieldPos(0)
		if id := strings.TrimSpace(record[l.column]); id != "" {
			if err := yield(strings.Clone(id), line); err != nil {
				return err
			}
		}
	}
}

func (l *IDs) eachLine(f io.Reader, yield func(id string, line int) error) error {
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		id := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		if id == "" {
			continue
		}
		if err := yield(id, n); err != nil {
			return err
		}
	}
	if lines.Err() != nil {
		return fmt.Errorf("%s: %w; give one id a line, or a CSV file with a header", l.path, lines.Err())
	}
	return nil
}

// askable reports whether an id can be asked for.
func askable(id string) bool {
	return len(id) <= maxID && !strings.ContainsFunc(id, unicode.IsControl)
}
