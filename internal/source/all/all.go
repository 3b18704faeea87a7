// Package all is the table of everything that can be read. It is apart from
// source so that the kinds can import the interface that they implement.
package all

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"kycmigrate/internal/source"
	"kycmigrate/internal/source/csvfile"
	"kycmigrate/internal/source/idngo"
	"kycmigrate/internal/source/jsonfile"
	"kycmigrate/internal/source/sqldb"
	"kycmigrate/internal/source/verifime"
	"kycmigrate/internal/source/xlsxfile"
)

// The kinds that settle speaks of.
const (
	kindCSV = "csv"
	kindSQL = "sql"
)

// kinds is the table of everything that can be read by itself.
var kinds = map[string]source.Opener{
	kindCSV: csvfile.Open,
	"tsv":   csvfile.Open,
	kindSQL: sqldb.Open,
	"xlsx":  xlsxfile.Open,
	"jsonl": jsonfile.Open,
	"idngo": idngo.Open,
}

// divisible are the kinds of which a stretch of bytes can be read.
var divisible = []string{kindCSV, "tsv"}

// kindByExt tells what a file is by its name.
var kindByExt = map[string]string{
	".csv": kindCSV, ".txt": kindCSV, ".tsv": "tsv", ".tab": "tsv",
	".xlsx": "xlsx", ".xlsm": "xlsx",
	".xls": "xlsx", ".xlsb": "xlsx", ".ods": "xlsx", // which says what to do about them
	".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
}

// joins is the table of the kinds that read another source beside their own.
var joins = map[string]func(source.Opener) source.Opener{
	"verifime": verifime.Over,
}

// packed are the extensions of what a file may be packed in.
var packed = []string{".gz", ".gzip", ".zst", ".zstd", ".zip"}

// Open opens a source and reads as far as its columns.
func Open(ctx context.Context, spec source.Spec) (source.Reader, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if spec.Path == "" {
		return nil, errors.New("no source was named; give --source a file, a pattern or a database")
	}
	if spec.Path == "-" {
		return nil, errors.New("standard input must be spooled to a file before it is opened")
	}
	if err := settle(&spec); err != nil {
		return nil, err
	}
	open, ok := kinds[spec.Kind]
	if over, joined := joins[spec.Kind]; joined {
		open, ok = over(Open), true
	}
	if !ok {
		return nil, fmt.Errorf("source kind %q is not known; known are %s", spec.Kind, strings.Join(Kinds(), ", "))
	}
	if !spec.Range.All() && !slices.Contains(divisible, spec.Kind) {
		return nil, fmt.Errorf("a source of kind %s is read as a whole; only %s can be read in parts", spec.Kind, strings.Join(divisible, " and "))
	}
	return open(ctx, spec)
}

// settle holds the kind that is stated against what the path is. A file whose
// name tells another form, such as the CSV rejects of a database, is read as
// what it is, and the options that are stated do not count for it.
func settle(spec *source.Spec) error {
	is := kindOf(spec.Path)
	switch {
	case spec.Kind == "":
		spec.Kind = KindOf(spec.Path)
	case is == spec.Kind:
	case is == kindSQL:
		return fmt.Errorf("the source is a database, and not of kind %s as stated; write source: {kind: sql, sql: {table: NAME}}", spec.Kind)
	case spec.Kind == kindSQL && is == "":
		spec.Kind, spec.Options = kindCSV, nil
	case is != "" && goesByName(spec.Kind) && family(is) != family(spec.Kind):
		spec.Kind, spec.Options = is, nil
	}
	return nil
}

// goesByName reports whether a file's name says more than the kind that was
// stated. A vendor's export has a form of its own in files of any name.
func goesByName(kind string) bool {
	return kind == kindSQL || slices.Contains(slices.Collect(maps.Values(kindByExt)), kind)
}

// family tells kinds apart that are read in different ways: csv and tsv are not.
func family(kind string) string { return strings.Replace(kind, "tsv", kindCSV, 1) }

// KindOf returns the kind of source that a path is taken for where none is
// stated.
func KindOf(path string) string {
	if kind := kindOf(path); kind != "" {
		return kind
	}
	return kindCSV
}

// KindFor returns the kind that Open reads a source as.
func KindFor(spec source.Spec) string {
	_ = settle(&spec) // an error is Open's to tell
	return spec.Kind
}

// kindOf tells what a path is: a database, or a file by its name within its
// compression; "" where nothing tells.
func kindOf(path string) string {
	if sqldb.IsDSN(path) {
		return kindSQL
	}
	ext := strings.ToLower(filepath.Ext(path))
	if slices.Contains(packed, ext) {
		return kindOf(path[:len(path)-len(ext)])
	}
	return kindByExt[ext]
}

// IsDSN reports whether a source is a database and not a file.
func IsDSN(path string) bool { return sqldb.IsDSN(path) }

// Exposed reports whether a DSN as it was typed holds a secret in plain text.
func Exposed(typed string) bool { return sqldb.Exposed(typed) }

// ExpandDSN puts the values of variables into a DSN; see sqldb.Expand.
func ExpandDSN(typed string, expand func(text string, fit func(string) string) string) string {
	return sqldb.Expand(typed, expand)
}

// Codes lists the codes of what the readers find in rows.
func Codes() []string {
	return []string{
		source.CodeRagged, source.CodeQuote, source.CodeTooLong, source.CodeEncoding, source.CodeBlank,
		jsonfile.CodeSyntax, jsonfile.CodeDuplicate, jsonfile.CodeNotObject, jsonfile.CodeTooDeep,
		xlsxfile.CodeCellError, xlsxfile.CodeCellFormula, xlsxfile.CodeCellUnreadable, xlsxfile.CodeCellDigits, xlsxfile.CodeCellMerged,
		xlsxfile.CodeCellOutside, xlsxfile.CodeRowHidden, xlsxfile.CodeRowAfterGap, xlsxfile.CodeRowOrder,
		idngo.CodeCompany, idngo.CodeNotDecided, idngo.CodeHeld, idngo.CodeDecisionMissing, idngo.CodeEmailMissing,
		idngo.CodeDocumentAmbiguous, idngo.CodeDocumentUnmapped, idngo.CodeDocumentFormat, idngo.CodeNameNotLatin,
		verifime.CodeNoEvent, verifime.CodeNotAssessed, verifime.CodeNoDecision, verifime.CodeHeld, verifime.CodeRepeated,
		verifime.CodeNoCustomer, verifime.CodeBadSignature, verifime.CodeBadEvent,
	}
}

// Kinds lists the kinds of source that can be read, sorted.
func Kinds() []string {
	names := slices.AppendSeq(slices.Collect(maps.Keys(kinds)), maps.Keys(joins))
	slices.Sort(names)
	return names
}
