package draft

import "strings"

// Codes often have their words beside them: GENDER_CD and GENDER_NM, iddoctype and
// iddoctypename. Where both tell the same rows apart, the words need no key to the codes.

// coded are the slots whose values are codes or words.
var coded = []slot{slotStatus, slotGender, slotIDType}

// labelContext takes the column with the words of a choice in the place of that with the codes.
func (t *table) labelContext() {
	for _, c := range t.columns {
		for _, s := range coded {
			label := t.labelOf(c, s)
			if label == nil {
				continue
			}
			label.named[s] = max(label.named[s], c.named[s])
			delete(c.named, s)
		}
	}
}

// labelOf is the column with the words for the codes of another one, nil for none: it is
// called as that one, with a word for a name behind, and its words are known where the codes
// are not.
func (t *table) labelOf(c *candidate, s slot) *candidate {
	const plainly = 0.7
	if c.named[s] < plainly || c.content.n == 0 || c.header.has["name"] || c.content.mean() > longestCode {
		return nil
	}
	for _, r := range t.columns {
		if r != c && r.header.says("name") && t.labels(&r.header, &c.header) && r.knownShare(s) > c.knownShare(s) && t.oneToOne(c, r) {
			return r
		}
	}
	return nil
}

// longestCode is how long the codes of a choice are at most, on average.
const longestCode = 4

// labels reports whether a name says what another one says, and that it is the name of it.
func (t *table) labels(label, code *header) bool {
	rest := *label
	rest.has = map[concept]bool{}
	for _, c := range label.order {
		rest.has[c] = c != "name" && c != "code"
	}
	for _, c := range label.order {
		if rest.has[c] && !code.has[c] {
			return false
		}
	}
	for _, c := range code.order {
		if c != "code" && !rest.has[c] {
			return false
		}
	}
	return strings.Join(label.unknown, " ") == strings.Join(code.unknown, " ")
}

// oneToOne reports whether each value of a column stands beside one and the same of another
// one, and the other way round.
func (t *table) oneToOne(a, b *candidate) bool {
	to, from := map[string]string{}, map[string]string{}
	share, n := t.both(a, b, func(x, y string) bool {
		if _, met := to[x]; !met {
			to[x] = y
		}
		if _, met := from[y]; !met {
			from[y] = x
		}
		return to[x] == y && from[y] == x
	})
	return n > 0 && share == 1 && len(to) > 1
}
