package inspect

import (
	"math"
	"math/bits"
)

// budget is the number of hashes that sets may hold together.
type budget struct{ left int }

// hashSet is a set of 64-bit hashes in an open table. It grows within a budget
// and says so when it may not.
type hashSet struct {
	slots  []uint64
	used   int
	zero   bool // the hash 0, which marks a free slot, is in the set
	budget *budget
}

const firstSlots = 64

// add puts a hash in. fresh says that it was not there; full that the set would
// have to grow and may not.
func (s *hashSet) add(h uint64) (fresh, full bool) {
	if h == 0 {
		fresh, s.zero = !s.zero, true
		return fresh, false
	}
	if s.used*4 >= len(s.slots)*3 && !s.grow() {
		return false, true
	}
	if !s.put(h) {
		return false, false
	}
	s.used++
	return true, false
}

func (s *hashSet) put(h uint64) bool {
	mask := uint64(len(s.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		switch s.slots[i] {
		case 0:
			s.slots[i] = h
			return true
		case h:
			return false
		}
	}
}

// grow doubles the table.
func (s *hashSet) grow() bool {
	size := max(firstSlots, 2*len(s.slots))
	if size-len(s.slots) > s.budget.left {
		return false
	}
	s.budget.left -= size - len(s.slots)
	old := s.slots
	s.slots = make([]uint64, size)
	for _, h := range old {
		if h != 0 {
			s.put(h)
		}
	}
	return true
}

// release gives the memory back.
func (s *hashSet) release() {
	s.budget.left += len(s.slots)
	s.slots, s.used = nil, 0
}

func (s *hashSet) len() int64 {
	n := int64(s.used)
	if s.zero {
		n++
	}
	return n
}

// estimate is a HyperLogLog: it counts distinct hashes in 4 KiB, with a
// standard error of 1.6 %.
type estimate struct{ registers []uint8 }

const (
	estimateBits = 12
	numRegisters = 1 << estimateBits
)

func (e *estimate) add(h uint64) {
	if e.registers == nil {
		e.registers = make([]uint8, numRegisters)
	}
	rank := uint8(bits.LeadingZeros64(h<<estimateBits|1<<(estimateBits-1)) + 1)
	if r := &e.registers[h>>(64-estimateBits)]; rank > *r {
		*r = rank
	}
}

func (e *estimate) count() int64 {
	sum, zeros := 0.0, 0
	for _, r := range e.registers {
		sum += math.Ldexp(1, -int(r))
		if r == 0 {
			zeros++
		}
	}
	const m = numRegisters
	n := 0.7213 / (1 + 1.079/m) * m * m / sum
	if n < 2.5*m && zeros > 0 {
		n = m * math.Log(float64(m)/float64(zeros))
	}
	return int64(math.Round(n))
}

const (
	// exactly is how many distinct values are always counted one by one.
	exactly = 1 << 14
	// unstated is how many slots the sets of all columns may have: 64 MiB.
	unstated = 1 << 23
)

// distinct counts the distinct values of a column: exactly while they are few
// or nearly all different, then by an estimate.
type distinct struct {
	set    hashSet
	rough  estimate
	filled int64
	over   bool // only the estimate goes on
	capped bool // because memory ran out, not because values repeat
}

// add reports whether the value stood there before, which it cannot know once
// only the estimate goes on.
func (d *distinct) add(h uint64) (repeated bool) {
	d.filled++
	if d.over {
		d.rough.add(h)
		return false
	}
	fresh, full := d.set.add(h)
	repeats := d.filled - d.set.len()
	switch {
	case full:
		d.giveUp(h)
		d.capped = true
		return false
	case d.set.used > exactly && repeats*10 > d.filled:
		d.giveUp(h)
	}
	return !fresh
}

// giveUp hands what the set holds over to the estimate.
func (d *distinct) giveUp(h uint64) {
	d.over = true
	if d.set.zero {
		d.rough.add(0)
	}
	for _, old := range d.set.slots {
		if old != 0 {
			d.rough.add(old)
		}
	}
	d.rough.add(h)
	d.set.release()
}

// count returns how many there are, and whether that is exact.
func (d *distinct) count() (int64, bool) {
	if d.over {
		return min(d.rough.count(), d.filled), false
	}
	return d.set.len(), true
}
