package mapper

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// part is one piece of a date layout.
type part uint8

const (
	literal   part = iota
	year4          // YYYY
	year2          // YY
	century1       // C: 0 for 19, 1 for 20
	monthFull      // MMMM: January
	monthAbbr      // MMM: Jan
	month2         // MM: 01
	month1         // M: 1 or 01
	day2           // DD: 01
	day1           // D: 1 or 01
	eraName        // E: 令和, 令 or R
	eraYear        // y: 1 to 999, or 元
	eraYear2       // yy: 01
	eraYear3       // yyy: 001
	hour2          // HH
	hour1          // H: 0 or 00
	minute2        // mm
	second2        // ss
	fraction       // SSS: one to nine digits
	half           // A: AM or PM
)

// layoutParts lists the tokens, longer ones before their beginnings.
var layoutParts = []struct {
	token string
	part  part
	shape string // what it looks like, whatever it means
}{
	{"E", eraName, "E"},
	{"yyy", eraYear3, "000"},
	{"yy", eraYear2, "00"},
	{"y", eraYear, "00"},
	{"C", century1, "0"},
	{"YYYY", year4, "0000"},
	{"YY", year2, "00"},
	{"MMMM", monthFull, "A"},
	{"MMM", monthAbbr, "a"},
	{"MM", month2, "00"},
	{"M", month1, "00"},
	{"DD", day2, "00"},
	{"D", day1, "00"},
	{"HH", hour2, "00"},
	{"H", hour1, "00"},
	{"mm", minute2, "00"},
	{"ss", second2, "00"},
	{"SSS", fraction, "."},
	{"A", half, "A"},
}

// layout is a compiled date layout, such as DD/MM/YYYY, or what counts in its place.
type layout struct {
	text     string
	parts    []layoutPart
	fixed    fixedForm // where the layout has one
	calendar *calendar // nil for the Gregorian one
	short    bool      // the year has two digits, and no era or century
	numbers  bool      // it is digits alone, the first of them a century: numbers lose a nought there

	count *counting // nil for what is written as a date
	zone  *time.Location
}

// name is the layout with its calendar, for messages.
func (l *layout) name() string {
	switch {
	case l.calendar != nil:
		return l.text + " (" + l.calendar.name + ")"
	case l.zone != nil && l.zone != time.UTC:
		return l.text + " (" + l.zone.String() + ")"
	}
	return l.text
}

type layoutPart struct {
	part    part
	literal string // of a literal
	shape   string
	// least and most are how many digits a number takes.
	least, most int
}

// layoutHelp says how a layout of a calendar is written, nil for the Gregorian one.
func layoutHelp(c *calendar) string {
	if c == nil {
		return "write it with YYYY or YY, MM, M, MMM or MMMM, DD or D, such as DD/MM/YYYY"
	}
	year := tokensOf(c.years) + " for the year"
	if c.named {
		year = "E for the era, " + year
	}
	return "write it with " + year + ", MM or M, DD or D, such as " + c.example
}

// foreignLayouts translates layouts in the style of strftime and of Go.
var foreignLayouts = []*strings.Replacer{
	strings.NewReplacer("%d", "DD", "%m", "MM", "%Y", "YYYY", "%y", "YY", "%b", "MMM", "%B", "MMMM", "%F", "YYYY-MM-DD", "%H", "HH", "%M", "mm", "%S", "ss"),
	strings.NewReplacer("2006", "YYYY", "01", "MM", "02", "DD", "January", "MMMM", "Jan", "MMM", "06", "YY", "15", "HH", "04", "mm", "05", "ss"),
	strings.NewReplacer("d", "D", "m", "M", "y", "Y"),
	strings.NewReplacer("d", "D", "m", "M"),
}

// parseLayout compiles a layout of a calendar, nil for the Gregorian one, or
// says what is wrong with it and what to do.
func parseLayout(text string, c *calendar) (l layout, problem, fix string) {
	const longest = 64
	if len(text) > longest {
		return l, "is too long", layoutHelp(c)
	}
	if count := countingByName(text); count != nil {
		if c != nil {
			return l, "counts days, of whatever calendar", "take calendar away"
		}
		return layout{text: text, count: count, zone: time.UTC}, "", ""
	}
	if meant := otherCountingNames[strings.ToLower(text)]; meant != "" {
		return l, "is no layout", `did you mean "` + meant + `"?`
	}
	l, problem, fix = compileLayout(text, c)
	if problem == "" {
		return l, "", ""
	}
	if c == nil {
		if meant := nationalMeant(text); meant != "" {
			return l, problem, "did you mean " + meant + "?"
		}
	}
	for _, style := range foreignLayouts {
		meant := style.Replace(text)
		if _, wrong, _ := compileLayout(meant, c); wrong == "" {
			return l, problem, `did you mean "` + meant + `"?`
		}
	}
	return l, problem, fix
}

// nationalMeant is the block that a layout with an era or its years needs.
func nationalMeant(text string) string {
	for _, c := range calendars {
		l, problem, _ := compileLayout(text, c)
		if problem == "" && slices.ContainsFunc(l.parts, func(p layoutPart) bool { return p.part.ofEra() }) {
			return `{layout: "` + text + `", calendar: ` + c.name + "}"
		}
	}
	return ""
}

func compileLayout(text string, c *calendar) (l layout, problem, fix string) {
	l.text, l.calendar = text, c
	if strings.Contains(text, "%") {
		return l, "is in the style of strftime", layoutHelp(c)
	}
	for rest := text; rest != ""; {
		p, size := nextPart(rest, c)
		if b := rest[0]; p.part == literal && (asciiLetter(b) && b != 'T' && b != 'Z' || asciiDigit(b)) {
			return l, "holds " + quote(rest[:1]) + ", which stands for nothing", layoutHelp(c) + "; letters count as written, MM is the month and mm the minute"
		}
		l.parts = append(l.parts, p)
		rest = rest[size:]
	}
	l.short = l.has(year2) && !l.has(century1)
	if problem = l.incomplete(); problem != "" {
		return l, problem, layoutHelp(c)
	}
	if problem, fix = l.misfit(); problem != "" {
		return l, problem, fix
	}
	if p := l.runsTogether(); p != literal {
		return l, "has " + tokensOf([]part{p}) + " right beside another number", p.setApart(c)
	}
	if c == nil {
		l.fixed = fixedOf(l.parts)
	}
	l.numbers = l.parts[0].part == century1 && l.numeric()
	return l, "", ""
}

func nextPart(s string, c *calendar) (layoutPart, int) {
	for _, p := range layoutParts {
		if strings.HasPrefix(s, p.token) && (!p.part.ofEra() || c != nil) && (p.part != century1 || c == nil) {
			least, most := p.part.digits()
			return layoutPart{part: p.part, shape: p.shape, least: least, most: most}, len(p.token)
		}
	}
	_, size := utf8.DecodeRuneInString(s)
	return layoutPart{part: literal, literal: s[:size], shape: s[:size]}, size
}

// incomplete says which of day, month and year is missing or stands twice.
func (l layout) incomplete() string {
	years := l.times(year4) + l.times(year2) + l.times(eraYear) + l.times(eraYear2) + l.times(eraYear3)
	months := l.times(monthFull) + l.times(monthAbbr) + l.times(month2) + l.times(month1)
	days := l.times(day2) + l.times(day1)
	switch {
	case years != 1:
		return "does not have exactly one year"
	case months != 1:
		return "does not have exactly one month"
	case days != 1:
		return "does not have exactly one day"
	case l.has(century1) && !strings.Contains(l.text, "CYY") || strings.Contains(l.text, "CYYYY") || l.times(century1) > 1:
		return "has a C for the century that is not right before YY"
	}
	return ""
}

// misfit says what the calendar of the layout does not know.
func (l layout) misfit() (problem, fix string) {
	if l.calendar == nil {
		return "", ""
	}
	for _, p := range l.parts {
		if p.part.ofYear() && !slices.Contains(l.calendar.years, p.part) {
			return "has a year that the calendar " + l.calendar.name + " does not write so", "write its year as " + tokensOf(l.calendar.years)
		}
	}
	switch eraNames := l.times(eraName); {
	case l.calendar.named && eraNames != 1:
		return "does not have exactly one era", "write E where the era stands, such as Ey年M月D日, Ey.MM.DD or EyyMMDD"
	case !l.calendar.named && eraNames > 0:
		return "has an era, which the calendar " + l.calendar.name + " does not name", "write what stands there as it is, such as 民國y年M月D日"
	}
	return "", ""
}

// tokensOf names parts as a layout writes them.
func tokensOf(parts []part) string {
	tokens := make([]string, 0, len(parts))
	for _, p := range layoutParts {
		if slices.Contains(parts, p.part) {
			tokens = append(tokens, p.token)
		}
	}
	return strings.Join(tokens, " or ")
}

func (l layout) times(p part) int {
	n := 0
	for _, have := range l.parts {
		if have.part == p {
			n++
		}
	}
	return n
}

func (l layout) has(p part) bool { return l.times(p) > 0 }

// runsTogether finds a number of open length with another number beside it:
// 1112000 could be read in two ways. literal stands for none.
func (l layout) runsTogether() part {
	for i := 1; i < len(l.parts); i++ {
		a, b := l.parts[i-1].part, l.parts[i].part
		switch {
		case a.open() && b.numeric():
			return a
		case a.numeric() && b.open():
			return b
		}
	}
	return literal
}

// setApart says what to do about a number of open length that has another beside it.
func (p part) setApart(c *calendar) string {
	fixed := ""
	switch p {
	case day1:
		fixed = "DD"
	case month1:
		fixed = "MM"
	case hour1:
		fixed = "HH"
	case eraYear:
		fixed = tokensOf(slices.DeleteFunc(slices.Clone(c.years), part.open))
	default:
		return "put a separator between them"
	}
	return "write " + fixed + " if it always has that many digits, or put a separator between them"
}

// digits are how many a part takes, at least and at most.
func (p part) digits() (least, most int) {
	switch p {
	case year4:
		return 4, 4
	case century1:
		return 1, 1
	case eraYear:
		return 1, 3
	case eraYear3:
		return 3, 3
	case day1, month1, hour1:
		return 1, 2
	case fraction:
		return 1, 9
	}
	return 2, 2
}

func (p part) open() bool {
	return p == day1 || p == month1 || p == hour1 || p == eraYear || p == fraction
}

func (p part) numeric() bool {
	return p != literal && p != half && p != monthFull && p != monthAbbr && p != eraName
}

func (p part) ofEra() bool { return p == eraName || p == eraYear || p == eraYear2 || p == eraYear3 }

func (p part) ofYear() bool {
	return p == year4 || p == year2 || p == eraYear || p == eraYear2 || p == eraYear3
}

// competes reports whether l and other read one text as different days. Years
// of four digits tell which calendar they belong to.
func (l layout) competes(other layout) bool {
	if l.count != nil || other.count != nil {
		return l.count != other.count && l.numeric() && other.numeric()
	}
	return l.shape() == other.shape() && (l.order() != other.order() || l.calendar != other.calendar && !l.has(year4))
}

// numeric reports whether texts of this layout are nothing but digits.
func (l layout) numeric() bool { return l.count != nil || strings.Trim(l.shape(), "0") == "" }

// order says in which order day, month and year stand, such as "dmy".
func (l layout) order() string {
	var b strings.Builder
	for _, p := range l.parts {
		switch p.part {
		case year4, year2, eraYear, eraYear2, eraYear3:
			b.WriteByte('y')
		case monthFull, monthAbbr, month2, month1:
			b.WriteByte('m')
		case day2, day1:
			b.WriteByte('d')
		}
	}
	return b.String()
}

// shape is what texts of this layout look like, whatever the numbers mean.
func (l layout) shape() string {
	var b strings.Builder
	for _, p := range l.parts {
		b.WriteString(p.shape)
	}
	return b.String()
}

func asciiLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func asciiDigit(c byte) bool { return c >= '0' && c <= '9' }
