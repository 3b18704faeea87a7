package report

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"strconv"
)

// ListedRows are the numbers of the rows that the issues.csv at path has with one of some
// codes. It looks at lines that begin as nearly all do, without quotes, and tells nothing
// of others, nor of a file that cannot be read or has more than most: it says which rows to
// look out for, not what is wrong with them.
func ListedRows(path string, codes map[string]bool, most int) map[int64]struct{} {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	rows := make(map[int64]struct{})
	in := bufio.NewReaderSize(f, 64<<10)
	for len(rows) <= most {
		line, err := in.ReadSlice('\n')
		if row, ok := listedRow(line, codes); ok {
			rows[row] = struct{}{}
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return rows // at the end; or it tells less
		}
	}
	return nil
}

// Cells of a line of issues.csv.
const (
	listedFileCell = 0
	listedRowCell  = 2
	listedCodeCell = 5
)

// listedRow is the row of a line that has one of the codes.
func listedRow(line []byte, codes map[string]bool) (row int64, ok bool) {
	for i := range listedCodeCell + 1 {
		cell, rest, found := bytes.Cut(line, []byte{','})
		if !found || len(cell) > 0 && cell[0] == '"' {
			return 0, false
		}
		switch i {
		case listedRowCell:
			n, err := strconv.ParseInt(string(cell), 10, 64)
			if err != nil {
				return 0, false
			}
			row = n
		case listedCodeCell:
			return row, codes[string(cell)]
		}
		line = rest
	}
	return 0, false
}
