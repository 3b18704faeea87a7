package sandbox

import (
	"fmt"
	"slices"
	"sync"
)

// rules are the faults at work.
type rules struct {
	mu   sync.Mutex
	list []*rule
}

// SetFaults replaces the faults, and starts their counting anew. A wrong one
// leaves the earlier ones at work.
func (s *Sandbox) SetFaults(faults []Fault) error {
	list := make([]*rule, 0, len(faults))
	for _, f := range faults {
		r, err := f.compile()
		if err != nil {
			return fmt.Errorf("fault %q: %w", f, err)
		}
		r.Nth = slices.Sorted(slices.Values(r.Nth))
		list = append(list, r)
	}
	s.rules.mu.Lock()
	defer s.rules.mu.Unlock()
	s.rules.list = list
	return nil
}

// pickFault counts the call for every fault that it fits, and returns the
// first that strikes it, or nil.
func (s *Sandbox) pickFault(c *call) (struck *rule) {
	s.rules.mu.Lock()
	defer s.rules.mu.Unlock()
	for _, r := range s.rules.list {
		if !r.applies(c) {
			continue
		}
		r.seen++
		if s.strikes(r) && struck == nil {
			r.hits++
			struck = r
		}
	}
	return struck
}

func (s *Sandbox) strikes(r *rule) bool {
	if len(r.Nth) > 0 {
		_, found := slices.BinarySearch(r.Nth, r.seen)
		return found
	}
	s.dice.Lock()
	defer s.dice.Unlock()
	return s.dice.Float64() < r.Probability
}

// FaultCount is a fault at work and what it did.
type FaultCount struct {
	Fault string `json:"fault"`
	Seen  int    `json:"seen"` // calls it could have struck
	Hits  int    `json:"hits"`
}

// Faults lists the faults at work.
func (s *Sandbox) Faults() []FaultCount {
	s.rules.mu.Lock()
	defer s.rules.mu.Unlock()
	counts := make([]FaultCount, 0, len(s.rules.list))
	for _, r := range s.rules.list {
		counts = append(counts, FaultCount{r.Fault.String(), r.seen, r.hits})
	}
	return counts
}
