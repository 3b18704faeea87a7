package draft

import (
	"maps"
	"slices"
	"strings"
)

// twoWays are letters of a sex that mean the one in one language and the other in another, and
// what each may be short for.
var twoWays = map[string]string{"m": "masculino (male) or mujer (female)", "v": "varón (male) or vrouw (female)"}

// unsettled says of codes of which nobody knows one for certain what some may mean, "" where
// nothing is known of any.
func (c *candidate) unsettled(s slot) string {
	if s == slotGender {
		return c.lettersOfTwo()
	}
	fitting := pairsIn(s, joined(c.name), c.presentCodes())
	if len(fitting) < 2 {
		return ""
	}
	words := make([]string, len(fitting))
	for i, pair := range fitting {
		words[i] = strings.ToUpper(strings.Join(slices.Sorted(maps.Keys(pair)), "|"))
	}
	slices.Sort(words)
	return ": " + strings.ReplaceAll(strings.Join(words, ", "), "|", " and ") + " may be approved and rejected"
}

// lettersOfTwo says which letters of a sex may mean either.
func (c *candidate) lettersOfTwo() string {
	var words []string
	present := c.presentCodes()
	for _, letter := range slices.Sorted(maps.Keys(twoWays)) {
		if present[letter] {
			words = append(words, strings.ToUpper(letter)+" may be "+twoWays[letter])
		}
	}
	if len(words) == 0 {
		return ""
	}
	return ": " + strings.Join(words, ", ")
}

// presentCodes are the codes of a column, as joined has them.
func (c *candidate) presentCodes() map[string]bool {
	present := map[string]bool{}
	for _, code := range c.joinedCodes() {
		present[code] = true
	}
	return present
}

// askOf is what is asked of one code.
func (e *entry) askOf(c code) string {
	if either := twoWays[joined(c.value)]; either != "" && e.gender {
		return either + `? male, female, or "" to leave it out`
	}
	if said := e.legend[c.value]; said != "" {
		return "the file says " + quotedText(said) + "; " + e.ask
	}
	return e.ask
}
