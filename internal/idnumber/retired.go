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

// retiredWay is one of them.
type retiredWay struct {
	writing
	since int
}

// Retired reports whether the number of a document that was issued on a day, YYYYMMDD, is
// written in a way that its country had given up by then.
func Retired(country, number string, paper Paper, issued int) bool {
	s := ShapeOf(country, number)
	return s.Retired(paper, issued)
}

// Retired is what Retired says of a number of this shape.
func (s *Shape) Retired(paper Paper, issued int) bool {
	k := s.kinds
	if k == nil || len(k.retired[paper]) == 0 {
		return false
	}
	if s.verdict == Other { // brackets group it, or it is not of ASCII
		var space [longest]byte
		n, ok := compact(space[:0], plain(s.number))
		if !ok {
			return false
		}
		plainly := ShapeOf(k.country, string(n))
		s = &plainly
	}
	for _, way := range k.retired[paper] {
		if issued >= way.since && s.verdict == Sound && way.fits(s) {
			return true
		}
	}
	return false
}
