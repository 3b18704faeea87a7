package argos

import (
	"io"
	"time"

	"kycmigrate/internal/kyc"
)

// Meta is what the headers of an answer say. It is the zero value where no
// answer came.
type Meta struct {
	Status     int           // HTTP status; 0 without an answer
	Date       time.Time     // the server's clock (UTC, whole seconds); zero if absent
	RequestID  string        // the gateway's name for the call, for ARGOS support; "" if absent
	Age        time.Duration // time the answer spent in a cache; above 0 it proves nothing
	RetryAfter time.Duration // how long to wait by the server's wish; 0 if absent
}

// Reply is the answer to a successful POST or PUT.
type Reply struct {
	SubmissionID string // set by Submit; never empty there
	Meta
}

// Image is one picture to put.
type Image struct {
	Kind kyc.ImageKind
	// Size is the number of bytes that Open will give. A file that holds more
	// or fewer when it is read ends the call with Effect None.
	Size int64
	// Open opens the file. It is called once for each PutImages, when the
	// picture's turn has come, from the goroutine that writes the request.
	// What it returns is closed before PutImages returns.
	Open func() (io.ReadCloser, error)
}

// Query asks for one page of submissions: either those with one userid or
// e-mail, or one by its id. A query with an empty value is refused, because
// it would list every submission of the project.
type Query struct {
	By           kyc.Field // kyc.UserID or kyc.Email; kyc.NoField with SubmissionID set
	Value        string    // the exact value By must have
	SubmissionID string
	Next         *PageKey // from the page before; nil for the first page
	Count        int      // items a page; 0 means DefaultCount
}

// DefaultCount is the page size of a Query that names none (contracts.md A3).
const DefaultCount = 50

// PageKey names the page after a page. It is comparable, so that a repeated
// one can be noticed.
type PageKey struct{ ID, CreatedAt string }

// Page is one page of submissions.
type Page struct {
	Items []Item
	// HasItems: the answer held an array named "Items", as documented. Only
	// then does the absence of an item mean anything.
	HasItems bool
	Next     *PageKey // nil on the last page; an empty page need not be the last
	Meta
}

// Item is one submission as GET returns it. Anything in it may be missing:
// nothing is known for certain of the shape of deleted items.
type Item struct {
	// ID is "" where the item has none that a call could name: it is missing,
	// longer than 256 bytes, or has control characters or space around it.
	ID            string
	Email, UserID string
	CreatedAt     time.Time // UTC; zero if absent or unreadable
	// Values holds every field that the item returns, by kyc.FieldInfo.Echo
	// and the older spellings. A field returned empty is there with "".
	Values  map[kyc.Field]string
	Images  map[kyc.ImageKind]bool // the pictures that the submission has
	Deleted bool                   // the item says that it was deleted
}
