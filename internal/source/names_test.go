package source_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"kycmigrate/internal/source"
)

func TestHeaderNames(t *testing.T) {
	for _, tt := range []struct{ cells, want []string }{
		{[]string{" a ", "b"}, []string{"a", "b"}},
		{[]string{"a", "", "a", "a"}, []string{"a", "column_2", "a_2", "a_3"}},
		{[]string{"a", "a", "a_2", "a"}, []string{"a", "a_3", "a_2", "a_4"}},
		{[]string{"", "column_1", ""}, []string{"column_2", "column_1", "column_3"}},
		{[]string{"a", "_error", "b", "_error_code"}, []string{"a", "b"}},
		{[]string{"\ufeffa", "b"}, []string{"a", "b"}},
	} {
		if got := source.NewHeader(tt.cells).Columns; !slices.Equal(got, tt.want) {
			t.Errorf("%q are read as %q, want %q", tt.cells, got, tt.want)
		}
	}
}

// Where the header is a record, its values are in no note.
func TestHeaderOfValues(t *testing.T) {
	h := source.NewHeader([]string{"4711", "CANARY", "ann@mail.kr", "", "CANARY"})
	if len(h.Notes) != 3 || !strings.HasPrefix(h.Notes[1], "column 5 ") || strings.Contains(strings.Join(h.Notes, " "), "CANARY") {
		t.Errorf("%q", h.Notes)
	}
	if columns := h.Columns; columns[4] != "CANARY_2" {
		t.Errorf("columns are %q", columns)
	}
}

// Every cell of the widest sheet there is holds the same name: the names are
// made in one pass, and an operator is not told of each.
func TestHeaderOfEqualNames(t *testing.T) {
	const wide = 16_384
	cells := slices.Repeat([]string{"1"}, wide)
	began := time.Now()
	h := source.NewHeader(cells)
	if last := h.Columns[wide-1]; last != "1_"+strconv.Itoa(wide) {
		t.Errorf("the last column is %q", last)
	}
	if len(h.Notes) > 50 {
		t.Errorf("there are %d notes", len(h.Notes))
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %s", took)
	}
}
