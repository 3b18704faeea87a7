package xlsxfile

import (
	"fmt"
	"strconv"

	"kycmigrate/internal/source"
)

// Describe implements source.Describer.
func (s *xlsxSource) Describe() []source.Fact {
	f := s.first
	facts := []source.Fact{
		{Name: "sheet", Value: f.sheet, Evidence: s.sheetEvidence()},
		{Name: "header", Value: "row " + strconv.FormatInt(f.layout.row, 10), Evidence: s.headerEvidence()},
		{Name: "columns", Value: strconv.Itoa(len(f.layout.Columns)), Evidence: "names in the header"},
		{Name: "dates", Value: f.render.calendar(), Evidence: "as the workbook says"},
	}
	if f.locked {
		facts = append(facts, source.Fact{Name: "protected", Value: "yes", Evidence: "opened with the option password"})
	}
	if f.layout.dropped > 0 {
		facts = append(facts, source.Fact{Name: "reject columns", Value: strconv.Itoa(f.layout.dropped), Evidence: "a rejects file; they are left out"})
	}
	if n := len(s.Names()); n > 1 {
		facts = append(facts, source.Fact{Name: "files", Value: strconv.Itoa(n), Evidence: "read in the order of their names"})
	}
	return facts
}

func (s *xlsxSource) sheetEvidence() string {
	f := s.first
	switch {
	case s.opts.sheet != "" && !s.IsRejects():
		return "stated"
	case f.sheets == 1:
		return "the only one"
	}
	if f.byLooks {
		return fmt.Sprintf("of %d sheets, %d of them hidden, the one that looks like the table of records", f.sheets, f.unseen)
	}
	return fmt.Sprintf("of %d sheets, %d of them hidden, the first that can be seen and holds something", f.sheets, f.unseen)
}

func (s *xlsxSource) headerEvidence() string {
	f := s.first
	switch {
	case s.opts.header > 0:
		return "stated"
	case f.byColumns:
		return "it has all columns that the mapping reads"
	}
	return "the first row that is nearly as wide as the widest, and made of texts"
}

// calendar is how the workbook counts its days.
func (r *renderer) calendar() string {
	if r.from1904 {
		return "counted from 1904"
	}
	return "counted from 1900"
}

// IsRejects implements source.Mender.
func (s *xlsxSource) IsRejects() bool { return s.first.layout.dropped > 0 }
