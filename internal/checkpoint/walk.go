package checkpoint

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sqlite"
)

const (
	// mostAhead bounds the records that a Walk has read ahead and nobody has asked for.
	mostAhead = 4096
	// mostRead is how many it reads at once.
	mostRead = 1024
)

// Walk finds records as Find does, for who asks for a whole source that is known
// already: its keys come about in the order in which the records came into the
// ledger. So it reads records ahead in the order in which they stand, which takes an
// eighth of the time of looking each up by its key, and looks up only what it has not
// met. What it answers does not depend on the order of the keys.
//
// What it tells of a record is what one that is done is judged by: its key, its person and
// its payload, its state, submission and proof, its pictures and what is due or doubled.
// Complete tells the rest. It is what was so when the record was read, which may be some
// thousand records before: it is for a time at which this process changes nothing, or for
// reading beside a run. It is for one goroutine.
type Walk struct {
	l     *Ledger
	near  ahead // read since far was
	far   ahead
	last  int64 // the record read last
	state State // of the record read last
	proof Proof
	words words
	found []Record // room for an answer
	left  []int
}

// Walk begins at the first record.
func (l *Ledger) Walk() *Walk {
	return &Walk{l: l, near: newAhead(), far: newAhead(), words: make(words)}
}

// Print is Ledger.Print.
func (w *Walk) Print(domain string, parts ...string) MAC { return w.l.Print(domain, parts...) }

// Clash is Ledger.Clash.
func (w *Walk) Clash(ctx context.Context, p Prints) (Record, error) { return w.l.Clash(ctx, p) }

// Find is Ledger.Find, of what a Walk tells. The records stand where the next call puts
// its own.
func (w *Walk) Find(ctx context.Context, keys []MAC) ([]Record, error) {
	found := slices.Grow(w.found[:0], len(keys))[:len(keys)]
	clear(found)
	w.found = found
	left := w.left[:0] // places of keys whose record is not found yet
	for i := range keys {
		if !keys[i].IsZero() {
			left = append(left, i)
		}
	}
	w.left = left
	left = w.take(keys, left, found)
	for len(left) > 0 && w.near.waiting()+w.far.waiting() < mostAhead {
		n, err := w.readOn(ctx, min(len(keys), mostRead))
		if err != nil {
			return nil, err
		}
		before := len(left)
		if left = w.take(keys, left, found); (before-len(left))*4 < n || n == 0 {
			break // it stands elsewhere, or nowhere
		}
	}
	return found, w.lookUp(ctx, keys, left, found)
}

// take moves what was read ahead to its places, and returns those that are left.
func (w *Walk) take(keys []MAC, places []int, found []Record) []int {
	left := places[:0]
	for _, i := range places {
		if !w.near.take(keys[i], &found[i]) && !w.far.take(keys[i], &found[i]) {
			left = append(left, i)
		}
	}
	return left
}

// lookUp looks records up by their keys. Where that are most of them, the source goes
// on elsewhere in the ledger.
func (w *Walk) lookUp(ctx context.Context, keys []MAC, places []int, found []Record) error {
	if len(places) == 0 {
		return nil
	}
	some := make([]MAC, len(places))
	for n, i := range places {
		some[n] = keys[i]
	}
	records, err := w.l.Find(ctx, some)
	if err != nil {
		return err
	}
	met, last := 0, int64(0)
	for n, i := range places {
		if found[i] = records[n]; records[n].ID != 0 {
			met, last = met+1, records[n].ID
		}
	}
	if 2*met > len(keys) {
		w.last = last
		w.near.clear()
		w.far.clear()
	}
	return nil
}

// readOn reads up to n records ahead and returns how many there were.
func (w *Walk) readOn(ctx context.Context, n int) (read int, err error) {
	if len(w.near.records)+n > mostAhead { // what far holds nobody has asked for meanwhile
		w.near, w.far = w.far, w.near
		w.near.clear()
	}
	err = w.l.read(ctx, func(c *sqlite.Conn) error {
		some, err := c.Number("SELECT EXISTS (SELECT 1 FROM image)")
		if err != nil {
			return err
		}
		sql := walkSQL
		if some != 0 {
			sql = walkImagesSQL
		}
		rows, err := c.Rows(sql, w.last, int64(n))
		if err != nil {
			return err
		}
		read, err = w.readRows(rows)
		return err
	})
	if err != nil {
		return read, fmt.Errorf("read the ledger: %w", err)
	}
	return read, nil
}

var (
	walkColumns   = "SELECT r.id, r.key_mac, r.person_mac, r.payload_mac, r.state, r.submission_id, r.proof, r.audit_due, r.doubled, "
	walkWhere     = " FROM record r WHERE r.id > ? ORDER BY r.id LIMIT ?"
	walkSQL       = walkColumns + "0" + walkWhere // to count the pictures of each costs a third of the time
	walkImagesSQL = walkColumns + imagesDone + walkWhere
)

// readRows reads records to the end of an answer.
func (w *Walk) readRows(rows *sqlite.Rows) (read int, err error) {
	defer func() {
		if e := rows.Close(); err == nil {
			err = e
		}
	}()
	for {
		more, err := rows.Next()
		if err != nil || !more {
			return read, err
		}
		read++
		r := w.near.add()
		r.State, r.Proof = w.state, w.proof
		w.scan(rows, r)
		w.state, w.proof = r.State, r.Proof
		w.near.at[r.Prints.Key] = int32(len(w.near.records) - 1)
		w.last = r.ID
	}
}

// scan is scanRecord, of walkColumns, without a value of its own for each of them. r has
// the words of the record before.
func (w *Walk) scan(rows *sqlite.Rows, r *Record) {
	var room [len(MAC{}) + 1]byte
	r.ID = rows.Int(0)
	for i, m := range [...]*MAC{&r.Prints.Key, &r.Prints.Person, &r.Prints.Payload} {
		if rows.Copy(room[:], 1+i) == len(m) {
			copy(m[:], room[:])
		}
	}
	r.State = State(w.words.read(rows, 4, string(r.State)))
	r.SubmissionID = rows.Text(5)
	r.Proof = Proof(w.words.read(rows, 6, string(r.Proof)))
	r.AuditDue, r.Doubled = rows.Int(7) != 0, rows.Int(8) != 0
	r.Images = kyc.ImageSet(rows.Int(9))
}

// Complete reads the rest of what the ledger knows of records.
func (w *Walk) Complete(ctx context.Context, records []*Record) error {
	at := make(map[int64][]*Record, len(records))
	for _, r := range records {
		at[r.ID] = append(at[r.ID], r)
	}
	ids := slices.Sorted(maps.Keys(at))
	err := w.l.read(ctx, func(c *sqlite.Conn) error {
		for some := range slices.Chunk(ids, findBatch) {
			err := w.l.tx(c).withIDs(some, func(r Record) {
				for _, to := range at[r.ID] {
					*to = r
				}
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("read the ledger: %w", err)
	}
	return nil
}

// ahead are records that were read ahead, and where each stands that nobody has asked
// for.
type ahead struct {
	records []Record
	at      map[MAC]int32
}

func newAhead() ahead { return ahead{at: make(map[MAC]int32)} }

// waiting is how many nobody has asked for.
func (a *ahead) waiting() int { return len(a.at) }

// add is room for one more record.
func (a *ahead) add() *Record {
	a.records = append(a.records, Record{})
	return &a.records[len(a.records)-1]
}

// take copies the record with a key, once.
func (a *ahead) take(key MAC, r *Record) bool {
	i, there := a.at[key]
	if there {
		*r = a.records[i]
		delete(a.at, key)
	}
	return there
}

func (a *ahead) clear() {
	clear(a.records)
	a.records = a.records[:0]
	clear(a.at)
}

// words are texts that many records share, such as their states.
type words map[string]string

// mostWords bounds them where records come from many files.
const mostWords = 1024

// read reads a text, which is allocated once however many records have it. It may well
// be that of the record before.
func (w words) read(rows *sqlite.Rows, i int, before string) string {
	var room [64]byte
	n := rows.Copy(room[:], i)
	switch {
	case n == len(room): // it may be longer
		return rows.Text(i)
	case string(room[:n]) == before:
		return before
	}
	if s, known := w[string(room[:n])]; known {
		return s
	}
	s := string(room[:n])
	if len(w) < mostWords {
		w[s] = s
	}
	return s
}
