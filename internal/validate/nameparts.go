package validate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// checkParts compares the full name with the first and the last name of the row. Names
// in other letters, with more words, in another order or with initials are the same.
func (v *Validator) checkParts(rec *kyc.Record) {
	sub, told := &rec.Submission, len(rec.Issues)
	v.compareParts(rec)
	if sub[kyc.FirstName] != "" && sub[kyc.LastName] != "" && len(rec.Issues) == told {
		if f, detail := columnsOdd(rec); detail != "" {
			v.addDetail(rec, nameUnusual, fieldTable[f].name, detail)
		}
	}
	if sub[kyc.FirstName] == "" && sub[kyc.LastName] == "" && !toldOf(rec.Issues, kyc.FullName) {
		if detail := wholeOdd(rec, sub[kyc.FullName]); detail != "" {
			v.addDetail(rec, nameUnusual, fieldTable[kyc.FullName].name, detail)
		}
	}
	for _, f := range [...]kyc.Field{kyc.FirstName, kyc.LastName} {
		if name := sub[f]; allLostLetters.has(name) && lostLetters.of(home(rec)) != nil && lostLetters.of(home(rec)).has(name) {
			v.addDetail(rec, mojibake, fieldTable[f].name, letterLost)
		}
		if cyrillicKeys.has(home(rec)) && onLatinKeys(sub[f]) {
			v.addDetail(rec, nameUnusual, fieldTable[f].name, "; it was typed on the keys of Latin letters, and is a name in Cyrillic on the same keys")
		}
	}
}

// compareParts is checkParts for what the full name tells.
func (v *Validator) compareParts(rec *kyc.Record) {
	sub := &rec.Submission
	full, first, last := sub[kyc.FullName], sub[kyc.FirstName], sub[kyc.LastName]
	if first != "" {
		v.checkFirst(rec)
	} else if last != "" {
		v.checkFirstless(rec)
	}
	if full != "" && len(full) == len(first)+len(last) && (together(full, first, last) || together(full, last, first)) && !toldOf(rec.Issues, kyc.FullName) {
		v.addDetail(rec, nameUnusual, fieldTable[kyc.FullName].name, "; it is two names without a space between them")
		return
	}
	if full == "" || first == "" || last == "" || joined(full, first, last) && !repeatsLast(first, last) || joined(full, last, first) {
		return
	}
	if detail := partsOdd(rec, full, first, last); detail != "" {
		v.addDetail(rec, nameUnusual, fieldTable[kyc.FullName].name, detail)
	}
}

// repeatsLast reports whether a first name of several words ends with the last name.
func repeatsLast(first, last string) bool {
	at := len(first) - len(last)
	return at > 1 && first[at-1] == ' ' && first[at:] == last
}

// joined reports whether a name is two others, one behind the other, with a space between
// them or without.
func joined(full, a, b string) bool {
	rest := len(full) - len(a) - len(b)
	return (rest == 0 || rest == 1 && full[len(a)] == ' ') && full[:len(a)] == a && full[len(full)-len(b):] == b
}

// partsOdd says what is wrong with a full name by its parts, "" for nothing.
func partsOdd(rec *kyc.Record, full, first, last string) string {
	if pruned(full, first, last) || cutLast(full, first, last) {
		return "; the first or the last name of the row was cut off: the full name has more"
	}
	if cut(full, first, last) || cut(full, last, first) {
		return "; it was cut off: the first and the last name of the row have more"
	}
	f, a, b := foldWords(full), foldWords(first), foldWords(last)
	if len(f) == 0 || len(a) == 0 || len(b) == 0 || scriptOf(full) != scriptOf(first) || scriptOf(full) != scriptOf(last) || nothings.has(first) || nothings.has(last) {
		return ""
	}
	hasFirst, hasLast := shares(f, a), shares(f, b)
	switch {
	case !hasFirst && !hasLast && len(first) > 2 && len(last) > 2:
		return "; the first and the last name of the row are another's"
	case !hasLast && slices.Equal(f, a):
		return "; the last name of the row is not in it"
	case !hasFirst && slices.Equal(f, b):
		return "; the first name of the row is not in it"
	case hasFirst && !hasLast && len(f) == 2 && len(a) == 1 && len(b) == 1 && within(home(rec), twoNames+moreTwoNames) && far(f[1], b[0]) && sameStart(f[0], a[0]):
		return "; the last name of the row is another"
	case hasLast && !hasFirst && len(f) == 2 && len(a) == 1 && len(b) == 1 && within(home(rec), twoNames+moreTwoNames) && far(f[0], a[0]) && f[1] == b[0] && !nicknames.pair(f[0], a[0]):
		return "; the first name of the row is another"
	case len(f) == 3 && len(a) == 1 && len(b) == 1 && f[0] == a[0] && f[2] == b[0] && within(home(rec), twoNames+moreTwoNames) && (f[1] == a[0] && !twiceGiven.has(a[0]) || f[1] == b[0] && !within(home(rec), latinLands)):
		return "; it has the first or the last name twice"
	case otherLast(f, a, b) && !hasLast && within(home(rec), twoNames+moreTwoNames):
		return "; the last name of the row is another"
	case misspelt(home(rec), f, a, b):
		return "; it is spelled otherwise than the first and the last name of the row"
	case len(a) > 1 && len(b) == 1 && a[len(a)-1] == b[0] && a[0] != b[0] && len(f) > 2 && f[len(f)-1] == b[0] && f[len(f)-2] == b[0] && !within(home(rec), latinLands+lastFirst):
		return "; it has the last name twice, and so has the first name of the row"
	}
	return ""
}

// twiceGiven are names that many have, and their fathers as well.
var twiceGiven = newWordSet("mohamed|mohammed|muhammad|mohammad|mohamad|muhammed|mehmet|ahmed|ahmad|ali|hassan|hasan|hussein|husein|abdi|abdul|omar|umar|ibrahim|ismail|yusuf|osman|said|khan|singh|kaur")

// turnedAbout reports whether the full name has the last name first, where people do not
// write it so: the two may have been exchanged, if other rows of the source have them the
// other way round.
func turnedAbout(sub *kyc.Submission) bool {
	full, first, last := sub[kyc.FullName], sub[kyc.FirstName], sub[kyc.LastName]
	return first != "" && last != "" && len(full) == len(first)+len(last)+1 && joined(full, last, first) && !joined(full, first, last) &&
		full[0] < firstIdeograph && !within(sub[kyc.Nationality], lastFirst+registersLastFirst) && !within(sub[kyc.IssuingCountry], lastFirst+registersLastFirst)
}

// turnedInEast reports whether the full name of somebody from where the last name comes first
// has it behind, and the first name is a common family name: the two may have been exchanged,
// if other rows of the source have them the other way round.
func turnedInEast(sub *kyc.Submission) bool {
	full, first, last := sub[kyc.FullName], sub[kyc.FirstName], sub[kyc.LastName]
	return joined(full, first, last) && !joined(full, last, first) && eastFamilies.of(sub[kyc.Nationality]).has(first)
}

// eastFamilies are the most common family names in Latin letters of countries where nearly
// everybody writes them first.
var eastFamilies = newByCountry(map[string]*wordSet{
	"CHN TWN": pinyin,
	"KOR PRK": newWordSet("kim|lee|park|choi|choe|jung|jeong|chung|kang|yoon|yun|jang|lim|seo|shin|kwon|hwang|ahn|song|ryu|hong|moon|bae|baek"),
	"VNM":     newWordSet("nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ngo|duong"),
})

// firstIdeograph is the least byte that letters of East Asia and India begin with.
const firstIdeograph = 0xE0

// leastCut is the length from which on a name that ends within a word of its parts was
// cut off.
const leastCut = 8

// cut reports whether a name is the beginning of two others, and ends within a word of
// which it has two letters or more: one is an initial, but at the width of a field.
func cut(full, a, b string) bool {
	whole := a + " " + b
	n := len(full)
	if n < leastCut || n >= len(whole) || !strings.EqualFold(whole[:n], full) || whole[n] == ' ' || whole[n] == '-' || full[n-1] == '.' {
		return false
	}
	return (n-1-strings.LastIndexByte(full, ' ') > 1 || cutAtWidth(full)) && n > len(a)+2
}

// foldWords are the words of a name with case, accents and signs left out.
func foldWords(s string) (words []string) {
	var word []byte
	for _, r := range s + " " {
		if r < utf8.RuneSelf {
			r = rune(foldASCII[r])
		} else if second := secondLetter(r); second != 0 {
			word = append(word, byte(foldRune(r)))
			r = second
		} else {
			r = foldRune(r)
		}
		switch {
		case r == 0:
		case r == ' ' && len(word) > 0:
			words, word = append(words, string(word)), word[:0]
		case r != ' ':
			word = utf8.AppendRune(word, r)
		}
	}
	return words
}

// scriptOf is that of the first letter of a text.
func scriptOf(s string) text.Script {
	for _, r := range s {
		if x := text.ScriptOf(r); x != text.NoScript {
			if x == text.Kana {
				return text.Han
			}
			return x
		}
	}
	return text.NoScript
}

// shares reports whether two names may have a word in common: one that begins as another,
// or that is a part of all letters of the other name.
func shares(a, b []string) bool {
	whole, other := strings.Join(a, ""), strings.Join(b, "")
	if strings.Contains(whole, other) || strings.Contains(other, whole) {
		return true
	}
	for _, x := range a {
		for _, y := range b {
			if sameStart(x, y) || strings.Contains(whole, y) && len(y) > 2 || strings.Contains(other, x) && len(x) > 2 {
				return true
			}
		}
	}
	return false
}

// sameStart reports whether two words begin with the same two letters, or one of them is an
// initial of the other.
func sameStart(x, y string) bool {
	n := 0
	for _, r := range x {
		at, size := utf8.DecodeRuneInString(y)
		if r != at {
			break
		}
		y = y[size:]
		if n++; n == 2 {
			return true
		}
	}
	return n == 1 && (utf8.RuneCountInString(x) == 1 || y == "")
}

// far reports whether two words are no two spellings of one: they begin with another
// letter and have few letters in common, but for an end that is many names' own.
func far(x, y string) bool {
	x, y = withoutEnd(x, y)
	if len(x) < 3 || len(y) < 3 || x[0] == y[0] || strings.ContainsFunc(x+y, unicode.IsDigit) {
		return false
	}
	letters, common := 0, 0
	for at, r := range x {
		if strings.ContainsRune(x[:at], r) {
			continue
		}
		letters++
		if strings.ContainsRune(y, r) {
			common++
		}
	}
	return common*2 <= letters+1
}

// withoutEnd cuts off what two words end with, if it is long, as -ović, and each has as much
// before it.
func withoutEnd(x, y string) (a, b string) {
	n := 0
	for n < min(len(x), len(y)) && x[len(x)-1-n] == y[len(y)-1-n] {
		n++
	}
	for n > 0 && !utf8.RuneStart(x[len(x)-n]) {
		n--
	}
	if n < 3 || len(x)-n < 3 || len(y)-n < 3 {
		return x, y
	}
	return x[:len(x)-n], y[:len(y)-n]
}
