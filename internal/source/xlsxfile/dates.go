package xlsxfile

import (
	"math"
	"strconv"
	"time"
)

// Days between the calendar that serials count in and 1 January 1970.
const (
	epoch1900 = 25569 // serial of 1970-01-01, from 1 March 1900 on
	epoch1904 = 24107
	lastDay   = 2958465 // serial of 9999-12-31
	leapDay   = 60      // 29 February 1900, which only Excel knows
	dayLength = 86400   // seconds
)

// appendDate appends the day that a serial number means, with the time of day
// where there is one. It is false where the serial means none.
//
// In the 1900 system day 60 is 1900-02-29 and day 0 is 1900-01-00, as Excel
// shows them: no calendar has them, and who reads the value says so.
func appendDate(dst []byte, serial float64, from1904 bool) ([]byte, bool) {
	day := math.Floor(serial)
	seconds := int(math.Round((serial - day) * dayLength))
	if seconds == dayLength {
		day, seconds = day+1, 0
	}
	switch limit := float64(lastDay); {
	case from1904 && (day < 0 || day > limit-1462), day < 0, day > limit, math.IsNaN(serial):
		return dst, false
	case from1904:
		dst = appendDay(dst, int64(day)-epoch1904)
	case day == 0:
		dst = append(dst, "1900-01-00"...)
	case day == leapDay:
		dst = append(dst, "1900-02-29"...)
	case day < leapDay:
		dst = appendDay(dst, int64(day)-epoch1900+1)
	default:
		dst = appendDay(dst, int64(day)-epoch1900)
	}
	if seconds == 0 {
		return dst, true
	}
	return appendClock(append(dst, ' '), seconds), true
}

// appendDay appends a day, counted from 1 January 1970.
func appendDay(dst []byte, day int64) []byte {
	year, month, date := time.Unix(day*dayLength, 0).UTC().Date()
	dst = append(dst, byte('0'+year/1000), byte('0'+year/100%10))
	dst = appendTwo(dst, year%100)
	dst = appendTwo(append(dst, '-'), int(month))
	return appendTwo(append(dst, '-'), date)
}

func appendClock(dst []byte, seconds int) []byte {
	dst = appendTwo(dst, seconds/3600)
	dst = appendTwo(append(dst, ':'), seconds/60%60)
	return appendTwo(append(dst, ':'), seconds%60)
}

func appendTwo(dst []byte, n int) []byte { return append(dst, byte('0'+n/10), byte('0'+n%10)) }

// appendTime appends the time of day that a serial below 1 means.
func appendTime(dst []byte, serial float64) []byte {
	return appendClock(dst, int(math.Round(serial*dayLength))%dayLength)
}

// isoLayouts are the forms of a date in a cell of type d.
var isoLayouts = []string{
	"2006-01-02", "2006-01-02T15:04:05.999999999", "2006-01-02T15:04:05.999999999Z07:00", "2006-01-02 15:04:05.999999999", "2006-01-02T15:04",
	"20060102", "20060102T150405.999999999", "20060102T150405Z",
}

// appendISO appends a date that stands in the sheet as ISO 8601 writes it.
// What is no such date stands as it is.
func appendISO(dst []byte, value string) []byte {
	for _, layout := range isoLayouts {
		t, err := time.Parse(layout, value)
		if err != nil {
			continue
		}
		dst = t.AppendFormat(dst, "2006-01-02")
		if clock := t.Hour()*3600 + t.Minute()*60 + t.Second(); clock > 0 {
			dst = appendClock(append(dst, ' '), clock)
		}
		return dst
	}
	for _, layout := range []string{"15:04:05.999999999", "T15:04:05.999999999", "15:04"} {
		if t, err := time.Parse(layout, value); err == nil {
			return t.AppendFormat(dst, "15:04:05")
		}
	}
	return append(dst, value...)
}

// parseNumber reads the text of a number in a sheet.
func parseNumber(text []byte) (float64, bool) {
	if len(text) == 0 || !isNumeric(text) {
		return 0, false
	}
	n, err := strconv.ParseFloat(string(text), 64)
	return n, err == nil
}

// isNumeric reports whether a text has nothing but what numbers are made of.
func isNumeric(text []byte) bool {
	for _, c := range text {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return false
		}
	}
	return true
}
