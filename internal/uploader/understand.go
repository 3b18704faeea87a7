package uploader

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"kycmigrate/internal/checkpoint"
)

// unread are the records of earlier processes whose POST was answered with
// success in a form that could not be read. Nothing is posted before each of
// them is understood (S5): the next answer would be as unreadable.
type unread struct {
	turn
	records map[int64]*work // by record; without a row where this source does not contain it
	done    atomic.Bool     // each of them is found, or believed absent
	err     error
}

// loadUnread reads from the ledger which records those are, and takes their rows
// from the scout.
func (u *Uploader) loadUnread(ctx context.Context) error {
	u.unread.turn, u.unread.records = newTurn(), map[int64]*work{}
	if u.doubts.Load() == 0 {
		return nil
	}
	open, err := u.ledger.OpenRecords(ctx)
	for _, r := range open {
		if r.Reason != reasonUnreadable {
			continue
		}
		w := &work{subject: subject{entry: r}}
		if u.cfg.Scout != nil && u.cfg.Scout.unread[r.ID] != nil {
			w = u.cfg.Scout.unread[r.ID]
		}
		u.unread.records[r.ID] = w
	}
	return err
}

// understood looks those records up until each is understood. They may stand
// anywhere in the source, so this is done outside the record loop, by the first
// record that is to be posted or is one of them; the others wait.
func (u *Uploader) understood(ctx context.Context) error {
	if len(u.unread.records) == 0 || u.unread.done.Load() {
		return nil
	}
	if err := u.unread.lock(u.soft); err != nil {
		return err
	}
	defer u.unread.unlock()
	if u.unread.err != nil || u.unread.done.Load() {
		return u.unread.err
	}
	var elsewhere *checkpoint.Record
	group, ctx := errgroup.WithContext(ctx)
	for _, w := range u.unread.records {
		if w.rec == nil {
			elsewhere = &w.entry
			continue
		}
		group.Go(func() error { return u.understand(ctx, w) })
	}
	err := group.Wait()
	if err == nil && elsewhere != nil {
		err = unreadElsewhereStop(elsewhere)
	}
	var stop *Stop
	if errors.As(err, &stop) {
		u.unread.err = err
	}
	u.unread.done.Store(err == nil)
	return err
}

// understand settles the doubt of one record. What it comes to is taken over
// when the record's row is handled.
func (u *Uploader) understand(ctx context.Context, w *work) error {
	if !w.ahead {
		if _, err := u.reopen(ctx, w); err != nil {
			return err
		}
		w.ahead, w.halted = true, true
		u.flight.halt()
	}
	for w.phase == phaseDoubt {
		step, err := u.resolve(ctx, w)
		var late *later
		switch {
		case errors.As(err, &late):
			step.Again = late.until
		case err != nil:
			return err
		}
		if w.phase != phaseDoubt {
			break
		}
		if err := sleep(u.soft, time.Until(step.Again)); err != nil {
			return err
		}
	}
	return nil
}
