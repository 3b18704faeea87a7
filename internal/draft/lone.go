package draft

import (
	"slices"

	"kycmigrate/internal/inspect"
)

// A word that nobody knows may make another person's of a name: the birth date of the
// guarantor. Where the file has no other column that could be the customer's, and nearly
// every row has a value, the word is one of the system's own.

// What is asked of the only column of its kind.
const (
	loneWeight = 0.85 // of the name, the unknown word aside
	loneFill   = 0.9  // of the rows, as of the customer's own
	paperFill  = 0.5  // of the rows, where some have no paper
)

// loneSlots are the slots of which a customer has one only, and which content tells from
// others: of who somebody is by name or by number nothing is taken so, nor a country, of which a
// record has many.
var loneSlots = []slot{slotBirthDate, slotGender, slotNationality, slotEmail, slotIDType, slotIssueDate, slotExpireDate, slotStatus, slotIP, slotCity, slotState}

// loneContext takes the only column that may be for a slot, though one word of its name
// is not known.
func (t *table) loneContext() {
	for _, s := range loneSlots {
		if c, weight := t.lone(s); c != nil {
			c.named[s] = max(c.named[s], weight)
		}
	}
}

// lone is the only column of a file that may be for a slot, with one unknown word in its
// name, and what its name is worth; nil where there is none, or another.
func (t *table) lone(s slot) (only *candidate, weight float64) {
	const codes = 0.95 // of a name, whatever its codes
	for _, c := range t.columns {
		plain := c.header
		plain.unknown = nil
		w := plain.named()[s]
		if (w >= loneWeight || w >= 0.7 && inAddress(s)) && len(c.header.unknown) == 1 && t.fitsAlone(c, s, w) {
			if only != nil {
				return nil, 0
			}
			only, weight = c, loneWeight
			if s == slotStatus && w >= codes {
				weight = codes
			}
			continue
		}
		if w >= 0.25 && c.content.n > 0 || c.header.says(conceptsOf[s]...) || len(c.header.order) == 0 && !inAddress(s) && t.mayBe(c, s) {
			return nil, 0
		}
	}
	return only, weight
}

// inAddress reports whether a slot is of an address.
func inAddress(s slot) bool { return s == slotCity || s == slotState }

// fitsAlone reports whether the values of a column, and what stands beside it, speak for
// a slot as its name does, but for a word.
func (t *table) fitsAlone(c *candidate, s slot, weight float64) bool {
	fill, least := loneFill, looks
	switch {
	case s == slotIssueDate, s == slotExpireDate, s == slotIDType, s == slotIP, s == slotStatus, s == slotNationality, inAddress(s):
		fill = paperFill
	}
	if s == slotStatus {
		least = allows
	}
	if s == slotIssueDate || s == slotExpireDate || s == slotIDType {
		fill = min(fill, t.papersFill()) // few may have shown a paper
	}
	old, had := c.named[s]
	c.named[s] = weight
	v, _ := c.judge(s, t.now)
	if c.named[s] = old; !had {
		delete(c.named, s)
	}
	return v >= least && c.content.fill() >= fill && c.paperFor(s) && !t.speaksOfPerson(c.header.unknown[0], c) && (!inAddress(s) || t.amongAddress(c))
}

// papersFill is nearly the share of the rows that have the number of a document, 1 where no
// column is called that.
func (t *table) papersFill() float64 {
	const nearly = 0.9
	fill := 0.0
	for _, c := range t.with(slotDocument, 0.8) {
		fill = max(fill, nearly*c.content.fill())
	}
	if fill == 0 {
		return 1
	}
	return fill
}

// amongAddress reports whether a column stands among the parts of an address whose names
// leave no doubt.
func (t *table) amongAddress(c *candidate) bool {
	const near, plainly = 2, 0.8
	for _, r := range t.columns[max(0, c.index-near):min(len(t.columns), c.index+near+1)] {
		if r != c && len(r.header.unknown) == 0 && t.object(r) == t.object(c) && (r.named[slotStreet] >= plainly || r.named[slotCity] >= plainly || r.named[slotZip] >= plainly || r.named[slotAddress] >= plainly) {
			return true
		}
	}
	return false
}

// conceptsOf are the concepts of which a name speaks that has anything to do with a slot.
var conceptsOf = map[slot][]concept{
	slotBirthDate: {"birth"}, slotGender: {"gender"}, slotNationality: {"nationality"}, slotEmail: {"email"}, slotIDType: {"type", "document"}, slotIssueDate: {"issue"}, slotExpireDate: {"expiry"},
	slotStatus: {"kyc", "status"}, slotIP: {"ip"}, slotCity: {"city"}, slotState: {"state"},
}

// mayBe reports whether the values of a column whose name says nothing may be for a slot.
func (t *table) mayBe(c *candidate, s slot) bool {
	v, _ := c.judge(s, t.now)
	switch s {
	case slotGender, slotIDType, slotEmail, slotNationality, slotStatus, slotIP:
		return v == proves
	}
	return v >= looks
}

// paperFor reports whether a name speaks of a paper, where a slot is of one: other things
// are issued and expire as well.
func (c *candidate) paperFor(s slot) bool {
	return s != slotIssueDate && s != slotExpireDate || slices.ContainsFunc(papers, func(p concept) bool { return c.header.has[p] })
}

// speaksOfPerson reports whether an unknown word stands in the name of another column as
// well, that has something of a person: then it may be that person's.
func (t *table) speaksOfPerson(word string, c *candidate) bool {
	return slices.ContainsFunc(t.columns, func(r *candidate) bool {
		if r == c || !slices.Contains(r.header.unknown, word) {
			return false
		}
		plain := r.header
		plain.unknown = nil
		named := plain.named()
		return slices.ContainsFunc(slices.Concat(personal, homely), func(s slot) bool { return named[s] >= 0.5 }) || r.header.any("name", "birth")
	})
}

// provenContext takes columns whose names say nothing, where the file has no other that
// could be it and nothing else looks as their values do: the days on which people of all
// ages were born, words for the sexes. Addresses of computers may be those of a server.
func (t *table) provenContext() {
	const named, sure = 0.3, 0.8
	for _, s := range []slot{slotBirthDate, slotGender} {
		var found []*candidate
		for _, c := range t.columns {
			if c.content.n > 0 && (c.named[s] >= named || c.header.says(conceptsOf[s]...) || t.looksAs(c, s)) {
				found = append(found, c)
			}
		}
		if len(found) == 1 && len(found[0].header.order) == 0 && found[0].content.fill() >= 0.95 {
			found[0].named[s] = max(found[0].named[s], sure)
		}
	}
}

// looksAs reports whether values look like those of a slot and of nothing else.
func (t *table) looksAs(c *candidate, s slot) bool {
	const word, span, middle, old = 3, 25, 30, 60
	v, _ := c.judge(s, t.now)
	switch s {
	case slotBirthDate:
		years := c.yearsFor(s, t.now)
		if c.national != nil {
			years = c.national.years
		}
		return v >= looks && c.content.n >= 30 && yearAt(years, 0.95)-yearAt(years, 0.05) >= span && yearAt(years, 0.95) <= t.now-14 && yearAt(years, 0.5) <= t.now-middle && yearAt(years, 0.05) <= t.now-old // accounts are as old, but not most of them
	case slotGender:
		return v == proves && !slices.ContainsFunc(c.detail.Values, func(v inspect.Value) bool {
			return spaced(v.Value) && len(v.Value) < word
		})
	}
	return v == proves
}
