package draft

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
)

const (
	mostRows  = 2000
	mostBytes = 16 << 20
	mostCell  = 256 // bytes of a cell that are looked at
)

// Sample keeps some rows of a source, evenly spread over it: every row while
// they are few, then every second, fourth and so on. It is bounded in memory
// and depends on the rows alone. It belongs to one goroutine.
type Sample struct {
	rows  [][]string
	step  int64
	seen  int64
	bytes int
}

// NewSample begins an empty sample.
func NewSample() *Sample { return &Sample{step: 1} }

// Add looks at the next row. It keeps nothing of the row's memory.
func (s *Sample) Add(row *kyc.Row) {
	if row.Fault != nil {
		return
	}
	if s.seen++; (s.seen-1)%s.step != 0 {
		return
	}
	cells := make([]string, len(row.Cells))
	for i, cell := range row.Cells {
		cells[i] = strings.Clone(short(strings.TrimSpace(cell)))
		s.bytes += len(cells[i]) + 16
	}
	s.rows = append(s.rows, cells)
	for len(s.rows) > mostRows || s.bytes > mostBytes && len(s.rows) > 1 {
		s.thin()
	}
}

// short cuts a cell to what is looked at.
func short(cell string) string {
	if len(cell) <= mostCell {
		return cell
	}
	n := mostCell
	for n > 0 && !utf8.RuneStart(cell[n]) {
		n--
	}
	return cell[:n]
}

// thin drops every second row.
func (s *Sample) thin() {
	kept := s.rows[:0]
	s.bytes = 0
	for i, cells := range s.rows {
		if i%2 == 1 {
			continue
		}
		kept = append(kept, cells)
		for _, cell := range cells {
			s.bytes += len(cell) + 16
		}
	}
	clear(s.rows[len(kept):])
	s.rows, s.step = kept, s.step*2
}

// cell returns a cell of the sample, "" where the row is too short.
func (s *Sample) cell(row, column int) string {
	if column < len(s.rows[row]) {
		return s.rows[row][column]
	}
	return ""
}

// plainDigits writes the digits of other scripts as 0 to 9 in columns where nearly every cell has
// such, and reports which these are.
func (s *Sample) plainDigits(columns int) []bool {
	const nearly = 0.9
	done := make([]bool, columns)
	for column := range done {
		n, with := 0, 0
		for i := range s.rows {
			if text := s.cell(i, column); text != "" {
				n++
				with += b2i(mapper.ASCIIDigits(text) != text)
			}
		}
		if n == 0 || float64(with) < nearly*float64(n) {
			continue
		}
		done[column] = true
		for i := range s.rows {
			if text := s.cell(i, column); text != "" {
				s.rows[i][column] = mapper.ASCIIDigits(text)
			}
		}
	}
	return done
}

// counts reports whether the cells of a column number the rows, one by one.
func (s *Sample) counts(column int) bool {
	const few = 3
	var first int64
	for i := range s.rows {
		n, err := strconv.ParseInt(s.cell(i, column), 10, 64)
		if i == 0 {
			first = n
		}
		if err != nil || n-first != int64(i)*s.step {
			return false
		}
	}
	return len(s.rows) >= few
}
