package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"kycmigrate/internal/checkpoint"
)

// Error is an error for the person who must act: what happened, and what to do
// next. It holds no value of a record.
type Error struct {
	Code    string // stable, for scripts: the "code" of --json
	Message string // what happened and where
	Hint    string // what to do next; may be empty
	Exit    int    // exit code it stands for
	Err     error  // cause; may be nil
}

// Error returns the message.
func (e *Error) Error() string { return e.Message }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// usage is an error of the command line, the environment or a file that the
// operator wrote: nothing more is sent.
func usage(code, hint, format string, args ...any) *Error {
	err := fmt.Errorf(format, args...)
	return &Error{Code: code, Message: err.Error(), Hint: hint, Exit: ExitUsage, Err: errors.Unwrap(err)}
}

// internal is an error that no operator could have avoided by the command
// line: a bug of ours, or a machine that would not do its part.
func internal(err error) *Error {
	return &Error{
		Code:    "internal",
		Message: once(err.Error()),
		Hint:    "run the same command again: it continues where it stood. If it ends the same way, report it with run.log",
		Exit:    ExitInternal,
		Err:     err,
	}
}

// unreadable says of an error that ended the reading of a source that it is the
// source's: neither this program nor another try can mend it. The end of the
// source, and of ctx, are no such errors.
func unreadable(ctx context.Context, err error) error {
	if err == nil || err == io.EOF || ctx.Err() != nil {
		return err
	}
	return usage("source_unreadable", "mend the source, fetch it again or bring its database back, then run the same command: what was sent is skipped", "%w", err)
}

// diskFull is an error that room on the disk mends, and nobody but its owner.
func diskFull(err error) *Error {
	return &Error{
		Code:    "disk_full",
		Message: once(err.Error()),
		Hint:    "free some space on that disk, then run the same command again",
		Exit:    ExitInternal,
		Err:     err,
	}
}

// once drops the lines of joined errors that say the same again: a ledger that
// has closed tells everyone who asks why.
func once(text string) string {
	var kept []string
	for line := range strings.SplitSeq(text, "\n") {
		if !slices.Contains(kept, line) {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// asError returns err as an *Error, an internal one where it is not typed. A
// full disk goes before what it was met by: that is not the fault of a file or
// a flag.
func asError(err error) *Error {
	if err == nil {
		return nil
	}
	var e *Error
	typed := errors.As(err, &e)
	switch {
	case checkpoint.DiskFull(err) && !(typed && e.Code == "disk_full"):
		return diskFull(err)
	case typed:
		return e
	}
	return internal(err)
}

// interrupted says that a signal ended the run before it had finished.
func interrupted() *Error {
	return &Error{Code: "interrupted", Message: "interrupted by a signal", Hint: "run the same command to continue", Exit: ExitInterrupted}
}
