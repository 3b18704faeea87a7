package uploader

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"kycmigrate/internal/argos"
)

// call makes one call, and learns what the answer says about the target as a
// whole. The slot comes first: with its permit the call leaves at once.
func (u *Uploader) call(ctx context.Context, kind callKind, do func(context.Context) (argos.Meta, error)) error {
	if kind != lookupCall { // lookups are few, and settle what holds others up
		if err := u.enter(); err != nil {
			return err
		}
		defer u.leave()
	}
	if err := u.permits.acquire(u.soft, kind); err != nil {
		return err
	}
	return u.callNow(ctx, kind, do)
}

// enter takes one of the slots that bound the POSTs and PUTs under way; leave
// gives it back.
func (u *Uploader) enter() error {
	select { // with one case it costs a third
	case u.slots <- struct{}{}:
		return nil
	default:
	}
	select {
	case u.slots <- struct{}{}:
		return nil
	case <-u.soft.Done():
		return u.soft.Err()
	}
}

func (u *Uploader) leave() { <-u.slots }

// callNow makes one call for which a permit was given.
func (u *Uploader) callNow(ctx context.Context, kind callKind, do func(context.Context) (argos.Meta, error)) error {
	u.calls.Add(1)
	began := time.Now()
	meta, err := do(ctx)
	u.clock.saw(meta.Date, began)
	var fault *argos.Error
	switch {
	case err == nil:
		u.took(time.Since(began))
		u.breaker.ok()
		u.permits.went(kind)
	case errors.As(err, &fault):
		u.clock.saw(fault.Date, began)
		u.learn(kind, fault)
		if fault.Unsent { // no call of anybody's quota
			u.calls.Add(-1)
			u.permits.budget.refund()
		}
	}
	return err
}

// took follows how long calls take, for the ledger. That a call is now and then
// forgotten where two end at once does no harm. While the number of POSTs in
// flight still grows, the ledger is told of no time that it could use: each commit
// is waited for then.
func (u *Uploader) took(d time.Duration) {
	const smoothing = 16 // calls that the figure remembers
	was := u.callTime.Load()
	now := was + (int64(d)-was)/smoothing
	u.callTime.Store(now)
	if u.flight.growing() {
		now = 0
	}
	u.ledger.SetCallTime(time.Duration(now))
}

// learn takes from a failed call what it says about the target as a whole.
func (u *Uploader) learn(kind callKind, fault *argos.Error) {
	switch {
	case fault.Code == faultBadCall:
		_ = u.breaker.withdraw(nil) // it says nothing about the target
	case fault.Scope == argos.QuotaScope:
		u.breaker.ok()
		u.permits.budget.exceeded()
		u.log.Event("warn", "the target says that the daily limit is exceeded")
	case fault.Scope == argos.ThrottleScope:
		u.breaker.ok()
		u.permits.throttled(kind, throttlePause(fault.RetryAfter))
	case fault.Status == 0 || fault.Status >= 500:
		u.permits.unthrottled(kind)
		u.breaker.failed(fault.Error())
	default:
		u.breaker.ok()
		u.permits.went(kind)
	}
}

// throttlePause is how long everything pauses after a 429: what the target says,
// else a short jittered while.
func throttlePause(retryAfter time.Duration) time.Duration {
	if retryAfter > 0 {
		return retryAfter
	}
	return 200*time.Millisecond + rand.N(300*time.Millisecond)
}

// backoff is the wait before try n+1 of a call: full jitter between 0.2 s and
// a bound that doubles up to 10 s.
func backoff(n int) time.Duration {
	bound := min(10*time.Second, 400*time.Millisecond<<min(n, 6))
	return 200*time.Millisecond + rand.N(bound-200*time.Millisecond)
}

// runStop turns a failure that is nobody's record's into a *Stop.
func runStop(fault *argos.Error) *Stop {
	message := "the target refuses every call: " + fault.Code
	if text, ok := runFaults[fault.Code]; ok {
		message = text
	}
	return &Stop{Kind: StopTarget, Code: fault.Code, Message: message, Hint: fault.Hint, Err: fault}
}

var runFaults = map[string]string{
	"invalid_admin":   "the admin is not a registered admin of the project",
	"invalid_project": "the API key's project is not valid",
	"tls_failed":      "the target's certificate is not one that this machine trusts",
}
