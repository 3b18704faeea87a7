package validate

import (
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// nameSigns are the characters that no name of a person has: digits, and what
// programs, pages and lists write. A stroke, an ampersand and an @ are not among
// them: Malaysian names have A/L and an alias behind an @.
var nameSigns = func() (t [256]bool) {
	for _, c := range []byte("0123456789<>{}[]|\\=;#$%*^~_+") {
		t[c] = true
	}
	return t
}()

// smallLetters make small letters of capitals.
const smallLetters text.Octets = 0x20_20_20_20_20_20_20_20

// countedName reports whether a name ends with a number, and has nothing else that judgeName
// weighs.
func countedName(s string) bool {
	if s == "" || s[len(s)-1] < '0' || s[len(s)-1] > '9' || !onlyCounted(s) || testNames.has(unnumbered(s)) {
		return false
	}
	l := lookAtName(s)
	return l.kinds(s) == 0
}

// onlyCounted reports whether all that is odd in a name is the number behind it that
// counts its bearers: John Smith 3rd, or those of a file that was made up: Person 12.
func onlyCounted(s string) bool {
	at := strings.LastIndexByte(s, ' ') + 1
	if at == 0 || strings.IndexFunc(s[:at], func(r rune) bool { return r < utf8.RuneSelf && nameSigns[r] }) >= 0 {
		return false
	}
	switch strings.TrimLeft(s[at:], numerals) {
	case "", "nd", "rd", "th", "st":
		return true
	}
	return false
}

// leastNumber is how many digits there are at least in a number that counts no bearers of a
// name.
const leastNumber = 5

// numberedByRow reports whether the number behind a name is one of the row's, or a long one
// behind a last name.
func numberedByRow(rec *kyc.Record, f kyc.Field, s string) bool {
	number := s[strings.LastIndexByte(s, ' ')+1:]
	if len(number) < leastNumber || strings.Trim(number, numerals) != "" {
		return false
	}
	sub := &rec.Submission
	return f == kyc.LastName || number == sub[kyc.DocumentNumber] || number == sub[kyc.IdentityNumber]
}

// doubledHalf is the half of a name that is one word twice, "" where it is not.
func doubledHalf(s string) string {
	half := len(s) / 2
	if half > 0 && s[half] == ' ' && len(s)%2 == 1 && strings.EqualFold(s[:half], s[half+1:]) {
		return s[:half]
	}
	return ""
}
