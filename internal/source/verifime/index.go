package verifime

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
)

// mark stands for a reference or the id of an event: half of its SHA-256, so
// that two never share one.
type mark [16]byte

func markOf(text string) mark {
	sum := sha256.Sum256([]byte(text))
	return mark(sum[:16])
}

// verdict is the newest assessment of one reference. There is one for each
// customer of the archive, so it is small: times in nanoseconds, and the few
// words that repeat by their number.
type verdict struct {
	when          int64
	text          string // eventId and eventTimestamp, one behind the other
	idLen         int32
	status, level uint16
	assessed      bool
	matched       bool // a customer had the reference
}

func (v *verdict) id() string { return v.text[:v.idLen] }

func (v *verdict) stamp() string { return v.text[v.idLen:] }

// index is what an archive says, by reference.
type index struct {
	verdicts []verdict
	at       map[mark]int32    // reference: its verdict
	ids      map[mark]struct{} // events seen
	words    []string          // statuses and levels
	numbers  map[string]uint16
	matched  int // verdicts that a customer had the reference of

	events     int64 // used or not
	repeated   int64 // stored more than once
	other      int64 // events of another name
	unsigned   int64 // signature missing or wrong
	unreadable int64
}

// newIndex reads an archive.
func newIndex(ctx context.Context, a *archive) (x *index, err error) {
	x = &index{at: make(map[mark]int32), ids: make(map[mark]struct{}), numbers: make(map[string]uint16)}
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
	at, known := x.at[reference]
	if !known {
		at = int32(len(x.verdicts))
		x.at[reference] = at
		x.verdicts = append(x.verdicts, verdict{})
	}
	v, done, when := &x.verdicts[at], e.status == assessed, e.when.UnixNano()
	if known && (v.assessed && !done || v.assessed == done && when < v.when) {
		return
	}
	*v = verdict{
		when: when, text: e.id + e.stamp, idLen: int32(len(e.id)),
		status: x.number(e.status), level: x.number(e.level), assessed: done,
	}
}

// find returns the verdict about a reference, nil where there is none.
func (x *index) find(reference string) *verdict {
	if at, known := x.at[markOf(reference)]; known && reference != "" {
		return &x.verdicts[at]
	}
	return nil
}

// match notes that a customer has the reference of a verdict.
func (x *index) match(v *verdict) {
	if !v.matched {
		v.matched = true
		x.matched++
	}
}

// mostWords bounds the statuses and levels that are kept as they stand: beyond
// it somebody has written an archive full of others, and they become "OTHER".
const mostWords = 1000

// number returns the number of a word that repeats.
func (x *index) number(word string) uint16 {
	n, known := x.numbers[word]
	if !known && len(x.words) >= mostWords {
		word = "OTHER"
		n, known = x.numbers[word]
	}
	if !known {
		n = uint16(len(x.words))
		x.words = append(x.words, word)
		x.numbers[word] = n
	}
	return n
}

// leaves reports whether there is anything in the archive that told nothing
// about a customer.
func (x *index) leaves(ignore bool) bool {
	return x.unsigned+x.unreadable > 0 || !ignore && x.matched < len(x.verdicts)
}
