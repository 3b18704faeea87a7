package mapper

import (
	"strings"
	"sync"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// verdict is what a judging step says about a value.
type verdict uint8

// Those of dates stand in the order in which they tell more.
const (
	accepted verdict = iota
	valueUnknown
	dateUnreadable  // no layout fits
	dateCalendar    // the year belongs to another calendar than the layout's
	dateImpossible  // a layout fits, but the calendar has no such day
	dateOutsideEra  // the era had not begun, or was over
	dateYearUnclear // two years are possible, see fromBuddhist
	dateZoneUnclear // a moment that no time zone is stated for, see settledDay
	countryUnknown
	countryGone    // names a state that no longer exists
	countryUnclear // is the code of one country and the name of another
	countryTwice   // is the name of two countries
	notInFile      // the lookup file does not have it
)

// dates reads the dates of one field.
type dates struct {
	layouts  []layout
	century  century
	national bool      // one layout or more has a calendar of its own
	fixed    fixedForm // of the first layout, where what fits it needs no more thought
	almanac  string    // see there; "" where few dates are read
}

// read makes YYYY-MM-DD of a date.
func (d *dates) read(s string) (string, verdict) {
	day, v := d.day(s)
	if v != accepted {
		return "", v
	}
	return d.canonical(day, s), accepted
}

// day reads a date that fits a layout, or is YYYY-MM-DD already. The first layout
// that yields a day of the calendar wins.
func (d *dates) day(s string) (day, verdict) {
	if day, fits := d.fixed.scan(s); fits && day.exists() && !day.elsewhere() {
		return day, accepted
	}
	worst := dateUnreadable
	for i := range d.layouts {
		w, fits := d.layouts[i].scan(s)
		if !fits {
			continue
		}
		if w.unsettled {
			worst = max(worst, dateZoneUnclear)
			continue
		}
		day, v := w.day, gregorian(w.day)
		if l := &d.layouts[i]; d.national || l.short {
			day, v = d.resolve(l, w)
		}
		if v == accepted {
			return day, accepted
		}
		worst = max(worst, v)
	}
	iso, v := readISO(s)
	if v == accepted && (d.national && !iso.plausible() || iso.elsewhere()) {
		v = dateCalendar
	}
	if v == accepted {
		return iso, accepted
	}
	return day{}, max(worst, v)
}

// resolve returns the Gregorian day of what a layout read. Beside a national
// calendar the year must tell which of the two is meant.
func (d *dates) resolve(l *layout, w written) (day, verdict) {
	if l.short {
		if l.calendar != nil {
			w.year = (w.year + buddhistTwoDigit) % 100
		}
		w.year, w.completed = d.century.complete(w.day), true
	}
	switch {
	case l.calendar != nil:
		return l.calendar.gregorian(w)
	case d.national:
		return dated(w.day)
	case !w.exists():
		return w.day, dateImpossible
	}
	return w.day, accepted
}

// readISO reads YYYY-MM-DD.
func readISO(s string) (day, verdict) {
	if len(s) != isoSize || s[4] != '-' || s[7] != '-' {
		return day{}, dateUnreadable
	}
	year, ok1 := number(s[:4])
	month, ok2 := number(s[5:7])
	dayOfMonth, ok3 := number(s[8:])
	if !ok1 || !ok2 || !ok3 {
		return day{}, dateUnreadable
	}
	d := day{year, month, dayOfMonth}
	if !d.exists() {
		return day{}, dateImpossible
	}
	return d, accepted
}

// day is a day of the calendar, or what was read as one.
type day struct{ year, month, day int }

func (d day) exists() bool {
	const inEveryMonth = 28
	return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 && (d.day <= inEveryMonth || d.day <= kyc.DaysIn(d.year, d.month))
}

// after reports whether d is later than other.
func (d day) after(other day) bool {
	return d.year*10_000+d.month*100+d.day > other.year*10_000+other.month*100+other.day
}

// canonical writes a day as YYYY-MM-DD; source is returned if it is that
// already.
func (d *dates) canonical(day day, source string) string {
	if at := (((day.year-firstYear)*12+day.month-1)*31 + day.day - 1) * isoSize; at >= 0 && at < len(d.almanac) {
		return d.almanac[at : at+isoSize]
	}
	var b [isoSize]byte
	day.write(&b)
	if source == string(b[:]) {
		return source
	}
	return string(b[:])
}

const isoSize = len("YYYY-MM-DD")

// The years of the almanac: those that customers and documents have.
const (
	firstYear = 1900
	years     = 200
)

// almanac holds YYYY-MM-DD of each day of its years, with 31 days in every
// month. A record has three dates: parts of one text need no memory of their
// own, where a string for each would be half of what a dry run allocates.
var almanac = sync.OnceValue(func() string {
	text := make([]byte, 0, years*12*31*isoSize)
	var b [isoSize]byte
	for i := range years * 12 * 31 {
		day{firstYear + i/(12*31), i/31%12 + 1, i%31 + 1}.write(&b)
		text = append(text, b[:]...)
	}
	return string(text)
})

func (d day) write(b *[isoSize]byte) {
	b[4], b[7] = '-', '-'
	write(b[:4], d.year)
	write(b[5:7], d.month)
	write(b[8:], d.day)
}

func write(b []byte, n int) {
	for i := len(b) - 1; i >= 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
}

// written is what a layout reads: a day by the layout's calendar.
type written struct {
	day

	era       int  // place in eras
	century   int  // the first year of the century that was read, 0 for none
	completed bool // the year is Gregorian, completed from two digits
	unsettled bool // the day may be another one in the zone that was meant
}

// scan reads s by the layout. The day need not exist.
func (l *layout) scan(s string) (w written, fits bool) {
	if l.fixed.size > 0 {
		w.day, fits = l.fixed.scan(s)
		return w, fits
	}
	if l.count != nil {
		return l.count.scan(s, l.zone)
	}
	if l.numbers && len(s) == len(l.text)-1 {
		s = "0" + s
	}
	return l.scanParts(s)
}

// scanParts reads s part by part.
func (l *layout) scanParts(s string) (w written, fits bool) {
	for i := range l.parts {
		p := &l.parts[i]
		if p.part == literal {
			if !strings.HasPrefix(s, p.literal) {
				return w, false
			}
			s = s[len(p.literal):]
			continue
		}
		var n, size int
		switch p.part {
		case monthFull, monthAbbr:
			n, size = l.monthAt(s, p.part)
		case eraName:
			n, size = eraAt(s)
		case half:
			size = halfAt(s)
		default:
			n, size = digitsAt(s, p)
		}
		if size == 0 || !w.put(p.part, n) {
			return w, false
		}
		s = s[size:]
	}
	if w.century > 0 {
		w.year += w.century
	}
	return w, s == ""
}

// put keeps what a part read; it reports false for a time that no clock shows.
func (w *written) put(p part, n int) bool {
	switch p {
	case century1:
		w.century = 1900 + 100*n
		return n <= 1
	case year4, year2, eraYear, eraYear2, eraYear3:
		w.year = n
	case eraName:
		w.era = n
	case monthFull, monthAbbr, month2, month1:
		w.month = n
	case day2, day1:
		w.day.day = n
	case hour2, hour1:
		return n < 25
	case minute2, second2:
		return n < 61
	}
	return true
}

// halfAt reads AM or PM, in any case; size 0 means neither.
func halfAt(s string) (size int) {
	if len(s) >= 2 && (s[0]|0x20 == 'a' || s[0]|0x20 == 'p') && s[1]|0x20 == 'm' {
		return 2
	}
	return 0
}

// firstYearOfEra is how the first year of an era is written.
const firstYearOfEra = "元"

// digitsAt reads as many digits as the part takes; size 0 means too few.
func digitsAt(s string, p *layoutPart) (n, size int) {
	if p.part == eraYear && strings.HasPrefix(s, firstYearOfEra) {
		return 1, len(firstYearOfEra)
	}
	most := min(p.most, len(s))
	for size < most && asciiDigit(s[size]) {
		n = n*10 + int(s[size]-'0')
		size++
	}
	if size < p.least {
		return 0, 0
	}
	return n, size
}

func number(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if !asciiDigit(s[i]) {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

var fullMonths = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

var shortMonths = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// monthAt reads a month by its name in English or another language, or by the calendar's
// own.
func (l *layout) monthAt(s string, p part) (n, size int) {
	english := fullMonths
	if p == monthAbbr {
		english = shortMonths
	}
	if l.calendar == nil {
		if n, size = monthName(s, english); size == 0 {
			n, size = text.MonthAt(s, p == monthFull)
		}
		return n, size
	}
	for i, name := range l.calendar.months(p) {
		if strings.HasPrefix(s, name) {
			return i + 1, len(name)
		}
	}
	if l.calendar == persian { // no month of it is an English one
		return 0, 0
	}
	return monthName(s, english)
}

// monthName reads an English month in any case.
func monthName(s string, names []string) (n, size int) {
	for size < len(s) && asciiLetter(s[size]) {
		size++
	}
	for i, name := range names {
		if len(name) == size && strings.EqualFold(name, s[:size]) {
			return i + 1, size
		}
	}
	return 0, 0
}

// century completes years of two digits.
type century struct {
	today day
	past  bool // the date cannot be after today
}

func centuryOf(f kyc.Field, now time.Time) century {
	y, m, d := now.Date()
	return century{today: day{y, int(m), d}, past: f == kyc.BirthDate || f == kyc.IssueDate}
}

// complete returns the full year: for a date of the past the latest that is
// not after today, for others the one from 49 years ago to 50 years ahead.
func (c century) complete(d day) int {
	d.year += c.today.year - c.today.year%100
	if c.past {
		if d.after(c.today) {
			d.year -= 100
		}
		return d.year
	}
	switch {
	case d.year > c.today.year+50:
		d.year -= 100
	case d.year < c.today.year-49:
		d.year += 100
	}
	return d.year
}

// centuryRule says in words what complete does.
func centuryRule(f kyc.Field) string {
	if centuryOf(f, time.Time{}).past {
		return f.String() + " is taken for the latest date that is not in the future"
	}
	return f.String() + " is taken for a date from 49 years ago to 50 years ahead"
}
