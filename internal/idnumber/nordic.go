package idnumber

import "strings"

var nordicAndBaltic = []scheme{
	{"SWE", "Swedish personal number", anyPerson | padded, "Folkbokföringslag (1991:481), Luhn", sweden, "", 0},
	{"FIN", "Finnish HETU", anyPerson, "Act 661/2009; new signs since 2023", finland, "", 0},
	{"NOR", "Norwegian birth number", anyPerson | padded, "Folkeregisterforskriften, chapter 2, until 2032", norway, "", 2032_01_01},
	{"DNK", "Danish CPR number", anyPerson | padded, "CPR-kontoret; no check digit since 2007", denmark, "", 0},
	{"ISL", "Icelandic kennitala", anyPerson | padded, "Registers Iceland", iceland, "", 0},
	{"EST", "Estonian personal code", anyPerson, "EVS 585:2007", baltic, "", 0},
	{"LTU", "Lithuanian personal code", anyPerson, "Law on the population register", baltic, "", 0},
	{"LVA", "Latvian personal code", anyPerson | padded, "Personas kods, until July 2017; after it without a date", latvia, "", 0},
}

// sweden: YYMMDD or YYYYMMDD, serial, Luhn's check digit over the short form. A
// plus stands for those over a hundred; 60 more in the day for those not in the
// register.
func sweden(n []byte) (Facts, Verdict) {
	var short [10]byte
	switch {
	case len(n) == 12 && number(n) >= 0 && (string(n[:2]) == "19" || string(n[:2]) == "20" || string(n[:2]) == "18"):
		copy(short[:], n[2:])
	case len(n) == 11 && n[6] == '+':
		copy(short[:6], n[:6])
		copy(short[6:], n[7:])
	case len(n) == 10:
		copy(short[:], n)
	default:
		return Facts{}, Other
	}
	if number(short[:]) < 0 {
		return Facts{}, Other
	}
	day := number(short[4:6])
	if day > 60 {
		day -= 60
	}
	f, ok := bornShort(number(short[:2]), number(short[2:4]), day)
	if len(n) == 12 {
		f, ok = born(number(n[:4]), f.Month, f.Day)
	}
	f.Gender = oddMale(short[8])
	return f, sound(ok && Luhn(short[:]))
}

// finland: DDMMYY, a sign for the century, serial, a check character. The minus
// may have been dropped with what groups a number.
func finland(n []byte) (Facts, Verdict) {
	var plain [9]byte
	century := 1900
	switch {
	case len(n) == 11 && n[6] == '+':
		century = 1800
	case len(n) == 11 && strings.IndexByte("ABCDEF", n[6]) >= 0:
		century = 2000
	case len(n) == 11 && strings.IndexByte("UVWXY", n[6]) >= 0:
	case len(n) == 10:
	default:
		return Facts{}, Other
	}
	copy(plain[:6], n)
	copy(plain[6:], n[len(n)-4:])
	if number(plain[:]) < 0 {
		return Facts{}, Other
	}
	f, ok := born(century+number(plain[4:6]), number(plain[2:4]), number(plain[:2]))
	f.Gender = oddMale(plain[8])
	return f, sound(ok && "0123456789ABCDEFHJKLMNPRSTUVWXY"[number(plain[:])%31] == n[len(n)-1])
}

// norway: DDMMYY, three digits that tell the century, two check digits. D
// numbers have 40 more in the day, help and test numbers 40 or 80 more in the
// month.
func norway(n []byte) (Facts, Verdict) {
	if !digits(n, 11) {
		return Facts{}, Other
	}
	day, month := number(n[:2]), number(n[2:4])
	if day > 40 {
		day -= 40
	}
	if month > 40 {
		month %= 40
	}
	f, ok := bornShort(number(n[4:6]), month, day)
	f.Gender = oddMale(n[8])
	first := (11 - weigh(n, "376189452")%11) % 11
	second := (11 - weigh(n, "5432765432")%11) % 11
	return f, sound(ok && first == int(n[9]-'0') && second == int(n[10]-'0'))
}

// denmark: DDMMYY, of which the day may have 60 more, and a serial whose last
// digit is odd for men.
func denmark(n []byte) (Facts, Verdict) {
	if !digits(n, 10) {
		return Facts{}, Other
	}
	day := number(n[:2])
	if day > 60 {
		day -= 60
	}
	f, ok := bornShort(number(n[4:6]), number(n[2:4]), day)
	f.Gender = oddMale(n[9])
	return f, sound(ok)
}

// iceland: DDMMYY, serial, check digit, century.
func iceland(n []byte) (Facts, Verdict) {
	if !digits(n, 10) || n[0] > '3' {
		return Facts{}, Other // from 4 a company, from 8 somebody who is not domiciled there
	}
	century := map[byte]int{'8': 1800, '9': 1900, '0': 2000}[n[9]]
	f, ok := born(century+number(n[4:6]), number(n[2:4]), number(n[:2]))
	return f, sound(ok && century != 0 && (11-weigh(n, "32765432")%11)%11 == int(n[8]-'0'))
}

// baltic: gender and century, YYMMDD, serial, a check digit by a first and,
// where that gives ten, a second row of weights.
func baltic(n []byte) (Facts, Verdict) {
	if !digits(n, 11) || n[0] < '1' || n[0] > '8' {
		return Facts{}, Other
	}
	f, ok := born(1800+int(n[0]-'1')/2*100+number(n[1:3]), number(n[3:5]), number(n[5:7]))
	f.Gender = oddMale(n[0])
	check := weigh(n, "1234567891") % 11
	if check == 10 {
		check = weigh(n, "3456789123") % 11 % 10
	}
	return f, sound(ok && check == int(n[10]-'0'))
}

// latvia: DDMMYY, century, serial. Since 2017 numbers begin with 32 to 39 and
// tell nothing, nor is the making of their check digit known.
func latvia(n []byte) (Facts, Verdict) {
	if !digits(n, 11) || n[0] > '3' || n[0] == '3' && n[1] >= '2' {
		return Facts{}, Other
	}
	f, ok := born(1800+int(n[6]-'0')*100+number(n[4:6]), number(n[2:4]), number(n[:2]))
	check := (1 + weigh(n, ":584216379")) % 11 % 10
	return f, sound(ok && n[6] <= '2' && check == int(n[10]-'0'))
}
