package draft

import "strings"

// In a query over several tables of an AS/400 each name begins with the two letters of its
// table: KLNAZW and KLPESE of the customer, ZMULIC and ZMMIEJ of the address that is lived at.

// tableWords are such letters that say what a table has, where that is an address.
var tableWords = map[string]string{
	"ZM": "residence", "ZA": "residence", "MZ": "residence", "ZD": "permanent", "KR": "contact", "KO": "contact", "KP": "contact", // zamieszkania, zameldowania, korespondencji
	"DM": "residence", "DO": "residence", "RS": "residence", "RE": "residence", "WO": "residence", "AD": "address",
}

// What a table of a query must have before its letters are taken for its own.
const (
	leastTables = 3 // columns
	mostTables  = 4
)

// tableLettersOf are how many letters each name of a table begins with that stand for its
// table; nil where the names are not made so. Of several tables one has most of the columns,
// and others have addresses.
func (t *table) tableLettersOf() map[*candidate]int {
	cut := map[*candidate]int{}
	if n := t.commonLetters(); n > 0 {
		for _, c := range t.columns {
			cut[c] = n
		}
		return cut
	}
	groups := map[string]int{}
	for _, c := range t.columns {
		if len(c.name) < tableLetters+2 || len(c.name) > longestName || !shortName(c.name) {
			return nil
		}
		groups[c.name[:tableLetters]]++
	}
	if len(groups) > mostTables {
		return nil
	}
	own := ""
	for letters, n := range groups {
		if n < leastTables || n*2 <= len(t.columns) && tableWords[letters] == "" {
			return nil
		}
		if n*2 > len(t.columns) {
			own = letters
		}
	}
	if own == "" {
		return nil
	}
	for _, c := range t.columns {
		cut[c] = tableLetters
	}
	return cut
}

// addTableWord adds to a header what the letters of the table say that its column stands in.
func (h *header) addTableWord(name string, letters int) {
	if letters != tableLetters || !h.any("address", "street", "house", "city", "state", "country", "zip") || h.any("residence", "birth", "issue", "nationality") {
		return
	}
	for word := range strings.FieldsSeq(tableWords[name[:letters]]) {
		h.add(word)
	}
}
