package checkpoint

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"kycmigrate/internal/sqlite"
)

// buckets is how many parts the fingerprints are divided into, by their first
// bits; each commit lists one of them. A bucket is a run of neighbours in the
// table.
const (
	bucketBits = 7
	buckets    = 1 << bucketBits
)

// domainSubmission is the domain of the fingerprints of submission ids.
const domainSubmission = "submission"

// finder says which record a fingerprint leads to: that of a record's key, or of
// the submission it is bound to. It is exact: every record is found by its key,
// and by its submission as long as it has one.
//
// Fingerprints are random, so an index that is kept with each change writes a
// page for each of them, however many share a commit: that was a fifth of the
// CPU of a run. Therefore what is new waits in memory, in the tail, and every
// commit lists what has gathered in one bucket, in order, on few pages.
// Nothing is lost with the process: record.seq says which commit gave a record
// its key or its submission, metaListed up to which commit everything is
// listed, and what came later is read again by load (docs/adr/0024).
//
// Only the committer changes it; readers may look beside it. They look into the
// tail first and into the table next: what leaves the tail is committed to the
// table by then.
type finder struct {
	print *printer

	mu     sync.RWMutex // the committer reads without it
	tail   [buckets]map[MAC]int64
	undone []tailChange // what the transaction that is open changed
	listed int64        // as metaListed, of what is committed
	known  *rough       // everything that leads to a record; nil where there were some before this process
}

// tailChange is what the tail held before a change; record 0 is nothing.
type tailChange struct {
	mac    MAC
	record int64
}

// allBuckets are the numbers of the buckets, in order.
var allBuckets = func() (bs []int) {
	for b := range buckets {
		bs = append(bs, b)
	}
	return bs
}()

func bucketOf(m MAC) int { return int(m[0] >> (8 - bucketBits)) }

// submission is the fingerprint of a submission id.
func (f *finder) submission(id string) MAC {
	return f.print.print(domainSubmission, []string{id})
}

// waiting is the record that the tail leads to, 0 for none.
func (f *finder) waiting(m MAC) int64 {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.tail[bucketOf(m)][m]
}

// set makes a fingerprint lead to a record, with the transaction that is open; 0
// takes it out of the tail.
func (f *finder) set(m MAC, record int64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.undone = append(f.undone, tailChange{m, f.put(m, record)})
	if f.known != nil {
		f.known.add(m)
	}
}

// put changes the tail and returns what it held.
func (f *finder) put(m MAC, record int64) (was int64) {
	b := bucketOf(m)
	was = f.tail[b][m]
	switch {
	case record == 0:
		delete(f.tail[b], m)
	case f.tail[b] == nil:
		f.tail[b] = map[MAC]int64{m: record}
	default:
		f.tail[b][m] = record
	}
	return was
}

// committed keeps what the transaction changed, and lets go of the buckets that
// it listed.
func (f *finder) committed(done []int, upTo int64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, b := range done {
		clear(f.tail[b])
	}
	f.undone, f.listed = f.undone[:0], upTo
}

// rolledBack puts the tail back to where the transaction began.
func (f *finder) rolledBack() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, c := range slices.Backward(f.undone) {
		f.put(c.mac, c.record)
	}
	f.undone = f.undone[:0]
}

// empty reports whether everything is listed.
func (f *finder) empty() bool {
	return !slices.ContainsFunc(f.tail[:], func(b map[MAC]int64) bool { return len(b) > 0 })
}

// load reads what is not listed yet.
func (f *finder) load(c *sqlite.Conn) error {
	s, err := getMeta(c, metaListed)
	if err != nil {
		return err
	}
	if f.listed, err = strconv.ParseInt(s, 10, 64); err != nil {
		return fmt.Errorf("read up to where the ledger's records are listed: %w", err)
	}
	seq, _, err := counters(c)
	if err != nil {
		return err
	}
	if any, err := c.Number("SELECT EXISTS (SELECT 1 FROM record)"); err != nil || any == 0 {
		f.known = new(rough)
		return err
	}
	if f.listed == seq {
		return nil
	}
	return c.Query("SELECT id, key_mac, submission_id FROM record WHERE seq > ?", func(row []sqlite.Value) error {
		record := asInt(row[0])
		f.put(asMAC(row[1]), record)
		if id := asText(row[2]); id != "" {
			f.put(f.submission(id), record)
		}
		return nil
	}, f.listed)
}

// find is the record that a fingerprint leads to, 0 for none.
func (t *tx) find(m MAC) (int64, error) {
	if m.IsZero() {
		return 0, nil
	}
	if record := t.f.waiting(m); record != 0 {
		return record, nil
	}
	return t.c.Number("SELECT record FROM found_by WHERE mac = ?", m[:])
}

// knowsOneOf reports whether one of the fingerprints leads to a record. It is for
// the committer, and for what mostly does not.
func (t *tx) knowsOneOf(macs ...MAC) (bool, error) {
	for i, m := range macs {
		if i > 0 && m == macs[0] || t.f.known != nil && !t.f.known.may(m) {
			continue
		}
		if record, err := t.find(m); err != nil || record != 0 {
			return record != 0, err
		}
	}
	return false, nil
}

// among calls fn with the records that fingerprints lead to, no more than findBatch.
func (t *tx) among(macs []MAC, fn func(record int64)) error {
	listed := make([]MAC, 0, findBatch)
	for _, m := range macs {
		if record := t.f.waiting(m); record != 0 {
			fn(record)
		} else {
			listed = append(listed, m)
		}
	}
	if len(listed) == 0 {
		return nil
	}
	return t.c.Query(amongSQL, func(row []sqlite.Value) error {
		fn(asInt(row[0]))
		return nil
	}, findArgs(listed)...)
}

var amongSQL = "SELECT record FROM found_by WHERE mac IN (?" + strings.Repeat(",?", findBatch-1) + ")"

// forget makes a submission lead nowhere.
func (t *tx) forget(submission string) error {
	m := t.f.submission(submission)
	t.f.set(m, 0)
	if _, err := t.c.Exec("DELETE FROM found_by WHERE mac = ?", m[:]); err != nil {
		return fmt.Errorf("forget a submission: %w", err)
	}
	return nil
}

// list puts buckets of the tail into the table, in order.
func (t *tx) list(bs []int) error {
	for _, b := range bs {
		macs := slices.SortedFunc(maps.Keys(t.f.tail[b]), func(a, b MAC) int { return bytes.Compare(a[:], b[:]) })
		for len(macs) > 0 {
			n := 1 // a statement for many rows takes half the time of one for each
			if len(macs) >= listBatch {
				n = listBatch
			}
			if err := t.listSome(macs[:n]); err != nil {
				return fmt.Errorf("list a record: %w", err)
			}
			macs = macs[n:]
		}
	}
	return nil
}

// listBatch is how many rows one statement adds to the table.
const listBatch = 32

var listSQL = map[int]string{1: listRows(1), listBatch: listRows(listBatch)}

func listRows(n int) string {
	return "INSERT INTO found_by (mac, record) VALUES (?, ?)" + strings.Repeat(", (?, ?)", n-1) + " ON CONFLICT (mac) DO NOTHING"
}

// listSome adds fingerprints of one bucket to the table: one, or a batch.
func (t *tx) listSome(macs []MAC) error {
	var args [2 * listBatch]sqlite.Value
	for i := range macs {
		args[2*i], args[2*i+1] = macs[i][:], t.f.tail[bucketOf(macs[i])][macs[i]]
	}
	n, err := t.c.Exec(listSQL[len(macs)], args[:2*len(macs)]...)
	if err != nil || n == int64(len(macs)) {
		return err
	}
	return t.listedAlready(macs)
}

// listedAlready makes sure that the table leads to the same records. It can do so
// where a process ended before it told how far it had come.
func (t *tx) listedAlready(macs []MAC) error {
	for _, m := range macs {
		record := t.f.tail[bucketOf(m)][m]
		other, err := t.c.Number("SELECT record FROM found_by WHERE mac = ?", m[:])
		if err != nil {
			return err
		}
		if other != record {
			return fmt.Errorf("the ledger holds records %d and %d for one key or one submission", other, record)
		}
	}
	return nil
}
