package source

import (
	"bufio"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/spill"
)

// mostWaiting is how many bytes of rows wait in memory for those that stand before
// them in the source.
const mostWaiting = 8 << 20

// InOrder returns a RejectWriter that takes rows in any order and hands them to w,
// when it is closed, in that of the source. What memory should not hold goes to a
// private file in dir.
//
// A run rejects rows nearly in the order in which it reads them: those that
// waited for an answer come later. So the first of the rows that wait is written
// to a sorted sequence in that file, and a row that comes too late for it begins
// another one; of these there are few, however many rows there are.
func InOrder(w RejectWriter, dir string) RejectWriter {
	return &inOrder{to: w, spill: spill.New(dir, 0, 1), most: mostWaiting}
}

type inOrder struct {
	to      RejectWriter
	spill   *spill.Spill // a partition for each sorted sequence
	waiting waitingRows
	most    int
	size    int   // bytes of what waits
	last    int64 // row of the sequence at hand that was written last
	done    bool
}

// waitingRow is a row with its issues. That of a sequence in the file knows where
// the next one comes from.
type waitingRow struct {
	sequence int
	seq      int64
	body     []byte
	rest     *bufio.Reader
}

// waitingRows is a heap.Interface: the row that is next is on top.
type waitingRows []waitingRow

func (w waitingRows) Len() int { return len(w) }

func (w waitingRows) Less(i, j int) bool {
	if w[i].sequence != w[j].sequence {
		return w[i].sequence < w[j].sequence
	}
	return w[i].seq < w[j].seq
}

func (w waitingRows) Swap(i, j int) { w[i], w[j] = w[j], w[i] }

// Push implements heap.Interface.
func (w *waitingRows) Push(row any) { *w = append(*w, row.(waitingRow)) }

// Pop implements heap.Interface.
func (w *waitingRows) Pop() any {
	last := len(*w) - 1
	row := (*w)[last]
	(*w)[last] = waitingRow{}
	*w = (*w)[:last]
	return row
}

// Write implements RejectWriter.
func (o *inOrder) Write(row *kyc.Row, issues []kyc.Issue) error {
	next := waitingRow{sequence: max(0, o.spill.Partitions()-1), seq: row.Seq, body: packed(row, issues)}
	if o.spill.Partitions() > 0 && row.Seq < o.last {
		next.sequence++
	}
	heap.Push(&o.waiting, next)
	o.size += len(next.body)
	for o.size > o.most {
		if err := o.put(heap.Pop(&o.waiting).(waitingRow)); err != nil {
			return fmt.Errorf("keep rejected rows until they are in order: %w", err)
		}
	}
	return nil
}

// put writes a row behind its sequence.
func (o *inOrder) put(row waitingRow) error {
	for row.sequence >= o.spill.Partitions() {
		o.spill.Grow()
	}
	o.size -= len(row.body)
	o.last = row.seq
	head := binary.AppendVarint(nil, row.seq)
	head = binary.AppendUvarint(head, uint64(len(row.body)))
	if err := o.spill.Add(row.sequence, head); err != nil {
		return err
	}
	return o.spill.Add(row.sequence, row.body)
}

// Close implements RejectWriter.
func (o *inOrder) Close() error {
	if o.done {
		return nil
	}
	o.done = true
	if err := o.merge(); err != nil {
		return errors.Join(err, o.spill.Close(), o.to.Abort())
	}
	return errors.Join(o.to.Close(), o.spill.Close())
}

// Abort implements RejectWriter.
func (o *inOrder) Abort() error {
	if o.done {
		return nil
	}
	o.done = true
	return errors.Join(o.to.Abort(), o.spill.Close())
}

// merge hands all rows on in the order of the source.
func (o *inOrder) merge() error {
	for i := range o.waiting {
		o.waiting[i].sequence = 0
	}
	for i := range o.spill.Partitions() {
		if err := o.follow(o.spill.Stream(i)); err != nil {
			return err
		}
	}
	heap.Init(&o.waiting)
	for len(o.waiting) > 0 {
		next := heap.Pop(&o.waiting).(waitingRow)
		row, issues, err := unpacked(next.seq, next.body)
		if err != nil {
			return err
		}
		if err := o.to.Write(row, issues); err != nil {
			return err
		}
		if err := o.follow(next.rest); err != nil {
			return err
		}
	}
	return nil
}

// follow has the next row of a sequence wait, if there is one.
func (o *inOrder) follow(rest *bufio.Reader) error {
	if rest == nil {
		return nil
	}
	seq, err := binary.ReadVarint(rest)
	if err == io.EOF {
		return nil
	}
	size, err2 := binary.ReadUvarint(rest)
	if err = errors.Join(err, err2); err != nil {
		return fmt.Errorf("read rejected rows back: %w", err)
	}
	body := make([]byte, size)
	if _, err := io.ReadFull(rest, body); err != nil {
		return fmt.Errorf("read rejected rows back: %w", err)
	}
	heap.Push(&o.waiting, waitingRow{seq: seq, body: body, rest: rest})
	return nil
}

// packed is all of a row that a RejectWriter goes by, and the issues that reject it.
func packed(row *kyc.Row, issues []kyc.Issue) []byte {
	b := packText(nil, row.Raw)
	if row.Fault == nil {
		b = append(b, 0)
	} else {
		b = packIssue(append(b, 1), row.Fault)
	}
	for i := range issues {
		if issues[i].Severity == kyc.Reject {
			b = packIssue(b, &issues[i])
		}
	}
	return b
}

func packText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// issueTexts are the texts of an issue.
func issueTexts(i *kyc.Issue) []*string {
	return []*string{&i.Code, &i.Field, &i.Column, &i.Message, &i.Beside, &i.Fix}
}

func packIssue(b []byte, i *kyc.Issue) []byte {
	b = append(b, byte(i.Severity))
	for _, s := range issueTexts(i) {
		b = packText(b, *s)
	}
	return b
}

// unpacked is what packed was given.
func unpacked(seq int64, body []byte) (*kyc.Row, []kyc.Issue, error) {
	u := unpacker{rest: body}
	row := &kyc.Row{Seq: seq, Raw: u.text()}
	if u.byte() == 1 {
		fault := u.issue()
		row.Fault = &fault
	}
	var issues []kyc.Issue
	for len(u.rest) > 0 && !u.broken {
		issues = append(issues, u.issue())
	}
	if u.broken {
		return nil, nil, errors.New("read rejected rows back: they are not what was kept")
	}
	return row, issues, nil
}

// unpacker reads what was packed from its beginning.
type unpacker struct {
	rest   []byte
	broken bool
}

func (u *unpacker) byte() byte {
	if len(u.rest) == 0 {
		u.broken = true
		return 0
	}
	c := u.rest[0]
	u.rest = u.rest[1:]
	return c
}

func (u *unpacker) text() string {
	size, n := binary.Uvarint(u.rest)
	if n <= 0 || size > uint64(len(u.rest)-n) {
		u.rest, u.broken = nil, true
		return ""
	}
	s := string(u.rest[n : n+int(size)])
	u.rest = u.rest[n+int(size):]
	return s
}

func (u *unpacker) issue() (i kyc.Issue) {
	i.Severity = kyc.Severity(u.byte())
	for _, s := range issueTexts(&i) {
		*s = u.text()
	}
	return i
}
