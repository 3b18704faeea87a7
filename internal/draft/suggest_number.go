package draft

import (
	"maps"
	"slices"
	"sync"

	"kycmigrate/internal/idnumber"
	"kycmigrate/internal/mapper"
)

// numberedCountries are the countries whose numbers of people are known.
var numberedCountries = sync.OnceValue(func() []string {
	set := map[string]bool{}
	for _, k := range idnumber.Kinds() {
		set[k.Country] = true
	}
	return slices.Sorted(maps.Keys(set))
})

// What is asked of numbers that nobody calls those of people.
const (
	mostTried   = 60   // values that are looked at
	leastTried  = 15   // different ones
	leastSound  = 0.9  // of the values
	mostByFluke = 0.55 // of them with another digit: a number without a check digit is sound whatever it is
)

// checked reports whether nearly all values are sound numbers of people of one country by
// their check digits.
func (t *table) checked(c *candidate) bool {
	var texts []string
	for _, text := range t.texts(c) {
		if len(texts) < mostTried && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	if len(texts) < leastTried || c.content.share(c.content.digited) < leastSound {
		return false
	}
	return slices.ContainsFunc(t.countriesFirst(), func(country string) bool {
		return soundShare(country, texts) >= leastSound && soundShare(country, otherDigit(texts)) <= mostByFluke
	})
}

// countriesFirst lists the countries whose numbers are known, those that the rows name first.
func (t *table) countriesFirst() []string {
	if t.countries != nil {
		return t.countries
	}
	var named []string
	for _, c := range t.columns {
		if c.content.share(c.content.country) < leastSound {
			continue
		}
		for _, v := range c.detail.Values {
			if code, known := mapper.CountryCode(v.Value); known && !slices.Contains(named, code) && idnumber.Known(code) {
				named = append(named, code)
			}
		}
	}
	for _, country := range numberedCountries() {
		if !slices.Contains(named, country) {
			named = append(named, country)
		}
	}
	t.countries = named
	return named
}

// soundShare is the share of texts that are sound numbers of a country's people.
func soundShare(country string, texts []string) float64 {
	sound := 0
	for _, text := range texts {
		sound += b2i(idnumber.Read(country, text, idnumber.OfPerson).Verdict == idnumber.Sound)
	}
	return float64(sound) / float64(len(texts))
}

// otherDigit are the same texts with another last digit.
func otherDigit(texts []string) []string {
	list := make([]string, len(texts))
	for i, text := range texts {
		b := []byte(text)
		for j := len(b) - 1; j >= 0; j-- {
			if b[j] >= '0' && b[j] <= '9' {
				b[j] = '0' + (b[j]-'0'+1)%10
				break
			}
		}
		list[i] = string(b)
	}
	return list
}
