package checkpoint

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"kycmigrate/internal/sqlite"
)

// guard compares the ledger with its mark (O2). What it finds is noted in the
// ledger before the mark is made to fit again: a run that was told to recover
// and died stays cautious.
func (l *Ledger) guard(c *sqlite.Conn, place identity, lost string, recover bool) error {
	seq, epoch, err := counters(c)
	if err != nil {
		return err
	}
	found, ahead := findings(l.disk, place, seq, epoch)
	if lost != "" {
		found = append([]string{lost}, found...)
	}
	if len(found) > 0 {
		what := strings.Join(found, "; ")
		if !recover {
			return fmt.Errorf("%w: %s: %s. If records may have been sent since this copy was made, put the newest copy of the whole "+
				"directory back. Otherwise start again with --recover: every record is then looked up before it is sent", ErrGuard, l.disk.dir, what)
		}
		l.notes = append(l.notes, "accepted with --recover: "+what)
		seq = max(seq, ahead) + 1
		runs, err := lostRuns(c, l.disk, place.ID)
		if err == nil {
			err = setMetas(c, map[string]string{metaCautious: what, MetaLostRuns: runs, metaSeq: strconv.FormatInt(seq, 10)})
		}
		if err != nil {
			return fmt.Errorf("note the recovery in the ledger: %w", err)
		}
	}
	l.writer.seq = seq
	if err := l.disk.at("guarded"); err != nil {
		return err
	}
	l.writer.mark, err = newMarkFile(l.disk, mark{Seq: seq, identity: place})
	return errors.Join(err, l.disk.at("marked"))
}

// checkLedger makes sure that the file is a ledger, of a schema that this
// program knows, and that the secret is its own. It returns the ledger's id.
func checkLedger(c *sqlite.Conn, p *printer) (string, error) {
	version, err := c.Number("PRAGMA user_version")
	if err != nil {
		return "", unreadable(err)
	}
	switch {
	case version <= 0:
		return "", fmt.Errorf("%w: ledger.db is no ledger, or is empty. Put it back from where the directory came from", ErrGuard)
	case version > schemaVersion:
		return "", fmt.Errorf("%w: ledger.db was written by a newer migrate (its format is %d, this program knows %d). Use that version; run.json names it", ErrGuard, version, schemaVersion)
	case version < schemaVersion:
		return "", fmt.Errorf("%w: ledger.db was written by an older migrate (its format is %d, this program writes %d). Finish the migration with that version; run.json names it", ErrGuard, version, schemaVersion)
	}
	id, err := getMeta(c, metaID)
	if err != nil {
		return "", unreadable(err)
	}
	want, err := getMeta(c, metaSecret)
	if err != nil {
		return "", unreadable(err)
	}
	if id == "" || secretCheck(p, id) != want {
		return "", fmt.Errorf("%w: secret.key is not the secret that ledger.db was written with; without it no record can be recognised. "+
			"Put both back from the same copy", ErrGuard)
	}
	return id, nil
}

// checkWhole reads the whole ledger after a process that did not close it: an
// older ledger.db beside a newer ledger.db-wal has the right commit number and
// the wrong pages. Rows are never deleted, so records number without a gap and
// their attempts add up; and what leads to them is exact.
func checkWhole(c *sqlite.Conn, f *finder) error {
	said, err := c.Text("PRAGMA integrity_check(1)")
	var sums int64
	if err == nil {
		sums, err = c.Number(`SELECT count(*) = coalesce(max(id), 0) AND coalesce(sum(max(attempts - 1, 0)), 0) = (SELECT count(*) FROM attempt) FROM record`)
	}
	found := false
	if err == nil {
		found, err = f.check(c)
	}
	if err != nil && sqlite.Code(err) != sqlite.CodeCorrupt {
		return unreadable(err)
	}
	if err != nil || said != "ok" || sums == 0 || !found {
		return fmt.Errorf("%w: ledger.db is damaged, or ledger.db-wal belongs to another copy of it. Put the newest copy of both back", ErrGuard)
	}
	return nil
}

// unreadable explains an error of the first access to the file.
func unreadable(err error) error {
	if code := sqlite.Code(err); code == sqlite.CodeNotADB || code == sqlite.CodeCorrupt {
		return fmt.Errorf("%w: ledger.db is damaged: %w. Put it back from where the directory came from", ErrGuard, err)
	}
	return fmt.Errorf("read ledger.db: %w", err)
}

// counters reads how many commits and processes the ledger has seen.
func counters(c *sqlite.Conn) (seq, epoch int64, err error) {
	seq, err = metaNumber(c, metaSeq)
	if err == nil {
		epoch, err = metaNumber(c, metaEpoch)
	}
	return seq, epoch, err
}

// setMetas writes several values in one transaction.
func setMetas(c *sqlite.Conn, values map[string]string) error {
	if _, err := c.Exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	for name, value := range values {
		if err := putMeta(c, name, value); err != nil {
			return errors.Join(err, rollback(c))
		}
	}
	_, err := c.Exec("COMMIT")
	return err
}
