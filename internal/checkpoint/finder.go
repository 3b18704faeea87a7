package checkpoint

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
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
// page for each of them, however many share a commit: that would take a fifth of
// the CPU of a run. Therefore what is new waits in memory, in the tail, and every
// commit lists what has gathered in one bucket, in order, on few pages.
// Nothing is lost with the process: record.seq says which commit gave a record
// its key or its submission, metaListed up to which commit everything is
// listed, and what came later is read again by load (docs/adr/0024).
//
// Only the committer changes it, behind each commit; readers may look beside it.
// They look into the tail first and into the table next: what leaves the tail is
// committed to the table by then.
type finder struct {
	print *printer

	mu     sync.RWMutex
	tail   [buckets]map[MAC]int64
	listed int64 // as metaListed
	last   int64 // the newest record that load or catchUp read
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

// put changes the tail. Record 0 takes a fingerprint out.
func (f *finder) put(m MAC, record int64) {
	b := bucketOf(m)
	switch {
	case record == 0:
		delete(f.tail[b], m)
	case f.tail[b] == nil:
		f.tail[b] = map[MAC]int64{m: record}
	default:
		f.tail[b][m] = record
	}
}

// committed takes over what a transaction found and listed.
func (f *finder) committed(found map[MAC]int64, done []int, upTo int64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, b := range done {
		clear(f.tail[b])
	}
	for m, record := range found {
		f.put(m, record)
	}
	f.listed = upTo
}

// empty reports whether everything is listed.
func (f *finder) empty() bool {
	return !slices.ContainsFunc(f.tail[:], func(b map[MAC]int64) bool { return len(b) > 0 })
}

// load reads what is not listed yet.
func (f *finder) load(c *sqlite.Conn) (err error) {
	if f.listed, err = metaNumber(c, metaListed); err != nil {
		return err
	}
	if f.last, err = c.Number("SELECT max(id) FROM record"); err != nil {
		return err
	}
	seq, err := metaNumber(c, metaSeq)
	if err != nil || f.listed == seq {
		return err
	}
	return c.Query("SELECT id, key_mac, submission_id FROM record WHERE seq > ?", func(row []sqlite.Value) error {
		f.findings(row, f.put)
		return nil
	}, f.listed)
}

// findings calls fn with what leads to a record, of a row of its id, its key's
// fingerprint and its submission.
func (f *finder) findings(row []sqlite.Value, fn func(m MAC, record int64)) {
	record := asInt(row[0])
	fn(asMAC(row[1]), record)
	if id := asText(row[2]); id != "" {
		fn(f.submission(id), record)
	}
}

// catchUp reads the keys of records that another process wrote since. It is for a
// ledger that is open for reading beside its run.
func (f *finder) catchUp(c *sqlite.Conn) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return c.Query("SELECT id, key_mac FROM record WHERE id > ? ORDER BY id", func(row []sqlite.Value) error {
		f.last = asInt(row[0])
		f.put(asMAC(row[1]), f.last)
		return nil
	}, f.last)
}

// check makes sure that the records are those of metaTally, and that the table holds
// what they say: no more, and nothing less but what metaListed says is not listed
// yet. SQLite's own check sees in neither more than pages that are well made.
func (f *finder) check(c *sqlite.Conn) (bool, error) {
	upTo, err := metaNumber(c, metaListed)
	if err != nil {
		return false, err
	}
	said, err := readTally(c)
	if err != nil {
		return false, err
	}
	var have, want, all tally
	late := make(map[MAC]int64)
	err = c.Query("SELECT mac, record FROM found_by", func(row []sqlite.Value) error {
		have.add(asMAC(row[0]), asInt(row[1]))
		return nil
	})
	if err == nil {
		err = c.Query("SELECT id, key_mac, submission_id, seq > ?, state IN ('sending', 'doubt') FROM record", func(row []sqlite.Value) error {
			f.findings(row, func(m MAC, record int64) {
				if all.add(m, record); asInt(row[3]) != 0 {
					late[m] = record
				} else {
					want.add(m, record)
				}
			})
			if asInt(row[4]) != 0 {
				all.add(openMark, asInt(row[0]))
			}
			return nil
		}, upTo)
	}
	if err != nil {
		return false, err
	}
	for m, record := range late {
		there, err := c.Number("SELECT record FROM found_by WHERE mac = ?", m[:])
		if err != nil {
			return false, err
		}
		if there == record {
			want.add(m, record)
		}
	}
	return have == want && all == said, nil
}

// leads makes a fingerprint, which leads nowhere, lead to a record with this
// transaction.
func (t *tx) leads(m MAC, record int64) {
	t.found[m] = record
	t.tally.add(m, record)
	if t.known != nil {
		t.known.add(m)
	}
}

// forget makes a submission, which leads to a record, lead nowhere with this
// transaction.
func (t *tx) forget(submission string, record int64) error {
	m := t.f.submission(submission)
	t.found[m] = 0
	t.tally.take(m, record)
	if _, err := t.c.Exec("DELETE FROM found_by WHERE mac = ?", m[:]); err != nil {
		return fmt.Errorf("forget a submission: %w", err)
	}
	return nil
}

// find is the record that a fingerprint leads to, 0 for none. A reader's answer is
// of what is committed, or of a moment ago: the record's row says whether it has
// the key or the submission still.
func (t *tx) find(m MAC) (int64, error) {
	if m.IsZero() {
		return 0, nil
	}
	if record, changed := t.found[m]; changed {
		return record, nil
	}
	if record := t.f.waiting(m); record != 0 {
		return record, nil
	}
	if t.known != nil && !t.known.may(m) {
		return 0, nil
	}
	return t.c.Number("SELECT record FROM found_by WHERE mac = ?", m[:])
}

// among calls fn with the records that fingerprints lead to, no more than findBatch.
// It is for readers.
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

// list puts buckets of the tail into the table, in order. What this transaction
// found is not in the tail yet, and what it changed is not listed.
func (t *tx) list(bs []int) error {
	for _, b := range bs {
		macs := slices.Collect(maps.Keys(t.f.tail[b]))
		if len(t.found) > 0 {
			macs = slices.DeleteFunc(macs, func(m MAC) bool { _, changed := t.found[m]; return changed })
		}
		slices.SortFunc(macs, func(a, b MAC) int { return bytes.Compare(a[:], b[:]) })
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
