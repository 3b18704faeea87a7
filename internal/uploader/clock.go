package uploader

import (
	"sync"
	"time"
)

// srvClock keeps the target's time as its Date headers tell it. Ages and waits
// count in server time only; our own wall clock may be wrong, and is used for
// nothing but the time that passed (monotonic) since an answer came.
// Safe for concurrent use.
type srvClock struct {
	mu    sync.Mutex
	date  time.Time     // newest Date seen
	seen  time.Time     // our clock when it came
	first time.Time     // first Date of this process
	apart time.Duration // how far Dates were seen to be apart
}

// saw notes the Date of the answer to a call that began at a moment of our clock; a
// Date of zero is ignored.
func (c *srvClock) saw(date, began time.Time) {
	if date.IsZero() {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.first.IsZero() {
		c.first = date
	}
	// An answer may be read long after it was dated, but it is dated after it was asked for.
	if behind := c.date.Add(began.Sub(c.seen)).Sub(date); !c.date.IsZero() && behind > time.Second {
		c.apart = max(c.apart, min(behind, mostApart))
	}
	if date.After(c.date) {
		c.date, c.seen = date, time.Now()
	}
}

// mostApart bounds what clocks of one target are believed to be apart.
const mostApart = time.Minute

// spread is how far a Date was seen to be behind what another one says of the moment
// at which it was asked for, beyond the second that it is rounded by: the machines of
// the target tell different times.
func (c *srvClock) spread() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.apart
}

// newest is the newest Date seen, zero if there was none (S2).
func (c *srvClock) newest() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.date
}

// stale reports that the newest Date was seen longer ago than d. It says nothing
// of a target that sends none.
func (c *srvClock) stale(d time.Duration) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return !c.date.IsZero() && time.Since(c.seen) > d
}

// started is the first Date that this process saw, zero if none yet (N2).
func (c *srvClock) started() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.first
}

// latest is the latest that the server's clock can show now: Date has whole
// seconds, so up to one more has passed. Zero if no Date was seen.
func (c *srvClock) latest() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.date.IsZero() {
		return time.Time{}
	}
	return c.date.Add(time.Since(c.seen) + time.Second)
}

// now is the server's time as well as we know it: its own, or ours where no
// Date was ever seen. It serves the day of the budget, never a proof.
func (c *srvClock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.date.IsZero() {
		return time.Now().UTC()
	}
	return c.date.Add(time.Since(c.seen)).UTC()
}
