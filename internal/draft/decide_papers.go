package draft

import (
	"slices"
	"strings"
)

// What belongs to one document, and what to another.

// ofOtherPaper reports whether a column is of another kind of document than the one whose
// number is taken and than another column: the end of a card beside that of the passport.
func (d *decision) ofOtherPaper(c, other *candidate) bool {
	for j, s := range d.chosen {
		number := d.columns[j]
		if s != slotDocument || !number.claims[s].certain(s) || len(d.rivals(s, number)) > 0 {
			continue
		}
		return slices.ContainsFunc(kindsOfPaper, func(k concept) bool { return number.header.has[k] && c.header.has[k] }) &&
			other.header.any(kindsOfPaper...) && !slices.ContainsFunc(kindsOfPaper, func(k concept) bool { return number.header.has[k] && other.header.has[k] })
	}
	return false
}

// documents takes the number of the document from the first of several columns
// that has one, where no row has two.
func (d *decision) documents() {
	ch := d.by[slotDocument]
	if ch == nil {
		return
	}
	for _, c := range d.columns {
		if ch.todo == "" && c.header.has["series"] && !slices.Contains(ch.columns, c) && c.content.n > 0 {
			ch.todo, ch.offers = "the series of the number stands in a column of its own, and may belong to it: join: [SERIES, NUMBER]", []*candidate{ch.columns[0], c}
			return
		}
	}
	if ch.todo == "" {
		return
	}
	var list []*candidate
	for _, c := range d.columns {
		x, claims := c.claims[slotDocument]
		g := d.chosen[c.index]
		if claims && x.weight >= 0.75 && x.verdict >= looks && (g == "" || g == slotDocument) {
			list = append(list, c)
		}
	}
	if len(list) < 2 || !d.exclusive(list) {
		return
	}
	// What is called the document's number is the one for all other papers.
	slices.SortStableFunc(list, func(a, b *candidate) int {
		return b2i(a.header.bare("number", "document")) - b2i(b.header.bare("number", "document"))
	})
	ch.form, ch.columns, ch.todo, ch.offers = "first", list, "", nil
	ch.evidence = []string{"the names say so", "no row has a number in more than one of the columns"}
	for _, c := range list {
		d.chosen[c.index] = slotDocument
	}
}

// checkDigit joins a number of a person with its check digit, or letter, that stands in the
// column behind it: the RUT of Chile, the RUC of Paraguay, the NIT of Colombia.
func (d *decision) checkDigit() {
	const nearly, longest = 0.95, 2
	for _, s := range []slot{slotIdentity, slotDocument} {
		ch := d.by[s]
		if !d.sure(s) || ch.form != "from" || ch.columns[0].index+1 == len(d.columns) {
			continue
		}
		c, digit := ch.columns[0], d.columns[ch.columns[0].index+1]
		if !digit.header.says("check", "digit") || digit.content.mean() > longest || float64(digit.content.n) < nearly*float64(c.content.n) || slices.ContainsFunc(d.texts(c), func(s string) bool { return strings.ContainsRune(s, '-') }) {
			continue
		}
		ch.form, ch.columns, ch.with = "join", []*candidate{c, digit}, "-"
		if digit.content.share(digit.content.digited) == 0 {
			ch.with = "" // 12345678Z
		}
		ch.evidence = append(ch.evidence, "its check digit stands in a column of its own")
	}
}

// kindsOfPaper are the concepts of which a name has one that speaks of one kind
// of document only.
var kindsOfPaper = []concept{"passport", "license", "idcard", "national", "permit", "visa"}

// onePaper makes unsure what belongs to another kind of document than the
// number does: the expiry of a licence beside the number of a passport.
func (d *decision) onePaper() {
	ch := d.by[slotDocument]
	if ch == nil {
		return
	}
	known := map[concept]bool{}
	for _, c := range ch.columns {
		for _, k := range kindsOfPaper {
			known[k] = known[k] || c.header.has[k]
		}
		known["idcard"] = known["idcard"] || c.anyNumber()
		if !c.header.any(kindsOfPaper...) {
			d.fewPapers(c)
			return // a number of any document
		}
	}
	for _, s := range ofPapers {
		other := d.by[s]
		if other == nil || other.todo != "" {
			continue
		}
		for _, k := range kindsOfPaper {
			if c := other.columns[0]; c.header.has[k] && !known[k] {
				other.todo, other.offers = "it is of another kind of document than the number", []*candidate{c}
			}
		}
	}
}

// ofPapers are the slots that say more of a document than its number.
var ofPapers = []slot{slotIssueDate, slotExpireDate, slotIssuing}

// fewPapers makes unsure what a name calls that of one kind of document, and what far fewer
// rows have than have the number of any: the expiry of passports that some have.
func (d *decision) fewPapers(number *candidate) {
	const most = 0.7
	for _, s := range ofPapers {
		other := d.by[s]
		if other == nil || other.todo != "" {
			continue
		}
		if c := other.columns[0]; c.header.any(kindsOfPaper...) && c.content.fill() < most*number.content.fill() {
			other.todo, other.offers = "it is of one kind of document, which few have, and the number is of any", []*candidate{c}
		}
	}
}

// exclusive reports whether hardly any row has a value in two of the columns.
func (d *decision) exclusive(list []*candidate) bool {
	one, more := 0, 0
	for i := range d.sample.rows {
		n := 0
		for _, c := range list {
			n += b2i(d.sample.cell(i, c.index) != "")
		}
		one += b2i(n > 0)
		more += b2i(n > 1)
	}
	return one > 0 && more*100 <= one
}

// taxNumber asks whether a tax number is the person's number, where some papers are identity cards,
// whose number that is in most countries which have both.
func (d *decision) taxNumber() {
	ch, doc, kind := d.by[slotIdentity], d.by[slotDocument], d.by[slotIDType]
	if ch == nil || doc == nil || kind == nil || ch.todo != "" || len(kind.columns) == 0 || !ch.columns[0].header.has["tax"] || ch.columns[0].header.has["national"] {
		return
	}
	if slices.ContainsFunc(kind.columns[0].codes(slotIDType), func(c code) bool { return c.meaning == "government_id" }) {
		ch.todo = "it is called a tax number, and the number of an identity card may be the person's"
		ch.offers = slices.Concat(ch.columns, doc.columns)
	}
}
