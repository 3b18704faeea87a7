package argos

import (
	"strconv"
	"strings"
)

// Effect says what a failed call did to ARGOS.
type Effect uint8

// The effects of a failure (exactly-once.md S4). The zero value is the one
// that is never acted upon lightly.
const (
	// Unknown: the request may have been executed, or still be. Look it up;
	// never send it again blindly.
	Unknown Effect = iota
	// None: nothing was done. The request may be sent again as it is.
	None
	// Refused: ARGOS turned this record down for good. Sending the same again
	// gives the same answer.
	Refused
)

var effectNames = [...]string{"unknown", "none", "refused"}

// String returns "unknown", "none" or "refused".
func (e Effect) String() string {
	if int(e) >= len(effectNames) {
		return ""
	}
	return effectNames[e]
}

// Scope says how far a failure reaches.
type Scope uint8

// The scopes of a failure.
const (
	// RecordScope: this call only.
	RecordScope Scope = iota
	// RunScope: every further call would fail in the same way (key, admin,
	// project, allow list, base URL). Stop.
	RunScope
	// ThrottleScope: too many calls a second. Slow down, all of you.
	ThrottleScope
	// QuotaScope: the calls of the day are used up.
	QuotaScope
)

var scopeNames = [...]string{"record", "run", "throttle", "quota"}

// String returns "record", "run", "throttle" or "quota".
func (s Scope) String() string {
	if int(s) >= len(scopeNames) {
		return ""
	}
	return scopeNames[s]
}

// Error is every failure of a call. None of its texts holds a value of a
// record, the key, or words of the server: it may be logged.
type Error struct {
	Op     string // the call, e.g. "PUT /submission/image"
	Effect Effect
	Scope  Scope
	// Code is a stable name of what happened: an errorCode of the API as
	// documented, or one of this package (docs/OPERATING.md), such as
	// "ip_not_allowed", "timeout" or "http_502".
	Code string
	// Field is the body field or picture the answer named, in the API's
	// spelling; "" if it named none that is known.
	Field string
	Meta
	// Unsent: nothing of the call has left us, so it counts against no quota.
	Unsent bool
	// AppAnswer: the application behind the gateway has answered, so its work
	// on this request is over, whatever came of it.
	AppAnswer bool
	// Unreadable: the status was 2xx but no whole submission id, or no whole
	// page, could be read from it.
	Unreadable bool
	// Hint says what to do next, in one plain sentence without a final stop.
	Hint string
	// Err is the cause where there is one, cleared of all foreign text.
	Err error
}

// Error says what happened to which call, with status, code and field.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("ARGOS ")
	b.WriteString(e.Op)
	b.WriteString(": ")
	b.WriteString(explain(e.Code).what)
	b.WriteString(" (")
	if e.Status > 0 {
		b.WriteString("HTTP ")
		b.WriteString(strconv.Itoa(e.Status))
		b.WriteString(", ")
	}
	b.WriteString(e.Code)
	if e.Field != "" {
		b.WriteString(", field ")
		b.WriteString(e.Field)
	}
	b.WriteByte(')')
	if e.Err != nil {
		b.WriteString(": ")
		b.WriteString(e.Err.Error())
	}
	return b.String()
}

// Unwrap returns the cause, or nil.
func (e *Error) Unwrap() error { return e.Err }
