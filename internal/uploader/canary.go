package uploader

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// echo is how ARGOS gives back what it was sent, learned from canaries (S6).
// A value is never changed; a new one replaces it.
type echo struct {
	known         bool          // a canary was read back
	calibrated    bool          // createdOffset is known
	createdOffset time.Duration // created_at minus the server's clock
	markerWhole   bool          // a mark came back as sent
	markerField   kyc.Field     // in this field; another may be returned otherwise
	bad           map[kyc.Field]bool
	worstLag      time.Duration // worst read lag measured by this process
	// apart is how far the target's clocks were seen to be from each other: its Date
	// headers, and created_at of records whose creation is known.
	apart time.Duration
}

// unfaithful reports that ARGOS was seen to return a field otherwise than it
// was sent, so that a difference says nothing.
func (e *echo) unfaithful(f kyc.Field) bool { return e.bad[f] }

// echoFile is an echo as the ledger keeps it.
type echoFile struct {
	Known         bool
	Calibrated    bool
	CreatedOffset time.Duration
	MarkerWhole   bool
	MarkerField   string `json:",omitempty"`
	Apart         time.Duration
	Bad           []string
}

func (u *Uploader) loadEcho(ctx context.Context) error {
	u.echo.Store(&echo{})
	text, err := u.ledger.Meta(ctx, metaEcho)
	if err != nil || text == "" {
		return err
	}
	var f echoFile
	if err := json.Unmarshal([]byte(text), &f); err != nil {
		return fmt.Errorf("the ledger's echo profile cannot be read: %w", err)
	}
	e := &echo{known: f.Known, calibrated: f.Calibrated, createdOffset: f.CreatedOffset, markerWhole: f.MarkerWhole, apart: f.Apart, bad: map[kyc.Field]bool{}}
	if field, ok := kyc.FieldByName(f.MarkerField); ok {
		e.markerField = field
	}
	for _, name := range f.Bad {
		if field, ok := kyc.FieldByName(name); ok {
			e.bad[field] = true
		}
	}
	u.echo.Store(e)
	return nil
}

// learnEcho replaces the profile by what change makes of a copy, and keeps it.
func (u *Uploader) learnEcho(ctx context.Context, change func(*echo)) error {
	for {
		old := u.echo.Load()
		e := *old
		e.bad = make(map[kyc.Field]bool, len(old.bad))
		for f := range old.bad {
			e.bad[f] = true
		}
		change(&e)
		if u.echo.CompareAndSwap(old, &e) {
			return u.keepEcho(ctx, &e)
		}
	}
}

func (u *Uploader) keepEcho(ctx context.Context, e *echo) error {
	f := echoFile{Known: e.known, Calibrated: e.calibrated, CreatedOffset: e.createdOffset, MarkerWhole: e.markerWhole, MarkerField: e.markerField.String(), Apart: e.apart}
	for field := range kyc.NumFields {
		if e.bad[field] {
			f.Bad = append(f.Bad, field.String())
		}
	}
	text, err := json.Marshal(f)
	if err != nil {
		return err
	}
	return u.ledger.SetMeta(ctx, metaEcho, string(text))
}

// canary is a created record that is read back: by id, which shows what ARGOS
// returns of what was sent, and by its lookup value, which shows that lookups
// see and how far they are behind.
type canary struct {
	since   time.Time // server time before it was sent; zero: unknown
	created time.Time // server time, at the latest
	begun   time.Time // our clock
	byID    bool      // still to be read by id
	looks   int
	unclear bool // the last lookup had it, in an answer that proves nothing
}

func newCanary(since, created time.Time, byID bool) *canary {
	return &canary{since: since, created: created, begun: time.Now(), byID: byID}
}

// readBack does one reading of a canary. It is never an error not to find it:
// then lookups stay unproven, and nothing that is not found is believed.
func (u *Uploader) readBack(ctx context.Context, w *work) (kyc.Step, error) {
	c := w.canary
	if c.byID {
		done, err := u.readByID(ctx, w)
		if err != nil || !done {
			return u.canaryAgain(w, err)
		}
		c.byID = false
		c.looks = 0
	}
	by := lookupField(&w.sub)
	if by >= kyc.NumFields {
		return u.afterBinding(w)
	}
	ans, err := u.look(ctx, by, w.sub[by])
	if err != nil {
		return kyc.Step{}, err
	}
	if !ans.complete || !holds(ans, w.entry.SubmissionID) {
		w.canary.unclear = holds(ans, w.entry.SubmissionID)
		return u.canaryAgain(w, nil)
	}
	if err := u.canarySeen(ctx, w, by, ans); err != nil {
		return kyc.Step{}, err
	}
	return u.afterBinding(w)
}

// canaryAgain tries later, or gives the canary up.
func (u *Uploader) canaryAgain(w *work, err error) (kyc.Step, error) {
	if err != nil {
		return kyc.Step{}, err
	}
	c := w.canary
	c.looks++
	if c.looks <= len(u.cfg.Settle) {
		return kyc.Step{Again: time.Now().Add(u.cfg.Settle[c.looks-1])}, nil
	}
	what := "a record just created is not found by lookups: records in doubt will not be believed absent until one is"
	if c.unclear {
		what = "lookups find a record just created, but in a form that proves nothing (no Items of their own, or not each with the value asked for): records in doubt will not be believed absent"
	}
	u.log.Event("warn", what,
		"origin", w.rec.Row.Origin.String(), "submission", w.entry.SubmissionID)
	return u.afterBinding(w)
}

// readByID learns the echo profile; false: not readable yet.
func (u *Uploader) readByID(ctx context.Context, w *work) (bool, error) {
	ans, err := u.lookByID(ctx, w.entry.SubmissionID)
	if err != nil || !holds(ans, w.entry.SubmissionID) {
		return false, err
	}
	if u.strange(w, &ans.items[0]) {
		u.log.Event("warn", "a POST was answered with the id of a submission that seems to be another record's",
			"origin", w.rec.Row.Origin.String(), "submission", w.entry.SubmissionID)
		return true, nil
	}
	return true, u.learnEcho(ctx, func(e *echo) { u.compareEcho(e, w, &ans.items[0]) })
}

// strange reports that what came back by the id that was answered is not what
// was sent but another record's: by its mark, else by the value that it would be
// looked up by. It tells nothing about how ARGOS returns what it is sent.
func (u *Uploader) strange(w *work, it *argos.Item) bool {
	if u.cfg.Marker < kyc.NumFields {
		got := it.Values[u.cfg.Marker]
		if got == w.sub[u.cfg.Marker] {
			return false
		}
		if _, marked := markerRun(got); marked && !strings.HasPrefix(w.sub[u.cfg.Marker], got) {
			return true
		}
	}
	by := lookupField(&w.sub)
	return by < kyc.NumFields && it.Values[by] != "" && foldValue(it.Values[by]) != foldValue(w.sub[by])
}

// compareEcho holds what came back against what was sent.
func (u *Uploader) compareEcho(e *echo, w *work, it *argos.Item) {
	e.known = true
	for f := range kyc.NumFields {
		sent, got := w.sub[f], it.Values[f]
		if sent == "" || f == u.cfg.Marker || got == "" {
			continue
		}
		if foldValue(got) != foldValue(sent) {
			e.bad[f] = true
		}
	}
	if u.cfg.Marker < kyc.NumFields {
		e.markerWhole, e.markerField = it.Values[u.cfg.Marker] == w.sub[u.cfg.Marker], u.cfg.Marker
	}
	if it.CreatedAt.IsZero() || w.canary.created.IsZero() {
		return
	}
	e.createdOffset, e.calibrated = zoneOffset(it.CreatedAt.Sub(w.canary.created)), true
	e.apart = max(e.apart, e.strays(it, w.canary.since, w.canary.created))
}

// strays is how much created_at of an item is outside the time between its sending
// and its answer, by a clock that counts as its own.
func (e *echo) strays(it *argos.Item, since, created time.Time) time.Duration {
	if it.CreatedAt.IsZero() || since.IsZero() || created.IsZero() {
		return 0
	}
	at := it.CreatedAt.Add(-e.createdOffset)
	off := max(since.Sub(at), at.Sub(created))
	if off <= startSlack {
		return 0
	}
	return min(off, mostApart)
}

// learnApart takes up how far the target's clocks are seen to be apart.
func (u *Uploader) learnApart(ctx context.Context, apart time.Duration) error {
	if apart <= u.echo.Load().apart {
		return nil
	}
	return u.learnEcho(ctx, func(e *echo) { e.apart = max(e.apart, apart) })
}

// learnFrom takes up what known submissions among the items of an answer say of the
// target's clocks.
func (u *Uploader) learnFrom(ctx context.Context, ans answer, id string, since, created time.Time) error {
	e := u.echo.Load()
	if !e.calibrated {
		return nil
	}
	for i := range ans.items {
		if ans.items[i].ID == id {
			return u.learnApart(ctx, e.strays(&ans.items[i], since, created))
		}
	}
	return nil
}

// zoneOffset takes the difference of created_at to the server's clock for
// what it most likely is: nothing, a time zone, or a clock that is off.
func zoneOffset(diff time.Duration) time.Duration {
	if diff.Abs() < 10*time.Second {
		return 0
	}
	if zone := diff.Round(15 * time.Minute); (diff - zone).Abs() < 10*time.Second {
		return zone
	}
	return diff
}

// canarySeen takes the lag, and sees whether the record is there only once.
func (u *Uploader) canarySeen(ctx context.Context, w *work, by kyc.Field, ans answer) error {
	lag := time.Since(w.canary.begun)
	if w.canary.looks > 0 && lag > u.echo.Load().worstLag {
		if err := u.learnEcho(ctx, func(e *echo) { e.worstLag = max(e.worstLag, lag) }); err != nil {
			return err
		}
	}
	if err := u.learnFrom(ctx, ans, w.entry.SubmissionID, w.canary.since, w.canary.created); err != nil {
		return err
	}
	u.control.seen(by, &known{by: by, id: w.entry.SubmissionID, created: w.canary.created})
	others, _, err := u.further(ctx, w, by, w.sub[by], ans)
	if err != nil || len(others) == 0 {
		return err
	}
	told, err := u.doubled(ctx, w.ref.Record, others)
	w.entry.Doubled = w.entry.Doubled || told
	return err
}

// doubled tells the ledger of further submissions of a record. told is false where one of
// them has become another record's meanwhile: then nothing is certain yet.
func (u *Uploader) doubled(ctx context.Context, record int64, others []string) (told bool, err error) {
	err = u.ledger.Audited(ctx, record, others)
	if errors.Is(err, checkpoint.ErrBound) {
		return false, nil
	}
	return err == nil, err
}

// further lists submissions of ours for a record beside the one it is bound
// to: doubles. What could be another open record's is not counted yet; unsure
// reports that there is such a record, or a submission that could be ours.
func (u *Uploader) further(ctx context.Context, w *work, by kyc.Field, value string, ans answer) (others []string, unsure bool, _ error) {
	c, err := u.contenders(ctx, ans.items, lookupPrint(u.ledger, by, value), w.entry.ID)
	if err != nil {
		return nil, false, err
	}
	ev := w.evidence(u)
	ev.srvAfter, ev.gaps = ans.date, nil // doubles are what P1 does not promise
	ev.contend(c.rivals)
	found := u.sort(c, &w.entry.Prints, &ev)
	if err := u.contest(ctx, w.rec, w.entry.ID, found.claims); err != nil {
		return nil, false, err
	}
	unsure = len(c.rivals) > 0 || len(found.maybes) > 0
	others = idsOf(found.ours)
	for i := range found.claims {
		if s := &found.claims[i]; s.loose() { // the ledger knows it as that record's
			unsure = true
		} else {
			others = append(others, s.item.ID)
		}
	}
	return slices.DeleteFunc(others, func(id string) bool { return id == w.entry.SubmissionID }), unsure, nil
}

// evidence is what is known of what was sent for a record that is bound.
func (w *work) evidence(u *Uploader) evidence {
	if w.doubt != nil && w.doubt.ev.fields != nil {
		return w.doubt.ev
	}
	ev := evidence{markerField: u.cfg.Marker, runID: u.runID, srvBefore: w.since, fields: fieldPrints(u.ledger, &u.codes, &w.rec.Submission, u.cfg.Marker)}
	if u.cfg.Marker < kyc.NumFields {
		ev.marker = mark(u.ledger, u.runID, u.cfg.Binding.Target, w.prints.Key)
	}
	return ev
}
