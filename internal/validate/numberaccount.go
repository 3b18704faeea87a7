package validate

import (
	"strings"

	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
)

// shortestAccount is the length of the shortest number of an account or a card.
const shortestAccount = 15

// financialForm tells the numbers of accounts and cards.
func financialForm(rec *kyc.Record, s string) numberForm {
	var space [34]byte
	n, ok := compactCode(space[:0], s)
	switch {
	case !ok || len(n) < shortestAccount:
	case isIBAN(n):
		return asAccount
	case isCard(n) && (len(s) == len("4539 1488 0343 6467") && len(n) == 16 || len(s) == len(n) && !longNumbers(rec)):
		return asCard
	}
	return usualForm
}

// compactCode appends the letters and digits of a number, in upper case; false where
// there is anything but them and signs that group, or they do not fit.
func compactCode(into []byte, s string) ([]byte, bool) {
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z':
			c -= 'a' - 'A'
		case c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')':
			continue
		case (c < '0' || c > '9') && (c < 'A' || c > 'Z'):
			return nil, false
		}
		if len(into) == cap(into) {
			return nil, false
		}
		into = append(into, c)
	}
	return into, true
}

// accountLengths are how long account numbers are by their countries.
var accountLengths = func() map[string]int {
	const list = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23" +
		"IS26IT27JO30KW30KZ20LB28LI21LT20LU20LV21MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SE24SI19SK24SM27TN24TR26UA29VA22VG24XK20"
	lengths := make(map[string]int)
	for i := 0; i < len(list); i += 4 {
		lengths[list[i:i+2]] = numberOf(list[i+2 : i+4])
	}
	return lengths
}()

// isIBAN reports whether a number has the form and the check digits of ISO 13616.
func isIBAN(n []byte) bool {
	if !isLetter(n[0]) || accountLengths[string(n[:2])] != len(n) || n[2] > '9' || n[3] > '9' {
		return false
	}
	rest := 0
	for i := range n {
		switch c := n[(i+4)%len(n)]; {
		case c <= '9':
			rest = (rest*10 + int(c-'0')) % 97
		default:
			rest = (rest*100 + int(c-'A') + 10) % 97
		}
	}
	return rest == 1
}

// isCard reports whether digits begin as those of the great card networks do, and have
// the check digit of ISO/IEC 7812-1.
func isCard(n []byte) bool {
	if !isDigits(string(n)) {
		return false
	}
	switch two := int(n[0]-'0')*10 + int(n[1]-'0'); {
	case len(n) == 15:
		if two != 34 && two != 37 {
			return false
		}
	case len(n) != 16:
		return false
	case n[0] == '4' || two >= 51 && two <= 55 || two >= 22 && two <= 27 || two == 65 || two == 60 || two == 62 || two == 35:
	default:
		return false
	}
	return idnumber.Luhn(n)
}

// longNumbers reports whether a person may have a number of as many digits as cards
// have, by a country of the record, or because none is given.
func longNumbers(rec *kyc.Record) bool {
	country := ""
	for _, f := range [...]kyc.Field{kyc.Nationality, kyc.IssuingCountry, kyc.AddressCountry} {
		c := rec.Submission[f]
		if c == "" {
			continue
		}
		if !withoutLong[c] {
			return true
		}
		country = c
	}
	return country == ""
}

// withoutLong are countries that give nobody a number of 15 or 16 digits.
var withoutLong = func() map[string]bool {
	set := map[string]bool{}
	for c := range strings.FieldsSeq("BRA ESP POL CHL ROU NLD ITA GRC BGR SWE FIN NOR DNK IND CHN KOR TWN HKG THA TUR ISR SRB HRV PAK BEL EST LTU LVA CZE SVK " +
		"ARG ZAF PRT CHE AUT DEU LUX MEX KAZ UKR SGP JPN IRN IRL ISL ECU URY RUS CAN USA GBR EGY SVN BIH MNE MKD MYS VNM COL PER KWT SAU") {
		set[c] = true
	}
	return set
}()
