package validate

import (
	"strings"
	"sync"

	"golang.org/x/net/publicsuffix"
)

// greatDomains are domains of which many people of a country have an address.
var greatDomains = newWordSet("gmail.com|googlemail.com|yahoo.com|ymail.com|rocketmail.com|hotmail.com|outlook.com|live.com|msn.com|aol.com|icloud.com|me.com|mac.com|mail.com|email.com|" +
	"protonmail.com|proton.me|pm.me|zoho.com|gmx.com|gmx.net|gmx.de|gmx.at|gmx.ch|web.de|freenet.de|t-online.de|yahoo.co.uk|hotmail.co.uk|yahoo.fr|hotmail.fr|yahoo.de|hotmail.de|yahoo.es|hotmail.es|" +
	"yahoo.it|hotmail.it|outlook.de|outlook.fr|outlook.es|outlook.it|live.fr|live.nl|hotmail.nl|yahoo.com.br|hotmail.com.br|outlook.com.br|uol.com.br|bol.com.br|terra.com.br|yahoo.com.mx|yahoo.com.ar|" +
	"yahoo.co.in|yahoo.in|rediffmail.com|yahoo.co.jp|yahoo.co.id|yahoo.com.tw|yahoo.com.hk|yahoo.com.vn|yahoo.com.ph|yahoo.com.sg|naver.com|daum.net|hanmail.net|nate.com|qq.com|163.com|126.com|sina.com|" +
	"mail.ru|yandex.ru|yandex.com|rambler.ru|list.ru|bk.ru|inbox.ru|ukr.net|i.ua|abv.bg|wp.pl|o2.pl|onet.pl|interia.pl|seznam.cz|centrum.cz|email.cz|azet.sk|freemail.hu|citromail.hu|libero.it|virgilio.it|" +
	"orange.fr|free.fr|laposte.net|wanadoo.fr|sfr.fr|sapo.pt|telenet.be|ziggo.nl|kpnmail.nl|btinternet.com|sky.com|comcast.net|verizon.net|att.net|sbcglobal.net|bigpond.com|net.hr|inbox.lv|walla.co.il|hey.com|fastmail.com")

// throwaway are domains of services for addresses that serve for minutes.
var throwaway = newWordSet("mailinator.com|mailinator.net|yopmail.com|yopmail.fr|yopmail.net|guerrillamail.com|guerrillamail.net|guerrillamail.org|guerrillamail.biz|guerrillamail.de|guerrillamail.info|guerrillamailblock.com|sharklasers.com|grr.la|pokemail.net|spam4.me|" +
	"10minutemail.com|10minutemail.net|10minutemail.org|20minutemail.com|minuteinbox.com|tempmail.com|tempmail.net|tempmail.de|tempmailo.com|temp-mail.org|temp-mail.io|tempail.com|tempr.email|tempinbox.com|tmpmail.org|tmpmail.net|mytemp.email|mail-temp.com|" +
	"throwawaymail.com|throwam.com|trashmail.com|trashmail.de|trashmail.net|trashmail.org|trash-mail.com|trash-mail.de|trash-mail.at|wegwerfmail.de|wegwerfmail.net|wegwerfemail.de|muellmail.com|kurzepost.de|byom.de|spambog.com|spambog.de|rcpt.at|objectmail.com|proxymail.eu|" +
	"getnada.com|nada.email|dispostable.com|discard.email|discardmail.com|discardmail.de|maildrop.cc|mailnesia.com|mailcatch.com|mintemail.com|mohmal.com|mohmal.in|moakt.com|moakt.cc|mailsac.com|mailpoof.com|mailexpire.com|mailnull.com|inboxkitten.com|harakirimail.com|" +
	"fakeinbox.com|fakemail.net|fakemailgenerator.com|emailfake.com|generator.email|emailondeck.com|dropmail.me|burnermail.io|crazymailing.com|incognitomail.org|jetable.org|jetable.com|jetable.net|spamgourmet.com|spambox.us|spamex.com|anonbox.net|luxusmail.org|trbvm.com|linshiyouxiang.net|" +
	"1secmail.com|1secmail.net|1secmail.org|esiix.com|wwjmp.com|xojxe.com|yoggm.com|armyspy.com|cuvox.de|dayrep.com|einrot.com|fleckens.hu|gustr.com|jourrapide.com|rhyta.com|superrito.com|teleworm.us")

// brands are the names of great providers in their domains, of which another name with
// one slip of the finger is most likely a mistyped one.
var brands = [...]struct {
	name string
	ends []string // of what is most likely mistyped
	only bool     // there is no other provider of that name in the domain of a country
	many bool     // it is in the domains of some countries, and not of others
}{
	{name: "gmail", ends: anyBrand, only: true},
	{name: "yahoo", ends: ofCountries, many: true}, {name: "hotmail", ends: ofCountries, many: true}, {name: "outlook", ends: ofCountries, many: true},
	{name: "icloud", ends: anyBrand}, {name: "googlemail", ends: anyBrand}, {name: "protonmail", ends: anyBrand}, {name: "rediffmail", ends: anyBrand},
	{name: "hanmail", ends: []string{"net"}},
}

var (
	anyBrand    = []string{"com", "co", "net"}
	ofCountries = []string{"com", "co", "net", "co.uk", "fr", "de", "it", "es", "nl", "be", "ca", "in", "co.in", "com.br", "com.mx", "com.ar", "com.tr"}
)

// Domains that are mistyped in another way, ends that no domain has, and ends that make
// the name of a great provider another domain.
var (
	typoDomains = newWordSet("mial.ru|maill.ru|msil.ru|amil.ru|wbe.de|webde.de|gmxx.de|gxm.de|freee.fr|yaoo.com|gmailcom.com|hotmailcom.com|gmail.c|hotmail.co|outlook.co|icloud.co|live.cm|live.om|msn.cm|aol.cm|qq.co|qq.cm|naver.co|naver.cm|hanmail.com")
	typoEnds    = newWordSet("con|cmo|comm|ocm|comn|vom|xom|cpm|coom|cim|ner|nte|ogr|c|comcom|conm|cpom|ccom|clm|dom|kom|nett|orgg")
	slipEnds    = newWordSet("cm|om|com.com|co.com|com.co.uk|net.com")
)

// mistypedDomain reports whether a domain is one of a great provider with a slip of the
// finger, or has the end of none.
func mistypedDomain(domain string) bool {
	end := endOf(domain)
	if len(end) >= len(domain)-1 {
		return false
	}
	first := strings.IndexByte(domain, '.')
	switch {
	case first > 0 && len(domain)-first > 2 && nationals().may(domain, first) && nationals().nearly(domain, first):
		return true
	case typoEnds.may(end) && typoEnds.holds(end), end == "com" && strings.HasSuffix(domain, ".com.com"):
		return true
	case first >= len(brandBegins) || brandBegins[first]>>(domain[0]&31)&1 == 0:
		return false
	}
	switch domain[:first] {
	case "mail", "cloud", "gail": // are names of their own
		return false
	}
	return likeBrand(domain[:first], domain[first+1:])
}

// brandBegins has for each length of the names of great providers, and one more or
// less, a bit for each character that a mistyped one begins with.
var brandBegins = func() (t [len("googlemail") + 2]uint32) {
	for _, b := range brands {
		n, first, second := len(b.name), uint32(1)<<(b.name[0]&31), uint32(1)<<(b.name[1]&31)
		t[n-1] |= first | second
		t[n] |= first | second | 1<<('0'&31) | 1<<('1'&31)
		t[n+1] |= first
	}
	return t
}()

// likeBrand reports whether a domain, by its first label and the rest, is nearly that
// of a great provider.
func likeBrand(label, end string) bool {
	var space [16]byte
	low := append(space[:0], label...)
	for i := range low {
		low[i] |= 0x20
	}
	for i := range brands {
		b := &brands[i]
		switch gap := len(low) - len(b.name); {
		case gap < -1 || gap > 1:
		case string(low) == b.name:
			return slipEnds.has(end) || b.only && wrongEnd(end) || b.many && strayEnd(end)
		case slipped(low, b.name):
			return slipEnds.has(end) || isOneOf(end, b.ends)
		}
	}
	return false
}

// wrongEnd reports whether the domain of a provider that has but one ends in another
// way. Gmail's name is somebody else's in Poland and Russia.
func wrongEnd(end string) bool {
	return !strings.EqualFold(end, "com") && end != "pl" && end != "ru" && !reserved("."+end)
}

// strayEnd reports whether a domain of two labels is of a country where no great provider
// has its name.
func strayEnd(end string) bool {
	second, country, ok := strings.Cut(end, ".")
	switch {
	case !ok || len(country) != 2:
		return false
	case strings.EqualFold(second, "com"):
		return !comCountries.has(country)
	}
	return strings.EqualFold(second, "co") && !coCountries.has(country)
}

var (
	comCountries = newWordSet("ar|au|bd|bh|bo|br|cn|co|cy|do|ec|eg|es|gh|gr|gt|hk|hn|hr|jm|kh|kw|lb|mm|mt|mx|my|na|ng|ni|np|om|pa|pe|ph|pk|pr|pt|py|qa|ro|sa|sg|sv|tn|tr|tw|ua|uy|ve|vn")
	coCountries  = newWordSet("ao|at|bw|cr|hu|id|il|in|jp|ke|kr|ma|mz|nz|rs|th|tz|ug|uk|uz|ve|vi|za|zm|zw")
)

func isOneOf(s string, list []string) bool {
	for _, w := range list {
		if strings.EqualFold(s, w) {
			return true
		}
	}
	return false
}

// slipped reports whether s is a word with one slip of the finger: a letter left out,
// typed twice or beside its key, one too many, or two that change places. The first
// letter is rarely typed wrong, and other words differ in it.
func slipped(s []byte, word string) bool {
	same := 0
	for same < len(s) && same < len(word) && s[same] == word[same] {
		same++
	}
	switch len(s) - len(word) {
	case -1:
		return string(s[same:]) == word[same+1:]
	case 1:
		return same > 0 && emailClass[s[same]]&classLetter != 0 && string(s[same+1:]) == word[same:]
	case 0:
		if same == len(word) {
			return false
		}
		if same+1 < len(word) && s[same] == word[same+1] && s[same+1] == word[same] {
			return string(s[same+2:]) == word[same+2:]
		}
		return string(s[same+1:]) == word[same+1:] && (looksLike(s[same], word[same]) ||
			same > 0 && (s[same] == word[same-1] || strings.IndexByte(beside[word[same]-'a'], s[same]) >= 0))
	}
	return false
}

// looksLike reports whether a digit stands for a letter that it looks like.
func looksLike(digit, letter byte) bool {
	return digit == '0' && letter == 'o' || digit == '1' && (letter == 'l' || letter == 'i')
}

// beside are the keys beside each letter's, and the vowels that are written for it.
var beside = [...]string{
	"qwszeio", "vghn", "xdfv", "serfcx", "wrsdai", "drtgvc", "ftyhbv", "gyujnb", "uojkey", "huikmn", "jiolm", "kop", "njk",
	"bhjm", "ipklau", "ol", "wa", "etdf", "awedxz", "ryfg", "yihjo", "cfgb", "qesa", "zsdc", "tughi", "asx",
}

// endOf is what stands behind the last stop of a domain. It is short, as a rule.
func endOf(domain string) string {
	at := len(domain)
	for at > 0 && domain[at-1] != '.' {
		at--
	}
	return domain[at:]
}

// realEnd reports whether there are domains on the Internet that end like this one. Of
// the ends that are reserved for examples and inner networks Identity says what is to
// be said, and those beyond ASCII are unusual anyhow.
func realEnd(domain string) bool {
	end := endOf(domain)
	switch len(end) {
	case 0:
		return true
	case 2:
		return shortEnds()[end[0]&31]>>(end[1]&31)&1 != 0 || !asciiLetters(end) && !hasDigit(end)
	case 3:
		if end == "com" || end == "net" || end == "org" {
			return true
		}
	}
	if !asciiLetters(end) {
		return !hasDigit(end) || len(end) > 4 && strings.EqualFold(end[:4], "xn--")
	}
	return len(end) == len(domain) || reserved(domain) || inner(domain) || isEnd(strings.ToLower(end))
}

// asciiLetters reports whether a text is letters of ASCII and nothing else.
func asciiLetters(s string) bool {
	for i := range len(s) {
		if emailClass[s[i]]&classLetter == 0 {
			return false
		}
	}
	return true
}

func hasDigit(s string) bool { return strings.ContainsAny(s, numerals) }

// isEnd reports whether an end is one of the Internet's, by the list of public
// suffixes, which has them all.
func isEnd(end string) bool {
	if _, known := publicsuffix.PublicSuffix(end); known {
		return true
	}
	_, known := publicsuffix.PublicSuffix("x." + end) // where none but longer ones are given out
	return known
}

// shortEnds are the ends of countries: a bit for each second letter, by the first.
var shortEnds = sync.OnceValue(func() *[32]uint32 {
	t := new([32]uint32)
	for a := byte('a'); a <= 'z'; a++ {
		for b := byte('a'); b <= 'z'; b++ {
			if isEnd(string([]byte{a, b})) {
				t[a&31] |= 1 << (b & 31)
			}
		}
	}
	return t
})

// reserved reports whether an address is in a domain that exists for examples
// and tests only (RFC 2606, RFC 6761), or is called example somewhere else.
func reserved(address string) bool {
	dot := strings.LastIndexByte(address, '.')
	if dot < 0 {
		return false
	}
	switch address[dot+1:] {
	case "example", "test", "invalid", "localhost":
		return true
	}
	const name = "example"
	from := dot - len(name)
	if from > 0 && address[from:dot] == name && (address[from-1] == '@' || address[from-1] == '.') {
		return true
	}
	at := strings.LastIndexByte(address, '@')
	return strings.HasPrefix(address[at+1:], name+".")
}

// inner reports whether an address is in a domain of an inner network, which nobody
// outside can write to.
func inner(address string) bool {
	return innerEnds.has(address[strings.LastIndexByte(address, '.')+1:])
}

var innerEnds = newWordSet("local|lan|internal|intern|intra|intranet|localdomain|domain|home|corp|private|localnet|workgroup")
