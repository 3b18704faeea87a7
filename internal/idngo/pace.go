package idngo

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/cenkalti/backoff/v5"
	"golang.org/x/time/rate"
)

const (
	triesTransient = 6
	triesThrottled = 20
)

// pace spaces calls out and makes all of them wait where the vendor asks for
// it. It may be used by many goroutines.
type pace struct {
	limiter *rate.Limiter
	mu      sync.Mutex
	until   time.Time // no call before
}

func newPace(perSecond float64) *pace {
	limit := rate.Limit(perSecond)
	if perSecond <= 0 {
		limit = rate.Inf
	}
	return &pace{limiter: rate.NewLimiter(limit, 1)}
}

// hold makes all calls wait.
func (p *pace) hold(d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if until := time.Now().Add(d); until.After(p.until) {
		p.until = until
	}
}

// wait waits for the turn of a call.
func (p *pace) wait(ctx context.Context) error {
	if err := p.limiter.Wait(ctx); err != nil {
		return err
	}
	for {
		p.mu.Lock()
		left := time.Until(p.until)
		p.mu.Unlock()
		if left <= 0 {
			return nil
		}
		if err := sleep(ctx, left); err != nil {
			return err
		}
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// try makes a call until it succeeds or there is no use in trying again. The
// waiting ends with soft; a call under way does not.
func (p *pace) try(soft context.Context, call func() error) error {
	waits := backoff.NewExponentialBackOff()
	waits.InitialInterval, waits.MaxInterval = 300*time.Millisecond, time.Minute
	for transient, throttled := 0, 0; ; {
		if err := p.wait(soft); err != nil {
			return err
		}
		err := call()
		var e *Error
		if !errors.As(err, &e) {
			return err
		}
		pause := waits.NextBackOff()
		switch e.Effect {
		case Throttled:
			if throttled++; throttled == triesThrottled {
				return err
			}
			if e.RetryAfter >= 0 {
				pause = e.RetryAfter
			}
			p.hold(pause)
		case Transient:
			if transient++; transient == triesTransient {
				return err
			}
			if err := sleep(soft, pause); err != nil {
				return err
			}
		default:
			return err
		}
	}
}
