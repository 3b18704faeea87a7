package uploader

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// reservePerDoubt is how many calls are kept back for each record whose
// outcome may still have to be looked up (O10).
const reservePerDoubt = 4

// budget counts every call against the daily quota of the key (contracts.md
// A0.2). The day is the server's, UTC. POSTs leave a reserve, so that what is
// in flight or in doubt can still be settled today. Safe for concurrent use.
type budget struct {
	quota   int64 // calls a day; 0: unlimited
	stop    bool  // end the run instead of waiting for the next day
	clock   *srvClock
	ledger  Ledger
	log     Logger
	unknown func() int64 // records in flight or in doubt
	moving  func() bool  // some of them are being settled: the reserve will shrink

	mu     sync.Mutex
	day    string
	told   string // day for which the log was told
	used   int64
	before time.Time // the target itself said "Limit Exceeded": no call before this
}

const dayLayout = "2006-01-02"

// later is the error of a call that the day's budget does not admit: the
// record comes back then, and keeps no worker waiting.
type later struct{ until time.Time } // by our clock

func (l *later) Error() string { return "the daily quota is used up" }

// recheck is when a POST that only the reserve keeps back asks again.
const recheck = time.Second

// admit returns nil if the day's budget admits a call of the kind, else a
// *later, or a *Stop where the run is to end instead.
func (b *budget) admit(ctx context.Context, kind callKind) error {
	wait, err := b.shortage(ctx, kind)
	if err != nil || wait <= 0 {
		return err
	}
	if wait == recheck {
		return &later{until: time.Now().Add(wait)}
	}
	if b.stop {
		return b.quotaStop()
	}
	b.tell(wait)
	return &later{until: time.Now().Add(wait)}
}

// tell logs a wait once.
func (b *budget) tell(wait time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.told == b.day {
		return
	}
	b.told = b.day
	b.log.Event("warn", "the daily quota is used up: the run waits for the next day (UTC)", "seconds", int64(wait.Seconds()))
}

// shortage returns how long to wait before a call of the kind may be made, 0
// if it may be made now.
func (b *budget) shortage(ctx context.Context, kind callKind) (time.Duration, error) {
	now := b.clock.now()
	if err := b.rollOver(ctx, now); err != nil {
		return 0, err
	}
	reserve := b.reserve(kind)
	b.mu.Lock()
	defer b.mu.Unlock()
	if wait := b.before.Sub(now); wait > 0 {
		return wait, nil
	}
	if b.quota == 0 || b.used+reserve < b.quota {
		return 0, nil
	}
	if b.used < b.quota && b.moving() {
		return recheck, nil
	}
	return nextDay(now).Sub(now), nil
}

// reserve is what must stay unused before a call of the kind: the POST that
// asks counts among those that may have to be looked up.
func (b *budget) reserve(kind callKind) int64 {
	if kind != postCall || b.quota == 0 {
		return 0
	}
	return min(reservePerDoubt*(b.unknown()+1), b.quota/2)
}

// spend counts one call, unless the budget no longer admits it.
func (b *budget) spend(kind callKind) bool {
	reserve := b.reserve(kind)
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.quota > 0 && b.used+reserve >= b.quota {
		return false
	}
	b.used++
	b.ledger.CountCalls(b.day, 1)
	return true
}

// refund takes back a call that was spent and of which nothing left us.
func (b *budget) refund() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.used = max(0, b.used-1)
	b.ledger.CountCalls(b.day, -1)
}

// rollOver begins a new server day with what the ledger has counted for it.
func (b *budget) rollOver(ctx context.Context, now time.Time) error {
	day := now.Format(dayLayout)
	b.mu.Lock()
	defer b.mu.Unlock()
	if day == b.day {
		return nil
	}
	used, err := b.ledger.Calls(ctx, day)
	if err != nil {
		return err
	}
	b.day, b.used = day, used
	return nil
}

// exceeded takes note of the target's own "Limit Exceeded". Just after the
// day began its counter may lag: then it is tried again each minute (O10).
func (b *budget) exceeded() {
	now := b.clock.now()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.before = nextDay(now)
	if midnight := now.Truncate(24 * time.Hour); now.Sub(midnight) < 10*time.Minute {
		b.before = now.Add(time.Minute)
	}
}

// nextDay is when the next server day may be used: a minute after it began.
func nextDay(now time.Time) time.Time {
	return now.Truncate(24 * time.Hour).Add(24*time.Hour + time.Minute)
}

func (b *budget) quotaStop() *Stop {
	b.mu.Lock()
	defer b.mu.Unlock()
	message := fmt.Sprintf("the daily quota of %d calls is used up for this run directory", b.quota)
	if !b.before.IsZero() {
		message = "the target says that the calls of this day are used up"
	}
	return &Stop{
		Kind: StopQuota, Code: "daily_quota", Message: message,
		Hint: "run the same command again after 00:01 UTC; it continues where it stopped",
	}
}
