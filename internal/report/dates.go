package report

import "kycmigrate/internal/kyc"

// The years that are counted one by one; others are counted together.
const (
	firstYear = 1900
	numYears  = 200
)

// years counts the dates of one field by year. The last place is for dates of
// other years and for what is no date.
type years [numYears + 1]int64

// add counts a date written YYYY-MM-DD, which is day where that is known.
func (y *years) add(date string, day kyc.Day) {
	if date == "" {
		return
	}
	y[placeOfYear(date, day)]++
}

// placeOfYear is the place of a date's year.
func placeOfYear(date string, day kyc.Day) int {
	if place := day.Year() - firstYear; place >= 0 && place < numYears {
		return place
	}
	return yearOf(date)
}

// yearOf is the place of a date's year.
func yearOf(date string) int {
	if len(date) != len("YYYY-MM-DD") || date[4] != '-' {
		return numYears
	}
	year := 0
	for i := range 4 {
		digit := date[i] - '0'
		if digit > 9 {
			return numYears
		}
		year = year*10 + int(digit)
	}
	if place := year - firstYear; place >= 0 && place < numYears {
		return place
	}
	return numYears
}

// span is so many dates in the years from Year on.
type span struct {
	Year    int   `json:"year"`
	Records int64 `json:"records"`
}

// spans groups the years by step, from the first that has a date to the last,
// those without any in between; never nil, so that JSON has an array. other is
// what stands outside.
func (y *years) spans(step int) (list []span, other int64) {
	list = []span{}
	for at := 0; at < numYears; at += step {
		s := span{Year: firstYear + at}
		for _, n := range y[at:min(at+step, numYears)] {
			s.Records += n
		}
		list = append(list, s)
	}
	for len(list) > 0 && list[0].Records == 0 {
		list = list[1:]
	}
	for len(list) > 0 && list[len(list)-1].Records == 0 {
		list = list[:len(list)-1]
	}
	return list, y[numYears]
}

// expiry counts documents by when they run out, seen from the cutover.
type expiry struct {
	marks  [4]string // days, YYYY-MM-DD: the cutover, and 3, 6 and 12 months after it
	counts [5]int64  // expired at the cutover, within each time after it, later
}

// newExpiry counts nothing where no cutover is stated.
func newExpiry(m *Meta) (e expiry) {
	if m.Cutover.IsZero() {
		return e
	}
	for i, months := range []int{0, 3, 6, 12} {
		e.marks[i] = m.Cutover.AddDate(0, months, 0).Format("2006-01-02")
	}
	return e
}

// add counts a date written YYYY-MM-DD; such dates compare as texts. Most lie
// behind the last mark.
func (e *expiry) add(date string, day kyc.Day) {
	if date == "" || e.marks[0] == "" || placeOfYear(date, day) == numYears {
		return
	}
	i := len(e.marks)
	for i > 0 && date < e.marks[i-1] {
		i--
	}
	e.counts[i]++
}
