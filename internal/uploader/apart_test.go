package uploader

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/sandbox"
)

// Dates of several machines show how far their clocks are apart; the second that a
// Date is rounded by, and time that passes, do not.
func TestSpread(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var c srvClock
		start := time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)
		saw := func(offset, want time.Duration) {
			t.Helper()
			c.saw(start.Add(offset).Truncate(time.Second), time.Now())
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
		asked := time.Now()
		time.Sleep(20 * time.Second)
		c.saw(start.Add(15*time.Second), asked) // read long after it was dated
		saw(35*time.Second, 4*time.Second)
		saw(-time.Hour, mostApart)
	})
}

// What a record is adopted late for, or a call takes, says nothing of the target's
// clocks: one machine has none to be apart.
func TestOneClockIsNotApart(t *testing.T) {
	for name, slow := range map[string]sandbox.Config{
		"lag":       {Latency: quick, Lag: 20 * time.Second},
		"long call": {Latency: 12 * time.Second},
	} {
		inBubble(t, name, func(t *testing.T) {
			w := newWorld(t, slow, 10)
			w.rate = 5
			w.fault("post:drop-before=#9", "post:drop-after=#10")
			w.run()
			ledger, err := checkpoint.Open(t.Context(), w.dir, checkpoint.Options{ReadOnly: true})
			if err != nil {
				t.Fatal(err)
			}
			text, err := ledger.Meta(t.Context(), metaEcho)
			if err != nil || !strings.Contains(text, `"Apart":0`) {
				t.Errorf("%s %v", text, err)
			}
			if err := ledger.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}
