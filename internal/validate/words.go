package validate

import (
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// role is what kind of word a field holds.
type role uint8

const (
	noWord role = iota
	roleName
	roleNumber
	rolePlace
	roleDate
)

var roles = [kyc.NumFields]role{
	kyc.FullName: roleName, kyc.FirstName: roleName, kyc.LastName: roleName,
	kyc.IdentityNumber: roleNumber, kyc.DocumentNumber: roleNumber,
	kyc.AddressCity: rolePlace, kyc.AddressState: rolePlace, kyc.AddressStreet: rolePlace, kyc.AddressFull: rolePlace,
	kyc.BirthDate: roleDate, kyc.IssueDate: roleDate, kyc.ExpireDate: roleDate,
}

// checkWords looks for what stands in place of a value, for what was made up
// for a test, and for text that was spoiled. foreign says that the value is not
// all ASCII.
func (v *Validator) checkWords(rec *kyc.Record, f kyc.Field, value string, foreign bool) {
	kind := roles[f]
	if kind == noWord {
		return
	}
	if r := judgeWord(kind, f, value); r != none && !realTown(rec, f, value) {
		v.add(rec, r, fieldTable[f].name)
		return
	}
	if kind == roleDate {
		return
	}
	hidden, spoilt := false, false
	if foreign {
		hidden, spoilt = text.Damage(value)
	}
	if hidden {
		v.add(rec, invisibleCharacter, fieldTable[f].name)
	}
	signs := kind != roleNumber && !worded(value) // most names and places are letters alone
	switch {
	case spoilt && kind != roleNumber:
		v.add(rec, mojibake, fieldTable[f].name)
	case foreign && kind != rolePlace && text.Mixed(value):
		v.add(rec, mixedScripts, fieldTable[f].name)
	case signs && text.Questioned(value):
		v.addDetail(rec, mojibake, fieldTable[f].name, "; letters have become question marks")
	case signs && text.Escaped(value):
		v.addDetail(rec, mojibake, fieldTable[f].name, "; letters are written as a page or an address of the web has them, like &eacute; or %C3%A9")
	case kind == roleName:
		if odd := nameOdd(f, value, signs); odd != "" {
			v.addDetail(rec, nameUnusual, fieldTable[f].name, odd)
		}
	}
}

// realTown reports whether a value that stands for nothing elsewhere is the name of a
// place: None, near Turin.
func realTown(rec *kyc.Record, f kyc.Field, value string) bool {
	return f == kyc.AddressCity && rec.Submission[kyc.AddressCountry] == "ITA" && (value == "None" || value == "NONE")
}

// judgeWord compares a value with those that stand for nothing or for nobody.
func judgeWord(kind role, f kyc.Field, value string) ruleID {
	switch kind {
	case roleDate:
		// 1970-01-01 is the birthday of many: Identity counts them.
		if firstDays[value] || value == "1970-01-01" && f != kyc.BirthDate {
			return placeholder
		}
		return none
	case roleNumber:
		switch {
		case monotone(value), allNoughts(value), numberNothings.has(value):
			return placeholder
		case testNames.has(value):
			return testData
		}
	case roleName:
		switch {
		case f != kyc.FullName:
			if nothings.has(value) {
				return placeholder
			}
		case testNames.has(unnumbered(value)), strings.IndexByte(value, ',') >= 0 && testNames.has(unnumbered(turned(value))):
			return testData
		case nameNothings.has(value), halfNothing(value), nothings.has(doubledHalf(value)):
			return placeholder
		case testNames.has(doubledHalf(value)):
			return testData
		}
	case rolePlace:
		switch {
		case placeTests.has(unnumbered(value)):
			return testData
		case placeNothings.has(value):
			return placeholder
		}
	case noWord:
	}
	return none
}

// firstDays are days that systems begin to count from.
var firstDays = map[string]bool{"1900-01-01": true, "1901-01-01": true, "1904-01-01": true}

// allNoughts reports whether a number has six noughts or more, and nothing else but
// a letter or two before them, as passports have.
func allNoughts(s string) bool {
	at := 0
	for at < len(s) && at < 2 && (s[at]|0x20 >= 'a' && s[at]|0x20 <= 'z') {
		at++
	}
	return len(s)-at >= 6 && strings.Trim(s[at:], "0") == ""
}

// turned is "Doe, John" as "John Doe".
func turned(s string) string {
	last, first, _ := strings.Cut(s, ", ")
	return first + " " + last
}

// unnumbered is a name without the number behind it, as in Test User 12.
func unnumbered(s string) string {
	for len(s) > 0 && (s[len(s)-1] == ' ' || s[len(s)-1] >= '0' && s[len(s)-1] <= '9') {
		s = s[:len(s)-1]
	}
	return s
}

// wordSet is a set of words that are compared without case. Most that are not in
// it are told by length, first and last letter.
type wordSet struct {
	words       map[string]bool         // in lower case
	first, last [longestWord + 1]uint32 // by length, a bit for each letter
}

const longestWord = 40

// newWordSet makes a set of the words between the bars of some lists.
func newWordSet(lists ...string) *wordSet {
	s := &wordSet{words: make(map[string]bool)}
	for w := range strings.SplitSeq(strings.Join(lists, "|"), "|") {
		s.words[w] = true
		for _, form := range [...]string{w, strings.ToUpper(w)} { // in any case, where it is as long
			s.first[len(w)] |= 1 << (form[0] & 31)
			s.last[len(w)] |= 1 << (form[len(form)-1] & 31)
		}
	}
	return s
}

func (s *wordSet) has(value string) bool {
	n := len(value)
	if n == 0 || n > longestWord || s.first[n]>>(value[0]&31)&(s.last[n]>>(value[n-1]&31))&1 == 0 {
		return false
	}
	return s.holds(value)
}

func (s *wordSet) holds(value string) bool {
	var space [longestWord]byte
	low := append(space[:0], value...)
	for i, c := range low {
		switch {
		case c >= 'A' && c <= 'Z':
			low[i] = c + 'a' - 'A'
		case c >= utf8.RuneSelf:
			return s.words[strings.ToLower(value)]
		}
	}
	return s.words[string(low)]
}

// What people and programs write where there is no value: anywhere, and outside names,
// since Null is the name of people.
const (
	anyNothings = "0|_|....|n/a|n.a.|n.a|#n/a|#null!|#value!|#ref!|#name?|#div/0!|(null)|<null>|\\n|undefined|not available|not applicable|" +
		"not provided|no name|noname|no data|unknown|unknown unknown|null null|tbd|-|--|---|.|..|...|?|??|???|xx|xxx|xxxx|xxxxx|xxxxxx|xxx xxx|" +
		"asdf|asdf asdf|asdfasdf|asdfgh|qwerty|qwe|없음|해당없음|미상|なし|不明|無し|нет данных|неизвестно|не указано|не указан|不详|不詳|未知|" +
		"không có|không rõ|sin nombre|desconocido|desconocida|inconnu|inconnue|unbekannt|keine angabe|não informado|nao informado|sem nome|" +
		"sconosciuto|onbekend|okänd|ukjent|ukendt|tuntematon|neznámý|ismeretlen|necunoscut|nepoznato|bilinmiyor|غير معروف|غير متوفر|לא ידוע|ไม่มี|ไม่ทราบ|tidak ada|tidak diketahui"
	codeNothings = "null|none|nil|n\\a|нет|무|無|无|brak|yok|k.a.|k. a."
)

// The same by what the value is, and what was made up for tests.
var (
	nothings       = newWordSet(anyNothings)
	numberNothings = newWordSet(anyNothings, codeNothings, "pending|tba|no aplica|noaplica|s/n|sin numero|passport|pasaporte|missing|lost|none given|not given")
	nameNothings   = newWordSet(anyNothings, "null|none|na|missing|deleted|redacted|anonymous|anonymized|anonymised|none given|not given|n.n.|nn|k.a.")
	placeNothings  = newWordSet(anyNothings, codeNothings, "no address|no fixed address|address|city|street|sin direccion|sin domicilio|missing")
	placeTests     = newWordSet("test|test street|teststreet|test city|testcity|test address|teststrasse|teststraße|teststadt|musterstadt|musterhausen")
	testNames      = newWordSet("test|test test|test user|test customer|test client|test name|test person|test account|test testov|" +
		"tester|tester test|test tester|testing|testing test|dummy|dummy dummy|dummy user|foo bar|john doe|jane doe|" +
		"max mustermann|erika mustermann|mustermann max|mustermann erika|doe john|doe jane|john  doe|jane  doe|test test test|test kunde|test kundin|test cliente|" +
		"testperson|testperson eins|testuser|testkunde|testcustomer|qa tester|qa test|demo user|demo customer|mickey mouse|donald duck|lorem ipsum|" +
		"prueba prueba|cliente prueba|usuario prueba|тест тестович|тестов тестович|テスト太郎|テスト 太郎|first last|firstname lastname|first name last name|fname lname|name surname|" +
		"test testesen|test testsson|testi testinen|nome cognome|nombre apellido|nombre apellidos|vorname nachname|prénom nom|prenom nom|imię nazwisko|fulano de tal|" +
		"customer name|sample customer|sample name|demo demo|do not use|abc abc|abc def|xyz xyz|anonymous anonymous|deleted deleted|gdpr deleted|deleted user|山田太郎|山田 太郎|무명|이름없음|无名氏|測試|ทดสอบ|ทดสอบ ทดสอบ|בדיקה|اختبار|δοκιμή|" +
		"тест|тест тест|тестов тест|тест тестов|테스트|테스트 테스트|홍길동|テスト|テスト テスト|测试")
)

// monotone reports whether a number is one character again and again, or counts
// up or down: 11111111, 000-00-0000, 12345678.
func monotone(s string) bool {
	var first, last byte
	step, n := 0, 0
	for i := range len(s) {
		c := s[i]
		if c == '-' || c == ' ' || c == '.' || c == '/' {
			continue
		}
		if n++; n == 1 {
			first, last = c, c
			continue
		}
		d := int(c) - int(last)
		if last == '9' && c == '0' && step == 1 {
			d = 1 // 1234567890
		}
		if n == 2 {
			step = d
		}
		if d != step || d < -1 || d > 1 {
			return false
		}
		last = c
	}
	digit := first >= '0' && first <= '9'
	switch {
	case step == 0:
		return n >= 5 || first == '0' || n >= 3 && first|0x20 >= 'a' && first|0x20 <= 'z'
	case step == 1 && first == '1' && n >= 4:
		return true
	}
	return n >= 6 && digit
}

// Parts of addresses that nobody writes to.
var (
	testLocals  = newWordSet("null|unknown|sinemail|sincorreo|sin.correo|foo|fake|test|tests|testing|tester|testuser|test.test|test1|test123|noemail|no-email|no.email|nomail|no-mail|asdf|qwerty|dummy|donotreply|noreply|no-reply")
	testDomains = newWordSet("fake.com|null.com|unknown.com|localhost.local|email.local|bar.com|x.xx|x.x|test.com|test.test|asdf.com|a.com|a.a|aa.aa|aaa.com|xxx.xxx|xxx.com|noemail.com|nomail.com|none.com|none.none|email.email|domain.com|domain.tld|mail.mail")
)

// checkTestAddress looks at the e-mail address. Domains that are reserved for
// examples are left to Identity, which knows whether the whole file is one.
func (v *Validator) checkTestAddress(rec *kyc.Record) {
	local, domain, ok := cutAddress(rec.Submission[kyc.Email])
	if ok && (testLocals.has(local) || testDomains.has(domain) || twinned(local, domain)) {
		v.add(rec, testData, fieldTable[kyc.Email].name)
	}
}

// twinned reports whether an address has a word for nothing or for anybody on both
// sides: no@no.com, mail@mail.com.
func twinned(local, domain string) bool {
	label, _, _ := strings.Cut(domain, ".")
	return len(label) == len(local) && strings.EqualFold(label, local) && twins.has(local)
}

var twins = newWordSet("no|na|123|xyz|notiene|naotem|brak|anonymous|anonym|customer|nobody|none|placeholder|keine|nemam|nincs|yok")

func cutAddress(s string) (local, domain string, ok bool) {
	at := strings.LastIndexByte(s, '@')
	if at < 0 {
		return "", "", false
	}
	return s[:at], s[at+1:], true
}

// reserved reports whether an address is in a domain that exists for examples
// and tests only (RFC 2606, RFC 6761).
func reserved(address string) bool {
	dot := strings.LastIndexByte(address, '.')
	if dot < 0 {
		return false
	}
	switch address[dot+1:] {
	case "example", "test", "invalid", "localhost":
		return true
	case "com", "net", "org":
		const name = "example"
		from := dot - len(name)
		return from > 0 && address[from:dot] == name && (address[from-1] == '@' || address[from-1] == '.')
	}
	return false
}
