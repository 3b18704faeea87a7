package uploader

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

const (
	// pageCap bounds the pages of one lookup; more prove nothing (K2).
	pageCap = 200
	// pageTries is how often one page is asked for where ARGOS says that it was a call
	// too many. To begin again with the first page would come no further the next time.
	pageTries = 10
)

// answer is what one lookup, over all its pages, came to.
type answer struct {
	items     []argos.Item
	complete  bool      // every page read, each item carrying the value asked for
	unasked   bool      // the target is away, and nothing is worth waiting for any more
	throttled bool      // it was told to come later
	astray    bool      // there are items that do not carry it: what they say is another's
	date      time.Time // server time of the last page; zero if it had none
	// When the first page was asked for, by the server's clock (zero if it told none) and by
	// ours. What is not in the answer need not have been there at any later time.
	first, began time.Time
}

// look reads every page that ARGOS has for a value (K2). What goes wrong with
// the lookup itself makes it incomplete; an error stops the run.
func (u *Uploader) look(ctx context.Context, by kyc.Field, value string) (answer, error) {
	return u.query(ctx, argos.Query{By: by, Value: value})
}

// lookByID reads one submission by its id.
func (u *Uploader) lookByID(ctx context.Context, id string) (answer, error) {
	return u.query(ctx, argos.Query{By: kyc.NoField, SubmissionID: id})
}

func (u *Uploader) query(ctx context.Context, q argos.Query) (answer, error) {
	ans := answer{began: time.Now()}
	seen := map[argos.PageKey]bool{}
	for n := range pageCap {
		page, err := u.page(ctx, q)
		for try := 1; n > 0 && try < pageTries && throttled(err); try++ {
			page, err = u.page(ctx, q)
		}
		if unknown, date := unknownID(q, err); unknown {
			return answer{complete: true, date: date, first: date, began: ans.began}, nil
		}
		if err != nil {
			ans.throttled, ans.unasked = throttled(err), errors.Is(err, errOutOfTime)
			return ans, incomplete(ctx, u.soft, err)
		}
		ans.items = append(ans.items, page.Items...)
		ans.date = page.Date
		if n == 0 {
			ans.first = page.Date
		}
		if !u.rules.completeOnly {
			ans.complete = true
		}
		ans.astray = !carries(page.Items, q)
		if page.Age > 0 || !page.HasItems || ans.astray {
			return ans, nil
		}
		if page.Next == nil || !u.rules.allPages {
			ans.complete = true
			return ans, nil
		}
		if seen[*page.Next] {
			return ans, nil
		}
		seen[*page.Next] = true
		q.Next = page.Next
	}
	return ans, nil
}

func (u *Uploader) page(ctx context.Context, q argos.Query) (argos.Page, error) {
	var page argos.Page
	err := u.call(ctx, lookupCall, func(ctx context.Context) (argos.Meta, error) {
		var err error
		page, err = u.client.Find(ctx, q)
		return page.Meta, err
	})
	return page, err
}

// unknownID reports that ARGOS says in so many words that it has no submission
// with the id asked for.
func unknownID(q argos.Query, err error) (bool, time.Time) {
	var fault *argos.Error
	if q.SubmissionID == "" || !errors.As(err, &fault) || fault.Effect != argos.Refused {
		return false, time.Time{}
	}
	return fault.Code == "invalid_submission_id", fault.Date
}

// throttled reports that a call was one too many for the moment: no try of it failed.
func throttled(err error) bool {
	var fault *argos.Error
	return errors.As(err, &fault) && fault.Scope == argos.ThrottleScope
}

// incomplete tells a lookup that failed, which proves nothing, from what stops
// the run.
func incomplete(ctx, soft context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var fault *argos.Error
	switch {
	case errors.As(err, &fault) && fault.Scope == argos.RunScope:
		return runStop(fault)
	case errors.As(err, &fault), errors.Is(err, errOutOfTime):
		return nil
	case soft.Err() != nil:
		return soft.Err()
	}
	return err
}

// carries reports whether every item has the value asked for: if one has not,
// the filter was ignored and the answer says nothing. A deleted item may have
// lost it.
func carries(items []argos.Item, q argos.Query) bool {
	for i := range items {
		it := &items[i]
		switch {
		case q.By == kyc.UserID && it.UserID == q.Value:
		case q.By == kyc.Email && strings.EqualFold(it.Email, q.Value):
		case q.By == kyc.NoField && it.ID == q.SubmissionID:
		case it.Deleted:
		default:
			return false
		}
	}
	return true
}

// findings are the candidates among the items of a lookup.
type findings struct {
	class    checkpoint.Class
	ours     []argos.Item // oldest first
	proof    checkpoint.Proof
	maybes   []argos.Item
	claims   []stranger // ours by proof, though the ledger knows them as another's
	foreign  bool
	unusable bool // one of them has no id that it could be bound by
	rivals   []checkpoint.Rival
}

// ids are those of the candidates that have a usable one.
func (f *findings) ids() []string {
	ids := append(idsOf(f.ours), idsOf(f.maybes)...)
	ids = append(ids, idsOfStrangers(f.claims)...)
	return slices.DeleteFunc(ids, func(id string) bool { return id == "" })
}

// committed is when the last attempt of a record must have been committed, by
// the commit window and by the answer that shows it (P1).
func (u *Uploader) committed(d *doubt, ans answer) time.Time {
	end := d.basis
	if end.IsZero() {
		end = u.clock.started()
	}
	if by := end.Add(u.cfg.CommitWindow); !end.IsZero() && by.Before(ans.date) {
		return by
	}
	return ans.date
}

// sift judges every candidate of a lookup for a record in doubt.
func (u *Uploader) sift(ctx context.Context, w *work, ans answer) (findings, error) {
	if err := u.learnApart(ctx, u.clock.spread()); err != nil {
		return findings{}, err
	}
	d := w.doubt
	c, err := u.contenders(ctx, ans.items, d.lookup, w.ref.Record)
	if err != nil {
		return findings{}, err
	}
	ev := d.ev
	ev.srvAfter, ev.rivals = u.committed(d, ans), nil
	for i := range c.rivals {
		if r := &c.rivals[i]; r.Prints.Payload != w.entry.Prints.Payload {
			ev.rivals = append(ev.rivals, r.Attempt.FieldMACs)
		}
	}
	if err := u.contendAnswered(ctx, w, &ev); err != nil {
		return findings{}, err
	}
	found := u.sort(c, &w.entry.Prints, &ev)
	found.classify(ans)
	return found, u.contest(ctx, w.rec, w.ref.Record, found.claims)
}

// contenders are what a lookup found, by what the ledger knows of it, and the
// open records that could own some of it as well.
type contenders struct {
	rivals    []checkpoint.Rival
	free      []argos.Item
	strangers []stranger
}

// contenders sorts items by their owners. The open records are read first: who
// is bound in between is known as an owner then.
func (u *Uploader) contenders(ctx context.Context, items []argos.Item, lookup checkpoint.MAC, record int64) (c contenders, err error) {
	if len(items) == 0 {
		return c, nil
	}
	if c.rivals, err = u.ledger.Rivals(ctx, lookup, record); err != nil {
		return c, err
	}
	c.free, c.strangers, err = u.candidates(ctx, items, record)
	return c, err
}

// contend makes every open record a rival, whatever it sent.
func (ev *evidence) contend(rivals []checkpoint.Rival) {
	ev.rivals = nil
	for i := range rivals {
		ev.rivals = append(ev.rivals, rivals[i].Attempt.FieldMACs)
	}
}

// candidates sets apart what the ledger knows as another record's (K3), and
// what it knows as this one's without being bound to it.
func (u *Uploader) candidates(ctx context.Context, items []argos.Item, record int64) (free []argos.Item, strangers []stranger, _ error) {
	if len(items) == 0 || !u.rules.ownersKnown {
		return items, nil, nil
	}
	owners, err := u.ledger.Owners(ctx, idsOf(items))
	if err != nil {
		return nil, nil, err
	}
	for i := range items {
		owner, known := owners[items[i].ID]
		if !known || owner.ID == record && owner.State.Bound() {
			free = append(free, items[i])
		} else {
			strangers = append(strangers, stranger{items[i], owner})
		}
	}
	return free, strangers, nil
}

// sort judges what a lookup found for a record with the given fingerprints, and
// files it.
func (u *Uploader) sort(c contenders, prints *checkpoint.Prints, ev *evidence) findings {
	ec := u.echo.Load()
	fold := func(f kyc.Field, v string) checkpoint.MAC { return fieldPrint(u.ledger, f, v) }
	found := findings{rivals: c.rivals}
	var byFields, byMarker []argos.Item
	for _, it := range c.free {
		v := u.rules.judge(&it, ev, ec, fold)
		if it.ID == "" && v != notOurs && v != foreignRun {
			v, found.unusable = maybeOurs, true
		}
		switch v {
		case foreignRun:
			if run, _ := markerRun(it.Values[ev.markerField]); slices.Contains(u.lostRuns, run) {
				found.maybes = append(found.maybes, it)
			} else {
				found.foreign = true
			}
		case oursByMarker:
			byMarker = append(byMarker, it)
		case oursByFields:
			byFields = append(byFields, it)
		case maybeOurs:
			found.maybes = append(found.maybes, it)
		}
	}
	for i := range c.strangers {
		if u.rules.claims(&c.strangers[i], prints, ev, ec, fold) {
			found.claims = append(found.claims, c.strangers[i])
		}
	}
	found.ours, found.proof = byMarker, checkpoint.ByMarker
	if len(byMarker) == 0 {
		found.ours, found.proof = byFields, checkpoint.ByFields
	}
	slices.SortStableFunc(found.ours, func(a, b argos.Item) int { return a.CreatedAt.Compare(b.CreatedAt) })
	return found
}

func (f *findings) classify(ans answer) {
	if ans.astray {
		f.maybes = nil
	}
	switch {
	case len(f.claims) > 0: // a person decides, whatever else was found
		f.class = checkpoint.Maybe
	case len(f.ours) > 0:
		f.class = checkpoint.Ours
	case len(f.maybes) > 0:
		f.class = checkpoint.Maybe
	case ans.complete:
		f.class = checkpoint.CompleteEmpty
	default:
		f.class = checkpoint.Inconclusive
	}
}
