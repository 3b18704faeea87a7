package text

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// months are the names of the months, January first, in languages whose exports write
// them, without their accents; where one has two they stand with a stroke between. Of two
// languages none has a name that means another month: so those are left out in which
// "lip" and "lis" are other months than in their neighbours.
var months = struct{ short, full []string }{
	short: []string{
		"ene feb mar abr may jun jul ago sep/set/sept oct nov dic",                      // Spanish
		"jan fev mar abr mai jun jul ago set out nov dez",                               // Portuguese
		"janv/jan fevr/fev mars avr mai juin juil aout sept oct nov dec",                // French
		"jan/jaen feb mar/mrz/maerz apr mai jun/juni jul/juli aug sep/sept okt nov dez", // German
		"gen feb mar apr mag giu lug ago set ott nov dic",                               // Italian
		"jan feb mrt apr mei jun jul aug sep okt nov dec",                               // Dutch
		"jan feb mar apr maj jun jul aug sep okt nov dec",                               // Swedish, Danish
		"oca sub mar nis may haz tem agu eyl eki kas ara",                               // Turkish
		"jan feb mar apr mei jun jul agu/agt/ags sep okt nov des",                       // Indonesian, and Norwegian
	},
	full: []string{
		"enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
		"janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
		"janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
		"januar/janner/jaenner februar marz/maerz april mai juni juli august september oktober november dezember",
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"januari februari maart april mei juni juli augustus september oktober november december",
		"januari februari mars april maj juni juli augusti september oktober november december",
		"januar februar marts/mars april maj/mai juni juli august september oktober november december/desember",
		"ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
		"januari februari maret april mei juni juli agustus september oktober november desember",
	},
}

// monthsByName are those of both lists, by their names.
var monthsByName = sync.OnceValue(func() (tables [2]map[string]int) {
	for i, lists := range [2][]string{months.short, months.full} {
		tables[i] = map[string]int{}
		for _, list := range lists {
			for m, names := range strings.Fields(list) {
				for name := range strings.SplitSeq(names, "/") {
					tables[i][name] = m + 1
				}
			}
		}
	}
	return tables
})

// longestMonth is more letters than any name of a month has.
const longestMonth = 16

// MonthAt reads the name of a month in another language than English that a text begins
// with, in any case and with its accents or without: its short form, or all of it. size is
// how many bytes it takes, 0 where there is none.
func MonthAt(s string, full bool) (month, size int) {
	var letters [longestMonth]byte
	n := 0
	for size < len(s) && n < longestMonth {
		c := s[size]
		if c < utf8.RuneSelf {
			if c|0x20 < 'a' || c|0x20 > 'z' {
				break
			}
			letters[n] = c | 0x20
			n, size = n+1, size+1
			continue
		}
		r, width := utf8.DecodeRuneInString(s[size:])
		at := strings.IndexRune(accentedLetters, r)
		if at < 0 {
			break
		}
		letters[n] = plainLetters[utf8.RuneCountInString(accentedLetters[:at])]
		n, size = n+1, size+width
	}
	month = monthsByName()[b2i(full)][string(letters[:n])]
	if month == 0 {
		return 0, 0
	}
	return month, size
}

// The letters with accents that names of months have, and what they are without.
const (
	accentedLetters = "éÉûÛäÄçÇşŞğĞıİüÜ"
	plainLetters    = "eeuuaaccssggiiuu"
)

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
