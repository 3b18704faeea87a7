package validate

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kycmigrate/internal/text"
)

// What a look at an address leaves out has nothing to say.
func TestPlaceLookHidesNothing(t *testing.T) {
	for w := range remarkWords.words {
		if isNumber(w) {
			t.Errorf("the remark %q begins as a number", w)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := hostileText().Draw(t, "place")
		if _, faults := scanText(s); s == "" || faults&unsendable != 0 {
			return
		}
		l := lookAtPlace(s, !text.IsASCIIString(s))
		if l.first != strings.IndexByte(s, ' ') || l.last != strings.LastIndexByte(s, ' ') {
			t.Fatalf("%q: spaces at %d and %d", s, l.first, l.last)
		}
		if l.signs&withDate == 0 && (dated(s) || datedEnd(s) || minusHouse(s)) {
			t.Fatalf("%q has a date, or a minus", s)
		}
		if l.signs&withNumber == 0 && s[len(s)-1] != ')' && notedPlace(s) {
			t.Fatalf("%q has a remark", s)
		}
		hidden, spoilt := text.Damage(s)
		if l.writing&text.Strange == 0 && (hidden || spoilt || boxed(s) || text.Decomposed(s)) || l.writing.Unmixed() && text.Mixed(s) {
			t.Fatalf("%q is not as it was written", s)
		}
	})
}

// What is no country, whatever is written, is in no set of them.
func TestCountrySets(t *testing.T) {
	set := newCountrySet("GBR IRL MLT ")
	for _, country := range []string{"GBR", "IRL", "MLT", "DEU", "gbr", "BR ", "R I", "", "GB", "GBRX", "G\x02R", "XKX"} {
		if got, want := set.has(country), country == "GBR" || country == "IRL" || country == "MLT"; got != want {
			t.Errorf("the set has %q: %v", country, got)
		}
	}
}

// What the ends of a word tell hides no word, in whatever case.
func TestWordEnds(t *testing.T) {
	sets := []*wordSet{remarkWords, placeNothings, numberNothings, labels, specimens}
	rapid.Check(t, func(t *rapid.T) {
		set := rapid.SampledFrom(sets).Draw(t, "set")
		word := rapid.SampledFrom(strings.Split(set.list, "|")).Draw(t, "word")
		changed := strings.Map(func(r rune) rune {
			if rapid.Bool().Draw(t, "upper") {
				return []rune(strings.ToUpper(string(r)))[0]
			}
			return r
		}, word)
		if changed != "" && len(changed) <= longestWord && set.holds(changed) && !set.filter.near(changed) {
			t.Fatalf("%q is hidden", changed)
		}
	})
}
