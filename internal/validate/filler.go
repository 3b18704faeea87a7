package validate

import (
	"strings"
	"unicode"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// What stands for no userid, and in a custom field for no value. A custom field may
// hold any word, so that only what programs write is told: None may be an answer.
var (
	userNothings = newWordSet(strings.TrimPrefix(anyNothings, "0|"), codeNothings, customNothings.list, "missing|pending|tba|user|username|userid|user id|user_id|customer|customerid|customer id|customer_id|id|"+
		"admin|administrator|root|system|guest|anonymous|nobody|default|deleted|sample|example|demo|s/n|sin numero|new|none given|not given")
	userTests      = newWordSet("test|testuser|test user|test.user|test_user|test-user|dummy_user|dummy-user|dummy.user|test_account|test_customer|test_client|demo_user|demouser|sample_user|testaccount|testcustomer|testclient|dummy|dummyuser|tester|testing|foo|bar|foobar|abc|abc123|john.doe|johndoe|janedoe|jane.doe|max.mustermann|mustermann")
	listedUsers    = newWordSet(userNothings.list, userTests.list)
	customNothings = newWordSet("null|(null)|<null>|[null]|\\n|undefined|[object object]|<na>|<nil>|%!s(<nil>)|dbnull|system.dbnull|#n/a|#nv|#n/d|#n/b|#н/д|#yok|#hiányzik|#getting_data|#field!|n/a|#null")
)

// checkFree looks at a userid or a custom field.
func (v *Validator) checkFree(rec *kyc.Record, f kyc.Field, value string, foreign bool) {
	name := fieldTable[f].name
	switch {
	case f != kyc.UserID:
		if customNothings.has(value) || noNumber(value) || sheetError(value) {
			v.add(rec, placeholder, name)
		}
		return
	case listedUsers.may(value) && userNothings.has(value), noNumber(value), sheetError(value), erased(value):
		v.add(rec, placeholder, name)
		return
	case alphanumeric(value) && !listedUsers.may(value) && !passwords.begins(value): // what is looked for below has signs
		return
	case spoiltKey(value):
		v.addDetail(rec, placeholder, name, "; a spreadsheet has made it what it is, as 4.7E+06 or '0047")
		return
	case listedUsers.may(value) && userTests.has(value):
		v.add(rec, testData, name)
		return
	case ended(value):
		v.addDetail(rec, placeholder, name, "; the account seems to have ended, and its userid with it")
		return
	case !foreign && signsAlone(value), foreign && text.Pictured(value) && !strings.ContainsFunc(value, unicode.IsLetter):
		v.addDetail(rec, placeholder, name, "; it is signs alone")
		return
	case (passwords.begins(value) || len(value) > 1 && value[1] == '@') && passwordLike(value):
		v.addDetail(rec, useridUnusual, name, "; it is a password by its looks")
		return
	case withPassword(value):
		v.addDetail(rec, useridUnusual, name, "; a password stands behind it by its looks")
		return
	case strings.Contains(value, "://"):
		v.addDetail(rec, useridUnusual, name, "; it is an address of the web")
		return
	case len(value) > longestUser && strings.IndexByte(value, '@') < 0:
		v.addDetail(rec, useridUnusual, name, "; it is longer than userids are")
		return
	}
	switch {
	case !foreign:
		if value[0] == '<' && markup(value) {
			v.addDetail(rec, placeholder, name, "; it is written for a program, as HTML")
		}
	case strings.IndexFunc(value, strangeSpace) >= 0:
		v.addDetail(rec, invisibleCharacter, name, noBreak)
	default:
		hidden, spoilt := text.Damage(value)
		switch {
		case hidden:
			v.add(rec, invisibleCharacter, name)
		case spoilt:
			v.add(rec, mojibake, name)
		case text.Mixed(value):
			v.add(rec, mixedScripts, name)
		}
	}
}

// alphanumeric reports whether a userid is letters and digits of ASCII alone, and no longer than
// they are.
func alphanumeric(s string) bool {
	if len(s) > longestUser {
		return false
	}
	signs := uint8(0)
	for i := range len(s) {
		signs |= userSigns[s[i]]
	}
	return signs == 0
}

// userSigns is 0 for letters and digits of ASCII.
var userSigns = func() (t [256]uint8) {
	for c := range t {
		if b := byte(c); !isLetter(b) && !isDigit(b) {
			t[c] = 1
		}
	}
	return t
}()

// longestUser is how long a userid is at most that is no e-mail address: a UUID with
// something in front of it is shorter.
const longestUser = 64

// signsAlone reports whether a text of ASCII has neither a letter nor a digit.
func signsAlone(s string) bool {
	for i := range len(s) {
		if isDigit(s[i]) || isLetter(s[i]) {
			return false
		}
	}
	return true
}

// ended reports whether a userid says in front that the account is none any more:
// deleted_anna, LOCKED-anna. Words that names begin with are told in capitals only.
func ended(s string) bool {
	at := 0
	for at < len(s) && !partsUser[s[at]] {
		at++
	}
	if at < len("old") || at >= len(s)-1 || at > longestEnd {
		return false
	}
	return accountEnds.has(s[:at]) || shoutedEnds.has(s[:at]) && upperCase(s[:at])
}

// partsUser are the signs that part a userid, and longestEnd the length of the longest of the
// words in front.
var partsUser = [256]bool{'_': true, '-': true, '.': true, ':': true, '#': true}

const longestEnd = len("заблокирован")

var (
	accountEnds = newWordSet("deleted|bounced|undeliverable|removed|disabled|deactivated|suspended|terminated|inactive|anonymized|anonymised|gelöscht|geloescht|gesperrt|deaktiviert|supprimé|supprime|désactivé|desactive|eliminado|borrado|desactivado|bloqueado|excluido|desativado|cancellato|eliminato|disattivato|bloccato|verwijderd|geblokkeerd|" + //nolint:misspell // words of other languages
		"usuniety|usunięty|zablokowany|slettet|sperret|raderad|avslutad|poistettu|smazano|smazaný|zablokovaný|silindi|obrisan|blokiran|удален|удалён|заблокирован|видалено|изтрит")
	shoutedEnds = newWordSet("bounced|undeliverable|wrong|old|locked|blocked|closed|del|expired|invalid|archived|merged|duplicate|dup|frozen|dormant")
)

// passwords are words for a password, of which people make one.
var passwords = newSqueezed("password|passwort|kennwort|contraseña|contrasena|motdepasse|wachtwoord|hasło|haslo|heslo|jelszo|lozinka|parola|senha|lösenord|losenord|salasana|sifre|letmein|changeme|changeit|secret")

// passwordLike reports whether a userid is such a word, as people write it: Passw0rd!
func passwordLike(s string) bool {
	s = strings.TrimRight(s, "!?.*#$")
	s = strings.ReplaceAll(strings.ReplaceAll(s, "0", "o"), "@", "a")
	listed, _ := passwords.has(s)
	return listed
}

// withPassword reports whether behind a userid and a colon there is what has small letters,
// capitals and digits: anna:Sommer2019!
func withPassword(s string) bool {
	_, rest, ok := strings.Cut(s, ":")
	return ok && len(rest) >= 8 && strings.ContainsAny(rest, numerals) && strings.ToLower(rest) != rest && strings.ToUpper(rest) != rest && strings.IndexByte(rest, ':') < 0 && rest[0] != '/'
}

// noNumber reports whether a program wrote a value for a number that is none. In other
// letters it may be a name.
func noNumber(s string) bool { return s == "NaN" || s == "nan" || s == "NaT" }

// sheetError reports whether a spreadsheet wrote a value where it had none: #REF!, in
// any language, and the signs of a column that is too narrow.
func sheetError(s string) bool {
	return len(s) >= 3 && (s[0] == '#' || s[0] == 'E') && sheetWord(s)
}

func sheetWord(s string) bool {
	switch last := s[len(s)-1]; {
	case s[0] == 'E':
		return len(s) == len("Err:502") && s[:4] == "Err:" && strings.Trim(s[4:], numerals) == ""
	case last == '!' || last == '?':
		return strings.IndexByte(s, ' ') < 0
	case last == '#':
		return strings.Trim(s, "#") == ""
	}
	return false
}

// struckWords are letters side by side on the keys.
var struckWords = newWordSet("asd|asdf|asdfg|asdfgh|asdfghj|asdfghjkl|asdasd|asdfasdf|qwe|qwer|qwert|qwertz|qwerty|qweqwe|azerty|zxc|zxcv|zxcvb|yxcv|yxcvb|qsdf|wxcv|sdf|sdfg|dfgh|fghj|hjkl|jkl|jklö|dsfsdf|sdfsdf|фыв|фыва|йцук|йцукен|ασδφ")

// framed reports whether words for nothing stand between signs, as a list to choose from and
// a form that nobody filled in have them: -- Select --, [city], <none>, Select...
func framed(s string) bool {
	if !frameSigns[s[0]] && !strings.HasSuffix(s, "...") && !strings.HasSuffix(s, "…") {
		return false
	}
	inner := strings.Trim(s, frames)
	return inner != "" && len(inner) < len(s) && (placeNothings.has(inner) || cityNothings.has(inner))
}

const frames = " -–—<>[](){}*.…_%$#"

var frameSigns = func() (t [256]bool) {
	for i := range len(frames) {
		t[frames[i]] = true // of a dash or dots any byte
	}
	return t
}()

// anyTown reports whether an address ends with a town that stands for any, as those of
// examples do.
func anyTown(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return len(last) < len(s) && anyTowns.has(last)
}

var anyTowns = newWordSet("anytown|anycity|anyville|sometown|somecity|musterstadt|musterhausen|musterort|musterdorf|beispielstadt|beispielhausen|beispielort|beispieldorf|testville|testcity|testtown|teststadt|testhausen|testdorf|testort|testheim|" + nowhere)

// testBeforeComma reports whether an address begins with a street that stands for any, the number
// of a house and a comma, before its town.
func testBeforeComma(s string) bool {
	at := strings.IndexByte(s, ',')
	return at > 1 && isDigit(s[at-1]) && placeTests.has(unnumbered(s[:at]))
}

// nowhere are towns of stories and of sayings.
const nowhere = "entenhausen|hintertupfingen|kleinkleckersdorf|paperopoli|topolinia|patópolis|patopolis|kaczogród|ankeborg|andeby|duckstad|trifouillis|smallville|duckburg|nowheresville|quahog|wakanda|hobbiton|hogsmeade|mordor|atlantis|narnia|rivendell|minas tirith|winterfell|westeros|king's landing|lummerland|bikini bottom|asgard"

// placeEnds are the bytes that they end with, in capitals too, and those that dots and the
// NaN of programs do.
var placeEnds = func() (t [256]bool) {
	for w := range anyTowns.words {
		last := w[len(w)-1]
		t[last], t[last&^0x20] = true, true
	}
	for _, c := range []byte(".\xa6nNT") {
		t[c] = true
	}
	return t
}()

// longestNothings is the length of the longest address of nothings that is looked for.
const longestNothings = 24

// allNothings reports whether a text is words for nothing with commas between them, as
// in an address that was put together of parts.
func allNothings(s string) bool {
	return len(s) <= longestNothings && nothingsBegin[s[0]] && nothingsOnly(s)
}

// nothingsBegin are what the words begin with that are looked for so: N/A, null, none,
// unknown, xxx and signs.
var nothingsBegin = func() (t [256]bool) {
	for _, c := range []byte("NnUuXx-?.0_#") {
		t[c] = true
	}
	return t
}()

func nothingsOnly(s string) bool {
	first, rest, more := strings.Cut(s, ",")
	for more && placeNothings.has(first) {
		rest = strings.TrimLeft(rest, " ,")
		if rest == "" {
			return true
		}
		first, rest, more = strings.Cut(rest, ",")
		if !more {
			return placeNothings.has(first)
		}
	}
	return false
}

// street reports whether a text with a digit is a street and the number of a house. The
// number stands at an end, and words that are names of towns as well not in front.
func street(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	if !isDigit(s[0]) && !houseNumber(last) {
		return false
	}
	first := true
	for word := range strings.FieldsSeq(s) {
		word = strings.Trim(word, ",")
		switch {
		case streetWords.has(word), !first && laterWords.has(word):
			return true
		}
		for _, end := range streetEnds {
			if len(word) > len(end)+2 && strings.HasSuffix(word, end) {
				return true
			}
		}
		first = false
	}
	return false
}

// houseNumber reports whether a word is up to four digits, and a letter behind them.
func houseNumber(s string) bool {
	digits := 0
	for digits < len(s) && isDigit(s[digits]) {
		digits++
	}
	return digits > 0 && digits <= 4 && len(s)-digits <= 1
}

var (
	streetWords = newWordSet("street|avenue|boulevard|ulica|ul.|ulice|utca|calle|avenida|travessa|via|viale|rue|rua|sokak|sokağı|caddesi|cad.|straße|strasse|gatan|gata|straat|улица|ул.|проспект|пр-т|просп.|переулок|бульвар|вулиця|вул.|οδός|jalan|jl.|vul.|vulytsia|vulytsya|vulica|prosp.|prospekt|prov.|bulvar|bul.|пер.|бул.|б-р|пров.|наб.|набережная|шоссе|bd.|boul.|blvd|blvd.|bulevardul|bulevar|strada|calea|aleea|șoseaua|şoseaua|gatvė|iela|tänav|puiestee|aleja|aleje|náměstí|körút|fasor|đường|lorong|soi|thanon|avda.|avd.|sok.|mah.|ulitsa")
	laterWords  = newWordSet("road|lane|drive|rd.|rd|ave|ave.|blvd|blvd.|platz|gasse|allee|weg")
	streetEnds  = [...]string{"straße", "strasse", "str.", "straat", "gatan", "vägen", "gasse"}
)
