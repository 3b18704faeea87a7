package checkpoint

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"

	"kycmigrate/internal/sqlite"
)

const (
	ledgerName = "ledger.db"
	secretName = "secret.key"
	// A ledger and its secret are born under these names. The secret takes its
	// real name first, the ledger last; so a ledger never lacks its secret
	// (O1), and a process killed in between leaves a pair that the next one can
	// tell from a directory that lost its ledger.
	bornLedger = "ledger.db.new"
	bornSecret = "secret.key.new"
)

// bornFiles are all that a birth which was cut short may leave.
var bornFiles = []string{bornSecret, bornLedger, bornLedger + "-wal", bornLedger + "-shm", bornLedger + "-journal"}

// Unborn reports whether a directory with these entries holds no ledger yet and
// nothing else either: it is empty, or a process was killed in it before its
// ledger had a name. Open begins anew there.
func Unborn(entries []fs.DirEntry) bool {
	for _, e := range entries {
		if e.Name() != lockName && !slices.Contains(bornFiles, e.Name()) {
			return false
		}
	}
	return true
}

// files tells which of the files that make a ledger are there.
type files struct{ ledger, secret, mark, bornLedger bool }

func survey(d *disk) (f files, err error) {
	for name, there := range map[string]*bool{
		ledgerName: &f.ledger, secretName: &f.secret, markName: &f.mark, bornLedger: &f.bornLedger,
	} {
		ok, e := d.has(name)
		*there, err = ok, errors.Join(err, e)
	}
	return f, err
}

// settle makes sure that the directory holds a ledger and its secret: it
// creates both where there is neither, finishes a birth that was cut short,
// and refuses everything else (O1). lost names a history that is gone, which
// only recover accepts.
func settle(d *disk, recover bool) (lost string, err error) {
	f, err := survey(d)
	switch {
	case err != nil:
		return "", err
	case f.ledger && f.secret:
		return "", d.remove(bornFiles...)
	case f.ledger:
		return "", fmt.Errorf("%w: %s holds ledger.db, but its secret.key is missing; without it no record can be recognised. "+
			"Put secret.key back from where the directory came from", ErrGuard, d.dir)
	case f.secret && f.bornLedger && !f.mark:
		return "", d.rename(bornLedger, ledgerName)
	case f.secret:
		return "", fmt.Errorf("%w: %s holds secret.key, but ledger.db is missing: what was sent before is not known. "+
			"Put ledger.db (and ledger.db-wal, if there was one) back from where the directory came from", ErrGuard, d.dir)
	case f.mark && !recover:
		return "", fmt.Errorf("%w: %s holds ledger.mark, but ledger.db and secret.key are missing: what was sent before is not known. "+
			"Put both back, or start again with --recover: every record is then looked up before it is sent", ErrGuard, d.dir)
	case f.mark:
		lost = "ledger.db and secret.key are missing"
	}
	return lost, birth(d)
}

// birth creates a secret and an empty ledger.
func birth(d *disk) error {
	if err := d.remove(bornFiles...); err != nil {
		return err
	}
	file := newSecret()
	secret, err := parseSecret(file)
	if err != nil {
		return err
	}
	steps := []struct {
		name string
		do   func() error
	}{
		{"secret written", func() error { return d.create(bornSecret, file) }},
		{"ledger written", func() error { return createLedger(d, newPrinter(secret)) }},
		{"secret named", func() error { return d.rename(bornSecret, secretName) }},
		{"ledger named", func() error { return d.rename(bornLedger, ledgerName) }},
	}
	for _, s := range steps {
		if err := errors.Join(s.do(), d.at(s.name)); err != nil {
			return fmt.Errorf("create the ledger in %s: %w", d.dir, err)
		}
	}
	return nil
}

// createLedger writes an empty ledger under its birth name. The file exists
// before SQLite opens it, so that its mode, which the WAL inherits, is ours.
func createLedger(d *disk, p *printer) error {
	if err := d.create(bornLedger, nil); err != nil {
		return err
	}
	c, err := connect(d.path(bornLedger), sqlite.Write, writerPragmas(d.sync)...)
	if err != nil {
		return err
	}
	if err := errors.Join(writeSchema(c, p), c.Close()); err != nil {
		return err
	}
	return d.syncFile(bornLedger)
}

func writeSchema(c *sqlite.Conn, p *printer) error {
	var raw [16]byte
	rand.Read(raw[:])
	id := hex.EncodeToString(raw[:])
	sql := append([]string{"BEGIN IMMEDIATE"}, schema...)
	sql = append(sql, fmt.Sprintf("PRAGMA user_version = %d", schemaVersion))
	for _, s := range sql {
		if _, err := c.Exec(s); err != nil {
			return err
		}
	}
	first := map[string]string{metaID: id, metaSecret: secretCheck(p, id), MetaRunID: runOf(id), metaSeq: "0", metaListed: "0", metaTally: tally{}.String(), metaEpoch: "0"}
	for name, value := range first {
		if err := putMeta(c, name, value); err != nil {
			return err
		}
	}
	_, err := c.Exec("COMMIT")
	return err
}

// secretCheck is a value that only the ledger's own secret makes.
func secretCheck(p *printer, id string) string {
	m := p.print("ledger secret", []string{id})
	return hex.EncodeToString(m[:])
}

func putMeta(c *sqlite.Conn, name, value string) error {
	_, err := c.Exec("INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value)
	return err
}

func getMeta(c *sqlite.Conn, name string) (string, error) {
	return c.Text("SELECT value FROM meta WHERE name = ?", name)
}

// metaNumber reads a value that is a number.
func metaNumber(c *sqlite.Conn, name string) (int64, error) {
	s, err := getMeta(c, name)
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0, fmt.Errorf("read %s of the ledger: %w", name, err)
	}
	return n, nil
}

// readSecret reads secret.key. It never makes one.
func readSecret(d *disk) (*printer, error) {
	b, err := readLimited(d.path(secretName), 1<<10)
	if err == nil {
		b, err = parseSecret(b)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: secret.key cannot be used: %w. Put it back from where the directory came from", ErrGuard, err)
	}
	return newPrinter(b), nil
}

func writerPragmas(sync bool) []string {
	level := "synchronous(full)"
	if !sync {
		level = "synchronous(off)"
	}
	// Checkpoints each 64 MB instead of 4 halve the work for pages that are written
	// again and again. The cache, of which each page takes twice its size, holds
	// what some 100,000 records are found by; beyond that pages are read again,
	// which costs little beside the changes they are read for.
	return []string{"journal_mode(wal)", level, "wal_autocheckpoint(16000)", "cache_size(-6000)"}
}

// makeDir creates the run directory, if need be.
func makeDir(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("create the run directory: %w", err)
	}
	return nil
}
