package validate

import (
	"encoding/binary"
	"errors"
	"io"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/spill"
)

// placeLog remembers where rows stand, in the order in which they are added: a
// few bytes for each, as the difference from the one before.
type placeLog struct {
	stream *spill.Spill
	files  []string
	before place
	buffer []byte
}

// place is where a row stands.
type place struct {
	row    uint32 // of the whole source, from 1
	warned bool
	origin kyc.Origin
}

// What the lowest bits of a place's first number say; the rest is how many rows
// further it is.
const (
	placeWarned  = 1 << 0
	placeNewFile = 1 << 1
	placeBits    = 2
)

func newPlaceLog(dir string) *placeLog { return &placeLog{stream: spill.New(dir, 1, 1)} }

// add appends the place of a row.
func (l *placeLog) add(row *kyc.Row, warned bool) error {
	number, o := rowNumber(row.Seq), row.Origin
	head := uint64(number-l.before.row) << placeBits
	if warned {
		head |= placeWarned
	}
	if len(l.files) == 0 || o.File != l.before.origin.File {
		head |= placeNewFile
		l.files = append(l.files, o.File)
	}
	b := binary.AppendUvarint(l.buffer[:0], head)
	b = binary.AppendVarint(b, o.Line-l.before.origin.Line)
	b = binary.AppendVarint(b, o.Row-l.before.origin.Row)
	l.before = place{row: number, origin: o}
	l.buffer = b
	return l.stream.Add(0, b)
}

func (l *placeLog) close() error { return l.stream.Close() }

// placeReader goes through a placeLog.
type placeReader struct {
	in    io.ByteReader
	files []string
	at    place
}

func (l *placeLog) read() *placeReader {
	return &placeReader{in: l.stream.Stream(0), files: l.files}
}

// errNoPlace is a row that was found and never noted: a bug of ours.
var errNoPlace = errors.New("identity rules: a row was found that was never noted")

// seek goes on to the place of a row, which must not lie behind.
func (r *placeReader) seek(row uint32) (*place, error) {
	for r.at.row < row {
		if err := r.next(); err != nil {
			return nil, err
		}
	}
	if r.at.row != row {
		return nil, errNoPlace
	}
	return &r.at, nil
}

// Origins finds where data rows stand, which are counted from 1 and given in read order.
// Rows that were not noted are left out, and before Seal all are.
func (x *Identity) Origins(rows []int64) (map[int64]kyc.Origin, error) {
	found := make(map[int64]kyc.Origin, len(rows))
	if !x.Sealed() || len(rows) == 0 {
		return found, nil
	}
	in := x.places.read()
	for _, row := range rows {
		for int64(in.at.row) < row {
			if err := in.next(); errors.Is(err, errNoPlace) {
				return found, nil
			} else if err != nil {
				return found, err
			}
		}
		if int64(in.at.row) == row {
			found[row] = in.at.origin
		}
	}
	return found, nil
}

func (r *placeReader) next() error {
	head, err := binary.ReadUvarint(r.in)
	if errors.Is(err, io.EOF) {
		return errNoPlace
	}
	line, err2 := binary.ReadVarint(r.in)
	number, err3 := binary.ReadVarint(r.in)
	if err := errors.Join(err, err2, err3); err != nil {
		return err
	}
	r.at.row += uint32(head >> placeBits)
	r.at.warned = head&placeWarned != 0
	r.at.origin.Line += line
	r.at.origin.Row += number
	if head&placeNewFile != 0 {
		r.at.origin.File, r.files = r.files[0], r.files[1:]
	}
	return nil
}
