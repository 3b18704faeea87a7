package draft

import (
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
	Preface  []string  // the lines above its header, which may say what codes mean
	Now      time.Time
	// Root finds the folder in which pictures are, relative to the mapping, and
	// how many of the given paths are there. Nil knows none.
	Root func(paths []string) (folder string, found int)
	// Look is the command that compares the values of a column as a key. Nil knows none.
	Look func(column string) string
}

// Setting is an option of the source block.
type Setting struct {
	Name, Value string
	Todo        string // what is to be decided of it, in place of the value; "" for nothing
	Note        string // how it was found, where that is worth a look; "" for nothing
}

// Draft is a drafted mapping. Only its Text holds anything of the values of rows: the
// codes of its value tables, and what the paths of all pictures begin with.
type Draft struct {
	Text      []byte
	Matches   []Match  // fields and pictures, in the order of the text
	Unmatched []Column // columns that nothing reads
	Key       []string // nil where it is to be decided
	KeyTodo   string   // what is to be decided of the key; "" where it is known
	// KeyConfidence is how sure the key is, 0 to 1; 0 where it is to be decided.
	KeyConfidence float64
	Exclude       []inspect.LineRule // rules for rows that are no records, which the text proposes
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
	t := newTable(p, r, s, o.Now.Year(), o.Preface)
	t.dropUnusable()
	t.look = o.Look
	d := t.decide()
	w := &writer{decision: d, options: o, draft: &Draft{Matches: []Match{}, Unmatched: []Column{}, Exclude: r.Exclude}}
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
