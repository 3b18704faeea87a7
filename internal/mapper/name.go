package mapper

import (
	"strings"

	"kycmigrate/internal/kyc"
)

// The words of a name block, as a mapping writes them.
const (
	givenFirst  = "given-first"
	familyFirst = "family-first"
	familyComma = "family-comma-given" // only as it is written: Doe, John
	autoOrder   = "auto"               // only for what is made of it: see orderOf

	givenPart  = "given"
	familyPart = "family"

	latinScript  = "latin"
	nativeScript = "native"

	titleCase  = "title"
	honorifics = "honorifics"

	unclearWarn   = "warn"
	unclearKeep   = "keep"
	unclearReject = "reject"
)

// naming says how a person's name is made. It reads the whole name out of one
// text, or its parts out of columns of their own.
type naming struct {
	given, middle, family int // places in the rule's columns; middle is -1 without one

	written string // how one text writes the name; "" where it is not taken apart
	part    string // which part of it is wanted; "" for the whole
	script  string // which script is wanted; "" for the text as it stands
	order   string
	with    string // between the parts
	joined  bool   // with was stated: it stands between the parts in every script
	oneWord bool   // family names have one word
	drop    bool   // leave honorifics out
	title   bool   // words in capitals get small letters
	unclear string
}

// doubt is what could not be told about a name.
type doubt uint8

const (
	noDoubt       doubt = iota
	orderUnclear        // which words are the family name, or which comes first
	scriptUnclear       // where one script ends and the other begins
)

// nameSource reads a name from the cells of a row. from is as in source.
type nameSource func(cells []string) (value string, from int, d doubt)

// nameSourceOf compiles a rule that has a name block.
func nameSourceOf(r *rule, columns []int) nameSource {
	n := r.name
	switch {
	case r.form == nameForm:
		return func(cells []string) (string, int, doubt) {
			s, d := n.ofColumns(cells, columns)
			return s, -1, d
		}
	case r.form == firstForm && n.script != "":
		return func(cells []string) (string, int, doubt) {
			s, from := n.preferred(cells, columns)
			name, d := n.ofText(s)
			return name, from, d
		}
	}
	plain := sourceOf(r, columns, nil)
	return func(cells []string) (string, int, doubt) {
		s, from := plain(cells)
		name, d := n.ofText(s)
		return name, from, d
	}
}

// ofColumns puts together the name whose parts have columns of their own.
func (n *naming) ofColumns(cells []string, columns []int) (string, doubt) {
	part := func(at int) string {
		if at < 0 {
			return ""
		}
		return n.cleaned(cell(cells, columns[at]))
	}
	return n.compose(part(n.given), part(n.middle), part(n.family))
}

// preferred is the first column that has the wanted script, or else the first
// that is not empty.
func (n *naming) preferred(cells []string, columns []int) (value string, from int) {
	for i, column := range columns {
		s := cell(cells, column)
		if s == "" {
			continue
		}
		if picked, d := pickScript(tidy(s), n.script); d == noDoubt && scriptsOf(picked) == scriptByName(n.script) {
			return s, i
		}
		if value == "" {
			value, from = s, i
		}
	}
	return value, from
}

// ofText makes the wanted name of one text. Where that cannot be told it
// returns the text as it stands, or nothing if only a part of it is wanted.
func (n *naming) ofText(s string) (string, doubt) {
	s = tidy(s)
	if s == "" {
		return "", noDoubt
	}
	if n.script != "" {
		var d doubt
		if s, d = pickScript(s, n.script); d != noDoubt {
			return n.asItStands(s), d
		}
	}
	if n.written == "" || n.part == "" && n.order == n.written {
		return n.finish(n.cleaned(s)), noDoubt
	}
	family, given, ok := n.split(s)
	switch {
	case !ok && n.part == "" && n.written != familyComma && len(strings.Fields(n.cleaned(s))) == 1:
		return n.finish(n.cleaned(s)), noDoubt // one word: there is no order
	case !ok:
		return n.asItStands(s), orderUnclear
	case n.part == givenPart:
		return n.finish(given), noDoubt
	case n.part == familyPart:
		return n.finish(family), noDoubt
	}
	name, d := n.compose(given, "", family)
	if d != noDoubt {
		return n.asItStands(s), d
	}
	return name, noDoubt
}

// asItStands is what a field gets where its name could not be told.
func (n *naming) asItStands(s string) string {
	if n.part != "" {
		return ""
	}
	return n.finish(n.cleaned(s))
}

// compose puts parts in order. Given and middle names never part.
func (n *naming) compose(given, middle, family string) (string, doubt) {
	var d doubt
	order, with := n.order, n.with
	if order == autoOrder {
		order, d = orderOf(family, given)
	}
	parts := [3]string{given, middle, family}
	if order == familyFirst {
		parts = [3]string{family, given, middle}
		if !n.joined && hasCJK(family) && hasCJK(given) {
			with = "" // 홍길동
		}
	}
	kept := make([]string, 0, len(parts))
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return n.finish(strings.Join(kept, with)), d
}

// cleaned leaves the honorifics of a text or a part out, if asked.
func (n *naming) cleaned(s string) string {
	s = tidy(s)
	if n.drop {
		return dropHonorifics(s)
	}
	return s
}

// finish does what is done to the whole name.
func (n *naming) finish(s string) string {
	if n.title {
		return titleName(s)
	}
	return s
}

// tidy makes one form, one width and one space of what looks the same.
func tidy(s string) string { return collapseSpaces(foldWidth(s)) }

// readName sets a doubt about the name beside its value.
func (f *field) readName(cells []string, rec *kyc.Record) (value string, from int) {
	value, from, d := f.name(cells)
	if d == noDoubt || f.unclear == unclearKeep {
		return value, from
	}
	i := f.nameIssue(d, from)
	if f.unclear == unclearReject {
		i.Severity = kyc.Reject
		value = ""
	}
	rec.Add(i)
	return value, from
}
