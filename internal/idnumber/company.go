package idnumber

import "strings"

// business is one kind of number that a country gives to companies.
type business struct {
	country, name string
	of            owners
	is            func(n []byte, number string) bool
	sure          surely
}

// owners are who has numbers of a kind.
type owners bool

const (
	companies owners = false
	traders   owners = true // companies, and people with a business of their own
)

// surely reports whether a number shows that it is of its kind, and none of another: by what is in it
// and how it is grouped, of somebody born on a day.
type surely func(n []byte, number string, birth int) bool

func always([]byte, string, int) bool { return true }
func never([]byte, string, int) bool  { return false }

// whereGrouped is for numbers that are sure where signs stand in them as in those of their kind.
func whereGrouped(groups string) surely {
	return func(n []byte, number string, _ int) bool { return len(n) < len(number) && grouped(number, groups) }
}

// businesses are the kinds whose form or check digit tells them from every number
// that a person of the country has.
var businesses = []business{
	{"ARG", "Argentine CUIT of a company", companies, func(n []byte, _ string) bool {
		return digits(n, 11) && (string(n[:2]) == "30" || string(n[:2]) == "33" || string(n[:2]) == "34") && "09987654321"[weigh(n, "5432765432")%11] == n[10]
	}, always},
	{"ARE", "Emirati tax registration number", traders, func(n []byte, _ string) bool { return digits(n, 15) && string(n[:3]) == "100" }, always},
	{"AUS", "Australian Business Number", traders, australianBusiness, always},
	{"AUT", "Austrian VAT number", traders, func(n []byte, _ string) bool { return len(n) == 11 && string(n[:3]) == "ATU" && number(n[3:]) >= 0 }, always},
	{"BEL", "Belgian enterprise number", traders, func(n []byte, _ string) bool {
		return digits(n, 10) && n[0] <= '1' && 97-number(n[:8])%97 == number(n[8:])
	}, whereGrouped("433")},
	{"BEL", "Belgian VAT number", traders, func(n []byte, _ string) bool {
		return len(n) == 12 && string(n[:2]) == "BE" && digits(n[2:], 10) && 97-number(n[2:10])%97 == number(n[10:])
	}, always},
	{"BRA", "Brazilian CNPJ", traders, cnpj, always},
	{"CAN", "Canadian business number", traders, func(n []byte, _ string) bool {
		return formed(n, "999999999AA9999") && n[9] == 'R'
	}, always},
	{"CHL", "Chilean RUT of a company", companies, func(n []byte, _ string) bool {
		return len(n) == 9 && n[0] >= '5' && n[0] <= '9' && chileanCheck(n)
	}, always},
	{"CHE", "Swiss enterprise number", traders, func(n []byte, _ string) bool { return len(n) == 12 && string(n[:3]) == "CHE" && number(n[3:]) >= 0 }, always},
	{"CHN", "Chinese unified social credit code", traders, socialCredit, always},
	{"COL", "Colombian NIT of a company", companies, colombianCompany, always},
	{"CRI", "Costa Rican cédula of a company", companies, func(n []byte, _ string) bool { return digits(n, 10) && n[0] == '3' && n[1] <= '1' }, always},
	{"DEU", "German VAT number", traders, func(n []byte, _ string) bool { return len(n) == 11 && string(n[:2]) == "DE" && number(n[2:]) >= 0 }, always},
	{"DNK", "Danish VAT number", traders, func(n []byte, _ string) bool { return formed(n, "AA99999999") && string(n[:2]) == "DK" }, always},
	{"DOM", "Dominican RNC of a company", companies, dominicanCompany, always},
	{"ECU", "Ecuadorian RUC of a company", companies, ecuadorianCompany, always},
	{"ESP", "Spanish CIF", companies, cif, always},
	{"FIN", "Finnish business number", traders, func(n []byte, number string) bool {
		return digits(n, 8) && grouped(number, "71") && len(number) == 9 && (11-weigh(n, "79:5842")%11)%11 == int(n[7]-'0')
	}, always},
	{"FIN", "Finnish VAT number", traders, func(n []byte, _ string) bool { return formed(n, "AA99999999") && string(n[:2]) == "FI" }, always},
	{"FRA", "French SIREN", traders, func(n []byte, _ string) bool { return digits(n, 9) && Luhn(n) }, whereGrouped("333")},
	{"FRA", "French SIRET", traders, func(n []byte, _ string) bool { return digits(n, 14) && Luhn(n) && Luhn(n[:9]) }, always},
	{"FRA", "French VAT number", traders, func(n []byte, _ string) bool {
		return len(n) == 13 && string(n[:2]) == "FR" && digits(n[4:], 9) && Luhn(n[4:])
	}, always},
	{"GBR", "British VAT number", traders, func(n []byte, _ string) bool {
		return formed(n[:min(len(n), 11)], "AA999999999") && string(n[:2]) == "GB" && (len(n) == 11 || len(n) == 14 && number(n[11:]) >= 0)
	}, always},
	{"IND", "Indian GSTIN", traders, func(n []byte, _ string) bool {
		return len(n) == 15 && number(n[:2]) > 0 && n[13] == 'Z' && formed(n[2:12], "AAAAA9999A")
	}, always},
	{"IND", "Indian PAN of a company", companies, func(n []byte, _ string) bool {
		return len(n) == 10 && formed(n, "AAAAA9999A") && strings.IndexByte("CHFATBLJG", n[3]) >= 0
	}, always},
	{"ISL", "Icelandic kennitala of a company", companies, func(n []byte, _ string) bool {
		return digits(n, 10) && n[0] >= '4' && n[0] <= '7' && (11-weigh(n, "32765432")%11)%11 == int(n[8]-'0')
	}, whereGrouped("64")},
	{"ISR", "Israeli company number", companies, func(n []byte, _ string) bool { return digits(n, 9) && n[0] == '5' && Luhn(n) }, never},
	{"ITA", "Italian Partita IVA", traders, func(n []byte, _ string) bool { return digits(n, 11) && Luhn(n) }, never},
	{"ITA", "Italian VAT number", traders, func(n []byte, _ string) bool {
		return len(n) == 13 && string(n[:2]) == "IT" && digits(n[2:], 11) && Luhn(n[2:])
	}, always},
	{"JPN", "Japanese corporate number", companies, japaneseCorporate, never},
	{"JPN", "Japanese invoice number", companies, func(n []byte, _ string) bool { return len(n) == 14 && n[0] == 'T' && japaneseCorporate(n[1:], "") }, always},
	{"KOR", "Korean business number", traders, func(n []byte, _ string) bool {
		return digits(n, 10) && (10-(weigh(n, "137137135")+int(n[8]-'0')*5/10)%10)%10 == int(n[9]-'0')
	}, whereGrouped("325")},
	{"LUX", "Luxembourgish VAT number", traders, func(n []byte, _ string) bool { return formed(n, "AA99999999") && string(n[:2]) == "LU" }, always},
	{"MEX", "Mexican RFC of a company", companies, func(n []byte, _ string) bool {
		return len(n) == 12 && formed(n, "AAA999999???") && real(2000+number(n[3:5]), number(n[5:7]), number(n[7:9]))
	}, always},
	{"NLD", "Dutch VAT number", traders, func(n []byte, _ string) bool {
		return formed(n, "AA999999999A99") && string(n[:2]) == "NL" && n[11] == 'B'
	}, always},
	{"NOR", "Norwegian organisation number", traders, func(n []byte, _ string) bool {
		return digits(n, 9) && n[0] >= '8' && (11-weigh(n, "32765432")%11)%11 == int(n[8]-'0')
	}, whereGrouped("333")},
	{"PER", "Peruvian RUC of a company", companies, func(n []byte, _ string) bool {
		return digits(n, 11) && string(n[:2]) == "20" && (11-weigh(n, "5432765432")%11)%10 == int(n[10]-'0')
	}, always},
	{"POL", "Polish NIP", traders, func(n []byte, _ string) bool { return digits(n, 10) && weigh(n, "657234567")%11 == int(n[9]-'0') }, whereGrouped("3322 3223")},
	{"POL", "Polish REGON", traders, regon, never},
	{"PRT", "Portuguese NIPC", companies, nipc, surelyPortuguese},
	{"RUS", "Russian INN of a company", companies, russianCompany, func(n []byte, _ string, birth int) bool { return noRussianPassport(n, birth) }},
	{"SAU", "Saudi number of an establishment", traders, func(n []byte, _ string) bool { return digits(n, 10) && n[0] == '7' }, always},
	{"SGP", "Singaporean UEN", companies, func(n []byte, _ string) bool {
		return len(n) == 10 && formed(n, "999999999A") && (string(n[:2]) == "19" || string(n[:2]) == "20") ||
			len(n) == 10 && formed(n, "A99AA9999A") && strings.IndexByte("ST", n[0]) >= 0
	}, never},
	{"SWE", "Swedish organisation number", companies, func(n []byte, _ string) bool { return digits(n, 10) && n[2] >= '2' && Luhn(n) }, whereGrouped("64")},
	{"SWE", "Swedish VAT number", companies, func(n []byte, _ string) bool { return swedishVAT(n) && n[4] >= '2' }, always},
	{"SWE", "Swedish VAT number", traders, func(n []byte, _ string) bool { return swedishVAT(n) && n[4] < '2' }, always},
	{"TUR", "Turkish tax number", traders, turkishTax, never},
	{"TWN", "Taiwanese unified business number", traders, taiwaneseBusiness, never},
	{"UKR", "Ukrainian EDRPOU code", companies, ukrainianCompany, always},
	{"USA", "US employer number", traders, func(n []byte, number string) bool { return digits(n, 9) && len(number) == 10 && number[2] == '-' }, always},
	{"VEN", "Venezuelan RIF of a company", companies, func(n []byte, _ string) bool { return formed(n, "A999999999") && (n[0] == 'J' || n[0] == 'G') }, always},
	{"ZAF", "South African company number", companies, func(n []byte, _ string) bool {
		return digits(n, 12) && number(n[:4]) >= 1900 && number(n[:4]) < 2100
	}, whereGrouped("462")},
}

// nipc: the kind of body, and the check digit of the numbers of persons. An 8 was that of people with
// a trade.
func nipc(n []byte, _ string) bool {
	return digits(n, 9) && (n[0] == '5' || n[0] == '6' || n[0] == '9') && (11-weigh(n, "98765432")%11)%11%10 == int(n[8]-'0')
}

// surelyPortuguese: a 5 and a 6 are of companies and of the state alone.
func surelyPortuguese(n []byte, number string, birth int) bool {
	return n[0] != '9' || whereGrouped("333")(n, number, birth)
}

// swedishVAT: the number of the company, or of the person with a business, and 01. A company's has a
// third digit from 2 on, where that of a person has a month.
func swedishVAT(n []byte) bool {
	return len(n) == 14 && string(n[:2]) == "SE" && digits(n[2:], 12) && string(n[12:]) == "01"
}

// ecuadorianCompany: the province, a 9, or a 6 of the state, and 001. A 6 may be that of a cédula, too.
func ecuadorianCompany(n []byte, _ string) bool {
	if !digits(n, 13) || string(n[10:]) != "001" || number(n[:2]) > 30 {
		return false
	}
	_, citizen := ecuador(n[:10])
	return n[2] == '9' || n[2] == '6' && citizen != Sound
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
