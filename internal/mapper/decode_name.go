package mapper

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// nameChoices are the keys of a name block that take one of a few words; the
// first is the default where there is one.
var nameChoices = []struct {
	key   string
	words []string
	set   func(n *naming, word string)
}{
	{"order", []string{autoOrder, givenFirst, familyFirst}, func(n *naming, word string) { n.order = word }},
	{"written", []string{givenFirst, familyFirst, familyComma}, func(n *naming, word string) { n.written = word }},
	{"part", []string{givenPart, familyPart}, func(n *naming, word string) { n.part = word }},
	{"family_words", []string{"1"}, func(n *naming, _ string) { n.oneWord = true }},
	{"script", []string{latinScript, nativeScript}, func(n *naming, word string) { n.script = word }},
	{"drop", []string{honorifics}, func(n *naming, _ string) { n.drop = true }},
	{"case", []string{titleCase}, func(n *naming, _ string) { n.title = true }},
	{"unclear", []string{unclearWarn, unclearKeep, unclearReject}, func(n *naming, word string) { n.unclear = word }},
}

// nameColumns are the keys that name columns, in the order of a rule's list.
var nameColumns = []string{"given", "middle", "family"}

func nameKeys() []string {
	keys := append([]string{}, nameColumns...)
	keys = append(keys, "with")
	for _, c := range nameChoices {
		keys = append(keys, c.key)
	}
	return keys
}

// personName reads a name block: a source form of its own where it names
// columns, and otherwise what is made of the text of another form.
func (d *decoder) personName(r *rule, what string, fieldParts map[string]entry) {
	e, given := fieldParts["name"]
	if !given || r.form == constForm {
		return
	}
	what += ".name"
	parts, ok := d.block(e.value, what, "{given: COLUMN, family: COLUMN}", nameKeys())
	if !ok {
		return
	}
	n := &naming{order: autoOrder, with: " ", middle: -1, unclear: unclearWarn}
	r.name = n
	d.nameWords(n, what, parts)
	if e, ok := parts["with"]; ok {
		n.with, n.joined = d.text(e.value, "with")
	}
	if anyOf(parts, nameColumns) != "" {
		d.nameParts(r, e, what, parts)
	} else {
		d.nameText(r, e, what, parts)
	}
}

func anyOf(parts map[string]entry, keys []string) string {
	for _, key := range keys {
		if _, ok := parts[key]; ok {
			return key
		}
	}
	return ""
}

// nameWords reads what is one of a few words.
func (d *decoder) nameWords(n *naming, what string, parts map[string]entry) {
	for _, c := range nameChoices {
		e, given := parts[c.key]
		if !given {
			continue
		}
		for _, w := range d.oneOrMore(c.key, e.value) {
			if !contains(c.words, w.text) {
				d.notAName(c.key, what, w, c.words)
				continue
			}
			c.set(n, w.text)
		}
	}
}

// oneOrMore reads drop as a list, which may grow, and the others as a word.
func (d *decoder) oneOrMore(key string, n *yaml.Node) []placed {
	if key == "drop" {
		return d.words(n, key)
	}
	if s, ok := d.word(n, key); ok {
		return []placed{{s, positionOf(n)}}
	}
	return nil
}

func (d *decoder) notAName(key, what string, w placed, known []string) {
	if key == "order" && w.text == familyComma {
		d.add(w.at, familyComma+" is how a column writes a name, not how it is put together", "write written: "+familyComma)
		return
	}
	problem, fix := unknown("word", w.text, known)
	d.add(w.at, problem+" for "+what+"."+key, fix)
}

// nameParts reads a name whose parts have columns of their own.
func (d *decoder) nameParts(r *rule, e entry, what string, parts map[string]entry) {
	if r.form != noForm {
		d.add(positionOf(e.key), what+" names columns of its own beside another source form", "keep "+strings.Join(formKeys[:3], ", ")+" or given and family, not both")
		return
	}
	if key := anyOf(parts, []string{"written", "part", "family_words", "script"}); key != "" {
		d.add(positionOf(parts[key].key), key+" is for a name in one text, not for parts in columns of their own", "remove it, or use from or first instead of given and family")
	}
	r.form = nameForm
	for _, key := range nameColumns {
		part, given := parts[key]
		if !given {
			if key != "middle" {
				d.add(positionOf(e.key), what+" names no column for "+key, "add "+key+": COLUMN; a whole name in one column is read with from")
			}
			continue
		}
		d.nameColumn(r, key, part)
	}
}

func (d *decoder) nameColumn(r *rule, key string, e entry) {
	s, ok := d.word(e.value, key)
	if !ok {
		return
	}
	at := len(r.columns)
	r.columns = append(r.columns, column{s, positionOf(e.value)})
	switch key {
	case givenPart:
		r.name.given = at
	case familyPart:
		r.name.family = at
	default:
		r.name.middle = at
	}
}

// nameText checks a block that works on one text.
func (d *decoder) nameText(r *rule, e entry, what string, parts map[string]entry) {
	if r.form == noForm {
		d.add(positionOf(e.key), what+" does not say where the name comes from", "add given and family with their columns, or from beside name")
		return
	}
	if _, ok := parts["written"]; !ok {
		if key := anyOf(parts, []string{"order", "part", "family_words", "with"}); key != "" {
			d.add(positionOf(parts[key].key), key+" needs to know how the text writes the name", "add written: "+strings.Join([]string{givenFirst, familyFirst, familyComma}, " or "))
			return
		}
	}
	if len(parts) == 0 || len(parts) == 1 && anyOf(parts, []string{"unclear"}) != "" {
		d.add(positionOf(e.key), what+" says nothing to do", "add one of written, script, drop, case")
	}
}
