package idnumber

import "testing"

// Numbers that are nearly those of a country, and those of companies, beside what
// else people there have.
func TestStray(t *testing.T) {
	for _, test := range []struct {
		country, number string
		place           Place
		birth           int
		want            Misfit
	}{
		{"CHN", "44010619750621601", OnCard, 19750621, Misfit{Name: "Chinese citizen identity number"}},
		{"CHN", "4401061975062160125", OnCard, 19750621, Misfit{Name: "Chinese citizen identity number"}},
		{"CHN", "440106750621601", OnCard, 19750621, Misfit{}}, // of before 1999
		{"CHN", "EA6710918", OfPerson, 0, Misfit{}},
		{"CHN", "GBR110083112601", OnCard, 0, Misfit{}}, // a foreigner's
		{"CHN", "4401061975062160lX", OfPerson, 19750621, Misfit{Name: "Chinese citizen identity number"}},
		{"KOR", "560212-157656", OnCard, 19560212, Misfit{Name: "Korean resident registration number"}},
		{"KOR", "560212-1******", OnCard, 0, Misfit{}},
		{"KOR", "850101-1XXXXXX", OfPerson, 0, Misfit{}},
		{"IDN", "517103040866002", OnCard, 19660804, Misfit{Name: "Indonesian NIK"}},
		{"IDN", "517103040866002", OfPerson, 19660804, Misfit{}}, // a taxpayer's
		{"IDN", "0078016209950054", OnCard, 19950922, Misfit{Name: "Indonesian NIK"}},
		{"PAK", "06302-0630808-5", OnCard, 0, Misfit{Name: "Pakistani CNIC"}},
		{"PAK", "36302-9598108", OnCard, 0, Misfit{Name: "Pakistani CNIC"}},
		{"KOR", "74887-3366198", OnCard, 19970304, Misfit{Name: "Korean resident registration number"}},
		{"KOR", "7488-73366198", OnCard, 19970304, Misfit{}},
		{"THA", "502402-791792", OnCard, 0, Misfit{}}, // not grouped as those are
		{"THA", "1-2345-67890-12", OnCard, 0, Misfit{Name: "Thai citizen number"}},
		{"SRB", "121099177865", OfPerson, 19911012, Misfit{Name: "Serbian JMBG"}},
		{"FRA", "19204334557134", OfPerson, 19920428, Misfit{Name: "French NIR"}},
		{"NOR", "0811964020", OfPerson, 19961108, Misfit{Name: "Norwegian birth number"}},
		{"DNK", "10108535055", OfPerson, 19851010, Misfit{Name: "Danish CPR number"}},
		{"BGR", "83441358221", OfPerson, 20830413, Misfit{Name: "Bulgarian EGN"}},
		{"SAU", "123456789", OnCard, 0, Misfit{}},
		{"THA", "180058937407", OnCard, 0, Misfit{Name: "Thai citizen number"}},
		{"TUR", "06723667904", OfPerson, 0, Misfit{Name: "Turkish identity number"}},
		{"TUR", "A09I45156", OnCard, 0, Misfit{}},
		{"TWN", "E15487013", OfPerson, 0, Misfit{Name: "Taiwanese identity number"}},
		{"TWN", "E15487013", OnCard, 0, Misfit{Name: "Taiwanese identity number"}},
		{"TWN", "A590063070", OnCard, 0, Misfit{Name: "Taiwanese identity number"}},
		{"TWN", "A1O3456789", OfPerson, 0, Misfit{Name: "Taiwanese identity number"}},
		{"TWN", "AB12345678", OnCard, 0, Misfit{}}, // of a foreigner, until 2020
		{"TWN", "372052478", OfPerson, 0, Misfit{}},
		{"ESP", "19518035", OnCard, 0, Misfit{Name: "Spanish DNI"}},
		{"ESP", "1951803K", OfPerson, 0, Misfit{Name: "Spanish DNI"}},
		{"ESP", "X1234567", OfPerson, 0, Misfit{Name: "Spanish NIE"}},
		{"ESP", "AAA123456", OnCard, 0, Misfit{}},
		{"ESP", "XPA699687", OfPerson, 0, Misfit{}},
		{"ESP", "281234567840", OfPerson, 0, Misfit{}},
		{"IND", "ABCXP1234", OfPerson, 0, Misfit{Name: "Indian PAN"}},
		{"IND", "AB1CP1234K", OfPerson, 0, Misfit{Name: "Indian PAN"}},
		{"IND", "ABC1234567", OfPerson, 0, Misfit{}}, // a voter's
		{"IND", "P1920276", OfPerson, 0, Misfit{}},
		{"IND", "MH1220127937837", OfPerson, 0, Misfit{}},
		{"ITA", "RSSMRA85T10A562", OfPerson, 0, Misfit{Name: "Italian codice fiscale"}},
		{"ITA", "RSSMRA85T10A562SS", OfPerson, 0, Misfit{Name: "Italian codice fiscale"}},
		{"ITA", "RSSMRA85Z10A562S", OfPerson, 0, Misfit{Name: "Italian codice fiscale"}}, // no such month
		{"ITA", "CA12345AA", OfPerson, 0, Misfit{}},
		{"MEX", "GODE561231HDFRRN0", OfPerson, 0, Misfit{Name: "Mexican CURP"}},
		{"MEX", "GODE561231GR8", OfPerson, 0, Misfit{}},
		{"SGP", "S1234567", OfPerson, 0, Misfit{Name: "Singaporean NRIC or FIN"}},
		{"SGP", "K1234567E", OfPerson, 0, Misfit{}},
		{"POL", "440514013591", OfPerson, 19440514, Misfit{Name: "Polish PESEL"}},
		{"POL", "8504l512345", OfPerson, 0, Misfit{Name: "Polish PESEL"}},
		{"POL", "ABS123456", OfPerson, 0, Misfit{}},
		{"BRA", "O05.509.713-00", OfPerson, 0, Misfit{Name: "Brazilian CPF"}},
		{"BRA", "529982247O5", OfPerson, 0, Misfit{Name: "Brazilian CPF"}},
		{"BRA", "1234567890", OfPerson, 0, Misfit{}}, // a number of a state
		{"LVA", "321234-56789", OfPerson, 0, Misfit{}},
		{"LTU", "95901012345", OfPerson, 0, Misfit{}},
		{"SRB", "123456789", OfPerson, 0, Misfit{}},
		{"ROU", "RX123456", OfPerson, 0, Misfit{}},
		{"CZE", "123456789", OfPerson, 0, Misfit{}},
		{"CHE", "756.1234.5678.9", OfPerson, 0, Misfit{Name: "Swiss AHV number"}},
		{"CHE", "123456789012", OfPerson, 0, Misfit{}},
		{"TUV", "123456789012", OfPerson, 0, Misfit{}},
		{"POL", "", OfPerson, 0, Misfit{}},
		{"POL", "4405\xff", OfPerson, 0, Misfit{}},

		{"BRA", "11.222.333/0001-81", OfPerson, 0, Misfit{Name: "Brazilian CNPJ", Company: true, Trader: true}},
		{"BRA", "12ABC34501DE35", OfPerson, 0, Misfit{Name: "Brazilian CNPJ", Company: true, Trader: true}},
		{"BRA", "11.222.333/0001-82", OfPerson, 0, Misfit{}},
		{"ESP", "B83271627", OfPerson, 0, Misfit{Name: "Spanish CIF", Company: true}},
		{"ESP", "Q2826000H", OfPerson, 0, Misfit{Name: "Spanish CIF", Company: true}},
		{"ITA", "00743110157", OfPerson, 0, Misfit{Name: "Italian Partita IVA", Company: true, Trader: true}},
		{"POL", "526-025-02-74", OfPerson, 0, Misfit{Name: "Polish NIP", Company: true, Trader: true}},
		{"POL", "123456785", OfPerson, 0, Misfit{Name: "Polish REGON", Company: true, Trader: true}},
		{"POL", "12345678512347", OfPerson, 0, Misfit{Name: "Polish REGON", Company: true, Trader: true}},
		{"POL", "123456786", OfPerson, 0, Misfit{}},
		{"CHN", "91350100M000100Y43", OfPerson, 0, Misfit{Name: "Chinese unified social credit code", Company: true, Trader: true}},
		{"TWN", "04595257", OfPerson, 0, Misfit{Name: "Taiwanese unified business number", Company: true, Trader: true}},
		{"TWN", "04595258", OfPerson, 0, Misfit{}},
		{"KOR", "124-81-00998", OfPerson, 0, Misfit{Name: "Korean business number", Company: true, Trader: true}},
		{"KOR", "124-81-00997", OfPerson, 0, Misfit{}},
		{"PRT", "501964843", OfPerson, 0, Misfit{Name: "Portuguese NIPC", Company: true}},
		{"FRA", "73282932000074", OfPerson, 0, Misfit{Name: "French SIRET", Company: true, Trader: true}},
		{"ARG", "30-50001091-2", OfPerson, 0, Misfit{Name: "Argentine CUIT of a company", Company: true}},
		{"IND", "27AAPFU0939F1ZV", OfPerson, 0, Misfit{Name: "Indian GSTIN", Company: true, Trader: true}},
		{"JPN", "7000012050002", OfPerson, 0, Misfit{Name: "Japanese corporate number", Company: true}},
		{"NOR", "923609016", OfPerson, 0, Misfit{Name: "Norwegian organisation number", Company: true, Trader: true}},
		{"FIN", "0112038-9", OfPerson, 0, Misfit{Name: "Finnish business number", Company: true, Trader: true}},
		{"FIN", "01120389", OfPerson, 0, Misfit{}},
		{"BEL", "0403.170.701", OfPerson, 0, Misfit{Name: "Belgian enterprise number", Company: true, Trader: true}},
		{"CHE", "CHE-123.456.788", OfPerson, 0, Misfit{Name: "Swiss enterprise number", Company: true, Trader: true}},
		{"DEU", "DE136695976", OfPerson, 0, Misfit{Name: "German VAT number", Company: true, Trader: true}},
		{"AUT", "ATU13585627", OfPerson, 0, Misfit{Name: "Austrian VAT number", Company: true, Trader: true}},
		{"MEX", "GMO031113H53", OfPerson, 0, Misfit{Name: "Mexican RFC of a company", Company: true}},
		{"SGP", "201912345K", OfPerson, 0, Misfit{Name: "Singaporean UEN", Company: true}},
		{"SGP", "T08LL1234A", OfPerson, 0, Misfit{Name: "Singaporean UEN", Company: true}},
		{"TUR", "1729171602", OfPerson, 0, Misfit{Name: "Turkish tax number", Company: true, Trader: true}},
		{"ISR", "513423244", OfPerson, 0, Misfit{Name: "Israeli company number", Company: true}},
		{"ISL", "450401-3150", OfPerson, 0, Misfit{Name: "Icelandic kennitala of a company", Company: true}},
		{"ISL", "810401-3110", OfPerson, 0, Misfit{}}, // of a foreigner who is not domiciled there
		{"USA", "12-3456789", OfPerson, 0, Misfit{Name: "US employer number", Company: true, Trader: true}},
		{"USA", "123-45-6789", OfPerson, 0, Misfit{}},
		{"POL", "526-025-02-74", OnCard, 0, Misfit{}},
		{"DEU", "8S095742719", OfCardOwner, 0, Misfit{Name: "German tax identification number"}},
		{"DEU", "860957427191", OfCardOwner, 0, Misfit{Name: "German tax identification number"}},
		{"DEU", "93815/081508", OfCardOwner, 0, Misfit{}},
		{"DEU", "B072RRE2I55", OfPerson, 0, Misfit{}}, // of a licence
		{"CZE", "755621/199", OfPerson, 19380621, Misfit{}},
		{"CZE", "755621/199", OfPerson, 19760621, Misfit{}},
		{"PRT", "451047390", OfPerson, 0, Misfit{}},
		{"AUS", "53 004 085 616", OfPerson, 0, Misfit{Name: "Australian Business Number", Company: true, Trader: true}},
		{"AUS", "53 004 085 617", OfPerson, 0, Misfit{}},
		{"PER", "20100047218", OfPerson, 0, Misfit{Name: "Peruvian RUC of a company", Company: true}},
		{"CHL", "76.086.428-5", OfPerson, 0, Misfit{Name: "Chilean RUT of a company", Company: true}},
		{"CHL", "7.608.642-8", OfPerson, 0, Misfit{}},
		{"COL", "860.002.964-4", OfPerson, 0, Misfit{Name: "Colombian NIT of a company", Company: true}},
		{"COL", "860.002.964", OfPerson, 0, Misfit{Name: "Colombian NIT of a company", Company: true}},
		{"COL", "860.002.964-5", OfPerson, 0, Misfit{}},
		{"COL", "1.020.304.050", OfPerson, 0, Misfit{}},
		{"CRI", "3-101-005744", OfPerson, 0, Misfit{Name: "Costa Rican cédula of a company", Company: true}},
		{"DOM", "101-00157-7", OfPerson, 0, Misfit{Name: "Dominican RNC of a company", Company: true}},
		{"DOM", "101-00157-8", OfPerson, 0, Misfit{}},
		{"ECU", "1790010937001", OfPerson, 0, Misfit{Name: "Ecuadorian RUC of a company", Company: true}},
		{"ECU", "1710034065001", OfPerson, 0, Misfit{}}, // of somebody with a trade
		{"ECU", "1768153530001", OfPerson, 0, Misfit{Name: "Ecuadorian RUC of a company", Company: true}},
		{"ECU", "1760001559001", OfPerson, 0, Misfit{Name: "Ecuadorian RUC of a company", Company: true}},
		{"ECU", "1760001550001", OfPerson, 0, Misfit{}}, // of somebody whose cédula has a six for its third digit
		{"VEN", "J-00006372-9", OfPerson, 0, Misfit{Name: "Venezuelan RIF of a company", Company: true}},
		{"UKR", "00032129", OfPerson, 0, Misfit{Name: "Ukrainian EDRPOU code", Company: true}},
		{"UKR", "00032128", OfPerson, 0, Misfit{}},
		{"SAU", "7001234567", OfPerson, 0, Misfit{Name: "Saudi number of an establishment", Company: true, Trader: true}},
		{"ARE", "100-1234-5670-0003", OfPerson, 0, Misfit{Name: "Emirati tax registration number", Company: true, Trader: true}},
		{"ZAF", "1998/016946/07", OfPerson, 0, Misfit{Name: "South African company number", Company: true}},
		{"CAN", "123456789 RT0001", OfPerson, 0, Misfit{Name: "Canadian business number", Company: true, Trader: true}},
		{"GBR", "GB 232 1288 92", OfPerson, 0, Misfit{Name: "British VAT number", Company: true, Trader: true}},
		{"GBR", "GB232128892001", OfPerson, 0, Misfit{Name: "British VAT number", Company: true, Trader: true}},
		{"GBR", "GB23212889", OfPerson, 0, Misfit{}},
		{"NLD", "NL004495445B01", OfPerson, 0, Misfit{Name: "Dutch VAT number", Company: true, Trader: true}},
		{"BEL", "BE0403170701", OfPerson, 0, Misfit{Name: "Belgian VAT number", Company: true, Trader: true}},
		{"FRA", "FR83404833048", OfPerson, 0, Misfit{Name: "French VAT number", Company: true, Trader: true}},
		{"FRA", "404 833 048", OfPerson, 0, Misfit{Name: "French SIREN", Company: true, Trader: true}},
		{"ITA", "IT00743110157", OfPerson, 0, Misfit{Name: "Italian VAT number", Company: true, Trader: true}},
		{"DNK", "DK13585628", OfPerson, 0, Misfit{Name: "Danish VAT number", Company: true, Trader: true}},
		{"FIN", "FI20774740", OfPerson, 0, Misfit{Name: "Finnish VAT number", Company: true, Trader: true}},
		{"LUX", "LU15027442", OfPerson, 0, Misfit{Name: "Luxembourgish VAT number", Company: true, Trader: true}},
		{"SWE", "SE556036079301", OfPerson, 0, Misfit{Name: "Swedish VAT number", Company: true}},
		{"SWE", "SE850101123401", OfPerson, 0, Misfit{Name: "Swedish VAT number", Company: true, Trader: true}},
		{"PRT", "801234567", OfPerson, 0, Misfit{}}, // of somebody with a trade, once
		{"JPN", "T7000012050002", OfPerson, 0, Misfit{Name: "Japanese invoice number", Company: true}},
		{"RUS", "7830002293", OfPerson, 0, Misfit{Name: "Russian INN of a company", Company: true}},
		{"RUS", "7830002294", OfPerson, 0, Misfit{}},
	} {
		got := Stray(test.country, test.number, test.place, test.birth)
		if got.Sure = false; got != test.want {
			t.Errorf("%s %q in %b: %+v, want %+v", test.country, test.number, test.place, got, test.want)
		}
	}
}

// Some strays show in the number itself, by what is in it or how it is grouped.
func TestStraysThatAreSure(t *testing.T) {
	for number, want := range map[string]bool{
		"CHN 44010619750621601": true, "CHN 4401061975062160125": true, "CHN 4401061975062260125": false, "KOR 560212-157656": false, "SRB 121099177865": false, "PAK 36302-9598108": true, "PAK 363029598108": false,
		"THA 180058937407": false, "THA 1-2345-67890-12": true, "BRA O05.509.713-00": true, "BRA 123.456.789-012": true, "BRA 123456789012": false,
		"CHE 756.1234.5678.9": true, "ESP 19518035": false, "ITA RSSMRA85T10A562": true, "IND ABCXP1234": true, "POL 8504l512345": true,
		"BRA 11.222.333/0001-81": true, "POL 526-025-02-74": true, "POL 5260250274": false, "POL 123456785": false, "KOR 124-81-00998": true,
		"TWN 04595257": false, "HRV 9257055490": true, "HRV 925705549061": true, "PRT 2351047398": true, "TUR 177291716021": true, "CZE 755621/199": true, "SVK 750621/199": true, "ESP B83271627": true, "PRT 501964843": true, "PRT 901234567": false, "RUS 7844002293": true, "RUS 7805002290": false, "ESP B-83271627": true, "FRA 73282932000074": true, "SWE 556036-0793": true,
	} {
		got := Stray(number[:3], number[4:], OfPerson, 19750621)
		if got.Name == "" && number[:3] != "SWE" || got.Sure != want && number[:3] != "SWE" {
			t.Errorf("%s: %+v", number, got)
		}
	}
}

// What is sound is no stray of its country, unless it is not asked for.
func TestSoundIsNoStray(t *testing.T) {
	for _, s := range samples(t) {
		if got := Stray(s.country, s.number, OfCardOwner, s.year*1_00_00+s.month*1_00+s.day); got.Company {
			t.Errorf("%s %s: %+v", s.country, s.number, got)
		}
	}
}

// Who is a man by the number of Argentina, and who was born in which century by that
// of Czechia and Slovakia.
func TestFactsOfDoubt(t *testing.T) {
	for number, want := range map[string]Facts{
		"ARG 27-30020253-0": {Gender: Female}, "ARG 20-30020253-9": {Gender: Male}, "ARG 23-30020253-3": {},
		"CZE 485312/1238": {Year: 48, Month: 3, Day: 12, Gender: Female},
	} {
		if got := Read(number[:3], number[4:], OfPerson); got.Facts != want || got.Verdict == Other {
			t.Errorf("%s: %+v", number, got)
		}
	}
}

// Hungarian tax numbers of somebody born on 3 December 1971 without one of their digits, and
// other numbers.
func TestLacksDigit(t *testing.T) {
	for number, want := range map[string]bool{"838322305": true, "838312305": true, "838222305": false, "123456789": false, "8383212305": false, "81234567": false} {
		if got := LacksDigit(number, 1971_12_03); got != want {
			t.Errorf("%s: %t", number, got)
		}
	}
	if LacksDigit("838312305", 0) {
		t.Error("of nobody")
	}
}
