package draft

import (
	"maps"
	"slices"
	"strings"
	"unicode"
)

// noValues are texts that nobody has for a value: what a database writes for NULL, and signs that
// are put where there is nothing.
var noValues = map[string]bool{
	`\N`: true, "N/A": true, "n/a": true, "#N/A": true, "N.A.": true, "n.a.": true, "(null)": true, "(NULL)": true, "<null>": true, "<NULL>": true,
	"-": true, "--": true, "---": true, ".": true, "?": true,
}

// mostNoValues is how many of them a field is told of.
const mostNoValues = 6

// noValuesIn are the texts of columns that stand for no value and cannot be one: for NULL in
// capitals that is so where other values are written in small letters too.
func (t *table) noValuesIn(columns []*candidate) []string {
	found := map[string]bool{}
	for _, c := range columns {
		small := false
		for i := range t.sample.rows {
			text := t.sample.cell(i, c.index)
			if noValues[text] || text == "NULL" {
				found[text] = true
			}
			small = small || strings.ContainsFunc(text, unicode.IsLower)
		}
		if !small {
			delete(found, "NULL")
		}
	}
	list := slices.Sorted(maps.Keys(found))
	return list[:min(len(list), mostNoValues)]
}

// holdsVoids reports whether values of a part of a name are none, or seem to be and may be a
// name: NMN, a flag.
func (t *table) holdsVoids(c *candidate) bool {
	if c.content.n >= 10 && c.content.distinct <= 2 && c.content.share(c.content.lettered) < 0.5 {
		return true
	}
	sure := t.noValuesIn([]*candidate{c})
	for i := range t.sample.rows {
		if text := t.sample.cell(i, c.index); text != "" && isVoid(text) && !slices.Contains(sure, text) {
			return true
		}
	}
	return false
}
