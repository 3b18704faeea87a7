package mapper

import (
	"strings"
	"unicode/utf8"
)

// part is one piece of a date layout.
type part uint8

const (
	literal   part = iota
	year4          // YYYY
	year2          // YY
	monthFull      // MMMM: January
	monthAbbr      // MMM: Jan
	month2         // MM: 01
	month1         // M: 1 or 01
	day2           // DD: 01
	day1           // D: 1 or 01
	hour2          // HH
	minute2        // mm
	second2        // ss
	fraction       // SSS: one to nine digits
)

// layoutParts lists the tokens, longer ones before their beginnings.
var layoutParts = []struct {
	token string
	part  part
	shape string // what it looks like, whatever it means
}{
	{"YYYY", year4, "0000"},
	{"YY", year2, "00"},
	{"MMMM", monthFull, "A"},
	{"MMM", monthAbbr, "a"},
	{"MM", month2, "00"},
	{"M", month1, "00"},
	{"DD", day2, "00"},
	{"D", day1, "00"},
	{"HH", hour2, "00"},
	{"mm", minute2, "00"},
	{"ss", second2, "00"},
	{"SSS", fraction, "."},
}

// layout is a compiled date layout, such as DD/MM/YYYY.
type layout struct {
	text  string
	parts []layoutPart
	fixed fixedForm // where the layout has one
}

type layoutPart struct {
	part    part
	literal string // of a literal
	shape   string
}

const layoutHelp = "write it with YYYY or YY, MM, M, MMM or MMMM, DD or D, such as DD/MM/YYYY"

// foreignLayouts translates layouts in the style of strftime and of Go.
var foreignLayouts = []*strings.Replacer{
	strings.NewReplacer("%d", "DD", "%m", "MM", "%Y", "YYYY", "%y", "YY", "%b", "MMM", "%B", "MMMM", "%F", "YYYY-MM-DD", "%H", "HH", "%M", "mm", "%S", "ss"),
	strings.NewReplacer("2006", "YYYY", "01", "MM", "02", "DD", "January", "MMMM", "Jan", "MMM", "06", "YY", "15", "HH", "04", "mm", "05", "ss"),
	strings.NewReplacer("d", "D", "m", "M", "y", "Y"),
}

// parseLayout compiles a layout, or says what is wrong with it and what to do.
func parseLayout(text string) (l layout, problem, fix string) {
	const longest = 64
	if len(text) > longest {
		return l, "is too long", layoutHelp
	}
	l, problem, fix = compileLayout(text)
	if problem == "" {
		return l, "", ""
	}
	for _, style := range foreignLayouts {
		meant := style.Replace(text)
		if _, wrong, _ := compileLayout(meant); wrong == "" {
			return l, problem, `did you mean "` + meant + `"?`
		}
	}
	return l, problem, fix
}

func compileLayout(text string) (l layout, problem, fix string) {
	l.text = text
	if strings.Contains(text, "%") {
		return l, "is in the style of strftime", layoutHelp
	}
	for rest := text; rest != ""; {
		p, size := nextPart(rest)
		if c := rest[0]; p.part == literal && (asciiLetter(c) && c != 'T' && c != 'Z' || asciiDigit(c)) {
			return l, "holds " + quote(rest[:1]) + ", which stands for nothing", layoutHelp + "; letters count as written, MM is the month and mm the minute"
		}
		l.parts = append(l.parts, p)
		rest = rest[size:]
	}
	if problem = l.incomplete(); problem != "" {
		return l, problem, layoutHelp
	}
	if l.runsTogether() {
		return l, "has D or M right beside another number", "write DD and MM, or put a separator between them"
	}
	l.fixed = fixedOf(l.parts)
	return l, "", ""
}

func nextPart(s string) (layoutPart, int) {
	for _, p := range layoutParts {
		if strings.HasPrefix(s, p.token) {
			return layoutPart{part: p.part, shape: p.shape}, len(p.token)
		}
	}
	_, size := utf8.DecodeRuneInString(s)
	return layoutPart{part: literal, literal: s[:size], shape: s[:size]}, size
}

// incomplete says which of day, month and year is missing or stands twice.
func (l layout) incomplete() string {
	years := l.count(year4) + l.count(year2)
	months := l.count(monthFull) + l.count(monthAbbr) + l.count(month2) + l.count(month1)
	days := l.count(day2) + l.count(day1)
	switch {
	case years != 1:
		return "does not have exactly one year"
	case months != 1:
		return "does not have exactly one month"
	case days != 1:
		return "does not have exactly one day"
	}
	return ""
}

func (l layout) count(p part) int {
	n := 0
	for _, have := range l.parts {
		if have.part == p {
			n++
		}
	}
	return n
}

func (l layout) has(p part) bool { return l.count(p) > 0 }

// runsTogether finds a number of open length with another number beside it:
// 1112000 could be read in two ways.
func (l layout) runsTogether() bool {
	for i := 1; i < len(l.parts); i++ {
		a, b := l.parts[i-1].part, l.parts[i].part
		if a.open() && b.numeric() || a.numeric() && b.open() {
			return true
		}
	}
	return false
}

func (p part) open() bool { return p == day1 || p == month1 || p == fraction }

func (p part) numeric() bool { return p != literal && p != monthFull && p != monthAbbr }

// competes reports whether l and other read one text as different days.
func (l layout) competes(other layout) bool {
	return l.shape() == other.shape() && l.order() != other.order()
}

// order says in which order day, month and year stand, such as "dmy".
func (l layout) order() string {
	var b strings.Builder
	for _, p := range l.parts {
		switch p.part {
		case year4, year2:
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
