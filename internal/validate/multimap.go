package validate

import (
	"math/bits"
	"slices"
)

// What a row had a value as.
const (
	flagKey    = 1 << 0
	flagUserID = 1 << 1
	flagValue  = flagKey | flagUserID
	// flagExcluded is no value but what else is known of a row that has one.
	flagExcluded = 1 << 2
)

const (
	shardBits = 8
	hashBits  = 64 - shardBits // of a hash, stored in a slot
	hashMask  = 1<<hashBits - 1
)

// multimap remembers by 64-bit hash which row had a value first, as key and as
// userid. It is open addressing in 256 shards, chosen by the hash's top bits,
// whose place in a slot the flags take. A shard grows by a quarter when seven
// eighths full, and the shards' sizes are staggered, so that the whole never
// doubles: 12 bytes a slot become 13.7 to 17.1 an entry in one shard and about
// 15.4 over all. The zero value is empty.
//
// Values that are known to be new, as those of a sorted source are, cost no search
// for a place: a shard keeps them in a list until something is looked for in it.
type multimap struct {
	shards [1 << shardBits]shard
	fresh  []fresh // of no shard yet
}

// fresh is an entry on the way to the list of its shard. They go there many at
// once: so the memory fetches the ends of several lists at a time, which lie all
// over it.
type fresh struct {
	shard uint32
	slot  slot
}

// mostFresh is how many entries wait to go to their lists.
const mostFresh = 1024

type shard struct {
	slots []slot   // places of hashes
	used  int      // of the slots
	list  []slot   // what has no place yet: the chunk that is being filled
	full  [][]slot // and those before it
}

// The capacities of chunks: 1 KiB, but for the first.
const (
	firstChunk = 8
	listChunk  = 1024 / 12
)

// slot holds one entry in 12 bytes: halves, because a uint64 would make it 16.
type slot struct {
	high uint32 // flags in the top byte, then the hash; 0 is a free slot
	low  uint32 // the rest of the hash
	row  uint32 // the row that had it first, from 1
}

func newSlot(hash uint64, flags uint8, row uint32) slot {
	return slot{high: uint32(hash&hashMask>>32) | uint32(flags)<<(hashBits-32), low: uint32(hash), row: row}
}

// holders are the rows that had a value first; 0 is none.
type holders struct {
	asKey, asUserID uint32
	excluded        bool // the one that had it as its key is
}

// claim finds the rows that had the value first, as key and as userid, and
// enters row for those flags that no row had. It looks only for the flags
// given.
func (m *multimap) claim(hash uint64, flags uint8, row uint32) (had holders) {
	number := hash >> hashBits
	s := &m.shards[number]
	m.distribute()
	s.settle(int(number))
	high, low := uint32(hash&hashMask>>32), uint32(hash)
	i := s.home(hash)
	for ; s.slots[i].high != 0; i = s.next(i) {
		at := &s.slots[i]
		if at.low != low || at.high&(hashMask>>32) != high {
			continue
		}
		known := uint8(at.high >> (hashBits - 32))
		found := known & flags & flagValue
		if found&flagKey != 0 {
			had.asKey, had.excluded = at.row, known&flagExcluded != 0
		}
		if found&flagUserID != 0 {
			had.asUserID = at.row
		}
		if flags &^= found; flags&flagValue == 0 {
			return had
		}
	}
	s.slots[i] = newSlot(hash, flags, row)
	s.used++
	return had
}

// find returns the row that had a value first as the flag says; 0 is none.
func (m *multimap) find(hash uint64, flag uint8) uint32 {
	number := hash >> hashBits
	s := &m.shards[number]
	m.distribute()
	s.settle(int(number))
	high, low := uint32(hash&hashMask>>32), uint32(hash)
	for i := s.home(hash); s.slots[i].high != 0; i = s.next(i) {
		at := &s.slots[i]
		if at.low == low && at.high&(hashMask>>32) == high && uint8(at.high>>(hashBits-32))&flag != 0 {
			return at.row
		}
	}
	return 0
}

// add enters row for a value that no row had as one of the flags.
func (m *multimap) add(hash uint64, flags uint8, row uint32) {
	if len(m.fresh) == mostFresh {
		m.distribute()
	}
	m.fresh = append(m.fresh, fresh{uint32(hash >> hashBits), newSlot(hash, flags, row)})
}

// distribute puts fresh entries on the lists of their shards.
func (m *multimap) distribute() {
	for i := range m.fresh {
		s := &m.shards[m.fresh[i].shard]
		if len(s.list) == cap(s.list) {
			s.extend()
		}
		s.list = append(s.list, m.fresh[i].slot)
	}
	m.fresh = m.fresh[:0]
}

// extend begins another chunk of the list. The first one is small: it may be that
// something is looked for after every few values.
func (s *shard) extend() {
	size := firstChunk
	if len(s.list) > 0 {
		s.full = append(s.full, s.list)
		size = listChunk
	}
	s.list = make([]slot, 0, size)
}

// glance looks at the place where a search for the hash would begin.
func (m *multimap) glance(hash uint64) uint32 {
	s := &m.shards[hash>>hashBits]
	if len(s.slots) == 0 {
		return 0
	}
	return s.slots[s.home(hash)].high
}

// home is where a search begins: the stored bits of the hash spread over the
// slots, whose number is no power of two.
func (s *shard) home(hash uint64) int {
	i, _ := bits.Mul64(hash<<shardBits, uint64(len(s.slots)))
	return int(i)
}

func (s *shard) next(i int) int {
	if i++; i < len(s.slots) {
		return i
	}
	return 0
}

// settle gives each entry of the list a place, and makes room for one more.
func (s *shard) settle(number int) {
	listed := len(s.list)
	if len(s.full) > 0 {
		listed += firstChunk + (len(s.full)-1)*listChunk
	}
	if s.used+listed >= len(s.slots)-len(s.slots)/8 {
		s.grow(number, s.used+listed)
	}
	if listed == 0 {
		return
	}
	s.used += listed
	for _, chunk := range s.full {
		s.insertAll(chunk)
	}
	s.insertAll(s.list)
	s.list, s.full = nil, nil
}

// grow makes the shard a quarter bigger, or what so many entries need, and as
// much more as the allocator would round up to. First sizes lie between 32 and
// the 40 that 32 grows to, so that the shards grow one after another.
func (s *shard) grow(number, entries int) {
	size := max(len(s.slots)+len(s.slots)/4, 32+number%8, (entries+1)*8/7+1)
	old := s.slots
	s.slots = slices.Grow([]slot(nil), size)
	s.slots = s.slots[:cap(s.slots)]
	s.insertAll(old)
}

func (s *shard) insertAll(entries []slot) {
	for _, entry := range entries {
		if entry.high != 0 {
			s.insert(entry)
		}
	}
}

func (s *shard) insert(entry slot) {
	i := s.home(uint64(entry.high)<<32 | uint64(entry.low))
	for s.slots[i].high != 0 {
		i = s.next(i)
	}
	s.slots[i] = entry
}
