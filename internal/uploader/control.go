package uploader

import (
	"context"
	"slices"
	"sync"
	"time"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// Bounds of the control records kept in memory.
const (
	mostControls  = 256
	oldControls   = 8
	controlSpace  = 200 * time.Millisecond // between two that are kept
	controlFresh  = time.Minute            // how long a control that was found counts (N3)
	controlChance = 3                      // misses, each a read lag after the one before, after which a control is passed over
)

// known is a submission that is certainly in ARGOS, and what it is found by.
type known struct {
	by      kyc.Field
	value   string
	id      string
	since   time.Time // server time before it was sent; zero: it was adopted, or by an earlier process
	created time.Time // server time; zero: by an earlier process
	misses  int
	missed  time.Time // our clock when the last miss was counted
}

// control keeps submissions of this directory by which a lookup can be proved
// to see: "not found" means nothing while a known one is not found either
// (N3). Safe for concurrent use.
type control struct {
	mu     sync.Mutex
	old    []*known // of earlier processes
	recent []*known // of this one, oldest first, spaced
	added  time.Time
	passed map[kyc.Field]passed
}

// passed is the last control that was found.
type passed struct {
	at      time.Time // our clock
	created time.Time // its creation, server time
}

func newControl() *control { return &control{passed: map[kyc.Field]passed{}} }

// offer keeps a record that an earlier process brought into ARGOS and that is
// unchanged since: it would be found by the value it has today.
func (c *control) offer(w *subject) {
	if !isControl(&w.entry) || w.rec.Excluded != "" || w.entry.Proof == checkpoint.ByOperator || w.entry.Prints.Payload != w.prints.Payload {
		return
	}
	by := lookupField(&w.rec.Submission)
	if by >= kyc.NumFields {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.old) < oldControls {
		c.old = append(c.old, &known{by: by, value: w.rec.Submission[by], id: w.entry.SubmissionID})
	}
}

// created keeps a record that was created or adopted now, unless one was kept
// just before. since is the server's time before it was sent, zero where it was adopted.
func (c *control) created(w *work, since, at time.Time) {
	by := lookupField(&w.sub)
	if by >= kyc.NumFields {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	now := time.Now()
	if now.Sub(c.added) < controlSpace && len(c.recent) > 0 {
		return
	}
	c.added = now
	if len(c.recent) >= mostControls {
		c.recent = thin(c.recent)
	}
	c.recent = append(c.recent, &known{by: by, value: w.sub[by], id: w.entry.SubmissionID, since: since, created: at})
}

// thin drops every other one, so that what is kept spans twice the time.
func thin(list []*known) []*known {
	half := list[:0]
	for i := 0; i < len(list); i += 2 {
		half = append(half, list[i])
	}
	return half
}

// pick chooses the control for a doubt: the oldest that was created after the
// doubtful POST must have been committed, else, where the run has created
// nothing since, the newest there is.
func (c *control) pick(by kyc.Field, after time.Time) *known {
	c.mu.Lock()
	defer c.mu.Unlock()
	var newest *known
	unseen := false // one created late enough is there and was not found: an older one proves nothing
	for _, k := range c.recent {
		late := !after.IsZero() && !k.created.Before(after)
		switch {
		case k.by != by:
		case k.misses >= controlChance:
			unseen = unseen || late
		case late:
			return k
		default:
			newest = k
		}
	}
	switch {
	case unseen:
		return nil
	case newest != nil:
		return newest
	}
	for _, k := range c.old {
		if k.by == by && k.misses < controlChance {
			return k
		}
	}
	return nil
}

// found tells when a control that serves as well as k was found, zero if not
// within the last minute.
func (c *control) found(by kyc.Field, k *known) time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	p, ok := c.passed[by]
	if !ok || time.Since(p.at) >= controlFresh || p.created.Before(k.created) {
		return time.Time{}
	}
	return p.at
}

// missed notes that a control was not found. Within the read lag one miss says
// no more than many: what was created a moment ago may not be seen yet, however
// many doubts ask for it at once.
func (c *control) missed(k *known, lag time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := time.Now(); k.missed.IsZero() || now.Sub(k.missed) >= lag {
		k.misses++
		k.missed = now
	}
}

// seen notes that a control was found. One that was found before and serves as
// well stands: the earlier, the more answers it speaks for.
func (c *control) seen(by kyc.Field, k *known) {
	c.mu.Lock()
	defer c.mu.Unlock()
	k.misses, k.missed = 0, time.Time{}
	if p, ok := c.passed[by]; !ok || k.created.After(p.created) || time.Since(p.at) >= controlFresh {
		c.passed[by] = passed{at: time.Now(), created: k.created}
	}
}

// forget drops a submission that was shown to be another record's.
func (c *control) forget(id string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	other := func(k *known) bool { return k.id == id }
	c.recent, c.old = slices.DeleteFunc(c.recent, other), slices.DeleteFunc(c.old, other)
}

// empty reports that nothing is known to be in ARGOS by this kind of lookup.
func (c *control) empty(by kyc.Field) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, list := range [][]*known{c.recent, c.old} {
		for _, k := range list {
			if k.by == by {
				return false
			}
		}
	}
	return true
}

// proof is what the control says about an empty answer.
type proof int

const (
	blind      proof = iota // a known submission is not found either
	controlled              // a known one was found before the answer was asked for
	lookAgain               // a known one is found by now, but the answer is older
	noControl               // nothing is known that could be found
)

// checkControl reports whether a lookup that began at a given moment saw what
// it had to see (N3). A control that is found only afterwards says nothing
// about it: an index may have caught up in between.
func (u *Uploader) checkControl(ctx context.Context, by kyc.Field, basis, began time.Time) (proof, error) {
	if u.control.empty(by) {
		return noControl, nil
	}
	after := basis
	if !basis.IsZero() {
		after = basis.Add(u.cfg.CommitWindow)
	}
	k := u.control.pick(by, after)
	if k == nil {
		return blind, nil
	}
	at := u.control.found(by, k)
	if at.IsZero() {
		ans, err := u.look(ctx, by, k.value)
		if err != nil {
			return blind, err
		}
		if err := u.learnFrom(ctx, ans, k.id, k.since, k.created); err != nil {
			return blind, err
		}
		return u.controlLooked(by, k, ans), nil
	}
	if at.After(began) {
		return lookAgain, nil
	}
	return controlled, nil
}

// controlLooked takes the answer to the lookup of a control. One that failed
// says nothing about the control either.
func (u *Uploader) controlLooked(by kyc.Field, k *known, ans answer) proof {
	switch {
	case !ans.complete:
		return blind
	case !holds(ans, k.id):
		u.control.missed(k, u.lag())
		return blind
	}
	u.control.seen(by, k)
	return lookAgain
}

func holds(ans answer, id string) bool {
	for i := range ans.items {
		if ans.items[i].ID == id {
			return true
		}
	}
	return false
}

// isControl reports whether the ledger knows the record as being in ARGOS.
func isControl(entry *checkpoint.Record) bool {
	return entry.State.Bound() && entry.SubmissionID != ""
}
