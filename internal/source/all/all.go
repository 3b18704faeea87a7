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
)

// kinds is the table of everything that can be read.
var kinds = map[string]source.Opener{
	"csv": csvfile.Open,
	"tsv": csvfile.Open,
}

// divisible are the kinds of which a part can be read, see source.Range.
var divisible = []string{"csv", "tsv"}

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
		spec.Kind = kindByExt[extOf(spec.Path)]
	}
	if spec.Kind == "" {
		spec.Kind = "csv"
	}
	open, ok := kinds[spec.Kind]
	if !ok {
		return nil, fmt.Errorf("source kind %q is not known; known are %s", spec.Kind, strings.Join(Kinds(), ", "))
	}
	if !spec.Range.All() && !slices.Contains(divisible, spec.Kind) {
		return nil, fmt.Errorf("a source of kind %s is read as a whole; only %s can be read in parts", spec.Kind, strings.Join(divisible, " and "))
	}
	return open(ctx, spec)
}

// extOf is the extension of a file within its compression: .csv of a.csv.gz.
func extOf(path string) string {
	ext := strings.ToLower(filepath.Ext(path))
	if slices.Contains([]string{".gz", ".gzip", ".zst", ".zstd", ".zip"}, ext) {
		return extOf(path[:len(path)-len(ext)])
	}
	return ext
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
