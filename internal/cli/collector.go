package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// growth is how much the heap may grow between two collections: in percent of
// what is in use, and no more than so many bytes, for of ten million keys a
// percentage would be a hundred megabytes. Up to the size small the heap is not
// worth a collection.
type growth struct {
	percent int
	bytes   uint64
	small   uint64
}

// While records are only read there is little garbage, but for the texts of rows:
// records are used again, and what is in use is the set of keys, which stays. So
// the first collections are spared, and later ones come often enough to keep the
// peak low.
var whileReading = growth{percent: 300, bytes: 12 << 20, small: 64 << 20}

// whileSending is the pace while records are sent: each leaves some garbage, and a
// collection looks through the stacks of all goroutines, of which so many calls in
// flight have some each.
func whileSending(inFlight int) growth {
	return growth{percent: 150, bytes: max(24<<20, uint64(inFlight)<<16)}
}

// collector sets the garbage collector up, anew after each collection.
var collector gcPace

// gcPace keeps the growth of the heap in bounds. It may be used from many
// goroutines.
type gcPace struct {
	mu      sync.Mutex
	most    growth
	set     int // percent that was set last
	ticking bool
}

// tune sets the pace, unless the operator has by GOGC.
func (p *gcPace) tune(env func(string) (string, bool), most growth) {
	if _, given := env("GOGC"); given {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.most = most
	p.apply()
	if !p.ticking {
		p.ticking = true
		p.tick()
	}
}

// tick applies the pace after each collection: an object that nobody refers to is
// found by the next one.
func (p *gcPace) tick() {
	runtime.AddCleanup(new([16]byte), func(p *gcPace) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.apply()
		p.tick()
	}, p)
}

// apply sets the percentage that what is in use now allows.
func (p *gcPace) apply() {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	if percent := p.most.percentOf(sample[0].Value.Uint64()); percent != p.set {
		p.set = percent
		debug.SetGCPercent(percent)
	}
}

// percentOf is how much a heap with so many bytes in use may grow.
func (g growth) percentOf(live uint64) int {
	if live == 0 {
		return g.percent
	}
	room := max(g.bytes, g.small-min(g.small, live))
	return max(5, min(g.percent, int(100*room/live)))
}
