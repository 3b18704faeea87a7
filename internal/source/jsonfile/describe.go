package jsonfile

import (
	"fmt"
	"strconv"

	"kycmigrate/internal/source"
)

// Describe implements source.Describer.
func (s *jsonSource) Describe() []source.Fact {
	form, why := s.form()
	facts := []source.Fact{
		{Name: "form", Value: form, Evidence: why},
		{Name: "encoding", Value: "utf-8", Evidence: "JSON has no other"},
		{Name: "columns", Value: strconv.Itoa(len(s.columns)), Evidence: s.pathEvidence()},
	}
	if s.rejects {
		facts = append(facts, source.Fact{Name: "reject members", Value: strconv.Itoa(source.NumRejectColumns), Evidence: "a rejects file; they are left out"})
	}
	if n := len(s.Names()); n > 1 {
		facts = append(facts, source.Fact{Name: "files", Value: strconv.Itoa(n), Evidence: "read in the order of their names; the form is that of the first"})
	}
	return facts
}

// pathEvidence says where the columns come from.
func (s *jsonSource) pathEvidence() string {
	found := fmt.Sprintf("paths in the first %d records", s.learnt)
	if s.learnt == 1 {
		found = "paths in the first record"
	}
	if s.asked {
		found += ", and those that the mapping reads"
	}
	return found
}

// form says how the records of the first file stand.
func (s *jsonSource) form() (form, why string) {
	switch f := s.first; {
	case f.walk != nil && f.walk.path != "":
		return "the array " + f.walk.path + " in a document", "stated by the option records"
	case f.walk != nil:
		return "an array of objects", "it begins with ["
	case f.manyLine:
		return "objects over several lines each", "the first line holds no whole object"
	}
	return "an object a line", "the first line holds a whole object"
}

// IsRejects implements source.Mender.
func (s *jsonSource) IsRejects() bool { return s.rejects }
