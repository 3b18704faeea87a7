package draft

import (
	"fmt"
	"slices"

	"kycmigrate/internal/inspect"
)

// daysExchanged says what to do with a column that a spreadsheet program has spoilt.
const daysExchanged = "a spreadsheet program has exchanged day and month of part of the dates: what it made date cells has a day up to 12, and what stayed text one above; " +
	"no layout reads both rightly: have the column exported anew from the old system, as YYYY-MM-DD, and open it in no spreadsheet program"

// oneCalendar makes Gregorian years of those of the Buddhist Era, where a column has both, so
// that it is judged by the times in which its days are.
func (c *candidate) oneCalendar() {
	if c.detail.Buddhist == 0 {
		return
	}
	for i, year := range c.content.years {
		if inspect.IsBuddhist(year) {
			c.content.years[i] = year - inspect.BuddhistOffset
		}
	}
	slices.Sort(c.content.years)
}

// twoCalendars says what is to be decided of a column with years of two calendars, and how the
// mapping reads both where each layout does.
func (t *table) twoCalendars(c *candidate, s slot, texts []string) string {
	all := c.detail.Buddhist + c.detail.Gregorian
	said := fmt.Sprintf("the years are of two calendars: %s of the dates are of the Buddhist Era, 2400 to 2699, and the others Gregorian", inspect.Percent(float64(c.detail.Buddhist)/float64(all)))
	var theirs, ours []string
	for _, text := range texts {
		if year, dated := yearOf(text, inspect.TypeOf(text)); dated && inspect.IsBuddhist(year) {
			theirs = append(theirs, text)
		} else {
			ours = append(ours, text)
		}
	}
	layouts, _, open := t.proven(c, s, ours)
	switch {
	case open != "":
		return said + "; " + open + "? no row proves which of day and month stands first"
	case !t.readBoth(layouts, s, theirs, ours):
		return said + ": have the column exported anew, as YYYY-MM-DD"
	}
	return said + "; where both are meant write date: [{layout: " + list(layouts) + ", calendar: buddhist}, " + inList(layouts) + "]"
}

// readBoth reports whether layouts read the dates of the Buddhist Era as such, and the others as
// they are.
func (t *table) readBoth(layouts []string, s slot, theirs, ours []string) bool {
	const nearly = 97 // of a hundred
	_, years := readNational("buddhist", layouts, theirs, t.now)
	return len(years)*100 >= len(theirs)*nearly && readBy(layouts, ours, s, t.now)*100 >= len(ours)*nearly
}
