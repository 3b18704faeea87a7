package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/inspect"
)

// context sharpens what names say by the columns around them.
func (t *table) context() {
	t.partnerContext()
	t.expContext()
	t.emailContext()
	t.nameContext()
	t.onlyAddressContext()
	t.suburbContext()
	t.addressContext()
	t.countryContext()
	t.provinceContext()
	t.stateContext()
	t.paperContext()
	t.numberContext()
	t.regionContext()
	t.typeContext()
	t.typedNumberContext()
	t.paperFamily()
	t.outrankedContext()
	t.taxContext()
	t.pictureContext()
	t.loneContext()
	t.provenContext()
	t.statusContext()
}

// partnerContext tells that a column called just "partner", with a number or code of its own
// in every row, may have those of business partners, as SAP calls its customers, and has
// them beside other columns of its table of these: people are married to somebody with a
// name.
func (t *table) partnerContext() {
	const sure, perhaps = 0.85, 0.6
	ofTable := func(c *candidate) bool {
		return strings.HasPrefix(c.name, "BUT000-") || slices.Contains([]string{"mandt", "bugroup", "bpkind", "butype", "busort1"}, fold(strings.ReplaceAll(c.name, "_", "")))
	}
	for _, c := range t.columns {
		if fold(strings.TrimPrefix(c.name, "BUT000-")) == "partner" && c.content.unique() && c.content.identifies() && len(t.with(slotUserID, 0.8)) == 0 {
			c.header = header{has: map[concept]bool{"user": true, "number": true}, order: []concept{"user", "number"}, first: c.header.first}
			c.named = map[slot]float64{slotUserID: perhaps}
			if slices.ContainsFunc(t.columns, ofTable) {
				c.named[slotUserID] = sure
			}
		}
	}
}

// expContext tells that EXP is short for the issue, as in expedición, where another column
// is called the expiry by a word of its own, and hardly any of its days is yet to come.
func (t *table) expContext() {
	isExp := func(t token) bool { return t.text == "exp" || t.text == "exped" }
	for _, c := range t.with(slotExpireDate, 0.9) {
		if !slices.ContainsFunc(tokens(c.name), isExp) || c.content.n == 0 || t.yearOf(c, 0.95) > t.now {
			continue
		}
		for _, r := range t.with(slotExpireDate, 0.9) {
			if v, _ := r.judge(slotExpireDate, t.now); r != c && !slices.ContainsFunc(tokens(r.name), isExp) && v >= allows && t.yearOf(r, 0.5) > t.yearOf(c, 0.5) && len(t.with(slotIssueDate, 0.5)) == 0 {
				c.header.replace("expiry", "issue")
				c.named = c.header.named()
				c.named[slotIssueDate] = max(c.named[slotIssueDate], 0.95)
				return
			}
		}
	}
}

// yearOf is the year that a share of a column's days is not after, in whatever calendar or
// form they are.
func (t *table) yearOf(c *candidate, share float64) int {
	if c.national != nil {
		return c.national.year(share)
	}
	return c.content.year(share)
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
	if len(c.header.order) == 0 && c.content.n >= 30 && c.content.variety() >= 0.95 && c.content.fill() >= 0.5 {
		c.named[slotEmail] = max(c.named[slotEmail], 0.8)
	}
	if c.content.n >= 30 && c.content.variety() >= 0.9 && c.content.fill() >= 0.5 && c.header.has["email"] && len(c.header.unknown) <= 1 &&
		!c.header.any("other", "staff", "organisation", "event", "secondary") && !slices.ContainsFunc(c.header.unknown, func(w string) bool { return t.speaksOfPerson(w, c) }) {
		c.named[slotEmail] = max(c.named[slotEmail], 0.8)
	}
}

// checked are the concepts of which one makes a name that of a check's outcome.
var checked = []concept{"kyc", "status", "result", "condition", "state", "identity"}

// statusContext tells that the one column with words for good outcomes and for bad or open
// ones has those of the check, where its name speaks of a status and no other of a check.
func (t *table) statusContext() {
	const least, partly, sure, perhaps = 0.8, 0.3, 0.95, 0.6
	t.otherStatus()
	var found *candidate
	for _, c := range t.columns {
		if share, both := c.outcomeShare(); !both || c.knownShare(slotStatus) < least && (share < partly || !c.header.any("status", "kyc", "result")) || len(c.detail.Values) > mostCodes {
			if c.named[slotStatus] >= perhaps && c.header.has["kyc"] {
				return // what is called the check's says it in codes
			}
			continue
		}
		if found != nil {
			return
		}
		found = c
	}
	if found == nil {
		t.codedStatus()
		return
	}
	if !found.header.has["kyc"] && !found.header.bareOf(slices.Concat(checked, anywhere[:2], []concept{"code", "id", "type", "document", "now", "data", "vendor", "flag"})...) {
		return // of something else
	}
	if slices.ContainsFunc(whose, func(x about) bool { return found.header.has[x.concept] }) || found.header.any("email", "phone", "address", "license", "visa", "tax") {
		return
	}
	switch h := &found.header; {
	case h.any(checked...) && len(h.unknown) == 0 && (h.has["kyc"] || !t.ofContracts()), h.has["kyc"] && len(h.unknown) == 1 && !t.speaksOfPerson(h.unknown[0], found):
		found.named[slotStatus] = max(found.named[slotStatus], sure)
	case h.any(checked...) && !h.has["kyc"] && t.ofContracts():
		found.named[slotStatus] = perhaps
	case h.any(checked...) || len(h.order) == 0:
		found.named[slotStatus] = max(found.named[slotStatus], perhaps)
	}
}

// checkWords are words for what somebody is checked in, of which each has a number as well.
var checkWords = map[string]bool{
	"session": true, "inquiry": true, "enquiry": true, "case": true, "ticket": true, "request": true, "report": true, "inspection": true, "workflow": true, "attempt": true, "check": true, "verification": true, "journey": true, "flow": true, "task": true, "job": true, "process": true, "transaction": true, "txn": true, "trx": true, "screening": true,
}

// ofContracts reports whether the rows are as much of loans, orders or policies as of people:
// each has a number of its own, and may be what was approved. What was applied for is one
// where amounts stand beside it.
func (t *table) ofContracts() bool {
	amounts := slices.ContainsFunc(t.columns, func(c *candidate) bool { return c.header.has["amount"] })
	return slices.ContainsFunc(t.columns, func(c *candidate) bool {
		applied := false
		for _, t := range tokens(c.name) {
			if checkWords[t.text] {
				return false
			}
			applied = applied || strings.HasPrefix(t.text, "app")
		}
		if c.header.says("contract", "amount") {
			return true
		}
		return (amounts || !applied) && c.header.has["contract"] && !c.header.any("kyc", "document", "image", "user") && c.content.unique() && c.content.identifies()
	})
}

// otherStatus makes less of a status whose name does not say that it is a check's, where
// another column has words for outcomes as well, or the rows are of contracts.
func (t *table) otherStatus() {
	const perhaps, least = 0.6, 0.5
	var outcomes []*candidate
	for _, c := range t.columns {
		if share, both := c.outcomeShare(); both && share >= least && len(c.detail.Values) <= mostCodes {
			outcomes = append(outcomes, c)
		}
	}
	if len(outcomes) < 2 && !t.ofContracts() {
		return
	}
	for _, c := range t.columns {
		if w, named := c.named[slotStatus]; named && !c.header.has["kyc"] {
			c.named[slotStatus] = min(w, perhaps)
		}
	}
}

// codedStatus takes the only column that is called the check's, or a flag of it, for its
// outcome: what its few codes mean is asked one by one.
func (t *table) codedStatus() {
	const may, sure, most = 0.65, 0.95, 8
	var found *candidate
	for _, c := range t.columns {
		if !c.header.has["kyc"] || c.named[slotStatus] == 0 {
			continue
		}
		if found != nil {
			return
		}
		found = c
	}
	if found != nil && found.named[slotStatus] >= may && found.header.bare("kyc", "flag", "identity", "code", "status", "result", "condition") && found.detail.Values != nil && len(found.detail.Values) <= most && len(t.with(slotStatus, may)) == 1 {
		found.named[slotStatus] = sure
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
			held := 0.0
			for _, city := range cities {
				held = max(held, t.holds(c, city))
			}
			switch {
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

// onlyAddressContext takes away the doubt of an address to write to, where the file has
// no other.
func (t *table) onlyAddressContext() {
	var parts []*candidate
	for _, c := range t.columns {
		if !c.header.any("address", "street", "city", "zip", "state", "country", "house", "residence") || c.header.any("email", "ip", "proof", "image", "issue", "nationality", "birth", "other", "organisation", "staff") {
			continue
		}
		switch {
		case c.header.has["contact"] && !c.header.has["secondary"]:
			parts = append(parts, c)
		case !c.header.bare("country", "code", "name") && !c.header.says("residence", "country"):
			return
		}
	}
	for _, c := range parts {
		for _, s := range homely {
			if w, named := c.named[s]; named && s != slotEmail && s != slotPhone {
				c.named[s] = min(1, w/contactDoubt)
			}
		}
	}
}

// streetLines makes lines of streets that differ in their numbers only.
func (t *table) streetLines() {
	streets := t.with(slotStreet, 0.5)
	for _, c := range streets {
		if c.header.has["line"] || c.header.ordinal == 0 || c.header.any("house", "type") {
			continue
		}
		for _, r := range streets {
			if r != c && r.header.ordinal > 0 && alike(&c.header, &r.header) {
				c.header.addLine(c.header.ordinal)
				r.header.addLine(r.header.ordinal)
			}
		}
	}
}

// suburbContext tells that a suburb or a locality is no city, where the city has a column
// of its own.
func (t *table) suburbContext() {
	part := func(c *candidate) bool {
		return slices.ContainsFunc(tokens(c.name), func(t token) bool {
			return t.text == "suburb" || t.text == "locality" || t.text == "localidad" || t.text == "localite"
		})
	}
	for _, c := range t.with(slotCity, 0.5) {
		if !part(c) {
			continue
		}
		for _, r := range t.with(slotCity, 0.8) {
			if r != c && !part(r) && whichAddress(r) == whichAddress(c) && t.object(r) == t.object(c) {
				c.named[slotCity] = 0.3
			}
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
	t.streetLines()
	for _, c := range t.with(slotHouse, 0.8) {
		if x := c.content; x.n >= 10 && x.share(x.lettered) >= 0.9 && x.share(x.digited) < 0.1 && x.mean() > 4 && x.distinct >= 3 && x.variety() < 0.5 {
			delete(c.named, slotHouse) // departments are short for regions as well as for flats
			c.named[slotState] = 0.7
			c.header = header{has: map[concept]bool{"state": true}, order: []concept{"state"}, ordinal: c.header.ordinal, first: c.header.first}
		}
	}
	for _, c := range t.columns {
		if !c.header.says("street", "number") {
			continue
		}
		for _, s := range t.with(slotStreet, 0.8) {
			if !s.header.has["number"] {
				c.named[slotHouse] = 0.95
				delete(c.named, slotStreet)
				c.header.has = map[concept]bool{"house": true, "number": true}
				c.header.order = slices.DeleteFunc(slices.Clone(c.header.order), func(o concept) bool { return o == "street" })
				c.header.order = append(c.header.order, "house")
				for _, o := range c.header.order {
					c.header.has[o] = true
				}
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
		if !c.header.bare("country", "code", "name", "home", "contact", "permanent") {
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
		typed = typed || c.named[slotIDType] >= 0.95 && len(t.with(slotDocument, 0.8)) == 0
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

// outrankedContext makes less of a number of a person beside the one that a country knows
// its people by.
func (t *table) outrankedContext() {
	const plainly, less = 0.8, 0.7
	numbers := t.with(slotIdentity, plainly)
	for _, c := range numbers {
		for _, r := range numbers {
			if r != c && c.before(r) && c.content.fill() >= r.content.fill()/2 {
				r.named[slotIdentity] = min(r.named[slotIdentity], less)
			}
		}
	}
}

// abroad are numbers for the tax that a state knows nobody by: of a foreign one, as banks
// report it, or of what somebody sells.
var abroad = map[string]bool{"fatca": true, "crs": true, "vat": true, "gst": true, "gstin": true, "naf": true, "btw": true, "iva": true, "us": true, "giin": true, "ust": true, "ustid": true, "mwst": true, "tva": true}

// taxContext takes a number for the tax for the person's where the file has no other
// number of a person, and no column that nobody understands could be one.
func (t *table) taxContext() {
	const alone = 0.85
	var found *candidate
	for _, c := range t.columns {
		switch v, _ := c.judge(slotIdentity, t.now); {
		case c.header.says("national", "flag") && c.named[slotIdentity] == 0:
			continue // its last digits, or masked: nobody can be told by them
		case c.header.has["national"] || c.named[slotIdentity] > 0.5:
			return
		case t.maybePersonal(c):
			return
		case !c.header.has["tax"] || c.named[slotIdentity] == 0 || len(c.header.unknown) > 0 || v < looks || slices.ContainsFunc(tokens(c.name), func(t token) bool { return abroad[t.text] }):
		case found != nil:
			return
		default:
			found = c
		}
	}
	if found != nil {
		found.named[slotIdentity] = alone
	}
}

// maybePersonal reports whether a column that nobody understands may have the number that a
// state knows its people by: numbers, nearly all different, which are of one length or two,
// as those of an older and of a newer kind.
func (t *table) maybePersonal(c *candidate) bool {
	const shortest, longest, most = 8, 24, 95
	x := c.content
	if v, _ := c.judge(slotIdentity, t.now); v < looks || len(c.header.order) > 0 && (len(c.header.unknown) == 0 || !c.header.bareOf("number", "id", "code")) || x.variety() < 0.95 || x.share(x.types[inspect.TypePhone]) >= 0.5 || x.share(x.dated+x.moments) >= 0.5 {
		return false
	}
	lengths, n, dialled := map[int]int{}, 0, 0
	for _, text := range t.texts(c) {
		lengths[utf8.RuneCountInString(text)]++
		dialled += b2i(text[0] == '0' || text[0] == '+' || text[0] == '(')
		n++
	}
	if dialled*100 >= n*most {
		return false // a telephone's
	}
	counts := make([]int, 0, len(lengths))
	for length, count := range lengths {
		if length >= shortest && length <= longest {
			counts = append(counts, count)
		}
	}
	slices.Sort(counts)
	first := 0
	for _, count := range counts[max(0, len(counts)-2):] {
		first += count
	}
	return first*100 >= n*most
}

// typeContext tells that the only column with words for kinds of papers, of which no other
// column has any, is the type of the document, whatever it is called: nothing else is a
// passport in some rows and a card in others.
func (t *table) typeContext() {
	const proven, least, sure, perhaps = 0.9, 0.5, 0.9, 0.6
	var found *candidate
	for _, c := range t.columns {
		if c.detail.Values == nil || len(c.detail.Values) > mostCodes || c.knownShare(slotIDType) < least || kindsOf(c) < 2 {
			continue
		}
		if found != nil {
			return
		}
		found = c
	}
	if found == nil || len(found.header.order) > 0 && !found.header.any("type", "document", "idcard", "identity", "national") ||
		found.header.any("other", "staff", "organisation", "thing", "proof", "reason", "secondary", "issue", "uuid", "event", "external", "contract", "account") || len(t.with(slotIDType, 0.9)) > 0 {
		return
	}
	weight := perhaps
	if slices.ContainsFunc(found.header.unknown, func(w string) bool { return t.speaksOfPerson(w, found) }) {
		return // somebody else's
	}
	if found.knownShare(slotIDType) >= proven && found.content.fill() >= least {
		weight = sure
	}
	found.named[slotIDType] = max(found.named[slotIDType], weight)
}

// kindsOf is how many kinds of papers the words of a column name, each longer than a code.
func kindsOf(c *candidate) int {
	const word = 4
	kinds := map[string]bool{}
	for _, code := range decode(slotIDType, c.detail.Values) {
		if code.meaning != "" && code.meaning != leftOut && utf8.RuneCountInString(code.value) >= word || code.meaning != "" && !spaced(code.value) {
			kinds[code.meaning] = true
		}
	}
	return len(kinds)
}

// typedNumberContext tells that a number right beside the type of a document is the
// document's, where no column says that it is: what else it may be has words of its own.
func (t *table) typedNumberContext() {
	const near, sure, likely, perhaps = 3, 0.9, 0.85, 0.6
	if len(t.with(slotDocument, 0.8)) > 0 {
		return
	}
	for _, k := range t.with(slotIDType, 0.6) {
		if v, _ := k.judge(slotIDType, t.now); v < looks {
			continue
		}
		var found []*candidate
		for _, c := range t.columns[max(0, k.index-1):min(len(t.columns), k.index+near+1)] {
			if c != k && t.object(c) == t.object(k) && t.mayBeNumber(c) {
				found = append(found, c)
			}
		}
		if len(found) > 1 { // the number stands right behind its type
			found = slices.DeleteFunc(found, func(c *candidate) bool { return c.index != k.index+1 })
		}
		if len(found) != 1 {
			continue
		}
		c := found[0]
		plain := c.header.any("number", "id", "idcard", "identity", "document") && c.named[slotIdentity] < 0.95 && !c.header.any("national", "passport", "license", "permit", "visa") ||
			c.anyNumber() && kindsOf(k) > 1
		v, _ := c.judge(slotDocument, t.now)
		switch {
		case plain && len(c.header.unknown) == 0 && v >= looks:
			c.named[slotDocument], c.named[slotIdentity] = sure, min(c.named[slotIdentity], 0.3)
		case plain && c.index == k.index+1 && k.named[slotIDType] >= sure && v >= looks && c.content.n*100 >= k.content.n*95:
			c.named[slotDocument], c.named[slotIdentity] = likely, min(c.named[slotIdentity], 0.3)
		default:
			c.named[slotDocument] = max(c.named[slotDocument], perhaps)
		}
		return
	}
}

// anyNumbers are names for the number of whatever proves who somebody is, which mean that
// of a person where no type of a document stands before them.
var anyNumbers = map[string]bool{
	"identitynumber": true, "identityno": true, "idnumber": true, "identificationnumber": true, "identificationno": true, "numeroidentificacion": true, "numerodeidentificacion": true, "nroidentificacion": true,
	"numerodeidentidad": true, "identitaetsnummer": true, "رقمالهويه": true, "nomoridentitas": true, "noidentitas": true, "kimlikno": true, "เลขที่บัตร": true, "证件号": true, "證號": true, "שמספרמזהה": true,
}

// anyNumber reports whether a column is called so, or its last part is.
func (c *candidate) anyNumber() bool {
	_, last := cutPath(c.name)
	return anyNumbers[joined(c.name)] || anyNumbers[joined(last)]
}

// mayBeNumber reports whether a column may hold the numbers of documents, by its values and
// by what its name says besides.
func (t *table) mayBeNumber(c *candidate) bool {
	v, _ := c.judge(slotDocument, t.now)
	return v >= allows && c.national == nil && (c.named[slotIdentity] < 0.95 || c.anyNumber()) && c.content.share(c.content.types[inspect.TypePhone]) < 0.5 &&
		!c.header.any("tax", "account", "contract", "phone", "other", "staff", "organisation", "event", "amount", "zip", "house", "user", "date", "email", "ip", "image", "name", "flag", "risk", "issue", "expiry")
}

// regionContext tells that a region among the parts of an address is of it, and that the
// district is the city where the address has no other.
func (t *table) regionContext() {
	const sure = 0.85
	if regions := t.with(slotState, 0.6); len(regions) == 1 && regions[0].header.bare("region", "address", "code", "name") && len(t.with(slotState, 0.3)) == 1 && t.amongAddress(regions[0]) && !t.levelBeside(regions[0]) {
		regions[0].named[slotState] = sure
	}
	if districts := t.with(slotCity, 0.3); len(districts) == 1 && districts[0].header.bare("district", "address", "residence", "name") && t.amongAddress(districts[0]) && !t.levelBeside(districts[0]) &&
		len(t.with(slotState, 0.3)) < 2 && !slices.ContainsFunc(tokens(districts[0].name), func(t token) bool { return wards[t.text] }) {
		districts[0].named[slotCity] = sure
	}
}

// wards are words for parts of a town, or for what has several villages, of which none is
// the city of an address.
var wards = map[string]bool{
	"ward": true, "parish": true, "kebele": true, "woreda": true, "quarter": true, "neighborhood": true, "neighbourhood": true, "kata": true, "tarafa": true, "mtaa": true, "bairro": true, "barrio": true,
	"colonia": true, "barangay": true, "brgy": true, "baranggay": true, "purok": true, "kelurahan": true, "kel": true, "desa": true, "dusun": true, "mahalle": true, "mahallesi": true, "mah": true, "semt": true,
	"xa": true, "phuong": true, "ap": true, "thon": true, "quartier": true, "ortsteil": true, "stadtteil": true, "freguesia": true, "frazione": true, "rione": true, "urbanizacion": true, "urb": true, "vereda": true,
	"fraccionamiento": true, "fracc": true, "parroquia": true, "mahalla": true, "lagje": true, "lagjja": true, "mikrorajons": true, "мкр": true, "микрораион": true, "жк": true, "квартал": true, "dzielnica": true, "tehsil": true, "taluk": true, "taluka": true,
	"mandal": true, "thana": true, "वार्ड": true, "थाना": true, "থানা": true, "ቀበሌ": true, "ወረዳ": true, "الحي": true, "حي": true, "المحله": true, "محله": true, "שכונה": true, "行政区": true, "街道办": true, "里別": true, "행정동": true, "법정동": true, "동명": true, "읍면동": true, "แขวง": true, "ตําบล": true,
}

// levelBeside reports whether a column that nobody understands stands close to a part of an
// address and may have another level of places: which of the two the city is, or the region,
// is not known then.
func (t *table) levelBeside(c *candidate) bool {
	const near = 3
	return slices.ContainsFunc(t.columns[max(0, c.index-near):min(len(t.columns), c.index+near+1)], func(r *candidate) bool {
		return r != c && r.usable && (len(r.header.order) == 0 || len(r.header.unknown) > 0 && r.header.bareOf("district", "region", "city", "state")) && t.object(r) == t.object(c) && r.placeLike()
	})
}

// bareOf reports whether what is known of a name is some of a list.
func (h *header) bareOf(concepts ...concept) bool {
	return !slices.ContainsFunc(h.order, func(c concept) bool { return !slices.Contains(concepts, c) })
}
