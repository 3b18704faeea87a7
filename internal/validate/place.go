package validate

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// placeSigns say what a part of an address is written with.
type placeSigns uint16

const (
	withLetter placeSigns = 1 << iota
	withDigit
	withForeign
	withQuestion
	withEscape // what letters are written with where they are not at hand: &eacute; %C3%A9 _x000D_
	withAt
	withSlash
	withMarkup // of programs: { } < >
	withNumber // what stands within numbers: + . :

	withWords = withLetter | withForeign
)

var placeClass = func() (t [256]placeSigns) {
	for c := range t {
		switch b := byte(c); {
		case b >= utf8.RuneSelf:
			t[c] = withForeign
		case isLetter(b):
			t[c] = withLetter
		case isDigit(b):
			t[c] = withDigit
		}
	}
	for signs, list := range map[placeSigns]string{withQuestion: "?", withEscape: `+&%\=_`, withAt: "@", withSlash: "/", withMarkup: "<>{}", withNumber: "+.:"} {
		for _, c := range []byte(list) {
			t[c] |= signs
		}
	}
	return t
}()

// placeSignsOf finds what a part of an address is written with.
func placeSignsOf(s string) (signs placeSigns) {
	for i := range len(s) {
		signs |= placeClass[s[i]]
	}
	return signs
}

// checkPlace looks at a part of an address, of which no word is told. spoilt says that
// its letters are.
func (v *Validator) checkPlace(rec *kyc.Record, f kyc.Field, s string, spoilt bool) {
	name, signs := fieldTable[f].name, placeSignsOf(s)
	if s[0] == ' ' || s[len(s)-1] == ' ' {
		v.add(rec, whiteSpace, name)
	}
	switch {
	case spoilt:
		v.add(rec, mojibake, name)
	case signs&withForeign != 0 && boxed(s):
		v.addDetail(rec, mojibake, name, "; letters have become boxes")
	case signs&withQuestion != 0 && text.Questioned(s):
		v.addDetail(rec, mojibake, name, "; letters have become question marks")
	case signs&withEscape != 0 && text.Escaped(s):
		v.addDetail(rec, mojibake, name, "; letters are written as a page or an address of the web has them, like &eacute; or %C3%A9")
	case signs&(withWords|withDigit) == 0:
		v.addDetail(rec, placeholder, name, "; it is signs alone")
	case signs&withWords == withWords && text.Mixed(s):
		v.add(rec, mixedScripts, name)
	default:
		if odd := placeOdd(rec, f, s, signs); odd != "" {
			v.addDetail(rec, addressUnusual, name, odd)
		}
	}
}

// boxed reports whether a text has boxes, as programs show letters that they lack.
func boxed(s string) bool {
	if strings.IndexByte(s, 0xE2) < 0 {
		return false
	}
	return strings.ContainsAny(s, "□▢▯◻")
}

// placeOdd says what a part of an address has that none has, "" for nothing.
func placeOdd(rec *kyc.Record, f kyc.Field, s string, signs placeSigns) string {
	switch {
	case signs&withAt != 0 && mailPlace(s), signs&withLetter != 0 && webPlace(s):
		return "; it is an address of mail or of the web"
	case signs&withMarkup != 0 && markup(s):
		return "; it is written for a program, as HTML or JSON"
	case signs&withDigit != 0:
		if odd := numberPlace(s, signs); odd != "" {
			return odd
		}
	}
	if remark(s) || notedPlace(s) {
		return "; it is a remark of a clerk or of the post"
	}
	if f == kyc.AddressCity {
		return cityOdd(&rec.Submission, s, signs)
	}
	if signs&withDigit != 0 && noughtBox(s) {
		return "; it is a box with the number nought"
	}
	if signs&withDigit != 0 && f == kyc.AddressStreet && flatAlone(s) {
		return "; it is a flat, and no street"
	}
	if twofold(s) {
		return "; the street stands there twice"
	}
	return streetOdd(s, signs)
}

// streetOdd says what a street, or an address in one field, has that none has, "" for nothing.
func streetOdd(s string, signs placeSigns) string {
	switch {
	case signs&withDigit != 0 && s[0] == '-' && len(s) > 2 && isDigit(s[1]):
		return "; a minus stands before the number"
	case signs&withEscape != 0 && coded(s), signs&withEscape != 0 && injected(s):
		return "; it is written as a program or an address of the web has it, with %20 or \\n"
	case signs&withDigit != 0 && telephoned(s):
		return "; a telephone number stands behind it"
	case signs&withSlash != 0 && twoStreets(s):
		return "; it is two streets"
	}
	return ""
}

// coded reports whether spaces, commas and breaks of lines are written as programs write them.
func coded(s string) bool {
	return strings.Contains(s, "%20") || strings.Contains(s, "%2C") || strings.Contains(s, "\\n") || strings.Contains(s, "\\r")
}

// injected reports whether a text is what somebody tries a database with: 1' OR '1'='1.
func injected(s string) bool { return strings.Contains(s, "'='") }

// twoStreets reports whether a text is two streets with numbers, with a stroke between them.
func twoStreets(s string) bool {
	a, b, ok := strings.Cut(s, " / ")
	return ok && strings.ContainsAny(a, digits) && strings.ContainsAny(b, digits) && strings.IndexByte(a, ' ') > 0 && strings.IndexByte(b, ' ') > 0 &&
		(street(a) && street(b) || houseFirst(a) && houseFirst(b))
}

const digits = "0123456789"

// houseFirst reports whether a street begins with the number of a house.
func houseFirst(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return houseNumber(first)
}

// boxAlone reports whether a street is nothing but a box at a post office.
func boxAlone(s string) bool {
	at := strings.IndexAny(s, digits)
	if at < 0 {
		return boxesWithout.has(s)
	}
	return strings.TrimLeft(s[at:], digits+" -/") == "" && boxes.has(strings.TrimRight(s[:at], " .:#"))
}

// Words for a box at a post office, and for letters that are fetched there.
var (
	boxes = newWordSet("po box|p.o. box|p.o box|p o box|p.o.box|pobox|post office box|postfach|pf|boîte postale|boite postale|bp|b.p|apartado|apartado postal|apartado de correos|apdo|apdo. de correos|casilla|casilla de correo|casilla postal|caixa postal|cx postal|cx. postal|apartado dos correios|casella postale|c.p|" +
		"postbus|postboks|postbox|box|postilokero|pl|skrytka pocztowa|skr. poczt|poštovní schránka|p.o.b|pob|posta kutusu|pk|p.k|postafiók|а/я|абонентский ящик|абонентська скринька|п.к|τ.θ|ταχ. θυρίδα|ص.ب|صندوق بريد|ת.ד")
	boxesWithout = newWordSet("poste restante|poste-restante|general delivery|postlagernd|lista de correos|posta restante|fermo posta|до востребования")
)

// boxBegins are the bytes that words for a box begin with.
var boxBegins = func() (t [256]bool) {
	for _, set := range [...]*wordSet{boxes, boxesWithout} {
		for w := range strings.SplitSeq(set.list, "|") {
			t[w[0]], t[strings.ToUpper(w)[0]] = true, true
		}
	}
	return t
}()

// boxLands are countries where an address is a box, or may be one.
const boxLands = "ARE SAU QAT KWT BHR OMN YEM JOR LBN IRQ IRN ISR PSE EGY SDN SSD LBY DZA MAR TUN MRT KEN TZA UGA RWA BDI ETH ERI DJI SOM GHA NGA ZMB ZWE MWI BWA NAM LSO SWZ ZAF CMR CIV SEN BFA MLI NER TCD BEN TGO GAB COG COD CAF GNQ GIN GNB GMB SLE LBR STP CPV AGO MOZ MDG COM MUS SYC " +
	"FJI PNG WSM TON VUT SLB KIR TUV NRU MHL FSM PLW COK NIU TKL NCL PYF WLF GUM ASM MNP JAM BHS BRB TTO GRD LCA VCT DMA ATG KNA GUY SUR BLZ CYM BMU TCA VGB VIR AIA MSR HTI CUW ABW SXM MAC BRN MDV BTN AFG GRL FRO ISL SHN FLK GIB"

// twofold reports whether a text of several words is one twice, with a space or a comma
// between them.
func twofold(s string) bool {
	half := len(s) / 2
	if s[half] != ' ' {
		return false
	}
	first, second := s[:half], s[half+1:]
	if len(s)%2 == 0 {
		first, _ = strings.CutSuffix(first, ",")
	}
	return len(first) == len(second) && strings.IndexByte(first, ' ') > 0 && strings.EqualFold(first, second)
}

func mailPlace(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && strings.IndexByte(s[at:], '.') > 1 && strings.IndexByte(s, ' ') < 0
}

func webPlace(s string) bool {
	return s[0] == 'w' && strings.HasPrefix(s, "www.") || s[0] == 'h' && strings.HasPrefix(s, "http") && strings.Contains(s, "://")
}

// markup reports whether a text has a tag of HTML, or is JSON.
func markup(s string) bool {
	if open := strings.IndexByte(s, '<'); open >= 0 && open+2 < len(s) {
		next := s[open+1]
		return (isLetter(next) || next == '/' || next == '!') && strings.IndexByte(s[open:], '>') > 0
	}
	if open := strings.IndexByte(s, '{'); open > 0 && (s[open-1] == '$' || s[open-1] == '#' || s[open-1] == '{') {
		return strings.IndexByte(s[open:], '}') > 0 // of a template
	}
	return s[0] == '{' && s[len(s)-1] == '}' || strings.HasPrefix(s, `[{`)
}

// numberPlace says which number or date stands for a part of an address, "" for none.
func numberPlace(s string, signs placeSigns) string {
	switch {
	case signs&withWords == 0 && phone(s):
		return "; it is a number of a phone"
	case signs&(withWords|withNumber) == withNumber && coordinates(s):
		return "; it is a place on a map"
	case len(s) <= longestDate && dated(s), signs&withWords != 0 && datedEnd(s):
		return "; it is a date, as spreadsheets make one of a house number"
	case signs&withNumber != 0 && (scientific(s) || programNumber(s)):
		return "; it is a number as a spreadsheet or a program writes it"
	case account(s):
		return "; it is the number of an account"
	}
	return ""
}

// leastPhone is how many digits a number of a phone has at least that is told: fewer may
// be those of a house and a flat.
const leastPhone = 9

// phone reports whether a text of digits and signs is a number of a phone: it begins as
// one for abroad or another town, or is one long number.
func phone(s string) bool {
	digits, spaces := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c):
			digits++
		case c == ' ':
			spaces++
		case c == '+' && i == 0, c == '(' && i <= 5, c == ')', c == '-', c == '.':
		default:
			return false
		}
	}
	return digits >= leastPhone && digits <= 15 && (s[0] == '+' || s[0] == '0' || s[0] == '(' || digits == len(s))
}

// coordinates reports whether a text is two numbers with three digits or more behind
// their points.
func coordinates(s string) bool {
	a, b, ok := strings.Cut(strings.Trim(s, "() "), ",")
	if !ok {
		a, b, ok = strings.Cut(s, " ")
	}
	return ok && degrees(a) && degrees(strings.TrimLeft(b, " "))
}

func degrees(s string) bool {
	whole, part, ok := strings.Cut(strings.TrimLeft(s, "+-"), ".")
	return ok && len(whole) <= 3 && len(part) >= 3 && isDigits(whole) && isDigits(part)
}

// account reports whether a text is a number of an account (ISO 13616) whose check
// digits are right.
func account(s string) bool {
	if len(s) < 15 || !isLetter(s[0]) || !isLetter(s[1]) || !isDigit(s[2]) || !isDigit(s[3]) {
		return false
	}
	n, rest := 0, 0
	take := func(part string) bool {
		for i := range len(part) {
			switch c := part[i]; {
			case c == ' ':
				continue
			case isDigit(c):
				rest = (rest*10 + int(c-'0')) % 97
			case isLetter(c):
				rest = (rest*100 + int(c|0x20-'a') + 10) % 97
			default:
				return false
			}
			n++
		}
		return true
	}
	return take(s[4:]) && take(s[:4]) && n >= 15 && n <= 34 && rest == 1
}

// longestDate is the length of the longest date that is looked for.
const longestDate = len("2026-11-30 00:00:00")

// dated reports whether a text is a date: of three numbers, or of one and the short name
// of a month, as spreadsheets write it.
func dated(s string) bool {
	day, _, timed := strings.Cut(s, " 00:00")
	if !timed {
		day = s
	}
	at := 0
	for at < len(day) && isDigit(day[at]) {
		at++
	}
	if at == 0 || at > 4 || at == len(day) {
		return at == 0 && monthFirst(day)
	}
	sign, rest := day[at], day[at+1:]
	if sign != '-' && sign != '/' && sign != '.' {
		return false
	}
	if at <= 2 && shortMonths.has(strings.TrimRight(strings.TrimLeft(rest, " "), ".")) {
		return true
	}
	return threeNumbers(day[:at], rest, sign)
}

// datedEnd reports whether behind a street there is a date as spreadsheets write it: Kramgasse
// 03. Mai, Mill Lane 12-May. Streets that are called after a day have a preposition before
// it, as the Chemin du 26-Mars and the Straße des 17. Juni.
func datedEnd(s string) bool {
	last := strings.LastIndexByte(s, ' ')
	if last < 0 {
		return false
	}
	if before := s[:last]; ofDay.has(before[strings.LastIndexByte(before, ' ')+1:]) {
		return false
	}
	if day, month, ok := strings.Cut(s[last+1:], "-"); ok {
		return len(day) <= 2 && isDigits(day) && shortMonths.has(month) || len(month) == 2 && isDigits(month) && shortMonths.has(day)
	}
	day := s[strings.LastIndexByte(s[:last], ' ')+1 : last]
	return len(day) == len("03.") && day[0] == '0' && isDigit(day[1]) && day[2] == '.' && shortMonths.has(s[last+1:])
}

// ofDay are the prepositions of dates.
var ofDay = newWordSet("du|de|des|del|della|do|of|vom|van|am|den|le|el|the")

// monthFirst reports whether a text is the short name of a month and a number, with a
// stroke between them.
func monthFirst(s string) bool {
	month, number, ok := strings.Cut(s, "-")
	if !ok {
		month, number, ok = strings.Cut(s, ".")
	}
	return ok && len(number) <= 4 && isDigits(number) && shortMonths.has(strings.TrimRight(month, "."))
}

// threeNumbers reports whether a number and what stands behind it are a day, a month and
// a year of our time in full, or the other way round.
func threeNumbers(first, rest string, sign byte) bool {
	second, third, ok := strings.Cut(rest, string(sign))
	if !ok || !isDigits(second) || !isDigits(third) || len(second) > 2 {
		return false
	}
	year, day := third, first
	if len(first) == 4 {
		year, day = first, third
	}
	if len(year) != 4 || len(day) > 2 || year[:2] != "19" && year[:2] != "20" {
		return false
	}
	d, _ := strconv.Atoi(day) // what is no number is 0
	m, _ := strconv.Atoi(second)
	return d >= 1 && m >= 1 && min(d, m) <= 12 && max(d, m) <= 31
}

// shortMonths are the names of months as spreadsheets write them in dates.
var shortMonths = newWordSet("jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mär|mrz|mai|okt|dez|janv|févr|fév|mars|avr|juin|juil|août|déc|ene|abr|ago|dic|fev|set|out|gen|mag|giu|lug|ott|" +
	"mrt|mei|maj|cze|lip|sie|wrz|paź|lis|gru|sty|lut|kwi|led|úno|bře|dub|kvě|čvn|čvc|srp|zář|říj|pro|ápr|máj|jún|júl|szept|ian|iun|iul|noi|velj|ožu|tra|svi|lip|kol|ruj|stu|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara|" +
	"янв|фев|мар|апр|май|июн|июл|авг|сен|сент|окт|ноя|нояб|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|янв|юни|юли|ιαν|φεβ|μαρ|απρ|μαϊ|ιουν|ιουλ|αυγ|σεπ|οκτ|νοε|δεκ|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu|" +
	"january|february|march|april|june|july|august|september|october|november|december")

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
	case signs&withDigit != 0 && digitInWord(city):
		return "; a digit stands within a word"
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

// telephoned reports whether a town has a word for a telephone in it, or ends with a number
// for abroad.
func telephoned(city string) bool {
	n := 0
	for i := range len(city) {
		if isDigit(city[i]) {
			n++
		}
	}
	if n < 6 {
		return false
	}
	for at := 1; at < len(city); at++ {
		if !isDigit(city[at]) || isDigit(city[at-1]) {
			continue
		}
		before := strings.TrimRight(city[:at], " .:(+/")
		if city[at-1] == '+' || telephoneWords.has(bareWord(before[strings.LastIndexAny(before, " ,")+1:])) {
			return true
		}
	}
	return false
}

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
		return city == home || home == "" && isAlpha3(city)
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
