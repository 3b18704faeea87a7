package jsonfile

import (
	"context"
	"io"
)

// learn finds the paths in the records at the beginning of the source. What is
// wrong with a record, or cut off where the beginning ends, is told when it is
// read.
func (s *jsonSource) learn(ctx context.Context) (*learner, error) {
	l := &learner{root: &node{}}
	left := int64(headBytes)
	for i := 0; i < len(s.Names()) && left > 0 && l.records < headRecords; i++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		peek := func(i int) (io.ReadCloser, error) {
			in, err := s.Peek(i)
			if err != nil {
				return nil, err
			}
			return headReader{io.LimitReader(in, left), in}, nil
		}
		f, closer, err := s.open(i, peek, nil, 0)
		if err != nil {
			if i > 0 || left < headBytes {
				return l, nil
			}
			return nil, err
		}
		l.read(f)
		left -= f.win.offset
		closer.Close()
	}
	return l, nil
}

// headReader is the beginning of a file.
type headReader struct {
	io.Reader
	io.Closer
}

// read learns from the good records of one file.
func (l *learner) read(f *file) {
	scan := scanner{learn: l}
	for l.records < headRecords {
		var rec record
		if f.next(&rec) != nil {
			return
		}
		if rec.fault == nil {
			scan.record([]byte(rec.raw), l.root, 0)
			l.records++
		}
	}
}

// list names the path of the first array of several objects, where the source
// begins with a single record.
func (l *learner) list() string {
	if l.records != 1 {
		return ""
	}
	for _, n := range append([]*node{l.root}, l.nodes...) {
		if len(n.elems) > 1 && n.elems[1] != nil && n.elems[1].members != nil && n.path != "" {
			return n.path
		}
	}
	return ""
}
