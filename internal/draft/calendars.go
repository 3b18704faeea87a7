package draft

import (
	"slices"
	"strings"
	"unicode"
)

// nationalDates are the dates of a column in a calendar that tells itself: by years
// that no other has, or by the name of an era; or in numbers that count days.
type nationalDates struct {
	calendar string
	layouts  []string
	proof    string
	years    []int   // of the Gregorian calendar, in order
	share    float64 // of the values that are such dates
	ask      string  // what is to be decided of how they are written; "" where the rows prove it
}

// year returns the year that a share of the dates is not after.
func (d *nationalDates) year(share float64) int { return yearAt(d.years, share) }

// nationalForm is the ways in which days of a calendar are written. Numbers of
// which a reader could not say whether they are of this calendar need a witness: a
// value that is.
type nationalForm struct {
	calendar string
	layouts  []string
	witness  func(text string) bool
	proof    string
}

var nationalForms = []nationalForm{
	{
		"buddhist",
		[]string{"D/M/YYYY", "D-M-YYYY", "D.M.YYYY", "YYYY-MM-DD", "YYYY/M/D", "YYYYMMDD", "D MMM YYYY", "D MMMM YYYY", "D-MMM-YYYY"},
		func(string) bool { return true }, // its years are far from all others'
		"the years are those of the Buddhist Era",
	},
	{
		"minguo",
		[]string{"民國y年M月D日", "民国y年M月D日", "民國y/M/D", "民國y.M.D", "y/M/D", "y.M.D", "y-M-D", "y年M月D日", "yyyMMDD"},
		func(text string) bool {
			return strings.HasPrefix(text, "民") || len(text) > 3 && number(text[:3]) >= 0 && strings.ContainsAny(text[3:4], "/.-")
		},
		"the years are those of the Republic of China, three digits or named so",
	},
	{
		"minguo", []string{"yyyMMDD"},
		nil, // as centuries of an AS/400 are written as well: 0780512
		"the years are those of the Republic of China, as the file is in Chinese",
	},
	{
		"japanese",
		[]string{"Ey年M月D日", "Ey.M.D", "Ey/M/D", "Ey-M-D", "EyyMMDD"},
		func(string) bool { return true },
		"each year stands behind its era",
	},
}

// hijriMarks are what stands in a name beside a day of the Islamic calendar.
var hijriMarks = wordSet("هـ هجري هجرية hijri hijriah hijria hijra")

// dropCalendarMarks forgets the mark of a calendar in the name of a day, where no other column
// may have the same day in the calendar that most of the world has.
func (t *table) dropCalendarMarks() {
	const may = 0.3
	for _, c := range t.columns {
		if len(c.header.unknown) != 1 || !hijriMarks[c.header.unknown[0]] {
			continue
		}
		plain := c.header.without(c.header.unknown[0])
		named := plain.named()
		if !slices.ContainsFunc(t.columns, func(r *candidate) bool {
			other := r.header.named()
			return r != c && slices.ContainsFunc(days, func(s slot) bool { return named[s] >= may && other[s] >= may })
		}) {
			c.header = plain
		}
	}
}

// gregorianMarks are what stands in a name beside a day of the calendar that most of the world
// has, and otherMarks beside the same day of another one.
var (
	gregorianMarks = wordSet("gc gr greg gregorian miladi ad ce eng english")
	otherMarks     = wordSet("ec eth ethiopian ethiopic hijri hijriah hijria hijra ah bs vs nepali jalali shamsi sh be")
)

// dropGregorianMarks forgets the mark of that calendar where another column has the same day in
// another one, and says so.
func (t *table) dropGregorianMarks() {
	marked := func(c *candidate, marks map[string]bool) bool {
		return len(c.header.unknown) == 1 && marks[c.header.unknown[0]]
	}
	for _, c := range t.columns {
		if marked(c, gregorianMarks) && slices.ContainsFunc(t.columns, func(r *candidate) bool {
			return r != c && marked(r, otherMarks) && sameConcepts(r.header.order, c.header.order)
		}) {
			c.header = c.header.without(c.header.unknown[0])
		}
	}
}

// days are the slots of dates.
var days = []slot{slotBirthDate, slotIssueDate, slotExpireDate}

// The years that the dates of customers and their papers have.
const (
	earliestNational = 1900
	latestNational   = 2100
)

// nationalDates finds the calendar in which nearly all values of a column are days
// of a time in which people live, nil for none or the Gregorian one.
func (t *table) nationalDates(c *candidate) *nationalDates {
	x := c.content
	if d := t.compactDays(c); d != nil {
		return d
	}
	texts := slices.DeleteFunc(t.texts(c), func(s string) bool { return !strings.ContainsAny(s, "0123456789") || slices.Contains(c.standIns, s) })
	if d := t.countedDays(c, texts); d != nil {
		return d
	}
	if x.n == 0 || x.share(x.digited) < 0.6 || x.mean() > 24 || x.share(x.dated) >= 0.5 && x.year(0.5) < 2400 {
		return nil
	}
	for _, n := range nationalForms {
		if n.witness == nil && !t.han || n.witness != nil && !slices.ContainsFunc(texts, n.witness) {
			continue
		}
		layouts, years := readNational(n.calendar, n.layouts, texts, t.now)
		if len(layouts) > 0 && nearlyAll(len(years), texts) && !t.swappable(n.calendar, layouts, texts) {
			return &nationalDates{calendar: n.calendar, layouts: layouts, proof: n.proof, years: years, share: x.share(len(years))}
		}
	}
	return nil
}

// compactDays finds days of eight digits whose year stands last, where the rows show
// which of the other two numbers is the month. A column of numbers, in a spreadsheet or
// on an AS/400, loses the nought before them.
func (t *table) compactDays(c *candidate) *nationalDates {
	const least, long, most = 5, 8, 60
	x := c.content
	if x.n < least || x.share(x.plain) < 0.9 || x.mean() > long {
		return nil
	}
	whole, lost, all := t.eightDigits(c)
	if len(whole)+lost < least || len(whole) < least/2+1 || len(whole)*100 < all*most {
		return nil
	}
	read := func(layout string) []int {
		_, years := readNational("", []string{layout}, whole, t.now)
		return years
	}
	days, months, plain := read("DDMMYYYY"), read("MMDDYYYY"), read("YYYYMMDD")
	best, layout, other := days, "DDMMYYYY", max(len(months), len(plain))
	if len(months) > len(days) {
		best, layout, other = months, "MMDDYYYY", max(len(days), len(plain))
	}
	if len(best)*100 < len(whole)*97 || other*100 > len(whole)*90 {
		return nil
	}
	d := &nationalDates{layouts: []string{layout}, proof: "in any other order many are no days", years: best, share: x.share(len(best) + lost)}
	if lost > 0 {
		d.ask = lostNought(c, layout)
	}
	return d
}

// eightDigits are the values of a column that have eight characters, and how many have lost
// one, of all that stand for a day.
func (t *table) eightDigits(c *candidate) (whole []string, lost, all int) {
	const long = 8
	for _, text := range t.texts(c) {
		if slices.Contains(c.standIns, text) {
			continue
		}
		all++
		switch len(text) {
		case long:
			whole = append(whole, text)
		case long - 1:
			lost++
		}
	}
	return whole, lost, all
}

// inHan reports whether columns have names in Chinese characters.
func (t *table) inHan() bool {
	return slices.ContainsFunc(t.columns, func(c *candidate) bool {
		return strings.ContainsFunc(c.name, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	})
}

// swappable reports whether a layout with the day before the month in numbers reads
// texts of which none tells the one from the other.
func (t *table) swappable(calendar string, layouts, texts []string) bool {
	swap := strings.NewReplacer("D", "M", "M", "D")
	for _, l := range layouts {
		if !strings.HasPrefix(l, "D") || strings.Contains(l, "MMM") {
			continue
		}
		_, days := readNational(calendar, []string{l}, texts, t.now)
		_, months := readNational(calendar, []string{swap.Replace(l)}, texts, t.now)
		if len(days) > 0 && len(months) >= len(days) {
			return true
		}
	}
	return false
}

// readNational returns those of the layouts that read some of the texts that none
// before reads, and the years that they read.
func readNational(calendar string, layouts, texts []string, now int) (reading []string, years []int) {
	for _, l := range layouts {
		read := dateReader(slotBirthDate, []string{l}, calendar, now)
		if read == nil {
			continue
		}
		var left []string
		for _, text := range texts {
			iso, known := read(text)
			if !known || strings.HasPrefix(text, iso[:4]+"-") { // as YYYY-MM-DD is always read
				left = append(left, text)
				continue
			}
			if year := number(iso[:4]); year >= earliestNational && year <= latestNational {
				years = append(years, year)
			}
		}
		if len(left) < len(texts) {
			reading = append(reading, l)
		}
		texts = left
	}
	slices.Sort(years)
	return reading, years
}

// yearAt is the year of some in order that a share of them is not after.
func yearAt(years []int, share float64) int {
	if len(years) == 0 {
		return 0
	}
	return years[min(len(years)-1, int(share*float64(len(years))))]
}
