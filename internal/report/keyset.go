package report

import (
	"hash/maphash"
	"math/bits"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
)

// keySet remembers the keys of an earlier results.csv in 8 bytes each: a hash
// of 61 bits, and three flags. That two of ten million keys share a hash, so
// that the line of one may hide the other's, has a chance of 1 in 46,000; the
// seed is another in every process.
type keySet struct {
	seed    maphash.Seed
	entries []uint64
}

// Flags of a key's earlier line.
const (
	flagBound   = 1 << iota // it has a submission id
	flagSettled             // it says that ARGOS has the record whole, and no more
	flagWritten             // this run has written a line for the key
	flagBits    = 3
)

// hash leaves the bits of the flags empty. A line break is hashed as it comes
// back from a CSV file.
func (k *keySet) hash(key string) uint64 {
	if strings.IndexByte(key, '\r') >= 0 {
		key = strings.ReplaceAll(key, "\r\n", "\n")
	}
	return maphash.String(k.seed, key) >> flagBits << flagBits
}

// add notes an earlier line; sort must follow before anything is asked.
func (k *keySet) add(key string, bound, settled bool) {
	if k.entries == nil {
		k.seed = maphash.MakeSeed()
	}
	e := k.hash(key)
	if bound {
		e |= flagBound
	}
	if settled {
		e |= flagSettled
	}
	k.entries = append(k.entries, e)
}

// sort makes the set ready. Lines of one key become one entry.
func (k *keySet) sort() {
	slices.Sort(k.entries)
	last := 0
	for i, e := range k.entries {
		if i > 0 && e>>flagBits == k.entries[last]>>flagBits {
			k.entries[last] |= e
			continue
		}
		if i > 0 {
			last++
		}
		k.entries[last] = e
	}
	if len(k.entries) > 0 {
		k.entries = slices.Clip(k.entries[:last+1])
	}
}

// find returns the key's entry, nil if the earlier file does not have the key.
func (k *keySet) find(key string) *uint64 {
	n := len(k.entries)
	if n == 0 {
		return nil
	}
	h := k.hash(key)
	i := k.near(h)
	if i < n && k.entries[i]>>flagBits == h>>flagBits {
		return &k.entries[i]
	}
	return nil
}

// near is where a hash stands or would stand. Hashes lie evenly, so it is looked for
// from where it should be: a search from the middle of all would touch memory in many
// more places.
func (k *keySet) near(h uint64) int {
	guess, _ := bits.Mul64(h, uint64(len(k.entries)))
	low, high := int(guess), int(guess)+1
	for step := 16; low > 0 && k.entries[low] >= h; step *= 2 {
		low = max(0, low-step)
	}
	for step := 16; high < len(k.entries) && k.entries[high] < h; step *= 2 {
		high += step
	}
	high = min(high, len(k.entries))
	i, _ := slices.BinarySearch(k.entries[low:high], h)
	return low + i
}

// keeps reports whether the earlier line of the key says more than the
// outcome, and so stands; otherwise the key counts as written.
func (k *keySet) keeps(key string, o *kyc.Outcome) bool {
	e := k.find(key)
	if e == nil {
		return false
	}
	bound, settled := *e&flagBound != 0, *e&flagSettled != 0
	switch {
	case o.Status == kyc.NotAttempted:
		return true
	case bound && o.SubmissionID == "":
		return true // the id must not be lost
	case bound && o.Status == kyc.Rejected:
		return true // the row is none that the record was sent from
	case bound && settled && o.Status == kyc.Already && reason(o) == "" && !o.Doubled:
		return true // it tells when and from where the record was sent
	}
	*e |= flagWritten
	return false
}

// retell counts the key as written by this run.
func (k *keySet) retell(key string) {
	if e := k.find(key); e != nil {
		*e |= flagWritten
	}
}

// written reports whether this run has written a line for the key.
func (k *keySet) written(key string) bool {
	e := k.find(key)
	return e != nil && *e&flagWritten != 0
}
