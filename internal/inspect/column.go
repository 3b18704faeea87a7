package inspect

import (
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// numPlaces is how many places are told of anything.
const numPlaces = 5

// finding is how often something was met, and where first.
type finding struct {
	count int64
	at    []kyc.Origin
}

func (f *finding) note(at *kyc.Origin) {
	f.count++
	if len(f.at) < numPlaces {
		f.at = append(f.at, *at)
	}
}

func (f *finding) places() []string {
	list := make([]string, len(f.at))
	for i := range f.at {
		list[i] = f.at[i].String()
	}
	return list
}

const (
	// manyValues is how many distinct values of a column are kept as they are,
	// to tell lists of codes and of countries.
	manyValues   = 300
	longestValue = 96
	// manyLengths is up to which length values are counted by length.
	manyLengths = 4096
	// manyLongest is how many different values of the greatest length are known.
	manyLongest = 8
	numSamples  = 3
	// lookedAt is how many filled cells samples are chosen from.
	lookedAt = 200
)

// column gathers what is known of one column.
type column struct {
	name     string
	hints    hints
	empty    int64
	void     int64 // placeholders among the filled
	distinct distinct
	repeats  finding // values that stood before, while they are counted exactly
	values   map[string]int64
	kinds    [numKinds]int64
	scripts  [text.NumScripts]int64
	min, max int
	lengths  []int32
	days     dayStats
	digits   digitStats
	found    [numFinds]finding
	longest  []uint64 // hashes of some different values of the greatest length
	content  uint64   // a hash of all cells in their order
	digited  int64    // filled cells that hold a digit
	samples  []Sample
}

// find is what may be found in a single cell.
type find uint8

const (
	findPadded find = iota
	findInvisible
	findMixed
	findGarbled
	findLost
	findPlaceholder
	findDoubtful
	findPower
	findComma
	findRounded
	findSerial

	numFinds
)

func newColumn(name string, slots *budget) *column {
	return &column{
		name: name, hints: hintsOf(name),
		distinct: distinct{set: hashSet{budget: slots}},
		values:   make(map[string]int64),
	}
}

func (c *column) filled() int64 { return c.distinct.filled }

// real is how many cells hold a value that is no placeholder.
func (c *column) real() int64 { return c.filled() - c.void }

// add looks at one cell. row numbers the rows, whatever the source.
func (c *column) add(cell string, row int64, at *kyc.Origin) value {
	v := look(cell)
	c.content += mix(v.hash ^ uint64(row)*fnvPrime)
	if v.padded {
		c.found[findPadded].note(at)
	}
	if v.text == "" {
		c.empty++
		return v
	}
	repeated := c.distinct.add(v.hash)
	c.keep(&v)
	c.measure(&v)
	if !v.ascii() || v.count[classControl] > 0 || strings.IndexByte(v.text, '?') >= 0 {
		c.read(&v, at)
	} else if v.count[classLetter] > 0 {
		c.scripts[text.Latin]++
	}
	switch emptinessOf(&v) {
	case isPlaceholder:
		c.void++
		c.found[findPlaceholder].note(at)
		return v
	case isDoubtful:
		c.found[findDoubtful].note(at)
	}
	if repeated {
		c.repeats.note(at)
	}
	c.judge(&v, at)
	return v
}

// keep counts values as they are, while there are few. A retained value has
// memory of its own, for a row's cells share theirs.
func (c *column) keep(v *value) {
	if c.values == nil {
		return
	}
	if len(v.text) > longestValue {
		c.values = nil
		return
	}
	if n, ok := c.values[v.text]; ok {
		c.values[v.text] = n + 1
		return
	}
	if len(c.values) == manyValues {
		c.values = nil
		return
	}
	c.values[strings.Clone(v.text)] = 1
}

// measure counts lengths, and takes samples.
func (c *column) measure(v *value) {
	if c.max == 0 || v.runes < c.min {
		c.min = v.runes
	}
	if v.runes > c.max {
		c.max, c.longest = v.runes, c.longest[:0]
	}
	if v.runes == c.max && len(c.longest) < manyLongest && !slices.Contains(c.longest, v.hash) {
		c.longest = append(c.longest, v.hash)
	}
	if v.runes <= manyLengths {
		if v.runes >= len(c.lengths) {
			c.lengths = append(c.lengths, make([]int32, v.runes+1-len(c.lengths))...)
		}
		c.lengths[v.runes]++
	}
	if v.count[classDigit] > 0 {
		c.digited++
	}
	if len(c.samples) == numSamples || c.filled() > lookedAt {
		return
	}
	mask := maskOf(v.text)
	for _, have := range c.samples {
		if have == mask {
			return
		}
	}
	c.samples = append(c.samples, mask)
}

// read looks at the characters of a cell that is not plain.
func (c *column) read(v *value, at *kyc.Origin) {
	if v.ascii() {
		if v.count[classLetter] > 0 {
			c.scripts[text.Latin]++
		}
		if v.count[classControl] > 0 {
			c.found[findInvisible].note(at)
		}
		if text.Questioned(v.text) {
			c.found[findLost].note(at)
		}
		return
	}
	l := readLetters(v.text)
	for x := text.Latin; x < text.NumScripts; x++ {
		if l.scripts.Has(x) {
			c.scripts[x]++
		}
	}
	wrong := text.Garbled(v.text)
	for _, f := range []struct {
		find find
		is   bool
	}{
		{findGarbled, wrong},
		{findLost, l.lost || text.Questioned(v.text)},
		{findMixed, l.mixed && !wrong},
		{findInvisible, (l.invisible || v.count[classControl] > 0) && !wrong},
	} {
		if f.is {
			c.found[f.find].note(at)
		}
	}
}

// judge tells the kind of a cell that holds a value.
func (c *column) judge(v *value, at *kyc.Origin) {
	k, n, d := kindOf(v)
	c.kinds[k]++
	switch {
	case k == kindDate:
		c.days.add(&d, at)
		return
	case n.form == noNumber:
		return
	case n.form == numberComma:
		c.found[findComma].note(at)
	case n.form == numberPower:
		c.found[findPower].note(at)
	case v.count[classDigit] == len(v.text):
		c.digits.add(v.text, at)
		if rounded(v.text) {
			c.found[findRounded].note(at)
		}
	}
	if c.hints.date && isSerial(v.text) {
		c.found[findSerial].note(at)
	}
}

// digitStats counts the values that are digits only, by length.
type digitStats struct {
	count   int64
	lengths [24]struct {
		n, zeros int64 // zeros: with a nought in front
		at       []kyc.Origin
	}
	compact      int64 // YYYYMMDD
	shortCompact int64 // YYMMDD
	long         int64 // more digits than a spreadsheet keeps
}

func (s *digitStats) add(text string, at *kyc.Origin) {
	s.count++
	l := &s.lengths[min(len(text), len(s.lengths)-1)]
	l.n++
	if text[0] == '0' {
		l.zeros++
	}
	if len(l.at) < numPlaces {
		l.at = append(l.at, *at)
	}
	switch {
	case len(text) > spreadsheetDigits:
		s.long++
	case isCompactDay(text):
		s.compact++
	case isShortCompactDay(text):
		s.shortCompact++
	}
}

// dayStats counts the values that are dates, by the way they are written.
type dayStats struct {
	count  int64
	forms  []formCount
	orders []orderCount
	short  finding // a year of two digits
	unreal finding // the calendar has no such day

	exchange text.Exchange
	low      finding // of the dates that it counts, those with a day up to 12
	buddhist finding // with a year of the Buddhist Era
	common   int64   // with one of the Gregorian calendar
}

// orderCount is what shows whether day or month stands first in dates with one
// separator. Those with another may come from elsewhere and prove nothing.
type orderCount struct {
	sep      byte
	dayFirst finding // only DD/MM is possible
	monFirst finding // only MM/DD is possible
	open     finding // both are, and mean different days
}

// contradictory reports whether some rows are of one order and some of the
// other.
func (o *orderCount) contradictory() bool { return o.dayFirst.count > 0 && o.monFirst.count > 0 }

// unproven reports whether nothing shows the order.
func (o *orderCount) unproven() bool { return o.dayFirst.count+o.monFirst.count == 0 }

// formCount is how many dates are written in one way.
type formCount struct {
	form        dayForm
	sep         byte
	short, long bool
	time        bool
	rows        int64
	loose       bool // some have a day or month of one digit
}

func (s *dayStats) add(d *day, at *kyc.Origin) {
	s.count++
	s.form(d)
	if d.short {
		s.short.note(at)
	}
	if !d.real {
		s.unreal.note(at)
		return
	}
	s.calendar(d, at)
	s.exchanged(d, at)
	if d.form != yearLast && d.form != shortLast {
		return
	}
	o := s.order(d.sep)
	switch {
	case d.first > 12:
		o.dayFirst.note(at)
	case d.other > 12:
		o.monFirst.note(at)
	case d.first != d.other:
		o.open.note(at)
	}
}

// calendar counts which calendar a year is of. The last day of a year stands for none where
// papers do not expire, whatever the year.
func (s *dayStats) calendar(d *day, at *kyc.Origin) {
	switch {
	case d.year == 0, d.month == 12 && d.dom == 31, d.month == 0 && (d.first == 31 && d.other == 12 || d.first == 12 && d.other == 31):
	case IsBuddhist(d.year):
		s.buddhist.note(at)
	case d.year >= 1880 && d.year <= 2120:
		s.common++
	}
}

// bothCalendars reports whether a column has years of the Buddhist Era and of the Gregorian
// calendar. A few may be slips of a finger.
func (s *dayStats) bothCalendars() bool {
	const least, part = 5, 500
	return min(s.buddhist.count, s.common) >= max(least, s.count/part)
}

// exchanged counts what shows whether a spreadsheet program has exchanged day and month.
func (s *dayStats) exchanged(d *day, at *kyc.Origin) {
	switch {
	case d.dom > 0:
		s.exchange.Date(d.dom)
		if d.dom <= 12 {
			s.low.note(at)
		}
	case d.form == yearLast || d.form == shortLast:
		s.exchange.Text(d.first, d.other)
	}
}

// order is the count for a separator.
func (s *dayStats) order(sep byte) *orderCount {
	for i := range s.orders {
		if s.orders[i].sep == sep {
			return &s.orders[i]
		}
	}
	s.orders = append(s.orders, orderCount{sep: sep})
	return &s.orders[len(s.orders)-1]
}

// contradictory reports whether that is so of the dates with some separator.
func (s *dayStats) contradictory() bool {
	return slices.ContainsFunc(s.orders, func(o orderCount) bool { return o.contradictory() })
}

func (s *dayStats) form(d *day) {
	for i := range s.forms {
		f := &s.forms[i]
		if f.form == d.form && f.sep == d.sep && f.short == d.short && f.long == d.long && f.time == d.time {
			f.rows++
			f.loose = f.loose || d.loose
			return
		}
	}
	s.forms = append(s.forms, formCount{form: d.form, sep: d.sep, short: d.short, long: d.long, time: d.time, loose: d.loose, rows: 1})
}
