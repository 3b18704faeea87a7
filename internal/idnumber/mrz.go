package idnumber

import "strings"

// Zone is what the machine-readable zone of a document says.
type Zone struct {
	Verdict Verdict // Other: not a zone
	Facts   Facts   // of the holder, where Sound
	Expiry  int     // YYMMDD, where Sound; 0 where it is not stated
	Booklet bool    // it is that of a passport, and not that of a card

	lines                  [maxZone]byte
	length, numberAt, wide int // of the lines, and where and how long the number is
}

// Names reports whether a number stands in the zone as that of the document, whole or
// in part, or among what the country adds: the number of a person mostly.
func (z *Zone) Names(number string) bool {
	var space [longest]byte
	n, ok := compact(space[:0], plain(number))
	if !ok {
		return true // nothing that a zone could have
	}
	own := strings.TrimRight(string(z.lines[z.numberAt:z.numberAt+z.wide]), "<")
	if own == "" || strings.Contains(string(n), own) || strings.Contains(own, string(n)) {
		return true
	}
	return strings.Contains(strings.ReplaceAll(string(z.lines[:z.length]), "<", ""), string(n))
}

// layout is where the parts of a zone stand (ICAO 9303-4 to -6): from and to of
// the document number, birth date, expiry date, each with its check digit
// behind it, and of the composite check, which is over several stretches.
type layout struct {
	length         int
	numberAt       int
	birthAt        int
	expiryAt       int
	composite      [4][2]int
	compositeDigit int
}

var (
	// td3 is a passport's: two lines of 44. Its second line may stand alone.
	td3 = layout{88, 44, 57, 65, [4][2]int{{44, 54}, {57, 64}, {65, 87}}, 87}
	// td2 is of two lines of 36.
	td2 = layout{72, 36, 49, 57, [4][2]int{{36, 46}, {49, 56}, {57, 71}}, 71}
	// td1 is a card's: three lines of 30.
	td1 = layout{90, 5, 30, 38, [4][2]int{{5, 30}, {30, 37}, {38, 45}, {48, 59}}, 59}
)

// td3Line is the length of a line of a passport's zone.
const td3Line = 44

// maxZone is the length of the longest zone.
const maxZone = 90

// ReadZone reads a machine-readable zone whose lines stand one behind the
// other, with or without line breaks and spaces between them.
func ReadZone(s string) Zone {
	if len(s) < td3Line || len(s) > 2*maxZone {
		return Zone{}
	}
	var space [maxZone]byte
	z, filler := space[:0], false
	for i := range len(s) {
		c := s[i]
		if c >= 'a' && c <= 'z' {
			c -= 'a' - 'A'
		}
		switch {
		case c == ' ' || c == '\r' || c == '\n' || c == '\t':
			continue
		case len(z) == maxZone || !letter(c) && c != '<' && (c < '0' || c > '9'):
			return Zone{}
		}
		filler = filler || c == '<'
		z = append(z, c)
	}
	if !filler {
		return Zone{}
	}
	return readZone(z, &space)
}

func readZone(z []byte, space *[maxZone]byte) Zone {
	switch {
	case len(z) == td3Line && isDate(z[13:19]) && isDate(z[21:27]):
		copy(space[td3Line:], z)
		space[0] = 'P'
		return td3.read(space[:td3.length])
	case len(z) == td3.length && z[0] == 'P':
		return td3.read(z)
	case len(z) == td2.length && string(z[:5]) == "IDFRA":
		return oldFrench(z)
	case len(z) == td2.length && (z[0] == 'I' || z[0] == 'A' || z[0] == 'C' || z[0] == 'V' || z[0] == 'P'):
		return td2.read(z)
	case len(z) == td1.length && (z[0] == 'I' || z[0] == 'A' || z[0] == 'C'):
		return td1.read(z)
	}
	return Zone{}
}

// oldFrench reads the zone of the French identity card that was issued until 2021:
// two lines of 36, made before ICAO's: the number of twelve with its check digit,
// 14 characters of the given names, the birth date with its check digit, the gender,
// and a check digit over all.
func oldFrench(z []byte) Zone {
	const line, last = 36, 71
	birth := z[line+27 : line+33]
	if !isDate(birth) || !checks(z[line:line+12], z[line+12]) || !checks(birth, z[line+33]) || checkDigit(z[:last]) != z[last] {
		return Zone{Verdict: Unsound}
	}
	f := Facts{Year: number(birth[:2]), Month: number(birth[2:4]), Day: number(birth[4:])}
	switch z[line+34] {
	case 'F':
		f.Gender = Female
	case 'M':
		f.Gender = Male
	}
	zone := Zone{Verdict: Sound, Facts: f, length: len(z), numberAt: line, wide: 12}
	copy(zone.lines[:], z)
	return zone
}

// isDate reports whether six characters may be a date of a zone.
func isDate(n []byte) bool { return digits(n, 6) }

// read holds the check digits of a zone against what they are of.
func (l *layout) read(z []byte) Zone {
	ok := checks(z[l.birthAt:l.birthAt+6], z[l.birthAt+6]) && checks(z[l.expiryAt:l.expiryAt+6], z[l.expiryAt+6])
	if z[l.numberAt+9] != '<' { // the number goes on elsewhere where a filler stands
		ok = ok && checks(z[l.numberAt:l.numberAt+9], z[l.numberAt+9])
	}
	sum, at := 0, 0
	for _, part := range l.composite {
		for _, c := range z[part[0]:part[1]] {
			sum += value(c) * [...]int{7, 3, 1}[at%3]
			at++
		}
	}
	// Visas have no composite check: a filler, or a part of the optional data.
	if z[0] != 'V' {
		ok = ok && '0'+byte(sum%10) == z[l.compositeDigit]
	}
	if !ok {
		return Zone{Verdict: Unsound}
	}
	zone := Zone{Verdict: Sound, Facts: l.facts(z), Booklet: l == &td3, length: len(z), numberAt: l.numberAt, wide: 9}
	copy(zone.lines[:], z)
	if expiry := z[l.expiryAt : l.expiryAt+6]; isDate(expiry) {
		zone.Expiry = number(expiry)
	}
	return zone
}

func (l *layout) facts(z []byte) Facts {
	var f Facts
	if birth := z[l.birthAt : l.birthAt+6]; isDate(birth) {
		f = Facts{Year: number(birth[:2]), Month: number(birth[2:4]), Day: number(birth[4:])}
	}
	switch z[l.birthAt+7] {
	case 'F':
		f.Gender = Female
	case 'M':
		f.Gender = Male
	}
	return f
}

// checks reports whether a check digit is that of a part. A part of fillers
// alone may have a filler for its digit.
func checks(part []byte, digit byte) bool {
	return checkDigit(part) == digit || digit == '<' && alike(part) && part[0] == '<'
}

// checkDigit is that of ICAO 9303-3, 4.9: weights 7, 3, 1, modulo 10.
func checkDigit(part []byte) byte {
	sum := 0
	for i, c := range part {
		sum += value(c) * [...]int{7, 3, 1}[i%3]
	}
	return '0' + byte(sum%10)
}

// value is what a character counts.
func value(c byte) int {
	switch {
	case letter(c):
		return int(c-'A') + 10
	case c >= '0' && c <= '9':
		return int(c - '0')
	}
	return 0
}
