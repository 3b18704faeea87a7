package source

import (
	"errors"
	"fmt"
)

// Range is a part of a source that stands in files: the rows whose record
// starts at byte From or later, and before byte To. Bytes count from the start
// of the first file on, through all of them in their order. The zero Range is
// the whole source.
//
// Where a range begins need not be where a record does: the ranges of a Split
// hold each row of the source once, with the Seq and the Origin that it has in
// the whole. For that the reader goes through what stands before the range,
// which costs less than reading it and more than nothing.
type Range struct{ From, To int64 }

// All reports whether the range is the whole source.
func (r Range) All() bool { return r == Range{} }

// Split cuts a source that stands in files into n ranges of about equal size,
// fewer where it has not so many bytes. What is compressed cannot be split.
func Split(spec Spec, n int) ([]Range, error) {
	if n < 1 {
		return nil, errors.New("a source is split into one range or more")
	}
	in, err := spec.Input()
	if err != nil {
		return nil, err
	}
	if err := in.MayRead(Range{To: 1}); err != nil {
		return nil, err
	}
	var ranges []Range
	for i := range int64(n) {
		r := Range{From: in.size / int64(n) * i, To: in.size / int64(n) * (i + 1)}
		if i == int64(n)-1 {
			r.To = in.size
		}
		if r.From < r.To {
			ranges = append(ranges, r)
		}
	}
	return ranges, nil
}

// MayRead says why a range of the input cannot be read, nil where it can.
func (in *Input) MayRead(r Range) error {
	switch {
	case r.All():
		return nil
	case in.Packed():
		return fmt.Errorf("%s is compressed, and a part of it cannot be read alone; unpack it first, or read the whole", in.names[0])
	case r.From < 0 || r.To < r.From:
		return fmt.Errorf("the range %d to %d of the source goes backwards", r.From, r.To)
	}
	return nil
}
