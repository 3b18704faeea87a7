package idnumber

import "strings"

// Doubtful judges the number of a document, or of a person where a country gives everybody more
// than one, by a check digit that is public, but that those who make up numbers do not know:
// where the others of a country have it, one without it is wrong.
func Doubtful(country, number string, paper Paper) Verdict {
	var check func(n []byte) Verdict
	switch {
	case paper == Person:
		check = doubtfulPersons[country]
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
	}
	if check == nil {
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
// has the same kind. One that is judged beside other documents only has such a form.
func Unfamiliar(country, number string) bool {
	switch country {
	case "AUT", "CAN", "DEU", "GBR", "IRL", "USA":
		return false
	}
	if !Known(country) {
		return Written(country, number, Person) == Unsound
	}
	if Read(country, number, anyPerson).Verdict != Other {
		return false
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

// doubtfulPersons are the numbers of persons that have a check digit, in countries whose people
// may give others for theirs: that of a licence, or of an insurance.
var doubtfulPersons = map[string]func(n []byte) Verdict{
	"AUS": australianTax, "NZL": newZealandTax, "GTM": guatemalanCode, "SLV": salvadoranCard,
}

// australianTax: nine digits (Australian Taxation Office, tax file number).
func australianTax(n []byte) Verdict {
	if !digits(n, 9) {
		return Other
	}
	return sound(weigh(n, "14375869:")%11 == 0)
}

// newZealandTax: seven or eight digits and a check digit, by other weights where it would be ten
// (Inland Revenue, RWT and NRWT specification of 2016).
func newZealandTax(n []byte) Verdict {
	if len(n) == 8 && digits(n, 8) {
		n = n[:9]
		copy(n[1:], n)
		n[0] = '0'
	}
	if !digits(n, 9) || n[0] > '1' {
		return Other
	}
	check := (11 - weigh(n, "32765432")%11) % 11
	if check == 10 {
		check = (11 - weigh(n, "74325276")%11) % 11
	}
	return sound(check == int(n[8]-'0'))
}

// guatemalanCode: eight digits, a check digit, the department and the municipality (RENAP, CUI).
func guatemalanCode(n []byte) Verdict {
	if !digits(n, 13) {
		return Other
	}
	return sound(weigh(n, "23456789")%11 == int(n[8]-'0'))
}

// salvadoranCard: eight digits and a check digit (RNPN, DUI).
func salvadoranCard(n []byte) Verdict {
	if !digits(n, 9) {
		return Other
	}
	return sound((10-weigh(n, "98765432")%10)%10 == int(n[8]-'0'))
}
