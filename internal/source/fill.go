package source

import (
	"context"
	"io"

	"kycmigrate/internal/kyc"
)

// Fill does what Reader.Read promises, for a reader whose rows come one by one:
// next reads one into what it is given, and returns io.EOF behind the last. ctx
// is looked at before the first row and every 256 rows.
func Fill(ctx context.Context, rows []kyc.Row, next func(*kyc.Row) error) (int, error) {
	for n := range rows {
		if n%256 == 0 && ctx.Err() != nil {
			return n, ctx.Err()
		}
		switch err := next(&rows[n]); {
		case err == io.EOF && n > 0:
			return n, nil
		case err != nil:
			return n, err
		}
	}
	return len(rows), nil
}
