package validate

import (
	"strings"

	"kycmigrate/internal/kyc"
)

// cityOdd says what the name of a town has that none has, "" for nothing.
func cityOdd(s *kyc.Submission, city string, signs placeSigns) string {
	switch {
	case signs&(withDigit|withWords) == withDigit:
		return "; it has no letter, as a postal code"
	case signs&withDigit != 0 && telephoned(city):
		return "; a telephone number stands behind it"
	case signs&withDigit != 0 && street(city):
		return "; it seems to be a street"
	case signs&withDigit != 0 && numberedTown(city):
		return "; the number of a house stands before it"
	case signs&withDigit != 0 && postalCode(s[kyc.AddressCountry], city):
		return "; it is a postal code alone"
	case signs&withDigit != 0 && exchangedTown(s, city):
		return "; it and the street have changed places"
	case signs&withDigit == 0 && slippedTown(s[kyc.AddressCountry], city):
		return "; it is a great town of the country but for a letter that is missing or there twice, or for its end"
	case signs&withDigit != 0 && digitInWord(city):
		return "; a digit stands within a word"
	case city[len(city)-1] == ',' || city[len(city)-1] == ';' || city[0] == '=':
		return "; a formula of a spreadsheet or a sign of a file is left over"
	case city == "X" || city == "x":
		return "; it is a letter alone"
	case len(city) == 2 && stateCode(s[kyc.AddressCountry], city):
		return "; it is the code of a state"
	case countriesAsTowns.has(city) && !within(s[kyc.AddressCountry], namesakes):
		return "; it is a country"
	case len(city) >= 8 && len(city)%2 == 0 && isCapital(city[len(city)/2]) && isSmall(city[1]) && city[:len(city)/2] == city[len(city)/2:]:
		return "; the name of the town stands there twice"
	case signs&withSlash != 0 && twoTowns(city):
		return "; it is two towns"
	case len(city) <= 3 && countryCode(s, city):
		return "; it is the code of a country"
	case signs&withQuestion != 0 && city[len(city)-1] == '?':
		return unsure
	}
	if half := doubledHalf(city); half != "" && len(half) <= longestTown && !twiceNamed(half, s[kyc.AddressCountry]) {
		return "; the name of the town stands there twice"
	}
	return ""
}

// digitInWord reports whether a digit stands between the letters of one word: L0nd0n.
func digitInWord(s string) bool {
	for at := 1; at+2 < len(s); at++ {
		if isDigit(s[at]) && isLetter(s[at-1]) && isLetter(s[at+1]) && isLetter(s[at+2]) && (s[at] <= '1' || isSmall(s[at+1])) {
			return true
		}
	}
	return false
}

// stateCode reports whether two capitals are the code of a state of a country whose states
// have such codes.
func stateCode(country, code string) bool {
	return upperCase(code) && (country == "USA" && statesUSA.has(code) || country == "CAN" && statesCAN.has(code))
}

var (
	statesUSA = newWordSet("al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc|pr")
	statesCAN = newWordSet("ab|bc|mb|nb|nl|ns|nt|nu|on|pe|qc|sk|yt")
)

// countriesAsTowns are countries that have no town of their name but among those of settlers.
var countriesAsTowns = newWordSet("deutschland|germany|allemagne|alemania|österreich|austria|schweiz|switzerland|suisse|svizzera|france|frankreich|francia|españa|espana|spain|spanien|portugal|italia|italy|italien|nederland|netherlands|the netherlands|niederlande|belgium|belgique|belgië|belgien|" +
	"united kingdom|great britain|england|großbritannien|ireland|irland|éire|danmark|denmark|dänemark|sverige|sweden|schweden|norge|norway|norwegen|suomi|finland|finnland|polska|poland|polen|česko|czechia|czech republic|česká republika|slovensko|slovakia|magyarország|hungary|ungarn|românia|romania|rumänien|bulgaria|българия|" +
	"hrvatska|croatia|kroatien|srbija|serbia|србија|slovenija|slovenia|ελλάδα|greece|griechenland|türkiye|turkey|türkei|россия|russia|russland|україна|ukraine|беларусь|belarus|lietuva|lithuania|latvija|latvia|eesti|estonia|usa|united states|united states of america|estados unidos|canada|brasil|brazil|argentina|chile|colombia|ecuador|venezuela|uruguay|" +
	"australia|new zealand|japan|日本|china|中国|中國|korea|south korea|대한민국|한국|india|भारत|pakistan|bangladesh|indonesia|malaysia|philippines|pilipinas|thailand|ประเทศไทย|vietnam|việt nam|egypt|مصر|saudi arabia|السعودية|united arab emirates|uae|nigeria|kenya|ghana|south africa|israel|ישראל|morocco|maroc|المغرب|algérie|algeria|tunisie|tunisia")

// telephoned reports whether a text ends with the number of a telephone: one for abroad, or
// behind a word for it.
func telephoned(s string) bool {
	n, at := 0, len(s)
	for at > 0 && telephoneSigns[s[at-1]] {
		at--
		if isDigit(s[at]) {
			n++
		}
	}
	if n < leastDigits || at == 0 {
		return false
	}
	if strings.IndexByte(s[at:], '+') >= 0 {
		return true
	}
	before := strings.TrimRight(s[:at], " ")
	return telephoneWords.has(bareWord(before[strings.LastIndexAny(before, " ,")+1:]))
}

// leastDigits is how many digits the number of a telephone has at least.
const leastDigits = 6

// telephoneSigns are what such a number is written with.
var telephoneSigns = func() (t [256]bool) {
	for _, c := range []byte(numerals + " -./()+:") {
		t[c] = true
	}
	return t
}()

var telephoneWords = newWordSet("tel|tél|telf|telefon|teléfono|telefono|telefone|téléphone|telephone|telefoon|phone|ph|mob|mobil|mobile|móvil|celular|cel|cell|fono|handy|gsm|тел|тлф|моб|هاتف|جوال|電話|电话|전화|โทร|đt|sđt")

// countryCode reports whether a town is the code of the country that the person is of:
// another code may be a town, in a file of capitals.
func countryCode(s *kyc.Submission, city string) bool {
	home := s[kyc.AddressCountry]
	if home == "" {
		home = s[kyc.Nationality]
	}
	switch {
	case len(city) == 3:
		return city == home || home == "" && kyc.IsAlpha3(city)
	case len(city) == 2:
		return home == "" && upperCase(city) || len(home) == 3 && city == home[:2] && shortCodes.holds(city) || city == "UK" && home == "GBR"
	}
	return false
}

func upperCase(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// shortCodes are those codes of two letters that the codes of three begin with, and that
// are no town of the country.
var shortCodes = newWordSet("be|bg|br|ca|ch|cz|de|es|fi|fr|gb|gr|hr|hu|it|jp|lt|lu|lv|nl|no|nz|pe|ph|ro|ru|sg|th|us|vn|za")

// twiceNamed reports whether a word may be half the name of a town: Wagga Wagga. There
// are none such in Europe but Baden-Baden, and no long ones.
func twiceNamed(half, country string) bool {
	switch {
	case len(half) < 4, twiceNames.has(half):
		return true
	case country == "":
		return false
	}
	return len(half) < longestTwice && !onceNamed[country]
}

// longestTown is how long the name of a town is at most, in bytes: more is an address.
const longestTown = 32

// longestTwice is the length up to which words are doubled in names of towns.
const longestTwice = 7

var (
	twiceNames = newWordSet("quemú|xique|baden|walla|wagga|pago|bora|kurri|tilba|mitta|goonoo|wangi|murrum|yarra|buln|grong|book|curl|lang|gundy|toli|pare|singapore|panama|luxembourg|monaco|djibouti|gibraltar|kuwait")

	// onceNamed are countries without towns of such names.
	onceNamed = func() map[string]bool {
		m := make(map[string]bool)
		for _, c := range strings.Fields("ALB AND ARM AUT AZE BEL BGR BIH BLR CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GEO GRC HRV HUN IRL ISL ISR ITA LIE LTU LUX LVA MDA MKD MLT MNE NLD NOR POL PRT ROU RUS SRB SVK SVN SWE TUR UKR ARG BRA CHL COL ECU MEX PER URY CAN") {
			m[c] = true
		}
		return m
	}()
)
