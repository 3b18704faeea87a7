package validate

import (
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// fiscalCode is the kind of number that has letters of the names in it.
const fiscalCode = "Italian codice fiscale"

// checkFiscal holds the letters of a sound codice fiscale against the names of the record: the
// first three are of the last name, the next of the first one, consonants before vowels. It is
// told only where the row has both names and neither fits either, or the last one of a man does
// not, or of a woman in Italy, where nobody takes another, or the first one has none of its letters;
// and of Italians, whose names nobody transcribes.
func (v *Validator) checkFiscal(rec *kyc.Record, f kyc.Field) {
	s := &rec.Submission
	if s[kyc.Nationality] != "ITA" {
		return
	}
	var space [len("RSSMRA85T10A562S")]byte
	code, ok := compactCode(space[:0], s[f])
	if !ok || len(code) != len(space) {
		return
	}
	first, last := s[kyc.FirstName], s[kyc.LastName]
	switch {
	case first == "" || last == "":
		return
	case madeOf(code[:3], last):
		if !madeOf(code[3:6], first) && !sharesLetter(code[3:6], first) {
			v.addDetail(rec, numberInvalid, fieldTable[f].name, "; its letters for the first name are of another one")
		}
		return
	case madeOf(code[:3], first) || madeOf(code[3:6], last):
		return
	case madeOf(code[3:6], first) && s[kyc.Gender] != "male" && (s[kyc.Gender] == "" || s[kyc.AddressCountry] == "" || !atHome(s)):
		return
	}
	v.addDetail(rec, numberInvalid, fieldTable[f].name, "; its first letters are of no name of the person")
}

// madeOf reports whether three letters of a codice fiscale may be of a name: its consonants
// stand there in their order, and its vowels anywhere, since of two first names, or of a last
// name with a particle, a part may be given. Behind them an X fills up.
func madeOf(code []byte, name string) bool {
	for len(code) > 0 && code[len(code)-1] == 'X' {
		code = code[:len(code)-1]
	}
	at, found := 0, uint32(0)
	for _, r := range name {
		switch {
		case r >= utf8.RuneSelf:
			if r = foldRune(r); r > 'z' {
				return true // in another alphabet, or a letter that is written as two
			}
			if isFiscalVowel(byte(r)) {
				found |= 1 << ('e' & 0x1f) // as ue for ü
			}
		case !isLetter(byte(r)):
			continue
		}
		c := byte(r) | 0x20
		found |= 1 << (c & 0x1f)
		for at < len(code) && isFiscalVowel(code[at]|0x20) {
			at++
		}
		if at < len(code) && code[at]|0x20 == c {
			at++
		}
	}
	for _, c := range code {
		if isFiscalVowel(c|0x20) && found>>(c&0x1f)&1 == 0 {
			return false
		}
	}
	return strings.Trim(string(code[at:]), "AEIOU") == ""
}

// sharesLetter reports whether a name has one of some letters. Of several first names the code has
// what one may be called by without, so that a single letter in common lets it pass.
func sharesLetter(code []byte, name string) bool {
	for _, r := range name {
		if r >= utf8.RuneSelf {
			r = foldRune(r)
		}
		if r > 'z' || r != 0 && strings.IndexByte(string(code), byte(r)&^0x20) >= 0 {
			return true
		}
	}
	return false
}

func isFiscalVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
