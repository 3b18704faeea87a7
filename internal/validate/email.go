package validate

import (
	"net/mail"
	"strings"
	"unicode"
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

// plainEmail reports whether s is an everyday ASCII address. It says no to
// some valid ones, and yes to no invalid one.
func plainEmail(s string) bool {
	at := strings.IndexByte(s, '@')
	return at >= 0 && at <= maxLocal && len(s) <= maxEmail && plainLocal(s[:at]) && plainDomain(s[at+1:])
}

// plainLocal reports whether s is one or more non-empty parts with single dots
// between them.
func plainLocal(s string) bool {
	previous := uint8(classDot)
	for i := range len(s) {
		c := emailClass[s[i]]
		if c&classLocal == 0 || c&previous&classDot != 0 {
			return false
		}
		previous = c
	}
	return previous&classDot == 0
}

// plainDomain reports whether s is at least two labels with single dots between
// them, none empty or with a hyphen at an end, and the last one not a number.
func plainDomain(s string) bool {
	previous, letters, dots := uint8(classDot), uint8(0), 0
	for i := range len(s) {
		c := emailClass[s[i]]
		if c&classDomain == 0 || (c|previous)&classDot != 0 && c&(classDot|classHyphen) != 0 && previous&(classDot|classHyphen) != 0 {
			return false
		}
		if c&classDot != 0 {
			dots++
			letters = 0
		}
		letters |= c
		previous = c
	}
	return dots > 0 && letters&classLetter != 0 && previous&(classDot|classHyphen) == 0
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
