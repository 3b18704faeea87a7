package draft

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"kycmigrate/internal/inspect"
	"kycmigrate/internal/mapper"
)

// candidate is a column with what its name and its content say.
type candidate struct {
	index   int
	name    string
	header  header
	content *content
	detail  inspect.Detail
	folded  []string          // see joinedCodes
	bare    []string          // see bareCodes
	legend  map[string]string // what the file says of its codes
	named   map[slot]float64  // what the name says, with what stands around it
	claims  map[slot]claim
	usable  bool             // a mapping can state the name
	foreign bool             // its digits are those of another script, which the sample has as 0 to 9
	cut     bool             // the name was read as words that are cut and written together
	system  bool             // the name is one of a system's, and means what it means there
	known   map[slot]float64 // the share of known codes, by slot, once it was asked for
	damage  []string         // what happened to values on their way here

	national *nationalDates // where the values are days of a national calendar
	standIns []string       // words among dates that stand for none
	voidDays float64        // the share of the values that are days which stand for none
	dates    float64        // the share of the values that could be dates: all but these words

	tellsBirth bool // its numbers hold the birth dates of their rows
}

// damages are the traps of which a mapping cannot mend what they tell of.
var damages = []string{inspect.CodeLeadingZeros, inspect.CodeScientific, inspect.CodeRounded, inspect.CodeMojibake, inspect.CodeLostCharacters, inspect.CodeCut}

// claim is how surely a column is for a slot.
type claim struct {
	weight  float64 // by the name
	verdict verdict // by the content
	why     string
}

// score is the confidence in a claim, 0 to 1.
func (x claim) score() float64 { return math.Round((0.6*x.weight+0.4*x.verdict.worth())*100) / 100 }

// table is all columns of a source.
type table struct {
	columns   []*candidate
	sample    *Sample
	now       int
	objects   map[string]int             // columns of each object of JSON, once that was asked for
	drift     *inspect.Drift             // nil where each header stands above its data
	look      func(column string) string // Options.Look
	countries []string                   // countriesFirst, once that was asked for
	han       bool                       // inHan
}

// newTable looks at all columns, by themselves and beside each other.
func newTable(p *inspect.Profile, r *inspect.Result, s *Sample, now int, preface []string) *table {
	t := &table{sample: s, now: now}
	foreign := s.plainDigits(len(r.Columns))
	for i := range r.Columns {
		t.columns = append(t.columns, &candidate{
			index: i, name: r.Columns[i].Name, header: readHeader(r.Columns[i].Name),
			foreign: foreign[i], usable: true, known: map[slot]float64{}, content: contentOf(s, i, &r.Columns[i]), detail: p.Detail(i, mostCodes),
		})
	}
	for i, legend := range t.legends(preface) {
		t.columns[i].legend = legend
	}
	for _, c := range t.columns {
		c.oneCalendar()
	}
	t.noteDamage(r.Traps)
	t.amplitudeNames()
	t.temenosNames()
	t.systemNames()
	t.joinedNames()
	t.dropApplicant()
	t.dropTableLetters()
	t.dropTypeLetters()
	t.dropTypeWords()
	t.dropCommonEnds()
	t.dropAliases(t.dropOwnObject())
	t.dropUnderscored()
	t.ofStore()
	t.dropCommonWords()
	t.dropCalendarMarks()
	t.dropGregorianMarks()
	t.dropOwnWord()
	t.dropAddressWord()
	t.dropCommonConcepts()
	t.countElements()
	t.countLines()
	t.forgetGeneric()
	for _, c := range t.columns {
		c.named = c.header.named()
		if len(c.header.order) == 0 {
			c.named = opaque()
		}
	}
	t.han = t.inHan()
	for _, c := range t.columns {
		words, share := t.standIns(c)
		c.standIns, c.dates = words, 1-share
		c.national = t.nationalDates(c)
	}
	t.drift = Drifted(p, r.Columns)
	t.forgetDrifted()
	t.context()
	t.markBirthNumbers()
	t.nameBirthNumbers()
	t.forgetDrifted()
	for _, c := range t.columns {
		c.claims = map[slot]claim{}
		for s, w := range c.named {
			if v, why := c.judge(s, t.now); v != contradicts {
				c.claims[s] = claim{w, v, why}
			}
		}
		if len(c.header.order) == 0 {
			for s, x := range c.claims {
				if x.weight < 0.5 && x.verdict != proves && (s != slotBirthDate && s != slotFullName || x.verdict != looks) {
					delete(c.claims, s)
				}
			}
		}
	}
	return t
}

// lookAt is the command that tells which values of a column repeat, and which rows have none.
func (t *table) lookAt(column string) string {
	if t.look == nil || Shown(column) != column {
		return "migrate inspect with --key"
	}
	return t.look(column)
}

// noteDamage notes at the columns what happened to their values.
func (t *table) noteDamage(traps []inspect.Trap) {
	of := map[string][]string{}
	for i := range traps {
		if trap := &traps[i]; slices.Contains(damages, trap.Code) {
			of[trap.Column] = append(of[trap.Column], trap.Message+": migrate inspect tells where")
		}
	}
	for _, c := range t.columns {
		c.damage = of[c.name]
	}
}

// opaque is what a name may mean that says nothing: only content that looks
// like nothing else counts, and never for sure.
func opaque() map[slot]float64 {
	named := map[slot]float64{}
	for _, s := range []slot{slotEmail, slotGender, slotStatus, slotIDType, slotIP, slotBirthDate, slotFullName, slotFront} {
		named[s] = 0.25
	}
	return named
}

// dropCommonWords forgets unknown words that many columns share: the prefix of
// a table says nothing of a column. It is none where another column speaks of the
// customer: then it is somebody else's.
func (t *table) dropCommonWords() {
	count := map[string]int{}
	for _, c := range t.columns {
		for _, w := range slices.Compact(slices.Sorted(slices.Values(c.header.unknown))) {
			count[w]++
		}
	}
	for w, n := range count {
		with := func(c *candidate) bool { return slices.Contains(c.header.unknown, w) }
		if n < 4 || n*2 < len(t.columns) || slices.ContainsFunc(t.columns, func(c *candidate) bool { return !with(c) && c.speaksOfCustomer() }) {
			count[w] = 0
		}
	}
	for _, c := range t.columns {
		c.header.unknown = slices.DeleteFunc(c.header.unknown, func(w string) bool { return count[w] > 0 })
	}
}

// passing are concepts that say nothing of a column where nearly all have them:
// what the table as a whole is of.
var passing = []concept{"contract", "account", "external", "event", "flag"}

// dropCommonConcepts forgets them.
func (t *table) dropCommonConcepts() {
	for _, p := range passing {
		n := 0
		for _, c := range t.columns {
			n += b2i(c.header.has[p])
		}
		if n < 4 || n*5 < len(t.columns)*4 {
			continue
		}
		for _, c := range t.columns {
			delete(c.header.has, p)
			c.header.order = slices.DeleteFunc(c.header.order, func(o concept) bool { return o == p })
		}
	}
}

// countElements counts what stands in later elements of a list, where paths have their numbers
// between points and count from nought: idDocs.1.number beside idDocs.0.type.
func (t *table) countElements() {
	lists := map[string]bool{}
	for _, c := range t.columns {
		if list, _, found := strings.Cut(c.name, ".0."); found {
			lists[list] = true
		}
	}
	for _, c := range t.columns {
		if at := laterElement.FindStringSubmatchIndex(c.name); at != nil && lists[c.name[:at[0]]] {
			c.header.ordinal = max(c.header.ordinal, number(c.name[at[2]:at[3]])+1)
		}
	}
}

// laterElement is the number of an element behind the first one within a path.
var laterElement = regexp.MustCompile(`\.([1-9][0-9]?)\.`)

// countLines makes lines of address_1 and address_2, and of an address that a
// column with its second line follows.
func (t *table) countLines() {
	numbered := 0
	is := func(c *candidate) bool {
		return c.header.has["address"] && c.header.ordinal > 0 && !c.header.any("line", "email", "ip", "proof", "image", "city", "state", "country", "zip", "house", "street")
	}
	for _, c := range t.columns {
		if is(c) {
			numbered++
		}
	}
	for _, c := range t.columns {
		if numbered > 1 && is(c) {
			c.header.addLine(c.header.ordinal)
		}
	}
	for i, c := range t.columns {
		if i > 0 && c.header.bare("line", "address") && c.header.ordinal == 0 && t.columns[i-1].header.bare("address") && t.columns[i-1].header.ordinal == 0 {
			t.columns[i-1].header.addLine(1)
			c.header.ordinal = 2
		}
	}
}

// addLine makes a line of an address of a name.
func (h *header) addLine(ordinal int) {
	h.has["line"], h.ordinal = true, ordinal
	h.order = append(h.order, "line")
}

// with lists the columns whose names mean a slot at least so surely.
func (t *table) with(s slot, weight float64) []*candidate {
	var list []*candidate
	for _, c := range t.columns {
		if c.named[s] >= weight {
			list = append(list, c)
		}
	}
	return list
}

// both is the share of the rows, of those in which two columns have a value,
// that pass. n is the number of those rows.
func (t *table) both(a, b *candidate, passes func(x, y string) bool) (share float64, n int) {
	good := 0
	for i := range t.sample.rows {
		x, y := t.sample.cell(i, a.index), t.sample.cell(i, b.index)
		if x == "" || y == "" {
			continue
		}
		n++
		if passes(x, y) {
			good++
		}
	}
	if n == 0 {
		return 0, 0
	}
	return float64(good) / float64(n), n
}

// holds is the share of the rows in which the value of one column stands within
// that of another.
func (t *table) holds(whole, part *candidate) float64 {
	share, _ := t.both(whole, part, func(x, y string) bool { return strings.Contains(fold(x), fold(y)) })
	return share
}

// same reports whether two columns say the same, each in its spelling.
func (t *table) same(a, b *candidate, s slot) bool {
	share, n := t.both(a, b, func(x, y string) bool { return plainly(s, x) == plainly(s, y) })
	return n > 0 && share >= 0.98 && float64(n) >= 0.9*float64(max(a.content.n, b.content.n))
}

// plainly is what a value means to a slot.
func plainly(s slot, text string) string {
	switch s {
	case slotIssuing, slotNationality, slotAddressCountry:
		if code, known := mapper.CountryCode(text); known {
			return code
		}
	case slotGender, slotStatus, slotIDType:
		if meaning := meaningTable()[s][joined(text)]; meaning != "" {
			return meaning
		}
	}
	return strings.Join(strings.Fields(fold(text)), " ")
}
