package validate

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// spelledOnce are countries whose people write their names in Latin letters, and in one way: a
// letter more or less is a slip, and not another way to write what stands in other letters.
const spelledOnce = latinLands + "AUT BEL CHE CZE DEU DNK EST FIN FRA GBR HRV HUN IRL ISL ITA LIE LTU LUX LVA MLT NLD NOR POL ROU SVK SVN SWE USA CAN AUS NZL ZAF KEN GHA NGA UGA ZMB ZWE RWA BWA NAM MWI "

// otherwise reports whether two words are one name of a country that was spelled, read or typed
// in two ways. It is silent on what languages write in two ways, and on the names of Islam,
// which everybody writes as he likes.
func otherwise(country, x, y string) bool {
	switch {
	case within(country, twoNames+moreTwoNames) && missed(x, y), misread(x, y), rekeyed(x, y):
		return true
	}
	return within(country, spelledOnce) && !twiceGiven.has(x) && !twiceGiven.has(y) && letterApart(x, y)
}

// oneApart are the two words in which a full name, whose words are a and then b, differs from
// them, if there is just one such pair.
func oneApart(f, a, b []string) (one, other string) {
	for i, word := range f {
		part := ""
		if i < len(a) {
			part = a[i]
		} else {
			part = b[i-len(a)]
		}
		if word == part {
			continue
		}
		if other != "" {
			return "", ""
		}
		one, other = word, part
	}
	return one, other
}

// letterApart reports whether the longer of two words has one letter more, which is not the
// last one, nor one that languages leave out: the e of an umlaut, a vowel before r or l
// (Kathrine), and what is not heard.
func letterApart(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < leastMissed || len(y) != len(x)+1 {
		return false
	}
	at := 0
	for at < len(x) && x[at] == y[at] {
		at++
	}
	if at == 0 || at+1 >= len(x) || x[at:] != y[at+1:] {
		return false
	}
	before, more := y[at-1], y[at]
	switch {
	case before == more:
		return more != 'a'
	case more == 'e' && strings.IndexByte("aou", before) >= 0, isVowel(rune(more)) && strings.IndexByte("rl", y[at+1]) >= 0, more >= utf8.RuneSelf:
		return false
	}
	return strings.IndexByte("hjwy", more) < 0
}

// misread reports whether two words are one, but that r and n were read as an m.
func misread(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(y) == len(x)+1 && len(x) >= 4 && strings.Contains(y, "rn") && strings.ReplaceAll(y, "rn", "m") == strings.ReplaceAll(x, "rn", "m")
}

// keyboards are pairs of letters whose keys are exchanged between those of Britain, of Germany and
// of France.
var keyboards = [...]*strings.Replacer{strings.NewReplacer("y", "z", "z", "y"), strings.NewReplacer("a", "q", "q", "a", "z", "w", "w", "z")}

// rekeyed reports whether two words are one that was typed on the keyboard of another country.
func rekeyed(x, y string) bool {
	if len(x) != len(y) || len(x) < 4 || !strings.ContainsAny(x, "yzqw") {
		return false
	}
	for _, other := range keyboards {
		if other.Replace(x) == y {
			return true
		}
	}
	return false
}

// leastCutLast is the length from which on a last name that ends within a word of the full name
// was cut off.
const leastCutLast = 6

// cutLast reports whether the last name ends within the last word of the full name, by two
// letters or more that are not how the name of a woman ends.
func cutLast(full, first, last string) bool {
	rest, found := strings.CutPrefix(full, first+" ")
	if !found || len(last) < leastCutLast || !strings.HasPrefix(rest, last) {
		return false
	}
	rest = rest[len(last):]
	return len(rest) > 1 && isSmall(rest[0]) && !strings.ContainsAny(rest, " -'") && isSmall(last[len(last)-1]) && !womensEnds.has(rest)
}

// womensEnds are what the name of a woman has behind that of her husband or father.
var womensEnds = newWordSet("ova|ová|eva|ina|ena|kova|ková|né|ne|nė|ienė|iene|aitė|aite|ytė|yte|aya|skaya|ska|opoulou|son|dóttir|in")

// otherLast reports whether a full name is the first names of the row, of which there are several,
// and another last name than the one of the row.
func otherLast(f, a, b []string) bool {
	return len(a) > 1 && len(b) == 1 && len(f) == len(a)+1 && slices.Equal(f[:len(a)], a) && far(f[len(a)], b[0])
}

// together reports whether a name is two others without a blank between them. In the letters of
// East Asia there is none.
func together(full, a, b string) bool {
	return len(full) == len(a)+len(b) && len(a) > 2 && len(b) > 2 && full[:len(a)] == a && full[len(a):] == b && isSmall(a[len(a)-1]) && isCapital(b[0])
}

// fieldWidths are how many letters programs have room for.
const fieldWidths = "20 24 25 30 32 35 40 50 60"

// cutAtWidth reports whether a name, which ends with one letter without a stop behind it, has as
// many letters as a field of programs.
func cutAtWidth(full string) bool {
	n := utf8.RuneCountInString(full)
	return n >= 20 && n <= 60 && strings.Contains(fieldWidths, string([]byte{byte('0' + n/10), byte('0' + n%10)}))
}

// secondLost reports whether the last name lacks the second of the two that people of the nation
// have, which the full name has. It is for a row with both.
func secondLost(full, first, last string) bool {
	at := len(first) + 1 + len(last)
	return len(full) > at+2 && full[at] == ' ' && full[len(first)] == ' ' && strings.IndexByte(last, ' ') < 0 && strings.HasPrefix(full, first) && full[len(first)+1:at] == last
}
