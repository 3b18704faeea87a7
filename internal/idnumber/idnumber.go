// Package idnumber judges the numbers that states give to people, and the
// machine-readable zones of their documents, by what the states have published:
// form, check digits, and the birth date and gender that some numbers hold.
//
// It says nothing where it is not sure. A number that has not the length and
// the characters of what its country issues is Other, never Unsound: it may be
// of another kind. Whether a sound number was ever issued is beyond it.
//
// The package imports nothing of this project and has no state. Its functions
// do not allocate but for numbers that are not all ASCII, never panic, and are safe
// for concurrent use.
package idnumber

import (
	"strings"
	"sync"
)

// Verdict is what can be said about a number.
type Verdict uint8

// Other is a number of which nothing is known. Sound is one that its country
// could have issued, Unsound one that it cannot.
const (
	Other Verdict = iota
	Sound
	Unsound
)

// Gender is the gender that a number states.
type Gender uint8

// The genders that numbers can state.
const (
	Unknown Gender = iota
	Female
	Male
)

// Facts are what a number says of its holder. A zero is not said.
type Facts struct {
	Year, Month, Day int
	// Century reports whether Year is whole; else only its last two digits are
	// known.
	Century bool
	Gender  Gender
}

// Contradicts reports whether somebody born on a date is not who the facts tell
// of.
func (f Facts) Contradicts(year, month, day int) bool {
	if f.Month != 0 && f.Month != month || f.Day != 0 && f.Day != day {
		return true
	}
	switch {
	case f.Century:
		return f.Year != year
	case f.Month != 0 || f.Year != 0:
		return f.Year != year%100
	}
	return false
}

// Reading is what a number was read as.
type Reading struct {
	Verdict Verdict
	Name    string // of the kind of number, for people: "Polish PESEL"; "" for Other
	// Facts are what the number says of its holder; one that is Unsound would say
	// so if it were right.
	Facts Facts
	// Until is the day, as the number YYYYMMDD, from which on numbers are given
	// out by a rule that makes no sense of Unsound; 0 if there is none.
	Until int
	// Lost is how many noughts Restore has put back.
	Lost int
	// Distinct says that no other number is written like this one, even where it
	// is Unsound.
	Distinct bool
}

// Place is where a number stands in a record.
type Place uint8

// The places. Each kind of number is believed to be meant in some of them only.
const (
	OfPerson    Place = 1 << iota // the number of the person, not of a document
	OfCardOwner                   // the same, of one whose document is no licence with a number like it
	OnCard                        // the number of an identity card
	OnPassport                    // the number of a passport
	OnAadhaar                     // the number of an Aadhaar card
	OnPAN                         // the number of a PAN card

	anyPerson = OfPerson | OfCardOwner
)

// What is known of a kind beside its places.
const (
	padded      Place = OnPAN << 1 << iota // numbers of digits alone, which may begin with a nought that must not be left out
	distinctive                            // no other kind of number that is known, of any country, is written so
)

// scheme is one kind of number.
type scheme struct {
	country string // ISO 3166-1 alpha-3
	name    string
	in      Place // the set of places, with what else is known of the kind
	source  string
	read    func(n []byte) (Facts, Verdict)
	groups  string // how long its groups are where signs stand between them: "67 76"; "" for none; behind "=" it must be grouped on a document
	until   int    // day, YYYYMMDD, from which on numbers are given out by another rule; 0 if there is none
}

// buffers are used again, because what is handed to a function of a table would
// be allocated each time.
var buffers = sync.Pool{New: func() any { return new([longest]byte) }}

// longest is how many characters of a number matter: the longest have 18.
const longest = 20

// Read judges a number by the kinds that a country issues and that may stand in
// a place. Spaces and the signs that numbers are grouped by do not count, nor
// does case; but the number of a document must be grouped as its kind is.
func Read(country, number string, place Place) Reading {
	k := kindsOf(country)
	if k == nil || k.schemesIn&place == 0 {
		return Reading{}
	}
	list := k.schemes
	number = plain(number)
	if country == "DEU" && strings.IndexByte(number, '/') >= 0 {
		return Reading{} // what a tax office gives somebody
	}
	space := buffers.Get().(*[longest]byte)
	var r Reading
	if n, ok := compact(space[:0], number); ok {
		r = readAs(list, n, number, place)
	}
	buffers.Put(space)
	return r
}

// mostNoughts is how many noughts a number may have lost: that of somebody born in
// January 2000 begins with three, and a Brazilian or Iranian one may with four.
const mostNoughts = 4

// shortestLeft is the least that noughts leave of a number.
const shortestLeft = 7

// Restore reads a number as one that has lost the noughts at its beginning, as a
// spreadsheet makes it of a cell of digits. The answer is Sound or Other. It is not
// for a number that is sound as it stands; and whether the number was of that kind is
// for the birth date to say, where it tells one. More than one nought is put back
// only then.
func Restore(country, number string, place Place) Reading {
	return restore(country, number, place, 1)
}

// RestoreUndated is Restore for more noughts than one in a number that tells no birth
// date. A check digit is right by chance in one of ten numbers of another kind, so
// other rows must show what the numbers of the source are.
func RestoreUndated(country, number string, place Place) Reading {
	r := restore(country, number, place, mostNoughts)
	if r.Facts.dated() {
		return Reading{}
	}
	return r
}

// dated reports whether the facts tell when somebody was born, be it only the year.
func (f *Facts) dated() bool { return f.Month != 0 || f.Century && f.Year != 0 }

// restore puts noughts back: as many as undated ones where nothing tells a birth date.
func restore(country, number string, place Place, undated int) Reading {
	if len(number) < shortestLeft || len(number) > longest-mostNoughts || number[0] <= '0' || number[0] > '9' {
		return Reading{}
	}
	k := kindsOf(country)
	if k == nil || k.schemesIn&padded == 0 || k.schemesIn&place == 0 {
		return Reading{}
	}
	list := k.schemes
	space := buffers.Get().(*[longest]byte)
	n := append(append(space[:0], "0000"...), number...)
	var r Reading
	for lost := 1; lost <= mostNoughts && r.Verdict == Other && digits(n, mostNoughts+len(number)); lost++ {
		r = restoreAs(list, n[mostNoughts-lost:], place, lost > undated)
		if r.Verdict == Sound {
			r.Lost = lost
		}
	}
	buffers.Put(space)
	return r
}

// restoreAs finds the kind of which a number is, given with its noughts.
func restoreAs(list []scheme, n []byte, place Place, dated bool) Reading {
	for i := range list {
		s := &list[i]
		if s.in&padded == 0 || s.in&place == 0 || place&anyPerson == 0 && !s.writtenAs("", false) {
			continue
		}
		if facts, verdict := s.read(n); verdict == Sound && (facts.dated() || !dated) {
			return Reading{Verdict: Sound, Name: s.name, Facts: facts, Until: s.until}
		}
	}
	return Reading{}
}

// Known reports whether anything is known of the numbers of a country.
func Known(country string) bool {
	k := kindsOf(country)
	return k != nil && len(k.schemes) > 0
}

// OnCards reports whether the identity cards of a country have the number of the
// person for their own.
func OnCards(country string) bool { return onCards[country] }

var onCards = func() map[string]bool {
	m := make(map[string]bool)
	for country, list := range byCountry {
		for _, s := range list {
			m[country] = m[country] || s.in&OnCard != 0 && s.in&OfCardOwner != 0
		}
	}
	return m
}()

// readAs judges a number, given as n without the signs in it, by a list of kinds.
func readAs(list []scheme, n []byte, number string, place Place) Reading {
	best, signs := Reading{}, len(n) < len(number)
	for i := range list {
		s := &list[i]
		if s.in&place == 0 || place&anyPerson == 0 && !s.writtenAs(number, signs) {
			continue
		}
		switch facts, verdict := s.read(n); verdict {
		case Sound:
			return Reading{Verdict: Sound, Name: s.name, Facts: facts, Until: s.until}
		case Unsound:
			if best.Verdict == Other { // the first kind is the usual one
				best = Reading{Verdict: Unsound, Name: s.name, Facts: facts, Until: s.until, Distinct: s.in&distinctive != 0 && s.writtenAs(number, signs)}
			}
		case Other:
		}
	}
	return best
}

// compact drops what groups a number, and puts its letters in upper case.
func compact(into []byte, s string) ([]byte, bool) {
	for i := range len(s) {
		c := s[i]
		switch {
		case c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')':
			continue
		case c >= 'a' && c <= 'z':
			c -= 'a' - 'A'
		case c >= 0x80 || c < 0x20:
			return nil, false
		}
		if len(into) == longest {
			return nil, false
		}
		into = append(into, c)
	}
	return into, len(into) > 0
}

// writtenAs reports whether the number of a document is written as those of a kind.
func (s *scheme) writtenAs(number string, signs bool) bool {
	groups, must := strings.CutPrefix(s.groups, "=")
	if !signs {
		return !must
	}
	return grouped(number, groups)
}

// grouped reports whether a number is written in one of the ways of its kind, or
// without any sign between its characters. Documents have numbers of many kinds,
// and the way they are grouped often is all that tells them apart.
func grouped(number, groups string) bool {
	var space [longest]byte
	lengths, run := space[:0], byte(0)
	for i := 0; i <= len(number); i++ {
		if i < len(number) && strings.IndexByte(" -./()", number[i]) < 0 {
			run++
			continue
		}
		if run > 0 && len(lengths) < longest {
			lengths = append(lengths, '0'+run)
		}
		run = 0
	}
	if len(lengths) <= 1 {
		return true
	}
	for way := range strings.FieldsSeq(groups) {
		if way == string(lengths) {
			return true
		}
	}
	return false
}

// byCountry finds the kinds that a country issues.
var byCountry = func() map[string][]scheme {
	m := make(map[string][]scheme)
	for _, list := range [][]scheme{asia, europe, nordicAndBaltic, balkan, middleEast, americas, restOfTheWorld} {
		for _, s := range list {
			m[s.country] = append(m[s.country], s)
		}
	}
	return m
}()

// Kind tells of a kind of number, for documentation.
type Kind struct {
	Country, Name, Source string
}

// Kinds lists the kinds of number that Read knows.
func Kinds() []Kind {
	var list []Kind
	for _, part := range [][]scheme{asia, europe, nordicAndBaltic, balkan, middleEast, americas, restOfTheWorld} {
		for _, s := range part {
			list = append(list, Kind{s.country, s.name, s.source})
		}
	}
	return list
}
