package mapper

import (
	"strings"
	"time"
	_ "time/tzdata" // the machine that runs a migration need not have the zones
)

// counting is how programs count days, or moments, from one they begin with,
// where people write them: a mapping names it in the place of a layout.
type counting struct {
	name  string
	about string // for the schema
	// moments says that what is counted is no day but a moment, which is another
	// day in another time zone.
	moments bool
	// day returns the day that a number stands for, in a zone. settled says that
	// no other zone is likely: see settledDay.
	day func(n int64, fraction bool, zone *time.Location) (d day, settled bool)
}

// countings are the ways of counting that a mapping may name.
var countings = []*counting{
	{name: "excel", about: "the day numbers of a spreadsheet, 45292 is 2024-01-01", day: func(n int64, _ bool, _ *time.Location) (day, bool) {
		return spreadsheetDay(n), true
	}},
	{name: "excel-1904", about: "the same in workbooks that count from 1904, as those of old Macs", day: func(n int64, _ bool, _ *time.Location) (day, bool) {
		return dayOf(time.Date(1904, 1, 1+int(n), 0, 0, 0, 0, time.UTC)), true
	}},
	{name: "unix", about: "seconds since 1970", moments: true, day: func(n int64, fraction bool, zone *time.Location) (day, bool) {
		return settledDay(time.Unix(n, 0), fraction, zone)
	}},
	{name: "unix-ms", about: "milliseconds since 1970", moments: true, day: func(n int64, fraction bool, zone *time.Location) (day, bool) {
		return settledDay(time.UnixMilli(n), fraction, zone)
	}},
}

// otherCountingNames are what people call them beside their names.
var otherCountingNames = map[string]string{
	"serial": "excel", "excel-serial": "excel", "excel-1900": "excel", "spreadsheet": "excel", "lotus": "excel",
	"epoch": "unix", "timestamp": "unix", "unixtime": "unix", "unix-time": "unix", "epoch-s": "unix", "unix-s": "unix", "posix": "unix", "seconds": "unix",
	"epoch-ms": "unix-ms", "epochms": "unix-ms", "unixms": "unix-ms", "epoch-millis": "unix-ms", "milliseconds": "unix-ms", "millis": "unix-ms", "ms": "unix-ms", "javascript": "unix-ms",
}

func countingByName(name string) *counting {
	for _, c := range countings {
		if c.name == name {
			return c
		}
	}
	return nil
}

// countingNames are the names of those that count moments, or of all.
func countingNames(moments bool) (names []string) {
	for _, c := range countings {
		if c.moments || !moments {
			names = append(names, c.name)
		}
	}
	return names
}

// spreadsheetDay is the day of a number in a workbook that counts from 1900.
// Spreadsheets have a 29 February 1900, which was none, so that the days before
// it lie one later than those behind.
func spreadsheetDay(n int64) day {
	const leap = 60
	switch {
	case n == leap:
		return day{1900, 2, 29}
	case n < leap:
		n++
	}
	return dayOf(time.Date(1899, 12, 30+int(n), 0, 0, 0, 0, time.UTC))
}

func dayOf(t time.Time) day {
	y, m, d := t.Date()
	return day{y, int(m), d}
}

// settledDay is the day of a moment in a zone. It is settled where the moment is
// the first of its day there, noon, or of its last minute, as programs write a
// day for which they have no time. Any other moment tells that the day was
// counted in another zone, and may be the one before or behind.
func settledDay(t time.Time, fraction bool, zone *time.Location) (day, bool) {
	t = t.In(zone)
	hour, minute, second := t.Clock()
	last := hour == 23 && minute == 59
	full := hour%12 == 0 && minute == 0 && second == 0 && t.Nanosecond() == 0
	first := t.Add(-time.Nanosecond).Day() != t.Day() // which is not midnight where clocks are set forward then
	return dayOf(t), last || !fraction && (full || first)
}

// The most digits of a number that counts days, and of one that counts moments:
// what is longer lies beyond all years that papers have.
const (
	longestDays    = 6
	longestMoments = 13
)

// scan reads a number, with a sign and a fraction, which a time of day is. It
// does not fit where its day is none that a person's papers can show.
func (c *counting) scan(s string, zone *time.Location) (w written, fits bool) {
	if inner, ok := strings.CutPrefix(s, "/Date("); ok && c.moments { // as .NET writes it
		if s, ok = strings.CutSuffix(inner, ")/"); !ok {
			return w, false
		}
	}
	whole, behind, _ := strings.Cut(s, ".")
	digits := strings.TrimPrefix(whole, "-")
	n, ok := number(digits)
	longest := longestDays
	if c.moments {
		longest = longestMoments
	}
	if !ok || digits == "" || len(digits) > longest || strings.Trim(behind, "0123456789") != "" || digits != whole && !c.moments {
		return w, false
	}
	fraction := strings.Trim(behind, "0") != ""
	if digits != whole {
		n = -n
	}
	var settled bool
	w.day, settled = c.day(int64(n), fraction, zone)
	w.unsettled = !settled
	return w, w.plausible()
}
