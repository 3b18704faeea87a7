package idnumber

import "strings"

// Misfit is what can be said of a number that is none of its country's: it is one of
// them with a character too many or too few, or one that the country gives to
// companies. The zero Misfit says nothing.
type Misfit struct {
	Name    string // of the kind that was meant, or that it is: "Polish PESEL", "Polish NIP"
	Company bool   // it is a company's
	Trader  bool   // or that of somebody with a business of their own
	// Sure says that this shows in the number itself: else it may be one of another
	// kind that is not known, and other rows must tell what the kind is.
	Sure bool
}

// length is how many digits the numbers of a country have, and what other lengths
// are near enough to it and of nothing else that people there have: of 13 digits
// with 12 or 14 one is taken for mistyped, unless a number of the tax office has
// as many.
type length struct {
	name   string
	in     Place
	usual  int
	near   string // the other lengths, each as the character that far behind '0'
	begins string // with which all of them begin; "" where they differ
	dated  bool   // they have the birth date in them, and what is sure to be near to one has the person's
	groups string // how long its groups are where it stands on a card with signs
}

// lengths are of countries where everybody has such a number.
var lengths = map[string]length{
	"ARE": {"Emirates ID", anyPerson | OnCard, 15, ">@", "784", false, "3471"},
	"ARG": {"Argentine CUIL", anyPerson, 11, "<", "", false, ""},
	"BEL": {"Belgian national number", anyPerson, 11, ":", "", true, ""},
	"BGR": {"Bulgarian EGN", anyPerson, 10, ";", "", true, ""},
	"BIH": {"Bosnian JMBG", anyPerson, 13, "<>", "", true, ""},
	"BRA": {"Brazilian CPF", anyPerson, 11, "<", "", false, "3332"},
	"CHE": {"Swiss AHV number", anyPerson, 13, "<>", "756", false, "3442"},
	"CHN": {"Chinese citizen identity number", anyPerson | OnCard, 18, "@AC", "", true, ""},
	"CZE": {"Czech birth number", anyPerson, 10, ";", "", true, ""},
	"DEU": {"German tax identification number", OfCardOwner, 11, "<", "", false, ""},
	"DNK": {"Danish CPR number", anyPerson, 10, ";", "", true, ""},
	"DOM": {"Dominican cédula", anyPerson | OnCard, 11, ":<", "", false, "371"},
	"ECU": {"Ecuadorian cédula", anyPerson | OnCard, 10, ";", "", false, "91"},
	"EGY": {"Egyptian national number", anyPerson | OnCard, 14, "=?", "", true, ""},
	"EST": {"Estonian personal code", anyPerson, 11, ":<", "", true, ""},
	"FRA": {"French NIR", anyPerson, 15, ">@", "", true, ""},
	"GRC": {"Greek AMKA", anyPerson, 11, ":<", "", true, ""},
	"HRV": {"Croatian OIB", anyPerson, 11, ":<", "", false, ""},
	"HUN": {"Hungarian personal number", anyPerson, 11, "<", "", true, "164"},
	"IDN": {"Indonesian NIK", anyPerson | OnCard, 16, "?A", "", true, ""},
	"IND": {"Aadhaar", anyPerson, 12, ";=", "", false, "444"},
	"IRN": {"Iranian national code", anyPerson | OnCard, 10, ";", "", false, "361"},
	"ISL": {"Icelandic kennitala", anyPerson, 10, ";", "", true, ""},
	"JPN": {"Japanese Individual Number", OfCardOwner, 12, ";=", "", false, ""},
	"KAZ": {"Kazakh IIN", anyPerson, 12, ";=", "", true, ""},
	"KOR": {"Korean resident registration number", anyPerson | OnCard, 13, "<>", "", true, "67"},
	"KWT": {"Kuwaiti civil number", anyPerson | OnCard, 12, ";=", "", true, ""},
	"LTU": {"Lithuanian personal code", anyPerson, 11, ":<", "", true, ""},
	"LUX": {"Luxembourgish identification number", anyPerson, 13, "<>", "", true, ""},
	"LVA": {"Latvian personal code", anyPerson, 11, ":<", "", true, ""},
	"MKD": {"Macedonian EMBG", anyPerson, 13, "<>", "", true, ""},
	"MNE": {"Montenegrin JMBG", anyPerson, 13, "<>", "", true, ""},
	"MYS": {"Malaysian NRIC", anyPerson | OnCard, 12, ";=", "", true, "624"},
	"NLD": {"Dutch BSN", anyPerson, 9, ":", "", false, ""},
	"NOR": {"Norwegian birth number", anyPerson, 11, ":<", "", true, ""},
	"PAK": {"Pakistani CNIC", anyPerson | OnCard, 13, "<>", "", false, "571"},
	"PER": {"Peruvian RUC", anyPerson, 11, ":<", "10", false, ""},
	"POL": {"Polish PESEL", anyPerson, 11, "<", "", true, ""},
	"PRT": {"Portuguese NIF", anyPerson, 9, ":", "", false, ""},
	"ROU": {"Romanian CNP", anyPerson, 13, "<>", "", true, ""},
	"SAU": {"Saudi identity or Iqama number", anyPerson | OnCard, 10, ";", "", false, ""},
	"SRB": {"Serbian JMBG", anyPerson, 13, "<>", "", true, ""},
	"SVK": {"Slovak birth number", anyPerson, 10, ";", "", true, ""},
	"SVN": {"Slovenian EMŠO", anyPerson, 13, "<>", "", true, ""},
	"SWE": {"Swedish personal number", anyPerson, 12, ";=", "", true, ""},
	"THA": {"Thai citizen number", anyPerson | OnCard, 13, "<>", "", false, "14521"},
	"TUR": {"Turkish identity number", anyPerson | OnCard, 11, "<", "", false, ""},
	"UKR": {"Ukrainian taxpayer number", anyPerson, 10, ";", "", false, ""},
	"UZB": {"Uzbek PINFL", anyPerson, 14, "=?", "", true, ""},
	"VNM": {"Vietnamese citizen number", anyPerson | OnCard, 12, ";=", "", false, ""},
	"ZAF": {"South African identity number", anyPerson | OnCard, 13, "<>", "", true, ""},
}

// offLengths are those near lengths of digits that nothing else of a country has, so that the
// length alone shows that a character lacks or is one too many.
var offLengths = map[string]string{"DEU": "<", "HRV": ":<", "PRT": ":", "TUR": "<"}

// Stray says what a number is that Read took for one of another kind, by a country
// that is sure to be that of the person, born on a day YYYYMMDD, 0 where that is not
// known. It is not for numbers of foreigners, who have those of home.
func Stray(country, number string, place Place, birth int) Misfit {
	k := kindsOf(country)
	if k == nil || k.in&place == 0 || len(number) < shortestStray {
		return Misfit{}
	}
	number = plain(number)
	space := buffers.Get().(*[longest]byte)
	var m Misfit
	if n, ok := compact(space[:0], number); ok && len(n) >= shortestStray {
		m = k.stray(n, number, place, birth)
	}
	buffers.Put(space)
	return m
}

// Dated reports whether the numbers of persons of a country all have the birth date in them,
// and one length.
func Dated(country string) bool {
	k := kindsOf(country)
	return k != nil && k.length != nil && k.length.dated
}

// shortestStray is the least that a stray has.
const shortestStray = 7

// kinds are all that is known of the numbers of a country, and of their strays.
type kinds struct {
	country    string
	schemesIn  Place // the places of some of the schemes
	schemes    []scheme
	in         Place // the places of some of the strays
	length     *length
	shapes     []*shape
	businesses []*business
	ways       [numPapers][]writing
	never      uint32                  // letters that the numbers of its documents do not have
	retired    [numPapers][]retiredWay // those of the ways that were given up
	first      [2]uint32               // those that its passports and its cards do not begin with
	cardDigits cardDigits
}

// cardDigits is one of digitsOfCards, if it is known.
type cardDigits struct {
	right int
	known bool
}

var kindsBy = func() map[string]*kinds {
	m := make(map[string]*kinds)
	of := func(country string, in Place) *kinds {
		k := m[country]
		if k == nil {
			k = &kinds{country: country}
			m[country] = k
		}
		k.in |= in
		return k
	}
	for country, list := range byCountry {
		k := of(country, 0)
		k.schemes = list
		for i := range list {
			k.schemesIn |= list[i].in
		}
	}
	for country := range writings {
		k := of(country, 0)
		k.ways, k.never, k.first = writingsOf(country)
	}
	for country, right := range digitsOfCards {
		of(country, 0).cardDigits = cardDigits{right, true}
	}
	for country, l := range lengths {
		of(country, l.in).length = &l
	}
	for i := range retired {
		r := &retired[i]
		ways := &of(r.country, 0).retired[r.paper]
		*ways = append(*ways, retiredWay{writingOf(r.form), r.since})
	}
	for i := range shapes {
		k := of(shapes[i].country, shapes[i].in)
		k.shapes = append(k.shapes, &shapes[i])
	}
	for i := range businesses {
		k := of(businesses[i].country, anyPerson)
		k.businesses = append(k.businesses, &businesses[i])
	}
	return m
}()

// kindAt is the place of a country in kindList, from 1, by its first two letters and
// its last.
var (
	kindList []*kinds
	kindAt   = func() (at [1 << 15]uint8) {
		for country, k := range kindsBy {
			kindList = append(kindList, k)
			at[kindPlace(country)] = uint8(len(kindList))
		}
		return at
	}()
)

func kindPlace(country string) int {
	return int(country[0]&31)<<10 | int(country[1]&31)<<5 | int(country[2]&31)
}

// kindsOf is what is known of the numbers of a country, nil for nothing.
func kindsOf(country string) *kinds {
	if len(country) != len("XXX") {
		return nil
	}
	if i := kindAt[kindPlace(country)]; i > 0 && kindList[i-1].country == country {
		return kindList[i-1]
	}
	return nil
}

func (k *kinds) stray(n []byte, number string, place Place, birth int) Misfit {
	if place&anyPerson != 0 {
		for _, b := range k.businesses {
			if b.is(n, number) {
				return Misfit{Name: b.name, Company: true, Trader: bool(b.of), Sure: b.sure(n, number, birth)}
			}
		}
	}
	if k.shortBirthNumber(n, place, birth) {
		return Misfit{Name: k.length.name, Sure: true}
	}
	if l := k.length; l != nil && l.in&place != 0 && l.misses(k.country, n, place) {
		signs, near := len(n) < len(number), l.groups != "" && nearlyGrouped(number, l.groups)
		begins := l.begins != "" && strings.HasPrefix(string(n), l.begins)
		sure := typed(n) || l.dated && tellsBirth(n, birth) || !l.dated && (signs && near || begins || !signs && strings.IndexByte(offLengths[k.country], byte('0'+len(n))) >= 0)
		if sure || place&anyPerson != 0 || !signs || near {
			return Misfit{Name: l.name, Sure: sure}
		}
	}
	for _, s := range k.shapes {
		if s.in&place != 0 && s.misses(n) {
			return Misfit{Name: s.name, Sure: s.country == "GBR" || s.country == "ITA" || s.country == "MEX" || s.country == "IND"}
		}
	}
	return Misfit{}
}

// shortBirthNumber reports whether a number of Czechia or Slovakia has nine digits, as those of
// people who were born before 1954 have, and the birth date of somebody younger in it.
func (k *kinds) shortBirthNumber(n []byte, place Place, birth int) bool {
	return (k.country == "CZE" || k.country == "SVK") && place&anyPerson != 0 && birth >= 1954_01_01 && digits(n, 9) && tellsBirth(n, birth)
}

// misses reports whether a number is one of this length but for a character, or has
// letters where digits are alike.
func (l *length) misses(country string, n []byte, place Place) bool {
	letters := 0
	for i, c := range n {
		switch {
		case c >= '0' && c <= '9':
		case country == "CHN" && c == 'X' && i == len(n)-1:
		case strings.IndexByte(likeDigits, c) >= 0 && (i > 0 || c == 'O' || c == 'I'):
			letters++
		default:
			return false
		}
	}
	if !strings.HasPrefix(string(n), l.begins) && len(n) != l.usual {
		return false
	}
	switch {
	case letters > 0:
		return letters <= mostLetters && len(n) == l.usual && l.usual >= shortestTyped
	case len(n) == l.usual:
		return !l.others(country, n)
	case country == "IDN" && len(n) == 15: // a taxpayer's, which stands on no card
		return place == OnCard
	}
	return strings.IndexByte(l.near, byte('0'+len(n))) >= 0
}

// others reports whether a number of the usual length may be of a kind that is not
// known: those of Latvia that begin with 32 and more, those of Lithuania and Argentina that
// were given out by exception, German ones of before 2008, Portuguese ones of others
// than residents, and Icelandic ones of people who are not domiciled there.
func (*length) others(country string, n []byte) bool {
	switch country {
	case "LVA":
		return n[0] <= '3'
	case "LTU":
		return n[0] == '9'
	case "ISL":
		return n[0] >= '8'
	case "ARG", "DEU", "PRT":
		return true
	}
	return false
}

// likeDigits are capital letters that are taken for digits, or whose small ones are.
const likeDigits = "OILSBZGQ"

// typed reports whether letters stand where digits should.
func typed(n []byte) bool { return strings.ContainsAny(string(n), likeDigits) }

const (
	mostLetters   = 2  // for digits in one number
	shortestTyped = 10 // a number of digits in which letters are told from those of another kind
)

// tellsBirth reports whether digits of a birth date stand in a number, in the order of
// the year first or last: with what is added to the month by the century or the gender,
// and to the day by the gender. Where the day is not in the number, month and year do.
func tellsBirth(n []byte, birth int) bool {
	if birth == 0 {
		return false
	}
	year, month, day := byte(birth/1_00_00%100), byte(birth/1_00%1_00), byte(birth%1_00)
	for i := 0; i+4 <= len(n); i++ {
		a, b := pairAt(n, i), pairAt(n, i+2)
		if a == year && i == 1 && b == month && len(n) >= 14 {
			return true // of France, which has no day
		}
		if i+6 > len(n) {
			continue
		}
		c := pairAt(n, i+4)
		if b%10 == month%10 && b >= month && (b-month)%10 == 0 && (a == year && (c == day || c == day+40 || c == day+60) || c == year && (a == day || a == day+40 || a == day+60)) {
			return true
		}
		if c/10 == 9 || c/10 == 0 { // of the years of the Balkans three digits
			if i+7 <= len(n) && a == day && b == month && pairAt(n, i+5) == year {
				return true
			}
		}
	}
	return false
}

// pairAt is the value of two digits.
func pairAt(n []byte, at int) byte { return (n[at]-'0')*10 + n[at+1] - '0' }

// nearlyGrouped reports whether the groups of a number are those of a kind, but for one
// that is a digit longer or shorter, or lacks.
func nearlyGrouped(number, groups string) bool {
	group, run, off := 0, 0, 0
	for i := 0; i <= len(number); i++ {
		if i < len(number) && strings.IndexByte(" -./()", number[i]) < 0 {
			run++
			continue
		}
		if group >= len(groups) {
			return false
		}
		if d := run - int(groups[group]-'0'); d != 0 {
			off += max(d, -d)
		}
		group, run = group+1, 0
	}
	for ; group < len(groups); group++ {
		off += int(groups[group] - '0')
	}
	return off <= 1
}
