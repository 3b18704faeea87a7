package kyc

import "time"

// Job is one record on its way through a handler that may need several calls
// for it. State belongs to the handler.
type Job struct {
	Record *Record
	State  any
}

// Step is what one call of a handler came to: the record's outcome, or, where
// it is nil, when the handler wants to be called again for the same job: as
// soon as it has room (Hold), or at a time. Again in the past means as soon as
// possible.
type Step struct {
	Outcome *Outcome
	Hold    bool
	Again   time.Time
}

// Waits reports whether the step has no outcome but says when to go on.
func (s Step) Waits() bool { return s.Outcome == nil && (s.Hold || !s.Again.IsZero()) }
