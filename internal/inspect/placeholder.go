package inspect

import "strings"

// emptiness is how surely a value means that there is none.
type emptiness uint8

const (
	isValue emptiness = iota
	isDoubtful
	isPlaceholder
)

// placeholders are what people and programs write where there is no value, in
// small letters. The doubtful ones may be codes, or even names: they count only
// where a column is no list of codes.
var placeholders = func() map[string]emptiness {
	table := make(map[string]emptiness)
	for w := range words("none|unknown|test|empty|blank") {
		table[w] = isDoubtful
	}
	for w := range words("n/a|n.a.|n.a|#n/a|#null!|#value!|#ref!|#name?|#div/0!|null|(null)|<null>|\\n|nil|undefined|not available|not applicable|" +
		"not provided|no data|no email|tbd|-|--|---|.|..|...|?|??|???|xxx|xxxx|xxxxx|asdf|qwerty|없음|해당없음|미상|なし|不明|無し|无|нет данных|" +
		"0000-00-00|0000/00/00|00/00/0000|00-00-0000|00.00.0000|0000-00-00 00:00:00|0001-01-01|01/01/0001|1900-01-01|1900-01-01 00:00:00|" +
		"1900/01/01|01/01/1900|01.01.1900|01-01-1900|1900-01-00|0/1/1900|1/0/1900") {
		table[w] = isPlaceholder
	}
	return table
}()

const longestPlaceholder = 20

func words(list string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.SplitSeq(list, "|") {
		set[w] = true
	}
	return set
}

// emptinessOf tells placeholders from values.
func emptinessOf(v *value) emptiness {
	if v.count[classDigit] == len(v.text) {
		// 000000, 999999999; fewer of other digits come about by counting
		if n := len(v.text); (n >= 9 || n >= 4 && v.text[0] == '0') && strings.Trim(v.text, v.text[:1]) == "" {
			return isPlaceholder
		}
		return isValue
	}
	if len(v.text) <= longestPlaceholder {
		var space [longestPlaceholder]byte
		low := append(space[:0], v.text...)
		for i, c := range low {
			if c >= 'A' && c <= 'Z' {
				low[i] = c + 'a' - 'A'
			}
		}
		if e := placeholders[string(low)]; e != isValue {
			return e
		}
	}
	if v.count[classOther] > 0 && isNobody(v.text) {
		return isPlaceholder
	}
	return isValue
}

var nobodies = words("none|no|noemail|no-email|nomail|no.email|null|na|n/a|test|dummy|unknown|asdf|xxx")

// isNobody reports whether an address is made up: test@test.com, a@a.com,
// noemail@noemail.com.
func isNobody(s string) bool {
	local, domain, found := strings.Cut(s, "@")
	if !found {
		return false
	}
	label, _, dotted := strings.Cut(domain, ".")
	if !dotted || local == "" {
		return false
	}
	return strings.EqualFold(local, label) && (len(local) <= 3 || nobodies[strings.ToLower(local)]) ||
		nobodies[strings.ToLower(local)] && nobodies[strings.ToLower(label)]
}
