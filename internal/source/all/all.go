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
	"kycmigrate/internal/source/idngo"
	"kycmigrate/internal/source/jsonfile"
)

// kinds is the table of everything that can be read.
var kinds = map[string]source.Opener{
	"csv":   csvfile.Open,
	"idngo": idngo.Open,
	"jsonl": jsonfile.Open,
	"tsv":   csvfile.Open,
}

var kindByExt = map[string]string{
	".csv": "csv", ".txt": "csv", ".tsv": "tsv", ".tab": "tsv",
	".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
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

// Kinds lists the kinds of source that can be read, sorted.
func Kinds() []string {
	names := make([]string, 0, len(kinds))
	for name := range kinds {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
