package mapper

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

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

// unclearNames are names of one country in some language and of another one, or of
// something else, in a larger one or in common use.
var unclearNames = []string{
	"guiana", "granada", "norfolk", "santaelena", "guadalupe", "saintmartin", "stmartin", "sanmartin", "sãomartinho", "saomartinho", "kongo", "nigera",
	"guine", "mena", "toga", "roman", "도미니카", "朝鲜", "朝鮮", "اروبا",
}

const worldHead = "# Names of countries: Unicode CLDR, © Unicode, Inc., under the Unicode License v3. What citizens are called: this project.\n"

// worldLines makes the text that the program searches.
func worldLines(t *testing.T) string {
	names := map[string]string{}
	claim := func(name, code string) {
		if other, taken := names[name]; taken && other != code {
			code = ""
		}
		names[name] = code
	}
	for tag := range strings.FieldsSeq(worldLanguages) {
		namer := display.Regions(language.MustParse(tag))
		for _, code := range kyc.Alpha3Codes() {
			claim(foldCountry(namer.Name(language.MustParseRegion(code))), code)
		}
	}
	for name, code := range peoples(t) {
		claim(foldCountry(name), code)
	}
	maps.Copy(names, shortNames)
	x := loadCountries()
	var b strings.Builder
	b.WriteString(worldHead)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if _, known := x.codes[name]; name != "" && names[name] != "" && !(len(name) <= longestCode && isASCII(name)) && !known && !x.gone[name] && !slices.Contains(unclearNames, name) {
			fmt.Fprintf(&b, "%s\t%s\n", name, names[name])
		}
	}
	return b.String()
}

func isASCII(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r > 'z' }) < 0 }

// peoples reads what citizens are called, with the code of their country. No word is
// there twice.
func peoples(t *testing.T) map[string]string {
	text, err := os.ReadFile("testdata/peoples.txt")
	if err != nil {
		t.Fatal(err)
	}
	all, folded := map[string]string{}, map[string]string{}
	for line := range strings.Lines(string(text)) {
		code, words, found := strings.Cut(strings.TrimSpace(line), ": ")
		if !found || !kyc.IsAlpha3(code) {
			continue
		}
		for word := range strings.SplitSeq(words, "|") {
			if other, taken := folded[foldCountry(word)]; taken && other != code {
				t.Errorf("%q is of %s and of %s", word, other, code)
			}
			all[word], folded[foldCountry(word)] = code, code
		}
	}
	if len(all) < 1000 {
		t.Errorf("only %d words were read", len(all))
	}
	return all
}

func TestWorldNames(t *testing.T) {
	want := worldLines(t)
	if *update {
		if err := os.WriteFile("country_world.txt", []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if worldText != want {
		t.Error("country_world.txt is not what its sources say: go test ./internal/mapper -run WorldNames -update")
	}
	lines := strings.Split(strings.TrimSuffix(worldText, "\n"), "\n")[1:]
	for _, line := range lines {
		name, code, _ := strings.Cut(line, "\t")
		if got, known := worldCode(name); !known || got != code {
			t.Fatalf("%q is found as %q, want %s", name, got, code)
		}
		for _, other := range []string{name[:len(name)-1], name + "x", name + "\n"} {
			if _, listed := slices.BinarySearchFunc(lines, other+"\t", func(l, w string) int { return strings.Compare(l[:min(len(l), len(w))], w) }); !listed {
				if got, known := worldCode(other); known {
					t.Fatalf("%q, which is not listed, is found as %s", other, got)
				}
			}
		}
	}
}

// Names are known in many languages, and none of them is taken for the code that
// it would be without its accents.
func TestCountryNamesOfTheWorld(t *testing.T) {
	for in, want := range map[string]string{
		"Ελλάδα": "GRC", "ΕΛΛΑΔΑ": "GRC", "Allemagne": "DEU", "Niemcy": "DEU", "Njemačka": "DEU", "Almanya": "DEU", "Đức": "DEU", "Németország": "DEU",
		"Österreich": "AUT", "Áo": "AUT", "ÁO": "AUT", "Mỹ": "USA", "Bỉ": "BEL", "Úc": "AUS", "Ý": "ITA", "Hoa Kỳ": "USA", "ישראל": "ISR",
		"ประเทศไทย": "THA", "Российская Федерация": "RUS", "جمهورية مصر العربية": "EGY", "Rzeczpospolita Polska": "POL", "República del Perú": "PER", "מדינת ישראל": "ISR", "ไทย": "THA", "فرنسا": "FRA", "Україна": "UKR", "Česko": "CZE", "भारत": "IND", "टोगो": "TGO", "टोंगा": "TON", "中華民國": "", "瑞典": "SWE",
		"AO": "AGO", "ao": "AGO", "BI": "BDI", "NGA": "NGA", " NGA ": "NGA", "nga": "NGA", "my": "MYS", "R.U.": "", "+380": "", "S/N": "", "CAD": "", "Slovenka": "", "Granada": "", "ΚΥΠΡΟΣ": "CYP", "Κύπρος": "CYP",
		"\ufeffDE": "DEU", "“DE”": "DEU", "TC": "TCA", "N/A": "", "n.a.": "", "S/D": "", "N.E.": "", "-": "", "U.K.": "GBR", "u.k": "GBR", "U. S. A.": "USA", "U.A.E.": "ARE", "(UK)": "GBR", "Nigeria": "NGA", "Maroc": "MAR", "Filipina": "PHL", "Ísland": "ISL", "\n": "", "#": "",
	} {
		got, v := loadCountries().find(in)
		if want == "" && v == accepted || want != "" && (got != want || v != accepted) {
			t.Errorf("find(%q) = %q, %d; want %q", in, got, v, want)
		}
	}
	for _, in := range []string{"Nga", " Nga ", "Nga.", "My", "Bi", "Ao", "T.C.", "T. C.", "t.c", "tc", "Tc"} {
		if got, v := loadCountries().find(in); v != countryUnclear {
			t.Errorf("find(%q) = %q, %d, want it to be asked about", in, got, v)
		}
	}
}

// No name in any language that Unicode's data has is read as another country.
func TestNoNameMeansAnotherCountry(t *testing.T) {
	// Names in small languages that mean another country in a larger one.
	rare := []string{"bs-Cyrl Свети Мартин", "kk Конго", "mzn لتونی", "naq Nigeri"}
	x := loadCountries()
	names := 0
	for _, tag := range display.Supported.Tags() {
		namer := display.Regions(tag)
		if namer == nil {
			continue
		}
		for _, code := range kyc.Alpha3Codes() {
			names++
			name := namer.Name(language.MustParseRegion(code))
			if got, v := x.find(name); v == accepted && got != code && !slices.Contains(rare, tag.String()+" "+name) {
				t.Errorf("%q is %s in %s, and is read as %s", name, code, tag, got)
			}
		}
	}
	if names < 50_000 {
		t.Errorf("only %d names were tried", names)
	}
}

// What a people is called means its country, or is asked about: none is the name or
// code of another one.
func TestPeoples(t *testing.T) {
	x := loadCountries()
	for name, code := range peoples(t) {
		if got, v := x.find(name); v != accepted || got != code {
			t.Errorf("find(%q) = %q, %d; want %s", name, got, v, code)
		}
	}
	for _, in := range []string{"Dominican", "Guinean", "Congolese", "Samoan", "stateless", "other", "foreign", "EU citizen"} {
		if got, v := x.find(in); v == accepted {
			t.Errorf("find(%q) = %q, which may be another one", in, got)
		}
	}
}
