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

// TestAscentForgets asks about values in no order: hardly any is remembered, and
// those that come behind all of them pass again.
func TestAscentForgets(t *testing.T) {
	var a ascent
	for i := range 100_000 {
		a.passes(fmt.Sprintf("CUST-%09d", unsorted(i)))
	}
	if len(a.recent) > 8 {
		t.Errorf("%d values of an export without order are remembered", len(a.recent))
	}
	if a.passes(fmt.Sprintf("CUST-%09d", unsorted(99_999))) {
		t.Error("a value passes again")
	}
	for i := 2_000_000; i < 2_000_100; i++ {
		if !a.passes(fmt.Sprintf("CUST-%09d", i)) {
			t.Errorf("%d comes behind all others and does not pass", i)
		}
	}
}
