package draft

import (
	"slices"
	"strings"
	"time"
)

// Many states give their people numbers that hold the day of their birth. Where the numbers of a column hold
// the day that stands in another column of the row, they are of that person, whatever else the row has.

// markBirthNumbers notes the columns whose numbers hold the birth dates of their rows.
func (t *table) markBirthNumbers() {
	const plainly, short, long = 0.8, 8, 24
	for _, birth := range t.columns {
		if birth.named[slotBirthDate] < plainly {
			continue
		}
		read := t.birthReader(birth)
		if read == nil {
			continue
		}
		for _, c := range t.columns {
			if c != birth && c.content.share(c.content.dated) < 0.5 && c.content.mean() >= short && c.content.mean() <= long && c.content.share(c.content.digited) >= 0.5 {
				c.tellsBirth = c.tellsBirth || t.holdsDays(c, birth, read)
			}
		}
	}
}

// nameBirthNumbers takes numbers that hold birth dates for those of the persons where their name may mean so and
// the document has another number, and offers those whose name says nothing where no other column is called so.
func (t *table) nameBirthNumbers() {
	const may, plainly, likely = 0.5, 0.8, 0.6
	named := func(s slot, but *candidate, least float64) bool {
		return slices.ContainsFunc(t.columns, func(c *candidate) bool { return c != but && c.named[s] >= least })
	}
	for _, c := range t.columns {
		switch {
		case !c.tellsBirth || c.header.any("other", "staff", "organisation"):
		case c.named[slotIdentity] >= may && named(slotDocument, c, plainly):
			c.named[slotIdentity] = max(c.named[slotIdentity], plainly)
		case c.header.bareOf("number", "id", "code", "user", "idcard") && !named(slotIdentity, nil, may):
			c.named[slotIdentity] = likely
		}
	}
}

// birthReader reads the dates of a column of births as YYYY-MM-DD, nil where it is not known how they are written.
func (t *table) birthReader(c *candidate) func(text string) (iso string, known bool) {
	layouts, _, todo := t.layoutsOf(c, slotBirthDate)
	if todo != "" {
		return nil
	}
	calendar := ""
	if c.national != nil {
		calendar = c.national.calendar
	}
	return dateReader(slotBirthDate, layouts, calendar, t.now)
}

// holdsDays reports whether nearly all numbers of a column hold the birth date of their row, written in
// one way and in one place.
func (t *table) holdsDays(c, birth *candidate, read func(string) (string, bool)) bool {
	const least, nearly = 10, 90
	type place struct{ form, at int }
	rows, held := 0, map[place]int{}
	for i := range t.sample.rows {
		day, known := read(t.sample.cell(i, birth.index))
		number := digitsOf(t.sample.cell(i, c.index))
		if !known || len(number) < len("YYMMDD") {
			continue
		}
		rows++
		born, err := time.Parse(time.DateOnly, day)
		if err != nil {
			continue
		}
		for form, holds := range birthForms {
			for at := range number {
				if holds(number[at:], born) {
					held[place{form, at}]++
				}
			}
		}
	}
	for _, n := range held {
		if rows >= least && n*100 >= rows*nearly {
			return true
		}
	}
	return false
}

// digitsOf are the digits of a text.
func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// birthForms are how a number begins that holds a birth date.
var birthForms = []func(number string, born time.Time) bool{
	func(n string, born time.Time) bool { // YYMMDD, as in Poland, Korea, South Africa
		return len(n) >= 6 && number(n[:2]) == born.Year()%100 && isMonth(number(n[2:4]), born) && isDay(number(n[4:6]), born)
	},
	func(n string, born time.Time) bool { // DDMMYY, as in Denmark, Finland
		return len(n) >= 6 && isDay(number(n[:2]), born) && isMonth(number(n[2:4]), born) && number(n[4:6]) == born.Year()%100
	},
	func(n string, born time.Time) bool { // YYYYMMDD, as in China, Sweden
		return len(n) >= 8 && number(n[:4]) == born.Year() && isMonth(number(n[4:6]), born) && isDay(number(n[6:8]), born)
	},
	func(n string, born time.Time) bool { // DDMMYYY, as in Serbia
		return len(n) >= 7 && isDay(number(n[:2]), born) && isMonth(number(n[2:4]), born) && number(n[4:7]) == born.Year()%1000
	},
	func(n string, born time.Time) bool { // YYDDD, as in Sri Lanka
		return len(n) >= 5 && number(n[:2]) == born.Year()%100 && isDayOfYear(number(n[2:5]), born)
	},
}

// isMonth reports whether a number is the month of a birth, or says the century or the sex with it: 20, 40, 60
// or 80 for other centuries, 50 for women.
func isMonth(n int, born time.Time) bool {
	month := int(born.Month())
	return n%20 == month || n > 50 && (n-50)%20 == month
}

// isDay reports whether a number is the day of a birth, or says the sex, or that the number is a provisional
// one, with 40.
func isDay(n int, born time.Time) bool { return n == born.Day() || n == born.Day()+40 }

// isDayOfYear reports whether a number is the day of the year of a birth, counted with a 29 February or
// without, or says the sex with 500.
func isDayOfYear(n int, born time.Time) bool {
	n %= 500
	return n == born.YearDay() || n == born.YearDay()+1
}
