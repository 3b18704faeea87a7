package checkpoint

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sqlite"
)

const (
	// poolSize is how many readers work at a time.
	poolSize = 2
	// findBatch is how many keys one query looks up.
	findBatch = 64
	// pageSize is how many records one query of a listing reads.
	pageSize = 1000
)

// pool holds the connections for reading. They see what is committed.
type pool struct {
	free chan *sqlite.Conn
	gone chan struct{}
}

func openPool(d *disk) (*pool, error) {
	p := &pool{free: make(chan *sqlite.Conn, poolSize), gone: make(chan struct{})}
	for range poolSize {
		c, err := connectReader(d)
		if err != nil {
			close(p.gone)
			close(p.free)
			errs := []error{unreadable(err)}
			for c := range p.free {
				errs = append(errs, c.Close())
			}
			return nil, errors.Join(errs...)
		}
		p.free <- c
	}
	return p, nil
}

// connectReader opens a connection for reading. SQLite shares a file beside the
// ledger with those that write; where it cannot make that file, as in an archive
// that cannot be written, nobody writes, and the ledger is read as it stands.
func connectReader(d *disk) (*sqlite.Conn, error) {
	// A small cache: a commit beside it empties it, and a listing reads each page
	// once. What it holds costs twice that much memory, and time to give back.
	const cache = "cache_size(-2000)"
	c, err := connect(d.path(ledgerName), sqlite.Read, cache)
	if err == nil {
		if _, err = c.Number("PRAGMA schema_version"); err == nil {
			return c, nil
		}
		err = errors.Join(err, c.Close())
	}
	if code := sqlite.Code(err); code != sqlite.CodeCantOpen && code != sqlite.CodeReadOnly {
		return nil, err
	}
	unclean, e := d.holds(ledgerName + "-wal")
	switch {
	case e != nil:
		return nil, e
	case unclean:
		return nil, fmt.Errorf("%w: commits stand in ledger.db-wal, and in a directory that cannot be written they cannot be read. "+
			"Copy the whole directory to where it can be written, and ask there", ErrGuard)
	}
	return connect(d.path(ledgerName), sqlite.Still, cache)
}

// use lends a connection to fn.
func (p *pool) use(ctx context.Context, fn func(*sqlite.Conn) error) error {
	select {
	case <-p.gone:
		return ErrClosed
	default:
	}
	select {
	case c := <-p.free:
		defer func() { p.free <- c }()
		return fn(c)
	case <-p.gone:
		return ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	}
}

// close waits for the connections that are lent.
func (p *pool) close() error {
	close(p.gone)
	var errs []error
	for range poolSize {
		errs = append(errs, (<-p.free).Close())
	}
	return errors.Join(errs...)
}

func (l *Ledger) read(ctx context.Context, fn func(*sqlite.Conn) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return l.readers.use(ctx, fn)
}

// Find looks records up by the MACs of their keys: one entry for each key, in
// order, with ID 0 where the ledger has none.
func (l *Ledger) Find(ctx context.Context, keys []MAC) ([]Record, error) {
	found := make([]Record, len(keys))
	at := make(map[MAC][]int, len(keys))
	for i, k := range keys {
		at[k] = append(at[k], i)
	}
	err := l.read(ctx, func(c *sqlite.Conn) error {
		if l.writer == nil {
			if err := l.finder.catchUp(c); err != nil {
				return fmt.Errorf("look records up: %w", err)
			}
		}
		for some := range slices.Chunk(keys, findBatch) {
			if err := ctx.Err(); err != nil {
				return err
			}
			err := l.tx(c).withKeys(some, func(r Record) {
				for _, i := range at[r.Prints.Key] {
					found[i] = r
				}
			})
			if err != nil {
				return fmt.Errorf("look records up: %w", err)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// tx is what a reader asks with: it sees what is committed.
func (l *Ledger) tx(c *sqlite.Conn) *tx { return &tx{c: c, f: l.finder} }

// withKeys calls fn for the records with keys, no more than findBatch, in the order
// in which they came into the ledger: neighbours there stand on one page.
func (t *tx) withKeys(keys []MAC, fn func(Record)) error {
	ids := make([]int64, 0, findBatch)
	if err := t.among(keys, func(record int64) { ids = append(ids, record) }); err != nil || len(ids) == 0 {
		return err
	}
	slices.Sort(ids)
	return t.withIDs(ids, fn)
}

// withIDs calls fn for records, no more than findBatch.
func (t *tx) withIDs(ids []int64, fn func(Record)) error {
	args := make([]sqlite.Value, findBatch) // NULL, which no record equals, where there is none
	for i, id := range ids {
		args[i] = id
	}
	return t.c.Query(findSQL, func(row []sqlite.Value) error {
		r := scanRecord(row)
		r.Images = kyc.ImageSet(asInt(row[recordWidth]))
		fn(r)
		return nil
	}, args...)
}

// imagesDone is the kyc.ImageSet of the pictures that ARGOS has of a record r, which has
// one row of each kind at most.
var imagesDone = func() string {
	var kinds strings.Builder
	for k := range kyc.NumImages {
		fmt.Fprintf(&kinds, " WHEN '%s' THEN %d", k, kyc.ImageSet(0).With(k))
	}
	return "(SELECT coalesce(sum(CASE i.kind" + kinds.String() + " END), 0) FROM image i WHERE i.record = r.id AND i.state = 'done')"
}()

var findSQL = "SELECT " + recordColumns + ", " + imagesDone + " FROM record r WHERE r.id IN (?" + strings.Repeat(",?", findBatch-1) + ")"

// findArgs fills up with NULL, which no key equals.
func findArgs(keys []MAC) []sqlite.Value {
	args := make([]sqlite.Value, findBatch)
	for i := range keys {
		args[i] = blob(&keys[i])
	}
	return args
}

// Clash finds another record than the one with p.Key that has the same folded
// key or userid; ID 0 if there is none. Rejected records do not clash.
func (l *Ledger) Clash(ctx context.Context, p Prints) (r Record, err error) {
	err = l.read(ctx, func(c *sqlite.Conn) (err error) {
		r, err = l.tx(c).clash(&p)
		return err
	})
	return r, err
}

func (t *tx) clash(p *Prints) (Record, error) {
	for _, by := range []struct {
		column string
		mac    MAC
	}{{"folded_mac", p.Folded}, {"userid_mac", p.UserID}} {
		if by.mac.IsZero() {
			continue
		}
		r, err := t.clashBy(by.column, by.mac, p.Key)
		if err != nil {
			return Record{}, fmt.Errorf("look for a record with the same key or userid: %w", err)
		}
		if r.ID != 0 {
			return r, nil
		}
	}
	return Record{}, nil
}

// clashBy finds another record by its folded key or its userid: one that differs
// from its key has an index, and one that is its key is found by it.
func (t *tx) clashBy(column string, mac, key MAC) (r Record, err error) {
	byKey, err := t.find(mac)
	if err != nil {
		return Record{}, err
	}
	err = t.c.Query("SELECT "+recordColumns+" FROM record r WHERE r.id = (SELECT min(id) FROM ("+
		"SELECT r.id FROM record r WHERE "+sameAs(column, "?1", "?2")+
		" UNION ALL SELECT r.id FROM record r WHERE r.id = ?3 AND r."+column+" = ?1 AND r.key_mac <> ?2 AND r.state <> 'rejected'))",
		func(row []sqlite.Value) error {
			r = scanRecord(row)
			return nil
		}, mac[:], key[:], byKey)
	return r, err
}

// sameAs is the condition for another record r with the same folded key or userid,
// where it is not r's key: as it is stated in the index.
func sameAs(column, mac, key string) string {
	return "r." + column + " = " + mac + " AND r." + column + " <> r.key_mac AND r.key_mac <> " + key + " AND r.state <> 'rejected'"
}

// Attempts lists the attempts of a record, oldest first.
func (l *Ledger) Attempts(ctx context.Context, record int64) (attempts []Attempt, err error) {
	err = l.read(ctx, func(c *sqlite.Conn) error {
		return c.Query(attemptsSQL, func(row []sqlite.Value) error {
			a, err := scanAttempt(row)
			attempts = append(attempts, a)
			return err
		}, record)
	})
	return attempts, err
}

var (
	attemptsSQL = allAttempts("record = ?1", "id = ?1") + " ORDER BY n"
	openByValue = allAttempts("lookup_mac = ?1 AND closed = 0", "id IN (SELECT value FROM json_each(?3)) AND lookup_mac = ?1 AND closed = 0")
	rivalsSQL   = "SELECT a.*, " + recordColumns + " FROM (" + openByValue + `) a
		JOIN record r ON r.id = a.record WHERE r.id <> ?2 AND r.state IN ('sending', 'doubt') ORDER BY a.record, a.n`
)

// Owners tells which of the submission ids are known, and of which record: the
// one that is bound to it, or that has it beside the one it is bound to, or that
// it was shown to belong to (Disown).
func (l *Ledger) Owners(ctx context.Context, submissions []string) (map[string]Record, error) {
	owners := make(map[string]Record)
	err := l.read(ctx, func(c *sqlite.Conn) error {
		t := l.tx(c)
		for _, id := range submissions {
			o, err := t.owner(id)
			if err != nil {
				return err
			}
			if o == 0 {
				continue
			}
			if owners[id], err = t.record("r.id = ?", o); err != nil {
				return err
			}
		}
		return nil
	})
	return owners, err
}

// Rivals lists the open attempts (state sending or doubt) of other records
// than the given one that would be looked up by the same value.
func (l *Ledger) Rivals(ctx context.Context, lookup MAC, except int64) (rivals []Rival, err error) {
	if lookup.IsZero() {
		return nil, nil
	}
	last, err := json.Marshal(l.open.with(lookup))
	if err != nil {
		return nil, err
	}
	err = l.read(ctx, func(c *sqlite.Conn) error {
		return c.Query(rivalsSQL,
			func(row []sqlite.Value) error {
				a, err := scanAttempt(row)
				r := scanRecord(row[attemptWidth:])
				rivals = append(rivals, Rival{Prints: r.Prints, State: r.State, Attempt: a})
				return err
			}, lookup[:], except, string(last))
	})
	return rivals, err
}

// OpenCount counts records in state sending or doubt; of a ledger opened for
// reading, when it was opened.
func (l *Ledger) OpenCount(context.Context) (int64, error) { return l.open.count(), nil }

// Each calls fn for every record, oldest first. It reads in pages, so that a
// run beside it is not held up; fn may use the ledger.
func (l *Ledger) Each(ctx context.Context, fn func(Record) error) error {
	return l.each(ctx, "", fn)
}

// OpenRecords lists the records in state sending or doubt, oldest first. It reads
// every record, unless this process knows by its own changes that none is open.
func (l *Ledger) OpenRecords(ctx context.Context) ([]Record, error) {
	if l.writer != nil && l.open.count() == 0 {
		return nil, ctx.Err()
	}
	return l.all(ctx, andOpen)
}

const andOpen = "AND r.state IN ('sending', 'doubt')"

// AuditDue lists the records that were sent again after they were believed
// absent, and have not been audited since (A1), oldest first.
func (l *Ledger) AuditDue(ctx context.Context) ([]Record, error) {
	return l.all(ctx, "AND r.audit_due = 1")
}

func (l *Ledger) all(ctx context.Context, and string) (rs []Record, err error) {
	err = l.each(ctx, and, func(r Record) error {
		rs = append(rs, r)
		return nil
	})
	return rs, err
}

func (l *Ledger) each(ctx context.Context, and string, fn func(Record) error) error {
	sql := fmt.Sprintf("SELECT %s FROM record r WHERE r.id > ? %s ORDER BY r.id LIMIT %d", recordColumns, and, pageSize)
	page := make([]Record, 0, pageSize)
	for last := int64(0); ; last = page[len(page)-1].ID {
		page = page[:0]
		err := l.read(ctx, func(c *sqlite.Conn) error {
			return c.Query(sql, func(row []sqlite.Value) error {
				page = append(page, scanRecord(row))
				return nil
			}, last)
		})
		if err != nil {
			return fmt.Errorf("list the ledger: %w", err)
		}
		for _, r := range page {
			if err := fn(r); err != nil {
				return err
			}
		}
		if len(page) < pageSize {
			return nil
		}
	}
}

// Summary counts what the ledger holds, for status and for guards. It reads
// every record. CallsToday is of the UTC day by this machine's clock.
func (l *Ledger) Summary(ctx context.Context) (s Summary, err error) {
	s = Summary{ByState: make(map[State]int64), Epoch: l.epoch, CallsToday: l.calls.on(time.Now().UTC().Format(time.DateOnly))}
	err = l.read(ctx, func(c *sqlite.Conn) error {
		err := c.Query(`SELECT state, count(*), sum(audit_due), sum(doubled), sum(state = 'rejected' AND epoch < ?)
			FROM record GROUP BY state`, func(row []sqlite.Value) error {
			s.ByState[State(asText(row[0]))] = asInt(row[1])
			s.AuditDue += asInt(row[2])
			s.Doubled += asInt(row[3])
			s.StaleRejects += asInt(row[4])
			return nil
		}, l.epoch)
		if err != nil {
			return fmt.Errorf("count the records: %w", err)
		}
		return c.Query("SELECT count(*), sum(state = 'done') FROM image", func(row []sqlite.Value) error {
			s.ImagesDone = asInt(row[1])
			s.ImagesOpen = asInt(row[0]) - s.ImagesDone
			return nil
		})
	})
	return s, err
}
