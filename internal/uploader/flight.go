package uploader

import "sync"

// flight bounds the POSTs in flight (S5): the first goes alone until its
// answer is clear, then each clear answer admits one more, which doubles their
// number with every round trip. An answer that says "done" but cannot be read
// halts POSTs until that record is understood. Nobody waits here: who finds no
// place is held by the pipeline until room says to try again, so that no
// worker is missing where doubts are to be settled. Safe for concurrent use.
type flight struct {
	room chan struct{} // a value for each place that became free, as far as it fits

	mu    sync.Mutex
	limit int
	most  int
	in    int
	halts int
}

func newFlight(most int) *flight {
	most = max(1, most)
	return &flight{limit: 1, most: most, room: make(chan struct{}, most)}
}

// board takes a place if there is one.
func (f *flight) board() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.halts > 0 || f.in >= f.limit {
		return false
	}
	f.in++
	return true
}

// land gives the place back; clear says that the answer left no doubt.
func (f *flight) land(clear bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.in--
	if clear && f.limit < f.most {
		f.limit++
	}
	f.announce()
}

// growing reports whether there are POSTs in flight, and may be more later.
func (f *flight) growing() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.in > 0 && f.limit < f.most
}

// halt stops POSTs until understood is called as often.
func (f *flight) halt() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.halts++
}

// halted reports whether POSTs are halted.
func (f *flight) halted() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.halts > 0
}

// understood lifts one halt and starts slowly again.
func (f *flight) understood() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.halts--
	f.limit = 1
	f.announce()
}

// announce tells of every place that is free and was not told of. Telling once
// too often only costs a look, which a record that flies would not notice, but
// at hundreds in flight each place would be told of with every answer. The
// caller holds the lock.
func (f *flight) announce() {
	if f.halts > 0 {
		return
	}
	for range f.limit - f.in - len(f.room) {
		select {
		case f.room <- struct{}{}:
		default:
			return
		}
	}
}
