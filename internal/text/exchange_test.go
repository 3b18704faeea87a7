package text

import "testing"

func TestExchange(t *testing.T) {
	for name, c := range map[string]struct {
		days  func(i int) int    // of dates
		texts func(i int) [2]int // the first two numbers
		n     int
		want  bool
		order string
	}{
		"day first":            {func(i int) int { return i%12 + 1 }, func(i int) [2]int { return [2]int{13 + i%19, i%12 + 1} }, 40, true, "DD/MM"},
		"month first":          {func(i int) int { return i%12 + 1 }, func(i int) [2]int { return [2]int{i%12 + 1, 13 + i%19} }, 40, true, "MM/DD"},
		"too few":              {func(i int) int { return i%12 + 1 }, func(i int) [2]int { return [2]int{13 + i%19, i%12 + 1} }, 19, false, "DD/MM"},
		"dates of all days":    {func(i int) int { return i%28 + 1 }, func(i int) [2]int { return [2]int{13 + i%19, i%12 + 1} }, 400, false, "DD/MM"},
		"texts of all days":    {func(i int) int { return i%12 + 1 }, func(i int) [2]int { return [2]int{i%28 + 1, i%12 + 1} }, 400, false, "DD/MM"},
		"texts of both orders": {func(i int) int { return i%12 + 1 }, func(i int) [2]int { return [2][2]int{{20, 5}, {5, 20}}[i%2] }, 400, false, "DD/MM"},
		"one mended":           {func(i int) int { return i%12 + 1 + 12*b2i(i == 7) }, func(i int) [2]int { return [2]int{13 + i%19, i%12 + 1} }, 100, true, "DD/MM"},
	} {
		var e Exchange
		for i := range c.n {
			e.Date(c.days(i))
			x := c.texts(i)
			e.Text(x[0], x[1])
		}
		if e.Happened() != c.want || e.Order() != c.order || e.Dates() != int64(c.n) || e.Texts() != int64(c.n) {
			t.Errorf("%s: %v, %s", name, e.Happened(), e.Order())
		}
	}
}
