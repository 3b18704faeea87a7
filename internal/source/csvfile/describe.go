package csvfile

import (
	"fmt"
	"strconv"

	"kycmigrate/internal/source"
)

// Describe implements source.Describer.
func (s *csvSource) Describe() []source.Fact {
	f := s.first
	facts := []source.Fact{
		{Name: "encoding", Value: f.form.cs.name, Evidence: s.encodingEvidence()},
		{Name: "delimiter", Value: commaName(f.form.comma), Evidence: s.commaEvidence()},
		{Name: "quote", Value: quoteName(f.form.quotes)},
		{Name: "line ending", Value: eolName(f.form.eol), Evidence: "behind the header"},
		{Name: "columns", Value: strconv.Itoa(len(f.layout.Columns)), Evidence: "names in the header line"},
	}
	if n := f.layout.width - len(f.layout.Keep); n > 0 {
		facts = append(facts, source.Fact{Name: "reject columns", Value: strconv.Itoa(n), Evidence: "a rejects file; they are left out"})
	}
	if n := len(s.Names()); n > 1 {
		facts = append(facts, source.Fact{Name: "files", Value: strconv.Itoa(n), Evidence: "read in the order of their names"})
	}
	return facts
}

func (s *csvSource) encodingEvidence() string {
	bom := s.first.form.bom
	switch {
	case len(bom) > 0:
		return fmt.Sprintf("the file begins with the byte order mark % X", bom)
	case s.opts.encoding != "":
		return "stated"
	}
	return "the beginning of the file is valid " + s.first.form.cs.name
}

func (s *csvSource) commaEvidence() string {
	if s.opts.comma != 0 {
		return "stated"
	}
	return "it cuts the header and most rows into equally many cells"
}

func commaName(c byte) string {
	for _, name := range []string{"comma", "semicolon", "tab", "pipe", "space", "colon"} {
		if commaNames[name] == c {
			return name
		}
	}
	return string(rune(c))
}

func quoteName(quotes bool) string {
	if quotes {
		return `"`
	}
	return "none"
}

func eolName(eol string) string {
	if eol == "\r\n" {
		return "CRLF"
	}
	return "LF"
}

// IsRejects implements source.Mender.
func (s *csvSource) IsRejects() bool { return s.first.layout.drops() }
