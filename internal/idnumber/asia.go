package idnumber

import (
	"strings"
	"time"
)

var asia = []scheme{
	{"KOR", "Korean resident registration number", anyPerson | OnCard | padded, "Enforcement rules of the Resident Registration Act, until October 2020", korea, "67", 2020_10_05},
	{"CHN", "Chinese citizen identity number", anyPerson | OnCard, "GB 11643-1999", china, "", 0},
	{"TWN", "Taiwanese identity number", anyPerson | OnCard, "Ministry of the Interior; new form for residents since 2021", taiwan, "", 0},
	{"HKG", "Hong Kong identity card number", anyPerson | OnCard, "Immigration Department", hongKong, "71 61 161 81 171 711", 0},
	{"SGP", "Singaporean NRIC or FIN", anyPerson | OnCard, "National Registration Act; M series since 2022", singapore, "171", 0},
	{"JPN", "Japanese Individual Number", OfCardOwner | OnCard | padded, "Ordinance 85 of 2014 of the Ministry of Internal Affairs", japan, "444", 0},
	{"THA", "Thai citizen number", anyPerson | OnCard, "Department of Provincial Administration", thailand, "14521", 0},
	{"MYS", "Malaysian NRIC", anyPerson | OnCard | padded, "National Registration Regulations 1990", malaysia, "624", 0},
	{"IDN", "Indonesian NIK", anyPerson | OnCard, "Law 23 of 2006 on population administration", indonesia, "", 0},
	{"VNM", "Vietnamese citizen number", anyPerson | OnCard | padded, "Decree 137/2015/ND-CP", vietnam, "", 0},
	{"IND", "Aadhaar", anyPerson | OnCard | OnAadhaar, "UIDAI, Verhoeff's check digit", aadhaar, "444", 0},
	{"IND", "Indian PAN", OnPAN, "Income Tax Department", pan, "", 0},
	{"PAK", "Pakistani CNIC", anyPerson | OnCard, "NADRA", pakistan, "571", 0},
	{"LKA", "Sri Lankan NIC", anyPerson | OnCard, "Department for Registration of Persons", sriLanka, "", 0},
	{"KAZ", "Kazakh IIN", anyPerson | OnCard | padded, "Decree 853 of 2003 on identification numbers", kazakhstan, "", 0},
	{"UZB", "Uzbek PINFL", anyPerson, "Cabinet of Ministers, personal identification number", uzbekistan, "", 0},
}

// korea: YYMMDDGNNNNNC. G tells gender and century, 5 to 8 foreigners, whose
// check digit had a rule of its own.
func korea(n []byte) (Facts, Verdict) {
	if !digits(n, 13) {
		return Facts{}, Other
	}
	g := int(n[6] - '0')
	century := 1900
	switch g {
	case 3, 4, 7, 8:
		century = 2000
	case 9, 0:
		century = 1800
	}
	f, ok := born(century+number(n[:2]), number(n[2:4]), number(n[4:6]))
	f.Gender = oddMale(n[6])
	foreigner := g >= 5 && g <= 8
	random := f.Year*100+f.Month >= 2020_10
	check := (11 - weigh(n, "234567892345")%11) % 10
	return f, sound(ok && (foreigner || random || check == int(n[12]-'0')))
}

// china: RRRRRRYYYYMMDDNNGC, ISO/IEC 7064 MOD 11-2.
func china(n []byte) (Facts, Verdict) {
	if len(n) != 18 || number(n[:17]) < 0 || number(n[17:]) < 0 && n[17] != 'X' {
		return Facts{}, Other
	}
	f, ok := born(number(n[6:10]), number(n[10:12]), number(n[12:14]))
	f.Gender = oddMale(n[16])
	province := strings.Contains("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91", string(n[:2]))
	return f, sound(ok && province && "10X98765432"[weigh(n, "79:584216379:5842")%11] == n[17])
}

// taiwan: a letter for the place, gender (8 and 9 for residents without
// household registration), serial, check digit.
func taiwan(n []byte) (Facts, Verdict) {
	if len(n) != 10 || !letter(n[0]) || number(n[1:]) < 0 || strings.IndexByte("1289", n[1]) < 0 {
		return Facts{}, Other
	}
	place := strings.IndexByte("ABCDEFGHJKLMNPQRSTUVXYWZIO", n[0]) + 10
	gender := Male
	if n[1] == '2' || n[1] == '9' {
		gender = Female
	}
	return Facts{Gender: gender}, sound((place/10+place%10*9+weigh(n[1:], "876543211"))%10 == 0)
}

// hongKong: one or two letters, six digits and a check digit, A for 10.
func hongKong(n []byte) (Facts, Verdict) {
	if len(n) < 8 || len(n) > 9 || !letter(n[0]) {
		return Facts{}, Other
	}
	sum, rest := 36*9+int(n[0]-'A'+10)*8, n[1:]
	if len(n) == 9 {
		if !letter(n[1]) {
			return Facts{}, Other
		}
		sum, rest = int(n[0]-'A'+10)*9+int(n[1]-'A'+10)*8, n[2:]
	}
	check := int(rest[6]) - '0'
	if rest[6] == 'A' {
		check = 10
	}
	if number(rest[:6]) < 0 || check < 0 || check > 10 {
		return Facts{}, Other
	}
	return Facts{}, sound((sum+weigh(rest, "765432")+check)%11 == 0)
}

// singapore: a letter for the series, seven digits, a check letter.
func singapore(n []byte) (Facts, Verdict) {
	if len(n) != 9 || strings.IndexByte("STFGM", n[0]) < 0 || number(n[1:8]) < 0 || !letter(n[8]) {
		return Facts{}, Other
	}
	sum := weigh(n[1:], "2765432")
	table := "JZIHGFEDCBA"
	switch n[0] {
	case 'T':
		sum += 4
	case 'F':
		table = "XWUTRQPNMLK"
	case 'G':
		sum, table = sum+4, "XWUTRQPNMLK"
	case 'M':
		sum, table = sum+3, "XWUTRQPNJLK"
	}
	return Facts{}, sound(table[sum%11] == n[8])
}

func japan(n []byte) (Facts, Verdict) {
	if !digits(n, 12) {
		return Facts{}, Other
	}
	check := weigh(n, "65432765432") % 11
	if check <= 1 {
		check = 11
	}
	return Facts{}, sound(11-check == int(n[11]-'0'))
}

func thailand(n []byte) (Facts, Verdict) {
	if !digits(n, 13) {
		return Facts{}, Other
	}
	return Facts{}, sound(n[0] >= '1' && n[0] <= '8' && (11-weigh(n, "=<;:98765432")%11)%10 == int(n[12]-'0'))
}

// malaysia: YYMMDDPPNNNG, no check digit. Some numbers of the place of birth were never
// given to one.
func malaysia(n []byte) (Facts, Verdict) {
	if !digits(n, 12) {
		return Facts{}, Other
	}
	f, ok := bornShort(number(n[:2]), number(n[2:4]), number(n[4:6]))
	f.Gender = oddMale(n[11])
	return f, sound(ok && !strings.Contains("00 17 18 19 20 69 70 73 80 81 94 95 96 97", string(n[6:8])))
}

// indonesia: six digits for the place, DDMMYY with 40 more in the day of a
// woman, and a serial; no check digit.
func indonesia(n []byte) (Facts, Verdict) {
	if !digits(n, 16) || n[0] == '0' { // a taxpayer's
		return Facts{}, Other
	}
	day, gender := number(n[6:8]), Male
	if day > 40 {
		day, gender = day-40, Female
	}
	f, ok := bornShort(number(n[10:12]), number(n[8:10]), day)
	f.Gender = gender
	return f, sound(ok && number(n[12:]) != 0)
}

// vietnam: three digits for the province, one for gender and century, YY and a
// serial; no check digit.
func vietnam(n []byte) (Facts, Verdict) {
	if !digits(n, 12) {
		return Facts{}, Other
	}
	province := number(n[:3])
	f := Facts{Year: 1900 + int(n[3]-'0')/2*100 + number(n[4:6]), Century: true, Gender: evenMale(n[3])}
	return f, sound(province >= 1 && province <= 96)
}

func aadhaar(n []byte) (Facts, Verdict) {
	if !digits(n, 12) {
		return Facts{}, Other
	}
	return Facts{}, sound(n[0] >= '2' && verhoeff(n))
}

// pan: five letters, the fourth telling the holder's kind, four digits, a letter
// whose making is not public.
func pan(n []byte) (Facts, Verdict) {
	if len(n) != 10 {
		return Facts{}, Unsound
	}
	for i, c := range n {
		if digit := i >= 5 && i < 9; digit && number(n[i:i+1]) < 0 || !digit && !letter(c) {
			return Facts{}, Unsound
		}
	}
	return Facts{}, sound(strings.IndexByte("ABCFGHJLPT", n[3]) >= 0)
}

// pakistan: place, serial, and a last digit that is odd for men.
func pakistan(n []byte) (Facts, Verdict) {
	if !digits(n, 13) || n[0] == '0' {
		return Facts{}, Other
	}
	return Facts{Gender: oddMale(n[12])}, Sound
}

// sriLanka: the form since 2016, YYYYDDDNNNNC, with 500 more in the day of a
// woman, and the one before it, YYDDDNNNNV. Days count as in leap years, though not
// everybody's: the month is known where a day more or less leaves it.
func sriLanka(n []byte) (Facts, Verdict) {
	f := Facts{Century: true, Gender: Male}
	day := 0
	switch {
	case digits(n, 12):
		f.Year, day = number(n[:4]), number(n[4:7])
	case len(n) == 10 && number(n[:9]) >= 0 && (n[9] == 'V' || n[9] == 'X'):
		f.Year, day = 1900+number(n[:2]), number(n[2:5])
	default:
		return Facts{}, Other
	}
	if day > 500 {
		day, f.Gender = day-500, Female
	}
	if month := leapMonth(day); month == leapMonth(day-1) && month == leapMonth(day+1) {
		f.Month = month
	}
	return f, sound(f.Year >= 1900 && f.Year < 2100 && day >= 1 && day <= 366)
}

// leapMonth is the month of a day of a leap year, 0 of none.
func leapMonth(day int) int {
	if day < 1 || day > 366 {
		return 0
	}
	return int(time.Date(2000, time.January, day, 0, 0, 0, 0, time.UTC).Month())
}

// kazakhstan: YYMMDD, century and gender (0 for foreigners), serial, check digit
// by a first and, where that gives ten, a second row of weights.
func kazakhstan(n []byte) (Facts, Verdict) {
	if !digits(n, 12) {
		return Facts{}, Other
	}
	year, month, day := number(n[:2]), number(n[2:4]), number(n[4:6])
	f, ok := bornShort(year, month, day)
	if g := int(n[6] - '0'); g >= 1 && g <= 6 {
		f, ok = born(1800+(g-1)/2*100+year, month, day)
		f.Gender = oddMale(n[6])
	}
	check := weigh(n, "123456789:;") % 11
	if check == 10 {
		check = weigh(n, "3456789:;12") % 11
	}
	return f, sound(ok && check == int(n[11]-'0'))
}

// uzbekistan: gender and century, DDMMYY, place, serial, check digit. The last
// is left alone, since its making is not published.
func uzbekistan(n []byte) (Facts, Verdict) {
	if !digits(n, 14) || n[0] < '1' || n[0] > '6' {
		return Facts{}, Other
	}
	f, ok := born(1800+int(n[0]-'1')/2*100+number(n[5:7]), number(n[3:5]), number(n[1:3]))
	f.Gender = oddMale(n[0])
	return f, sound(ok)
}
