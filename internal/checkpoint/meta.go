package checkpoint

import (
	"context"
	"fmt"
	"strings"
)

// Meta reads a named value of the run directory, "" if it has none.
func (l *Ledger) Meta(ctx context.Context, name string) (value string, err error) {
	err = l.read(ctx, func(c *conn) error {
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
