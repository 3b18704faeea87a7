package validate

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
)

// planted are flaws of which each is to be found once, and named as nothing
// else.
var planted = []struct {
	name string
	set  values
	want []string
}{
	{"expired", values{kyc.IssueDate: "2010-01-01", kyc.ExpireDate: "2020-01-01"}, []string{"document_expired expireDate"}},
	{"a term of thirty years", values{kyc.IssueDate: "2010-01-01", kyc.ExpireDate: "2040-01-01"}, []string{"validity_too_long expireDate"}},
	{"a Russian passport for home", values{kyc.IssuingCountry: "RUS", kyc.IssueDate: "2010-03-01", kyc.ExpireDate: "2030-02-28"}, nil},
	{"a visa of twenty years", values{kyc.IDType: "visa", kyc.IssueDate: "2010-03-01", kyc.ExpireDate: "2030-03-01"}, nil},
	{"a card of eleven years", values{kyc.IDType: "government_id", kyc.IssueDate: "2020-01-01", kyc.ExpireDate: "2031-01-01"}, nil},
	{"a card of thirty years", values{kyc.IDType: "government_id", kyc.IssueDate: "2010-01-01", kyc.ExpireDate: "2040-01-01"}, nil},
	{"a passport of nine years", values{kyc.IssueDate: "2021-05-01", kyc.ExpireDate: "2030-05-01"}, []string{"validity_unusual expireDate"}},
	{"a passport for ever", values{kyc.ExpireDate: "9999-12-31"}, []string{"placeholder expireDate"}},
	{"a card for ever", values{kyc.IDType: "government_id", kyc.ExpireDate: "9999-12-31"}, nil},
	{"a driver of fifteen in Korea", values{kyc.IDType: "drivers_license", kyc.IssueDate: "2003-03-01"}, []string{"licence_holder_too_young issueDate"}},
	{"a driver of sixteen in Korea", values{kyc.IDType: "drivers_license", kyc.IssueDate: "2004-03-01"}, nil},
	{"a driver of fifteen elsewhere", values{kyc.IDType: "drivers_license", kyc.IssuingCountry: "POL", kyc.IssueDate: "2003-03-01"}, nil},
	{"a zone of the passport", values{kyc.CF1: zone(6), kyc.BirthDate: "1974-08-12", kyc.DocumentNumber: "L898902C3", kyc.ExpireDate: "2112-04-15", kyc.IssueDate: ""}, []string{"placeholder documentNumber"}},
	{"a zone of another passport", values{kyc.CF1: zone(6), kyc.BirthDate: "1974-08-12", kyc.DocumentNumber: "L898902D3", kyc.ExpireDate: ""}, []string{"mrz_mismatch documentNumber"}},
	{"a zone that expires on another day", values{kyc.CF1: zone(6), kyc.BirthDate: "1974-08-12", kyc.ExpireDate: "2031-05-01"}, []string{"mrz_mismatch expireDate"}},
	{"a zone of a passport beside a licence", values{kyc.CF1: zone(6), kyc.BirthDate: "1974-08-12", kyc.DocumentNumber: "L898902D3", kyc.IDType: "drivers_license"}, nil},
	{"an infant who drives", values{kyc.IDType: "drivers_license", kyc.IssueDate: "1999-01-01"}, []string{"licence_holder_too_young issueDate"}},
	{"a passport of an infant", values{kyc.IssueDate: "1989-01-01", kyc.ExpireDate: ""}, nil},
	{"a birth date of ones", values{kyc.BirthDate: "1911-11-11"}, []string{"placeholder birthDate"}},
	{"a birth date of tens", values{kyc.BirthDate: "1910-10-10"}, []string{"placeholder birthDate"}},
	{"somebody of 115", values{kyc.BirthDate: "1911-11-12"}, nil},
	{"a minor", values{kyc.BirthDate: "2010-05-05", kyc.IssueDate: "2023-05-01", kyc.ExpireDate: "2028-05-01"}, []string{"minor birthDate"}},
	{"a driver of fourteen in Belgium", values{kyc.IDType: "drivers_license", kyc.IssuingCountry: "BEL", kyc.IssueDate: "2003-03-01"}, []string{"licence_holder_too_young issueDate"}},
	{"a zone", values{kyc.CF1: zone(7), kyc.BirthDate: "1974-08-12"}, []string{"mrz_check_digit cf1"}},
	{"a good zone", values{kyc.CF1: zone(6), kyc.BirthDate: "1974-08-12", kyc.ExpireDate: ""}, nil},
	{"another's zone", values{kyc.CF1: zone(6), kyc.ExpireDate: ""}, []string{"document_birth_mismatch birthDate"}},
	{"a wrong digit", values{kyc.IdentityNumber: "44051401358", kyc.Nationality: "POL", kyc.IssuingCountry: "POL"}, []string{"number_invalid identityNumber"}},
	{"another birth date", values{kyc.IdentityNumber: "44051401359", kyc.Nationality: "POL", kyc.IssuingCountry: "POL", kyc.Gender: "male"}, []string{"document_birth_mismatch birthDate"}},
	{"another gender", values{kyc.IdentityNumber: "44051401359", kyc.Nationality: "POL", kyc.IssuingCountry: "POL", kyc.BirthDate: "1944-05-14"}, []string{"document_gender_mismatch gender"}},
	{"a number of the other country", values{kyc.IdentityNumber: "44051401359", kyc.Nationality: "POL", kyc.IssuingCountry: "CHE", kyc.Gender: "male", kyc.BirthDate: "1944-05-14"}, nil},
	{"a passport's number for the person's", values{kyc.IdentityNumber: "AB1234567", kyc.DocumentNumber: "AB1234567"}, nil},
	{"a passport of digits", values{kyc.DocumentNumber: "850101123"}, nil},
	{"a passport of too many digits", values{kyc.DocumentNumber: "850101123456"}, []string{"number_invalid documentNumber"}},
	{"a card", values{kyc.IDType: "government_id", kyc.DocumentNumber: "850101-1234568", kyc.IssueDate: "2018-05-01"}, []string{"number_invalid documentNumber"}},
	{"a card of new numbers", values{kyc.IDType: "government_id", kyc.DocumentNumber: "880229-2234568", kyc.IssueDate: "2021-05-01"}, nil},
	{"a PAN card", values{kyc.IDType: "pancard", kyc.DocumentNumber: "ABCPE12345"}, []string{"number_invalid documentNumber"}},
	{"an Aadhaar card", values{kyc.IDType: "aadhaar", kyc.DocumentNumber: "2234 5678 9012"}, []string{"number_invalid documentNumber"}},
	{"no number", values{kyc.DocumentNumber: "N/A"}, []string{"placeholder documentNumber"}},
	{"a number of ones", values{kyc.DocumentNumber: "1111-1111"}, []string{"placeholder documentNumber"}},
	{"a counted number", values{kyc.DocumentNumber: "123456789"}, []string{"placeholder documentNumber"}},
	{"a name with a digit", values{kyc.FullName: "Mark0 Horvat"}, []string{"name_unusual fullName"}},
	{"a name of a program", values{kyc.LastName: "[object Object]"}, []string{"name_unusual lastName"}},
	{"mail for a name", values{kyc.FullName: "ann.lee@mail.kr"}, []string{"name_unusual fullName"}},
	{"two people", values{kyc.FullName: "Hans & Petra Bauer"}, []string{"name_unusual fullName"}},
	{"a company", values{kyc.FullName: "Müller Maschinenbau GmbH"}, []string{"name_unusual fullName"}},
	{"a company in Russian", values{kyc.FullName: "ООО Ромашка"}, []string{"name_unusual fullName"}},
	{"a company in Korean", values{kyc.FullName: "(주)한빛전자"}, []string{"name_unusual fullName"}},
	{"initials behind a name", values{kyc.FullName: "Prasad B.V."}, nil},
	{"initials of Nikolai Nikolaevich", values{kyc.FullName: "Ivanov N.N."}, nil},
	{"a person of one name", values{kyc.FullName: "Rajesh FNU"}, nil},
	{"a Polish company", values{kyc.FullName: "Nowak Budowa sp. z o.o."}, []string{"name_unusual fullName"}},
	{"a Malaysian", values{kyc.FullName: "Ramasamy A/L Muthu @ Ravi"}, nil},
	{"a made-up name with its number", values{kyc.FullName: "Person 12"}, nil},
	{"the third of a name", values{kyc.FullName: "John Smith 3rd"}, nil},
	{"names like forms of companies", values{kyc.FullName: "Li Ag", kyc.LastName: "Sa", kyc.FirstName: "Co"}, nil},
	{"a name in signs", values{kyc.FullName: "O'Brien-Núñez, Mª José (Pepa)"}, nil},
	{"half a name", values{kyc.FullName: "Marko N/A"}, []string{"placeholder fullName"}},
	{"no name twice", values{kyc.FullName: "TBD TBD"}, []string{"placeholder fullName"}},
	{"a test twice", values{kyc.FullName: "Dummy dummy"}, []string{"test_data fullName"}},
	{"a name twice", values{kyc.FullName: "Thomas Thomas"}, nil},
	{"a number of letters", values{kyc.DocumentNumber: "AAAA"}, []string{"placeholder documentNumber"}},
	{"a short counted number", values{kyc.DocumentNumber: "1234"}, []string{"placeholder documentNumber"}},
	{"no address on both sides", values{kyc.Email: "no@no.com"}, []string{"test_data email"}},
	{"a domain of one's own", values{kyc.Email: "kim@kim.com"}, nil},
	{"a provider of another country", values{kyc.Email: "ann.lee@yahoo.co"}, nil},
	{"the mailbox of who keeps the computers", values{kyc.Email: "admin@mueller-spedition.de"}, []string{"email_unusual email"}},
	{"the same in one's own domain", values{kyc.Email: "webmaster@lee-photography.com"}, nil},
	{"an office", values{kyc.Email: "office@mueller-spedition.de"}, nil},
	{"a mistyped provider", values{kyc.Email: "ann.lee@gmial.com"}, []string{"email_typo email"}},
	{"a mistyped end", values{kyc.Email: "ann.lee@bank.con"}, []string{"email_typo email"}},
	{"a provider of another name", values{kyc.Email: "ann.lee@gmx.com"}, nil},
	{"no address", values{kyc.IPAddress: "999.1.1.1"}, []string{"ip_invalid ipAddress"}},
	{"the address of all of a network", values{kyc.IPAddress: "255.255.255.255"}, []string{"ip_invalid ipAddress"}},
	{"an address with its port", values{kyc.IPAddress: "81.12.5.7:443"}, []string{"ip_invalid ipAddress"}},
	{"the machine itself", values{kyc.IPAddress: "127.0.0.1"}, []string{"ip_invalid ipAddress"}},
	{"a good address", values{kyc.IPAddress: "81.12.5.7"}, nil},
	{"a long address", values{kyc.IPAddress: "2001:db8::7"}, nil},
	{"a group of computers", values{kyc.IPAddress: "ff05::1:3"}, []string{"ip_invalid ipAddress"}},
	{"an address for what is thrown away", values{kyc.IPAddress: "100::7"}, []string{"ip_invalid ipAddress"}},
	{"an address of no block", values{kyc.IPAddress: "4a01:8::7"}, []string{"ip_invalid ipAddress"}},
	{"6to4 of an inner network", values{kyc.IPAddress: "2002:ac10:0a01::1"}, []string{"ip_invalid ipAddress"}},
	{"6to4 of the Internet", values{kyc.IPAddress: "2002:510c:0507::1"}, nil},
	{"NAT64 of an inner network", values{kyc.IPAddress: "64:ff9b::10.3.4.5"}, []string{"ip_invalid ipAddress"}},
	{"NAT64 of the Internet", values{kyc.IPAddress: "64:ff9b::81.12.5.7"}, nil},
	{"Teredo of an inner network", values{kyc.IPAddress: "2001:0:4136:e378:8000:63bf:f5ff:fffe"}, []string{"ip_invalid ipAddress"}},
	{"Teredo of the Internet", values{kyc.IPAddress: "2001:0:4136:e378:8000:63bf:aef3:faf8"}, nil},
	{"the same as a short one", values{kyc.IPAddress: "::ffff:81.12.5.7"}, nil},
	{"a userid with what nobody sees", values{kyc.UserID: "\ufeffu000570"}, []string{"invisible_character userid"}},
	{"a space too many", values{kyc.LastName: "Lee "}, []string{"white_space lastName"}},
	{"letters apart from their accents", values{kyc.FullName: "Jose\u0301 Lee"}, []string{"text_decomposed fullName"}},
	{"a place whose letters are", values{kyc.AddressCity: "Mu\u0308nchen"}, []string{"text_decomposed address_city"}},
	{"an accent that no letter has", values{kyc.FullName: "Adébáyọ̀ Olú"}, nil},
	{"a number with a space of another kind", values{kyc.DocumentNumber: "AB1\u00a02345"}, []string{"invisible_character documentNumber"}},
	{"a number in another alphabet", values{kyc.DocumentNumber: "\u0415\u041d1916153"}, []string{"mixed_scripts documentNumber"}},
	{"a number in the alphabet of its country", values{kyc.DocumentNumber: "\u0415\u041d1916153", kyc.IssuingCountry: "UKR", kyc.ExpireDate: ""}, nil},
	{"a passport with a zone in another alphabet", values{kyc.DocumentNumber: "\u0415\u041d1916153", kyc.IssuingCountry: "UKR"}, []string{"mixed_scripts documentNumber"}},
	{"a Turkish name in another encoding", values{kyc.FullName: "\u00deükrü Y\u00fdld\u00fdz", kyc.Nationality: "TUR"}, []string{"mojibake fullName"}},
	{"a Chinese name in another encoding", values{kyc.FullName: "Î° ÕÅ", kyc.Nationality: "CHN"}, []string{"mojibake fullName"}},
	{"a doctor of Hungary", values{kyc.FullName: "Dr. Kovács Éva", kyc.Nationality: "HUN"}, nil},
	{"a child's father in Singapore", values{kyc.FullName: "Rajan S/O Krishnan", kyc.AddressCountry: "SGP"}, nil},
	{"a gender for a name", values{kyc.FullName: "Female Horvat"}, []string{"name_unusual fullName"}},
	{"the parts of the name", values{kyc.FullName: "Ann Mary LEE", kyc.FirstName: "Ann", kyc.LastName: "Lee"}, nil},
	{"parts in another order", values{kyc.FullName: "Lee, Ann", kyc.FirstName: "Ann", kyc.LastName: "Lee"}, nil},
	{"parts without their accents", values{kyc.FullName: "Jurgen Mueller", kyc.FirstName: "Jürgen", kyc.LastName: "Müller"}, nil},
	{"parts in another script", values{kyc.FullName: "이안", kyc.FirstName: "Ann", kyc.LastName: "Lee"}, nil},
	{"parts without a space", values{kyc.FullName: "김민수", kyc.FirstName: "민수", kyc.LastName: "김"}, nil},
	{"an initial for a part", values{kyc.FullName: "A. Lee", kyc.FirstName: "Ann", kyc.LastName: "Lee"}, nil},
	{"a name by marriage", values{kyc.FullName: "Ann Lee", kyc.FirstName: "Ann", kyc.LastName: "Lee-Smith"}, nil},
	{"two spellings of a part", values{kyc.FullName: "Muhammad Alrashid", kyc.FirstName: "Mohammed", kyc.LastName: "Al-Rashid"}, nil},
	{"one last name of two", values{kyc.FullName: "Ana García", kyc.FirstName: "Ana", kyc.LastName: "López García", kyc.Nationality: "ESP"}, nil},
	{"one last name twice", values{kyc.FullName: "Juan García García", kyc.FirstName: "Juan", kyc.LastName: "García García", kyc.Nationality: "ESP"}, nil},
	{"a person of one name with two parts", values{kyc.FullName: "Suharto", kyc.FirstName: "Suharto", kyc.LastName: "Suharto"}, nil},
	{"another's name", values{kyc.FullName: "Petra Jurić", kyc.FirstName: "Marko", kyc.LastName: "Horvat"}, []string{"name_unusual fullName"}},
	{"another's last name", values{kyc.FullName: "Petra Jurić", kyc.FirstName: "Petra", kyc.LastName: "Horvat", kyc.Nationality: "HRV"}, []string{"name_unusual fullName"}},
	{"half the name", values{kyc.FullName: "Marko", kyc.FirstName: "Marko", kyc.LastName: "Horvat"}, []string{"name_unusual fullName"}},
	{"the other half of it", values{kyc.FullName: "HORVAT", kyc.FirstName: "Marko", kyc.LastName: "Horvat"}, []string{"name_unusual fullName"}},
	{"a name cut off", values{kyc.FullName: "Maria Fernanda Olive", kyc.FirstName: "Maria Fernanda", kyc.LastName: "Oliveira Santos"}, []string{"name_unusual fullName"}},
	{"a name with fewer words than its parts", values{kyc.FullName: "Maria Fernanda Oliveira", kyc.FirstName: "Maria Fernanda", kyc.LastName: "Oliveira Santos"}, nil},
	{"a last name in the first one", values{kyc.FullName: "Marko Horvat Horvat", kyc.FirstName: "Marko Horvat", kyc.LastName: "Horvat", kyc.Nationality: "HRV"}, []string{"name_unusual fullName"}},
	{"no name", values{kyc.FullName: "XXX"}, []string{"placeholder fullName"}},
	{"no street", values{kyc.AddressStreet: "null"}, []string{"placeholder address_street"}},
	{"a code of the post for a town", values{kyc.AddressCity: "10000"}, []string{"address_unusual address_city"}},
	{"a name that is a word", values{kyc.LastName: "Null", kyc.FullName: "Ann Null"}, nil},
	{"no issue date", values{kyc.IssueDate: "1970-01-01", kyc.BirthDate: "1960-01-01", kyc.ExpireDate: ""}, []string{"placeholder issueDate"}},
	{"a test", values{kyc.FullName: "TEST Test 2"}, []string{"test_data fullName"}},
	{"nobody", values{kyc.FullName: "John Doe"}, []string{"test_data fullName"}},
	{"somebody", values{kyc.FullName: "Johnny Doe-Smith"}, nil},
	{"an address of a test", values{kyc.Email: "test@test.com"}, []string{"test_data email"}},
	{"a tester's address", values{kyc.Email: "contest@testa.com"}, nil},
	{"mojibake", values{kyc.FullName: "JosÃ© MÃ¼ller"}, []string{"mojibake fullName"}},
	{"question marks", values{kyc.LastName: "M?ller"}, []string{"mojibake lastName"}},
	{"two alphabets", values{kyc.FirstName: "Аnna"}, []string{"mixed_scripts firstName"}},
	{"a spoiled place", values{kyc.AddressCity: "Krak√≥w"}, []string{"mojibake address_city"}},
	{"a street with a lost letter", values{kyc.AddressStreet: "Haupt Stra?e 5"}, []string{"mojibake address_street"}},
	{"a name of a page", values{kyc.FullName: "J&ouml;rg M&#252;ller"}, []string{"mojibake fullName"}},
	{"a company's sign", values{kyc.AddressStreet: "Marks & Co; Lane 50%"}, nil},
	{"what nobody sees", values{kyc.FullName: "Ann\u200b Lee"}, []string{"invisible_character fullName"}},
	{"a number with what nobody sees", values{kyc.DocumentNumber: "\u202aAB12345"}, []string{"invisible_character documentNumber"}},
	{"a joiner of Persian", values{kyc.FullName: "علی\u200cرضا کریمی"}, nil},
	{"nobody, turned", values{kyc.FullName: "Doe, John"}, []string{"test_data fullName"}},
	{"no whole name", values{kyc.FullName: "Redacted"}, []string{"placeholder fullName"}},
	{"no name in Russian", values{kyc.FullName: "Не указано"}, []string{"placeholder fullName"}},
	{"a test in Russian", values{kyc.FullName: "ТЕСТ ТЕСТ"}, []string{"test_data fullName"}},
	{"a number of noughts", values{kyc.DocumentNumber: "M00000000"}, []string{"placeholder documentNumber"}},
	{"a number to come", values{kyc.DocumentNumber: "PENDING"}, []string{"placeholder documentNumber"}},
	{"a town called None", values{kyc.AddressCity: "None", kyc.AddressCountry: "ITA"}, nil},
	{"a town of no name", values{kyc.AddressCity: "None", kyc.AddressCountry: "FRA"}, []string{"placeholder address_city"}},
	{"the first day of a spreadsheet", values{kyc.BirthDate: "1904-01-01"}, []string{"placeholder birthDate"}},
	{"a licence with the identity number", values{kyc.IDType: "drivers_license", kyc.IssuingCountry: "CHN", kyc.DocumentNumber: "110105194912310021", kyc.IdentityNumber: "110105194912310021"},
		[]string{"number_invalid identityNumber"}},
	{"digits of full width", values{kyc.IdentityNumber: "４４０５１４０１３５８", kyc.Nationality: "POL", kyc.IssuingCountry: "POL"}, []string{"number_invalid identityNumber"}},
	{"a number of where somebody lives", values{kyc.IdentityNumber: "44051401359", kyc.Nationality: "NOR", kyc.IssuingCountry: "NOR", kyc.AddressCountry: "POL", kyc.Gender: "male", kyc.BirthDate: "1944-05-14"}, nil},
	{"a number of a country that is not known", values{kyc.IdentityNumber: "2001309992991", kyc.Nationality: "MDA", kyc.IssuingCountry: "ROU"}, nil},
	{"a wrong number of a foreigner", values{kyc.IdentityNumber: "44051401358", kyc.Nationality: "NOR", kyc.IssuingCountry: "POL"}, []string{"number_invalid identityNumber"}},
	{"two alphabets in a number", values{kyc.DocumentNumber: "AВ123457"}, []string{"mixed_scripts documentNumber"}},
}

// zone is the specimen of ICAO 9303-4 with a composite check digit.
func zone(composite int) string {
	return strings.Replace("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<1", "B<<<<<1", "B<<<<<1"+fmt.Sprint((composite+4)%10), 1)
}

func TestPlanted(t *testing.T) {
	v := newValidator(t, Options{})
	for _, flaw := range planted {
		t.Run(flaw.name, func(t *testing.T) {
			rec := goodRecord()
			rec.Submission[kyc.Email] = "ann.lee@mail.kr"
			for f, value := range flaw.set {
				rec.Submission[f] = value
			}
			v.Check(rec)
			var got []string
			for _, line := range found(rec) {
				got = append(got, strings.TrimPrefix(line, "warning "))
			}
			// A line break in a custom field is another matter.
			got = slices.DeleteFunc(got, func(s string) bool { return strings.HasPrefix(s, "control_character") })
			if diff := cmp.Diff(flaw.want, got); diff != "" && (len(got) > 0 || len(flaw.want) > 0) {
				t.Error(diff)
			}
		})
	}
}

// Each rule of the document and identity packs is planted somewhere.
func TestEachRuleIsPlanted(t *testing.T) {
	seen := map[string]bool{"date_order": true, "birth_date_implausible": true, "issue_date_future": true, // in TestCheckDates
		"key_unusual":                   true,                       // in TestKeys
		"userid_unusual":                true,                       // in TestValuesThatAreTellingWhereTheyAreRare
		"address_incomplete":            true,                       // in TestValuesThatAreTellingWhereTheyAreRare
		"document_incomplete":           true,                       // in TestFieldsThatFewLack
		"document_nationality_mismatch": true,                       // in TestPassportsOfAnotherNation
		"custom_unusual":                true,                       // in TestCustomFields
		"value_missing":                 true,                       // in TestFieldsThatFewLack
		"value_repeated":                true,                       // in TestRepeatedValues
		"key_alike":                     true, "userid_alike": true} // in TestAlikes
	for _, s := range shareRules {
		seen[rules[s.rule].Code] = true // in TestIdentity
	}
	for _, flaw := range planted {
		for _, want := range flaw.want {
			code, _, _ := strings.Cut(want, " ")
			seen[code] = true
		}
	}
	for _, rule := range Rules() {
		if (rule.Pack == PackDocument || rule.Pack == PackIdentity) && !seen[rule.Code] {
			t.Errorf("%s is planted nowhere", rule.Code)
		}
	}
}

func TestSeverities(t *testing.T) {
	changed := map[string]kyc.Severity{
		"document_expired": kyc.Reject, "minor": kyc.Off, "disputed_missing": kyc.Warn,
		"email_invalid": kyc.Warn, "no_such_rule": kyc.Off, // both are refused
	}
	v := newValidator(t, Options{Strict: true, Severities: changed})
	rec := goodRecord()
	rec.Submission[kyc.BirthDate], rec.Submission[kyc.IssueDate], rec.Submission[kyc.ExpireDate] = "2012-01-01", "", "2020-01-01"
	rec.Submission[kyc.Email], rec.Submission[kyc.IssuingCountry] = "nobody", ""
	v.Check(rec)
	want := []string{"reject email_invalid email", "warning disputed_missing issuingCountry", "reject document_expired expireDate"}
	if diff := cmp.Diff(want, found(rec)); diff != "" {
		t.Error(diff)
	}
	for code, s := range changed {
		refused := code == "email_invalid" || code == "no_such_rule"
		if err := CheckSeverity(code, s); (err != nil) != refused {
			t.Errorf("%s: %v", code, err)
		}
	}
	if slices.Contains(Adjustable(), "key_missing") || !slices.Contains(Adjustable(), "email_shared") {
		t.Errorf("adjustable: %v", Adjustable())
	}
}

// With all rules off, nothing is said that is not fixed.
func TestAllOff(t *testing.T) {
	off := map[string]kyc.Severity{}
	for _, code := range Adjustable() {
		off[code] = kyc.Off
	}
	v := newValidator(t, Options{Severities: off})
	for _, flaw := range planted {
		rec := goodRecord()
		for f, value := range flaw.set {
			rec.Submission[f] = value
		}
		if v.Check(rec); len(rec.Issues) > 0 {
			t.Errorf("%s: %v", flaw.name, found(rec))
		}
	}
}

// Sound numbers and names of many peoples raise nothing.
func TestACleanPopulation(t *testing.T) {
	b, err := os.ReadFile("../idnumber/testdata/sound.tsv")
	if err != nil {
		t.Fatal(err)
	}
	v := newValidator(t, Options{})
	x := newTestIdentity(t, nil)
	r := rand.New(rand.NewPCG(1, 2))
	seq := 0
	for line := range strings.Lines(string(b)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) != 4 || line[0] == '#' {
			continue
		}
		for i, name := range cleanNames {
			rec := cleanRecord(seq, r, name)
			s := &rec.Submission
			s[kyc.Nationality], s[kyc.IssuingCountry] = cells[0], cells[0]
			if i == 0 {
				s[kyc.IdentityNumber] = cells[1]
				s[kyc.Gender] = map[string]string{"M": "male", "F": "female"}[cells[3]]
				born(s, cells)
				s[kyc.FullName] += " " + syllables(seq) // no namesakes
			}
			v.Check(rec)
			var want []string
			if i == 0 && nearlyCounted(cells[1]) != noSample { // published as an example
				want = []string{"warning placeholder identityNumber"}
			}
			if i == 0 && (cells[0] == "ESP" && strings.IndexByte("XYZ", cells[1][0]) >= 0 || cells[0] == "ZAF" && cells[1][10] != '0') { // of foreigners
				want = []string{"warning number_invalid identityNumber"}
			}
			if diff := cmp.Diff(want, found(rec)); diff != "" {
				t.Errorf("%s %q of %s: %s", name, cells[1], cells[0], diff)
			}
			note1(t, x, rec)
			seq++
		}
	}
	if list := told(t, x); list != nil {
		t.Errorf("across %d people: %v", seq, list)
	}
}

// syllables is a number as a word that can be spoken.
func syllables(n int) (word string) {
	for _, d := range fmt.Sprint(n) {
		word += string(d-'0'+'q') + "a"
	}
	return word
}

// born gives a person the birth date that a number tells, as far as it tells one.
func born(s *kyc.Submission, cells []string) {
	s[kyc.IssueDate] = ""
	f := idnumber.Read(cells[0], cells[1], idnumber.OfCardOwner).Facts
	switch {
	case cells[2] >= "1910":
		s[kyc.BirthDate] = cells[2]
	case !f.Century && f.Month != 0 && f.Year < 10:
		s[kyc.IdentityNumber] = "" // of somebody too young or too old
	case f.Century && f.Month == 0 && f.Year != 0:
		s[kyc.BirthDate] = fmt.Sprintf("%04d-07-09", f.Year)
	case f.Month != 0 && !f.Century:
		s[kyc.BirthDate] = fmt.Sprintf("19%02d-%02d-%02d", f.Year, f.Month, max(f.Day, 1))
	case f.Month != 0 || f.Year != 0:
		s[kyc.IdentityNumber] = "" // of somebody long dead
	}
	s[kyc.ExpireDate] = ""
}

var cleanNames = []string{
	"Margaret Featherstonehaugh", "김민수", "佐藤 健一", "王小明", "Jürgen Müller-Lüdenscheidt", "Михаил Кузнецов", "José Antonio Fernández García",
	"Nguyễn Thị Minh", "Ángela D'Aubigné", "Oluwaseun Adébáyọ̀", "สมชาย ใจดี", "فاطمة المنصوري", "דוד לוי", "राजेश शर्मा", "Ελένη Παπαδοπούλου",
	"Әбдірахман Нұрлан", "Þórunn Jónsdóttir", "Łukasz Źdźbło", "O’Connor Siân", "Na Null", "Li Xu", "Đặng Văn An", "Ђорђе Петровић", "Անի Հովհաննիսյան",
}

// cleanRecord is a person of whom nothing is wrong, unlike any other.
func cleanRecord(seq int, r *rand.Rand, name string) *kyc.Record {
	rec := goodRecord()
	rec.Row.Seq = int64(seq)
	rec.Key.Parts = []string{fmt.Sprint("K-", seq)}
	s := &rec.Submission
	s[kyc.FullName] = name
	s[kyc.BirthDate] = fmt.Sprintf("%d-%02d-%02d", 1930+seq%70, seq/70%12+1, 1+seq/840%28)
	s[kyc.Email] = fmt.Sprintf("customer.%d@mail.kr", seq)
	s[kyc.DocumentNumber] = fmt.Sprintf("M%08d", 20_000_001+7919*seq)
	s[kyc.Gender] = []string{"female", "male", ""}[r.IntN(3)]
	s[kyc.AddressStreet] = []string{"12 High Street, Flat 3a", "ул. Ленина 5а", "테헤란로 152", "Calle Mayor, 118 2º B", "1-2-3 Marunouchi"}[r.IntN(5)]
	return rec
}
