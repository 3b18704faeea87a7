package idnumber

import "strings"

// Doubtful judges the number of a document by a check digit that is
// public, but that those who make up numbers do not know: where the others of a country
// have it, one without it is wrong.
func Doubtful(country, number string, paper Paper) Verdict {
	var check func(n []byte) Verdict
	switch {
	case country == "POL" && paper == Card:
		check = polishCard
	case country == "POL" && paper == Passport:
		check = polishPassport
	case country == "BEL" && paper == Card:
		check = belgianCard
	case country == "BRA" && paper == Licence:
		check = brazilianLicence
	case country == "CHL" && paper == Licence:
		check = chileanLicence
	default:
		return Other
	}
	space := buffers.Get().(*[longest]byte)
	verdict := Other
	if n, ok := compact(space[:0], number); ok {
		verdict = check(n)
	}
	buffers.Put(space)
	return verdict
}

// belgianCard: ten digits, and the remainder of a division by 97, which is never nought
// (General Directorate Identity and Citizen Affairs, Royal Decree of 25 March 2003).
func belgianCard(n []byte) Verdict {
	if !digits(n, 12) {
		return Other
	}
	check := number(n[:10]) % 97
	if check == 0 {
		check = 97
	}
	return sound(check == number(n[10:]))
}

// brazilianLicence: nine digits and two check digits, of which the second is two less
// where the first would be ten (Senatran, Resolução Contran 598/2016).
func brazilianLicence(n []byte) Verdict {
	if !digits(n, 11) {
		return Other
	}
	first, second := weigh(n, "987654321")%11, weigh(n, "123456789")%11
	less := 0
	if first == 10 {
		first, less = 0, 2
	}
	if second == 10 {
		second = 0
	} else if second -= less; second < 0 {
		second += 11
	}
	if less > 0 && second%10 != int(n[10]-'0') {
		return Other // programs do not agree on what to do below nought
	}
	return sound(first == int(n[9]-'0') && second%10 == int(n[10]-'0'))
}

// chileanLicence: the number of its owner.
func chileanLicence(n []byte) Verdict {
	_, verdict := chile(n)
	return verdict
}

// polishCard: three letters, a check digit over the others, five digits (Ministry of the
// Interior, regulation on the specimen of the identity card).
func polishCard(n []byte) Verdict {
	if !formed(n, "AAA999999") {
		return Other
	}
	sum, weights := 0, "7317317317"
	at := 0
	for i, c := range n {
		if i == 3 {
			continue
		}
		sum += value(c) * int(weights[at]-'0')
		at++
	}
	return sound(sum%10 == int(n[3]-'0'))
}

// polishPassport: two letters, a check digit over the others, six digits (Ministry of the
// Interior, regulation on the specimens of passports).
func polishPassport(n []byte) Verdict {
	if !formed(n, "AA9999999") {
		return Other
	}
	sum, weights := 0, "739173173"
	for i, c := range n {
		sum += value(c) * int(weights[i]-'0')
	}
	return sound(sum%10 == 0)
}

// otherForms are how other numbers are written that people of a country may give for
// theirs: older ones, newer ones, and those of which nothing but the form is known.
var otherForms = map[string]string{
	"ARG": "9999999 99999999", "CHE": "99999999999", "CHN": "999999999999999", "CZE": "999999999", "FRA": "999999999999 9999999999999",
	"HKG": "A999999 AA999999", "HUN": "999999999 999999AA AA999999", "IND": "AAA9999999", "LVA": "99999999999", "MEX": "AAAA999999???", "PER": "99999999 999999999", "PRT": "9999999 99999999", "RUS": "9999999999",
	"SVK": "999999999", "TWN": "AA99999999", "UKR": "999999999", "VNM": "999999999",
}

// Unfamiliar reports whether a number that Read takes for one of another kind has not
// the form of any that people of the country have, which must be one where everybody
// has the same kind.
func Unfamiliar(country, number string) bool {
	switch country {
	case "AUT", "CAN", "DEU", "GBR", "IRL", "USA":
		return false
	}
	if !Known(country) {
		return Written(country, number, Person) == Unsound
	}
	var space [longest]byte
	n, ok := compact(space[:0], plain(number))
	if !ok {
		return false
	}
	for form := range strings.FieldsSeq(otherForms[country]) {
		if formed(n, form) {
			return false
		}
	}
	return true
}
