package checkpoint

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"sync"
	"time"

	"kycmigrate/internal/sqlite"
)

// groupMax is how many changes share one commit at most, and how many may
// wait for the committer before their callers do.
const groupMax = 1024

// Each busyGroup changes in the last commit lengthen the time to the next one by
// a gather. Where a target is slow it is a callShare of the time that its calls
// take, if that is longer: as more records than calls are under way, the calls do
// not wait for it. It is never longer than maxGather.
const (
	busyGroup = 32
	callShare = 4 // a quarter
	maxGather = 40 * time.Millisecond
)

// urgency says what becomes of a change when the disk is full.
type urgency uint8

const (
	outcome urgency = iota // something is known that must not be lost
	intent                 // nothing was done yet: it may be refused
	note                   // the same, and nobody waits for it
)

// op is one change. do runs inside a transaction and may run twice: it checks
// before it writes, returns ErrConflict, ErrBound or ErrClash before it has changed
// anything, and every other error of it fails the whole group.
type op struct {
	do      func(t *tx) error
	urgency urgency
	rescue  *rescueLine // what must survive even a broken ledger
	err     error
	done    chan struct{}
}

// tx is the transaction of one group. Readers ask with one that changes nothing, of
// which only c and f are set.
type tx struct {
	c     *sqlite.Conn
	f     *finder
	known *rough // everything that leads to a record; nil where there was something before this process
	seq   int64  // of the commit that ends it
	epoch int64

	tally    tally         // metaTally with it
	found    map[MAC]int64 // what leads to another record by it; to 0 where to none any more
	openings []opening     // what becomes open or closed by it
}

// committer owns the writing connection. Only its goroutine uses the fields
// below ops, except before start and after stop.
type committer struct {
	mu     sync.RWMutex // held for reading while a change is handed over
	closed bool
	ops    chan *op
	ended  chan struct{}

	ledger   *Ledger
	disk     *disk
	c        *sqlite.Conn
	mark     *markFile
	rescue   *rescue
	calls    *callBook
	finder   *finder
	known    *rough        // see tx
	found    map[MAC]int64 // room for that of a transaction
	lists    listing       // of the next commit
	tally    tally         // as metaTally
	seq      int64
	epoch    int64
	gather   time.Duration
	group    []*op
	openings []opening // room for those of a transaction
	last     int       // size of the last group
	begun    time.Time // when its commit began
	full     error     // the disk was full once: outcomes only
	broken   error     // nothing can be written any more
}

func newCommitter(l *Ledger, c *sqlite.Conn, o Options) *committer {
	return &committer{
		ledger: l, disk: l.disk, c: c, finder: l.finder, gather: o.Gather,
		ops: make(chan *op, groupMax), ended: make(chan struct{}), found: make(map[MAC]int64),
	}
}

func (w *committer) start() {
	go w.loop()
}

// stop commits what was handed over and ends the goroutine.
func (w *committer) stop() error {
	w.mu.Lock()
	w.closed = true
	close(w.ops)
	w.mu.Unlock()
	<-w.ended
	if w.full == nil && !w.finder.empty() {
		w.lists = everything
	}
	if w.broken == nil && (w.lists == everything || w.calls.dirty()) {
		_ = w.commit(nil) // kept in broken
	}
	return errors.Join(w.broken, w.full)
}

// release closes the files. The WAL is checkpointed, so that ledger.db alone
// is whole.
func (w *committer) release() error {
	var errs []error
	if w.c != nil {
		if w.broken == nil {
			errs = append(errs, w.c.Checkpoint(true))
		}
		errs = append(errs, w.c.Close())
		w.c = nil
	}
	if w.mark != nil {
		errs = append(errs, w.mark.close())
	}
	if w.rescue != nil {
		errs = append(errs, w.rescue.close())
	}
	return errors.Join(errs...)
}

// SetCallTime tells the ledger how long the target's calls take at present: a
// commit may wait a quarter of that for more changes. 0 lets none wait for that.
func (l *Ledger) SetCallTime(d time.Duration) { l.callTime.Store(int64(d)) }

// Tidy puts the WAL into ledger.db behind the next commit: at a time when nobody
// is kept from beginning by it, so that Close has little left to do.
func (l *Ledger) Tidy() { l.tidy.Store(true) }

// submit hands a change to the committer and waits until it is durable.
// Once handed over it is not taken back: a cancelled context no longer counts.
func (l *Ledger) submit(ctx context.Context, o *op) error {
	o.done = make(chan struct{})
	if err := l.hand(ctx, o); err != nil {
		return err
	}
	<-o.done
	return o.err
}

// hand hands a change over without waiting for its commit.
func (l *Ledger) hand(ctx context.Context, o *op) error {
	w := l.writer
	if w == nil {
		return fmt.Errorf("%w: it was opened for reading", ErrClosed)
	}
	w.mu.RLock()
	defer w.mu.RUnlock()
	if w.closed {
		return ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	select { // with one case it costs a third
	case w.ops <- o:
		return nil
	default:
	}
	select {
	case w.ops <- o:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// loop commits groups until ops is closed and drained.
func (w *committer) loop() {
	defer close(w.ended)
	for first := range w.ops {
		w.collect(first)
		w.last, w.begun = len(w.group), time.Now()
		_ = w.commit(w.group)                             // each change carries its error; broken keeps ours
		tidy := w.ledger.tidy.CompareAndSwap(true, false) // who asks behind an acknowledgement means the next one
		for _, o := range w.group {
			if o.done != nil {
				close(o.done)
			}
		}
		clear(w.group)
		if tidy && w.broken == nil {
			_ = w.c.Checkpoint(false) // release does it again, and tells
		}
	}
}

// collect gathers a group. A change that comes alone is not held up; while
// several callers are at work, commits begin some time apart, and the first one
// after a pause waits a gather for the others: answers come in bunches.
func (w *committer) collect(first *op) {
	w.group = append(w.group[:0], first)
	runtime.Gosched() // callers that are ready hand theirs over first
	if !w.take() || len(w.group) == 1 && w.last <= 1 {
		return
	}
	// The more share a commit, the more a longer wait spares: every commit
	// writes whole pages, however few of their bytes changed.
	pace := max(w.gather*time.Duration(1+w.last/busyGroup), time.Duration(w.ledger.callTime.Load())/callShare)
	time.Sleep(max(w.gather, min(pace, maxGather)-time.Since(w.begun))) // to be woken by each change would cost as much as the change
	w.take()
}

// take adds the changes that wait to the group, and reports whether there is
// room for more and more may come.
func (w *committer) take() bool {
	for len(w.group) < groupMax {
		select {
		case o, ok := <-w.ops:
			if !ok {
				return false
			}
			w.group = append(w.group, o)
		default:
			return true
		}
	}
	return false
}

// commit makes a group durable, or fails all of it. A group that is durable
// counts even if its mark could not be written; it is the last one then.
func (w *committer) commit(group []*op) error {
	if w.broken != nil {
		w.fail(group)
		return w.broken
	}
	err := w.try(w.admit(group))
	if DiskFull(err) && w.lists == everything { // the next start lists it
		w.lists, err = nothing, nil
		if len(group) > 0 || w.calls.dirty() {
			err = w.try(w.admit(group))
		}
	}
	if DiskFull(err) && w.full == nil {
		err = w.retry(group, err)
	}
	w.lists = inTurn
	if err != nil {
		w.broken = err
		w.fail(group)
		return err
	}
	w.broken = errors.Join(w.disk.at("committed"), w.mark.set(w.seq))
	return w.broken
}

// admit drops what a full disk has no room for.
func (w *committer) admit(group []*op) []*op {
	if w.full == nil {
		return group
	}
	kept := make([]*op, 0, len(group))
	for _, o := range group {
		if o.urgency == outcome {
			kept = append(kept, o)
		} else {
			o.err = w.full
		}
	}
	return kept
}

// retry gives the reserve back to the file system and stores the outcomes of
// a group for which the disk was full (L1). From here on only outcomes are
// taken: the run is ending.
func (w *committer) retry(group []*op, cause error) error {
	w.full = fmt.Errorf("%w: the disk that holds %s is full; free some space, then run the same command again: %w", ErrClosed, w.disk.dir, cause)
	if err := os.Truncate(w.disk.path(reserveName), 0); err != nil {
		return errors.Join(cause, err)
	}
	return w.try(w.admit(group))
}

// fail fails a whole group and saves the ids that it held.
func (w *committer) fail(group []*op) {
	cause := fmt.Errorf("%w: a commit failed, and none of its changes counts: %w", ErrClosed, w.broken)
	if errors.Is(w.broken, ErrClosed) {
		cause = w.broken
	}
	for _, o := range group {
		o.err = cause
		if o.rescue != nil {
			o.err = fmt.Errorf("%w; %s", cause, w.rescue.save(*o.rescue))
		}
	}
}

// try runs a group in one transaction.
func (w *committer) try(group []*op) error {
	t := &tx{c: w.c, f: w.finder, known: w.known, seq: w.seq + 1, epoch: w.epoch, tally: w.tally, found: w.found, openings: w.openings}
	defer clear(t.found)
	if err := w.run(t, group); err != nil {
		if rb := rollback(w.c); rb != nil {
			err = errors.Join(err, rb)
		}
		w.calls.forget()
		return err
	}
	w.ledger.open.enter(t.openings)
	w.openings = t.openings[:0]
	w.calls.written()
	return nil
}

func (w *committer) run(t *tx, group []*op) error {
	if _, err := t.c.Exec("BEGIN IMMEDIATE"); err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	for _, o := range group {
		o.err = o.do(t)
		if o.err != nil && !errors.Is(o.err, ErrConflict) && !errors.Is(o.err, ErrBound) && !errors.Is(o.err, ErrClash) {
			return o.err
		}
	}
	if err := w.calls.write(t.c); err != nil {
		return fmt.Errorf("store the number of calls: %w", err)
	}
	done, upTo := w.due(t)
	if err := t.list(done); err != nil {
		return err
	}
	for _, m := range [...][2]string{{metaSeq, strconv.FormatInt(t.seq, 10)}, {metaListed, strconv.FormatInt(upTo, 10)}, {metaTally, t.tally.String()}} {
		if err := putMeta(t.c, m[0], m[1]); err != nil {
			return fmt.Errorf("count the commit: %w", err)
		}
	}
	if err := w.disk.at("commit"); err != nil {
		return err
	}
	if _, err := t.c.Exec("COMMIT"); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	w.seq, w.tally = t.seq, t.tally
	w.finder.committed(t.found, done, upTo)
	return nil
}

// listing is what a commit puts into the finder's table.
type listing uint8

const (
	inTurn     listing = iota // the bucket whose turn it is
	everything                // all that waits, at the start and at the end
	nothing
)

// due are the buckets that a commit lists, and the last commit of which everything
// is listed then: each has its turn once in so many commits, and what a commit adds
// itself is listed by a later one. On a full disk there is room for outcomes alone.
func (w *committer) due(t *tx) (done []int, upTo int64) {
	switch {
	case w.full != nil || w.lists == nothing:
		return nil, w.finder.listed
	case w.lists == everything && len(t.found) == 0:
		return allBuckets, t.seq
	case w.lists == everything:
		return allBuckets, t.seq - 1
	}
	return allBuckets[t.seq%buckets:][:1], max(w.finder.listed, t.seq-buckets)
}

// rollback ends a transaction that SQLite may have ended by itself.
func rollback(c *sqlite.Conn) error {
	_, err := c.Exec("ROLLBACK")
	if sqlite.Code(err) == sqlite.CodeError { // no transaction is active
		return nil
	}
	return err
}
