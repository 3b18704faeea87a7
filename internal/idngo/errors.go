package idngo

import (
	"fmt"
	"time"
)

// Effect is what a failed call means for what comes next.
type Effect uint8

// The effects of a failure.
const (
	Gone      Effect = iota // the vendor does not have it, or not any more: final for this one
	Refused                 // the vendor will not give it, or not in this form: final for this one
	Transient               // nobody can say: try again
	Throttled               // too many calls: wait, then try again
	Denied                  // the vendor refuses us, and so every call
)

// Error is a call that failed. Its text holds no id and no path.
type Error struct {
	Effect     Effect
	Status     int           // of HTTP; 0 where no answer came
	Code       int           // the vendor's errorCode; 0 where there is none
	What       string        // what happened, in a few words
	RetryAfter time.Duration // that the vendor asks for; negative where it says nothing
	Err        error
}

// Error implements error.
func (e *Error) Error() string {
	text := e.What
	if e.Status > 0 {
		text += fmt.Sprintf(" (HTTP %d", e.Status)
		if e.Code > 0 {
			text += fmt.Sprintf(", code %d", e.Code)
		}
		text += ")"
	}
	return text
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }
