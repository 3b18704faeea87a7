package idnumber

import "strings"

// Paper is what a number stands on, for the ways in which it may be written there.
type Paper uint8

// The papers. Person is none: a number of somebody by itself.
const (
	Passport Paper = iota
	Card
	Licence
	Person

	numPapers
)

// writings are how the numbers of passports, of identity cards, of driver's licences
// and of persons are written, A for a letter, 9 for a digit, ? for either, without the
// signs that group them. They are all ways that are known of, those of documents that
// have run out too; "" where the ways are not known, or are too many to say anything.
var writings = map[string][numPapers]string{
	"ALB": {"AA9999999", "999999999", "", "A99999999A"},
	"ARE": {"A9999999 AA9999999 A99999999 999999999", "", "", ""},
	"ARG": {"AAA999999 99999999A 9999999A 99999999 9999999", "99999999 9999999 999999", "99999999 9999999", ""},
	"ARM": {"AA9999999", "999999999 AA9999999", "", "9999999999"},
	"AUS": {"A9999999 AA9999999", "", "", ""},
	"AUT": {"A9999999 AA999999 AA9999999", "", "99999999", ""},
	"AZE": {"A99999999 A9999999 AA9999999", "", "", "???????"},
	"BEL": {"AA999999", "999999999999 A9999999 A99999999 A999999999 A9999999999 AA9999999 AA99999999 AA999999999", "9999999999", ""},
	"BGD": {"AA9999999 A99999999 A9999999 AAA9999999", "", "", "9999999999 9999999999999 99999999999999999"},
	"BGR": {"999999999", "999999999 AA9999999", "999999999", ""},
	"BIH": {"A9999999 AA999999", "999A9999 A999A9999 A99999999", "", ""},
	"BLR": {"AA9999999", "AA9999999", "", "9999999A999AA9"},
	"BRA": {"AA999999", "", "", ""},
	"CAN": {"AA999999 A999999AA", "", "", ""},
	"CHE": {"A9999999 A9A99A99 A9?99?99", "A9999999 A9A99A99 A9?99?99", "", ""},
	"CHL": {"A9999999 A99999999 9999999 99999999 999999999 99999999A 9999999A", "", "", ""},
	"CHN": {"A99999999 AA9999999 999999999", "", "", ""},
	"COL": {"AA999999 AAA99999 AAA999999 A9999999", "999999 9999999 99999999 9999999999", "", "999999 9999999 99999999 9999999999"},
	"CYP": {"A999999 A9999999 A99999999", "", "", ""},
	"CZE": {"99999999 9999999 AA999999 AA9999999", "999999999 999999AA99 AA999999", "", ""},
	"DEU": {"????????? ?????????9 A9999999", "????????? ?????????9 9999999999 A9999999", "???????????", ""},
	"DNK": {"999999999 A99999999 AA9999999 99999999", "", "99999999", ""},
	"DOM": {"AA9999999 AA999999 A9999999", "", "", ""},
	"DZA": {"999999999 A99999999 99999999 9999999", "", "", ""},
	"EGY": {"A99999999 A9999999 AA9999999 9999999", "", "", ""},
	"ESP": {"AAA999999 AA999999", "", "", ""},
	"EST": {"AA9999999 A9999999", "AA9999999 A9999999", "", ""},
	"ETH": {"AA9999999 A9999999", "", "", ""},
	"FIN": {"AA9999999 AA??????? 99999999", "99999999? 9????????", "", ""},
	"FRA": {"99AA99999", "????????? 999999999999 9999999999999", "", ""},
	"GBR": {"999999999", "", "A????999999???AA A????999999???AA99 99999999", ""},
	"GEO": {"99AA99999 AA9999999 9999999", "99AA99999 AA9999999 A9999999 99999999999 9AA9999999", "", "99999999999"},
	"GHA": {"A9999999 A99999999", "AAA9999999999", "", "AAA9999999999"},
	"GRC": {"AA9999999 AA999999", "AA999999 A999999 AA9999999 A99999999", "", ""},
	"HKG": {"A99999999 AA9999999", "", "", ""},
	"HRV": {"999999999", "999999999", "99999999", ""},
	"HUN": {"AA9999999 AA999999", "999999AA AA999999 AAA999999", "AA999999", ""},
	"IDN": {"A9999999 AA999999 AA9999999", "", "", ""},
	"IND": {"A9999999", "", "", ""},
	"IRL": {"AA9999999 A9999999 A99999999 AA999999", "", "", ""},
	"IRN": {"A99999999 A9999999 999999999", "", "", ""},
	"ISL": {"A9999999 AA999999 AA9999999", "", "", ""},
	"ISR": {"99999999 9999999 999999999 A9999999", "", "9999999 99999999", ""},
	"ITA": {"AA9999999 A999999 A9999999 999999A", "AA9999999 AA99999AA 9999999AA", "A????????A", ""},
	"JOR": {"A999999 A9999999 AA999999", "", "", "9999999999"},
	"JPN": {"AA9999999", "", "999999999999", ""},
	"KAZ": {"A9999999 A99999999", "999999999", "AA999999", ""},
	"KEN": {"A999999 A9999999 A99999999 AA999999 AA9999999", "999999 9999999 99999999 999999999", "", "999999 9999999 99999999 999999999"},
	"KHM": {"A9999999 A99999999", "", "", ""},
	"KOR": {"A99999999 A999A9999 AA9999999", "", "999999999999 ??9999999999", ""},
	"KWT": {"A99999999 A9999999 999999999", "", "", ""},
	"LBN": {"AA9999999 AA999999 9999999", "", "", ""},
	"LKA": {"A9999999 AA9999999", "", "", ""},
	"LTU": {"99999999 A9999999 AA999999", "99999999 A9999999", "", ""},
	"LVA": {"AA9999999", "AA9999999", "AA999999", ""},
	"MAR": {"AA9999999 AA999999 A9999999 A999999", "A9999 A99999 A999999 A9999999 AA9999 AA99999 AA999999 AA9999999", "", ""},
	"MDA": {"A9999999 AA9999999 A99999999", "A99999999 AA9999999", "", "9999999999999"},
	"MEX": {"A99999999 99999999999 AA9999999", "AAAAAA99999999A999 AAAA999999AAAAAA?9 9999999999999 999999999999 9999999999 999999999", "", ""},
	"MKD": {"A9999999", "A9999999", "A9999999", ""},
	"MLT": {"999999 9999999 AA9999999", "9999999A 999999A", "", ""},
	"MNE": {"A99AA9999 AA9999999 AA999999 A????????", "", "", ""},
	"MUS": {"9999999 A9999999 AA999999", "", "", ""},
	"MYS": {"A9999999 A99999999 AA9999999", "", "", ""},
	"NGA": {"A9999999 A99999999", "99999999999", "AAA99999AA99 AAA99999AA9", "99999999999"},
	"NLD": {"AA??????9", "AA??????9", "9999999999", ""},
	"NOR": {"99999999 AAA99999", "AAA99999", "", ""},
	"NPL": {"9999999 99999999 A9999999 AA9999999", "", "", ""},
	"NZL": {"AA999999 A999999", "", "AA999999", ""},
	"PAK": {"AA9999999 AA999999 A999999 A9999999", "", "", ""},
	"PER": {"9999999 99999999 999999999", "99999999", "", "99999999 999999999"},
	"PHL": {"A9999999A AA9999999 AA999999 A99999999", "", "", ""},
	"POL": {"AA9999999", "", "99999999999 A9999999999", ""},
	"PRT": {"A999999 AA999999", "", "", ""},
	"ROU": {"999999999 99999999 AA999999", "AA999999 AA9999999 A999999 AA99999", "", ""},
	"RUS": {"999999999 9999999999", "", "9999999999 99AA999999", ""},
	"SAU": {"A999999 A9999999 A99999999 AA999999 AA9999999", "", "", ""},
	"SEN": {"A99999999 A9999999 AA9999999", "", "", ""},
	"SGP": {"A9999999A A99999999", "", "", ""},
	"SRB": {"999999999 AA999999", "999999999", "999999999", ""},
	"SVK": {"AA9999999 A9999999 AA999999", "AA999999 AAA999999 AA9999999", "", ""},
	"SVN": {"AA9999999", "AA9999999 999999999", "", ""},
	"SWE": {"99999999 AA999999 AA9999999", "99999999 AA999999 AA9999999", "", ""},
	"THA": {"AA9999999 AA999999 A999999", "", "", ""},
	"TUN": {"A999999 A9999999", "99999999", "", "99999999"},
	"TUR": {"A99999999", "A99A99999 A99999999", "999999 9999999 99999999 999999999", ""},
	"TWN": {"999999999", "", "", ""},
	"UGA": {"A9999999 A99999999", "", "", ""},
	"UKR": {"AA999999", "999999999 AA999999", "AAA999999", ""},
	"URY": {"A999999 A9999999", "", "", ""},
	"USA": {"999999999 A99999999", "", "", ""},
	"UZB": {"AA9999999", "", "", ""},
	"VEN": {"999999999 A9999999 A99999999 99999999", "", "", ""},
	"VNM": {"A9999999 AA999999 A99999999", "", "", ""},
	"ZAF": {"A99999999 999999999 A9999999", "", "", ""},
}

// digitsOfCards are how many digits the identity cards of a country have whose number is digits
// alone, 0 where all of them have letters: of cards that are valid yet.
var digitsOfCards = map[string]int{"ITA": 0, "POL": 0, "ROU": 0, "NLD": 0, "HUN": 0, "EST": 0, "LVA": 0, "LTU": 8, "BGR": 9, "SRB": 9, "CZE": 9, "BEL": 12}

// OfNoCard reports whether a number is digits alone, and not as many as those identity cards of
// its country have that are written so.
func OfNoCard(country, number string) bool {
	k := kindsOf(country)
	if k == nil || !k.cardDigits.known {
		return false
	}
	var space [longest]byte
	n, ok := compact(space[:0], number)
	return ok && len(n) != k.cardDigits.right && digits(n, len(n))
}

// neverUsed are letters that numbers of passports and cards have nowhere but at their
// beginning: they would be taken for digits, or make words.
var neverUsed = map[string]string{"DEU": "AEIOUBDQS", "NLD": "O"}

// neverFirst are letters that the numbers of passports, or of cards, never begin with: the
// authorities have others for each.
var neverFirst = map[string][2]string{"DEU": {"LMNPRTVWXY", "CFGHJK"}, "ITA": {"", "Y"}}

// writing is one way: which characters are letters, and which may be.
type writing struct {
	length        int
	letters, free uint32
}

// writingsOf gives the ways of the papers of a country, the letters that they never have,
// and those that they never begin with.
func writingsOf(country string) (ways [numPapers][]writing, never uint32, first [2]uint32) {
	for paper, forms := range writings[country] {
		for form := range strings.FieldsSeq(forms) {
			ways[paper] = append(ways[paper], writingOf(form))
		}
	}
	for _, c := range neverUsed[country] {
		never |= 1 << (c - 'A')
	}
	for paper, letters := range neverFirst[country] {
		for _, c := range letters {
			first[paper] |= 1 << (c - 'A')
		}
	}
	return ways, never, first
}

func writingOf(form string) writing {
	w := writing{length: len(form)}
	for i := range len(form) {
		switch form[i] {
		case 'A':
			w.letters |= 1 << i
		case '?':
			w.free |= 1 << i
		}
	}
	return w
}

// Shape is how a number of a country is written.
type Shape struct {
	Signs bool // that group it

	number        string
	kinds         *kinds  // what is known of the numbers of the country, nil for nothing
	length        int     // how many letters and digits it has
	letters, used uint32  // at which places it has letters, and which ones behind the first place
	first         byte    // of all
	verdict       Verdict // Other where it has signs that none has, Unsound where it is too long, else Sound
}

// What a byte is in a number: a letter, as the number of it in the alphabet, or one of these.
const (
	shapeDigit = 0
	shapeGroup = 0x40 // a space, a hyphen, a full stop or a stroke
	shapeOther = 0x80
)

var shapeBytes = func() (t [256]uint8) {
	for c := range t {
		switch b := byte(c); {
		case b >= '0' && b <= '9':
			t[c] = shapeDigit
		case b|0x20 >= 'a' && b|0x20 <= 'z':
			t[c] = b & 0x1F
		case strings.IndexByte(" -./", b) >= 0:
			t[c] = shapeGroup
		default:
			t[c] = shapeOther
		}
	}
	return t
}()

// ShapeOf looks at a number once.
func ShapeOf(country, number string) Shape {
	s := Shape{number: number, kinds: kindsOf(country), verdict: Sound}
	if number != "" {
		s.first = number[0]
	}
	length, letters, used := uint32(0), uint32(0), uint32(0)
	for i := range len(number) {
		c := uint32(shapeBytes[number[i]])
		if c >= shapeGroup {
			if s.Signs = true; c == shapeGroup {
				continue
			}
			s.verdict = Other
			break
		}
		letters |= min(c, 1) << (length & 31)
		used |= min(length, 1) << (c & 31) // of a digit the lowest bit, which is none of a letter's
		if length++; length > longest {
			s.verdict = Unsound
			break
		}
	}
	s.length, s.letters, s.used = int(length), letters, used>>1
	return s
}

// Written reports whether a number is written in one of the ways that a country is
// known to write the numbers of a paper in: Sound, or Unsound where it is not. It is
// Other where nothing is known, or the number has signs in it that none has. One that
// is Unsound may be of a kind that is new: other rows must tell.
func Written(country, number string, paper Paper) Verdict {
	s := ShapeOf(country, number)
	return s.Written(paper)
}

// Written is what Written says of a number of this shape.
func (s *Shape) Written(paper Paper) Verdict {
	k := s.kinds
	if k == nil || len(k.ways[paper]) == 0 {
		return Other
	}
	if s.verdict != Sound {
		return s.verdict
	}
	if paper <= Card && (s.used&k.never != 0 || s.letters&1 != 0 && k.first[paper]>>(s.first&0x1f-1)&1 != 0) {
		return Unsound
	}
	for i := range k.ways[paper] {
		if k.ways[paper][i].fits(s) {
			return Sound
		}
	}
	return Unsound
}

// Off is by how many characters a number is longer than all of a paper that are known, or less
// than nought, shorter; 0 where nothing is known, or it has signs in it that none has.
func (s *Shape) Off(paper Paper) int {
	if s.kinds == nil || len(s.kinds.ways[paper]) == 0 || s.verdict == Other {
		return 0
	}
	least, most := longest, 0
	for _, w := range s.kinds.ways[paper] {
		least, most = min(least, w.length), max(most, w.length)
	}
	switch {
	case s.length < least:
		return s.length - least
	case s.length > most:
		return s.length - most
	}
	return 0
}

// fits reports whether a number is written in this way.
func (w *writing) fits(s *Shape) bool {
	return w.length == s.length && s.letters&^w.free == w.letters
}

// Holder is what the number of a document tells of who has it.
type Holder struct {
	Name  string // of the kind of number; "" where it tells nothing
	Facts Facts
	Head  [5]byte // how the last name begins, in capital letters
	Known int     // of how many letters
}

// HolderOf reads the number of a licence or a card that tells something, but has no
// check digit that is public.
func HolderOf(country, number string, paper Paper) (h Holder) {
	var read func(n []byte) Holder
	switch {
	case country == "GBR" && paper == Licence && len(number) >= 16:
		read = britishLicence
	case country == "CAN" && paper == Licence && len(number) >= 10:
		read = canadianLicence
	case country == "MEX" && paper == Card && len(number) == 18:
		read = mexicanVoter
	default:
		return Holder{}
	}
	space := buffers.Get().(*[longest]byte)
	if n, ok := compact(space[:0], number); ok {
		h = read(n)
	}
	buffers.Put(space)
	return h
}

// Ontario is the name of the numbers of licences that run out on the birthday of their holder.
const Ontario = "Ontario licence number"

// canadianLicence is that of one of the provinces whose numbers tell the birth date. They
// begin with the last name, or its first letter: in Ontario with 14 digits behind it, of
// which the last six are YYMMDD with 50 more in the month of a woman; in Quebec with 12,
// DDMMYY behind four; in Newfoundland with nine, YYMMDD first; in Nova Scotia DDMMYY and
// three digits are behind five letters.
func canadianLicence(n []byte) Holder {
	name, at, head, yearFirst := "Newfoundland licence number", 1, 1, true
	switch {
	case formed(n, "A99999999999999"):
		name, at = Ontario, 9
	case formed(n, "A999999999999"):
		name, at, yearFirst = "Quebec licence number", 5, false
	case formed(n, "AAAAA999999999"):
		name, at, head, yearFirst = "Nova Scotian licence number", 5, 5, false
	case !formed(n, "A999999999"):
		return Holder{}
	}
	year, month, day, gender := number(n[at:at+2]), number(n[at+2:at+4]), number(n[at+4:at+6]), Unknown
	if !yearFirst {
		year, day = day, year
	}
	if name == Ontario {
		gender = Male
	}
	if month > 50 {
		month, gender = month-50, Female
	}
	f, ok := bornShort(year, month, day)
	if !ok {
		return Holder{}
	}
	f.Gender = gender
	h := Holder{Name: name, Facts: f, Known: head}
	copy(h.Head[:], n[:head])
	return h
}

// britishLicence: five letters of the last name, filled up with nines, the decade of the
// birth date, its month with 50 more for women, its day, the last digit of its year (DVLA,
// INF1D).
func britishLicence(n []byte) Holder {
	if len(n) != 16 && len(n) != 18 || !letter(n[0]) || number(n[5:11]) < 0 {
		return Holder{}
	}
	month, gender := number(n[6:8]), Male
	if month > 50 {
		month, gender = month-50, Female
	}
	f, ok := bornShort(int(n[5]-'0')*10+int(n[10]-'0'), month, number(n[8:10]))
	if !ok {
		return Holder{}
	}
	f.Gender = gender
	h := Holder{Name: "British driver number", Facts: f}
	for h.Known < len(h.Head) && letter(n[h.Known]) {
		h.Head[h.Known] = n[h.Known]
		h.Known++
	}
	if strings.Trim(string(n[h.Known:len(h.Head)]), "9") != "" {
		return Holder{}
	}
	return h
}

// mexicanVoter: two letters of each name, YYMMDD, the state, the gender, a code (INE, clave
// de elector).
func mexicanVoter(n []byte) Holder {
	if !formed(n, "AAAAAA99999999A999") {
		return Holder{}
	}
	f, ok := bornShort(number(n[6:8]), number(n[8:10]), number(n[10:12]))
	switch n[14] {
	case 'H':
		f.Gender = Male
	case 'M':
		f.Gender = Female
	default:
		ok = false
	}
	if !ok {
		return Holder{}
	}
	return Holder{Name: "Mexican voter key", Facts: f, Head: [5]byte{n[0]}, Known: 1}
}
