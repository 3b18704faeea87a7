package validate

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// TestAscentPassesNothingTwice asks about values that mostly rise, and about some
// again: what passes is new.
func TestAscentPassesNothingTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var a ascent
		seen := map[string]bool{}
		at := 0
		for i, step := range rapid.SliceOfN(rapid.IntRange(-6, 9), 0, 400).Draw(t, "steps") {
			value := fmt.Sprintf("C-%d", max(0, at+step))
			if step > 7 {
				value = fmt.Sprintf("C-%d", at+20*step) // one that stands too early
			} else {
				at = max(0, at+step)
			}
			if a.passes(value) && seen[value] {
				t.Fatalf("value %d, %s, passes again", i, value)
			}
			seen[value] = true
		}
	})
}

// TestAscentOfATable asks about a table whose every thirtieth row was put into
// the room of an earlier page.
func TestAscentOfATable(t *testing.T) {
	const rows, early = 30_000, 1200
	var a ascent
	passed, asked := 0, 0
	ask := func(i int) {
		asked++
		if a.passes(fmt.Sprintf("CUST-%09d", i)) {
			passed++
		}
	}
	for i := range rows {
		if i%30 != 0 || i < early {
			ask(i)
		}
		if ahead := i + early; ahead%30 == 0 && ahead < rows {
			ask(ahead)
		}
	}
	if asked != rows || passed != rows {
		t.Errorf("of %d values of a table %d pass", asked, passed)
	}
}
