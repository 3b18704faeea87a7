package validate

import (
	"slices"
	"sort"
)

// maxRecent is how many of the greatest values an ascent remembers.
const maxRecent = 256

// ascent finds values that nobody had before without a look at those: exports are
// mostly sorted by the key, and what comes behind all others is none of them. A
// longer value comes behind a shorter one, so that C-10 comes behind C-9.
//
// Some rows stand too early, as in a table where they were put into the room of
// an earlier page. So the greatest values are remembered, in order: each that was
// asked about is one of them, or comes no later than low.
type ascent struct {
	low    string
	recent []string
	last   int // where among the recent the one before this was put
}

// passes reports whether s is known to be none of those it was asked about.
func (a *ascent) passes(s string) bool {
	if !isBehind(s, a.low) {
		return false
	}
	i := a.place(s)
	if i < len(a.recent) && a.recent[i] == s {
		return false
	}
	a.recent, a.last = slices.Insert(a.recent, i, s), i
	if len(a.recent) == maxRecent {
		a.forget(maxRecent / 2)
	}
	return true
}

// place finds where s is among the recent, or would be: behind all of them, or
// behind the last that was asked about, as in most exports, or elsewhere.
func (a *ascent) place(s string) int {
	n, next := len(a.recent), a.last+1
	switch {
	case n == 0 || isBehind(s, a.recent[n-1]):
		return n
	case next < n && isBehind(s, a.recent[a.last]) && !isBehind(s, a.recent[next]):
		return next
	}
	return sort.Search(n, func(i int) bool { return !isBehind(s, a.recent[i]) })
}

// forget raises low by the first n of the recent.
func (a *ascent) forget(n int) {
	a.low = a.recent[n-1]
	a.recent, a.last = slices.Delete(a.recent, 0, n), max(0, a.last-n)
}

// isBehind reports whether s comes behind other.
func isBehind(s, other string) bool {
	return len(s) > len(other) || len(s) == len(other) && s > other
}
