package argos

import (
	"testing"
	"time"
)

// TestDates reads a Date header as it stands, whatever the one before was.
func TestDates(t *testing.T) {
	var d dates
	at := time.Date(2026, 11, 28, 23, 59, 59, 0, time.UTC)
	for range 2 {
		for text, want := range map[string]time.Time{
			"Sat, 28 Nov 2026 23:59:59 GMT":    at,
			"Sun, 29 Nov 2026 00:00:00 GMT":    at.Add(time.Second),
			"Saturday, 28-Nov-26 23:59:59 GMT": at,
			"":                                 {},
			"yesterday":                        {},
		} {
			if got := d.read(text); !got.Equal(want) {
				t.Errorf("%q: %v, want %v", text, got, want)
			}
		}
	}
}
