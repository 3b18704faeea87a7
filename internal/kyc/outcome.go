package kyc

import "time"

// Status is how a row ended in this invocation. Each row read has exactly one.
type Status uint8

// The terms of the accounting identity, in its order. Ready stands beside
// them in a dry run: the record could be sent.
const (
	Created      Status = iota // posted by this invocation, pictures in
	Already                    // done before; no call was made for it
	Updated                    // changed in ARGOS by this invocation (delta sync)
	Rejected                   // we refused it: data to mend
	Refused                    // ARGOS refused it, now or earlier and unchanged since
	Failed                     // nothing was done; tried again next time
	Incomplete                 // posted, but a picture is missing
	InDoubt                    // nobody could say whether ARGOS has it
	Excluded                   // left out by rule
	NotAttempted               // the run ended before it
	Ready                      // dry run: would be sent

	NumStatuses
)

var statusNames = [NumStatuses]string{
	"created", "already", "updated", "rejected", "refused", "failed",
	"incomplete", "in_doubt", "excluded", "not_attempted", "ready",
}

// String returns the status's key in --json and in the files.
func (s Status) String() string {
	if s >= NumStatuses {
		return ""
	}
	return statusNames[s]
}

// StatusByName finds a status by its key.
func StatusByName(name string) (Status, bool) {
	for s, n := range statusNames {
		if n == name {
			return Status(s), true
		}
	}
	return 0, false
}

// Outcome is how one row ended. The collector receives exactly one for each
// row read, tied to it by Record.Row, never by position.
type Outcome struct {
	Status       Status
	Record       *Record // never nil; its Row is never nil
	SubmissionID string  // where known
	// Issues says why the record is rejected, refused, failed, incomplete or
	// in doubt, and holds its warnings. It includes Record.Issues.
	Issues  []Issue
	Images  int  // pictures put by this invocation
	Held    int  // pictures that ARGOS has of the record by now
	Changed bool // in ARGOS, but the mapped record differs from what was sent
	Doubled bool // more than one submission of ours is known for this record
	// TakenOver: an earlier invocation had sent it, of which the ledger may know nothing
	// any more, and this one found it in ARGOS and sent nothing. Of Created only.
	TakenOver bool
	Doubt     *Doubt // set when Status is InDoubt
}

// Doubt is what an operator needs to decide on a record in doubt. It carries
// no personal data.
type Doubt struct {
	Reason     string    // stable code, e.g. "possible_candidate", "timeout"
	Candidates []string  // submission ids that could be this record
	FirstSent  time.Time // server time before the first ambiguous attempt; zero if unknown
	LastSent   time.Time // server time at the end of the last one; zero if unknown
	RequestIDs []string  // ids of the calls concerned, for ARGOS support
	Lookups    int       // lookups made so far
}

// Counts is the accounting of one invocation: how many rows ended how.
type Counts struct {
	Read     int64
	ByStatus [NumStatuses]int64
	// AlreadyChanged counts those in ARGOS whose mapped record differs from what
	// was sent: of Already, and of Created where a lookup found what an earlier
	// invocation had sent.
	AlreadyChanged int64
	// Doubled counts records with more than one submission of ours.
	Doubled int64
	// TakenOver counts those of Created that an earlier invocation had sent and this one
	// found in ARGOS.
	TakenOver int64
	// Images counts pictures put.
	Images int64
	// Warnings counts rows with at least one warning.
	Warnings int64
}

// Add counts one outcome. Read is counted by the reader, apart.
func (c *Counts) Add(o *Outcome) {
	c.ByStatus[o.Status]++
	c.Images += int64(o.Images)
	if o.Changed {
		c.AlreadyChanged++
	}
	if o.Doubled {
		c.Doubled++
	}
	if o.TakenOver {
		c.TakenOver++
	}
	for i := range o.Issues {
		if o.Issues[i].Severity == Warn {
			c.Warnings++
			break
		}
	}
}

// Balanced reports whether every row read ended in exactly one outcome:
// the accounting identity. An unbalanced run is a bug of ours.
func (c *Counts) Balanced() bool {
	var sum int64
	for _, n := range c.ByStatus {
		sum += n
	}
	return sum == c.Read
}
