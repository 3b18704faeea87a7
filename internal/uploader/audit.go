package uploader

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// auditAge is how long after a re-POST an audit can clear it for good (A1).
const auditAge = 10 * time.Minute

// Double is a record of which ARGOS has more than one submission of ours.
type Double struct {
	Origin      kyc.Origin
	Submissions []string
}

// audits keeps the records that were posted again after "not found" was
// believed: they are looked up once more (A1). Safe for concurrent use.
type audits struct {
	mu   sync.Mutex
	list []*audit
}

type audit struct {
	w  *work
	at time.Time // our clock at the re-POST; zero: by an earlier process
}

func (a *audits) add(w *work) {
	a.mu.Lock()
	defer a.mu.Unlock()
	kept := *w
	a.list = append(a.list, &audit{w: &kept, at: time.Now()})
}

func (a *audits) take() []*audit {
	a.mu.Lock()
	defer a.mu.Unlock()
	list := a.list
	a.list = nil
	return list
}

// Audit looks every record up once that was posted again, by this process or
// by an earlier one, and returns those that ARGOS has more than once. It is to
// be called after the record loop; a run that made no call makes none here, unless
// it was made for that.
// An audit soon after its re-POST finds a double but cannot rule one out: then
// the record stays due. Being stopped is no error.
func (u *Uploader) Audit(ctx context.Context) ([]Double, error) {
	if u.Calls() == 0 && !u.cfg.AuditAlone || u.soft.Err() != nil {
		return nil, nil
	}
	list := u.audits.take()
	if s := u.cfg.Scout; s != nil {
		for _, w := range s.audits {
			list = append(list, &audit{w: w})
		}
	}
	var doubles []Double
	for _, a := range list {
		d, err := u.audit(ctx, a)
		if stillDue(err) {
			return doubles, nil
		}
		if err != nil {
			return doubles, err
		}
		if d != nil {
			doubles = append(doubles, *d)
		}
	}
	return doubles, nil
}

// stillDue reports that an audit could not be made now, and is made at the next
// start: the run is stopped, or the day has no calls left.
func stillDue(err error) bool {
	var late *later
	var stop *Stop
	return errors.Is(err, context.Canceled) || errors.As(err, &late) || errors.As(err, &stop) && stop.Kind == StopQuota
}

// audit looks one record up. What it finds it tells; that there is nothing to
// find it believes only where the answer could have shown it.
func (u *Uploader) audit(ctx context.Context, a *audit) (*Double, error) {
	if err := u.contacted(ctx); err != nil {
		return nil, err
	}
	w := a.w
	attempts, err := u.recall(ctx, w)
	if err != nil || len(attempts) == 0 {
		return nil, err
	}
	sent := &attempts[len(attempts)-1]
	by := lookupField(&w.rec.Submission)
	if by >= kyc.NumFields {
		return nil, nil
	}
	value := w.rec.Submission[by]
	if lookupPrint(u.ledger, by, value) != sent.LookupMAC {
		return nil, nil // it would be found by another value than today's
	}
	ans, err := u.look(ctx, by, value)
	if err != nil || !ans.complete || !holds(ans, w.entry.SubmissionID) {
		return nil, err
	}
	others, unsure, err := u.further(ctx, w, by, value, ans)
	if err != nil {
		return nil, err
	}
	if len(others) == 0 {
		if unsure || !u.old(a, sent.SrvEnd, ans.first) || scattered(attempts) {
			return nil, nil
		}
		return nil, u.ledger.Audited(ctx, w.entry.ID, nil)
	}
	if told, err := u.doubled(ctx, w.entry.ID, others); err != nil || !told {
		return nil, err
	}
	u.log.Event("error", "ARGOS has a record more than once", "origin", w.rec.Row.Origin.String(), "submission", w.entry.SubmissionID)
	return &Double{Origin: w.rec.Row.Origin, Submissions: append([]string{w.entry.SubmissionID}, others...)}, nil
}

// scattered reports that attempts may have left submissions which are not all found by
// the value that the last one is looked up by.
func scattered(attempts []checkpoint.Attempt) bool {
	value := attempts[len(attempts)-1].LookupMAC
	return slices.ContainsFunc(attempts, func(a checkpoint.Attempt) bool { return a.LookupMAC != value && !a.Harmless() })
}

// recall returns the attempts of a record, oldest first, and notes when it was sent
// first: a double is as old as that, or younger.
func (u *Uploader) recall(ctx context.Context, w *work) ([]checkpoint.Attempt, error) {
	attempts, err := u.ledger.Attempts(ctx, w.entry.ID)
	if len(attempts) > 0 {
		w.since = earliest(attempts)
	}
	return attempts, err
}

// old reports whether a re-POST is so long ago that a double would be seen by
// now: by the server's clock, or by ours where there is none.
func (u *Uploader) old(a *audit, sent, now time.Time) bool {
	switch {
	case !a.at.IsZero():
		return time.Since(a.at) >= auditAge
	case sent.IsZero() || now.IsZero():
		return time.Since(u.begun) >= auditAge
	}
	return !now.Before(sent.Add(auditAge))
}
