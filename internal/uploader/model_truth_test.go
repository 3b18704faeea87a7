package uploader

import (
	"errors"
	"slices"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
	"kycmigrate/internal/sandbox"
)

// truth is the target's own record beside the ledger's.
type truth struct {
	*stage
	ledger  *checkpoint.Ledger
	stored  map[string]sandbox.Stored    // by id, planted ones included
	copies  map[string]int               // how often each number was stored by us
	members map[string]int               // how many rows have each number
	records map[string]checkpoint.Record // by key
	owned   map[string]checkpoint.Record // ids that the ledger knows
}

// judge compares what the target holds with what the ledger and the last
// process say.
func (s *stage) judge() {
	s.w.sb.Wait()
	ctx := s.w.t.Context()
	ledger, err := checkpoint.Open(ctx, s.w.dir, s.w.ledger)
	if err != nil {
		s.breach("the ledger does not open: %v", err)
		return
	}
	defer ledger.Close()
	tr := &truth{stage: s, ledger: ledger, stored: map[string]sandbox.Stored{}, copies: map[string]int{}, members: map[string]int{}, records: map[string]checkpoint.Record{}}
	var ids []string
	for _, sub := range s.w.sb.Submissions() {
		tr.stored[sub.ID] = sub
		ids = append(ids, sub.ID)
		if !sub.Planted {
			tr.copies[sub.Fields["identityNumber"]]++
		}
	}
	if tr.owned, err = ledger.Owners(ctx, ids); err != nil {
		s.w.t.Fatal(err)
	}
	for i := range s.actors {
		a := &s.actors[i]
		tr.members[a.number]++
		found, err := ledger.Find(ctx, []checkpoint.MAC{KeyPrint(ledger, kyc.Key{Parts: []string{a.key}})})
		if err != nil {
			s.w.t.Fatal(err)
		}
		tr.records[a.key] = found[0]
	}
	tr.once()
	tr.bindings()
	tr.outcomes()
	if s.settles {
		tr.settled()
	}
}

// told reports that the ledger knows a number to be twice in the target, or
// open, or due for an audit, or that the last process has it in doubt.
func (tr *truth) told(number string) bool {
	for _, a := range tr.actors {
		if r := tr.records[a.key]; a.number == number && (r.Doubled || r.AuditDue || r.State.Open()) {
			return true
		}
	}
	return slices.ContainsFunc(tr.last.list, func(o *kyc.Outcome) bool {
		return o.Status == kyc.InDoubt && o.Record.Submission[kyc.IdentityNumber] == number
	})
}

// givenUp reports that, beyond the promise, a number was believed absent and has
// not been posted again: there is no double to be told of.
func (tr *truth) givenUp(number string) bool {
	return tr.beyond && slices.ContainsFunc(tr.actors, func(a person) bool {
		return a.number == number && tr.records[a.key].State == checkpoint.Absent
	})
}

// mistaken reports that a number is bound to a submission of somebody else's who
// has another one, too, and is due for an audit, or in doubt: that will show it.
func (tr *truth) mistaken(number string) bool {
	return slices.ContainsFunc(tr.actors, func(a person) bool {
		sub, bound := tr.stored[tr.records[a.key].SubmissionID]
		return a.number == number && bound && sub.Fields["identityNumber"] != number && tr.told(sub.Fields["identityNumber"])
	})
}

// doubled reports that the ledger knows a number to be twice in the target.
func (tr *truth) doubled(number string) bool {
	for _, a := range tr.actors {
		if a.number == number && tr.records[a.key].Doubled {
			return true
		}
	}
	return false
}

// once: nobody is stored twice, and what is stored is known.
func (tr *truth) once() {
	for number, n := range tr.copies {
		switch {
		case n <= tr.members[number]:
		case !tr.beyond:
			tr.breach("%s is stored %d times for %d rows", number, n, tr.members[number])
		case tr.found && !tr.doubled(number):
			tr.breach("the double of %s was not found", number)
		case !tr.told(number):
			tr.breach("%s is stored %d times for %d rows, and nobody is told", number, n, tr.members[number])
		}
	}
	for id, sub := range tr.stored {
		number := sub.Fields["identityNumber"]
		if sub.Planted && len(sub.Images) > 0 {
			tr.breach("an outsider's submission got our pictures")
		}
		if !sub.Planted && tr.owned[id].ID == 0 && !tr.told(number) && !tr.givenUp(number) && !tr.mistaken(number) {
			tr.breach("a submission of %s is stored and the ledger does not know", number)
		}
	}
}

// bindings: a submission bound to a row is that person's, and one row's only.
func (tr *truth) bindings() {
	for _, a := range tr.actors {
		r := tr.records[a.key]
		if r.SubmissionID == "" {
			continue
		}
		sub, there := tr.stored[r.SubmissionID]
		switch {
		case !there:
			tr.breach("%s is bound to a submission that does not exist", a.key)
		case sub.Planted:
			tr.breach("%s adopted an outsider's submission (proof %s)", a.key, r.Proof)
		case sub.Fields["identityNumber"] != a.number && !tr.told(sub.Fields["identityNumber"]):
			tr.breach("%s is bound to a submission of %s (proof %s)", a.key, sub.Fields["identityNumber"], r.Proof)
		}
	}
}

// outcomes: what the last process says of each row is so.
func (tr *truth) outcomes() {
	var halt *Stop
	if errors.As(tr.last.err, &halt) {
		tr.halted(halt)
		return
	}
	for _, o := range tr.last.list {
		r := tr.records[o.Record.Key.Parts[0]]
		switch o.Status {
		case kyc.Created, kyc.Already, kyc.Updated:
			if !r.State.Bound() {
				tr.breach("%s is said to be %s, and the ledger says %q", o.Record.Key, o.Status, r.State)
			}
			if _, there := tr.stored[r.SubmissionID].Images["idImage"]; o.Record.HasPictures() && !o.Record.Withheld() && !there {
				tr.breach("%s is said to be %s, and ARGOS has not got its picture", o.Record.Key, o.Status)
			}
		case kyc.InDoubt:
			if !r.State.Open() && !r.State.Bound() && o.Doubt == nil {
				tr.breach("%s is said to be in doubt, and the ledger says %q", o.Record.Key, r.State)
			}
		case kyc.Rejected:
			if !r.State.Bound() && len(o.Issues) == 0 {
				tr.breach("%s is rejected without a reason", o.Record.Key)
			}
		case kyc.Excluded:
			if o.Record.Excluded == "" || r.State.Bound() || r.State.Open() {
				tr.breach("%s is excluded, and the ledger says %q", o.Record.Key, r.State)
			}
		case kyc.Incomplete:
			if !o.Record.Withheld() && tr.target.CommitDelay < sandbox.DefaultGatewayTimeout {
				tr.breach("%s is incomplete though nothing was in the way: %s", o.Record.Key, firstCode(o.Issues))
			}
		default:
			tr.breach("%s ended as %s though nothing was in the way: %s", o.Record.Key, o.Status, firstCode(o.Issues))
		}
		if r.State.Open() && o.Status != kyc.InDoubt {
			tr.breach("%s is open in the ledger and said to be %s", o.Record.Key, o.Status)
		}
		if r.Doubled && !o.Doubled && len(tr.last.doubles) == 0 {
			tr.breach("%s is doubled in the ledger, and the outcome does not say so", o.Record.Key)
		}
	}
}

// halted: only an identical submission of somebody else may keep a run without
// a fault from starting, or an unreadable answer of an earlier one that nothing
// settles but a person, or a target that is slower than its gateway.
func (tr *truth) halted(halt *Stop) {
	if halt.Code == "unreadable_answers" {
		for _, r := range tr.records {
			if r.State.Open() && r.Reason == reasonUnreadable {
				return
			}
		}
	}
	if halt.Code == "target_unavailable" && tr.target.CommitDelay >= sandbox.DefaultGatewayTimeout {
		return // the gateway answers each picture with a failure
	}
	if halt.Code == "migrated_elsewhere" && tr.beyond {
		return // ours that could not be seen: that is being told
	}
	if halt.Code == "migrated_elsewhere" && !tr.starts {
		for _, o := range tr.outsiders {
			if o.how == identical {
				return
			}
		}
	}
	tr.breach("a process without a fault stopped: %s", halt.Code)
}
