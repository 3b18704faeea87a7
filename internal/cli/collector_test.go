package cli

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

func TestTheOperatorTunesTheCollector(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	for _, given := range []bool{true, false} {
		var pace gcPace
		pace.tune(func(name string) (string, bool) { return "", given && name == "GOGC" }, whileSending(64))
		want := map[bool]int{true: 100, false: whileSending(64).percent}[given]
		if got := debug.SetGCPercent(100); got != want {
			t.Errorf("GOGC given %t: %d, want %d", given, got, want)
		}
	}
}

func TestTheHeapGrowsWithinBounds(t *testing.T) {
	for live, want := range map[uint64]int{0: 300, 1 << 20: 300, 16 << 20: 300, 32 << 20: 100, 48 << 20: 33, 60 << 20: 20, 120 << 20: 10, 4 << 30: 5} {
		if got := whileReading.percentOf(live); got != want {
			t.Errorf("%d MiB in use: %d %%, want %d", live>>20, got, want)
		}
	}
}

func TestTheHeapOfManyCallsGrowsMore(t *testing.T) {
	for calls, want := range map[int]uint64{1: 24 << 20, 256: 24 << 20, 1024: 64 << 20} {
		if got := whileSending(calls).bytes; got != want {
			t.Errorf("%d calls in flight: %d bytes, want %d", calls, got, want)
		}
	}
}

// What is in use is looked at after every collection.
func TestThePaceFollowsTheHeap(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	var pace gcPace
	pace.tune(func(string) (string, bool) { return "", false }, whileReading)
	big := make([]byte, 160<<20)
	for deadline := time.Now().Add(10 * time.Second); ; {
		runtime.GC()
		pace.mu.Lock()
		set := pace.set
		pace.mu.Unlock()
		if set < whileReading.percent/2 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("with %d MiB in use the heap may grow by %d %%", len(big)>>20, set)
		}
		time.Sleep(time.Millisecond)
	}
	runtime.KeepAlive(big)
}
