package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// numberForm is what a number looks like that is none, whatever the country.
type numberForm uint8

const (
	usualForm numberForm = iota
	withoutDigit
	asAddress
	asDate
	asMonth
	asPower
	asFraction
	asFormula
	asAmount
	asPadded
	asPhone
	asAccount
	asCard
	asUUID
	asTwo
	asLabelled
	asOwnDate
	asMasked
	asZone
	asUnread
	asSigns
	asRemark
	asGap
	asWide
	asOwnText
	asWords
	asMixed
	asLink
	asCompany
	asHash
	tooShort

	numForms
)

// fromTheOriginal is what to do about digits that a spreadsheet has thrown away.
const fromTheOriginal = "take the number from where it came from first, into a column of texts; what a spreadsheet rounded off is not in it any more"

// formSayings are what is said of a form behind the sentence of the rule, and what
// to do about it.
var formSayings = [numForms]struct{ detail, fix string }{
	withoutDigit: {"; it has no digit", "fill in the number, or empty the column; look whether the right column is mapped"},
	asAddress:    {"; it is an e-mail address", "look whether the right column is mapped, and whether cells of the row have moved"},
	asDate:       {"; it is a date", "look whether the right column is mapped, and whether a spreadsheet took the number for a date"},
	asMonth:      {"; it is a day or a month, which a spreadsheet makes of a number that looks like one", fromTheOriginal},
	asPower:      {"; it is written with a power of ten, as a spreadsheet shows a long number", fromTheOriginal},
	asFraction:   {"; it ends in a point or comma and noughts, which a spreadsheet or a program adds to what it takes for an amount", "export the column as texts, or take the end off in the mapping, with trimSuffix in an expr"},
	asFormula:    {"; it begins with a sign that a spreadsheet hides: =, ' or \"", "export what the cell shows, or take the signs off in the mapping, with replace in an expr"},

	asAmount:   {"; it is written as an amount: with a sign, a currency, or commas or points between thousands", "export the column as texts, or take the signs off in the mapping, with replace in an expr"},
	asPadded:   {"; it is filled up with noughts to a fixed width", "export the number as the document has it, or take the noughts off in the mapping, with trimPrefix in an expr"},
	asPhone:    {"; it is a telephone number", "look whether the right column is mapped, and whether cells of the row have moved"},
	asAccount:  {"; it is the number of a bank account (IBAN)", "look whether the right column is mapped, and whether cells of the row have moved"},
	asCard:     {"; it is the number of a payment card", "look whether the right column is mapped; such a number should not be kept here"},
	asUUID:     {"; it is a key of a database (UUID)", "look whether the right column is mapped"},
	asTwo:      {"; there are two numbers in it", "keep the one of the document that is given, and put the other where it belongs"},
	asLabelled: {"; there is a word before it that says what it is", "take the word off, in the source or in the mapping, with trimPrefix in an expr"},
	asOwnDate:  {"; it is a date of the record, without its signs", "look whether the right column is mapped, and whether cells of the row have moved"},
	asMasked:   {"; a part of it is hidden", "export the number whole; one that a system hides must come from where it is kept"},
	asZone:     {"; there are fillers in it, as in the machine-readable zone of a document", "take the number alone, without the check digit and the fillers behind it"},
	asUnread:   {"; a character of it could not be read, and a question mark stands for it", "read the number off the document again, or off its picture"},
	asSigns:    {"; there are signs in it that no number has", "take the signs off, in the source or in the mapping"},
	asRemark:   {"; there is a remark behind it", "keep the number alone, and put the remark where it belongs"},
	asGap:      {"; there are several blanks in it, one behind the other", "take the blanks out, in the source or in the mapping, with replace in an expr; look whether a part of the number is missing"},
	asWide:     {"; it is written with characters of full width, as of an East Asian keyboard", "write it with plain letters and digits, in the source or in the mapping, with replace in an expr"},
	asOwnText:  {"; it is what stands in the address of the record, or its IP address", "look whether the right column is mapped, and whether cells of the row have moved"},
	asWords:    {"; there are words in it", "look whether the right column is mapped, and whether cells of the row have moved"},
	asMixed:    {"; a small letter stands among its digits, where a digit looks the same", "look at the document: where l or o was typed for 1 or 0, put the digit"},
	asLink:     {"; it is an address of the web, or the name of a file", "look whether the right column is mapped; a picture's path has a field of its own"},
	asCompany:  {"; it is the number of a company, or of somebody with a business, in a register", ofAPerson},
	asHash:     {"; it is as long, and written, as what a program makes of a number that nobody shall read (a hash, or a cipher)", "export the number itself; it cannot be made of a hash again"},
	tooShort:   {"; it has fewer than four letters and digits", "fill in the whole number, or empty the column"},
}

// checkForm says what a number is that is none in any country. It reports whether
// there is nothing more to say.
func (v *Validator) checkForm(rec *kyc.Record, f kyc.Field) bool {
	if s := rec.Submission[f]; s[0] == ' ' || s[len(s)-1] == ' ' {
		v.add(rec, whiteSpace, fieldTable[f].name)
	}
	form, seen := lookAt(rec.Submission[f])
	if n := len(rec.Submission[f]); form == usualForm && (seen&^seenDigit != 0 || n < shortestNumber || n > longestUsual || n == len("YYYYMMDD")) {
		form = otherForm(rec, rec.Submission[f], seen)
	}
	switch {
	case form == usualForm:
		return v.checkSample(rec, f, seen)
	case (form == withoutDigit || form == asPadded || form >= asMasked) && judgeWord(roleNumber, f, rec.Submission[f]) != none: // said as a word
	case rejectedIn(rec.Issues, fieldTable[f].name):
	case (form == asSigns || form == asZone) && toldOf(rec.Issues, f): // of markup, or of what no text has
	case form == asMasked && f == kyc.IdentityNumber && v.maskedByRule(rec):
	default:
		v.addNumber(rec, f, formSayings[form].detail, formSayings[form].fix)
	}
	return true
}

// addNumber says what is wrong with a number, and what to do about it where that is
// not to look for a mistyped digit.
func (v *Validator) addNumber(rec *kyc.Record, f kyc.Field, detail, fix string) {
	if v.severity[numberInvalid] == kyc.Off {
		return
	}
	issue := v.severity.issue(numberInvalid, fieldTable[f].name)
	issue.Message += detail
	issue.Fix = fix
	v.append(rec, issue)
}

// What a number may have in it.
const (
	seenDigit uint8 = 1 << iota
	seenGrouping
	seenOther // signs that no number has
	seenForeign
	seenOdd // signs, and small letters, that hardly a number has
)

var numberBytes = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= '0' && c <= '9':
			t[c] = seenDigit
		case c >= utf8.RuneSelf:
			t[c] = seenForeign
		case strings.IndexByte("-./ ", byte(c)) >= 0:
			t[c] = seenGrouping
		case strings.IndexByte("@,+='\":;|%$#", byte(c)) >= 0:
			t[c] = seenOther
		case strings.IndexByte("*<?_!&[]{}()~^`\\lo", byte(c)) >= 0:
			t[c] = seenOdd
		}
	}
	return t
}()

// formOf tells numbers from what is none.
func formOf(s string) numberForm {
	form, _ := lookAt(s)
	return form
}

// lookAt is formOf, and says what is in the number. Most have digits and letters only.
func lookAt(s string) (form numberForm, seen uint8) {
	for i := range len(s) {
		seen |= numberBytes[s[i]]
	}
	switch {
	case seen == seenDigit:
		return usualForm, seen
	case seen&seenOther != 0 && isAddress(s):
		return asAddress, seen
	case seen&seenDigit == 0:
		if wordless(s) || seen&seenForeign != 0 && strings.IndexFunc(s, unicode.IsNumber) >= 0 {
			return usualForm, seen
		}
		return withoutDigit, seen
	case seen&(seenGrouping|seenOther) == 0:
		return usualForm, seen
	}
	return spoiltForm(s), seen
}

// spoiltForm tells what became of a number that has a digit, and signs in it.
func spoiltForm(s string) numberForm {
	switch {
	case s[0] == '=' || s[0] == '\'' || s[0] == '"':
		return asFormula
	case isPower(s):
		return asPower
	case isFraction(s):
		return asFraction
	case isWholeDate(s):
		return asDate
	case isMonth(s):
		return asMonth
	}
	return usualForm
}

// wordless reports whether a text without digits may be a number all the same: those
// of German documents are drawn from digits and such letters as make no words.
func wordless(s string) bool {
	return (len(s) == 9 || len(s) == 10) && strings.Trim(s, "CFGHJKLMNPRTVWXYZ") == ""
}

func isAddress(s string) bool {
	local, domain, ok := cutAddress(s)
	return ok && local != "" && strings.IndexByte(domain, '.') > 0
}

// isPower reports whether a number is written like 5.3E+10. One without a fraction
// needs the plus: 7E10 may be the number of a document.
func isPower(s string) bool {
	e := strings.IndexAny(s, "Ee")
	if e < 1 || !isDigits(s[:1]) {
		return false
	}
	fraction, power := s[1:e], s[e+1:]
	signed := strings.HasPrefix(power, "+")
	if signed || fraction != "" && strings.HasPrefix(power, "-") {
		power = power[1:]
	}
	if len(power) > 3 || !isDigits(power) {
		return false
	}
	if fraction == "" {
		return signed
	}
	return (fraction[0] == '.' || fraction[0] == ',') && isDigits(fraction[1:])
}

// shortestAmount is how many digits stand before a point and noughts at least, so
// that it is no way of grouping.
const shortestAmount = 5

// isFraction reports whether a number is written like 52998224725.0.
func isFraction(s string) bool {
	at := strings.IndexAny(s, ".,")
	if at < shortestAmount || !isDigits(s[:at]) {
		return false
	}
	return s[at+1:] == "0" || s[at+1:] == "00"
}

// isDigits reports whether s is digits of ASCII and nothing else.
func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// isWholeDate reports whether s is a date with its signs, the year first or last. A
// time may stand behind it.
func isWholeDate(s string) bool {
	const whole = len("1967-05-01")
	if len(s) > whole && (s[whole] == ' ' || s[whole] == 'T') && strings.IndexByte(s[whole:], ':') > 0 {
		s = s[:whole]
	}
	p, n := partsOf(s)
	if n != 3 || len(s) != len(p[0])+len(p[1])+len(p[2])+2 || s[len(p[0])] != s[len(p[0])+1+len(p[1])] || s[len(p[0])] == ' ' {
		return false
	}
	if len(p[0]) == 4 {
		p[0], p[2] = p[2], p[0]
	}
	if len(p[2]) != 4 || len(p[0]) > 2 || len(p[1]) > 2 || !isDigits(p[0]) || !isDigits(p[1]) || !isDigits(p[2]) {
		return false
	}
	a, b, year := numberOf(p[0]), numberOf(p[1]), numberOf(p[2])
	return year >= 1900 && year < 2100 && (isDay(year, b, a) || isDay(year, a, b))
}

func isDay(year, month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= kyc.DaysIn(year, month)
}

// numberOf is the value of a few digits.
func numberOf(s string) (n int) {
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// isMonth reports whether s is what a spreadsheet shows of a day without its year or
// a month: 12-May, Mar-85, 3. Okt.
func isMonth(s string) bool {
	p, n := partsOf(s)
	switch n {
	case 2:
		return len(p[0]) <= 2 && isDigits(p[0]) && months.has(p[1]) || len(p[1]) == 2 && isDigits(p[1]) && months.has(p[0])
	case 3:
		return len(p[0]) <= 2 && isDigits(p[0]) && months.has(p[1]) && (len(p[2]) == 2 || len(p[2]) == 4) && isDigits(p[2])
	}
	return false
}

// months are the short names of months in the languages of spreadsheets.
var months = newWordSet("jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mrz|mär|mai|okt|dez|ene|abr|ago|dic|" +
	"janv|févr|mars|avr|juin|juil|août|déc|gen|mag|giu|lug|set|ott|mrt|mei|fev|out|maj|des|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru")

// partsOf takes a text apart at the signs and spaces between its parts; n is more
// than 3 where there are more of them.
func partsOf(s string) (p [3]string, n int) {
	for s != "" {
		at := strings.IndexAny(s, "-./ ")
		if at < 0 {
			at = len(s)
		}
		if at > 0 {
			if n == len(p) {
				return p, n + 1
			}
			p[n] = s[:at]
			n++
		}
		s = s[min(at+1, len(s)):]
	}
	return p, n
}
