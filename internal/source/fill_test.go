package source

import (
	"context"
	"errors"
	"io"
	"testing"

	"kycmigrate/internal/kyc"
)

func TestFill(t *testing.T) {
	broken := errors.New("broken")
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	for name, tt := range map[string]struct {
		ctx  context.Context
		has  int64 // rows before end
		end  error
		room int
		want int
		err  error
	}{
		"full":                    {t.Context(), 9, io.EOF, 4, 4, nil},
		"exactly":                 {t.Context(), 4, io.EOF, 4, 4, nil},
		"the last rows":           {t.Context(), 3, io.EOF, 4, 3, nil},
		"the end":                 {t.Context(), 0, io.EOF, 4, 0, io.EOF},
		"an error behind rows":    {t.Context(), 3, broken, 4, 3, broken},
		"an error":                {t.Context(), 0, broken, 4, 0, broken},
		"cancelled":               {ended, 9, io.EOF, 4, 0, context.Canceled},
		"no room":                 {t.Context(), 9, io.EOF, 0, 0, nil},
		"cancelled, and no room ": {ended, 9, io.EOF, 0, 0, nil},
	} {
		t.Run(name, func(t *testing.T) {
			rows, seq := make([]kyc.Row, tt.room), int64(0)
			n, err := Fill(tt.ctx, rows, func(row *kyc.Row) error {
				if seq == tt.has {
					return tt.end
				}
				row.Seq = seq
				seq++
				return nil
			})
			if n != tt.want || !errors.Is(err, tt.err) || (err == nil) != (tt.err == nil) {
				t.Fatalf("%d rows and %v, want %d and %v", n, err, tt.want, tt.err)
			}
			for i := range n {
				if rows[i].Seq != int64(i) {
					t.Errorf("row %d is %d", i, rows[i].Seq)
				}
			}
		})
	}
}

// A reader that is cancelled in the middle of many rows soon ends.
func TestFillIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	rows := make([]kyc.Row, 1000)
	n, err := Fill(ctx, rows, func(*kyc.Row) error {
		cancel()
		return nil
	})
	if n != 256 || !errors.Is(err, context.Canceled) {
		t.Errorf("%d rows and %v", n, err)
	}
}
