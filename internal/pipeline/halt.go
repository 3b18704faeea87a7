package pipeline

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

// halt is how the goroutines of one run hear that it is ending, and where the
// first error is kept. There are two ways to end early: softly (no more is
// read, what is under way comes to its outcome) and now.
type halt struct {
	now     context.Context // the caller's: done means leave now
	reading context.Context // done as soon as no more is to be read, for whatever reason
	cancel  context.CancelFunc
	unhook  func() bool

	mu  sync.Mutex
	err error
}

// newHalt ends softly when soft is done and at once when now is done.
func newHalt(now, soft context.Context) *halt {
	h := &halt{now: now}
	h.reading, h.cancel = context.WithCancel(now)
	h.unhook = context.AfterFunc(soft, h.cancel)
	return h
}

// release frees what newHalt took.
func (h *halt) release() {
	h.unhook()
	h.cancel()
}

// fail ends the run softly with err as its result. The first error stands.
func (h *halt) fail(err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.err == nil && h.now.Err() == nil {
		h.err = err
	}
	h.cancel()
}

// stopping reports whether the run is ending, softly or at once.
func (h *halt) stopping() bool { return h.reading.Err() != nil }

// leaving reports whether the run is to end at once.
func (h *halt) leaving() bool { return h.now.Err() != nil }

// readError takes what ended the reading early. A reader that was told to
// stop says so with its context's error, which is none of ours.
func (h *halt) readError(err error) {
	stopped := errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
	if h.stopping() && stopped {
		return
	}
	h.fail(err)
}

// result is the error of the run, once all its goroutines have ended.
func (h *halt) result() error {
	if h.err != nil {
		return h.err
	}
	return h.now.Err()
}

// audit is result, with the check that every row read had its outcome.
func (h *halt) audit(read, added int64) error {
	err := h.result()
	if read == added || h.leaving() {
		return err
	}
	return errors.Join(err, fmt.Errorf("%w: %d rows were read but %d outcomes reached the report", ErrInternal, read, added))
}
