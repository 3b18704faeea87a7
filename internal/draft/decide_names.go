package draft

import (
	"slices"
	"strings"
	"unicode"

	"kycmigrate/internal/mapper"
)

// twoLastNames joins the two last names that people of some countries have: the
// second is called so, or both are numbered.
func (d *decision) twoLastNames() {
	last := d.by[slotLastName]
	if last == nil || last.todo != "" {
		return
	}
	second := d.secondLast(last.columns[0])
	if second != nil {
		last.form, last.columns, last.with = "join", []*candidate{last.columns[0], second}, " "
		last.evidence = append(last.evidence, "the second last name stands in a column of its own")
		d.chosen[second.index] = slotLastName
		d.middleBeside(second)
	}
}

// secondLast is the column of the second last name, nil for none.
func (d *decision) secondLast(last *candidate) *candidate {
	for _, c := range d.columns {
		if c.header.says("second", "last", "name") && !c.header.any("other", "staff", "latin", "native") && c.content.n > 0 {
			return c
		}
	}
	return d.numberedAfter(last)
}

// middleBeside gives the middle name another column than the one that is the second
// last name.
func (d *decision) middleBeside(second *candidate) {
	ch := d.by[slotMiddle]
	if ch == nil {
		return
	}
	delete(d.by, slotMiddle)
	for _, c := range append(slices.Clone(ch.columns), ch.offers...) {
		if c != second && c.named[slotMiddle] >= 0.95 {
			d.by[slotMiddle] = &choice{slot: slotMiddle, form: "from", columns: []*candidate{c}, score: c.claims[slotMiddle].score()}
			d.chosen[c.index] = slotMiddle
			return
		}
	}
}

// numberedAfter is the column whose name is that of another with the next number,
// nil for none.
func (d *decision) numberedAfter(c *candidate) *candidate {
	for _, r := range d.columns {
		if c.header.ordinal == 1 && r.header.ordinal == 2 && r.content.n > 0 && alike(&c.header, &r.header) {
			return r
		}
	}
	return nil
}

// infix puts what stands before a last name, as "van der", before it where it has a
// column of its own.
func (d *decision) infix() {
	part, last := d.by[slotInfix], d.by[slotLastName]
	if part == nil || last == nil || part.todo != "" || last.todo != "" || d.holdsVoids(part.columns[0]) {
		return
	}
	last.form, last.columns, last.with = "join", []*candidate{part.columns[0], last.columns[0]}, " "
	last.evidence = append(last.evidence, "what stands before it has a column of its own")
}

// wholeName reports whether one of some columns, whose name may mean it, holds both
// names.
func (d *decision) wholeName(list []*candidate, first, last *candidate) bool {
	return slices.ContainsFunc(list, func(c *candidate) bool {
		return c.claims[slotFullName].weight >= 0.4 && d.holds(c, first) >= 0.6 && d.holds(c, last) >= 0.6
	})
}

// rivalName is a column of the same person that nothing was made of and that is called
// a whole name, or stands beside the first name and is called one as well; nil for none.
func (d *decision) rivalName(first, last *candidate) *candidate {
	const named, whole, many = 0.4, 0.8, 10
	for _, c := range d.columns {
		name, _ := c.judge(slotLastName, d.now)
		if !c.usable || d.besideName(c, first, last) || d.chosen[c.index] != "" || name < allows || c.content.distinct < many || d.object(c) != d.object(first) ||
			slices.ContainsFunc(whose, func(x about) bool { return c.header.has[x.concept] }) {
			continue
		}
		if c.best() == slotFullName && c.content.share(c.content.words) >= whole {
			return c
		}
		if beside := c.index == first.index+1 || c.index == first.index-1; beside && c != last && c.claims[slotFirstName].weight >= named {
			return c
		}
	}
	return nil
}

// wholeBeside is a column that holds both names in most rows, whatever it is called, or
// whole names in another writing; nil for none.
func (d *decision) wholeBeside(first, last *candidate) *candidate {
	const most, whole = 0.6, 0.8
	for _, c := range d.columns {
		if c == first || c == last || !c.usable || c.header.any("other", "staff", "organisation", "email", "login", "address", "street", "image", "kana") || c.content.distinct < 10 {
			continue
		}
		if name, _ := c.judge(slotFullName, d.now); name < allows {
			continue
		}
		if d.holds(c, first) >= most && d.holds(c, last) >= most {
			return c
		}
		named := c.named[slotFullName] >= 0.3 && c.content.share(c.content.words) >= whole && !c.header.any("latin", "native")
		if named && d.script(c) != d.script(first) || c.variant() && !first.variant() && c.claims[slotFullName].weight >= whole && c.claims[slotFullName].verdict >= looks {
			return c
		}
	}
	return nil
}

// otherWhole makes a whole name in Latin letters unsure, where another column has whole
// names in the letters of the country, and nobody knows whose.
func (d *decision) otherWhole() {
	const words, own = 0.8, 0.5
	ch := d.by[slotFullName]
	if ch == nil || ch.todo != "" || ch.form != "from" || !ch.columns[0].variant() {
		return
	}
	for _, c := range d.columns {
		if c == ch.columns[0] || !c.usable || d.chosen[c.index] != "" || c.header.any("other", "staff", "organisation", "address", "street", "city", "kana", "reason") || c.content.variety() < own {
			continue
		}
		name, _ := c.judge(slotFullName, d.now)
		if far := d.script(c) >= 0 && d.script(c) != d.script(ch.columns[0]); name >= looks && far && (c.content.share(c.content.words) >= words || c.content.mean() <= 5 && c.content.share(c.content.eastern) >= words) {
			ch.todo, ch.offers = "another column may hold the name as it is written in the country", []*candidate{c, ch.columns[0]}
			return
		}
	}
}

// between lists the columns between those of two names that hold names as well, and
// are for nothing else: a father's name may be a part of the whole.
func (d *decision) between(a, b *candidate) (list []*candidate) {
	for _, c := range d.columns[min(a.index, b.index)+1 : max(a.index, b.index)] {
		if v, _ := c.judge(slotMiddle, d.now); v == looks && d.chosen[c.index] == "" && !c.header.any("title", "gender", "full", "status", "result", "flag", "code") && !d.besideName(c, a, b) {
			list = append(list, c)
		}
	}
	return list
}

// besideName reports whether a column between two parts of a name is plainly no part of
// the whole: the name that somebody is called by, another writing of a part, or the name
// of somebody else. That of the father is a part of it in Arabic and Ethiopic names.
func (d *decision) besideName(c, a, b *candidate) bool {
	h := &c.header
	switch {
	case h.any("call", "secondary", "kana", "short"):
		return true
	case c.variant() && !a.variant() && !b.variant():
		return true
	case !h.has["other"] || len(h.unknown) > 0 || h.has["second"]:
		return false
	}
	return !d.fathersInNames()
}

// ofFathers are the countries in which the name of the father follows one's own, and his
// before the family's.
var ofFathers = wordSet("LBN SYR JOR IRQ PSE EGY SDN SAU ARE KWT QAT BHR OMN YEM LBY ETH ERI SOM DJI")

// fathersByCountry reports whether most people of the source are of such a country.
func (d *decision) fathersByCountry() bool {
	const most = 0.5
	for _, c := range d.with(slotNationality, 0.8) {
		rows, of := 0, 0
		for _, text := range d.texts(c) {
			code, known := mapper.CountryCode(text)
			rows += b2i(known)
			of += b2i(known && ofFathers[fold(code)])
		}
		if rows > 0 && float64(of) >= most*float64(rows) {
			return true
		}
	}
	return false
}

// fatherBeside is a column with the names of fathers right beside those of a person, where
// they are a part of the whole; nil for none.
func (d *decision) fatherBeside(first, last *candidate) *candidate {
	const least = 0.9
	for _, c := range d.columns[max(0, first.index-1):min(len(d.columns), first.index+3)] {
		v, _ := c.judge(slotMiddle, d.now)
		if c != first && c != last && c.header.bare("other", "name") && v == looks && c.content.fill() >= least && c.content.share(c.content.words) < 0.2 && d.object(c) == d.object(first) && d.fathersByCountry() {
			return c
		}
	}
	return nil
}

// inOtherWriting lists the columns with whole names that are called another writing of them.
func (d *decision) inOtherWriting() (list []*candidate) {
	for _, c := range d.columns {
		if x := c.claims[slotFullName]; c.variant() && x.weight >= 0.6 && x.verdict >= looks {
			list = append(list, c)
		}
	}
	return list
}

// fathers and grandfathers are words for whose names follow one's own in a name of four parts.
var (
	fathers      = wordSet("father fathers fathername fathersname الأب اب الاب الوالد abb alab walid abat yeabat የአባት aabe aabaha aabbaha")
	grandfathers = wordSet("grandfather grandfathers grandfathername gfather gfathername gfathers gfname الجد جد aljad jad jadd ayat yeayat የአያት awoowe awoowaha")
)

// lineage reports whether columns are the name of the father and, behind it, that of his father:
// who keeps both keeps a name of four parts.
func (t *table) lineage(between []*candidate) bool {
	return len(between) == 2 && between[0].called(fathers) && !between[0].called(grandfathers) && between[1].called(grandfathers) &&
		!t.holdsVoids(between[0]) && !t.holdsVoids(between[1])
}

// lineageBehind are the names of the father and of his father behind one's own, where no column
// is called a family's: who has no family name is called so. nil for none.
func (t *table) lineageBehind(own *candidate) []*candidate {
	const few, least = 0.2, 0.9
	if own.index+2 >= len(t.columns) {
		return nil
	}
	behind := t.columns[own.index+1 : own.index+3]
	for _, c := range behind {
		if v, _ := c.judge(slotMiddle, t.now); v != looks || c.content.share(c.content.words) >= few || c.content.fill() < least || t.object(c) != t.object(own) {
			return nil
		}
	}
	if !t.lineage(behind) {
		return nil
	}
	return behind
}

// lineageContext tells that a column called just a name has people's own, where those of the
// father and of his father stand behind it.
func (t *table) lineageContext() {
	const sure, plainly, few = 0.95, 0.8, 0.2
	if len(t.with(slotFirstName, plainly))+len(t.with(slotLastName, plainly)) > 0 {
		return
	}
	for _, c := range t.columns {
		if c.header.bare("name") && c.header.ordinal <= 1 && c.content.share(c.content.words) < few && t.lineageBehind(c) != nil {
			c.named = map[slot]float64{slotFirstName: sure}
			return
		}
	}
}

// threeNames joins one's own name with those of the father and of his father, where these are the
// whole of it.
func (d *decision) threeNames() {
	if !d.sure(slotFirstName) || d.by[slotLastName] != nil || d.sure(slotFullName) {
		return
	}
	own := d.by[slotFirstName]
	behind := d.lineageBehind(own.columns[0])
	if behind == nil {
		return
	}
	d.by[slotFullName] = &choice{
		slot: slotFullName, form: "join", with: " ", score: own.score, columns: slices.Concat(own.columns, behind),
		evidence: []string{"joined: the names of the father and of his father stand behind one's own, and no column has a family name"},
	}
	for _, c := range behind {
		d.chosen[c.index] = slotFullName
	}
}

// fathersInNames reports whether the names of the columns, or their values, are of a
// language in which the names of the father and his father follow one's own.
func (d *decision) fathersInNames() bool {
	for _, c := range d.columns {
		if c.called(grandfathers) && c.header.has["name"] || strings.ContainsFunc(c.name, func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Ethiopic) }) {
			return true
		}
		for _, t := range tokens(c.name) {
			if t.text == "ism" || t.text == "alism" || t.text == "magaca" {
				return true
			}
		}
	}
	return false
}

// loneName makes the one part of a name unsure that holds several words, where no
// column has the other part: it may be the whole.
func (d *decision) loneName() {
	for s, other := range map[slot]slot{slotFirstName: slotLastName, slotLastName: slotFirstName} {
		ch := d.by[s]
		if ch != nil && ch.todo == "" && d.by[other] == nil && ch.columns[0].content.share(ch.columns[0].content.words) >= 0.8 {
			ch.todo, ch.offers = "no column has the other part of the name, and this one holds several words: it may be fullName", ch.columns
		}
	}
}

// samePerson makes a part of a name unsure that a column with the whole name does not
// have, where no column has the other part: one of the two is somebody else's.
func (d *decision) samePerson() {
	for s, other := range map[slot]slot{slotFirstName: slotLastName, slotLastName: slotFirstName} {
		ch, rest := d.by[s], d.by[other]
		if ch == nil || ch.todo != "" || rest != nil && rest.todo == "" {
			continue
		}
		if c := d.otherPerson(ch.columns[0]); c != nil {
			ch.todo, ch.offers = "it is no part of "+Shown(c.name)+": one of the two may be somebody else's", ch.columns
		}
	}
}

// otherPerson is a column with whole names, in the same writing, that seldom hold those of
// a part; nil for none.
func (d *decision) otherPerson(part *candidate) *candidate {
	const whole, least = 0.8, 0.3
	for _, c := range d.columns {
		x, claims := c.claims[slotFullName]
		if c == part || !claims || x.weight < 0.4 || len(c.header.unknown) > 0 || c.variant() || part.variant() {
			continue
		}
		if c.content.share(c.content.words) >= whole && d.script(c) == d.script(part) && d.holds(c, part) < least {
			return c
		}
	}
	return nil
}

// familyNamed are names of columns with last names, in languages in which these stand
// first: Hungarian and Vietnamese.
var familyNamed = map[string]bool{"vezeteknev": true, "veznev": true, "csaladnev": true, "csaladinev": true, "ho": true, "hodem": true, "holot": true, "hovatendem": true}

// patronymics are names of columns with the father's name, in languages in which the
// whole name is the last one, the first and the father's: Russian and Ukrainian.
var patronymics = map[string]bool{"отчество": true, "otchestvo": true, "побатькові": true, "pobatkovi": true}

// otherWriting reports whether two parts of a name are called Latin or native ones, and
// a column whose name nobody knows looks like a part of a name as well.
func (d *decision) otherWriting(f, l *candidate) bool {
	return f.variant() && l.variant() && slices.ContainsFunc(d.columns, func(c *candidate) bool {
		v, _ := c.judge(slotLastName, d.now)
		return len(c.header.order) == 0 && v >= looks && c.content.distinct >= 10
	})
}

// twoWritings reports whether of two parts of a name one is called, or is, another writing
// than the other.
func (d *decision) twoWritings(f, l *candidate) bool {
	a, b := d.script(f), d.script(l)
	return f.header.has["latin"] != l.header.has["latin"] || a >= 0 && b >= 0 && a != b && !(f.content.share(f.content.eastern) >= 0.5 && l.content.share(l.content.eastern) >= 0.5)
}

// bareName makes a column unsure that is called just a name and holds single words, where
// one beside it may hold the rest of the names.
func (d *decision) bareName() {
	const whole = 0.8
	ch := d.by[slotFullName]
	if ch == nil || ch.todo != "" || ch.form != "from" {
		return
	}
	c := ch.columns[0]
	if !c.header.bare("name", "document", "legal") || c.content.share(c.content.words) >= whole {
		return
	}
	rest := d.perhapsName(c, c)
	if last := d.by[slotLastName]; rest == nil && last != nil && last.todo != "" {
		rest = last.columns[0]
	}
	if rest != nil && d.holds(c, rest) < 0.6 {
		ch.todo, ch.offers = "another column may hold the rest of the name", []*candidate{c, rest}
	}
}

// fullName joins the names where no column has the whole.
func (d *decision) fullName() {
	first, last := d.by[slotFirstName], d.by[slotLastName]
	d.bareName()
	d.otherWhole()
	if ch := d.by[slotFullName]; first == nil || last == nil || first.todo != "" || last.todo != "" || ch != nil && ch.todo == "" {
		return
	} else if ch != nil && d.wholeName(ch.offers, first.columns[0], last.columns[0]) {
		return // a column may be it: somebody must say
	}
	f, l := first.columns[0], last.columns[0]
	family := last.columns // one or two
	ch := &choice{slot: slotFullName, form: "join", with: " ", score: min(first.score, last.score), evidence: []string{"joined: no column has the whole name"}}
	ch.columns = slices.Concat([]*candidate{f}, family)
	middle, between := d.by[slotMiddle], d.between(f, l)
	if second := d.numberedAfter(f); second != nil && middle == nil {
		middle, between = &choice{slot: slotMiddle, columns: []*candidate{second}}, nil
		d.chosen[second.index] = slotMiddle
	}
	if len(between) == 1 && middle == nil && between[0].named[slotMiddle] >= 0.8 {
		middle, between = &choice{slot: slotMiddle, columns: between}, nil
		d.chosen[middle.columns[0].index] = slotMiddle
	}
	switch {
	case d.twoWritings(f, l):
		ch.todo, ch.offers = "the two names are in different writing: one of them may have a column that is not called so", []*candidate{f, l}
	case d.otherWriting(f, l):
		ch.todo, ch.offers = "both names are called another writing of what other columns may hold", []*candidate{f, l}
	case middle != nil && middle.todo == "" && d.holdsVoids(middle.columns[0]):
		ch.todo, ch.offers = "some middle names stand for none, as N/A, and would be joined: join: [FIRST, LAST], or empty them in the source", append([]*candidate{f, l}, middle.columns...)
	case middle == nil && d.lineage(between) && len(d.inOtherWriting()) == 0:
		ch.columns = slices.Concat([]*candidate{f}, between, family)
		ch.evidence = append(ch.evidence, "the names of the father and of his father stand between, as in a name of four parts")
	case len(between) > 0:
		ch.todo, ch.offers = "a column between the names may be a part of it: join: [FIRST, MIDDLE, LAST] or [FIRST, LAST]", slices.Concat([]*candidate{f, l}, between, d.inOtherWriting())
	case middle == nil && d.fatherBeside(f, l) != nil:
		ch.todo, ch.offers = "the father's name may be a part of it: join: [FIRST, FATHER, LAST] or [FIRST, LAST]", []*candidate{f, d.fatherBeside(f, l), l}
	case middle != nil && middle.todo != "":
		ch.todo, ch.offers = "a column may be a part of it: join: [FIRST, MIDDLE, LAST] or [FIRST, LAST]", append([]*candidate{f, l}, middle.columns...)
	case d.perhapsName(f, l) != nil:
		ch.todo, ch.offers = "a column whose name says nothing may be a part of it, or the whole", []*candidate{f, l, d.perhapsName(f, l)}
	case d.wholeBeside(f, l) != nil:
		ch.todo, ch.offers = "a column may hold the whole name", []*candidate{d.wholeBeside(f, l), f, l}
	case d.rivalName(f, l) != nil:
		ch.todo, ch.offers = "another column may hold the whole name, or a further one", []*candidate{f, l, d.rivalName(f, l)}
	case middle != nil && !slices.Contains(family, middle.columns[0]):
		ch.columns = slices.Concat([]*candidate{f, middle.columns[0]}, family)
	}
	if familyNamed[joined(l.name)] || middle != nil && patronymics[joined(middle.columns[0].name)] {
		ch.columns = slices.Concat(family, slices.DeleteFunc(slices.Clone(ch.columns), func(c *candidate) bool { return slices.Contains(family, c) }))
		ch.evidence = append(ch.evidence, "the family name comes first in this language")
	}
	if f.content.share(f.content.familyFirst) >= 0.9 && l.content.share(l.content.familyFirst) >= 0.9 {
		ch.columns, ch.with = []*candidate{l, f}, ""
		ch.evidence = append(ch.evidence, "the family name comes first in this script")
	}
	d.by[slotFullName] = ch
}
