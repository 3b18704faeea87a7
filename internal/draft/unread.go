package draft

import (
	"slices"
	"strings"
	"unicode"

	"kycmigrate/internal/inspect"
)

// A match is sure only where nothing else may be it as well. A column whose name
// nobody understands may be anything that its values can be: the login beside the
// number of the customer, the floor beside the house, the second given name. Where one
// is, what it would change is asked about.

// unread reports whether nobody knows what a column is: a word of its name is unknown,
// or nothing that the name may mean is what the values are.
func (d *decision) unread(c *candidate) bool {
	if !c.usable || c.content.n == 0 || slices.ContainsFunc(whose, func(x about) bool { return c.header.has[x.concept] }) {
		return false
	}
	if g, given := d.chosen[c.index]; given && (c.claims[g].weight >= 0.5 || c.claims[g].verdict == proves) {
		return false
	}
	if len(c.header.unknown) > 0 || len(c.header.order) == 0 {
		return true
	}
	if c.header.says("issue", "authority") {
		return false // an office, wherever it is
	}
	if c.header.has["date"] && c.content.share(c.content.dated+c.content.moments) < 0.5 {
		return true
	}
	return len(c.claims) == 0 && len(c.named) > 0 && !c.header.any("code", "type", "number", "id")
}

// mayBeLogin reports whether a column may be what a customer signs in with: its name says
// so, or says no more than that it is of a user, or nobody knows it and it names a user or an id, or is made of the name of the row.
func (d *decision) mayBeLogin(c *candidate) bool {
	const least, most, longest, madeOf = 0.75, 0.95, 40, 0.3
	x := c.content
	if x.n == 0 || x.variety() < least || x.mean() > longest || x.share(x.words) >= 0.1 {
		return false
	}
	if other := x.types[inspect.TypeDate] + x.types[inspect.TypeDecimal] + x.types[inspect.TypeImage] + x.types[inspect.TypeEmail]; x.share(other+x.moments+x.ip) >= 0.1 {
		return false
	}
	if c.header.has["login"] && !c.header.any("event", "staff", "other") && (c.header.has["user"] || !c.header.has["organisation"]) || c.header.bare("user") {
		return true
	}
	if c.header.any("address", "street", "city", "phone", "image") {
		return false // what is known of its name says something else
	}
	paper := c.named[slotDocument] > 0 || c.named[slotIdentity] > 0
	if d.unread(c) && c.header.any("user", "id") && !paper {
		return true
	}
	if d.called(c) && !paper && d.handles(c) || !paper && c.header.bareOf("flag", "short", "user", "id") && x.variety() >= most && d.madeOfName(c) >= madeOf {
		return true // whatever it is called: a mnemonic, an id of a system
	}
	return (d.unread(c) || c.header.has["account"]) && (d.madeOfName(c) >= madeOf || d.handles(c))
}

// called reports whether a name says no more than that its column has an id or is of a
// user, or ends so.
func (d *decision) called(c *candidate) bool {
	list := tokens(c.name)
	if len(list) == 0 || c.header.any("event", "staff", "other", "organisation", "contract", "document", "name", "uuid", "external", "email", "risk", "amount", "tax", "national", "ip") {
		return false
	}
	return c.header.bareOf("id", "user") || usersWords[list[len(list)-1].text]
}

// madeOfName is the share of the values that have a part of the name, or of the e-mail
// address, of their row in them, and more.
func (d *decision) madeOfName(c *candidate) float64 {
	people := slices.DeleteFunc(slices.Clone(d.people()), func(r *candidate) bool { return r == c })
	n, made := 0, 0
	for i := range d.sample.rows {
		if text := joined(d.sample.cell(i, c.index)); text != "" {
			n++
			made += b2i(slices.ContainsFunc(people, func(r *candidate) bool { return partlyIn(text, d.sample.cell(i, r.index)) }))
		}
	}
	return float64(made) / float64(max(n, 1))
}

// people are the columns with names of people, or their e-mail addresses. Of a wide table some
// are enough.
func (d *decision) people() []*candidate {
	const most = 20
	if d.peopleFound != nil {
		return d.peopleFound
	}
	d.peopleFound = []*candidate{}
	for _, r := range d.columns {
		name, _ := r.judge(slotFullName, d.now)
		email, _ := r.judge(slotEmail, d.now)
		if (name >= allows || email >= looks) && (len(d.columns) < wide || len(d.peopleFound) < most) {
			d.peopleFound = append(d.peopleFound, r)
		}
	}
	return d.peopleFound
}

// handles reports whether values look like names that people gave themselves: a word of
// their own each, letters before a number or none, and not of one length as codes are.
func (d *decision) handles(c *candidate) bool {
	letters, all := 0, 0
	for _, text := range d.texts(c) {
		for _, r := range text {
			all++
			letters += b2i(r < unicode.MaxASCII && unicode.IsLetter(r)) // they are typed on every keyboard
		}
	}
	x := c.content
	return letters*10 >= all*4 && x.variety() >= 0.9 && x.share(x.types[inspect.TypeName]) < 0.9 && x.share(x.digited) >= 0.2 && !d.zipLike(c)
}

// partlyIn reports whether a text begins as a word of a name does, or has it within, and
// is not that word.
func partlyIn(text, name string) bool {
	const begin, least = 4, 3
	name, _, _ = strings.Cut(name, "@")
	return slices.ContainsFunc(tokens(name), func(t token) bool {
		letters := []rune(t.text)
		return !t.number && len(letters) >= least && t.text != text && strings.Contains(text, string(letters[:min(begin, len(letters))]))
	})
}

// perhapsPlace is a column close to an address, whose name nobody knows and in which
// words without digits repeat, nil for none: it may be the city.
func (d *decision) perhapsPlace(address *candidate) *candidate {
	const near = 3
	for _, c := range d.columns[max(0, address.index-near):min(len(d.columns), address.index+near+1)] {
		if c != address && d.unread(c) && d.object(c) == d.object(address) && c.placeLike() {
			return c
		}
	}
	return nil
}

// placeLike reports whether values look like those of a city: words without digits that
// several rows share.
func (c *candidate) placeLike() bool {
	x := c.content
	v, _ := c.judge(slotCity, 0)
	return v >= looks && x.share(x.digited) <= 0.1 && x.n >= 10 && x.distinct > 3 && x.variety() < 0.8
}

// namesPlace reports whether addresses name a city that other addresses name as well, so
// that they are whole: at their end behind a comma, with no number but a postal code, which
// may stand behind a comma of its own, or,
// in the scripts that begin with it, as the first of two words without numbers.
func (d *decision) namesPlace(address *candidate) bool {
	const least = 3
	places, n, shared := map[string]int{}, 0, 0
	for _, text := range d.texts(address) {
		n++
		if parts := strings.Split(text, ","); len(parts) > 1 {
			end := strings.TrimLeft(parts[len(parts)-1], "0123456789- ")
			if digited(parts[len(parts)-1]) && len(parts) > 2 && (end == "" || digited(end)) {
				end = strings.TrimSpace(parts[len(parts)-2])
			}
			if !digited(end) && len(end) >= least {
				places[fold(end)]++
			}
		} else if words := strings.Fields(text); len(words) > 2 && !spaced(words[0]) && !digited(words[0]+words[1]) {
			places[words[0]]++
		}
	}
	for _, count := range places {
		if count > 1 {
			shared += count
		}
	}
	return shared*2 > n
}

func digited(text string) bool { return strings.ContainsFunc(text, unicode.IsDigit) }

// perhapsName is a column whose name nobody understands and that may be a part of the
// name that first and last are joined to, or the whole of it; nil for none.
func (d *decision) perhapsName(first, last *candidate) *candidate {
	low, high := min(first.index, last.index), max(first.index, last.index)
	for _, c := range d.columns {
		if !d.unread(c) {
			continue
		}
		if name, _ := c.judge(slotLastName, d.now); name < allows || d.script(c) != d.script(first) {
			continue
		}
		if beside := c.index >= low-1 && c.index <= high+1 && d.object(c) == d.object(first) && c.content.distinct >= 10; beside {
			return c
		}
		if d.holds(c, first) >= 0.6 && d.holds(c, last) >= 0.6 {
			return c
		}
	}
	return nil
}

// scripts are those of which a name and another writing of it are seldom the same.
var scripts = []*unicode.RangeTable{
	unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew, unicode.Thai, unicode.Hangul, unicode.Han, unicode.Katakana, unicode.Hiragana,
}

// script is the place in scripts of the one that most values begin in, -1 for none.
func (d *decision) script(c *candidate) int {
	counts := make([]int, len(scripts))
	for _, text := range d.texts(c) {
		for _, r := range text {
			if at := slices.IndexFunc(scripts, func(t *unicode.RangeTable) bool { return unicode.Is(t, r) }); at >= 0 {
				counts[at]++
				break
			}
		}
	}
	if most := slices.Max(counts); most > 0 {
		return slices.Index(counts, most)
	}
	return -1
}
