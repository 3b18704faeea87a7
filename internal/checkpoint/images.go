package checkpoint

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sqlite"
)

// PutImages writes the state of pictures of a bound record.
func (l *Ledger) PutImages(ctx context.Context, record int64, images []Image) error {
	return l.conclude(ctx, &op{do: func(t *tx) error {
		n, err := t.c.Number("SELECT count(*) FROM record WHERE id = ? AND state IN ('posted', 'done', 'incomplete')", record)
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
		_, err := t.c.Exec(`INSERT INTO image (record, kind, digest, state, at, reason) VALUES (?, ?, ?, ?, ?, ?)
			ON CONFLICT (record, kind) DO UPDATE SET digest = excluded.digest, state = excluded.state, at = excluded.at, reason = excluded.reason`,
			record, i.Kind.String(), blob(&i.Digest), string(i.State), stamp(i.At), i.Reason)
		if err != nil {
			return fmt.Errorf("store a picture's state: %w", err)
		}
	}
	return nil
}

// ImagesPut counts the pictures that ARGOS has of each of the records. Records
// without one are left out.
func (l *Ledger) ImagesPut(ctx context.Context, records []int64) (map[int64]int, error) {
	put := make(map[int64]int, len(records))
	err := l.read(ctx, func(c *sqlite.Conn) error {
		for some := range slices.Chunk(records, findBatch) {
			args := make([]sqlite.Value, findBatch) // NULL, which no record equals, where there is none
			for i, r := range some {
				args[i] = r
			}
			err := c.Query(imagesPutSQL, func(row []sqlite.Value) error {
				put[asInt(row[0])] = int(asInt(row[1]))
				return nil
			}, args...)
			if err != nil {
				return fmt.Errorf("count pictures: %w", err)
			}
		}
		return nil
	})
	return put, err
}

var imagesPutSQL = "SELECT record, count(*) FROM image WHERE state = 'done' AND record IN (?" + strings.Repeat(",?", findBatch-1) + ") GROUP BY record"

// Images lists the pictures of a record, in the order of their kinds.
func (l *Ledger) Images(ctx context.Context, record int64) ([]Image, error) {
	var byKind [kyc.NumImages]*Image
	err := l.read(ctx, func(c *sqlite.Conn) error {
		return c.Query("SELECT kind, digest, state, at, reason FROM image WHERE record = ?", func(row []sqlite.Value) error {
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
