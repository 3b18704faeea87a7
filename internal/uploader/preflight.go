package uploader

import (
	"context"
	"encoding/hex"
	"errors"
	"time"

	"kycmigrate/internal/kyc"
)

// readiness remembers what was made sure of before the first calls of a
// process. The first record that needs it does it; the others wait.
type readiness struct {
	turn
	contacted bool
	vague     int       // rounds of sample lookups without a clear answer
	again     time.Time // no earlier round, by our clock
	prepared  bool
	err       error
}

// contacted makes sure, before anything that a lookup says is believed, that
// the API key sees what this directory created (O4).
func (u *Uploader) contacted(ctx context.Context) error {
	if err := u.ready.lock(u.soft); err != nil {
		return err
	}
	defer u.ready.unlock()
	return u.contactedLocked(ctx)
}

func (u *Uploader) contactedLocked(ctx context.Context) error {
	if u.ready.err != nil || u.ready.contacted {
		return u.ready.err
	}
	err := u.ready.keep(u.contact(ctx))
	u.ready.contacted = err == nil
	return err
}

// turn is held by the record that makes sure of something for all. It is a
// channel, so that waiting for it ends with the run.
type turn chan struct{}

func newTurn() turn { return make(turn, 1) }

func (t turn) lock(ctx context.Context) error {
	select {
	case t <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (t turn) unlock() { <-t }

// keep remembers an error that stops the run; any other may pass.
func (r *readiness) keep(err error) error {
	var stop *Stop
	if errors.As(err, &stop) {
		r.err = err
	}
	return err
}

// prepared makes sure, before the first POST, that these records are not in
// ARGOS already (O3).
func (u *Uploader) prepared(ctx context.Context, w *work) error {
	if err := u.ready.lock(u.soft); err != nil {
		return err
	}
	defer u.ready.unlock()
	if u.ready.prepared || u.ready.err != nil {
		return u.ready.err
	}
	if now := time.Now(); now.Before(u.ready.again) {
		return &later{until: u.ready.again}
	}
	if err := u.contactedLocked(ctx); err != nil {
		return err
	}
	if !u.cfg.NoPreflight && !u.cautious.Load() { // cautious: each is looked up by itself
		if err := u.ready.keep(u.sample(ctx, w)); err != nil {
			return err
		}
	}
	if u.clock.newest().IsZero() {
		if err := u.ready.keep(u.firstDate(ctx, w)); err != nil {
			return err
		}
	}
	if err := u.bindFirst(ctx); err != nil {
		return err
	}
	if err := u.keepEncryption(ctx); err != nil {
		return err
	}
	u.ready.prepared = true
	return nil
}

// bindFirst binds a directory that has created nothing yet before its first
// intent: one that is left open tells nothing in another project (O4).
func (u *Uploader) bindFirst(ctx context.Context) error {
	loose, err := u.loose(ctx)
	if err != nil || !loose {
		return err
	}
	return u.bind(ctx)
}

// firstDate makes one lookup so that the first intent has a server time (S2).
func (u *Uploader) firstDate(ctx context.Context, w *work) error {
	by := lookupField(&w.sub)
	if by >= kyc.NumFields {
		return nil
	}
	_, err := u.look(ctx, by, w.sub[by])
	return err
}

// redate makes one such lookup, for all records that wait, where the server time is
// out of date.
func (u *Uploader) redate(ctx context.Context, w *work) error {
	if err := u.ready.lock(u.soft); err != nil {
		return err
	}
	defer u.ready.unlock()
	if !u.outdated() {
		return nil
	}
	u.redated.Store(int64(time.Since(u.begun)))
	return u.firstDate(ctx, w)
}

// contact reads the control submission back. Its absence means that the key
// belongs to another project, or that the target was emptied.
func (u *Uploader) contact(ctx context.Context) error {
	id, err := u.ledger.Meta(ctx, metaControl)
	if err != nil {
		return err
	}
	changed, err := u.credentialChanged(ctx)
	if err != nil {
		return err
	}
	if id == "" {
		if changed && u.doubts.Load() > 0 {
			return bindingStop("project_unproven", "the API key has changed and no record of this directory can show that it belongs to the same project",
				"use the key that the records in doubt were sent with")
		}
		return nil
	}
	seen, clear, err := u.controlSeen(ctx, id)
	switch {
	case err != nil:
		return err
	case !seen && changed:
		return bindingStop("project_changed", "the API key has changed, and lookups with it do not show what this run directory created",
			"use a key of the project that this run directory began with")
	case !seen && !clear:
		u.log.Event("warn", "the control record could not be read back: lookups prove nothing for now")
	case !seen:
		return &Stop{
			Kind: StopTarget, Code: "control_missing",
			Message: "the target does not know the records that this run directory created",
			Hint:    "find out whether the project was emptied or the target is another one; nothing was sent",
		}
	case changed:
		return u.bind(ctx)
	}
	return nil
}

// credentialChanged reports that the directory is bound with another API key.
func (u *Uploader) credentialChanged(ctx context.Context) (bool, error) {
	credential, err := u.ledger.Meta(ctx, metaCredential)
	now := hex.EncodeToString(u.cfg.Binding.Credential[:])
	return credential != "" && credential != now, err
}

// controlSeen looks the control submission up by id, and, should it have been
// deleted since, the known records of the source. clear tells whether the
// target said so when it was not seen.
func (u *Uploader) controlSeen(ctx context.Context, id string) (seen, clear bool, _ error) {
	for try := 0; try <= len(u.cfg.Settle); try++ {
		ans, err := u.lookByID(ctx, id)
		if err != nil || holds(ans, id) {
			return err == nil, true, err
		}
		clear = ans.complete
		if seen, err := u.knownSeen(ctx); err != nil || seen {
			return seen, true, err
		}
		if try < len(u.cfg.Settle) {
			if err := sleep(u.soft, u.cfg.Settle[try]); err != nil {
				return false, false, err
			}
		}
	}
	return false, clear, nil
}

// knownSeen looks up what the first pass saw to be in ARGOS.
func (u *Uploader) knownSeen(ctx context.Context) (bool, error) {
	for _, by := range []kyc.Field{kyc.UserID, kyc.Email} {
		k := u.control.pick(by, u.clock.newest())
		if k == nil {
			continue
		}
		ans, err := u.look(ctx, by, k.value)
		if err != nil || holds(ans, k.id) {
			return err == nil, err
		}
	}
	return false, nil
}
