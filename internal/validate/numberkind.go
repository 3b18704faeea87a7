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
	case !plainly && enciphered(s):
		return asHash
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
	case seen&seenOther != 0 && straySign(s):
		return asSigns
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

// enciphered reports whether a number is what a program wrote of one to be read by itself alone:
// parts in base 64 with colons or stops between, of which one ends as such do.
func enciphered(s string) bool {
	const least = 20
	if len(s) < least || strings.IndexByte(s, ' ') >= 0 {
		return false
	}
	coded := strings.Contains(s, "==") || strings.HasPrefix(s, "eyJ")
	return coded && strings.ContainsAny(s, ":.$") || strings.HasPrefix(s, "vault:v") || strings.HasPrefix(s, "ENC(") || strings.HasPrefix(s, "{cipher}")
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
