package uploader

import (
	"context"
	"io"
	"time"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// Client is what the record loop needs of argos.Client. Each method makes
// exactly one call. Safe for concurrent use.
type Client interface {
	Submit(ctx context.Context, s *kyc.Submission) (argos.Reply, error)
	PutImages(ctx context.Context, submissionID, idType string, images []argos.Image) (argos.Reply, error)
	Find(ctx context.Context, q argos.Query) (argos.Page, error)
}

// Logger takes events for the run's log: a level (debug, info, warn, error), a
// sentence, and pairs of name and value. No value is personal data. Safe for
// concurrent use.
type Logger interface {
	Event(level, msg string, pairs ...any)
}

// Config is what an Uploader works with and by which rules of pace.
type Config struct {
	Client Client
	Ledger Ledger
	Log    Logger
	// OpenPicture opens a picture by the path that its record names, and tells
	// its size in bytes. The reader is closed by the caller.
	OpenPicture func(path string) (io.ReadCloser, int64, error)
	// Soft is cancelled by the first signal: nothing more is sent, what is in
	// flight ends by itself (O11).
	Soft context.Context

	Marker kyc.Field // custom field that carries the keyed mark, or kyc.NoField

	Rate        float64 // calls a second, 0 for unlimited
	Concurrency int     // POSTs in flight, and pictures, at the most
	DailyQuota  int64   // calls a UTC day, 0 for unlimited
	StopOnQuota bool    // end with a *Stop instead of waiting for the next day

	Settle       []time.Duration // waits between lookups
	CommitWindow time.Duration   // W of exactly-once.md
	Lag          time.Duration   // L of exactly-once.md
	DoubtTimeout time.Duration   // after the last POST, doubts are left to the operator

	LookFirst    bool // cautious mode: look every record up before its first POST
	RetryRefused bool // send again what ARGOS refused, changed or not
	AuditAlone   bool // audits are made even if nothing else is (A1)
	NoPreflight  bool // make no lookups before the first POST

	// Binding is what the run directory is bound to at the first accepted
	// POST (invariant 7).
	Binding Binding
	// Scout is what the dry-run pass before this run has seen; nil without one.
	Scout *Scout

	rules *rules // nil: all of them
}

// Binding is what may not change by mistake between invocations in one run
// directory.
type Binding struct {
	Target     string         // base URL
	Project    string         // ARGOS_PROJECT_ID, "" if not given
	Credential checkpoint.MAC // fingerprint of the API key
	KeyColumns string         // the mapping's key
	// SameProject is the operator's word that a changed API key belongs to the
	// same project.
	SameProject bool
	// Encrypted says that submissions are sent encrypted. A directory that sent some
	// so sends none in the clear, unless Plain, the operator's word, says that the
	// project takes them so now.
	Encrypted, Plain bool
}

// StopKind says what a Stop means for the exit code.
type StopKind int

// The kinds of Stop.
const (
	StopConfig StopKind = iota // nothing more may be sent as things are: exit 2
	StopTarget                 // the target stopped the run: exit 5
	StopQuota                  // paused for quota: exit 6
)

// Stop is an error that ends the run, with a diagnosis for the operator. It
// is no record's outcome (invariant 11).
type Stop struct {
	Kind    StopKind
	Code    string // stable name
	Message string // what happened, one sentence
	Hint    string // what to do next
	Err     error
}

func (s *Stop) Error() string { return s.Message }

func (s *Stop) Unwrap() error { return s.Err }

// LookupRoom is how many lookups should have room beside Config.Concurrency, so
// that doubts are settled while every place for a POST is taken.
const LookupRoom = 4

// placesFor is how many records may be on their way to a POST, for a number of
// POSTs under way: while one waits for its answer the intent of the next is
// made durable, so that the target need not wait for our disk.
func placesFor(concurrency int) int { return concurrency + concurrency/2 }

// WorkersFor is how many workers a run needs, for a number of POSTs under way:
// one for each place, and others for records that have landed, whose outcome is
// being made durable.
func WorkersFor(concurrency int) int { return placesFor(concurrency) + concurrency/2 + 2*LookupRoom }

const (
	maxTries     = 8    // attempts of one call per record and run
	maxAmbiguous = 6    // attempts per record and run that ended in doubt (N4)
	maxDoubts    = 2000 // open doubts beyond which nothing more is posted (S5)
	maxPutBytes  = 3_300_000
	canaryEvery  = 500
)
