package mapper

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"kycmigrate/internal/kyc"
)

// worldLanguages are the languages whose names of countries are understood besides
// those of the index: those of Europe, and those that many people of other
// continents write in legacy systems.
const worldLanguages = "de fr es it pt pt-PT nl pl cs sk hu ro bg el hr sr sr-Latn sl mk bs sq uk be lt lv et fi sv nb da is ca gl eu ga mt lb " +
	"tr az kk uz ky mn ka hy he ar fa ur ps hi bn ta te mr gu kn ml pa si ne th vi id ms fil ko ja zh zh-Hant km lo my sw am af"

// shortNames are names of countries in daily use that are as short as a code, with
// the accents that tell them from one.
var shortNames = map[string]string{"mỹ": "USA", "úc": "AUS", "ý": "ITA"}

// unclearCodes are spellings of codes that are as well what a language calls another
// country: Russia in Vietnamese, or the Republic of Turkey. NGA and TC are the codes.
var unclearCodes = []string{"Nga", "nga", "T.C.", "T.C", "t.c."}

// unclearNames are names of one country in some language and, in English, of a part
// of the world.
var unclearNames = []string{"guiana"}

// worldNames returns the alpha-3 code for the name of a country in one of the
// languages, folded. The names are those of Unicode's CLDR. A name that means two
// countries is left out. They are made on the first value that the index does not
// know.
var worldNames = sync.OnceValue(func() map[string]string {
	var regions []language.Region
	for _, code := range kyc.Alpha3Codes() {
		regions = append(regions, language.MustParseRegion(code))
	}
	names := make(map[string]string, 1<<14)
	claim := func(name, code string) {
		if other, taken := names[name]; taken && other != code {
			code = ""
		}
		names[name] = code
	}
	var space [64]byte
	for tag := range strings.FieldsSeq(worldLanguages) {
		namer := display.Regions(language.MustParse(tag))
		for _, r := range regions {
			claim(string(foldQuick(space[:0], namer.Name(r))), r.ISO3())
		}
	}
	for code, people := range peoples {
		for name := range strings.SplitSeq(people, "|") {
			claim(string(foldQuick(space[:0], name)), code)
		}
	}
	for name, code := range shortNames {
		names[name] = code
	}
	maps.DeleteFunc(names, func(name, code string) bool { return name == "" || code == "" || slices.Contains(unclearNames, name) })
	return names
})
