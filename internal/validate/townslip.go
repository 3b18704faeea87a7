package validate

import (
	"strings"
	"sync"
)

// slippedTown reports whether a town is no other than a great one of its country of which a letter
// is missing or stands twice, or that was cut off: Stokholm. Short names are like others.
func slippedTown(country, city string) bool {
	if len(city) < leastSlipped || len(city) > longestWord {
		return false
	}
	s := townSlips()
	return s.filter.may(city) && within(country, inLower(s.countries, city))
}

const (
	leastSlipped = 6 // letters that are left
	leastWhole   = 7 // letters of the whole name
)

// townSlips are the countries in which a name is such a slip of a great town of one word.
// They are made when the first town is looked at: most commands look at none.
var townSlips = sync.OnceValue(func() *slips {
	m := make(map[string]string, 2048)
	for name, town := range greatTowns {
		letters := []rune(name)
		if len(letters) < leastWhole || strings.IndexByte(name, ' ') >= 0 || letters[0] >= firstBeyondLetters {
			continue
		}
		for at := 1; at < len(letters); at++ {
			addSlip(m, town.home, string(letters[:at])+string(letters[at+1:]))
			addSlip(m, town.home, string(letters[:at+1])+string(letters[at:]))
			if at >= leastSlipped {
				addSlip(m, town.home, string(letters[:at]))
			}
		}
	}
	return &slips{m, newWordFilter(m)}
})

// slips are the countries of slips, each with a space behind it.
type slips struct {
	countries map[string]string
	filter    wordFilter
}

// firstBeyondLetters is the first letter of the scripts of Asia, whose towns have few letters.
const firstBeyondLetters = 0x590

func addSlip(m map[string]string, home, slip string) {
	if _, great := greatTowns[slip]; !great && !noSlips.has(slip) {
		m[slip] += home + " " // it may be one of several
	}
}

// noSlips are what is left of great towns, and is how others call them or once did, or a place in
// the same country.
var noSlips = newWordSet("hanover|belgrad|tallin|dresde|düssel|inchon|daejon|katmandu|mombassa|bagdad|veneza|strassbourg|tessaloniki|thesaloniki|bengal|beyrout|edinburg")

// postalCode reports whether a text is a postal code with letters, of a country that has such, and
// nothing else.
func postalCode(country, s string) bool {
	forms := postalForms[country]
	if forms == "" || len(s) > len("SW1A 1AA") {
		return false
	}
	var space [len("SW1A 1AA")]byte
	form := space[:0]
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c):
			form = append(form, '9')
		case isCapital(c):
			form = append(form, 'A')
		case c != ' ':
			return false
		}
	}
	return strings.Contains(forms, " "+string(form)+" ")
}

// postalForms are how they are written, A for a letter and 9 for a digit.
var postalForms = map[string]string{"NLD": " 9999AA ", "GBR": " A99AA A999AA AA99AA AA999AA A9A9AA AA9A9AA ", "CAN": " A9A9A9 "}
