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
		if !slices.Contains(groups[own], c) && c.speaksOfPerson() {
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
	own, sets := "", map[string]map[slot]bool{}
	for name, group := range groups {
		named := map[slot]bool{}
		for _, c := range group {
			h := reading(c, name)
			for s, w := range h.named() {
				named[s] = named[s] || w >= 0.8
			}
		}
		sets[name] = named
		if persons := count(named, personal); persons >= leastPersonal && persons+count(named, homely) >= leastOwn && (own == "" || name < own) {
			own = name
		}
	}
	for name, named := range sets {
		if name != own && slices.ContainsFunc(personal, func(s slot) bool { return named[s] && (sets[own][s] || s != slotIdentity && s != slotNationality) }) {
			return "" // another one is of a person as well
		}
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
func (t *table) dropOwnObject() (own string) {
	groups := map[string][]*candidate{}
	inside := map[*candidate]header{}
	for _, c := range t.columns {
		object, last := cutPath(c.name)
		if h := readHeader(object); object != "" && !h.any("other", "staff", "organisation") {
			groups[object] = append(groups[object], c)
			inside[c] = readHeader(last)
		}
	}
	own = onlyPerson(groups, func(c *candidate, _ string) header { return inside[c] })
	for _, c := range t.columns {
		if _, grouped := inside[c]; !grouped && c.speaksOfCustomer() {
			return "" // beside whom somebody else stands in the record
		}
	}
	for _, c := range groups[own] {
		c.header = inside[c]
	}
	return own
}

// A table of an AS/400 has names of six letters or so, which begin with those of the
// table: CMFNAM, CMSNAM.
const (
	tableLetters = 2
	longestName  = 10
	leastColumns = 8
)

// dropTableLetters forgets the letters of a table that most columns begin with, and
// without which a third of them or more are understood that were not; two of them where
// no column begins with anything else. Three or four are such where all columns have them.
func (t *table) dropTableLetters() {
	letters := max(tableLetters, t.commonLetters())
	groups := map[string][]*candidate{}
	for _, c := range t.columns {
		if len(c.name) > letters+1 && len(c.name) <= longestName+letters-tableLetters && shortName(c.name) {
			groups[c.name[:letters]] = append(groups[c.name[:letters]], c)
		}
	}
	for _, group := range groups {
		if len(group) < leastColumns || len(group)*10 < len(t.columns)*6 {
			continue
		}
		inside, better := make([]header, len(group)), 0
		for i, c := range group {
			inside[i] = readHeader(c.name[letters:])
			better += b2i(len(inside[i].unknown) == 0 && len(c.header.unknown) > 0) - b2i(len(c.header.unknown) == 0 && len(inside[i].unknown) > 0)
		}
		proven := slices.ContainsFunc(group, func(c *candidate) bool { return c.cut }) && letters == t.commonLetters()
		if !proven && better*3 < len(group) && (better < 2 || len(group) < len(t.columns)) {
			continue
		}
		for i, c := range group {
			if !c.cut {
				c.header = inside[i]
			}
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

// speaksOfPerson reports whether the name of a column is about a person who is nobody
// else, by a word for the customer or by what says who somebody is, all of it understood:
// an address may be that of a person whose other columns have a word before their names.
func (c *candidate) speaksOfPerson() bool {
	if c.header.any("other", "staff", "organisation") || len(c.header.unknown) > 0 {
		return false
	}
	named := c.header.named()
	return c.header.has["user"] || slices.ContainsFunc(personal, func(s slot) bool { return s != slotIdentity && named[s] >= 0.5 })
}

func count(set map[slot]bool, of []slot) (n int) {
	for _, s := range of {
		n += b2i(set[s])
	}
	return n
}

// leastAddress is how many parts of an address have a word before them that nobody knows.
const leastAddress = 3

// dropAddressWord forgets the unknown word that the parts of the only address begin with,
// where it is of people who live in as many streets: that of a branch stands in many rows.
func (t *table) dropAddressWord() {
	const own = 0.8
	groups := map[string][]*candidate{}
	for _, c := range t.columns {
		if w := c.header.first; w != "" && slices.Contains(c.header.unknown, w) {
			groups[w] = append(groups[w], c)
		}
	}
	for word, group := range groups {
		parts, streets := map[slot]bool{}, false
		for _, c := range group {
			h := c.header.without(word)
			for s, w := range h.named() {
				parts[s] = parts[s] || w >= 0.65
				streets = streets || w >= own && (s == slotStreet || s == slotAddress) && c.content.fill() >= own
			}
		}
		if count(parts, personal) > 0 || count(parts, homely) < leastAddress || !streets || t.together(group) < own || t.anotherAddress(group) {
			continue
		}
		for _, c := range group {
			c.header = c.header.without(word)
		}
	}
}

// together is the share of the rows in which some columns together have a value that no
// other row has.
func (t *table) together(group []*candidate) float64 {
	seen := map[string]bool{}
	for i := range t.sample.rows {
		row := ""
		for _, c := range group {
			row += t.sample.cell(i, c.index) + "\x00"
		}
		seen[row] = true
	}
	return float64(len(seen)) / float64(max(len(t.sample.rows), 1))
}

// anotherAddress reports whether a column beside some has a part of an address.
func (t *table) anotherAddress(group []*candidate) bool {
	return slices.ContainsFunc(t.columns, func(c *candidate) bool {
		return !slices.Contains(group, c) && c.header.any("address", "street", "city", "zip", "state", "house") && !c.header.any("email", "phone", "ip", "proof", "image", "status", "condition", "kyc")
	})
}

// dropApplicant takes the "app" that many columns begin with for the applicant, of whom
// they are; of one column it may be the application.
func (t *table) dropApplicant() {
	const many = 6
	var with []*candidate
	for _, c := range t.columns {
		if list := tokens(c.name); len(list) > 1 && list[0].text == "app" {
			with = append(with, c)
		}
	}
	if len(with) < many {
		return
	}
	for _, c := range with {
		if h := readHeader("applicant" + c.name[len("app"):]); !h.bare("number") && !h.bare("id") && !h.bare("code") && !h.bare("date") && !h.bare("type") {
			c.header = h
		}
	}
}

// dropTypeLetters forgets the letter for the type of its values that each name of a table
// begins with, all in capitals: CNOMBRE, DFECNAC, NSALDO. Without it a third of the
// columns or more are understood that were not.
func (t *table) dropTypeLetters() {
	inside, better := map[*candidate]header{}, 0
	for _, c := range t.columns {
		if len(c.name) < tableLetters+2 || !shortName(c.name) || strings.IndexByte("CDNFLTISB", c.name[0]) < 0 {
			continue
		}
		h := readHeader(c.name[1:])
		if len(c.header.unknown) > 0 && len(h.unknown) == 0 && len(h.order) > 0 {
			inside[c] = h
			better++
		} else if len(c.header.unknown) == 0 && len(c.header.order) > 0 && len(h.unknown) > 0 {
			better--
		}
	}
	if better < leastColumns || better*3 < len(t.columns) {
		return
	}
	for c, h := range inside {
		c.header = h
	}
}
