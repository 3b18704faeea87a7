package validate

import (
	"maps"
	"math/bits"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// Who has the name of somebody at the same address, or the birth date, mostly is the same
// person: but for fathers and sons, who have other birth dates in all their parts, and for
// twins, who have other first names.

// likeNamesake is like for notes of a name and home: the same person has the same birth
// date but for a slip of the pen.
func (n note) likeNamesake(other note) likeness {
	switch how := likeDates(n.trace, other.trace); {
	case n.otherPerson(other, noteGender):
		return unlike
	case how == likeAll:
		return likeAll // whatever the identity numbers are
	case n.otherPerson(other, noteNumber):
		return unlike
	default:
		return how
	}
}

// otherPerson reports whether something is known of two persons, and is not the same.
func (n note) otherPerson(other note, tells uint64) bool {
	a, b := n.mark&tells, other.mark&tells
	return a != 0 && b != 0 && a != b
}

// The parts of a birth date in a trace.
const (
	traceDay   = 31
	traceMonth = 15 << 5
	traceYear  = 127 << 9
)

func traceOfDate(d date) uint16 {
	return uint16(d%1_00 | d/1_00%1_00<<5 | d/1_00_00%128<<9)
}

// farApart is by how many years a son is younger than his father at least, more or less.
const farApart = 14

// likeDates tells how two birth dates are alike that one person may have.
func likeDates(a, b uint16) likeness {
	other := a ^ b
	day, month := a&traceDay, a&traceMonth>>5
	years := int(a>>9) - int(b>>9)
	switch {
	case other == 0:
		return likeAll
	case other&traceYear == 0 && day == b&traceMonth>>5 && month == b&traceDay:
		return likeTurned
	case other&(traceMonth|traceDay) == 0 && max(years, -years) < farApart, other&(traceYear|traceDay) == 0, other&(traceYear|traceMonth) == 0:
		return likeDate
	}
	return unlike
}

// ownHome notes the home and birth date of a person whose first name is known apart. Those
// of whom only the year is known all have the first day of it.
func (x *Identity) ownHome(sub *kyc.Submission, born date, known *recordSums, tells uint64) {
	if given := sub[kyc.FirstName]; given != "" && born%1_00_00 != 1_01 {
		begins, letters := x.names.given(given)
		x.note(known.row, shareHome, sumHash(begins^x.salt, known.home^uint64(born)<<32), tells, letters)
	}
}

// likeAtHome is like for notes of a home and birth date: twins have other first names, and
// so does another person who happens to live there.
func (n note) likeAtHome(other note) likeness {
	differ, both := bits.OnesCount16(n.trace^other.trace), bits.OnesCount16(n.trace|other.trace)
	if n.otherPerson(other, noteGender) || n.otherPerson(other, noteNumber) || differ > 1 || differ == 1 && both < 6 {
		return unlike
	}
	return likeHome
}

// leastLetters is how many letters a first name has at least by whose letters it can be
// told from others.
const leastLetters = 4

// lettersOf sums up what the words of a name begin with, and gives its letters, if all are
// Latin ones. Letters that are taken for each other are one, and an h is none but at the
// beginning.
func lettersOf(name string) (begins uint64, letters uint16, latin bool) {
	start := true
	for i := 0; i < len(name); {
		r, size := rune(name[i]), 1
		if r >= utf8.RuneSelf {
			r, size = runeAt(name, i)
			if r = foldRune(r); r == 0 {
				i += size
				continue
			}
		} else if r = rune(foldASCII[r]); r == 0 {
			r = ' ' // what stands behind an apostrophe or a stop begins as a word
		}
		i += size
		class := byte(0)
		if r < utf8.RuneSelf {
			class = letterClass[r]
		}
		switch {
		case r == ' ':
			start = true
			continue
		case class == 0:
			return 0, 0, false
		case start:
			begins += mixed(uint64(class) + 1)
		}
		start = false
		if class == letterClass['e'] {
			class = letterClass['a'] // as in Ahmad, but not at the beginning
		}
		if class < silent {
			letters |= 1 << (class - 1)
		}
	}
	return begins, letters, true
}

// silent is the class of h.
const silent = 17

// letterClass has for each letter one more than its bit in the set of a name's letters, for
// h one of its own, and 0 for what is no letter.
var letterClass = func() (t [utf8.RuneSelf]byte) {
	for bit, letters := range [...]string{"a", "e", "ijy", "ou", "b", "p", "dt", "fvw", "g", "ckq", "l", "m", "n", "r", "sxz"} {
		for _, c := range letters {
			t[c] = byte(bit) + 1
		}
	}
	t['h'] = silent
	return t
}()

// homeSum sums up where a person lives, by the numbers of the street, what its words begin
// with, and its ideographs, in any order; 0 where that is not known. What is after the street
// does not count.
func homeSum(sub *kyc.Submission) uint64 {
	street := sub[kyc.AddressStreet]
	if street == "" {
		street = sub[kyc.AddressFull]
	}
	var sum uint64
	words := 0
	for i := 0; i < len(street); {
		word := uint64(foldASCII[street[i]&0x7F])
		switch kind := homeKinds[street[i]]; kind {
		case noHome:
			i++
			continue
		case homeNumber:
			word = 0
			for ; i < len(street) && homeKinds[street[i]] == homeNumber; i++ {
				word = word*10 + uint64(street[i]-'0') + 11
			}
		default:
			if kind == homeFar {
				word = uint64(foldedAt(street[i:]))
			}
			if i += runeSize(street[i:]); word == 0 || word == ' ' {
				continue
			}
			for word < ideographs && i < len(street) && inWord[street[i]] {
				i++
			}
		}
		sum, words = sum+mixed(word), words+1
	}
	if words < 2 || len(street) < leastHome {
		return 0
	}
	return sum
}

// What a byte begins in an address: nothing, a number, a word, or a character beyond ASCII.
const (
	noHome = iota
	homeNumber
	homeLetter
	homeFar
)

var homeKinds = func() (t [256]uint8) {
	for c := range t {
		switch b := byte(c); {
		case b >= utf8.RuneSelf:
			t[c] = homeFar
		case isDigit(b):
			t[c] = homeNumber
		case isLetter(b):
			t[c] = homeLetter
		}
	}
	return t
}()

// foldedAt is the first letter of a text as foldRune has it.
func foldedAt(s string) rune {
	if s[0] < utf8.RuneSelf {
		return rune(foldASCII[s[0]])
	}
	r, _ := utf8.DecodeRuneInString(s)
	return foldRune(r)
}

func runeSize(s string) int {
	if s[0] < utf8.RuneSelf {
		return 1
	}
	_, size := utf8.DecodeRuneInString(s)
	return size
}

// inWord tells of each byte whether it goes on with a word: letters and apostrophes do, and
// the bytes of all characters beyond ASCII that come before the ideographs: letters with
// accents, Greek, Cyrillic and so on.
var inWord = func() (t [256]bool) {
	for c := range utf8.RuneSelf {
		t[c] = foldASCII[c] != ' ' && (c < '0' || c > '9')
	}
	for c := utf8.RuneSelf; c < 0xE2; c++ {
		t[c] = true
	}
	return t
}()

// homes tells by a sample of the addresses whether those of a source are homes: where many
// rows have the same, as in made-up data or where only the village is known, they show
// nobody.
type homes struct {
	rows  map[uint64]int // of an address whose sum ends in as many zeros
	zeros int
}

// mostHomes is how many addresses a sample has at most.
const mostHomes = 4096

// crowd is how many rows have an address that is of more than a family.
const crowd = 8

func (h *homes) note(home uint64) {
	if mixed(home)&(1<<h.zeros-1) != 0 {
		return
	}
	if h.rows == nil {
		h.rows = make(map[uint64]int)
	}
	h.rows[home]++
	if len(h.rows) > mostHomes {
		h.zeros++
		maps.DeleteFunc(h.rows, func(home uint64, _ int) bool { return mixed(home)&(1<<h.zeros-1) != 0 })
	}
}

// crowded reports whether more than a tenth of the rows have an address that is a crowd's.
func (h *homes) crowded() bool {
	all, many := 0, 0
	for _, n := range h.rows {
		all += n
		if n > crowd {
			many += n
		}
	}
	return many*10 > all
}

// leastHome is how long a street is at least, with the number, that says where somebody
// lives.
const leastHome = 6

// mixed spreads the bits of a number.
func mixed(x uint64) uint64 {
	x *= 0x9e3779b97f4a7c15
	return (x ^ x>>32) * 0x9e3779b97f4a7c15
}
