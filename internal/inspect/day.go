package inspect

import (
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/text"
)

// dayForm is the order in which the parts of a date stand.
type dayForm uint8

const (
	noDay      dayForm = iota
	yearFirst          // YYYY-MM-DD
	yearLast           // DD/MM/YYYY or MM/DD/YYYY
	shortFirst         // YY-MM-DD
	shortLast          // DD/MM/YY or MM/DD/YY
	namedDay           // DD MMM YYYY, and DDMMMYYYY as SAS writes it
	namedMonth         // MMM DD, YYYY
	hangulDay          // YYYY년 MM월 DD일
	hanDay             // YYYY年MM月DD日
)

// day is a value as a date. Which of the first two numbers of yearLast is the
// month may be open.
type day struct {
	form  dayForm
	sep   byte
	short bool // a year of two digits
	loose bool // a day or month of one digit
	long  bool // the month's name in full
	time  bool // a time of the day follows
	first int  // the numbers as they stand, of yearLast and shortLast
	other int
	year  int // of four digits, 0 for one of two
	dom   int // the day of the month, 0 where its form leaves open which number it is
	month int // 0 where its form leaves open which number it is
	// real says that the calendar has such a day, in one reading at least.
	real bool
}

// readDay tells how a value with digits is written as a date, if it is one.
func readDay(s string) day {
	if len(s) < len("1/1/80") || len(s) > 40 {
		return day{}
	}
	if !asciiDigit(s[0]) {
		return readNamed(s)
	}
	a, rest := leadingDigits(s)
	if rest == "" {
		return day{}
	}
	if strings.HasPrefix(rest, "년") || strings.HasPrefix(rest, "年") {
		return readEastern(s)
	}
	sep := rest[0]
	if asciiLetter(sep) {
		return readDayMonth(a, 0, rest)
	}
	if sep != '-' && sep != '/' && sep != '.' && sep != ' ' {
		return day{}
	}
	rest = strings.TrimLeft(rest[1:], " ")
	if rest != "" && (asciiLetter(rest[0]) || rest[0] >= utf8.RuneSelf) {
		return readDayMonth(a, sep, rest)
	}
	if sep == ' ' {
		return day{}
	}
	b, rest := leadingDigits(rest)
	if b == "" || rest == "" || rest[0] != sep {
		return day{}
	}
	c, rest := leadingDigits(strings.TrimLeft(rest[1:], " "))
	if sep == '.' {
		rest = trimYear(strings.TrimPrefix(rest, ".")) // 1980. 3. 4.
	}
	timed, ok := isTime(rest)
	if !ok {
		return day{}
	}
	d := numericDay(a, b, c)
	d.sep, d.time = sep, timed
	return d
}

// YearWords stand for "year" behind a date, in Bulgarian and Russian, and in Ukrainian.
var YearWords = []string{" г.", "г.", " г", " р.", "р."}

// trimYear is what follows a date without a word for its year.
func trimYear(rest string) string {
	for _, word := range YearWords {
		if tail, found := strings.CutPrefix(rest, word); found {
			return tail
		}
	}
	return rest
}

// numericDay puts three numbers into the only order that they can have.
func numericDay(a, b, c string) day {
	x, y, z := atoi(a), atoi(b), atoi(c)
	d := day{first: x, other: y}
	switch {
	case len(a) == 4 && len(b) <= 2 && len(c) <= 2 && c != "":
		d.form, d.loose, d.real = yearFirst, len(b) == 1 || len(c) == 1, exists(x, y, z)
		d.year, d.month, d.dom = x, y, z
	case len(a) > 2 || len(b) > 2:
		return day{}
	case len(c) == 4:
		d.form, d.loose, d.real = yearLast, len(a) == 1 || len(b) == 1, exists(z, y, x) || exists(z, x, y)
		d.year = z
	case len(c) == 2 && len(a) == 2 && x > 31:
		d.form, d.short, d.loose, d.real = shortFirst, true, len(b) == 1, exists(2000+x%100, y, z)
	case len(c) == 2:
		d.form, d.short, d.loose, d.real = shortLast, true, len(a) == 1 || len(b) == 1, exists(2000+z, y, x) || exists(2000+z, x, y)
	default:
		return day{}
	}
	if x > 31 && y > 31 || d.form != yearFirst && d.form != shortFirst && !d.real && (x > 31 || y > 31) {
		return day{} // no date at all, rather than a day that does not exist
	}
	return d
}

// readDayMonth reads "11 Sep 1981" from the month on. Without a separator, sep 0, there
// is none between month and year either, and a colon may stand before the time:
// 11SEP1981:00:00:00.
func readDayMonth(dom string, sep byte, rest string) day {
	if len(dom) > 2 {
		return day{}
	}
	month, long, rest := leadingMonth(rest)
	if month == 0 || rest == "" || sep == 0 && long {
		return day{}
	}
	if sep != 0 {
		rest = strings.TrimLeft(rest, ".,-/ ")
	}
	year, rest := leadingDigits(rest)
	if sep == 0 && strings.HasPrefix(rest, ":") {
		rest = " " + rest[1:]
	}
	timed, ok := isTime(rest)
	if !ok || len(year) != 4 && len(year) != 2 {
		return day{}
	}
	return day{
		form: namedDay, sep: sep, short: len(year) == 2, loose: len(dom) == 1, long: long, time: timed, year: ofFour(year), month: month, dom: atoi(dom),
		real: exists(fullYear(year), month, atoi(dom)),
	}
}

// readNamed reads "Sep 11, 1981".
func readNamed(s string) day {
	month, long, rest := leadingMonth(s)
	if month == 0 || rest == "" {
		return day{}
	}
	dom, rest := leadingDigits(strings.TrimLeft(rest, ". -"))
	year, tail := leadingDigits(strings.TrimLeft(rest, ",- "))
	timed, ok := isTime(tail)
	if !ok || dom == "" || len(dom) > 2 || len(year) != 4 {
		return day{}
	}
	return day{
		form: namedMonth, sep: ' ', loose: len(dom) == 1, long: long, time: timed, year: ofFour(year), month: month, dom: atoi(dom),
		real: exists(atoi(year), month, atoi(dom)),
	}
}

// eastern are the signs behind year, month and day.
var eastern = []struct {
	form             dayForm
	year, month, day string
}{
	{hangulDay, "년", "월", "일"},
	{hanDay, "年", "月", "日"},
}

// readEastern reads a date with a sign behind each number.
func readEastern(s string) day {
	for _, e := range eastern {
		year, rest, _ := strings.Cut(s, e.year)
		month, rest, found := strings.Cut(rest, e.month)
		dom, rest, ended := strings.Cut(rest, e.day)
		if !found || !ended {
			continue
		}
		m, d := strings.TrimSpace(month), strings.TrimSpace(dom)
		timed, ok := isTime(rest)
		if !ok || len(year) != 4 && len(year) != 2 || atoi(m) < 0 || atoi(d) < 0 {
			return day{}
		}
		return day{
			form: e.form, short: len(year) == 2, loose: len(m) == 1 || len(d) == 1, time: timed, year: ofFour(year), month: atoi(m), dom: atoi(d),
			real: exists(fullYear(year), atoi(m), atoi(d)),
		}
	}
	return day{}
}

func leadingDigits(s string) (digits, rest string) {
	i := 0
	for i < len(s) && asciiDigit(s[i]) {
		i++
	}
	return s[:i], s[i:]
}

var monthNames = []string{
	"january", "february", "march", "april", "may", "june",
	"july", "august", "september", "october", "november", "december",
}

// longestMonth is more letters than the name of any month has.
const longestMonth = 12

// leadingMonth reads the English name of a month, whole or its first three
// letters, or its name in another language. "May" counts as short.
func leadingMonth(s string) (month int, long bool, rest string) {
	i := 0
	for i < len(s) && asciiLetter(s[i]) {
		i++
	}
	if i < 3 && (i == len(s) || s[i] < utf8.RuneSelf) || i > longestMonth {
		return 0, false, ""
	}
	for m, name := range monthNames {
		if strings.EqualFold(s[:i], name) || strings.EqualFold(s[:i], name[:3]) || strings.EqualFold(s[:i], "sept") && m == 8 {
			return m + 1, i > 4 || i == 4 && m != 8, s[i:]
		}
	}
	if month, size := text.MonthAt(s, false); size > 0 {
		return month, false, s[size:]
	}
	if month, size := text.MonthAt(s, true); size > 0 {
		return month, true, s[size:]
	}
	return 0, false, ""
}

// isTime reports whether what follows a date is nothing, or a time.
func isTime(s string) (timed, ok bool) {
	if s == "" {
		return false, true
	}
	if s[0] != ' ' && s[0] != 'T' || len(s) < 2 {
		return false, false
	}
	return true, asciiDigit(s[1]) && strings.Trim(s[1:], "0123456789:.,+-ZAPMapm ") == ""
}

// fullYear makes a year of four digits of two; which century does not matter
// here but for leap years, and 2000 was one.
func fullYear(digits string) int {
	y := atoi(digits)
	if len(digits) == 2 {
		y += 2000
	}
	return y
}

// ofFour is a year of four digits, 0 for any other.
func ofFour(digits string) int {
	if len(digits) != 4 {
		return 0
	}
	return atoi(digits)
}

// Years of the Buddhist Era in which people live and papers are valid.
const (
	firstBuddhist = 2400
	lastBuddhist  = 2699
)

// BuddhistOffset is how far years of the Buddhist Era are from those of the Gregorian calendar.
const BuddhistOffset = 543

// IsBuddhist reports whether a year is one of the Buddhist Era in which people live and papers are
// valid, and of no other calendar.
func IsBuddhist(year int) bool { return year >= firstBuddhist && year <= lastBuddhist }

// exists reports whether the calendar has a day that a person or a document
// may have: in a year of the Buddhist Era that of Thailand, where 2563 was a leap year.
func exists(year, month, dom int) bool {
	if IsBuddhist(year) {
		year -= BuddhistOffset
	}
	if year < 1 || month < 1 || month > 12 || dom < 1 {
		return false
	}
	switch month {
	case 4, 6, 9, 11:
		return dom <= 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return dom <= 29
		}
		return dom <= 28
	}
	return dom <= 31
}

// isCompactDay reports whether eight digits are YYYYMMDD, with a year that a
// person or a document may have.
func isCompactDay(s string) bool {
	if len(s) != 8 {
		return false
	}
	year := atoi(s[:4])
	return year >= 1880 && year <= 2120 && exists(year, atoi(s[4:6]), atoi(s[6:]))
}

// isShortCompactDay reports whether six digits are YYMMDD.
func isShortCompactDay(s string) bool {
	return len(s) == 6 && exists(2000+atoi(s[:2]), atoi(s[2:4]), atoi(s[4:]))
}
