package checkpoint

import (
	"maps"
	"slices"
	"sync"

	"kycmigrate/internal/sqlite"
)

// openBook knows the records in state sending or doubt, and by which value each
// would be looked up. They are as many as POSTs are under way and doubts are left,
// so they fit in memory; an index of them would be changed twice for each record.
//
// It tells what is committed: the committer enters a transaction's changes behind
// its commit and before it acknowledges them, so that no reader takes a record as
// settled that a crash would open again. It is safe for concurrent use.
type openBook struct {
	mu      sync.RWMutex
	records map[int64]MAC
	by      map[MAC]map[int64]struct{} // those that have a value; made when it is first asked for, as in most runs nobody asks
}

// opening is a record that a transaction opens or, if done, closes.
type opening struct {
	record int64
	by     MAC // the value it would be looked up by
	done   bool
}

// enter takes changes over, in their order.
func (b *openBook) enter(changes []opening) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, o := range changes {
		b.drop(o.record)
		if !o.done {
			b.add(o.record, o.by)
		}
	}
}

func (b *openBook) add(record int64, by MAC) {
	if b.records == nil {
		b.records = make(map[int64]MAC)
	}
	b.records[record] = by
	b.index(record, by)
}

func (b *openBook) index(record int64, by MAC) {
	if b.by == nil || by.IsZero() {
		return
	}
	if b.by[by] == nil {
		b.by[by] = make(map[int64]struct{})
	}
	b.by[by][record] = struct{}{}
}

func (b *openBook) drop(record int64) {
	by := b.records[record]
	delete(b.records, record)
	if delete(b.by[by], record); len(b.by[by]) == 0 {
		delete(b.by, by)
	}
}

// count is how many records are open.
func (b *openBook) count() int64 {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return int64(len(b.records))
}

// with lists the records whose last attempt would be looked up by a value.
func (b *openBook) with(by MAC) []int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.by == nil {
		b.by = make(map[MAC]map[int64]struct{})
		for record, value := range b.records {
			b.index(record, value)
		}
	}
	return slices.Collect(maps.Keys(b.by[by]))
}

// load reads the records that are open, and reports whether some are being sent: to
// ask for them goes through the whole ledger.
func (b *openBook) load(c *sqlite.Conn) (sending bool, err error) {
	err = c.Query("SELECT id, lookup_mac, state = 'sending' FROM record WHERE state IN ('sending', 'doubt')", func(row []sqlite.Value) error {
		b.add(asInt(row[0]), asMAC(row[1]))
		sending = sending || asInt(row[2]) != 0
		return nil
	})
	return sending, err
}

// opens notes that a record's last attempt is open with this transaction.
func (t *tx) opens(record int64, by MAC) {
	t.openings = append(t.openings, opening{record: record, by: by})
	t.tally.add(openMark, record)
}

// reopens is opens for a record whose last attempt was closed.
func (t *tx) reopens(record int64) error {
	return t.c.Query("SELECT lookup_mac FROM record WHERE id = ?", func(row []sqlite.Value) error {
		t.opens(record, asMAC(row[0]))
		return nil
	}, record)
}

// closes notes that a record has no open attempt any more with this transaction.
func (t *tx) closes(record int64) {
	t.openings = append(t.openings, opening{record: record, done: true})
	t.tally.take(openMark, record)
}
