package kyc

import (
	"strconv"
	"strings"
)

// Origin says where a row stands in its source, for people: it names no
// value of the row and may be logged.
type Origin struct {
	File string // name of the file (or table) as the operator gave it
	Line int64  // physical line where the row starts, from 1; 0 if it has none
	Row  int64  // data row within the file, from 1, the header not counted
}

// String is "file:line", or "file row n" where the source has no lines.
func (o Origin) String() string {
	if o.Line > 0 {
		return o.File + ":" + strconv.FormatInt(o.Line, 10)
	}
	return o.File + " row " + strconv.FormatInt(o.Row, 10)
}

// Row is one record of a legacy source as it was read. It owns its memory and stays
// valid after the reader moved on, but in a pass that lends memory to the reader: who
// keeps a text of such a row, or of its record, copies it.
type Row struct {
	Seq    int64    // position in the whole source, from 0; defines "first read"
	Origin Origin   // where it stands
	Cells  []string // UTF-8 values by column of the source; nil when Fault is set
	Raw    string   // the row as it stood in the source, for the rejects file; format is the reader's own
	Fault  *Issue   // why the row could not be read into cells; nil when it could
	Issues []Issue  // what its reader found about a row that it could read
	Valid  bool     // its reader has seen that each cell is valid UTF-8
	// Returned: it was rejected before, and comes from a file of such rows. What its
	// source has beside them is not there to be compared with.
	Returned bool
}

// Key identifies a record in the legacy system: one part for each key column,
// trimmed and in Unicode NFC, none empty. A Key with no parts is unknown: its
// row could not be read, or a part was empty.
type Key struct{ Parts []string }

// Known reports whether the key can identify a record.
func (k Key) Known() bool { return len(k.Parts) > 0 }

// String joins the parts for a person to read. It is a legacy identifier and
// so personal data: it belongs in results.csv, issues.csv and nowhere else. A single part
// stands as it is; several are joined by "|", with "|" and "\" in a part
// escaped by "\", so that different keys stay different.
func (k Key) String() string {
	if len(k.Parts) == 1 {
		return k.Parts[0]
	}
	escape := strings.NewReplacer(`\`, `\\`, `|`, `\|`)
	parts := make([]string, len(k.Parts))
	for i, p := range k.Parts {
		parts[i] = escape.Replace(p)
	}
	return strings.Join(parts, "|")
}

// Picture is a file that a record wants uploaded.
type Picture struct {
	// Path is the cleaned path of the file relative to the mapping's image
	// root; "" means no picture. It may carry personal data.
	Path string
	// Size is the file's size in bytes, known after validation.
	Size int64
}

// Prints are keyed fingerprints, made under the secret of a run directory, of a record's
// key and of all that would be sent.
type Prints struct {
	Key, Payload [16]byte
	Made         bool
}

// Record is one person on the way into ARGOS: what the mapper made of a Row.
type Record struct {
	Row        *Row
	Key        Key
	Submission Submission
	Pictures   [NumImages]Picture
	Issues     []Issue // from mapping and validation, in the order found
	// Excluded is the code of the rule of the mapping by which the record is
	// left out; "" where it is not. Such a record is never sent, and nobody has
	// anything to mend in it.
	Excluded string
	// BehindExcluded: an earlier row of the source, which a rule of the mapping leaves out,
	// has the key.
	BehindExcluded bool
	// Sound are fields of whose value it is known that no rule about one value
	// alone has anything to say; Plain those whose value is known to be printable
	// ASCII; Clean those that go beyond ASCII and are known to be valid UTF-8
	// without control characters and U+FFFD. Who filled them in has seen to that,
	// and the validator need not look again. Fields in none may be so as well.
	Sound, Plain, Clean FieldSet
	// Days are the dates of the submission whose text is known to be a day of the
	// calendar, in the form YYYY-MM-DD: who filled them in has read them.
	Days Days
	// Usual are numbers that are sound as those of the one country that the record is
	// of, and Odd those that are of no kind that is known there. The validator fills
	// them in, for who compares records with each other.
	Usual, Odd FieldSet
	// Titled are names that have a title in them, likewise: where many have one, a
	// source writes names so.
	Titled FieldSet
	// Prints are the record's fingerprints, where they are made ahead of who needs them.
	Prints Prints
}

// Add appends an issue.
func (r *Record) Add(i Issue) { r.Issues = append(r.Issues, i) }

// Rejected reports whether any issue keeps the record from being sent.
func (r *Record) Rejected() bool {
	for i := range r.Issues {
		if r.Issues[i].Severity == Reject {
			return true
		}
	}
	return false
}

// Returned reports whether the record's row was rejected before.
func (r *Record) Returned() bool { return r.Row != nil && r.Row.Returned }

// Withheld reports whether the record must not be sent as it is: it is
// rejected, or excluded by a rule.
func (r *Record) Withheld() bool { return r.Excluded != "" || r.Rejected() }

// HasPictures reports whether at least one picture is wanted.
func (r *Record) HasPictures() bool { return r.Wanted() != 0 }

// Wanted tells which pictures are wanted.
func (r *Record) Wanted() (set ImageSet) {
	for k := range NumImages {
		if r.Pictures[k].Path != "" {
			set = set.With(k)
		}
	}
	return set
}
