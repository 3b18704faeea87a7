package validate

import (
	"hash/maphash"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// maxOdd bounds how many values of a column may be written in another way than the
// first before that says nothing.
const maxOdd = 4096

// alikes finds values that are another's but for capitals or leading noughts. That the
// two are one is not sure (ADR 4), so that it is only told.
//
// Most columns are written in one way: in capitals or without, and at one length. Two
// values that differ in nothing else are not both written so. Only what is written in
// another way is compared, by what it would be in this one: all others are in a Unique
// anyhow. Where too many differ from the first, the column has no one way, and only
// leading noughts count. So no row needs a folded form beside its value, such as package
// mapper keeps of the few keys of a list.
type alikes struct {
	rule     ruleID
	severity kyc.Severity
	seen     bool
	style    uint8             // of letters: that of the first value with some
	length   int               // of the first value
	prefix   string            // of the first value, before its digits
	styles   int               // values of another style
	lengths  int               // values of another length
	odd      map[uint64]uint32 // rows, by the hash of what the value would be
}

// Styles of letters.
const (
	styleLower = 1 << iota
	styleUpper

	styleMixed = styleLower | styleUpper
)

func newAlikes(r ruleID, s kyc.Severity) *alikes {
	return &alikes{rule: r, severity: s, odd: map[uint64]uint32{}}
}

// check notes a value that no earlier row has, and returns the row of one that is
// alike, 0 for none. The values are those of u that have the flag.
func (a *alikes) check(u *Unique, s string, hash uint64, flag uint8, row uint32) (first uint32) {
	if len(a.odd) > 0 {
		first = a.odd[hash]
	}
	style, length := a.differs(s)
	if !style && !length || len(a.odd) > 4*maxOdd {
		return first
	}
	if style {
		s = a.styled(s)
		first = a.compare(u, s, flag, row, first)
	}
	if length && a.numbered(s) {
		bare := stripped0(s)
		if bare != s {
			first = a.compare(u, bare, flag, row, first)
		}
		if padded := padded0(bare, a.length); padded != s && padded != bare {
			first = a.compare(u, padded, flag, row, first)
		}
	}
	return first
}

// numbered reports whether a value is a number, or one behind what all of the column
// begin with. Behind the names of people noughts tell one of a name from another.
func (a *alikes) numbered(s string) bool {
	from, _ := digitsOf(s)
	return from == 0 || strings.EqualFold(s[:from], a.prefix)
}

// compare looks for what a value would be, where no row is found yet, and notes it.
func (a *alikes) compare(u *Unique, s string, flag uint8, row, first uint32) uint32 {
	hash := maphash.String(u.seed, s)
	earlier := a.odd[hash]
	if earlier == 0 {
		a.odd[hash] = row
		earlier = u.values.find(hash, flag)
	}
	if first == 0 {
		return earlier
	}
	return first
}

// differs reports whether a value is written in other letters than the column, and
// whether it has another length.
func (a *alikes) differs(s string) (style, length bool) {
	if !a.seen {
		from, _ := digitsOf(s)
		a.seen, a.length, a.prefix = true, len(s), strings.Clone(s[:from])
	}
	if letters := styleOf(s); letters != 0 && letters != a.style {
		if a.style == 0 {
			a.style = letters
		} else if a.style != styleMixed && a.styles < maxOdd {
			a.styles++
			style = true
		}
	}
	if len(s) != a.length {
		if a.lengths < maxOdd {
			a.lengths++
			return style, true
		}
		return style, stripped0(s) != s
	}
	return style, false
}

// styled is a value in the letters of the column.
func (a *alikes) styled(s string) string {
	if a.style == styleUpper {
		return strings.ToUpper(s)
	}
	return strings.ToLower(s)
}

// styleOf finds which letters of ASCII a value has.
func styleOf(s string) (style uint8) {
	const sixth text.Octets = 0x40_40_40_40_40_40_40_40 // the bit that letters have, and signs beside them
	if len(s) >= text.OctetSize {
		var lower, upper text.Octets
		for at := 0; at < len(s); at += text.OctetSize {
			o := text.OctetsAt(s, min(at, len(s)-text.OctetSize))
			letters := o & sixth &^ (o >> 1)
			lower |= letters & (o << 1)
			upper |= letters &^ (o << 1)
		}
		switch {
		case lower|upper == 0:
			return 0
		case upper == 0:
			return styleLower
		case lower == 0:
			return styleUpper
		}
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z':
			style |= styleLower
		case c >= 'A' && c <= 'Z':
			style |= styleUpper
		}
	}
	return style
}

// digitsOf returns where the first digits of a value begin and end.
func digitsOf(s string) (from, to int) {
	for from < len(s) && !isDigit(s[from]) {
		from++
	}
	to = from
	for to < len(s) && isDigit(s[to]) {
		to++
	}
	return from, to
}

// stripped0 is a value without the leading noughts of its first digits.
func stripped0(s string) string {
	from, to := text.Noughts(s)
	if from == to {
		return s
	}
	return s[:from] + s[to:]
}

// padded0 is a value with noughts before its first digits, up to a length.
func padded0(s string, length int) string {
	from, to := digitsOf(s)
	if from == to || len(s) >= length {
		return s
	}
	return s[:from] + strings.Repeat("0", length-len(s)) + s[from:]
}
