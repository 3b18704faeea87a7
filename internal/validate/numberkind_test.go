package validate

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

// numberOfRow is a number in a record of somebody at home in a country.
func numberOfRow(f kyc.Field, number, country, idType string) *kyc.Record {
	rec := goodRecord()
	s := &rec.Submission
	s[kyc.Nationality], s[kyc.IssuingCountry], s[kyc.AddressCountry], s[kyc.IDType] = country, country, country, idType
	s[kyc.IssueDate], s[kyc.BirthDate], s[kyc.Gender] = "", "1988-02-29", ""
	s[f] = number
	return rec
}

// The two numbers of a row beside each other, and the number of a licence beside the name.
func TestNumbersOfOneRow(t *testing.T) {
	v := newValidator(t, Options{})
	for _, test := range []struct{ country, idType, document, own, full, want string }{
		{"ESP", "passport", "20180124Q", "20180124Q", "", "not of the passport"},
		{"HRV", "drivers_license", "92570554906", "92570554906", "", "not of the licence"},
		{"CHL", "passport", "20180124-8", "20180124-8", "", ""},
		{"PAK", "passport", "36302-3389093-5", "36302-3389093-5", "", "not written as the numbers of passports"},
		{"PAK", "passport", "3630233890935", "", "", "not written as the numbers of passports"},
		{"PAK", "passport", "AB3389093", "3630233890935", "", ""},
		{"ESP", "passport", "20180124Q", "", "", "not written as the numbers of passports"},
		{"ESP", "passport", "20180124R", "", "", ""}, // of a kind that is not known
		{"ESP", "passport", "PAA201801", "20180124Q", "", ""},
		{"GBR", "passport", "PX077914B", "", "", "not written as the numbers of passports"},
		{"GBR", "passport", "518214912", "PX077914B", "", ""},
		{"IND", "passport", "ABCPE1234F", "", "", "not written as the numbers of passports"},
		{"NLD", "passport", "256483590", "", "", "not written as the numbers of passports"},
		{"VNM", "passport", "001188012345", "", "", "not written as the numbers of passports"},
		{"RUS", "passport", "4509123456", "", "", ""}, // for use at home
		{"MEX", "passport", "12345678903", "", "", ""},
		{"PER", "passport", "20180124", "", "", ""},
		{"ESP", "drivers_license", "20180124Q", "20180124Q", "", ""},
		{"MUS", "government_id", "A2901880312457", "A2901880312475", "", "but for one character"},
		{"MUS", "government_id", "A2901880312457", "A2901880312451", "", "but for one character"},
		{"MUS", "government_id", "A2901880312457", "A2901880312547", "", "but for one character"},
		{"MUS", "government_id", "A2901880312457", "A2901880312574", "", ""},
		{"MUS", "government_id", "A290188", "A290189", "", ""},
		{"GBR", "drivers_license", "QUILL802298E99ZP", "", "Eric McGregor", "begins as no name of the person"},
		{"GBR", "drivers_license", "MCGRE802298E99ZP", "", "Eric MacGregor", ""},
		{"GBR", "drivers_license", "QUILL802298E99ZP", "", "Eric Quill-McGregor", ""},
		{"GBR", "drivers_license", "QUILL852298E99ZP", "", "Erica McGregor", "before a marriage"},
		{"GBR", "drivers_license", "MCGRE802298E99ZP", "", "Éric Étienne", "begins as no name of the person"},
		{"GBR", "drivers_license", "ETIEN802298E99ZP", "", "Éric Étienne", ""},
		{"CAN", "drivers_license", "Q7801-80428-80229", "", "Eric Henderson", "begins as no name of the person"},
		{"CAN", "drivers_license", "H7801-80428-80229", "", "Eric Henderson", ""},
		{"CAN", "drivers_license", "Q7801-80428-80228", "", "Eric Henderson", ""}, // of another kind, perhaps
		{"USA", "passport", "117-75-7596", "", "", "which no passport has"},
		{"USA", "passport", "117757596", "", "", ""},
		{"ESP", "drivers_license", "54762539F", "", "", "form of a Spanish DNI"},
		{"ESP", "drivers_license", "20180124-Q", "", "", ""},
		{"SGP", "drivers_license", "S9453743G", "", "", "form of a Singaporean"},
		{"SWE", "drivers_license", "800101-1234", "", "", "form of a Swedish personal number"},
		{"SWE", "drivers_license", "8001011234", "", "", ""}, // a number of another kind, perhaps
		{"ZAF", "passport", "PP A30899856", "", "", "a word before it"},
		{"ZAF", "passport", "No. A30899856", "", "", "a word before it"},
		{"PAK", "passport", "PP 3089985", "", "", ""},
		{"ZAF", "passport", "ZAF A30899856", "", "", "a word before it"},
		{"POL", "passport", "BNR710216", "", "", "written as the number of an identity card"},
		{"POL", "passport", "ZS0000177", "", "", ""},
		{"POL", "government_id", "ZS0000177", "", "", "written as the number of a passport"},
		{"POL", "government_id", "BNR710216", "", "", ""},
		{"ITA", "passport", "CA12345AA", "", "", "written as the number of an identity card"},
		{"ITA", "government_id", "YB1234569", "", "", "written as the number of a passport"},
		{"ITA", "government_id", "AX1234569", "", "", ""},
		{"ITA", "government_id", "CA12345AA", "", "", ""},
		{"FRA", "passport", "J56431642", "", "", ""},
		{"IND", "drivers_license", "QX1220110012345", "", "", "no Indian state"},
		{"IND", "drivers_license", "MH12 20110012345", "", "", ""},
		{"IND", "drivers_license", "QX12345", "", "", ""},
		{"GBR", "drivers_license", "QUILL802298E99", "", "", "16 characters"},
		{"GBR", "drivers_license", "LEE99802298E9", "", "", "16 characters"},
		{"GBR", "drivers_license", "QUILL8022", "", "", ""},
		{"BEL", "government_id", "592-3801946-11", "", "", "divided by 97"},
		{"BEL", "government_id", "592-3801946-15", "", "", ""},
		{"BEL", "government_id", "B 3801946 20", "", "", ""},
		{"NOR", "passport", "FHA3089985733", "", "", "longer than the numbers of passports"},
		{"LKA", "passport", "N30899", "", "", "shorter than the numbers of passports"},
		{"LKA", "passport", "N308998", "", "", ""},
		{"TUV", "passport", "N30", "", "", "fewer than four"},
	} {
		rec := numberOfRow(kyc.DocumentNumber, test.document, test.country, test.idType)
		s := &rec.Submission
		s[kyc.IdentityNumber] = test.own
		if test.full != "" {
			s[kyc.FullName] = test.full
			s[kyc.FirstName], s[kyc.LastName], _ = strings.Cut(test.full, " ")
			s[kyc.Gender] = map[bool]string{true: "female", false: "male"}[s[kyc.FirstName] == "Erica"]
		}
		v.Check(rec)
		got := slices.DeleteFunc(messages(rec), func(m string) bool { return !strings.HasPrefix(m, "number_invalid") })
		if test.want == "" && len(got) > 0 || test.want != "" && (len(got) != 1 || !strings.Contains(got[0], test.want)) {
			t.Errorf("%+v: got %v", test, got)
		}
	}
}

// What no country gives out, beside what it does.
func TestNumbersThatAreNeverGiven(t *testing.T) {
	const doc, own = kyc.DocumentNumber, kyc.IdentityNumber
	v := newValidator(t, Options{})
	for _, test := range []struct {
		field                         kyc.Field
		number, country, idType, want string
	}{
		{own, "012 345 674", "CAN", "passport", "number_invalid identityNumber"},
		{own, "046 454 286", "CAN", "passport", "placeholder identityNumber"},
		{own, "046454286", "CAN", "passport", "placeholder identityNumber"},
		{own, "130 692 544", "CAN", "passport", "placeholder identityNumber"},
		{own, "756.9217.0769.85", "CHE", "passport", "placeholder identityNumber"},
		{own, "86095742719", "DEU", "passport", "placeholder identityNumber"},
		{own, "111222333", "NLD", "passport", "placeholder identityNumber"},
		{own, "046 454 286", "USA", "passport", ""},
		{own, "530 481 266", "CAN", "passport", ""},
		{doc, "99-21-830258-52", "KOR", "drivers_license", "number_invalid documentNumber"},
		{doc, "002183025852", "KOR", "drivers_license", "number_invalid documentNumber"},
		{doc, "29-21-830258-52", "KOR", "drivers_license", "number_invalid documentNumber"},
		{doc, "11-21-830258-52", "KOR", "drivers_license", ""},
		{doc, "28-21-830258-52", "KOR", "drivers_license", ""},
		{doc, "서울 21-830258-52", "KOR", "drivers_license", ""},
		{doc, "99218302585", "KOR", "drivers_license", ""},
		{doc, "99-21-830258-52", "KOR", "passport", "number_invalid documentNumber"},
		{own, "912-73-4410", "USA", "passport", "number_invalid identityNumber"},
		{own, "912734410", "USA", "passport", "number_invalid identityNumber"},
		{own, "117-73-4410", "USA", "passport", ""},
		{own, "HRB 12345", "DEU", "passport", "number_invalid identityNumber"},
		{own, "HRB 123456 B", "DEU", "passport", "number_invalid identityNumber"},
		{own, "FN 123456a", "AUT", "passport", "number_invalid identityNumber"},
		{own, "KRS 0000123456", "POL", "passport", "number_invalid identityNumber"},
		{own, "J40/1234/2005", "ROU", "passport", "number_invalid identityNumber"},
		{own, "KvK 12345678", "NLD", "passport", "number_invalid identityNumber"},
		{doc, "KRS 123456", "POL", "government_id", ""}, // a card's
		{doc, "HRB 123456", "ESP", "passport", ""},
		{own, "0049 171 5550123", "DEU", "passport", "number_invalid identityNumber"},
		{own, "00353-87-1234567", "IRL", "passport", "number_invalid identityNumber"},
		{own, "0171 5550123", "DEU", "passport", "number_invalid identityNumber"},
		{own, "612 345 678", "ESP", "passport", "number_invalid identityNumber"},
		{own, "0049 1712", "DEU", "passport", ""},
		{own, "0151 23456789", "DEU", "passport", "number_invalid identityNumber"},
		{own, "02151 2345678", "DEU", "passport", ""},
		{doc, "XohImNooBHFR0OVvjcYpJw==", "FRA", "passport", "number_invalid documentNumber"},
		{doc, "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy", "FRA", "passport", "number_invalid documentNumber"},
		{doc, "v1:gcm:9kQ2xA==:T0bVh3r1c4yq", "BRA", "passport", "number_invalid documentNumber"},
		{own, "3331234567", "ITA", "passport", "number_invalid identityNumber"},
		{doc, "5e884898da28047151d0e56f8dc62927", "FRA", "passport", "number_invalid documentNumber"},
		{doc, "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8", "FRA", "passport", "number_invalid documentNumber"},
	} {
		rec := numberOfRow(test.field, test.number, test.country, test.idType)
		v.Check(rec)
		got := strings.ReplaceAll(strings.Join(found(rec), "\n"), "warning ", "")
		if got != test.want {
			t.Errorf("%+v: got %q", test, got)
		}
	}
}

// An identity card with the number that its owner has at home, where another country is
// said to have issued it.
func TestCardsOfAnotherCountry(t *testing.T) {
	v := newValidator(t, Options{})
	for _, test := range []struct {
		issuing, own, idType, number, identity string
		want                                   bool
	}{
		{"FRA", "ESP", "government_id", "14354650M", "14354650M", true},
		{"FRA", "ESP", "government_id", "14354650M", "", true},
		{"FRA", "ESP", "government_id", "14354650N", "", false},
		{"FRA", "ESP", "government_id", "X4RTB5FW4", "14354650M", false},
		{"FRA", "ESP", "residence_permit", "14354650M", "", false},
		{"FRA", "ESP", "passport", "14354650M", "", false},
		{"ESP", "ESP", "government_id", "14354650M", "14354650M", false},
		{"DEU", "PAK", "government_id", "3630233890935", "3630233890935", true},
		{"DEU", "PAK", "government_id", "3630233890935", "", false},
		{"DEU", "", "government_id", "14354650M", "14354650M", false},
	} {
		rec := numberOfRow(kyc.DocumentNumber, test.number, test.issuing, test.idType)
		rec.Submission[kyc.Nationality], rec.Submission[kyc.IdentityNumber] = test.own, test.identity
		v.Check(rec)
		if got := strings.Contains(strings.Join(messages(rec), "\n"), "of the country of the nationality"); got != test.want {
			t.Errorf("%+v: got %v", test, messages(rec))
		}
	}
}

// What a number is that is none, or that nobody has, beside real ones like it.
func TestNumbersOfOtherKinds(t *testing.T) {
	const doc, own = kyc.DocumentNumber, kyc.IdentityNumber
	v := newValidator(t, Options{})
	for _, test := range []struct {
		field                   kyc.Field
		number, country, idType string
		want                    string // code and a part of the message; "" for nothing
	}{
		{doc, "218,833,541", "HRV", "passport", "number_invalid amount"},
		{doc, "21,88,33,541", "IND", "passport", "number_invalid amount"},
		{own, "92.570.554.906", "HRV", "passport", "number_invalid amount"},
		{doc, "-218833541", "HRV", "passport", "number_invalid amount"},
		{doc, "€218833541", "HRV", "passport", "number_invalid amount"},
		{doc, "21883354100%", "HRV", "passport", "number_invalid amount"},
		{doc, "000000000000000218833541", "HRV", "passport", "number_invalid fixed width"},
		{own, "+55 11 98765-4321", "BRA", "passport", "number_invalid telephone"},
		{doc, "+919820012345", "IND", "passport", "number_invalid telephone"},
		{doc, "ES9121000418450200051332", "ESP", "passport", "number_invalid IBAN"},
		{own, "GB82 WEST 1234 5698 7654 32", "GBR", "passport", "number_invalid IBAN"},
		{own, "4539 1488 0343 6467", "ESP", "passport", "number_invalid payment card"},
		{doc, "5555555555554444", "POL", "passport", "number_invalid payment card"},
		{doc, "8f14e45f-ceea-467f-a0e6-1c7a3f2d9b11", "POL", "passport", "number_invalid UUID"},
		{doc, "YA1234907/YB4410982", "ITA", "passport", "number_invalid two numbers"},
		{doc, "YA1234907; YB4410982", "ITA", "passport", "number_invalid two numbers"},
		{doc, "Passaporto n. YA7734907", "ITA", "passport", "number_invalid a word before"},
		{doc, "Passport No: X7734907", "IND", "passport", "number_invalid a word before"},
		{own, "CPF: 529.982.247-25", "BRA", "passport", "number_invalid a word before"},
		{own, "DNI 95182735Z", "ESP", "passport", "number_invalid a word before"},
		{doc, "№ 7734907", "IND", "passport", "number_invalid a word before"},
		{doc, "nr. 7734907", "IND", "passport", "number_invalid a word before"},
		{doc, "29021988", "POL", "passport", "number_invalid a date of the record"},
		{doc, "7", "HRV", "passport", "number_invalid fewer than four"},
		{doc, "A-1", "HRV", "passport", "number_invalid fewer than four"},

		{doc, "218 833 541", "HRV", "passport", ""},
		{own, "1.234.567.980", "COL", "passport", ""},
		{own, "12.345.687", "ARG", "passport", ""},
		{doc, "000000218833541", "HRV", "passport", "number_invalid longer"},
		{doc, "00000007", "HRV", "passport", ""},
		{own, "4539148803436467", "IDN", "drivers_license", "number_invalid form of an Indonesian NIK"}, // and no card
		{own, "4539148803436467", "ETH", "passport", ""},
		{doc, "4539148803436468", "POL", "passport", "number_invalid longer"},
		{doc, "MH12 20240629039", "IND", "drivers_license", ""},
		{doc, "78633/26/8332", "POL", "drivers_license", ""},
		{doc, "850312/1234", "POL", "passport", ""},
		{doc, "AXC 123457", "POL", "government_id", ""},
		{doc, "DNI 123456", "POL", "government_id", ""},
		{doc, "MG-12.345.678", "BRA", "drivers_license", ""},
		{doc, "CC 1234907", "ITA", "government_id", ""},
		{doc, "29021989", "POL", "passport", ""},
		{doc, "1234", "HRV", "passport", "placeholder like N/A"},
		{doc, "A123", "HRV", "passport", "number_invalid shorter"},

		{doc, "C01X00T47", "DEU", "passport", "placeholder specimens"},
		{doc, "L01X00T471", "DEU", "government_id", "placeholder specimens"},
		{doc, "007007007", "HRV", "passport", "placeholder specimens"},
		{own, "078-05-1120", "USA", "passport", "placeholder specimens"},
		{own, "10000000146", "TUR", "passport", "placeholder specimens"},
		{doc, "12341234", "SRB", "passport", "placeholder again and again"},
		{doc, "1111-2222", "SRB", "passport", "placeholder again and again"},
		{doc, "112233445566", "SRB", "passport", "placeholder again and again"},
		{doc, "123123123", "SRB", "passport", "placeholder again and again"},
		{doc, "AB11111111", "SRB", "passport", "placeholder again and again"},
		{own, "00000000T", "ESP", "passport", "placeholder again and again"},
		{own, "99999999R", "ESP", "passport", "placeholder again and again"},
		{own, "12345678Z", "ESP", "passport", "placeholder count up"},
		{own, "12345678909", "BRA", "passport", "placeholder count up"},
		{own, "123456782", "NLD", "passport", "placeholder count up"},
		{own, "A123456(3)", "HKG", "passport", "placeholder count up"},
		{own, "12.345.678-5", "CHL", "passport", "placeholder count up"},
		{own, "1-2345-67890-12-1", "THA", "passport", "placeholder count up"},
		{own, "12345-1234567-1", "PAK", "passport", "placeholder count up"},
		{own, "ABCDE1234F", "IND", "passport", "placeholder count up"},
		{doc, "ABC123", "SRB", "passport", "placeholder count up"},
		{own, "XXXXXX00X00X000X", "ITA", "passport", "placeholder again and again"},
		{doc, "TEST123", "SRB", "passport", "test_data a word for a test"},
		{doc, "TESTDOC001", "SRB", "passport", "test_data a word for a test"},
		{doc, "Demo-01", "SRB", "passport", "test_data a word for a test"},
		{doc, "EXPIRED", "SRB", "passport", "placeholder like N/A"},
		{doc, "nicht vorhanden", "DEU", "passport", "placeholder like N/A"},
		{doc, "не е посочено", "BGR", "passport", "placeholder like N/A"},

		{doc, "100000001", "SRB", "passport", ""},
		{doc, "123456780", "SRB", "passport", ""},
		{doc, "A00000012", "SRB", "passport", ""},
		{doc, "01234567A", "AUS", "drivers_license", ""},
		{doc, "12344567", "SRB", "passport", ""},
		{doc, "98767898", "SRB", "passport", ""},
		{doc, "12312399", "SRB", "passport", ""},
		{own, "TEST850312HDFRRN01", "MEX", "passport", "number_invalid form of a Mexican CURP"}, // Tellez Soto, and a wrong digit
		{doc, "TESTP1234K", "IND", "pancard", ""},
		{doc, "X1204567", "SRB", "passport", ""},
		{doc, "N00012345", "SRB", "passport", ""},

		{doc, "88022912341", "POL", "passport", "number_invalid number of the person"},
		{doc, "44051401359", "POL", "passport", "number_invalid longer"}, // of another birth date
		{doc, "820.181.411-80", "BRA", "passport", "number_invalid number of the person"},
		{doc, "820.181.411-80", "BRA", "drivers_license", ""},
		{doc, "12345678-5", "CHL", "passport", ""},
		{own, "11.222.333/0001-81", "BRA", "passport", "number_invalid people with a business"},
		{own, "20100047218", "PER", "passport", "number_invalid given to companies"},
		{own, "526-025-02-74", "POL", "passport", "number_invalid people with a business"},
		{doc, "19518035", "ESP", "government_id", ""}, // unless others have the letter,
		{doc, "EA6710918", "CHN", "passport", ""},

		{doc, "ЕН1916153", "POL", "passport", "mixed_scripts all letters"},
		{doc, "ΑΒ926575", "ITA", "passport", "mixed_scripts all letters"},
		{doc, "37010220030105700Х", "CHN", "government_id", "mixed_scripts all letters"},
		{doc, "1283\u00a018183", "HRV", "passport", "invisible_character does not break"},
		{doc, "ΑΒ926575", "GRC", "government_id", ""},
		{doc, "ΑΒ9265754", "GRC", "passport", "mixed_scripts Latin ones that passports have"},
		{doc, "КН1916153", "BLR", "passport", "mixed_scripts Latin ones that passports have"},
		{doc, "٥١٨٢١٤٩١٣", "GBR", "passport", "mixed_scripts of a script that none"},
		{doc, "५१८२१४९१३", "GBR", "passport", "mixed_scripts of a script that none"},
		{doc, "A٥١٨٢١٤٩١", "IRQ", "government_id", "mixed_scripts"},
		{doc, "٥١٨٢١٤٩١", "IRQ", "government_id", ""},
		{doc, "АБ926575", "UKR", "passport", ""},
		{doc, "粤A926575", "CHN", "drivers_license", ""},
		{doc, "ЕН1916153", "", "passport", "disputed_missing"},

		{doc, "*****4471", "MUS", "passport", "number_invalid hidden"},
		{doc, "####4471", "MUS", "passport", "number_invalid hidden"},
		{doc, "●●●●4471", "JPN", "passport", "number_invalid hidden"},
		{doc, "XXXXX4471", "MUS", "passport", "placeholder hidden"},
		{doc, "4471XXXX", "MUS", "passport", "placeholder hidden"},
		{doc, "XXX4471", "MUS", "passport", ""},
		{doc, "FXXX12C47", "DEU", "passport", ""},
		{own, "XXX-XX-4471", "USA", "passport", "number_invalid hidden"},
		{own, "92570******", "HRV", "passport", "number_invalid hidden"},
		{own, "880229-1******", "KOR", "passport", ""},
		{own, "XXXX XXXX 4471", "IND", "passport", ""},
		{own, "***.820.181-**", "BRA", "passport", ""},
		{own, "***.***.181-80", "BRA", "passport", "number_invalid hidden"},
		{doc, "880229-1******", "KOR", "government_id", "number_invalid hidden"},

		{doc, "IDNZLLM9477117<<<<<<<<<<<<<<<", "NZL", "passport", "number_invalid fillers"},
		{doc, "U1325398<7", "AUT", "passport", "number_invalid fillers"},
		{doc, "U77520??", "AUT", "passport", "number_invalid could not be read"},
		{doc, "U775[20]2", "AUT", "passport", "number_invalid signs"},
		{doc, "U77_5202", "AUT", "passport", "number_invalid signs"},
		{doc, "C07  V01K15", "DEU", "passport", "number_invalid several blanks"},
		{doc, "C07 V01 K15", "DEU", "passport", ""},
		{doc, "ＴＴ６１１５０３４", "JPN", "passport", "number_invalid full width"},
		{doc, "44l71902", "AUT", "passport", "number_invalid small letter"},
		{doc, "U44o1902", "AUT", "passport", "number_invalid small letter"},
		{own, "20180124l", "ESP", "passport", "number_invalid form of a Spanish DNI"}, // a letter that checks, and the wrong one
		{doc, "u44l7u902", "AUT", "passport", ""},

		{doc, "U4712799 COPY", "AUT", "passport", "number_invalid remark"},
		{doc, "U4712799-kopie", "AUT", "passport", "number_invalid remark"},
		{doc, "U4712799, утерян", "AUT", "passport", "number_invalid remark"},
		{doc, "U4712799 (old)", "AUT", "passport", "number_invalid remark"},
		{doc, "U4712799(выдан в Минске)", "AUT", "passport", "number_invalid remark"},
		{doc, "LM356304 (issued in Lagos)", "NZL", "passport", "number_invalid remark"},
		{doc, "U4712799 AUT", "AUT", "passport", "number_invalid remark"},
		{doc, "A437809(4)", "HKG", "government_id", ""},
		{doc, "123967 AB", "HUN", "government_id", ""},
		{doc, "4712799 CBBA", "BOL", "government_id", ""},
		{doc, "GALP 850112 HDFRRN", "MUS", "passport", "number_invalid longer"}, // no vowel
		{doc, "12/34/567-ABC", "MUS", "drivers_license", ""},
		{doc, "Sok. No 335 Daire 27 Mahalle 4", "TUR", "passport", "number_invalid words"},

		{doc, "P8426834 / TJ246789", "AUT", "passport", "number_invalid two numbers"},
		{doc, "P8426834/TJ246789", "AUT", "passport", "number_invalid two numbers"},
		{doc, "P8426834 TJ246789", "AUT", "passport", "number_invalid two numbers"},
		{doc, "P8426834; 44719026", "AUT", "passport", "number_invalid two numbers"},
		{doc, "P8426834 und 44719026", "AUT", "passport", "number_invalid two numbers"},
		{own, "88.02.29-033.28 / 592-1234567-89", "BEL", "passport", "number_invalid two numbers"},
		{own, "850101 - 1234567", "MUS", "passport", ""},
		{doc, "04417/12/2043", "POL", "drivers_license", ""},
		{doc, "1234 / 010180 77", "MUS", "passport", "number_invalid longer"},

		{doc, "C7H2KX91L@", "DEU", "passport", "number_invalid signs in it"},
		{doc, "C7H2KX91L;", "DEU", "passport", "number_invalid signs in it"},
		{doc, ",C7H2KX91L", "DEU", "passport", "number_invalid signs in it"},
		{doc, "C7H2KX91L", "DEU", "passport", ""},

		{doc, "440-35-4212", "USA", "drivers_license", "number_invalid social security"},
		{doc, "https://files.bank.mu/kyc/8812.pdf", "MUS", "passport", "number_invalid name of a file"},
		{doc, "scans/8812-front.JPG", "MUS", "passport", "number_invalid name of a file"},
		{doc, "www.bank.mu/8812", "MUS", "passport", "number_invalid name of a file"},
		{doc, "88.120.pdfa", "MUS", "passport", ""},
		{doc, "88022912341", "POL", "drivers_license", "number_invalid and not of the licence"},
		{doc, "880229123410", "POL", "drivers_license", ""},
		{doc, "198576386", "GBR", "drivers_license", "number_invalid another number of them"},
		{doc, "30168833447", "JPN", "drivers_license", "number_invalid another number of them"},
		{doc, "19857638", "GBR", "drivers_license", ""},
		{doc, "301688334470", "JPN", "drivers_license", ""},
		{doc, "P٠٥٢٢٥٠٩١", "KWT", "passport", "mixed_scripts digits of another script"},
		{doc, "०५२2509", "IND", "passport", "mixed_scripts digits of another script"},
		{doc, "٠٥٢٢٥٠٩١", "KWT", "passport", ""},
		{own, "8812", "USA", "passport", "number_invalid shorter than any"},
		{own, "88-12", "DEU", "passport", "number_invalid shorter than any"},
		{own, "8812", "LBN", "passport", ""},
		{own, "88120", "COL", "passport", ""},
		{own, "0733 881 254", "KEN", "passport", "number_invalid telephone"},
		{own, "0803-881-2540", "GHA", "passport", ""},
		{own, "024 881 2540", "GHA", "passport", "number_invalid telephone"},
		{own, "13988125401", "CHN", "passport", "number_invalid telephone"},
		{own, "08038812540", "NGA", "passport", ""}, // a number of a person has as many digits
		{own, "33881254", "KEN", "passport", ""},
		{own, "CE12835C", "GBR", "passport", "number_invalid British national insurance number"},
		{own, "CE1Z8354C", "GBR", "passport", "number_invalid British national insurance number"},
		{own, "CE128354E", "GBR", "passport", ""},
		{own, "943 476 5919", "GBR", "passport", ""},       // of the health service
		{doc, "800-35-4212", "USA", "drivers_license", ""}, // Mississippi
		{doc, "440-35-4212", "CAN", "drivers_license", ""},
		{doc, "440354212", "USA", "drivers_license", ""},
	} {
		rec := numberOfRow(test.field, test.number, test.country, test.idType)
		v.Check(rec)
		var got []string
		for i := range rec.Issues {
			if issue := &rec.Issues[i]; issue.Field == test.field.String() {
				got = append(got, issue.Code+" "+issue.Message)
				if issue.Fix == "" || len(test.number) > 3 && strings.Contains(issue.Message, test.number) {
					t.Errorf("%q: %+v", test.number, issue)
				}
			}
		}
		code, part, _ := strings.Cut(test.want, " ")
		if code == "" && got != nil || code != "" && code != "disputed_missing" && (len(got) != 1 || !strings.HasPrefix(got[0], code) || !strings.Contains(got[0], part)) {
			t.Errorf("%q of %s: %q, want %q", test.number, test.country, got, test.want)
		}
	}
}

// The number of one country is not judged as a stray of another where the person is a
// foreigner.
func TestStraysOfForeigners(t *testing.T) {
	v := newValidator(t, Options{})
	for _, f := range []kyc.Field{kyc.Nationality, kyc.AddressCountry} {
		rec := numberOfRow(kyc.IdentityNumber, "526-025-02-74", "POL", "passport")
		rec.Submission[f] = "HRV"
		v.Check(rec)
		if got := found(rec); got != nil {
			t.Errorf("%s: %v", f, got)
		}
	}
}

// Random numbers are none that were made up, nor are those that count the rows.
func TestNumbersAreSeldomSamples(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	told := 0
	const n = 300_000
	for range n {
		s := fmt.Sprintf("%c%08d", 'A'+rune(r.IntN(26)), r.IntN(100_000_000))
		if closeSample(s) != noSample || closeSample(s) != sampleOf(s) || nearlyCounted(s) != noSample || sampleOf(s[1:]) != noSample {
			told++
		}
	}
	if told > 4 {
		t.Errorf("%d of %d", told, n)
	}
	for i := range 20_000 {
		for _, s := range []string{fmt.Sprint(100_000_000 + i), fmt.Sprintf("CUST-%06d", i+1), fmt.Sprintf("P%07d", i+1), fmt.Sprintf("AB%d", 2_000_000+i)} {
			if kind := closeSample(s); kind != noSample && i != 1_111_111 {
				t.Fatalf("%s: %d", s, kind)
			}
		}
	}
}

func TestIsCounted(t *testing.T) {
	for s, want := range map[string]bool{
		"A12345678": true, "AB123456": true, "YA1234567": true, "P1234567890": true, "AB-123456": true,
		"12345678": false, "A12345": false, "A12345679": false, "ABCD123456": false, "A23456789": false, "A1234567B": false, "": false, "A": false,
	} {
		if got := isCounted(s); got != want {
			t.Error(s, got)
		}
	}
}

func TestIsCard(t *testing.T) {
	for s, want := range map[string]bool{
		"4111111111111111": true, "378282246310005": true, "6011111111111117": true, "2221000000000009": true,
		"4111111111111112": false, "1111111111111117": false, "411111111111111": false, "41111111111111111": false, "411111111111111X": false,
	} {
		if got := isCard([]byte(s)); got != want {
			t.Error(s, got)
		}
	}
}

func TestInThousands(t *testing.T) {
	for s, want := range map[string]bool{
		"1,234": true, "218,833,541": true, "21,88,33,541": true, "1234,567": false, "1,23": false, ",123": false, "1,2345": false, "1,23,456,789": false, "": false,
	} {
		if got := inThousands(s, ','); got != want {
			t.Error(s, got)
		}
	}
	if diff := cmp.Diff(true, isTwo("1234567 / 7654321")); diff != "" {
		t.Error(diff)
	}
}

// A number that is the street of the record is in the wrong column, and so is its IP
// address.
func TestNumbersOfTheAddress(t *testing.T) {
	v := newValidator(t, Options{})
	for _, f := range []kyc.Field{kyc.AddressStreet, kyc.AddressFull, kyc.IPAddress} {
		rec := numberOfRow(kyc.DocumentNumber, "185.33.12", "AUT", "passport")
		rec.Submission[f] = "185.33.12"
		v.Check(rec)
		if !slices.ContainsFunc(rec.Issues, func(i kyc.Issue) bool { return strings.Contains(i.Message, "stands in the address") }) {
			t.Errorf("%s: %v", f, found(rec))
		}
	}
}

// A licence or a card that tells who has it is held against the record, where the name in
// it is the person's. What is left of a hidden number of Korea is read.
func TestHolders(t *testing.T) {
	v := newValidator(t, Options{})
	for _, test := range []struct {
		number, country, idType, last, birth, gender string
		want                                         []string
	}{
		{"MORRI658217A99BC", "GBR", "drivers_license", "Morris", "1967-08-21", "female", nil},
		{"MORRI658217A99BC", "GBR", "drivers_license", "Morris", "1968-08-21", "female", []string{"warning document_birth_mismatch birthDate"}},
		{"MORRI608217A99BC", "GBR", "drivers_license", "Morris", "1967-08-21", "female", nil}, // the gender alone
		{"MORRI658217A99BC", "GBR", "drivers_license", "Smith", "1968-08-21", "female", nil},
		{"O'DON658217A99BC", "GBR", "drivers_license", "O'Donnell", "1968-08-21", "female", nil},
		{"ODONN658217A99BC", "GBR", "drivers_license", "O'Donnell", "1968-08-21", "", []string{"warning document_birth_mismatch birthDate"}},
		{"GLSNGN65060609H400", "MEX", "government_id", "Iglesias", "1965-06-07", "male", nil},
		{"GLSNGN65060609H400", "MEX", "government_id", "Galindo", "1965-06-07", "male", []string{"warning document_birth_mismatch birthDate"}},
		{"GLSNGN65060609H400", "MEX", "government_id", "Galindo", "1965-06-06", "male", nil},
		{"GLSNGN65060609H400", "MEX", "government_id", "Galindo", "1965-06-06", "female", []string{"warning document_gender_mismatch gender"}},
	} {
		rec := numberOfRow(kyc.DocumentNumber, test.number, test.country, test.idType)
		s := &rec.Submission
		s[kyc.FullName], s[kyc.FirstName], s[kyc.LastName], s[kyc.BirthDate], s[kyc.Gender] = "Pat "+test.last, "Pat", test.last, test.birth, test.gender
		v.Check(rec)
		if diff := cmp.Diff(test.want, found(rec)); diff != "" {
			t.Errorf("%s of %s: %s", test.number, test.last, diff)
		}
	}
	for number, want := range map[string][]string{"880512-1******": {"warning document_birth_mismatch birthDate"}, "88.02.29-1******": nil} {
		rec := numberOfRow(kyc.IdentityNumber, number, "KOR", "passport")
		v.Check(rec)
		if diff := cmp.Diff(want, found(rec)); diff != "" {
			t.Errorf("%s: %s", number, diff)
		}
	}
}
