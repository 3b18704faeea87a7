package validate

import (
	"math/bits"
	"net/mail"
	"strings"
	"unicode"

	"kycmigrate/internal/text"
)

const (
	maxEmail = 254 // RFC 5321, 4.5.3.1.3, less the angle brackets
	maxLocal = 64  // RFC 5321, 4.5.3.1.1
)

// judgeEmail wants one bare address with a dot in its domain. The contract
// says no more than "email"; what net/mail accepts beyond the everyday form
// is only warned about.
func judgeEmail(s string) ruleID {
	switch {
	case plainEmail(s):
		return none
	case validEmail(s):
		return emailUnusual
	default:
		return emailInvalid
	}
}

// Classes of the bytes of an everyday address.
const (
	classLocal  = 1 << iota // may stand in the part before the @
	classDomain             // may stand in a domain label
	classLetter
	classDot
	classHyphen
)

var emailClass = func() (t [256]uint8) {
	for c := range t {
		b := byte(c)
		letter := 'a' <= b|0x20 && b|0x20 <= 'z'
		digit := '0' <= b && b <= '9'
		switch {
		case letter:
			t[c] = classLocal | classDomain | classLetter
		case digit:
			t[c] = classLocal | classDomain
		case b == '-':
			t[c] = classLocal | classDomain | classHyphen
		case b == '.':
			t[c] = classLocal | classDomain | classDot
		case strings.IndexByte("!#$%&'*+/=?^_`{|}~", b) >= 0:
			t[c] = classLocal
		}
	}
	return t
}()

// plainEmail reports whether s is an everyday ASCII address: in front of the @
// parts with single dots between them, behind it at least two labels, none empty
// or with a hyphen at an end, and the last one not a number. It says no to some
// valid ones, and yes to no invalid one.
//
// Letters and digits may stand anywhere. Only the signs between them are looked
// at one by one.
func plainEmail(s string) bool {
	if len(s) < text.OctetSize || len(s) > maxEmail {
		return len(s) < text.OctetSize && plainShort(s)
	}
	a := nothingRead
	for at := 0; at < len(s); at += text.OctetSize {
		from := min(at, len(s)-text.OctetSize)
		signs := text.All &^ text.OctetsAt(s, from).Alphanumeric()
		seen := 8 * (at - from) // bits of bytes that were looked at before
		for signs = signs >> seen << seen; signs != 0; signs &= signs - 1 {
			i := from + bits.TrailingZeros64(uint64(signs))/8
			if !a.take(s[i], i) {
				return false
			}
		}
	}
	return a.whole(s)
}

func plainShort(s string) bool {
	a := nothingRead
	for i := range len(s) {
		if !a.take(s[i], i) {
			return false
		}
	}
	return a.whole(s)
}

// address is what has been read of an everyday address: the places of its @, of
// the last dot behind it, and of the last sign that no dot and no @ may follow.
type address struct{ at, dot, edge int }

var nothingRead = address{at: -1, dot: -1, edge: -1}

// take reads the character at place i, and reports whether it may stand there.
// Letters and digits need not be shown to it.
func (a *address) take(c byte, i int) bool {
	class := emailClass[c]
	switch {
	case a.at < 0 && c == '@':
		a.at = i
	case class&classDot != 0 && a.at >= 0:
		a.dot = i
	case class&classDot != 0:
	case a.at < 0:
		return class&classLocal != 0
	case class&classHyphen == 0:
		return class&classDomain != 0
	case i == max(a.at, a.dot)+1:
		return false // a label begins with a hyphen
	default:
		a.edge = i
		return true
	}
	first := i == a.edge+1 // nothing stands before the dot or the @
	a.edge = i
	return !first
}

// whole reports whether all of s, which has been read, is an address.
func (a *address) whole(s string) bool {
	return a.at >= 0 && a.at <= maxLocal && a.dot > a.at && a.edge < len(s)-1 && hasLetter(s[a.dot+1:])
}

func hasLetter(s string) bool {
	for i := range len(s) {
		if emailClass[s[i]]&classLetter != 0 || s[i] >= 0x80 {
			return true
		}
	}
	return false
}

// validEmail reports whether net/mail reads s as an address and nothing else
// (no name, comment, quoting or space) with a domain of at least two labels.
func validEmail(s string) bool {
	if strings.ContainsFunc(s, invisible) {
		return false
	}
	address, err := mail.ParseAddress(s)
	if err != nil || address.Name != "" || address.Address != s {
		return false
	}
	domain := s[strings.LastIndexByte(s, '@')+1:]
	dot := strings.LastIndexByte(domain, '.')
	return dot > 0 && domain[0] != '[' && hasLetter(domain[dot+1:])
}

// invisible finds what no address contains but copying leaves behind: spaces
// of all kinds, controls, zero-width and direction marks, lost characters.
func invisible(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar
}
