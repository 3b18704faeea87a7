package validate

import (
	"strings"
	"sync"

	"kycmigrate/internal/kyc"
)

// checkPostal holds the postal code that stands in an address against its town, its state and
// its country. A code is only taken for one where it stands between commas, alone or beside the
// town or the state: any other number may be a house's.
func (v *Validator) checkPostal(rec *kyc.Record) {
	s := &rec.Submission
	if state := s[kyc.AddressState]; len(state) == 3 && upperCase(state) && (state == s[kyc.AddressCountry] || state == s[kyc.Nationality]) && kyc.IsAlpha3(state) {
		v.addDetail(rec, addressUnusual, fieldTable[kyc.AddressState].name, "; it is the code of a country")
	}
	if s[kyc.AddressCountry] == "USA" && s[kyc.AddressCity] != "" && s[kyc.AddressState] != "" {
		v.checkState(rec)
	}
	f := kyc.AddressFull
	if s[f] == "" {
		f = kyc.AddressStreet
	}
	if strings.IndexByte(s[f], ',') < 0 || s[kyc.AddressCountry] == "" || toldOf(rec.Issues, f) {
		return
	}
	if detail := postalOdd(s, s[f]); detail != "" {
		v.addDetail(rec, addressUnusual, fieldTable[f].name, detail)
	}
}

// checkState says that a town of the United States is in another of them, of which there is none
// of its name elsewhere.
func (v *Validator) checkState(rec *kyc.Record) {
	s := &rec.Submission
	states := inLower(soleTowns(), s[kyc.AddressCity])
	state := stateOf(s[kyc.AddressState])
	if states == "" || state == "" || isAmong(state, states) || toldOf(rec.Issues, kyc.AddressState) {
		return
	}
	v.addDetail(rec, addressUnusual, fieldTable[kyc.AddressState].name, "; the town is in another state")
}

// postalOdd says what is wrong with the postal code of an address, "" for nothing, or where
// none is sure to be one.
func postalOdd(s *kyc.Submission, address string) string {
	country, city := s[kyc.AddressCountry], s[kyc.AddressCity]
	form, known := codeForms[country]
	if !known {
		return ""
	}
	code, state, other := codeIn(address, city, form)
	switch {
	case code == "" && other:
		return "; its postal code has not the form of those of its country"
	case code == "":
		return ""
	case strings.Trim(code, "0") == "" || strings.Trim(code, "9") == "":
		return "; its postal code is a filler"
	case country == "USA":
		if st := stateOf(s[kyc.AddressState]); st != "" {
			state = st
		}
		if state != "" && !inState(code, state) {
			return "; its postal code is of another state"
		}
	case country == "CAN" && (strings.IndexByte("WZ", code[0]) >= 0 || strings.ContainsAny(code, "DFIOQU")):
		return "; postal codes of its country have no such letters"
	case code == "H0H0H0":
		return "; its postal code is a filler"
	}
	if begins := inLower(townCodes(), country+city); begins != "" && !beginsAs(code, begins) {
		return "; its postal code is of another town"
	}
	return ""
}

// beginsAs reports whether a code begins with one of several beginnings, of which those of
// letters are all letters that it begins with.
func beginsAs(code, begins string) bool {
	letters := len(code) - len(strings.TrimLeft(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	for b := range strings.SplitSeq(begins, " ") {
		if strings.HasPrefix(code, b) && (isDigit(b[len(b)-1]) || letters <= len(b)) {
			return true
		}
	}
	return false
}

// codeIn finds the one postal code of an address that is written as those of its country are,
// and the state beside it. other reports that there is none, and one of another form.
func codeIn(address, city string, form codeForm) (code, state string, other bool) {
	rest := address
	for at := 0; rest != ""; at++ {
		var part string
		part, rest, _ = strings.Cut(rest, ",")
		part, beside := withoutTown(strings.TrimSpace(part), city)
		beside = beside || !form.housesAlone && strings.EqualFold(strings.TrimSpace(rest), city)
		st := ""
		if head, tail, found := strings.Cut(part, " "); found && len(head) == 2 && upperCase(head) && (statesUSA.has(head) || statesCAN.has(head)) {
			part, st = tail, head
		}
		c, written := asCode(part, form.shapes)
		switch {
		case !written:
			other = other || at > 0 && form.other(part, beside || st != "")
		case code != "" && code != c:
			return "", "", false
		default:
			code, state = c, st
		}
	}
	return code, state, other && code == ""
}

// withoutTown cuts the town off a part of an address where it begins or ends with it.
func withoutTown(part, city string) (rest string, cut bool) {
	n := len(part) - len(city)
	switch {
	case city == "" || n < 2:
	case part[n-1] == ' ' && strings.EqualFold(part[n:], city):
		return strings.TrimSpace(part[:n]), true
	case part[len(city)] == ' ' && strings.EqualFold(part[:len(city)], city):
		return strings.TrimSpace(part[len(city):]), true
	}
	return part, false
}

// asCode is a text without its spaces and hyphens, in capitals, if it is written in one of
// some shapes, which have A for a letter and 9 for a digit.
func asCode(s, shapes string) (code string, ok bool) {
	if len(s) < 4 || len(s) > len("A-99999-9999") {
		return "", false
	}
	if at := strings.IndexByte(s, '-'); at > 0 && at < 3 && upperCase(s[:at]) && isDigit(s[at+1]) {
		s = s[at+1:] // D-10115
	}
	var room [2][len("A-99999-9999")]byte
	plain, shape := room[0][:0], room[1][:0]
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c):
			plain, shape = append(plain, c), append(shape, '9')
		case isLetter(c):
			plain, shape = append(plain, c&^0x20), append(shape, 'A')
		case c != ' ' && c != '-':
			return "", false
		}
	}
	return string(plain), isAmong(string(shape), shapes)
}

// isAmong reports whether a word is one of a list, which spaces part.
func isAmong(word, list string) bool {
	for w := range strings.SplitSeq(list, " ") {
		if w == word {
			return true
		}
	}
	return false
}

// codeForm is how the postal codes of a country are written.
type codeForm struct {
	shapes string // without spaces and hyphens
	// housesAlone: the number of a house stands between commas, as in Calle Mayor, 1024.
	housesAlone bool
}

// other reports whether a part of an address is a postal code, though none of the country's:
// one with letters where there are digits, or the other way round, or beside the town too
// few or too many digits.
func (f codeForm) other(part string, beside bool) bool {
	if _, lettered := asCode(part, britishCodes+" "+canadianCodes); lettered {
		return true
	}
	digits := len(part)
	if at := strings.IndexByte(part, '-'); at > 0 {
		part, digits = part[:at]+part[at+1:], digits-1
	}
	if strings.IndexByte(f.shapes, 'A') >= 0 {
		return (digits == 5 || digits == 6) && isDigits(part) || beside && f.shapes == britishCodes && isAmong(shapeOf(part), outwardCodes)
	}
	return beside && digits >= 4 && digits <= 7 && isDigits(part)
}

// outwardCodes are the first halves of British codes, and shapeOf has A for a capital and 9 for
// a digit.
const outwardCodes = "A9 A99 AA9 AA99 A9A AA9A"

func shapeOf(s string) string {
	shape := make([]byte, 0, len(s))
	for i := range min(len(s), len("AA9A")+1) {
		switch {
		case isDigit(s[i]):
			shape = append(shape, '9')
		case isCapital(s[i]):
			shape = append(shape, 'A')
		default:
			return ""
		}
	}
	return string(shape)
}

const (
	britishCodes  = "A99AA A999AA AA99AA AA999AA A9A9AA AA9A9AA"
	canadianCodes = "A9A9A9"
)

var codeForms = func() map[string]codeForm {
	m := map[string]codeForm{}
	for shapes, countries := range map[string]string{
		britishCodes: "GBR", canadianCodes: "CAN", "9999AA 9999": "NLD", "99999 999999999": "USA",
		"9999":         "AUT BEL CHE DNK NOR HUN AUS BGR ZAF",
		"99999":        "DEU FRA ESP ITA SWE POL CZE FIN TUR MEX KOR GRC UKR HRV SRB SVK THA IDN MYS PAK",
		"999999":       "IND CHN RUS ROU SGP",
		"9999999 9999": "PRT", "9999999": "JPN", "99999999": "BRA",
	} {
		for c := range strings.SplitSeq(countries, " ") {
			m[c] = codeForm{shapes, isAmong(c, "ESP ITA PRT BRA MEX ROU RUS UKR TUR GRC IDN THA MYS PAK IND CHN")}
		}
	}
	return m
}()

// townCodes are what the postal codes of great towns begin with, by country and town. They
// are made when the first address is looked at.
var townCodes = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.SplitSeq(townCodeList, "\n") {
		country, towns, _ := strings.Cut(line, ": ")
		for entry := range strings.SplitSeq(towns, "; ") {
			names, begins, _ := strings.Cut(entry, "=")
			for name := range strings.SplitSeq(names, "/") {
				m[strings.ToLower(country)+name] = begins
			}
		}
	}
	return m
})

const townCodeList = `DEU: berlin=10 12 13 14; hamburg=20 21 22 27; münchen/munich=80 81 85; köln/cologne=50 51; frankfurt am main=60 65; stuttgart=70; düsseldorf=40; leipzig=04; dortmund=44; bremen=28 27; dresden=01; hannover=30; nürnberg=90; duisburg=47; bochum=44; wuppertal=42; bonn=53; bielefeld=33; mannheim=68; karlsruhe=76; augsburg=86; kiel=24; heidelberg=69; mainz=55; lübeck=23; erfurt=99; rostock=18; kassel=34; potsdam=14; saarbrücken=66; chemnitz=09; magdeburg=39
FRA: paris=75; marseille=13; lyon=69; toulouse=31; nice=06; nantes=44; strasbourg=67; montpellier=34; bordeaux=33; lille=59; rennes=35; reims=51; le havre=76; saint-étienne=42; toulon=83; grenoble=38; dijon=21; angers=49; nîmes=30; clermont-ferrand=63; le mans=72; aix-en-provence=13; tours=37; amiens=80; limoges=87; metz=57; perpignan=66; besançon=25; orléans=45; rouen=76; mulhouse=68; caen=14; nancy=54; avignon=84; cannes=06
ESP: madrid=28; barcelona=08; valencia=46; sevilla=41; zaragoza=50; málaga=29; murcia=30; palma/palma de mallorca=07; las palmas de gran canaria=35; bilbao=48; alicante=03; córdoba=14; valladolid=47; vigo=36; gijón=33; vitoria-gasteiz=01; a coruña/la coruña=15; granada=18; oviedo=33; santa cruz de tenerife=38; pamplona=31; santander=39; almería=04; burgos=09; salamanca=37; albacete=02; logroño=26; badajoz=06; huelva=21; tarragona=43; lleida=25; girona=17; cádiz=11
ITA: roma/rome=00; milano/milan=20; napoli/naples=80; torino/turin=10; palermo=90; genova=16; bologna=40; firenze/florence=50; bari=70; catania=95; venezia/venice=30; verona=37; messina=98; padova=35; trieste=34; brescia=25; parma=43; taranto=74; prato=59; modena=41; perugia=06; livorno=57; ravenna=48; cagliari=09; foggia=71; rimini=47; salerno=84; ferrara=44; bergamo=24; trento=38; bolzano=39; vicenza=36; udine=33; lecce=73; ancona=60; pescara=65
GBR: london=E EC N NW SE SW W WC BR CR DA EN HA IG KT RM SM TN TW UB WD; manchester=M; birmingham=B; leeds=LS; glasgow=G; edinburgh=EH; liverpool=L; bristol=BS; sheffield=S; cardiff=CF; belfast=BT; leicester=LE; nottingham=NG; newcastle upon tyne=NE; aberdeen=AB; brighton=BN; oxford=OX; cambridge=CB; coventry=CV; plymouth=PL; southampton=SO; portsmouth=PO; york=YO; norwich=NR; swansea=SA; dundee=DD; inverness=IV; exeter=EX; milton keynes=MK; bradford=BD; wolverhampton=WV
CAN: toronto=M; montréal/montreal=H; vancouver=V5 V6 V7; calgary=T; edmonton=T; ottawa=K; winnipeg=R; québec/quebec city=G; halifax=B; regina=S; saskatoon=S; victoria=V
NLD: amsterdam=10 11; rotterdam=30 31; den haag/'s-gravenhage/the hague=22 24 25; utrecht=34 35; eindhoven=56; groningen=97; tilburg=50; almere=13; breda=48; nijmegen=65; arnhem=68; haarlem=20; maastricht=62; leiden=23; delft=26
BEL: bruxelles/brussel/brussels=10 11 12; antwerpen/antwerp=20 21 26; gent/ghent=90; liège=40 41; brugge=8; namur=5; leuven=30; charleroi=6
AUT: wien/vienna=1; graz=80; linz=40; salzburg=50; innsbruck=60; klagenfurt=90
CHE: zürich/zurich=80; genève/geneva/genf=12; basel=40; bern/berne=30; lausanne=10; luzern/lucerne=60; winterthur=84; st. gallen=90; lugano=69
SWE: stockholm=1; göteborg/gothenburg=4; malmö=2; uppsala=7
POL: warszawa/warsaw=00 01 02 03 04 05; kraków=30 31 32; wrocław=50 51 52 53 54; poznań=60 61; gdańsk=80; łódź=90 91 92 93 94; szczecin=70 71; katowice=40; lublin=20; bydgoszcz=85; białystok=15
PRT: lisboa/lisbon=1; porto=4; braga=47; coimbra=3; faro=80; funchal=90
CZE: praha/prague=1 2; brno=6; ostrava=7; plzeň=3
DNK: københavn/copenhagen=1 2; aarhus=8; odense=5; aalborg=9
NOR: oslo=0 1; bergen=5; trondheim=7; stavanger=4
FIN: helsinki=00; espoo=02; tampere=33; turku=20; oulu=90; vantaa=01
AUS: sydney=1 2; melbourne=3 8; brisbane=4; perth=6; adelaide=5; canberra=2 0; hobart=7; darwin=08
IND: new delhi/delhi=11; mumbai=40; kolkata=70; chennai=60; bengaluru/bangalore=56; hyderabad=50; pune=41; ahmedabad=38; jaipur=30; lucknow=22; kochi=68; chandigarh=16
CHN: 北京/北京市/beijing=10; 上海/上海市/shanghai=20; guangzhou/广州/广州市=51; shenzhen/深圳/深圳市=51; tianjin/天津=30; chongqing/重庆=40; chengdu/成都=61; wuhan/武汉=43; hangzhou/杭州=31; nanjing/南京=21
RUS: москва/moscow=10 11 12; санкт-петербург/saint petersburg=19; новосибирск/novosibirsk=630; екатеринбург=620; казань=420
TUR: istanbul=34; ankara=06; izmir=35; bursa=16; antalya=07; adana=01; konya=42; gaziantep=27
BRA: são paulo=0; rio de janeiro=2; belo horizonte=3; brasília=7; salvador=4; fortaleza=6; curitiba=8; recife=5; porto alegre=9
MEX: ciudad de méxico=0 1; guadalajara=44; monterrey=64; puebla=72
JPN: osaka/大阪市=5; yokohama/横浜市=2; nagoya/名古屋市=4; sapporo/札幌市=0; kyoto/京都市=6; fukuoka/福岡市=8; kobe/神戸市=6
KOR: seoul/서울/서울특별시=0; busan/부산/부산광역시=4; incheon/인천=2; daegu/대구=4; daejeon/대전=3
GRC: αθήνα/athens=10 11; θεσσαλονίκη/thessaloniki=5
HUN: budapest=1; debrecen=40; szeged=67
ROU: bucurești/bucharest/bucuresti=0; cluj-napoca=40; iași=70; timișoara=30
UKR: київ/kyiv/kiev=0; львів/lviv=79; харків/kharkiv=6; одеса/odesa=65; дніпро/dnipro=49
HRV: zagreb=10; split=21; rijeka=51; osijek=31
SRB: beograd/belgrade/београд=11; novi sad/нови сад=21; niš/ниш=18
BGR: софия/sofia=1; пловдив/plovdiv=4; варна/varna=9
SVK: bratislava=8; košice=04
ZAF: cape town=7 8; johannesburg=1 2; durban=4; pretoria=0
THA: bangkok=10; กรุงเทพมหานคร=10
IDN: jakarta=1; surabaya=60; bandung=40
MYS: kuala lumpur=5
PAK: karachi=7; lahore=5; islamabad=4`

// soleTowns are towns of the United States of whose name there is none in other states than
// these.
var soleTowns = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for entry := range strings.SplitSeq("chicago=IL; seattle=WA; los angeles=CA TX; san francisco=CA; honolulu=HI; minneapolis=MN KS NC; milwaukee=WI NC OR; pittsburgh=PA; baltimore=MD OH; new orleans=LA; oklahoma city=OK; salt lake city=UT; las vegas=NV NM; tucson=AZ; albuquerque=NM; indianapolis=IN; fort lauderdale=FL; baton rouge=LA; tallahassee=FL; chattanooga=TN OK; boise=ID; virginia beach=VA; colorado springs=CO; sioux falls=SD; spokane=WA MO; tulsa=OK; anchorage=AK KY; fort worth=TX; corpus christi=TX", "; ") {
		town, states, _ := strings.Cut(entry, "=")
		m[town] = states
	}
	return m
})

// zips are the numbers that the first three digits of the postal codes of states lie between, as
// the Postal Service gave them.
var zips = map[string]string{
	"AL": "350-369", "AK": "995-999", "AZ": "850-865", "AR": "716-729 755-755", "CA": "900-961", "CO": "800-816", "CT": "060-069", "DE": "197-199", "DC": "200-205 569-569", "FL": "320-349", "GA": "300-319 398-399", "HI": "967-968", "ID": "832-838", "IL": "600-629", "IN": "460-479", "IA": "500-528", "KS": "660-679", "KY": "400-427", "LA": "700-714", "ME": "039-049", "MD": "206-219", "MA": "010-027 055-055",
	"MI": "480-499", "MN": "550-567", "MS": "386-397", "MO": "630-658", "MT": "590-599", "NE": "680-693", "NV": "889-898", "NH": "030-038", "NJ": "070-089", "NM": "870-884", "NY": "005-005 063-063 100-149", "NC": "270-289", "ND": "580-588", "OH": "430-459", "OK": "730-749", "OR": "970-979", "PA": "150-196", "PR": "006-009", "RI": "028-029", "SC": "290-299", "SD": "570-577", "TN": "370-385", "TX": "733-733 750-799 885-885", "UT": "840-847",
	"VT": "050-059", "VA": "201-201 220-246", "WA": "980-994", "WV": "247-268", "WI": "530-549", "WY": "820-831",
}

// inState reports whether a postal code of the United States may be one of a state.
func inState(code, state string) bool {
	ranges := zips[state]
	if ranges == "" {
		return true
	}
	for r := range strings.SplitSeq(ranges, " ") {
		if from, to, _ := strings.Cut(r, "-"); code[:3] >= from && code[:3] <= to {
			return true
		}
	}
	return false
}

// stateOf is the code of a state of the United States by its code or name, "" of none.
func stateOf(s string) string {
	if len(s) == 2 && statesUSA.has(s) {
		return strings.ToUpper(s)
	}
	return inLower(stateCodes(), s)
}

var stateCodes = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for entry := range strings.SplitSeq("al alabama|ak alaska|az arizona|ar arkansas|ca california|co colorado|ct connecticut|de delaware|dc district of columbia|fl florida|ga georgia|hi hawaii|id idaho|il illinois|in indiana|ia iowa|ks kansas|ky kentucky|la louisiana|me maine|md maryland|ma massachusetts|mi michigan|mn minnesota|ms mississippi|mo missouri|mt montana|ne nebraska|nv nevada|nh new hampshire|nj new jersey|nm new mexico|ny new york|nc north carolina|nd north dakota|oh ohio|ok oklahoma|or oregon|pa pennsylvania|pr puerto rico|ri rhode island|sc south carolina|sd south dakota|tn tennessee|tx texas|ut utah|vt vermont|va virginia|wa washington|wv west virginia|wi wisconsin|wy wyoming", "|") {
		code, name, _ := strings.Cut(entry, " ")
		m[name] = strings.ToUpper(code)
	}
	return m
})
