package cli

import (
	"context"
	"sync"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/pipeline"
)

// waiting hands records on to a handler and notes which of them wait for their time, so that
// the display can say that the run waits, and for how long.
type waiting struct {
	pipeline.Handler
	mu     sync.Mutex
	inside int // calls of Handle under way
	until  map[*kyc.Job]time.Time
}

func newWaiting(h pipeline.Handler) *waiting {
	return &waiting{Handler: h, until: map[*kyc.Job]time.Time{}}
}

// leastWait is how long a record must wait to be told of: what is tried again at once is work.
const leastWait = time.Second

// Handle implements pipeline.Handler.
func (w *waiting) Handle(ctx context.Context, job *kyc.Job) (kyc.Step, error) {
	w.mu.Lock()
	w.inside++
	delete(w.until, job)
	w.mu.Unlock()
	step, err := w.Handler.Handle(ctx, job)
	w.mu.Lock()
	w.inside--
	if err == nil && step.Outcome == nil && time.Until(step.Again) >= leastWait {
		w.until[job] = step.Again
	}
	w.mu.Unlock()
	return step, err
}

// Finish implements pipeline.Handler.
func (w *waiting) Finish(ctx context.Context, job *kyc.Job) *kyc.Outcome {
	w.mu.Lock()
	delete(w.until, job)
	w.mu.Unlock()
	return w.Handler.Finish(ctx, job)
}

// state is how many records wait, until when the first and the last of them do, and whether
// nothing else goes on.
func (w *waiting) state() (n int64, first, last time.Time, alone bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, at := range w.until {
		if first.IsZero() || at.Before(first) {
			first = at
		}
		if at.After(last) {
			last = at
		}
	}
	return int64(len(w.until)), first, last, w.inside == 0
}
