package xlsxfile

import (
	"fmt"
	"strconv"

	"kycmigrate/internal/text"
)

// exchanged counts the dates of a column, to tell whether somebody opened a file with dates such
// as 25/12/1980 in a program that has the month in front, and saved what came of it as this
// workbook. Each date cell is a day like any other: only all of them together show it.
type exchanged struct {
	text.Exchange
	first string // the first date cell
}

// countDay counts a cell of a column that is read. shown is its text.
func (a *assembler) countDay(c content, as *format, shown []byte, at spot) {
	if !at.f.layout.isAsked(at.own) {
		return
	}
	switch {
	case c.kind == kindNumber && as.shape == shapeDate && len(shown) >= isoSize && shown[4] == '-':
		x := at.f.days(at.own)
		if x.Date(int(shown[8]-'0')*10 + int(shown[9]-'0')); x.first == "" {
			x.first = at.name()
		}
	case c.kind == kindText:
		if first, second, ok := twoNumbers(shown); ok {
			at.f.days(at.own).Text(first, second)
		}
	}
}

const isoSize = len("YYYY-MM-DD")

// days is the count of a column.
func (f *sheetFile) days(own int) *exchanged {
	if f.dates == nil {
		f.dates = make([]exchanged, len(f.layout.Columns))
	}
	return &f.dates[own]
}

// twoNumbers reads the first two numbers of a date whose year stands last.
func twoNumbers(shown []byte) (first, second int, ok bool) {
	const shortest, longest = len("1/1/80"), len("01/01/1980 00:00:00.000 AM")
	if len(shown) < shortest || len(shown) > longest {
		return 0, 0, false
	}
	first, n := upToTwo(shown)
	if n == 0 || shown[n] != '/' && shown[n] != '-' && shown[n] != '.' {
		return 0, 0, false
	}
	sep, rest := shown[n], shown[n+1:]
	second, n = upToTwo(rest)
	if n == 0 || len(rest) < n+3 || rest[n] != sep {
		return 0, 0, false
	}
	_, year := upToTwo(rest[n+1:])
	return first, second, year == 2 && first >= 1 && first <= 31 && second >= 1 && second <= 31
}

// upToTwo reads one digit or two.
func upToTwo(s []byte) (value, n int) {
	for n < 2 && n < len(s) && s[n] >= '0' && s[n] <= '9' {
		value = value*10 + int(s[n]-'0')
		n++
	}
	return value, n
}

// exchangedNotes warn of the columns of which the rows read so far show it.
func (f *sheetFile) exchangedNotes() (notes []string) {
	f.eachExchanged(func(column string, x *exchanged) {
		notes = append(notes, fmt.Sprintf("%s: the %d date cells (first %s) have a day up to 12, and the %d texts written %s one above: a spreadsheet program has exchanged day and month of the date cells, "+
			"and wrong dates would be sent: have the column exported anew from the old system, as YYYY-MM-DD, and opened in no spreadsheet program",
			column, x.Dates(), x.first, x.Texts(), x.Order()))
	})
	return notes
}

// exchangedColumns name them.
func (f *sheetFile) exchangedColumns() (columns []string) {
	f.eachExchanged(func(column string, x *exchanged) {
		columns = append(columns, fmt.Sprintf("%s: day and month of its %d date cells (first %s) are exchanged", column, x.Dates(), x.first))
	})
	return columns
}

func (f *sheetFile) eachExchanged(tell func(column string, x *exchanged)) {
	for own := range f.dates {
		if x := &f.dates[own]; x.Happened() {
			tell("column "+strconv.Quote(f.layout.Columns[own])+" of the sheet "+strconv.Quote(f.sheet), x)
		}
	}
}
