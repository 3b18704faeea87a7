package uploader

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"
)

// callKind orders calls that wait for a permit: lookups go first, so that
// doubts are settled before more can arise (O10).
type callKind int

const (
	lookupCall callKind = iota
	imageCall
	postCall
	numCallKinds
)

// permits is the one dispatcher of calls: pace, pauses, daily budget and
// breaker are asked here and nowhere else. It has no goroutine: one waiting
// caller at a time holds the turn, waits for the limiter, and hands the turn
// on. So a pause or a change of rate holds for everything that is queued,
// which waiters inside a rate.Limiter would not notice.
type permits struct {
	limiter atomic.Pointer[rate.Limiter] // nil: unlimited, until the target asks for less
	full    rate.Limit                   // the configured rate; 0: none
	budget  *budget
	breaker *breaker
	worth   [numCallKinds]patience // while the target is away

	mu     sync.Mutex
	busy   bool
	queues [numCallKinds][]chan struct{}
	resume time.Time  // no call before this
	slowed time.Time  // when the rate was last lowered
	raised time.Time  // when it was last raised
	step   rate.Limit // by which it rises
	second time.Time  // when the current second of answers began
	this   answers    // those of it
	last   answers    // those of the one before
	hunger [numCallKinds]hunger
	all    hunger // of calls of any kind
}

// hunger is how long calls have met 429s and no other answer: less than since the first
// where nothing was asked.
type hunger struct {
	lasts time.Duration
	last  time.Time // when the last 429 came; zero: the last answer was another
}

// goesOn takes note of a 429.
func (h *hunger) goesOn(now time.Time) {
	if !h.last.IsZero() {
		h.lasts += min(now.Sub(h.last), mostBetween)
	}
	h.last = now
}

// kindLimit is how long calls of one kind may meet nothing but 429s while others are
// answered, which may have used up what the target allows.
const kindLimit = 3 * outageLimit

// answers are those of one second: 429s, and all others.
type answers struct{ refused, others int }

// newPermits makes the dispatcher of a run whose lookups are worth waiting for as long as
// looks says.
func newPermits(perSecond float64, b *budget, br *breaker, looks patience) *permits {
	p := &permits{
		budget: b, breaker: br, full: rate.Limit(perSecond),
		worth: [numCallKinds]patience{lookupCall: looks, imageCall: endless, postCall: endless},
	}
	if perSecond > 0 {
		p.pace(p.full, p.full/20)
	}
	return p
}

// pace gives calls a rate, which rises by step when it was lowered.
func (p *permits) pace(limit, step rate.Limit) {
	p.step = step
	p.limiter.Store(rate.NewLimiter(limit, max(1, int(limit/10))))
}

// paced reports whether calls have a rate.
func (p *permits) paced() bool { return p.limiter.Load() != nil }

// interval is the time from one call to the next at the configured rate, 0 without one.
func (p *permits) interval() time.Duration {
	if p.full <= 0 {
		return 0
	}
	return time.Duration(float64(time.Second) / float64(p.full))
}

// acquire waits until one call of the given kind may leave. It returns the
// context's error, or a *Stop when the budget or the breaker ends the run.
func (p *permits) acquire(ctx context.Context, kind callKind) error {
	for {
		if err := p.budget.admit(ctx, kind); err != nil {
			return err
		}
		if err := p.takeTurn(ctx, kind); err != nil {
			return err
		}
		granted, err := p.pass(ctx, kind)
		p.passTurn()
		if granted || err != nil {
			return err
		}
	}
}

// pass waits, holding the turn, for everything that may hold a call back. It
// reports false when the budget changed its mind meanwhile.
func (p *permits) pass(ctx context.Context, kind callKind) (bool, error) {
	if err := p.starved(kind); err != nil {
		return false, err
	}
	if err := p.breaker.await(ctx, p.worth[kind]); err != nil {
		return false, err
	}
	if l := p.limiter.Load(); l != nil {
		if err := l.Wait(ctx); err != nil {
			return false, p.breaker.withdraw(err)
		}
	}
	if err := p.awaitResume(ctx); err != nil {
		return false, p.breaker.withdraw(err)
	}
	if !p.budget.spend(kind) {
		return false, p.breaker.withdraw(nil)
	}
	return true, nil
}

// takeTurn waits for the turn, in order of kind and arrival.
func (p *permits) takeTurn(ctx context.Context, kind callKind) error {
	p.mu.Lock()
	if !p.busy {
		p.busy = true
		p.mu.Unlock()
		return nil
	}
	turn := make(chan struct{}, 1)
	p.queues[kind] = append(p.queues[kind], turn)
	p.mu.Unlock()
	select {
	case <-turn:
		return nil
	case <-ctx.Done():
		p.leaveQueue(kind, turn)
		return ctx.Err()
	}
}

// passTurn hands the turn to the next waiter, or lays it down.
func (p *permits) passTurn() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for kind := range p.queues {
		if q := p.queues[kind]; len(q) > 0 {
			p.queues[kind] = q[1:]
			q[0] <- struct{}{}
			return
		}
	}
	p.busy = false
}

// leaveQueue withdraws a waiter; if the turn was given to it just then, it is
// passed on.
func (p *permits) leaveQueue(kind callKind, turn chan struct{}) {
	p.mu.Lock()
	for i, t := range p.queues[kind] {
		if t == turn {
			p.queues[kind] = append(p.queues[kind][:i:i], p.queues[kind][i+1:]...)
			p.mu.Unlock()
			return
		}
	}
	p.mu.Unlock()
	p.passTurn()
}

// awaitResume waits until no pause is in force; a pause may be prolonged
// while we wait.
func (p *permits) awaitResume(ctx context.Context) error {
	for {
		p.mu.Lock()
		wait := time.Until(p.resume)
		p.mu.Unlock()
		if wait <= 0 {
			return ctx.Err()
		}
		if err := sleep(ctx, wait); err != nil {
			return err
		}
	}
}

// throttled takes note of a 429: every call pauses, and the rate is halved at
// most once a second, since a burst of answers speaks of one moment.
func (p *permits) throttled(kind callKind, pause time.Duration) {
	if p.slowDown(kind, pause) {
		p.budget.log.Event("warn", "too many calls for the target: everything pauses and the pace is lowered", "pause_ms", pause.Milliseconds())
	}
}

// starved returns a *Stop when the target has answered with nothing but 429 for as long
// as an outage may last, or calls of the kind for even longer.
func (p *permits) starved(kind callKind) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	what, limit := callNames[kind], kindLimit
	switch {
	case p.all.lasts > outageLimit:
		what, limit = "call", outageLimit
	case p.hunger[kind].lasts <= kindLimit:
		return nil
	}
	return &Stop{
		Kind: StopTarget, Code: "throttled",
		Message: fmt.Sprintf("the target has answered every %s of %s with too many calls (429)", what, limit),
		Hint:    "give a --rate, or a lower one; or find out who else uses up the project's calls. Then run the same command again; it continues where it stopped",
	}
}

var callNames = [numCallKinds]string{lookupCall: "lookup", imageCall: "picture", postCall: "submission"}

func (p *permits) slowDown(kind callKind, pause time.Duration) (slowed bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	p.hunger[kind].goesOn(now)
	p.all.goesOn(now)
	p.turn(now)
	p.this.refused++
	if until := now.Add(pause); until.After(p.resume) {
		p.resume = until
	}
	if now.Sub(p.slowed) < time.Second {
		return false
	}
	p.slowed = now
	p.slower()
	return true
}

// fewRefused is how many 429s of two seconds show nothing, though all answers were such: those
// of the first calls of a run may be somebody else's doing, and a run that takes them for the
// target's limit crawls.
const fewRefused = 4

// slower halves the rate, or, where there is none, gives one: half of what went through
// just now. A rate that nobody asked for there is only where most calls are refused: a few
// 429s among many answers are somebody else's doing. The caller holds the lock.
func (p *permits) slower() {
	l, refused, through := p.limiter.Load(), p.last.refused+p.this.refused, p.last.others+p.this.others
	switch {
	case p.full == 0 && refused <= through, l == nil && refused <= fewRefused:
		return
	case l == nil:
		half := max(1, rate.Limit(max(p.last.others, p.this.others))/2)
		p.pace(half, half/10)
		return
	}
	floor := rate.Limit(1)
	if p.full > 0 {
		floor = min(floor, p.full)
	}
	l.SetLimit(max(l.Limit()/2, floor))
}

// went takes note of a call that was answered without a 429: after a second
// without one the rate rises again by a step, up to the configured one.
func (p *permits) went(kind callKind) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fed(kind)
	l, now := p.limiter.Load(), time.Now()
	p.turn(now)
	p.this.others++
	if l == nil || p.full > 0 && l.Limit() >= p.full {
		return
	}
	if now.Sub(p.slowed) < time.Second || now.Sub(p.raised) < time.Second {
		return
	}
	p.raised = now
	limit := l.Limit() + p.step
	if p.full > 0 {
		limit = min(p.full, limit)
	} else { // nobody knows how fast it may be: what was found in a bad moment is left soon
		limit = max(limit, l.Limit()*11/10)
	}
	l.SetLimit(limit)
}

// unthrottled takes note of a call that failed otherwise than with a 429: that is an
// outage, which the breaker sees.
func (p *permits) unthrottled(kind callKind) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fed(kind)
}

// fed takes note of an answer that is no 429. The caller holds the lock.
func (p *permits) fed(kind callKind) { p.hunger[kind], p.all = hunger{}, hunger{} }

// turn begins a new second of answers when the last one is over. The caller holds the
// lock.
func (p *permits) turn(now time.Time) {
	if now.Sub(p.second) >= time.Second {
		p.second, p.last, p.this = now, p.this, answers{}
	}
}

// sleep waits, or returns the context's error.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
