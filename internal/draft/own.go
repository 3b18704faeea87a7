package draft

import (
	"slices"
	"strings"
)

// Columns of one kind often begin with one word: subj.dob and subj.sex, zad_nar
// and zad_rc. Where nobody knows that word, the columns themselves tell whether it
// is this system's for its customer: they say what only the customer has.

// personal are the slots that say most of who somebody is; of the others of a
// person a branch or an employer has some as well.
var (
	personal = []slot{slotFirstName, slotLastName, slotFullName, slotBirthDate, slotGender, slotNationality, slotIdentity}
	homely   = []slot{slotEmail, slotPhone, slotStreet, slotCity, slotState, slotZip, slotAddress, slotAddressCountry}
)

// What a word must come to before it is taken for the customer's.
const (
	leastPersonal = 3 // slots of a person that its columns name
	leastOwn      = 4 // with those of where to find the person
)

// dropOwnWord forgets the unknown word that the columns of the customer begin with.
// A word of somebody else's columns is none: the customer then stands beside them,
// under a name that is known, without any, or under another word. Whoever of two
// people is the customer is never told by how much is there of each.
func (t *table) dropOwnWord() {
	groups := map[string][]*candidate{}
	for _, c := range t.columns {
		if w := c.header.first; w != "" && slices.Contains(c.header.unknown, w) {
			groups[w] = append(groups[w], c)
		}
	}
	own := onlyPerson(groups, func(c *candidate, word string) header { return c.header.without(word) })
	if own == "" {
		return
	}
	for _, c := range t.columns {
		if !slices.Contains(groups[own], c) && c.speaksOfCustomer() {
			return
		}
	}
	for _, c := range groups[own] {
		c.header = c.header.without(own)
	}
}

// onlyPerson returns the name of the group of columns that say what only a customer
// has, as they read in that group; "" where none does, or another one is of a person
// as well.
func onlyPerson(groups map[string][]*candidate, reading func(c *candidate, name string) header) string {
	own, people := "", 0
	for name, group := range groups {
		named := map[slot]bool{}
		for _, c := range group {
			h := reading(c, name)
			for s, w := range h.named() {
				named[s] = named[s] || w >= 0.8
			}
		}
		persons := count(named, personal)
		people += b2i(persons > 0)
		if persons >= leastPersonal && persons+count(named, homely) >= leastOwn {
			own = name
		}
	}
	if people > 1 {
		return ""
	}
	return own
}

// without is the header as it reads when an unknown word counts for nothing.
func (h *header) without(word string) header {
	rest := *h
	rest.unknown = slices.DeleteFunc(slices.Clone(h.unknown), func(u string) bool { return u == word })
	return rest
}

// dropOwnObject forgets the name of the record that the columns of the customer stand
// in, as NAME in NAME:SSN and NAME:BIRTHDATE, where it is the only one with what a
// person has, and is not called somebody else's.
func (t *table) dropOwnObject() {
	groups := map[string][]*candidate{}
	inside := map[*candidate]header{}
	for _, c := range t.columns {
		object, last := cutPath(c.name)
		if h := readHeader(object); object != "" && !h.any("other", "staff", "organisation") {
			groups[object] = append(groups[object], c)
			inside[c] = readHeader(last)
		}
	}
	own := onlyPerson(groups, func(c *candidate, _ string) header { return inside[c] })
	for _, c := range t.columns {
		if _, grouped := inside[c]; !grouped && c.speaksOfCustomer() {
			return // beside whom somebody else stands in the record
		}
	}
	for _, c := range groups[own] {
		c.header = inside[c]
	}
}

// A table of an AS/400 has names of six letters or so, which begin with those of the
// table: CMFNAM, CMSNAM.
const (
	tableLetters = 2
	longestName  = 10
	leastColumns = 8
)

// dropTableLetters forgets the letters of a table that most columns begin with, and
// without which a third of them or more are understood that were not.
func (t *table) dropTableLetters() {
	groups := map[string][]*candidate{}
	for _, c := range t.columns {
		if len(c.name) > tableLetters+1 && len(c.name) <= longestName && shortName(c.name) {
			groups[c.name[:tableLetters]] = append(groups[c.name[:tableLetters]], c)
		}
	}
	for _, group := range groups {
		if len(group) < leastColumns || len(group)*10 < len(t.columns)*6 {
			continue
		}
		inside, better := make([]header, len(group)), 0
		for i, c := range group {
			inside[i] = readHeader(c.name[tableLetters:])
			better += b2i(len(inside[i].unknown) == 0 && len(c.header.unknown) > 0) - b2i(len(c.header.unknown) == 0 && len(inside[i].unknown) > 0)
		}
		if better*3 < len(group) {
			continue
		}
		for i, c := range group {
			c.header = inside[i]
		}
	}
}

// shortName reports whether a name has capitals and digits only.
func shortName(name string) bool {
	return !strings.ContainsFunc(name, func(r rune) bool { return (r < 'A' || r > 'Z') && (r < '0' || r > '9') })
}

// speaksOfCustomer reports whether the name of a column is about a person who is
// nobody else: by a word for the customer, or by what only a person has.
func (c *candidate) speaksOfCustomer() bool {
	if c.header.any("other", "staff", "organisation") {
		return false
	}
	named := c.header.named()
	for _, s := range append(slices.Clone(personal), slotEmail) {
		if named[s] >= 0.5 {
			return true
		}
	}
	return c.header.has["user"]
}

func count(set map[slot]bool, of []slot) (n int) {
	for _, s := range of {
		n += b2i(set[s])
	}
	return n
}
