package mapper

import (
	"strings"

	"github.com/jalaali/go-jalaali"
)

// calendar is how a country counts years. The days of what it writes are
// those of the Gregorian calendar, except in the Persian one.
type calendar struct {
	name  string
	about string // for the schema
	// example is a layout of it, for messages.
	example string
	// years are the parts of a layout that may write its year.
	years []part
	named bool // a year stands beside the name of its era
	// fullMonths and shortMonths are read for MMMM and MMM, beside the English
	// names where the months are the same.
	fullMonths, shortMonths []string
	// gregorian returns the day that was written, or says why there is none.
	gregorian func(written) (day, verdict)
}

// calendars are the ones that a mapping may state, after the Gregorian one.
// There is no Hijri calendar: which day a month began was decided by sighting
// and differs between countries, so a table for one of them would be wrong by
// a day for persons of another.
var calendars = []*calendar{
	{
		name: "buddhist", about: "Thailand: years of the Buddhist Era, 2567 is 2024",
		example: "DD/MM/YYYY", years: []part{year4, year2}, fullMonths: thaiMonths, shortMonths: thaiShortMonths, gregorian: fromBuddhist,
	},
	{
		name: "minguo", about: "Taiwan: years of the Republic, 113 is 2024",
		example: "y/MM/DD", years: []part{eraYear, eraYear2, eraYear3}, gregorian: fromMinguo,
	},
	{
		name: "japanese", about: "Japan: eras from Meiji to Reiwa, 令和6年 or R6 is 2024",
		example: "Ey.MM.DD", years: []part{eraYear, eraYear2}, named: true, gregorian: fromJapanese,
	},
	persian,
}

var persian = &calendar{
	name: "persian", about: "Iran and Afghanistan: the Solar Hijri calendar, 1403 began on 2024-03-20",
	example: "YYYY/MM/DD", years: []part{year4}, fullMonths: persianMonths, gregorian: fromPersian,
}

// months are the calendar's own names for a part of a layout.
func (c *calendar) months(p part) []string {
	if p == monthAbbr {
		return c.shortMonths
	}
	return c.fullMonths
}

const gregorianName = "gregorian"

func calendarNames() []string {
	names := []string{gregorianName}
	for _, c := range calendars {
		names = append(names, c.name)
	}
	return names
}

// calendarByName returns nil for the Gregorian calendar, which needs no
// conversion.
func calendarByName(name string) (c *calendar, known bool) {
	for _, c := range calendars {
		if c.name == name {
			return c, true
		}
	}
	return nil, name == gregorianName
}

// The years that a date beside a national calendar may have. Seen as years of
// a national calendar they lie outside, so a text can be read in one way only.
const (
	earliestYear = 1850
	latestYear   = 2199
)

// plausible reports whether the year is one that a person's papers can show.
func (d day) plausible() bool { return d.year >= earliestYear && d.year <= latestYear }

// elsewhere reports whether the year is none that a person's papers can show, but one that
// they do in a calendar that is not the Gregorian: Hijri, lunar or solar, and Buddhist.
// Other years that no papers show stand for something, such as 0001 or 9999 for no date.
func (d day) elsewhere() bool {
	return d.year >= 1300 && d.year < 1500 || d.year >= 2400 && d.year < 2700
}

// gregorian judges a day that no layout says is of another calendar.
func gregorian(d day) verdict {
	switch {
	case !d.exists():
		return dateImpossible
	case d.elsewhere():
		return dateCalendar
	}
	return accepted
}

// dated returns d if there is such a day.
func dated(d day) (day, verdict) {
	switch {
	case !d.plausible():
		return d, dateCalendar
	case !d.exists():
		return d, dateImpossible
	}
	return d, accepted
}

// The Buddhist Era in Thailand. Until 2483 (1940) its year began on 1 April;
// that year had nine months, and 2484 began on 1 January 1941.
const (
	buddhistOffset   = 543
	thaiReformYear   = 1940 // the last that began on 1 April
	thaiYearMonth    = 4
	buddhistTwoDigit = 100 - buddhistOffset%100
)

// fromBuddhist refuses January to March before the reform: by the law of the
// day such a date lies a year later than software that subtracts 543 says, and
// nothing in it tells who wrote it.
func fromBuddhist(w written) (day, verdict) {
	d := w.day
	if !w.completed {
		d.year -= buddhistOffset
	}
	if d.plausible() && d.year <= thaiReformYear && d.month < thaiYearMonth {
		return d, dateYearUnclear
	}
	return dated(d)
}

var thaiMonths = []string{"มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"}

var thaiShortMonths = []string{"ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."}

// minguoOffset: the year 1 of the Republic of China was 1912.
const minguoOffset = 1911

func fromMinguo(w written) (day, verdict) {
	d := w.day
	if d.year < 1 {
		return d, dateImpossible
	}
	d.year += minguoOffset
	return dated(d)
}

// era is one of the eras of Japan since it has used the Gregorian calendar.
// It ends on the day before the next one.
type era struct {
	one   int // the year that was its first
	first day // its first day
	forms []string
}

// eras begin on the day of their edict: the day of an emperor's death or
// accession, or the one after it. The era of Meiji is older than 1873, but its
// days before that are those of a lunar calendar.
var eras = []era{
	{1868, day{1873, 1, 1}, []string{"明治", "明", "㍾", "M", "m", "Ｍ"}},
	{1912, day{1912, 7, 30}, []string{"大正", "大", "㍽", "T", "t", "Ｔ"}},
	{1926, day{1926, 12, 25}, []string{"昭和", "昭", "㍼", "S", "s", "Ｓ"}},
	{1989, day{1989, 1, 8}, []string{"平成", "平", "㍻", "H", "h", "Ｈ"}},
	{2019, day{2019, 5, 1}, []string{"令和", "令", "㋿", "R", "r", "Ｒ"}},
}

// eraAt finds an era in front of s; size 0 means that there is none.
func eraAt(s string) (n, size int) {
	for i := range eras {
		for _, form := range eras[i].forms {
			if strings.HasPrefix(s, form) {
				return i, len(form)
			}
		}
	}
	return 0, 0
}

func fromJapanese(w written) (day, verdict) {
	d, e := w.day, &eras[w.era]
	if d.year < 1 {
		return d, dateImpossible
	}
	d.year += e.one - 1
	switch {
	case d.year > latestYear || !d.exists():
		return d, dateImpossible
	case e.first.after(d), w.era+1 < len(eras) && !eras[w.era+1].first.after(d):
		return d, dateOutsideEra
	}
	return d, accepted
}

var persianMonths = []string{"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"}

func fromPersian(w written) (day, verdict) {
	d := w.day
	year, month, dayOfMonth, err := jalaali.ToGregorian(d.year, jalaali.Month(d.month), d.day)
	if err == nil {
		return dated(day{year, int(month), dayOfMonth})
	}
	if d.year += persianOffset; d.plausible() {
		return d, dateImpossible
	}
	return d, dateCalendar
}

// persianOffset is about what the Persian year lies behind.
const persianOffset = 621
