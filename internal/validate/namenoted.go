package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
)

// noted reports whether a remark stands in brackets: words of remarks, who somebody is to the
// customer, a place, or words in small letters behind a name in capitals and small ones.
func noted(rec *kyc.Record, s string) bool {
	before, rest, _ := strings.Cut(s, "(")
	inner, behind, _ := strings.Cut(rest, ")")
	inner = strings.Trim(inner, ".! ")
	switch {
	case inner == "":
		return false
	case nameWords.of(inner)&(wordBracketed|wordNoted|wordRemark|wordLate|wordOffice|wordAccount|wordGender) != 0 || relatives.has(inner):
		return true
	case lands.has(inner) || ownLand(rec, inner) || strings.EqualFold(inner, rec.Submission[kyc.AddressCity]):
		return true
	}
	return remarkedIn(inner) || smallRemark(before+behind, inner)
}

// remarkedIn reports whether a text of several words is a remark: it begins with what remarks
// begin with, or has a word that is one.
func remarkedIn(s string) bool {
	first := true
	for word := range strings.FieldsSeq(s) {
		if word = bare(word); word == "" {
			continue
		}
		k := nameWords.of(word)
		if k&(wordRemark|wordNoted) != 0 || first && k&wordBracketed != 0 && len(word) < len(s) {
			return true
		}
		first = false
	}
	return false
}

// smallRemark reports whether a text begins in small letters beside a name that does not. The
// particles of names are in small letters, too, and so are what marriages and aliases are told
// by.
func smallRemark(name, s string) bool {
	word, _, _ := strings.Cut(s, " ")
	if strings.HasPrefix(s, "ex-") {
		return true
	}
	if apostrophe := strings.IndexAny(word, "'’"); apostrophe >= 0 || !allSmallLetters(word) || utf8.RuneCountInString(word) < 2 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(name, " "))
	return unicode.IsUpper(first) && !particles.has(word) && !prefixes.has(word) && !nobles.has(word) && !tornWords.has(word)
}

// allSmallLetters reports whether a word begins with a small letter and has no capital.
func allSmallLetters(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first) && strings.IndexFunc(word, unicode.IsUpper) < 0
}

// commaRemark reports whether a remark stands behind a comma: in small letters, or behind the
// name of the row. What stands before one may be the last name, and behind it a degree.
func commaRemark(rec *kyc.Record, f kyc.Field, s string) bool {
	at := strings.LastIndexByte(s, ',')
	name, behind := strings.TrimRight(s[:at], " "), strings.TrimLeft(s[at+1:], " ")
	sub := &rec.Submission
	if name == "" || behind == "" || isSuffix(behind) || strings.EqualFold(behind, sub[kyc.FirstName]) {
		return false
	}
	whole := f != kyc.FullName || sub[kyc.FirstName] != "" && joined(name, sub[kyc.FirstName], sub[kyc.LastName])
	if smallRemark(name, behind) && (whole || strings.IndexByte(name, ' ') > 0) {
		return nameWords.of(bare(behind))&wordTitleEnd == 0
	}
	if nameWords.of(bare(behind))&(wordNoted|wordBracketed|wordRemark|wordLate) != 0 {
		return whole || strings.IndexByte(name, ' ') > 0
	}
	if lands.has(behind) || strings.EqualFold(behind, sub[kyc.AddressCity]) {
		return whole
	}
	return whole && f == kyc.FullName && properName(behind) && strings.IndexByte(behind, '.') < 0 && nameWords.of(behind)&(wordTitleEnd|wordTitle|wordTitleStop) == 0
}

// dashRemark reports whether a place or a word of remarks stands behind a dash with spaces.
func dashRemark(rec *kyc.Record, s string) bool {
	at := strings.LastIndex(s, " - ")
	if at < 1 {
		return false
	}
	behind := s[at+len(" - "):]
	return behind != "" && (nameWords.of(behind)&(wordNoted|wordRemark) != 0 || lands.has(behind) || strings.EqualFold(behind, rec.Submission[kyc.AddressCity]))
}

// daggered reports whether the cross of the dead stands at an end of a word.
func daggered(s string) bool {
	for i, r := range s {
		if r != '†' && r != '✝' && r != '✞' && r != '✟' && r != '☦' {
			continue
		}
		next := i + utf8.RuneLen(r)
		front := i == 0 || s[i-1] == ' ' || s[i-1] == '('
		end := next == len(s) || s[next] == ' ' || s[next] == ')' || isDigit(s[next])
		if front || end {
			return true
		}
	}
	return false
}

// ownLand reports whether a word is the name, or a code, of a country of the row.
func ownLand(rec *kyc.Record, s string) bool {
	sub := &rec.Submission
	for _, country := range [...]string{sub[kyc.Nationality], sub[kyc.IssuingCountry], sub[kyc.AddressCountry]} {
		if country == "" {
			continue
		}
		if s == country || landNames.of(country) != nil && landNames.of(country).has(s) {
			return true
		}
	}
	return false
}

// landNames are the names of countries that somebody notes behind a name: their own, those of
// English, and the codes of two letters. lands are those of them that are no one's name.
var landNames, lands = func() (*byCountry[*wordSet], *wordSet) {
	of, all := make(map[string]*wordSet), []string{"uk", "u.k.", "british", "english", "scottish", "welsh", "irish", "polish", "german", "french", "spanish", "italian", "american", "russian", "ukrainian", "turkish", "chinese", "indian", "dutch", "portuguese", "romanian", "hungarian", "greek", "swiss", "austrian", "belgian", "swedish", "danish", "norwegian", "finnish", "czech", "slovak", "croatian", "serbian", "bulgarian", "lithuanian", "latvian", "estonian", "brazilian", "mexican", "canadian", "australian", "usa", "u.s.a.", "uae", "eu", "ausland", "foreign", "abroad", "overseas", "extranjero", "étranger", "zagranica"}
	for line := range strings.Lines(landList) {
		country, names, _ := strings.Cut(strings.TrimSpace(line), " ")
		of[country] = newWordSet(names)
		for name := range strings.SplitSeq(names, "|") {
			if utf8.RuneCountInString(name) > 2 {
				all = append(all, name)
			}
		}
	}
	return newByCountry(of), newWordSet(strings.Join(all, "|"))
}()

const landList = `ALB albania|shqipëria|al
ARG argentina|ar
ARM armenia|հայաստան
AUS australia
AUT austria|österreich|oesterreich|autriche
AZE azerbaijan|azərbaycan
BEL belgium|belgië|belgique|belgien|be
BGR bulgaria|българия|bg
BIH bosnia|bosna|bosnien|ba
BLR belarus|беларусь|by
BRA brazil|brasil|brasilien|br
CAN canada|kanada|ca
CHE switzerland|schweiz|suisse|svizzera|ch
CHL chile
CHN china|中国|cn
COL colombia
CYP cyprus|κύπρος|cy
CZE czechia|czech republic|česko|česká republika|tschechien|čr|cz
DEU germany|deutschland|allemagne|alemania|germania|niemcy|de
DNK denmark|danmark|dänemark|dk
EGY egypt|مصر
ESP spain|españa|espagne|spanien|es
EST estonia|eesti
FIN finland|suomi|finnland|fi
FRA france|frankreich|francia|fr
GBR united kingdom|great britain|england|scotland|wales|großbritannien|gb
GEO georgia
GHA ghana
GRC greece|ελλάδα|ελλάς|griechenland|gr
HRV croatia|hrvatska|kroatien|hr
HUN hungary|magyarország|ungarn|hu
IDN indonesia
IND india|भारत
IRL ireland|éire|irland|ie
ISL iceland|ísland
ISR israel|ישראל
ITA italy|italia|italien|italie|it
JPN japan|日本
KAZ kazakhstan|казахстан|қазақстан
KEN kenya
KOR korea|south korea|한국|대한민국
LTU lithuania|lietuva|lt
LUX luxembourg|luxemburg
LVA latvia|latvija|lv
MDA moldova
MEX mexico|méxico
MKD macedonia|македонија
MNE montenegro|crna gora
MYS malaysia
NGA nigeria
NLD netherlands|the netherlands|nederland|holland|niederlande|pays-bas|nl
NOR norway|norge|norwegen
NZL new zealand|neuseeland
PAK pakistan
PER peru|perú
PHL philippines|pilipinas
POL poland|polska|polen|pologne|pl
PRT portugal
ROU romania|românia|rumänien|ro
RUS russia|россия|russland|рф
SGP singapore
SRB serbia|srbija|србија|serbien
SVK slovakia|slovensko|slowakei|sk
SVN slovenia|slovenija|slowenien|si
SWE sweden|sverige|schweden|se
THA thailand|ไทย
TUR turkey|türkiye|türkei|tr
UKR ukraine|україна|украина|ua
USA united states|america
VNM vietnam|việt nam
ZAF south africa
`
