package inspect

import (
	"fmt"
	"strings"
)

// Codes of the traps, documented in docs/OPERATING.md. They are stable.
const (
	CodeDateAmbiguous     = "date_ambiguous"
	CodeDateContradictory = "date_contradictory"
	CodeDateLayouts       = "date_layouts_mixed"
	CodeDateImpossible    = "date_impossible"
	CodeDatesExchanged    = "date_cells_swapped"
	CodeCalendarsMixed    = "date_calendars_mixed"
	CodeTwoDigitYear      = "two_digit_year"
	CodeSerialDate        = "serial_date"
	CodeLeadingZeros      = "leading_zeros_lost"
	CodeScientific        = "scientific_notation"
	CodeRounded           = "digits_rounded"
	CodeDecimalComma      = "decimal_comma"
	CodeMojibake          = "mojibake"
	CodeLostCharacters    = "characters_lost"
	CodeMixedEncodings    = "encoding_mixed"
	CodeKeyRepeated       = "key_repeated"
	CodeKeyEmpty          = "key_empty"
	CodeNearlyUnique      = "nearly_unique"
	CodeSameContent       = "columns_alike"
	CodeSameName          = "names_alike"
	CodeHeaderDrifted     = "header_drifted"
	CodeSecondTable       = "second_table"
	CodeBlankRow          = "row_blank"
	CodeTotalRow          = "row_total"
	CodePlaceholder       = "placeholder"
	CodeOuterSpace        = "outer_space"
	CodeInvisible         = "invisible_character"
	CodeMixedScripts      = "mixed_scripts"
	CodeCut               = "value_cut"
	CodeConstant          = "column_constant"
	CodeEmptyColumn       = "column_empty"
)

// fixes says what to do about each trap.
var fixes = map[string]string{
	CodeDateAmbiguous:     "ask the data owner which it is and state that layout with date: in the mapping; do not try both",
	CodeDateContradictory: "have the column exported anew as YYYY-MM-DD; no list of layouts reads such a column rightly",
	CodeDateLayouts:       "list them in the mapping, once it is known which of day and month stands first: date: [LAYOUT, LAYOUT]; they are tried in that order, and YYYY-MM-DD is read beside any",
	CodeDateImpossible:    "have the rows mended; they are rejected as date_impossible",
	CodeDatesExchanged:    "have the column exported anew from the old system, as YYYY-MM-DD or as text, and open it in no spreadsheet program before it is read here: no list of layouts reads it rightly, and migrate validate cannot tell which row is wrong",
	CodeCalendarsMixed:    "once the data owner says which of day and month stands first, and that both calendars are meant, state both in the mapping, the Buddhist one first, for example date: [{layout: DD/MM/YYYY, calendar: buddhist}, DD/MM/YYYY]",
	CodeTwoDigitYear:      "have the column exported with four digits; with YY in the layout the century is guessed from today's date",
	CodeSerialDate:        "state date: excel in the mapping, in a list beside the layouts that other values have, and look with migrate preview at some days that are known: workbooks of old Macs count from 1904 (excel-1904), four years and a day off",
	CodeLeadingZeros:      "have the column exported as text: what was cut off cannot be known for sure",
	CodeScientific:        "have the column exported as text: the digits behind the mantissa are gone",
	CodeRounded:           "have the column exported as text: spreadsheets keep 15 digits and make noughts of the rest",
	CodeDecimalComma:      "nothing, if the column is not mapped; ARGOS takes its text as it stands",
	CodeMojibake:          "state the source's true encoding, or have it exported anew; names like these must not be sent",
	CodeLostCharacters:    "have the rows exported anew in UTF-8: the characters are not in the file any more",
	CodeMixedEncodings:    "have the source exported in one encoding, or mend these rows in the rejects file",
	CodeKeyRepeated:       "name the columns that tell records apart, or have the doubles removed: only the first row of a key is sent",
	CodeKeyEmpty:          "have the key filled in: a row without one is rejected",
	CodeNearlyUnique:      "if this is to be the key, have the doubles removed first: only the first row of a key is sent",
	CodeSameContent:       "map one of the two, and ask the data owner whether the other was meant to differ",
	CodeSameName:          "look twice which of the two the mapping names",
	CodeHeaderDrifted:     "have the source exported anew with each name above its data, or map each field from the column that has its values, whatever that is called",
	CodeSecondTable:       "have the tables exported apart, or take out what is no record: such a row is read as a record or rejected",
	CodeBlankRow:          "have the rows taken out: each is read as a record and rejected",
	CodeTotalRow:          "leave it out in the mapping with the rule of exclude that migrate inspect tells above and migrate init proposes: else it is read as a record and rejected",
	CodePlaceholder:       "name them in the mapping, in empty: of the fields that read the column (empty: [\"N/A\", \"-\"]), or have the cells emptied: as they are they would be sent, or warned of; cells of a workbook that hold an error, such as #N/A, reject their rows",
	CodeOuterSpace:        "use transform: [trim] for the fields that read the column",
	CodeInvisible:         "have the characters removed; two values that look the same are not",
	CodeMixedScripts:      "have the words typed anew: a letter of another alphabet looks the same and is not found",
	CodeCut:               "ask the data owner for the width of the field in the old system: what was longer is cut off",
	CodeConstant:          "nothing, if that is so; otherwise the wrong column was exported",
	CodeEmptyColumn:       "nothing, if that is so; otherwise the column was not exported",
}

// trapList gathers traps in the order in which they are told.
type trapList struct{ list []Trap }

func (l *trapList) add(code, column string, f *finding, format string, args ...any) {
	l.list = append(l.list, Trap{
		Code: code, Column: column, Message: fmt.Sprintf(format, args...), Count: f.count, Places: f.places(), Fix: fixes[code],
	})
}

// traps judges what was found, first of the rows and then column by column.
func (p *Profile) traps(columns []Column) []Trap {
	l := &trapList{list: []Trap{}}
	p.rowTraps(l)
	for i, c := range p.columns {
		t := &columns[i]
		c.dateTraps(l, t)
		c.numberTraps(l, t)
		c.textTraps(l)
		c.shapeTraps(l, t)
		p.uniqueTraps(l, i, t)
	}
	p.alikeTraps(l)
	p.driftTrap(l, columns)
	return l.list
}

// codeEncoding is the code of a row with bytes that its encoding does not know.
const codeEncoding = "row_encoding"

func (p *Profile) rowTraps(l *trapList) {
	for i := range p.faults {
		if f := &p.faults[i]; f.first.Code == codeEncoding {
			l.add(CodeMixedEncodings, "", &f.finding, "%s not in the encoding of the others", rows(f.count, "is", "are"))
		}
	}
	t := &p.table
	if t.header.count > 0 {
		l.add(CodeSecondTable, "", &t.header, "the header stands again among the rows")
	}
	if t.blocks.count > 0 {
		l.add(CodeSecondTable, "", &t.blocks, "%d rows or more, one after the other, have another number of cells: a second table may begin here", raggedRun)
	}
	if t.other.count > 0 {
		l.add(CodeSecondTable, "", &t.other, "words stand where all rows before have numbers or dates: the header of another table, or a summary")
	}
	if t.blank.count > 0 {
		l.add(CodeBlankRow, "", &t.blank, "%s no value at all", rows(t.blank.count, "has", "have"))
	}
	p.totals.trap(l)
	names := make([]string, len(p.key.columns))
	for i, at := range p.key.columns {
		names[i] = p.columns[at].name
	}
	key := strings.Join(names, ", ")
	if k := &p.key; k.repeated.count > 0 {
		l.add(CodeKeyRepeated, key, &k.repeated, "%s the key of an earlier row", rows(k.repeated.count, "has", "have"))
	}
	if k := &p.key; k.empty.count > 0 {
		l.add(CodeKeyEmpty, key, &k.empty, "%s no key", rows(k.empty.count, "has", "have"))
	}
}

// rows counts rows in words.
func rows(n int64, one, many string) string {
	if n == 1 {
		return "1 row " + one
	}
	return fmt.Sprintf("%d rows %s", n, many)
}

// values counts values in words.
func values(n int64, one, many string) string {
	if n == 1 {
		return "1 value " + one
	}
	return fmt.Sprintf("%d values %s", n, many)
}

// trap tells where the dates with one separator do not show, or deny, what
// stands first.
func (o *orderCount) trap(l *trapList, column string) {
	switch {
	case o.contradictory():
		l.add(CodeDateContradictory, column, &o.monFirst, "%s month/day only (the places below), and %s day/month only (first at %s)",
			rows(o.monFirst.count, "can be", "can be"), rows(o.dayFirst.count, "can be", "can be"), o.dayFirst.at[0].String())
	case o.open.count > 0 && o.unproven():
		l.add(CodeDateAmbiguous, column, &o.open, "%s as day/month and as month/day alike, and no row proves which", rows(o.open.count, "can be read", "can be read"))
	}
}

func (c *column) dateTraps(l *trapList, t *Column) {
	if t.Type != TypeDate {
		return
	}
	d := &c.days
	contradictory := false
	for i := range d.orders {
		d.orders[i].trap(l, c.name)
		contradictory = contradictory || d.orders[i].contradictory()
	}
	if d.exchange.Happened() {
		l.add(CodeDatesExchanged, c.name, &d.low, "%s a day up to 12 (first at the places below), and the %d written %s one above 12: a spreadsheet program has taken the others for dates, with day and month exchanged",
			values(d.low.count, "that is a date cell or written like one has", "that are date cells or written like them have"), d.exchange.Texts(), d.exchange.Order())
	}
	if len(t.Layouts) > 1 && !contradictory && !d.exchange.Happened() && !d.bothCalendars() { // else no plain list of them reads it
		c.layoutsTrap(l, t.Layouts)
	}
	if d.bothCalendars() {
		c.calendarsTrap(l, t.Layouts)
	}
	if d.short.count > 0 {
		l.add(CodeTwoDigitYear, c.name, &d.short, "%s a year of two digits", values(d.short.count, "has", "have"))
	} else if c.hints.date && c.digits.shortCompact > 0 && c.digits.compact == 0 {
		l.add(CodeTwoDigitYear, c.name, c.digits.ofLength(6), "%s a date of six digits, with a year of two", values(c.digits.shortCompact, "is", "are"))
	}
	if d.unreal.count > 0 {
		l.add(CodeDateImpossible, c.name, &d.unreal, "%s a day that the calendar does not have", values(d.unreal.count, "names", "name"))
	}
	if f := &c.found[findSerial]; c.hasSerials() {
		l.add(CodeSerialDate, c.name, f, "%s the number that a spreadsheet has for a day", values(f.count, "is", "are"))
	}
}

// calendarsTrap tells of a column with years of two calendars, with what reads both where its
// layouts are known.
func (c *column) calendarsTrap(l *trapList, layouts []Layout) {
	d := &c.days
	l.add(CodeCalendarsMixed, c.name, &d.buddhist, "%s a year of the Buddhist Era, 2400 to 2699, and %s of the Gregorian calendar", values(d.buddhist.count, "has", "have"), values(d.common, "has one", "have one"))
	known := make([]string, len(layouts))
	for i, x := range layouts {
		if known[i] = inList(x.Layout); strings.Contains(x.Layout, " or ") || strings.HasSuffix(x.Layout, " and a time") {
			return // no layout as a mapping states it
		}
	}
	all := strings.Join(known, ", ")
	l.list[len(l.list)-1].Fix = "once the data owner says that both are meant, state both in the mapping, the Buddhist one first: date: [{layout: [" + all + "], calendar: buddhist}, " + all + "]"
}

// layoutsTrap tells of a column whose dates are written in several ways, with the list of
// them that a mapping takes where it is known.
func (c *column) layoutsTrap(l *trapList, layouts []Layout) {
	names, known, sure := make([]string, len(layouts)), make([]string, len(layouts)), true
	for i, x := range layouts {
		names[i], known[i] = fmt.Sprintf("%s (%d)", x.Layout, x.Rows), inList(x.Layout)
		sure = sure && !strings.Contains(x.Layout, " ")
	}
	l.add(CodeDateLayouts, c.name, &finding{count: c.days.count}, "dates are written in %d ways: %s", len(layouts), strings.Join(names, ", "))
	if sure {
		l.list[len(l.list)-1].Fix = "list them in the mapping: date: [" + strings.Join(known, ", ") + "]; they are tried in that order, and YYYY-MM-DD is read beside any"
	}
}

// inList is a layout as it stands within a list of the mapping, where a comma would part it.
func inList(layout string) string {
	if strings.Contains(layout, ",") {
		return `"` + layout + `"`
	}
	return layout
}

func (c *column) numberTraps(l *trapList, t *Column) {
	if f := &c.found[findPower]; f.count > 0 {
		l.add(CodeScientific, c.name, f, "%s shortened to the form 1.23E+15", values(f.count, "was", "were"))
	}
	if f := &c.found[findRounded]; f.count >= 2 && mostly(f.count, c.digits.long) && (f.count >= 5 || t.MaxLength >= 18) {
		l.add(CodeRounded, c.name, f, "%s nothing but noughts behind the 15th digit", values(f.count, "has", "have"))
	}
	if f := &c.found[findComma]; f.count > 0 && t.Type == TypeDecimal {
		l.add(CodeDecimalComma, c.name, f, "%s a comma before the fraction", values(f.count, "has", "have"))
	}
	if f, full := c.lostZeros(); f != nil {
		l.add(CodeLeadingZeros, c.name, f, "%s fewer digits than the %d of the others, as if noughts in front were cut off", values(f.count, "has", "have"), full)
	}
}

// lostZeros finds the digits that lost the noughts in front of them: most
// values have n digits, and shorter ones are there although others begin with
// a nought, or although the column's name says that its codes are of one
// length.
func (c *column) lostZeros() (*finding, int) {
	const least, reach = 4, 4
	s := &c.digits
	if c.days.count > 0 || !mostly(s.count, c.real()) || c.hints.date {
		return nil, 0
	}
	full := 0
	for n := range s.lengths {
		if s.lengths[n].n > s.lengths[full].n {
			full = n
		}
	}
	of := &s.lengths[full]
	if full < least || of.n*5 < s.count*3 {
		return nil, 0
	}
	short, longer := &finding{}, int64(0)
	for n := range s.lengths {
		switch x := &s.lengths[n]; {
		case n > full:
			longer += x.n
		case n < full && n >= full-reach && x.zeros == 0 && x.n > 0:
			short.count += x.n
			short.at = append(x.at[:len(x.at):len(x.at)], short.at...)
		}
	}
	short.at = short.at[:min(len(short.at), numPlaces)]
	lost := of.zeros > 0 || c.hints.padded && of.n*4 >= s.count*3
	if short.count == 0 || longer > 0 || !lost {
		return nil, 0
	}
	return short, full
}

// ofLength is where values of so many digits stand.
func (s *digitStats) ofLength(n int) *finding {
	return &finding{count: s.lengths[n].n, at: s.lengths[n].at}
}

func (c *column) textTraps(l *trapList) {
	for _, t := range []struct {
		find    find
		code    string
		message string
	}{
		{findGarbled, CodeMojibake, "%s text of one encoding that was read as another, such as Ã© for é"},
		{findLost, CodeLostCharacters, "%s U+FFFD or question marks where characters were"},
		{findMixed, CodeMixedScripts, "%s letters of two alphabets that look alike in one word"},
		{findInvisible, CodeInvisible, "%s control characters or characters without a look of their own"},
		{findPadded, CodeOuterSpace, "%s space in front or behind"},
	} {
		if f := &c.found[t.find]; f.count > 0 {
			l.add(t.code, c.name, f, t.message, values(f.count, "has", "have"))
		}
	}
	if f := &c.found[findPlaceholder]; f.count > 0 {
		l.add(CodePlaceholder, c.name, f, "%s for no value, such as N/A, null, 0000-00-00 or test@test.com", values(f.count, "stands", "stand"))
	}
	if f := &c.found[findDoubtful]; f.count > 0 && !c.isCodeList() {
		l.add(CodePlaceholder, c.name, f, "%s for no value, such as none or unknown", values(f.count, "seems to stand", "seem to stand"))
	}
}
