package mapper

import (
	_ "embed"
	"sort"
	"strings"
)

// worldText has a line for each name of a country, or of its citizens, in one of some
// seventy languages: the name, folded, a tab and the alpha-3 code, in the order of
// their bytes. What countryIndex knows is not in it, nor is a name that means two
// countries. TestWorldNames makes it: go test ./internal/mapper -run WorldNames -update.
//
// It is searched as it stands: as a table in memory it would take longer to make than
// a hundred thousand rows take to map.
//
//go:embed country_world.txt
var worldText string

// namesLikeCodes are codes that, with one capital, are as well what Vietnamese calls
// another country where its accents are left out: Russia, the United States, Belgium,
// Austria. TC, in any other form, may be the Republic of Turkey.
var namesLikeCodes = map[string]bool{"nga": true, "my": true, "bi": true, "ao": true}

// worldCode is the alpha-3 code for a folded name.
func worldCode(folded string) (code string, known bool) {
	line := func(at int) string { // the one that at is in
		from := strings.LastIndexByte(worldText[:at], '\n') + 1
		length := strings.IndexByte(worldText[from:], '\n')
		return worldText[from : from+length]
	}
	wanted := folded + "\t"
	at := sort.Search(len(worldText), func(at int) bool { return line(at) >= wanted })
	if at == len(worldText) {
		return "", false
	}
	return strings.CutPrefix(line(at), wanted)
}
