package draft

import "testing"

// TestClasses: of each export all of the truth is found for certain, and nothing else.
func TestClasses(t *testing.T) {
	for _, e := range corpus(t, "testdata/classes.txt") {
		t.Run(e.name, func(t *testing.T) {
			columns, rows := e.rows(120)
			d := drafted(t, columns, rows)
			s, faults := mark(d, e.truth)
			if s.wrong > 0 || s.right < s.truth {
				t.Errorf("%s\n%v\n%s", s, faults, d.Text)
			}
			checkLoads(t, "class", d, columns, rows)
		})
	}
}
