package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/inspect"
)

// kindMeanings are the kinds of documents that a name may speak of, and what the types call
// them.
var kindMeanings = map[concept]string{"passport": "passport", "license": "drivers_license"}

// anyKind are words for a document that a name has for whatever was shown.
var anyKind = wordSet("id ids nid nic natid nationalid uid identity identification idcard card kimlik identidad identidade identificacion identificacao kitambulisho pass 신분증 신분증명서 證件 证件 身份证件 身分證件") //nolint:misspell // words of other languages

// oneKindOnly reports whether a number is called that of one kind of document, and many rows
// have another type. A number of the person is one whatever was shown, unless a type is
// called as it is and no other column has the number of the document.
func (d *decision) oneKindOnly(s slot, ch *choice) bool {
	types := d.by[slotIDType]
	if ch.form != "from" || types == nil || len(types.columns) == 0 || s == slotIdentity && d.sure(slotDocument) {
		return false
	}
	c, k := ch.columns[0], types.columns[0]
	if named := c.namedAsType(k); named != "" {
		return d.othersShown(c, k, func(text string) bool {
			return joined(text) == named || paperCalled(text) == paperCalled(named) && paperCalled(text) != ""
		})
	}
	kinds := c.kindsByName()
	if s == slotIdentity || len(kinds) == 0 || kinds[""] {
		return false
	}
	if k.knownShare(slotIDType) == 0 {
		return d.severalKinds(c, k) && !d.allCalledSo(c)
	}
	named := slices.ContainsFunc(k.detail.Values, func(v inspect.Value) bool { return kinds[paperCalled(v.Value)] })
	return d.othersShown(c, k, func(text string) bool {
		kind := paperCalled(text)
		return kinds[kind] || (!named || len(kinds) > 1) && (kind == "" || kind == leftOut)
	})
}

// paperCalled is the kind of document that a word is for, "" for none that is known.
func paperCalled(text string) string { return meaningTable()[slotIDType][joined(text)] }

// othersShown reports whether some of the rows that have a number have a type that is not its own.
func (d *decision) othersShown(number, types *candidate, own func(text string) bool) bool {
	const some = 0.1
	share, _ := d.both(number, types, func(_, text string) bool { return !own(text) })
	return share >= some
}

// severalKinds reports whether the rows that have a number have several types, of which nobody
// knows what they are.
func (d *decision) severalKinds(number, types *candidate) bool {
	if len(types.detail.Values) == 0 {
		return false
	}
	most := slices.MaxFunc(types.detail.Values, func(a, b inspect.Value) int { return int(a.Rows - b.Rows) })
	return d.othersShown(number, types, func(text string) bool { return text == most.Value || inspect.TypeOf(text) == inspect.TypeEmpty })
}

// namedAsType is the type that a column is called as, DNI among DNI, NIE and PASAPORTE, as joined
// has it; "" where it is called as none or as several.
func (c *candidate) namedAsType(types *candidate) (named string) {
	if len(kindsIn(c.name)) > 1 {
		return ""
	}
	list := tokens(c.name)
	for _, v := range types.detail.Values {
		text := joined(v.Value)
		if utf8.RuneCountInString(text) < leastOfKind || digited(text) || anyKind[text] {
			continue
		}
		is := slices.ContainsFunc(list, func(t token) bool { return t.text == text }) || !spaced(text) && strings.Contains(joined(c.name), text)
		switch {
		case is && named != "":
			return ""
		case is:
			named = text
		}
	}
	return named
}

// allCalledSo reports whether what else is known of documents is called as the number is, which
// is then what a system calls whatever was shown: PASSPORT_NUMBER beside PASSPORT_DATE_END.
func (d *decision) allCalledSo(number *candidate) bool {
	called := 0
	for _, s := range ofPapers {
		ch := d.by[s]
		if ch == nil || len(ch.columns) == 0 || ch.score < least {
			continue
		}
		words := tokens(ch.columns[0].name)
		if !slices.ContainsFunc(tokens(number.name), func(t token) bool { return paperCalled(t.text) != "" && slices.Contains(words, t) }) {
			return false
		}
		called++
	}
	return called > 0
}

// kindsByName are the kinds of documents that the name of a column speaks of; "" is among them
// where it speaks of any as well.
func (c *candidate) kindsByName() map[string]bool {
	kinds := kindsIn(c.name)
	none := len(kinds) == 0
	for concept, meant := range kindMeanings {
		if none && c.header.has[concept] && !c.header.any("national", "idcard", "identity", "document") {
			kinds[meant] = true
		}
	}
	return kinds
}

// kindsIn are the kinds of documents that a name has words for, and "" where a word for whatever
// was shown stands beside one of a kind.
func kindsIn(name string) map[string]bool {
	kinds, anyOf := map[string]bool{}, false
	for _, t := range tokens(name) {
		if !spaced(t.text) {
			continue
		}
		meaning := vocabulary()[t.text].concepts
		ofPaper := slices.ContainsFunc(meaning, func(k concept) bool { return slices.Contains(kindsOfPaper, k) })
		switch kind := paperCalled(t.text); {
		case anyKind[t.text]:
			anyOf = anyOf || ofPaper
		case kind != "" && kind != leftOut && ofPaper:
			kinds[kind] = true
		}
	}
	if whole := joined(name); !spaced(whole) {
		for word, kind := range meaningTable()[slotIDType] {
			if utf8.RuneCountInString(word) >= leastOfKind && !spaced(word) && strings.Contains(whole, word) {
				anyOf = anyOf || anyKind[word]
				kinds[kind] = true
			}
		}
	}
	if anyOf && len(kinds) > 0 {
		kinds[""] = true
	}
	return kinds
}

// leastOfKind is how many letters a word for a kind of document has at least.
const leastOfKind = 2
