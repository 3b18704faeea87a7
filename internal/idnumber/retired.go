package idnumber

// retired are ways of writing that were given up: no document of that paper that was issued
// since the day, YYYYMMDD, has one. Those that are issued for a year or less may.
var retired = []struct {
	country string
	paper   Paper
	form    string
	since   int
}{
	{"DEU", Card, "9999999999", 2011_01_01},
	{"FRA", Card, "999999999999", 2021_09_01},
	{"IRL", Passport, "A9999999", 2014_01_01},
	{"IRL", Passport, "AA999999", 2014_01_01},
	{"ITA", Passport, "A999999", 2011_01_01},
	{"ITA", Passport, "A9999999", 2011_01_01},
	{"ITA", Passport, "999999A", 2011_01_01},
	{"ROU", Passport, "99999999", 2012_01_01},
	{"VNM", Card, "999999999", 2021_03_01},
	{"ZAF", Passport, "999999999", 2012_01_01},
}

// Retired reports whether the number of a document that was issued on a day, YYYYMMDD, is
// written in a way that its country had given up by then.
func Retired(country, number string, paper Paper, issued int) bool {
	if k := kindsOf(country); k == nil || !k.retired {
		return false
	}
	var space [longest]byte
	n, ok := compact(space[:0], plain(number))
	for i := range retired {
		r := &retired[i]
		if ok && r.country == country && r.paper == paper && issued >= r.since && formed(n, r.form) {
			return true
		}
	}
	return false
}
