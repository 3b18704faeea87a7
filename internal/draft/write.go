package draft

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kycmigrate/internal/inspect"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
)

// writer writes the text of a draft.
type writer struct {
	*decision
	options Options
	draft   *Draft
	b       bytes.Buffer
	// pathStart is what the paths of all pictures begin with and that is not of their
	// folder; "" for nothing.
	pathStart string
}

func (w *writer) line(format string, args ...any) {
	fmt.Fprintf(&w.b, format+"\n", args...)
}

func (w *writer) write() {
	w.line("# A draft, made by migrate init of %s.", Shown(w.options.Source))
	w.line("#")
	w.line("# Above each field stands how sure it is, from 0 to 1, and why. What is not")
	w.line("# sure is TODO, and no run takes this file while one is left: write the answer")
	w.line("# in its place, or remove the key. Then see with migrate preview what it makes of")
	w.line("# some rows, and with migrate validate what is wrong with any.")
	w.line("version: 1")
	w.line("name: %s", scalar(w.options.Name))
	w.line("")
	w.source()
	w.key()
	w.line("# A keyed mark in a custom field: finding it in ARGOS later is proof that the")
	w.line("# submission is ours. The field may not be mapped below as well.")
	w.line("# marker: cf3")
	w.line("")
	w.line("admin: ${ARGOS_ADMIN}")
	w.line("")
	w.line("fields:")
	for _, g := range groups {
		w.group(g.title, g.slots)
	}
	w.images()
	w.unmatched()
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
		w.line("    %s: %s", scalar(s.Name), setting(s.Value))
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

func (w *writer) key() {
	c, why, offers := w.decision.key()
	if c != nil {
		w.line("# The column that identifies a record in the old system: %s.", why)
		w.line("key: %s", scalar(c.name))
		w.draft.Key = []string{c.name}
	} else {
		what := "no column has a value of its own in every row; several together may: [branch, customer_no]"
		switch near := w.nearlyUnique(); {
		case len(offers) == 0 && near != nil:
			what = fmt.Sprintf("in %s a value stands more than once in %s: migrate inspect tells which; where these are one customer twice it is the key all the same, and only the first row of each is sent",
				names([]*candidate{near}, ""), counted(int(near.content.filled-near.content.distinct), "row", "rows"))
		case len(offers) > 0:
			what = "which identifies a record? each differs in every row: " + names(offers, "")
		}
		w.line("# The column that identifies a record in the old system.")
		w.line("key: TODO  # %s", what)
	}
	w.line("")
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
		w.line("  %s: {%s}  # %s", ch.slot, strings.Join(append([]string{ch.form + ": TODO"}, steps...), ", "), what)
		m.Open = 1 + open
		w.draft.Matches = append(w.draft.Matches, m)
		return
	}
	e := w.entry(ch)
	for _, c := range ch.columns {
		e.notes = append(e.notes, c.damage...)
	}
	w.line("  # %.2f: %s", ch.score, strings.Join(append(ch.evidence, e.notes...), "; "))
	w.body(ch, e)
	m.Open, m.Evidence = e.open(), append(m.Evidence, e.notes...)
	w.draft.Matches = append(w.draft.Matches, m)
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
		if len(ch.offers) == 1 {
			e.values(ch.slot, ch.offers[0])
			return e.valuesStep(), e.open()
		}
	}
	return e.steps, 0
}

// valuesStep is the table of values in one line, with what is to be decided in it;
// nothing where there is none to show.
func (e *entry) valuesStep() []string {
	if len(e.codes) == 0 {
		return nil
	}
	pairs := make([]string, len(e.codes))
	for i, c := range e.codes {
		pairs[i] = scalar(c.value) + ": " + cmp.Or(meaning(c), "TODO")
	}
	return []string{"values: {" + strings.Join(pairs, ", ") + "}"}
}

// entry is what follows the columns of a field.
type entry struct {
	steps      []string // as they stand within the braces
	dateTodo   string
	codes      []code
	ask        string // what the open codes may mean
	hidden     int    // codes that are not shown
	hiddenRows int64  // that hold them
	notes      []string
}

func (e *entry) open() int {
	n := b2i(e.dateTodo != "")
	for _, c := range e.codes {
		n += b2i(c.meaning == "")
	}
	return n
}

// entry works out the steps of a field that has its column.
func (w *writer) entry(ch *choice) *entry {
	e := &entry{}
	c := ch.columns[0]
	if ch.slot == slotFullName && ch.form == "from" && c.familyComma() {
		e.steps = append(e.steps, "name: {written: family-comma-given}")
		e.notes = append(e.notes, inspect.Percent(c.content.share(c.content.commas))+" of the values have a comma behind the family name")
	}
	if step := w.plainStep(ch.slot); step != "" {
		e.steps = append(e.steps, step)
	}
	switch ch.slot {
	case slotBirthDate, slotIssueDate, slotExpireDate:
		w.dates(e, c, ch.slot)
	case slotStatus, slotGender, slotIDType:
		e.values(ch.slot, c)
	case slotNationality, slotIssuing, slotAddressCountry:
		e.countries(c)
	}
	return e
}

// familyComma reports whether nearly all values have a comma between two parts of a name.
func (c *candidate) familyComma() bool {
	const least, nearly = 5, 0.9
	return c.content.commas >= least && c.content.share(c.content.commas) >= nearly
}

// countries makes the table of the words and codes that no table of countries has.
func (e *entry) countries(c *candidate) {
	e.ask = "which country? three letters, or \"\" to leave it out"
	for _, v := range c.detail.Values {
		if mapper.IsCountry(v.Value) || inspect.TypeOf(v.Value) == inspect.TypeEmpty {
			continue
		}
		code := code{v.Value, homeWords[joined(v.Value)], v.Rows}
		if code.meaning != "" || showable(code) && v.Rows*50 >= c.content.filled {
			e.codes = append(e.codes, code)
		} else {
			e.hidden++
			e.hiddenRows += v.Rows
		}
	}
	e.tellHidden("no country that is known")
}

// homeWords are words for countries and their people that the table of countries does
// not have: what a country calls its own people, and other tongues in Latin letters.
var homeWords = map[string]string{
	"wni": "IDN", "中華民國": "TWN", "中华民国": "TWN", "本國籍": "TWN", "filipino": "PHL", "filipina": "PHL", "pinoy": "PHL", "내국인": "KOR", "대한민국국민": "KOR", "sporean": "SGP",
	"urduni": "JOR", "urduniyya": "JOR", "masri": "EGY", "masriyya": "EGY", "suri": "SYR", "suriyya": "SYR", "iraqi": "IRQ", "iraqiyya": "IRQ", "saudi": "SAU", "saudiyya": "SAU",
	"lubnani": "LBN", "lubnaniyya": "LBN", "yamani": "YEM", "yamaniyya": "YEM", "tunisi": "TUN", "tunisiyya": "TUN", "jazairi": "DZA", "maghribi": "MAR", "maghribiyya": "MAR",
	"ελληνικη": "GRC", "ελληνας": "GRC", "ελληνιδα": "GRC", "αλβανικη": "ALB", "κυπριακη": "CYP", "βουλγαρικη": "BGR", "ρουμανικη": "ROU",
	"ኢትዮጵያዊ": "ETH", "ኢትዮጵያዊት": "ETH", "ኢትዮጵያ": "ETH", "kitanzania": "TZA", "mtanzania": "TZA", "mkenya": "KEN", "mganda": "UGA", "myanmar": "MMR",
}

// plainStep is the step that a field has whatever the column holds, "" for none.
func (w *writer) plainStep(s slot) string {
	if w.pathStart != "" && slices.Contains(ofPictures, s) {
		return "strip: " + scalar(w.pathStart)
	}
	return plainSteps[s]
}

// plainSteps are the steps of fields that are the same whatever the column holds.
var plainSteps = map[slot]string{
	slotEmail:    "transform: [trim, lower]",
	slotFullName: "transform: [collapse-spaces, nfc]", slotFirstName: "transform: [collapse-spaces, nfc]", slotLastName: "transform: [collapse-spaces, nfc]",
	slotDocument: "transform: [trim, upper]", slotIdentity: "transform: [trim, upper]",
	slotUserID: "transform: trim", slotIP: "transform: trim",
	slotCity: "transform: collapse-spaces", slotState: "transform: collapse-spaces", slotStreet: "transform: collapse-spaces", slotAddress: "transform: collapse-spaces",
	slotIssuing: "country: alpha3", slotNationality: "country: alpha3", slotAddressCountry: "country: alpha3",
}

func (w *writer) dates(e *entry, c *candidate, s slot) {
	layouts, notes, todo := w.layoutsOf(c, s)
	e.notes = notes
	if todo != "" {
		e.dateTodo = todo
		return
	}
	step := list(layouts)
	if c.national != nil && c.national.calendar != "" {
		step = "{layout: " + step + ", calendar: " + c.national.calendar + "}"
	}
	e.steps = append(e.steps, "date: "+step)
	if s != slotBirthDate && len(c.standIns) > 0 {
		pairs := make([]string, len(c.standIns))
		for i, word := range c.standIns {
			pairs[i] = scalar(word) + `: ""`
		}
		e.steps = append(e.steps, "values: {"+strings.Join(pairs, ", ")+"}")
		e.notes = append(e.notes, "words in its place leave it out")
	}
}

// questions are what the codes of a slot may mean.
var questions = map[slot]string{
	slotStatus: "approved or rejected? as the KYC check said; rows with a code that has no line here are not sent; exclude: leaves rows out for a reason",
	slotGender: `male, female, or "" to leave it out?`,
	slotIDType: "which document? " + strings.Join(kyc.IDTypes(), ", "),
}

// values makes the value table. A word that is not known may be somebody's: it
// is shown where it looks like a code, or many rows share it. Several words are
// shown only beside others that are known, or among single words: names are rarely that.
func (e *entry) values(s slot, c *candidate) {
	e.ask = questions[s]
	nameLike := c.knownShare(s) == 0 && c.content.share(c.content.words) > 0.5
	for _, code := range decode(s, c.detail.Values) {
		if s == slotStatus && code.meaning == leftOut {
			code.meaning = ""
		}
		if code.meaning == "" && (!showable(code) || nameLike && strings.ContainsRune(code.value, ' ')) {
			e.hidden++
			e.hiddenRows += code.rows
			continue
		}
		e.codes = append(e.codes, code)
	}
	e.tellHidden("in few rows or perhaps names")
}

// tellHidden notes the values that are not shown, and why.
func (e *entry) tellHidden(why string) {
	if e.hidden > 0 {
		e.notes = append(e.notes, fmt.Sprintf("%s not shown, %s: %s rejected, and migrate validate tells where",
			counted(e.hidden, "other value is", "other values are"), why, counted(int(e.hiddenRows), "row with it is", "rows with them are")))
	}
}

// counted counts in words.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// showable reports whether a value may stand in a mapping although nobody knows
// it.
func showable(c code) bool {
	const leastRows, longest = 5, 24
	if len(c.value) > longest*2 || inspect.TypeOf(c.value) == inspect.TypeEmail || inspect.TypeOf(c.value) == inspect.TypePhone {
		return false
	}
	return c.rows >= leastRows || len(c.value) <= 2
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
			w.line("      %s: TODO  # %s: %s", scalar(c.value), counted(int(c.rows), "row", "rows"), e.ask)
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
