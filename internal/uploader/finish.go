package uploader

import (
	"context"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// Finish gives the outcome of a record that is not to be worked on any more:
// the run is ending. It makes no call and does not wait for one.
func (u *Uploader) Finish(ctx context.Context, job *kyc.Job) *kyc.Outcome {
	w, ok := job.State.(*work)
	if !ok {
		w = &work{subject: subject{rec: job.Record}}
	}
	out := u.finish(w)
	if out.Status == kyc.Rejected {
		u.noteUnhandled(ctx, w, out)
	}
	return out
}

// noteUnhandled notes a rejected key as the handling would have, so that what the run counts
// and what the ledger knows are the same. Where that cannot be done any more nothing is lost:
// the next run reads the row again.
func (u *Uploader) noteUnhandled(ctx context.Context, w *work, out *kyc.Outcome) {
	if w.prints.Key.IsZero() {
		w.recognise(u.ledger)
		w.meet(u.ledger, &checkpoint.Record{})
	}
	_ = u.note(ctx, w, out)
}

func (u *Uploader) finish(w *work) *kyc.Outcome {
	if out := u.evict(w); out != nil {
		return out
	}
	if ahead := u.unread.records[w.entry.ID]; ahead != nil && !w.ahead && u.unread.done.Load() {
		w.takeOver(ahead)
	}
	switch w.phase {
	case phaseStart:
		return u.finishUndecided(w)
	case phaseDoubt:
		return u.leaveOpen(w)
	case phaseAdopted:
		if w.rec.Withheld() {
			return outcomeOf(w.rec, kyc.Incomplete, &w.entry)
		}
		return u.afterPost(w)
	case phaseCanary:
		return u.afterPost(w)
	case phaseNamed, phaseImages:
		if w.late {
			return u.finishUndecided(w)
		}
		return outcomeOf(w.rec, kyc.Incomplete, &w.entry)
	}
	if w.entry.State.Open() { // sent, or about to be, when the ledger failed
		return u.leaveOpen(w)
	}
	if w.tries > 0 && u.stopped.Load() == nil {
		return outcomeOf(w.rec, kyc.Failed, &w.entry, failedIssue("the run ended first"))
	}
	return outcomeOf(w.rec, kyc.NotAttempted, &w.entry)
}

// finishUndecided is the outcome of a record that nothing was done for yet.
func (u *Uploader) finishUndecided(w *work) *kyc.Outcome {
	d := decide(&w.entry, &w.prints, w.rec, u.cfg.RetryRefused)
	switch {
	case d.outcome != nil:
		return d.outcome
	case d.next == toResolve:
		return u.leaveOpen(w)
	case d.next == toPutImages || d.next == toPutNothing:
		return outcomeOf(w.rec, kyc.Incomplete, &w.entry)
	}
	return outcomeOf(w.rec, kyc.NotAttempted, &w.entry)
}

// afterPost is the outcome of a created record whose reading back was cut
// short.
func (u *Uploader) afterPost(w *work) *kyc.Outcome {
	if w.rec.HasPictures() {
		return outcomeOf(w.rec, kyc.Incomplete, &w.entry)
	}
	return u.success(w, 0)
}

// success is the outcome of a record that is in ARGOS with all it has: created
// by this process, or there already and complete since, or complete before and changed
// by pictures that came later.
func (u *Uploader) success(w *work, images int) *kyc.Outcome {
	status := kyc.Created
	switch {
	case w.mine:
	case images == 0:
		status = kyc.Already
	case w.late:
		status = kyc.Updated
	}
	out := outcomeOf(w.rec, status, &w.entry)
	out.Images = images
	out.TakenOver = w.found && status == kyc.Created
	if w.images != nil {
		out.Held = w.images.held()
	}
	if w.entry.Prints.Payload != w.prints.Payload {
		out.Changed = true
		out.Issues = append(append([]kyc.Issue(nil), out.Issues...), changedIssue())
	}
	return out
}
