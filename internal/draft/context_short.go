package draft

import (
	"slices"
	"strings"
)

// Short forms that mean one thing or another by what stands beside them.

// expContext tells that EXP is short for the issue, as in expedición, where another column
// is called the expiry by a word of its own, and hardly any of its days is yet to come.
func (t *table) expContext() {
	isExp := func(t token) bool { return t.text == "exp" || t.text == "exped" }
	t.expPlaceContext(isExp)
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

// expPlaceContext tells the same where the place of the issue has EXP in its name as well, as
// LUG_EXP beside FEC_EXP: nothing expires at a place.
func (t *table) expPlaceContext(isExp func(token) bool) {
	const near, plainly = 2, 0.9
	list := t.with(slotExpireDate, plainly)
	if len(list) != 1 || len(t.with(slotIssueDate, 0.5)) > 0 {
		return
	}
	c := list[0]
	if !slices.ContainsFunc(tokens(c.name), isExp) || c.content.n == 0 || t.yearOf(c, 0.95) > t.now {
		return
	}
	for _, r := range t.columns[max(0, c.index-near):min(len(t.columns), c.index+near+1)] {
		if r.header.says("issue", "place") && slices.ContainsFunc(tokens(r.name), isExp) {
			c.header.replace("expiry", "issue")
			c.named = c.header.named()
			c.named[slotIssueDate] = max(c.named[slotIssueDate], 0.95)
			return
		}
	}
}

// nacContext tells that NAC is short for the nationality, as Portuguese has it, where
// another column calls the birth NASC: Spanish has one short form for both.
func (t *table) nacContext() {
	has := func(c *candidate, begin string) bool {
		return slices.ContainsFunc(tokens(c.name), func(t token) bool { return strings.HasPrefix(t.text, begin) })
	}
	if !slices.ContainsFunc(t.columns, func(c *candidate) bool { return has(c, "nasc") && c.header.has["birth"] }) {
		return
	}
	for _, c := range t.columns {
		if c.header.says("country", "birth") && !has(c, "nasc") && has(c, "nac") {
			c.header.replace("birth", "nationality")
			c.named = c.header.named()
		}
	}
}

// kennitalaContext tells that KT is short for the number that Iceland knows its people by,
// where it has numbers, each a different one: in Switzerland it is the canton.
func (t *table) kennitalaContext() {
	const own, digits = 0.9, 10
	for _, c := range t.columns {
		if fold(strings.TrimRight(c.name, ". ")) == "kt" && c.content.share(c.content.digited) >= own && c.content.variety() >= own && c.content.mean() >= digits {
			c.header.replace("state", "national")
			c.named = c.header.named()
		}
	}
}

// enderecoContext tells that END is short for endereço, the address in Portuguese, where a
// street or a city has it in its name: nothing ends there.
func (t *table) enderecoContext() {
	isEnd := func(c *candidate) bool {
		list := tokens(c.name)
		return len(list) > 1 && list[0].text == "end" && c.header.has["event"]
	}
	if !slices.ContainsFunc(t.columns, func(c *candidate) bool { return isEnd(c) && c.header.any("street", "city") }) {
		return
	}
	for _, c := range t.columns {
		if isEnd(c) && !c.header.any("date", "time") {
			c.header.replace("event", "address")
			c.named = c.header.named()
		}
	}
}

// maturities are initials of pinyin for the day on which a thing runs out, a paper or a loan.
var maturities = wordSet("dqrq dqr")

// maturityContext asks about these where they do not stand beside a paper.
func (t *table) maturityContext() {
	const near, unsure = 3, 0.6
	for _, c := range t.columns {
		if !c.called(maturities) {
			continue
		}
		beside := t.columns[max(0, c.index-near):min(len(t.columns), c.index+near+1)]
		if !slices.ContainsFunc(beside, func(r *candidate) bool { return r.means(slotDocument, slotIDType, slotIssueDate) }) {
			c.named[slotExpireDate] *= unsure
		}
	}
}
