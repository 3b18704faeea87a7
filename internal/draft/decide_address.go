package draft

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// linesWithCity is how many lines an address has that no city stands beside: the last
// ones are the city and the region.
const linesWithCity = 4

// street joins the lines of an address, and a street with its kind, house and
// flat.
func (d *decision) street() {
	ch := d.by[slotStreet]
	if ch == nil {
		return
	}
	first := ch.columns[0]
	parts := []*candidate{first}
	for _, c := range d.columns {
		line := c.header.has["line"] && first.header.has["line"] && alike(&c.header, &first.header) && c.content.n > 0
		if c != first && (line || !first.header.has["line"] && (d.houseOf(c, first) || d.partOfStreet(c, first)) && whichAddress(c) == whichAddress(first)) {
			parts = append(parts, c)
		}
	}
	if len(parts) < 2 {
		d.oneLine(ch)
		return
	}
	for _, r := range ch.offers {
		if !slices.Contains(parts, r) {
			return // something else is to be decided
		}
	}
	slices.SortStableFunc(parts, func(a, b *candidate) int {
		if first.header.has["line"] {
			return cmp.Compare(a.header.ordinal, b.header.ordinal)
		}
		return cmp.Compare(a.index, b.index) // the order in which the system writes them
	})
	if more := d.besideStreet(parts); more != nil && !first.header.has["line"] {
		ch.todo, ch.offers = "the parts of it stand in columns of their own, and one more may be a part: join: [STREET, NUMBER, …]", append(parts, more)
		return
	}
	comma := first.header.has["line"]
	if meet := d.numbersMeet(parts); meet && parts[0] == first {
		comma = true // street, house, flat
	} else if meet {
		ch.form, ch.todo, ch.offers = "join", "two of the parts are numbers only, as of the house and the flat, and nothing would stand between them but a space: join what is to be told, or have the source write them as the post does", parts
		return
	}
	if x := first.claims[slotStreet]; x.weight < 0.8 { // its house may be known, and the street is not
		ch.form, ch.todo, ch.offers = "join", x.doubt(), parts
		return
	}
	ch.form, ch.columns, ch.with, ch.todo, ch.offers = "join", parts, " ", "", nil
	ch.evidence = append(ch.evidence, "the parts of it stand in columns of their own")
	if comma {
		ch.with = ", "
	}
	for _, c := range parts {
		d.chosen[c.index] = slotStreet
	}
	if city := slices.IndexFunc(parts, (*candidate).placeLike); city > 0 && d.by[slotCity] == nil && d.by[slotAddress] == nil {
		ch.form, ch.todo, ch.offers = "join", "one of the lines may be the city: "+Shown(parts[city].name), parts
		return
	}
	if more := d.perhapsPlace(parts[len(parts)-1]); more != nil && first.header.has["line"] && !d.sure(slotCity) && !d.namesPlace(first) {
		ch.form, ch.todo, ch.offers = "join", "the city may stand beside the lines, in "+Shown(more.name), parts
		return
	}
	if first.header.has["line"] && d.by[slotCity] == nil && d.by[slotAddress] == nil && (len(parts) >= linesWithCity || d.wholeAddress(first)) {
		if places := d.besidePlace(parts); len(parts) < linesWithCity && len(places) > 0 {
			if len(places) == 1 {
				ch.form, ch.todo, ch.offers = "join", "the city may be in the lines, or in "+Shown(places[0].name), parts
			}
			return // of two levels one is the city, and the lines are the street
		}
		ch.slot, d.by[slotAddress] = slotAddress, ch // the city is in the lines as well
		delete(d.by, slotStreet)
	}
}

// cityInLines offers the lines of an address that look like places for the city and the
// region, where a column of neither is there.
func (d *decision) cityInLines() {
	street := d.by[slotStreet]
	if street == nil || street.todo == "" || street.form != "join" || !street.columns[0].header.has["line"] {
		return
	}
	var places []*candidate
	for _, c := range street.offers {
		if c.header.has["line"] && c.placeLike() {
			places = append(places, c)
		}
	}
	for i, s := range []slot{slotCity, slotState} {
		if len(places) > i && d.by[s] == nil {
			d.by[s] = &choice{slot: s, form: "from", columns: places[:1:1], offers: places, score: 0.5, todo: "no name says it, and a line of the address may be it"}
		}
	}
}

// houseOf reports whether a column is taken for the house in a street, and stands close to it
// or in its object.
func (d *decision) houseOf(c, street *candidate) bool {
	const near = 6
	if d.chosen[c.index] != slotHouse || d.object(c) != d.object(street) {
		return false
	}
	return d.object(c) != "" || max(c.index-street.index, street.index-c.index) <= near
}

// numbersMeet reports whether two parts of a street that would stand beside each other are
// bare numbers in many rows: nobody would tell the flat from the house.
func (d *decision) numbersMeet(parts []*candidate) bool {
	const often = 0.3
	for i, c := range parts[1:] {
		share, n := d.both(parts[i], c, func(x, y string) bool { return number(x) > 0 && number(y) > 0 })
		if n > 0 && share >= often {
			return true
		}
	}
	return false
}

// besideStreet is a column right beside the parts of a street, with short values and a
// name that nobody understands or that speaks of a house, nil for none: a floor or a
// door. It may stand farther from a street that has no numbers.
func (d *decision) besideStreet(parts []*candidate) *candidate {
	const short, far = 8, 3
	low, high := len(d.columns), 0
	for _, c := range parts {
		low, high = min(low, c.index), max(high, c.index)
	}
	near := 1
	if len(parts) == 1 {
		near = far
	}
	for _, c := range d.columns[max(0, low-near):min(len(d.columns), high+near+1)] {
		unread := d.unread(c) && (len(c.header.unknown) > 0 || len(c.header.order) == 0) && !c.header.any("country", "city", "state", "nationality", "date", "type", "status")
		house := c.header.has["house"] || c.header.says("street", "number") ||
			unread && !d.zipLike(c) && (len(parts) > 1 || c.content.share(c.content.digited) >= 0.5)
		if g := d.chosen[c.index]; house && (g == "" || g == slotHouse || unread) && !slices.Contains(parts, c) && c.content.n > 0 && c.content.mean() <= short && d.object(c) == d.object(parts[0]) {
			return c
		}
	}
	return nil
}

// zipLike reports whether nearly all values have one and the same length, as those of
// postal codes have and those of houses have not.
func (d *decision) zipLike(c *candidate) bool {
	const least = 4
	lengths, most, n := map[int]int{}, 0, 0
	for _, text := range d.texts(c) {
		length := utf8.RuneCountInString(text)
		lengths[length]++
		n++
		if length >= least {
			most = max(most, lengths[length])
		}
	}
	return n > 0 && most*100 >= n*95
}

// oneLine makes the one line of an address unsure that looks like more than a street
// where no column has the city.
func (d *decision) oneLine(ch *choice) {
	line := ch.columns[0]
	if line.header.has["line"] && line.header.ordinal == 0 && ch.todo == "" {
		for _, c := range d.columns[:line.index] {
			if g := d.chosen[c.index]; c.header.has["address"] && c.named[slotAddress] > 0 && (g == "" || g == slotAddress) && d.object(c) == d.object(line) {
				ch.todo, ch.offers = "it may be the rest of the address in "+Shown(c.name), []*candidate{line, c}
				return
			}
		}
	}
	if more := d.besideStreet(ch.columns); ch.todo == "" && !line.header.has["line"] && line.content.share(line.content.digited) < 0.5 && more != nil {
		ch.todo, ch.offers = "few of its values have a number, and one more column may be a part of it: join: [STREET, NUMBER]", []*candidate{line, more}
		return
	}
	if line.header.has["line"] && spaced(line.name) && ch.todo == "" && d.by[slotCity] == nil && d.by[slotAddress] == nil && d.wholeAddress(line) {
		ch.todo, ch.offers = "it may be the whole address: address_full", ch.columns
	}
}

// cityBeside makes a whole address unsure that no name calls so, where a column beside it
// may be the city: it is the street then.
func (d *decision) cityBeside() {
	whole := d.by[slotAddress]
	if whole == nil || whole.todo != "" || whole.form != "from" || d.sure(slotCity) || whole.columns[0].header.has["full"] || d.namesPlace(whole.columns[0]) {
		return
	}
	if c := d.perhapsPlace(whole.columns[0]); c != nil {
		whole.todo, whole.offers = "it may be the street, beside the city in "+Shown(c.name), whole.columns
	}
}

// farOff makes a city or a region unsure whose name does not say of what it is and that
// stands far from the rest of the address: it may be a branch's.
func (d *decision) farOff() {
	const far = 6
	for _, s := range []slot{slotCity, slotState} {
		ch := d.by[s]
		if ch == nil || ch.todo != "" || ch.columns[0].header.any("user", "address", "home", "residence", "permanent", "now", "contact") {
			continue
		}
		part := func(c *candidate) bool { return c.means(slotStreet, slotZip, slotHouse, slotAddress, slotCity) }
		if d.nearest(ch.columns[0], part) >= far {
			ch.todo, ch.offers = "it stands far from the rest of the address, and may be somebody else's", ch.columns
		}
	}
}

// nearest is how far from a column the nearest other one stands that is so, -1 where none is.
func (d *decision) nearest(from *candidate, is func(*candidate) bool) int {
	nearest := -1
	for _, c := range d.columns {
		if distance := max(c.index-from.index, from.index-c.index); distance > 0 && (nearest < 0 || distance < nearest) && is(c) {
			nearest = distance
		}
	}
	return nearest
}

// means reports whether the name of a column plainly means one of some slots.
func (c *candidate) means(slots ...slot) bool {
	return slices.ContainsFunc(slots, func(s slot) bool { return c.named[s] >= 0.8 })
}

// farFromPaper makes a day of issue or expiry unsure whose name does not say of what it is
// and that stands far from what is of a document: it may be a contract's.
func (d *decision) farFromPaper() {
	const far = 10
	for _, s := range []slot{slotIssueDate, slotExpireDate} {
		ch := d.by[s]
		if ch == nil || ch.todo != "" || ch.columns[0].header.any(papers...) {
			continue
		}
		ofPaper := func(c *candidate) bool {
			return c.header.any(papers...) || c.means(slotDocument, slotIDType, slotIdentity)
		}
		if d.nearest(ch.columns[0], ofPaper) >= far {
			ch.todo, ch.offers = "it stands far from the document, and may be of something else", ch.columns
		}
	}
}

// boxes are words for a box at a post office, as joined has them.
var boxes = []string{"pobox", "gpobox", "privatebag", "lockedbag", "posbus", "postbus", "postfach", "apartado", "apdo", "casilla", "caixapostal", "boitepostale", "bp", "ая", "صب"}

// postBoxes makes an address unsure that a name calls that of the post, and that is a box
// there: nobody lives in one.
func (d *decision) postBoxes() {
	const many = 0.5
	for _, s := range []slot{slotStreet, slotAddress} {
		ch := d.by[s]
		if ch == nil || ch.todo != "" || !slices.ContainsFunc(tokens(ch.columns[0].name), func(t token) bool { return t.text == "postal" || t.text == "mailing" || t.text == "post" }) {
			continue
		}
		n, boxed := 0, 0
		for i := range d.sample.rows {
			text := joined(d.sample.cell(i, ch.columns[0].index))
			n += b2i(text != "")
			boxed += b2i(slices.ContainsFunc(boxes, func(w string) bool { return strings.HasPrefix(text, w) }))
		}
		if n > 0 && float64(boxed) >= many*float64(n) {
			ch.todo, ch.offers = "it has boxes at post offices, and nobody lives in one", ch.columns
		}
	}
}

// partOfStreet reports whether a column stands close to that of a street and is a
// part of it: its kind, the house, the floor.
func (d *decision) partOfStreet(c, street *candidate) bool {
	const near = 4
	if far := c.index - street.index; far > near || far < -near || d.object(c) != d.object(street) || c.content.n == 0 {
		return false
	}
	if s, given := d.chosen[c.index]; given && s != slotUserID && s != slotHouse {
		return false
	}
	const digits = 6
	if c.header.bare("number", "address", "residence") && c.header.any("address", "residence") && c.content.mean() <= digits {
		return true // the number of it: endereco.numero
	}
	return c.header.bare("house", "number", "address", "residence") || c.header.bare("street", "type", "address", "residence") && c.header.has["type"] ||
		c.header.bare("number", "residence") && c.index > street.index && c.content.mean() < 6
}

// alike reports whether two names differ in their numbers only.
func alike(a, b *header) bool {
	return slices.Equal(a.unknown, b.unknown) && strings.Join(slices.Sorted(slices.Values(a.order)), " ") == strings.Join(slices.Sorted(slices.Values(b.order)), " ") && a.ordinal != b.ordinal
}
