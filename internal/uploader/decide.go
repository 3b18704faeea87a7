package uploader

import (
	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// next is what is to be done for a record, from the ledger and the record
// alone.
type next int

const (
	settled      next = iota // an outcome, no call
	toPost                   // nothing is in ARGOS: post it
	toResolve                // it may be in ARGOS: look it up
	toPutImages              // it is in ARGOS: put the pictures that are missing
	toPutNothing             // it is in ARGOS, its pictures cannot be put now
	toCompare                // ARGOS refused it: post it if a picture changed since
)

// decision is what is to be done, with the outcome where that is settled. A record that
// was done is so without the pictures that came since.
type decision struct {
	next    next
	outcome *kyc.Outcome
}

// decide looks at the ledger before it looks at the record's flaws: what may
// be in ARGOS is resolved whatever the row looks like now (O5).
func decide(entry *checkpoint.Record, prints *checkpoint.Prints, rec *kyc.Record, retryRefused bool) decision {
	if !rec.Key.Known() || duplicate(rec) {
		return settle(rec, keptBack(rec), entry)
	}
	switch entry.State {
	case checkpoint.Sending, checkpoint.Doubt:
		return decision{next: toResolve}
	case checkpoint.Posted, checkpoint.Incomplete:
		return decidePosted(entry, prints, rec)
	case checkpoint.Done:
		return decideDone(entry, prints, rec)
	case checkpoint.RolledBack, checkpoint.Abandoned:
		return settle(rec, kyc.Excluded, entry)
	}
	switch {
	case rec.Excluded != "":
		return settle(rec, kyc.Excluded, entry)
	case rec.Returned() && entry.State == checkpoint.Rejected && entry.Reason == reasonBehindExcluded:
		return settle(rec, kyc.Rejected, entry, behindExcludedIssue())
	case entry.State == checkpoint.Refused && !retryRefused && entry.Prints.Payload == prints.Payload:
		return decideRefused(entry, rec)
	case rec.Rejected():
		return settle(rec, kyc.Rejected, entry)
	}
	return decision{next: toPost}
}

// keptBack is how a record ends of which ARGOS has nothing, and shall have
// nothing.
func keptBack(rec *kyc.Record) kyc.Status {
	if rec.Excluded != "" {
		return kyc.Excluded
	}
	return kyc.Rejected
}

// decideRefused keeps from sending again what ARGOS refused and nobody mended.
func decideRefused(entry *checkpoint.Record, rec *kyc.Record) decision {
	if rec.HasPictures() && !rec.Rejected() {
		return decision{next: toCompare}
	}
	return settleRefused(rec, entry)
}

func decidePosted(entry *checkpoint.Record, prints *checkpoint.Prints, rec *kyc.Record) decision {
	if otherPerson(entry, prints, rec) {
		return settleConflict(rec, entry)
	}
	if rec.Withheld() {
		return decision{next: toPutNothing}
	}
	return decision{next: toPutImages}
}

func decideDone(entry *checkpoint.Record, prints *checkpoint.Prints, rec *kyc.Record) decision {
	if otherPerson(entry, prints, rec) {
		return settleConflict(rec, entry)
	}
	d := settle(rec, kyc.Already, entry)
	if rec.Excluded == "" && entry.Prints.Payload != prints.Payload {
		d.outcome.Changed = true
		d.outcome.Issues = append(d.outcome.Issues, changedIssue())
	}
	if late := rec.Wanted() &^ entry.Images; late != 0 && !rec.Withheld() {
		d.next = toPutImages
		d.outcome.Issues = append(d.outcome.Issues, lateIssues(late)...)
	}
	return d
}

// otherPerson reports that a key known to be in ARGOS now stands for somebody
// else, or may (O6). Of an excluded record it is not asked: nothing is sent for it, and
// where a person is to be forgotten a name may be gone from the source already.
func otherPerson(entry *checkpoint.Record, prints *checkpoint.Prints, rec *kyc.Record) bool {
	return rec.Excluded == "" && !entry.Prints.Person.IsZero() && entry.Prints.Person != prints.Person
}

// duplicate reports that an earlier row of this source has the same key. Such
// a row must not touch what the ledger knows of the first.
func duplicate(rec *kyc.Record) bool {
	for i := range rec.Issues {
		if rec.Issues[i].Code == "key_duplicate" {
			return true
		}
	}
	return false
}

func settle(rec *kyc.Record, status kyc.Status, entry *checkpoint.Record, issues ...kyc.Issue) decision {
	return decision{next: settled, outcome: outcomeOf(rec, status, entry, issues...)}
}

func settleConflict(rec *kyc.Record, entry *checkpoint.Record) decision {
	if rec.Submission[kyc.FullName] == "" || rec.Submission[kyc.BirthDate] == "" {
		return settle(rec, kyc.Rejected, entry, unnamedIssue(entry.Origin.String()))
	}
	return settle(rec, kyc.Rejected, entry, conflictIssue("the same key stands for another person (full name or birth date) than the record sent earlier from "+entry.Origin.String()))
}

func settleRefused(rec *kyc.Record, entry *checkpoint.Record) decision {
	return settle(rec, kyc.Refused, entry, refusedIssue(entry.Reason, ""))
}

// outcomeOf builds an outcome with the record's own issues and further ones.
// That an excluded record is in ARGOS all the same is one of them.
func outcomeOf(rec *kyc.Record, status kyc.Status, entry *checkpoint.Record, issues ...kyc.Issue) *kyc.Outcome {
	all := rec.Issues
	if rec.Excluded != "" && (status == kyc.Already || status == kyc.Created || status == kyc.Incomplete) {
		issues = append(issues[:len(issues):len(issues)], excludedIssue(rec.Excluded))
	}
	if len(issues) > 0 {
		all = append(append(make([]kyc.Issue, 0, len(all)+len(issues)), all...), issues...)
	}
	return &kyc.Outcome{
		Status: status, Record: rec, Issues: all,
		SubmissionID: entry.SubmissionID, Doubled: entry.Doubled, Held: entry.Images.Len(),
	}
}
