package inspect

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"kycmigrate/internal/text"
)

// typical is the share of the values that makes a type the column's.
const typical = 0.9

// mostly reports whether n of total is enough to speak of all.
func mostly(n, total int64) bool { return total > 0 && float64(n) >= typical*float64(total) }

func share(n, total int64) float64 {
	if total == 0 {
		return 0
	}
	return math.Floor(float64(n)/float64(total)*1000) / 1000
}

// typeOf tells what a column holds, and how many of its values are of that
// type. country knows the spellings of countries.
func (c *column) typeOf(country func(string) bool) (name string, fit int64) {
	total := c.real()
	if total == 0 {
		return TypeEmpty, 0
	}
	if n := c.countValues(isYesNo); n == total && len(c.values) > 1 && len(c.values) <= 4 {
		return TypeYesNo, n
	}
	if n, ok := c.isCountry(country); ok {
		return TypeCountry, n
	}
	if c.isCodeList() {
		return TypeCodeList, total
	}
	if n, ok := c.isDate(); ok {
		return TypeDate, n
	}
	k := &c.kinds
	for _, t := range []struct {
		name string
		n    int64
	}{
		{TypeEmail, k[kindEmail]},
		{TypeImage, k[kindImage]},
		{TypeInteger, k[kindInteger]},
		{TypeDecimal, k[kindInteger] + k[kindDecimal]},
		{TypePhone, k[kindPhone] + k[kindInteger]},
		{TypeIdentifier, k[kindIdentifier] + k[kindInteger] + k[kindPhone]},
		{TypeName, k[kindName]},
	} {
		if mostly(t.n, total) {
			return c.refine(t.name), t.n
		}
	}
	return TypeText, total
}

// refine says document number where the column's name does. Digits that may
// begin with a nought are no number to count with.
func (c *column) refine(name string) string {
	switch {
	case c.hints.document && (name == TypeIdentifier || name == TypeInteger || name == TypePhone):
		return TypeDocument
	case name == TypeInteger && c.leadingZeros() > 0:
		return TypeIdentifier
	}
	return name
}

func (c *column) leadingZeros() int64 {
	var n int64
	for i := 2; i < len(c.digits.lengths); i++ {
		n += c.digits.lengths[i].zeros
	}
	return n
}

// isDate counts dates, written as such, as digits only, or as serial numbers.
func (c *column) isDate() (int64, bool) {
	total := c.real()
	n := c.days.count
	if c.digits.compact > 0 && (c.hints.date || c.digits.compact == c.digits.count && c.digits.count >= 20) {
		n += c.digits.compact
	} else if c.hints.date {
		n += c.digits.shortCompact
	}
	if c.hasSerials() {
		n += c.found[findSerial].count
	}
	return n, n > 0 && (mostly(n, total) || c.hints.date && 2*n >= total)
}

// hasSerials reports whether the numbers of a column of dates are the serial
// numbers that spreadsheets have for days, rather than numbers among which some
// look so.
func (c *column) hasSerials() bool {
	serials, numbers := c.found[findSerial].count, c.digits.count+c.kinds[kindDecimal]
	return c.hints.date && serials > 0 && mostly(serials, numbers-c.digits.compact-c.digits.shortCompact)
}

// countValues counts the rows whose value passes, where all values are known.
func (c *column) countValues(passes func(string) bool) int64 {
	var n int64
	for v, rows := range c.values {
		if passes(v) {
			n += rows
		}
	}
	return n
}

var yesNo = words("y|n|yes|no|t|f|true|false|ja|nein|si|sí|oui|non|예|아니오|아니요|はい|いいえ|да|нет|是|否|o|x")

func isYesNo(s string) bool { return yesNo[strings.ToLower(s)] }

// isCountry reports whether nearly all values name a country. Codes of two
// letters may be anything, so few of them prove nothing without the name.
func (c *column) isCountry(country func(string) bool) (int64, bool) {
	if country == nil || len(c.values) == 0 || c.kinds[kindName] == 0 && !c.hints.country {
		return 0, false
	}
	named := 0
	n := c.countValues(func(s string) bool {
		if !country(s) {
			return false
		}
		named++
		return true
	})
	return n, mostly(n, c.real()) && (c.hints.country || named >= 5)
}

const (
	mostCodes   = 20
	longestCode = 24
	leastShare  = 5 // rows that a value must be found in to be shown
	// longestNumber is how many characters a code that is a number has, as 120 or 2.0: a
	// longer one is an amount.
	longestNumber = 3
)

// isCodeList reports whether a column holds a few codes that many rows share.
func (c *column) isCodeList() bool {
	n := int64(len(c.values))
	if n == 0 || n > mostCodes || n*leastShare > c.filled() || c.days.count > 0 || c.kinds[kindEmail]+c.kinds[kindImage]+c.kinds[kindPhone] > 0 {
		return false
	}
	for v := range c.values {
		if len(v) > longestCode {
			return false
		}
	}
	return c.kinds[kindInteger] == 0 || c.max <= longestNumber
}

// codes lists the values of a list of codes, the most frequent first. A value
// that few rows hold may be somebody's, and a name always is; so is an amount of
// money, however many have the same.
func (c *column) codes() []Value {
	list := []Value{}
	if c.hints.person || c.kinds[kindDecimal] > 0 && c.max > longestNumber {
		return list
	}
	for v, rows := range c.values {
		if rows >= leastShare {
			list = append(list, Value{Value: v, Rows: rows})
		}
	}
	slices.SortFunc(list, func(a, b Value) int {
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), strings.Compare(a.Value, b.Value))
	})
	return list
}

// scriptList names the scripts of a column, the most frequent first.
func (c *column) scriptList() []string {
	var seen []text.Script
	for x := text.Latin; x < text.NumScripts; x++ {
		if c.scripts[x] > 0 {
			seen = append(seen, x)
		}
	}
	slices.SortStableFunc(seen, func(a, b text.Script) int { return cmp.Compare(c.scripts[b], c.scripts[a]) })
	list := make([]string, len(seen))
	for i, x := range seen {
		list[i] = x.String()
	}
	return list
}

// layouts lists the ways in which dates are written, the most frequent first.
func (c *column) layouts() []Layout {
	list := []Layout{}
	for i := range c.days.forms {
		list = append(list, c.days.layout(&c.days.forms[i]))
	}
	if c.digits.compact > 0 {
		list = append(list, Layout{Layout: "YYYYMMDD", Rows: c.digits.compact})
	} else if c.digits.shortCompact > 0 {
		list = append(list, Layout{Layout: "YYMMDD", Rows: c.digits.shortCompact})
	}
	slices.SortStableFunc(list, func(a, b Layout) int { return cmp.Compare(b.Rows, a.Rows) })
	return list
}

// layout spells a form out as a mapping does.
func (s *dayStats) layout(f *formCount) Layout {
	y, m, d := "YYYY", "MM", "DD"
	if f.short {
		y = "YY"
	}
	if f.loose {
		m, d = "M", "D"
	}
	name := "MMM"
	if f.long {
		name = "MMMM"
	}
	sep := ""
	if f.sep != 0 {
		sep = string(rune(f.sep))
	}
	l := Layout{Rows: f.rows}
	switch f.form {
	case yearFirst, shortFirst:
		l.Layout = y + sep + m + sep + d
	case yearLast, shortLast:
		l.Layout, l.Proof = s.order(f.sep).reading(d+sep+m+sep+y, m+sep+d+sep+y)
	case namedDay:
		l.Layout = d + sep + name + sep + y
	case namedMonth:
		l.Layout = name + " " + d + ", " + y
	case hangulDay:
		l.Layout = y + "년 " + m + "월 " + d + "일"
	case hanDay:
		l.Layout = y + "年" + m + "月" + d + "日"
	}
	if f.time {
		l.Layout += " and a time"
	}
	return l
}

// reading picks the layout that some row proves, or tells both.
func (o *orderCount) reading(dayFirst, monthFirst string) (layout, proof string) {
	switch {
	case o.dayFirst.count > 0 && o.monFirst.count == 0:
		return dayFirst, o.dayFirst.at[0].String()
	case o.monFirst.count > 0 && o.dayFirst.count == 0:
		return monthFirst, o.monFirst.at[0].String()
	}
	return dayFirst + " or " + monthFirst, ""
}
