package uploader

import (
	"strings"
	"time"

	"kycmigrate/internal/argos"
	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// rules are the switches of the protocol, all on in production. Each can be
// turned off by a test only, to prove that the tests can see what it prevents.
type rules struct {
	quietTime     bool // N2: wait for the commit window and the lag
	threeLooks    bool // N1: several empty answers, the last after the quiet time
	control       bool // N3: a known submission must be found in the same minute
	completeOnly  bool // K2: only a complete answer can say "not there"
	allPages      bool // K2: read every page
	proofToAdopt  bool // K3: adopt on proof only
	notOlder      bool // K3: created before we sent is not ours
	notBetween    bool // K3: created between our attempts is no proof
	maybeBlocks   bool // K3: never post again while a candidate could be ours
	ownersKnown   bool // K3: a submission bound to another record is no candidate
	answersYield  bool // K5: unless it is ours by proof, and the other's by an answer only
	ledgerFirst   bool // O5: open records are resolved before they are judged
	intentFirst   bool // S1: the intent is durable before the POST
	freshDate     bool // S2: after a long wait the server's time is asked for anew
	unknownIsLook bool // S4: an unknown outcome is looked up, never sent again
	valueUnedited bool // K1: no lookup by another value than the one sent
}

func allRules() rules {
	return rules{true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true}
}

// startSlack is how much before the server time of our intent a submission of
// ours may seem to be created: Date headers are whole seconds (K3).
const startSlack = 2 * time.Second

// nearSlack is how much before that a submission may seem to be created which is like
// ours in every field, on top of what the target's clocks were seen to be apart: a
// gateway of several machines tells several times. It is taken neither for ours nor
// for another's (docs/adr/0023).
const nearSlack = 8 * time.Second

// zoneSlack bounds what an uncalibrated created_at may be off by: no time zone
// is further from UTC.
const zoneSlack = 15 * time.Hour

// evidence is what we know about what we sent, to hold a candidate against.
type evidence struct {
	markerField kyc.Field
	marker      string
	runID       string
	fields      checkpoint.FieldMACs // folded, as sent; may be empty
	srvBefore   time.Time            // earliest server time before any attempt; zero: unknown
	srvAfter    time.Time            // when it was created at the latest, as far as we know
	gaps        []span               // times in between in which none of our attempts created anything
	// rivals are what other open records with other contents sent that are
	// looked up by the same value.
	rivals []checkpoint.FieldMACs
}

// span is a time by the server's clock, from the end of what came before it to the
// beginning of what followed.
type span struct{ from, to time.Time }

// idle reports that a moment lies between our attempts: by P1 the earlier ones had
// been committed by then, and the later ones had not been sent.
func (ev *evidence) idle(at time.Time) bool {
	for _, gap := range ev.gaps {
		if at.After(gap.from.Add(startSlack)) && at.Before(gap.to.Add(-startSlack)) {
			return true
		}
	}
	return false
}

// verdict is what one candidate is.
type verdict int

const (
	notOurs verdict = iota
	maybeOurs
	oursByFields
	oursByMarker
	foreignRun // it carries the mark of another run directory
)

// judge holds one candidate against what we sent (K3). fold gives the
// fingerprint of a returned value of a field.
func (r rules) judge(it *argos.Item, ev *evidence, echo *echo, fold func(kyc.Field, string) checkpoint.MAC) verdict {
	if v, settled := r.judgeMarker(it, ev, echo); settled {
		return v
	}
	age := r.judgeAge(it, ev, echo)
	if age == older {
		return notOurs
	}
	same := sameFields(it, ev.fields, echo, fold)
	if age == barelyOlder && same == differs {
		return notOurs
	}
	if !r.proofToAdopt && same != differs {
		return oursByFields
	}
	for _, rival := range ev.rivals {
		switch fits := sameFields(it, rival, echo, fold); {
		case same == differs && fits == equal:
			return notOurs
		case same == equal && fits != differs:
			return maybeOurs // it could as well be the rival's: what tells them apart is not returned
		}
	}
	if same == equal && age == newer && (echo.known || ev.markerField >= kyc.NumFields) {
		return oursByFields // a mark that is missing may be one that ARGOS does not return
	}
	return maybeOurs
}

// judgeMarker decides by the mark where it can.
func (r rules) judgeMarker(it *argos.Item, ev *evidence, echo *echo) (verdict, bool) {
	if ev.markerField >= kyc.NumFields {
		return 0, false
	}
	got := it.Values[ev.markerField]
	if got != "" && got == ev.marker {
		return oursByMarker, true
	}
	if got != "" && strings.HasPrefix(ev.marker, got) {
		return 0, false // cut short: neither proof nor disproof
	}
	if run, ok := markerRun(got); ok {
		if run != ev.runID {
			return foreignRun, true
		}
		return notOurs, true // the mark of another key of this directory
	}
	if echo.markerWhole && echo.markerField == ev.markerField && !it.Deleted {
		return notOurs, true
	}
	return 0, false
}

// relation of a candidate's creation to our first sending.
type ageClass int

const (
	ageUnknown ageClass = iota
	older
	barelyOlder // by no more than clocks are apart
	newer
)

// judgeAge compares a candidate's creation with our sending, in server time
// only. Before a canary has fixed how created_at relates to the server's clock,
// only what no time zone can explain is older. What was created when ours must
// have been committed long since (P1), after the last attempt or between two, is
// no newer one of ours: a person may have registered meanwhile.
func (r rules) judgeAge(it *argos.Item, ev *evidence, echo *echo) ageClass {
	if it.CreatedAt.IsZero() || ev.srvBefore.IsZero() {
		return ageUnknown
	}
	created := it.CreatedAt.Add(-echo.createdOffset)
	switch {
	case !r.notOlder:
		return newer
	case echo.calibrated && created.Before(ev.srvBefore.Add(-nearSlack-echo.apart)):
		return older
	case echo.calibrated && created.Before(ev.srvBefore.Add(-startSlack)):
		return barelyOlder
	case created.Before(ev.srvBefore.Add(-zoneSlack)):
		return older
	case created.Before(ev.srvBefore.Add(-startSlack)):
		return ageUnknown
	case created.After(ev.srvAfter.Add(startSlack)), r.notBetween && ev.idle(created):
		return ageUnknown
	}
	return newer
}

// likeness of a candidate's fields to what was sent.
type likeness int

const (
	differs  likeness = iota // a field that ARGOS returns faithfully differs
	unproven                 // nothing differs, but the identifying fields are not all there
	equal                    // every field returned is as sent, the identifying ones among them
)

// sameFields compares the fields that a candidate returns with the
// fingerprints of what was sent. Fields that ARGOS was seen not to return as
// sent say nothing.
func sameFields(it *argos.Item, sent checkpoint.FieldMACs, echo *echo, fold func(kyc.Field, string) checkpoint.MAC) likeness {
	var matched [kyc.NumFields]bool
	for f, want := range sent.All() {
		got := it.Values[f]
		if got == "" || echo.unfaithful(f) {
			continue
		}
		if fold(f, got) != want {
			return differs
		}
		matched[f] = true
	}
	if it.UserID != "" && !matched[kyc.UserID] && !echo.unfaithful(kyc.UserID) {
		return unproven // we sent none: it may be the submission of a row that has one
	}
	if matched[kyc.FullName] && matched[kyc.BirthDate] && (matched[kyc.UserID] || matched[kyc.Email]) {
		return equal
	}
	return unproven
}

// contended reports that a candidate could be a rival's.
func (ev *evidence) contended(it *argos.Item, echo *echo, fold func(kyc.Field, string) checkpoint.MAC) bool {
	for _, rival := range ev.rivals {
		if sameFields(it, rival, echo, fold) != differs {
			return true
		}
	}
	return false
}

// silence is what must hold before "not found" is believed (N1-N3).
type silence struct {
	empties    int           // complete empty answers in a row
	needed     int           // how many are needed
	maybes     int           // candidates that could be ours in the last answer
	answer     time.Time     // server time of the last answer, where it began; zero if it had none
	basis      time.Time     // server time the quiet time counts from; zero if unknown
	waited     time.Duration // our own clock from the end of the attempt, or from the start, to where the answer began
	quiet      time.Duration // how long nothing may have come
	controlled bool          // a control was found in the same minute
	noControl  bool          // nothing was ever created here, so there is no control
}

// believed reports whether "not found" may be acted upon.
func (r rules) believed(s silence) bool {
	if r.maybeBlocks && s.maybes > 0 {
		return false
	}
	if r.threeLooks && s.empties < s.needed || s.empties < 1 {
		return false
	}
	quiet := s.quiet
	if r.control && !s.controlled {
		if !s.noControl {
			return false
		}
		quiet *= 2
	}
	return !r.quietTime || s.quietFor(quiet)
}

// quietFor reports whether the quiet time has passed, by the server's clock
// where there is one and by ours where there is none.
func (s silence) quietFor(d time.Duration) bool {
	if s.basis.IsZero() || s.answer.IsZero() {
		return s.waited >= d
	}
	return !s.answer.Before(s.basis.Add(d))
}

const markerPrefix = "m1."

// markerRun extracts the run id from a mark of this program.
func markerRun(v string) (string, bool) {
	rest, ok := strings.CutPrefix(v, markerPrefix)
	if !ok {
		return "", false
	}
	run, mac, ok := strings.Cut(rest, ".")
	return run, ok && run != "" && mac != ""
}
