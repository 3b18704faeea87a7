package csvfile

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"kycmigrate/internal/source"
)

// place says where the header of a file stands.
type place struct {
	line  int64 // physical line; 0: the file has none
	width int   // columns of a file without a header
	below bool  // lines with something in them stand above it
}

// findHeader tells where the header stands: by what is stated, by the columns
// that are going to be read, by the shape of the lines above a table; and else
// it is the first line. A rejects file begins with its header whatever is
// stated of the source that it comes from.
func (s *sniffed) findHeader(f fit, o options) {
	s.header = place{line: 1, width: max(f.width, 1)}
	above := int64(0)
	if s.sep != "" {
		above = 1
	}
	if len(f.top) == 0 {
		return
	}
	s.header.line = f.top[0].line + above
	switch {
	case isRejects(f.top[0].cells), o.header == headerFirst:
	case o.header == headerNone:
		s.header.line = 0
	case o.header > 0:
		s.header.line = int64(o.header)
	default:
		s.searchHeader(f, o, above)
	}
}

// isRejects reports whether cells are the header of a rejects file.
func isRejects(cells []string) bool {
	found := 0
	for _, name := range source.RejectColumns() {
		if slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) == name }) {
			found++
		}
	}
	return found == source.NumRejectColumns
}

func (s *sniffed) searchHeader(f fit, o options, above int64) {
	for i := range f.top {
		if names(f.top[i].cells, o.columns) {
			if i > 0 {
				s.passOver(&f.top[i], above, "it has every column that the mapping reads")
			}
			return
		}
	}
	if i := f.afterTitles(); i > 0 {
		s.passOver(&f.top[i], above, fmt.Sprintf("it is the first line of a table of %d columns, and those above have half of them at most", f.width))
		return
	}
	if i := f.underGroups(); i > 0 {
		s.passOver(&f.top[i], above, "the line above it has titles over groups of columns, and it has a name for each")
		return
	}
	if looksLikeValues(f.top[0].cells) {
		s.note("the first line is read as the header, but looks like values; state header: none if the file has no header")
	}
}

func (s *sniffed) passOver(rec *record, above int64, why string) {
	s.header.line, s.header.below = rec.line+above, true
	s.note(fmt.Sprintf("the header is line %d: %s; the lines above it are passed over (state header: %[1]d in the mapping if that is right, else first or another line)", s.header.line, why))
}

// afterTitles returns the index of the record that begins the table, 0 where
// nothing shows that there is anything above it. Titles and metadata are much
// narrower than the table; its header has a name in each column, and names
// stand over values.
func (f *fit) afterTitles() int {
	for i := range f.top {
		rec := &f.top[i]
		switch {
		case f.width < 2 || f.whole < 2:
			return 0
		case i > 0 && rec.fault == nil && len(rec.cells) == f.width && looksLikeNames(rec.cells) && f.valuesBelow(i):
			return i
		case filled(rec.cells) > max(1, f.width/2):
			return 0
		}
	}
	return 0
}

// underGroups returns the index of the record with the names where the one above it has
// titles over groups of them, 0 where there is none. Other titles may stand above both.
func (f *fit) underGroups() int {
	for i := range f.top {
		if f.groupTitles(i) {
			return i + 1
		}
		if filled(f.top[i].cells) > max(1, f.width/2) {
			return 0
		}
	}
	return 0
}

// groupTitles reports whether the i-th record has titles over groups of columns, and the
// next one the names: titles repeat, or stand over the first column of several, and under
// each is a name of its own, over values.
func (f *fit) groupTitles(i int) bool {
	if i+2 >= len(f.top) || f.width < 3 || f.top[i].fault != nil || f.top[i+1].fault != nil {
		return false
	}
	titles, cells := f.top[i].cells, f.top[i+1].cells
	return len(titles) == f.width && len(cells) == f.width && source.GroupTitles(titles, cells) && !looksLikeValues(titles) &&
		!slices.ContainsFunc(cells, func(c string) bool { return likeValue.MatchString(strings.TrimSpace(c)) }) && f.valuesBelow(i+1)
}

// valuesBelow reports whether some column of the filled rows below the i-th
// record holds values such as numbers and dates.
func (f *fit) valuesBelow(i int) bool {
	rows, like := 0, make([]int, f.width)
	for _, rec := range f.top[i+1:] {
		if len(rec.cells) != f.width || filled(rec.cells) <= f.width/2 {
			continue
		}
		rows++
		for c, text := range rec.cells {
			if likeValue.MatchString(strings.TrimSpace(text)) {
				like[c]++
			}
		}
	}
	return rows > 0 && 5*slices.Max(like) >= 4*rows
}

func filled(cells []string) int {
	n := 0
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

// looksLikeNames reports whether cells can be the names of columns; the last may
// be empty, as it is where every line ends in a delimiter.
func looksLikeNames(cells []string) bool {
	seen := map[string]bool{}
	for i, c := range cells {
		c = strings.TrimSpace(c)
		if c == "" && i == len(cells)-1 {
			continue
		}
		if c == "" || seen[c] || likeValue.MatchString(c) {
			return false
		}
		seen[c] = true
	}
	return true
}

// likeValue matches numbers, dates and addresses.
var likeValue = regexp.MustCompile(`^[-+]?[\d.,:/\s-]*\d[\d.,:/\s-]*$|@|^https?://`)

func looksLikeValues(cells []string) bool {
	n := 0
	for _, c := range cells {
		if likeValue.MatchString(strings.TrimSpace(c)) {
			n++
		}
	}
	return len(cells) > 1 && 3*n >= len(cells)
}

// positions names the columns of a file without a header.
func positions(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = "column_" + strconv.Itoa(i+1)
	}
	return names
}
