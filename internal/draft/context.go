package draft

import (
	"slices"
	"strings"

	"kycmigrate/internal/inspect"
)

// context sharpens what names say by the columns around them.
func (t *table) context() {
	t.partnerContext()
	t.enderecoContext()
	t.numberedPapers()
	t.maturityContext()
	t.expContext()
	t.nacContext()
	t.kennitalaContext()
	t.emailContext()
	t.nameContext()
	t.onlyAddressContext()
	t.suburbContext()
	t.addressContext()
	t.countryContext()
	t.provinceContext()
	t.stateContext()
	t.stateBesideContext()
	t.paperContext()
	t.numberContext()
	t.personNumberContext()
	t.regionContext()
	t.labelContext()
	t.typeContext()
	t.typedNumberContext()
	t.paperFamily()
	t.cardContext()
	t.outrankedContext()
	t.taxContext()
	t.pictureContext()
	t.loneContext()
	t.legendContext()
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
var checked = []concept{"kyc", "status", "result", "condition", "state", "identity", "register"}

// statusContext tells that the one column with words for good outcomes and for bad or open
// ones has those of the check, where its name speaks of a status and no other of a check.
func (t *table) statusContext() {
	const least, partly, sure, perhaps = 0.8, 0.3, 0.95, 0.6
	t.otherStatus()
	var found *candidate
	coded := false // what is called the check's says it in codes
	for _, c := range t.columns {
		if share, both := c.outcomes(); !both || c.knownShare(slotStatus) < least && (share < partly || !c.header.any("status", "kyc", "result")) || len(c.detail.Values) > mostCodes {
			coded = coded || c.named[slotStatus] >= perhaps && c.header.has["kyc"]
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
	if coded {
		return
	}
	if !found.header.has["kyc"] && !found.header.bareOf(slices.Concat(checked, anywhere[:2], []concept{"code", "id", "type", "document", "now", "data", "vendor", "flag"})...) {
		return // of something else
	}
	if slices.ContainsFunc(whose, func(x about) bool { return found.header.has[x.concept] }) || found.header.any("email", "phone", "address", "license", "visa", "tax") {
		return
	}
	switch h := &found.header; {
	case h.any(checked...) && len(h.unknown) == 0 && (h.any("kyc", "register") || !t.ofContracts()), h.has["kyc"] && len(h.unknown) == 1 && !t.speaksOfPerson(h.unknown[0], found):
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

// outcomes is outcomeShare of a column that is not plainly called a country or the like: A and
// D are states of cars as well as approved and declined.
func (c *candidate) outcomes() (share float64, both bool) {
	if c.means(slotNationality, slotIssuing, slotAddressCountry, slotState, slotGender) {
		return 0, false
	}
	return c.outcomeShare()
}

// otherStatus makes less of a status whose name does not say that it is a check's, where
// another column has words for outcomes as well, or the rows are of contracts.
func (t *table) otherStatus() {
	const perhaps, least = 0.6, 0.5
	var outcomes []*candidate
	for _, c := range t.columns {
		if share, both := c.outcomes(); both && share >= least && len(c.detail.Values) <= mostCodes {
			outcomes = append(outcomes, c)
		}
	}
	if len(outcomes) < 2 && !t.ofContracts() {
		return
	}
	for _, c := range t.columns {
		if w, named := c.named[slotStatus]; named && !c.header.has["kyc"] && (len(outcomes) > 1 || !c.header.has["register"]) {
			c.named[slotStatus] = min(w, perhaps)
		}
	}
}

// codedStatus takes the only column that is called the check's, or a flag of it, or where
// none is that of the register that people are looked up in, for its outcome: what its few codes mean is asked one by one.
func (t *table) codedStatus() {
	const may, sure, most = 0.65, 0.95, 8
	var found *candidate
	for _, of := range []concept{"kyc", "register"} {
		for _, c := range t.columns {
			if v, _ := c.judge(slotStatus, t.now); !c.header.has[of] || c.named[slotStatus] == 0 || v == contradicts && of == "register" {
				continue
			}
			if found != nil {
				return
			}
			found = c
		}
		if found != nil {
			break
		}
	}
	if found != nil && found.named[slotStatus] >= may && len(found.header.unknown) == 0 && found.header.bareOf("kyc", "register", "user", "now", "flag", "identity", "code", "status", "result", "condition") && found.detail.Values != nil && len(found.detail.Values) <= most && found.answers() && !t.otherOutcome(found, may) {
		found.named[slotStatus] = sure
	}
}

// answers reports whether a column of a check's says what came out of it, by its name or by
// its values, and not how it was made, or of which level it is.
func (c *candidate) answers() bool {
	const most, least = 4, 0.5
	if c.header.any("status", "result", "condition") && !c.header.has["flag"] || c.knownShare(slotStatus) >= least {
		return true
	}
	present := map[string]bool{}
	for _, v := range c.detail.Values {
		if inspect.TypeOf(v.Value) != inspect.TypeEmpty {
			present[joined(v.Value)] = true
		}
	}
	return len(present) <= most && slices.ContainsFunc(yesAndNo, func(pair [2]string) bool { return present[pair[0]] && present[pair[1]] })
}

// yesAndNo are words and letters for yes and no, of which a language has two.
var yesAndNo = [][2]string{{"y", "n"}, {"yes", "no"}, {"s", "n"}, {"si", "no"}, {"sim", "nao"}, {"o", "n"}, {"oui", "non"}, {"j", "n"}, {"ja", "nein"}, {"ja", "nee"}, {"ja", "nej"}, {"ja", "nei"}, {"t", "n"}, {"tak", "nie"}, {"a", "n"}, {"ano", "ne"}, {"da", "ne"}, {"d", "n"}, {"e", "h"}, {"evet", "hayir"}, {"i", "n"}, {"igen", "nem"}, {"да", "нет"}, {"да", "не"}, {"так", "ні"}, {"true", "false"}, {"t", "f"}, {"1", "0"}, {"ya", "tidak"}, {"y", "t"}, {"نعم", "لا"}, {"是", "否"}, {"예", "아니오"}, {"はい", "いいえ"}}

// otherOutcome reports whether another column may be the outcome of the check as well: by
// its name, and by a word for one or a name that speaks of a check.
func (t *table) otherOutcome(c *candidate, weight float64) bool {
	return slices.ContainsFunc(t.with(slotStatus, weight), func(r *candidate) bool {
		share, _ := r.outcomeShare()
		return r != c && (share > 0 || r.header.any("kyc", "register", "result") || len(r.detail.Values) == 0)
	})
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
	t.otherNamesContext()
	t.lineageContext()
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
	if len(t.with(slotLastName, 0.5)) > 0 || t.inBulgarian() {
		return
	}
	for _, c := range t.with(slotMiddle, 0.8) {
		if joined(c.name) == "презиме" {
			delete(c.named, slotMiddle)
			c.named[slotLastName] = 1
		}
	}
}

// inBulgarian reports whether names of columns have letters that Bulgarian has and that
// neither Serbian nor Macedonian has.
func (t *table) inBulgarian() bool {
	return slices.ContainsFunc(t.columns, func(c *candidate) bool { return strings.ContainsAny(strings.ToLower(c.name), "ъщюяьй") })
}

// otherNamesContext tells that the other names beside a surname are the given ones, as the
// forms of West and East Africa have them, where no column is called the first name.
func (t *table) otherNamesContext() {
	const sure = 0.95
	last := t.with(slotLastName, 0.8)
	if len(last) != 1 || len(t.with(slotFirstName, 0.3)) > 0 {
		return
	}
	var found []*candidate
	for _, c := range t.with(slotMiddle, 0.8) {
		list := tokens(c.name)
		n := len(list)
		if n > 1 && list[n-2].text == "other" && (list[n-1].text == "names" || list[n-1].text == "name") || n > 0 && list[n-1].text == "othernames" {
			found = append(found, c)
		}
	}
	if len(found) == 1 && t.object(found[0]) == t.object(last[0]) && found[0].content.fill() >= last[0].content.fill()/2 {
		delete(found[0].named, slotMiddle)
		found[0].named[slotFirstName] = sure
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
	name = cutSilent(name)
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
		known := len(c.header.unknown) == 0 && len(c.header.order) > 0 && !c.header.bare("code") && !c.numbersUser()
		if !known && c.usable && c.content.unique() && c.content.identifies() && !c.header.any(elsewhere...) {
			list = append(list, c)
		}
	}
	return list
}

// numbersUser reports whether a column is called just the customer, and has numbers.
func (c *candidate) numbersUser() bool {
	const nearly = 0.9
	return c.header.bare("user") && c.content.share(c.content.plain) >= nearly
}

// bareOf reports whether what is known of a name is some of a list.
func (h *header) bareOf(concepts ...concept) bool {
	return !slices.ContainsFunc(h.order, func(c concept) bool { return !slices.Contains(concepts, c) })
}
