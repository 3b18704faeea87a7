package uploader

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"
)

// Bounds of the breaker.
const (
	failuresToPause = 20               // calls failed in a row before everything pauses
	outageLimit     = 10 * time.Minute // how long probes may fail before the run stops
	firstProbe      = time.Second
	lastProbe       = 30 * time.Second
	mostBetween     = 2 * lastProbe // what the time from one failure to the next counts at most: more of it was a wait
	// refusalsToJudge is how many clear answers to POSTs are needed before one
	// identical refusal of most of them can stop the run, and refusalsAlike
	// before one of all of them can.
	refusalsToJudge = 50
	refusalsAlike   = 8
)

// breaker sees what goes wrong for more than one record: the target is away,
// or it refuses nearly everything for one reason. While it is open one call at
// a time probes. Safe for concurrent use.
type breaker struct {
	log Logger

	mu      sync.Mutex
	fails   int
	cause   string        // of the last failure, in words
	opened  time.Time     // zero: closed
	failing time.Duration // how long probes have failed; less than since it opened where nothing was asked
	last    time.Time     // when a call failed last
	delay   time.Duration
	probeAt time.Time
	probing bool
	changed chan struct{} // closed whenever the state changes

	proven  bool // this directory has brought records into ARGOS: key, settings and mapping fit
	answers int64
	refused map[refusal]int64
}

// refusal is what a POST was refused for. hint tells what to do about it.
type refusal struct{ code, field, hint string }

func (r refusal) String() string { return strings.TrimSpace(r.code + " " + r.field) }

// refusedBody is the refusal of a body that could not be read: whatever is wrong
// with a row, its body can be.
const refusedBody = "invalid_payload"

func newBreaker(log Logger) *breaker {
	return &breaker{log: log, changed: make(chan struct{}), refused: map[refusal]int64{}}
}

// errOutOfTime is the error of a call that was not made, since nothing is worth waiting for
// any more (O11).
var errOutOfTime = errors.New("the target gave no sensible answer for as long as it was to be waited for")

// patience tells until when a call is worth waiting for; zero: as long as the run waits.
type patience func() time.Time

// endless is the patience of calls that the run waits for.
func endless() time.Time { return time.Time{} }

// await lets a call through: at once while closed, one at a time as a probe
// while open. It returns a *Stop when the outage has lasted too long, and errOutOfTime
// when the call is not worth waiting for.
func (b *breaker) await(ctx context.Context, worth patience) error {
	for {
		b.mu.Lock()
		until := worth()
		if !b.opened.IsZero() && !until.IsZero() && !time.Now().Before(until) {
			b.mu.Unlock()
			return errOutOfTime
		}
		wait, changed := b.hold()
		if wait == 0 {
			b.mu.Unlock()
			return nil
		}
		if b.failing > outageLimit {
			stop := outageStop(b.cause)
			b.mu.Unlock()
			return stop
		}
		b.mu.Unlock()
		if !until.IsZero() {
			wait = min(wait, time.Until(until))
		}
		if err := b.waitFor(ctx, wait, changed); err != nil {
			return err
		}
	}
}

// hold says how long to wait before looking again; 0 lets one call through.
// The caller holds the lock.
func (b *breaker) hold() (time.Duration, <-chan struct{}) {
	if b.opened.IsZero() {
		return 0, nil
	}
	if b.probing {
		return outageLimit, b.changed
	}
	if wait := time.Until(b.probeAt); wait > 0 {
		return wait, b.changed
	}
	b.probing = true
	return 0, nil
}

func (b *breaker) waitFor(ctx context.Context, d time.Duration, changed <-chan struct{}) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-changed:
	case <-ctx.Done():
		return ctx.Err()
	}
	return nil
}

// withdraw gives a probe back that was let through but never made, and
// returns err.
func (b *breaker) withdraw(err error) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.probing {
		b.probing = false
		b.signal()
	}
	return err
}

// ok takes note of a call that the target answered sensibly.
func (b *breaker) ok() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.fails = 0
	if !b.opened.IsZero() {
		b.log.Event("info", "the target answers again: calls go on", "outage_seconds", int64(time.Since(b.opened).Seconds()))
		b.opened, b.probing = time.Time{}, false
		b.signal()
	}
}

// failed takes note of a 5xx or a network error, and of its cause in words.
func (b *breaker) failed(cause string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.cause = cause
	b.fails++
	switch {
	case b.opened.IsZero() && b.fails >= failuresToPause:
		b.opened, b.delay, b.failing = time.Now(), firstProbe, 0
		b.log.Event("warn", "the target gives no sensible answer: everything pauses and one call at a time probes", "failures", b.fails, "last", cause)
	case b.opened.IsZero():
		return
	default:
		b.failing += min(time.Since(b.last), mostBetween)
		if b.probing {
			b.delay = min(2*b.delay, lastProbe)
		}
	}
	b.probing, b.last = false, time.Now()
	b.probeAt = time.Now().Add(b.delay)
	b.signal()
}

// reconsider has those who wait ask again how long it is worth it.
func (b *breaker) reconsider() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.signal()
}

// signal wakes who waits. The caller holds the lock.
func (b *breaker) signal() {
	close(b.changed)
	b.changed = make(chan struct{})
}

// created counts a POST that was answered with an id.
func (b *breaker) created() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.answers++
}

// refuse counts a POST that was refused. It returns a *Stop when it is the
// mapping or the project rather than the rows: one identical refusal stands for
// four answers in five or, sooner, for every single one. Of a directory that has
// created records before, the few rows of a run may all be wrong in one field;
// only a body that cannot be read is suspicious then.
func (b *breaker) refuse(r refusal) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.answers++
	b.refused[r]++
	n := b.refused[r]
	most := b.answers >= refusalsToJudge && n*5 >= b.answers*4
	all := n >= refusalsAlike && n == b.answers && (!b.proven || r.code == refusedBody)
	if !most && !all {
		return nil
	}
	return &Stop{
		Kind: StopTarget, Code: "same_refusal",
		Message: fmt.Sprintf("ARGOS refused %d of %d records for the same reason: %s", n, b.answers, r),
		Hint:    "this is the mapping or the project's settings rather than the rows: " + r.hint + "; then try a few with --limit and --retry-refused",
	}
}

// alike returns the refusal that every POST of this process met, where it may
// be the mapping or the project rather than the rows; 0 where it may not.
func (b *breaker) alike() (r refusal, n int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for r, n = range b.refused {
		if n == b.answers && (r.code == refusedBody || n > 1 && !b.proven) {
			return r, n
		}
	}
	return refusal{}, 0
}

func outageStop(cause string) *Stop {
	return &Stop{
		Kind: StopTarget, Code: "target_unavailable",
		Message: fmt.Sprintf("the target has not given one sensible answer for %s; the last was: %s", outageLimit, cause),
		Hint:    "check the network and the target's status, then run the same command again; it continues where it stopped",
	}
}
