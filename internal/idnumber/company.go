package idnumber

import "strings"

// business is one kind of number that a country gives to companies.
type business struct {
	country, name string
	is            func(n []byte, number string) bool
	sure          string // how it is grouped where that shows what it is; "*" where it always shows
}

// businesses are the kinds whose form or check digit tells them from every number
// that a person of the country has.
var businesses = []business{
	{"ARG", "Argentine CUIT of a company", func(n []byte, _ string) bool {
		return digits(n, 11) && (string(n[:2]) == "30" || string(n[:2]) == "33" || string(n[:2]) == "34") && "09987654321"[weigh(n, "5432765432")%11] == n[10]
	}, "*"},
	{"ARE", "Emirati tax registration number", func(n []byte, _ string) bool { return digits(n, 15) && string(n[:3]) == "100" }, "*"},
	{"AUS", "Australian Business Number", australianBusiness, "*"},
	{"AUT", "Austrian VAT number", func(n []byte, _ string) bool { return len(n) == 11 && string(n[:3]) == "ATU" && number(n[3:]) >= 0 }, "*"},
	{"BEL", "Belgian enterprise number", func(n []byte, _ string) bool {
		return digits(n, 10) && n[0] <= '1' && 97-number(n[:8])%97 == number(n[8:])
	}, "433"},
	{"BEL", "Belgian VAT number", func(n []byte, _ string) bool {
		return len(n) == 12 && string(n[:2]) == "BE" && digits(n[2:], 10) && 97-number(n[2:10])%97 == number(n[10:])
	}, "*"},
	{"BRA", "Brazilian CNPJ", cnpj, "*"},
	{"CAN", "Canadian business number", func(n []byte, _ string) bool {
		return formed(n, "999999999AA9999") && n[9] == 'R'
	}, "*"},
	{"CHL", "Chilean RUT of a company", func(n []byte, _ string) bool {
		return len(n) == 9 && n[0] >= '5' && n[0] <= '9' && chileanCheck(n)
	}, "*"},
	{"CHE", "Swiss enterprise number", func(n []byte, _ string) bool { return len(n) == 12 && string(n[:3]) == "CHE" && number(n[3:]) >= 0 }, "*"},
	{"CHN", "Chinese unified social credit code", socialCredit, "*"},
	{"COL", "Colombian NIT of a company", colombianCompany, "*"},
	{"CRI", "Costa Rican cédula of a company", func(n []byte, _ string) bool { return digits(n, 10) && n[0] == '3' && n[1] <= '1' }, "*"},
	{"DEU", "German VAT number", func(n []byte, _ string) bool { return len(n) == 11 && string(n[:2]) == "DE" && number(n[2:]) >= 0 }, "*"},
	{"DNK", "Danish VAT number", func(n []byte, _ string) bool { return formed(n, "AA99999999") && string(n[:2]) == "DK" }, "*"},
	{"DOM", "Dominican RNC of a company", dominicanCompany, "*"},
	{"ECU", "Ecuadorian RUC of a company", func(n []byte, _ string) bool {
		return digits(n, 13) && (n[2] == '6' || n[2] == '9') && string(n[10:]) == "001" && number(n[:2]) <= 30
	}, "*"},
	{"ESP", "Spanish CIF", cif, "*"},
	{"FIN", "Finnish business number", func(n []byte, number string) bool {
		return digits(n, 8) && grouped(number, "71") && len(number) == 9 && (11-weigh(n, "79:5842")%11)%11 == int(n[7]-'0')
	}, "*"},
	{"FIN", "Finnish VAT number", func(n []byte, _ string) bool { return formed(n, "AA99999999") && string(n[:2]) == "FI" }, "*"},
	{"FRA", "French SIREN", func(n []byte, _ string) bool { return digits(n, 9) && Luhn(n) }, "333"},
	{"FRA", "French SIRET", func(n []byte, _ string) bool { return digits(n, 14) && Luhn(n) && Luhn(n[:9]) }, "*"},
	{"FRA", "French VAT number", func(n []byte, _ string) bool {
		return len(n) == 13 && string(n[:2]) == "FR" && digits(n[4:], 9) && Luhn(n[4:])
	}, "*"},
	{"GBR", "British VAT number", func(n []byte, _ string) bool {
		return formed(n[:min(len(n), 11)], "AA999999999") && string(n[:2]) == "GB" && (len(n) == 11 || len(n) == 14 && number(n[11:]) >= 0)
	}, "*"},
	{"IND", "Indian GSTIN", func(n []byte, _ string) bool {
		return len(n) == 15 && number(n[:2]) > 0 && n[13] == 'Z' && formed(n[2:12], "AAAAA9999A")
	}, "*"},
	{"IND", "Indian PAN of a company", func(n []byte, _ string) bool {
		return len(n) == 10 && formed(n, "AAAAA9999A") && strings.IndexByte("CHFATBLJG", n[3]) >= 0
	}, "*"},
	{"ISL", "Icelandic kennitala of a company", func(n []byte, _ string) bool {
		return digits(n, 10) && n[0] > '3' && (11-weigh(n, "32765432")%11)%11 == int(n[8]-'0')
	}, "64"},
	{"ISR", "Israeli company number", func(n []byte, _ string) bool { return digits(n, 9) && n[0] == '5' && Luhn(n) }, ""},
	{"ITA", "Italian Partita IVA", func(n []byte, _ string) bool { return digits(n, 11) && Luhn(n) }, ""},
	{"ITA", "Italian VAT number", func(n []byte, _ string) bool {
		return len(n) == 13 && string(n[:2]) == "IT" && digits(n[2:], 11) && Luhn(n[2:])
	}, "*"},
	{"JPN", "Japanese corporate number", japaneseCorporate, ""},
	{"JPN", "Japanese invoice number", func(n []byte, _ string) bool { return len(n) == 14 && n[0] == 'T' && japaneseCorporate(n[1:], "") }, "*"},
	{"KOR", "Korean business number", func(n []byte, _ string) bool {
		return digits(n, 10) && (10-(weigh(n, "137137135")+int(n[8]-'0')*5/10)%10)%10 == int(n[9]-'0')
	}, "325"},
	{"LUX", "Luxembourgish VAT number", func(n []byte, _ string) bool { return formed(n, "AA99999999") && string(n[:2]) == "LU" }, "*"},
	{"MEX", "Mexican RFC of a company", func(n []byte, _ string) bool {
		return len(n) == 12 && formed(n, "AAA999999???") && real(2000+number(n[3:5]), number(n[5:7]), number(n[7:9]))
	}, "*"},
	{"NLD", "Dutch VAT number", func(n []byte, _ string) bool {
		return formed(n, "AA999999999A99") && string(n[:2]) == "NL" && n[11] == 'B'
	}, "*"},
	{"NOR", "Norwegian organisation number", func(n []byte, _ string) bool {
		return digits(n, 9) && n[0] >= '8' && (11-weigh(n, "32765432")%11)%11 == int(n[8]-'0')
	}, "333"},
	{"PER", "Peruvian RUC of a company", func(n []byte, _ string) bool {
		return digits(n, 11) && string(n[:2]) == "20" && (11-weigh(n, "5432765432")%11)%10 == int(n[10]-'0')
	}, "*"},
	{"POL", "Polish NIP", func(n []byte, _ string) bool { return digits(n, 10) && weigh(n, "657234567")%11 == int(n[9]-'0') }, "3322 3223"},
	{"POL", "Polish REGON", regon, ""},
	{"PRT", "Portuguese NIPC", func(n []byte, number string) bool { return (n[0] == '5' || n[0] == '6') && nipc(n, number) }, "*"},
	{"PRT", "Portuguese NIPC", nipc, "333"},
	{"RUS", "Russian INN of a company", russianCompany, ""},
	{"SAU", "Saudi number of an establishment", func(n []byte, _ string) bool { return digits(n, 10) && n[0] == '7' }, "*"},
	{"SGP", "Singaporean UEN", func(n []byte, _ string) bool {
		return len(n) == 10 && formed(n, "999999999A") && (string(n[:2]) == "19" || string(n[:2]) == "20") ||
			len(n) == 10 && formed(n, "A99AA9999A") && strings.IndexByte("ST", n[0]) >= 0
	}, ""},
	{"SWE", "Swedish organisation number", func(n []byte, _ string) bool { return digits(n, 10) && n[2] >= '2' && Luhn(n) }, "64"},
	{"SWE", "Swedish VAT number", func(n []byte, _ string) bool {
		return len(n) == 14 && string(n[:2]) == "SE" && digits(n[2:], 12) && string(n[12:]) == "01"
	}, "*"},
	{"TUR", "Turkish tax number", turkishTax, ""},
	{"TWN", "Taiwanese unified business number", taiwaneseBusiness, ""},
	{"UKR", "Ukrainian EDRPOU code", ukrainianCompany, "*"},
	{"USA", "US employer number", func(n []byte, number string) bool { return digits(n, 9) && len(number) == 10 && number[2] == '-' }, "*"},
	{"VEN", "Venezuelan RIF of a company", func(n []byte, _ string) bool { return formed(n, "A999999999") && (n[0] == 'J' || n[0] == 'G') }, "*"},
	{"ZAF", "South African company number", func(n []byte, _ string) bool {
		return digits(n, 12) && number(n[:4]) >= 1900 && number(n[:4]) < 2100
	}, "462"},
}

// nipc: the kind of body, and the check digit of the numbers of persons.
func nipc(n []byte, _ string) bool {
	return digits(n, 9) && n[0] >= '5' && n[0] != '7' && (11-weigh(n, "98765432")%11)%11%10 == int(n[8]-'0')
}

// australianBusiness: two check digits and nine digits; one is taken off the first of them.
func australianBusiness(n []byte, _ string) bool {
	return digits(n, 11) && n[0] != '0' && (weigh(n, ":13579;=?AC")-10)%89 == 0
}

// colombianCompany: nine digits from 800 millions on, and a check digit that may be left out. No
// citizen has a number of nine digits, and those of ten begin with 1.
func colombianCompany(n []byte, _ string) bool {
	if len(n) == 10 && digits(n, 10) {
		check := weigh(n, "YUMGCA=73") % 11
		if check > 1 {
			check = 11 - check
		}
		return n[0] >= '8' && check == int(n[9]-'0')
	}
	return digits(n, 9) && n[0] >= '8'
}

// dominicanCompany: eight digits and a check digit.
func dominicanCompany(n []byte, _ string) bool {
	if !digits(n, 9) || n[0] != '1' && n[0] != '4' && n[0] != '5' {
		return false
	}
	return "21987654321"[weigh(n, "79865432")%11] == n[8]
}

func japaneseCorporate(n []byte, _ string) bool {
	return digits(n, 13) && n[0] != '0' && 9-weigh(n[1:], "212121212121")%9 == int(n[0]-'0')
}

// russianCompany: region, office, serial, check digit.
func russianCompany(n []byte, _ string) bool {
	return digits(n, 10) && weigh(n, "24:359468")%11%10 == int(n[9]-'0')
}

// noRussianPassport reports whether ten digits are none of a passport for use at home, which has
// the last digits of the year of its printing at the third and fourth place: from 1997 on, and when
// somebody born on a day was nearly old enough to have one.
func noRussianPassport(n []byte, birth int) bool {
	const age = 14 - 3
	printed := 1900 + number(n[2:4])
	if printed < 1940 {
		printed += 100
	}
	return printed < 1997 || birth > 0 && printed < birth/1_00_00+age
}

// ukrainianCompany: seven digits and a check digit, by other weights in the middle of the range,
// and by greater ones where it would be ten.
func ukrainianCompany(n []byte, _ string) bool {
	if !digits(n, 8) {
		return false
	}
	first, second := "1234567", "3456789"
	if v := number(n); v >= 30_000_000 && v < 60_000_000 {
		first, second = "7123456", "9345678"
	}
	check := weigh(n, first) % 11
	if check == 10 {
		check = weigh(n, second) % 11 % 10
	}
	return check == int(n[7]-'0')
}

// formed reports whether a number is written in a form, as in shape.
func formed(n []byte, form string) bool {
	if len(n) != len(form) {
		return false
	}
	for i, c := range n {
		if !fitsForm(form[i], c) {
			return false
		}
	}
	return true
}

// cnpj: twelve digits, or letters since 2026, and two check digits.
func cnpj(n []byte, _ string) bool {
	if len(n) != 14 || number(n[12:]) < 0 {
		return false
	}
	check := func(length int) byte {
		sum, weight := 0, 2
		for i := length - 1; i >= 0; i-- {
			sum += int(n[i]-'0') * weight
			if weight++; weight > 9 {
				weight = 2
			}
		}
		return "00987654321"[sum%11]
	}
	return check(12) == n[12] && check(13) == n[13] && !alike(n)
}

// cif: a letter for the kind of company, seven digits, a check digit or its letter.
func cif(n []byte, _ string) bool {
	if len(n) != 9 || strings.IndexByte("ABCDEFGHJNPQRSUVW", n[0]) < 0 || number(n[1:8]) < 0 {
		return false
	}
	sum := 0
	for i, c := range n[1:8] {
		d := int(c - '0')
		if i%2 == 0 {
			d = d*2/10 + d*2%10
		}
		sum += d
	}
	check := (10 - sum%10) % 10
	return n[8] == '0'+byte(check) || n[8] == "JABCDEFGHI"[check]
}

// socialCredit: who registers, the kind, the place, the organisation with its check
// character, and a check character modulo 31 (GB 32100-2015).
func socialCredit(n []byte, _ string) bool {
	const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	if len(n) != 18 {
		return false
	}
	sum, weight := 0, 1
	for _, c := range n[:17] {
		v := strings.IndexByte(signs, c)
		if v < 0 {
			return false
		}
		sum += v * weight
		weight = weight * 3 % 31
	}
	return signs[(31-sum%31)%31] == n[17]
}

// regon: nine digits, or fourteen of a branch.
func regon(n []byte, _ string) bool {
	switch {
	case digits(n, 9):
		return weigh(n, "89234567")%11%10 == int(n[8]-'0')
	case digits(n, 14):
		return weigh(n, "2485097361248")%11%10 == int(n[13]-'0') && regon(n[:9], "")
	}
	return false
}

func turkishTax(n []byte, _ string) bool {
	if !digits(n, 10) {
		return false
	}
	sum := 0
	for i, c := range n[:9] {
		v := (int(c-'0') + 9 - i) % 10
		p := v << (9 - i) % 9
		if v != 0 && p == 0 {
			p = 9
		}
		sum += p
	}
	return (10-sum%10)%10 == int(n[9]-'0')
}

// taiwaneseBusiness: eight digits whose digit sums divide by five, where a seven at
// the seventh place may count one less.
func taiwaneseBusiness(n []byte, _ string) bool {
	if !digits(n, 8) {
		return false
	}
	sum := 0
	for i, c := range n {
		p := int(c-'0') * int("12121241"[i]-'0')
		sum += p/10 + p%10
	}
	return sum%5 == 0 || n[6] == '7' && (sum+1)%5 == 0
}
