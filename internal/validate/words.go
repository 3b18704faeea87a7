package validate

import (
	"strings"

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
	roleFree
)

var roles = [kyc.NumFields]role{
	kyc.FullName: roleName, kyc.FirstName: roleName, kyc.LastName: roleName,
	kyc.IdentityNumber: roleNumber, kyc.DocumentNumber: roleNumber,
	kyc.AddressCity: rolePlace, kyc.AddressState: rolePlace, kyc.AddressStreet: rolePlace, kyc.AddressFull: rolePlace,
	kyc.BirthDate: roleDate, kyc.IssueDate: roleDate, kyc.ExpireDate: roleDate,
	kyc.UserID: roleFree, kyc.CF1: roleFree, kyc.CF2: roleFree, kyc.CF3: roleFree,
}

// checkWords looks for what stands in place of a value, for what was made up
// for a test, and for text that was spoiled. foreign says that the value is not
// all ASCII.
func (v *Validator) checkWords(rec *kyc.Record, f kyc.Field, value string, foreign bool) {
	kind := roles[f]
	switch kind {
	case noWord:
		return
	case roleFree:
		v.checkFree(rec, f, value, foreign)
		return
	case roleName:
		v.checkName(rec, f, value, foreign)
		return
	case rolePlace:
		v.checkPlace(rec, f, value, foreign)
		return
	}
	if r := judgeWord(kind, f, value); r != none {
		v.add(rec, r, fieldTable[f].name)
		return
	}
	if kind == roleDate || !foreign {
		return
	}
	if hidden, _ := text.Damage(value); hidden {
		v.add(rec, invisibleCharacter, fieldTable[f].name)
	}
	if text.Mixed(value) {
		v.add(rec, mixedScripts, fieldTable[f].name)
	}
}

// tellHeader says that a value is the name of the column that it is mapped from, and of no town and no
// person. It reports whether it has said so; of numbers and dates, which such a name is none of, it is
// told otherwise.
func (v *Validator) tellHeader(rec *kyc.Record, f kyc.Field, value string) bool {
	if !strings.EqualFold(value, v.headers[f]) || realTown(rec, f, value) || roles[f] == roleName && headingNames.has(value) {
		return false
	}
	v.addDetail(rec, placeholder, fieldTable[f].name, "; it is the name of the column itself")
	return true
}

// headingNames are names of people that columns of names are called by, too.
var headingNames = newWordSet("last|first|given|christian|ad|ime|nimi|vardas")

// firstAccent is the byte that the common accents begin with where they stand alone.
const firstAccent = 0xCC

// realTown reports whether a value that stands for nothing elsewhere is the name of a
// place: None, near Turin, and Street, in Somerset.
func realTown(rec *kyc.Record, f kyc.Field, value string) bool {
	if f != kyc.AddressCity {
		return false
	}
	towns := townsOf[rec.Submission[kyc.AddressCountry]]
	return towns != nil && towns.has(value)
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
		case monotone(value), allNoughts(value):
			return placeholder
		case len(value) > 1 && value[len(value)-1] >= '0' && value[len(value)-1] <= '9': // as no word does
		case numberNothings.has(value):
			return placeholder
		case testNames.has(value):
			return testData
		}
	case roleName:
		switch {
		case f != kyc.FullName:
			if partNothings.has(value) {
				return placeholder
			}
		case !listedNames.may(value) && value[len(value)-1] > '9' && strings.IndexByte(value, ',') < 0: // as nearly all are
		case testNames.has(unnumbered(value)), strings.IndexByte(value, ',') >= 0 && testNames.has(unnumbered(turned(value))):
			return testData
		case nameNothings.has(value):
			return placeholder
		}
		if half := doubledHalf(value); half != "" {
			switch {
			case nothings.has(half):
				return placeholder
			case testNames.has(half):
				return testData
			}
		}
	case rolePlace:
		return judgePlace(f, value)
	case noWord, roleFree:
	}
	return none
}

// judgePlace is judgeWord for a part of an address.
func judgePlace(f kyc.Field, value string) ruleID {
	switch bare := unnumbered(value); {
	case placeTests.has(bare), f != kyc.AddressCity && isDigit(value[len(value)-1]) && struckWords.has(bare), f != kyc.AddressCity && testBeforeComma(value), isDigit(value[0]) && (placeTests.has(behindNumber(value)) || f != kyc.AddressCity && storied.has(value)):
		return testData
	case listedPlaces.may(value) && (placeNothings.has(value) || f != kyc.AddressCity && streetNothings.has(value) || f == kyc.AddressCity && cityNothings.has(value)),
		allNothings(value), sheetError(value):
		return placeholder
	case !frameSigns[value[0]] && !placeEnds[value[len(value)-1]]: // as most are
	case noNumber(value), framed(value):
		return placeholder
	case f != kyc.AddressCity && anyTown(value):
		return testData
	}
	return none
}

// firstDays are days that systems begin to count from, and those that people type for
// none because the digits come again and again.
var firstDays = map[string]bool{"1900-01-01": true, "1901-01-01": true, "1904-01-01": true, "1910-10-10": true, "1911-11-11": true}

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

// behindNumber is a street without the number in front, as in 12 Test Street.
func behindNumber(s string) string {
	for len(s) > 0 && (s[0] == ' ' || isDigit(s[0])) {
		s = s[1:]
	}
	return s
}

// wordSet is a set of words that are compared without case.
type wordSet struct {
	list   string          // the words, with bars between them
	words  map[string]bool // in lower case
	filter wordFilter
}

const longestWord = 40

// newWordSet makes a set of the words between the bars of some lists.
func newWordSet(lists ...string) *wordSet {
	list := strings.Join(lists, "|")
	s := &wordSet{list: list, words: make(map[string]bool, strings.Count(list, "|")+1)}
	for w := range strings.SplitSeq(s.list, "|") {
		if w != "" {
			s.words[w] = true
		}
	}
	s.filter = newWordFilter(s.words)
	return s
}

func (s *wordSet) has(value string) bool {
	return s.may(value) && s.holds(value)
}

// may reports whether a value may be in the set, by its length and three letters.
func (s *wordSet) may(value string) bool {
	return value != "" && len(value) <= longestWord && s.filter.may(value)
}

func (s *wordSet) holds(value string) bool { return inLower(s.words, value) }

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

// What a list to choose from has before something is chosen, and how people say in a few
// words that there is nothing: single words are names of streets.
const (
	prompts = "select|select one|select city|select a city|select street|select an option|please select|please choose|choose|choose one|choose city|choose an option|pick one|seleccione|seleccionar|seleccione una opción|seleccione ciudad|elija una opción|" +
		"selecione|selecionar|selecione uma opção|escolha|sélectionner|sélectionnez|choisir|choisissez|veuillez choisir|bitte wählen|bitte auswählen|auswählen|seleziona|selezionare|scegli|wybierz|proszę wybrać|vyberte|vyberte možnost|válasszon|kérjük válasszon|" +
		"alegeți|selectați|izaberite|odaberite|odaberi|izberite|seçiniz|seçin|lütfen seçiniz|kies|selecteer|maak een keuze|välj|velg|vælg|valitse|vali|pasirinkite|izvēlieties|выберите|выберите город|не выбрано|оберіть|изберете|изберете град|одаберите|επιλέξτε|" + //nolint:misspell // words of other languages
		"اختر|בחר|请选择|請選擇|選択してください|선택|선택하세요|pilih|chọn|กรุณาเลือก|เลือก"
	phraseNothings = "no consta|no tiene|no disponible|no informado|no informada|no registra|sin datos|sin información|sin informacion|sin especificar|não consta|nao consta|não tem|nao tem|não possui|nao possui|não informada|nao informada|não disponível|sem endereço|sem endereco|sem informação|sem informacao|" + //nolint:misspell // words of other languages
		"non disponibile|non disponible|non renseigné|non renseigne|non communiqué|non communique|non précisé|non connu|non pervenuto|non indicato|non noto|nicht bekannt|nicht angegeben|nicht vorhanden|keine angaben|ohne angabe|keine adresse|" + //nolint:misspell // words of other languages
		"niet bekend|niet van toepassing|niet opgegeven|geen adres|n.v.t.|nvt|uppgift saknas|ingen uppgift|ingen adress|ikke oppgitt|ikke oplyst|ikke kjent|ei tiedossa|ei tietoa|nie podano|nie dotyczy|brak danych|nie znany|" + //nolint:misspell // words of other languages
		"není známo|neuvedeno|neuvedené|nie je známe|nem ismert|nincs adat|nincs megadva|nema podataka|nije poznato|nije navedeno|ni podatka|nu se cunoaște|fără adresă|nežinomas|nezināms|pole teada|nuk ka|bilgi yok|belirtilmemiş|belirtilmemis|bilinmiyor|adres yok|" + //nolint:misspell // words of other languages
		"нет сведений|не заполнено|не вказано|немає даних|няма данни|не е посочено|δεν υπάρχει|لا يوجد|غير محدد|לא צוין|אין כתובת|belum ada|tidak tersedia|tanpa alamat|chưa có|未提供|未填写|未登録|미입력|정보없음"
)

// unknownPlaces are more words for what is not known.
const unknownPlaces = "مجهول|مجهولة|غير معروفة|نامشخص|نامعلوم|לא ידועה|अज्ञात|অজানা|ไม่ระบุ|không xác định|모름|未記入|未入力|άγνωστο|άγνωστη|անհայտ|უცნობი|белгісіз|неизвестен|неизвестна|невідомо|невядома|непознато|neznámé|neznámá|neznámo|nieznane|neznano|nepoznata|teadmata|nezināma|nežinoma|i panjohur|óþekkt|okänt|desconegut|desconhecido|desconhecida|naməlum|noma'lum"

// The same by what the value is, and what was made up for tests.
var (
	nothings       = newWordSet(anyNothings)
	numberNothings = newWordSet(anyNothings, codeNothings, "pending|tba|no aplica|noaplica|s/n|sin numero|passport|pasaporte|missing|lost|none given|not given", numberWords)
	nameNothings   = newWordSet(anyNothings, nameLines["whole nothing"], "null|none|na|missing|deleted|redacted|anonymous|anonymized|anonymised|none given|not given|n.n.|nn|k.a.")
	placeNothings  = newWordSet(anyNothings, codeNothings, customNothings.list, prompts, phraseNothings, unknownPlaces, "tbc|tbd|tba|to be confirmed|address on file|on file|see file|see above|as per id|as per passport|no address|no fixed address|no fixed abode|address|city|street|sin direccion|sin domicilio|sin dirección|sin domicilio fijo|sans domicile|sans domicile fixe|ohne festen wohnsitz|senza fissa dimora|missing|"+
		"pending|tba|to be updated|to be provided|not known|not given|none given|unknown address|unknown street|unknown city|address unknown|no street|no city|address line 1|street name|street address|city name|your address|your city|"+
		"-do-|- do -|no fixed abode|no fixed address|nfa|sin domicilio fijo|sans domicile fixe|ohne festen wohnsitz|senza fissa dimora|zonder vaste woonplaats|sem residência fixa|bez stałego miejsca zamieszkania|bez stálého bydliště|без определенного места жительства|无固定住所|無固定住所|住所不定|주거부정|주거 부정|"+
		"same as above|same as permanent|same as permanent address|same as current|same as home|same as billing|as above|see above|see below|same address|ditto|wie oben|siehe oben|s.o.|igual que arriba|ver arriba|la misma|misma direccion|misma dirección|"+
		"idem|voir ci-dessus|ci-dessus|même adresse|come sopra|vedi sopra|stesso indirizzo|mesmo endereço|o mesmo|jak wyżej|j.w.|kao gore|isto kao gore|isto|zie boven|hetzelfde|samma|samme|viz výše|mint fent|la fel|aynı|yukarıdaki gibi|"+
		"тот же|тот же адрес|там же|см. выше|как выше|同上|상동|위와 같음|như trên|sama seperti di atas|เหมือนข้างต้น")
	streetNothings = newWordSet("domicilio conocido|dom. conocido|dom conocido|không có địa chỉ|chưa có địa chỉ|không rõ địa chỉ|địa chỉ không rõ|địa chỉ sai|đã chuyển đi|ไม่มีที่อยู่|ไม่ทราบที่อยู่|ย้ายที่อยู่|地址不详|地址不詳|地址不明|无地址|無地址|地址未知|查无此人|查無此人|已搬迁|已搬遷|" +
		"住所不明|住所不定|宛所不明|転居先不明|転居|転居済み|주소 없음|주소없음|주소불명|주소 불명|주소 미상|주소미상|이사감|수취인불명|수취인 불명|반송|पता नहीं|पता अज्ञात|पता उपलब्ध नहीं|ঠিকানা নেই|ঠিকানা অজানা|same|igual|mismo|même|dto|dto.|nfa|ofw|o.f.w.|nema|bez adrese|bez adresy|brak adresu|без адреса|бомж")
	placeTests = newWordSet(nowhere, "gotham city|trifouillis-les-oies|san escobar|test|test street|teststreet|test city|testcity|test address|test avenue|teststrasse|teststraße|teststadt|testort|testhausen|testdorf|testheim|testweg|musterstadt|musterhausen|musterort|musterdorf|musterstraße|musterstrasse|musterweg|"+
		"beispielstraße|beispielstrasse|beispielweg|beispielstadt|beispielhausen|beispielort|beispieldorf|fake street|fake st|fake city|fake address|dummy street|dummy city|dummy address|sample street|sample city|sample address|example street|example city|example address|"+
		"anytown|anycity|any town|any city|any street|anystreet|foo|foobar|foo street|lorem ipsum|calle falsa|calle prueba|ciudad prueba|rua teste|cidade teste|rue de test|testgatan|testgade|teststraat|test ulica|testova ulica|testna ulica|тестовая улица|тестовая|テスト町|테스트시|测试地址")
	listedPlaces = newWordSet(placeNothings.list, streetNothings.list, cityNothings.list)
	listedNames  = newWordSet(testNames.list, nameNothings.list)
	testNames    = newWordSet(nameLines["whole test"], "test|test test|test user|test customer|test client|test name|test person|test account|test testov|"+
		"tester|tester test|test tester|testing|testing test|dummy|dummy dummy|dummy user|foo bar|john doe|jane doe|"+
		"max mustermann|erika mustermann|mustermann max|mustermann erika|doe john|doe jane|john  doe|jane  doe|test test test|test kunde|test kundin|test cliente|"+
		"testperson|testperson eins|testuser|testkunde|testcustomer|qa tester|qa test|demo user|demo customer|mickey mouse|donald duck|lorem ipsum|"+
		"prueba prueba|cliente prueba|usuario prueba|тест тестович|тестов тестович|テスト太郎|テスト 太郎|first last|firstname lastname|first name last name|fname lname|name surname|"+
		"test testesen|test testsson|testi testinen|nome cognome|nombre apellido|nombre apellidos|vorname nachname|prénom nom|prenom nom|imię nazwisko|fulano de tal|"+
		"customer name|sample customer|sample name|demo demo|do not use|abc abc|abc def|xyz xyz|anonymous anonymous|deleted deleted|gdpr deleted|deleted user|山田太郎|山田 太郎|무명|이름없음|无名氏|測試|ทดสอบ|ทดสอบ ทดสอบ|בדיקה|اختبار|δοκιμή|"+
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
