package draft

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"kycmigrate/internal/inspect"
	"kycmigrate/internal/kyc"
)

// Options is what a draft is told besides the rows.
type Options struct {
	Name     string    // of the mapping
	Source   string    // what was looked at, as the operator wrote it
	Kind     string    // of the source
	Settings []Setting // how it is read, as the mapping's source block states it
	Now      time.Time
	// Root finds the folder in which pictures are, relative to the mapping, and
	// how many of the given paths are there. Nil knows none.
	Root func(paths []string) (folder string, found int)
}

// Setting is an option of the source block.
type Setting struct {
	Name, Value string
	Todo        string // what is to be decided of it, in place of the value; "" for nothing
}

// Draft is a drafted mapping. Only its Text holds values of rows, and no others
// than the codes of its value tables.
type Draft struct {
	Text      []byte
	Matches   []Match  // fields and pictures, in the order of the text
	Unmatched []Column // columns that nothing reads
	Key       []string // nil where it is to be decided
}

// Match is what one field or picture of ARGOS is filled from.
type Match struct {
	Field      string   `json:"field"`
	Columns    []string `json:"columns"` // candidates where Todo says so, the likeliest first
	Confidence float64  `json:"confidence"`
	Evidence   []string `json:"evidence"`
	Todo       string   `json:"todo"` // what is to be decided; "" where the match is certain
	Open       int      `json:"open"` // values, dates or columns that are to be decided
}

// Column is a column that nothing reads, and why.
type Column struct {
	Column string `json:"column"`
	Why    string `json:"why"`
}

// Make drafts a mapping from what a Profile and a Sample have seen.
func Make(p *inspect.Profile, r *inspect.Result, s *Sample, o Options) *Draft {
	t := newTable(p, r, s, o.Now.Year())
	t.dropUnusable()
	d := t.decide()
	w := &writer{decision: d, options: o, draft: &Draft{Matches: []Match{}, Unmatched: []Column{}}}
	w.write()
	return w.draft
}

// dropUnusable forgets columns whose name a mapping cannot state: blank ones,
// and those that look the same as an earlier one to it.
func (t *table) dropUnusable() {
	seen := map[string]bool{"": true}
	for _, c := range t.columns {
		name := norm.NFC.String(strings.TrimSpace(c.name))
		if seen[name] || strings.ToValidUTF8(name, "") != name {
			c.claims, c.usable = map[slot]claim{}, false
		}
		seen[name] = true
	}
}

// key finds the column that tells records apart: the customer's id where that
// is certain, else the one unique column whose name says that it is one.
func (d *decision) key() (c *candidate, why string, offers []*candidate) {
	if ch := d.by[slotUserID]; ch != nil && ch.todo == "" && ch.columns[0].claims[slotUserID].verdict >= looks && !ch.columns[0].header.any("login", "external") {
		return ch.columns[0], ch.columns[0].claims[slotUserID].why, nil
	}
	for _, c := range d.columns {
		if x, ok := c.claims[slotUserID]; ok && c.content.unique() && x.weight >= 0.3 {
			offers = append(offers, c)
		}
	}
	slices.SortStableFunc(offers, func(a, b *candidate) int {
		return cmp.Compare(b.claims[slotUserID].weight, a.claims[slotUserID].weight)
	})
	others := d.puzzling()
	if len(offers) > 0 && d.before(offers[0]) != nil {
		return nil, "", append([]*candidate{d.before(offers[0])}, offers...)
	}
	if len(offers) > 0 && offers[0].header.any("login", "external") {
		others = append(others, d.numbered()...) // what others call a record is rarely what identifies it
	}
	if len(offers) > 0 && (len(offers) == 1 || offers[0].claims[slotUserID].weight > offers[1].claims[slotUserID].weight+0.05) &&
		(offers[0].claims[slotUserID].weight >= 0.8 && !offers[0].header.any("login", "external") || len(others) == 0 && !offers[0].content.counts) {
		return offers[0], "every row has a value of its own", nil
	}
	for _, c := range others {
		if !slices.Contains(offers, c) {
			offers = append(offers, c)
		}
	}
	if len(offers) == 0 {
		for _, c := range d.columns {
			if c.content.unique() && c.usable && !c.header.any("event", "amount") {
				offers = append(offers, c)
			}
		}
	}
	return nil, "", offers
}

// before is a column before the one of the customer's number, in which every row has a
// value of its own and whose name nobody understands, nil for none: what identifies a
// record is written first.
func (d *decision) before(c *candidate) *candidate {
	for _, r := range d.puzzling() {
		if r.index < c.index && d.unread(r) && !r.content.counts {
			return r
		}
	}
	return nil
}

// numbered lists the columns in which every row has a number of its own, by their names
// of the record, an account or a contract, which may be the customer's as well.
func (d *decision) numbered() (list []*candidate) {
	for _, c := range d.columns {
		paper := c.named[slotDocument] >= 0.5 || c.named[slotIdentity] >= 0.5
		if c.usable && !paper && c.content.unique() && c.content.identifies() && c.header.any("id", "uuid", "account", "contract", "external", "number") && !c.header.any("event", "amount", "other", "staff", "document", "login") {
			list = append(list, c)
		}
	}
	return list
}

// nearlyUnique is the column that by its name holds the customer's number and in which
// a few values repeat, nil for none.
func (d *decision) nearlyUnique() *candidate {
	const most = 0.97
	for _, c := range d.columns {
		if x := c.claims[slotUserID]; x.weight >= 0.5 && c.content.fill() >= most && c.content.variety() >= most {
			return c
		}
	}
	return nil
}

// required reports whether ARGOS refuses a record without the field.
func required(s slot) bool {
	f, known := kyc.FieldByName(string(s))
	return known && f.Info().Need == kyc.Required
}
