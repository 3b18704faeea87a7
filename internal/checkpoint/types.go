package checkpoint

import (
	"errors"
	"time"

	"kycmigrate/internal/kyc"
)

// MAC is a keyed fingerprint: the first 16 bytes of an HMAC-SHA-256 under the
// run directory's secret. The zero MAC means "no value".
type MAC [16]byte

// IsZero reports whether m stands for no value.
func (m MAC) IsZero() bool { return m == MAC{} }

// State is where a record stands in the ledger (exactly-once.md, States).
type State string

// The states of a record. A Sending found in a ledger just opened is a doubt:
// the process that sent it is gone.
const (
	New        State = ""            // not in the ledger; never stored
	Sending    State = "sending"     // intent durable, outcome unknown yet
	Posted     State = "posted"      // ARGOS has it, pictures to come
	Done       State = "done"        // ARGOS has it and every picture
	Incomplete State = "incomplete"  // ARGOS has it, a picture cannot be put now
	Refused    State = "refused"     // ARGOS refused it
	Unsent     State = "unsent"      // nothing was done; may be sent again
	Doubt      State = "doubt"       // sent, nobody could say yet
	Absent     State = "absent"      // sent, and believed not to be there; may be sent again
	Rejected   State = "rejected"    // refused by us before any call
	RolledBack State = "rolled_back" // taken back on purpose; never sent again unasked
	Abandoned  State = "abandoned"   // given up by the operator
)

// Open reports whether a record in this state may be in ARGOS without our
// knowing its id: nothing may be posted for it before a lookup is believed.
func (s State) Open() bool { return s == Sending || s == Doubt }

// Bound reports whether a record in this state has a submission in ARGOS.
func (s State) Bound() bool { return s == Posted || s == Done || s == Incomplete }

// Proof is what made us believe that a submission is ours.
type Proof string

// The proofs that bind a submission to a record.
const (
	ByAnswer   Proof = "answer"   // ARGOS answered our POST with its id
	ByMarker   Proof = "marker"   // it carries our keyed mark
	ByFields   Proof = "fields"   // every field that ARGOS returns is as we sent it
	ByOperator Proof = "operator" // an operator said so
)

// Class is what one lookup for a record found (exactly-once.md K2-K4).
type Class string

// The classes of a lookup's answer, worst last.
const (
	NotLooked     Class = ""
	CompleteEmpty Class = "complete-empty" // every page read, no candidate
	Ours          Class = "ours"           // a candidate with proof
	Maybe         Class = "maybe"          // a candidate that could be ours
	Inconclusive  Class = "inconclusive"   // proves nothing
)

// Prints are the fingerprints of one mapped record. Zero where absent.
type Prints struct {
	Key     MAC // the key's parts
	Folded  MAC // the key as it would be in its plainest spelling; Key where it is
	UserID  MAC // the userid as sent, as if it were a key of one part
	Person  MAC // full name and birth date
	Payload MAC // every field that would be sent
}

// Record is one line of the ledger: what is known of one key.
type Record struct {
	ID           int64
	Prints       Prints // as of the last attempt, or of the last rejection
	State        State
	Reason       string // code: why refused, rejected, in doubt, incomplete
	SubmissionID string
	Proof        Proof
	Attempts     int   // number of the last attempt, 0 if none
	Epoch        int64 // process that wrote the record last
	AuditDue     bool
	Doubled      bool
	Origin       kyc.Origin
	Images       kyc.ImageSet // pictures that ARGOS has; told by Find only
}

// Attempt is one POST of a record, append-only: from its intent to its end.
type Attempt struct {
	Record int64
	N      int   // from 1
	Epoch  int64 // process that sent it

	LookupBy    kyc.Field // kyc.UserID or kyc.Email; kyc.NoField if neither was sent
	LookupMAC   MAC       // of the value looked up by, as sent
	MarkerField kyc.Field // kyc.NoField without a marker
	Marker      string    // the mark as sent; it is no personal data
	// FieldMACs are the fingerprints of the fixed fields as sent, folded so
	// that a change of case or spacing in ARGOS does not hide them. Dropped
	// when the attempt closes.
	FieldMACs FieldMACs
	// ImagesMAC is the fingerprint of the pictures wanted, zero if none.
	ImagesMAC MAC

	SrvBefore  time.Time // newest server time seen before the intent; zero if none
	SrvEnd     time.Time // server time at our end of the call; zero if unknown (killed)
	Status     int       // HTTP status, 0 if none
	Effect     string    // how it ended: posted, refused, none, unknown, absent
	Code       string    // error code of the answer
	AppAnswer  bool      // the application itself answered: it will not commit later (N2)
	RequestIDs string    // space separated
	Lookups    int       // lookups made for this attempt
	LastClass  Class
	Candidates []string
	Closed     bool // the attempt's outcome is known
}

// Harmless reports that the attempt changed nothing in ARGOS, as far as its answer says.
func (a *Attempt) Harmless() bool { return a.Effect == effectRefused || a.Effect == effectNone }

// Ref names one attempt of one record: every change to the ledger is
// conditional on it and on the state it starts from.
type Ref struct {
	Record  int64
	Attempt int
}

// Intent is what is written before a POST: S1 of exactly-once.md.
type Intent struct {
	Prints  Prints
	Origin  kyc.Origin
	Attempt Attempt // N and Record are filled in by the ledger
	Audit   bool    // the record was believed absent: look again later (A1)
}

// End is how an attempt ended.
type End struct {
	SrvEnd     time.Time
	Status     int
	Code       string // error code; for refused it becomes the record's reason
	RequestIDs string
	AppAnswer  bool
}

// Image is one picture of a record.
type Image struct {
	Kind   kyc.ImageKind
	Digest MAC        // of the bytes
	State  ImageState // how far it is
	At     time.Time  // server time of the last ambiguous PUT; zero if none
	Reason string     // code, where it failed
}

// ImageState is how far a picture is.
type ImageState string

// The states of a picture.
const (
	ImageWanted  ImageState = "wanted"  // to be put
	ImageSending ImageState = "sending" // a PUT left, or was about to
	ImageDone    ImageState = "done"
	ImageFailed  ImageState = "failed"
	ImageRefused ImageState = "refused" // ARGOS refused it; Digest is of what was refused
)

// Summary is what a run directory's ledger holds, for status and for guards.
type Summary struct {
	ByState  map[State]int64
	AuditDue int64
	Doubled  int64
	// StaleRejects counts keys rejected by an earlier process that no later
	// one has seen.
	StaleRejects int64
	ImagesDone   int64
	ImagesOpen   int64
	CallsToday   int64
	Epoch        int64 // of the newest process
}

// Errors that callers tell apart. Each is wrapped with what to do.
var (
	// ErrLocked: another process works in this run directory.
	ErrLocked = errors.New("the run directory is in use by another process")
	// ErrGuard: the directory is not the one that the ledger was written in,
	// or a part of it is missing, older than the rest (O1, O2), or written by
	// another version of the program.
	ErrGuard = errors.New("the run directory does not fit its ledger")
	// ErrConflict: a change did not find the state it starts from.
	ErrConflict = errors.New("the ledger's record is not in the state expected")
	// ErrBound: the submission id is already bound to another record.
	ErrBound = errors.New("the submission is already bound to another record")
	// ErrClash: another record has the same folded key or userid.
	ErrClash = errors.New("another record has the same userid or key")
	// ErrClosed: an earlier write failed or the ledger was closed; nothing
	// more can be written.
	ErrClosed = errors.New("the ledger is closed")
)

// Rival is an open attempt of another record that would be looked up by the
// same value as the one asked about.
type Rival struct {
	Prints  Prints
	State   State
	Attempt Attempt
}
