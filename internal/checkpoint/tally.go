package checkpoint

import (
	"encoding/binary"
	"fmt"

	"kycmigrate/internal/sqlite"
)

// tally sums up fingerprints with the records they lead to, in whatever order they
// come. The ledger keeps that of everything that leads to a record and of all open
// records (metaTally), with each commit, and what it holds is held against it where
// a process did not close it.
type tally struct {
	n                  int64
	product, exclusive uint64
}

// openMark stands in a tally for a record that is open, in place of a fingerprint.
var openMark = MAC{'o', 'p', 'e', 'n', 15: 1}

func (s *tally) add(m MAC, record int64) {
	product, exclusive := weigh(m, record)
	s.n++
	s.product += product
	s.exclusive += exclusive
}

// take undoes add.
func (s *tally) take(m MAC, record int64) {
	product, exclusive := weigh(m, record)
	s.n--
	s.product -= product
	s.exclusive -= exclusive
}

func weigh(m MAC, record int64) (product, exclusive uint64) {
	return binary.LittleEndian.Uint64(m[:8]) * uint64(2*record+1), binary.LittleEndian.Uint64(m[8:]) ^ uint64(record)
}

// String is how a tally is stored.
func (s tally) String() string { return fmt.Sprintf("%d %x %x", s.n, s.product, s.exclusive) }

func readTally(c *sqlite.Conn) (s tally, err error) {
	text, err := getMeta(c, metaTally)
	if err != nil {
		return tally{}, err
	}
	if _, err := fmt.Sscanf(text, "%d %x %x", &s.n, &s.product, &s.exclusive); err != nil {
		return tally{}, fmt.Errorf("read the tally of the ledger: %w", err)
	}
	return s, nil
}
