package report

import "kycmigrate/internal/kyc"

// census counts what the records are: which fields have a value, and the values
// that come from closed lists or are years. It is asked for every row, so it
// hashes no text and allocates nothing.
type census struct {
	records int64 // with at least one value
	filled  [kyc.NumFields]int64
	kinds   []tally // by kind
	birth   years
	issue   years
	expire  years
	expiry  expiry
}

func newCensus(m *Meta) census { return census{kinds: make([]tally, numKinds), expiry: newExpiry(m)} }

// add counts a record. One without values, of a row that could not be read or
// of the ledger, is of no kind.
func (c *census) add(rec *kyc.Record, held bool) {
	s, empty := &rec.Submission, true
	for field := range s {
		if s[field] != "" {
			c.filled[field]++
			empty = false
		}
	}
	if empty {
		return
	}
	c.records++
	t := &c.kinds[kindOf(s)]
	t.rows++
	if held {
		t.rejected++
	}
	c.birth.add(s[kyc.BirthDate], rec.Days.Birth)
	c.issue.add(s[kyc.IssueDate], rec.Days.Issue)
	c.expire.add(s[kyc.ExpireDate], rec.Days.Expire)
	c.expiry.add(s[kyc.ExpireDate], rec.Days.Expire)
}
