package validate

import (
	"net/netip"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// nameSigns are the characters that no name of a person has: digits, and what
// programs, pages and lists write. A stroke, an ampersand and an @ are not among
// them: Malaysian names have A/L and an alias behind an @.
var nameSigns = func() (t [256]bool) {
	for _, c := range []byte("0123456789<>{}[]|\\=;#$%*^~_+") {
		t[c] = true
	}
	return t
}()

// nameOdd says what a name has that no person's has, "" for nothing. signs says that it
// has more than letters and spaces.
func nameOdd(f kyc.Field, s string, signs bool) string {
	if signs {
		if odd := signsOdd(s); odd != "" {
			return odd
		}
	}
	switch {
	case f != kyc.FullName: // a part of a name says little of what it is
		return ""
	case signs && strings.Contains(s, " & "), strings.Contains(s, " and "):
		return "; it seems to name more than one person"
	case company(s):
		return "; it seems to be a company's"
	}
	return ""
}

// worded reports whether a text is made of letters and spaces, eight bytes at a time:
// nearly all names are.
func worded(s string) bool {
	if len(s) < text.OctetSize {
		return false
	}
	for at := 0; at < len(s); at += text.OctetSize {
		o := text.OctetsAt(s, min(at, len(s)-text.OctetSize))
		foreign := o.Foreign()
		low := o ^ foreign
		if (low|smallLetters).In('a', 'z')|low.Is(' ')|foreign != text.All {
			return false
		}
	}
	return true
}

// smallLetters make small letters of capitals.
const smallLetters text.Octets = 0x20_20_20_20_20_20_20_20

func signsOdd(s string) string {
	signs := false
	for i := range len(s) {
		signs = signs || nameSigns[s[i]]
	}
	at := strings.IndexByte(s, '@')
	switch {
	case signs && !onlyCounted(s):
		return "; it has digits or signs that no name has"
	case at >= 0 && strings.IndexByte(s[at:], '.') > 1 && strings.IndexByte(s, ' ') < 0, strings.HasPrefix(s, "www."):
		return "; it is an address of mail or of the web"
	}
	return ""
}

// onlyCounted reports whether all that is odd in a name is the number behind it that
// counts its bearers: John Smith 3rd, or those of a file that was made up: Person 12.
func onlyCounted(s string) bool {
	at := strings.LastIndexByte(s, ' ') + 1
	if at == 0 || strings.IndexFunc(s[:at], func(r rune) bool { return r < utf8.RuneSelf && nameSigns[r] }) >= 0 {
		return false
	}
	switch strings.TrimLeft(s[at:], "0123456789") {
	case "", "nd", "rd", "th", "st":
		return true
	}
	return false
}

// What stands at the end, or at the beginning, of the name of a company and of no
// person's. Forms that are names as well, as Ag and Sa, are not among them, nor those
// that may be initials, as B.V. and S.A.
var (
	companyEnds   = newWordSet("ltd|ltd.|limited|llc|l.l.c.|inc|inc.|gmbh|plc|corp.|corporation|pvt|pty|d.o.o.|s.r.o.|ltda|ltda.|kft.|zrt.|ооо|оао|зао|пао|еоод|оод|тоо")
	companyBegins = newWordSet("ооо|оао|зао|пао|тоо|llc|estate")
	companyWords  = [...]string{"株式会社", "有限会社", "有限公司", "(주)", "㈜", "주식회사", " z o.o."}
)

// company reports whether a name is one of a company, by the form that it ends or
// begins with.
func company(s string) bool {
	if space := strings.LastIndexByte(s, ' '); space > 0 && (companyEnds.has(s[space+1:]) || companyBegins.has(s[:strings.IndexByte(s, ' ')])) {
		return true
	}
	for _, w := range companyWords {
		if (s[0] >= utf8.RuneSelf || w[0] < utf8.RuneSelf) && strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// doubledHalf is the half of a name that is one word twice, "" where it is not.
func doubledHalf(s string) string {
	half := len(s) / 2
	if len(s)%2 == 1 && s[half] == ' ' && strings.EqualFold(s[:half], s[half+1:]) {
		return s[:half]
	}
	return ""
}

// halfNothing reports whether the first or the last word of a name stands for none.
func halfNothing(s string) bool {
	first, last := strings.IndexByte(s, ' '), strings.LastIndexByte(s, ' ')
	return first > 0 && (nameGaps.has(s[last+1:]) || nameGaps.has(s[:first]))
}

// nameGaps are what stands for a name that is not known beside one that is. Words that
// are names of people, as Null and Test, are not among them, nor those that documents
// have for people of one name, as FNU and a stroke.
var nameGaps = newWordSet("n/a|#n/a|--|xxx|unknown|undefined|(null)|desconocido|desconocida|unbekannt|неизвестно")

// What the domains of great providers become when they are mistyped, and ends that no
// domain has.
var (
	typoDomains = newWordSet("gmial.com|gmai.com|gamil.com|gnail.com|gmaill.com|gmal.com|gmil.com|gmaul.com|gmsil.com|gmailcom.com|gmail.com.com|gmail.co|gmail.cm|gmail.om|gmail.c|goglemail.com|" +
		"hotnail.com|hotmial.com|hotmal.com|hotmai.com|hotmil.com|hotmail.cm|hormail.com|yahooo.com|yaho.com|yhoo.com|yahoo.cm|yahho.com|outlok.com|outloo.com|outllok.com|iclod.com|icoud.com")
	typoEnds = newWordSet("con|cmo|comm|ocm|comn|vom|xom|cpm|coom|cim|ner|nte|ogr")
)

// checkTypo looks for a domain that is most likely mistyped.
func (v *Validator) checkTypo(rec *kyc.Record) {
	address := rec.Submission[kyc.Email]
	_, domain, ok := cutAddress(address)
	dot := strings.LastIndexByte(domain, '.')
	if ok && dot > 0 && (typoDomains.has(domain) || typoEnds.has(domain[dot+1:])) {
		v.add(rec, emailTypo, fieldTable[kyc.Email].name)
	}
}

// checkIP wants the address of one computer that somebody could have come from.
func (v *Validator) checkIP(rec *kyc.Record) {
	value := rec.Submission[kyc.IPAddress]
	if value == "" {
		return
	}
	if a, err := netip.ParseAddr(value); err != nil || a.IsUnspecified() || a.IsLoopback() {
		v.add(rec, ipInvalid, fieldTable[kyc.IPAddress].name)
	}
}
