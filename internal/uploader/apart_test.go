package uploader

import (
	"testing"
	"testing/synctest"
	"time"
)

// Dates of several machines show how far their clocks are apart; the second that a
// Date is rounded by, and time that passes, do not.
func TestSpread(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var c srvClock
		start := time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)
		saw := func(offset, want time.Duration) {
			t.Helper()
			c.saw(start.Add(offset).Truncate(time.Second))
			if got := c.spread(); got != want {
				t.Errorf("%v, want %v", got, want)
			}
		}
		saw(0, 0)
		saw(time.Second, 0)
		saw(0, 0) // rounded down
		time.Sleep(10 * time.Second)
		saw(11*time.Second, 0)
		saw(15*time.Second, 0) // a machine that is ahead
		saw(11*time.Second, 4*time.Second)
		saw(14*time.Second, 4*time.Second)
		saw(-time.Hour, mostApart)
	})
}
