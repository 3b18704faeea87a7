package csvfile

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"kycmigrate/internal/source"
)

// topSize is how many records at the beginning are looked through for a header.
const topSize = 60

// fit says how well a form suits a sample.
type fit struct {
	form      dialect
	width     int  // cells that most of the records have
	records   int  // all there are
	whole     int  // those of that width, and without a fault
	misquoted int  // those that cannot be read for their quotes
	named     bool // a record near the top names every column that is going to be read
	top       []record
}

// value weighs a fit: how much of the sample is a table, and then how wide a
// table; that it begins with the first record counts for ten columns.
func (f *fit) value() int {
	if f.width < 2 {
		return 0
	}
	v := 1000*f.whole/max(f.records, 1) + 5*min(f.width-1, 20)
	if len(f.top[0].cells) != f.width {
		v -= 50
	}
	if f.named {
		v += 1000
	}
	return v
}

// try reads a sample in a form.
func (d *dialect) try(text []byte, delim string, quote, escape byte, columns []string) fit {
	form := dialect{cs: utf8Charset(), delim: delim, quote: quote, escape: escape, cr: d.cr, eol: d.eol}
	f := fit{form: form}
	p := newParser(newWindow(bytes.NewReader(text), len(text)+8), form)
	widths := map[int]int{}
	for {
		var rec record
		if p.read(&rec) == io.EOF {
			break
		}
		f.records++
		switch {
		case rec.cells != nil:
			widths[len(rec.cells)]++
		case rec.fault.Code == source.CodeQuote:
			f.misquoted++
		}
		if len(f.top) < topSize {
			f.named = f.named || names(rec.cells, columns)
			f.top = append(f.top, rec)
		}
	}
	for width, n := range widths {
		if n > f.whole || n == f.whole && width > f.width {
			f.width, f.whole = width, n
		}
	}
	return f
}

// names reports whether cells are a header with every one of the columns.
func names(cells, columns []string) bool {
	if len(columns) == 0 || len(cells) == 0 {
		return false
	}
	header := source.NewHeader(cells)
	return !slices.ContainsFunc(columns, func(c string) bool { return !slices.Contains(header.Columns, c) })
}

// bestForm finds the quote and the escape that suit a sample best with a given
// delimiter. A double quote, doubled inside quotes, is left only for a form that
// makes whole rows of more records.
func (d *dialect) bestForm(text []byte, delim string, o options) fit {
	s := search{dialect: d, text: text, delim: delim, o: o}
	quote, escape := o.likelyQuote(), o.likelyEscape()
	s.best = d.try(text, delim, quote, escape, o.columns)
	if o.quote == "" {
		s.singleQuotes(escape)
		s.noQuotes(escape)
	}
	if o.escape == "" {
		s.backslashes()
	}
	return s.best
}

// search looks for a form that suits a sample better than the best so far.
type search struct {
	*dialect
	text  []byte
	delim string
	o     options
	best  fit
}

func (s *search) count(pattern string) int { return bytes.Count(s.text, []byte(pattern)) }

// atCells counts how often a quote stands at the beginning of a cell.
func (s *search) atCells(quote string) int {
	n := s.count(s.delim+quote) + s.count(s.eol[len(s.eol)-1:]+quote)
	if bytes.HasPrefix(s.text, []byte(quote)) {
		n++
	}
	return n
}

// fewQuotes is how many cells must speak for a quote other than the usual.
const fewQuotes = 3

// singleQuotes tries the apostrophe as the quote.
func (s *search) singleQuotes(escape byte) {
	if s.delim == "'" || s.atCells("'") < fewQuotes {
		return
	}
	f := s.try(s.text, s.delim, singleQuote, escape, s.o.columns)
	wrapped, filled := s.wrapped()
	more := f.width == s.best.width && f.whole > s.best.whole || f.value() > s.best.value()
	switch {
	case more, f.whole == s.best.whole && wrapped >= fewQuotes && 2*wrapped >= filled:
		f.form.note(fmt.Sprintf("values stand in single quotes (in %d of %d cells looked at), which are taken for quotes; state quote: '\"' if they are part of the values", wrapped, filled))
		s.best = f
	case wrapped >= fewQuotes:
		s.best.form.note(fmt.Sprintf("in %d of %d cells looked at, values stand in single quotes, which are kept; state quote: \"'\" if they are quotes", wrapped, filled))
	}
}

// wrapped counts cells in single quotes, and those that hold anything.
func (s *search) wrapped() (wrapped, filled int) {
	for _, rec := range s.best.top[min(1, len(s.best.top)):] {
		for _, c := range rec.cells {
			if c != "" {
				filled++
			}
			if len(c) > 1 && strings.HasPrefix(c, "'") && strings.HasSuffix(c, "'") {
				wrapped++
			}
		}
	}
	return wrapped, filled
}

// noQuotes tries without quotes, where the usual ones stand inside values only.
func (s *search) noQuotes(escape byte) {
	const few = 5
	if s.best.form.quote != doubleQuote || s.best.misquoted < few || s.atCells(`"`) > 0 {
		return
	}
	if f := s.try(s.text, s.delim, 0, escape, s.o.columns); f.whole > s.best.whole {
		f.form.note(fmt.Sprintf("double quotes are taken for characters like any other: none of them is around a value, and %d rows have one inside; state quote: '\"' to have those rows rejected", s.best.misquoted))
		s.best = f
	}
}

// backslashes tries the backslash as the escape.
func (s *search) backslashes() {
	before := s.count(`\` + s.delim)
	if q := s.best.form.quote; q != 0 {
		before += s.count(`\` + string(rune(q)))
	}
	if before == 0 || s.delim == `\` {
		return
	}
	f := s.try(s.text, s.delim, s.best.form.quote, backslash, s.o.columns)
	switch {
	case f.whole > s.best.whole:
		f.form.notes = s.best.form.notes
		f.form.note(fmt.Sprintf("a backslash escapes what follows it: read so, %d records of %d are whole rows, and %d otherwise; state escape: backslash in the mapping, so that rejects are read alike",
			f.whole, f.records, s.best.whole))
		s.best = f
	case f.whole == s.best.whole:
		s.best.form.note("backslashes stand before quotes or delimiters, and are kept as they are; state escape: backslash if they are escapes")
	}
}
