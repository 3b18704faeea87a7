package checkpoint

import (
	"context"
	"database/sql/driver"
	"fmt"

	"kycmigrate/internal/kyc"
)

// PutImages writes the state of pictures of a bound record.
func (l *Ledger) PutImages(ctx context.Context, record int64, images []Image) error {
	return l.conclude(ctx, &op{do: func(t *tx) error {
		n, err := t.c.number("SELECT count(*) FROM record WHERE id = ? AND state IN ('posted', 'done', 'incomplete')", record)
		if err != nil {
			return err
		}
		if n != 1 {
			return t.conflictID(record, Posted, Done, Incomplete)
		}
		return t.putImages(record, images)
	}})
}

func (t *tx) putImages(record int64, images []Image) error {
	for _, i := range images {
		_, err := t.c.exec(`INSERT INTO image (record, kind, digest, state, at, reason) VALUES (?, ?, ?, ?, ?, ?)
			ON CONFLICT (record, kind) DO UPDATE SET digest = excluded.digest, state = excluded.state, at = excluded.at, reason = excluded.reason`,
			record, i.Kind.String(), blob(i.Digest), string(i.State), stamp(i.At), i.Reason)
		if err != nil {
			return fmt.Errorf("store a picture's state: %w", err)
		}
	}
	return nil
}

// Images lists the pictures of a record, in the order of their kinds.
func (l *Ledger) Images(ctx context.Context, record int64) ([]Image, error) {
	var byKind [kyc.NumImages]*Image
	err := l.read(ctx, func(c *conn) error {
		return c.query("SELECT kind, digest, state, at, reason FROM image WHERE record = ?", func(row []driver.Value) error {
			kind, ok := kyc.ImageByName(asText(row[0]))
			if !ok {
				return fmt.Errorf("the ledger holds a picture of an unknown kind %q", asText(row[0]))
			}
			byKind[kind] = &Image{Kind: kind, Digest: asMAC(row[1]), State: ImageState(asText(row[2])), At: asTime(row[3]), Reason: asText(row[4])}
			return nil
		}, record)
	})
	var images []Image
	for _, i := range byKind {
		if i != nil {
			images = append(images, *i)
		}
	}
	return images, err
}
