package draft

import (
	"slices"
	"strings"
)

// A query over several tables gives each a letter or two, and its columns stand behind them:
// c.fam, d.nomer_doc, u.email. The letters say nothing, and whose a table is the customer's own
// columns tell, and what else is in it.

// longestAlias is how many letters stand for a table at most.
const longestAlias = 3

// dropAliases forgets the letters of tables beside that of the customer, whose letters are own,
// where a table has papers, logins, addresses or pictures, and hardly two rows have the same: a
// branch or an officer stands in many.
func (t *table) dropAliases(own string) {
	const apart, most = 0.8, 0.9
	if own == "" || len(own) > longestAlias {
		return
	}
	groups, inside := map[string][]*candidate{}, map[*candidate]header{}
	for _, c := range t.columns {
		if alias, last := cutPath(c.name); alias != "" && len(alias) <= longestAlias && asciiLetters(strings.ToLower(alias)) {
			groups[alias] = append(groups[alias], c)
			inside[c] = readHeader(last)
		}
	}
	if float64(len(inside)) < most*float64(len(t.columns)) {
		return
	}
	for alias, group := range groups {
		if alias == own || t.together(group) < apart || !ofCustomer(group, inside) {
			continue
		}
		for _, c := range group {
			c.header = inside[c]
		}
	}
}

// dropUnderscored is dropAliases where a stroke stands between: u_email, up_dob, kd_no. A column
// that speaks of somebody else keeps its letters, as do all of a table that does so mostly, and
// where none but the customer's is known by what is in it.
func (t *table) dropUnderscored() {
	const apart, most, few = 0.8, 0.9, 4
	groups, inside := map[string][]*candidate{}, map[*candidate]header{}
	for _, c := range t.columns {
		if alias, last, parted := strings.Cut(c.name, "_"); parted && alias != "" && len(alias) <= longestAlias && len(last) > 1 && asciiLetters(strings.ToLower(alias)) {
			groups[alias] = append(groups[alias], c)
			inside[c] = readHeader(last)
		}
	}
	if len(groups) < 2 || float64(len(inside)) < most*float64(len(t.columns)) {
		return
	}
	own := onlyPerson(groups, func(c *candidate, _ string) header { return inside[c] })
	if own == "" {
		return
	}
	for alias, group := range groups {
		theirs := slices.DeleteFunc(slices.Clone(group), func(c *candidate) bool {
			h := inside[c]
			return h.any("other", "staff", "organisation", "contract", "account")
		})
		paper := ofPaper(theirs, inside)
		if alias != own && (len(theirs)*few < len(group)*(few-1) || t.together(theirs) < apart || !paper && !ofCustomer(theirs, inside) && !reached(theirs, inside)) {
			continue
		}
		for _, c := range theirs {
			c.header = inside[c]
			if paper && (c.header.bare("number") || c.header.bare("type") || c.header.bare("country") || c.header.any("front", "back")) {
				c.header.add("document")
			}
		}
	}
}

// ofPaper reports whether columns are those of a table of papers: one says when a paper runs out,
// and one when it was issued or where a side of it is shown.
func ofPaper(group []*candidate, inside map[*candidate]header) bool {
	ends, more := false, false
	for _, c := range group {
		h := inside[c]
		ends = ends || h.has["expiry"]
		more = more || h.any("issue", "front")
	}
	return ends && more
}

// reached reports whether columns say how somebody is reached: by e-mail, or in a street with
// its postal code.
func reached(group []*candidate, inside map[*candidate]header) bool {
	parts := map[slot]bool{}
	for _, c := range group {
		h := inside[c]
		for s, w := range h.named() {
			parts[s] = parts[s] || w >= 0.8
		}
	}
	return parts[slotEmail] || parts[slotStreet] && parts[slotZip]
}

// ofCustomer reports whether columns of one table say by their names that it has something that
// a customer has: the number of a paper, what somebody signs in with, a street in a town, sides
// of a paper.
func ofCustomer(group []*candidate, inside map[*candidate]header) bool {
	has := func(is func(h *header) bool) bool {
		return slices.ContainsFunc(group, func(c *candidate) bool {
			h := inside[c]
			return is(&h)
		})
	}
	if has(func(h *header) bool { return h.any("other", "staff", "organisation", "contract", "account") }) {
		return false
	}
	return has(func(h *header) bool { return h.has["number"] && h.any(papers...) }) ||
		has(func(h *header) bool { return h.bare("login") }) ||
		has(func(h *header) bool { return h.has["street"] }) && has(func(h *header) bool { return h.has["city"] }) ||
		has(func(h *header) bool { return h.has["front"] }) && has(func(h *header) bool { return h.any("back", "selfie") })
}
