package uploader

import (
	"time"

	"kycmigrate/internal/checkpoint"
	"kycmigrate/internal/kyc"
)

// phase is where a record is on its way.
type phase int

const (
	phaseStart   phase = iota
	phaseLook          // cautious mode: look before the first POST
	phasePost          // to be posted
	phaseDoubt         // in doubt: to be looked up
	phaseAdopted       // found by a lookup, and bound to it
	phaseNamed         // bound by an operator\'s word: to be seen in ARGOS
	phaseCanary        // created, and being read back
	phaseImages        // its pictures are to be put
)

// subject is a record beside what the ledger knows of it.
type subject struct {
	rec    *kyc.Record
	prints checkpoint.Prints
	entry  checkpoint.Record
}

// recognise makes the fingerprints by which the ledger is asked, of a record with a key.
func (s *subject) recognise(p printer) {
	s.prints = checkpoint.Prints{}
	if s.rec.Key.Known() {
		s.prints = recognise(p, s.rec)
	}
}

// meet takes what the ledger knows of the record. If all that would be sent is as it was,
// so is the person, of whom it holds the fingerprint.
func (s *subject) meet(p printer, entry *checkpoint.Record) {
	s.entry = *entry
	switch {
	case !s.rec.Key.Known():
	case entry.Prints.Payload == s.prints.Payload && !entry.Prints.Person.IsZero():
		s.prints.Person = entry.Prints.Person
	default:
		s.prints.Person = personPrint(p, s.rec)
	}
}

// work is the state of one record between calls of Handle.
type work struct {
	subject
	phase phase

	sub       kyc.Submission // as it is sent: the mark included
	ref       checkpoint.Ref
	tries     int       // attempts of the current call
	ambiguous int       // attempts of this run that ended in doubt
	again     bool      // a POST after "not found" was believed: audit it
	mine      bool      // this process created or adopted it
	found     bool      // it adopted it, and had not sent it
	fresh     bool      // this process created it: nothing of its pictures is in ARGOS yet
	seen      bool      // what an operator named is in ARGOS
	looked    bool      // looked up before its first POST, and not there
	landed    bool      // its place in flight was given back
	halted    bool      // its answer could not be read: POSTs wait for it
	toSend    bool      // it is to be posted, and has not been yet
	late      bool      // it was done, and pictures came since
	ahead     bool      // its doubt was taken up ahead of its row
	sentAfter time.Time // server time just before the last POST
	since     time.Time // server time before it was sent first; zero: unknown, or its doubt knows
	last      error

	doubt  *doubt
	canary *canary
	images *imageSaga
}

// takeOver goes on with what was done for a record ahead of its row.
func (w *work) takeOver(ahead *work) {
	rec, prints := w.rec, w.prints
	*w = *ahead
	w.rec, w.prints = rec, prints
}
