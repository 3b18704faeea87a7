package mapper

import (
	"cmp"
	"errors"
	"strings"
	"time"

	"kycmigrate/internal/kyc"
)

// DateReader returns what the step date of a mapping does with a text for a
// field, given its layouts and their calendar, "" for the Gregorian one:
// YYYY-MM-DD, and whether it is a date at all. The error says what is wrong with
// a layout.
func DateReader(f kyc.Field, layouts []string, calendar string, now time.Time) (func(text string) (iso string, known bool), error) {
	c, known := calendarByName(cmp.Or(calendar, gregorianName))
	if !known {
		return nil, errors.New(quote(calendar) + " is no calendar that is known; there are " + strings.Join(calendarNames(), ", "))
	}
	d := dates{century: centuryOf(f, now), national: c != nil}
	for _, text := range layouts {
		l, problem, fix := parseLayout(text, c)
		if problem != "" {
			return nil, errors.New(quote(text) + " " + problem + "; " + fix)
		}
		d.layouts = append(d.layouts, l)
	}
	return func(text string) (string, bool) {
		iso, v := d.read(text)
		return iso, v == accepted
	}, nil
}

// Parse reads and checks the bytes of a mapping file that would stand at path,
// as Load does.
func Parse(path string, data []byte, o LoadOptions) (*Mapping, error) { return parse(path, data, o) }
