package draft

import (
	"slices"
	"strings"

	"kycmigrate/internal/inspect"
)

// context sharpens what names say by the columns around them.
func (t *table) context() {
	t.emailContext()
	t.nameContext()
	t.addressContext()
	t.countryContext()
	t.provinceContext()
	t.stateContext()
	t.paperContext()
	t.numberContext()
}

// emailContext tells that the one column with e-mail addresses is the customer's, though
// one word of its name is not known, where hardly any address repeats: those of the staff
// do.
func (t *table) emailContext() {
	var found []*candidate
	for _, c := range t.columns {
		if v, _ := c.judge(slotEmail, t.now); v == proves {
			found = append(found, c)
		}
	}
	if len(found) != 1 {
		return
	}
	c := found[0]
	if c.content.n >= 30 && c.content.variety() >= 0.95 && c.content.fill() >= 0.8 && c.header.has["email"] && len(c.header.unknown) <= 1 &&
		!c.header.any("other", "staff", "organisation", "event", "secondary") {
		c.named[slotEmail] = max(c.named[slotEmail], 0.8)
	}
}

// bare reports whether a name says no more than the concepts of a list.
func (h *header) bare(concepts ...concept) bool {
	for _, c := range h.order {
		found := c == "user" || c == "kyc" || c == "now"
		for _, want := range concepts {
			found = found || c == want
		}
		if !found {
			return false
		}
	}
	return len(h.unknown) == 0 && h.says(concepts[:1]...)
}

// nameContext tells what a column is that is called just "name". Beside a first
// name it is the last name, and the other way round, unless it holds the other.
func (t *table) nameContext() {
	t.southSlavicContext()
	first, last := t.with(slotFirstName, 0.8), t.with(slotLastName, 0.8)
	for _, c := range t.columns {
		if !c.header.bare("name", "document", "legal") || c.header.has["full"] || c.header.ordinal > 1 {
			continue
		}
		switch {
		case len(first) > 0 && len(last) > 0:
			if t.holds(c, first[0]) >= 0.6 && t.holds(c, last[0]) >= 0.6 {
				c.named[slotFullName] = 1
			} else {
				c.named[slotFullName] = 0.25 // something else is named
			}
		case len(first) > 0:
			t.otherName(c, first[0], slotLastName)
		case len(last) > 0:
			t.otherName(c, last[0], slotFirstName)
		}
	}
}

// southSlavicContext tells what презиме is: the last name in Serbian, and the father's
// in Bulgarian, where the last name stands beside it.
func (t *table) southSlavicContext() {
	if len(t.with(slotLastName, 0.5)) > 0 {
		return
	}
	for _, c := range t.with(slotMiddle, 0.8) {
		if joined(c.name) == "презиме" {
			delete(c.named, slotMiddle)
			c.named[slotLastName] = 1
		}
	}
}

// otherName decides whether a column holds the whole name or the part of it
// that the known one is not.
func (t *table) otherName(c, known *candidate, other slot) {
	switch held := t.holds(c, known); {
	case held >= 0.6:
		c.named[slotFullName] = 1
	case held <= 0.2 && c.content.share(c.content.words) < 0.8:
		c.named[other], c.named[slotFullName] = 0.9, 0.4
	default: // the name of somebody else may be the known one
		c.named[other], c.named[slotFullName] = 0.6, 0.6
	}
}

// addressContext tells whether a column that is called just "address" is the
// whole of it, or the street beside a city.
func (t *table) addressContext() {
	t.houseContext()
	cities, streets := t.with(slotCity, 0.5), t.with(slotStreet, 0.8)
	for _, c := range t.columns {
		if !c.header.bare("address", "home", "residence", "legal", "contact") || c.header.ordinal > 1 {
			continue
		}
		switch {
		case len(streets) > 0:
			c.named[slotAddress] = 0.6
			if t.holds(c, streets[0]) >= 0.6 {
				c.named[slotAddress] = 1
			}
		case len(cities) > 0:
			switch held := t.holds(c, cities[0]); {
			case held >= 0.6:
				c.named[slotAddress] = 1
			case held <= 0.2:
				c.named[slotStreet], c.named[slotAddress] = 0.9, 0.3
			default:
				c.named[slotStreet], c.named[slotAddress] = 0.6, 0.6
			}
		case !t.wholeAddress(c):
			c.named[slotStreet], c.named[slotAddress] = 0.6, 0.6
		default:
			c.named[slotAddress] = max(c.named[slotAddress], 0.95)
		}
	}
}

// wholeAddress reports whether the values look like more than a street: they
// have parts, or are long.
func (t *table) wholeAddress(c *candidate) bool {
	texts, parts, length := t.texts(c), 0, 0
	for _, text := range texts {
		parts += b2i(strings.ContainsAny(text, ",;\n") || !spaced(text))
		length += len(text)
	}
	return parts*2 >= len(texts) || length >= 25*len(texts)
}

// houseContext tells that a "street number" is the house's, where the street has
// a column of its own.
func (t *table) houseContext() {
	for _, c := range t.columns {
		if !c.header.says("street", "number") {
			continue
		}
		for _, s := range t.with(slotStreet, 0.8) {
			if !s.header.has["number"] {
				c.named[slotHouse] = 0.95
				delete(c.named, slotStreet)
				break
			}
		}
	}
}

// countryContext tells that a column called just "country" is the address's:
// it stands among the other parts of it.
func (t *table) countryContext() {
	const near = 2
	for i, c := range t.columns {
		if !c.header.bare("country", "code", "name", "home", "contact") {
			continue
		}
		for j := max(0, i-near); j <= min(len(t.columns)-1, i+near); j++ {
			n := t.columns[j]
			if t.object(n) != t.object(c) {
				continue
			}
			if n.named[slotCity] >= 0.8 || n.named[slotStreet] >= 0.8 || n.named[slotZip] >= 0.8 || n.named[slotState] >= 0.8 {
				c.named[slotAddressCountry], c.named[slotNationality], c.named[slotIssuing] = 0.9, 0.3, 0.3
			}
		}
	}
}

// provinceContext makes an "il" of Turkish unsure where its district has a column: it is
// the province, which most call the city.
func (t *table) provinceContext() {
	is := func(c *candidate, word string) bool {
		return slices.ContainsFunc(tokens(c.name), func(t token) bool { return t.text == word })
	}
	if !slices.ContainsFunc(t.columns, func(c *candidate) bool { return is(c, "ilce") }) {
		return
	}
	for _, c := range t.columns {
		if is(c, "il") && c.named[slotCity] > 0 {
			c.named[slotCity], c.named[slotState] = 0.7, 0.7
		}
	}
}

// stateContext makes a "state" unsure that no other part of an address is there
// for: it may be the record's.
func (t *table) stateContext() {
	for _, s := range []slot{slotCity, slotStreet, slotZip, slotAddress} {
		if len(t.with(s, 0.7)) > 0 {
			return
		}
	}
	for _, c := range t.columns {
		if c.header.bare("state", "code") || c.header.bare("condition", "code") {
			c.named[slotState] *= 0.6
		}
	}
}

// paperContext makes dates of issue and expiry unsure where no column names a
// document: they may be a contract's, or a card's.
func (t *table) paperContext() {
	for _, c := range t.columns {
		if c.header.any("document", "passport", "license", "idcard", "national", "permit", "series") || c.header.bare("type", "id") || c.header.bare("number", "id") {
			return
		}
	}
	for _, c := range t.columns {
		for _, s := range []slot{slotIssueDate, slotExpireDate, slotIssuing} {
			if w, named := c.named[s]; named {
				c.named[s] = 0.7 * w
			}
		}
	}
}

// object is the object that a path of JSON leads into, "" for a plain name. A dot
// ends short forms as well: it makes no path where no other column has the same
// before it.
func (t *table) object(c *candidate) string {
	if t.objects == nil {
		t.objects = map[string]int{}
		for _, r := range t.columns {
			object, _ := cutPath(r.name)
			t.objects[object]++
		}
	}
	if object, _ := cutPath(c.name); t.objects[object] > 1 {
		return object
	}
	return ""
}

// cutPath cuts a path of JSON, or the name of a record and of a field in it with a
// colon between, into the object and the name in it.
func cutPath(name string) (object, last string) {
	at := strings.LastIndexByte(name, '.')
	if colon := strings.IndexByte(name, ':'); at < 0 {
		at = colon
	}
	if at > 0 && at+1 < len(name) && name[at+1] != ' ' {
		return name[:at], name[at+1:]
	}
	return "", name
}

// puzzling lists the columns in which every row has a value of its own, and whose
// name nobody knows: one of them may be the number of the customer.
func (t *table) puzzling() (list []*candidate) {
	for _, c := range t.columns {
		known := len(c.header.unknown) == 0 && len(c.header.order) > 0 && !c.header.bare("code")
		if !known && c.usable && c.content.unique() && c.content.identifies() && !c.header.any(elsewhere...) {
			list = append(list, c)
		}
	}
	return list
}

// identifies reports whether the values may be numbers of customers: no dates, no
// moments in digits, no amounts, and no words.
func (c *content) identifies() bool {
	other := c.types[inspect.TypeEmail] + c.types[inspect.TypeDate] + c.types[inspect.TypeDecimal] + c.types[inspect.TypeName] + c.types[inspect.TypeImage]
	return c.share(other) < 0.5 && c.share(c.moments) < 0.5 && c.share(c.digited) >= 0.9 && c.mean() <= 40
}

// elsewhere are concepts of which none stands in the name of what identifies a
// customer.
var elsewhere = []concept{
	"event", "amount", "account", "contract", "other", "staff", "organisation", "phone", "email", "tax",
	"national", "document", "passport", "idcard", "license", "ip", "image", "name", "address",
}

// numberContext tells what the number of an "id" is: beside the type of that id
// it is the document's. An id by itself is the customer's where no other column
// could be.
func (t *table) numberContext() {
	typed := false
	for _, c := range t.columns {
		typed = typed || c.header.bare("type", "id", "idcard") && c.header.any("id", "idcard")
	}
	ids := 0
	for _, c := range t.columns {
		if c.named[slotUserID] >= 0.5 && !c.header.bare("number") || c.header.has["id"] && c.header.any("contract", "account", "external") {
			ids++
		}
	}
	for _, c := range t.columns {
		if c.header.bare("number", "id", "idcard") && c.header.any("id", "idcard") && typed {
			c.named[slotDocument], c.named[slotIdentity] = 0.95, 0.3
		}
		if c.header.bare("id") && ids == 1 && c.named[slotUserID] > 0 && len(t.puzzling()) == 0 {
			c.named[slotUserID] = max(c.named[slotUserID], 0.85)
		}
	}
}
