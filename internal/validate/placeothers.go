package validate

import (
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// officeOdd says that a street is an office of others, where nobody lives: of a lawyer, an embassy
// or the bank. It is known by its first words, so that nobody is told of who lives in Embassy Road.
func officeOdd(s string, l *placeLook) string {
	if l.first < 0 || isDigit(s[0]) {
		return ""
	}
	head := bareWord(l.head(s))
	if !officeHeads.has(head) {
		return ""
	}
	rest := strings.TrimLeft(s[l.first:], " ")
	second, _, _ := strings.Cut(rest, " ")
	second = bareWord(second)
	switch {
	case lawFirms.has(head), lawPairs.has(head) && lawSeconds.has(second), bankHeads.has(head) && bankSeconds.has(second), embassies.has(head) && embassySeconds.has(second):
		return "; it is the office of a lawyer, an embassy or the bank, where nobody lives"
	case strings.EqualFold(head, "c/o") && careOfOffice(rest):
		return "; it is the office of a lawyer, an embassy or the bank, where nobody lives"
	}
	return ""
}

// careOfOffice reports whether mail goes to an office, by the words before a comma or a number:
// behind those may be the name of a street.
func careOfOffice(s string) bool {
	s, _, _ = strings.Cut(s, ",")
	before := ""
	for word := range strings.FieldsSeq(s) {
		word = bareWord(word)
		if isNumber(word) {
			return strings.HasSuffix(s, word) && bankSeconds.has(before) // Branch 12, and no house behind it
		}
		if embassies.has(word) || lawFirms.has(word) || careOf.has(word) || bankHeads.has(before) && bankSeconds.has(word) {
			return true
		}
		before = word
	}
	return false
}

// What the addresses of offices begin with, alone or before another word.
var (
	lawFirms       = newWordSet("anwaltskanzlei|rechtsanwalt|rechtsanwälte|rechtsanwältin|rechtsanwältinnen|rechtsanwaltskanzlei|notariatskanzlei|advokaturbüro|advocatenkantoor|advokatfirman|advokatfirmaet|advokatbyrån|asianajotoimisto|solicitors|advokatkontor")
	lawPairs       = newWordSet("law|studio|cabinet|étude|bufete|despacho|escritório|kancelaria|advokátní|advokátska|ügyvédi|avukatlık|odvjetnički|адвокатское|адвокатський|kanzlei")
	lawSeconds     = newWordSet("firm|office|offices|chambers|legale|d'avocats|d’avocats|avocats|jurídico|juridico|abogados|advocacia|adwokacka|prawna|radcy|kancelář|kancelária|iroda|bürosu|ured|бюро|об'єднання|dr|rechtsanwälte|rechtsanwalt")
	embassies      = newWordSet("embassy|consulate|botschaft|konsulat|generalkonsulat|ambassade|consulat|embajada|consulado|ambasciata|consolato|embaixada|ambasada|velvyslanectví|veľvyslanectvo|nagykövetség|veleposlanstvo|посольство|консульство|πρεσβεία|büyükelçiliği") //nolint:misspell // words of other languages
	embassySeconds = newWordSet("of|der|des|von|du|de|d'|del|di|da|do|general|republiky|российской")
	bankHeads      = newWordSet("our|unsere|notre|nuestra|nossa|nostra")
	bankSeconds    = newWordSet("branch|office|filiale|geschäftsstelle|agence|sucursal|agência|oficina")
	careOf         = newWordSet("filiale|sucursal|agência|lawyers|attorneys|kanzlei|headquarters")
	officeHeads    = newWordSet("c/o", lawFirms.list, lawPairs.list, embassies.list, bankHeads.list)
)

// frenchDigits are the signs that the keys of digits give on a keyboard of France or Belgium
// without the shift, and those of them that begin no word.
const (
	frenchDigits = `&é"'(-è_çà§!`
	frenchSigns  = `&"_§!`
)

// frenchLands are countries with such keyboards.
var frenchLands = newCountrySet("FRA BEL MCO GLP MTQ GUF REU MYT NCL PYF ")

// unshifted reports whether a street begins with the number of a house that was typed without the
// shift: &"_ avenue.
func unshifted(country, s string, l *placeLook) bool {
	if s[0] >= '0' && s[0] < utf8.RuneSelf || l.first < 1 || l.first > len("ééàç") || !frenchLands.has(country) {
		return false
	}
	head := l.head(s)
	return strings.Trim(head, frenchDigits) == "" && strings.ContainsAny(head, frenchSigns)
}

// holdsAll reports whether a street ends with the town and the country of the address, with commas
// before them.
func holdsAll(sub *kyc.Submission, s string) bool {
	if isDigit(s[len(s)-1]) {
		return false // as most, which end with the number of a house
	}
	at := strings.LastIndexByte(s, ',')
	city := sub[kyc.AddressCity]
	if at <= len(city) || city == "" {
		return false
	}
	last := strings.TrimLeft(s[at+1:], " ")
	if last == "" || last != sub[kyc.AddressCountry] && !countriesAsTowns.has(last) {
		return false
	}
	before, found := strings.CutSuffix(s[:at], city)
	return found && (strings.HasSuffix(before, ", ") || strings.HasSuffix(before, ","))
}

// townBehind reports whether a street ends with a great town of another country than that of the
// address, or with one and a country, behind the number of a house and a comma. The last comma is
// at a place.
func townBehind(sub *kyc.Submission, s string, at int) bool {
	rest, last := s[:at], strings.TrimLeft(s[at+1:], " ")
	if countriesAsTowns.has(last) {
		if at = strings.LastIndexByte(rest, ','); at < 0 {
			return false
		}
		rest, last = rest[:at], rest[at+1:]
	}
	if !strings.ContainsAny(rest, numerals) {
		return false
	}
	last = strings.Trim(last, numerals+" -")
	town, great := greatTownOf(last)
	return great && town.elsewhere(last, sub[kyc.AddressCountry]) && !strings.EqualFold(last, sub[kyc.AddressCity])
}

// wrongPostals are how many digits a number behind an address has that is none of a postal code of the
// country: those have as many more, or fewer, as where a nought was lost, or letters.
var wrongPostals = newByCountry(map[string]string{
	"DEU ESP FRA FIN": "46", "AUT CHE BEL DNK NOR HUN SVN BGR LUX AUS NZL GBR IRL NLD CAN MLT": "5", "ITA SWE CZE SVK GRC HRV EST": "6", "USA": "",
})

// fivePostals are countries with postal codes of five digits, where a letter may stand for one.
var fivePostals = newCountrySet("DEU ESP FRA FIN ITA USA ")

// otherPostal reports whether behind an address with the number of a house and a comma there is a
// number that is not written as the postal codes of its country. The last comma is at a place.
func otherPostal(country, s string, at int) bool {
	if at < 1 || len(s)-at > len(", 123456") || !strings.ContainsAny(s[:at], numerals) {
		return false
	}
	code := strings.TrimLeft(s[at+1:], " ")
	switch n := len(code); {
	case n < 4 || !isDigit(code[0]) || !isDigit(code[n-1]):
		return false
	case isDigits(code):
		return strings.IndexByte(wrongPostals.of(country), byte('0'+n)) >= 0 && (n > 4 || houseBefore(s[:at]))
	}
	letters := 0
	for i := range len(code) {
		if isLetter(code[i]) {
			letters++
		} else if !isDigit(code[i]) {
			return false
		}
	}
	return letters == 1 && len(code) == len("12345") && fivePostals.has(country)
}

// houseBefore reports whether a street begins with the number of a house, or ends with one.
func houseBefore(s string) bool {
	return isDigit(s[0]) || houseNumber(s[strings.LastIndexByte(s, ' ')+1:])
}

// exchangedTown reports whether a text with a digit stands for the town, and a great town of the
// country for the street.
func exchangedTown(sub *kyc.Submission, city string) bool {
	if strings.IndexByte(city, ' ') < 0 {
		return false
	}
	return greatTownIn(sub[kyc.AddressCountry], sub[kyc.AddressStreet])
}
