package checkpoint

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"

	"kycmigrate/internal/sqlite"
)

// Options says how a ledger is opened. The zero value is a run's.
type Options struct {
	// Recover accepts a directory whose place or history does not fit its
	// ledger (O2). The ledger is cautious from then on; see Ledger.Cautious.
	Recover bool
	// ReadOnly opens beside a run that is going on: no lock is taken, nothing
	// is created or repaired, and every change is refused.
	ReadOnly bool
	// Aside is for a process that changes the ledger but is no run (migrate
	// resolve): it starts no new epoch, so rejects do not grow stale by it.
	Aside bool
	// Gather is how long a change may wait for others to share its commit
	// while several are being made; 2ms if zero.
	Gather time.Duration
	// Host names this machine; os.Hostname if nil.
	Host func() (string, error)
	// Unsynced gives durability up. For tests only.
	Unsynced bool

	hook func(step string) error // see disk.hook
}

// Ledger is an open ledger. It is safe for concurrent use.
type Ledger struct {
	disk     *disk
	lock     *flock.Flock
	print    *printer
	finder   *finder
	readers  *pool
	writer   *committer // nil if read-only
	calls    *callBook
	epoch    int64
	cautious bool
	empty    bool // it held no record when it was opened
	notes    []string
	open     openBook
	callTime atomic.Int64 // of the target, in nanoseconds
	tidy     atomic.Bool  // the WAL is to be emptied behind the next commit

	closing sync.Once
	closed  error
}

// Open opens the ledger of the run directory dir and, unless it is read-only,
// creates both if they are not there. It locks the directory until Close.
//
// It refuses with ErrLocked while another process works there, and with
// ErrGuard where a part of the directory is missing, damaged or older than the
// rest, or where the directory is not the one the ledger was written in (O1,
// O2). What it repaired or accepted is in Notes.
func Open(ctx context.Context, dir string, o Options) (*Ledger, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if o.Gather == 0 {
		o.Gather = 2 * time.Millisecond
	}
	if o.Host == nil {
		o.Host = os.Hostname
	}
	if !o.ReadOnly {
		if err := makeDir(dir); err != nil {
			return nil, err
		}
	}
	d, err := newDisk(dir, o)
	if err != nil {
		return nil, err
	}
	if o.ReadOnly {
		return openReader(d)
	}
	return openWriter(d, o)
}

func newDisk(dir string, o Options) (*disk, error) {
	abs, err := filepath.Abs(dir)
	if err == nil {
		abs, err = filepath.EvalSymlinks(abs)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no run directory %s: %w", dir, fs.ErrNotExist)
	}
	if err != nil {
		return nil, fmt.Errorf("find the run directory: %w", err)
	}
	return &disk{dir: abs, sync: !o.Unsynced, hook: o.hook}, nil
}

// openReader opens a ledger for reading beside its run.
func openReader(d *disk) (*Ledger, error) {
	f, err := survey(d)
	if err != nil {
		return nil, err
	}
	if !f.ledger && !f.secret {
		return nil, fmt.Errorf("no run was made in %s yet: %w", d.dir, fs.ErrNotExist)
	}
	l := &Ledger{disk: d}
	if err := l.identify(); err != nil {
		return nil, err
	}
	if l.readers, err = openPool(d); err != nil {
		return nil, err
	}
	err = l.readers.use(context.Background(), func(c *sqlite.Conn) error {
		id, err := checkLedger(c, l.print)
		if err != nil {
			return err
		}
		if err := l.findAnew(c); err != nil {
			return err
		}
		if _, err := l.open.load(c); err != nil {
			return err
		}
		return l.load(c, id)
	})
	if err != nil {
		return nil, errors.Join(err, l.readers.close())
	}
	return l, nil
}

// openWriter opens a ledger for a run.
func openWriter(d *disk, o Options) (*Ledger, error) {
	host, err := o.Host()
	if err != nil {
		return nil, fmt.Errorf("find this machine's name: %w", err)
	}
	fl, err := takeLock(d, host)
	if err != nil {
		return nil, err
	}
	l := &Ledger{disk: d, lock: fl}
	if err := l.start(o, host); err != nil {
		return nil, errors.Join(err, l.abandon())
	}
	return l, nil
}

// abandon lets go of what start took before it failed.
func (l *Ledger) abandon() error {
	var errs []error
	if l.readers != nil {
		errs = append(errs, l.readers.close())
	}
	if l.writer != nil {
		errs = append(errs, l.writer.release())
	}
	return errors.Join(append(errs, l.lock.Close())...)
}

// start checks the directory and begins this process's epoch.
func (l *Ledger) start(o Options, host string) error {
	lost, err := settle(l.disk, o.Recover)
	if err != nil {
		return err
	}
	if err := l.identify(); err != nil {
		return err
	}
	c, id, err := l.connect(o)
	if err != nil {
		return err
	}
	place := identity{ID: id, Host: host, Path: l.disk.dir}
	if err := l.guard(c, place, lost, o.Recover); err != nil {
		return err
	}
	if err := l.findAnew(c); err != nil {
		return err
	}
	if l.empty {
		l.writer.known = new(rough)
	}
	if l.writer.tally, err = readTally(c); err != nil {
		return err
	}
	sending, err := l.open.load(c)
	if err != nil {
		return err
	}
	if err := l.begin(c, place, o, sending); err != nil {
		return err
	}
	if err := l.load(c, id); err != nil {
		return err
	}
	l.cautious = l.cautious || o.Recover
	if l.readers, err = openPool(l.disk); err != nil {
		return err
	}
	l.writer.start()
	return nil
}

// identify reads the secret, by which records are recognised, for the fingerprints
// and for the finder.
func (l *Ledger) identify() (err error) {
	if l.print, err = readSecret(l.disk); err != nil {
		return err
	}
	l.finder = &finder{print: l.print}
	return nil
}

// findAnew reads what the finder keeps in memory, and whether there is anything.
func (l *Ledger) findAnew(c *sqlite.Conn) error {
	some, err := c.Number("SELECT EXISTS (SELECT 1 FROM record)")
	if err != nil {
		return err
	}
	l.empty = some == 0
	return l.finder.load(c)
}

// connect opens the connection for writing and checks what it opened. A WAL
// with nothing in it, which a process that only reads leaves behind, takes
// nothing from ledger.db and adds nothing to it.
func (l *Ledger) connect(o Options) (*sqlite.Conn, string, error) {
	unclean, err := l.disk.holds(ledgerName + "-wal")
	if err != nil {
		return nil, "", err
	}
	c, err := connect(l.disk.path(ledgerName), sqlite.Write, writerPragmas(l.disk.sync)...)
	if err != nil {
		return nil, "", unreadable(err)
	}
	l.writer = newCommitter(l, c, o)
	id, err := checkLedger(c, l.print)
	if err == nil && unclean {
		err = errors.Join(l.disk.at("check"), checkWhole(c, l.finder))
	}
	return c, id, err
}

// begin starts this process's epoch: what an earlier process was sending, if it was
// sending anything, is in doubt from here on, and ids that it could not store are stored.
func (l *Ledger) begin(c *sqlite.Conn, place identity, o Options, sending bool) error {
	if err := prepareReserve(l.disk); err != nil {
		return err
	}
	lines, damaged, err := readRescue(l.disk)
	if err != nil {
		return err
	}
	_, epoch, err := counters(c)
	if err != nil {
		return err
	}
	if !o.Aside {
		epoch++
	}
	l.epoch = epoch
	l.writer.epoch = epoch
	first := &op{do: func(t *tx) error { return t.begin(epoch, lines, sending) }}
	l.writer.lists = everything
	if err := l.writer.commit([]*op{first}); err != nil {
		return fmt.Errorf("start with the ledger in %s: %w", place.Path, err)
	}
	if first.err != nil {
		return first.err
	}
	if len(lines) > 0 || damaged > 0 {
		l.notes = append(l.notes, fmt.Sprintf("rescue.log held %d submission ids, which are stored; %d of its lines were damaged", len(lines), damaged))
	}
	l.writer.rescue, err = newRescue(l.disk)
	return errors.Join(err, l.disk.at("begun"))
}

// load reads what the ledger keeps in memory.
func (l *Ledger) load(c *sqlite.Conn, id string) (err error) {
	if l.calls, err = loadCalls(c); err != nil {
		return err
	}
	if l.writer != nil {
		l.writer.calls = l.calls
	} else if _, l.epoch, err = counters(c); err != nil {
		return err
	}
	why, err := getMeta(c, metaCautious)
	l.cautious = why != ""
	return err
}

// Empty reports whether the ledger held no record when it was opened.
func (l *Ledger) Empty() bool { return l.empty }

// Epoch numbers this process among all that ran in the directory, from 1.
func (l *Ledger) Epoch() int64 { return l.epoch }

// Cautious reports whether the ledger's history may have holes: every record
// must be looked up before its first POST (O3). It stays so over restarts
// until Trust is called.
func (l *Ledger) Cautious() bool { return l.cautious }

// Trust ends caution: a cautious run has read its whole source and looked up
// every record of it.
func (l *Ledger) Trust(ctx context.Context) error {
	return l.submit(ctx, &op{do: func(t *tx) error { return putMeta(t.c, metaCautious, "") }})
}

// Notes lists what Open accepted or repaired, in sentences for the log.
func (l *Ledger) Notes() []string { return l.notes }

// Print returns the keyed fingerprint of parts within a domain; zero when
// every part is empty. Parts are length-prefixed, so ("a,b") and ("a", "b")
// differ.
func (l *Ledger) Print(domain string, parts ...string) MAC { return l.print.print(domain, parts) }

// Close makes every change durable that was handed over, and lets the
// directory go. After a failed commit it returns that failure.
func (l *Ledger) Close() error {
	l.closing.Do(func() {
		var errs []error
		if l.writer != nil {
			errs = append(errs, l.writer.stop())
		}
		errs = append(errs, l.readers.close())
		if l.writer != nil {
			errs = append(errs, l.writer.release(), l.lock.Close())
		}
		l.closed = errors.Join(errs...)
	})
	return l.closed
}
