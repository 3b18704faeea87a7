package kyc

import "testing"

func TestCountryNumber(t *testing.T) {
	codes := Alpha3Codes()
	if len(codes) != NumCountries || NumCountries != 249 {
		t.Fatalf("%d codes, %d counted; ISO 3166-1 has 249", len(codes), NumCountries)
	}
	for i, code := range codes {
		if n := CountryNumber(code); int(n) != i+1 || !IsAlpha3(code) {
			t.Errorf("%s has the number %d, want %d", code, n, i+1)
		}
	}
	for _, s := range []string{"", "KO", "kor", "KORE", "KO ", "K\x00R", "[[[", "@@@", "ＫＯＲ", "XKX", "ZZZ", "AAA", "+OR", "KoR", "\xcbOR"} {
		if CountryNumber(s) != 0 || IsAlpha3(s) {
			t.Errorf("%q is taken for a country", s)
		}
	}
}
