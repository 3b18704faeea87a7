package uploader

import (
	"context"
	"time"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// Ledger is what the record loop needs of checkpoint.Ledger. Every method is
// safe for concurrent use. A method that changes the ledger returns only when
// the change is durable, or with an error that stops the run; each change is
// conditional on the Ref's attempt and on the state it starts from, and
// returns checkpoint.ErrConflict otherwise.
type Ledger interface {
	// Print returns the keyed fingerprint of parts within a domain; zero when
	// every part is empty. Parts are length-prefixed, so ("a,b") and ("a","b")
	// differ.
	Print(domain string, parts ...string) checkpoint.MAC
	// Epoch numbers this process among all that worked in the run directory.
	Epoch() int64

	// Empty reports whether the ledger held no record when it was opened.
	Empty() bool
	// Find looks records up by the MACs of their keys: one entry for each key,
	// in order, with ID 0 where the ledger has none.
	Find(ctx context.Context, keys []checkpoint.MAC) ([]checkpoint.Record, error)
	// Clash finds another record than the one with prints.Key that has the
	// same folded key or userid; ID 0 if there is none. Rejected records do
	// not clash.
	Clash(ctx context.Context, prints checkpoint.Prints) (checkpoint.Record, error)
	// Attempts lists the attempts of a record, oldest first.
	Attempts(ctx context.Context, record int64) ([]checkpoint.Attempt, error)
	// Owners tells which of the submission ids are known, and of which record.
	// One that is in doubt is not bound to it, but was shown to own it (Disown).
	Owners(ctx context.Context, submissions []string) (map[string]checkpoint.Record, error)
	// Rivals lists the open attempts (state sending or doubt) of other records
	// than the given one that would be looked up by the same value.
	Rivals(ctx context.Context, lookup checkpoint.MAC, except int64) ([]Rival, error)
	// SetCallTime tells how long the target's calls take at present.
	SetCallTime(d time.Duration)
	// Tidy tells that no new record comes. Nothing waits for it.
	Tidy()
	// OpenCount counts records in state sending or doubt.
	OpenCount(ctx context.Context) (int64, error)
	// OpenRecords lists the records in state sending or doubt.
	OpenRecords(ctx context.Context) ([]checkpoint.Record, error)

	// Intend makes the intent of a POST durable: it creates the record if the
	// ledger has none, moves it to sending and adds attempt n+1. It starts
	// from new, rejected, refused, unsent or absent (the state in from).
	// checkpoint.ErrClash if another record has its folded key or userid.
	Intend(ctx context.Context, from checkpoint.State, intent checkpoint.Intent) (checkpoint.Ref, error)
	// Restamp renews the server time of an intent that has not been sent.
	Restamp(ctx context.Context, ref checkpoint.Ref, srvBefore time.Time) error
	// Post binds a submission to its record: sending or doubt becomes posted,
	// or done when there are no images. others are further submissions of ours
	// found with it; with any the record is doubled. ErrBound if an id belongs
	// to another record.
	Post(ctx context.Context, ref checkpoint.Ref, id string, proof checkpoint.Proof, end checkpoint.End, images []checkpoint.Image, others []string) error
	// Refuse closes the attempt as refused by ARGOS. If an earlier attempt of
	// the record is still open the record is in doubt instead.
	Refuse(ctx context.Context, ref checkpoint.Ref, end checkpoint.End) error
	// Unsend closes the attempt as not executed: nothing was done. If an
	// earlier attempt is still open the record is in doubt instead.
	Unsend(ctx context.Context, ref checkpoint.Ref, end checkpoint.End) error
	// Doubt records that nobody can say how the attempt ended. candidates are
	// the submissions that the answer itself named.
	Doubt(ctx context.Context, ref checkpoint.Ref, end checkpoint.End, reason string, candidates ...string) error
	// Ended records the server time by which an attempt had ended whose end
	// nobody saw.
	Ended(ctx context.Context, ref checkpoint.Ref, by time.Time) error
	// Looked records what a lookup found while the record stays in doubt, and
	// the reason it is in doubt for.
	Looked(ctx context.Context, ref checkpoint.Ref, class checkpoint.Class, candidates []string, reason string) error
	// Absent closes the open attempts of a record in doubt: a lookup was
	// believed (N1-N4).
	Absent(ctx context.Context, ref checkpoint.Ref) error
	// Adopt binds a submission to a record without an open attempt (cautious
	// mode): new, rejected, refused, unsent or absent (from) becomes posted,
	// or done.
	Adopt(ctx context.Context, from checkpoint.State, prints checkpoint.Prints, origin kyc.Origin, id string, proof checkpoint.Proof, images []checkpoint.Image, others []string) (int64, error)
	// Disown takes a submission away from the record that is bound to it by the
	// given proof, which is in doubt then. heir, if not 0, is the record that
	// the submission was shown to belong to.
	Disown(ctx context.Context, record int64, id string, proof checkpoint.Proof, reason string, heir int64) error
	// Reject notes that a key was refused by us in this process. It does not
	// wait, and changes nothing for a record that is open, bound or refused.
	Reject(ctx context.Context, prints checkpoint.Prints, origin kyc.Origin, code string) error

	// Images lists the pictures of a record.
	Images(ctx context.Context, record int64) ([]checkpoint.Image, error)
	// PutImages writes the state of pictures of a bound record.
	PutImages(ctx context.Context, record int64, images []checkpoint.Image) error
	// Complete moves a bound record to done or incomplete, with a reason code,
	// and writes the state of its pictures.
	Complete(ctx context.Context, record int64, to checkpoint.State, reason string, images ...checkpoint.Image) error

	// Audited clears the record's audit mark; others are further submissions
	// of ours that the audit found.
	Audited(ctx context.Context, record int64, others []string) error

	// Calls returns how many calls were counted on a UTC day (YYYY-MM-DD).
	Calls(ctx context.Context, day string) (int64, error)
	// CountCalls adds to the calls of a UTC day. It does not wait: the count
	// is durable with the next change, and at Close.
	CountCalls(day string, n int64)

	// Meta reads a named value of the run directory, "" if it has none.
	Meta(ctx context.Context, name string) (string, error)
	// SetMeta makes a named value durable.
	SetMeta(ctx context.Context, name, value string) error
}

// Rival is an open attempt of another record that would be looked up by the
// same value.
type Rival = checkpoint.Rival
