package mapper

import (
	"slices"
	"strings"
	"testing"

	"github.com/biter777/countries"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"pgregory.net/rapid"

	"kycmigrate/internal/kyc"
)

func TestFindCountry(t *testing.T) {
	tests := map[string]string{
		"KOR": "KOR", "kr": "KOR", "410": "KOR", "South Korea": "KOR", "Korea, Republic of": "KOR", "대한민국": "KOR", "R.O.K.": "KOR",
		"Korea (North)": "PRK", "Korea (Democratic People's Republic of)": "PRK", "DPRK": "PRK", "408": "PRK", "북한": "PRK",
		"Congo": "COG", "Republic of the Congo": "COG", "Congo (Kinshasa)": "COD", "D.R. Congo": "COD",
		"uk": "GBR", "U.K.": "GBR", "great britain": "GBR", "England": "GBR",
		"the Netherlands": "NLD", "Netherlands, The": "NLD", "Holland": "NLD",
		"Côte d'Ivoire": "CIV", "COTE D’IVOIRE": "CIV", "cote divoire": "CIV",
		"TÜRKİYE": "TUR", "Turkey": "TUR", "Türkiye": "TUR",
		"Trinidad & Tobago": "TTO", "TRINIDAD AND TOBAGO": "TTO",
		"Россия": "RUS", "日本": "JPN", "Deutschland": "DEU", "D": "DEU", "BRD": "DEU", "036": "AUS",
		"Burma": "MMR", "Macedonia": "MKD", "Swaziland": "SWZ", "Cabo Verde": "CPV", "Viet Nam": "VNM",
	}
	for in, want := range tests {
		if got, v := loadCountries().find(in); got != want || v != accepted {
			t.Errorf("find(%q) = %q, %d; want %s", in, got, v, want)
		}
	}
}

func TestUnknownCountries(t *testing.T) {
	for _, in := range []string{
		"Atlantis", "XX", "ZZZ", "36", "82", "999", "0410", "Korea 1", "Kosovo", "XKX", "Guiana", "Virgin Islands",
		"stateless", "()", "-", strings.Repeat("x", 300), "International", "None", "\xff\xfe",
	} {
		if got, v := loadCountries().find(in); v != countryUnknown {
			t.Errorf("find(%q) = %q, %d", in, got, v)
		}
	}
	for _, in := range []string{"USSR", "Soviet Union", "SUN", "Zaire", "ZR", "Yugoslavia", "YU", "Serbia & Montenegro", "Czechoslovakia", "East Germany", "DDR", "AN", "Netherlands Antilles"} {
		if got, v := loadCountries().find(in); v != countryGone {
			t.Errorf("find(%q) = %q, %d, want a state of the past", in, got, v)
		}
	}
}

// Every code of the vocabulary is known in all its forms, and no spelling
// stands for two countries.
func TestCountryTable(t *testing.T) {
	x, spelled := loadCountries(), make(map[string]string)
	claim := func(name, code string) {
		folded := foldCountry(name)
		if folded == "" {
			t.Errorf("a name of %s is empty", code)
		}
		if other, taken := spelled[folded]; taken && other != code {
			t.Errorf("%q stands for %s and %s", name, other, code)
		}
		spelled[folded] = code
	}
	count := 0
	for _, c := range countries.All() {
		code := c.Alpha3()
		if !kyc.IsAlpha3(code) {
			continue
		}
		count++
		for _, name := range []string{code, c.Alpha2(), c.String(), c.StringRus()} {
			claim(name, code)
			if got, _ := x.find(name); got != code {
				t.Errorf("find(%s) = %q, want %s", name, got, code)
			}
		}
	}
	if count != 249 {
		t.Errorf("%d countries, want 249", count)
	}
	for code, names := range countryNames {
		if !kyc.IsAlpha3(code) {
			t.Errorf("%s is no alpha-3 code", code)
		}
		for name := range strings.SplitSeq(names, "|") {
			claim(name, code)
		}
	}
	for name := range x.gone {
		if code, taken := spelled[name]; taken {
			t.Errorf("%q is a state of the past, but stands for %s too", name, code)
		}
	}
}

func TestQuickFoldAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`[ A-Za-z0-9.,'()&-]{0,70}`), rapid.StringMatching(`(the|The|THE)[ a-z]{0,9}`)).Draw(t, "s")
		var space [64]byte
		if quick := foldASCII(space[:0], s); quick != nil && string(quick) != foldCountry(s) {
			t.Fatalf("%q folds to %q and %q", s, quick, foldCountry(s))
		}
	})
}

// Names are known in many languages, and none of them is taken for the code that
// it would be without its accents.
func TestCountryNamesOfTheWorld(t *testing.T) {
	for in, want := range map[string]string{
		"Ελλάδα": "GRC", "ΕΛΛΑΔΑ": "GRC", "Allemagne": "DEU", "Niemcy": "DEU", "Njemačka": "DEU", "Almanya": "DEU", "Đức": "DEU", "Németország": "DEU",
		"Österreich": "AUT", "Áo": "AUT", "ÁO": "AUT", "Mỹ": "USA", "Bỉ": "BEL", "Úc": "AUS", "Ý": "ITA", "Hoa Kỳ": "USA", "ישראל": "ISR",
		"ประเทศไทย": "", "ไทย": "THA", "فرنسا": "FRA", "Україна": "UKR", "Česko": "CZE", "भारत": "IND", "टोगो": "TGO", "टोंगा": "TON", "中華民國": "", "瑞典": "SWE",
		"AO": "AGO", "ao": "AGO", "BI": "BDI", "NGA": "NGA", "Nigeria": "NGA", "Maroc": "MAR", "Filipina": "PHL", "Ísland": "ISL",
	} {
		got, v := loadCountries().find(in)
		if want == "" && v == accepted || want != "" && (got != want || v != accepted) {
			t.Errorf("find(%q) = %q, %d; want %q", in, got, v, want)
		}
	}
	for _, in := range []string{"Nga", "nga", "T.C."} { // Russia in Vietnamese, Nigeria as a code; Turkey, or the Turks and Caicos Islands
		if got, v := loadCountries().find(in); v != countryUnclear {
			t.Errorf("find(%q) = %q, %d, want it to be asked about", in, got, v)
		}
	}
}

// No name in any language that Unicode's data has is read as another country.
func TestNoNameMeansAnotherCountry(t *testing.T) {
	x := loadCountries()
	names := 0
	for _, tag := range display.Supported.Tags() {
		namer := display.Regions(tag)
		for _, c := range countries.All() {
			code := c.Alpha3()
			if namer == nil || !kyc.IsAlpha3(code) {
				continue
			}
			names++
			name := namer.Name(language.MustParseRegion(code))
			if got, v := x.find(name); v == accepted && got != code && !slices.Contains(rareNames, tag.String()+" "+name) {
				t.Errorf("%q is %s in %s, and is read as %s", name, code, tag, got)
			}
		}
	}
	if names < 50_000 {
		t.Errorf("only %d names were tried", names)
	}
}

// rareNames are names in small languages that mean another country in a larger one.
var rareNames = []string{"bs-Cyrl Свети Мартин", "kk Конго", "mzn لتونی", "naq Nigeri"}

// What a people is called means its country, or is asked about: no word is for two
// countries, and none is the name or code of another one.
func TestPeoples(t *testing.T) {
	x, of := loadCountries(), map[string]string{}
	for code, people := range peoples {
		if !kyc.IsAlpha3(code) {
			t.Errorf("%s is no alpha-3 code", code)
		}
		for name := range strings.SplitSeq(people, "|") {
			if other, taken := of[foldCountry(name)]; taken && other != code {
				t.Errorf("%q is of %s and of %s", name, other, code)
			}
			of[foldCountry(name)] = code
			if got, v := x.find(name); v != accepted || got != code {
				t.Errorf("find(%q) = %q, %d; want %s", name, got, v, code)
			}
		}
	}
	for _, in := range []string{"Dominican", "Guinean", "Congolese", "Samoan", "stateless", "other", "foreign", "EU citizen"} {
		if got, v := x.find(in); v == accepted {
			t.Errorf("find(%q) = %q, which may be another one", in, got)
		}
	}
}
