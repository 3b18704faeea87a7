package all

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kycmigrate/internal/source"
	"kycmigrate/internal/source/sqldb"
)

// divisions is the table of the kinds of which a part can be read alone.
var divisions = map[string]func(ctx context.Context, spec *source.Spec, k, n int) error{
	kindCSV: byBytes, "tsv": byBytes, kindSQL: byKey,
}

// Part narrows what is read to the k-th of n parts, counted from 1. The parts
// hold every record of the source once, as long as it does not change between
// the calls. In a database records of one key are in one part; in files they
// need not be.
func Part(ctx context.Context, spec source.Spec, k, n int) (source.Spec, error) {
	if err := settle(&spec); err != nil {
		return spec, err
	}
	narrow, ok := divisions[spec.Kind]
	if !ok {
		return spec, fmt.Errorf("a source of kind %s is read as a whole; parts can be read of %s", spec.Kind, strings.Join(slices.Sorted(maps.Keys(divisions)), ", "))
	}
	if n < 2 {
		return spec, nil
	}
	return spec, narrow(ctx, &spec, k, n)
}

// byBytes narrows a source that stands in files. Of fewer bytes than parts,
// the last parts have none.
func byBytes(_ context.Context, spec *source.Spec, k, n int) error {
	ranges, err := source.Split(*spec, n)
	if err != nil || len(ranges) == 0 {
		return err // an empty source is Open's to tell
	}
	if k <= len(ranges) {
		spec.Range = ranges[k-1]
		return nil
	}
	end := ranges[len(ranges)-1].To
	spec.Range = source.Range{From: end, To: end}
	return nil
}

// byKey narrows a database.
func byKey(ctx context.Context, spec *source.Spec, k, n int) error {
	parts, err := sqldb.Split(ctx, *spec, n)
	if err != nil {
		return err
	}
	spec.Keys = parts[k-1]
	return nil
}
