package validate

import (
	"strings"
	"unicode/utf8"
)

// cyrillicKeys are countries whose keyboards have the letters of Cyrillic where those of Russia do.
var cyrillicKeys = newCountrySet("RUS UKR BLR KAZ KGZ UZB TJK MDA ARM AZE GEO ")

// Letters of Latin, and those of Cyrillic that are on the same keys.
const (
	latinKeys  = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
	russianKey = "йцукенгшщзхъфывапролджэячсмитьбю"
)

var cyrillicOnKey = func() (t [utf8.RuneSelf]rune) {
	at := 0
	for _, r := range russianKey {
		c := latinKeys[at]
		t[c] = r
		if c >= 'a' && c <= 'z' {
			t[c&^0x20] = r
		}
		at++
	}
	return t
}()

// leastOnKeys is how many letters a last name has at least that is told to be of other keys.
const leastOnKeys = 6

// onLatinKeys reports whether a name in Latin letters can hardly be spoken, and is a last name of
// Russia or Ukraine on the keys of Cyrillic, or a common first one: Rjdfktyrj for Коваленко. Short ones are left alone, and
// so are those with more than one vowel for four letters.
func onLatinKeys(name string) bool {
	if len(name) < leastFirstOnKeys || len(name) > longestWord {
		return false
	}
	vowels := 0
	for i := range len(name) {
		switch c := name[i]; {
		case c >= utf8.RuneSelf || cyrillicOnKey[c] == 0:
			return false
		case strings.IndexByte("aeiouAEIOU", c) >= 0:
			vowels++
		}
	}
	if vowels*4 > len(name) {
		return false
	}
	return cyrillicFirsts.has(typedCyrillic(name)) || len(name) >= leastOnKeys && spokenCyrillic(name)
}

// typedCyrillic is what the keys of a name in Latin letters give in Cyrillic.
func typedCyrillic(name string) string {
	var space [utf8.UTFMax * longestWord]byte
	typed := space[:0]
	for i := range len(name) {
		typed = utf8.AppendRune(typed, cyrillicOnKey[name[i]])
	}
	return string(typed)
}

// leastFirstOnKeys is how many letters the shortest of cyrillicFirsts has.
const leastFirstOnKeys = 4

// cyrillicFirsts are the most common first names of Russia.
var cyrillicFirsts = newWordSet("александр|александра|алексей|анна|анастасия|андрей|антон|борис|валентина|валерий|василий|вера|виктор|виктория|виталий|владимир|галина|григорий|дарья|дмитрий|евгений|екатерина|елена|иван|игорь|ирина|константин|ксения|людмила|максим|мария|марина|михаил|надежда|наталья|николай|олег|ольга|павел|петр|роман|светлана|сергей|станислав|татьяна|юрий|ярослав")

// spokenCyrillic reports whether a name on the keys of Cyrillic has as many vowels as one that is
// spoken, a vowel within three letters, and the end of a last name.
func spokenCyrillic(name string) bool {
	vowels, without := 0, 0
	for i := range len(name) {
		r := cyrillicOnKey[name[i]]
		switch {
		case strings.ContainsRune("аеиоуыэюя", r):
			vowels, without = vowels+1, 0
		case strings.ContainsRune("ьъй", r) && i == 0:
			return false
		default:
			if without++; without > 3 {
				return false
			}
		}
	}
	if vowels*3 < len(name) || vowels*3 > 2*len(name) {
		return false
	}
	typed := typedCyrillic(name)
	for _, end := range cyrillicEnds {
		if strings.HasSuffix(typed, end) {
			return true
		}
	}
	return false
}

// cyrillicEnds are how last names end.
var cyrillicEnds = [...]string{"ов", "ова", "ев", "ева", "ин", "ина", "ский", "ская", "цкий", "цкая", "ко", "ук", "юк", "ович", "евич", "ян", "як", "ец", "ых"}
