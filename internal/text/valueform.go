package text

import "regexp"

// valueForms are forms of values that no column is called by: addresses of mail, dates, and
// numbers of accounts or papers.
var valueForms = regexp.MustCompile(`\S@\S+\.|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{6}`)

// IsValueLike reports whether a name looks like a value of a record rather than like what a
// column is called. Where one of a header does, no message may show any of them.
func IsValueLike(name string) bool { return valueForms.MatchString(name) }
