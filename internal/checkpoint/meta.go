package checkpoint

import (
	"context"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"slices"
	"strings"

	"kycmigrate/internal/sqlite"
)

// Values that a ledger has without being told.
const (
	// MetaRunID is what the marks of a ledger's records begin with. It is there
	// from the birth on, so that no loss of commits changes it.
	MetaRunID = "run_id"
	// MetaLostRuns lists, separated by spaces, the run ids of ledgers that stood
	// in this directory and are lost. Their secrets are lost as well, so that a
	// mark of theirs shows where a record was sent from, and not which it is.
	MetaLostRuns = "lost_runs"
)

// runOf is the run id of the ledger with an id.
func runOf(ledger string) string {
	sum := sha256.Sum256([]byte("run of ledger " + ledger))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5]))
}

// lostRuns is the value of MetaLostRuns, with the ledger that ledger.mark speaks
// of, should it be another one than the ledger that is there.
func lostRuns(c *sqlite.Conn, d *disk, id string) (string, error) {
	known, err := getMeta(c, MetaLostRuns)
	if err != nil {
		return "", err
	}
	runs := strings.Fields(known)
	m, there, err := readMark(d)
	if there && err == nil && m.ID != id && !slices.Contains(runs, runOf(m.ID)) {
		runs = append(runs, runOf(m.ID))
	}
	return strings.Join(runs, " "), nil // a mark that cannot be read names nobody
}

// Meta reads a named value of the run directory, "" if it has none.
func (l *Ledger) Meta(ctx context.Context, name string) (value string, err error) {
	err = l.read(ctx, func(c *sqlite.Conn) error {
		value, err = getMeta(c, name)
		return err
	})
	return value, err
}

// SetMeta makes a named value durable. Names that start with "ledger." are
// the ledger's own.
func (l *Ledger) SetMeta(ctx context.Context, name, value string) error {
	if name == "" || strings.HasPrefix(name, "ledger.") {
		return fmt.Errorf("the name %q is the ledger's own", name)
	}
	return l.submit(ctx, &op{urgency: intent, do: func(t *tx) error { return putMeta(t.c, name, value) }})
}
