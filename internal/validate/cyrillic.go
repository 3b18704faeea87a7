package validate

// scheme is how the letters of a name in Cyrillic are written in Latin. It is told by
// letters that only some languages have, and not by where the person is from, so that
// one name always has one scheme.
type scheme uint8

const (
	schemeUnknown scheme = iota
	schemeRussian
	schemeBulgarian
	schemeUkrainian
	schemeSerbian // and Macedonian
)

// The small Cyrillic letters that are written in Latin.
const firstCyrillic, lastCyrillic = 'а', 'џ'

func isCyrillic(r rune) bool { return r >= firstCyrillic && r <= lastCyrillic }

// schemeOf is the scheme of a name. The letters that tell it are two bytes each, of
// which the second is the same for the capital, but for 0x10.
func schemeOf(name string) scheme {
	found := schemeRussian
	for i := 1; i < len(name); i++ {
		second := name[i]
		switch name[i-1] {
		case 0xd1:
			second -= 0x10
		case 0xd0:
		default:
			continue
		}
		switch {
		case second == 0x82 || second == 0x83 || second == 0x85 || second >= 0x88 && second <= 0x8c || second == 0x8f: // ђ ѓ ѕ ј љ њ ћ ќ џ
			return schemeSerbian
		case second == 0x84 || second == 0x86 || second == 0x87: // є і ї
			found = schemeUkrainian
		case found == schemeRussian && (name[i-1] == 0xd1 && name[i] == 0x8a || name[i-1] == 0xd0 && name[i] == 0xaa): // ъ
			found = schemeBulgarian
		}
	}
	return found
}

// latin has the letters from а to џ as most people write them in Latin, folded, and
// what differs in each scheme.
var latin = func() (t [schemeSerbian + 1][lastCyrillic - firstCyrillic + 1]string) {
	common := [...]string{
		"a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "a", "y", "", "e", "yu", "ya",
		"e", "e", "d", "g", "e", "dz", "i", "i", "j", "lj", "nj", "c", "k", "i", "u", "dz",
	}
	for s := range t {
		copy(t[s][:], common[:])
	}
	set := func(s scheme, letters string, spelt ...string) {
		at := 0
		for _, r := range letters {
			t[s][r-firstCyrillic] = spelt[at]
			at++
		}
	}
	set(schemeBulgarian, "хщ", "h", "sht")
	set(schemeUkrainian, "гийюяє", "h", "y", "i", "iu", "ia", "ie")
	set(schemeSerbian, "жчшхцйюящ", "z", "c", "s", "h", "c", "j", "ju", "ja", "st")
	return t
}()

// join adds a letter of Cyrillic to a word in Latin.
func (s scheme) join(word []byte, umlaut bool, r rune) (joined []byte, again bool) {
	spelt := latin[s][r-firstCyrillic]
	if s == schemeUkrainian && len(word) == 0 {
		switch r {
		case 'й':
			spelt = "y"
		case 'ю', 'я', 'є', 'ї':
			word = append(word, 'y')
			spelt = spelt[len(spelt)-1:]
		}
	}
	for i := range len(spelt) {
		word, umlaut = join(word, umlaut, spelt[i])
	}
	return word, umlaut
}
