package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// shortestNumber is how many letters and digits a number has at least, wherever it is
// from.
const shortestNumber = 4

// longestUsual is how long the numbers are that are nothing else where they have
// digits and letters alone.
const longestUsual = 14

// otherForm tells what a number is that was made for something else than a person or
// a document. Most are seen to be none of it by what is in them and their length.
func otherForm(rec *kyc.Record, s string, seen uint8) numberForm {
	plainly := seen&^seenDigit == 0
	if !plainly {
		if form := spoilt(rec, s, seen); form != usualForm {
			return form
		}
	}
	switch {
	case len(s) < shortestNumber || !plainly && len(s) < 2*shortestNumber && signsOf(s) < shortestNumber:
		if seen&seenForeign != 0 {
			return usualForm
		}
		return tooShort
	case seen == seenDigit && len(s) == 8 && isOwnDate(rec, s):
		return asOwnDate
	case plainly && len(s) <= longestUsual:
		return usualForm
	case seen&(seenGrouping|seenOther) != 0 && isLink(s):
		return asLink
	case seen&(seenOther|seenForeign) == 0 && len(s) < shortestAccount && s[0] >= '0' && s[0] <= '9':
		if len(s) >= len("1.234.567.890") && isManyThousands(rec, s) {
			return asAmount
		}
		return usualForm // grouped digits
	case isPhone(s), s[0] == '0' && isCalledAbroad(s):
		return asPhone
	case seen&(seenOther|seenForeign) != 0 && isAmount(s), isManyThousands(rec, s), s[0] == '-' && isDigits(s[1:]):
		return asAmount
	case isOfCompany(rec, s):
		return asCompany
	case isLabelled(s):
		return asLabelled
	case seen&seenGrouping != 0 && haveWords(s):
		return asWords
	case len(s) < shortestAccount:
		return usualForm
	case len(s) >= shortestPadded && isDigits(s) && strings.HasPrefix(s, padding):
		return asPadded
	case isUUID(s):
		return asUUID
	case isHash(s):
		return asHash
	case isTwo(s), areTwo(s):
		return asTwo
	}
	return financialForm(rec, s)
}

// isLink reports whether a text is an address of the web, or the name of a file with a
// picture or a text in it.
func isLink(s string) bool {
	if last := s[len(s)-1]; isLetter(last) || last == '/' {
		if strings.Contains(s, "://") {
			return true
		}
		end := s[strings.LastIndexByte(s, '.')+1:]
		return len(end) < len(s) && fileEnds.has(end)
	}
	return len(s) > 4 && strings.EqualFold(s[:4], "www.") || strings.Contains(s, "://")
}

var fileEnds = newWordSet("pdf|jpg|jpeg|png|gif|bmp|tif|tiff|heic|webp|doc|docx|xls|xlsx|csv|txt|zip|html|htm|php|aspx")

// signsOf counts the letters and digits of ASCII.
func signsOf(s string) (n int) {
	for i := range len(s) {
		if c := s[i]; c >= '0' && c <= '9' || isLetter(c) {
			n++
		}
	}
	return n
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// Numbers that were filled up to a fixed width.
const (
	shortestPadded = 16
	padding        = "000000"
)

// isOwnDate reports whether eight digits are a date of the record itself.
func isOwnDate(rec *kyc.Record, s string) bool {
	n := numberOf(s)
	for _, known := range [...]struct {
		f   kyc.Field
		day kyc.Day
	}{{kyc.BirthDate, rec.Days.Birth}, {kyc.IssueDate, rec.Days.Issue}, {kyc.ExpireDate, rec.Days.Expire}} {
		d := int(readDate(rec, known.f, known.day))
		if d == 0 {
			continue
		}
		y, m, day := d/1_00_00, d/1_00%1_00, d%1_00
		if n == d || n == day*1_00_0000+m*1_0000+y || n == m*1_00_0000+day*1_0000+y {
			return true
		}
	}
	return false
}

// isPhone reports whether a number is written as one to be called from abroad.
func isPhone(s string) bool {
	if s[0] != '+' || strings.Trim(s[1:], "0123456789 -./()") != "" {
		return false
	}
	n := signsOf(s)
	return n >= 8 && n <= 15
}

// isCalledAbroad reports whether a number is written with two noughts and the code of a
// country for itself, and then as one to be called: 0049 171 5550123.
func isCalledAbroad(s string) bool {
	at := strings.IndexAny(s, " -/(")
	if at < len("001") || at > len("00353") || s[:2] != "00" || s[2] == '0' || !isDigits(s[:at]) || strings.Trim(s[at:], "0123456789 -./()") != "" {
		return false
	}
	n := signsOf(s)
	return n >= 11 && n <= 16
}

// isHash reports whether a number is what a program makes of one so that nobody can read it:
// as many hexadecimal digits as a hash function gives, or signs of base 64 that end as they do.
func isHash(s string) bool {
	switch len(s) {
	case 24, 28, 44, 88: // in base 64
		return s[len(s)-1] == '=' && strings.IndexByte(s, ' ') < 0
	case 60:
		return strings.HasPrefix(s, "$2")
	case 32, 40, 56, 64, 96, 128:
		return !isDigits(s) && (strings.Trim(s, "0123456789abcdef") == "" || strings.Trim(s, "0123456789ABCDEF") == "")
	}
	return false
}

// registers are the words that stand before the number of a company, by the countries where
// they do and where no number of a person or of a document begins so.
var registers = map[string]string{
	"DEU": "HRA HRB GNR ", "AUT": "FN ", "NLD": "KVK ", "BEL": "KBO BCE ", "FRA": "SIREN SIRET RCS ", "DNK": "CVR ", "POL": "KRS REGON ", "BRA": "CNPJ ", "SGP": "UEN ", "USA": "EIN ", "AUS": "ABN ACN ", "IND": "GSTIN LLPIN ",
	"ITA": "REA PIVA ", "CZE": "IČO ICO ", "SVK": "IČO ICO ", "ROU": "CUI ", "ESP": "CIF ", "NOR": "ORGNR ", "SWE": "ORGNR ", "CHE": "UID CHE ", "PRT": "NIPC ", "TUR": "MERSIS VKN ", "RUS": "OGRN ОГРН ", "UKR": "EDRPOU ЄДРПОУ ", "BGR": "EIK ЕИК ", "LVA": "REG ",
}

// isOfCompany reports whether a number is that of a company in a register: HRB 12345,
// KRS 0000123456, J40/1234/2005.
func isOfCompany(rec *kyc.Record, s string) bool {
	end := strings.IndexFunc(s, notLetter)
	if end < 1 || end > len("MERSIS") || end+shortestNumber > len(s) {
		return false
	}
	for _, f := range [...]kyc.Field{kyc.Nationality, kyc.IssuingCountry, kyc.AddressCountry} {
		country := rec.Submission[f]
		if country == "ROU" && end == 1 && strings.Count(s, "/") == 2 && (s[0] == 'J' || s[0] == 'F') {
			return true
		}
		if words := registers[country]; words == "" || strings.IndexByte(" .:-", s[end]) < 0 || !strings.Contains(words, strings.ToUpper(s[:end])+" ") {
			continue
		}
		if country != "POL" || signsOf(s) > len("KRS123456") { // as a card's
			return true
		}
	}
	return false
}

// currencies are what stands before or behind an amount, and the sign of percents.
const currencies = "€$£¥₩₹₽₺₴₪฿₫%"

// isAmount reports whether a number is written as one that is counted with: with a
// sign, a currency, or commas between thousands, in the way of India too.
func isAmount(s string) bool {
	bare := strings.TrimSpace(strings.Trim(s, currencies))
	if len(bare) < len(s) && bare != "" && strings.Trim(bare, "0123456789.,- ") == "" {
		return true
	}
	if bare[0] == '-' || bare[0] == '+' {
		bare = bare[1:]
	}
	return isDigits(bare) && len(bare) < len(s) || inThousands(bare, ',')
}

// isManyThousands reports whether a number has points between its thousands that none
// is written with: some of ten digits are, in Colombia.
func isManyThousands(rec *kyc.Record, s string) bool {
	if strings.Count(s, ".") < 3 || !inThousands(s, '.') {
		return false
	}
	for _, f := range [...]kyc.Field{kyc.Nationality, kyc.IssuingCountry, kyc.AddressCountry} {
		if rec.Submission[f] == "COL" {
			return false
		}
	}
	return true
}

// inThousands reports whether a number is digits in groups of three from its end on,
// or of two before the last three.
func inThousands(s string, sign byte) bool {
	at := strings.LastIndexByte(s, sign)
	if at < 1 || len(s)-at != 4 || !isDigits(s[at+1:]) {
		return false
	}
	s = s[:at]
	for group := 0; ; {
		at = strings.LastIndexByte(s, sign)
		size := len(s) - at - 1
		switch {
		case !isDigits(s[at+1:]):
			return false
		case at < 0:
			return size <= 3
		case size != 2 && size != 3 || group != 0 && group != size:
			return false
		}
		group, s = size, s[:at]
	}
}

// isUUID reports whether a number is written like 8f14e45f-ceea-467f-a0e6-1c7a3f2d9b11.
func isUUID(s string) bool {
	if len(s) != 36 || s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
		return false
	}
	return strings.Trim(s, "0123456789abcdefABCDEF-") == ""
}

// isTwo reports whether a number is two of one form with a sign between them that
// separates.
func isTwo(s string) bool {
	const shortest = 7
	if len(s) <= 2*shortest {
		return false
	}
	at := strings.IndexAny(s, "/;|,\n")
	if at < 0 {
		return false
	}
	a, b := strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+1:])
	if len(a) != len(b) || len(a) < shortest || a == b {
		return false
	}
	digits := 0
	for i := range len(a) {
		x, y := a[i], b[i]
		switch {
		case x >= '0' && x <= '9' && y >= '0' && y <= '9':
			digits++
		case isLetter(x) && isLetter(y):
		default:
			return false
		}
	}
	return digits >= shortest-2
}

// Words that stand before a number: the short ones only with a sign behind them.
var (
	labels = newWordSet("passport|pasaporte|passaporto|passaporte|passeport|reisepass|paszport|pasaport|pașaport|putovnica|pasoš|pasos|paspoort|" +
		"passnr|passnummer|pass-nr|passi|pass|útlevél|cestovný|паспорт|пасош|διαβατήριο|identity|identificación|identidade|identità|identité|identyfikator|" +
		"ausweis|personalausweis|führerschein|fuehrerschein|dowód|dowod|carta|card|document|documento|dokument|doc|licence|license|licencia|permis|patente|" +
		"number|numero|número|nummer|numer|numéro|номер|serial|series|dni|nie|nif|cpf|bsn|cpr|egn|cnp|oib|ssn|nik|rut|pesel|curp|jmbg|hetu|aadhaar|nric|hkid|personnummer|isikukood|steuer-id|codice|cédula|cedula|nin")
	shortLabels = newWordSet("no|nr|id|n|num|nº|n°|ref|rg|ci|cc|ic|pp|pass")
)

// isLabelled reports whether a word before the number says what it is: "Passport no.
// X1234567", "CPF: 529.982.247-25".
func isLabelled(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	if first == '№' || first == '#' {
		return signsOf(s) >= shortestNumber
	}
	if !unicode.IsLetter(first) {
		return false
	}
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '°' && r != 'º' })
	if end < 0 || end+1 >= len(s) || strings.IndexByte(" .:#", s[end]) < 0 {
		return false
	}
	word, sign, rest := s[:end], s[end], s[end+1:]
	digits := 0
	for i := range len(rest) {
		if rest[i] >= '0' && rest[i] <= '9' {
			digits++
		}
	}
	switch {
	case digits < shortestNumber:
		return false
	case sign == ':':
		return end > 1
	case labels.has(word): // "DNI 123456" may be a series and its number
		return utf8.RuneCountInString(word) > 3 || digits > 6
	}
	return sign != ' ' && shortLabels.has(word)
}

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
	sum := 0
	for i := range n {
		d := int(n[len(n)-1-i] - '0')
		if i%2 == 1 {
			d = d*2/10 + d*2%10
		}
		sum += d
	}
	return sum%10 == 0
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
