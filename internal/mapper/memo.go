package mapper

import (
	"strings"
	"sync/atomic"
)

// memoSize is how many values a memo has places for. The columns it is for
// have few different ones.
const memoSize = 256

// memo remembers what a judge said, for columns such as a country that hold the
// same few values over and over. What falls on a place that is taken replaces
// what is there. It may be used from many goroutines.
type memo struct {
	judge  judge
	places [memoSize]atomic.Pointer[remembered]
}

// remembered is a value that was accepted and what it was taken for.
type remembered struct{ value, judged string }

// remembering puts a memo before a judge.
func remembering(j judge) judge {
	m := &memo{judge: j}
	return m.ask
}

func (m *memo) ask(value string) (string, verdict) {
	if value == "" {
		return m.judge(value)
	}
	place := &m.places[placeOf(value)]
	if r := place.Load(); r != nil && r.value == value {
		return r.judged, accepted
	}
	judged, v := m.judge(value)
	if v == accepted {
		place.Store(&remembered{strings.Clone(value), judged})
	}
	return judged, v
}

// placeOf tells apart what values of one column differ in: their lengths, their
// ends and their middles.
func placeOf(value string) uint8 {
	n := len(value)
	return uint8(n)*61 ^ value[0]*7 ^ value[n/2]*29 ^ value[n-1]*151
}
