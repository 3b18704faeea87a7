package idnumber

var balkan = []scheme{
	{"ROU", "Romanian CNP", anyPerson, "Law 105/1996, Ordinance 84/2001", romania, "", 0},
	{"BGR", "Bulgarian EGN", anyPerson | padded, "Civil Registration Act, ordinance RD-02-20-9", bulgaria, "", 0},
	{"BGR", "Bulgarian number of a foreigner", anyPerson, "Ministry of Interior", bulgarianForeigner, "", 0},
	{"GRC", "Greek AMKA", anyPerson | padded, "Law 3655/2008, Luhn", greece, "", 0},
	{"GRC", "Greek AFM", anyPerson | padded, "Independent Authority for Public Revenue", greekTax, "", 0},
	{"HRV", "Croatian OIB", anyPerson | padded, "OIB Act of 2008, ISO/IEC 7064 MOD 11,10", croatia, "", 0},
	{"SVN", "Slovenian EMŠO", anyPerson | padded, "Central Population Register Act", yugoslav, "", 0},
	{"SRB", "Serbian JMBG", anyPerson | padded, "Zakon o jedinstvenom matičnom broju građana", yugoslav, "", 0},
	{"BIH", "Bosnian JMBG", anyPerson | padded, "Zakon o jedinstvenom matičnom broju", yugoslav, "", 0},
	{"MKD", "Macedonian EMBG", anyPerson | padded, "Law on the unique identification number", yugoslav, "", 0},
	{"MNE", "Montenegrin JMBG", anyPerson | padded, "Zakon o centralnom registru stanovništva", yugoslav, "", 0},
	{"ALB", "Albanian NID", anyPerson, "Law 8951 of 2002 on the identity number", albania, "", 0},
	{"HRV", "Croatian JMBG", anyPerson | padded, "Law on the unique citizen number", yugoslav, "", 0},
}

// romania: gender and century (7 to 9 for residents and foreigners), YYMMDD,
// county, serial, check digit.
func romania(n []byte) (Facts, Verdict) {
	if !digits(n, 13) || n[0] == '0' {
		return Facts{}, Other
	}
	year, month, day := number(n[1:3]), number(n[3:5]), number(n[5:7])
	f, ok := bornShort(year, month, day)
	if s := int(n[0] - '0'); s <= 6 {
		f, ok = born([...]int{1900, 1800, 2000}[(s-1)/2]+year, month, day)
	}
	if n[0] != '9' {
		f.Gender = oddMale(n[0])
	}
	check := weigh(n, "279146358279") % 11
	if check == 10 {
		check = 1
	}
	return f, sound(ok && (n[0] > '6' || countyOfRomania(number(n[7:9]))) && check == int(n[12]-'0'))
}

// countyOfRomania reports whether there is or was a county of a number, or a part of
// Bucharest; from 70 to 89 new ones are given to those who are in none.
func countyOfRomania(county int) bool {
	return county >= 1 && county <= 48 || county == 51 || county == 52 || county >= 70 && county < 90
}

// bulgaria: YYMMDD with the century in the month, serial, gender (even for men),
// check digit.
func bulgaria(n []byte) (Facts, Verdict) {
	if !digits(n, 10) {
		return Facts{}, Other
	}
	month, century := number(n[2:4]), 1900
	switch {
	case month > 40:
		month, century = month-40, 2000
	case month > 20:
		month, century = month-20, 1800
	}
	f, ok := born(century+number(n[:2]), month, number(n[4:6]))
	f.Gender = evenMale(n[8])
	return f, sound(ok && weigh(n, "2485:9736")%11%10 == int(n[9]-'0'))
}

func bulgarianForeigner(n []byte) (Facts, Verdict) {
	if !digits(n, 10) {
		return Facts{}, Other
	}
	return Facts{}, sound(weigh(n, "ECA=;9731")%10 == int(n[9]-'0'))
}

// greece: DDMMYY, serial whose last digit is odd for men, Luhn's check digit.
func greece(n []byte) (Facts, Verdict) {
	if !digits(n, 11) {
		return Facts{}, Other
	}
	f, ok := bornShort(number(n[4:6]), number(n[2:4]), number(n[:2]))
	f.Gender = oddMale(n[9])
	return f, sound(ok && Luhn(n))
}

// greekTax: eight digits and a check digit.
func greekTax(n []byte) (Facts, Verdict) {
	if !digits(n, 9) {
		return Facts{}, Other
	}
	sum := 0
	for i := range 8 {
		sum += int(n[i]-'0') << (8 - i)
	}
	return Facts{}, sound(number(n) != 0 && sum%11%10 == int(n[8]-'0'))
}

func croatia(n []byte) (Facts, Verdict) {
	if !digits(n, 11) {
		return Facts{}, Other
	}
	return Facts{}, sound(mod11and10(n))
}

// yugoslav: DDMMYYY without the millennium, place, serial (under 500 for men),
// check digit.
func yugoslav(n []byte) (Facts, Verdict) {
	if !digits(n, 13) {
		return Facts{}, Other
	}
	year := 1000 + number(n[4:7])
	if n[4] < '8' {
		year += 1000
	}
	f, ok := born(year, number(n[2:4]), number(n[:2]))
	f.Gender = Male
	if n[9] >= '5' {
		f.Gender = Female
	}
	return f, sound(ok && (11-weigh(n, "765432765432")%11)%11%10 == int(n[12]-'0'))
}

// albania: a letter for the decade (A is that of 1900), a digit for its year, MM with 50 more
// for women and 30 more for foreigners, DD, serial, a check letter whose making is left alone.
func albania(n []byte) (Facts, Verdict) {
	if !formed(n, "A99999999A") || n[0] > 'M' {
		return Facts{}, Other
	}
	month, gender := number(n[2:4]), Male
	if month > 50 {
		month, gender = month-50, Female
	}
	if month > 30 {
		month -= 30
	}
	f, ok := born(1900+10*int(n[0]-'A')+int(n[1]-'0'), month, number(n[4:6]))
	f.Gender = gender
	return f, sound(ok)
}
