package validate

import (
	"strings"

	"kycmigrate/internal/kyc"
)

// checkAddress looks for what is wrong with an e-mail address as a person's: nobody
// has it, or it is most likely mistyped. Domains that are reserved for examples, and
// those of inner networks, are left to Identity, which knows whether the whole file is
// one.
func (v *Validator) checkAddress(rec *kyc.Record) {
	local, domain, ok := cutAddress(rec.Submission[kyc.Email])
	if !ok {
		return
	}
	known := v.domains.of(domain)
	name := fieldTable[kyc.Email].name
	switch {
	case testAddress(local, domain), known&domainTest != 0:
		v.add(rec, testData, name)
	case erased(local), strings.IndexByte(local, '_') > 0 && ended(local):
		v.addDetail(rec, placeholder, name, "; the account seems to have been deleted, and its address with it")
	}
	switch {
	case known&domainTypo != 0, len(local) > 4 && local[3] == '.' && strings.EqualFold(local[:3], "www"):
		v.add(rec, emailTypo, name)
	case strings.IndexByte(local, '*') >= 0 && strings.Count(local, "*") > 1:
		v.addDetail(rec, emailUnusual, name, "; a part of it is hidden")
	case known&domainThrown != 0:
		v.addDetail(rec, emailUnusual, name, "; its domain is of a service for addresses that are thrown away")
	case local != "" && emailClass[local[0]]&(classLetter|classDomain) == 0 && (local[0] == '\'' || local[0] == '`' || local[0] == '='):
		v.addDetail(rec, emailUnusual, name, "; it begins with a sign by which spreadsheets mark a text")
	case roleLocals.has(local) && known&domainTest == 0 && !greatDomains.has(domain) && !ownDomain(&rec.Submission, domain):
		v.addDetail(rec, emailUnusual, name, "; it is the mailbox of a post in a company, and not of one person")
	case known&domainUnreal != 0:
		v.addDetail(rec, emailUnusual, name, "; no domain of the Internet ends like that")
	}
}

// roleLocals are mailboxes of whoever looks after the computers of a company, or helps those who use
// them. Others, as info and office, are of many a shop whose owner is the customer.
var roleLocals = newWordSet("admin|administrator|webmaster|hostmaster|sysadmin|root|abuse|support|helpdesk|it-support|security|noc")

// leastOwn is how many letters of a last name a domain has that is taken for one's own.
const leastOwn = 3

// ownDomain reports whether a domain has a name of the person in it.
func ownDomain(sub *kyc.Submission, domain string) bool {
	domain = strings.ToLower(domain)
	for _, f := range [...]kyc.Field{kyc.LastName, kyc.FirstName, kyc.FullName} {
		for _, word := range foldWords(sub[f]) {
			if len(word) >= leastOwn && strings.Contains(domain, word) {
				return true
			}
		}
	}
	return false
}

func cutAddress(s string) (local, domain string, ok bool) {
	at := strings.LastIndexByte(s, '@')
	if at < 0 {
		return "", "", false
	}
	return s[:at], s[at+1:], true
}

// testAddress reports whether an address stands for none, or is made up for a test.
func testAddress(local, domain string) bool {
	switch {
	case listedLocals.may(local) && listedAddress(local, domain):
		return true
	case numbered.begins(local):
		listed, number := numbered.has(local)
		return listed && !number
	}
	return counted(local) && !numberedDomains.has(domain)
}

// listedAddress reports whether a part of an address is a word for nothing or for
// anybody, where it says that.
func listedAddress(local, domain string) bool {
	switch {
	case testLocals.has(local), twinned(local, domain):
		return true
	case noLocals.has(local):
		label, _, _ := strings.Cut(domain, ".")
		return mailLabels.has(label) || noLocals.has(label) || greatDomains.has(domain)
	}
	return anyLocals.has(local) && greatDomains.has(domain)
}

// What all the words are told by that addresses are compared with.
var (
	listedLocals  = newWordSet(testLocals.list, anyLocals.list, noLocals.list, twins.list)
	listedDomains = newWordSet(testDomains.list, typoDomains.list, throwaway.list)
)

// Parts of addresses that nobody writes to.
var (
	testLocals = newWordSet("null|unknown|sinemail|sincorreo|sin.correo|foo|fake|test|tests|testing|tester|testuser|test.test|test1|test123|noemail|no-email|no.email|nomail|no-mail|asdf|qwerty|" +
		"dummy|donotreply|noreply|no-reply|do-not-reply|do.not.reply|no.reply|no_reply|mailer-daemon|postmaster|placeholder|nobody|somebody|someone|anybody|anyone|undefined|" +
		"asdfasdf|asdfgh|asdfghjkl|qwertyuiop|lorem.ipsum|loremipsum|foobar|foo.bar|changeme")
	testDomains = newWordSet("fake.com|null.com|unknown.com|localhost.local|email.local|bar.com|x.xx|x.x|test.com|test.test|asdf.com|a.com|a.a|aa.aa|aaa.com|xxx.xxx|xxx.com|noemail.com|nomail.com|none.com|none.none|" +
		"email.email|domain.com|domain.tld|mail.mail|nowhere.com|somewhere.com|anywhere.com|noreply.com|nobody.com|mydomain.com|yourdomain.com|your-domain.com|youremail.com|fakemail.com|notreal.com")

	// Words that are nobody's with a great provider, where each is one mailbox of the
	// whole world; in a domain of his own they may be somebody's.
	anyLocals = newWordSet("abc|abcd|abcde|abcdef|abc123|asd|asdasd|qwe|qweqwe|zxc|zxcvb|aaa|aaaa|aaaaa|xxx|xxxx|xyz|email|e-mail|mail|emails|mymail|myemail|youremail|your.email|yourmail|your.mail|" +
		"user|username|users|name|yourname|your.name|firstname|lastname|firstname.lastname|first.last|name.surname|vorname.nachname|nombre.apellido|nome.cognome|prenom.nom|imie.nazwisko|" +
		"customer|customers|client|clients|cliente|klient|admin|administrator|info|contact|support|webmaster|no|none|noname|no.name|anonymous|anonym|guest|temp|demo|sample|example|" +
		"abuse|hostmaster|security|marketing|newsletter|subscriptions|unsubscribe|billing|accounts|accounting|sales|office|service|customerservice|customer.service|helpdesk|hr|jobs|careers|press|reception|feedback|enquiries|inquiries|kontakt|contacto|contato|ventas|vendas|ufficio|bureau|sekretariat|johndoe|john.doe|janedoe|jane.doe|maxmustermann|max.mustermann|erika.mustermann|mustermann")

	// Words for none, in front of a great provider or of a word for mail.
	noLocals = newWordSet("refused|declined|withheld|unavailable|missing|pending|blank|empty|tba|tbc|tbd|notapplicable|notgiven|notknown|noneprovided|invalid|rejected|wontgive|unwilling|doesnothave|rehusado|rechazado|pendiente|vacio|noposee|recusado|recusou|pendente|vazio|refuse|vide|nonfourni|nonrenseigne|verweigert|entfaellt|leer|fehlt|rifiutato|vuoto|geweigerd|leeg|odmowa|puste|keine|keiner|kein|ohne|unbekannt|geen|onbekend|ingen|inget|saknas|brak|niema|nie.ma|nieznany|nema|nemam|nemame|neni|neznamy|zadny|nincs|ninguno|ninguna|notiene|no.tiene|no-tiene|desconocido|nenhum|nenhuma|naotem|nao.tem|naopossui|" +
		"aucun|aucune|inconnu|nessuna|nessuno|sconosciuto|nonha|non.ha|yok|bilinmiyor|puudub|pole|eiole|ei.ole|tuntematon|ukjent|ukendt|okand|nimic|fara|nuare|nepoznat|nepoznato|net|netu|neizvestno|nemae|hakuna|tidakada|tidak.ada|tiada|khongco|khong|wala|meiyou|wu|nashi|eopseum|none|no|nomail|noemail|not.provided|notprovided|notavailable|null|nil")
	mailLabels = newWordSet("email|e-mail|mail|e-post|epost|eposta|e-posta|correo|courriel|posta|poczta|pochta|sposti|domain|domaine|dominio|test|example|invalid")

	// Providers whose addresses are mostly numbers.
	numberedDomains = newWordSet("qq.com|vip.qq.com|foxmail.com|163.com|126.com|yeah.net|139.com|189.cn|wo.cn|sina.com|sina.cn|naver.com|hanmail.net|daum.net")

	// Words of which an address is made where there is none, with any stroke or stop.
	// Of those with a number Identity says what is to be said.
	numbered = newSqueezed("testuser|testcustomer|testaccount|testclient|testcliente|testkunde|testkundin|testmail|testemail|testperson|testname|test|usertest|qauser|qatest|qatester|uatuser|uattest|smoketest|autotest|emailtest|mailtest|" +
		"noemail|noemailaddress|noemailavailable|noemailprovided|nomail|noaddress|notprovided|notavailable|notapplicable|notgiven|unknownemail|emailunknown|nonegiven|" +
		"sinemail|sincorreo|sinmail|notieneemail|notienecorreo|notiene|noaplica|sememail|naotem|naotememail|naopossui|semcorreio|keineemail|keinemail|ohneemail|pasdemail|pasdemel|sansemail|sansmail|" +
		"senzaemail|nessunaemail|nonhaemail|geenemail|geenmail|ingenemail|ingenmail|ingenepost|eisahkopostia|brakmaila|brakemaila|brakemail|brakmail|bezemaila|bezemailu|" +
		"nemamail|nemaemail|nemaemaila|nincsemail|nincsmail|faraemail|faramail|nuare|emailyok|mailyok|epostayok|netemail|netpochty|netpochti|tidakada|khongco|dummy|dummyuser|dummymail|dummyemail")
)

// systemUsers are words for any user, of which userids are made with a number behind them
// where there is none.
var systemUsers = newSqueezed("user|usr|users|username|userid|customer|client|login|account|kunde|benutzer|cliente|usuario|utente|utilisateur|gebruiker|klant|uzytkownik|kullanici|admin|administrator|guest|default|temp|sample|example|demo|newuser|newcustomer|dummy|nobody|anonymous|unknown|none|null|tmpuser|tempuser|usertmp|usertemp|tmp|clientuser|custuser|newclient|neukunde|nuevocliente|nouveauclient|nuovocliente")

// staffUsers are words for who works for the bank, or for a program of it, of which userids
// are made with or without a number or another word.
var staffUsers = newSqueezed("teller|cashier|clerk|staff|employee|operator|supervisor|backoffice|frontoffice|branchuser|callcenter|helpdesk|svc|service|serviceaccount|system|sysadmin|batch|batchjob|cronjob|etl|migration|migrator|import|importer|interface|webservice|robot|kassierer|mitarbeiter|sachbearbeiter|cajero|empleado|operador|caissier|employe|guichet|operatore|cassiere|funcionario|medewerker|kasjer|pracownik")

// twinned reports whether an address has a word for nothing or for anybody on both
// sides: no@no.com, mail@mail.com.
func twinned(local, domain string) bool {
	label, _, _ := strings.Cut(domain, ".")
	return len(label) == len(local) && strings.EqualFold(label, local) && twins.has(local)
}

var twins = newWordSet("no|na|123|xyz|notiene|naotem|brak|anonymous|anonym|customer|nobody|none|placeholder|keine|nemam|nincs|yok|" +
	"abc|abcd|aaa|xxx|asd|qwe|zxc|email|e-mail|mail|user|name|someone|somebody|demo|example|sample|temp|nomail|noemail|gmail|hotmail|yahoo|outlook|icloud|live")

// counted reports whether a part of an address is digits that count up, or one digit
// again and again.
func counted(local string) bool {
	return len(local) >= 4 && isDigit(local[0]) && isDigit(local[len(local)-1]) && strings.Trim(local, numerals) == "" && monotone(local)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// erased reports whether an address is what is left of one that was deleted:
// deleted_90233.
func erased(local string) bool {
	return len(local) > 1 && erasureBegins[local[0]&31]>>(local[1]&31)&1 != 0 && erasedWord(local)
}

func erasedWord(local string) bool {
	end := 0
	for end < len(local) && emailClass[local[end]]&classLetter != 0 {
		end++
	}
	return erasures.has(local[:end]) && strings.Trim(local[end:], "0123456789abcdefABCDEF._-+") == ""
}

var erasures = newWordSet("deleted|deleteduser|removed|anonymized|anonymised|gdpr|erased|purged|redacted|deactivated|geloescht|supprime|eliminado|excluido|cancellato|eliminato|verwijderd|usuniety|slettet|raderad|" + //nolint:misspell // words of other languages
	"poistettu|smazano|silindi|obrisan|izbrisan|udalen")

// erasureBegins has for each letter that one of the erasures begins with a bit for each
// letter behind it.
var erasureBegins = func() (second [32]uint32) {
	for w := range erasures.words {
		second[w[0]&31] |= 1 << (w[1] & 31)
	}
	return second
}()

// squeezed is a set of words that are compared without case, stops, strokes and the
// number behind them.
type squeezed struct {
	words  map[string]bool
	second [32]uint32 // by first letter, a bit for each second one
}

func newSqueezed(list string) *squeezed {
	s := &squeezed{words: make(map[string]bool)}
	for w := range strings.SplitSeq(list, "|") {
		s.words[w] = true
		s.second[w[0]&31] |= 1 << (w[1] & 31)
		s.second[w[0]&31] |= 1 << ('.' & 31) // a stop or stroke behind the first letter tells nothing
	}
	return s
}

// numbers reports whether a value is a word of the set with a number behind it.
func (s *squeezed) numbers(value string) bool {
	if !s.begins(value) {
		return false
	}
	listed, number := s.has(value)
	return listed && number
}

// begins reports whether a word of the set may begin like that.
func (s *squeezed) begins(value string) bool {
	return len(value) > 3 && s.second[value[0]&31]>>(value[1]&31)&1 != 0
}

// has reports whether a word is in the set, and whether there is a number behind it.
func (s *squeezed) has(value string) (listed, number bool) {
	var space [longestWord]byte
	out := space[:0]
	for i := range len(value) {
		switch c := value[i]; {
		case c == '.' || c == '-' || c == '_':
		case c >= '0' && c <= '9':
			if !number && !s.words[string(out)] {
				return false, true
			}
			number = true
		case number || len(out) == cap(out):
			return false, false
		default:
			out = append(out, c|0x20)
		}
	}
	return number || s.words[string(out)], number
}
