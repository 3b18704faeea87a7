package draft

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kycmigrate/internal/inspect"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/mapper"
)

// entry is what follows the columns of a field.
type entry struct {
	steps      []string // as they stand within the braces
	dateTodo   string
	codes      []code
	ask        string            // what the open codes may mean
	gender     bool              // the codes are those of a sex
	legend     map[string]string // what the file says of them
	hidden     int               // codes that are not shown
	hiddenRows int64             // that hold them
	notes      []string
}

func (e *entry) open() int {
	n := b2i(e.dateTodo != "")
	for _, c := range e.codes {
		n += b2i(c.meaning == "")
	}
	return n
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

// entry works out the steps of a field that has its column.
func (w *writer) entry(ch *choice) *entry {
	e := &entry{}
	c := ch.columns[0]
	if ch.slot == slotFullName && ch.form == "from" && c.familyComma() {
		e.steps = append(e.steps, "name: {written: family-comma-given}")
		e.notes = append(e.notes, inspect.Percent(c.content.share(c.content.commas))+" of the values have a comma behind the family name")
	}
	if step := w.plainStep(ch.slot); step != "" {
		if none := w.decision.noValuesIn(ch.columns); len(none) > 0 {
			e.steps = append(e.steps, "empty: "+list(none))
			e.notes = append(e.notes, strings.Join(none, " ")+" stands where there is no value")
		}
		e.steps = append(e.steps, withPlainDigits(step, ch.columns))
	}
	switch ch.slot {
	case slotBirthDate, slotIssueDate, slotExpireDate:
		if ch.form == "join" {
			e.steps = append(e.steps, "date: YYYY-M-D")
		} else {
			w.dates(e, c, ch.slot)
		}
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

// countries makes the table of the words and codes that no table of countries has, or of
// which it has another country than is meant.
func (e *entry) countries(c *candidate) {
	e.ask = "which country? three letters, or \"\" to leave it out"
	for _, v := range c.detail.Values {
		twice := strings.EqualFold(v.Value, codeOfTwo) && v.Rows*50 >= c.content.filled
		if mapper.IsCountry(v.Value) && !twice || inspect.TypeOf(v.Value) == inspect.TypeEmpty {
			continue
		}
		if twice {
			e.ask += "; " + codeOfTwo + " is how Turkey writes itself (TUR), and the ISO code of the Turks and Caicos Islands (TCA)"
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

// codeOfTwo is a code that means another country where it is used most than to ISO.
const codeOfTwo = "TC"

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
	if slices.Contains(ofPictures, s) {
		return w.strip(s)
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

// withPlainDigits is a step of transforms with the digits of other scripts made plain before it,
// where a number has such.
func withPlainDigits(step string, columns []*candidate) string {
	chain, transforms := strings.CutPrefix(step, "transform: ")
	if !transforms || !slices.ContainsFunc(columns, func(c *candidate) bool { return c.foreign }) {
		return step
	}
	return "transform: [" + plainDigits + ", " + strings.Trim(chain, "[]") + "]"
}

// plainDigits is the transform that writes the digits of every script as 0 to 9.
const plainDigits = "ascii-digits"

func (w *writer) dates(e *entry, c *candidate, s slot) {
	if c.foreign {
		e.steps = append(e.steps, "transform: "+plainDigits)
	}
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
	e.ask, e.gender, e.legend = questions[s], s == slotGender, c.legend
	if len(c.legend) > 0 {
		e.notes = append(e.notes, "a line above the header says what its codes mean")
	}
	nameLike := c.knownShare(s) == 0 && c.content.share(c.content.words) > 0.5
	for _, code := range c.codes(s) {
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
