package uploader

import (
	"context"
	"errors"
	"slices"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// stranger is a submission that a lookup for a record found and that the ledger
// knows: as another record's, or as this one's without being bound to it.
type stranger struct {
	item  argos.Item
	owner checkpoint.Record
}

func idsOfStrangers(list []stranger) []string {
	ids := make([]string, len(list))
	for i := range list {
		ids[i] = list[i].item.ID
	}
	return ids
}

// loose reports that its owner is not bound to it: a person has to decide.
func (s *stranger) loose() bool { return s.owner.State.Open() }

// named reports that a person bound its owner to it.
func (s *stranger) named() bool { return !s.loose() && s.owner.Proof == checkpoint.ByOperator }

// reason is what both records are in doubt for when it was claimed.
func (s *stranger) reason() string {
	if s.named() {
		return reasonOperatorMistaken
	}
	return reasonIDBound
}

// claims reports whether a submission is ours although the ledger knows it as
// another record's (K5). A target may answer a POST with an id that belongs to
// another one, so an answer is the weakest of the proofs: our mark, or our
// fields where the other record was sent with other ones, outweigh it. Our mark
// outweighs what a person named as well. What is bound by any other proof stays.
func (r rules) claims(s *stranger, prints *checkpoint.Prints, ev *evidence, echo *echo, fold func(kyc.Field, string) checkpoint.MAC) bool {
	yields := s.loose() || s.named() || s.owner.Proof == checkpoint.ByAnswer
	if !r.answersYield || !yields || s.owner.SubmissionID != "" && s.owner.SubmissionID != s.item.ID {
		return false
	}
	if v, settled := r.judgeMarker(&s.item, ev, echo); settled || s.named() {
		return v == oursByMarker
	}
	same := sameFields(&s.item, ev.fields, echo, fold)
	if age := r.judgeAge(&s.item, ev, echo); same == differs || age == older || age == barelyOlder && same != equal {
		return false
	}
	switch own := &s.owner.Prints; {
	case s.loose():
		return true
	case !prints.UserID.IsZero() && own.UserID != prints.UserID:
		return same == equal || !echo.unfaithful(kyc.UserID) && fold(kyc.UserID, s.item.UserID) == ev.fields.Of(kyc.UserID)
	default:
		return same == equal && own.Person != prints.Person
	}
}

// contest ends the bindings that claims show to be wrong: the records that were
// bound are in doubt, as is heir, the record claimed for, and the submission is
// known as heir's from then on. Nothing more is put to it.
func (u *Uploader) contest(ctx context.Context, rec *kyc.Record, heir int64, claims []stranger) error {
	for i := range claims {
		s := &claims[i]
		if s.loose() {
			continue
		}
		u.evicted.Store(s.owner.ID, s.reason())
		u.control.forget(s.item.ID)
		err := u.ledger.Disown(ctx, s.owner.ID, s.item.ID, s.owner.Proof, s.reason(), heir)
		if errors.Is(err, checkpoint.ErrConflict) {
			continue // another lookup was quicker
		}
		if err != nil {
			return err
		}
		u.doubts.Add(1)
		if s.named() {
			u.log.Event("error", "a person named a submission that carries another record's mark: both records are in doubt",
				"submission", s.item.ID, "named_for", s.owner.Origin.String(), "belongs_to", rec.Row.Origin.String())
			continue
		}
		u.log.Event("error", "a POST was answered with the id of another record's submission: both records are in doubt",
			"submission", s.item.ID, "answered_for", s.owner.Origin.String(), "belongs_to", rec.Row.Origin.String())
	}
	return nil
}

// evict is the outcome of a record whose submission was shown to be another's
// while it was worked on; nil if it was not.
func (u *Uploader) evict(w *work) *kyc.Outcome {
	why, evicted := u.evicted.Load(w.entry.ID)
	if !evicted || !w.entry.State.Bound() {
		return nil
	}
	if w.doubt == nil {
		w.doubt = &doubt{}
	}
	reason := why.(string)
	w.doubt.contest(w.entry.SubmissionID, reason)
	w.entry.State, w.entry.Reason, w.entry.SubmissionID = checkpoint.Doubt, reason, ""
	return u.leaveOpen(w)
}

// Disproved reports that what earlier results say of a record does not hold any
// more: the submission that was answered, or named, for it is not its own.
func Disproved(r *checkpoint.Record) bool {
	return r.State.Open() && contests(r.Reason)
}

// contests reports whether what a record is in doubt for is that target, ledger or
// operator is wrong about it.
func contests(reason string) bool {
	return reason == reasonIDBound || reason == reasonOperatorUnknown || reason == reasonOperatorMistaken
}

// contest notes that an answer, or a person, named a submission which is known as another
// record's: from then on only proof, or a person, settles the doubt.
func (d *doubt) contest(id, reason string) {
	d.contested, d.reason = true, reason
	if !slices.Contains(d.named, id) {
		d.named = append(slices.Clip(d.named), id)
	}
	d.found(d.candidates)
}

// claim notes the submissions that the ledger knows as another record's, or that are
// this one's and were taken for another's. Why it is contested it says once.
func (d *doubt) claim(claims []stranger) {
	for i := range claims {
		reason := claims[i].reason()
		if d.contested {
			reason = d.reason
		}
		d.contest(claims[i].item.ID, reason)
	}
}

// contendAnswered takes care of a record whose answer named the submission of
// one that ARGOS returns alike: either of the two answers may be the wrong one,
// and then fields prove nothing.
func (u *Uploader) contendAnswered(ctx context.Context, w *work, ev *evidence) error {
	if !w.doubt.contested {
		return nil
	}
	owners, err := u.ledger.Owners(ctx, w.doubt.named)
	for _, owner := range owners {
		own, mine := &owner.Prints, &w.entry.Prints
		if owner.ID != w.ref.Record && own.UserID == mine.UserID && own.Person == mine.Person && own.Payload != mine.Payload {
			ev.rivals = append(ev.rivals, nil) // of its fields nothing is kept
		}
	}
	return err
}
