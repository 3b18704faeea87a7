package kyc

// Day is a day of the calendar as the number YYYYMMDD, so that days compare as
// numbers. The zero value is none.
type Day int32

// DayOf returns the day of a year from 1 to 9999.
func DayOf(year, month, day int) Day { return Day(year*1_00_00 + month*1_00 + day) }

// Year returns the year of a day.
func (d Day) Year() int { return int(d / 1_00_00) }

// DaysIn returns how many days a month from 1 to 12 has in a year of the
// Gregorian calendar.
func DaysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// Days are the dates of a submission as days. A day that is none says nothing:
// the text of the field may be one all the same.
type Days struct{ Birth, Issue, Expire Day }

// Set sets the day of a field; it does nothing for a field that is no date.
func (d *Days) Set(f Field, day Day) {
	switch f {
	case BirthDate:
		d.Birth = day
	case IssueDate:
		d.Issue = day
	case ExpireDate:
		d.Expire = day
	}
}

// Of returns the day of a field, none for a field that is no date.
func (d *Days) Of(f Field) Day {
	switch f {
	case BirthDate:
		return d.Birth
	case IssueDate:
		return d.Issue
	case ExpireDate:
		return d.Expire
	}
	return 0
}
