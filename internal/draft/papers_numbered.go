package draft

// Forms ask for one paper or two, and count them: ID1, ID1 No, ID1 Issued, ID2, ID2 No. The
// column that is called just the paper has which kind it is.

// numberedPapers reads the columns of such papers as those of documents, each of which has a
// column with its kind and another one with its number.
func (t *table) numberedPapers() {
	kinds := map[int]*candidate{}
	for _, c := range t.columns {
		if c.header.ordinal > 0 && c.header.bare("id") && t.saysKind(c) && t.numberOf(c) {
			kinds[c.header.ordinal] = c
		}
	}
	for _, c := range t.columns {
		kind := kinds[c.header.ordinal]
		if kind == nil || !c.header.has["id"] || len(c.header.unknown) > 0 {
			continue
		}
		c.header.replace("id", "document")
		if c == kind {
			c.header.add("type")
		}
		c.named = c.header.named()
	}
}

// saysKind reports whether a column has words that many rows share, and kinds of papers among
// them.
func (t *table) saysKind(c *candidate) bool {
	const some, most = 0.1, 0.3
	return c.content.n > 0 && c.content.variety() <= most && c.knownShare(slotIDType) >= some && c.content.share(c.content.digited) <= most
}

// numberOf reports whether a column beside the kind of a counted paper has its number.
func (t *table) numberOf(kind *candidate) bool {
	const near = 2
	for _, c := range t.columns[kind.index+1 : min(len(t.columns), kind.index+near+1)] {
		if c.header.ordinal == kind.header.ordinal && c.header.bare("id", "number") {
			return true
		}
	}
	return false
}
