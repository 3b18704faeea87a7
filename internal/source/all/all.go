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
	"kycmigrate/internal/source/verifime"
)

// kinds is the table of everything that can be read.
var kinds = map[string]source.Opener{
	"csv": csvfile.Open,
	"tsv": csvfile.Open,
}

// joins is the table of the kinds that read another source beside their own.
var joins = map[string]func(source.Opener) source.Opener{
	"verifime": verifime.Over,
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
	if spec.Kind == "" {
		spec.Kind = KindOf(spec.Path)
	}
	open, ok := kinds[spec.Kind]
	if over, joined := joins[spec.Kind]; joined {
		open, ok = over(Open), true
	}
	if !ok {
		return nil, fmt.Errorf("source kind %q is not known; known are %s", spec.Kind, strings.Join(Kinds(), ", "))
	}
	return open(ctx, spec)
}

// KindOf returns the kind of source that a path names where none is stated.
func KindOf(path string) string {
	if kind, ok := kindByExt[strings.ToLower(filepath.Ext(path))]; ok {
		return kind
	}
	return "csv"
}

// Kinds lists the kinds of source that can be read, sorted.
func Kinds() []string {
	names := slices.AppendSeq(slices.Collect(maps.Keys(kinds)), maps.Keys(joins))
	slices.Sort(names)
	return names
}
