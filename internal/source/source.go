package source

import (
	"context"

	"kycmigrate/internal/kyc"
)

// MaxRecord is the most bytes that one record may take in its source.
const MaxRecord = 1 << 20

// Codes of the Fault of a row that could not be read.
const (
	CodeRagged   = "row_ragged"   // more or fewer cells than the header
	CodeQuote    = "row_quote"    // a quote is not closed, or stands where it may not
	CodeTooLong  = "row_too_long" // a line longer than MaxRecord
	CodeEncoding = "row_encoding" // bytes the encoding does not know, or NUL
	CodeBlank    = "row_blank"    // a row without a value in any column
)

// Spec says what to read and how.
type Spec struct {
	// Path is a file, a pattern (with **, {a,b}) for several files that are
	// read as one source in the order of their names, or for SQL a DSN with its
	// variables expanded. A DSN is a secret: no message may hold it.
	Path string
	// Name is how the file is called in places and messages, where its path is none
	// to tell, such as that of a copy of standard input; "" is the path.
	Name string
	// Kind is the kind of source; "" goes by the path. Where the path names a
	// file of another kind than the mapping expects, such as the CSV rejects of
	// an SQL source, the file decides.
	Kind string
	// Options of the kind, by the names that docs/SOURCES.md lists; absent, ""
	// and "auto" leave the choice to the reader. Nested options are joined by
	// dots. They may hold secrets.
	Options map[string]string
	// AsSource is how the source was written that a rejects file comes from, as the Reader
	// of it told (see Dialected): it decides what a file so short does not tell by itself.
	// It says nothing of any other file.
	AsSource map[string]string
	// Key names the columns that identify a record, where they are known.
	Key []string
	// Columns names the columns that the caller is going to read, nil where it
	// wants whatever there is. A format without a header offers these beside
	// those it finds at the beginning of the source.
	Columns []string
	// Likeliest says that nothing states what to read of a source with several tables and
	// nothing is sent: the one that looks like the table of records is taken, where a run
	// takes the first.
	Likeliest bool
	// Pictures names the columns that pictures are taken from. A source that
	// holds pictures itself puts names into their cells; see Pictures.
	Pictures []string
	// Keys is the part of the source to be read, for sources that can be read
	// by key; the zero value is all of it.
	Keys KeyRange
	// Range is the part of the source to read, zero for the whole. A kind that
	// cannot read a part refuses it.
	Range Range
	// Temp is a private directory for files that a reader needs for a while,
	// swept at the start of a run; "" is the system's.
	Temp string
}

// Reader reads one source from its first row to its last.
//
// To add a kind: implement Reader in a package of its own below this one, enter
// it in the table of source/all, and run sourcetest.Run over it. Read must fill
// as many rows as it has at hand without keeping a reference to them, which Fill
// does where rows come one by one; each Row owns its memory. What is wrong with
// a single record is that row's Fault; an error ends the reading. Memory must
// not grow with the source. A Reader is used by one goroutine at a time, except
// for Bytes, which may be called by any at any time.
type Reader interface {
	// Columns returns the names of the columns, unique and in the order of
	// Row.Cells. The reject columns are not among them.
	Columns() []string
	// Warnings lists what an operator should know about the source as a whole.
	Warnings() []string
	// Read fills rows from the start and returns how many; after the last row
	// it returns io.EOF. Rows returned beside an error are good. The array
	// behind the Cells that a row comes with is used again where it fits: who
	// keeps the cells of a row hands in another row next time.
	Read(ctx context.Context, rows []kyc.Row) (int, error)
	// Digest is the hex SHA-256 of the bytes taken from the source so far: at
	// io.EOF, of all its files one after the other.
	Digest() string
	// Bytes is the number of bytes taken from the source so far.
	Bytes() int64
	// Size is the number of bytes of the whole source, 0 where unknown.
	Size() int64
	// RejectsExt is the extension of a rejects file of this source, such as
	// ".csv".
	RejectsExt() string
	// NewRejects starts a rejects file that will stand at path once closed. It
	// may be used after the Reader's end and after Close.
	NewRejects(path string) (RejectWriter, error)
	// Close releases the source. It may be called twice.
	Close() error
}

// Borrower is a Reader that can lay the texts of rows into memory that its caller
// uses again, which spares the copy of each that Read makes.
type Borrower interface {
	Reader
	// ReadInto does what Read does, but that the texts of rows may lie in memory,
	// which belongs to the caller: it holds nothing that the Reader still wants, and
	// the rows are good until the caller writes into it.
	ReadInto(ctx context.Context, rows []kyc.Row, memory []byte) (int, error)
}

// Opener opens sources of one kind and reads as far as their columns.
type Opener func(ctx context.Context, spec Spec) (Reader, error)

// RejectWriter writes rows back as they were read, plus the reject columns.
// It is used by one goroutine.
type RejectWriter interface {
	// Write adds a row with those of its issues that reject it. Of the row it goes
	// by Raw and Fault alone.
	Write(row *kyc.Row, issues []kyc.Issue) error
	// Close makes the file durable and puts it in its place; a file that stood
	// there is kept, see Rotate. When no row was written there is no file.
	Close() error
	// Abort removes what was written. After Close it does nothing.
	Abort() error
}
