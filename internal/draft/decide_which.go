package draft

import (
	"slices"
)

// Of several addresses the parts of one belong together.

// oneAddress makes a whole address unsure that is another one than the street's: the
// address on the document beside the one that somebody lives at.
func (d *decision) oneAddress() {
	street, whole := d.by[slotStreet], d.by[slotAddress]
	if street == nil || whole == nil || whole.todo != "" {
		return
	}
	if d.holds(whole.columns[0], street.columns[0]) < 0.6 {
		whole.todo, whole.offers = "it is another address than the street's", whole.columns[:1]
	}
}

// whichAddress tells of several addresses which one a name speaks of, in any order
// the same; "" for the only one.
func whichAddress(c *candidate) string {
	which := ""
	for _, w := range []concept{"now", "permanent", "contact", "secondary"} {
		if c.header.has[w] {
			which += w + " "
		}
	}
	return which
}

// sameAddress makes unsure what is a part of another address than the first part is: the
// street that somebody lives in beside the city of registration is no address.
func (d *decision) sameAddress() {
	var first *candidate
	for _, s := range []slot{slotStreet, slotAddress, slotCity, slotState, slotAddressCountry} {
		ch := d.by[s]
		switch {
		case ch == nil || ch.todo != "":
		case first == nil:
			first = ch.columns[0]
		case s == slotAddressCountry && ch.columns[0].header.says("residence", "country"): // of the person, whatever address stands beside it
		case whichAddress(ch.columns[0]) != whichAddress(first) && !d.oneKind(ch.columns[0], first) && !d.rightBehind(first, ch.columns[0]) && !d.namedWithin(first, ch.columns[0]):
			ch.todo, ch.offers = "it may be of another address than "+Shown(first.name), ch.columns
			d.writtenOnly(first, ch.columns[0])
		}
	}
}

// writtenOnly makes the street, or whatever is the first part of an address, unsure as well where
// it is of one to write to and another part is plainly of that which somebody lives at.
func (d *decision) writtenOnly(first, part *candidate) {
	if !first.header.any("contact", "secondary") || !part.header.any("home", "now", "residence", "permanent") {
		return
	}
	for _, ch := range d.by {
		if ch.todo == "" && ch.columns[0] == first {
			ch.todo, ch.offers = "it is where to write to, and "+Shown(part.name)+" is of where somebody lives", ch.columns
		}
	}
}

// namedWithin reports whether nearly all addresses name the place in another column that does not
// say of which address it is, or in the one before that, of which it is then the next level.
func (d *decision) namedWithin(address, part *candidate) bool {
	const nearly, near = 0.9, 2
	if address.header.has["line"] || whichAddress(part) != "" {
		return false
	}
	if held := d.holds(address, part); held >= nearly {
		return !slices.ContainsFunc(d.columns, func(c *candidate) bool {
			return c != address && c.header.has["address"] && c.content.n > 0 && d.holds(c, part) > held // it is of that one
		})
	}
	for _, c := range d.columns[max(0, part.index-near):part.index] {
		if s := d.chosen[c.index]; s == slotCity && d.sure(s) && part.means(slotState, slotAddressCountry) && d.holds(address, c) >= nearly {
			return true
		}
	}
	return false
}

// homeAndMail reports whether of two columns the one is of where somebody lives by its name, and
// the other of where to write to.
func homeAndMail(a, b *candidate) bool {
	return a.header.has["home"] && b.header.has["contact"] || b.header.has["home"] && a.header.has["contact"]
}

// rightBehind reports whether a part of an address whose name does not say of which one it is
// stands behind the street, with nothing but such parts between, and no other address before
// that: PRES_ADDR, CITY, PROVINCE, PREV_ADDR.
func (d *decision) rightBehind(street, part *candidate) bool {
	ofAddress := func(c *candidate) bool {
		return c.header.any("address", "street", "city", "zip", "state", "country", "house", "district", "region", "residence") && !c.header.any("email", "ip")
	}
	if homeAndMail(street, part) || part.index < street.index || part.index >= street.index+linesWithCity+1 || street.index > 0 && ofAddress(d.columns[street.index-1]) {
		return false
	}
	return !slices.ContainsFunc(d.columns[street.index+1:part.index+1], func(c *candidate) bool { return !ofAddress(c) || whichAddress(c) != "" })
}

// oneKind reports whether the name of one of two parts of an address does not say of which
// address it is, where the file has one only.
func (d *decision) oneKind(a, b *candidate) bool {
	if whichAddress(a) != "" && whichAddress(b) != "" {
		return false
	}
	if homeAndMail(a, b) {
		return false
	}
	kinds := map[string]bool{}
	for _, c := range d.columns {
		if c.header.any("address", "street", "city", "zip") && !c.header.any("email", "ip", "proof", "image", "other", "organisation", "staff", "birth", "account") {
			kinds[whichAddress(c)] = true
		}
	}
	delete(kinds, "")
	return len(kinds) == 1 && d.streets() == 1
}

// streets is how many columns have streets or whole addresses, of customers or of others.
func (d *decision) streets() (n int) {
	for _, c := range d.columns {
		n += b2i(c.named[slotStreet] >= 0.5 && c.header.ordinal < 2 || c.named[slotAddress] >= 0.5)
	}
	return n
}

// whichCountry makes the country of an address unsure where another column is called
// so that stands closer to the rest of it: under the word that the street or the city
// begins with, or plainly as the country, beside one of residence. Where both say the
// same that one is taken.
func (d *decision) whichCountry() {
	if !d.sure(slotAddressCountry) {
		return
	}
	ch := d.by[slotAddressCountry]
	c := ch.columns[0]
	for _, r := range d.columns {
		x, claims := r.claims[slotAddressCountry]
		if r == c || !claims || x.weight < 0.5 || x.verdict < looks {
			continue
		}
		if g := d.chosen[r.index]; g != "" && r.claims[g].weight > x.weight {
			continue
		}
		if !c.header.bare("residence") && (d.besideAddress(c) || !d.besideAddress(r)) {
			continue
		}
		differ := func(x, y string) bool { return plainly(slotAddressCountry, x) != plainly(slotAddressCountry, y) }
		if share, _ := d.both(c, r, differ); share > 0 {
			ch.todo, ch.offers = "two columns may be it", []*candidate{c, r}
		} else if !c.header.says("residence", "country") || d.besideAddress(r) && r.content.fill() >= c.content.fill() {
			ch.columns, d.chosen[r.index] = []*candidate{r}, slotAddressCountry
			delete(d.chosen, c.index)
		}
		return
	}
}

// countryOfPaper makes a country unsure whose name does not say of what it is and that
// stands right beside the document, and not beside the address: it may be where the
// document was issued.
func (d *decision) countryOfPaper() {
	ch := d.by[slotAddressCountry]
	if ch == nil || ch.todo != "" || !ch.columns[0].header.bare("country", "code") {
		return
	}
	paper, address := false, false
	for _, i := range []int{ch.columns[0].index - 1, ch.columns[0].index + 1} {
		if i < 0 || i >= len(d.columns) {
			continue
		}
		c := d.columns[i]
		paper = paper || c.means(slotIDType, slotDocument)
		address = address || c.named[slotStreet] >= 0.5 || c.named[slotCity] >= 0.5 || c.named[slotZip] >= 0.5 || c.named[slotState] >= 0.5 || c.named[slotAddress] >= 0.5
	}
	if paper && !address {
		ch.todo, ch.offers = "it stands beside the document, and may be where that was issued", ch.columns
	}
}

// besideAddress reports whether the name of a column begins as that of the street or
// the city does, and not as most names do.
func (d *decision) besideAddress(c *candidate) bool {
	shared := 0
	for _, r := range d.columns {
		shared += b2i(r.header.first == c.header.first)
	}
	for _, s := range []slot{slotStreet, slotCity, slotAddress} {
		if ch := d.by[s]; ch != nil && c.header.first != "" && ch.columns[0].header.first == c.header.first && shared*2 < len(d.columns) {
			return true
		}
	}
	return false
}

// seldomWritten makes a part of an address to write to unsure that few people have, where far
// more have a part of another one: they live there.
func (d *decision) seldomWritten() {
	const few, times = 0.5, 2
	for _, s := range []slot{slotStreet, slotAddress, slotCity, slotState, slotAddressCountry} {
		if !d.sure(s) {
			continue
		}
		c := d.by[s].columns[0]
		if !c.header.any("contact", "secondary") || c.content.fill() >= few {
			continue
		}
		if slices.ContainsFunc(d.columns, func(r *candidate) bool {
			return r.header.any("address", "street", "city", "zip", "residence", "country") && !r.header.any("contact", "secondary", "email", "ip", "proof", "image", "other", "staff", "organisation", "birth", "document", "issue", "nationality", "phone", "tax") && r.content.fill() >= times*c.content.fill()
		}) {
			d.by[s].todo, d.by[s].offers = "few rows have this address, and more have another one", d.by[s].columns
		}
	}
}

// livedAt makes an address unsure that a name calls permanent where an address stands
// beside it that is not: people may live there.
func (d *decision) livedAt() {
	whole := d.by[slotAddress]
	if whole == nil || whole.todo != "" || !whole.columns[0].header.has["permanent"] {
		return
	}
	for _, c := range d.columns {
		if c.header.has["address"] && c.content.n > 0 && !c.header.any("permanent", "secondary", "email", "ip", "other", "organisation", "staff", "proof", "image", "account") {
			whole.todo, whole.offers = "somebody may live at another address than this one", []*candidate{whole.columns[0], c}
			return
		}
	}
}
