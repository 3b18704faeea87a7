package idnumber

import "strings"

var middleEast = []scheme{
	{"TUR", "Turkish identity number", anyPerson | OnCard, "Law 5490 on population services", turkey, "", 0},
	{"ARE", "Emirates ID", anyPerson | OnCard | distinctive, "Federal Authority for Identity, Luhn", emirates, "3471", 0},
	{"ISR", "Israeli identity number", anyPerson | OnCard, "Population Registry Law, Luhn", israel, "81 171", 0},
	{"SAU", "Saudi identity or Iqama number", anyPerson | OnCard, "National Information Center, Luhn", saudi, "", 0},
	{"KWT", "Kuwaiti civil number", anyPerson | OnCard, "Law 32 of 1982", kuwait, "", 0},
	{"EGY", "Egyptian national number", anyPerson | OnCard, "Law 143 of 1994", egypt, "", 0},
	{"IRN", "Iranian national code", anyPerson | OnCard | padded, "National Organization for Civil Registration", iran, "361", 0},
}

var americas = []scheme{
	{"BRA", "Brazilian CPF", anyPerson | OnCard | padded | distinctive, "Receita Federal, IN RFB 1548/2015", brazil, "=3332", 0},
	{"CHL", "Chilean RUN", anyPerson | OnCard, "Servicio de Registro Civil, modulo 11", chile, "=2331 1331 81 71", 0},
	{"ARG", "Argentine CUIL", anyPerson, "AFIP, RG 10/97", argentina, "", 0},
	{"PER", "Peruvian RUC", anyPerson, "SUNAT, modulo 11", peru, "", 0},
	{"URY", "Uruguayan cédula", anyPerson | OnCard, "Dirección Nacional de Identificación Civil", uruguay, "1331 71", 0},
	{"ECU", "Ecuadorian cédula", anyPerson | OnCard | padded, "Registro Civil, modulo 10", ecuador, "91", 0},
	{"DOM", "Dominican cédula", anyPerson | OnCard | padded, "Junta Central Electoral, Luhn", dominican, "371", 0},
	{"MEX", "Mexican CURP", anyPerson | OnCard, "RENAPO, normative guide to the CURP", mexico, "", 0},
	{"CUB", "Cuban identity number", anyPerson | OnCard, "Dirección de Identificación", cuba, "", 0},
	{"USA", "US social security number", anyPerson, "Social Security Administration, since June 2011", unitedStates, "", 0},
	{"CAN", "Canadian SIN", anyPerson, "Service Canada, Luhn", canada, "", 0},
}

var restOfTheWorld = []scheme{
	{"ZAF", "South African identity number", anyPerson | OnCard | padded, "Identification Act 68 of 1997, Luhn", southAfrica, "643 6421 67", 0},
	{"SEN", "Senegalese NIN", anyPerson, "Law 2016-09 on the biometric identity card", senegal, "1345", 0},
}

// cuba: YYMMDD, century (0 to 5 are 1900, 6 to 8 are 2000, 9 is 1800), serial whose second
// digit is even for men, and a digit that is left alone.
func cuba(n []byte) (Facts, Verdict) {
	if !digits(n, 11) {
		return Facts{}, Other
	}
	century := 1900
	switch {
	case n[6] == '9':
		century = 1800
	case n[6] >= '6':
		century = 2000
	}
	f, ok := born(century+number(n[:2]), number(n[2:4]), number(n[4:6]))
	f.Gender = evenMale(n[9])
	return f, sound(ok)
}

func turkey(n []byte) (Facts, Verdict) {
	if !digits(n, 11) || n[0] == '0' {
		return Facts{}, Other
	}
	odd, even := weigh(n, "101010101"), weigh(n, "010101010")
	tenth := (odd*7 - even + 100) % 10
	return Facts{}, sound(tenth == int(n[9]-'0') && (odd+even+tenth)%10 == int(n[10]-'0'))
}

// emirates: 784, the year of birth, serial, check digit.
func emirates(n []byte) (Facts, Verdict) {
	if !digits(n, 15) || string(n[:3]) != "784" {
		return Facts{}, Other
	}
	f := Facts{Year: number(n[3:7]), Century: true}
	return f, sound(f.Year >= 1900 && f.Year < 2100 && Luhn(n))
}

func israel(n []byte) (Facts, Verdict) {
	if !digits(n, 9) {
		return Facts{}, Other
	}
	if n[0] == '5' && Luhn(n) {
		return Facts{}, Other // a company's
	}
	return Facts{}, sound(number(n) != 0 && Luhn(n))
}

func saudi(n []byte) (Facts, Verdict) {
	if !digits(n, 10) || n[0] != '1' && n[0] != '2' {
		return Facts{}, Other
	}
	return Facts{}, sound(Luhn(n))
}

// kuwait: century (2 is 1900), YYMMDD, serial, check digit. Numbers for which it
// would be above nine are not given out.
func kuwait(n []byte) (Facts, Verdict) {
	if !digits(n, 12) || n[0] != '2' && n[0] != '3' {
		return Facts{}, Other
	}
	f, ok := born(1700+int(n[0]-'0')*100+number(n[1:3]), number(n[3:5]), number(n[5:7]))
	return f, sound(ok && 11-weigh(n, "216379:5842")%11 == int(n[11]-'0'))
}

// egypt: century (2 is 1900), YYMMDD, governorate, serial whose last digit is
// odd for men. The check digit is left alone, since its making is not published.
func egypt(n []byte) (Facts, Verdict) {
	if !digits(n, 14) || n[0] != '2' && n[0] != '3' {
		return Facts{}, Other
	}
	f, ok := born(1700+int(n[0]-'0')*100+number(n[1:3]), number(n[3:5]), number(n[5:7]))
	f.Gender = oddMale(n[12])
	return f, sound(ok && strings.Contains(governorates, string(n[7:9])))
}

// governorates are the codes of those of Egypt, and of births abroad.
const governorates = "01 02 03 04 11 12 13 14 15 16 17 18 19 21 22 23 24 25 26 27 28 29 31 32 33 34 35 88"

func iran(n []byte) (Facts, Verdict) {
	if !digits(n, 10) {
		return Facts{}, Other
	}
	rest := weigh(n, ":98765432") % 11
	if rest > 1 {
		rest = 11 - rest
	}
	return Facts{}, sound(rest == int(n[9]-'0') && strings.Trim(string(n), string(n[:1])) != "")
}

func brazil(n []byte) (Facts, Verdict) {
	if !digits(n, 11) {
		return Facts{}, Other
	}
	first, second := weigh(n, ":98765432")*10%11%10, weigh(n, ";:98765432")*10%11%10
	return Facts{}, sound(first == int(n[9]-'0') && second == int(n[10]-'0') && !alike(n))
}

// alike reports whether all characters are the same.
func alike(n []byte) bool {
	for _, c := range n {
		if c != n[0] {
			return false
		}
	}
	return true
}

// chile: seven or eight digits and a check digit, K for ten. From fifty millions on companies
// have them.
func chile(n []byte) (Facts, Verdict) {
	last := len(n) - 1
	if last < 7 || last > 8 || number(n[:last]) < 0 || n[last] != 'K' && number(n[last:]) < 0 {
		return Facts{}, Other
	}
	if right := chileanCheck(n); !right || number(n[:last]) < 50_000_000 {
		return Facts{}, sound(right)
	}
	return Facts{}, Other
}

// chileanCheck reports whether digits have the check digit of Chile.
func chileanCheck(n []byte) bool {
	last := len(n) - 1
	sum, weight := 0, 2
	for i := last - 1; i >= 0; i-- {
		sum += int(n[i]-'0') * weight
		if weight++; weight == 8 {
			weight = 2
		}
	}
	return number(n[:last]) >= 0 && "0K987654321"[sum%11] == n[last]
}

// argentina: the kind of holder (20 for men, 27 for women, 23 and 24 where that number
// was taken, from 30 on a company), the DNI, a check digit.
func argentina(n []byte) (Facts, Verdict) {
	if !digits(n, 11) || !strings.Contains("20 23 24 27 30 33 34", string(n[:2])) {
		return Facts{}, Other
	}
	var f Facts
	switch string(n[:2]) {
	case "20":
		f.Gender = Male
	case "27":
		f.Gender = Female
	}
	fits := "09987654321"[weigh(n, "5432765432")%11] == n[10]
	if fits && n[0] == '3' {
		return Facts{}, Other // a company's
	}
	return f, sound(fits)
}

// peru: 10, the number of the DNI, a check digit. Other numbers of the register are those of
// companies and of foreigners.
func peru(n []byte) (Facts, Verdict) {
	if !digits(n, 11) || string(n[:2]) != "10" {
		return Facts{}, Other
	}
	return Facts{}, sound((11-weigh(n, "5432765432")%11)%10 == int(n[10]-'0'))
}

func uruguay(n []byte) (Facts, Verdict) {
	if !digits(n, 8) {
		return Facts{}, Other
	}
	return Facts{}, sound((10-weigh(n, "2987634")%10)%10 == int(n[7]-'0'))
}

func ecuador(n []byte) (Facts, Verdict) {
	if !digits(n, 10) {
		return Facts{}, Other
	}
	province := number(n[:2])
	return Facts{}, sound((province >= 1 && province <= 24 || province == 30) && n[2] <= '6' && Luhn(n))
}

func dominican(n []byte) (Facts, Verdict) {
	if !digits(n, 11) {
		return Facts{}, Other
	}
	return Facts{}, sound(Luhn(n))
}

// mexico: letters of the names, YYMMDD, gender, state, letters, a sign for the
// century, check digit.
func mexico(n []byte) (Facts, Verdict) {
	if len(n) != 18 || number(n[4:10]) < 0 || number(n[17:]) < 0 {
		return Facts{}, Other
	}
	sum := 0
	for i, c := range n[:17] {
		v := int(c - '0')
		switch {
		case c > 'N' && letter(c):
			v = int(c-'A') + 11 // Ñ stands before O
		case letter(c):
			v = int(c-'A') + 10
		case c < '0' || c > '9':
			return Facts{}, Other
		}
		sum += v * (18 - i)
	}
	century := 1900
	if letter(n[16]) {
		century = 2000
	}
	f, ok := born(century+number(n[4:6]), number(n[6:8]), number(n[8:10]))
	switch n[10] {
	case 'H':
		f.Gender = Male
	case 'M':
		f.Gender = Female
	case 'X':
	default:
		ok = false
	}
	ok = ok && strings.Contains(statesOfMexico, string(n[11:13]))
	return f, sound(ok && (10-sum%10)%10 == int(n[17]-'0'))
}

// statesOfMexico are the letters of the states, and NE for births abroad.
const statesOfMexico = "AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE"

// unitedStates: no check digit; some numbers are not given out. Those from 900
// on may be of taxpayers.
func unitedStates(n []byte) (Facts, Verdict) {
	if !digits(n, 9) || n[0] == '9' {
		return Facts{}, Other
	}
	area := number(n[:3])
	return Facts{}, sound(area != 0 && area != 666 && number(n[3:5]) != 0 && number(n[5:]) != 0)
}

func canada(n []byte) (Facts, Verdict) {
	if !digits(n, 9) || n[0] == '0' {
		return Facts{}, Other
	}
	return Facts{}, sound(n[0] != '8' && Luhn(n))
}

// southAfrica: YYMMDD, serial from 5000 on for men, citizenship, a digit that
// was the race until 1986, Luhn's check digit.
func southAfrica(n []byte) (Facts, Verdict) {
	if !digits(n, 13) {
		return Facts{}, Other
	}
	f, ok := bornShort(number(n[:2]), number(n[2:4]), number(n[4:6]))
	f.Gender = Female
	if n[6] >= '5' {
		f.Gender = Male
	}
	return f, sound(ok && n[10] <= '2' && Luhn(n))
}

// senegal: gender, three digits for the office, the year of birth, a serial; no check digit.
func senegal(n []byte) (Facts, Verdict) {
	if !digits(n, 13) || n[0] != '1' && n[0] != '2' {
		return Facts{}, Other
	}
	f := Facts{Year: number(n[4:8]), Century: true, Gender: oddMale(n[0])}
	if f.Year < 1900 || f.Year > 2100 {
		return Facts{}, Other
	}
	return f, Sound
}
