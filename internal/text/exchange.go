package text

// Exchange counts the dates of one column to tell one accident: a file with dates such as
// 25/12/1980 was opened in a spreadsheet program that has the month in front. What it can read
// so becomes a date, with day and month exchanged, and the rest, of days above 12, stays as it
// was. Then no date has a day above 12 and every text has one, which chance does not bring about.
type Exchange struct {
	dates, low           int64 // low are those with a day up to 12
	texts                int64
	dayFirst, monthFirst int64 // of the texts, those that can be read in one order only
}

// leastExchanged is how many dates, and how many texts, prove it. Of 20 dates that nothing
// happened to all have a day up to 12 once in many millions of columns.
const leastExchanged = 20

// lastMonth is the highest number that may be a month as well as a day.
const lastMonth = 12

// Date counts a date of which nothing but its own form says which number is the day.
func (e *Exchange) Date(day int) {
	e.dates++
	if day <= lastMonth {
		e.low++
	}
}

// Text counts two numbers before a year, of which either may be the day.
func (e *Exchange) Text(first, second int) {
	e.texts++
	switch {
	case first > lastMonth && second <= lastMonth:
		e.dayFirst++
	case second > lastMonth && first <= lastMonth:
		e.monthFirst++
	}
}

// Happened reports whether the accident shows. A few cells may have been mended since.
func (e *Exchange) Happened() bool {
	return e.dates >= leastExchanged && e.texts >= leastExchanged && nearlyAll(e.low, e.dates) && nearlyAll(max(e.dayFirst, e.monthFirst), e.texts)
}

// Dates is how many dates were counted.
func (e *Exchange) Dates() int64 { return e.dates }

// Texts is how many texts were counted.
func (e *Exchange) Texts() int64 { return e.texts }

// Order is how the texts are written.
func (e *Exchange) Order() string {
	if e.monthFirst > e.dayFirst {
		return "MM/DD"
	}
	return "DD/MM"
}

// nearlyAll reports whether at most one of fifty is missing.
func nearlyAll(n, total int64) bool { return n*50 >= total*49 }
