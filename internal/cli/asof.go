package cli

import (
	"errors"
	"time"

	"github.com/spf13/pflag"
)

// dayValue is the value of a flag that is a day; the zero one was not given.
type dayValue struct{ time.Time }

// Set implements pflag.Value.
func (d *dayValue) Set(s string) (err error) {
	if d.Time, err = time.Parse(time.DateOnly, s); err != nil {
		return errors.New("must be a day such as 2026-12-31")
	}
	return nil
}

// String implements pflag.Value.
func (d *dayValue) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Format(time.DateOnly)
}

// Type implements pflag.Value.
func (d *dayValue) Type() string { return "day" }

func asOfFlag(f *pflag.FlagSet, v *flags) {
	f.Var(&v.asOf, "as-of", "the `day` of the cutover, by which documents have expired and persons are of age (default today)")
}

// day is the day to judge records by.
func (v *flags) day(today time.Time) time.Time {
	if v.asOf.IsZero() {
		return today
	}
	return v.asOf.Time
}
