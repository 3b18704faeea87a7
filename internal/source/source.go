package source

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

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
)

// RejectColumns lists the columns that a rejects file has beside those of its
// source, in their order. A Reader drops them wherever they stand.
func RejectColumns() []string { return slices.Clone(rejectColumns) }

var rejectColumns = []string{"_error_code", "_error_field", "_error", "_how_to_fix"}

// Spec says what to read and how.
type Spec struct {
	// Path is a file, or a pattern (with **, {a,b}) for several files that are
	// read as one source, in the order of their names.
	Path string
	// Kind is "csv" or "tsv"; "" goes by the file's extension.
	Kind string
	// Options of the kind; absent, "" and "auto" leave the choice to the
	// reader. For csv: delimiter (a character, or comma, semicolon, tab, pipe),
	// encoding (a charset name), quote (`"` or none), header (first).
	Options map[string]string
}

// Reader reads one source from its first row to its last.
//
// To add a kind: implement Reader, enter it in the kinds table, and run
// sourcetest.Run over it. Read must fill as many rows as it has at hand without
// keeping a reference to them; each Row owns its memory. What is wrong with a
// single record is that row's Fault; an error ends the reading. Memory must not
// grow with the source. A Reader is used by one goroutine, except for Bytes,
// which may be called by any at any time.
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

// RejectWriter writes rows back as they were read, plus the reject columns.
// It is used by one goroutine.
type RejectWriter interface {
	// Write adds a row with those of its issues that reject it.
	Write(row *kyc.Row, issues []kyc.Issue) error
	// Close makes the file durable and puts it in its place; a file that stood
	// there is kept, see Rotate. When no row was written there is no file.
	Close() error
	// Abort removes what was written. After Close it does nothing.
	Abort() error
}

// opener opens the files of one kind.
type opener func(ctx context.Context, spec Spec) (Reader, error)

// kinds is the table of everything that can be read.
var kinds = map[string]opener{
	"csv": openCSV,
	"tsv": openCSV,
}

var kindByExt = map[string]string{
	".csv": "csv", ".txt": "csv", ".tsv": "tsv", ".tab": "tsv",
}

// Open opens a source and reads as far as its header.
func Open(ctx context.Context, spec Spec) (Reader, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if spec.Path == "" {
		return nil, fmt.Errorf("no source was named; give --source a file or a pattern")
	}
	if spec.Path == "-" {
		return nil, fmt.Errorf("standard input must be spooled to a file before it is opened")
	}
	if spec.Kind == "" {
		spec.Kind = kindByExt[strings.ToLower(filepath.Ext(spec.Path))]
	}
	if spec.Kind == "" {
		spec.Kind = "csv"
	}
	open, ok := kinds[spec.Kind]
	if !ok {
		return nil, fmt.Errorf("source kind %q is not known; known are %s", spec.Kind, strings.Join(kindNames(), ", "))
	}
	return open(ctx, spec)
}

func kindNames() []string {
	names := make([]string, 0, len(kinds))
	for name := range kinds {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
