package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kycmigrate/internal/text"
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

// keyRows are the keys of keyboards that lie side by side, from the first on, in alphabets of which a
// name is seldom typed on other keys than those of its own: Greek, Cyrillic, Arabic, Hebrew, Thai,
// Georgian and kana.
var keyRows = [...]string{
	"ςερτυθιοπ", "ασδφγηξκλ", "ζχψωβνμ", "йцукенгшщзхъ", "фывапролджэ", "фівапролджє", "ячсмитьбю", "љњертзуиопш", "асдфгхјклч",
	"ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرلاىةوزظ", "קראטוןםפ", "שדגכעיחלך", "זסבהנמצתץ", "ๆไำพะัีรนยบล", "ฟหกดเ้่าสวง", "ผปแอิืทมใฝ", "ქწერტყუიოპ", "ასდფგჰჯკლ", "ზხცვბნმ", "ちとしはきくまのり", "たていすかんなにらせ", "つさそひこみもねる",
}

// keyFirsts has, by the first byte of each letter that a row begins with, a bit for the second one, of
// its capital too.
var keyFirsts = func() (t [256]uint64) {
	for _, row := range keyRows {
		r, _ := utf8.DecodeRuneInString(row)
		for _, form := range [...]string{string(r), string(unicode.ToUpper(r))} {
			t[form[0]] |= 1 << (form[1] & 63)
		}
	}
	return t
}()

// Of so many letters at least is what somebody typed along a row of keys. In the middle of the rows
// are names: смит, سيبل.
const leastWalk = 4

// firstKey is the lowest byte that an alphabet of keyRows begins its letters with.
const firstKey = 0xCE

// struckKeys says that a name beyond Latin is what somebody strikes who has none to type: keys side by
// side, letters of Hangul that make no syllable, one letter again and again; "" where it may be a name.
func struckKeys(s string) string {
	if aloneIn(s) {
		return "; one letter is there again and again"
	}
	for word := range strings.SplitSeq(s, " ") {
		switch {
		case len(word) < leastWalk*len("ф") || word[0] < firstKey:
			if bareJamo(word) {
				return looseHangul
			}
		case bareJamo(word):
			return looseHangul
		case walked(word):
			return "; it was typed along a row of keys"
		}
	}
	return ""
}

const looseHangul = "; it is letters of Hangul that make no syllable"

// bareJamo reports whether a word begins with a letter of Hangul for itself, as keyboards give it.
func bareJamo(word string) bool {
	return len(word) >= len("ㅁ") && word[0] == 0xE3 && (word[1] == 0x84 && word[2] >= 0xB1 || word[1] == 0x85 || word[1] == 0x86 && word[2] <= 0x8E)
}

// walked reports whether a word is the first keys of a row, four of them or more.
func walked(word string) bool {
	if keyFirsts[word[0]]>>(word[1]&63)&1 == 0 {
		return false
	}
	first, size := utf8.DecodeRuneInString(word)
	first = unicode.ToLower(first)
	for i := range keyRows {
		row := keyRows[i]
		if r, _ := utf8.DecodeRuneInString(row); r == first {
			if rest := strings.ToLower(word[size:]); strings.HasPrefix(row[size:], rest) && utf8.RuneCountInString(rest) >= leastWalk-1 {
				return true
			}
		}
	}
	return false
}

// aloneIn reports whether all letters of a text, three or more, are one, which is no ideograph.
func aloneIn(s string) bool {
	size := runeBytes(s[0])
	if len(s) < size*3 || s[size] != ' ' && s[2*size] != ' ' && s[size:2*size] != s[2*size:3*size] {
		return false // as most
	}
	first, _ := utf8.DecodeRuneInString(s)
	if text.ScriptOf(first) == text.Han {
		return false
	}
	n := 0
	for _, r := range s {
		switch {
		case r == ' ':
		case r != first && unicode.ToLower(r) != unicode.ToLower(first):
			return false
		default:
			n++
		}
	}
	return n > 2
}

// runeBytes is how many bytes a character beyond Latin has that begins with one.
func runeBytes(first byte) int {
	switch {
	case first < 0xE0:
		return 2
	case first < 0xF0:
		return 3
	}
	return 4
}
