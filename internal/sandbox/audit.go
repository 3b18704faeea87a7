package sandbox

import (
	"maps"
	"slices"
	"sync"
	"time"
)

// Call is one received call in the audit log. Nothing of the query or of the
// body stands in it.
type Call struct {
	Seq      uint64        `json:"seq"` // in order of arrival, from 1
	Time     time.Time     `json:"time"`
	Took     time.Duration `json:"took"` // nanoseconds
	Endpoint Endpoint      `json:"endpoint,omitempty"`
	Method   string        `json:"method"`
	Path     string        `json:"path"`
	Status   int           `json:"status"`          // 0: the connection was reset
	Code     string        `json:"code,omitempty"`  // error code, or the gateway's message
	Fault    string        `json:"fault,omitempty"` // the fault that struck
	Bytes    int64         `json:"bytes"`           // of the request's body
}

// audit counts every call, and remembers the last ones.
type audit struct {
	mu      sync.Mutex
	ring    []Call // in order of completion
	next    int    // where the next one goes once the ring is full
	size    int
	seq     uint64
	last    uint64 // calls that ended
	flying  int
	highest int // most in flight
	recent  []time.Time
	busiest int // most arrivals in any second
	totals  map[tally]int64
}

type tally struct {
	endpoint Endpoint
	status   int
}

func newAudit(size int) *audit {
	return &audit{size: size, totals: make(map[tally]int64)}
}

// begin gives the call its number and its time of arrival; under one lock, so
// that the two agree.
func (a *audit) begin(c *call, now func() time.Time) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.seq++
	c.seq, c.arrived = a.seq, now()
	a.flying++
	a.highest = max(a.highest, a.flying)
	gone := 0
	for gone < len(a.recent) && c.arrived.Sub(a.recent[gone]) >= time.Second {
		gone++
	}
	a.recent = append(a.recent[gone:], c.arrived)
	a.busiest = max(a.busiest, len(a.recent))
}

func (a *audit) end(c *call, out answer, now time.Time) {
	entry := Call{
		Seq: c.seq, Time: c.arrived, Took: now.Sub(c.arrived), Method: c.method, Path: c.path,
		Status: out.status, Code: out.code, Fault: c.fault, Bytes: c.bytes,
	}
	if c.route != nil {
		entry.Endpoint = c.route.name
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.flying--
	a.last++
	a.totals[tally{entry.Endpoint, out.status}]++
	if len(a.ring) < a.size {
		a.ring = append(a.ring, entry)
		return
	}
	a.ring[a.next] = entry
	a.next = (a.next + 1) % a.size
}

// Calls lists the remembered calls that have ended, in order of arrival: the
// last Config.AuditSize of them.
func (s *Sandbox) Calls() []Call {
	s.audit.mu.Lock()
	calls := slices.Clone(s.audit.ring)
	s.audit.mu.Unlock()
	slices.SortFunc(calls, func(a, b Call) int {
		if a.Seq < b.Seq {
			return -1
		}
		return 1
	})
	return calls
}

// forget starts the counting anew; numbers go on.
func (a *audit) forget() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.ring, a.next, a.last, a.recent = nil, 0, 0, nil
	a.highest, a.busiest = a.flying, 0
	clear(a.totals)
}

// CallTotals counts all calls since the start or the last reset, without bound.
type CallTotals struct {
	Endpoint Endpoint `json:"endpoint"` // empty: no such route
	Status   int      `json:"status"`   // 0: the connection was reset
	Count    int64    `json:"count"`
}

func (a *audit) snapshot() (totals []CallTotals, ended uint64, flying, highest, busiest int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, t := range slices.SortedFunc(maps.Keys(a.totals), func(x, y tally) int {
		if x.endpoint != y.endpoint {
			return slices.Compare([]byte(x.endpoint), []byte(y.endpoint))
		}
		return x.status - y.status
	}) {
		totals = append(totals, CallTotals{t.endpoint, t.status, a.totals[t]})
	}
	return totals, a.last, a.flying, a.highest, a.busiest
}
