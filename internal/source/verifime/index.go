package verifime

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"time"
)

// mark stands for a reference or the id of an event: half of its SHA-256, so
// that two never share one.
type mark [16]byte

func markOf(text string) mark {
	sum := sha256.Sum256([]byte(text))
	return mark(sum[:16])
}

// verdict is the newest assessment of one reference.
type verdict struct {
	when              time.Time
	id, stamp         string
	status, level     string
	matched, assessed bool
}

// index is what an archive says, by reference.
type index struct {
	verdicts map[mark]*verdict
	ids      map[mark]struct{} // events seen

	events     int64 // used or not
	repeated   int64 // stored more than once
	other      int64 // events of another name
	unsigned   int64 // signature missing or wrong
	unreadable int64
}

// newIndex reads an archive.
func newIndex(ctx context.Context, a *archive) (x *index, err error) {
	x = &index{verdicts: make(map[mark]*verdict), ids: make(map[mark]struct{})}
	all := &scan{archive: a, count: true}
	defer func() { err = errors.Join(err, all.Close()) }()
	for {
		one, err := all.read(ctx)
		if err == io.EOF {
			return x, nil
		}
		if err != nil {
			return nil, err
		}
		x.add(one)
	}
}

func (x *index) add(s *stored) {
	x.events++
	switch {
	case s.fault != nil && s.fault.Code == CodeBadSignature:
		x.unsigned++
		return
	case s.fault != nil:
		x.unreadable++
		return
	case s.other:
		x.other++
		return
	}
	id := markOf(s.event.id)
	if _, seen := x.ids[id]; seen {
		x.repeated++
		return
	}
	x.ids[id] = struct{}{}
	x.assess(&s.event)
}

// assess keeps the event if it is newer than what is known. Only a finished
// assessment counts; any other is kept to say that there was one.
func (x *index) assess(e *event) {
	reference := markOf(e.reference)
	v, known := x.verdicts[reference]
	if !known {
		v = &verdict{}
		x.verdicts[reference] = v
	}
	done := e.status == assessed
	if known && (v.assessed && !done || v.assessed == done && e.when.Before(v.when)) {
		return
	}
	*v = verdict{when: e.when, id: e.id, stamp: e.stamp, status: e.status, level: e.level, assessed: done}
}
