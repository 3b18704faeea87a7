package inspect

import "strings"

// numberForm is the way in which a number is written.
type numberForm uint8

const (
	noNumber      numberForm = iota
	numberInteger            // digits, with a sign or with groups of three
	numberPoint              // a point before the fraction
	numberComma              // a comma before the fraction
	numberPower              // 1.23E+15, as spreadsheets shorten long numbers
)

// number is a value as a number.
type number struct{ form numberForm }

// readNumber tells how a value is written as a number, if it is one.
func readNumber(v *value) number {
	if v.count[classHigh]+v.count[classControl]+v.count[classSpace] > 0 || v.count[classLetter] > 1 {
		return number{}
	}
	s := strings.TrimLeft(v.text, "+-")
	if len(v.text)-len(s) > 1 || s == "" || !asciiDigit(s[0]) {
		return number{}
	}
	if v.count[classLetter] == 1 {
		return readPower(s)
	}
	return number{plainForm(s)}
}

// readPower knows the form with a sign and two digits or more behind the E: so
// programs write it, and so no product code looks.
func readPower(s string) number {
	at := strings.IndexAny(s, "eE")
	if at < 1 || at+3 >= len(s) || s[at+1] != '+' && s[at+1] != '-' || len(s)-at > 5 {
		return number{}
	}
	mantissa, power := s[:at], s[at+2:]
	if strings.Trim(power, "0123456789") != "" || len(mantissa) > 1 && mantissa[1] != '.' && mantissa[1] != ',' {
		return number{}
	}
	if plainForm(strings.Replace(mantissa, ",", ".", 1)) == noNumber {
		return number{}
	}
	return number{numberPower}
}

// plainForm tells the form of digits with points and commas between them.
func plainForm(s string) numberForm {
	if strings.Trim(s, "0123456789.,") != "" || !asciiDigit(s[len(s)-1]) {
		return noNumber
	}
	points, commas := strings.Count(s, "."), strings.Count(s, ",")
	switch {
	case points+commas == 0:
		return numberInteger
	case points == 1 && commas == 0:
		return numberPoint
	case commas == 1 && points == 0:
		if at := strings.IndexByte(s, ','); at <= 3 && len(s)-at == 4 {
			return numberInteger // 1,234: more often a group than a fraction
		}
		return numberComma
	case commas == 1 && grouped(s[:strings.IndexByte(s, ',')], '.'):
		return numberComma
	case points == 1 && grouped(s[:strings.IndexByte(s, '.')], ','):
		return numberPoint
	case points == 0 && grouped(s, ','), commas == 0 && grouped(s, '.'):
		return numberInteger
	}
	return noNumber
}

// grouped reports whether digits stand in groups of three.
func grouped(s string, sep byte) bool {
	first, rest, found := strings.Cut(s, string(sep))
	if !found || len(first) < 1 || len(first) > 3 {
		return false
	}
	for group := range strings.SplitSeq(rest, string(sep)) {
		if len(group) != 3 || strings.Trim(group, "0123456789") != "" {
			return false
		}
	}
	return true
}

// Spreadsheets keep 15 digits of a number and make noughts of the others.
const spreadsheetDigits = 15

// rounded reports whether an integer has noughts where a spreadsheet puts them.
func rounded(digits string) bool {
	return len(digits) > spreadsheetDigits && strings.Trim(digits[spreadsheetDigits:], "0") == ""
}

// The serial numbers that spreadsheets have for the days of people alive and
// of their documents: 1927 to 2064.
const (
	firstSerial = 10_000
	lastSerial  = 60_000
)

// isSerial reports whether a number may be the serial number of a day, with or
// without a time behind the point.
func isSerial(s string) bool {
	whole, _, _ := strings.Cut(s, ".")
	if len(whole) != 5 {
		return false
	}
	n := atoi(whole)
	return n >= firstSerial && n <= lastSerial
}

// atoi reads digits; -1 if there is anything else, or too many.
func atoi(s string) int {
	if s == "" || len(s) > 9 {
		return -1
	}
	n := 0
	for i := range len(s) {
		if !asciiDigit(s[i]) {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}
