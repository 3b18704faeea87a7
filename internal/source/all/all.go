// Package all is the table of everything that can be read. It is apart from
// source so that the kinds can import the interface that they implement.
package all

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"kycmigrate/internal/source"
	"kycmigrate/internal/source/csvfile"
	"kycmigrate/internal/source/sqldb"
)

// kindSQL is the kind of a source that is a database.
const kindSQL = "sql"

// kinds is the table of everything that can be read.
var kinds = map[string]source.Opener{
	"csv":   csvfile.Open,
	"tsv":   csvfile.Open,
	kindSQL: sqldb.Open,
}

var kindByExt = map[string]string{
	".csv": "csv", ".txt": "csv", ".tsv": "tsv", ".tab": "tsv",
}

// Open opens a source and reads as far as its columns.
func Open(ctx context.Context, spec source.Spec) (source.Reader, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if spec.Path == "" {
		return nil, errors.New("no source was named; give --source a file or a pattern")
	}
	if spec.Path == "-" {
		return nil, errors.New("standard input must be spooled to a file before it is opened")
	}
	if err := settleDatabase(&spec); err != nil {
		return nil, err
	}
	if spec.Kind == "" {
		spec.Kind = kindByExt[strings.ToLower(filepath.Ext(spec.Path))]
	}
	if spec.Kind == "" {
		spec.Kind = "csv"
	}
	open, ok := kinds[spec.Kind]
	if !ok {
		return nil, fmt.Errorf("source kind %q is not known; known are %s", spec.Kind, strings.Join(Kinds(), ", "))
	}
	return open(ctx, spec)
}

// settleDatabase holds the kind against the path: a DSN is a database, and
// where the mapping is of a database but the path is a file, such as its
// rejects, the file decides and the options of the database do not count.
func settleDatabase(spec *source.Spec) error {
	database := sqldb.IsDSN(spec.Path)
	switch {
	case database && spec.Kind != "" && spec.Kind != kindSQL:
		return fmt.Errorf("--source is a database, but the mapping says that the source is of kind %s; write source: {kind: sql, sql: {table: NAME}}", spec.Kind)
	case database:
		spec.Kind = kindSQL
	case spec.Kind == kindSQL:
		spec.Kind, spec.Options = "", nil
	}
	return nil
}

// IsDSN reports whether a source is a database and not a file.
func IsDSN(path string) bool { return sqldb.IsDSN(path) }

// Exposed reports whether a DSN as it was typed holds a secret in plain text.
func Exposed(typed string) bool { return sqldb.Exposed(typed) }

// ExpandDSN puts the values of variables into a DSN; see sqldb.Expand.
func ExpandDSN(typed string, expand func(text string, fit func(string) string) string) string {
	return sqldb.Expand(typed, expand)
}

// Kinds lists the kinds of source that can be read, sorted.
func Kinds() []string {
	names := make([]string, 0, len(kinds))
	for name := range kinds {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
