package idnumber

import (
	"strconv"
	"strings"
	"time"
)

var europe = []scheme{
	{"ESP", "Spanish DNI", anyPerson | OnCard, "Royal Decree 1553/2005", spain, "81 2331 2331", 0},
	{"ESP", "Spanish NIE", anyPerson | OnCard | distinctive, "Order INT/2058/2008", spanishForeigner, "171 1331 81", 0},
	{"PRT", "Portuguese citizen card number", anyPerson | OnCard, "Law 7/2007 on the citizen card", portugal, "813 822 8121", 0},
	{"PRT", "Portuguese NIF", anyPerson, "Autoridade Tributária, Decree-Law 14/2013; the civil identification number has the same check digit", portugueseTax, "", 0},
	{"ITA", "Italian codice fiscale", anyPerson | OnCard, "Decree of 23 December 1976", italy, "3355 33 3346", 0},
	{"FRA", "French NIR", anyPerson, "INSEE, Decree 82-103", france, "", 0},
	{"DEU", "German identity card number", OnCard, "BSI TR-03127, check digit of ICAO 9303", germanCard, "91", 0},
	{"DEU", "German passport number", OnPassport, "Passport Ordinance, check digit of ICAO 9303", germanPassport, "91", 0},
	{"DEU", "German tax identification number", anyPerson, "Federal Central Tax Office, ISO/IEC 7064 MOD 11,10", germanTax, "", 0},
	{"NLD", "Dutch BSN", anyPerson | padded, "Wet algemene bepalingen burgerservicenummer, the eleven test", netherlands, "", 0},
	{"BEL", "Belgian national number", anyPerson | padded, "Royal Decree of 3 April 1984", belgium, "", 0},
	{"LUX", "Luxembourgish identification number", anyPerson, "Law of 19 June 2013, Luhn and Verhoeff", luxembourg, "", 0},
	{"CHE", "Swiss AHV number", anyPerson | distinctive, "Federal Act on Old-Age Insurance, EAN-13", switzerland, "", 0},
	{"AUT", "Austrian insurance number", anyPerson, "Dachverband der Sozialversicherungsträger", austria, "", 0},
	{"GBR", "British national insurance number", anyPerson, "HMRC NIM39110", britain, "", 0},
	{"IRL", "Irish PPS number", anyPerson, "Revenue Commissioners", ireland, "", 0},
	{"POL", "Polish PESEL", anyPerson | padded, "Act on population records of 24 September 2010", poland, "", 0},
	{"CZE", "Czech birth number", anyPerson | padded, "Act 133/2000", birthNumber, "", 0},
	{"SVK", "Slovak birth number", anyPerson | padded, "Act 301/1995", birthNumber, "", 0},
	{"HUN", "Hungarian personal number", anyPerson, "Act XX of 1996, modulo 11", hungary, "164", 0},
	{"HUN", "Hungarian tax number", anyPerson, "Act CL of 2017, annex 1, modulo 11", hungarianTax, "", 0},
	{"UKR", "Ukrainian taxpayer number", anyPerson | padded, "State Tax Service, order 822 of 2017", ukraine, "", 0},
	{"RUS", "Russian INN", anyPerson | padded, "Federal Tax Service, order of 29 June 2012", russianTax, "", 0},
	{"RUS", "Russian SNILS", anyPerson, "Federal Law 27-FZ", russianInsurance, "", 0},
}

const spanishLetters = "TRWAGMYFPDXBNJZSQVHLCKE"

func spain(n []byte) (Facts, Verdict) {
	if len(n) != 9 || number(n[:8]) < 0 || !letter(n[8]) {
		return Facts{}, Other
	}
	return Facts{}, sound(spanishLetters[number(n[:8])%23] == n[8])
}

func spanishForeigner(n []byte) (Facts, Verdict) {
	if len(n) != 9 || n[0] < 'X' || n[0] > 'Z' || number(n[1:8]) < 0 || !letter(n[8]) {
		return Facts{}, Other
	}
	return Facts{}, sound(spanishLetters[(int(n[0]-'X')*10_000_000+number(n[1:8]))%23] == n[8])
}

// portugal: eight digits, a digit, two letters or digits of the version, and
// Luhn's check digit over all of it, letters counting from 10.
func portugal(n []byte) (Facts, Verdict) {
	if len(n) != 12 || number(n[:9]) < 0 || number(n[11:]) < 0 || !letter(n[9]) {
		return Facts{}, Other
	}
	sum := 0
	for i, c := range n {
		v := int(c - '0')
		if letter(c) {
			v = int(c-'A') + 10
		}
		if i%2 == 0 {
			if v *= 2; v > 9 {
				v -= 9
			}
		}
		sum += v
	}
	return Facts{}, sound(sum%10 == 0)
}

// portugueseTax: eight digits and a check digit, of a person where it begins with
// 1 to 3. So is the older number of the identity card with its check digit.
func portugueseTax(n []byte) (Facts, Verdict) {
	if !digits(n, 9) || n[0] < '1' || n[0] > '3' {
		return Facts{}, Other
	}
	check := 11 - weigh(n, "98765432")%11
	if check > 9 {
		check = 0
	}
	return Facts{}, sound(check == int(n[8]-'0'))
}

// italy: letters of the names, YY, a letter for the month, the day with 40 more
// for a woman, the place, a check letter. Digits may be letters where two
// persons would have had the same code.
func italy(n []byte) (Facts, Verdict) {
	if len(n) != 16 || !letter(n[15]) {
		return Facts{}, Other
	}
	const odd = "BAKPLCQDREVOSFTGUHMINJWZYX" // by value: B is 0, A is 1, …
	sum := 0
	for i, c := range n[:15] {
		if !letter(c) && (c < '0' || c > '9') {
			return Facts{}, Other
		}
		v := int(c - 'A')
		if c <= '9' {
			v = int(c - '0')
		}
		if i%2 == 0 {
			v = strings.IndexByte(odd, byte('A'+v))
		}
		sum += v
	}
	var plain [5]byte
	for i, at := range [...]int{6, 7, 9, 10} {
		plain[i] = n[at]
		if substitute := strings.IndexByte("LMNPQRSTUV", n[at]); substitute >= 0 {
			plain[i] = '0' + byte(substitute)
		}
	}
	year, day, month := number(plain[:2]), number(plain[2:4]), strings.IndexByte("ABCDEHLMPRST", n[8])+1
	if year < 0 || day < 0 || month == 0 {
		return Facts{}, Other
	}
	gender := Male
	if day > 40 {
		day, gender = day-40, Female
	}
	f, ok := bornShort(year, month, day)
	f.Gender = gender
	return f, sound(ok && 'A'+byte(sum%26) == n[15])
}

// france: gender, YY, MM (20, 30 to 42 or from 50 on where it is not known), place with 2A
// and 2B for Corsica, serial, and 97 less the remainder.
func france(n []byte) (Facts, Verdict) {
	if len(n) != 15 {
		return Facts{}, Other
	}
	var plain [15]byte
	copy(plain[:], n)
	less := 0
	if n[5] == '2' && (n[6] == 'A' || n[6] == 'B') {
		less = 1_000_000 * int(n[6]-'A'+1)
		plain[6] = '0'
	}
	if number(plain[:]) < 0 || strings.IndexByte("123478", n[0]) < 0 {
		return Facts{}, Other
	}
	f, ok := Facts{Year: number(n[1:3]), Month: number(n[3:5]), Gender: oddMale(n[0])}, string(n[5:7]) != "00"
	if f.Month < 1 || f.Month > 12 {
		ok = ok && (f.Month >= 20 && f.Month <= 42 || f.Month >= 50)
		f = Facts{Gender: f.Gender}
	}
	return f, sound(ok && 97-(number(plain[:13])-less)%97 == number(plain[13:]))
}

// germanCard and germanPassport: the authority, whose first letter tells cards
// from passports, a serial without vowels, a check digit. Without the last, as it
// mostly stands, the number tells nothing.
func germanCard(n []byte) (Facts, Verdict)     { return germanSerial(n, "LMNPRTVWXY") }
func germanPassport(n []byte) (Facts, Verdict) { return germanSerial(n, "CFGHJK") }

func germanSerial(n []byte, first string) (Facts, Verdict) {
	if len(n) != 10 || number(n[9:]) < 0 || strings.IndexByte(first, n[0]) < 0 {
		return Facts{}, Other
	}
	for _, c := range n[1:9] {
		if strings.IndexByte("0123456789CFGHJKLMNPRTVWXYZ", c) < 0 {
			return Facts{}, Other
		}
	}
	return Facts{}, sound(checkDigit(n[:9]) == n[9])
}

func germanTax(n []byte) (Facts, Verdict) {
	if !digits(n, 11) {
		return Facts{}, Other
	}
	return Facts{}, sound(n[0] != '0' && mod11and10(n) && repeatsOnce(n[:10]))
}

// repeatsOnce reports whether just one digit stands in a number more than once, and that twice
// or thrice, as in those of the tax office.
func repeatsOnce(n []byte) bool {
	var times [10]int
	for _, c := range n {
		times[c-'0']++
	}
	repeated := 0
	for _, t := range times {
		if t > 3 {
			return false
		}
		if t > 1 {
			repeated++
		}
	}
	return repeated == 1
}

func netherlands(n []byte) (Facts, Verdict) {
	if !digits(n, 9) {
		return Facts{}, Other
	}
	return Facts{}, sound(number(n) != 0 && (weigh(n, "98765432")-int(n[8]-'0'))%11 == 0)
}

// belgium: YYMMDD (the month 20 or 40 more for those not in the register),
// serial, and 97 less the remainder, with a 2 in front for those born since 2000.
func belgium(n []byte) (Facts, Verdict) {
	if !digits(n, 11) {
		return Facts{}, Other
	}
	check, value, century := number(n[9:]), number(n[:9]), 0
	switch {
	case 97-value%97 == check:
		century = 1900
	case 97-(2_000_000_000+value)%97 == check:
		century = 2000
	default:
		f, _ := bornShort(number(n[:2]), number(n[2:4])%20, number(n[4:6]))
		return f, Unsound
	}
	f := Facts{Year: century + number(n[:2]), Month: number(n[2:4]) % 20, Day: number(n[4:6]), Century: true, Gender: oddMale(n[8])}
	if !real(f.Year, f.Month, f.Day) {
		f = Facts{} // the date was not known
	}
	if number(n[2:4]) >= 20 && number(n[2:4]) < 40 {
		f.Gender = Unknown // neither was the gender
	}
	return f, Sound
}

func luxembourg(n []byte) (Facts, Verdict) {
	if !digits(n, 13) {
		return Facts{}, Other
	}
	f, ok := born(number(n[:4]), number(n[4:6]), number(n[6:8]))
	var other [12]byte // the second check digit is over the same eleven
	copy(other[:], n[:11])
	other[11] = n[12]
	return f, sound(ok && Luhn(n[:12]) && verhoeff(other[:]))
}

func switzerland(n []byte) (Facts, Verdict) {
	if !digits(n, 13) || string(n[:3]) != "756" {
		return Facts{}, Other
	}
	return Facts{}, sound(weigh(n, "1313131313131")%10 == 0)
}

// austria: serial, check digit, DDMMYY; months above 12 are used where the days
// ran out of numbers.
func austria(n []byte) (Facts, Verdict) {
	if !digits(n, 10) || n[0] == '0' {
		return Facts{}, Other
	}
	f, ok := bornShort(number(n[8:]), number(n[6:8]), number(n[4:6]))
	if !ok {
		f = Facts{}
	}
	return f, sound(weigh(n, "3790584216")%11 == int(n[3]-'0'))
}

// britain: two letters, six digits, A to D. Some letters and pairs are not used.
func britain(n []byte) (Facts, Verdict) {
	if len(n) != 9 || !letter(n[0]) || !letter(n[1]) || number(n[2:8]) < 0 {
		return Facts{}, Other
	}
	pair := string(n[:2])
	if pair == "TN" && (n[8] == 'M' || n[8] == 'F') {
		return Facts{}, Unsound // an employer's, of birth date and gender, until there is one
	}
	if n[8] < 'A' || n[8] > 'D' {
		return Facts{}, Other
	}
	return Facts{}, sound(!strings.ContainsAny(pair, "DFIQUV") && n[1] != 'O' && !strings.Contains("BG GB NK KN TN NT ZZ", pair))
}

// ireland: seven digits, a check letter, and since 2013 a letter that counts.
func ireland(n []byte) (Facts, Verdict) {
	if len(n) < 8 || len(n) > 9 || number(n[:7]) < 0 || !letter(n[7]) {
		return Facts{}, Other
	}
	sum := weigh(n, "8765432")
	if len(n) == 9 {
		if !letter(n[8]) {
			return Facts{}, Other
		}
		if n[8] <= 'I' {
			sum += 9 * int(n[8]-'A'+1)
		}
	}
	return Facts{}, sound("WABCDEFGHIJKLMNOPQRSTUV"[sum%23] == n[7])
}

// poland: YYMMDD with the century in the month, serial, check digit.
func poland(n []byte) (Facts, Verdict) {
	if !digits(n, 11) {
		return Facts{}, Other
	}
	month := number(n[2:4])
	century := [...]int{1900, 2000, 2100, 2200, 1800}[month/20]
	f, ok := born(century+number(n[:2]), month%20, number(n[4:6]))
	f.Gender = oddMale(n[9])
	return f, sound(ok && weigh(n, "13791379131")%10 == 0)
}

// birthNumber: YYMMDD with 50 more in the month of a woman and 20 more where the
// day ran out of numbers. Ten digits divide by eleven, but that a
// remainder of ten could stand as nought, mostly until 1985; nine digits are of
// those born before 1954.
func birthNumber(n []byte) (Facts, Verdict) {
	if !digits(n, 10) {
		return Facts{}, Other
	}
	year, month := number(n[:2]), number(n[2:4])
	gender := Male
	if month > 50 {
		month, gender = month-50, Female
	}
	if month > 20 {
		month -= 20
	}
	if year += 1900; year < 1954 {
		year += 100
	}
	f, ok := born(year, month, number(n[4:6]))
	if f.Gender = gender; year >= 2000 {
		f.Year, f.Century = year%100, false // of older people a nought was added to their nine digits at times
	}
	divides := number(n)%11 == 0 || number(n[:9])%11 == 10 && n[9] == '0'
	return f, sound(ok && divides)
}

// hungary: gender and century, YYMMDD, serial, check digit. The digits count 1 to 10 of
// those born until 1996, and 10 to 1 of those born since; numbers for which that would
// give ten are not given out.
func hungary(n []byte) (Facts, Verdict) {
	if !digits(n, 11) || n[0] < '1' || n[0] > '8' {
		return Facts{}, Other
	}
	year, month, day := number(n[1:3]), number(n[3:5]), number(n[5:7])
	f, ok := bornShort(year, month, day)
	if n[0] <= '4' { // 3 and 4 were of those born before 1900, too
		century := 1900
		if n[0] >= '3' {
			century = 2000
		}
		f, ok = born(century+year, month, day)
	}
	f.Gender = oddMale(n[0])
	late := n[0] == '3' || n[0] == '4' || n[0] <= '2' && year >= 97
	up, down := weigh(n, "123456789:")%11, weigh(n, ":987654321")%11
	check := int(n[10] - '0')
	if n[0] > '4' {
		return f, sound(ok && (up == check || down == check))
	}
	if late {
		return f, sound(ok && down == check)
	}
	return f, sound(ok && up == check)
}

// hungarianTax: an 8, the days from the beginning of 1867 to the birth date, serial, and
// a check digit.
func hungarianTax(n []byte) (Facts, Verdict) {
	if !digits(n, 10) || n[0] != '8' {
		return Facts{}, Other
	}
	day := time.Date(1867, time.January, 1+number(n[1:6]), 0, 0, 0, 0, time.UTC)
	f := Facts{Year: day.Year(), Month: int(day.Month()), Day: day.Day(), Century: true}
	return f, sound(weigh(n, "123456789")%11 == int(n[9]-'0'))
}

// LacksDigit reports whether a number is the Hungarian tax number of somebody born on a day,
// YYYYMMDD, but for a digit that is missing. Numbers of the insurance have as many digits, and
// do not begin with an 8.
func LacksDigit(number string, birth int) bool {
	const length = len("8383212305")
	if birth == 0 || len(number) != length-1 || number[0] != '8' {
		return false
	}
	born := time.Date(birth/1_00_00, time.Month(birth/1_00%1_00), birth%1_00, 0, 0, 0, 0, time.UTC)
	days := strconv.Itoa(int(born.Sub(time.Date(1867, time.January, 1, 0, 0, 0, 0, time.UTC)).Hours()) / 24)
	if len(days) != 5 {
		return false
	}
	for at := range len(days) {
		if number[1:5] == days[:at]+days[at+1:] {
			return true
		}
	}
	return number[1:6] == days
}

// ukraine: five digits that count the days from the end of 1899 to the birth date,
// serial whose last digit is odd for men, check digit.
func ukraine(n []byte) (Facts, Verdict) {
	if !digits(n, 10) {
		return Facts{}, Other
	}
	sum := -int(n[0] - '0')
	sum += weigh(n[1:], "57946:57")
	f := Facts{Gender: oddMale(n[8])}
	if days := number(n[:5]); days > 0 {
		born := time.Date(1899, time.December, 31+days, 0, 0, 0, 0, time.UTC)
		f.Year, f.Month, f.Day, f.Century = born.Year(), int(born.Month()), born.Day(), true
	}
	return f, sound((sum%11+11)%11%10 == int(n[9]-'0'))
}

func russianTax(n []byte) (Facts, Verdict) {
	if !digits(n, 12) {
		return Facts{}, Other
	}
	first, second := weigh(n, "724:359468")%11%10, weigh(n, "3724:359468")%11%10
	return Facts{}, sound(first == int(n[10]-'0') && second == int(n[11]-'0'))
}

// russianInsurance: nine digits and their weighted sum; numbers up to 001-001-998
// have no check.
func russianInsurance(n []byte) (Facts, Verdict) {
	if !digits(n, 11) {
		return Facts{}, Other
	}
	if number(n[:9]) <= 1_001_998 {
		return Facts{}, Sound
	}
	return Facts{}, sound(weigh(n, "987654321")%101%100 == number(n[9:]))
}
