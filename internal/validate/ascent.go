package validate

import (
	"slices"
	"sort"
)

const (
	maxRecent = 128 // how many of the greatest values an ascent remembers
	maxMissed = 256 // how many values in a row may not pass before it remembers none
)

// longestKept is the length of the longest value that an ascent remembers: that of
// a UUID has room.
const longestKept = 47

// ascent finds values that nobody had before without a look at those: exports are
// mostly sorted by the key, and what comes behind all others is none of them. A
// longer value comes behind a shorter one, so that C-10 comes behind C-9.
//
// Some rows stand too early, as in a table where they were put into the room of
// an earlier page. So the greatest values are remembered, in order: each that was
// asked about is one of them, or comes no later than low, or is too long to be
// remembered and never passes. They are copies, for the texts of records may be gone
// when the next ones come.
type ascent struct {
	low    kept
	recent []kept
	last   int // where among the recent the one before this was put
	missed int // values that did not pass since one did
}

// kept is a copy of a value.
type kept struct {
	size uint8
	text [longestKept]byte
}

func keep(s string) (k kept) {
	k.size = uint8(copy(k.text[:], s))
	return k
}

// is reports whether s is the value.
func (k *kept) is(s string) bool { return string(k.text[:k.size]) == s }

// isBefore reports whether s comes behind the value.
func (k *kept) isBefore(s string) bool {
	size := int(k.size)
	return len(s) > size || len(s) == size && s > string(k.text[:size])
}

// passes reports whether s is known to be none of those it was asked about.
func (a *ascent) passes(s string) bool {
	if len(s) > longestKept || !a.low.isBefore(s) {
		a.miss()
		return false
	}
	i := a.place(s)
	if i < len(a.recent) && a.recent[i].is(s) {
		return false
	}
	a.recent, a.last, a.missed = slices.Insert(a.recent, i, keep(s)), i, 0
	if len(a.recent) == maxRecent {
		a.forget(maxRecent / 2)
	}
	return true
}

// clone returns an ascent that was asked about the same.
func (a *ascent) clone() *ascent {
	return &ascent{low: a.low, recent: slices.Clone(a.recent), last: a.last}
}

// place finds where s is among the recent, or would be: behind all of them, or
// behind the last that was asked about, as in most exports, or elsewhere.
func (a *ascent) place(s string) int {
	n, next := len(a.recent), a.last+1
	switch {
	case n == 0 || a.recent[n-1].isBefore(s):
		return n
	case next < n && a.recent[a.last].isBefore(s) && !a.recent[next].isBefore(s):
		return next
	}
	return sort.Search(n, func(i int) bool { return !a.recent[i].isBefore(s) })
}

// miss notes that a value did not pass. Where hardly any does, as in an export in
// another order, what is remembered is of no use.
func (a *ascent) miss() {
	if a.missed++; a.missed == maxMissed && len(a.recent) > 0 {
		a.forget(len(a.recent))
		a.recent = nil
	}
}

// forget raises low by the first n of the recent.
func (a *ascent) forget(n int) {
	a.low = a.recent[n-1]
	a.recent, a.last = slices.Delete(a.recent, 0, n), max(0, a.last-n)
}
