package source

import (
	"slices"
	"strconv"
	"strings"

	"kycmigrate/internal/text"
)

// Header is the columns of a source made of the cells of its header line. They
// are trimmed, none is empty, and no two are the same.
type Header struct {
	Columns []string // names of the source's own columns
	Keep    []int    // their indexes in the file; the reject columns are left out
	Names   []string // every cell as it stands, trimmed
	Notes   []string // what was made of empty and repeated names, for an operator
}

// NewHeader makes a Header of header cells. A cell that is empty becomes
// column_N by its position among the source's own, a repeated one name_2, name_3
// and so on. Names that stand in the file are never taken for those.
func NewHeader(cells []string) *Header {
	h := &Header{Names: make([]string, len(cells))}
	for i, c := range cells {
		h.Names[i] = strings.Trim(strings.TrimSpace(c), "\ufeff")
		if !slices.Contains(rejectColumns, h.Names[i]) {
			h.Keep = append(h.Keep, i)
		}
	}
	h.name()
	return h
}

func (h *Header) name() {
	taken := make(map[string]bool, len(h.Names))
	for _, n := range h.Names {
		taken[n] = true
	}
	values := h.holdsValues()
	seen := make(map[string]bool, len(h.Names))
	next := make(map[string]int) // number that a repeated name is tried with
	odd := 0
	for own, i := range h.Keep {
		name, what := h.Names[i], ""
		switch {
		case name == "":
			name, what = free(taken, "column_", own+1), "has no name"
		case seen[name]:
			what = repeats + strconv.Quote(name)
			name = free(taken, name+"_", max(next[name], 2))
			next[h.Names[i]] = numberOf(name) + 1
		}
		seen[name], taken[name] = true, true
		h.Columns = append(h.Columns, name)
		if what == "" {
			continue
		}
		if odd++; odd <= maxNotes && values {
			h.Notes = append(h.Notes, "column "+strconv.Itoa(i+1)+" has no name, or that of another column")
		} else if odd <= maxNotes {
			h.Notes = append(h.Notes, "column "+strconv.Itoa(i+1)+" "+what+" and is read as "+strconv.Quote(name))
		}
	}
	if odd > 0 && values {
		h.Notes = append(h.Notes, valuesAsNames)
	}
	if odd > maxNotes {
		h.Notes = append(h.Notes, strconv.Itoa(odd-maxNotes)+" more columns have no name or repeat one")
	}
}

// valuesAsNames is said beside columns that are told by their numbers alone.
const valuesAsNames = "the names of the columns look like values of a record, so they are not shown: is the header in the line that the source block states?"

// holdsValues reports whether the names are those of a record rather than of columns: what is
// said of them must not show them.
func (h *Header) holdsValues() bool { return slices.ContainsFunc(h.Names, text.IsValueLike) }

// Repeats reports whether a note of a Header says that a name is there again.
func Repeats(note, name string) bool {
	return strings.Contains(note, " "+repeats+strconv.Quote(name)+" ")
}

const repeats = "repeats the name "

// maxNotes is how many columns Notes names one by one.
const maxNotes = 20

// numberOf is the number behind the last underscore of a name that free made.
func numberOf(name string) int {
	n, _ := strconv.Atoi(name[strings.LastIndexByte(name, '_')+1:])
	return n
}

// free returns the first of stem+n, stem+(n+1) ... that is not taken.
func free(taken map[string]bool, stem string, n int) string {
	for taken[stem+strconv.Itoa(n)] {
		n++
	}
	return stem + strconv.Itoa(n)
}
