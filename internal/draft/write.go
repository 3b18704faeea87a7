package draft

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
)

// writer writes the text of a draft.
type writer struct {
	*decision
	options Options
	draft   *Draft
	b       bytes.Buffer
	// pathStarts are what the paths of pictures begin with and that is not of their folder.
	pathStarts []string
	keyOffers  []*candidate // of which the key is to be decided
}

// Marker is the custom field in which a draft has the mark: it maps none itself.
const Marker = "cf3"

func (w *writer) line(format string, args ...any) {
	fmt.Fprintf(&w.b, format+"\n", args...)
}

func (w *writer) write() {
	w.line("# A draft, made by migrate init of %s.", Shown(w.options.Source))
	w.line("#")
	w.line("# Above the key and each field stands how sure it is, from 0 to 1, and why. What")
	w.line("# is not sure is TODO, and no run takes this file while one is left: write the")
	w.line("# answer in its place, or remove the key. Then see with migrate preview what it")
	w.line("# makes of some rows, and with migrate validate what is wrong with any.")
	w.line("version: 1")
	w.line("name: %s", scalar(w.options.Name))
	w.line("")
	w.source()
	w.noRecords()
	w.key()
	w.line("# A keyed mark in a custom field: finding a submission again after a crash is proof")
	w.line("# only with it. Take another of cf1, cf2 and cf3 if that one is in use in ARGOS; it")
	w.line("# may not be mapped below as well.")
	w.line("marker: %s", Marker)
	w.line("")
	w.line("admin: ${ARGOS_ADMIN}")
	w.line("")
	w.line("fields:")
	for _, g := range groups {
		w.group(g.title, g.slots)
	}
	w.images()
	w.unmatched()
	w.leaveOut()
	w.draft.Text = w.b.Bytes()
}

func (w *writer) source() {
	if len(w.options.Settings) == 0 {
		w.line("source: {kind: %s}", scalar(w.options.Kind))
		w.line("")
		return
	}
	w.line("source:")
	w.line("  kind: %s", scalar(w.options.Kind))
	w.line("  %s:", scalar(w.options.Kind))
	for _, s := range w.options.Settings {
		if s.Todo != "" {
			w.line("    %s: TODO  # %s", scalar(s.Name), s.Todo)
			continue
		}
		note := ""
		if s.Note != "" {
			note = "  # " + oneLine(s.Note)
		}
		w.line("    %s: %s%s", scalar(s.Name), setting(s.Value), note)
	}
	w.line("")
}

// setting leaves the name of a variable as it is; it is no text of the source.
func setting(value string) string {
	if strings.HasPrefix(value, "${") {
		return value
	}
	return scalar(value)
}

// key writes which column identifies a record, or what is to be decided of it.
func (w *writer) key() {
	c, why, offers := w.decision.key()
	w.keyOffers = offers
	if c != nil {
		w.draft.Key, w.draft.KeyConfidence = []string{c.name}, w.keyConfidence(c)
		w.line("# %.2f: the column that identifies a record in the old system: %s.", w.draft.KeyConfidence, why+w.gaps(c))
		w.line("key: %s", scalar(c.name))
	} else {
		w.draft.KeyTodo = w.openKey(offers)
		w.line("# The column that identifies a record in the old system.")
		w.line("key: TODO  # %s", w.draft.KeyTodo)
	}
	w.line("")
}

// openKey is what is to be decided of the key.
func (w *writer) openKey(offers []*candidate) string {
	numbers := slices.ContainsFunc(offers, func(c *candidate) bool { return c.content.identifies() })
	if near := w.nearlyUnique(); near != nil && !numbers {
		return w.nearKey(near)
	}
	if len(offers) == 1 && w.numbersOther(offers[0]) {
		return "which identifies a record? by its name this is no number of the customer, though each differs in every row: " + names(offers, "")
	}
	if len(offers) > 1 && !slices.ContainsFunc(offers, func(c *candidate) bool { return !w.numbersOther(c) }) {
		return "which identifies a record? by their names these are no numbers of the customer, though each differs in every row: " + names(offers, "")
	}
	if len(offers) > 1 && !offers[len(offers)-1].content.unique() {
		last := len(offers) - 1
		return "which identifies a record? " + names(offers[:last], "") + " may only number the rows, and in " + names(offers[last:], "") + " a value stands more than once: " + w.lookAt(offers[last].name) + " tells which"
	}
	if len(offers) > 0 {
		return "which identifies a record? each differs in every row: " + names(offers, "")
	}
	return "no column has a value of its own in every row; several together may: [branch, customer_no]"
}

// nearKey is what is to be decided of the customer's number that a few rows share, or lack.
func (w *writer) nearKey(c *candidate) string {
	x, where := c.content, names([]*candidate{c}, "")
	lacks := counted(int(x.empty), "row has no "+where+" and is rejected where it is the key", "rows have no "+where+" and are rejected where it is the key")
	if x.filled <= x.distinct {
		return lacks + ": " + w.lookAt(c.name) + " tells which; all others differ"
	}
	said := fmt.Sprintf("in %s a value stands more than once in %s: %s tells which; where these are one customer twice it is the key all the same, and only the first row of each is sent",
		where, counted(int(x.filled-x.distinct), "row", "rows"), w.lookAt(c.name))
	if x.empty > 0 {
		said += "; " + lacks
	}
	return said
}

// gaps says which rows the key does not tell apart, "" where it does all.
func (w *writer) gaps(c *candidate) string {
	x := c.content
	var list []string
	if x.exact && x.filled > x.distinct {
		list = append(list, counted(int(x.filled-x.distinct), "row repeats", "rows repeat")+" the key of an earlier one, and only the first is sent")
	}
	if x.empty > 0 {
		list = append(list, counted(int(x.empty), "row has none and is rejected", "rows have none and are rejected"))
	}
	if len(list) == 0 {
		return ""
	}
	return "; " + strings.Join(list, "; ") + ": " + w.lookAt(c.name) + " tells which"
}

// groups are the fields in the order of the text.
var groups = []struct {
	title string
	slots []slot
}{
	{"Needed for every record.", []slot{slotEmail, slotFullName, slotBirthDate, slotStatus}},
	{"The document.", []slot{slotIDType, slotIssuing, slotDocument, slotIdentity, slotIssueDate, slotExpireDate}},
	{"The person.", []slot{slotFirstName, slotLastName, slotNationality, slotGender, slotUserID, slotIP}},
	{"The address.", []slot{slotStreet, slotCity, slotState, slotAddressCountry, slotAddress}},
}

func (w *writer) group(title string, slots []slot) {
	begun := false
	begin := func() {
		if !begun {
			w.line("  # %s", title)
			begun = true
		}
	}
	for _, s := range slots {
		switch ch := w.worthwhile(s); {
		case ch != nil:
			begin()
			w.field(ch)
		case disputed(s):
			begin()
			w.line("  # No column was found for %s, which ARGOS may require: %s", s, absent[s])
		}
	}
	if begun {
		w.line("")
	}
}

// least is the confidence below which a field that may be absent is not
// worth a question.
const least = 0.5

// worthwhile is the choice for a slot that the text should have, nil for none.
// What ARGOS requires is asked for.
func (w *writer) worthwhile(s slot) *choice {
	ch := w.by[s]
	switch {
	case ch == nil && required(s):
		return &choice{slot: s, form: "from", todo: missing(s)}
	case ch == nil && s == slotIDType && (w.by[slotFront] != nil || w.by[slotBack] != nil):
		return &choice{slot: s, form: "const", todo: "no column was found for it, and ARGOS needs it with a picture of the document; one of " + strings.Join(kyc.IDTypes(), ", ")}
	case ch == nil || required(s) || ch.todo == "" || ch.score >= least:
		return ch
	}
	return nil
}

// absent are what to do where there is no column for a field whose need is disputed.
var absent = map[slot]string{
	slotIDType:  "where all documents are of one kind, write idType: {const: passport}, or what they are.",
	slotIssuing: "where all documents are of one country, write issuingCountry: {const: its three letters}.",
}

// disputed reports whether what is known of ARGOS differs about a field (kyc.Disputed).
func disputed(s slot) bool { return absent[s] != "" }

func missing(s slot) string {
	what := "no column was found for it, and ARGOS requires it"
	if s == slotStatus {
		what += "; where all records of the source are approved, write const: approved instead"
	}
	return what
}

// field writes one field, and notes the match.
func (w *writer) field(ch *choice) {
	m := Match{Field: string(ch.slot), Columns: []string{}, Confidence: ch.score, Evidence: ch.evidence, Todo: ch.todo}
	if m.Evidence == nil {
		m.Evidence = []string{}
	}
	of := ch.columns
	if len(ch.offers) > 0 {
		of = ch.offers
	}
	for _, c := range of {
		m.Columns = append(m.Columns, c.name)
	}
	if ch.todo != "" {
		what := ch.todo
		if len(ch.offers) > 0 {
			what += ": " + names(ch.offers, ch.slot)
		}
		steps, open := w.stepsAhead(ch)
		what += valuesWanted(ch, steps)
		w.line("  %s: {%s}  # %s", ch.slot, strings.Join(append([]string{ch.form + ": TODO"}, steps...), ", "), what)
		m.Open = 1 + open
		w.draft.Matches = append(w.draft.Matches, m)
		return
	}
	e := w.entry(ch)
	for _, c := range ch.columns {
		for _, damage := range c.damage {
			if len(ch.columns) > 1 {
				damage = Shown(c.name) + ": " + damage
			}
			e.notes = append(e.notes, damage)
		}
	}
	w.line("  # %.2f: %s", ch.score, strings.Join(append(ch.evidence, e.notes...), "; "))
	w.body(ch, e)
	m.Open, m.Evidence = e.open(), append(m.Evidence, e.notes...)
	w.draft.Matches = append(w.draft.Matches, m)
}

// valuesWanted says whose codes the table of values behind a question has, or that one is
// wanted, where the codes of a column mean nothing to ARGOS without.
func valuesWanted(ch *choice, steps []string) string {
	first, _, _ := strings.Cut(questions[ch.slot], ";")
	switch {
	case questions[ch.slot] == "" || len(ch.offers) == 0:
		return ""
	case len(steps) == 0:
		return "; then say of each code of the column what it means, values: {CODE: …}: " + first
	case len(ch.offers) > 1:
		return "; the values are those of " + names(ch.offers[:1], "") + ", and another column needs its own: " + first
	}
	return ""
}

// stepsAhead are the steps that a field will need whatever column is decided on,
// so that a column, and what codes mean that nobody knows, is all there is to write.
func (w *writer) stepsAhead(ch *choice) (steps []string, open int) {
	if ch.form == "const" {
		return nil, 0
	}
	if step := w.plainStep(ch.slot); step != "" {
		return []string{step}, 0
	}
	e := &entry{}
	switch ch.slot {
	case slotBirthDate, slotIssueDate, slotExpireDate:
		if len(ch.offers) == 1 {
			w.dates(e, ch.offers[0], ch.slot)
		}
	case slotStatus, slotGender, slotIDType:
		if len(ch.offers) > 0 {
			e.values(ch.slot, ch.offers[0])
			return e.valuesStep(), e.open()
		}
	}
	return e.steps, 0
}

// body writes a field: in one line, or with its open values below each other.
func (w *writer) body(ch *choice, e *entry) {
	from := ch.form + ": " + scalar(ch.columns[0].name)
	if ch.form != "from" {
		var cols []string
		for _, c := range ch.columns {
			cols = append(cols, c.name)
		}
		from = ch.form + ": " + many(cols)
		if ch.form == "join" {
			from += ", with: " + quotedText(ch.with)
		}
	}
	switch ch.slot {
	case slotStatus, slotGender, slotIDType:
		w.table(ch.slot, from, e)
		return
	case slotNationality, slotIssuing, slotAddressCountry:
		if len(e.codes) > 0 {
			w.table(ch.slot, from, e)
			return
		}
	}
	if e.dateTodo != "" {
		w.line("  %s: {%s, date: TODO}  # %s", ch.slot, from, e.dateTodo)
		return
	}
	w.line("  %s: {%s}", ch.slot, strings.Join(append([]string{from}, e.steps...), ", "))
}

// quotedText is a text that is always in quotes: a space does not show else.
func quotedText(s string) string { return `"` + strings.Trim(scalar(s), `"`) + `"` }

// table writes a field with its table of values.
func (w *writer) table(s slot, from string, e *entry) {
	if len(e.codes) == 0 {
		w.line("  %s: {%s, values: TODO}  # what each value of the column means", s, from)
		e.codes = []code{{}}
		return
	}
	if e.open() == 0 {
		w.line("  %s: {%s}", s, strings.Join(slices.Concat([]string{from}, e.valuesStep(), e.steps), ", "))
		return
	}
	w.line("  %s:", s)
	w.line("    %s", from)
	w.line("    values:")
	for _, c := range e.codes {
		if c.meaning == "" {
			w.line("      %s: TODO  # %s: %s", scalar(c.value), counted(int(c.rows), "row", "rows"), e.askOf(c))
		} else {
			w.line("      %s: %s", scalar(c.value), meaning(c))
		}
	}
	for _, step := range e.steps {
		w.line("    %s", step)
	}
}

func meaning(c code) string {
	if c.meaning == leftOut {
		return `""`
	}
	return c.meaning
}
