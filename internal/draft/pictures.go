package draft

import (
	"slices"
	"strings"
	"unicode"
)

// The name of a file often says what is on the picture, in every row the same:
// 4711/id_front.jpg, 0042_selfie.jpg. That is worth as much as the name of the column.

// ofPictures are the slots of pictures.
var ofPictures = []slot{slotFront, slotBack, slotSelfie, slotProof}

// What the names of the files say of a column's pictures.
const (
	filesSay  = 0.95 // the weight of the names of files that say all the same
	filesDeny = 0.6  // and of the name of a column that says something else
	mostFiles = 0.9  // the share of the values that must say the same
)

// pictureContext weighs the names of files, and takes the second of two numbered pictures
// of a document for what may be its back.
func (t *table) pictureContext() {
	for _, c := range t.columns {
		if c.content.n == 0 || c.header.has["photo"] || c.content.share(c.content.path) < mostFiles || slices.ContainsFunc(whose, func(x about) bool { return c.header.has[x.concept] && x.concept != "contract" && x.concept != "flag" }) {
			continue
		}
		said := t.picturesSay(c)
		if said == "" {
			continue
		}
		if slices.ContainsFunc(c.header.unknown, func(w string) bool { return t.speaksOfPerson(w, c) }) {
			c.named[said] = max(c.named[said], filesDeny) // whose it is, nobody knows
			continue
		}
		called := slot("")
		for _, s := range ofPictures {
			if c.named[s] >= 0.75 && (called == "" || c.named[s] > c.named[called]) {
				called = s
			}
		}
		if called != "" && called != said && (called != slotFront || c.header.has["front"]) {
			c.named[called] = min(c.named[called], filesDeny)
			c.named[said] = max(c.named[said], filesDeny)
			continue
		}
		if called == slotFront && called != said {
			delete(c.named, called) // any document's picture, of which the files say more
		}
		c.named[said] = max(c.named[said], filesSay)
	}
	t.loneContextOfPictures()
	t.portraitContext()
	for _, c := range t.with(slotFront, 0.3) {
		for _, r := range t.columns {
			if r != c && c.header.ordinal == 1 && r.header.ordinal == 2 && alike(&c.header, &r.header) {
				r.named[slotBack] = max(r.named[slotBack], filesDeny)
			}
		}
	}
}

// picturesSay is the slot of which nearly all files of a column say by their names that
// they are for it, "" for none.
func (t *table) picturesSay(c *candidate) slot {
	counts, read, n := map[slot]int{}, map[string]slot{}, 0
	for _, text := range t.texts(c) {
		n++
		words := fileWords(text)
		said, seen := read[words]
		if !seen {
			said = pictureNamed(words)
			read[words] = said
		}
		counts[said]++
	}
	for _, s := range ofPictures {
		if float64(counts[s]) >= mostFiles*float64(n) {
			return s
		}
	}
	return ""
}

// pictureNamed is the slot that the words of a file's name are for, "" for none.
func pictureNamed(words string) slot {
	if words == "" {
		return ""
	}
	h := readHeader(words)
	if len(h.order) == 0 {
		return ""
	}
	h.add("image")
	best, named := slot(""), h.named()
	for _, s := range ofPictures {
		if named[s] >= 0.85 && (best == "" || named[s] > named[best]) {
			best = s
		}
	}
	return best
}

// fileWords are the words of the name of a file, without its ending and without all that
// has digits: the numbers and marks that tell the files of customers apart.
func fileWords(path string) string {
	parts := strings.FieldsFunc(path, func(r rune) bool { return strings.ContainsRune(`/\?=&`, r) })
	if len(parts) == 0 {
		return ""
	}
	name := parts[len(parts)-1]
	for _, p := range slices.Backward(parts) {
		if at := strings.LastIndexByte(p, '.'); at > 0 && len(p)-at <= len(".jpeg") && len(p)-at > 3 {
			name = p[:at]
			break
		}
	}
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) })
	words = slices.DeleteFunc(words, digited)
	return strings.Join(words, " ")
}

// portraitContext takes what is called just a photograph, of the customer or of nobody,
// for the portrait, where another column has the document and none is called a portrait.
func (t *table) portraitContext() {
	const sure = 0.85
	if len(t.with(slotSelfie, 0.7)) > 0 {
		return
	}
	if len(t.with(slotFront, 0.8)) == 0 {
		for _, c := range t.columns {
			if c.header.has["user"] && c.named[slotSelfie] > 0 && len(c.header.unknown) == 0 && c.content.share(c.content.path) >= mostFiles && c.isPhoto() {
				c.named[slotSelfie] = sure // of the customer, as it says
			}
		}
		return
	}
	var found *candidate
	for _, c := range t.columns {
		if !c.header.has["image"] || c.header.any("other", "staff", "organisation") || c.content.share(c.content.path) < mostFiles || t.pages(c) || c.named[slotFront] >= 0.7 || c.named[slotBack] >= 0.7 || c.named[slotProof] >= 0.7 {
			continue
		}
		if found != nil {
			return
		}
		found = c
	}
	if found == nil || len(found.header.unknown) > 0 || found.header.ordinal > 1 || found.named[slotSelfie] == 0 ||
		!found.header.has["user"] && !found.isPhoto() {
		return
	}
	found.named[slotSelfie] = sure
}

// pages reports whether all files of a column are documents of pages, which are no portrait.
func (t *table) pages(c *candidate) bool {
	return !slices.ContainsFunc(t.texts(c), func(s string) bool { return !strings.HasSuffix(strings.ToLower(s), ".pdf") })
}

// isPhoto reports whether a name speaks of a photograph.
func (c *candidate) isPhoto() bool {
	return slices.ContainsFunc(tokens(c.name), func(t token) bool { return photographs[t.text] })
}

// photographs are words for pictures of people, and not for copies of papers.
var photographs = map[string]bool{
	"photo": true, "photograph": true, "foto": true, "fotografia": true, "fotografie": true, "фото": true, "фотография": true, "photographie": true, "valokuva": true, "bilde": true,
	"fenykep": true, "zdjecie": true, "fotka": true, "fotograf": true, "صوره": true, "عكس": true, "사진": true, "照片": true, "写真": true, "ảnh": true, "anh": true, "pasfoto": true, "फोटो": true, "ছবি": true, "ፎቶ": true, "picha": true, "φωτογραφια": true, "תמונה": true,
}

// loneContextOfPictures takes the only column that speaks of a side of a document, or of a
// face, though one word of its name is not known, and the only picture of a document for
// its front.
func (t *table) loneContextOfPictures() {
	const sure = 0.85
	for s, of := range map[slot]concept{slotFront: "front", slotBack: "back", slotSelfie: "selfie"} {
		var found []*candidate
		for _, c := range t.columns {
			if c.header.has[of] && c.content.share(c.content.path) >= mostFiles {
				found = append(found, c)
			}
		}
		if len(found) == 1 && len(found[0].header.unknown) <= 1 && found[0].named[s] >= 0.5 {
			found[0].named[s] = max(found[0].named[s], sure)
		}
	}
	var documents []*candidate
	for _, c := range t.columns {
		if c.header.any("front", "image") && !c.header.any("back", "selfie", "photo", "proof", "signature", "residence") && (!c.isPhoto() || c.header.any(papers...)) && c.content.share(c.content.path) >= mostFiles {
			documents = append(documents, c)
		}
	}
	if len(documents) == 1 && documents[0].named[slotFront] >= 0.7 && len(documents[0].header.unknown) == 0 && documents[0].header.ordinal < 2 {
		documents[0].named[slotFront] = max(documents[0].named[slotFront], sure)
	}
}
