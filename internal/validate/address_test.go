package validate

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"kycmigrate/internal/kyc"
)

// emails are addresses, by what is to be said of them.
var emails = map[string][]string{
	"test_data": {
		"test@test.com", "Test.User@gmail.com", "test_mail@bank.hr", "test.Kunde@web.de", "no-email@bank.hr", "keine.email@x-bank.de", "sin_correo@bank.cl", "nincs.email@bank.hu",
		"placeholder@mail.com", "nobody@nowhere.com", "someone@somewhere.com", "email@email.com", "mail@mail.com", "abc@abc.com", "ABC@gmail.com", "info@yahoo.com", "john.doe@hotmail.com",
		"12345@gmail.com", "1111111@web.de", "no-reply@bank.hr", "gmail@gmail.com", "none@none.com",
		"refused@gmail.com", "withheld@yahoo.com", "abuse@gmx.net", "billing@gmail.com", "Vendas@hotmail.com", "keine@email.de", "geen@email.nl", "nema@mail.hr", "brak@poczta.pl", "none@email.com", "keine@gmx.de", "ninguno@correo.es", "aucune@gmail.com", "Nincs@email.hu", "khong@gmail.com", "none@no.com",
	},
	"placeholder": {"BOUNCED_ann@bank.hr", "deleted_ann@bank.hr", "deleted_90233@adriabank.hr", "deleted@adriabank.hr", "GDPR-0012@bank.de", "anonymized.7f3a@bank.de", "usuniety77@bank.pl"},
	"email_typo": {
		"ann.lee@gmial.com", "ann.lee@gmai.com", "ann.lee@gamil.com", "ann.lee@gnail.com", "ann.lee@gmaill.com", "ann.lee@ggmail.com", "ann.lee@gmal.com", "ann.lee@gmil.com", "ann.lee@gmaul.com", "ann.lee@gmsil.com",
		"ann.lee@gmailcom.com", "ann.lee@gmail.com.com", "ann.lee@gmail.co", "ann.lee@gmail.cm", "ann.lee@gmail.om", "ann.lee@gmail.c", "ann.lee@gmail.hr", "ann.lee@goglemail.com", "ann.lee@gmai1.com", "ann.lee@g00glemail.com.com",
		"ann.lee@hotnail.com", "ann.lee@hotmial.com", "ann.lee@hotmal.fr", "ann.lee@hotmai.com", "ann.lee@h0tmail.com", "ann.lee@hotmail.cm", "ann.lee@hotmail.co", "ann.lee@hormail.com", "ann.lee@homail.com", "ann.lee@hotmeil.com",
		"ann.lee@yahooo.com", "ann.lee@yaho.co.uk", "ann.lee@yhoo.com", "ann.lee@yahoo.cm", "ann.lee@yahho.com", "ann.lee@YAHO.COM", "ann.lee@outlok.com", "ann.lee@outloo.com", "ann.lee@outllok.com", "ann.lee@iclod.com", "ann.lee@icoud.com",
		"ann.lee@protonmal.com", "ann.lee@bank.con", "ann.lee@bank.cmo", "ann.lee@bank.com.com", "www.ann.lee@gmail.com", "WWW.lee@naver.com", "ann.lee@hanmial.net",
		"ann.lee@bigpnd.com", "ann.lee@orage.fr", "ann.lee@ornage.fr", "ann.lee@Orangge.fr", "ann.lee@seznan.cz", "ann.lee@senzam.cz", "ann.lee@zigo.nl", "ann.lee@libreo.it", "ann.lee@libbero.it", "ann.lee@vigilio.it", "ann.lee@t-onlne.de", "ann.lee@wanado.fr", "ann.lee@btinterent.com", "ann.lee@comcst.net", "ann.lee@rambelr.ru",
		"ann.lee@yahoo.com.bt", "ann.lee@yahoo.co.fr", "ann.lee@hotmail.com.fr", "ann.lee@outlook.co.de", "ann.lee@mial.ru", "ann.lee@wbe.de",
	},
	"email_unusual": {"d*****@walla.co.il", "ann.lee@net.hrr", "ann.lee@bank.kor", "ann.lee@mail.zz", "ann.lee@mailinator.com", "ann.lee@yopmail.fr", "ann.lee@guerrillamail.net", "ann.lee@Trashmail.com", "ann@xn--mnchen-3ya.nowhere", "'ann.lee@bank.hr", "=ann.lee@bank.hr", "ann.lee@hotmail.com2", "ann.lee@bank.d3", "ann.lee@bank.k"},
	"": {
		"m.o@hotmail.com", "x@yahoo.com", "84930021@qq.com", "12345678@qq.com", "13800138000@163.com", "123456@naver.com", "li@li.li", "an@an.no", "kim@kim.com", "contact@testa.it", "anna.test@testa.it", "protest@libero.it",
		"info.marko@t-com.hr", "info@horvat.hr", "office@horvat.hr", "me@marko.photography", "john.doe77@gmail.com", "contest@gmail.com", "tester.anna@gmail.com", "testerink@ziggo.nl", "nullmeyer@web.de", "marko@mail.com", "marko@email.com",
		"marko@ymail.com", "marko@gail.com", "marko@cloud.com", "marko@wahoo.com", "marko@grail.com", "marko@fmail.com", "marko@hmail.hu", "marko@gmal.hu", "marko@gmx.com", "marko@hey.com", "marko@live.fr", "marko@yandex.kz", "marko@web.de",
		"marko@yahoo.co", "marko@yahoo.com.ar", "marko@hotmail.com.br", "marko@hotmail.co.uk", "marko@outlook.com.tr", "marko@icloud9.com", "marko@icloud.com.cn", "marko@protonmail.ch", "marko@gmail.ru", "marko@googlemail.com",
		"removed.anna@bank.hr", "old_ann@bank.hr", "a*b@bank.hr", "delia77@gmail.com", "gdprakash@gmail.com", "noemi@gmail.com", "nomailova@seznam.cz", "dummyer@bank.hr", "sina@sina.com", "ann.lee@bank.co.ke", "ann.lee@ministry.gov.bd", "ann.lee@bank.museum", "ann@example.com", "ann@bank.local",
		"ann@bank.xn--p1ai", "wwwilson@bank.hr", "4444@bank.hr", "user.ann@gmail.com", "abc@horvat-abc.hr",
		"refused@bank.de", "sales@bank.de", "press@horvat.hr", "keine@bank.de", "nema@horvat.hr", "nada@mail.com", "sin@mail.ru", "ann@libro.it", "ann@grange.fr", "ann@range.fr", "ann@oranges.fr", "ann@orange.com", "ann@seznamy.cz", "ann@libera.it", "ann@never.com", "ann@globe.com", "ann@ziggo.com", "ann@bigpond.net", "ann@acor.de", "ann@orange.pl", "ann@comcast.com",
		"ann@yahoo.com.au", "ann@bank.x1.hr", "ann@yahoo.co.in", "ann@hotmail.co.th", "ann@outlook.com.vn", "ann@yahoo.org.uk", "ann@yahoo.com.ph", "o'neil@bank.hr", "ann@bank.XN--P1AI",
	},
}

func TestCheckAddress(t *testing.T) {
	v := newValidator(t, Options{})
	for want, list := range emails {
		for _, address := range list {
			rec := goodRecord()
			rec.Submission[kyc.Email] = address
			v.Check(rec)
			switch got := found(rec); {
			case want == "" && len(got) > 0:
				t.Errorf("%s: %v", address, got)
			case want != "" && !slices.Equal(got, []string{"warning " + want + " email"}):
				t.Errorf("%s: %v, want %s", address, got, want)
			}
		}
	}
}

// Ends that are told as mistyped are none of the Internet, and no table of words that
// are wrong has one that is right.
func TestTablesOfDomains(t *testing.T) {
	for end := range typoEnds.words {
		if isEnd(end) {
			t.Errorf(".%s is an end of the Internet", end)
		}
	}
	for end := range innerEnds.words {
		if isEnd(end) {
			t.Errorf(".%s is an end of the Internet", end)
		}
	}
	for domain := range greatDomains.words {
		if mistypedDomain(domain) || throwaway.has(domain) || !realEnd(domain) {
			t.Errorf("%s is that of a great provider", domain)
		}
	}
	for domain := range strings.SplitSeq(nationalDomains, "|") {
		if mistypedDomain(domain) || throwaway.has(domain) || !realEnd(domain) {
			t.Errorf("%s is that of a provider", domain)
		}
	}
	for domain := range sisters.words {
		if mistypedDomain(domain) {
			t.Errorf("%s is somebody's", domain)
		}
	}
	for domain := range throwaway.words {
		if mistypedDomain(domain) || !realEnd(domain) {
			t.Errorf("%s is told in two ways", domain)
		}
	}
	for word := range numbered.words {
		if !numbered.begins(word) || !numbered.numbers(strings.ToUpper(word[:3])+"_"+word[3:]+"07") {
			t.Errorf("%s is not found", word)
		}
	}
}

func TestRealEnd(t *testing.T) {
	for end, want := range map[string]bool{
		"com": true, "COM": true, "kr": true, "uk": true, "bd": true, "ck": true, "su": true, "museum": true, "bank": true, "photography": true, "рф": true, "xn--p1ai": true,
		"hrr": false, "zz": false, "an": false, "kor": false, "nowhere": false, "example": true, "local": true, "": true,
	} {
		if got := realEnd("mail." + end); got != want {
			t.Errorf(".%s: %v", end, got)
		}
	}
}

// places are parts of addresses, by what is to be said of them.
func TestPlaces(t *testing.T) {
	for f, tests := range map[kyc.Field]map[string]string{
		kyc.AddressCity: {
			"10000": "address_unusual", "10-000": "address_unusual", "marko@gmail.com": "address_unusual", "www.zagreb.hr": "address_unusual", "Street Nova 104": "address_unusual", "12 High Street": "address_unusual",
			"Hauptstraße 5": "address_unusual", "ul. Długa 7a": "address_unusual", "Calle Mayor 12": "address_unusual", "Ленина улица 5": "address_unusual", "12 Mill Lane": "address_unusual", "vul. Saksahanskoho 13": "address_unusual", "Strada Lungă 5": "address_unusual", "Vilniaus gatvė 5a": "address_unusual", "Soi Dao 22160": "", "Calea": "",
			"same as above": "placeholder", "N/A, N/A": "placeholder", "#REF!": "placeholder", "#¡REF!": "placeholder", "#ССЫЛКА!": "placeholder", "####": "placeholder", "同上": "placeholder", "1 Test Street": "test_data", "Anytown": "test_data", "Musterstadt": "test_data",
			"Torino tel. 011 555018": "address_unusual", "Split, mob: 091 223 344": "address_unusual", "Zürich +41791234567": "address_unusual", "София тел.0887223344": "address_unusual", "Tel Aviv 6100000": "", "Telti 07020": "", "бyл. Враца": "mixed_scripts", "Велико Тъpново": "mixed_scripts",
			"Limerick,": "address_unusual", "=B1": "address_unusual", "L0nd0n": "address_unusual", "LondonLondon": "address_unusual", "Deutschland": "address_unusual", "日本": "address_unusual", "X": "address_unusual", "Leeds (old)": "address_unusual", " Leeds": "white_space", "Leeds ": "white_space", "Berlin (Mitte)": "", "Bora Bora": "", "Tolitoli": "", "PIRIPIRI": "", "Moacir PU5BHV": "", "Abra4": "", "Москва24А": "", "Luxembourg": "", "Mexico": "",
			"Same": "", "Praha 4": "", "Paris 12e": "", "Dublin 8": "", "1010 Wien": "", "6 октября": "", "10 de Octubre": "", "Quận 1": "", "Sector 62": "", "Lane Cove 2066": "", "Road Town 1": "", "Street": "placeholder", "St. Gallen 9000": "", "Y": "", "Å": "", "東京23区": "",
			"Null (Gemeinde)": "", "Foz do Iguaçu": "", "Via": "", "Nada": "", "Ul": "", "Hash #1": "", "Errol": "", "Gassendorf": "", "Weg 5 Dorf": "",
		},
		kyc.AddressStreet: {
			"same": "placeholder", "same as permanent address": "placeholder", "ditto": "placeholder", "siehe oben": "placeholder", "-, -": "placeholder", "n/a,": "placeholder", "#NAME?": "placeholder", "12 Fake Street": "test_data", "Teststraße 1, Testhausen": "test_data", "Teststraße 12, 10115 Berlin": "test_data", "Hill Road 3, Testhausen": "test_data", "Musterstraße 1": "test_data", "ann@bank.hr": "address_unusual",
			"Kramgasse 03. Mai": "address_unusual", "Mill Lane 12-May": "address_unusual", "Ilica Apr-12": "address_unusual", "03-Dec Kenyatta Avenue": "address_unusual", "-do-": "placeholder", "无固定住所": "placeholder", "pw: Sommer2019!": "address_unusual", "PW: 5 Mill Lane": "", "Elizabetes iela 22\",\"LV-1010\",\"passport": "address_unusual", "ul. Krótka 05-lip": "address_unusual", "Straße des 17. Juni": "", "Rue du 8 Mai 12": "", "3255 Chemin du 26-Mars": "", "Av. 25 de Mayo": "", "ul. 3 maja": "", "Calle 12-14": "", "Road 4-B": "",
			"ул. Лeнина 5": "mixed_scripts", "бyл. Витоша 27": "mixed_scripts", "ул. Ленина 5A": "", "ул. XX Партсъезда 5": "", "ул. Ленина, корп. B": "", "Ул. Мира 5а/IV": "",
			"12": "", "Flat 3 @ Rose Villa, No. 5": "", "C/ Mayor, s/n": "", "Test Valley Road 4": "", "XXX. utca 3": "", "-, Rose Cottage": "", "#12-345 Orchard Rd": "", "Rua 25 de Março, 1000": "", "Above the Same Road": "", "# 5!": "",
		},
	} {
		holdAgainst(t, f, tests)
	}
	rec := goodRecord()
	rec.Submission[kyc.AddressCity], rec.Submission[kyc.AddressCountry] = "Street", "GBR"
	if newValidator(t, Options{}).Check(rec); len(rec.Issues) > 0 {
		t.Errorf("Street in Somerset: %v", found(rec))
	}
}

// holdAgainst checks that each value of a field raises the warning beside it, and no
// other issue; "" is none.
func holdAgainst(t *testing.T, f kyc.Field, tests map[string]string) {
	t.Helper()
	v := newValidator(t, Options{})
	for _, value := range slices.Sorted(maps.Keys(tests)) {
		rec := goodRecord()
		rec.Submission[f] = value
		v.Check(rec)
		got := strings.Join(found(rec), ", ")
		if want := tests[value]; want == "" && got != "" || want != "" && got != "warning "+want+" "+f.String() {
			t.Errorf("%s %q: %s, want %q", f, value, got, want)
		}
	}
}

func TestUserIDsAndCustomFields(t *testing.T) {
	for f, tests := range map[kyc.Field]map[string]string{
		kyc.UserID: {
			"N/A": "placeholder", "null": "placeholder", "NONE": "placeholder", "undefined": "placeholder", "#REF!": "placeholder", "unknown": "placeholder", "deleted_77": "placeholder", "admin": "placeholder", "-": "placeholder", "test": "test_data", "TestUser": "test_data", "TestUser01": "",
			"4.47E+05": "placeholder", "'ann7": "placeholder", "user1": "", "4e5": "", "1.5": "", "47E": "", "9E-mail": "",
			"\u200bu7": "invisible_character", "bohd\u0430n701d": "mixed_scripts", "ann\u03bf": "mixed_scripts", "богдан701": "", "ánna": "", "богдан_x": "", "김minsu": "",
			"anna.lee:Sommer2019!": "userid_unusual", "changeme": "userid_unusual", "urn:anna:lee2019A": "", "deleted_anna": "placeholder", "LOCKED-anna7": "placeholder", "OLD_anna": "placeholder", "gesperrt_anna": "placeholder", "old_school": "", "locked_heart": "", "deletedanna": "", "????": "placeholder", "😀😀": "placeholder", "😀anna": "", "anna😀": "",
			"Passw0rd!": "userid_unusual", "P@ssword1": "userid_unusual", "parolanna": "", "https://portal/login": "userid_unusual", "jÃ¼rgen66": "mojibake", "jürgen66": "", "550e8400-e29b-41d4-a716-446655440000": "", strings.Repeat("inigo.etxeberria", 5): "userid_unusual",
			"1": "", "12345": "", "11111": "", "testarossa": "", "nuller": "", "u000001.eac": "", "김민수": "", "K-0": "", "contest": "", "nanna": "",
		},
		kyc.CF1: {
			"NULL": "placeholder", "(null)": "placeholder", "#REF!": "placeholder", "#NV": "placeholder", "Err:502": "placeholder", "undefined": "placeholder", "NaN": "placeholder", "Nan": "", "nat": "", "#####": "placeholder",
			"None": "", "0": "", "-": "", "unknown": "", "test": "", "#1": "", "Error": "", "Nuller": "", "Which #?": "",
		},
	} {
		holdAgainst(t, f, tests)
	}
}

// A name in the address is told where the full name is another one.
func TestExchanged(t *testing.T) {
	for _, test := range []struct {
		set  values
		want string
	}{
		{values{kyc.FullName: "Split", kyc.AddressCity: "Ivan Horvat"}, "warning name_unusual fullName"},
		{values{kyc.FullName: "Ilica", kyc.AddressStreet: "Horvat Ivan"}, "warning name_unusual fullName"},
		{values{kyc.FullName: "Ivan Horvat", kyc.AddressStreet: "Ivan Horvat Street"}, ""},
		{values{kyc.FullName: "HORVAT IVAN", kyc.AddressCity: "Horvat"}, ""},
		{values{kyc.FullName: "Split Grad", kyc.FirstName: "", kyc.LastName: "", kyc.AddressCity: "Zadar"}, ""},
		{values{kyc.FullName: "Иван Хорват", kyc.AddressCity: "Split"}, ""},
	} {
		rec := goodRecord()
		rec.Submission[kyc.FirstName], rec.Submission[kyc.LastName] = "Ivan", "Horvat"
		for f, value := range test.set {
			rec.Submission[f] = value
		}
		newValidator(t, Options{}).Check(rec)
		if got := strings.Join(found(rec), ", "); got != test.want {
			t.Errorf("%v: %q, want %q", test.set, got, test.want)
		}
	}
}

// An address without a country is told where nearly all have one, unless the mapper has
// said something of it.
func TestAddressesWithoutACountry(t *testing.T) {
	for name, test := range map[string]struct{ rows, without, want int }{"one": {250, 1, 1}, "several": {250, 5, 0}, "of few": {50, 1, 0}} {
		x := newTestIdentity(t, nil)
		for i := range test.rows {
			rec := person(i, values{kyc.AddressCity: "Zagreb", kyc.AddressCountry: "HRV"})
			if i < test.without {
				rec.Submission[kyc.AddressCountry] = ""
			}
			note1(t, x, rec)
		}
		note1(t, x, person(test.rows, nil)) // of no address at all
		rec := person(test.rows+1, values{kyc.AddressCity: "Zagreb"})
		rec.Issues = []kyc.Issue{{Code: "value_not_mapped", Field: kyc.AddressCountry.String()}}
		note1(t, x, rec)
		if list := told(t, x); len(list) != test.want || test.want > 0 && !strings.Contains(list[0], "address_incomplete address_country") {
			t.Errorf("%s: %v", name, list)
		}
	}
}

// Userids of the staff, of programs and of domains, and numbers and dates for one.
func TestUserIDsOfOthers(t *testing.T) {
	for user, want := range map[string]bool{
		"531-44-9012": true, "03/11/2000": true, "CORP\\ann.lee": true, "TELLER_0012": true, "svc_batch": true, "migration": true, "tmpuser07": true, "import_robot": true, "kasjer-12": true, " annalee": true,
		"531-44-901": false, "33/11/2000": false, "teller.anna": false, "servicedog": false, "clerkenwell": false, "importantia": false, "svcarpenter": false, "system.of.a.down": false, "staffan": false,
	} {
		x := newTestIdentity(t, nil)
		for i, other := range append(manyOf("annalee%d"), user) {
			note1(t, x, person(i, values{kyc.UserID: other}))
		}
		if list := told(t, x); len(list) > 0 != want {
			t.Errorf("%s: %v", user, list)
		}
	}
}

// Boxes at post offices are told where few others are, and where people do not live in them.
func TestBoxes(t *testing.T) {
	for address, want := range map[string]bool{
		"DEU Postfach 10 12 34": true, "GBR PO Box 4417": true, "FRA B.P. 1234": true, "NLD Postbus 12": true, "POL skr. poczt. 77": true, "RUS а/я 12": true, "FRA Poste restante": true,
		"KEN PO Box 4417": false, "ARE P.O. Box 12": false, "GBR PO Box Cottage 5": false, "DEU Postfachweg 5": false, "SWE Boxgatan 5": false, "FRA 12 Rue BP 7": false,
	} {
		x := newTestIdentity(t, nil)
		for i, street := range append(manyOf("%d Mill Lane"), address[4:]) {
			note1(t, x, person(i, values{kyc.AddressStreet: street, kyc.AddressCity: "Zagreb", kyc.AddressCountry: address[:3]}))
		}
		if list := told(t, x); len(list) > 0 != want {
			t.Errorf("%s: %v", address, list)
		}
	}
}

// What half of the first rows have is not looked for any more, but for birthdays, which are
// wrong where they are common.
func TestCommonValues(t *testing.T) {
	x := newTestIdentity(t, map[string]kyc.Severity{"person_repeated": kyc.Off, "value_repeated": kyc.Off})
	for i := range 4 * leastCommon {
		v := values{kyc.Email: fmt.Sprintf("kunde%d@bank.hr", i), kyc.BirthDate: "1970-01-01"}
		if i%2 == 0 {
			v = values{kyc.Email: fmt.Sprintf("ann%d@bank.hr", i)}
		}
		note1(t, x, person(i, v))
	}
	if n := len(x.rare[rareSystemMail].rows); n > leastCommon {
		t.Errorf("%d rows are kept", n)
	}
	for _, line := range told(t, x) {
		if !strings.Contains(line, "placeholder birthDate") {
			t.Fatal(line)
		}
	}
	if x.rare[rareEpochBirth].n != 2*leastCommon {
		t.Errorf("%d birthdays", x.rare[rareEpochBirth].n)
	}
}

// manyOf are values that differ in a number.
func manyOf(format string) (list []string) {
	for i := range 250 {
		list = append(list, fmt.Sprintf(format, i))
	}
	return list
}

// What is common in a source, or shown by another of its values to be so, is not told.
func TestValuesThatAreTellingWhereTheyAreRare(t *testing.T) {
	tests := map[string]struct {
		field  kyc.Field
		values []string
		want   int
	}{
		"one inner address":           {kyc.IPAddress, []string{"81.12.5.7", "192.168.0.1", "81.12.5.8", "2a00:1450::1"}, 1},
		"inner ones of all kinds":     {kyc.IPAddress, []string{"81.12.5.7", "10.1.2.3", "81.12.5.8", "172.16.0.9", "81.12.5.9", "169.254.1.1", "81.12.5.1", "fe80::1", "81.12.5.2", "fd00::1", "81.12.5.3", "::ffff:10.0.0.1", "81.12.5.4", "127.1.2.3", "81.12.5.5"}, 7},
		"none is inner":               {kyc.IPAddress, []string{"172.15.0.1", "172.32.0.1", "192.169.0.1", "11.0.0.1", "169.253.0.1", "fc0::1"}, 0},
		"all are inner":               {kyc.IPAddress, []string{"10.0.0.1", "10.0.0.2", "10.0.0.3", "81.12.5.7"}, 0},
		"drawn by lot":                {kyc.IPAddress, []string{"81.12.5.7", "10.0.0.1", "231.4.5.6", "44.1.2.3", "250.1.1.1", "127.9.9.9"}, 0},
		"a nought for a userid":       {kyc.UserID, []string{"u7", "0", "u8"}, 1},
		"userids that are counted":    {kyc.UserID, []string{"2", "0", "1"}, 0},
		"one address of an inner net": {kyc.Email, []string{"a@bank.hr", "b@intra.local", "c@bank.hr"}, 1},
		"all of an inner net":         {kyc.Email, []string{"a@bank.lan", "b@bank.lan", "c@bank.hr"}, 0},
		"an address of a test":        {kyc.Email, []string{"a@bank.hr", "test_12@bank.hr", "testkunde7@web.de", "b@bank.hr", "c@bank.hr", "testerink7@bank.hr"}, 2},
		"all are tests":               {kyc.Email, []string{"test1x@bank.hr", "test11@bank.hr", "test12@bank.hr", "test13@bank.hr"}, 0},
		"a userid of a test":          {kyc.UserID, []string{"u7", "TestUser01", "u8", "contest7"}, 1},
		"userids of tests":            {kyc.UserID, []string{"test001", "test002", "u8"}, 0},
		"addresses of nobody":         {kyc.IPAddress, append(slices.Repeat([]string{"81.12.5.7"}, 250), "224.0.0.9", "203.0.113.7", "198.51.100.4", "0.1.2.3", "203.0.114.7"), 4},
		"one of the shared space":     {kyc.IPAddress, []string{"81.12.5.7", "100.72.14.3", "81.12.5.8"}, 1},
		"none of the shared space":    {kyc.IPAddress, []string{"81.12.5.7", "100.63.14.3", "100.128.0.1"}, 0},
		"an IPv6 example":             {kyc.IPAddress, append(slices.Repeat([]string{"2a00:1450::1"}, 150), "2001:db8::8a2e:370:7334", "2001:db80::1"), 1},
		"an address that is counted":  {kyc.Email, append(manyOf("ann%d@bank.hr"), "kunde0001@sparbank.de", "customer_2@bank.hr", "kundera7@bank.hr"), 2},
		"addresses that are counted":  {kyc.Email, append(manyOf("kunde%d@sparbank.de"), "ann@bank.hr"), 0},
		"examples throughout":         {kyc.IPAddress, append(slices.Repeat([]string{"81.12.5.7"}, 50), "203.0.113.7", "203.0.113.8"), 0},
		"a space in a userid":         {kyc.UserID, append(slices.Repeat([]string{"annalee"}, 150), "ann lee"), 1},
		"spaces in userids":           {kyc.UserID, append(slices.Repeat([]string{"ann lee"}, 150), "annalee"), 0},
		"user1 among names":           {kyc.UserID, append(slices.Repeat([]string{"annalee"}, 250), "user1", "customer_7", "annalee7"), 2},
		"a card among names":          {kyc.UserID, append(slices.Repeat([]string{"annalee"}, 250), "5500000000000004", "378282246310005"), 2},
		"an address among names":      {kyc.UserID, append(slices.Repeat([]string{"annalee"}, 250), "125.101.148.242", "2001:db8::7"), 2},
		"others among names":          {kyc.UserID, append(slices.Repeat([]string{"annalee"}, 250), "5500000000000005", "1.2.3", "1.2.3.456", "a.b.c.d", "team:ann", "9000000000000001"), 0},
		"cards alone":                 {kyc.UserID, []string{"5500000000000004", "5500000000000012", "5500000000000020"}, 0},
		"users that are numbered":     {kyc.UserID, append(slices.Repeat([]string{"annalee"}, 150), "user1", "user2"), 0},
		"one example of a country":    {kyc.Email, []string{"a@bank.hr", "b@example.co.kr", "c@bank.hr"}, 1},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			x := newTestIdentity(t, nil)
			for i, value := range test.values {
				note1(t, x, person(i, values{test.field: value}))
			}
			if list := told(t, x); len(list) != test.want {
				t.Errorf("%v, want %d", list, test.want)
			}
		})
	}
}

// What an address or a document lacks is told where nearly all others have it, and can have it.
func TestFieldsThatFewLack(t *testing.T) {
	const passport, licence, card = "passport", "drivers_license", "government_id"
	whole := values{kyc.AddressStreet: "Ilica 5", kyc.AddressCity: "Zagreb", kyc.AddressCountry: "HRV", kyc.Nationality: "HRV", kyc.Gender: "female", kyc.CF1: "0101", kyc.IDType: passport, kyc.DocumentNumber: "123456782", kyc.IssueDate: "2019-03-01", kyc.ExpireDate: "2029-03-01"}
	for name, test := range map[string]struct {
		rows   int
		change values
		want   string
	}{
		"no town":                      {1, values{kyc.AddressCity: ""}, "address_incomplete address_city"},
		"no town of many":              {5, values{kyc.AddressCity: ""}, ""},
		"no address":                   {1, values{kyc.AddressCity: "", kyc.AddressStreet: "", kyc.AddressCountry: ""}, "value_missing address_street"},
		"no address of many":           {5, values{kyc.AddressCity: "", kyc.AddressStreet: "", kyc.AddressCountry: ""}, ""},
		"no street":                    {1, values{kyc.AddressStreet: ""}, "value_missing address_street"},
		"no userid":                    {1, values{kyc.UserID: ""}, "value_missing userid"},
		"no IP address":                {1, values{kyc.IPAddress: ""}, "value_missing ipAddress"},
		"no branch":                    {1, values{kyc.CF1: ""}, "value_missing cf1"},
		"the country is one town":      {1, values{kyc.AddressCity: "", kyc.AddressCountry: "HKG"}, ""},
		"the address is in one field":  {1, values{kyc.AddressCity: "", kyc.AddressFull: "Ilica 5, Zagreb"}, ""},
		"no nationality":               {1, values{kyc.Nationality: ""}, "value_missing nationality"},
		"no gender":                    {1, values{kyc.Gender: ""}, "value_missing gender"},
		"a userid of testers":          {1, values{kyc.UserID: "qa_user_07"}, "test_data userid"},
		"no nationality of many":       {5, values{kyc.Nationality: ""}, ""},
		"no expiry":                    {1, values{kyc.ExpireDate: ""}, "document_incomplete expireDate"},
		"no expiry of many":            {5, values{kyc.ExpireDate: ""}, ""},
		"a card without expiry":        {1, values{kyc.ExpireDate: "", kyc.IDType: card}, ""},
		"a licence without issue":      {1, values{kyc.IssueDate: "", kyc.IDType: licence}, ""},
		"no issue":                     {1, values{kyc.IssueDate: ""}, "document_incomplete issueDate"},
		"no number":                    {1, values{kyc.DocumentNumber: ""}, "document_incomplete documentNumber"},
		"a licence without number":     {1, values{kyc.DocumentNumber: "", kyc.IDType: licence}, "document_incomplete documentNumber"},
		"a card without number":        {1, values{kyc.DocumentNumber: "", kyc.IDType: card}, "document_incomplete documentNumber"},
		"a card with that of its man":  {1, values{kyc.DocumentNumber: "", kyc.IDType: card, kyc.IdentityNumber: "69435151530"}, ""},
		"no document":                  {1, values{kyc.IDType: "", kyc.DocumentNumber: "", kyc.IssueDate: "", kyc.ExpireDate: ""}, ""},
		"numbers are nowhere the rule": {200, values{kyc.DocumentNumber: ""}, ""},
	} {
		x := newTestIdentity(t, nil)
		for i := range 250 {
			rec := person(i, whole)
			rec.Submission[kyc.UserID], rec.Submission[kyc.IPAddress] = fmt.Sprint("u", i), fmt.Sprint("81.12.5.", i)
			rec.Submission[kyc.DocumentNumber] = fmt.Sprint(123456782 + 7919*i)
			if i < test.rows {
				for f, value := range test.change {
					rec.Submission[f] = value
				}
			}
			note1(t, x, rec)
		}
		said := person(250, whole)
		said.Submission[kyc.UserID], said.Submission[kyc.IPAddress] = "u250", "81.12.5.250"
		said.Submission[kyc.DocumentNumber], said.Submission[kyc.ExpireDate], said.Submission[kyc.AddressCity] = "", "", ""
		for _, f := range []kyc.Field{kyc.DocumentNumber, kyc.ExpireDate, kyc.AddressCity} { // the mapper has told why
			said.Issues = append(said.Issues, kyc.Issue{Code: "value_not_mapped", Field: f.String()})
		}
		note1(t, x, said)
		list := told(t, x)
		if test.want == "" && len(list) > 0 || test.want != "" && (len(list) != 1 || !strings.Contains(list[0], test.want)) {
			t.Errorf("%s: %v", name, list)
		}
	}
	for _, code := range []string{"document_incomplete", "address_incomplete", "value_missing"} {
		if !RejectsAcross(map[string]kyc.Severity{code: kyc.Reject}) {
			t.Errorf("%s needs no pass of its own", code)
		}
	}
}
