package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/inspect"
)

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
			if c.header.ordinal > 1 {
				c.named[slotDocument] = 0.55 // of another document, which some have as well
			}
		}
		if whose := c.header.has["user"] || !t.countsFromOne(c); c.header.bare("id") && whose && ids == 1 && c.named[slotUserID] > 0 && len(t.puzzling()) == 0 {
			c.named[slotUserID] = max(c.named[slotUserID], 0.85)
		}
	}
}

// personNumberContext tells that the number of an "id" in the object of a person is the
// person's, where that of the document stands in an object of its own.
func (t *table) personNumberContext() {
	const plainly, sure, less = 0.95, 0.85, 0.3
	for _, c := range t.columns {
		of := readHeader(t.object(c))
		if !of.has["user"] || !c.header.has["id"] || !c.header.bare("number", "id", "data", "vendor") {
			continue
		}
		if slices.ContainsFunc(t.with(slotDocument, plainly), func(r *candidate) bool {
			object, _ := cutPath(r.name)
			h := readHeader(object)
			return object != t.object(c) && h.has["document"]
		}) {
			c.named[slotIdentity], c.named[slotDocument] = sure, less
		}
	}
}

// countsFromOne reports whether a column numbers the rows from the beginning, as nobody
// numbers the customers of a source of which some have left.
func (t *table) countsFromOne(c *candidate) bool {
	return c.content.counts && number(t.sample.cell(0, c.index)) <= 1
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
		case (c.header.says("national", "flag") || t.masked(c)) && c.named[slotIdentity] == 0:
			continue // its last digits, or masked: nobody can be told by them
		case c.header.any("other", "staff", "organisation") && c.named[slotIdentity] == 0:
			continue // somebody else's
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

// masked reports whether nearly all values of a column have signs in the place of digits.
func (t *table) masked(c *candidate) bool {
	const nearly = 95
	n, hidden := 0, 0
	for _, text := range t.texts(c) {
		n++
		hidden += b2i(strings.Contains(strings.ToUpper(text), "XXX") || strings.Contains(text, "**"))
	}
	return n > 0 && hidden*100 >= n*nearly
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
	if known := found.knownShare(slotIDType); (known >= proven || found.header.bare("document")) && found.content.fill() >= least {
		weight = sure // of what is called a document half is enough
	}
	found.named[slotIDType] = max(found.named[slotIDType], weight)
}

// kindsOf is how many kinds of papers the words of a column name, each longer than a code.
func kindsOf(c *candidate) int {
	const word = 4
	kinds := map[string]bool{}
	for _, code := range c.codes(slotIDType) {
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
	"numerodeidentidad": true, "identitaetsnummer": true, "رقمالهويه": true, "nomoridentitas": true, "noidentitas": true, "kimlikno": true, "เลขที่บัตร": true, "证件号": true, "證號": true, "שמספרמזהה": true, "מסזהות": true, "מספרזהות": true, "מסזהה": true, "מספרמזהה": true,
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

// cards are names of the card that a state gives its people, and of the number on it, in
// countries in which the tax office knows each of them by another number: those of taxed.
var (
	cards = wordSet("dni ci cedula cedulas cc dui dpi cin carnet rg")
	taxed = wordSet("cuit cuil cuitcuil cuilcuit ruc rif rtn rnc nit cpf")
)

// cardContext tells that the number of somebody's card is the document's, and that of the
// tax office the person's, where the card has days of its own, or an office that issued it, and no other document a number.
func (t *table) cardContext() {
	const plainly, sure, less = 0.8, 0.95, 0.3
	if len(t.with(slotDocument, plainly)) > 0 {
		return
	}
	dated := slices.ContainsFunc(t.columns, func(c *candidate) bool {
		dated := c.named[slotExpireDate] >= plainly || c.named[slotIssueDate] >= plainly || c.header.says("issue", "authority")
		return dated && c.called(cards) && c.content.n > 0
	})
	card, tax := t.onlyNumberCalled(cards), t.onlyNumberCalled(taxed)
	if !dated || card == nil || tax == nil || card == tax {
		return
	}
	card.named[slotDocument], card.named[slotIdentity] = sure, less
	tax.named[slotIdentity] = max(tax.named[slotIdentity], sure)
}

// onlyNumberCalled is the one column with numbers of people whose name has a word of a set
// and nothing else, that is filled in most rows; nil for none or several.
func (t *table) onlyNumberCalled(set map[string]bool) (only *candidate) {
	const most = 0.5
	for _, c := range t.columns {
		v, _ := c.judge(slotIdentity, t.now)
		if !c.called(set) || v < looks || c.content.fill() < most || !c.header.bareOf("national", "idcard", "document", "tax", "number", "id", "user") {
			continue
		}
		if only != nil {
			return nil
		}
		only = c
	}
	return only
}
