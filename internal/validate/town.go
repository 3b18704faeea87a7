package validate

import (
	"strings"

	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/text"
)

// greatTown is a town that everybody knows. Names of one town have the same number.
type greatTown struct {
	home   string // its country, and behind it others where its name is not wrong
	number int
}

// greatTowns are towns whose name is that of no other place, but in countries of settlers and in
// those that stand beside theirs, by name in lower case.
var greatTowns = func() map[string]greatTown {
	m := make(map[string]greatTown)
	number := 0
	for _, line := range []string{
		"JPN:tokyo,東京,東京都|osaka,大阪,大阪市|kyoto,京都|yokohama,横浜市|nagoya,名古屋市|sapporo,札幌市", "KOR:seoul,서울,서울시,서울특별시|busan,부산,부산광역시|incheon,인천,인천광역시", "PRK:pyongyang,평양",
		"CHN:beijing,北京,北京市|shanghai,上海,上海市|guangzhou,广州,广州市|shenzhen,深圳,深圳市", "THA:bangkok,กรุงเทพ,กรุงเทพมหานคร", "VNM:hanoi,hà nội,ha noi|ho chi minh city,hồ chí minh", "MYS:kuala lumpur", "IDN:jakarta|surabaya",
		"IND:mumbai,bombay|bengaluru,bangalore|kolkata,calcutta|chennai", "PAK:karachi|lahore", "NPL:kathmandu", "KHM:phnom penh", "MNG:ulaanbaatar", "KAZ:almaty,алматы|astana,астана", "UZB:tashkent,toshkent,ташкент", "KGZ:bishkek,бишкек",
		"TUR:istanbul|ankara", "GEO:tbilisi,თბილისი", "ARM:yerevan,երևան", "IRN:tehran,تهران", "IRQ:baghdad,بغداد", "SAU:riyadh|jeddah", "ARE:dubai,دبي|abu dhabi", "LBN:beirut,beyrouth,بيروت", "EGY:cairo,القاهرة",
		"AUT DEU:linz", "AUT:wien,vienna|graz|salzburg|innsbruck|klagenfurt", "HUN:budapest", "DEU:berlin|hamburg|münchen,munich|düsseldorf", "CHE:zürich|genève,geneva|basel,bâle,basle", "FRA:paris|lyon|marseille", "NLD:amsterdam|rotterdam", "BEL:bruxelles,brussel,brussels|antwerpen,antwerp",
		"ITA:milano|torino|napoli", "ESP:madrid", "PRT:lisboa,lisbon", "GBR:london|edinburgh|glasgow", "IRL:dublin", "DNK:københavn,copenhagen", "NOR:oslo", "SWE:stockholm|göteborg,gothenburg", "FIN:helsinki", "ISL:reykjavík,reykjavik",
		"POL:warszawa,warsaw|kraków|gdańsk|wrocław", "CZE SVK:praha,prague", "CZE:brno", "SVK:bratislava", "SVK CZE:košice", "SVN:ljubljana|maribor", "HRV:zagreb", "SRB:beograd,belgrade,београд", "BIH:sarajevo", "MKD:skopje,скопје", "ROU:bucurești,bucharest,bucuresti",
		"BGR:софия", "UKR RUS:київ,kyiv,kiev,киев", "BLR POL:minsk,минск,мінск", "RUS:москва,moscow|санкт-петербург,saint petersburg", "LTU:vilnius", "LVA:rīga,riga", "EST:tallinn", "GRC:αθήνα,athens|θεσσαλονίκη,thessaloniki",
		"KEN:nairobi|mombasa", "UGA:kampala", "ETH:addis ababa", "TZA:dar es salaam", "RWA:kigali", "GHA:accra", "SEN:dakar", "CIV:abidjan", "AUS:sydney|melbourne|brisbane|adelaide|canberra|perth", "CAN:toronto", "USA:chicago|seattle", "ZAF:johannesburg|cape town",
		"ARG:buenos aires", "BRA:rio de janeiro", "COL:bogotá", "VEN:caracas", "ECU:quito|guayaquil", "URY:montevideo", "MEX:ciudad de méxico", "ESP:barcelona|zaragoza|sevilla|málaga|bilbao", "PRT ESP FRA:porto", "ITA LSO SWE ROU:roma,rome", "ITA:firenze|bologna|palermo|genova|venezia", "FRA:bordeaux|toulouse|nantes|strasbourg", "FRA BEL:lille", "DEU:köln|stuttgart|leipzig|dresden|nürnberg|hannover", "BEL:gent|liège", "NLD:utrecht|eindhoven", "SWE:malmö", "NOR:trondheim", "DNK:aarhus", "FIN:tampere|espoo", "POL:poznań|łódź|katowice", "CZE:ostrava", "ROU:cluj-napoca|timișoara|iași", "HUN:debrecen|szeged", "TUR:izmir", "UKR:харків|kharkiv|odesa|одеса|львів|lviv", "RUS:новосибирск|екатеринбург|казань", "ISR:haifa|חיפה", "MAR:casablanca|marrakech", "TUN:tunis", "NGA PRT FRA GRC ESP:lagos", "NGA:abuja|ibadan", "NER:niamey", "COD:kinshasa", "AGO:luanda", "MOZ:maputo", "ZWE:harare", "ZMB:lusaka", "BGD:dhaka|chittagong", "PHL:manila", "TWN:taipei,臺北市,台北市", "MMR:yangon", "LKA:colombo", "JPN:fukuoka|kobe", "KOR:daegu|daejeon|대구|대전", "CHN:chengdu|wuhan|tianjin", "IND PAK:hyderabad", "IND:pune|ahmedabad", "NZL:christchurch|auckland", "LTU:kaunas|klaipėda", "CAN:vancouver", "GBR:manchester|liverpool|birmingham|leeds",
	} {
		home, towns, _ := strings.Cut(line, ":")
		for names := range strings.SplitSeq(towns, "|") {
			number++
			for name := range strings.SplitSeq(names, ",") {
				m[name] = greatTown{home, number}
			}
		}
	}
	return m
}()

var greatTownFilter = newWordFilter(greatTowns)

// greatTownOf is the great town of a name.
func greatTownOf(name string) (greatTown, bool) {
	if name == "" || len(name) > longestWord || !greatTownFilter.may(name) {
		return greatTown{}, false
	}
	town := inLower(greatTowns, name)
	return town, town.number != 0
}

// namesakes are countries whose towns are called after those of others.
const namesakes = "USA CAN GBR IRL AUS NZL ZAF PHL JAM BHS BRB TTO GUY BLZ KIR SHN SUR LBR MEX GTM HND SLV NIC CRI PAN CUB DOM HTI PRI COL VEN ECU PER BOL CHL ARG URY PRY BRA"

// settlers are those of them whose towns have English names, and ownNames are names of great
// towns in other languages, which none of them has.
const settlers = "GBR IRL AUS NZL CAN ZAF "

var ownNames = newWordSet("wien|graz|linz|salzburg|innsbruck|klagenfurt|münchen|düsseldorf|zürich|genève|bruxelles|antwerpen|milano|torino|napoli|lisboa|københavn|göteborg|warszawa|kraków|gdańsk|wrocław|praha|brno|bratislava|košice|ljubljana|maribor|zagreb|beograd|sarajevo|bucurești|budapest|vilnius|rīga|tallinn|helsinki|reykjavík|istanbul|ankara|tokyo|osaka|kyoto|seoul|beijing|shanghai|bangkok|hanoi|jakarta|mumbai|karachi|lahore|kathmandu|nairobi|kampala|kyiv|minsk|москва|київ|софия|αθήνα")

// checkTown looks at street, town and country together. Towns of other countries are left to
// Identity, which knows whether they are as few as slips are.
func (v *Validator) checkTown(rec *kyc.Record) {
	country := rec.Submission[kyc.AddressCountry]
	if country == "BVT" || country == "HMD" {
		v.addDetail(rec, addressUnusual, fieldTable[kyc.AddressCountry].name, "; nobody lives there")
		return
	}
	if detail := noStreet(&rec.Submission); detail != "" {
		v.addDetail(rec, addressUnusual, fieldTable[kyc.AddressStreet].name, detail)
	}
	name := rec.Submission[kyc.AddressCity]
	if letters := alienLetters.of(country); letters != "" && !text.IsASCIIString(name) && alien(name, letters) && !toldOf(rec.Issues, kyc.AddressCity) {
		v.addDetail(rec, mojibake, fieldTable[kyc.AddressCity].name, "; letters are none of the language of its country")
	}
	v.checkStreet(rec, country)
}

// noStreet says that what stands for the street is the number of a house, in a country or a great
// town where no house is without a street, or is the town.
func noStreet(s *kyc.Submission) string {
	street, city, country := s[kyc.AddressStreet], s[kyc.AddressCity], s[kyc.AddressCountry]
	switch {
	case street == "":
	case len(street) <= longestHouse && isDigits(street) && (streetLands.has(country) || greatTownIn(country, city)):
		return "; it is a number alone, and no street"
	case len(street) == len(city) && streetLands.has(country) && strings.EqualFold(street, city):
		return "; it is the town, and no street"
	}
	return ""
}

// checkStreet holds a street against the country of the address, and the numbers of the row.
func (v *Validator) checkStreet(rec *kyc.Record, country string) {
	s := &rec.Submission
	street := s[kyc.AddressStreet]
	if len(street) < leastTwin {
		return
	}
	detail := ""
	switch at := strings.LastIndexByte(street, ','); {
	case street == s[kyc.DocumentNumber] || street == s[kyc.IdentityNumber]:
		detail = "; it is the number of the document or of the person"
	case len(street) <= longestPassport && numberForStreet(country, street):
		detail = "; it is written as the number of a document of its country"
	case at < 0:
		return
	case otherPostal(country, street, at):
		detail = "; the postal code behind it has not the form of those of its country"
	case townBehind(s, street, at):
		detail = "; a town of another country than that of the address stands behind it"
	default:
		return
	}
	if !toldOf(rec.Issues, kyc.AddressStreet) {
		v.addDetail(rec, addressUnusual, fieldTable[kyc.AddressStreet].name, detail)
	}
}

// numberForStreet reports whether a street is written as the numbers of passports of its country
// are: one word of capitals and three digits or more.
func numberForStreet(country, street string) bool {
	digits, letters := 0, 0
	for i := range len(street) {
		switch c := street[i]; {
		case isDigit(c):
			digits++
		case isCapital(c):
			letters++
		default:
			return false
		}
	}
	return letters > 0 && digits > 2 && idnumber.Written(country, street, idnumber.Passport) == idnumber.Sound
}

// townElsewhere reports whether the town of an address is a great one of another country than
// the address is in.
func townElsewhere(sub *kyc.Submission) bool {
	town, great := greatTownOf(sub[kyc.AddressCity])
	return great && town.elsewhere(sub[kyc.AddressCity], sub[kyc.AddressCountry])
}

// elsewhere reports whether a town, by the name that an address has for it, cannot be in the
// country of the address.
func (t *greatTown) elsewhere(name, country string) bool {
	return kyc.IsAlpha3(country) && !within(country, t.home) && (!within(country, namesakes) || within(country, settlers) && ownNames.has(name))
}

// greatTownIn reports whether a name is that of a great town of a country.
func greatTownIn(country, name string) bool {
	town, great := greatTownOf(name)
	return great && within(country, town.home)
}

// longestHouse is how many digits the number of a house has at most: more are told as those
// of something else, or of nothing.
const longestHouse = 5

// streetLands are countries where villages have streets as well, so that there is no house
// without one.
var streetLands = newCountrySet("NLD BEL FRA GBR USA CAN AUS NZL ESP PRT SWE NOR DNK BRA ARG MEX CHL COL PER ZAF ")

// twoTowns reports whether a text is two great towns with a stroke between them.
func twoTowns(s string) bool {
	a, b, _ := strings.Cut(s, "/")
	first, great := greatTownOf(strings.TrimRight(a, " "))
	if !great {
		return false
	}
	second, great := greatTownOf(strings.TrimLeft(b, " "))
	return great && first.number != second.number
}

// numberedTown reports whether a text is a number of three digits, as of a house, and a
// great town. Postal codes have that many in Iceland; fewer may be those of a part of the
// country.
func numberedTown(s string) bool {
	if len(s) < 5 || s[3] != ' ' || !isDigits(s[:3]) {
		return false
	}
	town, great := greatTownOf(s[4:])
	return great && town.home != "ISL" && town.home != "SWE"
}

// noughtBox reports whether a text is the box of a post office with the number nought.
func noughtBox(s string) bool {
	if s[len(s)-1] != '0' {
		return false
	}
	box := strings.TrimRight(s, "0")
	return strings.HasSuffix(box, " ") && postBoxes.has(strings.TrimRight(box, " "))
}

var postBoxes = newWordSet("p.o. box|po box|p o box|p.o.box|pob|p.o.b.|post office box|gpo box|postfach|postbus|boîte postale|b.p.|bp|casilla|apartado|apartado postal|caixa postal|casella postale|postboks|postbox|а/я|skrytka pocztowa|postafiók|p.o. box no.|po box no.")

// flatAlone reports whether a text is a flat and its number, and nothing else.
func flatAlone(s string, l *placeLook) bool {
	return l.first >= 0 && houseNumber(s[l.first+1:]) && flats.has(l.head(s))
}

var flats = newWordSet("apt|apt.|apartment|flat|wohnung|whg|whg.|appartement|appt|appt.|apto|apto.|apartamento|depto|depto.|departamento|dpto|dpto.|lägenhet|lgh|leilighet|lejlighed|mieszkanie|daire|διαμέρισμα|кв.|квартира|apartament|appartamento")

// storied are addresses of people of stories.
var storied = newWordSet("742 evergreen terrace|742 evergreen ter|221b baker street|221b baker st|221b baker st.|12 grimmauld place|31 spooner street|124 conch street|13 rue del percebe|42 wallaby way")
