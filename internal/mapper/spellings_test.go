package mapper

import (
	"fmt"
	"strings"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"

	"kycmigrate/internal/kyc"
)

// spelt maps rows of one country each by so many tallies in turn, in memory that is used
// again, and returns what the step country changed.
func spelt(t *testing.T, fields string, tallies int, countries ...string) Change {
	t.Helper()
	p, err := load(t, withFields(fields)).Compile([]string{"id", "land", "other"})
	if err != nil {
		t.Fatal(err)
	}
	list := make([]*Tally, tallies)
	for i := range list {
		list[i] = p.Tally(nil)
	}
	memory := make([]byte, 64)
	for i, country := range countries {
		n := copy(memory, country)
		list[i%tallies].Map(&kyc.Record{Row: &kyc.Row{Cells: []string{fmt.Sprint(i), unsafe.String(&memory[0], n), ""}}})
		clear(memory)
	}
	for _, c := range Changes(list...) {
		if c.Step == "country" {
			return c
		}
	}
	t.Fatal("no country was changed")
	return Change{}
}

// What a country was written as is told with what it became, however often it came and
// whether the column is worth remembering or not; what is no country is not.
func TestSpellingsOfCountries(t *testing.T) {
	countries := []string{"TC", "TC", "kr", "KOR", "Atlantis", " TC ", "South Korea", "kr", "Kim", "", "TC", "kr", "kr"}
	want := []Spelling{{"TC", "TCA", 4}, {"kr", "KOR", 4}, {"South Korea", "KOR", 1}}
	for name, fields := range map[string]string{
		"from":  "issuingCountry: {from: land, country: alpha3}",
		"first": "issuingCountry: {first: [land, other], country: alpha3}",
	} {
		for tallies := 1; tallies < 4; tallies++ {
			c := spelt(t, fields, tallies, countries...)
			if diff := cmp.Diff(want, c.Spellings); diff != "" || c.Values != 9 {
				t.Errorf("%s, %d tallies: %d values (-want +got):\n%s", name, tallies, c.Values, diff)
			}
		}
	}
}

// Where there are more spellings than are told apart none is told, whoever read them.
func TestTooManySpellings(t *testing.T) {
	many := make([]string, maxSpellings+1)
	for i := range many {
		many[i] = "ja" + strings.NewReplacer("0", ".", "1", "-").Replace(fmt.Sprintf("%b", i)) + "pan"
	}
	for _, tallies := range []int{1, 3} {
		if c := spelt(t, "issuingCountry: {from: land, country: alpha3}", tallies, many...); c.Spellings != nil || c.Values != maxSpellings+1 {
			t.Errorf("%d tallies: %d spellings of %d values", tallies, len(c.Spellings), c.Values)
		}
		if c := spelt(t, "issuingCountry: {from: land, country: alpha3}", tallies, many[1:]...); len(c.Spellings) != maxSpellings {
			t.Errorf("%d tallies: %d spellings", tallies, len(c.Spellings))
		}
	}
}
