package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// repeats reports whether a letter stands more often side by side than in any language.
// A name of nothing else stands for none.
func repeats(s string) (ruleID, string) {
	found, alone := false, true
	for word := range strings.FieldsSeq(s) {
		last, run, most := rune(0), 0, 0
		for _, r := range word {
			if r = unicode.ToLower(r); r != last || !unicode.IsLetter(r) {
				last, run = r, 0
			}
			// Nobody is called Jonnnathan; somebody is called Hilll, and somebody Kaaawa.
			if run++; run > 3 || run == 3 && strings.ContainsRune("bcdfghjkmnpqrstvwxyz", r) {
				most = max(most, run)
			}
		}
		letters := utf8.RuneCountInString(word)
		alone = alone && most > 0 && most == letters
		found = found || most > 0 && letters >= longRepeat
	}
	switch {
	case alone:
		return placeholder, ""
	case found:
		return nameUnusual, "; a letter is there more often than any language has it"
	}
	return none, ""
}

// longRepeat is the length of the shortest word in which repeated letters are told: short
// ones are abbreviations.
const longRepeat = 6

// longestInitials is the length of the longest initials that are looked for.
const longestInitials = 12

// initials reports whether a name is nothing but single letters, with stops or without.
func initials(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case r == ' ' || r == '.':
			letters = 0
		case !unicode.IsLetter(r) || letters > 0 || r > 0x590 && utf8.RuneCountInString(s) > 1: // a name of two syllables
			return false
		default:
			letters++
		}
	}
	return true
}

// same reports whether initials are one letter twice, or those that people count with.
func same(s string) bool {
	if strings.IndexByte(s, '.') >= 0 || len(s) < 3 {
		return false
	}
	return s[0]|0x20 == s[len(s)-1]|0x20 || strings.Contains("x y z", strings.ToLower(s)) || strings.Contains("a b c", strings.ToLower(s))
}

// vowelNames reports whether a name is two vowels in a country where families and people are called
// so: O and U in Korea, E and Ou in China, U in Burma.
func vowelNames(rec *kyc.Record, s string) bool {
	return len(s) == len("U O") && s[1] == ' ' && s[0] != s[2] && strings.IndexByte("AEIOU", s[0]) >= 0 && strings.IndexByte("AEIOU", s[2]) >= 0 && within(home(rec), "KOR PRK CHN TWN HKG MAC MMR KHM VNM ")
}

// The most letters of a name, and how often one word is in it side by side.
const (
	longestName = 120
	mostRepeats = 4
)

func tooLong(s string) bool {
	last, run := "", 0
	for w := range strings.FieldsSeq(s) {
		if run++; w != last {
			last, run = w, 1
		}
		if run == mostRepeats {
			return true
		}
	}
	return utf8.RuneCountInString(s) > longestName
}
