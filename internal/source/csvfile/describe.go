package csvfile

import (
	"fmt"
	"strconv"
	"strings"

	"kycmigrate/internal/source"
)

// Describe implements source.Describer.
func (s *csvSource) Describe() []source.Fact {
	f := s.first
	facts := []source.Fact{
		{Name: "encoding", Value: f.form.cs.name, Evidence: s.encodingEvidence()},
		{Name: "delimiter", Value: delimName(f.form.delim), Evidence: s.delimEvidence()},
		{Name: "quote", Value: charName(f.form.quote), Evidence: statedIf(s.opts.quote != "")},
		{Name: "escape", Value: escapeName(f.form.escape), Evidence: statedIf(s.opts.escape != "")},
		{Name: "line ending", Value: eolNames[f.form.eol], Evidence: "behind the header"},
		{Name: "columns", Value: strconv.Itoa(len(f.layout.Columns)), Evidence: "names in the header line"},
	}
	if f.place.below {
		facts = append(facts, source.Fact{Name: "header", Value: "line " + strconv.FormatInt(f.place.line, 10), Evidence: "see the warnings"})
	}
	if n := f.layout.width - len(f.layout.Keep); n > 0 {
		facts = append(facts, source.Fact{Name: "reject columns", Value: strconv.Itoa(n), Evidence: "a rejects file; they are left out"})
	}
	if n := len(s.Names()); n > 1 {
		facts = append(facts, source.Fact{Name: "files", Value: strconv.Itoa(n), Evidence: "read in the order of their names"})
	}
	return facts
}

// mostAbove is how many lines above a header are shown at most.
const mostAbove = 64

// above are the lines above the header, of a sample of the file.
func (s *sniffed) above(sample []byte) []string {
	if s.header.line < 2 {
		return nil
	}
	decoded, _ := s.cs.decode(sample[len(s.bom):min(len(sample), fitSize)])
	lines := strings.SplitN(string(decoded), "\n", int(min(s.header.line, mostAbove+1)))
	lines = lines[:len(lines)-1]
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], "\r")
	}
	return lines
}

// Preface implements source.Prefaced.
func (s *csvSource) Preface() []string { return s.first.above }

func (s *csvSource) encodingEvidence() string {
	form := &s.first.form
	switch {
	case len(form.bom) > 0:
		return fmt.Sprintf("the file begins with the byte order mark % X", form.bom)
	case s.opts.states(form.cs):
		return "stated"
	case form.cs.enc == nil && form.cs.wide == 1:
		return "the beginning of the file is valid " + form.cs.name
	}
	return "told by the bytes beyond ASCII; see the warnings"
}

func (s *csvSource) delimEvidence() string {
	switch {
	case s.opts.delim == s.first.form.delim:
		return "stated"
	case s.first.form.sep != "":
		return "the first line of the file states it"
	}
	return "it cuts the header and most rows into equally many cells"
}

func statedIf(stated bool) string {
	if stated {
		return "stated"
	}
	return ""
}

func charName(c byte) string {
	if c == 0 {
		return quoteNone
	}
	return string(rune(c))
}

// Dialect implements source.Dialected.
func (s *csvSource) Dialect() map[string]string {
	f := &s.first.form
	return map[string]string{
		optEncoding: f.cs.name, optDelimiter: delimName(f.delim), optQuote: charName(f.quote), optEscape: escapeOption(f.escape),
	}
}

// escapeOption is how an escape is stated.
func escapeOption(c byte) string {
	if c == 0 {
		return "double"
	}
	return escapeBackslash
}

func escapeName(c byte) string {
	if c == 0 {
		return "double: a quote within quotes is doubled"
	}
	return escapeBackslash
}

var eolNames = map[string]string{"\r\n": "CRLF", "\r": "CR", "\n": "LF"}

// IsRejects implements source.Mender.
func (s *csvSource) IsRejects() bool { return s.first.layout.drops() }
